//! The outbox: knows which edits of this browser the server has for good, so that the page can say the truth
//! about what is typed now, field by field. It sends nothing and keeps nothing itself.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What a person is told about what they typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// The first connection is being made; nothing was typed yet.
    Connecting,
    /// Everything that was typed here is durable on the server.
    Saved,
    /// Typed, sent or about to be, not yet durable on the server.
    Saving,
    /// No connection; everything that was typed here is durable on the server.
    Away,
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
    /// There is no such database (private windows of some browsers), or it takes nothing.
    Never,
}

/// A page that is open on the workspace, by the number under which it writes.
pub type Tab = u64;

/// Up to which of its edits each tab is meant.
pub type Clock = BTreeMap<Tab, u64>;

/// Something that was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The page in which it was typed.
    pub tab: Tab,
    /// It is that page's so many-th, from 1.
    pub number: u64,
    /// The paths of the fields that it touched; empty for what has no field, such as a move.
    pub places: Vec<String>,
}

/// What waits in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Waiting {
    /// The number of the last edit there.
    number: u64,
    /// Since when something waits, in milliseconds since 1970.
    since: i64,
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
    /// How many edits were made in this page.
    made: u64,
    /// Which edits the document of this page holds.
    known: Clock,
    /// Which are durable on the server.
    durable: Clock,
    /// Where there are edits that are not: whatever is in `known` and not in `durable` has its place here.
    unsaved: BTreeMap<(Tab, String), Waiting>,
    /// The edits in each frame of this connection that was not acknowledged, by the number of the frame.
    flying: VecDeque<(u64, Clock)>,
    /// The server's disk takes nothing, since it said so and until it asks what is here.
    unwritable: bool,
    /// The places of what was refused: what was typed there differs from what the others see, until the page
    /// starts afresh.
    refused: Option<BTreeSet<String>>,
}

impl Outbox {
    /// A connection begins: counts start again.
    pub fn opened(&mut self) {
        (self.synced, self.sent, self.acknowledged) = (false, 0, 0);
        self.flying.clear();
        self.unwritable = false;
    }

    /// It ended, or could not be made.
    pub fn closed(&mut self) {
        self.opened();
        self.tried = true;
    }

    /// The server knows what it lacked: by a frame that was sent, or because there was nothing to say. Gives what
    /// is durable by that alone.
    pub fn answered(&mut self, sent: bool) -> Clock {
        (self.synced, self.tried, self.unwritable) = (true, true, false);
        self.sent += u64::from(sent);
        if sent {
            self.flying.push_back((self.sent, self.known.clone()));
            return Clock::new();
        }
        let all = self.known.clone();
        self.settle(&all);
        all
    }

    /// The server cannot write: nothing is sent until it asks what is here. It does when it can again.
    pub fn hold(&mut self) {
        (self.synced, self.tried, self.unwritable) = (false, true, true);
    }

    /// Something was typed in this page, which writes under the number `tab`.
    pub fn typed(&mut self, tab: Tab, places: Vec<String>, now: i64) -> Edit {
        self.made += 1;
        let edit = Edit {
            tab,
            number: self.made,
            places,
        };
        self.learn(&edit, now);
        edit
    }

    /// The document holds this edit. Whether it is news that it is not durable.
    pub fn learn(&mut self, edit: &Edit, now: i64) -> bool {
        raise(&mut self.known, edit.tab, edit.number);
        if self.durable.get(&edit.tab) >= Some(&edit.number) {
            return false;
        }
        let mut is_news = false;
        let nowhere = [String::new()];
        let places = if edit.places.is_empty() {
            &nowhere[..]
        } else {
            &edit.places
        };
        for place in places {
            let waiting = self
                .unsaved
                .entry((edit.tab, place.clone()))
                .or_insert(Waiting {
                    number: 0,
                    since: now,
                });
            is_news |= waiting.number < edit.number;
            waiting.number = waiting.number.max(edit.number);
        }
        is_news
    }

    /// Whether an edit is to be sent now; if not, the answer to the server's state will hold it.
    pub fn post(&mut self, edits: &[Edit]) -> bool {
        if self.synced {
            self.sent += 1;
            let mut holds = Clock::new();
            for edit in edits {
                raise(&mut holds, edit.tab, edit.number);
            }
            self.flying.push_back((self.sent, holds));
        }
        self.synced
    }

