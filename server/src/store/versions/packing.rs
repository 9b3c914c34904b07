//! Large sealed files, packed: Zstandard (RFC 8878), one frame for each piece of the file, one after the other, so
//! that two threads share them and `zstd -d` reads them too.

use crate::store::StoreError;
use jalon_shared::both;
use std::io;
use zstd::{
    bulk::{Compressor, Decompressor},
    zstd_safe,
};

/// From so many bytes on a file is packed. Smaller ones stay as they are, so that every tool reads them.
pub const LARGE: usize = 1 << 20; // 1 MiB

/// The most bytes of the file in one frame: enough that little is lost by beginning anew.
const PIECE: usize = 1 << 20; // 1 MiB

/// The most bytes that a packed file may become, whatever a damaged one claims: far more than any workspace holds.
const MOST: usize = 1 << 30; // 1 GiB

/// The quickest of the usual ones. What lies in a version says itself again so often that it becomes a tenth.
const LEVEL: i32 = 1;

/// Packs a file, and reads each piece back: what is kept is what can be read again.
pub fn pack(file: &str) -> io::Result<Vec<u8>> {
    let pieces: Vec<&[u8]> = file.as_bytes().chunks(PIECE).collect();
    let (first, second) = pieces.split_at(pieces.len() / 2);
    let (first, second) = both(|| pack_each(first), || pack_each(second));
    Ok([first?, second?].concat())
}

fn pack_each(pieces: &[&[u8]]) -> io::Result<Vec<u8>> {
    let (mut pack, mut unpack) = (Compressor::new(LEVEL)?, Decompressor::new()?);
    let (mut packed, mut back) = (Vec::new(), Vec::with_capacity(PIECE));
    for piece in pieces {
        let frame = pack.compress(piece)?;
        unpack.decompress_to_buffer(&frame, &mut back)?;
        if back != *piece {
            return Err(io::Error::other("a piece reads back differently"));
        }
        packed.extend(frame);
    }
    Ok(packed)
}

/// The file that was packed.
///
/// # Errors
/// [`StoreError::Corrupt`] when this is no packed file.
pub fn unpack(packed: &[u8]) -> Result<String, StoreError> {
    let corrupt =
        |error: io::Error| StoreError::Corrupt(format!("a packed version cannot be read: {error}"));
    let frames = frames(packed).map_err(corrupt)?;
    let (first, second) = frames.split_at(frames.len() / 2);
    let length = |frames: &[Frame<'_>]| frames.iter().map(|frame| frame.length).sum::<usize>();
    let mut file = vec![0; length(&frames)];
    let (start, end) = file.split_at_mut(length(first));
    let (start, end) = both(|| unpack_each(first, start), || unpack_each(second, end));
    start.and(end).map_err(corrupt)?;
    String::from_utf8(file).map_err(|error| corrupt(io::Error::other(error)))
}

fn unpack_each(frames: &[Frame<'_>], mut room: &mut [u8]) -> io::Result<()> {
    let mut unpack = Decompressor::new()?;
    for frame in frames {
        let (piece, rest) = room
            .split_at_mut_checked(frame.length)
            .ok_or_else(|| io::Error::other("a piece is too long"))?;
        if unpack.decompress_to_buffer(frame.bytes, piece)? != frame.length {
            return Err(io::Error::other("a piece is too short"));
        }
        room = rest;
    }
    Ok(())
}

/// A packed piece.
struct Frame<'a> {
    bytes: &'a [u8],
    /// How many bytes it becomes.
    length: usize,
}

fn frames(mut packed: &[u8]) -> io::Result<Vec<Frame<'_>>> {
    let (mut frames, mut all) = (Vec::new(), 0);
    while !packed.is_empty() {
        let damaged = || io::Error::other("a piece is damaged");
        let end = zstd_safe::find_frame_compressed_size(packed).map_err(|_| damaged())?;
        let (bytes, rest) = packed.split_at_checked(end).ok_or_else(damaged)?;
        let length = zstd_safe::get_frame_content_size(bytes).ok().flatten();
        let length = length.and_then(|length| usize::try_from(length).ok());
        let length = length
            .filter(|length| *length <= PIECE)
            .ok_or_else(damaged)?;
        all += length;
        if all > MOST {
            return Err(io::Error::other("it would become too large"));
        }
        frames.push(Frame { bytes, length });
        packed = rest;
    }
    Ok(frames)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(length: usize) -> String {
        let words = "L’écart à comprendre, indicateur par indicateur. ";
        words.chars().cycle().take(length).collect()
    }

    #[test]
    fn what_is_packed_comes_out_as_it_was() {
        for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 7] {
            let file = file(length);
            let packed = pack(&file).expect("packed");
            assert!(packed.len() < file.len() / 10 + 64, "{length}");
            assert!(unpack(&packed).expect("unpacked") == file, "{length}");
        }
    }

    #[test]
    fn what_is_damaged_is_told() {
        let file = file(2 * PIECE);
        let packed = pack(&file).expect("packed");
        let cut = packed.get(..packed.len() - 1).expect("all but one byte");
        unpack(cut).expect_err("the end is missing");
        unpack(b"{\"hash\":").expect_err("it is no frame");
        // A frame that says of itself that it becomes 4 GB.
        let mut vast = vec![0x28, 0xb5, 0x2f, 0xfd, 0b1010_0000];
        vast.extend([0xff; 4]);
        vast.extend([1, 0, 0]);
        unpack(&vast).expect_err("nothing is that large");
        let mut changed = packed;
        let middle = changed.len() / 2;
        if let Some(byte) = changed.get_mut(middle) {
            *byte ^= 0xff;
        }
        assert!(unpack(&changed).ok() != Some(file));
    }
}
