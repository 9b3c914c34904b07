//! Presence: who is here and on which place and field, as it travels inside awareness states.
//!
//! Name, person and colour are stamped by the server, so that nobody speaks as somebody else.

use crate::PersonId;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The most bytes of a client's state that are kept; a larger one keeps only who it is.
pub const MAX_STATE: usize = 1024;
/// The most characters of a page's name.
pub const MAX_PAGE: usize = 40;
/// The most characters of a field's path.
pub const MAX_FIELD: usize = 200;

/// Somebody who is here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "State", into = "State")]
pub struct Presence {
    pub person: PersonId,
    pub name: String,
    /// Which colour of the palette of people marks them, from 0 to [`Presence::COLORS`] - 1.
    pub color: u8,
    pub place: Option<Place>,
}

/// Where somebody is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The name of the page, such as `objectives`.
    pub page: String,
    /// The path of the field ([`crate::FieldRef`]), or `reading/<indicator>/<period>`.
    pub field: Option<String>,
}

impl Presence {
    /// How many colours the palette of people has.
    pub const COLORS: u8 = 8;

    /// Reads an awareness state; `None` when it is not one of ours.
    pub fn from_state(state: &Value) -> Option<Self> {
        Self::deserialize(state).ok()
    }

    /// The awareness state that says it.
    pub fn to_state(&self) -> Value {
        serde_json::to_value(self).unwrap_or(Value::Null)
    }
}

/// Who a connection belongs to, as the server knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    pub person: PersonId,
    pub name: String,
    pub color: u8,
}

/// Makes a client's state true: its `user` is overwritten, its page and field are capped, and a state
/// larger than [`MAX_STATE`] loses everything else.
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
    state.remove("user");
    let size = serde_json::to_vec(&state).map_or(usize::MAX, |bytes| bytes.len());
    if size > MAX_STATE {
        state.retain(|key, _| key == "page" || key == "field");
    }
    state.insert(
        "user".to_owned(),
        serde_json::to_value(user).unwrap_or(Value::Null),
    );
    Value::Object(state)
}

/// The shape on the wire.
#[derive(Serialize, Deserialize)]
struct State {
    user: User,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    page: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    field: Option<String>,
}

impl From<State> for Presence {
    fn from(state: State) -> Self {
        let State {
            user:
                User {
                    person,
                    name,
                    color,
                },
            page,
            field,
        } = state;
        Self {
            person,
            name,
            color: color % Self::COLORS,
            place: page.map(|page| Place { page, field }),
        }
    }
}

impl From<Presence> for State {
    fn from(presence: Presence) -> Self {
        let Presence {
            person,
            name,
            color,
            place,
        } = presence;
        let (page, field) = place.map_or((None, None), |place| (Some(place.page), place.field));
        Self {
            user: User {
                person,
                name,
                color,
            },
            page,
            field,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use uuid::Uuid;

    fn user() -> User {
        User {
            person: PersonId::from_uuid(Uuid::from_u128(7)),
            name: "Awa".into(),
            color: 3,
        }
    }

    #[test]
    fn nobody_speaks_as_somebody_else() {
        let state = json!({"user": {"person": Uuid::nil(), "name": "Root", "color": 0}, "page": "objectives", "field": "x"});
        let presence = Presence::from_state(&stamp(&state, &user()));
        let place = Some(Place {
            page: "objectives".into(),
            field: Some("x".into()),
        });
        assert_eq!(
            presence,
            Some(Presence {
                person: user().person,
                name: "Awa".into(),
                color: 3,
                place
            })
        );
    }

    #[test]
    fn a_state_is_capped() {
        let state = json!({"page": "é".repeat(99), "field": 7, "cursor": {"at": 1}});
        let stamped = stamp(&state, &user());
        assert_eq!(
            stamped["page"].as_str().map(|page| page.chars().count()),
            Some(MAX_PAGE)
        );
        assert_eq!(stamped.get("field"), None);
        assert_eq!(stamped["cursor"]["at"], 1);
        let large = stamp(&json!({"page": "grid", "junk": "x".repeat(2000)}), &user());
        assert_eq!(
            (large["page"].as_str(), large.get("junk")),
            (Some("grid"), None)
        );
        for odd in [json!(null), json!([1]), json!("x")] {
            assert_eq!(stamp(&odd, &user())["user"]["name"], "Awa");
        }
    }

    #[test]
    fn a_presence_survives_the_wire() {
        let place = Some(Place {
            page: "grid".into(),
            field: None,
        });
        let presence = Presence {
            person: user().person,
            name: "Noé".into(),
            color: 7,
            place,
        };
        assert_eq!(Presence::from_state(&presence.to_state()), Some(presence));
    }
}
