//! The glossary: one concept, its words in each language, and how far people agree on them.

use crate::{Lang, TermId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A concept of the glossary (concept-oriented, as in ISO 704 and TBX).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Term {
    pub id: TermId,
    pub status: TermStatus,
    pub subject_field: String,
    /// The disagreement in words, while it is in debate.
    pub disagreement: String,
    /// Advice to translators that holds for every language.
    pub translation_note: String,
    pub related: BTreeSet<TermId>,
    pub entries: BTreeMap<Lang, TermEntry>,
}

impl Term {
    /// Its entry in a language, or in the language that this one is a variant of (`fr` for `fr-BE`).
    pub fn entry(&self, lang: &Lang) -> Option<&TermEntry> {
        let worded = |lang: &Lang| {
            self.entries
                .get(lang)
                .filter(|entry| !entry.term.trim().is_empty())
        };
        worded(lang).or_else(|| worded(&lang.base()))
    }

    /// What to call the concept: its word in the first of these languages that has one, else in any.
    pub fn title(&self, languages: &[Lang]) -> &str {
        let listed = languages.iter().filter_map(|lang| self.entries.get(lang));
        let words = listed
            .chain(self.entries.values())
            .map(|entry| entry.term.trim());
        words
            .into_iter()
            .find(|word| !word.is_empty())
            .unwrap_or_default()
    }
}

/// A concept in one language.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TermEntry {
    pub term: String,
    pub definition: String,
    pub gender: Option<Gender>,
    pub notes: String,
    /// Other words for it, one a line; a regional one starts with its tag: `fr-BE : bilan sociétal`.
    pub variants: String,
    /// Words that look alike and mean something else, one a line.
    pub false_friends: String,
}

impl TermEntry {
    /// Whether this language still needs its word or its definition.
    pub fn is_missing(&self) -> bool {
        self.term.trim().is_empty() || self.definition.trim().is_empty()
    }
}

#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum TermStatus {
    #[default]
    Proposed,
    InDebate,
    Agreed,
}

impl TermStatus {
    pub const ALL: [Self; 3] = [Self::Proposed, Self::InDebate, Self::Agreed];
}

/// Grammatical gender of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gender {
    Feminine,
    Masculine,
    Neuter,
    /// Dutch *de*-words and Scandinavian common gender.
    Common,
}

impl Gender {
    pub const ALL: [Self; 4] = [Self::Feminine, Self::Masculine, Self::Neuter, Self::Common];
}
