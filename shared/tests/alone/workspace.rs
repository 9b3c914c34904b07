//! What one person does in a workspace, and takes back.

use crate::{apply, at, id, workspace, write};
use jalon_shared::{
    AxisId, BlockId, Change, Command, CommandError, Content, EntityKind, EntityRef, Field,
    IndicatorId, Measure, NewEntity, ObjectiveId, Place, TextOp, Value, Workspace,
    dashboard::BlockKind,
    indicator::{Aggregation, Bound, Category},
    objective::{Audience, ObjectiveStatus},
    workspace::{Effect, LONGEST_TEXT},
};
use std::collections::BTreeMap;
use uuid::Uuid;

#[test]
fn a_workspace_moves_between_threads() {
    fn is_send<T: Send>() {}
    is_send::<Workspace>();
}

#[test]
fn an_objective_and_its_indicator_are_read_as_they_were_written() {
    let mut workspace = workspace();
    let (axis, objective, indicator): (AxisId, ObjectiveId, IndicatorId) = (id(1), id(2), id(3));
    apply(
        &mut workspace,
        NewEntity::new(axis)
            .text(Field::Label, "Répit")
            .value(Field::Color, 3_u8),
        2,
    );
    let bound = Bound {
        value: Some(62.5),
        period: "2025".parse().ok(),
    };
    let new = NewEntity::new(indicator)
        .text(Field::Name, "Aidants soutenus")
        .text(Field::Level(2), "souvent")
        .value(Field::Category, Category::Impact)
        .value(Field::Aggregation, Aggregation::Ratio)
        .value(Field::Decimals, 1_u8)
        .value(Field::LevelCount, 3_u8)
        .value(Field::TargetValue, bound.value)
        .value(Field::TargetPeriod, bound.period);
    apply(&mut workspace, new, 3);
    let new = NewEntity::new(objective)
        .value(Field::Axis, Value::Id(axis.uuid()))
        .value(Field::ExpectedFor, Audience::Partners)
        .value(Field::DueDate, "2026-06-30")
        .value(Field::Status, ObjectiveStatus::Proposed)
        .link(Field::Indicators, indicator);
    apply(&mut workspace, new, 4);
    let read = workspace.indicator(indicator).unwrap();
    assert_eq!(
        (read.target, read.decimals, read.category),
        (bound, 1, Category::Impact)
    );
    assert_eq!(read.levels, ["", "souvent", ""]);
    let read = workspace.objective(objective).unwrap();
    assert_eq!(
        (read.axis, read.status, read.expected_for),
        (
            Some(axis),
            ObjectiveStatus::Proposed,
            Some(Audience::Partners)
        )
    );
    assert_eq!(
        (
            read.due_date.map(|date| date.to_string()).as_deref(),
            read.indicators.len()
        ),
        (Some("2026-06-30"), 1)
    );
    // What points to the bin points nowhere.
    apply(
        &mut workspace,
        Command::Delete {
            entity: axis.into(),
        },
        5,
    );
    apply(
        &mut workspace,
        Command::Delete {
            entity: indicator.into(),
        },
        6,
    );
    let read = workspace.objective(objective).unwrap();
    assert_eq!((read.axis, read.indicators.len()), (None, 0));
    let titles: Vec<String> = workspace
        .bin()
        .into_iter()
        .map(|binned| binned.title)
        .collect();
    assert_eq!(titles, ["Aidants soutenus", "Répit"]);
    assert!(workspace.content().indicators.is_empty() && workspace.indicator(indicator).is_some());
}

#[test]
fn the_grid_is_in_the_order_of_the_categories() {
    let mut workspace = workspace();
    for (number, category) in [
        (1, Category::Impact),
        (2, Category::Activity),
        (3, Category::Activity),
    ] {
        apply(
            &mut workspace,
            NewEntity::new(id::<IndicatorId>(number)).value(Field::Category, category),
            2,
        );
    }
    let place = Place::Before(Uuid::from_u128(2));
    apply(
        &mut workspace,
        Command::Move {
            entity: id::<IndicatorId>(3).into(),
            place,
        },
        3,
    );
    assert_eq!(workspace.indicators(), [id(3), id(2), id(1)]);
    let field = id::<IndicatorId>(1).field(Field::Category);
    let effect = apply(
        &mut workspace,
        Command::Set {
            field: field.clone(),
            value: Category::Activity.into(),
        },
        4,
    );
    assert_eq!(
        effect.changes,
        [Change::List(EntityKind::Indicator), Change::Value(field)]
    );
    assert_eq!(workspace.indicators(), [id(1), id(3), id(2)]);
}

