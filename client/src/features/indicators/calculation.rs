//! How the readings of an indicator become one figure: the rule in words, and what that rule needs to know.

use super::{choosing, levels::Levels, lines::Line};
use crate::field::{ChoiceField, NumberField};
use crate::session::use_session;
use dioxus::prelude::*;
use jalon_shared::{
    Choice, Field, Indicator, IndicatorId,
    indicator::{Aggregation, Nature},
};
use jalon_view::words::use_words;

#[component]
pub(super) fn Calculation(
    id: IndicatorId,
    aggregation: Aggregation,
    nature: Nature,
    levels: usize,
) -> Element {
    let words = use_words();
    let session = use_session();
    let also = use_callback(move |chosen: Aggregation| {
        let indicator = session.read(|workspace| workspace.indicator(id));
        indicator.map_or_else(Vec::new, |indicator| {
            choosing::after_aggregation(&indicator, chosen)
        })
    });
    let has_levels = aggregation == Aggregation::Distribution || levels > 0;
    rsx! {
        div { class: "fields",
            ChoiceField::<Aggregation> {
                field: id.field(Field::Aggregation),
                label: words.t("indicator-aggregation"),
                current: Some(aggregation),
                among: choosing::offered(nature, aggregation),
                also,
            }
            NumberField { field: id.field(Field::Decimals), label: words.t("indicator-decimals"), decimals: Some(0), limits: (0.0, f64::from(Indicator::MAX_DECIMALS)) }
        }
        p { class: "note aggregation-words", {words.t(&format!("indicator-aggregation-{}-words", aggregation.word()))} }
        if aggregation == Aggregation::Ratio {
            div { class: "fields",
                Line { id, field: Field::Numerator, word: "numerator", hint: words.t("indicator-numerator-hint") }
                Line { id, field: Field::Denominator, word: "denominator", hint: words.t("indicator-denominator-hint") }
            }
        }
        if has_levels {
            Levels { id, count: levels }
        }
    }
}
