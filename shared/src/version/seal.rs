//! The seal of a version: the SHA-256 of its canonical JSON (RFC 8785), and the file that people keep.

use super::{FORMAT, Version};
use crate::reading::MAX_EXACT;
use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Number, Value, json};
use sha2::{Digest, Sha256};
use std::fmt;

/// A version with the hash that seals it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sealed {
    /// SHA-256 over the canonical JSON of the version, in lower-case hexadecimal.
    pub hash: String,
    pub version: Version,
    /// The file as people keep it: canonical JSON of `{"hash": …, "version": …}`.
    ///
    /// **Invariant:** `hash` is that of its `version`. It is kept as text because a file of a later
    /// Jalon may say more than [`Version`] knows.
    json: String,
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
}

impl Sealed {
    /// Seals a version. Its numbers must be finite and its counts at most 2^53, as JSON can say them
    /// exactly; those that a [`crate::Workspace`] reads out are.
    pub fn seal(version: Version) -> Self {
        // Only maps with other keys than text could fail, and a version has none.
        let value = serde_json::to_value(&version).expect("a version has only text keys");
        let hash = hash(&value);
        let json = file(&hash, value);
        Self {
            hash,
            version,
            json,
        }
    }

    /// The file that people keep: `{"hash": …, "version": …}` in canonical JSON.
    pub fn to_json(&self) -> String {
        self.json.clone()
    }

    /// Reads a file that somebody kept, and checks that its content has the hash it claims.
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
        let found = hash(&value);
        if expected != found {
            return Err(SealError::Tampered { expected, found });
        }
        match value.get("format") {
            Some(Value::String(format)) if format == FORMAT => {}
            Some(Value::String(format)) => return Err(SealError::UnknownFormat(format.clone())),
            _ => return Err(missing("format")),
        }
        let version = Version::deserialize(&value)
            .map_err(|error| SealError::NotAVersion(error.to_string()))?;
        let json = file(&found, value);
        Ok(Self {
            hash: found,
            version,
            json,
        })
    }
}

fn hash(version: &Value) -> String {
    Sha256::digest(canonical(version))
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn file(hash: &str, version: Value) -> String {
    canonical(&json!({ "hash": hash, "version": version }))
}

fn canonical(value: &Value) -> String {
    // A `Value` holds only finite numbers and text keys, each once.
    serde_json_canonicalizer::to_string(value).expect("a JSON value has a canonical form")
}

/// JSON that every program reads alike (I-JSON, RFC 7493): no key twice in an object, no integer that
/// a double cannot hold. Otherwise a changed file could keep its hash.
struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrictVisitor).map(Self)
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
        if value > MAX_EXACT {
            return Err(E::custom(format_args!("the integer {value} is too large")));
        }
        Ok(Value::from(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value, E> {
        if value.unsigned_abs() > MAX_EXACT {
            return Err(E::custom(format_args!("the integer {value} is too large")));
        }
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
