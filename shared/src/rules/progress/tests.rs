//! The figures of the demo's fourteen indicators, worked out by hand, and the edges of each rule.

use super::*;
use crate::{Frequency, rules::fixtures::*};

/// An indicator, its readings, and what a person finds with pencil and paper.
struct Case {
    indicator: Indicator,
    readings: Readings,
    aggregate: f64,
    expected: f64,
    progress: f64,
    state: State,
    n: Option<u64>,
}

fn check(name: &str, case: &Case) {
    let figure = figure(&case.indicator, &case.readings);
    let near = |found: Option<f64>, wanted: f64| {
        found.is_some_and(|found| (found - wanted).abs() < 0.000_05)
    };
    assert!(
        near(figure.aggregate, case.aggregate),
        "{name}: aggregate {:?}",
        figure.aggregate
    );
    assert!(
        near(figure.expected, case.expected),
        "{name}: expected {:?}",
        figure.expected
    );
    assert!(
        near(figure.progress, case.progress),
        "{name}: progress {:?}",
        figure.progress
    );
    assert_eq!(figure.state, case.state, "{name}");
    assert_eq!(figure.n, case.n, "{name}");
    assert_eq!(
        figure.series.len(),
        case.readings.len(),
        "{name}: one point for each period"
    );
    assert_eq!(figure.latest, figure.series.last().copied(), "{name}");
    assert!(!figure.disputed, "{name}");
}

fn with(aggregation: Aggregation, target: f64, alert: f64, good: f64) -> Indicator {
    Indicator {
        thresholds: Thresholds { alert, good },
        ..indicator(aggregation, target)
    }
}

fn less(indicator: Indicator) -> Indicator {
    Indicator {
        direction: Direction::Decrease,
        ..indicator
    }
}

fn months(values: [Measure; 6]) -> Readings {
    readings(
        [
            "2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06",
        ]
        .into_iter()
        .zip(values),
    )
}

fn quarters(first: Measure, second: Measure) -> Readings {
    readings([("2025-T1", first), ("2025-T2", second)])
}

fn amounts(values: [f64; 6]) -> Readings {
    months(values.map(amount))
}

#[test]
fn sums_are_held_against_their_share_of_the_year() {
    // Cafés: 6+7+8+8+9+7 = 45 of 96 × 6/12 = 48; 45/48 = 0.9375
    check(
        "I01",
        &Case {
            indicator: with(Aggregation::Sum, 96.0, 0.75, 0.95),
            readings: amounts([6.0, 7.0, 8.0, 8.0, 9.0, 7.0]),
            aggregate: 45.0,
            expected: 48.0,
            progress: 0.9375,
            state: State::OnTheWay,
            n: None,
        },
    );
    // Respite: 74.5+81+92.5+98+104+110.5 = 560.5 of 1200 × 6/12 = 600; 560.5/600 = 0.93417
    check(
        "I02",
        &Case {
            indicator: with(Aggregation::Sum, 1200.0, 0.75, 0.95),
            readings: amounts([74.5, 81.0, 92.5, 98.0, 104.0, 110.5]),
            aggregate: 560.5,
            expected: 600.0,
            progress: 0.934_17,
            state: State::OnTheWay,
            n: None,
        },
    );
    // Interviews: 22+24+27+29+26+31 = 159 of 320 × 6/12 = 160; 159/160 = 0.99375
    check(
        "I03",
        &Case {
            indicator: with(Aggregation::Sum, 320.0, 0.75, 0.95),
            readings: amounts([22.0, 24.0, 27.0, 29.0, 26.0, 31.0]),
            aggregate: 159.0,
            expected: 160.0,
            progress: 0.993_75,
            state: State::Good,
            n: None,
        },
    );
    // Stories, each quarter: 5+6 = 11 of 24 × 2/4 = 12; 11/12 = 0.91667
    check(
        "I12",
        &Case {
            indicator: Indicator {
                frequency: Frequency::Quarterly,
                ..with(Aggregation::Sum, 24.0, 0.6, 0.95)
            },
            readings: quarters(amount(5.0), amount(6.0)),
            aggregate: 11.0,
            expected: 12.0,
            progress: 0.916_67,
            state: State::OnTheWay,
            n: None,
        },
    );
}

