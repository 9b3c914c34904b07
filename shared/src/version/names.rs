//! The names of people in a version: committed to under its hash, told beside it, and so removable.
//!
//! Where a name stands, the hashed content holds a digest of a random salt and the name; the salts and
//! names lie outside of the hash. Who asks for it can have their name removed, and the hash still holds:
//! the idea is that of Selective Disclosure for JWTs (RFC 9901, sections 4.2 and 7.1).

use super::{Version, seal::hash};
use crate::PersonId;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::{BTreeMap, HashMap};

/// 128 random bits, so that nobody finds a name that was removed by trying first names (RFC 9901,
/// section 9.3).
pub type Salt = [u8; 16];

/// A name that may be told, and the salt that its digest was made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disclosure {
    pub name: String,
    pub salt: String,
}

/// The names of a version that may be told, by digest.
pub type Disclosures = BTreeMap<String, Disclosure>;

impl Disclosure {
    /// What stands in the place of the name: the SHA-256, in lower-case hexadecimal, of the canonical
    /// JSON of `[salt, name]`.
    pub fn digest(&self) -> String {
        hash(&json!([self.salt, self.name]))
    }
}

/// Whose the names are that a version holds besides those of its readings, which say it themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whose {
    pub frozen_by: PersonId,
    /// In the order of [`Version::participants`].
    pub participants: Vec<PersonId>,
}

/// Where a name stands.
enum Place {
    FrozenBy,
    Participant(usize),
    /// With a reading, whoever typed it.
    Reading(PersonId),
}

/// Calls `visit` with every name of a version.
fn each<E>(
    version: &mut Version,
    mut visit: impl FnMut(Place, &mut String) -> Result<(), E>,
) -> Result<(), E> {
    visit(Place::FrozenBy, &mut version.frozen_by)?;
    for (place, participant) in version.participants.iter_mut().enumerate() {
        visit(Place::Participant(place), &mut participant.name)?;
    }
    let readings = version.content.readings.values_mut();
    for reading in readings.flat_map(BTreeMap::values_mut) {
        let entries = std::iter::once(&mut reading.current).chain(&mut reading.others);
        for entry in entries {
            visit(Place::Reading(entry.by), &mut entry.by_name)?;
        }
    }
    Ok(())
}

/// The names that were taken out of a version.
#[derive(Default)]
pub struct Hidden {
    pub disclosures: Disclosures,
    /// Whose they are, by digest.
    pub people: BTreeMap<String, PersonId>,
}

/// Puts a digest in the place of every name: one for each name of each person, so that equal first
/// names of two people are two digests. An empty name, one that was removed, stays empty.
pub fn hide<E>(
    version: &mut Version,
    whose: &Whose,
    mut salt: impl FnMut() -> Result<Salt, E>,
) -> Result<Hidden, E> {
    let mut hidden = Hidden::default();
    let mut known: HashMap<(Option<PersonId>, String), String> = HashMap::new();
    // Most readings were typed by whoever typed the one before.
    let mut last: Option<(Option<PersonId>, String, String)> = None;
    each(version, |place, name| {
        if name.is_empty() {
            return Ok(());
        }
        let person = match place {
            Place::FrozenBy => Some(whose.frozen_by),
            Place::Participant(place) => whose.participants.get(place).copied(),
            Place::Reading(by) => Some(by),
        };
        if let Some((_, _, digest)) = last
            .as_ref()
            .filter(|(whose, said, _)| *whose == person && said == name)
        {
            name.clone_from(digest);
            return Ok(());
        }
        let key = (person, std::mem::take(name));
        if let Some(digest) = known.get(&key) {
            name.clone_from(digest);
            last = Some((key.0, key.1, digest.clone()));
            return Ok(());
        }
        let disclosure = Disclosure {
            name: key.1.clone(),
            salt: hex(&salt()?),
        };
        let digest = disclosure.digest();
        name.clone_from(&digest);
        hidden.disclosures.insert(digest.clone(), disclosure);
        if let Some(person) = person {
            hidden.people.insert(digest.clone(), person);
        }
        known.insert(key, digest);
        Ok(())
    })?;
    Ok(hidden)
}

/// Why the names of a file do not go with its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mismatch {
    /// Something else than a digest stands where a name stood.
    NoDigest,
    /// A name has another digest than the one it is told for.
    Forged(String),
    /// A name is told that stands nowhere.
    Stray(String),
}

/// Puts the names back in the place of their digests; where one is not told, nothing. Returns how many
/// are not told.
pub fn tell(version: &mut Version, disclosures: &Disclosures) -> Result<usize, Mismatch> {
    for (digest, disclosure) in disclosures {
        if disclosure.digest() != *digest {
            return Err(Mismatch::Forged(digest.clone()));
        }
    }
    let mut told: HashMap<String, Option<&str>> = HashMap::new();
    // Most readings were typed by whoever typed the one before.
    let mut last = (String::new(), "");
    each(version, |_, name| {
        if name.is_empty() {
            return Ok(());
        }
        if *name != last.0 {
            let words = match told.get(name.as_str()) {
                Some(words) => *words,
                None if !is_digest(name) => return Err(Mismatch::NoDigest),
                None => {
                    let disclosure = disclosures.get(name.as_str());
                    let words = disclosure.map(|disclosure| disclosure.name.as_str());
                    told.insert(name.clone(), words);
                    words
                }
            };
            last = (name.clone(), words.unwrap_or_default());
        }
        last.1.clone_into(name);
        Ok(())
    })?;
    match disclosures
        .keys()
        .find(|digest| !told.contains_key(*digest))
    {
        Some(digest) => Err(Mismatch::Stray(digest.clone())),
        None => Ok(told.values().filter(|words| words.is_none()).count()),
    }
}

fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// Bytes in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
