//! The wire: the frames of the y-protocols, and our own messages from number 100.
//!
//! What the bytes of an update mean is [`crate::Workspace`]'s affair. The format is that of
//! <https://github.com/yjs/y-protocols/blob/master/PROTOCOL.md>, numbers and lengths in lib0's varuint.

pub mod batch;
pub(crate) mod bytes;
mod message;

pub use message::{Message, Refusal};

use bytes::{Reader, Writer};

/// The websocket subprotocol of clients that understand [`Message`].
pub const SUBPROTOCOL: &str = "jalon.1";

const SYNC: u64 = 0;
const AWARENESS: u64 = 1;
const AUTH: u64 = 2;
const QUERY_AWARENESS: u64 = 3;
const SYNC_STEP_1: u64 = 0;
const SYNC_STEP_2: u64 = 1;
const SYNC_UPDATE: u64 = 2;
const PERMISSION_DENIED: u64 = 0;

/// One message of a socket.
#[derive(Debug, Clone, PartialEq)]
pub enum Frame {
    /// What the sender has; the answer is a [`Frame::SyncStep2`] with what it lacks.
    SyncStep1 {
        state_vector: Vec<u8>,
    },
    SyncStep2 {
        update: Vec<u8>,
    },
    Update {
        update: Vec<u8>,
    },
    Awareness {
        entries: Vec<AwarenessEntry>,
    },
    /// The server refuses.
    Auth {
        reason: String,
    },
    QueryAwareness,
    /// One of ours.
    Jalon(Message),
}

/// What one client says of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct AwarenessEntry {
    pub client: u64,
    /// Grows with each state of the client; the higher one wins.
    pub clock: u32,
    /// `None` when it left.
    pub state: Option<serde_json::Value>,
}

/// Why bytes are no frame.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProtocolError {
    #[error("the frame ends too early")]
    Truncated,
    #[error("a number is too large")]
    Number,
    #[error("a text is not UTF-8")]
    Text,
    #[error("a state or message is not the JSON that was expected")]
    Json,
    /// A message of a later protocol: to be ignored.
    #[error("unknown message number {0}")]
    UnknownMessage(u64),
}

impl Frame {
    /// Reads one frame. Lengths are checked against the bytes that are there before anything is
    /// allocated; bytes after the frame are ignored, as y-protocols do.
    ///
    /// # Errors
    /// When the bytes are no frame; [`ProtocolError::UnknownMessage`] may be ignored.
    pub fn decode(bytes: &[u8]) -> Result<Self, ProtocolError> {
        let mut reader = Reader::new(bytes);
        match reader.number()? {
            SYNC => match reader.number()? {
                SYNC_STEP_1 => Ok(Self::SyncStep1 {
                    state_vector: reader.bytes()?.to_vec(),
                }),
                SYNC_STEP_2 => Ok(Self::SyncStep2 {
                    update: reader.bytes()?.to_vec(),
                }),
                SYNC_UPDATE => Ok(Self::Update {
                    update: reader.bytes()?.to_vec(),
                }),
                other => Err(ProtocolError::UnknownMessage(other)),
            },
            AWARENESS => Ok(Self::Awareness {
                entries: decode_entries(reader.bytes()?)?,
            }),
            AUTH => match reader.number()? {
                PERMISSION_DENIED => Ok(Self::Auth {
                    reason: reader.text()?.to_owned(),
                }),
                other => Err(ProtocolError::UnknownMessage(other)),
            },
            QUERY_AWARENESS => Ok(Self::QueryAwareness),
            number => Message::decode(number, &mut reader).map(Self::Jalon),
        }
    }

    pub fn encode(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        let mut sync = |kind, bytes: &[u8]| writer.number(SYNC).number(kind).bytes(bytes).done();
        match self {
            Self::SyncStep1 { state_vector } => sync(SYNC_STEP_1, state_vector),
            Self::SyncStep2 { update } => sync(SYNC_STEP_2, update),
            Self::Update { update } => sync(SYNC_UPDATE, update),
            Self::Awareness { entries } => writer
                .number(AWARENESS)
                .bytes(&encode_entries(entries))
                .done(),
            Self::Auth { reason } => {
                writer
                    .number(AUTH)
                    .number(PERMISSION_DENIED)
                    .bytes(reason.as_bytes())
                    .done();
            }
            Self::QueryAwareness => writer.number(QUERY_AWARENESS).done(),
            Self::Jalon(message) => message.encode(&mut writer),
        }
        writer.finish()
    }
}

fn decode_entries(bytes: &[u8]) -> Result<Vec<AwarenessEntry>, ProtocolError> {
    /// Client, clock and the length of a text: no entry is shorter.
    const SHORTEST: usize = 3;
    let mut reader = Reader::new(bytes);
    let count = reader.number()?;
    if count > (reader.remaining() / SHORTEST) as u64 {
        return Err(ProtocolError::Truncated);
    }
    let mut entries = Vec::new();
    for _ in 0..count {
        let client = reader.number()?;
        let clock = u32::try_from(reader.number()?).map_err(|_| ProtocolError::Number)?;
        let state = serde_json::from_str(reader.text()?).map_err(|_| ProtocolError::Json)?;
        entries.push(AwarenessEntry {
            client,
            clock,
            state,
        });
    }
    Ok(entries)
}

fn encode_entries(entries: &[AwarenessEntry]) -> Vec<u8> {
    let encoded = entries.iter().map(AwarenessEntry::encode);
    join(&encoded.collect::<Vec<_>>())
}

impl AwarenessEntry {
    /// Its part of a frame, so that what many hear together is encoded once: see [`awareness_of`].
    pub fn encode(&self) -> Vec<u8> {
        let state = self.state.as_ref();
        let state = state.map_or_else(|| "null".to_owned(), ToString::to_string);
        let mut writer = Writer::default();
        writer
            .number(self.client)
            .number(self.clock.into())
            .bytes(state.as_bytes());
        writer.finish()
    }
}

/// The frame of these entries, each as [`AwarenessEntry::encode`] made it.
pub fn awareness_of(entries: &[impl AsRef<[u8]>]) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.number(AWARENESS).bytes(&join(entries)).done();
    writer.finish()
}

fn join(entries: &[impl AsRef<[u8]>]) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.number(entries.len() as u64);
    let mut bytes = writer.finish();
    entries
        .iter()
        .for_each(|entry| bytes.extend_from_slice(entry.as_ref()));
    bytes
}

#[cfg(test)]
mod tests;
