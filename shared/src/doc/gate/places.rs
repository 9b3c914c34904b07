//! What every item of the document lies in, as runs of items that one client made one after the other.

use crate::{EntityKind, Field, doc::update::ItemId};
use std::{
    collections::{BTreeMap, HashMap},
    mem::size_of,
    ops::Range,
};

/// What an item is, or lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In something that was deleted for good.
    Collected,
    /// The map of an entity's fields.
    Entity(Owner),
    /// A fact that stands.
    Fact(Facts),
    /// A fact in whose place the server put another one.
    Rewritten(Facts),
    /// The position of a language.
    Language,
    /// A single value of an entity, or of the settings.
    Value(Owner),
    /// A shared text itself.
    Text(Slot),
    /// The letters of a shared text.
    Letters(Slot),
    /// A set itself.
    Set(Slot),
    /// The members of a set.
    Member(Slot),
    /// Where a text or a set was.
    Lost(Slot),
    /// Where a text or a set should be, and something else is.
    Misfit(Slot),
    /// Nothing of the model.
    Foreign,
}

/// What is added and never rewritten but by the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Facts {
    /// Entries of readings.
    Readings,
    /// Entries of threads.
    Talk,
}

impl Facts {
    const ALL: [Self; 2] = [Self::Readings, Self::Talk];
}

/// An entity: where it stands in [`Tables::owners`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Owner(u32);

impl Owner {
    pub const SETTINGS: Self = Self(0);
}

/// A text or a set: where it stands in [`Tables::slots`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Slot(u32);

#[cfg(test)]
impl Slot {
    pub const fn for_tests() -> Self {
        Self(0)
    }
}

/// A field: where it stands in [`Tables::fields`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FieldNumber(u32);

/// An entity as the index knows it.
#[derive(Debug, Clone, Copy)]
pub struct OwnerEntry {
    pub kind: EntityKind,
    /// Its map; of no meaning for the settings, which are a root.
    pub item: ItemId,
}

/// What lies in a field of an entity that is for a text or a set.
#[derive(Debug, Clone, Copy)]
pub struct SlotEntry {
    pub item: ItemId,
    pub owner: Owner,
    pub field: FieldNumber,
}

/// What places are numbered after.
#[derive(Default)]
pub struct Tables {
    owners: Vec<OwnerEntry>,
    slots: Vec<SlotEntry>,
    fields: Vec<Field>,
}

/// The items from one clock to the next run.
#[derive(Debug, Clone, Copy)]
struct Run {
    start: u32,
    place: Place,
}

/// The items of one client.
#[derive(Default)]
struct Client {
    runs: Vec<Run>,
    /// The clock after the last.
    end: u32,
}

/// The index.
pub struct Places {
    clients: HashMap<u64, Client>,
    tables: Tables,
    numbers: HashMap<Field, FieldNumber>,
    /// How many facts of each sort stand.
    facts: [usize; Facts::ALL.len()],
}

/// What an update adds.
#[derive(Default)]
pub struct News {
    /// By the first item of a run: the clock after its last, and the place.
    pub runs: BTreeMap<ItemId, (u32, Place)>,
    /// Continues the tables of the index.
    pub tables: Tables,
}

impl Default for Places {
    fn default() -> Self {
        let settings = OwnerEntry {
            kind: EntityKind::Settings,
            item: ItemId {
                client: 0,
                clock: 0,
            },
        };
        Self {
            clients: HashMap::new(),
            tables: Tables {
                owners: vec![settings],
                ..Tables::default()
            },
            numbers: HashMap::new(),
            facts: [0; Facts::ALL.len()],
        }
    }
}

impl Places {
    /// How far the items of a client are known.
    pub fn end(&self, client: u64) -> u32 {
        self.clients.get(&client).map_or(0, |client| client.end)
    }

    pub fn entities(&self) -> usize {
        self.tables.owners.len().saturating_sub(1)
    }

    /// How many facts stand.
    pub const fn facts(&self, facts: Facts) -> usize {
        self.facts[facts as usize]
    }

    pub fn place(&self, id: ItemId) -> Option<Place> {
        let client = self.clients.get(&id.client)?;
        let next = client.runs.partition_point(|run| run.start <= id.clock);
        let run = client.runs.get(next.checked_sub(1)?)?;
        (id.clock < client.end).then_some(run.place)
    }

    /// The runs that overlap some clocks of a client, whole: the first item, the clock after the last, and the
    /// place.
    pub fn overlapping(
        &self,
        client: u64,
        clocks: &Range<u32>,
    ) -> impl Iterator<Item = (ItemId, u32, Place)> {
        let entry = self
            .clients
            .get(&client)
            .filter(|client| clocks.start < client.end);
        let last = entry.map_or(0, |client| client.end);
        let runs = entry.map_or(&[][..], |client| &client.runs);
        let first = runs
            .partition_point(|run| run.start <= clocks.start)
            .saturating_sub(1);
        let runs = runs.get(first..).unwrap_or_default();
        let ends = runs.iter().skip(1).map(|next| next.start).chain([last]);
        let end = clocks.end;
        let runs = runs.iter().zip(ends);
        runs.take_while(move |(run, _)| run.start < end)
            .map(move |(run, end)| {
                let id = ItemId {
                    client,
                    clock: run.start,
                };
                (id, end, run.place)
            })
    }

