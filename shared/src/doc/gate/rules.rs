//! What may lie where, and what may be deleted.
//!
//! Who keeps to the commands of [`crate::Command`] keeps to all of this, offline and in any order; so do
//! Yjs clients that write into texts and set values.

use super::{
    Limits, Objection, Pass,
    contest::{Contest, Key},
    draft::Draft,
    letters::Letters,
    places::{Facts, Owner, Place, Places, Slot},
    sequence::Sequences,
};
use crate::{
    EntityKind, Field, FieldKind, PersonId, ReadingEntry, Talk,
    doc::{
        Roots,
        order::Arrival,
        readings, talk,
        update::{self, Block, Content, ItemId, Parent, Update, Value},
        write::{self, LONGEST_TEXT},
    },
    protocol::bytes::Reader,
    talk::Deed,
};
use std::{
    collections::{BTreeSet, HashSet},
    ops::Range,
};
use yrs::{
    Any, BranchID, ClientID, ID, Map, MapRef, Nested, Out, ReadTxn, SharedRef, Text, TextRef,
    encoding::read::Cursor,
};

/// The most bytes of a single value: the longest position, the name of whoever deleted something.
const LONGEST_VALUE: usize = 4 << 10; // 4 KiB
/// The most bytes of an entry of a reading: its comment, and a thousand entries that it supersedes.
const LONGEST_READING: usize = 128 << 10; // 128 KiB
/// The most bytes of an entry of a thread: its words in any script, and everybody whom it calls.
const LONGEST_TALK: usize = 64 << 10; // 64 KiB

/// Who sends an update, as the server knows them.
#[derive(Debug, Clone, Copy)]
pub struct Sender<'s> {
    pub person: PersonId,
    /// The names that they have, or had.
    pub names: &'s BTreeSet<String>,
    /// Whether they may take away what others said.
    pub facilitates: bool,
}

type Judged = Result<(), Objection>;

/// What is known of the document, and what it may hold.
pub struct Known<'k> {
    pub places: &'k Places,
    /// Gets the letters of the update.
    pub sequences: &'k mut Sequences,
    pub limits: &'k Limits,
    /// Nobody in particular may not say anything.
    pub sender: Option<Sender<'k>>,
}

/// Looks at every block and every deletion of an update.
///
/// # Errors
/// [`Objection`].
pub fn judge(
    known: Known,
    update: &Update,
    arrivals: &[Arrival],
    txn: &impl ReadTxn,
    roots: &Roots,
) -> Result<Pass, Objection> {
    if repeats_itself(&update.deleted) {
        return Err(Objection::Schema("the same deleted again and again"));
    }
    let mut judge = Judge {
        known: known.places,
        sequences: known.sequences,
        draft: Draft::new(known.places),
        limits: known.limits,
        sender: known.sender,
        txn,
        roots,
        contest: Contest::default(),
        entities: HashSet::new(),
        facts: HashSet::new(),
        readings: 0,
        talk: 0,
        languages: 0,
        letters: Letters::default(),
        gone: 0,
    };
    for arrival in arrivals {
        if let Some(block) = arrival.of(update) {
            judge.block(arrival.client, arrival.from, block)?;
        }
    }
    for (client, range) in &update.deleted {
        judge.deletion(*client, range)?;
    }
    if !judge.contest.is_fair(|key| judge.holder(key)) {
        return Err(Objection::Schema("a text that is deleted"));
    }
    judge.lengths(update)?;
    Ok(Pass(judge.draft.finish()))
}

/// How many clocks one update may bring deleted already: what somebody types and deletes in years without a
/// line. Such a run costs its sender a few bytes, whatever its length, and clocks are used up for good.
const MOST_GONE: u32 = 1 << 20;

/// How many clocks may be said to be deleted more than twice over: honest writers say it once, or once more.
const MOST_REPEATED: u64 = 1 << 16;