#[test]
fn what_changed_is_said_once() {
    let mut workspace = workspace();
    let block: BlockId = id(1);
    let effect = apply(
        &mut workspace,
        NewEntity::new(block).value(Field::BlockKind, BlockKind::Line),
        2,
    );
    assert_eq!(effect.changes, [Change::List(EntityKind::Block)]);
    let field = block.field(Field::Title);
    let effect = apply(&mut workspace, write(field.clone(), 0, 0, "Où en 😀"), 3);
    let changes = [Change::Text {
        field: field.clone(),
        ops: vec![TextOp::Insert(8)],
        now: "Où en 😀".into(),
    }];
    assert_eq!(effect.changes, changes);
    let effect = apply(&mut workspace, write(field.clone(), 3, 2, "on"), 4);
    let Change::Text { ops, now, .. } = &effect.changes[0] else {
        panic!("{effect:?}")
    };
    assert_eq!((ops[0], now.as_str()), (TextOp::Retain(3), "Où on 😀"));
    // Nothing is nothing.
    for command in [
        write(field.clone(), 3, 0, ""),
        Command::Set {
            field: block.field(Field::BlockKind),
            value: BlockKind::Line.into(),
        },
        Command::Unlink {
            field: block.field(Field::Indicators),
            to: Uuid::from_u128(9),
        },
        Command::Move {
            entity: block.into(),
            place: Place::First,
        },
        Command::Restore {
            entity: block.into(),
        },
        Command::AddLanguage {
            lang: "fr".parse().unwrap(),
        },
        Command::RemoveLanguage {
            lang: "nl".parse().unwrap(),
        },
    ] {
        assert_eq!(apply(&mut workspace, command, 5), Effect::default());
    }
}

#[test]
fn what_makes_no_sense_is_refused() {
    let mut workspace = workspace();
    let (axis, gone): (AxisId, AxisId) = (id(1), id(2));
    apply(
        &mut workspace,
        NewEntity::new(axis).text(Field::Label, "a😀b"),
        2,
    );
    let before = workspace.content();
    let label = axis.field(Field::Label);
    let long = "é".repeat(LONGEST_TEXT as usize);
    let indicator: IndicatorId = id(9);
    let record = |measure| Command::Record {
        id: id(1),
        indicator,
        period: "2025-T1".parse().unwrap(),
        measure,
        comment: String::new(),
    };
    let not_that = |field: Field| CommandError::NotThatField {
        kind: EntityKind::Axis,
        field,
    };
    for (command, error) in [
        (
            NewEntity::new(axis).into(),
            CommandError::Exists(axis.into()),
        ),
        (
            NewEntity::new(EntityRef::SETTINGS).into(),
            CommandError::Permanent(EntityRef::SETTINGS),
        ),
        (
            Command::Delete {
                entity: EntityRef::SETTINGS,
            },
            CommandError::Permanent(EntityRef::SETTINGS),
        ),
        (
            Command::Delete {
                entity: gone.into(),
            },
            CommandError::NotFound(gone.into()),
        ),
        (
            write(gone.field(Field::Label), 0, 0, "x"),
            CommandError::NotFound(gone.into()),
        ),
        (
            write(axis.field(Field::Color), 0, 0, "x"),
            not_that(Field::Color),
        ),
        (
            write(axis.field(Field::Statement), 0, 0, "x"),
            not_that(Field::Statement),
        ),
        (
            Command::Set {
                field: label.clone(),
                value: "x".into(),
            },
            not_that(Field::Label),
        ),
        (
            Command::Link {
                field: label.clone(),
                to: Uuid::nil(),
            },
            not_that(Field::Label),
        ),
        (
            NewEntity::new(gone).value(Field::Label, "x").into(),
            not_that(Field::Label),
        ),
        (write(label.clone(), 2, 0, "x"), CommandError::OutOfRange),
        (write(label.clone(), 1, 1, ""), CommandError::OutOfRange),
        (write(label.clone(), 4, 1, ""), CommandError::OutOfRange),
        (
            write(label.clone(), u32::MAX, 2, ""),
            CommandError::OutOfRange,
        ),
        (
            write(label, 0, 0, &long),
            CommandError::TooLong {
                limit: LONGEST_TEXT,
            },
        ),
        (
            Command::Set {
                field: axis.field(Field::Color),
                value: 6_u8.into(),
            },
            CommandError::InvalidValue {
                field: Field::Color,
                value: Value::Number(6.0),
            },
        ),
        (
            record(Measure::Withdrawn),
            CommandError::NotFound(indicator.into()),
        ),
    ] {
        assert_eq!(workspace.apply(&command, &at(3)), Err(error), "{command:?}");
    }
    assert_eq!(workspace.content(), before);
    apply(&mut workspace, NewEntity::new(indicator), 4);
    for measure in [
        Measure::Amount { value: f64::NAN },
        Measure::Ratio {
            numerator: 1.0,
            denominator: -1.0,
        },
        Measure::Mean {
            value: f64::INFINITY,
            n: 3,
        },
        Measure::Levels {
            counts: BTreeMap::from([(8, 1)]),
        },
    ] {
        assert_eq!(
            workspace.apply(&record(measure), &at(5)),
            Err(CommandError::InvalidMeasure)
        );
    }
}

