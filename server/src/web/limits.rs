//! How often somebody may try: guessing codes must not pay, and a class of sixty-five phones behind one
//! address must not notice.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// A bucket of tries that fills up again with time.
#[derive(Debug, Clone, Copy)]
struct Bucket {
    left: f64,
    at: Instant,
}

/// How large a bucket is, and how fast it fills.
#[derive(Debug, Clone, Copy)]
struct Size {
    tries: f64,
    per_second: f64,
}

/// Wrong codes of one address: a class that mistypes a lot.
const WRONG_CODES: Size = Size {
    tries: 40.0,
    per_second: 0.5,
};

/// Wrong codes of everybody: at five a second, 244 million codes take a year and a half.
const ALL_WRONG_CODES: Size = Size {
    tries: 600.0,
    per_second: 5.0,
};

/// New people of one address: two classes at once.
const NEW_PEOPLE: Size = Size {
    tries: 200.0,
    per_second: 2.0,
};

/// How many addresses are remembered.
const ADDRESSES: usize = 4096;

/// The tries of everybody.
#[derive(Default)]
pub struct Limits {
    tries: Mutex<Tries>,
}

#[derive(Default)]
struct Tries {
    wrong_codes: HashMap<IpAddr, Bucket>,
    all_wrong_codes: Option<Bucket>,
    new_people: HashMap<IpAddr, Bucket>,
}

impl Limits {
    /// Whether an address may try a code. It is asked before the code is looked up, so that an answer
    /// never tells whether a code was right.
    pub fn may_try_code(&self, from: IpAddr) -> bool {
        let (mut tries, now) = (self.lock(), Instant::now());
        let all = *tries
            .all_wrong_codes
            .get_or_insert_with(|| Bucket::full(ALL_WRONG_CODES, now));
        all.filled(ALL_WRONG_CODES, now) >= 1.0
            && tries
                .wrong_codes
                .get(&from)
                .is_none_or(|bucket| bucket.filled(WRONG_CODES, now) >= 1.0)
    }

    /// Counts a wrong code.
    pub fn count_wrong_code(&self, from: IpAddr) {
        let (mut tries, now) = (self.lock(), Instant::now());
        tries
            .all_wrong_codes
            .get_or_insert_with(|| Bucket::full(ALL_WRONG_CODES, now))
            .take(ALL_WRONG_CODES, now);
        take(&mut tries.wrong_codes, from, WRONG_CODES, now);
    }

    /// Counts a new person; whether there may be one.
    pub fn may_be_new(&self, from: IpAddr) -> bool {
        let (mut tries, now) = (self.lock(), Instant::now());
        take(&mut tries.new_people, from, NEW_PEOPLE, now)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Tries> {
        self.tries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn take(buckets: &mut HashMap<IpAddr, Bucket>, from: IpAddr, size: Size, now: Instant) -> bool {
    if buckets.len() >= ADDRESSES && !buckets.contains_key(&from) {
        // Those that are full again say nothing; when all say something, the one that waited longest goes.
        buckets.retain(|_, bucket| bucket.filled(size, now) < size.tries);
        if buckets.len() >= ADDRESSES
            && let Some(oldest) = buckets
                .iter()
                .min_by_key(|(_, bucket)| bucket.at)
                .map(|(from, _)| *from)
        {
            buckets.remove(&oldest);
        }
    }
    buckets
        .entry(from)
        .or_insert_with(|| Bucket::full(size, now))
        .take(size, now)
}

impl Bucket {
    fn full(size: Size, now: Instant) -> Self {
        Self {
            left: size.tries,
            at: now,
        }
    }

    fn filled(&self, size: Size, now: Instant) -> f64 {
        let since: Duration = now.saturating_duration_since(self.at);
        (self.left + since.as_secs_f64() * size.per_second).min(size.tries)
    }

    fn take(&mut self, size: Size, now: Instant) -> bool {
        let left = self.filled(size, now);
        let may = left >= 1.0;
        *self = Self {
            left: if may { left - 1.0 } else { left },
            at: now,
        };
        may
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLASS: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 1));
    const OTHER: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 2));

    #[test]
    fn a_class_comes_in_at_once_and_a_guesser_is_stopped() {
        let limits = Limits::default();
        for _ in 0..65 {
            assert!(limits.may_try_code(CLASS) && limits.may_be_new(CLASS));
        }
        for _ in 0..60 {
            limits.count_wrong_code(OTHER);
        }
        assert!(!limits.may_try_code(OTHER));
        assert!(
            limits.may_try_code(CLASS),
            "one who guesses does not lock the others out"
        );
    }

    #[test]
    fn a_bucket_fills_up_again() {
        let now = Instant::now();
        let mut bucket = Bucket { left: 0.0, at: now };
        assert!(!bucket.take(WRONG_CODES, now + Duration::from_secs(1)));
        assert!(bucket.take(WRONG_CODES, now + Duration::from_secs(3)));
    }

    #[test]
    fn addresses_are_not_remembered_without_end() {
        let (mut buckets, now) = (HashMap::new(), Instant::now());
        for number in 0..(ADDRESSES as u32 + 10) {
            take(&mut buckets, IpAddr::V4(number.into()), WRONG_CODES, now);
        }
        assert_eq!(buckets.len(), ADDRESSES);
    }
}
