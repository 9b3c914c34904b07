//! Finding terms: what somebody types is compared without accents, case or kind of apostrophe, in every
//! language at once. Which terms the page then shows is one function, so that it can be tested without a page.

use jalon_shared::{Lang, Term, TermId, glossary::TermStatus};
use std::{cmp::Ordering, collections::BTreeSet};

/// What the page was asked to show.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    pub words: String,
    pub status: Option<TermStatus>,
    /// Only terms that lack their word or their definition in this language.
    pub missing: Option<Lang>,
    /// Sorted by their words in this language, instead of the order that people gave them.
    pub alphabetical: Option<Lang>,
}

impl Filter {
    /// Whether it hides anything at all.
    pub fn hides(&self) -> bool {
        !self.words.trim().is_empty() || self.status.is_some() || self.missing.is_some()
    }

    /// The terms to show, in order. Those that are `open` stay, so that nobody's field vanishes while
    /// they type the very word that a filter was looking for.
    /// `order` sorts words in the language that the filter sorts by.
    pub fn apply(
        &self,
        terms: &[Term],
        open: &BTreeSet<TermId>,
        order: impl Fn(&str, &str) -> Ordering,
    ) -> Vec<TermId> {
        let words: Vec<String> = fold(&self.words)
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        let mut shown: Vec<&Term> = terms
            .iter()
            .filter(|term| open.contains(&term.id) || self.keeps(term, &words))
            .collect();
        if let Some(lang) = &self.alphabetical {
            let word = |term: &Term| match term.entries.get(lang) {
                Some(entry) => entry.term.trim().to_owned(),
                None => String::new(),
            };
            let mut worded: Vec<_> = shown.into_iter().map(|term| (word(term), term)).collect();
            worded.sort_by(|(one, _), (other, _)| {
                let by_absence = one.is_empty().cmp(&other.is_empty());
                by_absence.then_with(|| order(one, other))
            });
            shown = worded.into_iter().map(|(_, term)| term).collect();
        }
        shown.into_iter().map(|term| term.id).collect()
    }

    fn keeps(&self, term: &Term, words: &[String]) -> bool {
        self.status.is_none_or(|status| term.status == status)
            && self
                .missing
                .as_ref()
                .is_none_or(|lang| is_missing(term, lang))
            && (words.is_empty() || {
                let text = everything(term);
                words.iter().all(|word| text.contains(word))
            })
    }
}

/// Whether a term lacks its word or its definition in a language.
pub fn is_missing(term: &Term, lang: &Lang) -> bool {
    term.entries
        .get(lang)
        .is_none_or(|entry| entry.is_missing())
}

/// The word that names a concept on the page: in the first of these languages that has one.
pub fn headword(term: &Term, langs: &[Lang]) -> String {
    let named = |lang: &Lang| {
        term.entries
            .get(lang)
            .map(|entry| entry.term.trim())
            .filter(|word| !word.is_empty())
    };
    let first = langs
        .iter()
        .find_map(named)
        .or_else(|| term.entries.keys().find_map(named));
    first.unwrap_or_default().to_owned()
}

/// Every word that is written about a term, folded.
fn everything(term: &Term) -> String {
    let mut text = fold(
        &[
            &*term.subject_field,
            &term.disagreement,
            &term.translation_note,
        ]
        .join("\n"),
    );
    for entry in term.entries.values() {
        for part in [
            &entry.term,
            &entry.definition,
            &entry.notes,
            &entry.variants,
            &entry.false_friends,
        ] {
            text.push('\n');
            text.push_str(&fold(part));
        }
    }
    text
}

/// A text in lower case, without accents, ligatures or curly apostrophes.
pub fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).fold(
        String::with_capacity(text.len()),
        |mut folded, letter| {
            match plain(letter) {
                Some(plain) => folded.push_str(plain),
                None => folded.push(letter),
            }
            folded
        },
    )
}