#[test]
fn ratios_divide_sums() {
    let one = || ratio(1.0, 1.0);
    // Team reviews: 5 of 6 = 83.3333 %; 83.3333/92 = 0.90580
    check(
        "I04",
        &Case {
            indicator: with(Aggregation::Ratio, 92.0, 0.8, 0.95),
            readings: months([one(), one(), ratio(0.0, 1.0), one(), one(), one()]),
            aggregate: 83.333_33,
            expected: 92.0,
            progress: 0.905_80,
            state: State::OnTheWay,
            n: Some(6),
        },
    );
    // Clear path: (19+24)/(28+32) = 43/60 = 71.6667 %; 71.6667/80 = 0.89583
    check(
        "I07",
        &Case {
            indicator: with(Aggregation::Ratio, 80.0, 0.8, 0.95),
            readings: quarters(ratio(19.0, 28.0), ratio(24.0, 32.0)),
            aggregate: 71.666_67,
            expected: 80.0,
            progress: 0.895_83,
            state: State::OnTheWay,
            n: Some(60),
        },
    );
    // Contacts: (37+44)/(90+94) = 81/184 = 44.0217 %; 44.0217/55 = 0.80040
    check(
        "I09",
        &Case {
            indicator: with(Aggregation::Ratio, 55.0, 0.8, 0.95),
            readings: quarters(ratio(37.0, 90.0), ratio(44.0, 94.0)),
            aggregate: 44.021_74,
            expected: 55.0,
            progress: 0.800_40,
            state: State::OnTheWay,
            n: Some(184),
        },
    );
    // Jobs, half a year: 9/28 = 32.1429 %; 32.1429/40 = 0.80357
    check(
        "I11",
        &Case {
            indicator: Indicator {
                frequency: Frequency::HalfYearly,
                ..with(Aggregation::Ratio, 40.0, 0.8, 0.95)
            },
            readings: readings([("2025-S1", ratio(9.0, 28.0))]),
            aggregate: 32.142_86,
            expected: 40.0,
            progress: 0.803_57,
            state: State::OnTheWay,
            n: Some(28),
        },
    );
}

#[test]
fn means_weigh_their_answers() {
    // Satisfaction: (4.0×143 + 4.2×171)/314 = (572 + 718.2)/314 = 4.10892; /4.4 = 0.93385
    check(
        "I05",
        &Case {
            indicator: with(Aggregation::WeightedMean, 4.4, 0.85, 0.97),
            readings: quarters(mean(4.0, 143), mean(4.2, 171)),
            aggregate: 4.108_92,
            expected: 4.4,
            progress: 0.933_85,
            state: State::OnTheWay,
            n: Some(314),
        },
    );
    // Burden, less is better: (7.1×39 + 6.7×44)/83 = (276.9 + 294.8)/83 = 6.88795; 6/6.88795 = 0.87109
    check(
        "I10",
        &Case {
            indicator: less(with(Aggregation::WeightedMean, 6.0, 0.8, 0.95)),
            readings: quarters(mean(7.1, 39), mean(6.7, 44)),
            aggregate: 6.887_95,
            expected: 6.0,
            progress: 0.871_09,
            state: State::OnTheWay,
            n: Some(83),
        },
    );
    // Fatigue: (68.6+72+66.3+73.6+72+66)/(14+15+13+16+16+15) = 418.5/89 = 4.70225; 4/4.70225 = 0.85066
    check(
        "I14",
        &Case {
            indicator: less(with(Aggregation::WeightedMean, 4.0, 0.8, 0.95)),
            readings: months([
                mean(4.9, 14),
                mean(4.8, 15),
                mean(5.1, 13),
                mean(4.6, 16),
                mean(4.5, 16),
                mean(4.4, 15),
            ]),
            aggregate: 4.702_25,
            expected: 4.0,
            progress: 0.850_66,
            state: State::OnTheWay,
            n: Some(89),
        },
    );
}

