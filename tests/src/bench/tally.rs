//! What is counted while people type: each delivery by what it brought, how long it took, and whether those who
//! count came late themselves.

use anyhow::Result;
use hdrhistogram::Histogram;
use std::{
    cell::{Cell, RefCell},
    time::{Duration, Instant},
};
use tokio::sync::Notify;

/// The longest time that is told apart, in nanoseconds.
const LONGEST: u64 = 60_000_000_000; // 60 s

/// How late a timer may be in calm: `tokio` counts milliseconds, and so does the system's wait; each rounds up.
const TIMER: Duration = Duration::from_millis(2);

/// Times, in nanoseconds, each known to a thousandth.
pub struct Times(Histogram<u64>);

impl Times {
    pub fn new() -> Result<Self> {
        Ok(Self(Histogram::new_with_bounds(1, LONGEST, 3)?))
    }

    pub fn note(&mut self, time: u64) {
        self.0.saturating_record(time.max(1));
    }

    pub fn count(&self) -> u64 {
        self.0.len()
    }

    /// The time below which this part of them lies, in milliseconds.
    pub fn at(&self, part: f64) -> f64 {
        self.0.value_at_quantile(part) as f64 / 1e6
    }

    fn clear(&mut self) {
        self.0.clear();
    }
}

/// What a work counts.
pub struct Tally {
    start: Instant,
    /// From the write of an edit until somebody else has it.
    pub deliveries: RefCell<Times>,
    /// From the write of an edit until its author hears that it is durable.
    pub acknowledgements: RefCell<Times>,
    /// How late an edit was typed: this program's own slowness.
    pub lag: RefCell<Times>,
    /// Deliveries since the measure began, also those of edits that were typed before.
    pub delivered: Cell<u64>,
    /// Messages that brought them.
    pub messages: Cell<u64>,
    /// Deliveries that are on their way.
    pub open: Cell<i64>,
    /// Woken when fewer than half of [`Self::most_open`] are.
    pub room: Notify,
    /// How many whoever types as fast as it goes leaves on their way.
    pub most_open: Cell<i64>,
    /// Woken when somebody who types as fast as it goes has typed everything.
    pub typed_out: Notify,
    /// Whether what happens now counts.
    measuring: Cell<bool>,
    /// The first thing that went wrong.
    pub wrong: RefCell<Option<String>>,
}

impl Tally {
    pub fn new() -> Result<Self> {
        Ok(Self {
            start: Instant::now(),
            deliveries: RefCell::new(Times::new()?),
            acknowledgements: RefCell::new(Times::new()?),
            lag: RefCell::new(Times::new()?),
            delivered: Cell::new(0),
            messages: Cell::new(0),
            open: Cell::new(0),
            room: Notify::new(),
            most_open: Cell::new(0),
            typed_out: Notify::new(),
            measuring: Cell::new(false),
            wrong: RefCell::new(None),
        })
    }

    /// Nanoseconds since the tally began.
    pub fn now(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_nanos()).unwrap_or(u64::MAX)
    }

    /// From now on what happens counts, or no more.
    pub fn measure(&self, on: bool) {
        if on {
            for times in [&self.deliveries, &self.acknowledgements, &self.lag] {
                times.borrow_mut().clear();
            }
            self.delivered.set(0);
            self.messages.set(0);
        }
        self.measuring.set(on);
    }

    /// An edit that was sent at `sent` came to somebody.
    pub fn delivered(&self, sent: u64, now: u64) {
        let open = self.open.get() - 1;
        self.open.set(open);
        if open == self.most_open.get() / 2 {
            self.room.notify_waiters();
        }
        if self.measuring.get() {
            self.delivered.set(self.delivered.get() + 1);
            self.deliveries.borrow_mut().note(now.saturating_sub(sent));
        }
    }

    pub fn acknowledged(&self, sent: u64, now: u64) {
        if self.measuring.get() {
            let took = now.saturating_sub(sent);
            self.acknowledgements.borrow_mut().note(took);
        }
    }

    /// An edit was typed so long after it was due; what the timer itself is late does not count.
    pub fn late(&self, by: Duration) {
        if self.measuring.get() {
            let by = by.saturating_sub(TIMER);
            let by = u64::try_from(by.as_nanos()).unwrap_or(u64::MAX);
            self.lag.borrow_mut().note(by);
        }
    }

    pub fn message(&self) {
        self.messages.set(self.messages.get() + 1);
    }

    /// Remembers the first thing that went wrong.
    pub fn wrong(&self, what: impl Into<String>) {
        self.wrong.borrow_mut().get_or_insert_with(|| what.into());
    }
}
