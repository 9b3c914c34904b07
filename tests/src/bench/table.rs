//! The results as tables for a document: for each work a table, for each contender a column.

use super::{
    contender::Kind,
    measure::{Key, Metric, Taken, median, ratio},
    rounds::{Done, Results},
};
use std::fmt::{self, Write};

/// What stands after a figure for which the load generator was too slow.
const STRAINED: &str = " *";

impl fmt::Display for Results {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let commit = median(&self.commits);
        for done in &self.works {
            done.write(f, commit)?;
        }
        if let Some(commit) = commit {
            writeln!(
                f,
                "A commit (4 KiB and fdatasync) took {} ms on this disk.",
                figure(commit)
            )?;
        }
        writeln!(
            f,
            "Each figure is the median of the rounds, with the least and the most; “x” is how often the relay's \
             figure of the same round goes into it.{STRAINED} The load generator itself was late or busy.",
        )?;
        self.write_strain(f)
    }
}

impl Results {
    /// How hard it was for the load generator.
    fn write_strain(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "\n| load generator | typed late, p50 (ms) | p99 (ms) | of a processor |"
        )?;
        writeln!(f, "| --- | ---: | ---: | ---: |")?;
        for done in &self.works {
            for (kind, taken) in &done.taken {
                let strains = taken.iter().flatten().filter_map(|taken| taken.strain);
                let strains: Vec<_> = strains.collect();
                let middle = |of: fn(&super::measure::Strain) -> f64| {
                    median(&strains.iter().map(of).collect::<Vec<_>>())
                };
                let (Some(p50), Some(p99), Some(busy)) = (
                    middle(|strain| strain.lag.p50),
                    middle(|strain| strain.lag.p99),
                    middle(|strain| strain.own_cpu),
                ) else {
                    continue;
                };
                let (work, name) = (done.work.name, kind.name());
                writeln!(
                    f,
                    "| {work}, {name} | {} | {} | {busy:.2} |",
                    figure(p50),
                    figure(p99)
                )?;
            }
        }
        Ok(())
    }
}

impl Done {
    fn write(&self, f: &mut fmt::Formatter<'_>, commit: Option<f64>) -> fmt::Result {
        writeln!(f, "#### {}\n", self.work.title)?;
        let names = self.taken.iter().map(|(kind, _)| kind.name());
        let names: Vec<_> = names.collect();
        writeln!(
            f,
            "| | {} | Jalon must reach | does it |",
            names.join(" | ")
        )?;
        writeln!(f, "| --- |{} --- | --- |", " ---: |".repeat(names.len()))?;
        for metric in self.work.metrics {
            let cells = self.taken.iter().map(|(kind, _)| self.cell(*kind, metric));
            let cells: Vec<_> = cells.collect();
            let (bound, kept) = self.verdict(metric, commit);
            writeln!(
                f,
                "| {} | {} | {bound} | {kept} |",
                metric.name,
                cells.join(" | ")
            )?;
        }
        writeln!(f)
    }

    fn of(&self, kind: Kind) -> &[Option<Taken>] {
        let taken = self.taken.iter().find(|(of, _)| *of == kind);
        taken.map_or(&[], |(_, taken)| taken)
    }

    /// The figures of the rounds.
    fn figures(&self, kind: Kind, key: Key) -> Vec<f64> {
        let taken = self.of(kind).iter().flatten();
        taken
            .filter_map(|taken| taken.figures.get(&key).copied())
            .collect()
    }

    /// How often the relay's figure goes into that of another, by rounds in which both have one.
    fn beside_relay(&self, kind: Kind, key: Key) -> Option<f64> {
        let rounds = self.of(kind).iter().zip(self.of(Kind::Relay));
        let both = rounds.filter_map(|(ours, relay)| {
            let of = |taken: &Option<Taken>| taken.as_ref()?.figures.get(&key).copied();
            Some((of(ours)?, of(relay)?))
        });
        let (ours, relay): (Vec<_>, Vec<_>) = both.unzip();
        ratio(&ours, &relay)
    }