/// What stands for a lower-case letter with a mark, for the languages of Europe in Latin letters.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' | 'ģ' | 'ĝ' | 'ġ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => "i",
        'ķ' => "k",
        'ł' | 'ļ' | 'ľ' => "l",
        'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'ř' | 'ŕ' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ť' | 'ţ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        '’' | 'ʼ' | '‘' => "'",
        '\u{a0}' | '\u{202f}' => " ",
        // Marks that some keyboards send on their own.
        '\u{300}'..='\u{36f}' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jalon_shared::glossary::TermEntry;
    use uuid::Uuid;

    fn lang(tag: &str) -> Lang {
        tag.parse().unwrap()
    }

    fn term(id: u128, status: TermStatus, words: &[(&str, &str, &str)]) -> Term {
        let entry = |term: &str, definition: &str| TermEntry {
            term: term.to_owned(),
            definition: definition.to_owned(),
            ..TermEntry::default()
        };
        Term {
            id: Uuid::from_u128(id).into(),
            status,
            subject_field: String::new(),
            disagreement: String::new(),
            translation_note: String::new(),
            related: BTreeSet::new(),
            entries: words
                .iter()
                .map(|(tag, term, definition)| (lang(tag), entry(term, definition)))
                .collect(),
        }
    }

    fn shown(filter: &Filter, terms: &[Term]) -> Vec<u128> {
        filter
            .apply(terms, &BTreeSet::new(), by_letters)
            .into_iter()
            .map(|id| id.uuid().as_u128())
            .collect()
    }

    /// The browser sorts as the language does; the letters alone will do here.
    fn by_letters(one: &str, other: &str) -> Ordering {
        fold(one).cmp(&fold(other))
    }

    fn sample() -> [Term; 3] {
        [
            term(
                1,
                TermStatus::Agreed,
                &[
                    ("fr", "écosystème", "un milieu"),
                    ("it", "ecosistema", "un ambiente"),
                ],
            ),
            term(
                2,
                TermStatus::InDebate,
                &[
                    ("fr", "utilité sociale", "ce qui sert"),
                    ("it", "utilità sociale", ""),
                ],
            ),
            term(
                3,
                TermStatus::Proposed,
                &[
                    ("fr", "accompagnement", "être à côté"),
                    ("en", "guided support", "near"),
                ],
            ),
        ]
    }

    #[test]
    fn a_word_is_found_without_its_accents_in_any_language() {
        let terms = sample();
        for (words, ids) in [
            ("ECOSYSTEME", &[1_u128][..]),
            ("utilita", &[2]),
            ("support", &[3]),
            ("etre cote", &[3]),
            ("zzz", &[]),
            (" ", &[1, 2, 3]),
        ] {
            let filter = Filter {
                words: words.to_owned(),
                ..Filter::default()
            };
            assert_eq!(shown(&filter, &terms), ids, "{words}");
        }
        assert_eq!(fold("L’Œuvre\u{a0}: e\u{301}té"), "l'oeuvre : ete");
    }

    #[test]
    fn a_missing_definition_counts_as_a_missing_language() {
        let terms = sample();
        let missing = |tag: &str| Filter {
            missing: Some(lang(tag)),
            ..Filter::default()
        };
        assert_eq!(shown(&missing("it"), &terms), [2, 3]);
        assert_eq!(shown(&missing("fr"), &terms), [] as [u128; 0]);
        let debated = Filter {
            status: Some(TermStatus::InDebate),
            ..Filter::default()
        };
        assert_eq!(shown(&debated, &terms), [2]);
    }

    #[test]
    fn an_open_term_stays_whatever_is_filtered() {
        let terms = sample();
        let open: BTreeSet<TermId> = [terms[0].id].into();
        let filter = Filter {
            missing: Some(lang("it")),
            ..Filter::default()
        };
        assert_eq!(filter.apply(&terms, &open, by_letters).len(), 3);
    }

    #[test]
    fn terms_sort_as_a_reader_expects_and_those_without_a_word_come_last() {
        let terms = sample();
        let by = |tag: &str| Filter {
            alphabetical: Some(lang(tag)),
            ..Filter::default()
        };
        assert_eq!(shown(&by("fr"), &terms), [3, 1, 2]);
        assert_eq!(shown(&by("it"), &terms), [1, 2, 3]);
        assert_eq!(
            headword(&terms[2], &[lang("it"), lang("en")]),
            "guided support"
        );
        assert_eq!(headword(&terms[1], &[lang("en")]), "utilité sociale");
    }
}
