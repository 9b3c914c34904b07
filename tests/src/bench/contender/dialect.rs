//! How a server wants the frames of the y-protocols: as they are, or with the name of the document before each.
//! Nothing here holds a connection, so that thousands of them cost nothing.

/// The way of speaking of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// The public y-protocols, one document for each socket, which its address names.
    Plain,
    /// Hocuspocus: each message begins with the name of the document, a text after its length. The first is a token;
    /// messages that come before the server has looked at it wait there. To those of the y-protocols come some of its
    /// own: whoever sends an update hears back, before it is stored, that it was taken (`SyncStatus`, number 8).
    /// Source: `MessageReceiver.ts`, `OutgoingMessage.ts` and `types.ts` of `@hocuspocus/server` 4.7.
    Named,
}

/// Asks for everything: a first step of the sync protocol with the state of an empty document.
const ASK: [u8; 4] = [SYNC, 0, 1, 0];

/// The messages that are those of the y-protocols in both dialects.
const SYNC: u8 = 0;
const AWARENESS: u8 = 1;
const QUERY_AWARENESS: u8 = 3;

/// Shows a token, which is empty: by default nobody looks at it. (In the y-protocols, what begins with 2 and 0 says
/// that one is not let in.)
const TOKEN: [u8; 3] = [2, 0, 0];

impl Dialect {
    /// What a client says first, to get all that is there and what comes after.
    pub fn hello(self, document: &str) -> Vec<Vec<u8>> {
        match self {
            Self::Plain => vec![ASK.to_vec()],
            Self::Named => vec![self.wrap(document, &TOKEN), self.wrap(document, &ASK)],
        }
    }

    /// A frame of the y-protocols as this server wants it.
    pub fn wrap(self, document: &str, frame: &[u8]) -> Vec<u8> {
        match self {
            Self::Plain => frame.to_vec(),
            Self::Named => {
                let mut message = Vec::with_capacity(document.len() + frame.len() + 2);
                put_number(&mut message, document.len());
                message.extend_from_slice(document.as_bytes());
                message.extend_from_slice(frame);
                message
            }
        }
    }

    /// The frame of the y-protocols in a server's message; `None` when it has none, or is no message.
    pub fn unwrap(self, message: &[u8]) -> Option<&[u8]> {
        match self {
            Self::Plain => Some(message),
            Self::Named => {
                let (length, rest) = number(message)?;
                let (_document, frame) = rest.split_at_checked(length)?;
                matches!(frame.first()?, &(SYNC | AWARENESS | QUERY_AWARENESS)).then_some(frame)
            }
        }
    }
}

/// Appends a varuint of lib0: seven bits a byte, the lowest first; the top bit says that more follow.
fn put_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// A varuint, and what comes after it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut number = 0_usize;
    for (index, byte) in bytes.iter().enumerate() {
        let shift = u32::try_from(index).ok()? * 7;
        number |= usize::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some((number, bytes.get(index + 1..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests;
