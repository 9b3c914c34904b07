//! Taking in bytes that somebody else wrote: checked first, applied under guard.

use super::{Effect, RECEIVED, Workspace};
use crate::{
    doc::{
        self, Roots, depth,
        gate::{Gate, Limits, Objection, Sender},
        order, splice, twice,
        update::{self, Fault},
    },
    protocol::{
        ProtocolError,
        bytes::{Reader, Writer},
    },
};
use std::{
    mem,
    panic::{AssertUnwindSafe, catch_unwind},
};
use yrs::{
    ClientID, Doc, ReadTxn, StateVector, Transact, TransactionMut, Update,
    updates::{decoder::Decode, encoder::Encode},
};

/// Said of what should have been read, and made the library panic.
const FAILED: &str = "the library failed on it";

/// Why stored bytes are no workspace.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    #[error("the document cannot be read: {0}")]
    Unreadable(String),
    #[error("the document lacks something that it builds on")]
    Incomplete,
}

/// Why an update was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReceiveError {
    /// Not an update, or one that no workspace could hold. The workspace is as before.
    #[error("the update cannot be read: {0}")]
    Unreadable(String),
    /// It builds on something that is not here: sync again. The workspace is as before.
    #[error("the update builds on something that is not here")]
    Incomplete,
    /// It does something that the model does not know. The workspace is as before.
    #[error("the update is against the schema: {0}")]
    Schema(&'static str),
    /// The workspace would hold too much. The workspace is as before.
    #[error("the workspace is full: {0}")]
    Full(&'static str),
    /// It was taken in halfway, which no update should manage: the workspace must be thrown away and
    /// loaded again from what was stored.
    #[error("the update broke the document in memory")]
    Broken,
}

/// What became of several updates.
#[derive(Debug, Default)]
pub struct Received {
    /// What those that were taken did, together.
    pub effect: Effect,
    /// How many were taken, from the first.
    pub taken: usize,
    /// Why the next one was not, if it was not. After [`ReceiveError::Broken`] none of them counts.
    pub refused: Option<ReceiveError>,
}

impl Received {
    fn of_one(first: Option<Result<Effect, ReceiveError>>) -> Self {
        match first {
            None => Self::default(),
            Some(Ok(effect)) => Self {
                effect,
                taken: 1,
                refused: None,
            },
            Some(Err(error)) => Self {
                refused: Some(error),
                ..Self::default()
            },
        }
    }
}

impl From<Fault> for ReceiveError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Unreadable(why) => Self::Unreadable(why.to_owned()),
            Fault::Incomplete => Self::Incomplete,
        }
    }
}

impl From<Objection> for ReceiveError {
    fn from(objection: Objection) -> Self {
        match objection {
            Objection::Form(fault) => fault.into(),
            Objection::Schema(why) => Self::Schema(why),
            Objection::Full(what) => Self::Full(what),
        }
    }
}

impl From<ReceiveError> for LoadError {
    fn from(error: ReceiveError) -> Self {
        match error {
            ReceiveError::Unreadable(why) => Self::Unreadable(why),
            ReceiveError::Incomplete => Self::Incomplete,
            ReceiveError::Broken => Self::Unreadable(FAILED.to_owned()),
            ReceiveError::Schema(why) | ReceiveError::Full(why) => Self::Unreadable(why.to_owned()),
        }
    }
}

impl Workspace {
    /// A stored document, as one merged update.
    ///
    /// # Errors
    /// When it cannot be read, whole: never an empty workspace instead.
    pub fn load(update: &[u8]) -> Result<Self, LoadError> {
        let doc = doc::empty();
        // The roots must be maps before there is content in them.
        let _ = doc::Roots::of(&doc);
        check(&doc, update).map_err(ReceiveError::from)?;
        take_in(&doc, update)?;
        Ok(Self::around(doc))
    }

