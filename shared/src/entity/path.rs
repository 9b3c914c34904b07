//! Paths: the text that names an entity or a field, read and written the same way everywhere.

use super::{EntityKind, EntityRef, Field};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// The path to one field of one entity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldRef {
    pub entity: EntityRef,
    pub field: Field,
}

/// A text that is not a path to an entity or a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a path to an entity or a field: {0:?}")]
pub struct InvalidPath(String);

impl fmt::Display for EntityKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for EntityKind {
    type Err = InvalidPath;

    fn from_str(text: &str) -> Result<Self, InvalidPath> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.name() == text)
            .ok_or_else(|| InvalidPath(text.to_owned()))
    }
}

impl fmt::Display for EntityRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind, self.id)
    }
}

impl FromStr for EntityRef {
    type Err = InvalidPath;

    fn from_str(text: &str) -> Result<Self, InvalidPath> {
        let parse = || {
            let (kind, id) = text.split_once('/')?;
            Some(Self::new(kind.parse().ok()?, Uuid::try_parse(id).ok()?))
        };
        parse().ok_or_else(|| InvalidPath(text.to_owned()))
    }
}

impl fmt::Display for FieldRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.entity, self.field.key())
    }
}

impl FromStr for FieldRef {
    type Err = InvalidPath;

    fn from_str(text: &str) -> Result<Self, InvalidPath> {
        let parse = || {
            let (entity, key) = text.rsplit_once('/')?;
            let entity: EntityRef = entity.parse().ok()?;
            Some(entity.field(Field::parse(entity.kind, key)?))
        };
        parse().ok_or_else(|| InvalidPath(text.to_owned()))
    }
}

macro_rules! as_text {
    ($($name:ident),*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

as_text!(EntityRef, FieldRef);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    #[test]
    fn every_field_is_found_again_by_its_path() {
        let lang: Lang = "fr-BE".parse().unwrap();
        for kind in EntityKind::ALL {
            for field in kind.fields().iter().cloned().chain(kind.fields_in(&lang)) {
                let path = EntityRef::new(kind, Uuid::from_u128(7)).field(field);
                assert_eq!(path.to_string().parse(), Ok(path));
            }
        }
    }

    #[test]
    fn a_path_to_nothing_is_refused() {
        let id = Uuid::nil();
        for path in [
            "objective".to_owned(),
            format!("objective/{id}/name"),
            format!("indicator/{id}/level.9"),
            format!("indicator/{id}/level"),
            format!("objective/{id}/fr.definition"),
            format!("term/{id}/FR.definition"),
            format!("thing/{id}/name"),
            "objective/7/statement".to_owned(),
        ] {
            assert!(path.parse::<FieldRef>().is_err(), "{path}");
        }
    }
}
