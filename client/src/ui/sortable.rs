//! Order by hand: drag with mouse, finger or pen, and the same by buttons for the keyboard.
//!
//! An item carries `"data-sort-item": sorting.item(id)` and the class `sorting.class(id)`, the element
//! around the items of one group `"data-sort-group": sorting.group(name)`. Whoever uses it moves the things.

use super::{Icon, Shape, toast::use_toasts};
use dioxus::prelude::*;
use dioxus::web::WebEventExt;
use jalon_shared::Place;
use jalon_view::{args, words::use_words};
use uuid::Uuid;
use wasm_bindgen::JsCast;
use web_sys::Element as Node;

/// So near to the edge of the window (in pixels) a drag scrolls the page ...
const EDGE: f64 = 72.0;
/// ... by this much for each movement.
const SCROLL: f64 = 14.0;

/// Where something was put.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    pub item: Uuid,
    pub place: Place,
    /// The name of the group it was put into.
    pub group: String,
}

/// One kind of items that are ordered on this page. A handle.
#[derive(Clone, Copy, PartialEq)]
pub struct Sorting {
    /// Keeps different kinds of items apart, such as axes and the cards in them.
    name: &'static str,
    dragged: Signal<Option<Uuid>>,
    target: Signal<Option<Moved>>,
    on_move: EventHandler<Moved>,
}

/// Lets items be ordered; `on_move` is called when one was put elsewhere.
pub fn use_sorting(name: &'static str, on_move: impl FnMut(Moved) + 'static) -> Sorting {
    let on_move = use_callback(on_move);
    let (dragged, target) = (use_signal(|| None), use_signal(|| None));
    Sorting {
        name,
        dragged,
        target,
        on_move: EventHandler::new(move |moved| on_move.call(moved)),
    }
}

impl Sorting {
    /// The value of `data-sort-item`.
    pub fn item(self, id: Uuid) -> String {
        format!("{}:{id}", self.name)
    }

    /// The value of `data-sort-group`.
    pub fn group(self, group: &str) -> String {
        format!("{}:{group}", self.name)
    }

    /// The class of an item: whether it is dragged, or something is about to land beside it.
    pub fn class(self, id: Uuid) -> &'static str {
        if *self.dragged.read() == Some(id) {
            return "is-dragged";
        }
        match &*self.target.read() {
            Some(Moved {
                place: Place::Before(other),
                ..
            }) if *other == id => "drop-before",
            Some(Moved {
                place: Place::After(other),
                ..
            }) if *other == id => "drop-after",
            _ => "",
        }
    }

    /// The class of a group: whether something is about to land at its end.
    pub fn group_class(self, group: &str) -> &'static str {
        match &*self.target.read() {
            Some(Moved {
                place: Place::Last,
                group: other,
                ..
            }) if other == group => "drop-inside",
            _ => "",
        }
    }

    fn start(mut self, id: Uuid) {
        self.dragged.set(Some(id));
    }

    fn over(mut self, x: f64, y: f64) {
        let Some(item) = *self.dragged.peek() else {
            return;
        };
        scroll_near_edge(y);
        let target = self.find(item, x, y);
        if *self.target.peek() != target {
            self.target.set(target);
        }
    }

    fn end(mut self, drop: bool) {
        self.dragged.set(None);
        if let Some(target) = self.target.take()
            && drop
        {
            self.on_move.call(target);
        }
    }

    /// What lies under the pointer.
    fn find(self, item: Uuid, x: f64, y: f64) -> Option<Moved> {
        let under = web_sys::window()?
            .document()?
            .element_from_point(x as f32, y as f32)?;
        let around = self.around(&under, "data-sort-group");
        let group = around.map(|(_, name)| name).unwrap_or_default();
        if let Some((element, id)) = self.around(&under, "data-sort-item") {
            let other = Uuid::try_parse(&id).ok()?;
            let bounds = element.get_bounding_client_rect();
            let place = if y < bounds.top() + bounds.height() / 2.0 {
                Place::Before(other)
            } else {
                Place::After(other)
            };
            return (other != item).then_some(Moved { item, place, group });
        }
        let (_, group) = self.around(&under, "data-sort-group")?;
        Some(Moved {
            item,
            place: Place::Last,
            group,
        })
    }

    /// The nearest element around with this attribute, and what it says after the name.
    fn around(self, element: &Node, attribute: &str) -> Option<(Node, String)> {
        let found = element
            .closest(&format!("[{attribute}^=\"{}:\"]", self.name))
            .ok()??;
        let value = found.get_attribute(attribute)?;
        let value = value.split_once(':')?.1.to_owned();
        Some((found, value))
    }
}