    pub fn owner(&self, owner: Owner) -> Option<&OwnerEntry> {
        self.tables.owners.get(owner.0 as usize)
    }

    pub fn add(&mut self, news: News) {
        let Places {
            clients,
            tables,
            numbers,
            facts,
        } = self;
        tables.owners.extend(news.tables.owners);
        tables.slots.extend(news.tables.slots);
        for field in news.tables.fields {
            numbers.insert(field.clone(), number(tables.fields.len(), FieldNumber));
            tables.fields.push(field);
        }
        for (id, (end, place)) in news.runs {
            let client = clients.entry(id.client).or_default();
            // Nothing is between: updates that leave a gap are refused.
            let is_same = client.runs.last().is_some_and(|run| run.place == place);
            if !is_same {
                client.runs.push(Run {
                    start: id.clock,
                    place,
                });
            }
            client.end = end;
            if let Place::Fact(sort) = place {
                facts[sort as usize] += (end - id.clock) as usize;
            }
        }
    }

    /// Notes that the facts among these items do not stand any more.
    pub fn rewritten(&mut self, client: u64, clocks: &Range<u32>) {
        let Some(entry) = self.clients.get_mut(&client) else {
            return;
        };
        let mut at = entry
            .runs
            .partition_point(|run| run.start <= clocks.start)
            .saturating_sub(1);
        while let Some(run) = entry.runs.get(at).copied() {
            if run.start >= clocks.end {
                break;
            }
            let run_end = entry.runs.get(at + 1).map_or(entry.end, |next| next.start);
            let (start, end) = (run.start.max(clocks.start), run_end.min(clocks.end));
            if let Place::Fact(facts) = run.place
                && start < end
            {
                let rewritten = Run {
                    start,
                    place: Place::Rewritten(facts),
                };
                let before = (run.start < start).then_some(run);
                let after = (end < run_end).then_some(Run {
                    start: end,
                    place: Place::Fact(facts),
                });
                let parts = before.into_iter().chain([rewritten]).chain(after);
                let count = entry.runs.len();
                entry.runs.splice(at..=at, parts);
                at += entry.runs.len() - count;
                let standing = &mut self.facts[facts as usize];
                *standing = standing.saturating_sub((end - start) as usize);
            }
            at += 1;
        }
    }

    pub fn memory(&self) -> usize {
        let runs = self.clients.values().map(|client| client.runs.capacity());
        runs.sum::<usize>() * size_of::<Run>()
            + self.clients.capacity() * size_of::<(u64, Client)>()
            + self.tables.owners.capacity() * size_of::<OwnerEntry>()
            + self.tables.slots.capacity() * size_of::<SlotEntry>()
    }
}

/// The tables of the index, and what an update adds to them.
pub struct Numbering<'p> {
    known: &'p Places,
    pub new: Tables,
    numbers: HashMap<Field, FieldNumber>,
}

impl<'p> Numbering<'p> {
    pub fn new(known: &'p Places) -> Self {
        Self {
            known,
            new: Tables::default(),
            numbers: HashMap::new(),
        }
    }

    pub fn add_owner(&mut self, entry: OwnerEntry) -> Owner {
        let owner = number(
            self.known.tables.owners.len() + self.new.owners.len(),
            Owner,
        );
        self.new.owners.push(entry);
        owner
    }

    pub fn add_slot(&mut self, entry: SlotEntry) -> Slot {
        let slot = number(self.known.tables.slots.len() + self.new.slots.len(), Slot);
        self.new.slots.push(entry);
        slot
    }

    pub fn add_field(&mut self, field: Field) -> FieldNumber {
        let known = self.known.numbers.get(&field);
        if let Some(number) = known.or_else(|| self.numbers.get(&field)) {
            return *number;
        }
        let number = number(
            self.known.tables.fields.len() + self.new.fields.len(),
            FieldNumber,
        );
        self.numbers.insert(field.clone(), number);
        self.new.fields.push(field);
        number
    }

    pub fn owner(&self, owner: Owner) -> Option<&OwnerEntry> {
        find(&self.known.tables.owners, &self.new.owners, owner.0)
    }

    pub fn slot(&self, slot: Slot) -> Option<&SlotEntry> {
        find(&self.known.tables.slots, &self.new.slots, slot.0)
    }

    pub fn field(&self, field: FieldNumber) -> Option<&Field> {
        find(&self.known.tables.fields, &self.new.fields, field.0)
    }

    /// How many entities there are with those that the update makes.
    pub fn entities(&self) -> usize {
        self.known.entities() + self.new.owners.len()
    }
}

fn find<'t, T>(known: &'t [T], new: &'t [T], number: u32) -> Option<&'t T> {
    let number = number as usize;
    known
        .get(number)
        .or_else(|| new.get(number.checked_sub(known.len())?))
}

/// There are never more than there are clocks.
fn number<N>(count: usize, name: impl FnOnce(u32) -> N) -> N {
    name(u32::try_from(count).unwrap_or(u32::MAX))
}
