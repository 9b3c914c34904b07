//! A data folder with very many workspaces: how long a start takes, what each costs while nobody is there, and
//! what one costs that was just opened.

use super::{Bench, authors::Author, coming::Visitor};
use crate::{http::Script, proc::Process, until};
use anyhow::{Context, Result, bail, ensure};
use rusqlite::Connection;
use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

/// How many objectives, and single edits, are in each of them.
const OBJECTIVES: usize = 4;
const EDITS: usize = 200;

/// How often the server is started.
const STARTS: usize = 5;

/// How often one waits for the rooms to leave: each time half a minute, and a room stays for one.
const WAITS: usize = 6;

/// What was measured.
#[derive(Debug, Default)]
pub struct Many {
    pub workspaces: usize,
    pub opened: usize,
    /// Bytes of the document of each.
    pub document: usize,
    /// Until the first request is answered.
    pub starts: Vec<Duration>,
    /// Bytes of memory then.
    pub memory: u64,
    /// Bytes on the disk, of each.
    pub on_disk: u64,
    /// The list of all of them, for the owner.
    pub list: Duration,
    pub list_bytes: usize,
    /// Making one more.
    pub made: Duration,
    /// Bytes of memory before some were opened, while they are, and after they left.
    pub before: u64,
    pub open: u64,
    pub after: Option<u64>,
    /// From the last goodbye until the last of them had left.
    pub left: Option<Duration>,
}

pub async fn measure(bench: &Bench, tell: &impl Fn(&str)) -> Result<Many> {
    let mut server = super::quiet().await?;
    let owner = Script::of_owner(&server).await?;
    let workspace = owner.make_workspace("Un espace").await?;
    let mut author = Author::come(&owner.door(&workspace)?).await?;
    author.prepare(OBJECTIVES).await?;
    author.write_alone(EDITS).await?;
    drop(author);
    server.stop().await?;
    let database = server.data().join("jalon.db");
    let before = fs::metadata(&database)?.len();
    let ids = multiply(&database, &workspace, bench.workspaces)?;
    let grown = fs::metadata(&database)?.len() - before;
    let mut many = Many {
        workspaces: bench.workspaces,
        opened: bench.opened,
        on_disk: grown / bench.workspaces as u64,
        ..Many::default()
    };
    tell("starts with all of them");
    for _ in 0..STARTS {
        many.starts.push(server.restart_timed().await?);
        many.memory = Process::of(server.id()?).memory()?;
        server.stop().await?;
    }
    server.restart_timed().await?;
    let began = Instant::now();
    let list = owner.text("/api/workspaces").await?;
    (many.list, many.list_bytes) = (began.elapsed(), list.len());
    drop(list);
    let began = Instant::now();
    owner.make_workspace("Un de plus").await?;
    many.made = began.elapsed();
    // The list took memory; what rooms take is counted from a new start.
    server.stop().await?;
    server.restart_timed().await?;
    tell("opening some of them");
    let process = Process::of(server.id()?);
    many.before = process.memory()?;
    for id in ids.iter().take(bench.opened) {
        let visitor = Visitor::come(&owner.door(id)?).await?;
        many.document = visitor.frame.len();
        visitor.link.close().await;
    }
    let closed = Instant::now();
    let rooms = rooms(&owner).await?;
    ensure!(rooms == bench.opened, "{rooms} workspaces are open");
    many.open = process.memory()?;
    if bench.until_closed {
        tell("waiting until they have left memory");
        until_empty(&owner).await?;
        many.left = Some(closed.elapsed());
        many.after = Some(process.memory()?);
    }
    server.stop().await?;
    Ok(many)
}

async fn until_empty(owner: &Script) -> Result<()> {
    for _ in 0..WAITS {
        let empty = until("the rooms to close", async || {
            Ok((rooms(owner).await? == 0).then_some(()))
        });
        if empty.await.is_ok() {
            return Ok(());
        }
    }
    bail!("the rooms stay open")
}

/// How many workspaces are in memory.
async fn rooms(owner: &Script) -> Result<usize> {
    let metrics = owner.text("/metrics").await?;
    let mut lines = metrics.lines();
    let rooms = lines.find_map(|line| line.strip_prefix("jalon_rooms ")?.parse().ok());
    rooms.context("no metric of rooms")
}

/// Puts copies of a workspace, with its snapshot and its members, into the database of a server that does not
/// run: the same rows that it would have made itself, under other ids. Some of these, in no order.
fn multiply(database: &Path, workspace: &str, copies: usize) -> Result<Vec<String>> {
    const ID: &str = "printf('01900000-%04x-7000-8000-%012x', i >> 16, i)";
    let connection = Connection::open(database)?;
    connection.execute_batch("PRAGMA synchronous = OFF; BEGIN")?;
    for (table, column) in [
        ("workspace", "id"),
        ("membership", "workspace"),
        ("snapshot", "workspace"),
    ] {
        let mut select =
            connection.prepare("SELECT name FROM pragma_table_info(?1) WHERE name <> ?2")?;
        let names = select.query_map([table, column], |row| row.get::<_, String>(0))?;
        let names = names.collect::<rusqlite::Result<Vec<_>>>()?.join(", ");
        let sql = format!(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
             INSERT INTO {table} ({column}, {names}) SELECT {ID}, {names} FROM n, {table} WHERE {column} = ?1"
        );
        let made = connection.execute(&sql, rusqlite::params![workspace, copies as i64])?;
        ensure!(made == copies, "{made} rows of {table}");
    }
    connection.execute_batch("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)")?;
    let mut select = connection
        .prepare("SELECT id FROM workspace WHERE id <> ?1 ORDER BY random() LIMIT 5000")?;
    let ids = select.query_map([workspace], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}