    /// As [`Self::load`] and then [`Self::guard`], in one pass over the bytes.
    ///
    /// # Errors
    /// As those.
    pub fn load_guarded(bytes: &[u8], limits: Limits) -> Result<Self, LoadError> {
        let doc = doc::empty();
        let _ = doc::Roots::of(&doc);
        let update = update::read(bytes).map_err(ReceiveError::from)?;
        let arrivals = order::order(&update, |_| 0).map_err(ReceiveError::from)?;
        depth::check(&update, &arrivals).map_err(ReceiveError::from)?;
        take_in(&doc, bytes)?;
        let gate = Gate::over(&update, arrivals, limits);
        drop(update);
        let mut workspace = Self::around(doc);
        workspace.stand_behind(gate);
        Ok(workspace)
    }

    /// From now on an update is received only if it keeps to the model and to these limits: a server does not
    /// trust those that it serves. Without this, whatever a whole document can hold is received. Of a text that changes
    /// from now on it is only told that it did ([`Change::Value`]): to tell how costs what the text is.
    ///
    /// # Errors
    /// When the document cannot be looked through; it is as before.
    pub fn guard(&mut self, limits: Limits) -> Result<(), LoadError> {
        let gate = Gate::of(&self.snapshot(), limits).map_err(ReceiveError::from)?;
        self.stand_behind(gate);
        Ok(())
    }

    /// A server shows no text: nobody there follows the steps of one.
    fn stand_behind(&mut self, gate: Gate) {
        self.notebook.leave_out_steps();
        self.gate = Some(gate);
    }

    /// Whether an update says nothing that is not known here: nothing was written that is not here, and nothing
    /// deleted that is not deleted here.
    pub fn knows(&self, update: &[u8]) -> bool {
        let Ok(update) = update::read(update) else {
            return false;
        };
        let txn = self.doc.transact();
        let state = txn.state_vector();
        let mut blocks = update.clients.iter().flat_map(|(client, blocks)| {
            let here = state.get(&ClientID::new(*client));
            blocks.iter().map(move |block| block.end <= here)
        });
        if !blocks.all(|is_here| is_here) {
            return false;
        }
        if update.deleted.is_empty() {
            return true;
        }
        let mut news = update::id_set(update.deleted);
        news.diff_with(&txn.snapshot().delete_set);
        news.iter().all(|(_, clocks)| clocks.is_empty())
    }

    /// Whether an update says again something of what is known here. That is rare: what was on its way when a line
    /// broke.
    pub fn repeats(&self, update: &[u8]) -> bool {
        if let Some(gate) = &self.gate {
            return says_again(gate, update);
        }
        let state = self.doc.transact().state_vector();
        update::read(update)
            .is_ok_and(|update| twice::repeats(&update, |client| state.get(&ClientID::new(client))))
    }

    /// Whether an update gives other words for what is known here than the document has: somebody wrote under the
    /// number of another one's document. It costs a pass over what that document's owner wrote.
    pub fn contradicts(&self, update: &[u8]) -> bool {
        // What cannot be read is told by whoever takes it in.
        update::read(update)
            .is_ok_and(|update| twice::contradicts(&update, &self.doc.transact()).unwrap_or(true))
    }

    /// Takes in somebody else's update. Its size is the caller's to limit. What is known already changes
    /// nothing, and leaves the effect empty.
    ///
    /// # Errors
    /// After all but [`ReceiveError::Broken`] the workspace is as before.
    pub fn receive(&mut self, update: &[u8]) -> Result<Effect, ReceiveError> {
        self.take(update, None)
    }

    /// As [`Self::receive`], from somebody whom the server knows: behind [`Self::guard`] everybody speaks for
    /// themselves.
    ///
    /// # Errors
    /// As [`Self::receive`].
    pub fn receive_from(&mut self, update: &[u8], sender: Sender) -> Result<Effect, ReceiveError> {
        self.take(update, Some(sender))
    }

