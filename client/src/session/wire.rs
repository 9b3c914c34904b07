//! What the frames of the socket mean to the session.

use super::{Session, Standing, outbox::Edit, socket::SocketEvent};
use crate::{api, memory, ui::toast::Toast};
use dioxus::prelude::*;
use jalon_shared::{
    Change, Role,
    protocol::{Frame, Message, ProtocolError, Refusal},
    workspace::{Effect, ReceiveError},
};

/// An update of a document to which nothing was added, as the encoding writes it.
const NOTHING: [u8; 2] = [0, 0];
/// The server's words for why it closed.
const UNREADABLE: &str = "unreadable";
const ACCESS: &str = "access";
const GENERATION: &str = "generation";
const TOO_MANY: &str = "too-many";
const FULL: &str = "full";
/// The server is not asked more often why it does not open, in milliseconds.
const ASK_REST: i64 = 10_000;
/// How often a person is told that there is no place, in milliseconds.
const CROWDED_REST: i64 = 60_000;

/// What the server said before it no longer let somebody in.
#[derive(Clone, Copy)]
enum Told {
    /// That their access ended.
    Ended,
    Nothing,
}

impl Session {
    pub(super) fn on_socket(&self, event: SocketEvent) {
        if !self.0.closed.get() {
            self.in_page(|| self.handle(event));
        }
    }

    fn handle(&self, event: SocketEvent) {
        if matches!(event, SocketEvent::Opened | SocketEvent::Closed { .. }) {
            self.take_gathered();
        }
        match event {
            SocketEvent::Opened => {
                self.0.outbox.borrow_mut().opened();
                let state_vector = self.read(|workspace| workspace.state_vector());
                self.transmit(&Frame::SyncStep1 { state_vector });
                self.hello();
                self.lead_on();
                self.look_for_update();
            }
            SocketEvent::Received(bytes) => match Frame::decode(&bytes) {
                Ok(frame) => self.on_frame(frame),
                Err(ProtocolError::UnknownMessage(_)) => {}
                Err(error) => crate::ui::log(&format!("a frame cannot be read: {error}")),
            },
            SocketEvent::Quiet => {
                self.transmit(&Frame::QueryAwareness);
            }
            SocketEvent::Closed { was_open, reason } => {
                self.0.outbox.borrow_mut().closed();
                self.set(self.0.unwritable, false);
                self.alone();
                if reason == UNREADABLE {
                    self.leave_for(Standing::Unreadable);
                } else if reason == GENERATION {
                    self.leave_for(Standing::OtherGeneration);
                } else if reason == TOO_MANY || reason == FULL {
                    self.crowded(&reason);
                } else if reason == ACCESS {
                    self.ask_why(Told::Ended);
                } else if !was_open {
                    self.ask_why(Told::Nothing);
                }
            }
        }
        self.refresh_saved();
    }

    fn on_frame(&self, frame: Frame) {
        let is_about_mine = matches!(frame, Frame::Jalon(Message::Acknowledged { .. }));
        if matches!(frame, Frame::Update { .. } | Frame::Awareness { .. }) {
            return self.gather(frame);
        }
        if !is_about_mine {
            // It may be about what came before it.
            self.take_gathered();
        }
        match frame {
            Frame::SyncStep1 { state_vector } => self.answer(&state_vector),
            Frame::SyncStep2 { update } => {
                self.receive(&update);
                self.set(self.0.loaded, true);
                if let Some(socket) = &*self.0.socket.borrow() {
                    socket.loaded();
                }
            }
            Frame::Update { .. } | Frame::Awareness { .. } => {}
            Frame::QueryAwareness => self.hello(),
            Frame::Auth { reason } => {
                crate::ui::log(&format!("the server refuses: {reason}"));
                self.ask_why(Told::Nothing);
            }
            Frame::Jalon(message) => self.on_message(message),
        }
    }

    /// Gives the server what it lacks; from now on edits go out one by one.
    fn answer(&self, state_vector: &[u8]) {
        let missing = self.read(|workspace| workspace.diff(state_vector));
        match missing {
            Ok(update) => {
                // A reader has nothing to give; what they typed while they still could is refused aloud.
                let silent = update == NOTHING && self.0.me.peek().role == Role::Reader;
                let sent = !silent && self.transmit(&Frame::SyncStep2 { update });
                let durable = self.0.outbox.borrow_mut().answered(sent);
                self.settled(&durable);
            }
            Err(error) => crate::ui::log(&format!("the server's state cannot be read: {error}")),
        }
    }

    /// Takes in what came, and gives what it changed.
    pub(super) fn receive(&self, update: &[u8]) -> Vec<Change> {
        let received = self.0.workspace.borrow_mut().receive(update);
        match received {
            Ok(effect) => return self.received(effect),
            Err(ReceiveError::Incomplete) => self.resync(),
            Err(ReceiveError::Broken) => crate::ui::crash::show(),
            Err(error) => crate::ui::log(&format!("an update cannot be read: {error}")),
        }
        Vec::new()
    }

    /// The same, where it is tried otherwise when it cannot be taken in.
    pub(super) fn try_receive(&self, update: &[u8]) -> Option<Vec<Change>> {
        let received = self.0.workspace.borrow_mut().receive(update);
        match received {
            Ok(effect) => Some(self.received(effect)),
            Err(ReceiveError::Broken) => {
                crate::ui::crash::show();
                Some(Vec::new())
            }
            Err(_) => None,
        }
    }

