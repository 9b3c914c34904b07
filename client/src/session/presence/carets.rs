//! Carets and selections of others in the boxes of shared texts: which are known, where they stand now, and when
//! they are drawn. Only boxes in which somebody is are ever measured; how they are drawn stands in `layer`.

mod layer;
mod mirror;

use super::Session;
use gloo_timers::future::TimeoutFuture;
use jalon_shared::{FieldRef, TextOp, presence::Caret, presence::Presence};
use layer::{Layer, SHOWN, Shown};
use mirror::{Looks, Stand};
use std::{
    cell::{Cell, RefCell},
    collections::{HashMap, HashSet},
    rc::Rc,
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{HtmlInputElement, ResizeObserver};

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
    /// Whether they are drawn at all: not before the rest of the client is there.
    begun: Cell<bool>,
    /// Whether they are about to be.
    drawing: Cell<bool>,
    /// The texts in which names are shown that go soon.
    named: RefCell<HashSet<FieldRef>>,
    /// Whether they are about to be looked at.
    fading: Cell<bool>,
    /// Whether boxes may look otherwise than when they were looked at.
    looks_changed: Cell<bool>,
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
        self.0.presences.carets.looks_changed.set(true);
        self.draw_all_carets_soon();
    }

    fn draw_all_carets_soon(&self) {
        let fields: Vec<FieldRef> = {
            let inside = self.0.presences.carets.inside.borrow();
            inside.keys().cloned().collect()
        };
        for field in fields {
            self.draw_carets_soon(field);
        }
    }

    /// Draws them from now on.
    pub fn begin_carets(&self) {
        self.0.presences.carets.begun.set(true);
        self.resized();
    }

    /// Draws with the next frame of the browser, however often it is asked until then.
    fn draw_carets_soon(&self, field: FieldRef) {
        let carets = &self.0.presences.carets;
        if !carets.begun.get() {
            return;
        }
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
                session.draw_carets(&waiting);
            }
        });
        if let Some(window) = web_sys::window() {
            let _ = window.request_animation_frame(draw.unchecked_ref());
        }
    }

    /// First everything is read that the browser knows of the boxes, then all is written that lets it tell where
    /// letters stand, then that is read, and then it is drawn: so it finds out twice where everything stands, however
    /// many boxes there are.
    fn draw_carets(&self, fields: &HashSet<FieldRef>) {
        let carets = &self.0.presences.carets;
        let standing: Vec<(&FieldRef, Vec<Shown>)> = fields
            .iter()
            .map(|field| (field, self.standing_in(field)))
            .collect();
        let looks_changed = carets.looks_changed.take();
        let (mut seen, mut gone) = (Vec::new(), Vec::new());
        for (field, shown) in &standing {
            for mounted in self.0.fields.boxes_of(field) {
                let element = mounted.element();
                let stand = Some(element).filter(|_| !shown.is_empty());
                let Some(stand) = stand.and_then(Stand::of) else {
                    if !shown.is_empty() {
                        carets.unseen.borrow_mut().insert((*field).clone());
                    }
                    // What was drawn over it has the size that it had then, and would widen a page that is narrower
                    // now.
                    gone.push(mounted.id());
                    continue;
                };
                let is_as_before = {
                    let layers = carets.layers.borrow();
                    let layer = layers.get(&mounted.id());
                    !looks_changed && layer.is_some_and(|layer| layer.has_size_of(&stand))
                };
                let looks = Some(element).filter(|_| !is_as_before);
                let looks = looks.and_then(Looks::of);
                seen.push((*field, mounted, shown, stand, looks));
            }
        }
        gone.into_iter().for_each(|id| carets.unmounted(id));
        for (_, mounted, _, stand, looks) in &mut seen {
            let mut layers = carets.layers.borrow_mut();
            match (layers.entry(mounted.id()), looks.take()) {
                (std::collections::hash_map::Entry::Occupied(mut entry), looks) => {
                    if let Some(looks) = looks {
                        entry.get_mut().look_like(looks);
                    }
                    entry.get_mut().settle(stand);
                }
                (std::collections::hash_map::Entry::Vacant(entry), Some(looks)) => {
                    self.watch_size(mounted.element());
                    if let Some(layer) = Layer::over(mounted.element(), looks) {
                        entry.insert(layer).settle(stand);
                    }
                }
                _ => {}
            }
        }
        let mut layers = carets.layers.borrow_mut();
        let mut sketched = Vec::new();
        for (field, mounted, shown, stand, _) in &seen {
            if let Some(layer) = layers.get(&mounted.id()) {
                sketched.push((*field, mounted.id(), layer.measure(stand, shown)));
            }
        }
        for (field, id, sketches) in &sketched {
            let layer = layers.get_mut(id);
            if layer.is_some_and(|layer| layer.draw(sketches)) {
                let field: &FieldRef = field;
                carets.named.borrow_mut().insert(field.clone());
            }
        }
        drop(layers);
        self.hide_names_later();
    }

    /// Draws again what shows a name, once it has been shown long enough.
    fn hide_names_later(&self) {
        let carets = &self.0.presences.carets;
        if carets.named.borrow().is_empty() || carets.fading.replace(true) {
            return;
        }
        let session = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            TimeoutFuture::new(SHOWN as u32).await;
            let carets = &session.0.presences.carets;
            carets.fading.set(false);
            let named = std::mem::take(&mut *carets.named.borrow_mut());
            for field in named {
                session.draw_carets_soon(field);
            }
        });
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
                    Session(inner).draw_all_carets_soon();
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
