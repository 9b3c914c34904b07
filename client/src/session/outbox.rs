//! The outbox: counts what was sent on one connection and what the server said of it, so that the page
//! can say the truth about what is typed now. It sends nothing itself.

/// What a person is told about what they typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// The first connection is being made; nothing was typed yet.
    Connecting,
    /// Everything that was typed here is durable on the server.
    Saved,
    /// Typed, sent or about to be, not yet durable on the server.
    Saving,
    /// No connection; what is typed is kept on this device.
    Offline,
    /// No connection and no place to keep things on this device: they live as long as this page.
    OfflineUnkept,
    /// The server cannot write to its disk; what is typed is kept on this device until it can.
    Held,
    /// The same where nothing can be kept on this device.
    HeldUnkept,
    /// The server did not take something that was typed here.
    Refused,
}

/// Whether this browser holds what is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Every update is in the browser's own database.
    Yes,
    /// Some are being written.
    Writing,
    /// There is no such database (private windows of some browsers).
    Never,
}

/// The count of one connection after the other.
#[derive(Debug, Default)]
pub struct Outbox {
    /// The server's state is known and answered: edits go out one by one from now on.
    synced: bool,
    /// Whether a connection was ever made, or failed to be.
    tried: bool,
    /// SyncStep2 and Update frames sent on this connection.
    sent: u64,
    /// How many of them are durable.
    acknowledged: u64,
    /// Something was typed that no acknowledgement covers yet, on whichever connection.
    dirty: bool,
    /// The server's disk takes nothing, since it said so and until it asks what is here.
    unwritable: bool,
    /// At some moment everything that was typed here was durable.
    in_step_once: bool,
    /// A frame was refused: what was typed here differs from what the others see, until the page starts afresh.
    refused: bool,
}

impl Outbox {
    /// A connection begins: counts start again.
    pub fn opened(&mut self) {
        (self.synced, self.sent, self.acknowledged) = (false, 0, 0);
        self.unwritable = false;
    }

    /// It ended, or could not be made.
    pub fn closed(&mut self) {
        self.opened();
        self.tried = true;
    }

    /// The server knows what it lacked: by a frame that was sent, or because there was nothing to say.
    pub fn answered(&mut self, sent: bool) {
        (self.synced, self.tried, self.unwritable) = (true, true, false);
        self.sent += u64::from(sent);
        if self.sent == 0 {
            self.in_step();
        }
    }

    /// The server cannot write: nothing is sent until it asks what is here. It does when it can again.
    pub fn hold(&mut self) {
        (self.synced, self.tried, self.unwritable) = (false, true, true);
    }

    /// Something was typed. Says whether to send it now; if not, the answer to the server's state will hold it.
    pub fn typed(&mut self) -> bool {
        self.dirty = true;
        if self.synced {
            self.sent += 1;
        }
        self.synced
    }

    /// The first `through` frames of this connection are durable.
    pub fn acknowledge(&mut self, through: u64) {
        self.acknowledged = self.acknowledged.max(through.min(self.sent));
        if self.synced && self.acknowledged == self.sent {
            self.in_step();
        }
    }

    fn in_step(&mut self) {
        (self.dirty, self.in_step_once) = (false, true);
    }

    /// A frame was not taken.
    pub fn refuse(&mut self) {
        self.refused = true;
    }

    /// Whether something typed here is not durable on the server.
    pub fn is_dirty(&self) -> bool {
        self.dirty || self.refused
    }

