//! The copy in this browser: an append-only list of updates for each workspace and person, folded into one when it
//! grows, and the note of what the server does not have yet. What the bytes mean is the document's affair.
//!
//! Several pages write into one copy at once. Each writes whatever it has that it did not read there, so that the
//! records of one page are whole without those of the others; and whoever folds deletes only what it read.
//!
//! What is typed here is written at once, what others type in batches: the server has it anyway. **Invariant:**
//! everything is written in the order in which it came, since what is typed builds on what others typed before.

mod records;
mod writer;

use super::{
    database::{self, Database, Fault},
    outbox::{Clock, Edit, Kept},
};
use futures::{
    channel::mpsc::{UnboundedSender, unbounded},
    future::{Either, select},
};
use gloo_timers::future::TimeoutFuture;
use jalon_shared::{Generation, PersonId, WorkspaceId};
use std::{
    cell::{Cell, RefCell},
    future::Future,
    pin::Pin,
    rc::Rc,
};
use wasm_bindgen::JsValue;
use writer::Writer;

/// A database that another page keeps from opening is not waited for longer (in milliseconds): the page goes on
/// without, and takes it up when it opens.
pub(super) const PATIENCE: u32 = 4_000;

/// The way into the copy.
pub struct Local {
    queue: UnboundedSender<Item>,
    state: Rc<Cell<Kept>>,
    /// How many items of this page's person were queued and are not written yet.
    queued: Rc<Cell<usize>>,
}

/// What is written down.
enum Item {
    Update(Vec<u8>),
    /// An update that the server has.
    Theirs(Vec<u8>),
    /// The page is about to go: what is gathered is written now.
    Hurry,
    Unsaved(Edit),
    Durable(Clock),
    /// Nothing new: what failed before is to be tried again.
    Again,
}

/// What was kept before, oldest first.
pub struct Before {
    pub updates: Vec<Vec<u8>>,
    /// What the server is not known to have.
    pub unsaved: Vec<Edit>,
    last: Option<JsValue>,
}

/// An opened copy whose writer has not started.
pub struct Opened {
    name: String,
    database: Database,
    pub before: Before,
}

/// A copy that is still being opened.
pub type Later = Pin<Box<dyn Future<Output = Result<Opened, Fault>>>>;

/// How far the opening came in the time that a page waits.
pub enum Opening {
    Done(Opened),
    /// It takes longer; whether an older page is what keeps it.
    Later {
        blocked: bool,
        opening: Later,
    },
    Failed(Fault),
}

/// What the session hears of the copy, and what it gives.
pub struct Ear {
    /// What is kept changed.
    pub on_change: Box<dyn Fn()>,
    /// Nothing can be kept now.
    pub on_fault: Box<dyn Fn(&Fault)>,
    /// The whole document, for a copy that was lost.
    pub whole: Box<dyn Fn() -> (Vec<u8>, Vec<Edit>)>,
}

/// The name of its database, and of the channel between its pages. Each history of a workspace has a copy of its own,
/// so that none can get into another.
pub fn name_of(workspace: WorkspaceId, person: PersonId, generation: Generation) -> String {
    match generation {
        Generation::FIRST => format!("jalon-{workspace}-{person}"),
        other => format!("jalon-{workspace}-{person}-{other}"),
    }
}

/// Opens the copy and reads it.
pub async fn open(workspace: WorkspaceId, person: PersonId, generation: Generation) -> Opening {
    let name = name_of(workspace, person, generation);
    let blocked = Rc::new(Cell::new(false));
    let opening: Later = {
        let blocked = blocked.clone();
        Box::pin(async move {
            let database = Database::open(&name, move || blocked.set(true)).await?;
            let before = records::read(&database).await?;
            Ok(Opened {
                name,
                database,
                before,
            })
        })
    };
    match select(opening, TimeoutFuture::new(PATIENCE)).await {
        Either::Left((Ok(opened), _)) => Opening::Done(opened),
        Either::Left((Err(fault), _)) => {
            crate::ui::log(&format!("nothing can be kept in this browser: {fault:?}"));
            Opening::Failed(fault)
        }
        Either::Right(((), opening)) => {
            crate::ui::log("this browser's database does not open yet");
            Opening::Later {
                blocked: blocked.get(),
                opening,
            }
        }
    }
}

/// Deletes the copy.
pub async fn forget(workspace: WorkspaceId, person: PersonId, generation: Generation) {
    if let Err(fault) = database::delete(&name_of(workspace, person, generation)).await {
        crate::ui::log(&format!(
            "the copy in this browser cannot be deleted: {fault:?}"
        ));
    }
}

impl Opening {
    /// The copy, if it is there.
    pub fn ready(self) -> Option<Opened> {
        match self {
            Self::Done(opened) => Some(opened),
            Self::Later { .. } | Self::Failed(_) => None,
        }
    }
}

impl Opened {
    /// What was kept before, oldest first.
    pub fn updates(&self) -> &[Vec<u8>] {
        &self.before.updates
    }

    /// Starts to keep what comes. `folded` is all that was kept before as one update, if it could be read whole.
    pub fn start(self, folded: Option<Vec<u8>>, ear: Ear) -> Local {
        let (queue, receiver) = unbounded();
        let (state, queued) = (Rc::new(Cell::new(Kept::Yes)), Rc::new(Cell::new(0)));
        let writer = Writer {
            name: self.name,
            database: RefCell::new(Some(Rc::new(self.database))),
            state: state.clone(),
            queued: queued.clone(),
            is_empty: Cell::new(false),
            waiting: RefCell::default(),
            folded: RefCell::default(),
            again: queue.clone(),
            ear,
        };
        wasm_bindgen_futures::spawn_local(writer.run(self.before, folded, receiver));
        Local {
            queue,
            state,
            queued,
        }
    }
}

impl Local {
    pub fn keep(&self, update: &[u8]) {
        self.put(Item::Update(update.to_vec()));
    }

    /// As [`Self::keep`], for what the server has: it is written within [`writer::GATHER`] milliseconds, or before whatever
    /// else is.
    pub fn keep_theirs(&self, update: &[u8]) {
        self.put(Item::Theirs(update.to_vec()));
    }

    /// Writes what was gathered now.
    pub fn hurry(&self) {
        self.put(Item::Hurry);
    }

    /// The server does not have this yet, whose update was given to [`Self::keep`] before.
    pub fn note(&self, edit: &Edit) {
        self.put(Item::Unsaved(edit.clone()));
    }

    /// The server has these for good.
    pub fn settle(&self, durable: &Clock) {
        if !durable.is_empty() {
            self.put(Item::Durable(durable.clone()));
        }
    }

    pub fn state(&self) -> Kept {
        self.state.get()
    }

    fn put(&self, item: Item) {
        let is_mine = item.is_mine();
        if self.queue.unbounded_send(item).is_err() {
            self.state.set(Kept::Never);
            return;
        }
        if !is_mine {
            return;
        }
        self.queued.set(self.queued.get() + 1);
        if self.state.get() == Kept::Yes {
            self.state.set(Kept::Writing);
        }
    }
}

impl Drop for Local {
    fn drop(&mut self) {
        // What waits is still written; then the writer ends.
        self.queue.close_channel();
    }
}

impl Item {
    /// Whether a person asks themselves if it is kept here.
    const fn is_mine(&self) -> bool {
        matches!(self, Self::Update(_) | Self::Unsaved(_) | Self::Durable(_))
    }

    const fn may_wait(&self) -> bool {
        matches!(self, Self::Theirs(_))
    }
}
