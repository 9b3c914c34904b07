//! Watching: which component is drawn again when something in the document changed.
//!
//! Every mounted reader registers itself under what it reads, so that a change costs what it touches
//! and not what is on the page.

use super::{Session, use_session};
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use jalon_shared::{
    Change, EntityKind, EntityRef, FieldRef, IndicatorId, Period, Subject, Workspace,
};
use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, HashMap, HashSet},
    rc::Rc,
};

/// What a component reads of the document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Watch {
    /// Which entities of a kind there are, and their order; also what goes to the bin and comes back.
    List(EntityKind),
    /// Any field of one entity.
    Entity(EntityRef),
    Field(FieldRef),
    /// Any entity of a kind, and their list.
    Kind(EntityKind),
    /// One cell of the table of readings.
    Reading(IndicatorId, Period),
    /// The readings of one indicator.
    Readings(IndicatorId),
    AllReadings,
    /// What is said about something.
    Talk(Subject),
    AllTalk,
    /// The languages of the glossary.
    Languages,
    Everything,
    Any(Vec<Watch>),
}

/// Wide watches wake at most once in this time (in milliseconds): what they read is long to compute, and
/// somebody is always typing.
const WIDE_REST: u32 = 80;

type Wake = Rc<dyn Fn()>;
/// Somebody who is told of every change.
type Listener = Rc<dyn Fn(&[Change])>;

/// Everybody who watches.
#[derive(Default)]
pub(super) struct Watchers {
    wakes: RefCell<HashMap<Watch, BTreeMap<u64, Wake>>>,
    next: Cell<u64>,
    /// Who is told of every change, by its number.
    listeners: RefCell<BTreeMap<u64, Listener>>,
    /// Wide watches that changed and wait to be told.
    wide: RefCell<HashSet<Watch>>,
}

impl Watch {
    fn is_wide(&self) -> bool {
        matches!(
            self,
            Self::Kind(_) | Self::AllReadings | Self::AllTalk | Self::Everything
        )
    }

    /// The watches that it is made of.
    fn single(&self) -> Vec<Self> {
        match self {
            Self::Any(watches) => watches.iter().flat_map(Self::single).collect(),
            single => vec![single.clone()],
        }
    }
}

/// Whom a change concerns.
fn watches_of(change: &Change, into: &mut HashSet<Watch>) {
    into.insert(Watch::Everything);
    match change {
        Change::List(kind) => into.extend([Watch::List(*kind), Watch::Kind(*kind)]),
        Change::Value(field) | Change::Text { field, .. } => into.extend([
            Watch::Field(field.clone()),
            Watch::Entity(field.entity),
            Watch::Kind(field.entity.kind),
        ]),
        Change::Reading { indicator, period } => into.extend([
            Watch::Reading(*indicator, *period),
            Watch::Readings(*indicator),
            Watch::AllReadings,
        ]),
        Change::Talk(about) => into.extend([Watch::Talk(*about), Watch::AllTalk]),
        Change::Languages => {
            into.insert(Watch::Languages);
        }
    }
}

impl Watchers {
    fn add(&self, watch: &Watch, wake: Wake) -> u64 {
        let id = self.next.get();
        self.next.set(id + 1);
        let mut wakes = self.wakes.borrow_mut();
        for single in watch.single() {
            wakes.entry(single).or_default().insert(id, wake.clone());
        }
        id
    }

    fn remove(&self, watch: &Watch, id: u64) {
        let mut wakes = self.wakes.borrow_mut();
        for single in watch.single() {
            if let Some(of_this) = wakes.get_mut(&single) {
                of_this.remove(&id);
                if of_this.is_empty() {
                    wakes.remove(&single);
                }
            }
        }
    }

    /// Wakes each of those who watch any of these once.
    fn wake(&self, watches: impl IntoIterator<Item = Watch>) {
        let mut woken: BTreeMap<u64, Wake> = BTreeMap::new();
        {
            let wakes = self.wakes.borrow();
            for watch in watches {
                woken.extend(
                    wakes
                        .get(&watch)
                        .into_iter()
                        .flatten()
                        .map(|(id, wake)| (*id, wake.clone())),
                );
            }
        }
        for wake in woken.into_values() {
            wake();
        }
    }
}

