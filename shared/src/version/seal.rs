//! The seal of a version: the SHA-256 of its canonical JSON (RFC 8785), and the file that people keep.

use super::{
    FORMAT, FORMAT_WITH_NAMES, Version, canonical,
    names::{self, Disclosures, Mismatch, Salt, Whose},
    parts,
};
use crate::{PersonId, reading::MAX_EXACT};
use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Number, Value, json};
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, fmt, mem};

/// A version with the hash that seals it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sealed {
    /// SHA-256 over the canonical JSON of the version as it is in the file: with digests in the place of
    /// names. In lower-case hexadecimal.
    pub hash: String,
    /// With the names that are told; the others are empty.
    pub version: Version,
    /// How many names are not told: whoever they belong to asked for that.
    pub withheld: usize,
    /// The names that are told, with their salts.
    disclosures: Disclosures,
    /// The digest of the name of whoever froze it; empty when there is none.
    signature: String,
    /// The file without any name: canonical JSON of `{"hash": …, "version": …}`.
    ///
    /// **Invariant:** `hash` is that of its `version`. It is kept as text because a file of a later
    /// Jalon may say more than [`Version`] knows.
    nameless: String,
}

/// A version that was sealed just now.
#[derive(Debug, Clone, PartialEq)]
pub struct Sealing {
    pub sealed: Sealed,
    /// Whose the names in it are, by digest. It is in no file: who keeps it can remove a name later.
    pub people: BTreeMap<String, PersonId>,
}

/// Why a version was not sealed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SealingError<E> {
    /// There are no random bytes for a salt.
    #[error("{0}")]
    Salt(E),
    #[error("the sealed file reads back differently")]
    ReadsBackDifferently,
}

/// Why a file is not an intact frozen version.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    #[error("this is not a JSON file that can be trusted: {0}")]
    NotJson(String),
    #[error("this JSON file is not a frozen version: {0}")]
    NotAVersion(String),
    #[error("this version has a format that is not known here: {0:?}")]
    UnknownFormat(String),
    #[error(
        "this version was changed after it was frozen: its content has the hash {found}, not {expected}"
    )]
    Tampered {
        /// The hash that the file claims.
        expected: String,
        /// The hash that its content has.
        found: String,
    },
    #[error(
        "a name in this version was changed after it was frozen: it is not the one of the digest {digest}"
    )]
    Forged {
        /// The digest that the name is told for.
        digest: String,
    },
    #[error(
        "a name was added to this version after it was frozen: nothing in it has the digest {digest}"
    )]
    Stray {
        /// The digest that the name is told for.
        digest: String,
    },
}

impl Sealed {
    /// Seals a version, whose format becomes [`FORMAT`]. Its numbers must be finite and its counts at
    /// most 2^53, as JSON can say them exactly; those that a [`crate::Workspace`] reads out are. `salt`
    /// gives random bytes, others at every call.
    ///
    /// The file is read back before it is given, as [`Self::open`] does it: who reads it later finds this version.
    ///
    /// # Errors
    ///
    /// Those of `salt`, and [`SealingError::ReadsBackDifferently`].
    pub fn seal<E>(
        mut version: Version,
        whose: &Whose,
        salt: impl FnMut() -> Result<Salt, E>,
    ) -> Result<Sealing, SealingError<E>> {
        FORMAT.clone_into(&mut version.format);
        let hidden = names::hide(&mut version, whose, salt).map_err(SealingError::Salt)?;
        let signature = version.frozen_by.clone();
        let readings = mem::take(&mut version.content.readings);
        let (opening, closing) = ([OPENING, NO_HASH, MIDDLE].concat(), "}");
        // Only maps with other keys than text could fail, and a version has none.
        let (mut file, places) = parts::write(&opening, &version, &readings, closing)
            .expect("a version has only text keys");
        let text = file.get(opening.len()..file.len() - closing.len());
        let text = text.unwrap_or_default();
        let (hash, is_same) = parts::reads_back(text, places, &version, &readings, || digest(text));
        version.content.readings = readings;
        let told = names::tell(&mut version, &hidden.disclosures);
        if !is_same || told != Ok(0) {
            return Err(SealingError::ReadsBackDifferently);
        }
        file.replace_range(OPENING.len()..OPENING.len() + NO_HASH.len(), &hash);
        let sealed = Self {
            nameless: file,
            hash,
            version,
            withheld: 0,
            signature,
            disclosures: hidden.disclosures,
        };
        Ok(Sealing {
            sealed,
            people: hidden.people,
        })
    }

