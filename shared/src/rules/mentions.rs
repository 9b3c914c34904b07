//! Where agreed terms of the glossary are used in a text, so that their definition can be shown there.

use crate::{Lang, Term, TermId, glossary::TermStatus};
use std::{cmp::Reverse, ops::Range};

/// The agreed terms that a text uses, in the order of the text, as ranges of bytes.
///
/// Whole words only, whatever their case, accents kept; each word may carry a plural *s* or *x*. Where
/// terms overlap the longest wins. A term is looked for by its word in `lang`, or in the language that
/// `lang` is a variant of.
pub fn find(text: &str, terms: &[Term], lang: &Lang) -> Vec<(Range<usize>, TermId)> {
    let text = words(text);
    let mut found: Vec<(Range<usize>, TermId)> = Vec::new();
    for term in terms
        .iter()
        .filter(|term| term.status == TermStatus::Agreed)
    {
        let wanted = term
            .entry(lang)
            .map(|entry| words(&entry.term))
            .unwrap_or_default();
        found.extend(places(&text, &wanted).map(|range| (range, term.id)));
    }
    found.sort_by_key(|(range, _)| (Reverse(range.len()), range.start));
    let mut kept: Vec<(Range<usize>, TermId)> = Vec::new();
    for (range, term) in found {
        if kept
            .iter()
            .all(|(other, _)| range.end <= other.start || other.end <= range.start)
        {
            kept.push((range, term));
        }
    }
    kept.sort_by_key(|(range, _)| range.start);
    kept
}

/// Where a text has the words of a term, one after the other.
fn places<'a>(text: &'a [Word], wanted: &'a [Word]) -> impl Iterator<Item = Range<usize>> + 'a {
    let starts = if wanted.is_empty() {
        0..0
    } else {
        0..text.len()
    };
    starts.filter_map(move |start| {
        let place = text.get(start..start + wanted.len())?;
        let (first, last) = (place.first()?, place.last()?);
        let is_cut = (start > 0 && first.gap == "-")
            || text.get(start + wanted.len()).is_some_and(continues);
        let gaps_fit = place
            .iter()
            .zip(wanted)
            .skip(1)
            .all(|(word, term)| word.gap == term.gap);
        let words_fit = place
            .iter()
            .zip(wanted)
            .all(|(word, term)| is_same(&word.lower, &term.lower));
        (!is_cut && gaps_fit && words_fit).then_some(first.at.start..last.at.end)
    })
}

/// Whether a word is the rest of a compound that the word before begins: `demi-mesure` makes no use of
/// a word `demi`, but `cette mesure-là` does of `mesure`.
fn continues(word: &Word) -> bool {
    word.gap == "-" && !matches!(word.lower.as_str(), "là" | "ci")
}

/// Whether a word is that of a term, as it stands or with a plural `s` or `x`.
fn is_same(word: &str, term: &str) -> bool {
    word.strip_prefix(term)
        .is_some_and(|rest| matches!(rest, "" | "s" | "x"))
}

/// A run of letters and digits.
struct Word {
    at: Range<usize>,
    lower: String,
    /// What stands between the word before and this one, in one spelling of spaces, hyphens and apostrophes.
    gap: String,
}

fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut gap = String::new();
    for (at, letter) in text.char_indices() {
        if !letter.is_alphanumeric() && !is_accent(letter) {
            match plain(letter) {
                ' ' if gap.ends_with(' ') => {}
                letter => gap.push(letter),
            }
            continue;
        }
        let end = at + letter.len_utf8();
        match words.last_mut() {
            Some(word) if word.at.end == at => {
                word.at.end = end;
                word.lower.extend(letter.to_lowercase());
            }
            _ => {
                let (lower, gap) = (letter.to_lowercase().collect(), std::mem::take(&mut gap));
                words.push(Word {
                    at: at..end,
                    lower,
                    gap,
                });
            }
        }
    }
    words
}

/// A combining accent belongs to its word.
fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&letter)
}