impl Session {
    /// Tells whoever watches what changed; call it inside the page.
    pub(super) fn wake(&self, changes: &[Change]) {
        let listeners: Vec<_> = self
            .0
            .watchers
            .listeners
            .borrow()
            .values()
            .cloned()
            .collect();
        for listener in listeners {
            listener(changes);
        }
        let mut watches = HashSet::new();
        for change in changes {
            watches_of(change, &mut watches);
        }
        let (wide, narrow): (HashSet<_>, HashSet<_>) =
            watches.into_iter().partition(Watch::is_wide);
        self.0.watchers.wake(narrow);
        let mut waiting = self.0.watchers.wide.borrow_mut();
        let rests = waiting.is_empty();
        waiting.extend(wide);
        if rests && !waiting.is_empty() {
            let session = self.clone();
            wasm_bindgen_futures::spawn_local(async move {
                TimeoutFuture::new(WIDE_REST).await;
                session.wake_wide();
            });
        }
    }

    fn wake_wide(&self) {
        let waiting = std::mem::take(&mut *self.0.watchers.wide.borrow_mut());
        if !self.0.closed.get() {
            self.hold_keyboard();
            self.in_page(|| self.0.watchers.wake(waiting));
        }
    }
}

/// What a component reads.
type Read<T> = Rc<dyn Fn(&Workspace) -> T>;

/// A mounted reader.
struct Follower<T: 'static> {
    session: Session,
    value: Signal<T>,
    reader: RefCell<Read<T>>,
    /// What it watches, and its number among those who do.
    registered: RefCell<Option<(Watch, u64)>>,
}

impl<T: PartialEq + 'static> Follower<T> {
    fn refresh(&self) {
        let read = self.reader.borrow().clone();
        let now = self.session.read(|workspace| read(workspace));
        let mut value = self.value;
        if *value.peek() != now {
            value.set(now);
        }
    }

    fn follow(self: &Rc<Self>, watch: Watch) {
        if self
            .registered
            .borrow()
            .as_ref()
            .is_some_and(|(watched, _)| *watched == watch)
        {
            return;
        }
        self.leave();
        let follower = Rc::downgrade(self);
        let wake = Rc::new(move || {
            if let Some(follower) = follower.upgrade() {
                follower.refresh();
            }
        });
        let id = self.session.0.watchers.add(&watch, wake);
        self.registered.replace(Some((watch, id)));
    }

    fn leave(&self) {
        if let Some((watch, id)) = self.registered.take() {
            self.session.0.watchers.remove(&watch, id);
        }
    }
}

/// Reads the document and follows it: the component is drawn again when `watch` changed **and** the
/// value that was read differs. The value is read anew whenever the component is drawn, so that what
/// `read` captures may change.
pub fn use_watch<T: PartialEq + 'static>(
    watch: Watch,
    read: impl Fn(&Workspace) -> T + 'static,
) -> ReadSignal<T> {
    let session = use_session();
    let read: Read<T> = Rc::new(read);
    let follower = use_hook(|| {
        let value = Signal::new(session.read(|workspace| read(workspace)));
        let (reader, registered) = (RefCell::new(read.clone()), RefCell::default());
        Rc::new(Follower {
            session,
            value,
            reader,
            registered,
        })
    });
    follower.reader.replace(read);
    follower.refresh();
    follower.follow(watch);
    let value = follower.value;
    use_drop(move || follower.leave());
    value.into()
}

/// Tells of every change for as long as the component is mounted: for a picture of many things that is kept up
/// to date by what each change touches.
pub fn use_changes(on_change: impl Fn(&[Change]) + 'static) {
    let session = use_session();
    let id = use_hook(|| {
        let watchers = &session.0.watchers;
        let id = watchers.next.get();
        watchers.next.set(id + 1);
        watchers
            .listeners
            .borrow_mut()
            .insert(id, Rc::new(on_change));
        id
    });
    use_drop(move || {
        session.0.watchers.listeners.borrow_mut().remove(&id);
    });
}
