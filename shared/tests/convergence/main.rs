//! Whatever people do, in whatever order it reaches the others, everybody ends up with the same.
//!
//! A plan is a list of small numbers, so that a failing one is shrunk, printed and kept by proptest.

mod copy;
mod party;
mod peer;
mod restore;
mod server;
mod talk;

use party::{Party, Step};
use proptest::prelude::*;

fn cases(few: u32) -> ProptestConfig {
    match std::env::var("PROPTEST_CASES") {
        Ok(_) => ProptestConfig::default(),
        Err(_) => ProptestConfig::with_cases(few),
    }
}

proptest! {
    // More of them: PROPTEST_CASES=20000.
    #![proptest_config(cases(200))]

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