    /// The first `through` frames of this connection are durable. Gives the edits in them.
    pub fn acknowledge(&mut self, through: u64) -> Clock {
        self.acknowledged = self.acknowledged.max(through.min(self.sent));
        let mut durable = Clock::new();
        let acknowledged = self.acknowledged;
        self.flying.retain(|(frame, holds)| {
            let is_done = *frame <= acknowledged;
            if is_done {
                for (tab, number) in holds {
                    raise(&mut durable, *tab, *number);
                }
            }
            !is_done
        });
        self.settle(&durable);
        durable
    }

    /// These edits are durable: this page or another one heard it.
    pub fn settle(&mut self, durable: &Clock) {
        for (tab, number) in durable {
            raise(&mut self.durable, *tab, *number);
        }
        let durable = &self.durable;
        self.unsaved
            .retain(|(tab, _), waiting| durable.get(tab).is_none_or(|upto| *upto < waiting.number));
    }

    /// A frame was not taken now: what it held waits for another one.
    pub fn not_taken(&mut self, frame: u64) {
        self.flying.retain(|(number, _)| *number != frame);
    }

    /// A frame is not taken at all. What it held, and whatever else waits, is not with the others.
    pub fn refuse(&mut self) {
        let waiting = self.unsaved.keys().map(|(_, place)| place.clone());
        let refused: Vec<String> = waiting.collect();
        self.refused.get_or_insert_default().extend(refused);
    }

    pub fn is_refused(&self) -> bool {
        self.refused.is_some()
    }

    /// Whether something typed here is not durable on the server.
    pub fn is_dirty(&self) -> bool {
        self.is_refused() || !self.unsaved.is_empty()
    }

    /// Every edit that is not durable, for whoever keeps or shares them.
    pub fn waiting(&self) -> Vec<Edit> {
        let all = self.unsaved.iter();
        all.map(|((tab, place), waiting)| Edit {
            tab: *tab,
            number: waiting.number,
            places: vec![place.clone()],
        })
        .collect()
    }

    pub fn durable(&self) -> &Clock {
        &self.durable
    }

    /// The fields whose words are on this device alone and of which a person is told: all of them without a
    /// connection, and with one those that wait since `late` (in milliseconds since 1970) or earlier.
    pub fn told(&self, late: i64) -> BTreeSet<&str> {
        let synced = self.synced;
        let waiting = self
            .unsaved
            .iter()
            .filter(|(_, waiting)| !synced || waiting.since <= late);
        waiting
            .map(|((_, place), _)| place.as_str())
            .filter(|place| !place.is_empty())
            .collect()
    }

    /// Whether something waits that was typed after `late`: it is to be looked at again.
    pub fn is_waiting_since(&self, late: i64) -> bool {
        self.synced && self.unsaved.values().any(|waiting| waiting.since > late)
    }

    /// The fields of what was refused.
    pub fn refused(&self) -> impl Iterator<Item = &str> {
        let places = self.refused.iter().flatten();
        places.map(String::as_str).filter(|place| !place.is_empty())
    }

    /// The fields of all that is not with the others, and whether there is more than fields, such as moves.
    pub fn not_shared(&self) -> (BTreeSet<String>, bool) {
        let waiting = self.unsaved.keys().map(|(_, place)| place);
        let mut places: BTreeSet<String> = waiting
            .chain(self.refused.iter().flatten())
            .cloned()
            .collect();
        let more = places.remove("");
        (places, more)
    }

    /// What to tell the person.
    pub fn saved(&self, kept: Kept) -> Saved {
        let dirty = !self.unsaved.is_empty();
        if self.unwritable && !self.is_refused() {
            return match kept {
                // The disk had all of it before.
                _ if !dirty => Saved::Saved,
                Kept::Yes => Saved::Held,
                Kept::Writing => Saved::Saving,
                Kept::Never => Saved::HeldUnkept,
            };
        }
        match (self.is_refused(), self.synced, kept) {
            (true, ..) => Saved::Refused,
            (_, true, _) if self.acknowledged == self.sent => Saved::Saved,
            (_, true, _) => Saved::Saving,
            (_, false, _) if !dirty && !self.tried => Saved::Connecting,
            (_, false, _) if !dirty => Saved::Away,
            (_, false, Kept::Yes) => Saved::Offline,
            (_, false, Kept::Writing) => Saved::Saving,
            (_, false, Kept::Never) => Saved::OfflineUnkept,
        }
    }
}

fn raise(clock: &mut Clock, tab: Tab, number: u64) {
    let upto = clock.entry(tab).or_default();
    *upto = number.max(*upto);
}

#[cfg(test)]
mod tests;
