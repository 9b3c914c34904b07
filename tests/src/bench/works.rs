//! The works: who does what, what is read off, and what Jalon must reach.

use super::{
    contender::Kind,
    load::Load,
    measure::{Key, Metric, Reach},
    script::Shape,
    typing::Pace,
};
use std::time::Duration;

/// A work.
#[derive(Debug, Clone, Copy)]
pub struct Work {
    /// By which it is asked for.
    pub name: &'static str,
    pub title: &'static str,
    pub what: What,
    pub metrics: &'static [Metric],
    /// Whether others do it too.
    pub beside_others: bool,
}

/// What is done.
#[derive(Debug, Clone, Copy)]
pub enum What {
    /// People type.
    Typing { load: Load, shape: Shape },
    /// People are there and do nothing.
    Idle { documents: usize, people: usize },
    /// A large document after a restart: so many edits of each of so many people.
    Cold { people: usize, edits: usize },
    /// People type and the server is killed: edits a second, of all together.
    Kill { people: usize, rate: f64 },
}

impl Work {
    /// The same with shorter windows, for a first look.
    pub fn quick(mut self) -> Self {
        if let What::Typing { load, .. } = &mut self.what {
            load.warm /= 2;
            load.measured /= 2;
        }
        self
    }

    /// Whether a figure of it is judged beside what a commit of the disk takes.
    pub fn asks_for_commits(&self) -> bool {
        let mut reaches = self.metrics.iter().map(|metric| metric.reach);
        reaches.any(|reach| matches!(reach, Reach::Commits { .. }))
    }

    /// Whether it says anything of this contender: a relay keeps nothing.
    pub fn is_for(&self, kind: Kind) -> bool {
        match (self.beside_others, &self.what) {
            (false, _) => kind == Kind::Jalon,
            (true, What::Cold { .. } | What::Kill { .. }) => kind.stores(),
            (true, What::Typing { .. } | What::Idle { .. }) => true,
        }
    }
}

const fn metric(key: Key, name: &'static str, reach: Reach) -> Metric {
    Metric { key, name, reach }
}

const CPU: &str = "server CPU of a delivery (µs)";
const P50: &str = "delivery, p50 (ms)";
const P99: &str = "delivery, p99 (ms)";
const MEMORY: &str = "memory (MB)";
const RATE: &str = "deliveries a second";
const MESSAGES: &str = "messages that bring them, a second";
const ACKNOWLEDGED: &str = "durable for its author, p50 (ms)";
const ACKNOWLEDGED_P99: &str = "durable for its author, p99 (ms)";
const DURABLE: Reach = Reach::Commits {
    times: 2.0,
    more: 1.0,
};

/// Before anything counts.
const WARM: Duration = Duration::from_millis(1_200);
const MEASURED: Duration = Duration::from_secs(4);

const fn typing(shape: Shape, documents: usize, people: usize, rate: f64) -> What {
    let load = Load {
        documents,
        people,
        pace: Pace::Each(rate),
        warm: WARM,
        measured: MEASURED,
    };
    What::Typing { load, shape }
}

