//! The fields of two forms of one entity that differ, by the names that fields have everywhere else.

use super::FieldDiff;
use crate::EntityKind;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// What differs between two forms of one entity, in the order of the fields of its kind.
pub fn changed<T: Serialize>(kind: EntityKind, before: &T, after: &T) -> Vec<FieldDiff> {
    let (before, after) = (flat(before), flat(after));
    let mut diffs = Vec::new();
    for field in before
        .keys()
        .chain(after.keys().filter(|key| !before.contains_key(*key)))
    {
        let value = |of: &BTreeMap<String, Value>| of.get(field).cloned().unwrap_or_default();
        let (before, after) = (value(&before), value(&after));
        if before != after {
            diffs.push(FieldDiff {
                field: field.clone(),
                before,
                after,
            });
        }
    }
    let order = |key: &str| {
        kind.fields()
            .iter()
            .position(|field| field.key() == key)
            .unwrap_or(usize::MAX)
    };
    diffs.sort_by_cached_key(|diff| (order(&diff.field), diff.field.clone()));
    diffs
}

/// The fields of an entity by key; those that say nothing are left out, as nothing and "" are the same
/// to whoever reads a comparison.
fn flat<T: Serialize>(entity: &T) -> BTreeMap<String, Value> {
    let mut fields = BTreeMap::new();
    // Every entity has text keys alone, so it always becomes a value.
    if let Ok(Value::Object(object)) = serde_json::to_value(entity) {
        for (name, value) in object {
            flatten(&name, value, &mut fields);
        }
    }
    fields.remove("id");
    fields
}

/// The structs group what the document keeps side by side; [`crate::Field::key`] names the latter.
fn flatten(name: &str, value: Value, fields: &mut BTreeMap<String, Value>) {
    match (name, value) {
        (_, value) if is_nothing(&value) => {}
        ("levels", Value::Array(levels)) => {
            fields.insert("level_count".to_owned(), levels.len().into());
            for (number, level) in (1..).zip(levels) {
                flatten(&format!("level.{number}"), level, fields);
            }
        }
        (group, Value::Object(object)) => {
            for (name, value) in object {
                let key = match group {
                    "smart" | "entries" => name,
                    "thresholds" => format!("{name}_threshold"),
                    "baseline" | "target" => format!("{group}_{name}"),
                    _ => format!("{group}.{name}"),
                };
                flatten(&key, value, fields);
            }
        }
        (key, value) => {
            fields.insert(key.to_owned(), value);
        }
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}
