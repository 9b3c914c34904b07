//! A text that everybody who lacks it makes alike. A term made by somebody who did not know of a language yet has
//! no texts in it, and two people may need the same one at the same moment, each in their own replica. Were each
//! to make a text of their own, the words in one of the two would be lost with it. So its one block is not written
//! under the number of whoever needs it, but under one that follows from where it stands: all who make it make
//! the same block, byte by byte, and where these meet they are one.

use yrs::{
    Map, MapRef, Out, TextRef, TransactionMut, Update,
    branch::{Branch, BranchID},
    encoding::write::Write,
    types::TYPE_REFS_TEXT,
    updates::decoder::Decode,
};

/// A block that makes something, and has a key in the map that it stands in.
const TYPE_WITH_KEY: u8 = 7 | 0b10_0000;

/// Makes the text under the key of a map where there is none. `None` when something stands there that these bytes
/// cannot take the place of: a block of a higher number, though it was deleted, or whatever somebody wrote under the number before.
pub fn text(txn: &mut TransactionMut, fields: &MapRef, key: &str) -> Option<TextRef> {
    let branch: &Branch = fields.as_ref();
    let BranchID::Nested(place) = branch.id() else {
        return None;
    };
    let (client, clock) = (place.client.get(), place.clock);
    let update = Update::decode_v1(&block(client, clock, key)).ok()?;
    txn.apply_update(update).ok()?;
    match fields.get(txn, key) {
        Some(Out::YText(text)) => Some(text),
        _ => None,
    }
}

/// An update with one block (the first format of Yjs): a text under a key of the map that the block `clock` of
/// `client` made.
fn block(client: u64, clock: u32, key: &str) -> Vec<u8> {
    let mut update = Vec::with_capacity(48 + key.len());
    // One client with one block, from its clock 0.
    update.write_var(1_u32);
    update.write_var(1_u32);
    update.write_var(number(client, clock, key));
    update.write_var(0_u32);
    update.write_u8(TYPE_WITH_KEY);
    // It stands in a block, not in a root.
    update.write_var(0_u32);
    update.write_var(client);
    update.write_var(clock);
    update.write_string(key);
    update.write_u8(TYPE_REFS_TEXT);
    // Nothing is deleted.
    update.write_var(0_u32);
    update
}

/// The number under which the text is made, by FNV-1a: 53 bits, as all numbers of clients. Two texts of one
/// workspace get the same one, or that of a person, as rarely as two people do; then the second is made as before.
fn number(client: u64, clock: u32, key: &str) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let place = client.to_le_bytes().into_iter().chain(clock.to_le_bytes());
    let hash = place.chain(key.bytes()).fold(OFFSET, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(PRIME)
    });
    (hash ^ (hash >> 53)) & ((1 << 53) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use yrs::{Doc, GetString, MapPrelim, ReadTxn, Text, Transact};

    #[test]
    fn whoever_makes_it_makes_the_same() {
        let made = || {
            let doc = Doc::with_client_id(7);
            let map = doc.get_or_insert_map("terms");
            let mut txn = doc.transact_mut();
            let fields = map.insert(&mut txn, "one", MapPrelim::default());
            let words = text(&mut txn, &fields, "definition.nl").map(|text| {
                text.insert(&mut txn, 0, "mot");
                text.get_string(&txn)
            });
            drop(txn);
            (words, doc.transact().state_vector())
        };
        assert_eq!(made().0.as_deref(), Some("mot"));
        assert_eq!(made().1, made().1);
        assert_eq!(block(7, 0, "a"), block(7, 0, "a"));
        assert_ne!(number(7, 0, "a"), number(7, 0, "b"));
        assert_ne!(number(7, 0, "a"), number(7, 1, "a"));
    }

    #[test]
    fn what_stands_there_already_is_left_to_whoever_asked() {
        let doc = Doc::with_client_id((1 << 53) - 1);
        let map = doc.get_or_insert_map("terms");
        let mut txn = doc.transact_mut();
        assert!(text(&mut txn, &map, "a").is_none(), "a root is no place");
        let fields = map.insert(&mut txn, "one", MapPrelim::default());
        fields.insert(&mut txn, "a", "plain");
        fields.remove(&mut txn, "a");
        assert!(
            text(&mut txn, &fields, "a").is_none(),
            "a higher number stood there"
        );
    }
}
