//! What a server costs whoever comes first after its start: a large document that nobody has opened yet, and a
//! data folder with very many workspaces. Measured over the public wire; nothing here is asserted but that
//! nothing is lost.

mod authors;
mod coming;
mod many;
mod table;

pub use table::Table;

use crate::{
    http::Script,
    link::Door,
    server::{Server, Setup},
};
use anyhow::{Context, Result, ensure};
use authors::{Author, Party};
use coming::Visitor;
use jalon_shared::Workspace;

/// How many edits lie in the log when a server is killed: a little less than what makes it a snapshot.
const LOG: usize = 900;

/// How a server ends before it is started again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It is asked to, and leaves snapshots.
    Asked,
    /// As in a power cut: what came since the last snapshot lies in the log.
    Killed,
}

/// How much is measured.
#[derive(Debug, Clone, Copy)]
pub struct Bench {
    /// Single edits in the large document.
    pub edits: usize,
    /// By how many people.
    pub people: usize,
    /// Restarts of each kind.
    pub restarts: usize,
    /// Workspaces in the large folder.
    pub workspaces: usize,
    /// How many of them are opened.
    pub opened: usize,
    /// Whether it is watched until they have left memory again: a minute and more.
    pub until_closed: bool,
}

impl Bench {
    /// Measures everything; `tell` hears what is being done.
    ///
    /// # Errors
    /// When something cannot be measured, or something is lost.
    pub async fn run(&self, tell: impl Fn(&str)) -> Result<Table> {
        let mut table = Table {
            bench: Some(*self),
            ..Table::default()
        };
        if self.edits > 0 {
            self.large(&mut table, &tell).await?;
        }
        if self.workspaces > 0 {
            tell("a folder with very many workspaces");
            table.many = Some(many::measure(self, &tell).await?);
        }
        Ok(table)
    }

    async fn large(&self, table: &mut Table, tell: &impl Fn(&str)) -> Result<()> {
        let mut server = quiet().await?;
        let owner = Script::of_owner(&server).await?;
        let workspace = owner.make_workspace("Cent mille gestes").await?;
        tell("people write the large document, one edit at a time");
        let party = Party {
            people: self.people,
            edits: self.edits,
        };
        let mut document = party.write(&owner, &workspace).await?;
        let door = Door::of_member(&owner, &workspace, "contributor", "Visite").await?;
        let mut number = 0;
        for ending in [Ending::Asked, Ending::Killed] {
            if ending == Ending::Killed {
                tell("the same with a long log, and a server that is killed");
                let mut author = Author::come(&door).await?;
                author.write_alone(LOG).await?;
                document = author.into_document();
            } else {
                tell("restarts of a server that was asked to end");
            }
            for _ in 0..self.restarts {
                match ending {
                    Ending::Asked => server.stop().await?,
                    Ending::Killed => server.kill().await?,
                }
                server.restart().await?;
                number += 1;
                let coming = meet(&door, &mut document, number).await?;
                table.comings.push((ending, coming));
            }
        }
        table.bytes = table.comings.iter().map(|(_, coming)| coming.bytes).max();
        server.stop().await?;
        server.check().await
    }
}

/// Two come one after the other, see all that there is, and one writes something that the other hears.
async fn meet(door: &Door, document: &mut Workspace, number: usize) -> Result<coming::Coming> {
    let before = document.content();
    let edit = authors::signature(document, number)?;
    let mut first = Visitor::come(door).await?;
    let mut next = Visitor::come(door).await?;
    let sent = std::time::Instant::now();
    first.link.send(edit.encode()).await;
    next.hear_update().await?;
    let (relayed, edit_took) = (first.began.elapsed(), sent.elapsed());
    first.hear_acknowledged().await?;
    for visitor in [&first, &next] {
        let seen = visitor.content()?;
        ensure!(
            seen == before,
            "something is lost, or something else is seen"
        );
    }
    let bytes = first.frame.len();
    let took = (first.took, next.took);
    first.link.close().await;
    next.link.close().await;
    Ok(coming::Coming {
        first: took.0,
        next: took.1,
        relayed,
        edit_took,
        bytes,
    })
}

/// A server that says nothing unless something is wrong.
async fn quiet() -> Result<Server> {
    let setup = Setup {
        quiet: true,
        ..Setup::default()
    };
    Server::start_with(setup).await.context("start a server")
}
