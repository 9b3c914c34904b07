//! The button that freezes, and the dialog that asks for a name. The server does the freezing.

use super::list::{Entry, NewVersion, next_label, period_to_freeze};
use crate::{
    api::{self, ApiError},
    field::typed,
    session::use_session,
    ui::{Dialog, Icon, Shape},
};
use dioxus::prelude::*;
use jalon_shared::Period;
use jalon_view::{
    args, dates,
    words::{Words, use_words},
};

/// The button, for facilitators. `replaces` is the version to be corrected, if it is offered for one.
#[component]
pub fn FreezeButton(
    replaces: Option<Entry>,
    /// Told once the version is there.
    on_frozen: Option<EventHandler<()>>,
) -> Element {
    let words = use_words();
    let session = use_session();
    let mut open = use_signal(|| false);
    if !session.is_facilitator() {
        return rsx! {};
    }
    rsx! {
        if let Some(entry) = &replaces {
            button { class: "button quiet small", r#type: "button", aria_haspopup: "dialog",
                aria_label: words.t_with("versions-live-correct-named", args![label => entry.label.clone()]),
                title: words.t("versions-live-correct"),
                onclick: move |_| open.set(true),
                {words.t("versions-live-correct-short")}
            }
        } else {
            button { class: "button primary", r#type: "button", aria_haspopup: "dialog", onclick: move |_| open.set(true),
                Icon { shape: Shape::Freeze }
                {words.t("versions-live-freeze")}
            }
        }
        if open() {
            FreezeDialog { replaces: replaces.clone().map(|entry| entry.number),
                on_close: move |()| open.set(false),
                on_frozen: move |()| if let Some(told) = on_frozen { told.call(()) } }
        }
    }
}

/// A period as people write it; what an older version says otherwise as it is.
fn shown_period(words: Words, period: &str) -> String {
    let read = period.parse::<Period>();
    read.map_or_else(
        |_| period.to_owned(),
        |period| dates::period_short(words, period),
    )
}

/// Where the freezing is.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    Asking,
    Freezing,
    Failed(ApiError),
    Frozen(Entry),
}