#[test]
fn levels_have_an_indicative_mean() {
    // Listened to: (4+18+39+40 + 2+14+51+60)/(36+41) = 228/77 = 2.96104; /3.3 = 0.89728
    check(
        "I06",
        &Case {
            indicator: with(Aggregation::Distribution, 3.3, 0.8, 0.95),
            readings: quarters(counts(&[4, 9, 13, 10]), counts(&[2, 7, 17, 15])),
            aggregate: 2.961_04,
            expected: 3.3,
            progress: 0.897_28,
            state: State::OnTheWay,
            n: Some(77),
        },
    );
    // Cooperation: (3+8+6+4 + 2+10+9+8)/(10+12) = 50/22 = 2.27273; /2.8 = 0.81169
    check(
        "I08",
        &Case {
            indicator: with(Aggregation::Distribution, 2.8, 0.75, 0.95),
            readings: quarters(counts(&[3, 4, 2, 1]), counts(&[2, 5, 3, 2])),
            aggregate: 2.272_73,
            expected: 2.8,
            progress: 0.811_69,
            state: State::OnTheWay,
            n: Some(22),
        },
    );
    // Asking for help: (10+28+27+12 + 7+28+42+20)/(36+40) = 174/76 = 2.28947; /2.9 = 0.78947
    check(
        "I13",
        &Case {
            indicator: with(Aggregation::Distribution, 2.9, 0.75, 0.95),
            readings: quarters(counts(&[10, 14, 9, 3]), counts(&[7, 14, 14, 5])),
            aggregate: 2.289_47,
            expected: 2.9,
            progress: 0.789_47,
            state: State::OnTheWay,
            n: Some(76),
        },
    );
}

#[test]
fn counts_by_level_come_with_the_words_of_the_scale() {
    let scale = ["Je fais tout seul", "J’en parle", "Je demande"]
        .map(str::to_owned)
        .to_vec();
    let indicator = Indicator {
        levels: scale,
        ..indicator(Aggregation::Distribution, 2.0)
    };
    // A fifth level that nobody describes any more is still an answer that somebody gave.
    let figure = figure(
        &indicator,
        &quarters(counts(&[1, 0, 2]), counts(&[3, 0, 0, 0, 1])),
    );
    let found: Vec<_> = figure
        .levels
        .iter()
        .map(|level| (level.level, level.label.as_str(), level.count))
        .collect();
    assert_eq!(
        found,
        [
            (1, "Je fais tout seul", 4),
            (2, "J’en parle", 0),
            (3, "Je demande", 2),
            (5, "", 1)
        ]
    );
}

#[test]
fn readings_outside_the_targets_period_draw_the_line_but_do_not_count() {
    let indicator = indicator(Aggregation::Sum, 96.0);
    let readings = readings([
        ("2024-12", amount(40.0)),
        ("2025-01", amount(8.0)),
        ("2025-02", amount(4.0)),
        ("2026-01", amount(9.0)),
    ]);
    let figure = figure(&indicator, &readings);
    assert_eq!(figure.aggregate, Some(12.0));
    assert_eq!(figure.expected, Some(16.0)); // 96 × 2/12
    assert_eq!(figure.progress, Some(0.75));
    assert_eq!(figure.state, State::OnTheWay); // the alert threshold itself is no gap yet
    assert_eq!(
        figure.latest,
        Some(Point {
            period: period("2026-01"),
            value: 9.0
        })
    );
    assert_eq!(figure.series.len(), 4);
}

#[test]
fn a_skipped_month_has_elapsed_all_the_same() {
    let figure = figure(
        &indicator(Aggregation::Sum, 120.0),
        &readings([("2025-03", amount(30.0))]),
    );
    assert_eq!((figure.expected, figure.progress), (Some(30.0), Some(1.0)));
}

#[test]
fn a_target_without_a_period_takes_every_reading_and_asks_for_all_at_once() {
    let mut indicator = indicator(Aggregation::Sum, 20.0);
    indicator.target.period = None;
    let figure = figure(
        &indicator,
        &readings([("2024", amount(5.0)), ("2025-T1", amount(3.0))]),
    );
    assert_eq!(
        (figure.aggregate, figure.expected, figure.progress),
        (Some(8.0), Some(20.0), Some(0.4))
    );
    assert_eq!(figure.state, State::Gap);
}

