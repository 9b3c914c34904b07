//! The page with the pictures and the tables of what grows.

use super::{Axis, KINDS};
use crate::bench::{measure::Key, table::figure};
use std::fmt::Write;

/// What stands in a table, by the key of what was measured.
const FIGURES: [(Key, &str); 6] = [
    (Key::Cpu, "CPU of a delivery (µs)"),
    (Key::P50, "p50 (ms)"),
    (Key::P99, "p99 (ms)"),
    (Key::Memory, "memory (MB)"),
    (Key::First, "first client (ms)"),
    (Key::Next, "next client (ms)"),
];

/// Where what people wrote about the curves begins: it stays when they are measured again.
pub const WORDS: &str = "<!-- in words -->";

pub fn write(axes: &[Axis], machine: &str, words: &str) -> String {
    let mut page = String::from(
        "# How what Jalon costs grows\n\n\
         `cargo xtask bench --growth` measures this and writes the tables and the pictures. Beside Jalon stands the bare \
         relay, which forwards bytes and keeps nothing. A star: the load generator was late or busy itself, and the \
         figure is as much its own.\n",
    );
    for axis in axes {
        // Nothing is lost by writing to a string.
        let _ = write_axis(&mut page, axis);
    }
    let _ = write!(page, "\n{machine}\n\n{WORDS}\n{words}");
    page
}

fn write_axis(page: &mut String, axis: &Axis) -> std::fmt::Result {
    writeln!(page, "\n## {}\n", axis.title)?;
    writeln!(page, "![{}]({}.svg)\n", axis.title, axis.name)?;
    let measured = |key: &Key| {
        axis.points
            .iter()
            .any(|point| point.taken.figures.contains_key(key))
    };
    let figures: Vec<_> = FIGURES.iter().filter(|(key, _)| measured(key)).collect();
    let kinds = KINDS
        .into_iter()
        .filter(|kind| axis.points.iter().any(|point| point.kind == *kind));
    let kinds: Vec<_> = kinds.collect();
    write!(page, "| {} |", axis.of)?;
    for (_, name) in &figures {
        for kind in &kinds {
            write!(page, " {name}, {} |", kind.name())?;
        }
    }
    writeln!(
        page,
        "\n| ---: |{}",
        " ---: |".repeat(figures.len() * kinds.len())
    )?;
    let mut places: Vec<f64> = axis.points.iter().map(|point| point.at).collect();
    places.dedup();
    for at in places {
        write!(page, "| {at:.0} |")?;
        for (key, _) in &figures {
            for kind in &kinds {
                let mut here = axis.points.iter().filter(|point| point.at == at);
                let point = here.find(|point| point.kind == *kind);
                let value = point.and_then(|point| point.taken.figures.get(key));
                let text = value.map_or_else(|| "–".to_owned(), |value| figure(*value));
                let strained = point.is_some_and(|point| point.taken.is_strained());
                let star = if strained && *key != Key::Memory {
                    " *"
                } else {
                    ""
                };
                write!(page, " {text}{star} |")?;
            }
        }
        writeln!(page)?;
    }
    Ok(())
}
