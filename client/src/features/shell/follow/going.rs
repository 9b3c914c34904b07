//! Where this page goes while it goes along with somebody, and what ends that: writing, going elsewhere, Escape.

use crate::{
    features::shell::nav::{Page, Routed},
    session::use_session,
    ui::{REVEAL, use_any_event},
};
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use jalon_shared::{FieldRef, PersonId};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::JsCast;
use web_sys::{
    CustomEvent, CustomEventInit, Document, Element as Node, KeyboardEvent, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// How often it is looked whether a field is on the page by now, and how many milliseconds lie in between.
const LOOKS: usize = 25;
const LOOK: u32 = 80;
/// What stands in the middle of the window, this share of it above and below, is not moved.
const EDGE: f64 = 0.2;
/// What takes the keyboard of somebody who writes.
const BOXES: &str = "input, textarea, select";

/// Keeps carets, those of others and this one, where they belong while the page moves.
pub fn use_carets() {
    let session = use_session();
    use_hook(|| session.begin_carets());
    let (moved, scrolled, resized) = (session.clone(), session.clone(), session);
    use_any_event("selectionchange", move |_| moved.tell_soon());
    use_any_event("scroll", move |_| scrolled.scrolled());
    use_any_event("resize", move |_| resized.resized());
}

/// Takes this page to where the followed one is. Whoever goes elsewhere meanwhile goes their own way.
pub fn use_going_along(current: Option<Page>) {
    let session = use_session();
    let navigator = use_navigator();
    // Where this page was taken last.
    let goal = use_hook(|| Rc::new(RefCell::new(None::<(PersonId, Page)>)));
    let here = use_hook(|| Rc::new(Cell::new(None)));
    here.set(current);
    let look = use_hook(|| Rc::new(Cell::new(0_u32)));
    {
        let (session, goal) = (session.clone(), goal.clone());
        use_effect(move || {
            look.set(look.get() + 1);
            let Some(followed) = session.followed() else {
                goal.take();
                return;
            };
            let Some(page) = followed.page.as_deref().and_then(Page::named) else {
                return;
            };
            let next = Some((followed.person, page));
            if goal.replace(next) != next && here.get() != Some(page) {
                navigator.push(page.route(session.workspace_id()));
            }
            if let Some(field) = followed.field {
                bring_into_view(field, look.clone());
            }
        });
    }
    use_effect(use_reactive!(|current| {
        let taken = *goal.borrow();
        if taken.is_some_and(|(_, page)| Some(page) != current) {
            session.stop_following();
        }
    }));
}

/// Whoever begins to write, or presses Escape, goes their own way.
pub fn use_own_way() {
    let session = use_session();
    let (typed, entered, escaped) = (session.clone(), session.clone(), session);
    use_any_event("input", move |_| typed.stop_following());
    use_any_event("focusin", move |event| {
        if is_in(event.target().as_ref(), BOXES) {
            entered.stop_following();
        }
    });
    use_any_event("keydown", move |event| {
        let key = event.dyn_into::<KeyboardEvent>().map(|event| event.key());
        if key.is_ok_and(|key| key == "Escape") {
            escaped.stop_following();
        }
    });
}

/// Whether somebody writes here, or has something open that would be lost.
pub fn is_busy() -> bool {
    let Some(page) = document() else { return false };
    let writes = page
        .active_element()
        .is_some_and(|active| active.matches(BOXES).unwrap_or(false));
    let open = page.query_selector("dialog[open], .drawer");
    writes || open.ok().flatten().is_some()
}

fn is_in(target: Option<&web_sys::EventTarget>, selector: &str) -> bool {
    let element = target.and_then(|target| target.dyn_ref::<Node>());
    element.is_some_and(|element| element.matches(selector).unwrap_or(false))
}

/// Scrolls to a field as soon as it is on the page, unless `look` has moved on to another one.
fn bring_into_view(path: String, look: Rc<Cell<u32>>) {
    let mine = look.get();
    wasm_bindgen_futures::spawn_local(async move {
        for _ in 0..LOOKS {
            ask_for(&path);
            if look.get() != mine {
                return;
            }
            if let Some(element) = place_of(&path) {
                return show(&element);
            }
            TimeoutFuture::new(LOOK).await;
        }
        if let Some(element) = thing_of(&path) {
            show(&element);
        }
    });
}

/// A grid has only the rows in view on the page: it brings the one of this field there.
fn ask_for(path: &str) {
    let asked = CustomEventInit::new();
    asked.set_detail(&path.into());
    if let (Some(window), Ok(event)) = (
        web_sys::window(),
        CustomEvent::new_with_event_init_dict(REVEAL, &asked),
    ) {
        let _ = window.dispatch_event(&event);
    }
}

fn show(element: &Node) {
    let height = web_sys::window()
        .and_then(|window| window.inner_height().ok()?.as_f64())
        .unwrap_or(f64::MAX);
    let place = element.get_bounding_client_rect();
    if place.top() < height * EDGE || place.bottom() > height * (1.0 - EDGE) {
        let middle = ScrollIntoViewOptions::new();
        middle.set_block(ScrollLogicalPosition::Center);
        middle.set_inline(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&middle);
    }
}

/// Where on the page the others see who is in a field.
pub fn place_of(path: &str) -> Option<Node> {
    let marks = document()?.query_selector_all("[data-presence]").ok()?;
    let mut marks = (0..marks.length()).filter_map(|index| marks.item(index)?.dyn_into().ok());
    marks.find(|mark: &Node| mark.get_attribute("data-presence").as_deref() == Some(path))
}

/// Something of the same entity, where the field itself is folded away.
fn thing_of(path: &str) -> Option<Node> {
    let field: FieldRef = path.parse().ok()?;
    let all = document()?.query_selector_all("[data-field]").ok()?;
    let mut all = (0..all.length()).filter_map(|index| all.item(index)?.dyn_into().ok());
    all.find(|element: &Node| {
        let shown = element.get_attribute("data-field");
        let shown = shown.and_then(|path| path.parse::<FieldRef>().ok());
        shown.is_some_and(|shown| shown.entity == field.entity)
    })
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