#[test]
fn every_measure_survives_the_document() {
    let mut workspace = workspace();
    let indicator: IndicatorId = id(1);
    apply(&mut workspace, NewEntity::new(indicator), 2);
    for (number, measure) in [
        Measure::Amount { value: -1234.567 },
        Measure::Amount { value: 1e300 },
        Measure::Ratio {
            numerator: 7.0,
            denominator: 0.0,
        },
        Measure::Mean {
            value: 3.0,
            n: u64::from(u32::MAX) + 7,
        },
        Measure::Levels {
            counts: BTreeMap::from([(1, 0), (7, 12)]),
        },
        Measure::Withdrawn,
    ]
    .into_iter()
    .enumerate()
    {
        let period = "2025-06".parse().unwrap();
        let command = Command::Record {
            id: id(number as u128),
            indicator,
            period,
            measure: measure.clone(),
            comment: "à vérifier".into(),
        };
        let effect = apply(
            &mut workspace,
            command.clone(),
            1_700_000_000_000 + number as i64,
        );
        assert_eq!(effect.changes, [Change::Reading { indicator, period }]);
        // The same entry once more changes nothing.
        assert_eq!(apply(&mut workspace, command, 9), Effect::default());
        let loaded = Workspace::load(&workspace.snapshot()).unwrap();
        let reading = loaded.reading(indicator, period);
        assert_eq!(reading, workspace.reading(indicator, period));
        let current = reading.unwrap().current;
        assert_eq!(
            (current.measure, current.comment.as_str()),
            (measure, "à vérifier")
        );
        assert_eq!(
            (current.by_name.as_str(), current.at),
            ("Awa", 1_700_000_000_000 + number as i64)
        );
    }
    assert!(
        !workspace.can_undo()
            || workspace
                .history(indicator, "2025-06".parse().unwrap())
                .len()
                == 6
    );
}

#[test]
fn a_thousand_moves_and_a_long_life_stay_small() {
    let mut workspace = workspace();
    for number in 0..12 {
        apply(&mut workspace, NewEntity::new(id::<AxisId>(number)), 1);
    }
    for number in 0..1_000_i64 {
        let (entity, neighbour) = (
            id::<AxisId>(number as u128 * 7 % 12),
            Uuid::from_u128(number as u128 * 5 % 12),
        );
        let place = if number % 2 == 0 {
            Place::Before(neighbour)
        } else {
            Place::After(neighbour)
        };
        apply(
            &mut workspace,
            Command::Move {
                entity: entity.into(),
                place,
            },
            2,
        );
    }
    assert_eq!(workspace.axes().len(), 12);
    let fresh = Workspace::load(&workspace.snapshot()).unwrap();
    assert_eq!(fresh.axes(), workspace.axes());
    assert!(
        workspace.snapshot().len() < 40_000,
        "{}",
        workspace.snapshot().len()
    );
    assert_eq!(
        fresh.content(),
        Content {
            axes: fresh.content().axes,
            ..workspace.content()
        }
    );
}
