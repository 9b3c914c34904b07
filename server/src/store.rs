//! The store: the one owner of the database. Writes of everybody who waits go into one transaction and
//! are answered after it is on the disk; reads go another way and never wait behind a commit.
//!
//! What the tables mean is in the files below; who may ask for what is `access`'s business.

use std::{
    panic::{self, AssertUnwindSafe},
    path::Path,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use rusqlite::{Connection, ffi};
use tokio::sync::{mpsc, oneshot};

pub mod accesses;
pub mod activity;
pub mod database;
mod error;
pub mod forgetting;
pub mod invites;
pub mod log;
pub mod people;
pub mod tokens;
pub mod versions;
pub mod workspaces;

pub use error::{Ailment, StoreError};

/// How many requests wait for a thread of the store. Beyond that, whoever asks waits.
const QUEUE: usize = 1024;

/// How many requests share one transaction at most, so that the first of them is answered soon.
const GROUP: usize = 512;

/// Something to write: it runs inside the transaction, says whether to keep what it did, and gives
/// what is to be called with the fate of the transaction. Without a connection it does nothing but that.
type Write = Box<dyn FnOnce(Option<&Connection>) -> (bool, Answer) + Send>;
type Answer = Box<dyn FnOnce(Result<(), Arc<rusqlite::Error>>) + Send>;
type Read = Box<dyn FnOnce(&Connection) + Send>;

/// Something to do outside of any transaction.
type Alone = Box<dyn FnOnce(&Connection) + Send>;

/// What the writing thread does: in one transaction with the others who wait, or after what came before
/// and before what comes after.
enum Job {
    Together(Write),
    Alone(Alone),
}

/// What a thread of the store is asked.
enum Task<W> {
    Do(W),
    /// Do what came before, then end.
    End,
}

/// Called with how long each commit took.
pub type OnCommit = Arc<dyn Fn(Duration) + Send + Sync>;

/// A handle on the store; clones share its threads.
#[derive(Clone)]
pub struct Store {
    writes: mpsc::Sender<Task<Job>>,
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
        let start = |name: &str, work: Box<dyn FnOnce() + Send>| {
            thread::Builder::new()
                .name(name.to_owned())
                .spawn(work)
                .map_err(|error| StoreError::file("cannot start a thread", error))
        };
        let threads = vec![
            start(
                "store-writes",
                Box::new(move || write_all(writer, write_queue, &on_commit)),
            )?,
            start(
                "store-reads",
                Box::new(move || read_all(&reader, read_queue)),
            )?,
        ];
        Ok((Self { writes, reads }, StoreThreads(threads)))
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
    pub async fn begin_write<T, E, F>(&self, work: F) -> oneshot::Receiver<Result<T, E>>
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
        // When the store is closed the receipt says so: its sender is dropped with the write.
        let _ = self.writes.send(Task::Do(Job::Together(write))).await;
        receipt
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
        let _ = self.writes.send(Task::Do(Job::Alone(work))).await;
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
        let _ = self.reads.send(Task::End).await;
    }
}

/// The writing thread: one transaction for all who wait.
fn write_all(
    mut connection: Connection,
    mut queue: mpsc::Receiver<Task<Job>>,
    on_commit: &OnCommit,
) {
    let mut ending = false;
    while !ending {
        let mut alone = None;
        let mut group = match queue.blocking_recv() {
            Some(Task::Do(Job::Together(first))) => vec![first],
            Some(Task::Do(Job::Alone(work))) => {
                by_itself(&connection, work);
                continue;
            }
            Some(Task::End) | None => break,
        };
        while group.len() < GROUP {
            match queue.try_recv() {
                Ok(Task::Do(Job::Together(write))) => group.push(write),
                Ok(Task::Do(Job::Alone(work))) => {
                    alone = Some(work);
                    break;
                }
                Ok(Task::End) => {
                    ending = true;
                    break;
                }
                Err(_) => break,
            }
        }
        let started = Instant::now();
        let mut answers = Vec::with_capacity(group.len());
        let fate = commit(&mut connection, group, &mut answers);
        on_commit(started.elapsed());
        if let Err(error) = &fate {
            // Whoever asked says what it means.
            tracing::debug!(%error, writes = answers.len(), "a transaction was not committed");
        }
        let fate = fate.map_err(Arc::new);
        for answer in answers {
            answer(fate.clone());
        }
        if let Some(work) = alone {
            by_itself(&connection, work);
        }
    }
    if let Err(error) =
        connection.execute_batch("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);")
    {
        tracing::warn!(%error, "the database was not tidied at the end");
    }
}

fn by_itself(connection: &Connection, work: Alone) {
    // As above: a bug must not end the thread. Whoever asked hears that there is no answer.
    if panic::catch_unwind(AssertUnwindSafe(|| work(connection))).is_err() {
        tracing::error!("work on the database panicked");
    }
}

/// Writes what a group asks for in one transaction. `answers` has one for each of them afterwards, but for
/// those that panicked.
fn commit(
    connection: &mut Connection,
    group: Vec<Write>,
    answers: &mut Vec<Answer>,
) -> rusqlite::Result<()> {
    let alone = group.len() == 1;
    let mut group = group.into_iter();
    if alone && let Some(only) = group.next() {
        return commit_one(connection, only, answers);
    }
    let fate = commit_each(connection, &mut group, answers);
    // Whoever did not come to write hears the same as the others.
    answers.extend(group.map(|write| write(None).1));
    fate
}

fn commit_each(
    connection: &mut Connection,
    group: &mut impl Iterator<Item = Write>,
    answers: &mut Vec<Answer>,
) -> rusqlite::Result<()> {
    let mut transaction = connection.transaction()?;
    for write in group {
        // A savepoint each, so that one that fails takes nothing of the others with it.
        let mut savepoint = match transaction.savepoint() {
            Ok(savepoint) => savepoint,
            Err(error) => {
                answers.push(write(None).1);
                return Err(error);
            }
        };
        // A bug in one must not end the thread that everybody writes through.
        let written = panic::catch_unwind(AssertUnwindSafe(|| write(Some(&savepoint))));
        let keep = written.is_ok_and(|(keep, answer)| {
            answers.push(answer);
            keep
        });
        if savepoint.is_autocommit() {
            return Err(taken_back());
        }
        if !keep {
            savepoint.rollback()?;
        }
        savepoint.commit()?;
    }
    transaction.commit()
}

/// Writes what one asks for: the transaction is theirs alone.
fn commit_one(
    connection: &mut Connection,
    write: Write,
    answers: &mut Vec<Answer>,
) -> rusqlite::Result<()> {
    let transaction = match connection.transaction() {
        Ok(transaction) => transaction,
        Err(error) => {
            answers.push(write(None).1);
            return Err(error);
        }
    };
    // As for several: a bug must not end the thread.
    let written = panic::catch_unwind(AssertUnwindSafe(|| write(Some(&transaction))));
    let keep = written.is_ok_and(|(keep, answer)| {
        answers.push(answer);
        keep
    });
    if transaction.is_autocommit() {
        return Err(taken_back());
    }
    if keep {
        transaction.commit()
    } else {
        transaction.rollback()
    }
}

/// A disk that fails can take back the whole transaction; what came then would be outside of any.
fn taken_back() -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_ABORT_ROLLBACK), None)
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
    use std::sync::Arc;

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