    /// The file that people keep: `{"disclosures": …, "hash": …, "version": …}` in canonical JSON. The
    /// first is absent when it is empty.
    pub fn to_json(&self) -> String {
        Self::with_names(&self.nameless, &self.disclosures)
    }

    /// The file without any name, which is as intact as that with all of them.
    pub fn nameless(&self) -> &str {
        &self.nameless
    }

    /// The digest of the name of whoever froze it: what stands in [`Self::nameless`]. `None` in the
    /// format of before, and where there was no name.
    pub fn signature(&self) -> Option<&str> {
        let signature = self.signature.as_str();
        (!signature.is_empty()).then_some(signature)
    }

    /// The names that are told, with their salts, by digest.
    pub fn disclosures(&self) -> &Disclosures {
        &self.disclosures
    }

    /// The file that people keep, from one [without names](Self::nameless) and the names to tell.
    pub fn with_names(nameless: &str, disclosures: &Disclosures) -> String {
        match nameless.strip_prefix('{') {
            Some(rest) if !disclosures.is_empty() => {
                format!(
                    "{{\"disclosures\":{},{rest}",
                    canonical(&json!(disclosures))
                )
            }
            _ => nameless.to_owned(),
        }
    }

    /// Reads a file that somebody kept, and checks that its content has the hash it claims, and that
    /// every name it tells is the one that was frozen. Names that it does not tell are [counted](Self::withheld).
    ///
    /// Spaces and the order of keys may differ from what [`Self::to_json`] wrote: they mean nothing.
    /// Fields that this Jalon does not know are part of what is checked.
    ///
    /// # Errors
    ///
    /// [`SealError`] says what is wrong with the file.
    pub fn parse(json: &str) -> Result<Self, SealError> {
        let Strict(whole) =
            serde_json::from_str(json).map_err(|error| SealError::NotJson(error.to_string()))?;
        let missing = |what: &str| SealError::NotAVersion(format!("it has no {what}"));
        let Value::Object(mut whole) = whole else {
            return Err(missing("hash and version"));
        };
        let Some(Value::String(expected)) = whole.remove("hash") else {
            return Err(missing("hash"));
        };
        let value = whole
            .remove("version")
            .filter(Value::is_object)
            .ok_or_else(|| missing("version"))?;
        let text = canonical(&value);
        let found = digest(&text);
        if expected != found {
            return Err(SealError::Tampered { expected, found });
        }
        match value.get("format") {
            Some(Value::String(format)) => known(format)?,
            _ => return Err(missing("format")),
        }
        let version = Version::deserialize(&value).map_err(not_a_version)?;
        let disclosures = match whole.remove("disclosures") {
            Some(disclosures) => Disclosures::deserialize(disclosures).map_err(not_a_version)?,
            None => Disclosures::new(),
        };
        Self::intact(version, disclosures, found, |hash| file(hash, &text))
    }

    /// Reads what [`Self::nameless`] gave to whoever keeps it, and checks that it has the hash it claims, byte by
    /// byte, and that every name that is told is the one that was frozen.
    ///
    /// It is quicker than [`Self::parse`], which does not trust that the file was written by [`Self::seal`].
    ///
    /// # Errors
    ///
    /// [`SealError`] says what is wrong with the file.
    pub fn open(nameless: String, disclosures: Disclosures) -> Result<Self, SealError> {
        let opened = hash_and_text(&nameless).and_then(|(expected, text)| {
            let (found, version) = parts::read(text, || digest(text));
            (found == expected).then_some((found, version))
        });
        match opened {
            Some((hash, Ok(version))) => Self::intact(version, disclosures, hash, |_| nameless),
            Some((_, Err(error))) => Err(not_a_version(error)),
            // Says what is wrong.
            None => Self::parse(&Self::with_names(&nameless, &disclosures)),
        }
    }

