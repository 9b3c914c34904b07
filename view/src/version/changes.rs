//! How a change is told: values in words instead of ids and codes, texts with the words that differ marked.

use crate::{args, dates, numbers, words::Words};
use jalon_shared::{
    Choice, Content, EntityKind, Field, FieldKind, Lang,
    dashboard::BlockKind,
    entity::EntityRef,
    glossary::{Gender, TermStatus},
    indicator::{Aggregation, Category, Direction, Nature},
    objective::{Audience, ObjectiveStatus},
    period::Frequency,
    version::diff::FieldDiff,
};
use serde_json::Value;
use std::collections::BTreeMap;

/// Two texts with more pairs of words than this are shown whole: finding the words that differ takes
/// time in proportion to it.
const MOST_PAIRS: usize = 4_000_000;

/// What ids stand for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// The names of all that two versions hold; those of the later one win.
    pub fn of(before: &Content, after: &Content) -> Self {
        let mut names = BTreeMap::new();
        for content in [before, after] {
            let languages = &content.settings.languages;
            names.extend(
                content
                    .axes
                    .iter()
                    .map(|axis| (axis.id.to_string(), axis.label.clone())),
            );
            names.extend(
                content
                    .indicators
                    .iter()
                    .map(|it| (it.id.to_string(), it.name.clone())),
            );
            names.extend(
                content
                    .terms
                    .iter()
                    .map(|term| (term.id.to_string(), term.title(languages).to_owned())),
            );
        }
        Self(names)
    }

    fn name(&self, id: &str) -> String {
        self.0
            .get(id)
            .filter(|name| !name.trim().is_empty())
            .cloned()
            .unwrap_or_else(|| id.to_owned())
    }
}

/// The label of a field in a comparison.
pub fn label(words: Words, entity: EntityRef, change: &FieldDiff) -> String {
    match change.named(entity) {
        Some(field) => words.field_ref(&entity.field(field)),
        None if change.field == "languages" => words.t("diff-languages"),
        None => words.t("diff-position"),
    }
}

/// Whether the sides are texts, or lists of names, whose words can be compared.
pub fn is_compared_by_words(entity: EntityRef, change: &FieldDiff) -> bool {
    let field = change.named(entity);
    let is_text = field.is_some_and(|field| field.kind() == FieldKind::Text);
    is_text || change.before.is_array() || change.after.is_array()
}

/// One side of a change, in words; empty when there was nothing.
pub fn value(
    words: Words,
    names: &Names,
    entity: EntityRef,
    change: &FieldDiff,
    value: &Value,
) -> String {
    let field = change.named(entity);
    match value {
        Value::Null => String::new(),
        Value::Array(items) => {
            let say = |item: &Value| match (&field, item.as_str()) {
                (None, Some(tag)) => tag
                    .parse::<Lang>()
                    .map_or_else(|_| tag.to_owned(), |lang| words.lang(&lang)),
                (Some(_), Some(id)) => names.name(id),
                _ => item.to_string(),
            };
            items.iter().map(say).collect::<Vec<_>>().join(", ")
        }
        Value::Number(number) => number
            .as_f64()
            .map(|number| figure(words, field.as_ref(), number))
            .unwrap_or_default(),
        Value::String(text) => field.map_or_else(
            || text.clone(),
            |field| told(words, names, entity.kind, &field, text),
        ),
        other => other.to_string(),
    }
}

fn figure(words: Words, field: Option<&Field>, number: f64) -> String {
    match field {
        Some(Field::AlertThreshold | Field::GoodThreshold) => numbers::percent(words, number, 0),
        Some(Field::Color) => numbers::short(words, number + 1.0, 0),
        _ => numbers::short(words, number, 6),
    }
}

/// A single value, by what the field holds.
fn told(words: Words, names: &Names, kind: EntityKind, field: &Field, text: &str) -> String {
    let choice = match field {
        Field::Status => ObjectiveStatus::from_word(text).map(|it| words.choice(it)),
        Field::TermStatus => TermStatus::from_word(text).map(|it| words.choice(it)),
        Field::ExpectedFor => Audience::from_word(text).map(|it| words.choice(it)),
        Field::Category => Category::from_word(text).map(|it| words.choice(it)),
        Field::Nature => Nature::from_word(text).map(|it| words.choice(it)),
        Field::Direction => Direction::from_word(text).map(|it| words.choice(it)),
        Field::Aggregation => Aggregation::from_word(text).map(|it| words.choice(it)),
        Field::Frequency | Field::Cadence => Frequency::from_word(text).map(|it| words.choice(it)),
        Field::GenderIn(_) => Gender::from_word(text).map(|it| words.choice(it)),
        Field::BlockKind if kind == EntityKind::Block => {
            BlockKind::from_word(text).map(|it| words.choice(it))
        }
        Field::Axis | Field::Indicator => Some(names.name(text)),
        Field::DueDate | Field::Date => text.parse().ok().map(|date| dates::date(words, date)),
        Field::BaselinePeriod | Field::TargetPeriod | Field::Period => {
            Some(dates::period_text(words, text))
        }
        _ => None,
    };
    choice.unwrap_or_else(|| text.to_owned())
}

