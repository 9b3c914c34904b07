//! Carets and selections of others in the boxes of shared texts: which are known, where they stand now, and when
//! they are drawn. Only boxes in which somebody is are ever measured; how they are drawn stands in `layer`.

mod layer;
mod mirror;

use super::Session;
use jalon_shared::{FieldRef, TextOp, presence::Caret, presence::Presence};
use layer::{Layer, Shown};
use mirror::Mirror;
use std::{
    cell::{Cell, RefCell},
    collections::{HashMap, HashSet},
    rc::Rc,
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlInputElement, ResizeObserver};

/// In one box stand at most the carets of so many people, those who did something last.
const MOST: usize = 8;

/// Somebody else's caret.
#[derive(Debug, Clone, PartialEq)]
struct Theirs {
    client: u64,
    clock: u32,
    name: String,
    color: u8,
    caret: Caret,
}

#[derive(Default)]
pub(in crate::session) struct Carets {
    /// Who is in which text, who did something last first.
    inside: RefCell<HashMap<FieldRef, Vec<Theirs>>>,
    /// What is drawn over which box, by the number of the box.
    layers: RefCell<HashMap<u64, Layer>>,
    /// The texts whose boxes are to be drawn.
    waiting: RefCell<HashSet<FieldRef>>,
    /// Boxes that were out of sight when they were to be drawn.
    unseen: RefCell<HashSet<FieldRef>>,
    /// Whether they are about to be.
    drawing: Cell<bool>,
    mirror: RefCell<Option<Mirror>>,
    /// What tells that a box is as wide or as tall as it was no longer.
    sizes: RefCell<Option<Sizes>>,
}

/// An observer, and what it calls.
type Sizes = (ResizeObserver, Closure<dyn FnMut()>);

impl Carets {
    /// Whether somebody else is in a text.
    fn has(&self, field: &FieldRef) -> bool {
        self.inside.borrow().contains_key(field)
    }

    /// A box left the page.
    pub fn unmounted(&self, id: u64) {
        if let Some(layer) = self.layers.borrow_mut().remove(&id) {
            if let Some((sizes, _)) = &*self.sizes.borrow() {
                sizes.unobserve(layer.target());
            }
            layer.remove();
        }
    }
}

impl Session {
    /// Takes over where everybody is now.
    pub(super) fn show_carets(&self, present: &[(u64, u32, Presence)]) {
        let mut inside: HashMap<FieldRef, Vec<Theirs>> = HashMap::new();
        for (client, clock, presence) in present {
            let place = presence.place.as_ref();
            let Some((field, caret)) =
                place.and_then(|place| Some((place.field.as_ref()?.parse().ok()?, place.caret?)))
            else {
                continue;
            };
            inside.entry(field).or_default().push(Theirs {
                client: *client,
                clock: *clock,
                name: presence.name.clone(),
                color: presence.color,
                caret,
            });
        }
        for theirs in inside.values_mut() {
            theirs.sort_by_key(|theirs| std::cmp::Reverse(theirs.clock));
            theirs.truncate(MOST);
        }
        let carets = &self.0.presences.carets;
        let before = carets.inside.replace(inside);
        let inside = carets.inside.borrow();
        let touched: Vec<FieldRef> = before
            .keys()
            .chain(inside.keys())
            .filter(|field| before.get(*field) != inside.get(*field))
            .cloned()
            .collect();
        drop(inside);
        for field in touched {
            self.draw_carets_soon(field);
        }
    }

    /// A text changed, here or elsewhere: whoever stands in it stands elsewhere now.
    pub(in crate::session) fn text_changed(&self, field: &FieldRef, ops: &[TextOp], mine: bool) {
        let carets = &self.0.presences.carets;
        if !carets.has(field) {
            return;
        }
        if !mine {
            for mounted in self.0.fields.boxes_of(field) {
                if let Some(layer) = carets.layers.borrow_mut().get_mut(&mounted.id()) {
                    layer.wrote(ops);
                }
            }
        }
        self.draw_carets_soon(field.clone());
    }

    /// A box came onto the page, or its text was set anew.
    pub(in crate::session) fn box_changed(&self, field: &FieldRef) {
        if self.0.presences.carets.has(field) {
            self.draw_carets_soon(field.clone());
        }
    }

