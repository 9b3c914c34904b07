//! The editor of one cell: its numbers, its comment, the values to choose from, the verbatims and the history.

use super::{
    board::{Board, name_of},
    cell::record,
    draft::Draft,
    history::{Disputed, History},
    inputs::MeasureInputs,
    place::Place,
    shown::{in_words, shown},
    verbatims::Verbatims,
};
use crate::{
    features::talk::TalkButton,
    session::{Watch, use_session, use_watch},
    ui::{Dialog, Icon, Shape},
};
use dioxus::prelude::*;
use jalon_shared::{
    Indicator, Measure, Reading, ReadingEntry, ReadingId, Subject, Workspace,
    indicator::{Aggregation, Nature},
};
use jalon_view::{args, dates, words::use_words};

/// What the editor reads of the document.
#[derive(Debug, Clone, PartialEq)]
struct Held {
    indicator: Indicator,
    /// What the cell holds, also when it was withdrawn.
    reading: Option<Reading>,
    history: Vec<ReadingEntry>,
}

fn held(workspace: &Workspace, place: Place) -> Option<Held> {
    let Place { indicator, period } = place;
    let (reading, history) = (
        workspace.reading(indicator, period),
        workspace.history(indicator, period),
    );
    Some(Held {
        indicator: workspace.indicator(indicator)?,
        reading,
        history,
    })
}

/// What is typed, on top of which entry. It stays until it is saved, whatever others type meanwhile.
#[derive(Debug, Clone, PartialEq)]
struct Typed {
    draft: Draft,
    comment: String,
    over: Option<ReadingId>,
}

