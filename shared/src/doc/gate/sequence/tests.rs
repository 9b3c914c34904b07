//! The order is that of the library, whoever writes what at the same time.

use super::*;
use crate::doc::{order, update};
use proptest::prelude::*;
use yrs::{
    ClientID, Doc, GetString, OffsetKind, Options, ReadTxn, StateVector, Text, Transact, Update,
    updates::decoder::Decode,
};

const TEXT: &str = "text";
const PEERS: usize = 3;

/// What somebody does.
#[derive(Debug, Clone)]
enum Deed {
    /// Writes so many letters at a place, in parts of the text.
    Write {
        peer: usize,
        at: f64,
        letters: u32,
    },
    Delete {
        peer: usize,
        at: f64,
        letters: u32,
    },
    /// Gets everything that another one has.
    Hear {
        peer: usize,
        from: usize,
    },
}

fn deed() -> impl Strategy<Value = Deed> {
    let peer = 0..PEERS;
    prop_oneof![
        4 => (peer.clone(), 0.0..1.0, 1..5_u32).prop_map(|(peer, at, letters)| Deed::Write { peer, at, letters }),
        2 => (peer.clone(), 0.0..1.0, 1..5_u32).prop_map(|(peer, at, letters)| Deed::Delete { peer, at, letters }),
        3 => (peer.clone(), peer).prop_map(|(peer, from)| Deed::Hear { peer, from }),
    ]
}

fn place(at: f64, length: u32) -> u32 {
    (at * f64::from(length + 1)) as u32
}

/// A mirror of one document.
#[derive(Default)]
struct Mirror {
    sequences: Sequences,
    known: HashMap<u64, u32>,
}

impl Mirror {
    fn put(&mut self, slot: Slot, bytes: &[u8]) -> Result<(), Disorder> {
        let update = update::read(bytes).unwrap();
        let known = |client| self.known.get(&client).copied().unwrap_or(0);
        let arrivals = order::order(&update, known).unwrap();
        for arrival in arrivals {
            let block = arrival.of(&update).unwrap();
            self.sequences
                .put(slot, arrival.client, arrival.from, block)?;
            self.known.insert(arrival.client, block.end);
        }
        self.sequences.keep();
        Ok(())
    }

    /// Every letter in its order.
    fn letters(&self, slot: Slot) -> Vec<ItemId> {
        let mut letters = Vec::new();
        let mut at = self.sequences.starts.get(&slot).copied();
        while let Some(run) = at.and_then(|at| self.sequences.run(at)) {
            let client = run.first.client;
            letters.extend((run.first.clock..run.end()).map(|clock| ItemId { client, clock }));
            at = run.right;
        }
        letters
    }
}

proptest! {
    #[test]
    fn letters_stand_where_the_library_puts_them(deeds in prop::collection::vec(deed(), 1..60)) {
        let docs: Vec<Doc> = (0..PEERS).map(|peer| {
            Doc::with_options(Options { client_id: ClientID::new(peer as u64 + 1), offset_kind: OffsetKind::Utf16, ..Options::default() })
        }).collect();
        let slot = Slot::for_tests();
        let mut mirrors: Vec<Mirror> = (0..PEERS).map(|_| Mirror::default()).collect();
        // Each letter says which item it is.
        let letter = |peer: usize, clock: u32| char::from_u32(0x4E00 + peer as u32 * 2_000 + clock).unwrap();
        for deed in deeds {
            let (peer, before) = match deed {
                Deed::Write { peer, .. } | Deed::Delete { peer, .. } | Deed::Hear { peer, .. } => {
                    (peer, docs[peer].transact().state_vector())
                }
            };
            let text = docs[peer].get_or_insert_text(TEXT);
            let length = text.len(&docs[peer].transact());
            match deed {
                Deed::Write { at, letters, .. } => {
                    let clock = before.get(&docs[peer].client_id());
                    let words: String = (clock..clock + letters).map(|clock| letter(peer, clock)).collect();
                    text.insert(&mut docs[peer].transact_mut(), place(at, length), &words);
                }
                Deed::Delete { at, letters, .. } => {
                    let at = place(at, length).min(length);
                    text.remove_range(&mut docs[peer].transact_mut(), at, letters.min(length - at));
                }
                Deed::Hear { from, .. } if from != peer => {
                    let update = docs[from].transact().encode_diff_v1(&before);
                    docs[peer].transact_mut().apply_update(Update::decode_v1(&update).unwrap()).unwrap();
                }
                Deed::Hear { .. } => {}
            }
            let update = docs[peer].transact().encode_diff_v1(&before);
            prop_assert_eq!(mirrors[peer].put(slot, &update), Ok(()));
            let shown = docs[peer].get_or_insert_text(TEXT).get_string(&docs[peer].transact());
            let stands: HashSet<char> = shown.chars().collect();
            let letters = mirrors[peer].letters(slot).into_iter();
            let mirrored: String = letters.map(|id| letter(id.client as usize - 1, id.clock)).filter(|letter| stands.contains(letter)).collect();
            prop_assert_eq!(mirrored, shown);
        }
        // A mirror of the whole at once says the same, and what is taken back leaves no trace.
        for (doc, mirror) in docs.iter().zip(&mut mirrors) {
            let letters = mirror.letters(slot);
            let whole = doc.transact().encode_diff_v1(&StateVector::default());
            let mut again = Mirror::default();
            prop_assert_eq!(again.put(slot, &whole), Ok(()));
            prop_assert_eq!(again.letters(slot), letters.clone());
            let (middle, runs) = (letters.get(letters.len() / 2).copied(), mirror.sequences.runs.len());
            let block = |right_origin| Block {
                start: 0,
                end: 3,
                content: update::Content::Letters("abc"),
                origin: middle,
                right_origin,
                parent: update::Parent::OfOrigin,
            };
            prop_assert_eq!(mirror.sequences.put(slot, 99, 0, &block(None)), Ok(()));
            if middle.is_some() {
                let first = letters.first().copied();
                prop_assert_eq!(mirror.sequences.put(slot, 98, 0, &block(first)), Err(Disorder));
            }
            mirror.sequences.take_back();
            prop_assert_eq!(mirror.sequences.runs.len(), runs);
            prop_assert_eq!(mirror.letters(slot), letters);
        }
    }
}
