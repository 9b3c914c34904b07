//! Frames one after the other in one body, for lines made of requests: each after its length in bytes, a varuint.

use super::{
    ProtocolError,
    bytes::{Reader, Writer},
};

/// Puts frames into one body.
pub fn pack<'a>(frames: impl IntoIterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut writer = Writer::default();
    for frame in frames {
        writer.bytes(frame);
    }
    writer.finish()
}

/// The frames of a body.
///
/// # Errors
/// When it ends too early.
pub fn unpack(body: &[u8]) -> Result<Vec<&[u8]>, ProtocolError> {
    let mut reader = Reader::new(body);
    let mut frames = Vec::new();
    while reader.remaining() > 0 {
        frames.push(reader.bytes()?);
    }
    Ok(frames)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_come_out_as_they_went_in() {
        let frames = [&[1, 2, 3][..], &[], &[0; 200]];
        let body = pack(frames);
        assert_eq!(unpack(&body), Ok(frames.to_vec()));
        assert_eq!(unpack(&[]), Ok(Vec::new()));
        assert_eq!(
            unpack(&body[..body.len() - 1]),
            Err(ProtocolError::Truncated)
        );
        assert!(unpack(&[0xff; 12]).is_err());
    }
}
