//! The copy in this browser: an append-only list of updates for each workspace and person, folded into
//! one when it grows. What the bytes mean is the document's affair.

use super::outbox::Kept;
use futures::{
    StreamExt,
    channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded},
    future::{Either, select},
};
use gloo_timers::future::TimeoutFuture;
use jalon_shared::{Generation, PersonId, WorkspaceId, workspace::merge_updates};
use js_sys::Uint8Array;
use rexie::{KeyRange, ObjectStore, Rexie, TransactionMode};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue};

const UPDATES: &str = "updates";
/// More records than this are folded into one.
const MANY: usize = 50;
/// The same while somebody types, who writes a record with each key.
const MANY_WHILE_TYPING: usize = 500;
/// A database that another page keeps from opening is not waited for longer (in milliseconds).
pub(super) const PATIENCE: u32 = 4_000;

/// The way into the copy.
pub struct Local {
    queue: UnboundedSender<Vec<u8>>,
    state: Rc<Cell<Kept>>,
}

/// What was kept before, oldest first.
pub struct Before {
    pub updates: Vec<Vec<u8>>,
    last: Option<JsValue>,
}

/// An opened copy whose writer has not started.
pub struct Opened {
    database: Rexie,
    pub before: Before,
}

/// The name of its database. Each history of a workspace has a copy of its own, so that none can get into
/// another.
fn name_of(workspace: WorkspaceId, person: PersonId, generation: Generation) -> String {
    match generation {
        Generation::FIRST => format!("jalon-{workspace}-{person}"),
        other => format!("jalon-{workspace}-{person}-{other}"),
    }
}

/// Opens the copy and reads it; `None` when this browser keeps nothing.
pub async fn open(
    workspace: WorkspaceId,
    person: PersonId,
    generation: Generation,
) -> Option<Opened> {
    let opening = Box::pin(async {
        let store = ObjectStore::new(UPDATES).auto_increment(true);
        let name = name_of(workspace, person, generation);
        let database = Rexie::builder(&name)
            .version(1)
            .add_object_store(store)
            .build()
            .await?;
        let before = read(&database).await?;
        Ok::<_, rexie::Error>(Opened { database, before })
    });
    match select(opening, TimeoutFuture::new(PATIENCE)).await {
        Either::Left((Ok(opened), _)) => Some(opened),
        Either::Left((Err(error), _)) => {
            crate::ui::log(&format!("nothing can be kept in this browser: {error}"));
            None
        }
        Either::Right(_) => {
            crate::ui::log("this browser's database does not open");
            None
        }
    }
}

/// Deletes the copy.
pub async fn forget(workspace: WorkspaceId, person: PersonId, generation: Generation) {
    if let Err(error) = Rexie::delete(&name_of(workspace, person, generation)).await {
        crate::ui::log(&format!(
            "the copy in this browser cannot be deleted: {error}"
        ));
    }
}

impl Opened {
    /// What was kept before, oldest first.
    pub fn updates(&self) -> &[Vec<u8>] {
        &self.before.updates
    }

    /// It was only to be read.
    pub fn close(self) {
        self.database.close();
    }

    /// Starts to keep what comes. `folded` is all that was kept before as one update, if it could be read whole;
    /// `on_change` is called when what is kept changes.
    pub fn start(self, folded: Option<Vec<u8>>, on_change: impl Fn() + 'static) -> Local {
        let (queue, receiver) = unbounded();
        let state = Rc::new(Cell::new(Kept::Yes));
        let writer = Writer {
            database: self.database,
            state: state.clone(),
            on_change: Box::new(on_change),
        };
        wasm_bindgen_futures::spawn_local(writer.run(self.before, folded, receiver));
        Local { queue, state }
    }
}

impl Local {
    pub fn keep(&self, update: &[u8]) {
        if self.state.get() != Kept::Never {
            let queued = self.queue.unbounded_send(update.to_vec());
            self.state.set(if queued.is_ok() {
                Kept::Writing
            } else {
                Kept::Never
            });
        }
    }

    pub fn state(&self) -> Kept {
        self.state.get()
    }
}

struct Writer {
    database: Rexie,
    state: Rc<Cell<Kept>>,
    on_change: Box<dyn Fn()>,
}

impl Writer {
    async fn run(self, before: Before, folded: Option<Vec<u8>>, queue: UnboundedReceiver<Vec<u8>>) {
        self.write(before, folded, queue).await;
        self.database.close();
    }

    /// Writes until nobody queues any more.
    async fn write(
        &self,
        before: Before,
        folded: Option<Vec<u8>>,
        mut queue: UnboundedReceiver<Vec<u8>>,
    ) {
        let mut records = before.updates.len();
        if let (Some(folded), Some(last), true) = (folded, before.last, records > MANY)
            && self.noted(self.fold(last, &folded).await)
        {
            records = 1;
        }
        while let Some(first) = queue.next().await {
            let mut batch = vec![first];
            while let Ok(update) = queue.try_recv() {
                batch.push(update);
            }
            if !self.noted(self.append(&batch).await) {
                self.state.set(Kept::Never);
                (self.on_change)();
                return;
            }
            records += batch.len();
            if records > MANY_WHILE_TYPING && self.noted(self.fold_all().await) {
                records = 1;
            }
            // What was queued meanwhile comes in the next round, which says it again.
            self.state.set(Kept::Yes);
            (self.on_change)();
        }
    }

    fn noted(&self, result: rexie::Result<()>) -> bool {
        if let Err(error) = &result {
            crate::ui::log(&format!(
                "the copy in this browser cannot be written: {error}"
            ));
        }
        result.is_ok()
    }

    async fn append(&self, batch: &[Vec<u8>]) -> rexie::Result<()> {
        let transaction = self
            .database
            .transaction(&[UPDATES], TransactionMode::ReadWrite)?;
        let store = transaction.store(UPDATES)?;
        for update in batch {
            store
                .add(&Uint8Array::from(update.as_slice()), None)
                .await?;
        }
        transaction.done().await.map(drop)
    }

    async fn fold_all(&self) -> rexie::Result<()> {
        let Before { updates, last } = read(&self.database).await?;
        let updates: Vec<&[u8]> = updates.iter().map(Vec::as_slice).collect();
        match (merge_updates(&updates), last) {
            (Ok(merged), Some(last)) => self.fold(last, &merged).await,
            _ => Ok(()),
        }
    }

    /// Puts one update in the place of every record up to `last`, in one transaction. What another tab added
    /// since stays.
    async fn fold(&self, last: JsValue, merged: &[u8]) -> rexie::Result<()> {
        let transaction = self
            .database
            .transaction(&[UPDATES], TransactionMode::ReadWrite)?;
        let store = transaction.store(UPDATES)?;
        store.add(&Uint8Array::from(merged), None).await?;
        store
            .delete(KeyRange::upper_bound(&last, Some(false))?.into())
            .await?;
        transaction.done().await.map(drop)
    }
}

async fn read(database: &Rexie) -> rexie::Result<Before> {
    let transaction = database.transaction(&[UPDATES], TransactionMode::ReadOnly)?;
    let store = transaction.store(UPDATES)?;
    let last = store.get_all_keys(None, None).await?.pop();
    let records = store.get_all(None, None).await?;
    let updates = records
        .into_iter()
        .filter_map(|record| record.dyn_into::<Uint8Array>().ok());
    Ok(Before {
        updates: updates.map(|update| update.to_vec()).collect(),
        last,
    })
}
