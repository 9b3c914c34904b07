//! The labelled inputs of a measure, in the shape that the aggregation of its indicator needs. They keep
//! their own text: what is typed is told, and never written back over the caret.

use super::draft::Draft;
use dioxus::prelude::*;
use jalon_shared::{Indicator, indicator::Aggregation};
use jalon_view::{
    args,
    words::{Words, use_words},
};

#[component]
pub(super) fn MeasureInputs(
    draft: Draft,
    indicator: Indicator,
    readonly: bool,
    ontype: EventHandler<(usize, String)>,
) -> Element {
    let words = use_words();
    let labels = labels(words, &draft, &indicator);
    let texts: Vec<String> = draft.texts().into_iter().map(str::to_owned).collect();
    let is_levels = matches!(draft, Draft::Levels { .. });
    let inputs = labels
        .into_iter()
        .zip(texts)
        .enumerate()
        .map(|(input, (label, text))| {
            let fault = draft.fault(input, words).map(|fault| words.t(fault.key()));
            rsx! {
                NumberInput { key: "{input}", label, text, fault, readonly, is_level: is_levels,
                    is_whole: is_levels, is_first: input == 0,
                    ontype: move |text| ontype.call((input, text)) }
            }
        });
    if is_levels {
        rsx! {
            fieldset { class: "reading-levels",
                legend { class: "label", {words.t("readings-levels-legend")} }
                {inputs}
            }
        }
    } else {
        rsx! { div { class: "fields", {inputs} } }
    }
}

/// The labels of the inputs, in their order, in the indicator's own words where it has some.
fn labels(words: Words, draft: &Draft, indicator: &Indicator) -> Vec<String> {
    let unit = indicator.unit.trim();
    let own = |text: &str, key: &str| {
        if text.trim().is_empty() {
            words.t(key)
        } else {
            text.trim().to_owned()
        }
    };
    let with_unit = |plain: &str, key: &str| {
        if unit.is_empty() {
            words.t(plain)
        } else {
            words.t_with(key, args![unit => unit.to_owned()])
        }
    };
    match (indicator.aggregation, draft) {
        (Aggregation::Ratio, _) => {
            vec![
                own(&indicator.numerator, "readings-numerator"),
                own(&indicator.denominator, "readings-denominator"),
            ]
        }
        (Aggregation::WeightedMean, _) => vec![
            with_unit("readings-mean-label", "readings-mean-unit"),
            words.t("readings-n-label"),
        ],
        (Aggregation::Distribution, Draft::Levels { counts }) => (0..counts.len())
            .map(|index| {
                match indicator
                    .levels
                    .get(index)
                    .map(|label| label.trim())
                    .filter(|label| !label.is_empty())
                {
                    Some(label) => words.t_with(
                        "readings-level",
                        args![level => index + 1, label => label.to_owned()],
                    ),
                    None => words.t_with("readings-level-plain", args![level => index + 1]),
                }
            })
            .collect(),
        _ => vec![with_unit("readings-value", "readings-value-unit")],
    }
}

#[component]
fn NumberInput(
    label: String,
    text: String,
    fault: Option<String>,
    readonly: bool,
    is_level: bool,
    is_whole: bool,
    is_first: bool,
    ontype: EventHandler<String>,
) -> Element {
    rsx! {
        label { class: if is_level { "reading-level" } else { "field" },
            span { class: "label", "{label}" }
            input { class: "input number", r#type: "text", inputmode: if is_whole { "numeric" } else { "decimal" },
                autocomplete: "off", readonly, autofocus: is_first, aria_invalid: fault.is_some(), initial_value: text,
                oninput: move |event| ontype.call(event.value()) }
            if let Some(fault) = &fault { span { class: "error-text", role: "alert", "{fault}" } }
        }
    }
}
