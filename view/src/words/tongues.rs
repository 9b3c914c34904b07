//! The languages that a glossary may have: which of them Jalon has a name for, and which way they are written.

use jalon_shared::Lang;

/// The primary tags whose names have messages, under `language-<tag>`.
pub const TONGUES: &[&str] = &[
    "fr", "it", "en", "nl", "de", "es", "pt", "ca", "ro", "pl", "el", "ar", "ru", "uk", "be", "tr",
    "zh", "ja", "ko", "vi", "th", "hi", "bn", "ur", "ta", "fa", "he", "sv", "da", "nb", "fi", "is",
    "hu", "cs", "sk", "sl", "hr", "sr", "bs", "mk", "bg", "sq", "lt", "lv", "et", "ga", "cy", "mt",
    "lb", "eu", "br", "co", "oc", "gl", "la", "hy", "ka", "ku", "ps", "kab", "wo", "bm", "ff",
    "ln", "sw", "mg", "ht", "so", "am", "ti", "af", "az", "ckb", "eo", "fur", "fy", "gd", "gu",
    "ha", "id", "ig", "kk", "km", "lo", "ml", "mn", "mr", "ms", "my", "ne", "pa", "rm", "rom",
    "rw", "sc", "sd", "si", "te", "tl", "ug", "uz", "yi", "yo", "zu",
];

/// Scripts that run to the left (ISO 15924), in small letters.
const LEFTWARD_SCRIPTS: &[&str] = &[
    "adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa", "yezi",
];

/// Languages that are usually written in one of these scripts.
const LEFTWARD: &[&str] = &[
    "ar", "acm", "aeb", "afb", "ajp", "apc", "apd", "arc", "arq", "ars", "ary", "arz", "azb",
    "bal", "ckb", "dv", "fa", "glk", "haz", "he", "iw", "ji", "khw", "ks", "lrc", "mzn", "nqo",
    "pbt", "pes", "pnb", "prs", "ps", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
];

/// The direction of a language, as the attribute `dir` wants it: by its script if the tag names one, else by
/// what is usual, and `auto` for a language that is not known here.
pub fn direction(lang: &Lang) -> &'static str {
    let mut parts = lang.as_str().split('-');
    let primary = parts.next().unwrap_or_default();
    match parts.find(|part| part.len() == 4) {
        Some(script)
            if LEFTWARD_SCRIPTS
                .iter()
                .any(|one| script.eq_ignore_ascii_case(one)) =>
        {
            "rtl"
        }
        Some(_) => "ltr",
        None if LEFTWARD.contains(&primary) => "rtl",
        None if TONGUES.contains(&primary) => "ltr",
        None => "auto",
    }
}

/// The direction of a language by its tag, where it is known as text.
pub fn direction_of(tag: &str) -> &'static str {
    tag.parse::<Lang>().map_or("auto", |lang| direction(&lang))
}

/// First strong isolate and its end: what stands between runs its own way, and the sentence around it goes on.
const ISOLATE: char = '\u{2068}';
const END: char = '\u{2069}';

/// A name as it may stand inside a sentence of ours: one with letters that run to the left is set apart, so
/// that they do not drag figures and marks beside them along. `None` when it can stand as it is.
pub(super) fn isolated(name: &str) -> Option<String> {
    name.chars()
        .any(runs_left)
        .then(|| format!("{ISOLATE}{name}{END}"))
}

/// Whether a letter belongs to a script that runs to the left (the blocks of the Unicode bidirectional classes
/// R and AL).
const fn runs_left(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, Words};

    #[test]
    fn a_language_runs_as_its_script_does() {
        for (tag, expected) in [
            ("fr", "ltr"),
            ("fr-BE", "ltr"),
            ("ar", "rtl"),
            ("ar-MA", "rtl"),
            ("he", "rtl"),
            ("fa", "rtl"),
            ("ckb", "rtl"),
            ("ku", "ltr"),
            ("ku-Arab", "rtl"),
            ("uz-Arab-AF", "rtl"),
            ("ar-Latn", "ltr"),
            ("zgh", "auto"),
            ("zgh-Tfng", "ltr"),
        ] {
            assert_eq!(direction_of(tag), expected, "{tag}");
        }
        assert_eq!(direction_of("?"), "auto");
    }

    #[test]
    fn every_tongue_is_a_tag_and_has_a_name_in_every_language() {
        for tag in TONGUES {
            let lang: Result<Lang, _> = tag.parse();
            assert_eq!(lang.map(|lang| lang.to_string()).as_deref(), Ok(*tag));
            for language in Language::ALL {
                assert!(Words::of(language).has(&format!("language-{tag}")), "{tag}");
            }
        }
    }

    #[test]
    fn a_name_that_runs_to_the_left_stands_apart_in_a_sentence() {
        let say = |title: &str| {
            Words::of(Language::French).t_with("bin-restored", crate::args![title => title])
        };
        assert_eq!(
            say("شراكة"),
            "«\u{a0}\u{2068}شراكة\u{2069}\u{a0}» est revenu à sa place."
        );
        assert_eq!(say("audit"), "«\u{a0}audit\u{a0}» est revenu à sa place.");
        assert_eq!(isolated("été 2025, Łódź, Ωmega, Київ"), None);
        assert!(isolated("2025 שותפות").is_some());
    }
}