#[component]
fn FreezeDialog(
    replaces: Option<u32>,
    on_close: EventHandler<()>,
    on_frozen: EventHandler<()>,
) -> Element {
    let words = use_words();
    let session = use_session();
    let id = session.workspace_id();
    let mut step = use_signal(|| Step::Asking);
    let mut entries = use_signal(Vec::<Entry>::new);
    let asking = session.clone();
    let mut new = use_signal(move || {
        let now = js_sys::Date::new_0();
        let (year, month) = (
            i16::try_from(now.get_full_year()).ok(),
            u8::try_from(now.get_month() + 1).ok(),
        );
        let period = year.zip(month).and_then(|today| {
            session.read(|workspace| {
                let read = workspace.content().readings;
                let periods = read.values().flat_map(|readings| readings.keys().copied());
                period_to_freeze(periods, today, workspace.settings().cadence)
            })
        });
        let period = period.map(|period| period.to_string()).unwrap_or_default();
        NewVersion {
            label: next_label(&[], &period),
            period,
            note: String::new(),
            replaces,
        }
    });
    // What is typed as the period, when no period is recognised in it.
    let mut odd_period = use_signal(String::new);
    // The name follows the period and the names taken, until somebody types one.
    let mut is_own_label = use_signal(|| false);
    let mut round = use_signal(|| 0_u32);
    let mut rename = move || {
        if !*is_own_label.peek() {
            let label = next_label(&entries.peek(), &new.peek().period);
            new.write().label = label;
            round += 1;
        }
    };
    use_future(move || async move {
        if let Ok(listed) = api::versions(id).await {
            let corrected = listed
                .iter()
                .find(|entry| Some(entry.number) == replaces)
                .map(|entry| entry.period.clone());
            if let Some(period) = corrected.filter(|period| !period.trim().is_empty()) {
                new.write().period = period;
            }
            entries.set(listed);
            rename();
        }
    });
    let freeze = use_callback(move |()| {
        if *step.peek() == Step::Freezing {
            return;
        }
        let asked = new.peek().clone();
        let session = asking.clone();
        session.freezes(Some(&asked.label));
        step.set(Step::Freezing);
        spawn(async move {
            match api::freeze(id, &asked).await {
                Ok(entry) => {
                    step.set(Step::Frozen(entry));
                    on_frozen.call(());
                }
                Err(error) => {
                    session.freezes(None);
                    step.set(Step::Failed(error));
                }
            }
        });
    });
    let title = words.t(if replaces.is_some() {
        "versions-live-correct"
    } else {
        "versions-live-freeze"
    });
    if let Step::Frozen(entry) = step() {
        return rsx! {
            Dialog { title, on_close,
                div { class: "note good", role: "status",
                    p { strong { {words.t_with("versions-live-frozen", args![label => entry.label.clone()])} } }
                }
                div { class: "cluster",
                    a { class: "button primary", href: "/w/{id}/v/{entry.number}", {words.t("versions-live-open-frozen")} }
                    button { class: "button", r#type: "button", onclick: move |_| on_close.call(()), {words.t("versions-live-close")} }
                }
            }
        };
    }
    let now = new.read().clone();
    let is_odd = !odd_period.read().is_empty();
    let is_named = !now.label.trim().is_empty();
    rsx! {
        Dialog { title, on_close,
            p { class: "muted", {words.t(if replaces.is_some() { "versions-live-correct-hint" } else { "versions-live-freeze-hint" })} }
            form { class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    if !new.peek().label.trim().is_empty() && odd_period.peek().is_empty() { freeze(()); }
                },
                for round in [round()] { div { key: "{round}", class: "fields",
                    label { class: "field",
                        span { class: "label", {words.t("versions-live-label")} }
                        input { class: "input", r#type: "text", required: true, maxlength: 120, autocomplete: "off",
                            initial_value: now.label.clone(),
                            oninput: move |event| { is_own_label.set(true); new.write().label = event.value(); } }
                    }
                    label { class: "field",
                        span { class: "label", {words.t("versions-live-period")} }
                        input { class: "input", r#type: "text", maxlength: 40, autocomplete: "off",
                            initial_value: shown_period(words, &now.period), placeholder: words.t("versions-live-period-hint"),
                            aria_invalid: is_odd,
                            oninput: move |event| {
                                let text = event.value();
                                let found = typed::period(&text);
                                let is_odd = found.is_none() && !text.trim().is_empty();
                                odd_period.set(if is_odd { text } else { String::new() });
                                new.write().period = found.map(|period| period.to_string()).unwrap_or_default();
                            },
                            onchange: move |_| if odd_period.peek().is_empty() { rename() } }
                        if is_odd { span { class: "error-text", role: "alert", {words.t("not-a-period")} } }
                    }
                } }
                if !is_named { p { class: "error-text", role: "alert", {words.t("versions-live-label-needed")} } }
                label { class: "field",
                    span { class: "label", {words.t("versions-live-note")} }
                    textarea { class: "textarea", rows: 3, maxlength: 2000, initial_value: now.note.clone(),
                        placeholder: words.t("versions-live-note-hint"),
                        oninput: move |event| new.write().note = event.value() }
                }
                if !entries.read().is_empty() {
                    label { class: "field",
                        span { class: "label", {words.t("versions-live-replaces")} }
                        select { class: "select",
                            onchange: move |event| new.write().replaces = event.value().parse().ok(),
                            option { value: "", selected: now.replaces.is_none(), {words.t("versions-live-replaces-none")} }
                            for entry in entries.read().iter() {
                                option { key: "{entry.number}", value: "{entry.number}", selected: now.replaces == Some(entry.number),
                                    {format!("{} ({})", entry.label, words.t_with("versions-live-number", args![number => entry.number]))}
                                }
                            }
                        }
                    }
                }
                if let Step::Failed(error) = step() {
                    p { class: "note danger", role: "alert",
                        {words.t(if error == ApiError::Offline { "versions-live-failed-offline" } else { "versions-live-failed" })}
                    }
                }
                div { class: "cluster",
                    button { class: "button primary", r#type: "submit", disabled: step() == Step::Freezing || !is_named || is_odd,
                        Icon { shape: Shape::Freeze }
                        {words.t(if step() == Step::Freezing { "versions-live-freezing" } else { "versions-live-confirm" })}
                    }
                    button { class: "button quiet", r#type: "button", onclick: move |_| on_close.call(()), {words.t("versions-live-cancel")} }
                }
            }
        }
    }
}
