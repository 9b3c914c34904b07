//! The copy in a browser: updates are merged in batches as they come, by several pages at once, and folded now and
//! then. Whatever is merged with what, nothing is lost.

use crate::{
    cases,
    party::{Party, Step, check_equal},
};
use jalon_shared::{Workspace, workspace::merge_updates};
use proptest::prelude::*;

fn merged(updates: &[Vec<u8>]) -> Vec<u8> {
    let slices: Vec<&[u8]> = updates.iter().map(Vec::as_slice).collect();
    merge_updates(&slices).unwrap()
}

/// Cuts a log into batches and merges each.
fn batches(mut log: &[Vec<u8>], cuts: &[u8]) -> Vec<Vec<u8>> {
    let mut records = Vec::new();
    let mut cuts = cuts.iter().cycle();
    while !log.is_empty() {
        let length = cuts.next().map_or(1, |cut| usize::from(cut % 30) + 1);
        let (batch, rest) = log.split_at(length.min(log.len()));
        records.push(merged(batch));
        log = rest;
    }
    records
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn what_is_merged_in_batches_and_folded_is_all_there(
        plan in proptest::collection::vec(any::<Step>(), 1..200),
        cuts in proptest::collection::vec(any::<u8>(), 1..20),
        others in proptest::collection::vec(any::<u8>(), 1..20),
        late in any::<prop::sample::Index>(),
        folds in proptest::collection::vec((any::<prop::sample::Index>(), 1_usize..12), 0..6),
    ) {
        let mut party = Party::new(3);
        for step in plan {
            party.step(step);
        }
        let log = &party.log;
        // A second page read what the first had kept when it came, and writes only what came since.
        let mut records = batches(log, &cuts);
        let late = late.index(log.len());
        let both = batches(&log[late..], &others).into_iter().enumerate();
        for (at, record) in both {
            records.insert((2 * at + 1).min(records.len()), record);
        }
        for (from, length) in folds {
            let from = from.index(records.len());
            let until = (from + length).min(records.len());
            let folded = merged(&records[from..until]);
            records.drain(from..until);
            records.push(folded);
        }
        let kept = Workspace::load(&merged(&records)).unwrap();
        let all = Workspace::load(&merged(log)).unwrap();
        prop_assert_eq!(kept.state_vector(), all.state_vector());
        check_equal(&kept, &all);
        // The same one by one, as a server took them in.
        let mut live = Workspace::load(&log[0]).unwrap();
        for update in &log[1..] {
            live.receive(update).unwrap();
        }
        check_equal(&kept, &live);
    }
}
