//! The sheet of an indicator: all that is agreed about it, in the order in which people talk it through.

use super::{
    calculation::Calculation,
    category::hue,
    choosing,
    figure::Standing,
    grid_keys::keep_one_line,
    lines::{Line, Words},
    linked::LinkedObjectives,
};
use crate::features::mentions::Mentions;
use crate::field::{ChoiceField, NumberField, PeriodField, TextField};
use crate::session::{Watch, use_session, use_watch};
use crate::ui::Drawer;
use dioxus::prelude::*;
use jalon_shared::{
    Field, FieldRef, Frequency, IndicatorId,
    indicator::{Aggregation, Category, Direction, Nature},
};
use jalon_view::{args, words::use_words};

/// The choices that the sheet is made of: what decides which of its fields are shown.
#[derive(Clone, PartialEq)]
struct Chosen {
    name: String,
    category: Category,
    nature: Nature,
    direction: Direction,
    frequency: Frequency,
    aggregation: Aggregation,
    levels: usize,
}

/// A drawer for one indicator; it is open while it is mounted.
#[component]
pub(crate) fn Sheet(id: IndicatorId, on_close: EventHandler<()>) -> Element {
    let words = use_words();
    let chosen = use_watch(Watch::Entity(id.into()), move |workspace| {
        let indicator = workspace.indicator(id)?;
        Some(Chosen {
            name: indicator.name.trim().to_owned(),
            category: indicator.category,
            nature: indicator.nature,
            direction: indicator.direction,
            frequency: indicator.frequency,
            aggregation: indicator.aggregation,
            levels: indicator.levels.len(),
        })
    });
    let session = use_session();
    let after_nature = use_callback(move |nature: Nature| {
        session.read(|workspace| {
            let is_read = !workspace.readings(id).is_empty();
            let indicator = workspace.indicator(id);
            indicator.map_or_else(Vec::new, |indicator| {
                choosing::after_nature(&indicator, is_read, nature)
            })
        })
    });
    let chosen = chosen.read();
    let Some(chosen) = chosen.as_ref().cloned() else {
        return rsx! {};
    };
    let name = if chosen.name.is_empty() {
        words.t("indicator-unnamed")
    } else {
        chosen.name.clone()
    };
    let mentioned: Vec<FieldRef> = [Field::Name, Field::Definition, Field::Collection]
        .map(|field| id.field(field))
        .to_vec();
    rsx! {
        Drawer { title: words.t_with("indicator-sheet", args![name => name]), on_close, class: "sheet {hue(chosen.category)}",
            div { class: "stack loose", onkeydown: keep_one_line,
                Part { title: words.t("indicator-part-essential"),
                    Line { id, field: Field::Name, word: "name", placeholder: words.t("indicator-name-placeholder") }
                    Words { id, field: Field::Definition, word: "definition" }
                    div { class: "fields",
                        ChoiceField::<Category> { field: id.field(Field::Category), label: words.t("indicator-category"), current: Some(chosen.category) }
                        ChoiceField::<Nature> { field: id.field(Field::Nature), label: words.t("indicator-nature"), current: Some(chosen.nature), also: after_nature }
                        Line { id, field: Field::Unit, word: "unit", placeholder: words.t("indicator-unit-placeholder") }
                        ChoiceField::<Direction> { field: id.field(Field::Direction), label: words.t("indicator-direction"), current: Some(chosen.direction) }
                    }
                    Mentions { fields: mentioned, heading: words.t("indicator-part-words") }
                }
                Part { title: words.t("indicator-part-figure"), Standing { id } }
                Part { title: words.t("indicator-part-calculation"),
                    Calculation { id, aggregation: chosen.aggregation, nature: chosen.nature, levels: chosen.levels }
                }
                Part { title: words.t("indicator-part-bounds"), Bounds { id } }
                Part { title: words.t("indicator-part-collection"),
                    div { class: "fields",
                        Line { id, field: Field::Source, word: "source" }
                        ChoiceField::<Frequency> { field: id.field(Field::Frequency), label: words.t("indicator-frequency"), current: Some(chosen.frequency) }
                        Line { id, field: Field::OwnerRole, word: "role" }
                    }
                    Words { id, field: Field::Collection, word: "collection" }
                    Words { id, field: Field::Disaggregation, word: "disaggregation" }
                }
                Part { title: words.t("indicator-part-care"),
                    Words { id, field: Field::KnownBiases, word: "biases" }
                    Words { id, field: Field::PersonalData, word: "personal-data" }
                }
                Part { title: words.t("indicator-part-objectives"), LinkedObjectives { id } }
                Part { title: words.t("indicator-part-agreement"),
                    Line { id, field: Field::AgreedBy, word: "agreed-by" }
                    TextField { field: id.field(Field::AgreedWhy), label: words.t("indicator-agreed-why"), multiline: true }
                }
            }
        }
    }
}

/// A part of the sheet with its heading.
#[component]
fn Part(title: String, children: Element) -> Element {
    rsx! {
        section { class: "sheet-part stack", aria_label: "{title}",
            h3 { "{title}" }
            {children}
        }
    }
}

/// The most that a threshold can be, in percent of the target: well beyond it.
const MOST_OF_TARGET: f64 = 200.0;

#[component]
fn Bounds(id: IndicatorId) -> Element {
    let words = use_words();
    let thresholds = use_watch(Watch::Entity(id.into()), move |workspace| {
        let indicator = workspace.indicator(id);
        indicator.map(|indicator| indicator.thresholds)
    });
    let thresholds = thresholds().unwrap_or_default();
    // Each stays on its side of the other.
    let (alert, good) = (100.0 * thresholds.alert, 100.0 * thresholds.good);
    rsx! {
        div { class: "fields bounds",
            for (name, value, period) in [
                ("baseline", Field::BaselineValue, Field::BaselinePeriod),
                ("target", Field::TargetValue, Field::TargetPeriod),
            ] {
                NumberField { key: "{name}", field: id.field(value), label: words.t(&format!("indicator-{name}")) }
                PeriodField { field: id.field(period), label: words.t(&format!("indicator-{name}-period")) }
            }
            NumberField { field: id.field(Field::AlertThreshold), label: words.t("indicator-alert"), share: true, limits: (1.0, good) }
            NumberField { field: id.field(Field::GoodThreshold), label: words.t("indicator-good"), share: true, limits: (alert, MOST_OF_TARGET) }
        }
        p { class: "hint", {words.t("indicator-target-hint")} }
        p { class: "hint", {words.t("indicator-thresholds-hint")} }
    }
}
