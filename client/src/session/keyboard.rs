//! The keyboard stays where it is while the page is drawn again.
//!
//! What moves to another place on the page leaves it for a moment, and a browser then takes the keyboard away
//! from whoever writes in it: the rest of their sentence would go nowhere. So before the page learns of a
//! change, this remembers where the keyboard is, and as soon as the page is drawn, before any key can
//! arrive, it puts it back.

use super::Session;
use crate::ui::toast::Toast;
use dioxus::prelude::ReadableExt;
use jalon_shared::{Command, FieldRef, Workspace};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    Document, Element, FocusOptions, HtmlElement, HtmlInputElement, HtmlTextAreaElement,
    MutationObserver, MutationObserverInit, ScrollBehavior, ScrollToOptions, Window,
};

/// The attribute of a box that is bound to a field: the path of the field.
const FIELD: &str = "data-field";

/// Where the keyboard was, while the page is drawn.
#[derive(Default)]
pub(super) struct Keyboard(RefCell<Option<Held>>);

/// A place of the keyboard.
struct Held {
    element: HtmlElement,
    /// The field that it is bound to: the same one may come back as another element.
    path: Option<String>,
    /// Start, end and direction.
    selection: Option<(u32, u32, String)>,
    /// Its distance from the top of the window, in pixels.
    top: f64,
    observer: MutationObserver,
    _on_drawn: Closure<dyn FnMut()>,
}

impl Drop for Held {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl Session {
    /// The page is about to be drawn: remembers where the keyboard is, until that is done.
    pub(super) fn hold_keyboard(&self) {
        let Some(held) = self.held() else { return };
        self.0.keyboard.0.replace(Some(held));
        let session = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            // The page is drawn before the next task.
            gloo_timers::future::TimeoutFuture::new(0).await;
            session.give_keyboard_back();
            session.0.keyboard.0.take();
        });
    }

    fn held(&self) -> Option<Held> {
        let (_, document) = page()?;
        let element = focused(&document)?;
        let session = Rc::downgrade(&self.0);
        let on_drawn = Closure::<dyn FnMut()>::new(move || {
            if let Some(inner) = session.upgrade() {
                Self(inner).give_keyboard_back();
            }
        });
        let observer = MutationObserver::new(on_drawn.as_ref().unchecked_ref()).ok()?;
        let all = MutationObserverInit::new();
        all.set_child_list(true);
        all.set_subtree(true);
        observer
            .observe_with_options(document.body()?.as_ref(), &all)
            .ok()?;
        Some(Held {
            path: element.get_attribute(FIELD),
            selection: selection(&element),
            top: element.get_bounding_client_rect().top(),
            element,
            observer,
            _on_drawn: on_drawn,
        })
    }

    /// Puts the keyboard back if drawing took it away from where it was.
    fn give_keyboard_back(&self) {
        // Taken out: what follows may draw again, and remember again.
        let Some(held) = self.0.keyboard.0.take() else {
            return;
        };
        if self.put_keyboard_back(&held) {
            return;
        }
        let mut slot = self.0.keyboard.0.borrow_mut();
        if slot.is_none() {
            *slot = Some(held);
        }
    }

    /// Whether there is nothing more to wait for.
    fn put_keyboard_back(&self, held: &Held) -> bool {
        let Some((window, document)) = page().filter(|(_, document)| focused(document).is_none())
        else {
            return false;
        };
        let Some(element) = held.again(&document) else {
            return self.say_that_it_went(held);
        };
        let quietly = FocusOptions::new();
        quietly.set_prevent_scroll(true);
        let _ = element.focus_with_options(&quietly);
        if let Some((start, end, direction)) = &held.selection {
            // A textarea has all that is used of an input.
            let text = element.unchecked_ref::<HtmlInputElement>();
            let _ = text.set_selection_range_with_direction(*start, *end, direction);
        }
        self.end_composition_in(&element);
        if held.path.is_some() {
            // What somebody writes in stays under their eyes.
            let by = ScrollToOptions::new();
            by.set_top(element.get_bounding_client_rect().top() - held.top);
            by.set_behavior(ScrollBehavior::Instant);
            window.scroll_by_with_scroll_to_options(&by);
        }
        false
    }

    /// Somebody else put the thing into the bin under the hands of whoever wrote in it; whether that is so.
    fn say_that_it_went(&self, held: &Held) -> bool {
        let field = held.path.as_deref().and_then(|path| path.parse().ok());
        let Some(entity) = field.map(|field: FieldRef| field.entity) else {
            return false;
        };
        let mut bin = self.read(Workspace::bin).into_iter();
        let Some(binned) = bin.find(|binned| binned.entity == entity) else {
            return false;
        };
        if binned.deleted_by == self.0.me.peek().name {
            return true;
        }
        let toast = if binned.deleted_by.trim().is_empty() {
            Toast::key("binned-meanwhile")
        } else {
            Toast::key("binned-meanwhile-by").with("name", binned.deleted_by)
        };
        let back = self.clone();
        let restore = move || back.send(Command::Restore { entity });
        self.0.toasts.show(toast.deed("bin-restore", restore));
        true
    }
}

impl Held {
    /// The element, or the one that shows the same field now.
    fn again(&self, document: &Document) -> Option<HtmlElement> {
        if self.element.is_connected() {
            return Some(self.element.clone());
        }
        let path = self.path.as_deref()?;
        let is_same = |element: &Element| element.get_attribute(FIELD).as_deref() == Some(path);
        let by_id = document
            .get_element_by_id(&self.element.id())
            .filter(is_same);
        let again = match by_id {
            Some(element) => element,
            None => document
                .query_selector(&format!("[{FIELD}=\"{path}\"]"))
                .ok()??,
        };
        again.dyn_into().ok()
    }
}

fn page() -> Option<(Window, Document)> {
    let window = web_sys::window()?;
    let document = window.document()?;
    Some((window, document))
}

/// The element that has the keyboard; the page as a whole is none.
fn focused(document: &Document) -> Option<HtmlElement> {
    let element = document.active_element()?;
    let body = document.body();
    let is_page = body.is_some_and(|body| body.is_same_node(Some(&element)));
    (!is_page).then(|| element.dyn_into().ok()).flatten()
}

/// The selection of a box for text; other boxes have none.
fn selection(element: &HtmlElement) -> Option<(u32, u32, String)> {
    let is_text = element.is_instance_of::<HtmlInputElement>()
        || element.is_instance_of::<HtmlTextAreaElement>();
    if !is_text {
        return None;
    }
    let text = element.unchecked_ref::<HtmlInputElement>();
    let start = text.selection_start().ok().flatten()?;
    let end = text.selection_end().ok().flatten()?;
    let direction = text.selection_direction().ok().flatten();
    Some((start, end, direction.unwrap_or_else(|| "none".to_owned())))
}
