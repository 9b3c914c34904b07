//! The figures of the domain as a table for a document.

use std::fmt;

/// One call that was measured.
#[derive(Debug, Clone, Copy)]
pub struct Call {
    /// From the first byte of the question to the last of the answer.
    pub seconds: f64,
    /// Seconds of processor time of the server meanwhile, whatever it did.
    pub processor: f64,
    /// The length of the answer, uncompressed.
    pub bytes: usize,
}

/// Calls of one kind.
#[derive(Debug, Clone, Default)]
pub struct Calls {
    /// Of something that nobody asked for before.
    pub first: Vec<Call>,
    /// Of the same again.
    pub again: Vec<Call>,
}

/// What people who type wait for, in seconds.
#[derive(Debug, Clone, Default)]
pub struct Waiting {
    pub delivered: Vec<f64>,
    pub acknowledged: Vec<f64>,
}

/// The figures of one workspace.
#[derive(Debug, Clone, Default)]
pub struct Sample {
    /// The length of the document.
    pub bytes: usize,
    pub freeze: Calls,
    pub freeze_in_company: Calls,
    pub diff: Calls,
    pub comparison: Calls,
    pub page: Calls,
    pub json: Calls,
    pub export: Calls,
    pub live: Calls,
    pub calm: Waiting,
    pub meanwhile: Waiting,
}

/// Everything that was measured.
#[derive(Debug, Clone, Default)]
pub struct Table {
    pub sample: Sample,
    pub hundred: Sample,
}

/// What is done, how soon it should be in the large workspace (in milliseconds), and the calls that did it.
type Row = (&'static str, &'static str, fn(&Sample) -> &Calls);

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "| work | workspace | wanted (ms) | median (ms) | least to most (ms) | processor (ms) | again (ms) | size (kB) | of |"
        )?;
        writeln!(
            f,
            "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
        )?;
        let rows: [Row; 8] = [
            ("freeze", "250", |sample| &sample.freeze),
            ("freeze, people typing", "250", |sample| {
                &sample.freeze_in_company
            }),
            ("what changed between two versions", "100", |sample| {
                &sample.diff
            }),
            ("the same as a page", "", |sample| &sample.comparison),
            ("page of a version", "300", |sample| &sample.page),
            ("version as JSON", "", |sample| &sample.json),
            ("version as a file", "", |sample| &sample.export),
            ("live page with its picture", "", |sample| &sample.live),
        ];
        for (work, wanted, calls) in rows {
            line(f, work, "sample", "", calls(&self.sample))?;
            line(f, work, "hundred", wanted, calls(&self.hundred))?;
        }
        writeln!(f)?;
        writeln!(
            f,
            "| what people who type wait for | workspace | median (ms) | p99 (ms) | worst (ms) | of |"
        )?;
        writeln!(f, "| --- | --- | ---: | ---: | ---: | ---: |")?;
        for (size, sample) in [("sample", &self.sample), ("hundred", &self.hundred)] {
            for (when, waiting) in [
                ("in calm", &sample.calm),
                ("during freezes", &sample.meanwhile),
            ] {
                wait(
                    f,
                    &format!("a word from one to another, {when}"),
                    size,
                    &waiting.delivered,
                )?;
                wait(
                    f,
                    &format!("an acknowledgement, {when}"),
                    size,
                    &waiting.acknowledged,
                )?;
            }
        }
        writeln!(f)?;
        for (size, sample) in [("sample", &self.sample), ("hundred", &self.hundred)] {
            if sample.bytes > 0 {
                writeln!(
                    f,
                    "The document of the {size}: {:.1} MB.",
                    sample.bytes as f64 / 1e6
                )?;
            }
        }
        Ok(())
    }
}

fn line(
    f: &mut fmt::Formatter<'_>,
    work: &str,
    size: &str,
    wanted: &str,
    calls: &Calls,
) -> fmt::Result {
    if calls.first.is_empty() {
        return Ok(());
    }
    let sorted = |calls: &[Call], of: fn(&Call) -> f64| {
        let mut values: Vec<f64> = calls.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values
    };
    let first = sorted(&calls.first, |call| call.seconds * 1e3);
    let at = |values: &[f64], share| figure(quantile(values, share));
    writeln!(
        f,
        "| {work} | {size} | {wanted} | {} | {} to {} | {} | {} | {} | {} |",
        at(&first, 0.5),
        at(&first, 0.0),
        at(&first, 1.0),
        at(&sorted(&calls.first, |call| call.processor * 1e3), 0.5),
        at(&sorted(&calls.again, |call| call.seconds * 1e3), 0.5),
        at(&sorted(&calls.first, |call| call.bytes as f64 / 1e3), 0.5),
        first.len()
    )
}

fn wait(f: &mut fmt::Formatter<'_>, what: &str, size: &str, seconds: &[f64]) -> fmt::Result {
    if seconds.is_empty() {
        return Ok(());
    }
    let mut sorted: Vec<f64> = seconds.iter().map(|seconds| seconds * 1e3).collect();
    sorted.sort_by(f64::total_cmp);
    let at = |share| figure(quantile(&sorted, share));
    writeln!(
        f,
        "| {what} | {size} | {} | {} | {} | {} |",
        at(0.5),
        at(0.99),
        at(1.0),
        sorted.len()
    )
}

/// Short enough to read, exact enough to compare.
fn figure(value: f64) -> String {
    match value {
        value if value.is_nan() => "–".to_owned(),
        value if value < 10.0 => format!("{value:.2}"),
        value if value < 100.0 => format!("{value:.1}"),
        value => format!("{value:.0}"),
    }
}

/// The value below which this share of a sorted sample lies (nearest rank).
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.max(1) - 1).copied().unwrap_or(f64::NAN)
}
