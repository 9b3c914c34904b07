//! A picture of what grows, for a document: both scales are logarithmic, so that what doubles with what is counted is
//! a straight line.

use super::{Axis, KINDS};
use crate::bench::{contender::Kind, measure::Key};
use anyhow::{Result, anyhow};
use plotters::prelude::*;
use std::path::Path;

const SIZE: (u32, u32) = (1_080, 340); // pixels

/// What one panel shows: each figure is a line for each contender.
struct Panel {
    title: &'static str,
    keys: &'static [(Key, &'static str)],
}

const PANELS: [Panel; 4] = [
    Panel {
        title: "CPU of a delivery (µs)",
        keys: &[(Key::Cpu, "")],
    },
    Panel {
        title: "delivery (ms)",
        keys: &[(Key::P50, ", p50"), (Key::P99, ", p99")],
    },
    Panel {
        title: "memory (MB)",
        keys: &[(Key::Memory, "")],
    },
    Panel {
        title: "until everything is there (ms)",
        keys: &[(Key::First, ", first client"), (Key::Next, ", next client")],
    },
];

/// Draws all that was measured along an axis.
pub fn draw(axis: &Axis, path: &Path) -> Result<()> {
    let has = |key: Key| move |point: &&super::Point| point.taken.figures.contains_key(&key);
    let shown = PANELS.iter().filter(|panel| {
        let mut keys = panel.keys.iter();
        keys.any(|(key, _)| axis.points.iter().any(|point| has(*key)(&point)))
    });
    let shown: Vec<_> = shown.collect();
    let picture = SVGBackend::new(path, SIZE).into_drawing_area();
    let wrong = |error| anyhow!("draw {}: {error}", axis.name);
    picture
        .fill(&WHITE)
        .map_err(|error| wrong(error.to_string()))?;
    for (panel, area) in shown.iter().zip(picture.split_evenly((1, shown.len()))) {
        draw_panel(axis, panel, &area).map_err(|error| wrong(error.to_string()))?;
    }
    picture.present().map_err(|error| wrong(error.to_string()))
}

fn draw_panel(
    axis: &Axis,
    panel: &Panel,
    area: &DrawingArea<SVGBackend, plotters::coord::Shift>,
) -> Result<(), Box<dyn std::error::Error>> {
    let line = |kind: Kind, key: Key| -> Vec<(f64, f64)> {
        let points = axis.points.iter().filter(|point| point.kind == kind);
        let of = |point: &super::Point| Some((point.at, *point.taken.figures.get(&key)?));
        points.filter_map(of).collect()
    };
    let lines: Vec<_> = KINDS
        .into_iter()
        .flat_map(|kind| {
            panel
                .keys
                .iter()
                .map(move |(key, name)| (kind, *key, *name))
        })
        .map(|(kind, key, name)| (kind, name, line(kind, key)))
        .filter(|(.., points)| !points.is_empty())
        .collect();
    let all = || lines.iter().flat_map(|(.., points)| points.iter().copied());
    let span = |of: fn((f64, f64)) -> f64, room: f64| {
        let least = all().map(of).fold(f64::INFINITY, f64::min);
        let most = all().map(of).fold(0.0, f64::max);
        (least / room)..(most * room)
    };
    let mut chart = ChartBuilder::on(area)
        .caption(panel.title, ("sans-serif", 15))
        .margin(8)
        .x_label_area_size(36)
        .y_label_area_size(48)
        .build_cartesian_2d(
            span(|point| point.0, 1.0).log_scale(),
            // The names of the lines stand above them.
            span(|point| point.1, 5.0).log_scale(),
        )?;
    chart
        .configure_mesh()
        .x_desc(axis.of)
        .x_label_formatter(&|place| short(*place))
        .y_label_formatter(&|figure| short(*figure))
        .x_labels(6)
        .y_labels(6)
        .light_line_style(WHITE)
        .draw()?;
    for (kind, name, points) in lines {
        let colour = match kind {
            Kind::Jalon => RGBColor(0, 96, 100),
            _ => RGBColor(150, 150, 150),
        };
        // The slow ones, and whoever comes first, are drawn thinner.
        let width = if name.ends_with("p99") || name.contains("first") {
            1
        } else {
            3
        };
        let style = colour.stroke_width(width);
        let dots = points
            .iter()
            .map(|point| Circle::new(*point, 3, colour.filled()));
        chart.draw_series(dots)?;
        chart
            .draw_series(LineSeries::new(points.iter().copied(), style))?
            .label(format!("{}{name}", kind.name()))
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 16, y)], style));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .background_style(WHITE.mix(0.7))
        .label_font(("sans-serif", 11))
        .draw()?;
    Ok(())
}

/// A place on a scale, in few letters.
fn short(place: f64) -> String {
    match place {
        place if place >= 1e6 => format!("{} M", place / 1e6),
        place if place >= 1e3 => format!("{} k", place / 1e3),
        place => format!("{place}"),
    }
}
