//! Presence: who is here and on which place and field, as it travels inside awareness states.
//!
//! Name, person and colour are stamped by the server, so that nobody speaks as somebody else.

mod caret;
mod stamp;

pub use caret::{Anchor, Caret, InvalidCaret, MAX_CARET};
pub use stamp::stamp;

use crate::PersonId;
use serde::{Deserialize, Serialize};
use serde_json::Value;

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
    /// Whose way they go along with.
    pub follows: Option<PersonId>,
}

/// Where somebody is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The name of the page, such as `objectives`.
    pub page: String,
    /// The path of the field ([`crate::FieldRef`]), or `reading/<indicator>/<period>`.
    pub field: Option<String>,
    /// Where in the text of the field, if it is a shared text.
    pub caret: Option<Caret>,
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

/// The shape on the wire.
#[derive(Serialize, Deserialize)]
struct State {
    user: User,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    page: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    caret: Option<Caret>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    follows: Option<PersonId>,
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
            caret,
            follows,
        } = state;
        Self {
            person,
            name,
            color: color % Self::COLORS,
            place: page.map(|page| Place { page, field, caret }),
            follows,
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
            follows,
        } = presence;
        let (page, field, caret) = place.map_or((None, None, None), |place| {
            (Some(place.page), place.field, place.caret)
        });
        Self {
            user: User {
                person,
                name,
                color,
            },
            page,
            field,
            caret,
            follows,
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
            caret: None,
        });
        assert_eq!(
            presence,
            Some(Presence {
                person: user().person,
                name: "Awa".into(),
                color: 3,
                place,
                follows: None
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
    fn a_caret_and_a_person_are_kept_and_anything_else_in_their_place_is_not() {
        let follows = PersonId::from_uuid(Uuid::from_u128(9));
        let good = json!({"page": "grid", "field": "f", "caret": "7.12 end", "follows": follows});
        let presence = Presence::from_state(&stamp(&good, &user())).expect("a presence");
        let caret = presence.place.and_then(|place| place.caret);
        assert_eq!(caret, "7.12 end".parse().ok());
        assert_eq!(presence.follows, Some(follows));
        for odd in [
            json!("7.12 7.13 7.14"),
            json!("9".repeat(500)),
            json!({"client": 7}),
            json!(7),
        ] {
            let state = json!({"page": "grid", "caret": odd, "follows": odd});
            let stamped = stamp(&state, &user());
            assert_eq!((stamped.get("caret"), stamped.get("follows")), (None, None));
            assert!(Presence::from_state(&stamped).is_some(), "{odd}");
        }
        let full = json!({
            "page": "p".repeat(99), "field": "f".repeat(300), "junk": "x".repeat(2000),
            "caret": "9007199254740991.4294967295 9007199254740991.4294967294", "follows": follows,
        });
        let stamped = stamp(&full, &user());
        assert!(stamped.get("caret").is_some() && stamped.get("junk").is_none());
        assert!(stamped.to_string().len() <= MAX_STATE);
    }

    #[test]
    fn a_presence_survives_the_wire() {
        let place = Some(Place {
            page: "grid".into(),
            field: Some("f".into()),
            caret: "7.1".parse().ok(),
        });
        let presence = Presence {
            person: user().person,
            name: "Noé".into(),
            color: 7,
            place,
            follows: Some(user().person),
        };
        assert_eq!(Presence::from_state(&presence.to_state()), Some(presence));
    }
}
