//! Where each function of a client goes, and how its two halves reach each other. Writing them is `first`'s
//! and `rest`'s work.

use std::collections::{BTreeSet, HashMap, HashSet};

use anyhow::Result;
use wasm_encoder::{GlobalType, ValType};
use wasmparser::ExternalKind;

use super::later::Later;
use super::links::{Links, Needed};
use super::read::Read;

/// The memory, as the first half lends it to the rest.
pub const MEMORY: &str = "_memory";
/// The flag that says whether the rest is there, as the first half lends it.
pub const THERE: &str = "_there";
/// The type of that flag.
pub const FLAG: GlobalType = GlobalType {
    val_type: ValType::I32,
    mutable: true,
    shared: false,
};

/// Which function lies where, by its number in the whole client.
pub struct Plan {
    /// Those of the first half, without the imported ones, in order.
    pub first: Vec<u32>,
    /// Those of the rest, in order.
    pub later: Vec<u32>,
    /// Those of the rest that something in the first half names, by a call, an address or an export.
    pub stand_ins: Vec<u32>,
    /// The slot of the table of functions in which each of the rest that has one will lie. **Invariant:**
    /// every stand-in has one.
    pub slots: HashMap<u32, u32>,
    /// How many slots that table needs.
    pub slots_after: u32,
    /// Functions of the first half, imported ones included, that the rest calls.
    pub lent: Vec<u32>,
    /// What the first half needs besides functions.
    pub needed: Needed,
}

impl Plan {
    pub fn new(module: &Read<'_>, links: &Links, list: &Later) -> Result<Self> {
        let (mut later, mut first): (Vec<u32>, Vec<u32>) = module
            .own_numbers()
            .partition(|number| is_later(module, list, *number));
        // What takes the same and is about as long looks alike: side by side it compresses better.
        for half in [&mut later, &mut first] {
            half.sort_by_cached_key(|number| {
                let own = module.own(*number);
                own.map_or((0, 0), |own| (own.ty, own.body.range().len()))
            });
        }
        let rest: HashSet<u32> = later.iter().copied().collect();
        let gone: HashSet<&str> = later
            .iter()
            .filter_map(|number| module.names.get(number).copied())
            .collect();
        let staying: HashSet<&str> = first
            .iter()
            .filter_map(|number| module.names.get(number).copied())
            .collect();
        // What binding took away or renamed needs what it needed.
        let needed = links.needed_by(|name| staying.contains(name) || !gone.contains(name));

        let mut slots = HashMap::new();
        for (slot, function) in module.in_slots()? {
            if rest.contains(&function) {
                slots.insert(function, slot);
            }
        }
        let mut named: BTreeSet<u32> = slots.keys().copied().collect();
        named.retain(|number| {
            let name = module.names.get(number);
            name.is_none_or(|name| needed.taken.contains(*name) || !links.knows(name))
        });
        for number in &first {
            named.extend(module.called_by(*number)?);
        }
        for export in &module.exports {
            if export.kind == ExternalKind::Func {
                named.insert(export.index);
            }
        }
        named.retain(|number| rest.contains(number));
        let mut slots_after = module.slots()?;
        for number in &named {
            slots.entry(*number).or_insert_with(|| {
                slots_after += 1;
                slots_after - 1
            });
        }

        let mut lent = BTreeSet::new();
        for number in &later {
            lent.extend(module.called_by(*number)?);
        }
        lent.retain(|called| !rest.contains(called));
        Ok(Self {
            first,
            later,
            stand_ins: named.into_iter().collect(),
            slots,
            slots_after,
            lent: lent.into_iter().collect(),
            needed,
        })
    }
}

/// Whether the list says so; a function without a name is in no list.
fn is_later(module: &Read<'_>, list: &Later, number: u32) -> bool {
    let name = module.names.get(&number);
    let own = module.own(number);
    name.zip(own.ok())
        .is_some_and(|(name, own)| list.has(name, own.body.range().len()))
}

/// The name under which the first half lends a function: short, since there are thousands.
pub fn lent_name(place: usize) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::from("_");
    let mut left = place;
    loop {
        name.extend(
            LETTERS
                .get(left % LETTERS.len())
                .map(|letter| char::from(*letter)),
        );
        left /= LETTERS.len();
        if left == 0 {
            return name;
        }
    }
}

pub fn table_name(number: u32) -> String {
    format!("_{number}t")
}

pub fn global_name(number: u32) -> String {
    format!("_{number}g")
}
