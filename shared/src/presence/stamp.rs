//! What a server makes of a client's state before it tells the others.

use super::{Caret, MAX_FIELD, MAX_PAGE, MAX_STATE, User};
use crate::PersonId;
use serde_json::{Map, Value};

/// Makes a client's state true: its `user` is overwritten, its page and field are capped, a caret and a person
/// that are none are left out, and a state larger than [`MAX_STATE`] loses everything else.
pub fn stamp(state: &Value, user: &User) -> Value {
    let mut state = match state {
        Value::Object(fields) => fields.clone(),
        _ => Map::new(),
    };
    for (key, most) in [("page", MAX_PAGE), ("field", MAX_FIELD)] {
        match state.get_mut(key) {
            Some(Value::String(text)) => {
                if let Some((end, _)) = text.char_indices().nth(most) {
                    text.truncate(end);
                }
            }
            Some(_) => drop(state.remove(key)),
            None => {}
        }
    }
    let is_caret = |text: &str| text.parse::<Caret>().is_ok();
    let is_person = |text: &str| text.parse::<PersonId>().is_ok();
    keep_if(&mut state, "caret", is_caret);
    keep_if(&mut state, "follows", is_person);
    state.remove("user");
    let size = serde_json::to_vec(&state).map_or(usize::MAX, |bytes| bytes.len());
    if size > MAX_STATE {
        let ours = ["page", "field", "caret", "follows"];
        state.retain(|key, _| ours.contains(&key.as_str()));
    }
    state.insert(
        "user".to_owned(),
        serde_json::to_value(user).unwrap_or(Value::Null),
    );
    Value::Object(state)
}

fn keep_if(state: &mut Map<String, Value>, key: &str, is_one: impl Fn(&str) -> bool) {
    if !state
        .get(key)
        .is_some_and(|value| value.as_str().is_some_and(is_one))
    {
        state.remove(key);
    }
}
