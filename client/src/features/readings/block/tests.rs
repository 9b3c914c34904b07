//! Where blocks go, and what comes of them.

use super::*;
use crate::features::readings::{
    draft::Fault,
    layout::{Line, View},
    quick,
    timeline::Timeline,
    tsv,
};
use jalon_shared::{Frequency, IndicatorId, indicator::Category};
use jalon_view::words::{Language, Words};
use uuid::Uuid;

const FR: Words = Words::of(Language::French);

/// Rows 0 and 1 by month, 2 by quarter, 3 a ratio by month.
fn order() -> Order {
    let line = |number: u128, frequency, aggregation| Line {
        id: IndicatorId::from_uuid(Uuid::from_u128(number)),
        category: Category::Activity,
        frequency,
        aggregation,
        name: format!("Ligne {number}"),
        unit: String::new(),
        owner: String::new(),
        waiting: 0,
        last: None,
    };
    let lines = [
        line(0, Frequency::Monthly, Aggregation::Sum),
        line(1, Frequency::Monthly, Aggregation::Sum),
        line(2, Frequency::Quarterly, Aggregation::Sum),
        line(3, Frequency::Monthly, Aggregation::Ratio),
    ];
    Order::of(&lines, &View::default(), |_| None)
}

fn columns() -> Columns {
    Columns::of(Timeline {
        year: 2025,
        unit: Frequency::Monthly,
    })
}

fn at(top: usize, bottom: usize, left: usize, right: usize) -> Rect {
    Rect {
        top,
        bottom,
        left,
        right,
    }
}

fn pasted(text: &str, over: Rect) -> Plan {
    let block: Vec<Vec<Piece>> = tsv::parse(text)
        .into_iter()
        .map(|row| row.into_iter().map(Piece::Text).collect())
        .collect();
    paste(&block, over, &order(), columns(), |row, text| {
        quick::read(text, row.aggregation, "", FR)
    })
}

/// `row/period=value` of each entry.
fn entries(plan: &Plan) -> Vec<String> {
    let order = order();
    let entry = |(place, measure): &(Place, Measure)| {
        let row = order.row_of(place.indicator).unwrap_or(99);
        format!("{row}/{}={}", place.period, quick::write(measure, FR))
    };
    plan.entries.iter().map(entry).collect()
}

#[test]
fn a_block_goes_from_the_corner_of_the_selection() {
    let plan = pasted("1\u{202f}234,5\t7\r\n\t8 %\r\n", at(0, 0, 5, 5));
    assert_eq!(
        entries(&plan),
        ["0/2025-05=1\u{202f}234,5", "0/2025-06=7", "1/2025-06=8"]
    );
    assert_eq!(plan.covers, Some(at(0, 1, 5, 6)));
    assert!(plan.kept.is_empty() && plan.outside == 0 && plan.read_only == 0);
}

#[test]
fn one_value_and_a_block_that_fits_fill_the_selection() {
    assert_eq!(
        entries(&pasted("5", at(0, 1, 1, 2))),
        ["0/2025-01=5", "0/2025-02=5", "1/2025-01=5", "1/2025-02=5"]
    );
    assert_eq!(
        entries(&pasted("5\t6", at(0, 1, 1, 4))).len(),
        8,
        "two values, twice along and twice down"
    );
    assert_eq!(entries(&pasted("5\t6", at(0, 0, 1, 3))).len(), 2);
}

