//! The page of the readings: the year, what still waits, and the table. Its rows follow the document themselves.

use super::{
    board::{Board, Line},
    editor::CellEditor,
    place::Place,
    table::Table,
    timeline::{Month, Timeline, first_year, waiting},
};
use crate::{
    app::Route,
    session::{Watch, use_session, use_watch},
    ui::{Icon, Shape},
};
use dioxus::prelude::*;
use jalon_shared::{EntityKind, EntityRef, Field, Workspace, WorkspaceId};
use jalon_view::{args, words::use_words};

fn lines(workspace: &Workspace, year: i16, today: Month) -> Vec<Line> {
    let line = |id| {
        let indicator = workspace.indicator(id)?;
        let (category, frequency) = (indicator.category, indicator.frequency);
        Some(Line {
            id,
            category,
            frequency,
            waiting: waiting(frequency, year, &workspace.readings(id), today),
        })
    };
    workspace
        .indicators()
        .into_iter()
        .filter_map(line)
        .collect()
}

#[component]
pub fn Readings(id: WorkspaceId) -> Element {
    let words = use_words();
    let session = use_session();
    let today = use_hook(this_month);
    let mut open = use_signal(|| None::<Place>);
    use_context_provider(|| Board { open, today });
    let mut year = use_signal({
        let session = session.clone();
        move || session.read(|workspace| first_year(&workspace.content().readings, today))
    });
    let mut only_waiting = use_signal(|| false);
    let cadence_field = EntityRef::SETTINGS.field(Field::Cadence);
    let cadence = use_watch(Watch::Field(cadence_field), |workspace| {
        workspace.settings().cadence
    });
    let watch = Watch::Any(vec![Watch::Kind(EntityKind::Indicator), Watch::AllReadings]);
    let all = use_watch(watch, move |workspace| lines(workspace, year(), today));

    let all = all.read().clone();
    let missing: usize = all.iter().map(|line| line.waiting).sum();
    let timeline = Timeline::of(year(), all.iter().map(|line| line.frequency), cadence());
    let shown: Vec<Line> = all
        .iter()
        .filter(|line| !only_waiting() || line.waiting > 0)
        .copied()
        .collect();
    rsx! {
        div { class: "page readings-page",
            div { class: "section-head",
                h1 { {words.t("readings-title")} }
                div { class: "readings-year", role: "group", aria_label: words.t("readings-years"),
                    button { class: "icon-button", r#type: "button", aria_label: words.t("readings-year-before"),
                        onclick: move |_| year -= 1,
                        Icon { shape: Shape::Previous }
                    }
                    span { class: "readings-year-shown", role: "status", "{year}" }
                    button { class: "icon-button", r#type: "button", aria_label: words.t("readings-year-after"),
                        onclick: move |_| year += 1,
                        Icon { shape: Shape::Next }
                    }
                }
            }
            if all.is_empty() {
                div { class: "empty",
                    p { strong { {words.t("readings-empty")} } }
                    p { {words.t("readings-empty-hint")} }
                    Link { class: "button primary", to: Route::Indicators { id }, {words.t("readings-empty-link")} }
                }
            } else {
                p { class: "muted readings-intro", {words.t("readings-intro")} }
                div { class: "cluster readings-bar",
                    span { class: if missing == 0 { "chip good" } else { "chip" },
                        {words.t_with("readings-waiting", args![count => missing])}
                    }
                    label { class: "check",
                        input { r#type: "checkbox", checked: only_waiting(),
                            onchange: move |event| only_waiting.set(event.checked()) }
                        span { {words.t("readings-only-waiting")} }
                    }
                }
                if shown.is_empty() {
                    p { class: "empty", {words.t("readings-nothing-waiting")} }
                } else {
                    Table { lines: shown, timeline }
                    p { class: "hint readings-keys", {words.t("readings-keys")} }
                }
            }
            if let Some(place) = open() {
                CellEditor { key: "{place.path()}", place, on_close: move |()| open.set(None) }
            }
        }
    }
}

/// The month on the clock of this browser.
fn this_month() -> Month {
    let now = js_sys::Date::new_0();
    let year = i16::try_from(now.get_full_year()).unwrap_or(i16::MAX);
    Month {
        year,
        month: u8::try_from(now.get_month() + 1).unwrap_or(12),
    }
}
