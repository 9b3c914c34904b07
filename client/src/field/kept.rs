//! Beside a field whose words are not with the others: a small mark that says so, also to whoever listens.

use crate::{
    session::{FieldState, use_field_state},
    ui::{Icon, Shape, use_element_id},
};
use dioxus::prelude::*;
use jalon_shared::protocol::Refusal;
use jalon_view::words::use_words;

/// `field` is the path of a field, or `reading/<indicator>/<period>`.
#[component]
pub fn KeptMark(field: String) -> Element {
    let words = use_words();
    let state = use_field_state(&field);
    let id = use_element_id("kept");
    let state = state();
    {
        let (id, field) = (id.clone(), field.clone());
        let is_said = state != FieldState::Quiet;
        use_effect(use_reactive!(|is_said| describe(&field, &id, is_said)));
    }
    let (key, kind, shape) = match state {
        FieldState::Quiet => return rsx! {},
        FieldState::Here => ("field-here", "here", Shape::Offline),
        FieldState::InPage => ("field-in-page", "refused", Shape::Warning),
        FieldState::Saved => ("field-saved", "saved", Shape::Check),
        FieldState::Refused(reason) => (refused(reason), "refused", Shape::Warning),
    };
    let text = words.t(key);
    rsx! {
        span { class: "kept-mark kept-{kind}", title: "{text}",
            Icon { shape }
            span { id: "{id}", class: "kept-text", "{text}" }
        }
    }
}

const fn refused(reason: Refusal) -> &'static str {
    match reason {
        Refusal::Role => "field-refused-role",
        Refusal::TooLarge | Refusal::Full => "field-refused-full",
        Refusal::Schema => "field-refused-schema",
        Refusal::Unreadable | Refusal::Incomplete | Refusal::Storage => "field-refused-unreadable",
    }
}

/// Adds the mark to what is read aloud of the boxes that show a field, or takes it away again.
fn describe(field: &str, id: &str, is_said: bool) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let boxes = document.query_selector_all(&format!("[data-field=\"{field}\"]"));
    let Ok(boxes) = boxes else { return };
    for index in 0..boxes.length() {
        let Some(element) = boxes
            .item(index)
            .and_then(|node| wasm_bindgen::JsCast::dyn_into::<web_sys::Element>(node).ok())
        else {
            continue;
        };
        let now = element
            .get_attribute("aria-describedby")
            .unwrap_or_default();
        let mut ids: Vec<&str> = now
            .split_whitespace()
            .filter(|other| *other != id)
            .collect();
        if is_said {
            ids.push(id);
        }
        let _ = if ids.is_empty() {
            element.remove_attribute("aria-describedby")
        } else {
            element.set_attribute("aria-describedby", &ids.join(" "))
        };
    }
}