fn plain(letter: char) -> char {
    match letter {
        '’' | 'ʼ' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        letter if letter.is_whitespace() => ' ',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::TermEntry;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};
    use uuid::Uuid;

    fn lang(tag: &str) -> Lang {
        tag.parse().expect("a language")
    }

    fn terms(tag: &str, words: &[&str]) -> Vec<Term> {
        let term = |(index, word): (u128, &&str)| Term {
            id: TermId::from_uuid(Uuid::from_u128(index)),
            status: TermStatus::Agreed,
            subject_field: String::new(),
            disagreement: String::new(),
            translation_note: String::new(),
            related: BTreeSet::new(),
            entries: BTreeMap::from([(
                lang(tag),
                TermEntry {
                    term: word.to_string(),
                    ..TermEntry::default()
                },
            )]),
        };
        (0..).zip(words).map(term).collect()
    }

    fn check(tag: &str, words: &[&str], text: &str, wanted: &[&str]) {
        let found = find(text, &terms(tag, words), &lang(tag));
        let found: Vec<&str> = found.into_iter().map(|(range, _)| &text[range]).collect();
        assert_eq!(found, wanted, "{text}");
    }

    #[test]
    fn terms_are_found_as_people_write_them() {
        let social = [
            "impact social",
            "partie prenante",
            "mesure",
            "co-construction",
            "théorie du changement",
        ];
        check(
            "fr",
            &social,
            "L’impact social se discute.",
            &["impact social"],
        );
        check(
            "fr",
            &social,
            "l'Impact\u{a0}Social",
            &["Impact\u{a0}Social"],
        );
        check(
            "fr",
            &social,
            "Les parties prenantes, et leurs mesures.",
            &["parties prenantes", "mesures"],
        );
        check(
            "fr",
            &social,
            "La co‑construction d’une théorie du  changement",
            &["co‑construction", "théorie du  changement"],
        );
        check("fr", &social, "Cette mesure-là", &["mesure"]);
        check(
            "en",
            &["stakeholder", "peer"],
            "Peers and STAKEHOLDERS",
            &["Peers", "STAKEHOLDERS"],
        );
    }

    #[test]
    fn what_only_looks_like_a_term_is_left() {
        let words = [
            "pair",
            "mesure",
            "impact social",
            "valeur",
            "co-construction",
        ];
        for text in [
            "une paire de chaussures, repair, pairie",
            "mesuré, démesure, demi-mesure, mesure-étalon",
            "un impact. Social ou pas",
            "un impact, social",
            "impact-social",
            "co construction",
            "valeureux",
            "",
            "…!",
        ] {
            check("fr", &words, text, &[]);
        }
        check("fr", &["", "…"], "rien à dire…", &[]);
    }

    #[test]
    fn the_longest_term_wins() {
        let words = [
            "utilité sociale",
            "évaluation de l’utilité sociale",
            "évaluation",
        ];
        check(
            "fr",
            &words,
            "L'évaluation de l'utilité sociale, l’évaluation et l’utilité sociale",
            &[
                "évaluation de l'utilité sociale",
                "évaluation",
                "utilité sociale",
            ],
        );
    }

    #[test]
    fn only_agreed_terms_of_the_language_or_its_base_count() {
        let mut terms = terms("fr", &["valeur", "critère"]);
        assert_eq!(find("Valeur et critère", &terms, &lang("fr-BE")).len(), 2);
        assert_eq!(find("Valeur et critère", &terms, &lang("it")).len(), 0);
        if let Some(term) = terms.first_mut() {
            term.status = TermStatus::InDebate;
        }
        assert_eq!(find("Valeur et critère", &terms, &lang("fr")).len(), 1);
    }

    proptest! {
        #[test]
        fn ranges_cut_no_letter_and_do_not_overlap(text in "[aébİß’ -]{0,40}", a in "[aéb İ-]{0,6}", b in "[aß’]{0,4}") {
            let found = find(&text, &terms("fr", &[&a, &b]), &lang("fr"));
            let mut end = 0;
            for (range, _) in found {
                prop_assert!(end <= range.start && range.start < range.end);
                prop_assert!(text.get(range.clone()).is_some());
                end = range.end;
            }
        }
    }
}