#[component]
pub(super) fn CellEditor(place: Place, on_close: EventHandler<()>) -> Element {
    let words = use_words();
    let session = use_session();
    let mut open = use_context::<Board>().open;
    let Place { indicator, period } = place;
    let watch = Watch::Any(vec![
        Watch::Entity(indicator.into()),
        Watch::Reading(indicator, period),
    ]);
    let read = use_watch(watch, move |workspace| held(workspace, place));
    let mut typed = use_signal(|| None::<Typed>);
    // The inputs are drawn anew when their texts come from somewhere else than the keyboard.
    let mut round = use_signal(|| 0_u32);

    let here = session.clone();
    use_effect(move || here.focus(Some(place.path())));
    let gone = session.clone();
    use_drop(move || gone.focus(None));

    let Some(Held {
        indicator,
        reading,
        history,
    }) = read.read().clone()
    else {
        return rsx! {};
    };
    let current = reading.as_ref().map(|reading| reading.current.clone());
    let is_there = current
        .as_ref()
        .is_some_and(|entry| entry.measure != Measure::Withdrawn);
    let over = current.as_ref().map(|entry| entry.id);
    let stored = Typed {
        draft: Draft::of(
            current.as_ref().map(|entry| &entry.measure),
            &indicator,
            words,
        ),
        comment: current
            .as_ref()
            .map(|entry| entry.comment.clone())
            .unwrap_or_default(),
        over,
    };
    let now = typed.read().clone().unwrap_or_else(|| stored.clone());
    let inputs_key = if typed.read().is_some() {
        format!("typed-{round}")
    } else {
        format!("stored-{over:?}-{round}")
    };
    // While nothing is typed yet the key follows the document; the first letter must not draw the box anew.
    let mut pinned = use_signal(|| inputs_key.clone());
    if typed.read().is_none() && *pinned.peek() != inputs_key {
        pinned.set(inputs_key);
    }

    let edit = use_callback(move |change: Change| {
        let mut next = typed.peek().clone().unwrap_or_else(|| stored.clone());
        match change {
            Change::Input(input, text) => next.draft.set(input, text),
            Change::Comment(text) => next.comment = text,
        }
        typed.set(Some(next));
    });
    let measure = now.draft.measure(words);
    let is_new = typed.read().is_some();
    let saver = session.clone();
    let save = {
        let (measure, comment) = (measure.clone(), now.comment.trim().to_owned());
        use_callback(move |()| {
            if let Some(measure) = measure.clone() {
                record(&saver, place, measure, comment.clone());
                typed.set(None);
                on_close.call(());
            }
        })
    };
    let withdrawer = session.clone();
    let may_write = session.may_write();
    let meanwhile = typed
        .read()
        .as_ref()
        .filter(|typed| typed.over != over)
        .and(current.clone());
    let preview = measure
        .as_ref()
        .and_then(|measure| shown(measure, &indicator, words));
    let hint = match indicator.aggregation {
        Aggregation::Sum => None,
        Aggregation::Ratio => Some("readings-ratio-hint"),
        Aggregation::WeightedMean => Some("readings-mean-hint"),
        Aggregation::Distribution => Some("readings-levels-hint"),
    };
    let go = move |to: Option<jalon_shared::Period>| {
        let to = to.map(|period| Place { period, ..place });
        move |_| {
            if to.is_some() {
                open.set(to)
            }
        }
    };
    let title = words.t_with(
        "readings-editor",
        args![indicator => name_of(words, &indicator), period => dates::period(words, period)],
    );
    let choosing = reading.clone().filter(Reading::is_disputed);
    rsx! {
        Dialog { title, on_close: move |()| on_close.call(()),
            div { class: "reading-editor stack",
                div { class: "reading-editor-where",
                    if let Some(previous) = period.previous() {
                        button { class: "button quiet small", r#type: "button", onclick: go(Some(previous)),
                            aria_label: words.t_with("readings-previous-cell", args![period => dates::period_short(words, previous)]),
                            Icon { shape: Shape::Previous }
                            {dates::period_short(words, previous)}
                        }
                    }
                    if let Some(next) = period.next() {
                        button { class: "button quiet small", r#type: "button", onclick: go(Some(next)),
                            aria_label: words.t_with("readings-next-cell", args![period => dates::period_short(words, next)]),
                            {dates::period_short(words, next)}
                            Icon { shape: Shape::Next }
                        }
                    }
                    TalkButton { about: Subject::Cell(place.indicator, place.period), in_words: true, on_open: move |()| on_close.call(()) }
                }
                if let Some(reading) = choosing {
                    Disputed { place, indicator: indicator.clone(), reading }
                }
                if let Some(entry) = meanwhile {
                    div { class: "note warning", role: "status",
                        p { {words.t_with("readings-meanwhile", args![name => words.somebody(&entry.by_name), value => in_words(&entry.measure, &indicator, words)])} }
                        button { class: "link-button", r#type: "button",
                            onclick: move |_| { typed.set(None); round += 1; },
                            {words.t("readings-take-it")}
                        }
                    }
                }
                form {
                    class: "stack",
                    onsubmit: move |event| { event.prevent_default(); save(()); },
                    for pinned in [pinned()] { div { key: "{pinned}", class: "stack",
                        MeasureInputs { draft: now.draft.clone(), indicator: indicator.clone(), readonly: !may_write,
                            ontype: move |(input, text)| edit(Change::Input(input, text)) }
                        if let Some(hint) = hint { p { class: "hint", {words.t(hint)} } }
                        if indicator.aggregation != Aggregation::Sum {
                            div { class: "reading-preview", role: "status", aria_label: words.t("readings-preview"),
                                match &preview {
                                    Some(says) => rsx! {
                                        span { class: "display", {says.figure.clone()} }
                                        span { class: "muted",
                                            if indicator.aggregation == Aggregation::Distribution { {words.t("readings-mean")} " · " }
                                            {says.behind.clone()}
                                        }
                                    },
                                    None => rsx! { span { class: "muted", {words.t("readings-preview-waiting")} } },
                                }
                            }
                        }
                        if now.draft.is_beyond_all(words) {
                            p { class: "note warning", role: "status", {words.t("readings-beyond-all")} }
                        }
                        if may_write || !now.comment.trim().is_empty() { label { class: "field",
                            span { class: "label", {words.t("readings-comment")} }
                            textarea { class: "textarea", rows: 2, readonly: !may_write, initial_value: now.comment.clone(),
                                placeholder: words.t("readings-comment-hint"),
                                oninput: move |event| edit(Change::Comment(event.value())) }
                        } }
                    } }
                    if may_write {
                        div { class: "cluster spread",
                            button { class: "button primary", r#type: "submit", disabled: measure.is_none() || !is_new, {words.t("readings-save")} }
                            if is_there {
                                button { class: "button quiet danger", r#type: "button", title: words.t("readings-withdraw-hint"),
                                    onclick: move |_| {
                                        record(&withdrawer, place, Measure::Withdrawn, String::new());
                                        typed.set(None);
                                        on_close.call(());
                                    },
                                    {words.t("readings-withdraw")}
                                }
                            }
                        }
                    }
                }
                Verbatims { place, is_qualitative: indicator.nature == Nature::Qualitative }
                History { entries: history, current: over, indicator: indicator.clone() }
            }
        }
    }
}

/// What the keyboard did.
enum Change {
    Input(usize, String),
    Comment(String),
}