/// Whether an update deletes the same so often that looking each up would take long, here and in the library.
fn repeats_itself(deleted: &[(u64, Range<u32>)]) -> bool {
    let mut sorted: Vec<_> = deleted.iter().collect();
    sorted.sort_unstable_by_key(|(client, clocks)| (*client, clocks.start));
    let (mut said, mut meant) = (0_u64, 0_u64);
    let mut reached = (0, 0);
    for (client, clocks) in sorted {
        if reached.0 != *client {
            reached = (*client, 0);
        }
        said += u64::from(clocks.end.saturating_sub(clocks.start));
        meant += u64::from(clocks.end.saturating_sub(clocks.start.max(reached.1)));
        reached.1 = reached.1.max(clocks.end);
    }
    said > 2 * meant + MOST_REPEATED
}

struct Judge<'j, T> {
    known: &'j Places,
    sequences: &'j mut Sequences,
    draft: Draft<'j>,
    limits: &'j Limits,
    sender: Option<Sender<'j>>,
    txn: &'j T,
    roots: &'j Roots,
    contest: Contest,
    /// What the update makes, by its keys.
    entities: HashSet<(EntityKind, String)>,
    facts: HashSet<(Facts, String)>,
    readings: usize,
    talk: usize,
    languages: usize,
    letters: Letters,
    /// Clocks that the update brings deleted already.
    gone: u32,
}

