//! Our own messages, which only clients of [`super::SUBPROTOCOL`] get: a varuint number from 100,
//! then a text of JSON after its length.

use super::{
    ProtocolError,
    bytes::{Reader, Writer},
};
use crate::{Generation, PersonId, Role};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// One of our messages.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// The first message of the server: who the client is, and the awareness client that it may speak
    /// as, when it is bound already.
    Welcome {
        person: PersonId,
        name: String,
        role: Role,
        client: Option<u64>,
        /// The history that is shared here: a client that has another one keeps it for itself.
        generation: Generation,
    },
    /// The first `through` frames of this connection that carried an update (counted from 1) are durable.
    Acknowledged {
        through: u64,
    },
    /// That frame, in the same count, was not taken.
    Refused {
        frame: u64,
        reason: Refusal,
    },
    VersionFrozen {
        number: u32,
        label: String,
    },
    /// Somebody made the workspace say again what a version says.
    VersionRestored {
        number: u32,
        label: String,
        person: PersonId,
        name: String,
    },
    /// The role of this person is another one now; `None` when they are no longer welcome.
    AccessChanged {
        role: Option<Role>,
    },
    /// Whether the server can write to its disk. While it cannot, every update is refused, what was sent
    /// before waits for its acknowledgement, and the server does not ask what a client has; when it can
    /// again, it asks everybody, so that the answers bring what was refused.
    Storage {
        writable: bool,
    },
    /// Who leads the others from page to page, so that theirs can go along; `None` when nobody does. A facilitator
    /// sends it, with anybody in it, to begin, and with nobody to end; the server says to everybody who it is.
    Guide {
        person: Option<PersonId>,
    },
}

/// Why an update was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The role of the person does not allow writing.
    Role,
    TooLarge,
    Unreadable,
    /// Something that it builds on is missing: sync again.
    Incomplete,
    /// It does something that the model does not know: what it would change is not shared, and stays as it is.
    Schema,
    /// The workspace would hold more than it may: entities, readings, or letters of one text.
    Full,
    /// The server cannot write to its disk now: see [`Message::Storage`].
    Storage,
}

const WELCOME: u64 = 100;
const ACKNOWLEDGED: u64 = 101;
const REFUSED: u64 = 102;
const VERSION_FROZEN: u64 = 103;
const ACCESS_CHANGED: u64 = 104;
const STORAGE: u64 = 105;
const VERSION_RESTORED: u64 = 106;
const GUIDE: u64 = 108;

#[derive(Serialize, Deserialize)]
struct Welcome {
    person: PersonId,
    name: String,
    role: Role,
    #[serde(default)]
    client: Option<u64>,
    #[serde(default = "first_generation")]
    generation: Generation,
}

/// A server from before there were others.
const fn first_generation() -> Generation {
    Generation::FIRST
}

#[derive(Serialize, Deserialize)]
struct Acknowledged {
    through: u64,
}

#[derive(Serialize, Deserialize)]
struct Refused {
    frame: u64,
    reason: Refusal,
}

#[derive(Serialize, Deserialize)]
struct VersionFrozen {
    number: u32,
    label: String,
}

#[derive(Serialize, Deserialize)]
struct VersionRestored {
    number: u32,
    label: String,
    person: PersonId,
    name: String,
}

#[derive(Serialize, Deserialize)]
struct AccessChanged {
    role: Option<Role>,
}

#[derive(Serialize, Deserialize)]
struct Storage {
    writable: bool,
}

#[derive(Serialize, Deserialize)]
struct Guide {
    person: Option<PersonId>,
}

impl Message {
    pub(super) fn decode(number: u64, reader: &mut Reader) -> Result<Self, ProtocolError> {
        Ok(match number {
            WELCOME => {
                let Welcome {
                    person,
                    name,
                    role,
                    client,
                    generation,
                } = json(reader)?;
                Self::Welcome {
                    person,
                    name,
                    role,
                    client,
                    generation,
                }
            }
            ACKNOWLEDGED => {
                let Acknowledged { through } = json(reader)?;
                Self::Acknowledged { through }
            }
            REFUSED => {
                let Refused { frame, reason } = json(reader)?;
                Self::Refused { frame, reason }
            }
            VERSION_FROZEN => {
                let VersionFrozen { number, label } = json(reader)?;
                Self::VersionFrozen { number, label }
            }
            VERSION_RESTORED => {
                let VersionRestored {
                    number,
                    label,
                    person,
                    name,
                } = json(reader)?;
                Self::VersionRestored {
                    number,
                    label,
                    person,
                    name,
                }
            }
            ACCESS_CHANGED => {
                let AccessChanged { role } = json(reader)?;
                Self::AccessChanged { role }
            }
            STORAGE => {
                let Storage { writable } = json(reader)?;
                Self::Storage { writable }
            }
            GUIDE => {
                let Guide { person } = json(reader)?;
                Self::Guide { person }
            }
            other => return Err(ProtocolError::UnknownMessage(other)),
        })
    }

    pub(super) fn encode(&self, writer: &mut Writer) {
        match self.clone() {
            Self::Welcome {
                person,
                name,
                role,
                client,
                generation,
            } => {
                write(
                    writer,
                    WELCOME,
                    &Welcome {
                        person,
                        name,
                        role,
                        client,
                        generation,
                    },
                );
            }
            Self::Acknowledged { through } => {
                write(writer, ACKNOWLEDGED, &Acknowledged { through })
            }
            Self::Refused { frame, reason } => write(writer, REFUSED, &Refused { frame, reason }),
            Self::VersionFrozen { number, label } => {
                write(writer, VERSION_FROZEN, &VersionFrozen { number, label })
            }
            Self::VersionRestored {
                number,
                label,
                person,
                name,
            } => write(
                writer,
                VERSION_RESTORED,
                &VersionRestored {
                    number,
                    label,
                    person,
                    name,
                },
            ),
            Self::AccessChanged { role } => write(writer, ACCESS_CHANGED, &AccessChanged { role }),
            Self::Storage { writable } => write(writer, STORAGE, &Storage { writable }),
            Self::Guide { person } => write(writer, GUIDE, &Guide { person }),
        }
    }
}

fn json<T: DeserializeOwned>(reader: &mut Reader) -> Result<T, ProtocolError> {
    serde_json::from_str(reader.text()?).map_err(|_| ProtocolError::Json)
}

fn write(writer: &mut Writer, number: u64, message: &impl Serialize) {
    let json = serde_json::to_vec(message).unwrap_or_default();
    writer.number(number).bytes(&json);
}
