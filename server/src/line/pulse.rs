//! When the other side of a line last gave a sign, and since when it takes nothing.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};
use tokio::time::Instant;

/// When the other side of a line last gave a sign.
pub struct Pulse {
    start: Instant,
    /// In milliseconds after `start`.
    last: AtomicU64,
    /// Since when it takes nothing of what is written, the same way and one more; 0 while it does.
    stuck: AtomicU64,
}

impl Default for Pulse {
    fn default() -> Self {
        Self {
            start: Instant::now(),
            last: AtomicU64::new(0),
            stuck: AtomicU64::new(0),
        }
    }
}

impl Pulse {
    /// The other side gave a sign.
    pub fn beat(&self) {
        self.beats(self.now());
    }

    /// For how long the other side has given no sign.
    pub fn is_silent_for(&self) -> Duration {
        self.silence(self.now())
    }

    /// For how long it has taken nothing of what was written, though it may go on talking.
    pub fn is_stuck_for(&self) -> Duration {
        self.stuck(self.now())
    }

    /// It does not take what is written.
    pub(super) fn sticks_now(&self) {
        self.sticks(self.now());
    }

    /// It takes what is written.
    pub(super) fn goes_on_now(&self) {
        // Mostly it did before, and nobody looks at the clock for that.
        if self.stuck.load(Ordering::Relaxed) > 0 {
            self.goes_on(self.now());
        }
    }

    /// Milliseconds after the start.
    fn now(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn beats(&self, now: u64) {
        self.last.store(now, Ordering::Relaxed);
    }

    fn sticks(&self, now: u64) {
        let _ = self
            .stuck
            .compare_exchange(0, now + 1, Ordering::Relaxed, Ordering::Relaxed);
    }

    fn goes_on(&self, now: u64) {
        if self.stuck.swap(0, Ordering::Relaxed) > 0 {
            self.beats(now);
        }
    }

    fn silence(&self, now: u64) -> Duration {
        Duration::from_millis(now.saturating_sub(self.last.load(Ordering::Relaxed)))
    }

    fn stuck(&self, now: u64) -> Duration {
        match self.stuck.load(Ordering::Relaxed) {
            0 => Duration::ZERO,
            since => Duration::from_millis((now + 1).saturating_sub(since)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_is_counted_from_the_last_sign() {
        let pulse = Pulse::default();
        assert_eq!(pulse.silence(9_000), Duration::from_secs(9));
        pulse.beats(9_000);
        assert_eq!(pulse.silence(19_000), Duration::from_secs(10));
    }

    #[test]
    fn only_a_write_that_had_to_wait_is_a_sign() {
        let pulse = Pulse::default();
        // Into a buffer of this machine.
        pulse.goes_on(9_000);
        assert_eq!(pulse.silence(10_000), Duration::from_secs(10));
        assert_eq!(pulse.stuck(10_000), Duration::ZERO);
        pulse.sticks(10_000);
        pulse.sticks(14_000);
        assert_eq!(pulse.stuck(15_000), Duration::from_secs(5));
        pulse.goes_on(15_000);
        assert_eq!(pulse.stuck(16_000), Duration::ZERO);
        assert_eq!(pulse.silence(16_000), Duration::from_secs(1));
    }
}
