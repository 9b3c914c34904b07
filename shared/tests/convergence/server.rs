//! A replica that lets in only what the model allows, as a server does: nobody here may be refused.

use crate::peer::Peer;
use jalon_shared::{
    Workspace,
    workspace::{Limits, ReceiveError},
};

pub struct Server {
    workspace: Workspace,
}

impl Server {
    pub fn new(snapshot: &[u8]) -> Self {
        let mut workspace = Workspace::load(snapshot).unwrap();
        workspace.guard(Limits::default()).unwrap();
        Self { workspace }
    }

    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// Hears an update as it was sent. One that builds on what did not come yet comes again by [`Self::sync`].
    pub fn hear(&mut self, update: &[u8]) {
        // Whatever comes twice says what it said.
        assert!(!self.workspace.contradicts(update));
        let heard = self.workspace.receive(update);
        assert!(
            matches!(heard, Ok(_) | Err(ReceiveError::Incomplete)),
            "{heard:?}"
        );
    }

    /// Both tell each other what they lack, whoever it is from.
    pub fn sync(&mut self, peer: &mut Peer) {
        let missing = peer.workspace.diff(&self.workspace.state_vector()).unwrap();
        assert!(!self.workspace.contradicts(&missing));
        self.workspace.receive(&missing).unwrap();
        let missing = self.workspace.diff(&peer.workspace.state_vector()).unwrap();
        let effect = peer.workspace.receive(&missing).unwrap();
        peer.follow(&effect.changes);
    }

    /// Leaves memory, and is read again from what it kept.
    pub fn restart(&mut self) {
        *self = Self::new(&self.workspace.snapshot());
    }
}
