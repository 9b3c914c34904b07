//! How often somebody may try: guessing codes must not pay, and a class of sixty-five phones behind one
//! address must not notice, not even while somebody else guesses from everywhere at once.

use super::network::Network;
use crate::bucket::{Bucket, Rate};
use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// Wrong codes of one network: a class that mistypes a lot.
const WRONG_CODES: Rate = Rate {
    at_once: 40.0,
    each_second: 0.5,
};

/// Wrong codes of everybody: at five a second, 244 million codes take a year and a half.
const ALL_WRONG_CODES: Rate = Rate {
    at_once: 600.0,
    each_second: 5.0,
};

/// New people of one network: two classes at once.
const NEW_PEOPLE: Rate = Rate {
    at_once: 200.0,
    each_second: 2.0,
};

/// New people by one code, from wherever: a code that got into the wrong hands does not fill a workspace
/// before somebody can withdraw it.
const NEW_BY_CODE: Rate = Rate {
    at_once: 130.0,
    each_second: 1.0,
};

/// After a wrong code a network is no more believed to have mistaken itself for this long.
const MEMORY: Duration = Duration::from_secs(3600);

/// How long a network is at home after somebody who is signed in called from it: a day in a classroom.
const HOME: Duration = Duration::from_secs(12 * 3600);

/// How many networks and codes are remembered: 65,536 of about 150 bytes.
const REMEMBERED: usize = 1 << 16;

/// The tries of everybody.
#[derive(Default)]
pub struct Limits {
    tries: Mutex<Tries>,
    /// Held from the question whether somebody may try until their try is counted.
    trying: Mutex<()>,
}

/// What became of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tried<T> {
    Found(T),
    /// It is counted.
    Wrong,
    /// Nobody looked.
    TooMany,
}

#[derive(Default)]
struct Tries {
    networks: Book<Network, Neighbour>,
    /// When somebody who is signed in last called from a network. A book of its own, so that guessers do
    /// not fill it.
    homes: Book<Network, Instant>,
    codes: Book<String, Bucket>,
    all_wrong_codes: Option<Bucket>,
}

/// What is known of a network.
#[derive(Default)]
struct Neighbour {
    wrong_codes: Option<Bucket>,
    new_people: Option<Bucket>,
    /// When it last tried a wrong code.
    wrong_at: Option<Instant>,
}

impl Limits {
    /// Whether a network may try a code. It is asked before the code is looked up, so that an answer never
    /// tells whether a code was right.
    ///
    /// When everybody together guesses too much, those may go on whom a guesser can hardly be: networks from
    /// which somebody who is signed in called today (the facilitator's, and so the class's), and networks
    /// that typed nothing wrong for an hour. A guesser with a hundred thousand addresses has one try an
    /// hour from each.
    pub fn may_try_code(&self, from: Network) -> bool {
        let (mut tries, now) = (self.lock(), Instant::now());
        let all = *tries
            .all_wrong_codes
            .get_or_insert_with(|| Bucket::full(ALL_WRONG_CODES, now));
        let is_calm = all.filled(ALL_WRONG_CODES, now) >= 1.0;
        let at_home = is_within(tries.homes.known.get(&from).copied(), HOME, now);
        match tries.networks.known.get(&from) {
            Some(known) => {
                let may_mistype = |bucket: Bucket| bucket.filled(WRONG_CODES, now) >= 1.0;
                known.wrong_codes.is_none_or(may_mistype)
                    && (is_calm || at_home || !is_within(known.wrong_at, MEMORY, now))
            }
            // Where more guess than can be remembered, a new face is no proof of innocence.
            None => is_calm || at_home || tries.networks.known.len() < REMEMBERED,
        }
    }

    /// Tries a code, one after the other, so that many wrong ones at once are no more than as many after each
    /// other. It blocks: for a thread of the store. `look` finds what the code opens, and nothing else.
    pub fn try_code<T, E>(
        &self,
        from: Network,
        look: impl FnOnce() -> Result<Option<T>, E>,
    ) -> Result<Tried<T>, E> {
        let _trying = self.trying.lock().unwrap_or_else(PoisonError::into_inner);
        if !self.may_try_code(from) {
            return Ok(Tried::TooMany);
        }
        Ok(match look()? {
            Some(found) => Tried::Found(found),
            None => {
                self.count_wrong_code(from);
                Tried::Wrong
            }
        })
    }

    /// Counts a wrong code.
    fn count_wrong_code(&self, from: Network) {
        let (mut tries, now) = (self.lock(), Instant::now());
        tries
            .all_wrong_codes
            .get_or_insert_with(|| Bucket::full(ALL_WRONG_CODES, now))
            .take(ALL_WRONG_CODES, now);
        if let Some(known) = tries.networks.entry(from, now) {
            known.wrong_at = Some(now);
            known
                .wrong_codes
                .get_or_insert_with(|| Bucket::full(WRONG_CODES, now))
                .take(WRONG_CODES, now);
        }
    }

