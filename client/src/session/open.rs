//! Opening a session and leaving it: first the copy in this browser, then the server.

use super::{
    Me, Session, Standing,
    copies::{self, Aside},
    local::{self, Opened},
    outbox::Kept,
    socket::Socket,
};
use crate::{api, ui::toast::Toasts};
use dioxus::prelude::*;
use jalon_shared::{WorkspaceId, workspace::merge_updates};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::BeforeUnloadEvent;

impl Session {
    /// Opens a workspace as somebody. It is shown as soon as this browser's copy was read.
    pub fn open(id: WorkspaceId, me: Me, toasts: Toasts) -> Self {
        let session = Self::new(id, me, toasts);
        session.warn_before_loss();
        let opening = session.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let person = opening.0.me.peek().person;
            let generation = copies::current(id, person);
            copies::take_back(id, person, generation);
            match local::open(id, person, generation).await {
                Some(opened) => {
                    let has_some = !opened.updates().is_empty();
                    opening.0.history.set(has_some.then_some(generation));
                    opening.start_local(opened);
                }
                None => opening.0.toasts.say("not-kept-here"),
            }
            opening.connect();
        });
        session
    }

    /// The page goes elsewhere.
    pub fn close(&self) {
        self.0.closed.set(true);
        if let Some(socket) = self.0.socket.take() {
            socket.stop();
        }
        // What waits to be kept is still written; then the database is closed.
        self.0.local.take();
    }

    /// The person was taken out: what others wrote does not stay on their device. Words of theirs that nobody
    /// has yet do.
    pub(super) fn forget(&self) {
        api::forget_me(self.0.id);
        let (id, person) = (self.0.id, self.0.me.peek().person);
        let is_dirty = self.0.outbox.borrow().is_dirty();
        if self.0.local.take().is_some() && !is_dirty {
            let generation = copies::current(id, person);
            wasm_bindgen_futures::spawn_local(local::forget(id, person, generation));
        }
    }

    /// The server no longer knows this browser, and nobody said why: it may have been put back from a backup of
    /// before, and this copy may be the last one.
    pub(super) fn orphan(&self) {
        api::forget_me(self.0.id);
        let (id, person) = (self.0.id, self.0.me.peek().person);
        if self.0.local.take().is_some() && *self.0.loaded.peek() {
            let aside = Aside {
                workspace: id,
                person,
                generation: copies::current(id, person),
                title: self.read(|workspace| workspace.settings().title),
                at: crate::ui::now(),
                orphaned: true,
            };
            aside.note();
        }
    }

    /// Throws away what was refused, and starts again from what the others see.
    pub fn start_afresh(&self) {
        self.close();
        let (id, person) = (self.0.id, self.0.me.peek().person);
        wasm_bindgen_futures::spawn_local(async move {
            local::forget(id, person, copies::current(id, person)).await;
            crate::ui::reload();
        });
    }

    pub(super) fn start_local(&self, opened: Opened) {
        let readable = self.take_in(&opened.before.updates);
        let folded = readable.then(|| self.read(|workspace| workspace.snapshot()));
        let had_some = !opened.before.updates.is_empty();
        let session = self.clone();
        let local = opened.start(folded, move || session.refresh_saved());
        self.0.local.replace(Some(local));
        if had_some {
            self.set(self.0.loaded, true);
        }
        self.refresh_undo();
    }

    /// Reads what was kept; whether all of it could be read.
    fn take_in(&self, updates: &[Vec<u8>]) -> bool {
        if updates.is_empty() {
            return true;
        }
        let slices: Vec<&[u8]> = updates.iter().map(Vec::as_slice).collect();
        let merged = merge_updates(&slices).ok();
        let merged = merged.and_then(|merged| self.0.workspace.borrow_mut().receive(&merged).ok());
        if let Some(effect) = merged {
            self.show(&effect.changes);
            return true;
        }
        // One record is damaged: the others are still somebody's words.
        let mut whole = true;
        for update in updates {
            let effect = self.0.workspace.borrow_mut().receive(update);
            match effect {
                Ok(effect) => self.show(&effect.changes),
                Err(error) => {
                    crate::ui::log(&format!("a record of this browser cannot be read: {error}"));
                    whole = false;
                }
            }
        }
        whole
    }

    fn connect(&self) {
        if self.0.closed.get() || *self.0.standing.peek() != Standing::Welcome {
            return;
        }
        let (session, addressed) = (self.clone(), self.clone());
        let address = move || addressed.address();
        let socket = Socket::start(address, move |event| session.on_socket(event));
        self.0.socket.replace(Some(socket));
    }

    pub(super) fn keep(&self, update: &[u8]) {
        if let Some(local) = &*self.0.local.borrow() {
            local.keep(update);
        }
    }

    pub(super) fn kept(&self) -> Kept {
        self.0
            .local
            .borrow()
            .as_ref()
            .map_or(Kept::Never, super::local::Local::state)
    }

    fn warn_before_loss(&self) {
        let session = self.clone();
        let ask = Closure::<dyn FnMut(BeforeUnloadEvent)>::new(move |event: BeforeUnloadEvent| {
            if !session.0.closed.get() && session.would_lose() {
                event.prevent_default();
                event.set_return_value("1");
            }
        });
        if let Some(window) = web_sys::window() {
            window.set_onbeforeunload(Some(ask.as_ref().unchecked_ref()));
        }
        // One workspace is open at a time: the next one's listener takes the place of this one.
        ask.forget();
    }
}
