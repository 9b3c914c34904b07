//! Facts of the document as JSON, and back.

use serde_json::Value as Json;
use std::{collections::HashMap, sync::Arc};
use yrs::{Any, Number};

/// Plain JSON as a value of the document.
pub fn to_any(json: &Json) -> Any {
    match json {
        Json::Null => Any::Null,
        Json::Bool(bool) => Any::Bool(*bool),
        Json::Number(number) => match number.as_i64() {
            Some(number) => Any::Number(Number::Int(number)),
            None => number
                .as_f64()
                .map_or(Any::Null, |number| Any::Number(Number::try_i64(number))),
        },
        Json::String(text) => Any::from(text.as_str()),
        Json::Array(items) => Any::Array(items.iter().map(to_any).collect()),
        Json::Object(entries) => {
            let entries = entries
                .iter()
                .map(|(key, value)| (key.clone(), to_any(value)));
            Any::Map(Arc::new(entries.collect::<HashMap<_, _>>()))
        }
    }
}

/// JSON, whole numbers as such whatever way a client wrote them; `None` for what is none.
pub fn to_json(any: &Any) -> Option<Json> {
    nested(any, 0)
}

fn nested(any: &Any, depth: u8) -> Option<Json> {
    /// An entry has three levels.
    const DEEPEST: u8 = 8;
    if depth > DEEPEST {
        return None;
    }
    Some(match any {
        Any::Null | Any::Undefined => Json::Null,
        Any::Bool(bool) => Json::Bool(*bool),
        Any::Number(Number::Int(number)) => Json::from(*number),
        Any::Number(Number::Float(number)) => match Number::try_i64(*number) {
            Number::Int(number) => Json::from(number),
            Number::Float(number) => serde_json::Number::from_f64(number).map(Json::Number)?,
        },
        Any::String(text) => Json::String(text.to_string()),
        Any::Buffer(_) => return None,
        Any::Array(items) => Json::Array(
            items
                .iter()
                .map(|item| nested(item, depth + 1))
                .collect::<Option<_>>()?,
        ),
        Any::Map(entries) => {
            let entries = entries
                .iter()
                .map(|(key, value)| Some((key.clone(), nested(value, depth + 1)?)));
            Json::Object(entries.collect::<Option<_>>()?)
        }
    })
}
