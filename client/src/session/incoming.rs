//! What others do, gathered on its way to the page: in a crowd it comes in far more often than anybody can see, and
//! each time the page changes, the browser finds out anew where everything stands.
//!
//! In calm, something that comes is shown with the next picture of the browser. What is typed here waits for nothing:
//! it goes into the document as it stands, as if the others' words were still on their way.

use super::Session;
use gloo_timers::future::TimeoutFuture;
use jalon_shared::{protocol::Frame, workspace::merge_updates};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, closure::Closure};

/// What others do is shown at most this often, in milliseconds: twenty times a second looks like at once.
const PACE: f64 = 50.0;
/// The same while nobody can see the page, where there are no pictures to wait for either, in milliseconds.
const PACE_UNSEEN: f64 = 250.0;
/// So many frames, or bytes, do not wait any longer, and neither does the first one longer than so many milliseconds:
/// a page that was put aside gets no pictures to wait for.
const MOST: usize = 256;
const MOST_BYTES: usize = 1 << 18; // 256 KiB
const LONGEST: f64 = 1_000.0;

#[derive(Default)]
pub(super) struct Incoming {
    /// In the order of their arrival: carets stand in the words that came before them.
    frames: RefCell<Vec<Frame>>,
    /// How long the updates among them are together.
    bytes: Cell<usize>,
    /// When the first of them came, and when something was shown last, in milliseconds since 1970.
    since: Cell<f64>,
    shown_at: Cell<f64>,
    /// Whether it is about to be shown.
    is_coming: Cell<bool>,
}

impl Session {
    /// Somebody else wrote, or moved.
    pub(super) fn gather(&self, frame: Frame) {
        let incoming = &self.0.incoming;
        let now = js_sys::Date::now();
        if let Frame::Update { update } = &frame {
            incoming.bytes.set(incoming.bytes.get() + update.len());
        }
        let count = {
            let mut frames = incoming.frames.borrow_mut();
            if frames.is_empty() {
                incoming.since.set(now);
            }
            frames.push(frame);
            frames.len()
        };
        let is_much = count >= MOST || incoming.bytes.get() >= MOST_BYTES;
        if is_much || now - incoming.since.get() >= LONGEST {
            self.take_gathered();
        } else if !incoming.is_coming.replace(true) {
            self.take_gathered_soon(now);
        }
    }

    fn take_gathered_soon(&self, now: f64) {
        let pace = if is_unseen() { PACE_UNSEEN } else { PACE };
        let rest = (self.0.incoming.shown_at.get() + pace - now).clamp(0.0, pace);
        if rest < 1.0 {
            return self.take_gathered_in_picture();
        }
        let session = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            TimeoutFuture::new(rest as u32).await;
            session.take_gathered_in_picture();
        });
    }

    /// Right before the browser makes its next picture.
    fn take_gathered_in_picture(&self) {
        let session = self.clone();
        let take = move || {
            session.0.incoming.is_coming.set(false);
            session.take_gathered();
        };
        let window = web_sys::window().filter(|_| !is_unseen());
        let Some(window) = window else {
            return take();
        };
        let take = Closure::once_into_js(take);
        let _ = window.request_animation_frame(take.unchecked_ref());
    }

    /// Takes in what was gathered, now: whatever comes next may build on it.
    pub(super) fn take_gathered(&self) {
        let incoming = &self.0.incoming;
        let frames = incoming.frames.take();
        if frames.is_empty() {
            return;
        }
        incoming.bytes.set(0);
        incoming.shown_at.set(js_sys::Date::now());
        if self.0.closed.get() {
            return;
        }
        let (mut updates, mut entries) = (Vec::new(), Vec::new());
        for frame in frames {
            match frame {
                Frame::Update { update } => updates.push(update),
                // Who says something twice is heard once: the newer word wins by its clock.
                Frame::Awareness { entries: said } => entries.extend(said),
                _ => {}
            }
        }
        self.in_page(|| {
            self.take_updates(updates);
            self.heard(entries);
        });
    }

    /// All at once where that is possible: one step of the document, and one picture.
    fn take_updates(&self, updates: Vec<Vec<u8>>) {
        let slices: Vec<&[u8]> = updates.iter().map(Vec::as_slice).collect();
        let merged = match slices.as_slice() {
            [] | [_] => None,
            many => merge_updates(many).ok(),
        };
        match merged.and_then(|merged| self.try_receive(&merged)) {
            Some(changes) => self.overhear(&changes),
            // One by one: it shows which of them it is that cannot be taken in.
            None => {
                for update in &updates {
                    let changes = self.receive(update);
                    self.overhear(&changes);
                }
            }
        }
    }
}

/// Whether nobody can see the page.
fn is_unseen() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.hidden())
}
