//! The updates that bring a run of letters one by one, made from the one that brings all of them together: a hundred
//! times quicker than typing each into a document. The bytes are those that the library makes of single letters.

use super::wire::number;
use anyhow::{Context, Result, ensure};

/// What the first byte of an item says (<https://github.com/yjs/yjs>, `Item.write`): that its content is a string,
/// that something stands before it, and that something stands after it.
const STRING: u8 = 4;
const HAS_LEFT: u8 = 0x80;
const HAS_RIGHT: u8 = 0x40;

/// The update of one letter.
#[derive(Debug, PartialEq, Eq)]
pub struct Letter {
    pub update: Vec<u8>,
    /// Where its author's items end with it.
    pub end: u32,
}

/// Takes a run apart that was typed where nothing of its author stands before it: `together` is the update that
/// brings all of `letters`, which are ASCII.
///
/// # Errors
/// When it brings anything else.
pub fn one_by_one(together: &[u8], letters: &str) -> Result<Vec<Letter>> {
    let unlike = "an update that is no run of letters";
    let mut content = Vec::new();
    put_number(&mut content, letters.len() as u64);
    content.extend(letters.as_bytes());
    content.push(0); // Nothing is deleted.
    let head = together.strip_suffix(content.as_slice()).context(unlike)?;
    let [1, 1, rest @ ..] = head else {
        anyhow::bail!(unlike);
    };
    let (client, rest) = number(rest).context(unlike)?;
    let (clock, rest) = number(rest).context(unlike)?;
    let (info, place) = rest.split_first().context(unlike)?;
    ensure!(info & !HAS_RIGHT == STRING, unlike);
    // Without a neighbour to say it by, the text in which it stands; else who stands after it.
    let right: &[u8] = if info & HAS_RIGHT == 0 { &[] } else { place };
    let mut single = Vec::with_capacity(letters.len());
    for (at, letter) in (clock..).zip(letters.bytes()) {
        let mut update = vec![1, 1];
        put_number(&mut update, client);
        put_number(&mut update, at);
        if at == clock {
            update.push(*info);
            update.extend(place);
        } else {
            update.push(info | HAS_LEFT);
            put_number(&mut update, client);
            put_number(&mut update, at - 1);
            update.extend(right);
        }
        update.extend([1, letter, 0]);
        let end = u32::try_from(at + 1)?;
        single.push(Letter { update, end });
    }
    Ok(single)
}

/// Appends a varuint of lib0.
fn put_number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;
    use yrs::{
        Doc, GetString, ReadTxn, StateVector, Text, Transact, Update, updates::decoder::Decode,
    };

    /// Types a run at the beginning of a text, in one go or letter by letter; the updates.
    fn typed(doc: &Doc, letters: &str, together: bool) -> Vec<Vec<u8>> {
        let text = doc.get_or_insert_text("text");
        let pieces: Vec<&str> = if together {
            vec![letters]
        } else {
            letters.split_inclusive(|_: char| true).collect()
        };
        let mut at = 0;
        let typed = pieces.into_iter().map(|piece| {
            let mut txn = doc.transact_mut();
            text.insert(&mut txn, at, piece);
            at += piece.len() as u32;
            txn.encode_update_v1()
        });
        typed.collect()
    }

    #[test]
    fn letters_are_those_that_the_library_makes() -> Result<()> {
        let runs = ["abcdefg".repeat(30), "z".repeat(150), "y".to_owned()];
        let (quick, slow, reader) = (Doc::with_client_id(7), Doc::with_client_id(7), Doc::new());
        // The second run and the third stand before the one before them.
        for run in runs {
            let [together] = &typed(&quick, &run, true)[..] else {
                anyhow::bail!("not one update");
            };
            let single: Vec<Vec<u8>> = one_by_one(together, &run)?
                .into_iter()
                .map(|letter| letter.update)
                .collect();
            assert_eq!(single, typed(&slow, &run, false), "{run}");
            for update in single {
                reader
                    .transact_mut()
                    .apply_update(Update::decode_v1(&update)?)?;
            }
        }
        let said = |doc: &Doc| doc.get_or_insert_text("text").get_string(&doc.transact());
        assert_eq!(said(&reader), said(&quick));
        let all = slow.transact().state_vector();
        assert_ne!(all, StateVector::default());
        assert_eq!(reader.transact().state_vector(), all);
        Ok(())
    }

    #[test]
    fn what_is_no_run_of_letters_is_refused() {
        let doc = Doc::with_client_id(7);
        let update = &typed(&doc, "abc", true)[0];
        assert!(one_by_one(update, "abd").is_err());
        let after = {
            let text = doc.get_or_insert_text("text");
            let mut txn = doc.transact_mut();
            text.insert(&mut txn, 3, "def");
            txn.encode_update_v1()
        };
        assert!(one_by_one(&after, "def").is_err(), "it stands after others");
    }
}
