//! The keyboard in the grid: Enter goes down its column, as in every table, instead of breaking a line.

use dioxus::prelude::*;
use dioxus::web::WebEventExt;
use wasm_bindgen::JsCast;
use web_sys::{Element as Node, HtmlElement};

/// What can be written in.
const WRITABLE: &str = "textarea, input, select";

/// Enter and Shift+Enter go to the same cell of the next and the previous row.
pub(super) fn on_key(event: KeyboardEvent) {
    if event.key() != Key::Enter || event.is_composing() {
        return;
    }
    let target = event
        .as_web_event()
        .target()
        .and_then(|target| target.dyn_into::<Node>().ok());
    let Some(target) = target.filter(|target| target.matches("textarea, input").unwrap_or(false))
    else {
        return;
    };
    event.prevent_default();
    if let Some(next) = beside(&target, event.modifiers().shift()) {
        let _ = next.focus();
    }
}

/// A name may wrap on the screen, and is one line all the same.
pub(crate) fn keep_one_line(event: KeyboardEvent) {
    if event.key() != Key::Enter || event.is_composing() {
        return;
    }
    let target = event
        .as_web_event()
        .target()
        .and_then(|target| target.dyn_into::<Node>().ok());
    let is_inside = target
        .and_then(|target| target.closest(".one-line").ok().flatten())
        .is_some();
    if is_inside {
        event.prevent_default();
    }
}

fn beside(target: &Node, up: bool) -> Option<HtmlElement> {
    let (cell, row) = (
        target.closest("[data-column]").ok()??,
        target.closest("tr").ok()??,
    );
    let row = if up {
        row.previous_element_sibling()
    } else {
        row.next_element_sibling()
    }?;
    let column = cell.get_attribute("data-column")?;
    let cell = row
        .query_selector(&format!("[data-column={column}]"))
        .ok()??;
    cell.query_selector(WRITABLE).ok()??.dyn_into().ok()
}
