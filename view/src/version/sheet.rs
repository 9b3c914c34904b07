//! The sheet of one indicator: all that is needed to read it the same way next year.

use crate::{
    args, dates, measures, numbers,
    words::{Words, use_words},
};
use dioxus::prelude::*;
use jalon_shared::{
    EntityKind, Field, Indicator,
    indicator::{Aggregation, Bound, Nature},
};

/// `objectives` are the statements of those that the indicator is linked to.
#[component]
pub fn Sheet(indicator: Indicator, objectives: Vec<String>) -> Element {
    let words = use_words();
    let has_levels = indicator.nature == Nature::Qualitative
        && indicator
            .levels
            .iter()
            .any(|level| !level.trim().is_empty());
    let rows = rows(words, &indicator);
    rsx! {
        article { class: "sheet card", id: "indicator-{indicator.id}",
            h4 { {indicator.name.clone()} }
            dl { class: "definition",
                for (label, text) in rows {
                    dt { {label} }
                    dd { {text} }
                }
                if has_levels {
                    dt { {words.t("version-levels")} }
                    dd {
                        ol {
                            for level in indicator.levels.iter() {
                                li { {level.clone()} }
                            }
                        }
                    }
                }
                if !objectives.is_empty() {
                    dt { {words.t("version-linked-objectives")} }
                    dd {
                        ul { class: "plain",
                            for statement in objectives {
                                li { {statement} }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What was written, field by field; what was not is left out.
fn rows(words: Words, indicator: &Indicator) -> Vec<(String, String)> {
    let share = |share: f64| numbers::percent(words, share, 0);
    let is_ratio = indicator.aggregation == Aggregation::Ratio;
    let only_ratio = |text: &String| {
        if is_ratio {
            text.clone()
        } else {
            String::new()
        }
    };
    let texts = [
        (Field::Definition, indicator.definition.clone()),
        (Field::Nature, words.choice(indicator.nature)),
        (Field::Unit, indicator.unit.clone()),
        (Field::Direction, words.choice(indicator.direction)),
        (
            Field::Aggregation,
            aggregation(words, indicator.aggregation),
        ),
        (Field::Numerator, only_ratio(&indicator.numerator)),
        (Field::Denominator, only_ratio(&indicator.denominator)),
        (
            Field::BaselineValue,
            bound(words, indicator, indicator.baseline),
        ),
        (
            Field::TargetValue,
            bound(words, indicator, indicator.target),
        ),
        (Field::AlertThreshold, share(indicator.thresholds.alert)),
        (Field::GoodThreshold, share(indicator.thresholds.good)),
        (Field::Source, indicator.source.clone()),
        (Field::Collection, indicator.collection.clone()),
        (Field::Frequency, words.choice(indicator.frequency)),
        (Field::OwnerRole, indicator.owner_role.clone()),
        (Field::Disaggregation, indicator.disaggregation.clone()),
        (Field::PersonalData, indicator.personal_data.clone()),
        (Field::KnownBiases, indicator.known_biases.clone()),
        (Field::AgreedBy, indicator.agreed_by.clone()),
        (Field::AgreedWhy, indicator.agreed_why.clone()),
    ];
    let written = texts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty());
    written
        .map(|(field, text)| (words.field(EntityKind::Indicator, &field), text))
        .collect()
}

fn aggregation(words: Words, aggregation: Aggregation) -> String {
    let (name, rule) = (words.choice(aggregation), words.choice_hint(aggregation));
    words.t_with("version-aggregation", args![name => name, rule => rule])
}

fn bound(words: Words, indicator: &Indicator, bound: Bound) -> String {
    let Some(value) = bound.value else {
        return String::new();
    };
    let value = numbers::with_unit(words, value, measures::typed(value), indicator.shown_unit());
    match bound.period {
        Some(period) => words.t_with(
            "dashboard-figure-dated",
            args![value => value, period => dates::period(words, period)],
        ),
        None => value,
    }
}
