//! The store: the one owner of the database. Writes of everybody who waits go into one transaction and
//! are answered after it is on the disk; reads go another way and never wait behind a commit.
//!
//! What the tables mean is in the files below; who may ask for what is `access`'s business.

use std::{
    panic::{self, AssertUnwindSafe},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use jalon_shared::WorkspaceId;
use rusqlite::Connection;
use tokio::sync::{Notify, mpsc, oneshot};

pub mod accesses;
pub mod activity;
pub mod backlog;
pub mod database;
mod error;
pub mod forgetting;
pub mod invites;
pub mod log;
pub mod people;
pub mod tokens;
pub mod versions;
pub mod workspaces;
mod writing;

pub use error::{Ailment, StoreError};

use backlog::Backlog;
use log::Appended;

/// How many requests wait for a thread of the store. Beyond that, whoever asks waits.
const QUEUE: usize = 1024;

/// When so many writes wait, they wait for no more: while they are written, whoever types may wait for the processor.
const MANY: usize = 32;

/// Something to write: it runs inside the transaction, says whether to keep what it did, and gives
/// what is to be called with the fate of the transaction. Without a connection it does nothing but that.
type Write = Box<dyn FnOnce(Option<&Connection>) -> (bool, Answer) + Send>;
type Answer = Box<dyn FnOnce(Result<(), Arc<rusqlite::Error>>) + Send>;
type Read = Box<dyn FnOnce(&Connection) + Send>;

/// Something to do outside of any transaction.
type Alone = Box<dyn FnOnce(&Connection) + Send>;

/// What the writing thread does.
enum Job {
    /// In one transaction with the others who wait.
    Write(Wish),
    /// After what came before and before what comes after.
    Alone(Alone),
}

impl Job {
    /// Whether it waits for no others.
    const fn hurries(&self) -> bool {
        match self {
            Self::Write(wish) => matches!(wish.manner, Manner::Now),
            Self::Alone(_) => true,
        }
    }
}

/// What somebody wants to be written.
struct Wish {
    write: Write,
    manner: Manner,
}

impl Wish {
    /// How many changes it writes: what people typed while it waited counts as if each had come by itself.
    fn updates(&self) -> usize {
        self.backlog().map_or(1, Backlog::count)
    }

    /// What it adds to a log.
    fn backlog(&self) -> Option<&Backlog> {
        match &self.manner {
            Manner::Append(backlog) => Some(backlog),
            Manner::Now | Manner::Soon => None,
        }
    }
}

/// How something is written.
enum Manner {
    /// Its transaction waits for nobody.
    Now,
    /// Its transaction may wait a little for more of them.
    Soon,
    /// As soon as [`Self::Soon`], and it leaves nothing behind when it fails: what is in a backlog, as one row of a
    /// log.
    Append(Backlog),
}

/// What a thread of the store is asked.
enum Task<W> {
    Do(W),
    /// Do what came before, then end.
    End,
}

/// What became of a write.
pub type Receipt<T, E> = oneshot::Receiver<Result<T, E>>;

/// Called with how long each commit took.
pub type OnCommit = Arc<dyn Fn(Duration) + Send + Sync>;

/// How fast the writing thread goes: what it and those who ask it tell each other.
#[derive(Default)]
struct Pace {
    /// Told when something in the queue does not wait. What waits wakes nobody: that would cost as much as the
    /// commit that it saves.
    hurry: Notify,
    /// Whether what is being written, or was last, waited for others, and nobody hurried it.
    is_busy: AtomicBool,
}

/// A handle on the store; clones share its threads.
#[derive(Clone)]
pub struct Store {
    writes: mpsc::Sender<Task<Job>>,
    pace: Arc<Pace>,
    reads: mpsc::Sender<Task<Read>>,
}

/// The threads of a store.
pub struct StoreThreads(Vec<thread::JoinHandle<()>>);

impl StoreThreads {
    /// Waits until everything that was asked before [`Store::close`] is done.
    pub fn join(self) {
        for thread in self.0 {
            if thread.join().is_err() {
                tracing::error!("a thread of the store ended badly");
            }
        }
    }
}

impl Store {
    /// Opens the database of a data folder, migrated, and starts the threads that own it.
    pub fn open(folder: &Path, on_commit: OnCommit) -> Result<(Self, StoreThreads), StoreError> {
        let writer = database::prepare(folder)?;
        let reader = database::open_for_reading(folder)?;
        let (writes, write_queue) = mpsc::channel(QUEUE);
        let (reads, read_queue) = mpsc::channel(QUEUE);
        let pace = Arc::<Pace>::default();
        let told = pace.clone();
        let start = |name: &str, work: Box<dyn FnOnce() + Send>| {
            thread::Builder::new()
                .name(name.to_owned())
                .spawn(work)
                .map_err(|error| StoreError::file("cannot start a thread", error))
        };
        let threads = vec![
            start(
                "store-writes",
                Box::new(move || writing::run(writer, write_queue, told, &on_commit)),
            )?,
            start(
                "store-reads",
                Box::new(move || read_all(&reader, read_queue)),
            )?,
        ];
        let store = Self {
            writes,
            pace,
            reads,
        };
        Ok((store, StoreThreads(threads)))
    }

    /// Writes, and returns when it is on the disk. An error keeps nothing of what `work` did.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    {
        let receipt = self.begin_write(work).await;
        receipt
            .await
            .unwrap_or_else(|_| Err(StoreError::Closed.into()))
    }

    /// Puts a write into the queue, where it keeps its place; the receipt comes when it is on the disk.
    pub async fn begin_write<T, E, F>(&self, work: F) -> Receipt<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    {
        self.begin(work, Manner::Now).await
    }

    /// As [`Self::begin_write`], for what comes often: where many write, it waits a little for others, so that one
    /// commit does for all of them, unless somebody calls [`Self::hurry`].
    pub async fn begin_write_soon<T, E, F>(&self, work: F) -> Receipt<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    {
        self.begin(work, Manner::Soon).await
    }

    /// As [`Self::begin_write_soon`]: adds to the log of a workspace what is in its backlog by then.
    pub async fn begin_append(
        &self,
        workspace: WorkspaceId,
        backlog: Backlog,
    ) -> Receipt<Appended, StoreError> {
        let waiting = backlog.clone();
        let append = move |connection: &_| log::append(connection, workspace, &waiting.take());
        self.begin(append, Manner::Append(backlog)).await
    }

    async fn begin<T, E, F>(&self, work: F, manner: Manner) -> Receipt<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    {
        let (write, receipt) = with_receipt(work);
        self.ask(Job::Write(Wish { write, manner })).await;
        receipt
    }

    /// Lets what waits a little wait no longer.
    pub fn hurry(&self) {
        self.pace.hurry.notify_one();
    }

    /// Whether what was written last waited for others, and nobody hurried it.
    pub fn is_busy(&self) -> bool {
        self.pace.is_busy.load(Ordering::Relaxed)
    }

    /// Asks the writing thread. When the store is closed the receipt says so: its sender is dropped with the job.
    async fn ask(&self, job: Job) {
        let hurries = job.hurries();
        let _ = self.writes.send(Task::Do(job)).await;
        let waiting = self.writes.max_capacity() - self.writes.capacity();
        // Said once. When two come at once it may be missed, and the pause ends by itself.
        if hurries || waiting == MANY {
            self.hurry();
        }
    }

    /// Does something with the writing connection outside of any transaction; whoever writes waits for it.
    pub async fn alone<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let work: Alone = Box::new(move |connection| {
            let _ = reply.send(work(connection));
        });
        self.ask(Job::Alone(work)).await;
        answer.await.unwrap_or(Err(StoreError::Closed))
    }

    /// Reads what is committed.
    pub async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let read: Read = Box::new(move |connection| {
            let _ = reply.send(work(connection));
        });
        let _ = self.reads.send(Task::Do(read)).await;
        answer
            .await
            .unwrap_or_else(|_| Err(StoreError::Closed.into()))
    }

    /// Lets the threads end once they did what was asked before. What is asked later is not done.
    pub async fn close(&self) {
        // A thread that is gone already needs no word.
        let _ = self.writes.send(Task::End).await;
        self.hurry();
        let _ = self.reads.send(Task::End).await;
    }
}

