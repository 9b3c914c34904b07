//! Words that can be counted: everything that a writer types bears a number, so that a document can be
//! asked by its content, and not by its own bookkeeping, what it kept.

use jalon_shared::{EntityKind, EntityRef, Field, FieldRef, IndicatorId, Period, Workspace};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::atomic::{AtomicU64, Ordering},
};

/// What a document says when something was kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Says {
    Word(Word),
    /// The target value of an indicator that one writer alone sets, ever higher: at least this.
    Figure(IndicatorId, f64),
}

/// A number that is typed once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word(u64);

const OPEN: char = '‹';
const CLOSE: char = '›';

static NEXT: AtomicU64 = AtomicU64::new(1);

impl Word {
    /// One that nobody typed yet.
    pub fn new() -> Self {
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }

    /// The letters.
    pub fn text(self) -> String {
        format!("{OPEN}{}{CLOSE}", self.0)
    }
}

impl Default for Word {
    fn default() -> Self {
        Self::new()
    }
}

/// The words in a text.
pub fn words_in(text: &str) -> impl Iterator<Item = Word> + '_ {
    text.split(OPEN)
        .skip(1)
        .filter_map(|rest| Some(Word(rest.split_once(CLOSE)?.0.parse().ok()?)))
}

/// Where a word may be put into a text without tearing another one: offsets in UTF-16 code units.
pub fn gaps(text: &str) -> Vec<u32> {
    let mut gaps = vec![0];
    let mut offset = 0;
    for letter in text.chars() {
        offset += u32::try_from(letter.len_utf16()).unwrap_or(0);
        if letter == CLOSE {
            gaps.push(offset);
        }
    }
    gaps
}

/// The texts that words are put into, by kind.
pub const TEXTS: [(EntityKind, Field); 5] = [
    (EntityKind::Axis, Field::Label),
    (EntityKind::Objective, Field::Statement),
    (EntityKind::Indicator, Field::Definition),
    (EntityKind::Decision, Field::Text),
    (EntityKind::Settings, Field::Mission),
];

/// The months that readings are typed for.
pub fn months() -> impl Iterator<Item = Period> {
    const MONTHS: [&str; 3] = ["2025-01", "2025-02", "2025-03"];
    MONTHS.into_iter().filter_map(|month| month.parse().ok())
}

/// The entities of one kind, without those in the bin.
pub fn entities(document: &Workspace, kind: EntityKind) -> Vec<EntityRef> {
    fn refs<I: Into<EntityRef>>(ids: Vec<I>) -> Vec<EntityRef> {
        ids.into_iter().map(Into::into).collect()
    }
    match kind {
        EntityKind::Settings => vec![EntityRef::SETTINGS],
        EntityKind::Axis => refs(document.axes()),
        EntityKind::Objective => refs(document.objectives()),
        EntityKind::Indicator => refs(document.indicators()),
        EntityKind::Verbatim => refs(document.verbatims()),
        EntityKind::Term => refs(document.terms()),
        EntityKind::Decision => refs(document.decisions()),
        EntityKind::Block => refs(document.blocks()),
    }
}

/// What a document holds of all that was typed.
#[derive(Debug, Default, PartialEq)]
pub struct Found {
    pub words: BTreeSet<Word>,
    /// The target value of each indicator that has one.
    pub figures: BTreeMap<IndicatorId, f64>,
}

impl Found {
    /// Reads a document through its public readers, what is in the bin too.
    pub fn in_document(document: &Workspace) -> Self {
        let mut found = Self::default();
        let bin: Vec<EntityRef> = document.bin().iter().map(|binned| binned.entity).collect();
        for (kind, field) in TEXTS {
            let binned = bin.iter().copied().filter(|entity| entity.kind == kind);
            for entity in entities(document, kind).into_iter().chain(binned) {
                let field = FieldRef {
                    entity,
                    field: field.clone(),
                };
                let text = document.text(&field).unwrap_or_default();
                found.words.extend(words_in(&text));
                if kind == EntityKind::Indicator {
                    found.read_cells(document, IndicatorId::from_uuid(entity.id));
                }
            }
        }
        found
    }

    /// Whether it is there; of a figure, whether it is at least that.
    pub fn says(&self, says: Says) -> bool {
        match says {
            Says::Word(word) => self.words.contains(&word),
            Says::Figure(indicator, least) => self
                .figures
                .get(&indicator)
                .is_some_and(|value| *value >= least),
        }
    }

    fn read_cells(&mut self, document: &Workspace, indicator: IndicatorId) {
        for month in months() {
            for entry in document.history(indicator, month) {
                self.words.extend(words_in(&entry.comment));
            }
        }
        let target = document.indicator(indicator).map(|found| found.target);
        if let Some(value) = target.and_then(|target| target.value) {
            self.figures.insert(indicator, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_and_never_torn() {
        let (one, two) = (Word::new(), Word::new());
        let text = format!("é{}{}", one.text(), two.text());
        assert_eq!(words_in(&text).collect::<Vec<_>>(), [one, two]);
        let gaps = gaps(&text);
        let units: Vec<u16> = text.encode_utf16().collect();
        assert_eq!(gaps.len(), 3);
        for gap in gaps {
            let (before, after) = units.split_at(gap as usize);
            let [before, after] = [before, after].map(String::from_utf16_lossy);
            let torn = format!("{before}x{after}");
            assert_eq!(words_in(&torn).count(), 2);
        }
        assert_eq!(words_in("‹7").count(), 0, "a word without its end is none");
    }
}
