//! The writing thread: one transaction for all who wait, and when it begins.

use super::{Alone, Answer, Job, OnCommit, Pace, StoreError, Task, Wish, Write, log};
use rusqlite::{Connection, ffi};
use std::{
    collections::VecDeque,
    panic::{self, AssertUnwindSafe},
    sync::{Arc, atomic::Ordering},
    time::Duration,
};
use tokio::{
    runtime::Builder,
    sync::mpsc::{self, error::TryRecvError},
    time::{Instant, timeout_at},
};

/// While many rooms write, so long after a commit they wait for each other, so that one commit does for all: it
/// costs about as much as relaying an edit to a whole workshop. Nobody sees that “saved” comes a tenth of a second
/// later. PostgreSQL calls it `commit_delay`, and takes as much at most
/// (<https://www.postgresql.org/docs/current/runtime-config-wal.html>); here it counts from the last commit.
const PAUSE: Duration = Duration::from_millis(100);

/// That is while the last so many changes were written within so long: `commit_siblings` there. Whoever writes alone,
/// and a single workshop, wait for nobody.
const SIBLINGS: usize = 64;
const CLOSE: Duration = Duration::from_millis(320); // 200 a second

/// How many requests share one transaction at most, so that the first of them is answered soon.
const GROUP: usize = 512;

/// What stands in the daybook is posted when it is so much, so that whoever loads a workspace reads through it in a
/// moment.
const DAYBOOK: usize = 256 << 10; // 256 KiB: some thousand edits
/// What a row of it has besides its updates.
const ROW: usize = 64;

/// Does what is asked until nobody asks any more.
pub(super) fn run(
    mut connection: Connection,
    queue: mpsc::Receiver<Task<Job>>,
    pace: Arc<Pace>,
    on_commit: &OnCommit,
) {
    let clock = match Builder::new_current_thread().enable_time().build() {
        Ok(clock) => clock,
        // Whoever asks hears that the store is closed.
        Err(error) => return tracing::error!(%error, "no clock for the store"),
    };
    let mut inbox = Inbox {
        queue,
        pace,
        latest: VecDeque::new(),
        calm_at: Instant::now(),
    };
    // What a server left that was killed.
    post(&mut connection);
    let mut daybook = 0;
    loop {
        let group = clock.block_on(inbox.gather());
        if !group.writes.is_empty() {
            let updates = group.updates();
            daybook += group.entries();
            write(&mut connection, group.writes, on_commit);
            inbox.written(updates, Instant::now());
        }
        if daybook >= DAYBOOK || group.is_last {
            post(&mut connection);
            daybook = 0;
        }
        if let Some(work) = group.alone {
            by_itself(&connection, work);
        }
        if group.is_last {
            break;
        }
    }
    if let Err(error) =
        connection.execute_batch("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);")
    {
        tracing::warn!(%error, "the database was not tidied at the end");
    }
}

/// What is asked, and when it has to be done.
struct Inbox {
    queue: mpsc::Receiver<Task<Job>>,
    pace: Arc<Pace>,
    /// When the last changes were written, [`SIBLINGS`] at most.
    latest: VecDeque<Instant>,
    /// Until when writes wait for each other.
    calm_at: Instant,
}

/// What is done next.
#[derive(Default)]
struct Group {
    /// In one transaction.
    writes: Vec<Wish>,
    /// Whether they wait for no more.
    hurries: bool,
    /// After them.
    alone: Option<Alone>,
    /// Whether nothing comes after that.
    is_last: bool,
}

impl Inbox {
    /// Waits for something to do, and then for what is to be done with it, if that may wait.
    async fn gather(&mut self) -> Group {
        let mut group = Group::default();
        group.add(self.queue.recv().await);
        let waits = Instant::now() < self.calm_at;
        self.fill(&mut group).await;
        let is_busy = waits && !group.hurries;
        self.pace.is_busy.store(is_busy, Ordering::Relaxed);
        group
    }

    /// Adds to a group what is to be done with it.
    async fn fill(&mut self, group: &mut Group) {
        loop {
            while !group.is_full() {
                match self.queue.try_recv() {
                    Ok(task) => group.add(Some(task)),
                    Err(TryRecvError::Empty) => break,
                    Err(TryRecvError::Disconnected) => group.add(None),
                }
            }
            if group.hurries || group.is_full() || Instant::now() >= self.calm_at {
                return;
            }
            if timeout_at(self.calm_at, self.pace.hurry.notified())
                .await
                .is_ok()
            {
                group.hurries = true;
            }
        }
    }

