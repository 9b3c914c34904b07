//! The order of rows, where they stand, and the cells of a year.

use super::*;
use uuid::Uuid;

fn line(number: u128, category: Category, name: &str, last: Option<f64>) -> Line {
    Line {
        id: IndicatorId::from_uuid(Uuid::from_u128(number)),
        category,
        frequency: Frequency::Monthly,
        aggregation: Aggregation::Sum,
        name: name.to_owned(),
        unit: String::new(),
        owner: format!("Rôle {}", number % 2),
        waiting: usize::from(last.is_none()),
        last,
    }
}

fn lines() -> Vec<Line> {
    vec![
        line(1, Category::Activity, "Écoutes", Some(12.0)),
        line(2, Category::Activity, "ateliers", None),
        line(3, Category::Impact, "Zones", Some(3.0)),
        line(4, Category::Impact, "", Some(7.0)),
    ]
}

fn names(view: &View) -> Vec<String> {
    let lines = lines();
    let order = Order::of(&lines, view, |id| {
        [(1, 0.2), (3, 0.9)]
            .iter()
            .find(|(number, _)| IndicatorId::from_uuid(Uuid::from_u128(*number)) == id)
            .map(|(_, standing)| *standing)
    });
    let name = |row: &Row| {
        let line = lines.iter().find(|line| line.id == row.id);
        line.map(|line| line.name.clone()).unwrap_or_default()
    };
    order.rows.iter().map(name).collect()
}

#[test]
fn rows_are_sorted_as_somebody_wants_and_the_unknown_comes_last() {
    let by = |sort, descending| {
        names(&View {
            sort,
            descending,
            ..View::default()
        })
    };
    assert_eq!(
        by(SortBy::Category, false),
        ["Écoutes", "ateliers", "Zones", ""]
    );
    assert_eq!(
        by(SortBy::Category, true),
        ["Zones", "", "Écoutes", "ateliers"]
    );
    assert_eq!(
        by(SortBy::Name, false),
        ["ateliers", "Écoutes", "Zones", ""]
    );
    assert_eq!(by(SortBy::Name, true), ["Zones", "Écoutes", "ateliers", ""]);
    assert_eq!(
        by(SortBy::Last, false),
        ["Zones", "", "Écoutes", "ateliers"]
    );
    assert_eq!(by(SortBy::Last, true), ["Écoutes", "", "Zones", "ateliers"]);
    assert_eq!(
        by(SortBy::Standing, true),
        ["Zones", "Écoutes", "ateliers", ""]
    );
}

#[test]
fn a_filter_keeps_what_fits_all_of_it() {
    let text = |text: &str| View {
        text: text.to_owned(),
        ..View::default()
    };
    assert_eq!(names(&text(" ecou ")), ["Écoutes"]);
    assert_eq!(names(&text("rôle 0")), ["ateliers", ""]);
    assert!(names(&text("rien")).is_empty());
    assert!(text("x").is_filtered() && !text(" ").is_filtered());
    let mut view = View {
        category: Some(Category::Impact),
        owner: Some("Rôle 1".to_owned()),
        ..View::default()
    };
    assert_eq!(names(&view), ["Zones"]);
    view.only_waiting = true;
    assert!(names(&view).is_empty());
}

#[test]
fn heads_of_categories_stand_between_rows_only_in_the_shared_order() {
    let order = Order::of(&lines(), &View::default(), |_| None);
    assert_eq!(
        order.items(),
        [
            Item::Category(Category::Activity),
            Item::Row(0),
            Item::Row(1),
            Item::Category(Category::Impact),
            Item::Row(2),
            Item::Row(3),
        ]
    );
    assert_eq!(order.row_of(order.rows[2].id), Some(2));
    let by_name = View {
        sort: SortBy::Name,
        ..View::default()
    };
    assert_eq!(Order::of(&lines(), &by_name, |_| None).items().len(), 4);
}

#[test]
fn the_window_holds_what_is_in_view_and_a_little_more() {
    let many: Vec<Line> = (0..2_000)
        .map(|number| {
            let category = match number {
                0..700 => Category::Activity,
                700..1_400 => Category::PerceivedQuality,
                _ => Category::Impact,
            };
            line(number, category, "x", None)
        })
        .collect();
    let order = Order::of(&many, &View::default(), |_| None);
    let heights = Heights {
        row: 60.0,
        head: 40.0,
    };
    assert_eq!(order.items().len(), 2_003);
    assert_eq!(heights.top(&order, 0), 0.0);
    assert_eq!(heights.top(&order, 2), 100.0);
    assert_eq!(heights.top(&order, 702), 40.0 + 700.0 * 60.0 + 40.0);
    assert_eq!(heights.top(&order, 9_999), 2_000.0 * 60.0 + 120.0);
    for from in [0.0, 39.0, 41_999.0, 42_040.0, 119_500.0, 1e9, -5.0] {
        let (first, last) = heights.window(&order, from, from + 600.0, 8);
        let end = heights.top(&order, 2_003);
        assert!(last - first <= 40, "{from}: {first} to {last}");
        assert!(heights.top(&order, first) <= from.clamp(0.0, end), "{from}");
        assert!(
            heights.top(&order, last) >= (from + 600.0).min(end),
            "{from}"
        );
    }
    // A line more or less draws nothing anew.
    assert_eq!(
        heights.window(&order, 6_001.0, 6_601.0, 8),
        heights.window(&order, 6_059.0, 6_659.0, 8)
    );
}

#[test]
fn each_column_of_a_row_knows_its_cell() {
    let columns = Columns::of(Timeline {
        year: 2025,
        unit: Frequency::Monthly,
    });
    assert_eq!((columns.count(), columns.total()), (14, 13));
    let slot = columns.slot(Frequency::Quarterly, 5);
    assert_eq!((slot.first, slot.last()), (4, 6));
    assert_eq!(slot.period, "2025-T2".parse().ok());
    assert_eq!(columns.slot(Frequency::Quarterly, 0).period, None);
    assert_eq!(columns.slot(Frequency::Quarterly, 13).first, 13);
    assert_eq!(
        columns.slot(Frequency::Yearly, 12).period,
        "2025".parse().ok()
    );
    let nowhere = columns.slot(Frequency::Monthly, 99);
    assert_eq!((nowhere.first, nowhere.period), (13, None));
}