/// All of them. The bounds are those that the project set itself beside measurements of the others.
pub const WORKS: [Work; 10] = [
    Work {
        name: "workshop",
        title: "Workshop: 65 people in one document, 2 edits a second each",
        what: typing(Shape::Letters, 1, 65, 2.0),
        metrics: &[
            metric(Key::Cpu, CPU, Reach::TimesRelay(1.2)),
            metric(Key::P50, P50, Reach::TimesRelay(1.2)),
            metric(Key::P99, P99, Reach::TimesRelay(1.25)),
            metric(Key::Acknowledged, ACKNOWLEDGED, DURABLE),
            metric(Key::AcknowledgedP99, ACKNOWLEDGED_P99, Reach::Told),
            metric(Key::Memory, MEMORY, Reach::Told),
        ],
        beside_others: true,
    },
    Work {
        name: "sample",
        title: "The same with the sample workspace: words, figures of the grid, readings",
        what: typing(Shape::Sample, 1, 65, 2.0),
        metrics: &[
            metric(Key::Cpu, CPU, Reach::TimesRelay(1.2)),
            metric(Key::P50, P50, Reach::TimesRelay(1.2)),
            metric(Key::P99, P99, Reach::TimesRelay(1.25)),
            metric(Key::Acknowledged, ACKNOWLEDGED, DURABLE),
            metric(Key::Memory, MEMORY, Reach::Told),
        ],
        beside_others: true,
    },
    Work {
        name: "cohort",
        title: "Cohort: 16 documents of 8 people, 2 edits a second each",
        what: typing(Shape::Letters, 16, 8, 2.0),
        metrics: &[
            metric(Key::Cpu, CPU, Reach::TimesRelay(1.3)),
            metric(Key::P50, P50, Reach::TimesRelay(1.3)),
            metric(Key::P99, P99, Reach::TimesRelay(1.3)),
            metric(Key::Memory, MEMORY, Reach::Told),
        ],
        beside_others: true,
    },
    Work {
        name: "crowd",
        title: "Crowd: 200 documents of 20 people, an edit of each every 2 seconds",
        what: typing(Shape::Letters, 200, 20, 0.5),
        metrics: &[
            metric(Key::Cpu, CPU, Reach::TimesRelay(1.3)),
            metric(Key::P50, P50, Reach::Told),
            metric(Key::P99, P99, Reach::TimesRelay(1.3)),
            metric(Key::Memory, MEMORY, Reach::TimesRelay(1.3)),
        ],
        beside_others: true,
    },
    Work {
        name: "flood",
        title: "Flood: 20 people in one document, as fast as it goes",
        what: What::Typing {
            load: Load {
                documents: 1,
                people: 20,
                pace: Pace::Flood { open: 20 },
                warm: Duration::from_millis(500),
                measured: Duration::from_secs(2),
            },
            shape: Shape::Letters,
        },
        metrics: &[
            metric(Key::Rate, RATE, Reach::LeastTimesRelay(1.0)),
            metric(Key::Messages, MESSAGES, Reach::Told),
            metric(Key::Cpu, CPU, Reach::Told),
            metric(Key::P50, P50, Reach::Told),
            metric(Key::Memory, MEMORY, Reach::Told),
        ],
        beside_others: true,
    },
    Work {
        name: "durable",
        title: "Acknowledgement: 10 people in one document, 10,000 edits a second in all",
        what: typing(Shape::Letters, 1, 10, 1_000.0),
        metrics: &[
            metric(Key::Acknowledged, ACKNOWLEDGED, DURABLE),
            metric(Key::AcknowledgedP99, ACKNOWLEDGED_P99, Reach::Told),
            metric(Key::P50, P50, Reach::Told),
            metric(Key::Cpu, CPU, Reach::Told),
        ],
        beside_others: false,
    },
    Work {
        name: "idle",
        title: "2,000 connections that do nothing, in 40 documents",
        what: What::Idle {
            documents: 40,
            people: 50,
        },
        metrics: &[
            metric(
                Key::MemoryOfOne,
                "memory of a connection (kB)",
                Reach::AtMost(9.0),
            ),
            metric(
                Key::Connections,
                "connections a second",
                Reach::AtLeast(10_000.0),
            ),
        ],
        beside_others: true,
    },
    Work {
        name: "cold",
        title: "After a restart: a document of 100,000 single edits by 10 people",
        what: What::Cold {
            people: 10,
            edits: 10_000,
        },
        metrics: &[
            metric(
                Key::First,
                "the first client has everything (ms)",
                Reach::AtMost(8.0),
            ),
            metric(
                Key::Next,
                "the next client has everything (ms)",
                Reach::AtMost(2.0),
            ),
        ],
        beside_others: true,
    },
    Work {
        name: "kill-1000",
        title: "kill -9 while 10 people type 1,000 edits a second in all into one document",
        what: What::Kill {
            people: 10,
            rate: 1_000.0,
        },
        metrics: KILL,
        beside_others: true,
    },
    Work {
        name: "kill-5000",
        title: "kill -9 while 10 people type 5,000 edits a second in all into one document",
        what: What::Kill {
            people: 10,
            rate: 5_000.0,
        },
        metrics: KILL,
        beside_others: true,
    },
];

const KILL: &[Metric] = &[
    metric(Key::Missing, "relayed edits missing", Reach::Told),
    metric(Key::Relayed, "of so many relayed", Reach::Told),
    metric(
        Key::Broken,
        "acknowledged edits missing",
        Reach::AtMost(0.0),
    ),
];
