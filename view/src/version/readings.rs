//! The readings of a frozen version: every value, what stands behind it, and who typed it.

use crate::{args, dates, measures, words::use_words};
use dioxus::prelude::*;
use jalon_shared::{Content, Indicator, Period, reading::Reading};

#[component]
pub fn ReadingsByPeriod(content: Content) -> Element {
    let words = use_words();
    let read = content.indicators.iter().filter_map(|indicator| {
        let readings = content.readings.get(&indicator.id)?;
        (!readings.is_empty()).then(|| (indicator.clone(), readings.clone()))
    });
    let read: Vec<_> = read.collect();
    if read.is_empty() {
        return rsx! { p { class: "hint", {words.t("version-no-reading")} } };
    }
    rsx! {
        div { class: "table-wrap", tabindex: "0", role: "group", aria_label: words.t("version-readings"),
            table { class: "table readings",
                caption { class: "visually-hidden", {words.t("version-readings")} }
                thead {
                    tr {
                        th { scope: "col", {words.t("dashboard-period")} }
                        th { scope: "col", class: "number", {words.t("dashboard-value")} }
                        th { scope: "col", {words.t("version-detail")} }
                        th { scope: "col", {words.t("version-comment")} }
                        th { scope: "col", {words.t("version-typed-by")} }
                    }
                }
                for (indicator, readings) in read {
                    tbody { key: "{indicator.id}",
                        tr { class: "group-row",
                            th { scope: "rowgroup", colspan: "5", {indicator.name.clone()} }
                        }
                        for (period, reading) in readings {
                            Row { key: "{period}", period, reading, indicator: indicator.clone() }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn Row(period: Period, reading: Reading, indicator: Indicator) -> Element {
    let words = use_words();
    let current = &reading.current;
    rsx! {
        tr {
            th { scope: "row", {dates::period(words, period)} }
            td { class: "number", {measures::value(words, &current.measure, &indicator)} }
            td { {measures::detail(words, &current.measure)} }
            td {
                {current.comment.clone()}
                if reading.is_disputed() {
                    for other in reading.others.iter() {
                        span { class: "under",
                            {words.t_with("version-also-typed", args![
                                value => measures::value(words, &other.measure, &indicator), name => words.somebody(&other.by_name)
                            ])}
                        }
                    }
                }
            }
            td { {words.somebody(&current.by_name)} }
        }
    }
}
