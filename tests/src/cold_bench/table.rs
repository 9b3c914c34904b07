//! The figures of a start as tables for a document.

use super::{Bench, Ending, coming::Coming, many::Many};
use std::{fmt, time::Duration};

/// Everything that was measured.
#[derive(Debug, Default)]
pub struct Table {
    pub(super) bench: Option<Bench>,
    pub(super) comings: Vec<(Ending, Coming)>,
    /// Bytes of what brings the large document.
    pub(super) bytes: Option<usize>,
    pub(super) many: Option<Many>,
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(bench), Some(bytes)) = (self.bench, self.bytes) {
            writeln!(
                f,
                "A document of {} single edits by {} people ({} kB), after a restart:\n",
                bench.edits,
                bench.people,
                bytes / 1_000
            )?;
            head(f)?;
            for (ending, word) in [(Ending::Asked, "asked to end"), (Ending::Killed, "killed")] {
                let of = |what: fn(&Coming) -> Duration| {
                    let all = self.comings.iter().filter(|(of, _)| *of == ending);
                    all.map(|(_, coming)| what(coming)).collect()
                };
                for (what, wanted, sample) in [
                    ("the first client has everything", "8", of(|one| one.first)),
                    ("the next client has everything", "2", of(|one| one.next)),
                    (
                        "an edit of the first is with the next, since the first came",
                        "",
                        of(|one| one.relayed),
                    ),
                    (
                        "that edit is with the next, since it was sent",
                        "",
                        of(|one| one.edit_took),
                    ),
                ] {
                    line(f, &format!("{word}: {what}"), wanted, sample)?;
                }
            }
        }
        match &self.many {
            Some(many) => write!(f, "{many}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Many {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kilobytes = |bytes: f64| format!("{:.1} kB", bytes / 1e3);
        let megabytes = |bytes: f64| format!("{:.1} MB", bytes / 1e6);
        writeln!(
            f,
            "\n{} workspaces in the data folder, each a document of {}:\n",
            self.workspaces,
            kilobytes(self.document as f64)
        )?;
        head(f)?;
        line(
            f,
            "the first answer, since the start",
            "1,000",
            self.starts.clone(),
        )?;
        line(f, "the owner's list of all", "", vec![self.list])?;
        line(f, "one more is made", "", vec![self.made])?;
        let each = self.open.saturating_sub(self.before) as f64 / self.opened.max(1) as f64;
        writeln!(f, "\n| what | amount |\n| --- | ---: |")?;
        let mut row = |what: String, amount: String| writeln!(f, "| {what} | {amount} |");
        row(
            "on the disk, each".to_owned(),
            kilobytes(self.on_disk as f64),
        )?;
        row(
            "memory after the start".to_owned(),
            megabytes(self.memory as f64),
        )?;
        row(
            "the owner's list".to_owned(),
            megabytes(self.list_bytes as f64),
        )?;
        let what = format!("memory of an open one without people, of {}", self.opened);
        row(what, kilobytes(each))?;
        row(
            "memory with all of these".to_owned(),
            megabytes(self.open as f64),
        )?;
        if let (Some(left), Some(after)) = (self.left, self.after) {
            let seconds = format!("{:.0} s", left.as_secs_f64());
            row("they have all left after".to_owned(), seconds)?;
            row("memory then".to_owned(), megabytes(after as f64))?;
        }
        Ok(())
    }
}

fn head(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    writeln!(
        f,
        "| milliseconds until | wanted | median | least | most | of |"
    )?;
    writeln!(f, "| --- | ---: | ---: | ---: | ---: | ---: |")
}

fn line(
    f: &mut fmt::Formatter<'_>,
    what: &str,
    wanted: &str,
    mut sample: Vec<Duration>,
) -> fmt::Result {
    sample.sort();
    let at = |place: usize| {
        let value = sample.get(place).map(Duration::as_secs_f64);
        value.map_or_else(|| "–".to_owned(), |seconds| format!("{:.2}", seconds * 1e3))
    };
    let last = sample.len().saturating_sub(1);
    let (median, least, most) = (at(last / 2), at(0), at(last));
    writeln!(
        f,
        "| {what} | {wanted} | {median} | {least} | {most} | {} |",
        sample.len()
    )
}