impl<T: ReadTxn> Judge<'_, T> {
    fn block(&mut self, client: u64, from: u32, block: &Block) -> Judged {
        if matches!(block.content, Content::Collected | Content::Deleted) {
            self.gone = self.gone.saturating_add(block.end - from);
            if self.gone > MOST_GONE {
                return Err(Objection::Full("more is deleted than anybody wrote"));
            }
        }
        let place = self
            .draft
            .note(client, from, block)
            .map_err(Objection::Schema)?;
        // In a map every entry stands at the end of its key.
        if block.right_origin.is_some() && !matches!(place, Place::Letters(_) | Place::Collected) {
            return refuse("an entry of a map before another");
        }
        match place {
            Place::Collected => Ok(()),
            Place::Entity(owner) => self.entity(owner, block),
            Place::Fact(Facts::Readings) => self.reading(block),
            Place::Fact(Facts::Talk) => self.talk(block),
            Place::Language => self.language(block),
            Place::Value(_) => values(block, is_simple, "a value that no field takes"),
            Place::Member(_) => values(
                block,
                |value| matches!(value, Value::Bool(true)),
                "a member of a set that is not `true`",
            ),
            Place::Letters(slot) => {
                match block.content {
                    Content::Letters(_) => self.letters.write(slot, client, from..block.end),
                    Content::Deleted => {}
                    _ => return refuse("something in a text that is no letter"),
                }
                let put = self.sequences.put(slot, client, from, block);
                put.or_else(|_| refuse("letters before what they come after"))
            }
            Place::Text(slot) | Place::Set(slot) => self.made(slot, client, block),
            Place::Lost(slot) => self.lost(slot, client, block),
            Place::Misfit(_) => refuse("a field that takes something else"),
            Place::Rewritten(_) | Place::Foreign => refuse("a place that the model does not know"),
        }
    }

    fn entity(&mut self, owner: Owner, block: &Block) -> Judged {
        let (Some(entry), Parent::Root(_, Some(key))) =
            (self.draft.numbering.owner(owner), &block.parent)
        else {
            return refuse("an entity without a key");
        };
        let kind = entry.kind;
        let is_new = self.entities.insert((kind, (*key).to_owned()));
        if !is_new || self.roots.kind(kind).contains_key(self.txn, key) {
            return refuse("an entity that is there already");
        }
        if self.draft.numbering.entities() > self.limits.entities {
            return Err(Objection::Full("too many entities"));
        }
        Ok(())
    }

    fn reading(&mut self, block: &Block) -> Judged {
        let Parent::Root(_, Some(key)) = block.parent else {
            return refuse("a reading that is rewritten");
        };
        let Content::Values(bytes) = block.content else {
            return refuse("a reading that says nothing");
        };
        let is_new = self.facts.insert((Facts::Readings, key.to_owned()));
        if !is_new || self.roots.readings.contains_key(self.txn, key) {
            return refuse("a reading that is rewritten");
        }
        let entry = Any::decode(&mut Cursor::new(bytes)).ok();
        let entry = entry.and_then(|any| readings::decode(key, &Out::Any(any)));
        let fits = block.end - block.start == 1 && bytes.len() <= LONGEST_READING;
        if !fits || !entry.is_some_and(|entry| is_short(&entry)) {
            return refuse("a reading that cannot be read");
        }
        self.readings += 1;
        if self.known.facts(Facts::Readings) + self.readings > self.limits.readings {
            return Err(Objection::Full("too many readings"));
        }
        Ok(())
    }

    fn talk(&mut self, block: &Block) -> Judged {
        let Parent::Root(_, Some(key)) = block.parent else {
            return refuse("a comment that is rewritten");
        };
        let Content::Values(bytes) = block.content else {
            return refuse("a comment that says nothing");
        };
        let is_new = self.facts.insert((Facts::Talk, key.to_owned()));
        if !is_new || self.roots.talk.contains_key(self.txn, key) {
            return refuse("a comment that is rewritten");
        }
        let is_one = block.end - block.start == 1 && bytes.len() <= LONGEST_TALK;
        let entry = Any::decode(&mut Cursor::new(bytes)).ok().filter(|_| is_one);
        let entry = entry.and_then(|any| talk::decode(key, &Out::Any(any)));
        let Some(entry) = entry.filter(|entry| entry.deed.fits()) else {
            return refuse("a comment that cannot be read");
        };
        self.spoken(&entry)?;
        self.talk += 1;
        if self.known.facts(Facts::Talk) + self.talk > self.limits.talk {
            return Err(Objection::Full("too many comments"));
        }
        Ok(())
    }

    /// Everybody speaks for themselves.
    fn spoken(&self, entry: &Talk) -> Judged {
        let sender = self.sender.filter(|sender| sender.person == entry.by);
        let Some(sender) = sender.filter(|sender| sender.names.contains(&entry.by_name)) else {
            return refuse("a comment in the name of somebody else");
        };
        match entry.deed {
            Deed::Remove { .. } if !sender.facilitates => {
                refuse("a comment taken away by somebody who may not")
            }
            Deed::Correct { comment, .. } | Deed::Withdraw { comment } => {
                let key = talk::key_of(entry.about, entry.thread, comment);
                let comment = self.roots.talk.get(self.txn, &key);
                let comment = comment.and_then(|value| talk::decode(&key, &value));
                // One that comes later counts only for its own author: readers see to it.
                if comment.is_some_and(|comment| comment.by != entry.by) {
                    return refuse("a comment of somebody else");
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn language(&mut self, block: &Block) -> Judged {
        if let Content::Values(_) = block.content {
            let is_known = match block.parent {
                Parent::Root(_, Some(tag)) => self.roots.languages.contains_key(self.txn, tag),
                _ => false,
            };
            self.languages += usize::from(!is_known);
            let there = self.roots.languages.len(self.txn) as usize;
            if !is_known && there + self.languages > self.limits.languages {
                return Err(Objection::Full("too many languages"));
            }
        }
        let is_position =
            |value: &Value| matches!(value, Value::Text(text) if text.len() <= LONGEST_VALUE);
        values(block, is_position, "a language without a position")
    }

    /// A text or a set is made.
    fn made(&mut self, slot: Slot, client: u64, block: &Block) -> Judged {
        let key = self.key(slot)?;
        let is_there = self.contest.has(key) || self.holder(key).is_some();
        if is_there && !self.is_contested(key, block) {
            return refuse("a text or a set in the place of another");
        }
        self.contest.make(key, client);
        Ok(())
    }

    /// A text or a set that is deleted already.
    fn lost(&mut self, slot: Slot, client: u64, block: &Block) -> Judged {
        let key = self.key(slot)?;
        if !self.is_contested(key, block) {
            return refuse("a text or a set that is deleted");
        }
        self.contest.lose(key, client);
        Ok(())
    }

    fn deletion(&mut self, client: u64, clocks: &Range<u32>) -> Judged {
        let known: Vec<_> = self.known.overlapping(client, clocks).collect();
        for (item, _, place) in known {
            if matches!(place, Place::Fact(_)) || self.is_live(item, place) {
                self.delete(item, place)?;
            }
        }
        let new: Vec<_> = self.draft.overlapping(client, clocks).collect();
        for (item, place) in new {
            self.delete(item, place)?;
        }
        Ok(())
    }

    fn delete(&mut self, item: ItemId, place: Place) -> Judged {
        match place {
            Place::Entity(_) => refuse("an entity that is deleted for good"),
            Place::Fact(Facts::Readings) => refuse("a reading that is deleted"),
            Place::Fact(Facts::Talk) => refuse("a comment that is deleted"),
            Place::Set(_) => refuse("a set that is deleted"),
            Place::Text(slot) => {
                let key = self.key(slot)?;
                if !self.is_late(key) {
                    return refuse("a text that is deleted");
                }
                self.contest.lose(key, item.client);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Whether the document holds a type of the model, and did not delete it yet.
    fn is_live(&self, item: ItemId, place: Place) -> bool {
        match place {
            Place::Entity(_) | Place::Set(_) => nested::<MapRef>(item).get(self.txn).is_some(),
            Place::Text(_) => nested::<TextRef>(item).get(self.txn).is_some(),
            _ => false,
        }
    }

    fn key(&self, slot: Slot) -> Result<Key, Objection> {
        let entry = self.draft.numbering.slot(slot);
        let key = entry.map(|entry| (entry.owner, entry.field));
        key.ok_or(Objection::Schema("a field of nothing"))
    }

    /// Whether two people may make this at once: whoever made the block saw nothing there.
    fn is_contested(&self, key: Key, block: &Block) -> bool {
        self.is_late(key) && matches!(block.parent, Parent::Item(..))
    }

    fn is_late(&self, (_, field): Key) -> bool {
        let field = self.draft.numbering.field(field);
        field.is_some_and(Field::is_made_late)
    }

    /// The client whose text or set lies in a field of the document. One that holds what is no word is none:
    /// whoever edits it makes it anew.
    fn holder(&self, (owner, field): Key) -> Option<u64> {
        let (owner, field) = (self.known.owner(owner)?, self.draft.numbering.field(field)?);
        let fields = match owner.kind {
            EntityKind::Settings => self.roots.kind(owner.kind).clone(),
            _ => nested::<MapRef>(owner.item).get(self.txn)?,
        };
        let id = match (fields.get(self.txn, &field.key())?, field.kind()) {
            (Out::YText(text), FieldKind::Text) if write::is_words(self.txn, &text) => {
                text.hook().id().clone()
            }
            (Out::YMap(set), FieldKind::Set) => set.hook().id().clone(),
            _ => return None,
        };
        match id {
            BranchID::Nested(id) => Some(id.client.get()),
            BranchID::Root(_) => None,
        }
    }

    fn lengths(&self, update: &Update) -> Judged {
        for (slot, written) in self.letters.by_text() {
            let text = self.draft.numbering.slot(slot);
            let text = text.and_then(|entry| nested::<TextRef>(entry.item).get(self.txn));
            let length = u64::from(text.map_or(0, |text| text.len(self.txn)));
            let most = u64::from(self.limits.text);
            if length + written > most {
                let deleted = self.letters.deleted(slot, update, self.known, self.txn);
                if length + written.saturating_sub(deleted) > most {
                    return Err(Objection::Full("a text that is too long"));
                }
            }
        }
        Ok(())
    }
}

fn nested<S: SharedRef>(item: ItemId) -> Nested<S> {
    Nested::new(ID::new(ClientID::new(item.client), item.clock))
}

fn refuse(why: &'static str) -> Judged {
    Err(Objection::Schema(why))
}

/// Checks each value of a block; deleted ones are nobody's trouble.
fn values(block: &Block, fits: impl Fn(&Value) -> bool, why: &'static str) -> Judged {
    let bytes = match block.content {
        Content::Values(bytes) => bytes,
        Content::Deleted => return Ok(()),
        _ => return refuse(why),
    };
    let mut reader = Reader::new(bytes);
    for _ in block.start..block.end {
        if !fits(&update::value(&mut reader)?) {
            return refuse(why);
        }
    }
    Ok(())
}

fn is_simple(value: &Value) -> bool {
    match value {
        Value::Nothing | Value::Bool(_) | Value::Number => true,
        Value::Text(text) => text.len() <= LONGEST_VALUE,
        Value::Compound => false,
    }
}

fn is_short(entry: &ReadingEntry) -> bool {
    let comment = entry.comment.encode_utf16().count();
    comment <= LONGEST_TEXT as usize && entry.by_name.len() <= LONGEST_VALUE
}