    /// A version whose hash holds.
    fn intact(
        mut version: Version,
        disclosures: Disclosures,
        hash: String,
        file: impl FnOnce(&str) -> String,
    ) -> Result<Self, SealError> {
        known(&version.format)?;
        let (mut signature, mut withheld) = (String::new(), 0);
        if version.format == FORMAT {
            signature.clone_from(&version.frozen_by);
            withheld = names::tell(&mut version, &disclosures)?;
        } else if let Some(digest) = disclosures.keys().next() {
            let digest = digest.clone();
            return Err(SealError::Stray { digest });
        }
        Ok(Self {
            nameless: file(&hash),
            hash,
            version,
            withheld,
            disclosures,
            signature,
        })
    }
}

impl From<Mismatch> for SealError {
    fn from(mismatch: Mismatch) -> Self {
        match mismatch {
            Mismatch::NoDigest => {
                Self::NotAVersion("a name stands where a digest should".to_owned())
            }
            Mismatch::Forged(digest) => Self::Forged { digest },
            Mismatch::Stray(digest) => Self::Stray { digest },
        }
    }
}

/// SHA-256 of the canonical form of a JSON value, in lower-case hexadecimal.
pub(super) fn hash(value: &Value) -> String {
    digest(&canonical(value))
}

fn digest(text: &str) -> String {
    names::hex(&Sha256::digest(text))
}

fn not_a_version(error: serde_json::Error) -> SealError {
    SealError::NotAVersion(error.to_string())
}

/// The canonical JSON of the version in a file that was written here, when its hash holds.
pub(super) fn intact(file: &str) -> Option<&str> {
    let (hash, text) = hash_and_text(file)?;
    (digest(text) == hash).then_some(text)
}

pub(super) fn known(format: &str) -> Result<(), SealError> {
    match format {
        FORMAT | FORMAT_WITH_NAMES => Ok(()),
        other => Err(SealError::UnknownFormat(other.to_owned())),
    }
}

/// The file of a version, from its hash and its canonical JSON.
fn file(hash: &str, version: &str) -> String {
    [OPENING, hash, MIDDLE, version, "}"].concat()
}

/// The hash and the canonical JSON of a version, from a file that [`file`] wrote.
fn hash_and_text(file: &str) -> Option<(&str, &str)> {
    let rest = file.strip_prefix(OPENING)?.strip_suffix('}')?;
    rest.split_once(MIDDLE)
}

const OPENING: &str = "{\"hash\":\"";
const MIDDLE: &str = "\",\"version\":";
/// What stands in the place of a hash that is not known yet.
const NO_HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";

fn canonical(value: &Value) -> String {
    // A `Value` holds only finite numbers and text keys, each once.
    canonical::to_string(value).expect("a JSON value has a canonical form")
}

/// JSON that every program reads alike (I-JSON, RFC 7493): no key twice in an object, no integer that
/// a double cannot hold. Otherwise a changed file could keep its hash.
struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrictVisitor).map(Self)
    }
}

/// Beyond 2^53 several integers are one double: only that is taken which canonical JSON writes for it.
fn exact<E: de::Error>(magnitude: u64, value: impl fmt::Display) -> Result<(), E> {
    let is_exact = magnitude <= MAX_EXACT
        || ryu_js::Buffer::new().format_finite(magnitude as f64) == magnitude.to_string();
    if is_exact {
        Ok(())
    } else {
        Err(E::custom(format_args!("the integer {value} is too large")))
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON that every program reads alike")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value, E> {
        exact(value, value)?;
        Ok(Value::from(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value, E> {
        exact(value.unsigned_abs(), value)?;
        Ok(Value::from(value))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value)
            .map(Value::Number)
            .ok_or_else(|| E::custom("a number is not finite"))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(Strict(item)) = access.next_element()? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = access.next_key::<String>()? {
            let Strict(value) = access.next_value()?;
            if object.contains_key(&key) {
                return Err(de::Error::custom(format_args!(
                    "the key {key:?} stands twice in one object"
                )));
            }
            object.insert(key, value);
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests;