    /// Takes in what somebody sent in one go, up to the first update that is not taken or says again what is known, as
    /// one change: several cost hardly more than one. Each is looked through as if it came alone. Behind
    /// [`Self::guard`]; without it, the first is taken alone.
    pub fn receive_all(&mut self, updates: &[&[u8]], sender: Sender) -> Received {
        let Some(gate) = &mut self.gate else {
            let first = updates
                .first()
                .map(|update| self.take(update, Some(sender)));
            return Received::of_one(first);
        };
        let mut received = Received::default();
        let mut txn = self.doc.transact_mut_with(RECEIVED);
        for update in updates {
            if says_again(gate, update) {
                break;
            }
            match pass_in(gate, &mut txn, &self.roots, update, sender) {
                Ok(()) => received.taken += 1,
                Err(error) => {
                    received.refused = Some(error);
                    break;
                }
            }
        }
        if catch_unwind(AssertUnwindSafe(move || commit(txn))).is_err() {
            received.refused = Some(ReceiveError::Broken);
        }
        received.effect = self.noticed();
        received
    }

    fn take(&mut self, update: &[u8], sender: Option<Sender>) -> Result<Effect, ReceiveError> {
        let Some(gate) = &mut self.gate else {
            check(&self.doc, update)?;
            take_in(&self.doc, update)?;
            return Ok(self.noticed());
        };
        let is_news = !says_again(gate, update);
        let pass = gate.judge(update, &self.doc.transact(), &self.roots, sender)?;
        let said = if is_news {
            take_in_news(&self.doc, update)?
        } else {
            take_in(&self.doc, update)?;
            None
        };
        gate.follow(pass);
        let effect = self.noticed();
        Ok(match said {
            Some(update) => Effect { update, ..effect },
            None => effect,
        })
    }

    /// Bytes of memory, about, that [`Workspace::guard`] costs.
    pub fn guard_memory(&self) -> usize {
        self.gate.as_ref().map_or(0, Gate::memory)
    }
}

/// Whether an update says something again that a gate knows.
fn says_again(gate: &Gate, update: &[u8]) -> bool {
    update::read(update).is_ok_and(|update| twice::repeats(&update, |client| gate.end(client)))
}

/// Looks an update through and applies it in a transaction that goes on.
fn pass_in(
    gate: &mut Gate,
    txn: &mut TransactionMut<'_>,
    roots: &Roots,
    update: &[u8],
    sender: Sender,
) -> Result<(), ReceiveError> {
    let pass = gate.judge(update, txn, roots, Some(sender))?;
    let update = decode(update).map_err(ReceiveError::Unreadable)?;
    let applied = catch_unwind(AssertUnwindSafe(|| txn.apply_update(update)));
    if !matches!(applied, Ok(Ok(()))) || txn.has_missing_updates() {
        return Err(ReceiveError::Broken);
    }
    gate.follow(pass);
    Ok(())
}

/// Checks that a document can take an update in, whatever it says.
fn check(doc: &Doc, update: &[u8]) -> Result<(), Fault> {
    let state = doc.transact().state_vector();
    let update = update::read(update)?;
    let arrivals = order::order(&update, |client| state.get(&ClientID::new(client)))?;
    depth::check(&update, &arrivals)
}

/// Applies an update that was checked.
fn take_in(doc: &Doc, update: &[u8]) -> Result<(), ReceiveError> {
    let update = decode(update).map_err(ReceiveError::Unreadable)?;
    apply(doc, update, commit)
}

/// Applies an update that was checked and says nothing again: what it says, as the library writes it, if it changed
/// something.
///
/// The library tells what a transaction did, too, but counts up what everybody wrote who ever did: an edit would cost
/// what the document is, and not what the edit is.
fn take_in_news(doc: &Doc, update: &[u8]) -> Result<Option<Vec<u8>>, ReceiveError> {
    let update = decode(update).map_err(ReceiveError::Unreadable)?;
    let said = catch_unwind(AssertUnwindSafe(|| update.encode_v1()));
    let said = said.map_err(|_| ReceiveError::Unreadable(FAILED.to_owned()))?;
    let mut changed = false;
    apply(doc, update, |mut txn| {
        changed = txn.has_changes();
        let listeners = mem::take(&mut txn.events_mut().update_v1_events);
        txn.commit();
        txn.events_mut().update_v1_events = listeners;
    })?;
    Ok(changed.then_some(said))
}

