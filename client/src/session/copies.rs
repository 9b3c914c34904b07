//! The copies that this browser keeps of one workspace: the one that is open, and those of other
//! generations, which were set aside and stay until somebody deletes them.

use super::{local, words};
use crate::memory::{self, remember, remembered};
use futures::future::{join_all, select};
use gloo_timers::future::TimeoutFuture;
use jalon_shared::{Content, Generation, PersonId, Workspace, WorkspaceId};
use serde::{Deserialize, Serialize};

/// Where the list of copies that were set aside is kept.
const ASIDE: &str = "jalon_copies";

/// A copy that was set aside when the workspace got another history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    pub workspace: WorkspaceId,
    pub person: PersonId,
    pub generation: Generation,
    pub title: String,
    /// When it was set aside, in milliseconds since 1970.
    pub at: i64,
    /// The server no longer knew its person, who may come in again as somebody else: it is in reach of whoever
    /// uses this browser.
    #[serde(default)]
    pub orphaned: bool,
}

/// A copy as a file that people keep.
#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    workspace: WorkspaceId,
    generation: Generation,
    content: &'a Content,
}

fn key_of(workspace: WorkspaceId, person: PersonId) -> String {
    format!("jalon_generation/{workspace}/{person}")
}

/// Which history the copy has that is opened next; that of a browser that never heard of another is the first.
pub fn current(workspace: WorkspaceId, person: PersonId) -> Generation {
    remembered(&key_of(workspace, person)).unwrap_or(Generation::FIRST)
}

pub fn set_current(workspace: WorkspaceId, person: PersonId, generation: Generation) {
    remember(&key_of(workspace, person), &generation);
}

/// There is no copy any more: the next one is of the history that the server names.
pub fn forget_current(workspace: WorkspaceId, person: PersonId) {
    memory::forget(&key_of(workspace, person));
}

/// What was set aside, newest first.
pub fn all_aside() -> Vec<Aside> {
    remembered(ASIDE).unwrap_or_default()
}

/// What was set aside and is in reach of somebody, or of a browser in which nobody is signed in.
pub fn in_reach(person: Option<PersonId>) -> Vec<Aside> {
    let mut all = all_aside();
    all.retain(|copy| copy.orphaned || Some(copy.person) == person);
    all
}

/// A copy is the one that is opened: it is not aside any more.
pub fn take_back(workspace: WorkspaceId, person: PersonId, generation: Generation) {
    let mut all = all_aside();
    let before = all.len();
    all.retain(|copy| {
        (copy.workspace, copy.person, copy.generation) != (workspace, person, generation)
    });
    if all.len() < before {
        remember(ASIDE, &all);
    }
}

/// Sets the copies of whoever was signed in here aside: the server no longer knows them, and nobody said why.
pub fn orphan_all() {
    let Some(me) = memory::remembered_here() else {
        return;
    };
    for summary in me.workspaces {
        // What was never opened here has no copy.
        if memory::remembered_me(summary.id).is_some() {
            let aside = Aside {
                workspace: summary.id,
                person: me.person,
                generation: current(summary.id, me.person),
                title: summary.title,
                at: crate::ui::now(),
                orphaned: true,
            };
            aside.note();
        }
    }
}

impl Aside {
    /// Writes it into the list.
    pub fn note(self) {
        let mut all = all_aside();
        all.retain(|other| !other.is_same(&self));
        all.insert(0, self);
        remember(ASIDE, &all);
    }

    fn is_same(&self, other: &Self) -> bool {
        let key = |one: &Self| (one.workspace, one.person, one.generation);
        key(self) == key(other)
    }

    /// Reads it as a file; `None` when nothing can be read.
    pub async fn file(&self) -> Option<String> {
        let opened = local::open(self.workspace, self.person, self.generation)
            .await
            .ready()?;
        let mut copy = Workspace::new();
        let mut read = 0;
        for update in opened.updates() {
            read += usize::from(copy.receive(update).is_ok());
        }
        drop(opened);
        (read > 0).then(|| file_of(self.workspace, self.generation, &copy.content()))
    }

    /// Deletes it for good.
    pub async fn delete(self) {
        local::forget(self.workspace, self.person, self.generation).await;
        let mut all = all_aside();
        all.retain(|other| !other.is_same(&self));
        remember(ASIDE, &all);
    }
}

/// Deletes what this browser has of the workspaces of somebody, also what was set aside. A copy that another page
/// has open goes when that page closes: it is not waited for.
pub async fn forget_all(person: PersonId, workspaces: impl Iterator<Item = WorkspaceId>) {
    let (aside, others): (Vec<Aside>, Vec<Aside>) = all_aside()
        .into_iter()
        .partition(|copy| copy.person == person);
    remember(ASIDE, &others);
    words::forget_left_by(person);
    let open: Vec<_> = workspaces
        .map(|workspace| (workspace, current(workspace, person)))
        .collect();
    for (workspace, _) in &open {
        forget_current(*workspace, person);
        memory::remember_waiting(*workspace, person, false);
    }
    let aside = aside.iter().map(|copy| (copy.workspace, copy.generation));
    let all = open
        .into_iter()
        .chain(aside)
        .map(|(workspace, generation)| local::forget(workspace, person, generation));
    let all = Box::pin(join_all(all));
    select(all, TimeoutFuture::new(local::PATIENCE)).await;
}

/// The content of a document as a file that people can keep and read.
pub fn file_of(workspace: WorkspaceId, generation: Generation, content: &Content) -> String {
    let file = File {
        format: "jalon.copy/1",
        workspace,
        generation,
        content,
    };
    serde_json::to_string_pretty(&file).unwrap_or_default()
}
