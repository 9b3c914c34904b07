//! A frame as it goes over a websocket: a head that says how long it is, and its bytes. It is made once for all who
//! get it (RFC 6455, section 5.2).

use axum::body::Bytes;

/// A whole message of bytes, from a server.
const BINARY: u8 = 0x82;
/// A question whether the other side is there, with nothing in it.
const PING: [u8; 2] = [0x89, 0];

/// One message to somebody; clones share its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packet {
    bytes: Bytes,
    /// How long the head is.
    head: usize,
}

impl Packet {
    /// The frame without its head.
    pub fn frame(&self) -> Bytes {
        self.bytes.slice(self.head..)
    }

    /// All of it, as it is written.
    pub fn into_bytes(self) -> Bytes {
        self.bytes
    }

    /// How long the frame is.
    pub fn size(&self) -> usize {
        self.bytes.len() - self.head
    }

    /// Asks the other side for a sign, as the protocol does.
    pub fn ping() -> Bytes {
        Bytes::from_static(&PING)
    }
}

impl From<Vec<u8>> for Packet {
    fn from(frame: Vec<u8>) -> Self {
        /// The longest head.
        const HEAD: usize = 10;
        let mut bytes = Vec::with_capacity(HEAD + frame.len());
        bytes.push(BINARY);
        match (u8::try_from(frame.len()), u16::try_from(frame.len())) {
            (Ok(length @ 0..=125), _) => bytes.push(length),
            (_, Ok(length)) => {
                bytes.push(126);
                bytes.extend(length.to_be_bytes());
            }
            _ => {
                bytes.push(127);
                bytes.extend((frame.len() as u64).to_be_bytes());
            }
        }
        let head = bytes.len();
        bytes.extend(frame);
        Self {
            bytes: bytes.into(),
            head,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of RFC 6455, section 5.7, with the lengths beside them.
    #[test]
    fn the_head_says_how_long_the_frame_is() {
        let check = |length: usize, head: &[u8]| {
            let packet = Packet::from(vec![7; length]);
            assert_eq!(packet.size(), length);
            assert_eq!(packet.frame(), vec![7; length]);
            let bytes = packet.into_bytes();
            assert_eq!(bytes[..head.len()], *head, "{length}");
            assert_eq!(bytes.len(), head.len() + length);
        };
        check(0, &[0x82, 0]);
        check(125, &[0x82, 125]);
        check(126, &[0x82, 126, 0, 126]);
        check(256, &[0x82, 0x7e, 0x01, 0x00]);
        check(65_535, &[0x82, 126, 0xff, 0xff]);
        check(65_536, &[0x82, 0x7f, 0, 0, 0, 0, 0, 1, 0, 0]);
    }
}