    /// So many changes were written.
    fn written(&mut self, count: usize, now: Instant) {
        for _ in 0..count.min(SIBLINGS) {
            if self.latest.len() == SIBLINGS {
                self.latest.pop_front();
            }
            self.latest.push_back(now);
        }
        let first = self.latest.front();
        let are_many =
            self.latest.len() == SIBLINGS && first.is_some_and(|first| now - *first < CLOSE);
        self.calm_at = if are_many { now + PAUSE } else { now };
    }
}

impl Group {
    fn add(&mut self, task: Option<Task<Job>>) {
        match task {
            Some(Task::Do(job)) => {
                self.hurries |= job.hurries();
                match job {
                    Job::Write(wish) => self.writes.push(wish),
                    Job::Alone(work) => self.alone = Some(work),
                }
            }
            Some(Task::End) | None => {
                self.hurries = true;
                self.is_last = true;
            }
        }
    }

    /// How many changes it writes.
    fn updates(&self) -> usize {
        self.writes.iter().map(Wish::updates).sum()
    }

    /// How many bytes of the daybook it takes.
    fn entries(&self) -> usize {
        let backlogs = self.writes.iter().filter_map(Wish::backlog);
        backlogs.map(|backlog| ROW + backlog.bytes()).sum()
    }

    /// Whether nothing more may be done with it.
    fn is_full(&self) -> bool {
        self.writes.len() >= GROUP || self.alone.is_some() || self.is_last
    }
}

/// Posts the daybook. What cannot be posted now stays there, where whoever loads a workspace finds it.
fn post(connection: &mut Connection) {
    let mut try_to = || -> Result<(), StoreError> {
        let transaction = connection.transaction()?;
        log::post(&transaction)?;
        Ok(transaction.commit()?)
    };
    if let Err(error) = try_to() {
        tracing::warn!(%error, "the daybook was not posted");
    }
}

