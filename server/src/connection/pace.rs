//! The pace of a connection: who asks faster than people and programs do waits, and only they. Nothing is
//! refused: a client whose question was dropped would wait for its answer for ever.

use crate::bucket::{Bucket, Rate};
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// Questions what the document or who is here. Each is a few bytes for whoever asks and a pass over the
/// document for the server; a client asks once when it connects and once when it lost something.
const QUESTIONS: Rate = Rate {
    at_once: 300.0,
    each_second: 50.0,
};

/// Words about oneself: each goes to everybody. A cursor that moves says some ten a second; some clients
/// say again what they hear of sixty others.
const PRESENCE: Rate = Rate {
    at_once: 1_000.0,
    each_second: 200.0,
};

/// Any frames. Somebody who types sends about ten a second, a program that fills a workspace thousands.
const FRAMES: Rate = Rate {
    at_once: 20_000.0,
    each_second: 5_000.0,
};

/// What a frame is to the pace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Question,
    Presence,
    Other,
}

/// The paces of one connection.
pub struct Pace {
    questions: Bucket,
    presence: Bucket,
    frames: Bucket,
}

impl Pace {
    pub fn new() -> Self {
        let now = Instant::now();
        Self {
            questions: Bucket::full(QUESTIONS, now),
            presence: Bucket::full(PRESENCE, now),
            frames: Bucket::full(FRAMES, now),
        }
    }

    /// Waits until it is the turn of a frame.
    pub async fn turn(&mut self, kind: Kind) {
        let wait = self.take(kind, Instant::now());
        if !wait.is_zero() {
            // Seldom, so that nobody keeps room for it.
            Box::pin(sleep(wait)).await;
        }
    }

    fn take(&mut self, kind: Kind, now: Instant) -> Duration {
        self.frames.take_in_turn(FRAMES, now).max(match kind {
            Kind::Question => self.questions.take_in_turn(QUESTIONS, now),
            Kind::Presence => self.presence.take_in_turn(PRESENCE, now),
            Kind::Other => Duration::ZERO,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asks_without_end_waits_and_who_types_does_not() {
        let mut pace = Pace::new();
        let start = Instant::now();
        for _ in 0..300 {
            assert_eq!(pace.take(Kind::Question, start), Duration::ZERO);
        }
        let mut waited = Duration::ZERO;
        for _ in 0..100 {
            waited += pace.take(Kind::Question, start + waited);
        }
        assert!((1_900..2_100).contains(&waited.as_millis()), "{waited:?}");
        for _ in 0..1_000 {
            assert_eq!(pace.take(Kind::Other, start + waited), Duration::ZERO);
        }
        let after_a_rest = start + Duration::from_secs(60);
        for _ in 0..300 {
            assert_eq!(pace.take(Kind::Question, after_a_rest), Duration::ZERO);
        }
        assert_ne!(pace.take(Kind::Question, after_a_rest), Duration::ZERO);
    }
}
