//! Opening a session and leaving it: first the copy in this browser, then the server.

use super::{
    Me, Session, Standing,
    copies::{self, Aside},
    database::Fault,
    local::{self, Ear, Opened, Opening},
    outbox::{Edit, Kept},
    socket::Socket,
};
use crate::{memory, ui::toast::Toasts};
use dioxus::prelude::*;
use jalon_shared::{Generation, WorkspaceId, workspace::merge_updates};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::BeforeUnloadEvent;

impl Session {
    /// Opens a workspace as somebody. It is shown as soon as this browser's copy was read.
    pub fn open(id: WorkspaceId, me: Me, toasts: Toasts) -> Self {
        let session = Self::new(id, me, toasts);
        session.warn_before_loss();
        session.hurry_before_going();
        let opening = session.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let person = opening.0.me.peek().person;
            let generation = copies::current(id, person);
            copies::take_back(id, person, generation);
            // Before the copy is read: what is typed elsewhere meanwhile must not be missed.
            opening.join_tabs(generation);
            match local::open(id, person, generation).await {
                Opening::Done(opened) => opening.take_up(opened, generation),
                Opening::Later {
                    blocked,
                    opening: later,
                } => {
                    opening
                        .0
                        .toasts
                        .say(if blocked { "kept-blocked" } else { "kept-slow" });
                    opening.take_up_later(later, generation);
                }
                Opening::Failed(fault) => opening.say_fault(&fault),
            }
            opening.ask_tabs();
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
        self.0.tabs.take();
        // What waits to be kept is still written; then the database is closed.
        self.0.local.take();
    }

    /// The person was taken out: what others wrote does not stay on their device. Words of theirs that nobody
    /// has yet are put aside.
    pub(super) fn forget(&self) {
        memory::forget_me(self.0.id);
        self.put_words_aside();
        let (id, person) = (self.0.id, self.0.me.peek().person);
        memory::remember_waiting(id, person, false);
        if self.0.local.take().is_some() {
            let generation = copies::current(id, person);
            copies::forget_current(id, person);
            wasm_bindgen_futures::spawn_local(local::forget(id, person, generation));
        }
    }

    /// The server no longer knows this browser, and nobody said why: it may have been put back from a backup of
    /// before, and this copy may be the last one.
    pub(super) fn orphan(&self) {
        memory::forget_me(self.0.id);
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

    /// Puts the words aside that were refused, and starts again from what the others see.
    pub fn start_afresh(&self) {
        self.put_words_aside();
        self.forget_in_tabs();
        self.close();
        let (id, person) = (self.0.id, self.0.me.peek().person);
        wasm_bindgen_futures::spawn_local(async move {
            memory::remember_waiting(id, person, false);
            local::forget(id, person, copies::current(id, person)).await;
            crate::ui::reload();
        });
    }

    /// Goes on with the copy that was just opened.
    fn take_up(&self, opened: Opened, generation: Generation) {
        let has_some = !opened.updates().is_empty();
        if has_some && self.0.history.get().is_none() {
            self.0.history.set(Some(generation));
        }
        self.start_local(opened);
    }

    /// The same for one that took long: what came meanwhile is kept too, and the server gets what was in it.
    fn take_up_later(&self, opening: local::Later, generation: Generation) {
        let session = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            match opening.await {
                Ok(opened) => session.add_to(opened, generation),
                Err(fault) => session.say_fault(&fault),
            }
        });
    }

    /// Keeps what is here beside what a copy holds.
    pub(super) fn add_to(&self, opened: Opened, generation: Generation) {
        let is_other = |history| history != generation;
        if self.0.closed.get() || self.0.history.get().is_some_and(is_other) {
            return;
        }
        let had_some = !opened.updates().is_empty();
        self.take_up(opened, generation);
        let (whole, unsaved) = self.whole();
        self.keep(&whole);
        for edit in &unsaved {
            self.note(edit);
        }
        if had_some {
            self.resync();
        }
        self.refresh_saved();
    }

    fn say_fault(&self, fault: &Fault) {
        self.0.toasts.say(match fault {
            Fault::Full => "kept-full",
            Fault::Newer => "kept-newer",
            Fault::Lost => "kept-lost",
            Fault::Other(_) => "not-kept-here",
        });
    }

    /// The document, and what of it the server does not have.
    fn whole(&self) -> (Vec<u8>, Vec<Edit>) {
        let whole = self.read(|workspace| workspace.snapshot());
        (whole, self.0.outbox.borrow().waiting())
    }

    fn start_local(&self, opened: Opened) {
        let readable = self.take_in(&opened.before.updates);
        let folded = readable.then(|| self.read(|workspace| workspace.snapshot()));
        let had_some = !opened.before.updates.is_empty();
        self.0.flagged.set(!opened.before.unsaved.is_empty());
        {
            let (mut outbox, now) = (self.0.outbox.borrow_mut(), crate::ui::now());
            for edit in &opened.before.unsaved {
                outbox.learn(edit, now);
            }
        }
        let ear = |session: Self| Ear {
            on_change: {
                let session = session.clone();
                Box::new(move || session.refresh_saved())
            },
            on_fault: {
                let session = session.clone();
                Box::new(move |fault| session.in_page(|| session.say_fault(fault)))
            },
            whole: Box::new(move || session.whole()),
        };
        let local = opened.start(folded, ear(self.clone()));
        self.0.local.replace(Some(local));
        if had_some {
            self.set(self.0.loaded, true);
        }
        self.refresh_undo();
        self.refresh_saved();
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

    /// The same for what the server has: it may be written a little later.
    pub(super) fn keep_theirs(&self, update: &[u8]) {
        if let Some(local) = &*self.0.local.borrow() {
            local.keep_theirs(update);
        }
    }

    /// Writes down that the server does not have this yet.
    pub(super) fn note(&self, edit: &Edit) {
        if let Some(local) = &*self.0.local.borrow() {
            local.note(edit);
        }
    }

    pub(super) fn kept(&self) -> Kept {
        self.0
            .local
            .borrow()
            .as_ref()
            .map_or(Kept::Never, super::local::Local::state)
    }

    /// What was gathered is taken in and written before the page goes, or is put aside.
    fn hurry_before_going(&self) {
        let session = self.clone();
        let go = Closure::<dyn FnMut()>::new(move || {
            if !session.0.closed.get() {
                session.take_gathered();
                if let Some(local) = &*session.0.local.borrow() {
                    local.hurry();
                }
            }
        });
        let call = Some(go.as_ref().unchecked_ref());
        if let Some(window) = web_sys::window() {
            window.set_onpagehide(call);
            if let Some(document) = window.document() {
                document.set_onvisibilitychange(call);
            }
        }
        // As below.
        go.forget();
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
