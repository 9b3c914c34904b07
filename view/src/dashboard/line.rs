//! A line over time, with the target it goes towards. A sum with a target over a span is drawn as it adds
//! up, against what is expected in proportion to the time elapsed; everything else as it was read.

use super::{
    gauge::expected_now,
    picture::{DataTable, TableRow},
    scale::{Scale, extent, place, ticks},
    state::{StateMark, category_class},
};
use crate::{
    args, dates, measures, numbers,
    words::{Words, use_words},
};
use dioxus::prelude::*;
use jalon_shared::{
    Period,
    dashboard::{Figure, Point},
    indicator::Aggregation,
};

const WIDTH: f64 = 560.0;
const HEIGHT: f64 = 270.0;
/// Room for the numbers of the axis, the names of the periods, and the words at the end of the lines.
const LEFT: f64 = 68.0;
const RIGHT: f64 = 18.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 40.0;
/// The least distance between the names of two periods, in the letters of a phone.
const NAME: f64 = 104.0;

/// A series of readings. `id` is unique on the page.
#[component]
pub fn LineChart(figure: Figure, id: String) -> Element {
    let words = use_words();
    let course = Course::of(&figure);
    let say = |value: f64| measures::of_figure(words, &figure, value);
    let rows = course.points.iter().map(|point| {
        let mut cells = vec![say(point.read)];
        if course.is_cumulative {
            cells.push(say(point.shown));
        }
        TableRow::new(dates::period(words, point.period), cells)
    });
    let mut heads = vec![words.t("dashboard-period"), words.t("dashboard-value")];
    if course.is_cumulative {
        heads.push(words.t("dashboard-cumulative"));
    }
    rsx! {
        figure { class: "chart {category_class(figure.category)}",
            figcaption { class: "chart-head",
                span { class: "chart-name", {figure.name.clone()} }
                StateMark { state: figure.state }
            }
            if course.points.is_empty() {
                p { class: "hint", {words.t("dashboard-no-reading")} }
            } else {
                Picture { figure: figure.clone(), course: course.clone(), id }
                DataTable { caption: figure.name.clone(), heads, rows: rows.collect::<Vec<_>>() }
            }
        }
    }
}

/// What is drawn: points in time, and the straight line to aim at.
#[derive(Debug, Clone, PartialEq)]
struct Course {
    points: Vec<CoursePoint>,
    is_cumulative: bool,
    /// Months since year 0, and value: both ends of the line of the target.
    aim: Option<((f64, f64), (f64, f64))>,
    /// The months that the picture covers.
    span: (f64, f64),
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct CoursePoint {
    period: Period,
    /// In months since year 0.
    at: f64,
    /// The value that was read, and the one that is drawn.
    read: f64,
    shown: f64,
}

impl Course {
    fn of(figure: &Figure) -> Self {
        match (figure.aggregation, figure.target.zip(figure.target_period)) {
            (Aggregation::Sum, Some((target, span))) if adds_up(&figure.series, span) => {
                Self::adding_up(&figure.series, target, span)
            }
            (Aggregation::Sum, Some(_)) => Self::as_read(&figure.series, None),
            (Aggregation::Sum, None) => Self::as_read(&figure.series, None),
            _ => Self::as_read(&figure.series, figure.target),
        }
    }

    fn as_read(series: &[Point], target: Option<f64>) -> Self {
        let middle = |period: Period| f64::from(period.months().0 + period.months().1) / 2.0;
        let points = series.iter().map(|point| CoursePoint {
            period: point.period,
            at: middle(point.period),
            read: point.value,
            shown: point.value,
        });
        let points: Vec<_> = points.collect();
        let span = extent(points.iter().map(|point| point.at)).unwrap_or_default();
        let aim = target.map(|target| ((span.0, target), (span.1, target)));
        Self {
            points,
            is_cumulative: false,
            aim,
            span,
        }
    }

