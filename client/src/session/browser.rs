//! The session's public face and its state; opening, the wire and the rest stand beside it.

use super::{
    Me, Standing,
    fields::Fields,
    incoming::Incoming,
    keyboard::Keyboard,
    local::Local,
    outbox::{Edit, Outbox, Saved},
    overheard::Overheard,
    presence::Presences,
    socket::Socket,
    states::States,
    tabs::Tabs,
    watch::Watchers,
};
use crate::{
    memory,
    ui::toast::{Toast, Toasts},
};
use dioxus::core::{Runtime, ScopeId};
use dioxus::prelude::*;
use jalon_shared::{
    Change, Command, CommandError, EntityKind, Generation, Role, Stamp, Subject, Workspace,
    WorkspaceId,
    workspace::{Effect, NewReading},
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use uuid::Uuid;

/// The open workspace. A handle: clones speak of the same one.
#[derive(Clone)]
pub struct Session(pub(super) Rc<Inner>);

/// What the clones of a session share.
///
/// **Invariant:** no signal is written and no element touched while `workspace` is borrowed: whatever
/// they wake may read the document.
pub(super) struct Inner {
    pub id: WorkspaceId,
    pub workspace: RefCell<Workspace>,
    /// Sockets and timers call from outside of any component.
    pub runtime: Rc<Runtime>,
    pub watchers: Watchers,
    pub fields: Fields,
    pub keyboard: Keyboard,
    pub presences: Presences,
    /// What others did that is not in the document yet.
    pub incoming: Incoming,
    pub overheard: Overheard,
    pub outbox: RefCell<Outbox>,
    /// What is said beside each field.
    pub states: States,
    pub socket: RefCell<Option<Rc<Socket>>>,
    /// Which history the document has; `None` while it holds nothing.
    pub history: Cell<Option<Generation>>,
    /// The copy in this browser, once it was opened.
    pub local: RefCell<Option<Local>>,
    /// The line to the other pages of this browser.
    pub tabs: RefCell<Option<Tabs>>,
    pub me: Signal<Me>,
    pub standing: Signal<Standing>,
    pub saved: Signal<Saved>,
    /// Whether the document was shown by the server or by this browser; until then it is empty for lack of news.
    pub loaded: Signal<bool>,
    /// The server cannot write to its disk.
    pub unwritable: Signal<bool>,
    /// The server has another version of the program than this page.
    pub outdated: Signal<bool>,
    /// Whether it is noted for the first page that something here waits to be sent.
    pub flagged: Cell<bool>,
    pub undo: Signal<UndoState>,
    pub toasts: Toasts,
    /// The label of the version that I asked for and was not told of yet: its dialog says that it is there.
    pub freezing: RefCell<Option<String>>,
    /// The number of the last version that was frozen while this page was open; 0 before the first.
    pub frozen: Signal<u32>,
    /// How many versions were restored here of which the server has not told everybody yet.
    pub restored: Cell<u32>,
    /// When the server was last asked why it does not open, in milliseconds since 1970.
    pub asked_at: Cell<i64>,
    /// It lives in this page and nowhere else: what is typed goes to nobody.
    pub is_alone: Cell<bool>,
    /// The page went elsewhere: whatever still arrives is ignored.
    pub closed: Cell<bool>,
}

/// What the undo buttons may do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct UndoState {
    pub undo: bool,
    pub redo: bool,
}

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The session of the workspace whose page this is.
pub fn use_session() -> Session {
    use_context::<Session>()
}

impl Session {
    pub(super) fn new(id: WorkspaceId, me: Me, toasts: Toasts) -> Self {
        // The signals outlive the page that opened the workspace, since late events still speak of them.
        let root = ScopeId::ROOT;
        Self(Rc::new(Inner {
            id,
            workspace: RefCell::new(Workspace::new()),
            runtime: Runtime::current(),
            watchers: Watchers::default(),
            fields: Fields::default(),
            keyboard: Keyboard::default(),
            presences: Presences::new(),
            incoming: Incoming::default(),
            overheard: Overheard::default(),
            outbox: RefCell::default(),
            states: States::default(),
            socket: RefCell::default(),
            history: Cell::new(None),
            local: RefCell::default(),
            tabs: RefCell::default(),
            me: Signal::new_in_scope(me, root),
            standing: Signal::new_in_scope(Standing::default(), root),
            saved: Signal::new_in_scope(Saved::Connecting, root),
            loaded: Signal::new_in_scope(false, root),
            unwritable: Signal::new_in_scope(false, root),
            outdated: Signal::new_in_scope(false, root),
            flagged: Cell::new(false),
            undo: Signal::new_in_scope(UndoState::default(), root),
            toasts,
            freezing: RefCell::default(),
            frozen: Signal::new_in_scope(0, root),
            restored: Cell::new(0),
            asked_at: Cell::new(0),
            is_alone: Cell::new(false),
            closed: Cell::new(false),
        }))
    }

