//! Chance that can be had again: everything that is chosen comes from one seed.

use rand::{SeedableRng, rngs::StdRng};
use std::{
    fmt,
    hash::{BuildHasher, Hasher, RandomState},
};

/// The seed of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seed(pub u64);

impl Seed {
    /// One that nobody chose.
    pub fn fresh() -> Self {
        Self(RandomState::new().build_hasher().finish())
    }

    /// The chance of one thing, by its name: independent of what was drawn elsewhere, and when.
    pub fn chance_of(self, name: &str) -> StdRng {
        // FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/): the hash of the standard library may
        // change with its version.
        let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        StdRng::seed_from_u64(self.0 ^ hash)
    }
}

impl fmt::Display for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
