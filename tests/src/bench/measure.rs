//! What is read off a work: which figure, in which unit, and what Jalon must reach.

use super::load::Quantiles;
use std::collections::BTreeMap;

/// One figure of a work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Processor time of the server for a delivery, in microseconds.
    Cpu,
    /// Until somebody else has an edit, in milliseconds.
    P50,
    P99,
    /// Resident memory of the server, in megabytes.
    Memory,
    /// Deliveries a second.
    Rate,
    /// Messages that brought them, a second.
    Messages,
    /// Until its author hears that an edit is durable, in milliseconds.
    Acknowledged,
    AcknowledgedP99,
    /// Resident memory of the server for a connection, in kilobytes.
    MemoryOfOne,
    /// Connections a second.
    Connections,
    /// Until the first client after a restart has everything, in milliseconds.
    First,
    /// Until the next one has it.
    Next,
    /// Edits that somebody else had, and that are not there after the server was killed.
    Missing,
    /// Of so many that somebody else had.
    Relayed,
    /// Edits that were acknowledged, and that are not there after the server was killed.
    Broken,
}

/// What Jalon must reach.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reach {
    /// Only told.
    Told,
    /// At most so often the relay's.
    TimesRelay(f64),
    /// At least so often the relay's.
    LeastTimesRelay(f64),
    AtMost(f64),
    AtLeast(f64),
    /// At most so many commits of this disk, and so many milliseconds more.
    Commits {
        times: f64,
        more: f64,
    },
}

/// A figure as a work asks for it.
#[derive(Debug, Clone, Copy)]
pub struct Metric {
    pub key: Key,
    pub name: &'static str,
    pub reach: Reach,
}

/// What one contender did in one round of a work.
#[derive(Debug, Clone, Default)]
pub struct Taken {
    pub figures: BTreeMap<Key, f64>,
    /// What the load generator itself felt; nothing where it only waits.
    pub strain: Option<Strain>,
}

/// How hard the work was for the load generator.
#[derive(Debug, Clone, Copy)]
pub struct Strain {
    /// How late people typed, in milliseconds beyond what a timer is late.
    pub lag: Quantiles,
    /// The part of one processor that it took.
    pub own_cpu: f64,
}

/// More than this part of one processor, and who is measured may be the load generator.
const BUSY: f64 = 0.9;

impl Taken {
    pub fn of(figures: impl IntoIterator<Item = (Key, f64)>) -> Self {
        Self {
            figures: figures.into_iter().collect(),
            strain: None,
        }
    }

    /// Whether the load generator was too late or too busy for its figures to be those of the server: it typed
    /// later than deliveries took, the usual ones or the slow ones, or had nearly a processor's work itself.
    pub fn is_strained(&self) -> bool {
        let figure = |key| self.figures.get(&key).copied().unwrap_or(f64::INFINITY);
        self.strain.is_some_and(|Strain { lag, own_cpu }| {
            lag.p50 > figure(Key::P50) || lag.p99 > figure(Key::P99) || own_cpu > BUSY
        })
    }
}

impl Reach {
    /// The bound for Jalon's figure in words, and whether it keeps to it. Its ratio to the relay is the one of the
    /// same rounds, a commit (in milliseconds) the one of the same run. Nothing when nothing is asked, or when
    /// something to compare with was not measured.
    pub fn judge(
        self,
        figure: f64,
        ratio: Option<f64>,
        commit: Option<f64>,
    ) -> Option<(String, bool)> {
        Some(match self {
            Self::Told => return None,
            Self::TimesRelay(most) => (format!("at most {most} x the relay"), ratio? <= most),
            Self::LeastTimesRelay(least) => {
                let bound = format!("at least {least} x the relay");
                (bound, ratio? >= least)
            }
            Self::AtMost(most) => (format!("at most {most}"), figure <= most),
            Self::AtLeast(least) => (format!("at least {least}"), figure >= least),
            Self::Commits { times, more } => {
                let most = times * commit? + more;
                let bound = format!("at most {times} commits + {more} ms: {most:.2}");
                (bound, figure <= most)
            }
        })
    }
}

/// The one in the middle, or the mean of the two in the middle; nothing when there is none.
pub fn median(figures: &[f64]) -> Option<f64> {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    let is_even = sorted.len().is_multiple_of(2);
    Some(match is_even.then(|| sorted.get(middle - 1)).flatten() {
        Some(lower) => (lower + upper) / 2.0,
        None => upper,
    })
}

/// How often the one of `beside` goes into ours, round by round: the median of that.
pub fn ratio(ours: &[f64], beside: &[f64]) -> Option<f64> {
    let rounds = ours.iter().zip(beside).filter(|(_, beside)| **beside > 0.0);
    let ratios: Vec<f64> = rounds.map(|(ours, beside)| ours / beside).collect();
    median(&ratios)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_median_is_the_middle() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0]), Some(3.0));
        assert_eq!(median(&[9.0, 1.0, 4.0]), Some(4.0));
        assert_eq!(median(&[9.0, 1.0, 4.0, 5.0]), Some(4.5));
    }

    #[test]
    fn a_ratio_is_that_of_the_same_round() {
        // The second round was slow for both.
        assert_eq!(ratio(&[2.0, 20.0, 3.0], &[1.0, 10.0, 1.0]), Some(2.0));
        assert_eq!(ratio(&[2.0], &[0.0]), None);
        assert_eq!(ratio(&[2.0], &[]), None);
    }

    #[test]
    fn what_must_be_reached_is_judged() {
        let judged = |reach: Reach, figure, ratio, commit| {
            reach.judge(figure, ratio, commit).map(|(_, kept)| kept)
        };
        assert_eq!(judged(Reach::Told, 1.0, Some(1.0), Some(1.0)), None);
        let times = Reach::TimesRelay(1.2);
        assert_eq!(judged(times, 9.0, Some(1.2), None), Some(true));
        assert_eq!(judged(times, 0.1, Some(1.21), None), Some(false));
        assert_eq!(judged(times, 0.1, None, None), None);
        let least = Reach::LeastTimesRelay(1.0);
        assert_eq!(judged(least, 0.0, Some(1.0), None), Some(true));
        assert_eq!(judged(least, 9.0, Some(0.99), None), Some(false));
        assert_eq!(judged(Reach::AtMost(9.0), 9.0, None, None), Some(true));
        assert_eq!(judged(Reach::AtMost(0.0), 1.0, None, None), Some(false));
        assert_eq!(judged(Reach::AtLeast(10.0), 9.0, None, None), Some(false));
        let commits = Reach::Commits {
            times: 2.0,
            more: 1.0,
        };
        assert_eq!(judged(commits, 1.6, None, Some(0.3)), Some(true));
        assert_eq!(judged(commits, 1.7, None, Some(0.3)), Some(false));
        assert_eq!(judged(commits, 0.1, None, None), None);
    }

    #[test]
    fn a_generator_that_is_late_or_busy_is_told() {
        let strained = |p50, p99, own_cpu| {
            let mut taken = Taken::of([(Key::P50, 0.5), (Key::P99, 2.0)]);
            let lag = Quantiles { p50, p99 };
            taken.strain = Some(Strain { lag, own_cpu });
            taken.is_strained()
        };
        assert!(!strained(0.5, 2.0, 0.9));
        assert!(strained(0.6, 2.0, 0.1) && strained(0.1, 2.1, 0.1) && strained(0.0, 0.0, 0.91));
        assert!(!Taken::of([(Key::First, 1.0)]).is_strained());
    }
}
