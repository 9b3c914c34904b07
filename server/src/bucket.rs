//! A bucket of tries that fills up again with time: how often something may be done. What happens when it is
//! empty is its owner's business.

use std::time::{Duration, Instant};

/// How much may be done.
#[derive(Debug, Clone, Copy)]
pub struct Rate {
    /// After a rest.
    pub at_once: f64,
    /// All the time.
    pub each_second: f64,
}

/// What is left of a rate.
#[derive(Debug, Clone, Copy)]
pub struct Bucket {
    /// Less than nothing while somebody waits.
    left: f64,
    at: Instant,
}

impl Bucket {
    pub fn full(rate: Rate, now: Instant) -> Self {
        Self {
            left: rate.at_once,
            at: now,
        }
    }

    /// How much may be done now.
    pub fn filled(&self, rate: Rate, now: Instant) -> f64 {
        let since = now.saturating_duration_since(self.at).as_secs_f64();
        (self.left + since * rate.each_second).min(rate.at_once)
    }

    /// Takes one out, if there is one.
    pub fn take(&mut self, rate: Rate, now: Instant) -> bool {
        let left = self.filled(rate, now);
        let may = left >= 1.0;
        *self = Self {
            left: if may { left - 1.0 } else { left },
            at: now,
        };
        may
    }

    /// Takes one out in any case; how long to wait until it would have been there.
    pub fn take_in_turn(&mut self, rate: Rate, now: Instant) -> Duration {
        let left = self.filled(rate, now) - 1.0;
        *self = Self { left, at: now };
        Duration::from_secs_f64((-left / rate.each_second).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SLOW: Rate = Rate {
        at_once: 2.0,
        each_second: 0.5,
    };

    #[test]
    fn a_bucket_fills_up_again() {
        let now = Instant::now();
        let after = |seconds| now + Duration::from_secs(seconds);
        let mut bucket = Bucket::full(SLOW, now);
        assert!(bucket.take(SLOW, now) && bucket.take(SLOW, now));
        assert!(!bucket.take(SLOW, after(1)));
        assert!(bucket.take(SLOW, after(3)));
        assert!((bucket.filled(SLOW, after(60)) - SLOW.at_once).abs() < f64::EPSILON);
    }

    #[test]
    fn whoever_waits_has_their_turn() {
        let now = Instant::now();
        let mut bucket = Bucket::full(SLOW, now);
        let waits: Vec<f64> = (0..4)
            .map(|_| bucket.take_in_turn(SLOW, now).as_secs_f64())
            .collect();
        assert_eq!(waits, [0.0, 0.0, 2.0, 4.0]);
    }
}
