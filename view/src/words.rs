//! Words: every message that a person reads, in their language, from the Fluent files of `view/locales`.
//! How numbers and dates look inside them is left to [`crate::numbers`] and [`crate::dates`].

mod context;
#[cfg(not(target_arch = "wasm32"))]
mod inside;
mod labels;
mod language;
mod tongues;

pub use context::{provide_words, use_words};
pub use fluent_bundle::FluentArgs;
pub use labels::Labelled;
pub use language::Language;
pub use tongues::{TONGUES, direction, direction_of};

use crate::numbers;
use fluent_bundle::{FluentResource, FluentValue, bundle::FluentBundle};
use std::sync::OnceLock;

/// Shared between the threads of the server.
type Bundle = FluentBundle<FluentResource, intl_memoizer::concurrent::IntlLangMemoizer>;

/// One for each language, read when it is first needed: from the program itself, or in a browser from what
/// came with the page ([`give`]).
static BUNDLES: [OnceLock<Bundle>; Language::ALL.len()] =
    [const { OnceLock::new() }; Language::ALL.len()];

/// The words of one language. A handle: copying it costs nothing, two are equal when their language is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Words {
    language: Language,
}

impl Words {
    pub const fn of(language: Language) -> Self {
        Self { language }
    }

    pub const fn language(self) -> Language {
        self.language
    }

    /// The message of a key. A message that this language lacks is taken from French, and one that
    /// French lacks shows its key: a page is never lost for a word.
    pub fn t(self, key: &str) -> String {
        self.find(key, None)
    }

    /// The message of a key with its variables filled in: `words.t_with("people", args![n => 3])`.
    /// Numbers inside it are written as the language writes them, and names that run the other way stay apart.
    pub fn t_with(self, key: &str, args: FluentArgs<'_>) -> String {
        let args: FluentArgs<'_> = args
            .into_iter()
            .map(|(name, value)| match &value {
                FluentValue::String(text) => (
                    name,
                    tongues::isolated(text).map_or(value, FluentValue::from),
                ),
                _ => (name, value),
            })
            .collect();
        self.find(key, Some(&args))
    }

    /// Whether this language has a message of its own under that key.
    pub fn has(self, key: &str) -> bool {
        self.bundle().is_some_and(|bundle| bundle.has_message(key))
    }

    fn find(self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let bundles = [self.bundle(), Self::of(Language::French).bundle()];
        bundles
            .into_iter()
            .flatten()
            .find_map(|bundle| format(bundle, key, args))
            .unwrap_or_else(|| key.to_owned())
    }

    /// Nothing only in a browser, for a language whose messages have not come.
    fn bundle(self) -> Option<&'static Bundle> {
        let bundle = BUNDLES.get(self.language as usize)?;
        #[cfg(not(target_arch = "wasm32"))]
        bundle.get_or_init(|| bundle_of(self.language, inside::messages(self.language)));
        bundle.get()
    }
}

/// Gives a language its messages, the content of all its Fluent files: a browser downloads those of the
/// language that its person reads. What came first stays.
pub fn give(language: Language, messages: String) {
    if let Some(bundle) = BUNDLES.get(language as usize) {
        bundle.get_or_init(|| bundle_of(language, [messages]));
    }
}

/// The variables of a message: `args![n => 3, name => "Awa"]`.
#[macro_export]
macro_rules! args {
    ($($name:ident => $value:expr),* $(,)?) => {{
        let mut args = $crate::words::FluentArgs::new();
        $(args.set(stringify!($name), $value);)*
        args
    }};
}

fn format(bundle: &Bundle, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    // A variable that is missing shows as `{$name}`: ugly, but the sentence around it is still there.
    Some(
        bundle
            .format_pattern(pattern, args, &mut Vec::new())
            .into_owned(),
    )
}

fn bundle_of(language: Language, files: impl IntoIterator<Item = String>) -> Bundle {
    let formatter: fn(&FluentValue<'_>, &_) -> Option<String> = match language {
        Language::French => |value, _| written(Language::French, value),
        Language::English => |value, _| written(Language::English, value),
        Language::Italian => |value, _| written(Language::Italian, value),
        Language::Dutch => |value, _| written(Language::Dutch, value),
    };
    // The language decides which plural a number takes.
    let identifier = language.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![identifier]);
    // Only what runs to the left is isolated: see `tongues::isolated`.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(formatter));
    for text in files {
        // What a file says well is kept when one of its messages cannot be read; a test keeps them all readable.
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A number inside a message, as its language writes it.
fn written(language: Language, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let decimals = number.options.minimum_fraction_digits.unwrap_or(0);
    Some(numbers::exact(language, number.value, decimals))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_message_shows_its_key() {
        assert_eq!(
            Words::of(Language::English).t("no-such-message"),
            "no-such-message"
        );
    }

    #[test]
    fn numbers_inside_messages_are_written_as_in_their_language() {
        let say = |language| Words::of(language).t_with("answers-count", args![n => 1200]);
        assert_eq!(say(Language::French), "1\u{202f}200 réponses");
        assert_eq!(say(Language::English), "1,200 answers");
        assert_eq!(say(Language::Italian), "1.200 risposte");
        assert_eq!(say(Language::Dutch), "1.200 antwoorden");
        assert_eq!(
            Words::of(Language::French).t_with("answers-count", args![n => 0]),
            "0 réponse"
        );
    }

    #[test]
    fn every_file_is_readable_and_no_message_is_written_twice() {
        for language in Language::ALL {
            let mut bundle = Bundle::new_concurrent(Vec::new());
            for (name, text) in inside::files(language) {
                let resource = FluentResource::try_new((*text).to_owned());
                let resource =
                    resource.unwrap_or_else(|(_, errors)| panic!("{name}.ftl: {errors:?}"));
                if let Err(errors) = bundle.add_resource(resource) {
                    panic!("{name}.ftl: {errors:?}");
                }
            }
        }
    }
}
