//! The box in which the value of a cell is typed. It keeps its own text: what others type meanwhile is told beside
//! it, and never takes what is in it.

use super::{Editing, Grid};
use crate::{
    features::readings::{block::Why, report_words::why, shown::in_words, travel::Go},
    session::{Watch, use_session, use_watch},
    ui::element_of,
};
use dioxus::prelude::*;
use jalon_shared::Indicator;
use jalon_view::{args, words::use_words};
use web_sys::HtmlInputElement;

#[component]
pub(super) fn Editor(
    start: Editing,
    name: String,
    indicator: ReadSignal<Option<Indicator>>,
) -> Element {
    let words = use_words();
    let session = use_session();
    let mut grid = use_context::<Grid>();
    let place = start.place;
    let current = use_watch(
        Watch::Reading(place.indicator, place.period),
        move |workspace| {
            let reading = workspace.reading(place.indicator, place.period);
            reading.map(|reading| reading.current)
        },
    );
    let fault = use_memo(move || {
        grid.editing
            .read()
            .as_ref()
            .and_then(|editing| editing.fault)
    });
    let over = start.over;
    let meanwhile = current
        .read()
        .clone()
        .filter(|entry| Some(entry.id) != over);
    let typed = start.typed;
    let (on_key, on_blur) = (session.clone(), session.clone());
    let indicator = indicator.read();
    rsx! {
        input {
            class: "grid-input",
            r#type: "text",
            inputmode: "decimal",
            autocomplete: "off",
            enterkeyhint: "next",
            aria_label: name,
            aria_invalid: fault().is_some(),
            initial_value: start.text.clone(),
            onmounted: move |event| {
                if let Some(input) = element_of::<HtmlInputElement>(&event) {
                    let _ = input.focus();
                    if typed {
                        let end = u32::try_from(input.value().encode_utf16().count()).unwrap_or(u32::MAX);
                        let _ = input.set_selection_range(end, end);
                    } else {
                        input.select();
                    }
                    grid.input.set(Some(input));
                }
            },
            oninput: move |_| {
                if fault.peek().is_none() {
                    return;
                }
                let editing = grid.editing.peek().clone();
                grid.editing.set(editing.map(|editing| Editing { fault: None, ..editing }));
            },
            onblur: move |_| {
                let is_mine = grid.editing.peek().as_ref().is_some_and(|editing| editing.place == place);
                if is_mine {
                    grid.commit(&on_blur, words);
                }
            },
            onkeydown: move |event| {
                // Nobody else answers while something is typed; letters and the caret are the browser's.
                event.stop_propagation();
                if event.is_composing() {
                    return;
                }
                let back = event.modifiers().shift();
                let step = match event.key() {
                    Key::Enter if back => Go::Up,
                    Key::Enter => Go::Down,
                    Key::Tab if back => Go::Previous,
                    Key::Tab => Go::Next,
                    Key::ArrowUp if typed => Go::Up,
                    Key::ArrowDown if typed => Go::Down,
                    Key::ArrowLeft if typed && !back => Go::Left,
                    Key::ArrowRight if typed && !back => Go::Right,
                    Key::Escape => {
                        event.prevent_default();
                        return grid.cancel();
                    }
                    _ => return,
                };
                event.prevent_default();
                grid.commit_and_go(&on_key, words, step);
            },
        }
        if let Some(fault) = fault() {
            span { class: "grid-say", role: "alert", {why(words, Why::Unread(fault))} }
        } else if let (Some(entry), Some(indicator)) = (meanwhile, indicator.as_ref()) {
            span { class: "grid-say", role: "status",
                {words.t_with("readings-meanwhile", args![name => words.somebody(&entry.by_name), value => in_words(&entry.measure, indicator, words)])}
            }
        }
    }
}