/// A write that answers with what it did, or with why that is not kept.
fn with_receipt<T, E, F>(work: F) -> (Write, Receipt<T, E>)
where
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
    F: FnOnce(&Connection) -> Result<T, E> + Send + 'static,
{
    let (reply, receipt) = oneshot::channel();
    let write: Write = Box::new(move |connection| {
        let outcome = connection.map(work);
        let answer: (bool, Answer) = (
            matches!(outcome, Some(Ok(_))),
            Box::new(move |fate| {
                let answer = match (outcome, fate) {
                    (Some(Err(error)), _) => Err(error),
                    (_, Err(why)) => Err(StoreError::Commit(why).into()),
                    (Some(Ok(value)), Ok(())) => Ok(value),
                    (None, Ok(())) => Err(StoreError::Closed.into()),
                };
                // Whoever asked may be gone; what was written stays.
                let _ = reply.send(answer);
            }),
        );
        answer
    });
    (write, receipt)
}

fn read_all(connection: &Connection, mut queue: mpsc::Receiver<Task<Read>>) {
    while let Some(Task::Do(read)) = queue.blocking_recv() {
        // As for writes: a bug must not end the thread that everybody reads by.
        if panic::catch_unwind(AssertUnwindSafe(|| read(connection))).is_err() {
            tracing::error!("a read of the database panicked");
        }
    }
}

/// An identifier or a role in a column, in its own type.
pub(crate) fn parsed<T>(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<T>
where
    T: std::str::FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let index = row.as_ref().column_index(column)?;
    let text: String = row.get(index)?;
    text.parse().map_err(|error: T::Err| {
        rusqlite::Error::FromSqlConversionFailure(
            index,
            rusqlite::types::Type::Text,
            Box::new(error),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::FutureExt;
    use std::sync::Arc;

    #[tokio::test]
    async fn when_many_wait_nobody_waits_for_more() {
        let (writes, _write_queue) = mpsc::channel(QUEUE);
        let (reads, _read_queue) = mpsc::channel(QUEUE);
        let pace = Arc::<Pace>::default();
        let store = Store {
            writes,
            pace: pace.clone(),
            reads,
        };
        for number in 1..=2 * MANY {
            let nothing = |_: &_| Ok::<(), StoreError>(());
            drop(store.begin_write_soon(nothing).await);
            let is_told = pace.hurry.notified().now_or_never().is_some();
            assert_eq!(is_told, number == MANY, "after {number}");
        }
    }

    #[tokio::test]
    async fn a_bug_in_one_read_does_not_end_the_others() {
        let folder = tempfile::tempdir().expect("a folder");
        let (store, _threads) = Store::open(folder.path(), Arc::new(|_| ())).expect("a store");
        let broken: Result<(), StoreError> = store.read(|_| panic!("a bug")).await;
        assert!(matches!(broken, Err(StoreError::Closed)));
        let workspaces = store.read(workspaces::all).await;
        assert_eq!(workspaces.expect("the next read").len(), 0);
    }
}
