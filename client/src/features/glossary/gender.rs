//! The grammatical gender of nouns: in which languages there is one.

use jalon_shared::Lang;

/// Whether nouns of a language have a grammatical gender.
pub fn has_gender(lang: &Lang) -> bool {
    const WITHOUT: [&str; 16] = [
        "en", "fi", "et", "hu", "tr", "eu", "ka", "hy", "fa", "zh", "ja", "ko", "vi", "id", "sw",
        "eo",
    ];
    let primary = lang.as_str().split('-').next().unwrap_or_default();
    !WITHOUT.contains(&primary)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_have_a_gender_in_some_languages() {
        for (tag, expected) in [
            ("fr", true),
            ("nl-BE", true),
            ("en", false),
            ("en-GB", false),
        ] {
            let lang: Lang = tag.parse().expect("a tag");
            assert_eq!(has_gender(&lang), expected, "{tag}");
        }
    }
}