    /// Counts a new person who comes by a good code; whether there may be one.
    pub fn may_be_new(&self, from: Network, code: &str) -> bool {
        let (mut tries, now) = (self.lock(), Instant::now());
        let from_there = tries.networks.entry(from, now).is_none_or(|known| {
            known
                .new_people
                .get_or_insert_with(|| Bucket::full(NEW_PEOPLE, now))
                .take(NEW_PEOPLE, now)
        });
        from_there
            && tries
                .codes
                .entry(code.to_owned(), now)
                .is_none_or(|bucket| bucket.take(NEW_BY_CODE, now))
    }

    /// Somebody who is signed in called from there.
    pub fn note_member(&self, from: Network) {
        let (mut tries, now) = (self.lock(), Instant::now());
        if let Some(called_at) = tries.homes.entry(from, now) {
            *called_at = now;
        }
    }

    fn lock(&self) -> MutexGuard<'_, Tries> {
        self.tries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_within(then: Option<Instant>, span: Duration, now: Instant) -> bool {
    then.is_some_and(|then| now.saturating_duration_since(then) < span)
}

/// What is remembered of many, never of more than [`REMEMBERED`].
struct Book<K, V> {
    known: HashMap<K, V>,
    /// When those were last struck out that say nothing any more.
    tidied_at: Option<Instant>,
}

impl<K, V> Default for Book<K, V> {
    fn default() -> Self {
        Self {
            known: HashMap::new(),
            tidied_at: None,
        }
    }
}

/// How often a full book is looked through.
const TIDYING: Duration = Duration::from_secs(1);

trait Remembered {
    /// What is known of somebody who never came.
    fn new(now: Instant) -> Self;
    /// Whether it says more than that.
    fn says_something(&self, now: Instant) -> bool;
}

impl<K: Hash + Eq, V: Remembered> Book<K, V> {
    /// What is known of somebody; `None` when the book is full and they are not in it.
    fn entry(&mut self, key: K, now: Instant) -> Option<&mut V> {
        if self.known.len() >= REMEMBERED && !self.known.contains_key(&key) {
            if is_within(self.tidied_at, TIDYING, now) {
                return None;
            }
            self.tidied_at = Some(now);
            self.known.retain(|_, known| known.says_something(now));
            if self.known.len() >= REMEMBERED {
                return None;
            }
        }
        Some(self.known.entry(key).or_insert_with(|| V::new(now)))
    }
}

impl Remembered for Neighbour {
    fn new(_: Instant) -> Self {
        Self::default()
    }

    fn says_something(&self, now: Instant) -> bool {
        let is_used = |bucket: Option<Bucket>, rate: Rate| {
            bucket.is_some_and(|bucket| bucket.filled(rate, now) < rate.at_once)
        };
        is_used(self.wrong_codes, WRONG_CODES)
            || is_used(self.new_people, NEW_PEOPLE)
            || is_within(self.wrong_at, MEMORY, now)
    }
}

impl Remembered for Instant {
    fn new(now: Instant) -> Self {
        now
    }

    fn says_something(&self, now: Instant) -> bool {
        is_within(Some(*self), HOME, now)
    }
}

impl Remembered for Bucket {
    fn new(now: Instant) -> Self {
        Self::full(NEW_BY_CODE, now)
    }

    fn says_something(&self, now: Instant) -> bool {
        self.filled(NEW_BY_CODE, now) < NEW_BY_CODE.at_once
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::IpAddr;

    fn network(number: u32) -> Network {
        Network::of(IpAddr::V4(number.into()))
    }

    #[test]
    fn a_class_comes_in_at_once_and_a_guesser_is_stopped() {
        let limits = Limits::default();
        let (class, guesser) = (network(1), network(2));
        for _ in 0..65 {
            assert!(limits.may_try_code(class) && limits.may_be_new(class, "ACDEFG"));
        }
        for _ in 0..60 {
            limits.count_wrong_code(guesser);
        }
        assert!(!limits.may_try_code(guesser));
        assert!(
            limits.may_try_code(class),
            "one who guesses does not lock the others out"
        );
    }

    #[test]
    fn many_who_guess_lock_nobody_out_who_is_at_home_or_new() {
        let limits = Limits::default();
        let (class, stranger) = (network(1), network(2));
        limits.note_member(class);
        // Somebody in the class mistyped.
        limits.count_wrong_code(class);
        let guessers = 1_000..2_000;
        for guesser in guessers.clone() {
            limits.count_wrong_code(network(guesser));
        }
        assert!(
            guessers
                .into_iter()
                .all(|guesser| !limits.may_try_code(network(guesser)))
        );
        assert!(limits.may_try_code(class) && limits.may_try_code(stranger));
    }

    #[test]
    fn a_code_in_the_wrong_hands_lets_no_crowd_in() {
        let limits = Limits::default();
        let came_in = (0..1_000).filter(|number| limits.may_be_new(network(*number), "ACDEFG"));
        assert!(came_in.count() < 200);
        assert!(limits.may_be_new(network(1), "ACDEFH"));
    }

    #[test]
    fn networks_are_not_remembered_without_end() {
        let limits = Limits::default();
        for number in 0..(REMEMBERED as u32 + 10) {
            limits.count_wrong_code(network(number));
        }
        assert_eq!(limits.lock().networks.known.len(), REMEMBERED);
        // Nobody knows this one, and too much goes on to believe it.
        assert!(!limits.may_try_code(network(u32::MAX)));
    }
}