/// Writes what a group asks for in one transaction, and tells each what became of it.
fn write(connection: &mut Connection, group: Vec<Wish>, on_commit: &OnCommit) {
    let started = Instant::now();
    let mut answers = Vec::with_capacity(group.len());
    let fate = commit(connection, group, &mut answers);
    on_commit(started.elapsed());
    if let Err(error) = &fate {
        // Whoever asked says what it means.
        tracing::debug!(%error, writes = answers.len(), "a transaction was not committed");
    }
    let fate = fate.map_err(Arc::new);
    for answer in answers {
        answer(fate.clone());
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
    group: Vec<Wish>,
    answers: &mut Vec<Answer>,
) -> rusqlite::Result<()> {
    let mut group = group.into_iter();
    let fate = commit_each(connection, &mut group, answers);
    // Whoever did not come to write hears the same as the others.
    answers.extend(group.map(|wish| (wish.write)(None).1));
    fate
}

fn commit_each(
    connection: &mut Connection,
    group: &mut impl Iterator<Item = Wish>,
    answers: &mut Vec<Answer>,
) -> rusqlite::Result<()> {
    let mut transaction = connection.transaction()?;
    for wish in group {
        let leaves_nothing = wish.backlog().is_some();
        let write = wish.write;
        if leaves_nothing {
            if matches!(attempt(&transaction, write, answers)?, Tried::Stopped) {
                return Err(taken_back());
            }
            continue;
        }
        // A savepoint, so that one that fails takes nothing of the others with it.
        let mut savepoint = match transaction.savepoint() {
            Ok(savepoint) => savepoint,
            Err(error) => {
                answers.push(write(None).1);
                return Err(error);
            }
        };
        if !matches!(attempt(&savepoint, write, answers)?, Tried::Done) {
            savepoint.rollback()?;
        }
        savepoint.commit()?;
    }
    transaction.commit()
}

/// What became of a write, before its transaction ends.
enum Tried {
    Done,
    Failed,
    /// Halfway, and without an answer.
    Stopped,
}

fn attempt(
    connection: &Connection,
    write: Write,
    answers: &mut Vec<Answer>,
) -> rusqlite::Result<Tried> {
    // A bug in one must not end the thread that everybody writes through.
    let tried = match panic::catch_unwind(AssertUnwindSafe(|| write(Some(connection)))) {
        Ok((keep, answer)) => {
            answers.push(answer);
            if keep { Tried::Done } else { Tried::Failed }
        }
        Err(_) => Tried::Stopped,
    };
    if connection.is_autocommit() {
        return Err(taken_back());
    }
    Ok(tried)
}

/// A disk that fails can take back the whole transaction; what came then would be outside of any.
fn taken_back() -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_ABORT_ROLLBACK), None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{
        Manner, Receipt, Store,
        backlog::Backlog,
        database,
        log::Appended,
        workspaces::{self, New},
    };
    use futures::FutureExt;
    use jalon_shared::WorkspaceId;
    use std::path::Path;
    use tempfile::TempDir;
    use tokio::time::{interval, sleep, timeout};

    /// An inbox with these, long before it is calm; telling it to hurry is the caller's part.
    fn inbox(jobs: Vec<Job>) -> (mpsc::Sender<Task<Job>>, Inbox) {
        let (sender, queue) = mpsc::channel(64);
        for job in jobs {
            let sent = sender.try_send(Task::Do(job));
            assert!(sent.is_ok(), "a full queue");
        }
        let inbox = Inbox {
            queue,
            pace: Arc::default(),
            latest: VecDeque::new(),
            calm_at: Instant::now() + Duration::from_secs(3_600),
        };
        (sender, inbox)
    }

    /// How many are written together at once; `None` when they wait.
    fn at_once(inbox: &mut Inbox) -> Option<usize> {
        let gathered = inbox.gather().now_or_never();
        gathered.map(|group| group.writes.len())
    }

    fn write(manner: Manner) -> Job {
        let write = Box::new(|_: Option<&_>| (true, Box::new(|_| {}) as Answer));
        Job::Write(Wish { write, manner })
    }

    fn soon() -> Job {
        write(Manner::Soon)
    }

    /// Eight rooms in which somebody types every 31 ms: that they wait for each other must not look like rest.
    #[tokio::test(start_paused = true)]
    async fn who_waits_for_others_goes_on_doing_so_while_as_many_type() {
        let (sender, mut inbox) = inbox(Vec::new());
        inbox.calm_at = Instant::now();
        let store = Store {
            writes: sender,
            pace: inbox.pace.clone(),
            reads: mpsc::channel(1).0,
        };
        let mut connection = database::in_memory().expect("a database");
        for number in 0..8 {
            let new = new(number);
            let workspace = new.id;
            workspaces::create(&connection, &new).expect("a workspace");
            let store = store.clone();
            tokio::spawn(async move {
                sleep(Duration::from_millis(4 * number)).await;
                let mut ticks = interval(Duration::from_millis(31));
                let backlog = Backlog::default();
                let mut receipt = None;
                loop {
                    tokio::select! {
                        _ = ticks.tick() => backlog.add(vec![1].into()),
                        () = arrival(&mut receipt), if receipt.is_some() => receipt = None,
                    }
                    if receipt.is_none() && backlog.count() > 0 {
                        receipt = Some(store.begin_append(workspace, backlog.clone()).await);
                    }
                }
            });
        }
        let on_commit: OnCommit = Arc::new(|_| ());
        let mut commits = 0;
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(10) {
            let group = timeout(Duration::from_secs(1), inbox.gather()).await;
            let group = group.expect("somebody types");
            let updates = group.updates();
            super::write(&mut connection, group.writes, &on_commit);
            inbox.written(updates, Instant::now());
            // It takes a moment to see that many write.
            commits += usize::from(start.elapsed() > Duration::from_secs(1));
        }
        assert!((80..=100).contains(&commits), "{commits} commits in 9 s");
    }

    fn new(number: u64) -> New {
        New {
            id: WorkspaceId::born(number, [0; 10]),
            title: String::new(),
            by: None,
            update: vec![0],
            demo: false,
        }
    }

    async fn arrival(receipt: &mut Option<Receipt<Appended, StoreError>>) {
        if let Some(receipt) = receipt {
            receipt.await.expect("an answer").expect("durable");
        }
    }

    fn rows(folder: &Path, table: &str) -> i64 {
        let connection = database::open_for_reading(folder).expect("a database");
        let sql = format!("SELECT count(*) FROM {table}");
        let count = connection.query_row(&sql, [], |row| row.get(0));
        count.expect("a count")
    }

    #[tokio::test]
    async fn the_daybook_is_posted_when_there_is_much_and_at_the_end_and_at_a_start() {
        let folder = TempDir::new().expect("a folder");
        let in_the_daybook = || rows(folder.path(), "daybook");
        let open = || Store::open(folder.path(), Arc::new(|_| ())).expect("a store");
        let (store, threads) = open();
        let new = new(1);
        let id = new.id;
        let made = store.write(move |connection| workspaces::create(connection, &new));
        made.await.expect("a workspace");
        let append = async |store: &Store, bytes| {
            let backlog = Backlog::default();
            backlog.add(vec![1; bytes].into());
            let receipt = store.begin_append(id, backlog).await;
            store.hurry();
            receipt.await.expect("an answer").expect("durable");
        };
        for number in 1..=3 {
            append(&store, DAYBOOK / 4 - ROW).await;
            assert_eq!(in_the_daybook(), number);
        }
        append(&store, DAYBOOK / 4 - ROW).await;
        append(&store, 1).await;
        assert_eq!(
            (in_the_daybook(), rows(folder.path(), "update_log")),
            (1, 5)
        );
        store.close().await;
        threads.join();
        assert_eq!(
            (in_the_daybook(), rows(folder.path(), "update_log")),
            (0, 6)
        );
        // As a server leaves it that is killed.
        let killed = database::open(folder.path()).expect("a database");
        log::append(&killed, id, &[b"last"]).expect("appended");
        assert_eq!(in_the_daybook(), 1);
        let (store, _threads) = open();
        let nothing = store.write(|_| Ok::<_, StoreError>(())).await;
        nothing.expect("a write after what a start does");
        assert_eq!(
            (in_the_daybook(), rows(folder.path(), "update_log")),
            (0, 7)
        );
    }

    #[tokio::test]
    async fn those_who_wait_go_together_when_it_is_calm_or_somebody_hurries() {
        let (_sender, mut calm) = inbox(vec![soon(), soon()]);
        calm.calm_at = Instant::now();
        assert_eq!(at_once(&mut calm), Some(2));
        let (_sender, mut inbox) = inbox(vec![soon(), soon()]);
        let pace = inbox.pace.clone();
        let mut gathering = Box::pin(inbox.gather());
        assert!(gathering.as_mut().now_or_never().is_none());
        pace.hurry.notify_one();
        let group = gathering.now_or_never().expect("no more waiting");
        assert_eq!(group.writes.len(), 2);
        assert!(!pace.is_busy.load(Ordering::Relaxed));
    }

    #[tokio::test(start_paused = true)]
    async fn it_is_busy_while_writes_wait_for_each_other_to_the_end() {
        let is_busy = |inbox: &Inbox| inbox.pace.is_busy.load(Ordering::Relaxed);
        let (sender, mut inbox) = inbox(vec![soon()]);
        inbox.gather().await;
        assert!(is_busy(&inbox));
        // An hour later somebody writes alone.
        let _ = sender.send(Task::Do(soon())).await;
        inbox.gather().await;
        assert!(!is_busy(&inbox));
    }

    #[tokio::test]
    async fn who_hurries_while_others_are_written_waits_no_more() {
        let (_sender, mut inbox) = inbox(vec![soon()]);
        inbox.pace.hurry.notify_one();
        assert_eq!(at_once(&mut inbox), Some(1));
    }

    #[tokio::test]
    async fn nobody_waits_beside_what_does_not() {
        let beside = |other| at_once(&mut inbox(vec![soon(), other]).1);
        assert_eq!(beside(soon()), None);
        assert_eq!(beside(write(Manner::Now)), Some(2));
        assert_eq!(beside(Job::Alone(Box::new(|_| {}))), Some(1));
    }

    #[tokio::test]
    async fn only_where_many_write_one_waits_for_others() {
        let (_sender, mut inbox) = inbox(Vec::new());
        let (start, often) = (Instant::now(), CLOSE / (SIBLINGS as u32 + 1));
        let mut waits_after = |count, gap: Duration| {
            inbox.latest.clear();
            let times = (0..count).map(|number| start + gap * number);
            times.for_each(|now| inbox.written(1, now));
            inbox.calm_at > *inbox.latest.back().expect("a write")
        };
        assert!(waits_after(SIBLINGS as u32, often));
        assert!(!waits_after(SIBLINGS as u32 - 1, often));
        assert!(!waits_after(3 * SIBLINGS as u32, CLOSE / 2));
    }
}