    fn received(&self, effect: Effect) -> Vec<Change> {
        if !effect.update.is_empty() {
            self.keep_theirs(&effect.update);
        }
        self.show(&effect.changes);
        self.refresh_undo();
        effect.changes
    }

    fn on_message(&self, message: Message) {
        match message {
            Message::Welcome {
                person,
                name,
                role,
                generation,
                ..
            } => {
                let was = self.0.me.peek().person;
                let me = super::Me { person, name, role };
                memory::remember_me(self.0.id, &me);
                if was == person {
                    self.set(self.0.me, me);
                    self.welcomed_to(generation);
                } else {
                    // Somebody else signed in on this browser: their page is built on their own copy, and nothing
                    // of this one is sent in their name.
                    self.close();
                    crate::ui::reload();
                }
            }
            Message::Acknowledged { through } => {
                let durable = self.0.outbox.borrow_mut().acknowledge(through);
                self.settled(&durable);
            }
            Message::Refused {
                reason: Refusal::Incomplete,
                ..
            } => self.resync(),
            Message::Refused {
                frame,
                reason: Refusal::Storage,
            } => {
                self.0.outbox.borrow_mut().not_taken(frame);
                self.storage(false);
            }
            Message::Storage { writable } => self.storage(writable),
            Message::Refused { frame, reason } => {
                {
                    let mut outbox = self.0.outbox.borrow_mut();
                    outbox.not_taken(frame);
                    outbox.refuse();
                }
                self.set(self.0.standing, Standing::Refused(reason));
            }
            Message::VersionFrozen { number, label } => {
                self.set(self.0.frozen, number);
                if self
                    .0
                    .freezing
                    .borrow_mut()
                    .take_if(|mine| *mine == label.trim())
                    .is_some()
                {
                    return;
                }
                let address = format!("/w/{}/v/{number}", self.0.id);
                let toast = Toast::key("version-frozen-toast").with("number", number.to_string());
                self.0.toasts.show(
                    toast
                        .with("label", label)
                        .link(address, "version-frozen-open"),
                );
            }
            Message::VersionRestored {
                number,
                label,
                person,
                name,
            } => self.heard_of_restoring(number, label, person, name),
            Message::Guide { person } => self.guided_by(person),
            Message::AccessChanged { role: Some(role) } => {
                let mut me = self.0.me.peek().clone();
                if me.role != role {
                    me.role = role;
                    memory::remember_me(self.0.id, &me);
                    self.set(self.0.me, me);
                    self.0.toasts.say(match role {
                        Role::Reader => "access-changed-reader",
                        Role::Contributor => "access-changed-contributor",
                        Role::Facilitator => "access-changed-facilitator",
                    });
                }
            }
            Message::AccessChanged { role: None } => {
                // Taken out, or signed out from another device? The server says it to whoever asks.
                self.0.asked_at.set(0);
                self.ask_why(Told::Ended);
            }
        }
    }

    /// The server can write to its disk, or cannot. When it can again it asks what is here.
    fn storage(&self, writable: bool) {
        self.set(self.0.unwritable, !writable);
        if !writable {
            self.0.outbox.borrow_mut().hold();
        }
    }

    /// Sends what was typed, if the connection is in step; if not, the next answer holds it.
    pub(super) fn post(&self, update: Vec<u8>, edits: &[Edit]) {
        let now = self.0.outbox.borrow_mut().post(edits);
        if now {
            self.transmit(&Frame::Update { update });
        }
    }

    pub(super) fn transmit(&self, frame: &Frame) -> bool {
        let socket = self.0.socket.borrow().clone();
        socket.is_some_and(|socket| socket.send(&frame.encode()))
    }

    /// Something is missing here or there: a new connection compares both sides.
    pub(super) fn resync(&self) {
        let socket = self.0.socket.borrow().clone();
        if let Some(socket) = socket {
            socket.renew();
        }
    }

    /// There is no place for this window. It goes on trying, and what is typed is kept here.
    fn crowded(&self, reason: &str) {
        let now = crate::ui::now();
        if now - self.0.asked_at.get() >= CROWDED_REST {
            self.0.asked_at.set(now);
            let too_many = reason == TOO_MANY;
            self.0.toasts.say(if too_many {
                "too-many-windows"
            } else {
                "server-full"
            });
        }
    }

    /// The socket cannot be opened: the network, or a door that was closed? A browser does not tell.
    fn ask_why(&self, told: Told) {
        let now = crate::ui::now();
        if now - self.0.asked_at.get() < ASK_REST {
            return;
        }
        self.0.asked_at.set(now);
        let session = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            match api::workspace(session.0.id).await {
                Err(api::ApiError::SignedOut) => {
                    // A phone that was lost and signed out from elsewhere keeps nothing of the others.
                    match told {
                        Told::Ended => session.forget(),
                        Told::Nothing => session.orphan(),
                    }
                    session.leave_for(Standing::SignedOut);
                }
                Err(api::ApiError::Removed) => session.leave_for(Standing::Removed),
                Err(api::ApiError::Forbidden | api::ApiError::NotFound) => {
                    session.leave_for(Standing::Unknown)
                }
                _ => {}
            }
        });
    }

    pub(super) fn leave_for(&self, standing: Standing) {
        if let Some(socket) = self.0.socket.take() {
            socket.stop();
        }
        self.alone();
        if standing == Standing::Removed {
            self.forget();
        }
        self.set(self.0.standing, standing);
    }
}