#[test]
fn what_does_not_fit_is_counted_and_told() {
    // November, December, the total, and beside the grid; then below it.
    let plan = pasted("1\t2\t3\t4\r\nbeaucoup\t44/94\r\n9", at(3, 3, 11, 11));
    assert_eq!(plan.outside, 4, "{plan:?}");
    assert_eq!(plan.read_only, 1);
    let kept: Vec<(&str, Why)> = plan
        .kept
        .iter()
        .map(|kept| (kept.text.as_str(), kept.why))
        .collect();
    let ratio = Why::Unread(Unread::NeedsRatio);
    assert_eq!(kept, [("1", ratio), ("2", ratio)]);
    let plan = pasted("beaucoup\t5", at(0, 0, 1, 1));
    assert_eq!(
        plan.kept[0].why,
        Why::Unread(Unread::Fault(Fault::NotANumber))
    );
    assert_eq!(entries(&plan), ["0/2025-02=5"]);
    assert_eq!(
        entries(&pasted("44/94", at(3, 3, 1, 1))),
        ["3/2025-01=44/94"]
    );
    assert_eq!(pasted("5", at(0, 0, 0, 0)).read_only, 1);
    assert_eq!(pasted("", at(0, 0, 1, 1)), Plan::default());
}

#[test]
fn quarters_take_values_at_their_first_month_or_side_by_side() {
    let expected = ["2/2025-T1=5", "2/2025-T2=6"];
    assert_eq!(entries(&pasted("5\t\t\t6", at(2, 2, 1, 1))), expected);
    assert_eq!(entries(&pasted("5\t6", at(2, 2, 1, 1))), expected);
    assert_eq!(
        entries(&pasted("5\t6", at(2, 2, 2, 2))),
        expected,
        "from the middle of a cell"
    );
    assert_eq!(entries(&pasted("1\t2\t3\t4", at(2, 2, 1, 1))).len(), 4);
    assert_eq!(pasted("1\t2\t3\t4\t5", at(2, 2, 1, 1)).read_only, 1);
}

#[test]
fn a_selection_is_drawn_out_in_every_direction() {
    let value = |place: Place| {
        let row = order().row_of(place.indicator)?;
        let month = place.period.number();
        Some(Measure::Amount {
            value: (row * 100 + usize::from(month)) as f64,
        })
    };
    let filled = |from, to| entries(&fill(from, to, &order(), columns(), value));
    assert_eq!(filled(at(0, 0, 5, 5), at(0, 1, 5, 5)), ["1/2025-05=5"]);
    assert_eq!(
        filled(at(0, 0, 1, 2), at(0, 0, 1, 5)),
        ["0/2025-03=1", "0/2025-04=2", "0/2025-05=1"]
    );
    assert_eq!(filled(at(1, 1, 3, 3), at(0, 1, 3, 3)), ["0/2025-03=103"]);
    assert_eq!(filled(at(2, 2, 4, 6), at(2, 2, 4, 9)), ["2/2025-T3=202"]);
    // An amount is no ratio.
    let plan = fill(at(1, 1, 1, 1), at(1, 3, 1, 1), &order(), columns(), value);
    assert_eq!(entries(&plan), ["2/2025-T1=101"]);
    assert_eq!(plan.kept.len(), 1);
    assert_eq!(plan.kept[0].why, Why::OtherKind);
}

#[test]
fn what_is_copied_is_pasted_back_into_the_same_cells() {
    let all = at(0, 3, 1, 12);
    let block = copy(all, &order(), columns(), |row, column| {
        let text = format!("1\u{202f}{column:03},5");
        Copied {
            text: if row.aggregation == Aggregation::Ratio {
                format!("{column}/20")
            } else {
                text
            },
            ..Copied::default()
        }
    });
    assert!(texts(&block).iter().all(|row| row.len() == 12));
    assert_eq!(
        block[2].iter().map(|cell| cell.columns).collect::<Vec<_>>(),
        [3; 4]
    );
    let plan = pasted(&tsv::write(&texts(&block)), at(0, 0, 1, 1));
    assert_eq!(plan.entries.len(), 12 * 3 + 4);
    assert!(plan.kept.is_empty() && plan.outside == 0, "{:?}", plan.kept);
    let cells: Vec<Place> = plan.entries.iter().map(|(place, _)| *place).collect();
    assert_eq!(cells, places(all, &order(), columns()));
}
