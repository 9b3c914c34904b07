//! A replica that lets in only what the model allows, as a server does: nobody here may be refused.

use crate::party::check_equal;
use crate::peer::Peer;
use jalon_shared::{
    Workspace,
    workspace::{Limits, ReceiveError, join_updates, merge_updates},
};

/// How long a log is before it becomes a snapshot.
const LONG: usize = 12;

pub struct Server {
    workspace: Workspace,
    /// A snapshot, and what came since.
    kept: Vec<Vec<u8>>,
}

impl Server {
    pub fn new(snapshot: &[u8]) -> Self {
        let mut workspace = Workspace::load(snapshot).unwrap();
        workspace.guard(Limits::default()).unwrap();
        let kept = vec![snapshot.to_vec()];
        Self { workspace, kept }
    }

    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// Hears an update as it was sent. One that builds on what did not come yet comes again by [`Self::sync`].
    pub fn hear(&mut self, update: &[u8]) {
        // Whatever comes twice says what it said.
        assert!(!self.workspace.contradicts(update));
        match self.workspace.receive(update) {
            Ok(effect) => self.keep(effect.update),
            Err(ReceiveError::Incomplete) => {}
            Err(other) => panic!("{other:?}"),
        }
    }

    fn keep(&mut self, update: Vec<u8>) {
        if !update.is_empty() {
            self.kept.push(update);
        }
    }

    /// Both tell each other what they lack, whoever it is from.
    pub fn sync(&mut self, peer: &mut Peer) {
        let missing = peer.workspace.diff(&self.workspace.state_vector()).unwrap();
        assert!(!self.workspace.contradicts(&missing));
        let effect = self.workspace.receive(&missing).unwrap();
        self.keep(effect.update);
        let missing = self.workspace.diff(&peer.workspace.state_vector()).unwrap();
        let effect = peer.workspace.receive(&missing).unwrap();
        peer.follow(&effect.changes);
    }

    /// Leaves memory, and is read again from what it kept.
    pub fn restart(&mut self) {
        let kept: Vec<&[u8]> = self.kept.iter().map(Vec::as_slice).collect();
        let joined = join_updates(&kept).unwrap();
        let workspace = Workspace::load_guarded(&joined, Limits::default()).unwrap();
        check_equal(&workspace, &self.workspace);
        assert_eq!(workspace.state_vector(), self.workspace.state_vector());
        let merged = Workspace::load(&merge_updates(&kept).unwrap()).unwrap();
        check_equal(&workspace, &merged);
        self.workspace = workspace;
        if self.kept.len() > LONG {
            self.kept = vec![self.workspace.snapshot()];
        }
    }
}