    fn cell(&self, kind: Kind, metric: &Metric) -> String {
        let figures = self.figures(kind, metric.key);
        let Some(middle) = median(&figures) else {
            let failed = self.of(kind).iter().any(Option::is_none);
            return if failed { "failed" } else { "–" }.to_owned();
        };
        if matches!(metric.key, Key::Missing | Key::Relayed | Key::Broken) {
            // Each round is a fate of its own: a median would hide the worst.
            let rounds: Vec<_> = figures
                .iter()
                .map(|figure| format!("{figure:.0}"))
                .collect();
            return rounds.join(", ");
        }
        let mut cell = figure(middle);
        if figures.len() > 1 {
            let least = figures.iter().copied().fold(f64::INFINITY, f64::min);
            let most = figures.iter().copied().fold(0.0, f64::max);
            let _ = write!(cell, " ({} to {})", figure(least), figure(most));
        }
        if kind != Kind::Relay
            && let Some(ratio) = self.beside_relay(kind, metric.key)
        {
            let digits = if ratio < 0.1 { 3 } else { 2 };
            let _ = write!(cell, ", {ratio:.digits$} x");
        }
        let rounds = self.of(kind).iter().flatten();
        let strained = rounds.clone().filter(|taken| taken.is_strained()).count();
        if metric.key != Key::Memory && strained * 2 > rounds.count() {
            cell.push_str(STRAINED);
        }
        cell
    }

    /// What Jalon must reach, and whether it does.
    fn verdict(&self, metric: &Metric, commit: Option<f64>) -> (String, &'static str) {
        let figures = self.figures(Kind::Jalon, metric.key);
        let figure = match metric.key {
            Key::Broken => figures.iter().copied().reduce(f64::max),
            _ => median(&figures),
        };
        let ratio = self.beside_relay(Kind::Jalon, metric.key);
        match figure.and_then(|figure| metric.reach.judge(figure, ratio, commit)) {
            Some((bound, true)) => (bound, "yes"),
            Some((bound, false)) => (bound, "not yet"),
            None => (String::new(), ""),
        }
    }
}

/// Short enough to read, exact enough to compare.
pub fn figure(value: f64) -> String {
    match value {
        value if value < 10.0 => format!("{value:.2}"),
        value if value < 100.0 => format!("{value:.1}"),
        value if value < 10_000.0 => format!("{value:.0}"),
        value => thousands(value),
    }
}

fn thousands(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            measure::Reach,
            works::{What, Work},
        },
        *,
    };

    const METRICS: &[Metric] = &[
        Metric {
            key: Key::Cpu,
            name: "CPU",
            reach: Reach::TimesRelay(1.2),
        },
        Metric {
            key: Key::Broken,
            name: "gone",
            reach: Reach::AtMost(0.0),
        },
    ];

    fn done(relay: &[f64], jalon: &[Option<f64>], broken: f64) -> Done {
        let taken = |cpu: f64| Taken::of([(Key::Cpu, cpu)]);
        let relay = relay.iter().map(|cpu| Some(taken(*cpu))).collect();
        let jalon = jalon.iter().map(|cpu| {
            let mut taken = taken((*cpu)?);
            taken.figures.insert(Key::Broken, broken);
            Some(taken)
        });
        Done {
            work: Work {
                name: "work",
                title: "Work",
                what: What::Cold {
                    people: 1,
                    edits: 1,
                },
                metrics: METRICS,
                beside_others: true,
            },
            taken: vec![(Kind::Relay, relay), (Kind::Jalon, jalon.collect())],
        }
    }

    fn table(done: Done) -> String {
        let results = Results {
            works: vec![done],
            ..Results::default()
        };
        results.to_string()
    }

    #[test]
    fn a_row_tells_the_rounds_and_what_must_be_reached() {
        // One round was slow for both.
        let text = table(done(
            &[2.0, 20.0, 4.0],
            &[Some(2.0), Some(22.0), Some(4.4)],
            0.0,
        ));
        let row = "| CPU | 4.00 (2.00 to 20.0) | 4.40 (2.00 to 22.0), 1.10 x | at most 1.2 x the relay | yes |";
        assert!(text.contains(row), "{text}");
        assert!(
            text.contains("| gone | – | 0, 0, 0 | at most 0 | yes |"),
            "{text}"
        );
    }

    #[test]
    fn what_is_not_reached_is_said() {
        let text = table(done(&[2.0], &[Some(2.5)], 1.0));
        assert!(
            text.contains("| CPU | 2.00 | 2.50, 1.25 x | at most 1.2 x the relay | not yet |"),
            "{text}"
        );
        assert!(text.contains("| 1 | at most 0 | not yet |"), "{text}");
    }

    #[test]
    fn a_round_that_failed_is_left_out_with_the_relay_of_it() {
        let text = table(done(&[2.0, 1.0], &[None, Some(1.2)], 0.0));
        assert!(
            text.contains("| 1.20, 1.20 x | at most 1.2 x the relay | yes |"),
            "{text}"
        );
        let text = table(done(&[2.0], &[None], 0.0));
        assert!(text.contains("| CPU | 2.00 | failed |  |  |"), "{text}");
    }

    #[test]
    fn figures_are_short() {
        let figures = [0.123, 12.345, 123.4, 1234.5, 2_049_000.0].map(figure);
        assert_eq!(figures, ["0.12", "12.3", "123", "1234", "2,049,000"]);
    }
}
