//! Finding a language for a glossary: by its name in any language of the page, by what it calls itself, or by
//! its tag. Where the names come from is left to `names`.

use crate::features::glossary::search::fold;
use jalon_shared::Lang;

/// How many languages are proposed at once: they fit under the box without pushing the page away.
const MOST: usize = 6;

/// A language that somebody may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tongue {
    pub lang: Lang,
    /// What it calls itself; empty when nobody knows.
    pub own: String,
    /// Every name of it, folded, with its tag.
    names: Vec<String>,
}

impl Tongue {
    /// `others` are its names in the languages of the page.
    pub fn new(lang: Lang, own: String, others: &[String]) -> Self {
        let mut names: Vec<String> = [own.as_str(), lang.as_str()]
            .into_iter()
            .chain(others.iter().map(String::as_str))
            .map(fold)
            .filter(|name| !name.is_empty())
            .collect();
        names.sort_unstable();
        names.dedup();
        Self { lang, own, names }
    }

    /// How well it answers: 0 for its very name or tag, then names that begin so, then names that contain it.
    fn rank(&self, typed: &str) -> Option<u8> {
        let best = self
            .names
            .iter()
            .filter_map(|name| match name.find(typed)? {
                0 if name.len() == typed.len() => Some(0),
                0 => Some(1),
                // One or two letters are in the middle of too many names.
                _ if typed.chars().count() > 2 => Some(2),
                _ => None,
            });
        best.min()
    }
}

/// The languages that somebody may mean who typed this, the likeliest first; none for an empty box.
pub fn search<'a>(tongues: &'a [Tongue], typed: &str) -> Vec<&'a Tongue> {
    let typed = fold(typed.trim());
    if typed.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(u8, &Tongue)> = tongues
        .iter()
        .filter_map(|tongue| Some((tongue.rank(&typed)?, tongue)))
        .collect();
    // The order of the list, which begins with the usual ones, decides between equals.
    found.sort_by_key(|(rank, _)| *rank);
    found
        .into_iter()
        .map(|(_, tongue)| tongue)
        .take(MOST)
        .collect()
}

/// Whether what was typed is the very name or tag of a language.
pub fn is_exact(tongue: &Tongue, typed: &str) -> bool {
    tongue.rank(&fold(typed.trim())) == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tongue(tag: &str, own: &str, others: &[&str]) -> Tongue {
        let others: Vec<String> = others.iter().map(|&name| name.to_owned()).collect();
        let lang = tag.parse().expect("a tag");
        Tongue::new(lang, own.to_owned(), &others)
    }

    #[test]
    fn a_language_is_found_by_any_of_its_names() {
        let all = [
            tongue(
                "es",
                "español",
                &["espagnol", "Spanish", "spagnolo", "Spaans"],
            ),
            tongue("ar", "العربية", &["arabe", "Arabic", "arabo", "Arabisch"]),
            tongue("ht", "", &["créole haïtien", "Haitian Creole"]),
            tongue("et", "eesti", &["estonien", "Estonian", "Ests"]),
        ];
        for (typed, tags) in [
            ("espagnol", &["es"][..]),
            (" ESPAÑOL ", &["es"]),
            ("espa", &["es"]),
            ("Spanish", &["es"]),
            ("spaans", &["es"]),
            ("العربية", &["ar"]),
            ("العر", &["ar"]),
            ("creole haitien", &["ht"]),
            ("haitien", &["ht"]),
            ("es", &["es", "et"]),
            ("et", &["et"]),
            ("", &[]),
            ("klingon", &[]),
        ] {
            let found = search(&all, typed);
            let found: Vec<&str> = found.iter().map(|tongue| tongue.lang.as_str()).collect();
            assert_eq!(found, tags, "{typed}");
        }
        assert!(is_exact(&all[0], "ES") && is_exact(&all[0], "spagnolo"));
        assert!(!is_exact(&all[0], "espa"));
    }
}