fn scroll_near_edge(y: f64) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let height = window
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64())
        .unwrap_or(f64::MAX);
    if y < EDGE {
        window.scroll_by_with_x_and_y(0.0, -SCROLL);
    } else if y > height - EDGE {
        window.scroll_by_with_x_and_y(0.0, SCROLL);
    }
}

/// What is taken hold of to drag an item. For the keyboard there are [`MoveButtons`].
#[component]
pub fn DragHandle(sorting: Sorting, id: Uuid) -> Element {
    let words = use_words();
    rsx! {
        span {
            class: "drag-handle",
            title: words.t("sort-drag"),
            "aria-hidden": "true",
            onpointerdown: move |event| {
                if event.trigger_button() != Some(dioxus::html::input_data::MouseButton::Primary) {
                    return;
                }
                event.prevent_default();
                // The framework listens at the root of the page: the handle is around what was touched.
                let web = event.as_web_event();
                let touched = web.target().and_then(|target| target.dyn_into::<Node>().ok());
                if let Some(handle) = touched.and_then(|touched| touched.closest(".drag-handle").ok()?) {
                    let _ = handle.set_pointer_capture(web.pointer_id());
                }
                sorting.start(id);
            },
            onpointermove: move |event| {
                let at = event.client_coordinates();
                sorting.over(at.x, at.y);
            },
            onpointerup: move |_| sorting.end(true),
            onpointercancel: move |_| sorting.end(false),
            Icon { shape: Shape::Grip }
        }
    }
}

/// Where an item goes when it moves up (-1) or down (1) among its neighbours.
pub fn stepped(ids: &[Uuid], id: Uuid, by: i32) -> Option<Place> {
    let now = ids.iter().position(|other| *other == id)?;
    if by < 0 {
        now.checked_sub(1)
            .and_then(|before| ids.get(before))
            .map(|other| Place::Before(*other))
    } else {
        ids.get(now + 1).map(|other| Place::After(*other))
    }
}

/// Moves an item up or down, and tells screen readers where it went.
#[component]
pub fn MoveButtons(
    /// What is moved, in words.
    name: String,
    /// Its place, from 0.
    position: usize,
    count: usize,
    /// -1 for up, 1 for down.
    on_move: EventHandler<i32>,
) -> Element {
    let words = use_words();
    let toasts = use_toasts();
    let go = move |by: i32, place: usize| {
        on_move.call(by);
        let said = words.t_with(
            "sort-moved",
            args![name => name.clone(), place => place, count => count],
        );
        toasts.announce(said);
    };
    let (up, down) = (go.clone(), go);
    rsx! {
        span { class: "move-buttons",
            button {
                class: "icon-button",
                r#type: "button",
                aria_label: words.t("sort-up"),
                title: words.t("sort-up"),
                disabled: position == 0,
                onclick: move |_| up(-1, position),
                Icon { shape: Shape::Up }
            }
            button {
                class: "icon-button",
                r#type: "button",
                aria_label: words.t("sort-down"),
                title: words.t("sort-down"),
                disabled: position + 1 >= count,
                onclick: move |_| down(1, position + 2),
                Icon { shape: Shape::Down }
            }
        }
    }
}
