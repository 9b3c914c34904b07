//! The languages that Jalon has a name for, and which one somebody means who types a name or a tag.

use super::{Language, Words};
use jalon_shared::Lang;

/// The primary tags whose names have messages, under `language-<tag>`.
const TAGS: &[&str] = &[
    "fr", "it", "en", "nl", "de", "es", "pt", "ca", "ro", "pl", "el", "ar", "ru", "uk", "be", "tr",
    "zh", "ja", "ko", "vi", "th", "hi", "bn", "ur", "ta", "fa", "he", "sv", "da", "nb", "fi", "is",
    "hu", "cs", "sk", "sl", "hr", "sr", "bs", "mk", "bg", "sq", "lt", "lv", "et", "ga", "cy", "mt",
    "lb", "eu", "br", "co", "oc", "gl", "la", "hy", "ka", "ku", "ps", "kab", "wo", "bm", "ff",
    "ln", "sw", "mg", "ht", "so", "am", "ti",
];

/// The language that somebody means: by its name in any language of the page ("espagnol", "Spanish"), or by a
/// tag such as `es` or `pt-BR`. `None` when nobody here knows it.
pub fn lang_named(typed: &str) -> Option<Lang> {
    let typed = plain(typed);
    let named = TAGS.iter().find(|tag| {
        let names = Language::ALL.map(|language| Words::of(language).t(&format!("language-{tag}")));
        names.iter().any(|name| plain(name) == typed)
    });
    let lang: Lang = named.copied().unwrap_or(&typed).parse().ok()?;
    TAGS.contains(&lang.base().as_str()).then_some(lang)
}

/// Lower case, without the accents of French.
fn plain(name: &str) -> String {
    let letters = name.trim().chars().flat_map(char::to_lowercase);
    letters
        .map(|letter| match letter {
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'ï' | 'î' => 'i',
            'ç' => 'c',
            'à' | 'â' => 'a',
            'ô' => 'o',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_names_and_its_tags() {
        for (typed, meant) in [
            ("espagnol", "es"),
            (" Espagnol ", "es"),
            ("Spanish", "es"),
            ("neerlandais", "nl"),
            ("Créole haïtien", "ht"),
            ("es", "es"),
            ("pt-br", "pt-BR"),
        ] {
            assert_eq!(
                lang_named(typed).as_ref().map(Lang::as_str),
                Some(meant),
                "{typed}"
            );
        }
        for typed in ["", "zz", "espagn", "langue", "xx-BR"] {
            assert_eq!(lang_named(typed), None, "{typed}");
        }
    }
}