/// Applies an update and commits that; after an error the document is to be thrown away.
fn apply<'d>(
    doc: &'d Doc,
    update: Update,
    commit: impl FnOnce(TransactionMut<'d>),
) -> Result<(), ReceiveError> {
    // Both of these can panic on what an attacker made. The transaction commits when it is dropped: had a
    // panic of the first unwound through it, one of the second would end the process.
    let mut txn = doc.transact_mut_with(RECEIVED);
    let applied = catch_unwind(AssertUnwindSafe(|| txn.apply_update(update)));
    let committed = catch_unwind(AssertUnwindSafe(move || commit(txn)));
    let whole =
        matches!(applied, Ok(Ok(()))) && committed.is_ok() && !doc.transact().has_missing_updates();
    if whole {
        Ok(())
    } else {
        Err(ReceiveError::Broken)
    }
}

fn commit(mut txn: TransactionMut) {
    txn.commit();
}

fn decode(update: &[u8]) -> Result<Update, String> {
    match catch_unwind(|| Update::decode_v1(update)) {
        Ok(decoded) => decoded.map_err(|error| error.to_string()),
        Err(_) => Err(FAILED.to_owned()),
    }
}

/// Makes one update of a stored document and of what came after it, in this order, without opening a document:
/// mostly by putting their bytes one after the other.
///
/// # Errors
/// As [`merge_updates`].
pub fn join_updates(updates: &[&[u8]]) -> Result<Vec<u8>, LoadError> {
    match splice::splice(updates).map_err(ReceiveError::from)? {
        Some(joined) => Ok(joined),
        None => merge_updates(updates),
    }
}

/// Merges updates into one without opening a document.
///
/// # Errors
/// When one of them cannot be read. Whether they are complete together is seen when they are loaded.
pub fn merge_updates(updates: &[&[u8]]) -> Result<Vec<u8>, LoadError> {
    let mut decoded = Vec::with_capacity(updates.len());
    for update in updates {
        update::read(update).map_err(ReceiveError::from)?;
        decoded.push(decode(update).map_err(LoadError::Unreadable)?);
    }
    let merge = || Update::merge_updates(decoded).encode_v1();
    catch_unwind(AssertUnwindSafe(merge)).map_err(|_| ReceiveError::Broken.into())
}

/// Makes one update of those of our own transactions.
pub fn merge(mut updates: Vec<Vec<u8>>) -> Vec<u8> {
    match updates.len() {
        0 => Vec::new(),
        1 => updates.swap_remove(0),
        _ => {
            let decoded = updates
                .iter()
                .filter_map(|update| Update::decode_v1(update).ok());
            Update::merge_updates(decoded.collect::<Vec<_>>()).encode_v1()
        }
    }
}

/// Writes a state vector, clients in their order: the library writes them in none.
pub fn encode_state(state: &StateVector) -> Vec<u8> {
    let mut clocks: Vec<(u64, u32)> = state
        .iter()
        .map(|(client, clock)| (client.get(), *clock))
        .collect();
    clocks.sort_unstable();
    let mut writer = Writer::default();
    writer.number(clocks.len() as u64);
    for (client, clock) in clocks {
        writer.number(client).number(clock.into());
    }
    writer.finish()
}

/// Reads a state vector. It believes no length, unlike that of the library.
pub fn state_vector(bytes: &[u8]) -> Result<StateVector, ReceiveError> {
    let unreadable = |_: ProtocolError| ReceiveError::Unreadable("no state vector".to_owned());
    let mut reader = Reader::new(bytes);
    let mut state_vector = StateVector::default();
    for _ in 0..reader.number().map_err(unreadable)? {
        let client = reader.number().map_err(unreadable)?;
        let clock = reader.number().map_err(unreadable)?;
        if client >= 1 << 53 {
            return Err(unreadable(ProtocolError::Number));
        }
        let clock = u32::try_from(clock).map_err(|_| unreadable(ProtocolError::Number))?;
        state_vector.set_max(ClientID::new(client), clock);
    }
    Ok(state_vector)
}