#[test]
fn a_month_beside_its_quarter_does_not_count_twice() {
    let readings = readings([
        ("2025-01", amount(2.0)),
        ("2025-T1", amount(9.0)),
        ("2025-04", amount(4.0)),
    ]);
    let figure = figure(&indicator(Aggregation::Sum, 36.0), &readings);
    assert_eq!(figure.aggregate, Some(13.0)); // 9 of the quarter + 4 of April
    assert_eq!(figure.expected, Some(12.0)); // 36 × 4/12
}

#[test]
fn a_share_that_is_a_threshold_on_paper_is_on_its_good_side() {
    // 0.95 of each target, by sums and quotients that binary numbers cannot hold exactly.
    for target in [0.1, 0.3, 0.7, 1.1, 3.3, 6.6, 9.9, 55.0, 96.0, 1200.0] {
        let mut indicator = with(Aggregation::Sum, target, 0.75, 0.95);
        indicator.target.period = None;
        let tenth = || amount(target * 0.095);
        let periods = ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05"];
        let more = ["2025-06", "2025-07", "2025-08", "2025-09", "2025-10"];
        let figure = figure(
            &indicator,
            &readings(periods.into_iter().chain(more).map(|text| (text, tenth()))),
        );
        assert_eq!(
            (figure.progress, figure.state),
            (Some(0.95), State::Good),
            "{target}"
        );
    }
}

#[test]
fn nothing_left_of_what_shall_decrease_is_all_of_it() {
    let indicator = less(indicator(Aggregation::WeightedMean, 4.0));
    let figure = figure(&indicator, &readings([("2025-01", mean(0.0, 5))]));
    assert_eq!((figure.progress, figure.state), (Some(1.0), State::Good));
}

#[test]
fn what_cannot_be_compared_is_unknown() {
    let values = || readings([("2025-01", amount(3.0))]);
    let target = |value: Option<f64>| {
        let mut indicator = indicator(Aggregation::Sum, 0.0);
        indicator.target.value = value;
        indicator
    };
    for (indicator, readings) in [
        (target(None), values()),
        (target(Some(0.0)), values()),
        (target(Some(-5.0)), values()),
        (target(Some(f64::NAN)), values()),
        (target(Some(5.0)), Readings::new()),
        (target(Some(5.0)), readings([("2024-01", amount(3.0))])),
        (
            indicator(Aggregation::Ratio, 50.0),
            readings([("2025-01", ratio(0.0, 0.0))]),
        ),
        // Somebody turned a sum into a ratio: the amount says nothing any more.
        (indicator(Aggregation::Ratio, 50.0), values()),
    ] {
        let figure = figure(&indicator, &readings);
        assert_eq!(
            (figure.progress, figure.state),
            (None, State::Unknown),
            "{:?}",
            indicator.target
        );
    }
}

#[test]
fn two_values_at_once_are_told() {
    let mut readings = readings([("2025-01", amount(3.0))]);
    if let Some(reading) = readings.get_mut(&period("2025-01")) {
        reading.others.push(entry("2025-01", amount(4.0)));
    }
    assert!(figure(&indicator(Aggregation::Sum, 5.0), &readings).disputed);
}

#[test]
fn before_the_targets_period_the_last_known_value_stands_for_it() {
    let ratios = || readings([("2025-T1", ratio(1.0, 4.0)), ("2025-T2", ratio(2.0, 4.0))]);
    let towards = |span: &str| {
        let mut indicator = indicator(Aggregation::Ratio, 80.0);
        indicator.target.period = Some(period(span));
        figure(&indicator, &ratios()).aggregate
    };
    // 50 % in the second quarter, on the way to the fourth.
    assert_eq!(towards("2025-T4"), Some(50.0));
    // A month inside a quarter that was read: that quarter.
    assert_eq!(towards("2025-06"), Some(50.0));
    assert_eq!(towards("2025-03"), Some(25.0));
    // What came after says nothing of before.
    assert_eq!(towards("2024-T4"), None);
    // A sum starts at its period.
    let mut sum = indicator(Aggregation::Sum, 80.0);
    sum.target.period = Some(period("2025-T4"));
    assert_eq!(
        figure(&sum, &readings([("2025-T1", amount(3.0))])).aggregate,
        None
    );
}
