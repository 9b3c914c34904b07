//! The pages of one browser that have the same workspace open: each hears what is typed in the others at once, with
//! or without a connection, and which of it the server has for good.
//!
//! What one page sends and no server has is sent by every other one, too: whoever types may close their page with
//! the next breath. The documents merge it, and the server acknowledges what it knows already.

use super::{
    Session,
    local::name_of,
    outbox::{Clock, Edit},
};
use crate::session::copies;
use dioxus::prelude::*;
use jalon_shared::{Generation, workspace::ReceiveError};
use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

/// A page says what its document holds, and asks for what it lacks.
const ASK: &str = "ask";
/// Something that was typed, or the answer to a question.
const NEWS: &str = "news";
/// What the server has for good.
const DURABLE: &str = "durable";
/// The page of the person who forgets this copy asks the others not to write into it any more.
const FORGET: &str = "forget";

/// The line to the other pages; closed when it is dropped.
pub(super) struct Tabs {
    channel: BroadcastChannel,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
}

/// What comes with the bytes of [`NEWS`].
#[derive(Default, Serialize, Deserialize)]
struct News {
    /// What the server is not known to have.
    unsaved: Vec<Edit>,
    durable: Clock,
}

impl Tabs {
    fn say(&self, kind: &str, bytes: &[u8], note: &impl Serialize) {
        let note = serde_json::to_string(note).unwrap_or_default();
        let message = Array::of3(&kind.into(), &Uint8Array::from(bytes), &note.into());
        let _ = self.channel.post_message(&message);
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}

impl Session {
    /// Joins the other pages on this history of the workspace. Call it before the copy is read: what they type
    /// from then on comes by the channel.
    pub(super) fn join_tabs(&self, generation: Generation) {
        let person = self.0.me.peek().person;
        let name = name_of(self.0.id, person, generation);
        let Ok(channel) = BroadcastChannel::new(&name) else {
            return;
        };
        let session = self.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if !session.0.closed.get() {
                session.in_page(|| session.on_tab(&event.data()));
            }
        });
        channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        self.0.tabs.replace(Some(Tabs {
            channel,
            _on_message: on_message,
        }));
    }

    /// Asks the other pages for what they have.
    pub(super) fn ask_tabs(&self) {
        let state_vector = self.read(|workspace| workspace.state_vector());
        self.tell_tabs(ASK, &state_vector, &());
    }

    /// Tells them what was typed here.
    pub(super) fn share_with_tabs(&self, update: &[u8], edit: &Edit) {
        let news = News {
            unsaved: vec![edit.clone()],
            durable: Clock::new(),
        };
        self.tell_tabs(NEWS, update, &news);
    }

    /// The server has these for good: writes it down, here and in the other pages.
    pub(super) fn settled(&self, durable: &Clock) {
        if durable.is_empty() {
            return;
        }
        self.tell_tabs(DURABLE, &[], durable);
        if let Some(local) = &*self.0.local.borrow() {
            local.settle(durable);
        }
    }

    /// Asks the other pages to let go of the copy.
    pub(super) fn forget_in_tabs(&self) {
        self.tell_tabs(FORGET, &[], &());
    }

    fn tell_tabs(&self, kind: &str, bytes: &[u8], note: &impl Serialize) {
        if let Some(tabs) = &*self.0.tabs.borrow() {
            tabs.say(kind, bytes, note);
        }
    }

    fn on_tab(&self, message: &JsValue) {
        let Some(message) = message.dyn_ref::<Array>() else {
            return;
        };
        let bytes = message.get(1).dyn_into::<Uint8Array>();
        let bytes = bytes.map(|bytes| bytes.to_vec()).unwrap_or_default();
        let note = message.get(2).as_string().unwrap_or_default();
        match message.get(0).as_string().as_deref() {
            Some(ASK) => self.answer_tab(&bytes),
            Some(NEWS) => {
                if let Ok(news) = serde_json::from_str(&note) {
                    self.hear_news(bytes, news);
                }
            }
            Some(DURABLE) => {
                if let Ok(durable) = serde_json::from_str(&note) {
                    self.0.outbox.borrow_mut().settle(&durable);
                }
            }
            // Its words are gone from this browser on purpose: another page must not bring them back.
            Some(FORGET) => {
                self.close();
                crate::ui::reload();
                return;
            }
            _ => {}
        }
        self.refresh_saved();
    }

    fn answer_tab(&self, state_vector: &[u8]) {
        if self.0.history.get().is_none() {
            return;
        }
        let Ok(update) = self.read(|workspace| workspace.diff(state_vector)) else {
            return;
        };
        let news = {
            let outbox = self.0.outbox.borrow();
            News {
                unsaved: outbox.waiting(),
                durable: outbox.durable().clone(),
            }
        };
        self.tell_tabs(NEWS, &update, &news);
        // Whoever asks may have what this page lacks.
        if self.read(|workspace| workspace.lacks(state_vector)) == Ok(true) {
            self.ask_tabs();
        }
    }

    fn hear_news(&self, update: Vec<u8>, news: News) {
        let received = self.0.workspace.borrow_mut().receive(&update);
        let effect = match received {
            Ok(effect) => effect,
            Err(ReceiveError::Incomplete) => return self.ask_tabs(),
            Err(ReceiveError::Broken) => return crate::ui::crash::show(),
            Err(error) => {
                return crate::ui::log(&format!("another page says what cannot be read: {error}"));
            }
        };
        if self.0.history.get().is_none() {
            let person = self.0.me.peek().person;
            let generation = copies::current(self.0.id, person);
            self.0.history.set(Some(generation));
        }
        let is_new = !effect.update.is_empty();
        if is_new {
            self.keep(&effect.update);
            self.set(self.0.loaded, true);
            self.show(&effect.changes);
            self.refresh_undo();
        }
        let unsaved = {
            let mut outbox = self.0.outbox.borrow_mut();
            outbox.settle(&news.durable);
            let now = crate::ui::now();
            let mut unsaved = news.unsaved;
            unsaved.retain(|edit| outbox.learn(edit, now));
            unsaved
        };
        for edit in &unsaved {
            self.note(edit);
        }
        if !unsaved.is_empty() {
            self.post(update, &unsaved);
        }
    }
}