    /// The readings inside the target's span, each added to those before it; one inside another that was
    /// read too is left out, so that nothing counts twice.
    fn adding_up(series: &[Point], target: f64, span: Period) -> Self {
        let inside: Vec<&Point> = series
            .iter()
            .filter(|point| span.contains(point.period))
            .collect();
        let is_part = |point: &Point| {
            inside
                .iter()
                .any(|whole| whole.period != point.period && whole.period.contains(point.period))
        };
        let mut sum = 0.0;
        let points = inside.iter().filter(|point| !is_part(point)).map(|point| {
            sum += point.value;
            CoursePoint {
                period: point.period,
                at: f64::from(point.period.months().1),
                read: point.value,
                shown: sum,
            }
        });
        let points = points.collect();
        let (start, end) = (f64::from(span.months().0), f64::from(span.months().1));
        Self {
            points,
            is_cumulative: true,
            aim: Some(((start, 0.0), (end, target))),
            span: (start, end),
        }
    }
}

/// Whether the readings inside the target's span make a line; a lonely one would hide all the others.
fn adds_up(series: &[Point], span: Period) -> bool {
    let inside = series.iter().filter(|point| span.contains(point.period));
    let inside = inside.count();
    inside > 1 || inside == series.len()
}

#[component]
fn Picture(figure: Figure, course: Course, id: String) -> Element {
    let words = use_words();
    let mut values: Vec<f64> = course.points.iter().map(|point| point.shown).collect();
    values.extend(course.aim.into_iter().flat_map(|(from, to)| [from.1, to.1]));
    values.extend(figure.baseline.filter(|_| !course.is_cumulative));
    let (low, high) = extent(values).unwrap_or_default();
    // A line may leave out zero, as its shape is what counts; a sum that starts from nothing shows it.
    let all_ticks = ticks(low, high, 4);
    let (bottom, top) = extent(all_ticks.iter().copied()).unwrap_or((low, high));
    let x = Scale::new(
        (course.span.0, LEFT + 8.0),
        (course.span.1, WIDTH - RIGHT - 8.0),
    );
    let y = Scale::new((bottom, HEIGHT - BOTTOM), (top, TOP));
    let say = |value: f64| measures::of_figure(words, &figure, value);
    let tick_decimals = if all_ticks.iter().all(|tick| tick.fract().abs() < 1e-9) {
        0
    } else {
        2
    };
    let mut path = String::new();
    for (index, point) in course.points.iter().enumerate() {
        let (across, down) = (place(x.place(point.at)), place(y.place(point.shown)));
        path.push_str(&format!(
            "{}{across} {down}",
            if index == 0 { "M" } else { "L" }
        ));
    }
    let names = names(&course.points, x);
    let (title, desc) = (format!("{id}-title"), format!("{id}-desc"));
    let last = course.points.last().copied();
    rsx! {
        svg {
            class: "picture line", view_box: "0 0 {WIDTH} {HEIGHT}", role: "img",
            "aria-labelledby": "{title} {desc}",
            title { id: title.clone(), {figure.name.clone()} }
            desc { id: desc.clone(), {sentence(words, &figure, &course)} }
            for tick in all_ticks {
                line { class: "axis", x1: place(LEFT), x2: place(WIDTH - RIGHT), y1: place(y.place(tick)), y2: place(y.place(tick)) }
                text { class: "axis-value", x: place(LEFT - 8.0), y: place(y.place(tick) + 4.0), text_anchor: "end",
                    {numbers::short(words, tick, tick_decimals)}
                }
            }
            if let Some(baseline) = figure.baseline.filter(|_| !course.is_cumulative) {
                line { class: "baseline", x1: place(LEFT), x2: place(WIDTH - RIGHT), y1: place(y.place(baseline)), y2: place(y.place(baseline)) }
                text { class: "line-word", x: place(WIDTH - RIGHT), y: place(y.place(baseline) + 18.0), text_anchor: "end",
                    {words.t("dashboard-baseline")} }
            }
            if let Some((from, to)) = course.aim {
                line { class: "aim", x1: place(x.place(from.0)), y1: place(y.place(from.1)), x2: place(x.place(to.0)), y2: place(y.place(to.1)) }
                text { class: "line-word aim-word", x: place(WIDTH - RIGHT), y: place(y.place(to.1) - 8.0), text_anchor: "end",
                    {words.t_with("dashboard-mark", args![mark => words.t("dashboard-target"), figure => say(to.1)])}
                }
            }
            path { class: "course", d: path }
            for point in course.points.iter().copied() {
                circle { class: "point", cx: place(x.place(point.at)), cy: place(y.place(point.shown)), r: "4.5",
                    title { {words.t_with("dashboard-mark", args![mark => dates::period(words, point.period), figure => say(point.shown)])} }
                }
            }
            for (across, period) in names {
                text {
                    class: "axis-name", x: place(if across > WIDTH - 60.0 { WIDTH } else { across }), y: place(HEIGHT - BOTTOM + 24.0),
                    text_anchor: if across > WIDTH - 60.0 { "end" } else { "middle" },
                    {dates::period_short(words, period)}
                }
            }
            if let Some(last) = last {
                text { class: "last-value", x: place(x.place(last.at).clamp(LEFT + 40.0, WIDTH - RIGHT - 40.0)), y: place(last_word_y(y, &course)), text_anchor: "middle",
                    {say(last.shown)}
                }
            }
        }
    }
}

/// The periods that are named under the picture, and where: as many as fit, counted from the latest, which
/// always has its name.
fn names(points: &[CoursePoint], x: Scale) -> Vec<(f64, Period)> {
    let mut names: Vec<(f64, Period)> = Vec::new();
    for point in points.iter().rev() {
        let across = x.place(point.at);
        if names.last().is_none_or(|(last, _)| last - across >= NAME) {
            names.push((across, point.period));
        }
    }
    names
}

/// The last value stands above its point, or below when the line to aim at passes close above it.
fn last_word_y(y: Scale, course: &Course) -> f64 {
    let Some(last) = course.points.last() else {
        return TOP;
    };
    let point = y.place(last.shown);
    let aim = course.aim.map(|(from, to)| {
        let share = if to.0 > from.0 {
            (last.at - from.0) / (to.0 - from.0)
        } else {
            1.0
        };
        y.place(from.1 + (to.1 - from.1) * share)
    });
    let is_crowded_above =
        aim.is_some_and(|aim| aim <= point && point - aim < 34.0) || point < TOP + 16.0;
    if is_crowded_above && point + 24.0 < HEIGHT - BOTTOM {
        point + 24.0
    } else {
        point - 13.0
    }
}

/// What the picture says, in a sentence.
fn sentence(words: Words, figure: &Figure, course: &Course) -> String {
    let say = |value: f64| measures::of_figure(words, figure, value);
    let (Some(first), Some(last)) = (course.points.first(), course.points.last()) else {
        return words.t("dashboard-no-reading");
    };
    let (from, to) = (
        dates::period(words, first.period),
        dates::period(words, last.period),
    );
    let mut text = if course.points.len() == 1 {
        words.t_with(
            "dashboard-line-one",
            args![name => figure.name.as_str(), value => say(last.shown), period => to],
        )
    } else {
        let key = if course.is_cumulative {
            "dashboard-line-cumulative"
        } else {
            "dashboard-line-from-to"
        };
        let args = args![name => figure.name.as_str(), first => say(first.shown), from => from, last => say(last.shown), to => to];
        words.t_with(key, args)
    };
    for (key, value) in [
        ("dashboard-target", figure.target),
        ("dashboard-expected-now", expected_now(figure)),
    ] {
        if let Some(value) = value {
            let mark = words.t_with(
                "dashboard-mark",
                args![mark => words.t(key), figure => say(value)],
            );
            text.push(' ');
            text.push_str(&words.t_with("dashboard-sentence", args![text => mark]));
        }
    }
    text
}
