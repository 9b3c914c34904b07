//! What languages are called, and how their words are sorted: asked of the browser, which knows all of them.
//! A browser that does not know leaves us with our own names and a plain order.

use super::find::Tongue;
use crate::features::glossary::search::fold;
use jalon_shared::Lang;
use jalon_view::words::{Language, TONGUES, Words};
use js_sys::{Array, Function, Object, Reflect};
use std::cmp::Ordering;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type DisplayNames;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &Object) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, tag: &str) -> Result<JsValue, JsValue>;

    type Collator;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str) -> Result<Collator, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn compare(this: &Collator) -> Function;

    #[wasm_bindgen(js_namespace = Intl, js_name = getCanonicalLocales, catch)]
    fn canonical_locales(tag: &str) -> Result<Array, JsValue>;
}

/// The names of languages in the language `locale`.
struct Names(Option<DisplayNames>);

impl Names {
    fn in_language(locale: &str) -> Self {
        let options = Object::new();
        // A language without a name is no name at all, rather than its tag.
        let is_set = Reflect::set(&options, &"type".into(), &"language".into())
            .and_then(|_| Reflect::set(&options, &"fallback".into(), &"none".into()));
        Self(
            is_set
                .and_then(|_| DisplayNames::new(locale, &options))
                .ok(),
        )
    }

    fn of(&self, tag: &str) -> Option<String> {
        self.0.as_ref()?.of(tag).ok()?.as_string()
    }
}

/// Every language that we have a name for, with its names in all the languages of the page.
pub fn tongues(words: Words) -> Vec<Tongue> {
    let others = Language::ALL.map(|language| Names::in_language(language.tag()));
    let langs = TONGUES.iter().filter_map(|tag| tag.parse::<Lang>().ok());
    langs.map(|lang| tongue(words, lang, &others)).collect()
}

fn tongue(words: Words, lang: Lang, others: &[Names]) -> Tongue {
    let own = Names::in_language(lang.as_str()).of(lang.as_str());
    // The name that the page shows comes first: a browser may not know it, or know another.
    let mut names = vec![words.lang(&lang)];
    names.extend(others.iter().filter_map(|names| names.of(lang.as_str())));
    Tongue::new(lang, own.unwrap_or_default(), &names)
}

/// The language of a tag that is typed (`pt-BR`, `zgh`), in its usual form (`he` for `iw`), and whether we or the
/// browser have heard of it: another one is no more than offered, so that a slip does not become a language.
pub fn lang_of_tag(typed: &str) -> Option<(Lang, bool)> {
    let typed: Lang = typed.trim().parse().ok()?;
    let canonical = canonical_locales(typed.as_str()).ok()?.get(0).as_string()?;
    let lang: Lang = canonical.parse().ok()?;
    let base = lang.base();
    let is_known = TONGUES.contains(&base.as_str())
        || Names::in_language(Language::English.tag())
            .of(base.as_str())
            .is_some();
    Some((lang, is_known))
}

/// As [`tongues`] has it, for a language that is not among them.
pub fn tongue_of(words: Words, lang: Lang) -> Tongue {
    let others = Language::ALL.map(|language| Names::in_language(language.tag()));
    tongue(words, lang, &others)
}

/// The order of words in a language, as its readers expect it: å after z in Danish, ch after c in Slovak.
pub fn order_in(locale: &str) -> impl Fn(&str, &str) -> Ordering {
    let compare = Collator::new(locale)
        .ok()
        .map(|collator| collator.compare());
    move |one, other| {
        let by_browser = compare.as_ref().and_then(|compare| {
            let order = compare.call2(&JsValue::UNDEFINED, &one.into(), &other.into());
            order.ok()?.as_f64()?.partial_cmp(&0.0)
        });
        by_browser.unwrap_or_else(|| fold(one).cmp(&fold(other)))
    }
}
