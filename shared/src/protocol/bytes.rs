//! Bytes in lib0's encoding: numbers of variable length, and buffers after their length.

use super::ProtocolError;

/// Reads from the front of a slice.
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub fn remaining(&self) -> usize {
        self.rest.len()
    }

    /// All that was not read yet.
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    pub fn byte(&mut self) -> Result<u8, ProtocolError> {
        let (byte, rest) = self.rest.split_first().ok_or(ProtocolError::Truncated)?;
        self.rest = rest;
        Ok(*byte)
    }

    /// A varuint: seven bits a byte, the lowest first; the top bit says that more follow. In no more bytes
    /// than it takes: nobody writes others, and who sees the first byte of a small one has seen it whole.
    pub fn number(&mut self) -> Result<u64, ProtocolError> {
        let mut number = 0_u64;
        for shift in (0..u64::BITS).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7F);
            if byte == 0 && shift > 0 {
                return Err(ProtocolError::Number);
            }
            if (bits << shift) >> shift != bits {
                return Err(ProtocolError::Number);
            }
            number |= bits << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(ProtocolError::Number)
    }

    /// So many bytes.
    pub fn take(&mut self, length: usize) -> Result<&'a [u8], ProtocolError> {
        let (bytes, rest) = self
            .rest
            .split_at_checked(length)
            .ok_or(ProtocolError::Truncated)?;
        self.rest = rest;
        Ok(bytes)
    }

    /// A buffer after its length.
    pub fn bytes(&mut self) -> Result<&'a [u8], ProtocolError> {
        let length = usize::try_from(self.number()?).map_err(|_| ProtocolError::Truncated)?;
        self.take(length)
    }

    /// A text after its length in bytes.
    pub fn text(&mut self) -> Result<&'a str, ProtocolError> {
        std::str::from_utf8(self.bytes()?).map_err(|_| ProtocolError::Text)
    }
}

/// Writes one thing after another.
#[derive(Default)]
pub struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// One that holds so many bytes before it grows.
    pub fn with_capacity(bytes: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(bytes),
        }
    }

    /// Bytes as they are.
    pub fn raw(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    pub fn number(&mut self, mut number: u64) -> &mut Self {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
        self
    }

    /// A buffer, or the bytes of a text, after its length.
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.number(bytes.len() as u64);
        self.bytes.extend_from_slice(bytes);
        self
    }

    /// Ends a chain.
    pub fn done(&mut self) {}

    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }
}
