//! What goes wrong with bytes, by accident or on purpose: every change is drawn from the chance given.

use rand::{Rng, rngs::StdRng, seq::IndexedRandom};

/// The length of an identifier in text.
const ID: usize = 36;

/// Numbers as lib0 writes them that lie about what follows: nothing, much, 4 GiB, more than 2^53, and
/// one that does not end.
const LIES: [&[u8]; 5] = [
    &[0],
    &[0xff, 0x7f],
    &[0xff, 0xff, 0xff, 0xff, 0x0f],
    &[0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10],
    &[0xff; 10],
];

/// Bytes on which parsers turn.
const EDGES: [u8; 6] = [0, 1, 0x3f, 0x7f, 0x80, 0xff];

/// Changes bytes in one to three ways. `other` is what may be spliced in, `numbers` are ids of clients
/// as they are written, which may take each other's place.
pub fn mutate(bytes: &mut Vec<u8>, other: &[u8], numbers: &[Vec<u8>], rng: &mut StdRng) {
    for _ in 0..rng.random_range(1..=3) {
        once(bytes, other, numbers, rng);
    }
}

fn once(bytes: &mut Vec<u8>, other: &[u8], numbers: &[Vec<u8>], rng: &mut StdRng) {
    if bytes.is_empty() {
        bytes.extend_from_slice(other);
        return;
    }
    let at = rng.random_range(0..bytes.len());
    let end = (at + rng.random_range(1..=12)).min(bytes.len());
    match rng.random_range(0..11) {
        0 => change(bytes, at, |byte| byte ^ (1 << rng.random_range(0..8))),
        1 => change(bytes, at, |byte| EDGES.choose(rng).copied().unwrap_or(byte)),
        2 => change(bytes, at, |byte| byte.wrapping_add(1)),
        3 => change(bytes, at, |byte| byte.wrapping_sub(1)),
        4 => bytes.truncate(at),
        5 => drop(bytes.drain(at..end)),
        6 => {
            let again = bytes.get(at..end).unwrap_or_default().to_vec();
            bytes.splice(at..at, again);
        }
        7 => {
            let from = rng.random_range(0..=other.len());
            bytes.truncate(at);
            bytes.extend_from_slice(other.get(from..).unwrap_or_default());
        }
        8 => {
            let lie = LIES.choose(rng).copied().unwrap_or_default();
            bytes.splice(at..(at + 1).min(bytes.len()), lie.iter().copied());
        }
        9 => swap_ids(bytes, other, rng),
        _ => swap_numbers(bytes, numbers, rng),
    }
}

fn change(bytes: &mut [u8], at: usize, to: impl FnOnce(u8) -> u8) {
    if let Some(byte) = bytes.get_mut(at) {
        *byte = to(*byte);
    }
}

/// Puts an identifier of `other` where one of `bytes` was.
fn swap_ids(bytes: &mut [u8], other: &[u8], rng: &mut StdRng) {
    let (Some(to), Some(from)) = (
        ids_in(bytes).choose(rng).copied(),
        ids_in(other).choose(rng).copied(),
    ) else {
        return;
    };
    if let (Some(to), Some(from)) = (bytes.get_mut(to..to + ID), other.get(from..from + ID)) {
        to.copy_from_slice(from);
    }
}

/// Where identifiers lie: `0190a1b2-…`, 36 letters with four dashes.
fn ids_in(bytes: &[u8]) -> Vec<usize> {
    let is_id = |window: &[u8]| {
        window.iter().enumerate().all(|(place, byte)| match place {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
    };
    let windows = bytes.windows(ID).enumerate();
    windows
        .filter(|(_, window)| is_id(window))
        .map(|(at, _)| at)
        .collect()
}

/// Puts the id of one client where that of another was.
fn swap_numbers(bytes: &mut Vec<u8>, numbers: &[Vec<u8>], rng: &mut StdRng) {
    let (Some(old), Some(new)) = (numbers.choose(rng), numbers.choose(rng)) else {
        return;
    };
    let found = bytes
        .windows(old.len().max(1))
        .position(|window| window == old);
    if let Some(at) = found {
        bytes.splice(at..at + old.len(), new.iter().copied());
    }
}

/// A number as lib0 writes it: seven bits a byte, the lowest first, the high bit set but on the last
/// (<https://github.com/dmonad/lib0/blob/main/encoding.js>, `writeVarUint`).
pub fn number(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (number & 0x7f).to_le_bytes()[0];
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Seed;
    use std::collections::BTreeSet;

    #[test]
    fn the_same_seed_makes_the_same_nonsense() {
        let id = b"x0190a1b2-0000-7000-8000-000000000001y";
        let play = |seed: u64| {
            let mut rng = Seed(seed).chance_of("nonsense");
            let mut all = Vec::new();
            for _ in 0..500 {
                let mut bytes = id.to_vec();
                mutate(
                    &mut bytes,
                    b"other bytes",
                    &[number(77), number(1 << 40)],
                    &mut rng,
                );
                all.push(bytes);
            }
            all
        };
        assert_eq!(play(1), play(1));
        assert_ne!(play(1), play(2));
        let different: BTreeSet<_> = play(1).into_iter().collect();
        assert!(different.len() > 300, "{} of 500", different.len());
    }

    #[test]
    fn ids_change_places() {
        let mut rng = Seed(3).chance_of("ids");
        let mut bytes = b"..0190a1b2-0000-7000-8000-000000000001..".to_vec();
        let other = b"0190a1b2-0000-7000-8000-000000000002";
        swap_ids(&mut bytes, other, &mut rng);
        assert_eq!(bytes, b"..0190a1b2-0000-7000-8000-000000000002..");
        assert_eq!(number(300), [0xac, 0x02]);
    }
}