    pub fn workspace_id(&self) -> WorkspaceId {
        self.0.id
    }

    /// Reads the document as it is now; components that must follow it use [`super::use_watch`].
    pub fn read<R>(&self, read: impl FnOnce(&Workspace) -> R) -> R {
        read(&self.0.workspace.borrow())
    }

    /// Makes something happen, here at once and for everybody soon. What is not possible is said in a toast.
    pub fn send(&self, command: impl Into<Command>) {
        self.send_all(vec![command.into()]);
    }

    /// As [`Self::send`], one after the other; the first one that is not possible ends it.
    pub fn send_all(&self, commands: Vec<Command>) {
        for command in commands {
            if self.attempt(&command).is_err() {
                return;
            }
        }
    }

    /// Records values in cells, all or none, as one step of undo; whether that was possible.
    pub fn record(&self, readings: Vec<NewReading>) -> bool {
        if readings.is_empty() {
            return true;
        }
        if !self.may_write_now() {
            self.0.toasts.say("error-read-only");
            return false;
        }
        let stamp = self.stamp();
        let recorded = self.0.workspace.borrow_mut().record_all(readings, &stamp);
        match recorded {
            Ok(effects) => {
                effects.into_iter().for_each(|effect| self.typed(effect));
                true
            }
            Err(error) => {
                crate::ui::log(&format!("not recorded: {error}"));
                self.0.toasts.say(message_of(&error));
                false
            }
        }
    }

    /// Carries a command out, or says why not.
    pub(super) fn attempt(&self, command: &Command) -> Result<(), ()> {
        if !self.may_write_now() {
            self.0.toasts.say("error-read-only");
            return Err(());
        }
        let stamp = self.stamp();
        let result = self.0.workspace.borrow_mut().apply(command, &stamp);
        match result {
            Ok(effect) => {
                self.typed(effect);
                Ok(())
            }
            Err(error) => {
                crate::ui::log(&format!("not carried out: {error}"));
                self.0.toasts.say(message_of(&error));
                Err(())
            }
        }
    }

    /// A new id: version 7, so that ids sort by birth.
    pub fn fresh_uuid() -> Uuid {
        Uuid::now_v7()
    }

    /// Who I am here. Reactive.
    pub fn me(&self) -> Me {
        self.0.me.read().clone()
    }

    /// Who I am here, now.
    pub fn me_now(&self) -> Me {
        self.0.me.peek().clone()
    }

    /// Whether I may change things. Reactive.
    pub fn may_write(&self) -> bool {
        *self.0.standing.read() == Standing::Welcome && self.0.me.read().role >= Role::Contributor
    }

    /// Whether I may invite, freeze and change the settings. Reactive.
    pub fn is_facilitator(&self) -> bool {
        *self.0.standing.read() == Standing::Welcome && self.0.me.read().role >= Role::Facilitator
    }

    pub(super) fn may_write_now(&self) -> bool {
        *self.0.standing.peek() == Standing::Welcome && self.0.me.peek().role >= Role::Contributor
    }

    /// Whether the page may go on. Reactive.
    pub fn standing(&self) -> Standing {
        *self.0.standing.read()
    }

    /// What to say about what was typed. Reactive.
    pub fn saved(&self) -> Saved {
        *self.0.saved.read()
    }

    /// Whether the document is known, from this browser or from the server. Reactive.
    pub fn is_loaded(&self) -> bool {
        *self.0.loaded.read()
    }

    /// Whether the server's disk takes nothing now. Reactive.
    pub fn is_unwritable(&self) -> bool {
        *self.0.unwritable.read()
    }

    /// What can be undone and redone. Reactive.
    pub fn undo_state(&self) -> UndoState {
        *self.0.undo.read()
    }

    /// Freezing a version of this label is asked for here; `None` when that failed.
    pub fn freezes(&self, label: Option<&str>) {
        *self.0.freezing.borrow_mut() = label.map(|label| label.trim().to_owned());
    }

    /// The last version that was frozen while this page was open; 0 before the first. Reactive.
    pub fn last_frozen(&self) -> u32 {
        *self.0.frozen.read()
    }

    /// Says something in passing.
    pub fn toast(&self, text: String) {
        self.0.toasts.show(Toast::text(text));
    }

    pub fn toasts(&self) -> Toasts {
        self.0.toasts
    }

    pub(super) fn stamp(&self) -> Stamp {
        let me = self.0.me.peek();
        Stamp {
            person: me.person,
            name: me.name.clone(),
            at: crate::ui::now(),
        }
    }

