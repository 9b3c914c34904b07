//! The readings of a frozen version: every value, what stands behind it, and who typed it.

use super::pieces;
use crate::{
    args, dates,
    html::{escape, escape_into},
    measures,
    words::{Words, use_words},
};
use dioxus::prelude::*;
use jalon_shared::{Indicator, Period, content::Readings, version::Sealed};
use std::{collections::HashMap, sync::Arc};

#[component]
pub fn ReadingsByPeriod(sealed: Arc<Sealed>) -> Element {
    let words = use_words();
    let content = &sealed.version.content;
    let read = content.indicators.iter().filter_map(|indicator| {
        let readings = content.readings.get(&indicator.id)?;
        (!readings.is_empty()).then_some((indicator, readings))
    });
    let read: Vec<_> = read.collect();
    if read.is_empty() {
        return rsx! { p { class: "hint", {words.t("version-no-reading")} } };
    }
    let heads = [
        ("dashboard-period", ""),
        ("dashboard-value", " class=\"number\""),
        ("version-detail", ""),
        ("version-comment", ""),
        ("version-typed-by", ""),
    ];
    let heads = heads.map(|(key, class)| {
        let head = escape(&words.t(key));
        format!("<th scope=\"col\"{class}>{head}</th>")
    });
    let rows = pieces::drawn(&read, |few| {
        let mut rows = Rows::new(words);
        let each = few.iter();
        each.map(|(indicator, readings)| rows.of(indicator, readings))
            .collect()
    });
    let caption = words.t("version-readings");
    let mut table = vec![format!(
        "<caption class=\"visually-hidden\">{}</caption><thead><tr>{}</tr></thead>",
        escape(&caption),
        heads.concat()
    )];
    table.extend(rows);
    rsx! {
        div { class: "table-wrap", tabindex: "0", role: "group", aria_label: caption,
            table { class: "table readings", dangerous_inner_html: table.concat() }
        }
    }
}

/// Writes the rows of the table as HTML. A large version has tens of thousands: as many components would take ten
/// times as long.
struct Rows {
    words: Words,
    /// What periods are called, once they were.
    periods: HashMap<Period, String>,
    /// How people are called whose names are not told.
    somebody: HashMap<String, String>,
}

impl Rows {
    fn new(words: Words) -> Self {
        Self {
            words,
            periods: HashMap::new(),
            somebody: HashMap::new(),
        }
    }

    /// The rows of an indicator, under its name.
    fn of(&mut self, indicator: &Indicator, readings: &Readings) -> String {
        let words = self.words;
        let mut html = String::with_capacity(readings.len() * 256);
        html.push_str("<tbody><tr class=\"group-row\"><th scope=\"rowgroup\" colspan=\"5\">");
        escape_into(&mut html, &indicator.name);
        html.push_str("</th></tr>");
        for (period, reading) in readings {
            let current = &reading.current;
            html.push_str("<tr><th scope=\"row\">");
            let period = self
                .periods
                .entry(*period)
                .or_insert_with(|| dates::period(words, *period));
            escape_into(&mut html, period);
            html.push_str("</th><td class=\"number\">");
            escape_into(
                &mut html,
                &measures::value(words, &current.measure, indicator),
            );
            html.push_str("</td><td>");
            if let Some(detail) = measures::detail(words, &current.measure) {
                escape_into(&mut html, &detail);
            }
            html.push_str("</td><td>");
            escape_into(&mut html, &current.comment);
            if reading.is_disputed() {
                for other in &reading.others {
                    let value = measures::value(words, &other.measure, indicator);
                    let name = words.somebody(&other.by_name);
                    let also =
                        words.t_with("version-also-typed", args![value => value, name => name]);
                    html.push_str("<span class=\"under\">");
                    escape_into(&mut html, &also);
                    html.push_str("</span>");
                }
            }
            html.push_str("</td><td>");
            if !self.somebody.contains_key(&current.by_name) {
                let said = words.somebody(&current.by_name);
                self.somebody.insert(current.by_name.clone(), said);
            }
            if let Some(name) = self.somebody.get(&current.by_name) {
                escape_into(&mut html, name);
            }
            html.push_str("</td></tr>");
        }
        html.push_str("</tbody>");
        html
    }
}
