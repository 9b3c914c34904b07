//! The writing end of the copy: it gathers, writes, folds, and tries again what could not be written.

use super::{
    super::{
        database::{Database, Fault, Gone, UPDATES},
        outbox::Kept,
    },
    Before, Ear, Item, records,
};
use futures::{
    StreamExt,
    channel::mpsc::{UnboundedReceiver, UnboundedSender},
    future::{Either, select},
};
use gloo_timers::future::TimeoutFuture;
use jalon_shared::workspace::merge_updates;
use js_sys::Uint8Array;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::JsValue;
use web_sys::IdbTransactionMode::Readwrite;

/// More records than this are folded into one.
const MANY: usize = 50;
/// The same for what was written since this page last folded: of what it folded before nothing is read again.
const MANY_SINCE: usize = 100;
/// What others type is gathered for so long before it is written, in milliseconds ...
pub const GATHER: u32 = 200;
/// ... if it is not so much that it would be long to write, in updates.
const GATHER_MOST: usize = 500;
/// How long after a failure it is tried again to write, in milliseconds.
const AGAIN: u32 = 3_000;

/// What writes into the copy, one batch after the other.
pub(super) struct Writer {
    pub name: String,
    /// `None` while there is none that can be written to.
    pub database: RefCell<Option<Rc<Database>>>,
    pub state: Rc<Cell<Kept>>,
    pub queued: Rc<Cell<usize>>,
    /// The database was taken away and opened again: the whole document is to be written.
    pub is_empty: Cell<bool>,
    /// What could not be written yet, in its order.
    pub waiting: RefCell<Vec<Item>>,
    /// Up to which record this page has folded.
    pub folded: RefCell<Option<JsValue>>,
    /// To be woken by.
    pub again: UnboundedSender<Item>,
    pub ear: Ear,
}

impl Writer {
    /// Writes until nobody queues any more.
    pub async fn run(
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
            records::append(&database, &items).await
        } else {
            records::append(&database, &items).await
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
        let Ok((updates, last)) = records::read_since(&database, since.as_ref()).await else {
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