    /// What to tell the person.
    pub fn saved(&self, kept: Kept) -> Saved {
        if self.unwritable && !self.refused {
            return match kept {
                // The disk had all of it before.
                _ if self.in_step_once && !self.dirty => Saved::Saved,
                Kept::Yes => Saved::Held,
                Kept::Writing => Saved::Saving,
                Kept::Never => Saved::HeldUnkept,
            };
        }
        match (self.refused, self.synced, kept) {
            (true, ..) => Saved::Refused,
            (_, true, _) if self.acknowledged == self.sent => Saved::Saved,
            (_, true, _) => Saved::Saving,
            (_, false, _) if !self.dirty && !self.tried => Saved::Connecting,
            (_, false, Kept::Yes) => Saved::Offline,
            (_, false, Kept::Writing) => Saved::Saving,
            (_, false, Kept::Never) => Saved::OfflineUnkept,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saved_means_that_everything_typed_is_acknowledged() {
        let mut outbox = Outbox::default();
        assert_eq!(outbox.saved(Kept::Yes), Saved::Connecting);
        outbox.opened();
        outbox.answered(true);
        assert_eq!(outbox.saved(Kept::Yes), Saved::Saving);
        outbox.acknowledge(1);
        assert_eq!(outbox.saved(Kept::Yes), Saved::Saved);
        assert!(outbox.typed() && outbox.typed());
        outbox.acknowledge(2);
        assert_eq!(
            (outbox.saved(Kept::Yes), outbox.is_dirty()),
            (Saved::Saving, true)
        );
        outbox.acknowledge(3);
        assert_eq!(
            (outbox.saved(Kept::Yes), outbox.is_dirty()),
            (Saved::Saved, false)
        );
    }

    #[test]
    fn words_typed_offline_stay_unsaved_until_the_next_connection_has_them() {
        let mut outbox = Outbox::default();
        assert!(!outbox.typed());
        assert_eq!(outbox.saved(Kept::Yes), Saved::Offline);
        assert_eq!(outbox.saved(Kept::Writing), Saved::Saving);
        assert_eq!(outbox.saved(Kept::Never), Saved::OfflineUnkept);
        outbox.answered(true);
        assert!(outbox.typed());
        outbox.closed();
        // An acknowledgement of the connection before says nothing about this one.
        outbox.acknowledge(9);
        assert!(outbox.is_dirty());
        outbox.answered(true);
        outbox.acknowledge(1);
        assert_eq!(
            (outbox.saved(Kept::Yes), outbox.is_dirty()),
            (Saved::Saved, false)
        );
    }

    #[test]
    fn whoever_has_nothing_to_say_is_in_step() {
        let mut outbox = Outbox::default();
        outbox.answered(false);
        assert_eq!(outbox.saved(Kept::Yes), Saved::Saved);
    }

    #[test]
    fn without_a_connection_it_does_not_go_on_saying_that_it_connects() {
        let mut outbox = Outbox::default();
        outbox.closed();
        assert_eq!(outbox.saved(Kept::Yes), Saved::Offline);
    }

    #[test]
    fn what_the_servers_disk_does_not_take_is_never_called_saved() {
        let mut outbox = Outbox::default();
        outbox.answered(true);
        outbox.acknowledge(1);
        assert!(outbox.typed());
        outbox.hold();
        assert_eq!(outbox.saved(Kept::Yes), Saved::Held);
        assert_eq!(outbox.saved(Kept::Never), Saved::HeldUnkept);
        assert!(!outbox.typed(), "nothing is sent that would be refused");
        // The disk takes what it had before; what was typed since comes with the answer.
        outbox.acknowledge(2);
        assert_eq!(outbox.saved(Kept::Yes), Saved::Held);
        outbox.answered(true);
        assert_eq!(outbox.saved(Kept::Yes), Saved::Saving);
        outbox.acknowledge(3);
        assert_eq!(
            (outbox.saved(Kept::Yes), outbox.is_dirty()),
            (Saved::Saved, false)
        );
    }

    #[test]
    fn whoever_typed_nothing_since_is_saved_while_the_disk_takes_nothing() {
        let mut outbox = Outbox::default();
        outbox.opened();
        outbox.hold();
        // A page that was just opened may hold words of the last time.
        assert_eq!(outbox.saved(Kept::Yes), Saved::Held);
        outbox.answered(true);
        outbox.acknowledge(1);
        outbox.hold();
        assert_eq!(outbox.saved(Kept::Yes), Saved::Saved);
        outbox.typed();
        assert_eq!(outbox.saved(Kept::Yes), Saved::Held);
        outbox.closed();
        assert_eq!(outbox.saved(Kept::Yes), Saved::Offline);
    }

    #[test]
    fn a_refusal_is_not_forgotten() {
        let mut outbox = Outbox::default();
        outbox.answered(true);
        outbox.refuse();
        outbox.acknowledge(1);
        assert_eq!(
            (outbox.saved(Kept::Yes), outbox.is_dirty()),
            (Saved::Refused, true)
        );
    }
}
