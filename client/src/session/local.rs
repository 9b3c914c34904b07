//! The copy in this browser: an append-only list of updates for each workspace and person, folded into one when it
//! grows, and the note of what the server does not have yet. What the bytes mean is the document's affair.
//!
//! Several pages write into one copy at once. Each writes whatever it has that it did not read there, so that the
//! records of one page are whole without those of the others; and whoever folds deletes only what it read.
//!
//! What is typed here is written at once, what others type in batches: the server has it anyway. **Invariant:**
//! everything is written in the order in which it came, since what is typed builds on what others typed before.

use super::{
    database::{self, Database, Fault, Gone, Transaction, UNSAVED, UPDATES},
    outbox::{Clock, Edit, Kept},
};
use futures::{
    StreamExt,
    channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded},
    future::{Either, select},
};
use gloo_timers::future::TimeoutFuture;
use jalon_shared::{Generation, PersonId, WorkspaceId, workspace::merge_updates};
use js_sys::{Array, Uint8Array};
use std::{
    cell::{Cell, RefCell},
    future::Future,
    pin::Pin,
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdbTransactionMode::{Readonly, Readwrite};

/// More records than this are folded into one.
const MANY: usize = 50;
/// The same for what was written since this page last folded: of what it folded before nothing is read again.
const MANY_SINCE: usize = 100;
/// What others type is gathered for so long before it is written, in milliseconds ...
const GATHER: u32 = 200;
/// ... if it is not so much that it would be long to write, in updates.
const GATHER_MOST: usize = 500;
/// A database that another page keeps from opening is not waited for longer (in milliseconds): the page goes on
/// without, and takes it up when it opens.
pub(super) const PATIENCE: u32 = 4_000;
/// How long after a failure it is tried again to write, in milliseconds.
const AGAIN: u32 = 3_000;

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
            let before = read(&database).await?;
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

    /// As [`Self::keep`], for what the server has: it is written within [`GATHER`] milliseconds, or before whatever
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

struct Writer {
    name: String,
    /// `None` while there is none that can be written to.
    database: RefCell<Option<Rc<Database>>>,
    state: Rc<Cell<Kept>>,
    queued: Rc<Cell<usize>>,
    /// The database was taken away and opened again: the whole document is to be written.
    is_empty: Cell<bool>,
    /// What could not be written yet, in its order.
    waiting: RefCell<Vec<Item>>,
    /// Up to which record this page has folded.
    folded: RefCell<Option<JsValue>>,
    /// To be woken by.
    again: UnboundedSender<Item>,
    ear: Ear,
}

impl Writer {
    /// Writes until nobody queues any more.
    async fn run(
        self,
        before: Before,
        folded: Option<Vec<u8>>,
        mut queue: UnboundedReceiver<Item>,
    ) {
        if let (Some(folded), Some(last), true) =
            (folded, &before.last, before.updates.len() > MANY)
        {
            // Where it fails, the records stay as they are.
            let _ = self.fold(last, &folded).await;
        }
        // What was there before is not read a second time, folded or not.
        if self.folded.borrow().is_none() {
            self.folded.replace(before.last);
        }
        let mut records = 0;
        while let Some(first) = queue.next().await {
            self.gather(first, &mut queue).await;
            match self.write().await {
                Ok(written) => {
                    records += written;
                    let all = self.queued.get() == 0;
                    self.state.set(if all { Kept::Yes } else { Kept::Writing });
                }
                Err(fault) => {
                    let before = self.state.replace(Kept::Never);
                    if before != Kept::Never {
                        crate::ui::log(&format!("the copy cannot be written: {fault:?}"));
                        (self.ear.on_fault)(&fault);
                    }
                    if self.database_is_gone(&fault) {
                        (self.ear.on_change)();
                        return;
                    }
                    self.wake_later();
                }
            }
            (self.ear.on_change)();
            if records > MANY_SINCE && self.fold_since().await {
                records = 0;
            }
        }
    }

    /// Gathers what is to be written together: all that is there, and if that is only what others typed, what comes
    /// in the next moment.
    async fn gather(&self, first: Item, queue: &mut UnboundedReceiver<Item>) {
        let mut time = first.may_wait().then(|| TimeoutFuture::new(GATHER));
        self.waiting.borrow_mut().push(first);
        while let Some(left) = time
            .take()
            .filter(|_| self.waiting.borrow().len() < GATHER_MOST)
        {
            if let Either::Left((Some(item), left)) = select(queue.next(), left).await {
                time = item.may_wait().then_some(left);
                self.waiting.borrow_mut().push(item);
            }
        }
        while let Ok(item) = queue.try_recv() {
            self.waiting.borrow_mut().push(item);
        }
    }

    /// Whether nothing may be written any more, since another page took the database.
    fn database_is_gone(&self, fault: &Fault) -> bool {
        let database = self.database.borrow();
        let gone = database.as_ref().and_then(|database| database.gone());
        *fault == Fault::Newer || gone == Some(Gone::ByPage)
    }

    fn wake_later(&self) {
        let again = self.again.clone();
        gloo_timers::callback::Timeout::new(AGAIN, move || {
            let _ = again.unbounded_send(Item::Again);
        })
        .forget();
    }

    /// Writes what waits; how many records that made.
    async fn write(&self) -> Result<usize, Fault> {
        self.reopen_if_lost().await?;
        let database = self.database.borrow().clone().ok_or(Fault::Lost)?;
        let items = self.waiting.take();
        let written = if self.is_empty.get() {
            let (whole, unsaved) = (self.ear.whole)();
            let unsaved = unsaved.into_iter().map(Item::Unsaved);
            let items: Vec<Item> = [Item::Update(whole)].into_iter().chain(unsaved).collect();
            append(&database, &items).await
        } else {
            append(&database, &items).await
        };
        if written.is_ok() {
            self.is_empty.set(false);
            let done = items.iter().filter(|item| item.is_mine()).count();
            self.queued.set(self.queued.get().saturating_sub(done));
        } else {
            // What came meanwhile stands behind it.
            let newer = self.waiting.replace(items);
            self.waiting.borrow_mut().extend(newer);
            if database.gone() == Some(Gone::ByBrowser) || matches!(written, Err(Fault::Lost)) {
                self.lose(&database);
            }
        }
        written
    }

    /// The database is opened again at the next attempt, unless another page has it for itself.
    fn lose(&self, database: &Database) {
        if database.gone() != Some(Gone::ByPage) {
            self.database.take();
        }
    }

    /// Opens the database again that the browser took away.
    async fn reopen_if_lost(&self) -> Result<(), Fault> {
        let current = self.database.borrow().clone();
        if current.is_some_and(|database| database.gone() != Some(Gone::ByBrowser)) {
            return Ok(());
        }
        let again = Database::open(&self.name, || ()).await?;
        self.database.replace(Some(Rc::new(again)));
        self.is_empty.set(true);
        self.folded.take();
        Ok(())
    }

    /// Folds every record since this page last did into one, if they can be read; whether they were.
    async fn fold_since(&self) -> bool {
        let Some(database) = self.database.borrow().clone() else {
            return false;
        };
        let since = self.folded.borrow().clone();
        let Ok((updates, last)) = read_updates(&database, since.as_ref()).await else {
            return false;
        };
        let updates: Vec<&[u8]> = updates.iter().map(Vec::as_slice).collect();
        // Nothing is deleted for something that could not be read.
        let (Ok(merged), Some(last)) = (merge_updates(&updates), last) else {
            return false;
        };
        self.fold(&last, &merged).await.is_ok()
    }

    /// Puts one update in the place of every record since this page last folded up to `last`, in one transaction.
    /// What another page added since stays.
    async fn fold(&self, last: &JsValue, merged: &[u8]) -> Result<(), Fault> {
        let database = self.database.borrow().clone().ok_or(Fault::Lost)?;
        let since = self.folded.borrow().clone();
        let transaction = database.transaction(Readwrite)?;
        transaction.delete_up_to(UPDATES, since.as_ref(), last)?;
        let key = transaction
            .add_for_key(UPDATES, &Uint8Array::from(merged))
            .await?;
        transaction.done().await?;
        self.folded.replace(Some(key));
        Ok(())
    }
}

/// Writes some items in one transaction; how many records they made.
async fn append(database: &Database, items: &[Item]) -> Result<usize, Fault> {
    let transaction = database.transaction(Readwrite)?;
    let mut records = 0;
    let updates = items.iter().filter_map(|item| match item {
        Item::Update(update) | Item::Theirs(update) => Some(update.as_slice()),
        _ => None,
    });
    let updates: Vec<&[u8]> = updates.collect();
    let merged = match updates.as_slice() {
        [] | [_] => None,
        many => merge_updates(many).ok(),
    };
    let updates = match &merged {
        Some(merged) => vec![merged.as_slice()],
        None => updates,
    };
    for update in updates {
        transaction.add(UPDATES, &Uint8Array::from(update))?;
        records += 1;
    }
    for item in items {
        match item {
            Item::Unsaved(edit) => {
                let nowhere = [String::new()];
                let places = if edit.places.is_empty() {
                    &nowhere[..]
                } else {
                    &edit.places
                };
                for place in places {
                    let key = format!("{} {place}", edit.tab);
                    transaction.put(UNSAVED, &key, edit.number as f64)?;
                }
            }
            Item::Durable(clock) => settle(&transaction, clock).await?,
            Item::Update(_) | Item::Theirs(_) | Item::Hurry | Item::Again => {}
        }
    }
    transaction.done().await?;
    Ok(records)
}

/// Another page may have noted a later edit in the same place meanwhile: that stays.
async fn settle(transaction: &Transaction, durable: &Clock) -> Result<(), Fault> {
    let (keys, numbers) = transaction.all(UNSAVED).await?;
    for (key, number) in keys.iter().zip(numbers.iter()) {
        let upto = edit_of(&key, &number).and_then(|edit| {
            let upto = durable.get(&edit.tab)?;
            (edit.number <= *upto).then_some(())
        });
        if upto.is_some() {
            transaction.delete(UNSAVED, &key)?;
        }
    }
    Ok(())
}

async fn read(database: &Database) -> Result<Before, Fault> {
    let transaction = database.transaction(Readonly)?;
    let (keys, records) = transaction.all(UPDATES).await?;
    let (places, numbers) = transaction.all(UNSAVED).await?;
    let unsaved = places.iter().zip(numbers.iter());
    Ok(Before {
        updates: updates_of(&records),
        unsaved: unsaved
            .filter_map(|(key, number)| edit_of(&key, &number))
            .collect(),
        last: keys.iter().last(),
    })
}

/// The updates after a record, and the key of the last one.
async fn read_updates(
    database: &Database,
    since: Option<&JsValue>,
) -> Result<(Vec<Vec<u8>>, Option<JsValue>), Fault> {
    let transaction = database.transaction(Readonly)?;
    let (keys, records) = transaction.all_since(UPDATES, since).await?;
    Ok((updates_of(&records), keys.iter().last()))
}

fn updates_of(records: &Array) -> Vec<Vec<u8>> {
    let updates = records
        .iter()
        .filter_map(|record| record.dyn_into::<Uint8Array>().ok());
    updates.map(|update| update.to_vec()).collect()
}

/// An edit as it is noted: `<tab> <place>`, and its number.
fn edit_of(key: &JsValue, number: &JsValue) -> Option<Edit> {
    let key = key.as_string()?;
    let (tab, place) = key.split_once(' ')?;
    Some(Edit {
        tab: tab.parse().ok()?,
        number: number.as_f64()? as u64,
        places: vec![place.to_owned()],
    })
}