/// A measure before or after, with what stands behind it.
pub fn measure(
    words: Words,
    measure: Option<&jalon_shared::Measure>,
    indicator: Option<&jalon_shared::Indicator>,
) -> String {
    let (Some(measure), Some(indicator)) = (measure, indicator) else {
        return String::new();
    };
    let value = crate::measures::value(words, measure, indicator);
    match crate::measures::detail(words, measure) {
        Some(detail) => words.t_with(
            "dashboard-figure-dated",
            args![value => value, period => detail],
        ),
        None => value,
    }
}

/// A run of words that is in both texts, or in this one alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub is_alone: bool,
}

/// Two texts as runs: what of the first is gone, and what of the second is new. They are compared by
/// words, with the longest common subsequence.
pub fn runs(before: &str, after: &str) -> (Vec<Run>, Vec<Run>) {
    let (old, new) = (tokens(before), tokens(after));
    if old.len().saturating_mul(new.len()) > MOST_PAIRS {
        let whole = |text: &str| {
            vec![Run {
                text: text.to_owned(),
                is_alone: true,
            }]
        };
        return (whole(before), whole(after));
    }
    let width = new.len() + 1;
    // lengths[i * width + j]: how many words old[i..] and new[j..] have in common, in order.
    let mut lengths = vec![0_u32; (old.len() + 1) * width];
    let at = |lengths: &[u32], i: usize, j: usize| lengths.get(i * width + j).copied().unwrap_or(0);
    for (i, word) in old.iter().enumerate().rev() {
        for (j, other) in new.iter().enumerate().rev() {
            let longest = if word == other {
                at(&lengths, i + 1, j + 1) + 1
            } else {
                at(&lengths, i + 1, j).max(at(&lengths, i, j + 1))
            };
            if let Some(length) = lengths.get_mut(i * width + j) {
                *length = longest;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    while let (Some(word), Some(other)) = (old.get(i), new.get(j)) {
        if word == other {
            push(&mut gone, word, false);
            push(&mut come, other, false);
            (i, j) = (i + 1, j + 1);
        } else if at(&lengths, i + 1, j) >= at(&lengths, i, j + 1) {
            push(&mut gone, word, true);
            i += 1;
        } else {
            push(&mut come, other, true);
            j += 1;
        }
    }
    old.iter()
        .skip(i)
        .for_each(|word| push(&mut gone, word, true));
    new.iter()
        .skip(j)
        .for_each(|word| push(&mut come, word, true));
    (gone, come)
}

fn push(runs: &mut Vec<Run>, word: &str, is_alone: bool) {
    match runs.last_mut() {
        Some(run) if run.is_alone == is_alone => run.text.push_str(word),
        _ => runs.push(Run {
            text: word.to_owned(),
            is_alone,
        }),
    }
}

/// Words, the spaces between them, and every other mark alone.
fn tokens(text: &str) -> Vec<&str> {
    let class = |c: char| {
        if c.is_alphanumeric() {
            1
        } else if c.is_whitespace() {
            2
        } else {
            3
        }
    };
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let now = class(c);
        if before.is_some_and(|before| before != now || now == 3) {
            tokens.push(&text[start..at]);
            start = at;
        }
        before = Some(now);
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marked(runs: &[Run]) -> String {
        runs.iter()
            .map(|run| {
                if run.is_alone {
                    format!("[{}]", run.text)
                } else {
                    run.text.clone()
                }
            })
            .collect()
    }

    #[test]
    fn the_words_that_differ_are_found() {
        let (before, after) = runs(
            "Tenir 52 cafés en 2024.",
            "Tenir 96 cafés de quartier en 2025.",
        );
        assert_eq!(marked(&before), "Tenir [52] cafés en [2024].");
        assert_eq!(marked(&after), "Tenir [96] cafés [de quartier ]en [2025].");
        assert_eq!(runs("", "neuf").0, []);
        assert_eq!(marked(&runs("", "neuf").1), "[neuf]");
    }

    proptest! {
        #[test]
        fn both_texts_are_shown_whole(before in "[aé, ]{0,14}", after in "[aé, ]{0,14}") {
            let (gone, come) = runs(&before, &after);
            let whole = |runs: &[Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
            let kept = |runs: &[Run]| runs.iter().filter(|run| !run.is_alone).map(|run| run.text.as_str()).collect::<String>();
            prop_assert_eq!((whole(&gone), whole(&come)), (before, after));
            prop_assert_eq!(kept(&gone), kept(&come));
        }
    }
}
