//! Whatever people do, in whatever order it reaches the others, everybody ends up with the same.
//!
//! A plan is a list of small numbers, so that a failing one is shrunk, printed and kept by proptest.

mod party;
mod peer;
mod restore;

use party::{Party, Step};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn everybody_ends_up_with_the_same(
        peers in 2_usize..=5,
        plan in proptest::collection::vec(any::<Step>(), 1..250),
    ) {
        let mut party = Party::new(peers);
        for step in plan {
            party.step(step);
        }
        party.settle();
        party.check();
    }
}