    /// The page was scrolled: boxes may have come into sight.
    pub fn scrolled(&self) {
        let unseen = std::mem::take(&mut *self.0.presences.carets.unseen.borrow_mut());
        for field in unseen {
            self.draw_carets_soon(field);
        }
    }

    /// The window has another size, or its letters have.
    pub fn resized(&self) {
        let fields: Vec<FieldRef> = {
            let inside = self.0.presences.carets.inside.borrow();
            inside.keys().cloned().collect()
        };
        for field in fields {
            self.draw_carets_soon(field);
        }
    }

    /// Draws with the next frame of the browser, however often it is asked until then.
    fn draw_carets_soon(&self, field: FieldRef) {
        let carets = &self.0.presences.carets;
        carets.waiting.borrow_mut().insert(field);
        if carets.drawing.replace(true) {
            return;
        }
        let session = self.clone();
        let draw = Closure::once_into_js(move || {
            let carets = &session.0.presences.carets;
            carets.drawing.set(false);
            let waiting = std::mem::take(&mut *carets.waiting.borrow_mut());
            if !session.0.closed.get() {
                waiting.iter().for_each(|field| session.draw_carets(field));
            }
        });
        if let Some(window) = web_sys::window() {
            let _ = window.request_animation_frame(draw.unchecked_ref());
        }
    }

    fn draw_carets(&self, field: &FieldRef) {
        let carets = &self.0.presences.carets;
        let shown = self.standing_in(field);
        for mounted in self.0.fields.boxes_of(field) {
            let element = mounted.element();
            if shown.is_empty() {
                carets.unmounted(mounted.id());
                continue;
            }
            if !is_in_sight(element) {
                carets.unseen.borrow_mut().insert(field.clone());
                // What was drawn over it has the size that it had then, and would widen a page that is narrower now.
                carets.unmounted(mounted.id());
                continue;
            }
            let mut mirror = carets.mirror.borrow_mut();
            let Some(mirror) = mirror_of(&mut mirror) else {
                return;
            };
            let mut layers = carets.layers.borrow_mut();
            let layer = match layers.entry(mounted.id()) {
                std::collections::hash_map::Entry::Occupied(entry) => Some(entry.into_mut()),
                std::collections::hash_map::Entry::Vacant(entry) => {
                    self.watch_size(element);
                    Layer::over(element).map(|layer| entry.insert(layer))
                }
            };
            if let Some(layer) = layer {
                layer.draw(&shown, mirror);
            }
        }
    }

    /// Who stands where in a text now.
    fn standing_in(&self, field: &FieldRef) -> Vec<Shown> {
        let inside = self.0.presences.carets.inside.borrow();
        let theirs = inside.get(field).map(Vec::as_slice).unwrap_or_default();
        self.read(|workspace| {
            let shown = theirs.iter().filter_map(|theirs| {
                Some(Shown {
                    client: theirs.client,
                    name: theirs.name.clone(),
                    color: theirs.color,
                    caret: theirs.caret,
                    anchor: workspace.locate(field, theirs.caret.anchor)?,
                    head: workspace.locate(field, theirs.caret.head)?,
                })
            });
            shown.collect()
        })
    }

    /// Draws a box again when its size changes: lines break elsewhere then.
    fn watch_size(&self, element: &HtmlInputElement) {
        let mut sizes = self.0.presences.carets.sizes.borrow_mut();
        if sizes.is_none() {
            let session = Rc::downgrade(&self.0);
            let on_size = Closure::<dyn FnMut()>::new(move || {
                if let Some(inner) = session.upgrade() {
                    Session(inner).resized();
                }
            });
            *sizes = ResizeObserver::new(on_size.as_ref().unchecked_ref())
                .ok()
                .map(|observer| (observer, on_size));
        }
        if let Some((observer, _)) = &*sizes {
            observer.observe(element);
        }
    }
}

fn mirror_of(slot: &mut Option<Mirror>) -> Option<&Mirror> {
    if slot.is_none() {
        *slot = Mirror::new();
    }
    slot.as_ref()
}

/// Whether any of an element lies inside the window.
fn is_in_sight(element: &Element) -> bool {
    let height = web_sys::window()
        .and_then(|window| window.inner_height().ok()?.as_f64())
        .unwrap_or(f64::MAX);
    let place = element.get_bounding_client_rect();
    place.bottom() > 0.0 && place.top() < height
}
