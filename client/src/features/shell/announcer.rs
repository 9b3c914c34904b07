//! Telling screen readers who comes into a field of this page. Seldom, and only the last: who writes wants to listen
//! to their own words.

use crate::session::{overheard, use_session};
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use jalon_view::{args, words::use_words};
use web_sys::Element as Node;

/// By then, in milliseconds, what was told to the page is drawn.
const DRAWN: u32 = 100;

#[component]
pub fn Announcer() -> Element {
    let words = use_words();
    let session = use_session();
    let mut text = use_signal(String::new);
    use_effect(move || {
        let entered = session.entered().filter(|_| overheard::is_told());
        let Some((name, path)) = entered else {
            return text.set(String::new());
        };
        spawn(async move {
            // The field shows who is in it by then, and is found by that.
            TimeoutFuture::new(DRAWN).await;
            if let Some(field) = name_of_field(&path) {
                text.set(words.t_with("presence-entered", args![name => name, field => field]));
            }
        });
    });
    rsx! {
        p { class: "visually-hidden presence-said", role: "status", aria_live: "polite", "{text}" }
    }
}

/// The name of the box of a field, as a screen reader says it.
fn name_of_field(path: &str) -> Option<String> {
    let around = super::follow::place_of(path)?
        .closest(".control, td, [role=gridcell]")
        .ok()??;
    // A cell of the grid has a box only while somebody types in it.
    if let Some(name) = around.get_attribute("data-name") {
        return Some(name);
    }
    let control: Node = around
        .query_selector("input, textarea, select, button")
        .ok()??;
    let named = control.get_attribute("aria-label");
    let name = named.or_else(|| {
        let page = control.owner_document()?;
        let label = format!("label[for=\"{}\"]", control.id());
        page.query_selector(&label).ok()??.text_content()
    })?;
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_owned())
}