    /// Something changed here: sends it, keeps it, shows it.
    pub(super) fn typed(&self, effect: Effect) {
        if self.0.is_alone.get() {
            self.show(&effect.changes);
            self.refresh_undo();
            return;
        }
        if !effect.update.is_empty() {
            let edit = self.count(&effect.changes);
            self.keep(&effect.update);
            self.note(&edit);
            self.share_with_tabs(&effect.update, &edit);
            self.post(effect.update, &[edit]);
        }
        self.show(&effect.changes);
        self.refresh_undo();
        self.refresh_saved();
    }

    /// Gives a number to what was typed.
    fn count(&self, changes: &[Change]) -> Edit {
        let tab = self.read(Workspace::client_id);
        let mut places: Vec<String> = changes.iter().filter_map(place_of).collect();
        places.sort_unstable();
        places.dedup();
        let mut outbox = self.0.outbox.borrow_mut();
        outbox.typed(tab, places, crate::ui::now())
    }

    /// Draws what changed.
    pub(super) fn show(&self, changes: &[Change]) {
        if changes.is_empty() {
            return;
        }
        self.in_page(|| {
            // First, while the browser still knows where everything stands.
            self.hold_keyboard();
            self.0.fields.show(changes);
            self.move_carets(changes);
            self.wake(changes);
        });
    }

    /// Carets move with the text around them: those of others here, and where this one is.
    fn move_carets(&self, changes: &[Change]) {
        let mine = self.0.fields.is_writing();
        for change in changes {
            if let Change::Text { field, ops, .. } = change {
                self.text_changed(field, ops, mine);
                if self.0.fields.selected_in(field).is_some() {
                    self.tell_soon();
                }
            }
        }
    }

    pub(super) fn refresh_undo(&self) {
        let state = self.read(|workspace| UndoState {
            undo: workspace.can_undo(),
            redo: workspace.can_redo(),
        });
        self.set(self.0.undo, state);
    }

    pub(super) fn refresh_saved(&self) {
        let saved = self.0.outbox.borrow().saved(self.kept());
        self.set(self.0.saved, saved);
        self.refresh_states();
        self.flag(saved);
    }

    /// Notes for the first page whether something here waits to be sent.
    fn flag(&self, saved: Saved) {
        let waits = match saved {
            Saved::Offline | Saved::Held | Saved::Refused => true,
            Saved::Saved | Saved::Away => self.0.outbox.borrow().is_dirty(),
            _ => return,
        };
        if self.0.flagged.replace(waits) != waits {
            if waits {
                // Whoever has something to lose is asked to be let keep it.
                crate::ui::ask_to_keep();
            }
            memory::remember_waiting(self.0.id, self.0.me.peek().person, waits);
        }
    }

    /// Writes a signal if its value is another one, from wherever this is called.
    pub fn set<T: PartialEq + 'static>(&self, mut signal: Signal<T>, value: T) {
        self.in_page(|| {
            if *signal.peek() != value {
                signal.set(value);
            }
        });
    }

    /// Runs what touches signals, also when a socket or a timer calls.
    pub(super) fn in_page<R>(&self, run: impl FnOnce() -> R) -> R {
        self.0.runtime.in_scope(ScopeId::ROOT, run)
    }
}

/// The path of the field that shows a change, if there is one: that which its box carries.
fn place_of(change: &Change) -> Option<String> {
    match change {
        Change::Value(field) | Change::Text { field, .. } => Some(field.to_string()),
        Change::Reading { indicator, period } => Some(format!("reading/{indicator}/{period}")),
        Change::List(_) | Change::Languages | Change::Talk(_) => None,
    }
}

/// The page on which people see a change.
pub(super) fn page_of(change: &Change) -> &'static str {
    let kind = match change {
        Change::List(kind) => *kind,
        Change::Value(field) | Change::Text { field, .. } => field.entity.kind,
        Change::Reading { .. } | Change::Talk(Subject::Cell(..)) => EntityKind::Verbatim,
        Change::Talk(Subject::Entity(entity)) => entity.kind,
        Change::Languages => EntityKind::Term,
    };
    match kind {
        EntityKind::Axis | EntityKind::Objective => "objectives",
        EntityKind::Indicator => "indicators",
        EntityKind::Verbatim => "readings",
        EntityKind::Term => "glossary",
        EntityKind::Decision | EntityKind::Block => "dashboard",
        EntityKind::Settings => "settings",
    }
}

/// The message that says why a command was not carried out.
fn message_of(error: &CommandError) -> &'static str {
    match error {
        CommandError::NotFound(_) => "error-not-found",
        CommandError::TooLong { .. } => "error-too-long",
        CommandError::InvalidMeasure => "error-invalid-measure",
        CommandError::InvalidComment => "error-invalid-comment",
        CommandError::InvalidValue { .. } => "error-invalid-value",
        _ => "error-not-possible",
    }
}
