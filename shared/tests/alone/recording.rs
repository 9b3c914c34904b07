//! Many readings are recorded together, and taken back together by recording what stood there before.

use crate::{apply, at, id, workspace};
use jalon_shared::{
    Field, IndicatorId, Measure, NewEntity, Period, ReadingId, Workspace,
    workspace::{NewReading, TakenBack},
};
use uuid::Uuid;

fn amount(value: f64) -> Measure {
    Measure::Amount { value }
}

fn month(number: u8) -> Period {
    format!("2025-{number:02}").parse().unwrap()
}

fn new(reading: u128, indicator: IndicatorId, number: u8, measure: Measure) -> NewReading {
    NewReading {
        id: id(reading),
        indicator,
        period: month(number),
        measure,
        comment: String::new(),
    }
}

fn value(workspace: &Workspace, indicator: IndicatorId, number: u8) -> Option<Measure> {
    workspace
        .readings(indicator)
        .get(&month(number))
        .map(|reading| reading.current.measure.clone())
}

/// Ids that no other replica of a test makes.
fn fresh(start: u128) -> impl FnMut() -> Uuid {
    let mut next = start;
    move || {
        next += 1;
        Uuid::from_u128(next)
    }
}

/// Undoes or redoes, and tells another replica.
fn one(taken: Option<TakenBack>, other: &mut Workspace) -> usize {
    let taken = taken.unwrap();
    for effect in &taken.effects {
        other.receive(&effect.update).unwrap();
    }
    taken.overwritten
}

#[test]
fn what_is_pasted_is_one_update_and_one_step_among_the_others() {
    let mut mine = workspace();
    let line: IndicatorId = id(1);
    apply(
        &mut mine,
        NewEntity::new(line).text(Field::Name, "Cafés"),
        1_000,
    );
    let mut theirs = Workspace::load(&mine.snapshot()).unwrap();
    let pasted = vec![
        new(10, line, 1, amount(6.0)),
        new(11, line, 2, amount(7.0)),
        // The same cell again: a block that was pasted says it twice, and the last one counts.
        new(12, line, 2, amount(8.0)),
    ];
    let effects = mine.record_all(pasted, &at(2_000)).unwrap();
    assert_eq!(effects.len(), 1);
    theirs.receive(&effects[0].update).unwrap();
    assert_eq!(theirs.history(line, month(2)).len(), 1);
    assert_eq!(value(&theirs, line, 2), Some(amount(8.0)));

    // An edit, then a reading over another: each is its own step, the last one first.
    let edit = apply(
        &mut mine,
        jalon_shared::Command::Set {
            field: line.field(Field::Decimals),
            value: 2_u8.into(),
        },
        3_000,
    );
    theirs.receive(&edit.update).unwrap();
    let over = vec![new(13, line, 1, amount(60.0))];
    for effect in mine.record_all(over, &at(4_000)).unwrap() {
        theirs.receive(&effect.update).unwrap();
    }
    let mut ids = fresh(1_000);
    assert_eq!(one(mine.take_back(&at(5_000), &mut ids), &mut theirs), 0);
    assert_eq!(value(&theirs, line, 1), Some(amount(6.0)));
    let decimals = |workspace: &Workspace| workspace.indicator(line).unwrap().decimals;
    assert_eq!(decimals(&theirs), decimals(&mine));
    assert_eq!(decimals(&mine), 2);
    one(mine.take_back(&at(6_000), &mut ids), &mut theirs);
    assert_eq!(decimals(&mine), 0);
    assert_eq!(value(&mine, line, 2), Some(amount(8.0)));
    one(mine.take_back(&at(7_000), &mut ids), &mut theirs);
    for number in [1, 2] {
        assert_eq!(value(&theirs, line, number), None);
    }
    // Nothing of the history is lost.
    assert_eq!(theirs.history(line, month(1)).len(), 4);

    // And all of it again, in order.
    one(mine.do_again(&at(8_000), &mut ids), &mut theirs);
    assert_eq!(value(&theirs, line, 2), Some(amount(8.0)));
    assert_eq!(decimals(&mine), 0);
    one(mine.do_again(&at(9_000), &mut ids), &mut theirs);
    assert_eq!(
        (decimals(&mine), value(&mine, line, 1)),
        (2, Some(amount(6.0)))
    );
    one(mine.do_again(&at(10_000), &mut ids), &mut theirs);
    assert_eq!(value(&theirs, line, 1), Some(amount(60.0)));
    assert!(!mine.can_redo());
    assert_eq!(mine.content(), theirs.content());
}

#[test]
fn what_others_wrote_over_mine_is_not_taken_back() {
    let mut mine = workspace();
    let line: IndicatorId = id(1);
    apply(&mut mine, NewEntity::new(line), 1_000);
    let mut theirs = Workspace::load(&mine.snapshot()).unwrap();
    let pasted = [1, 2].map(|number| new(10 + u128::from(number), line, number, amount(1.0)));
    for effect in mine.record_all(pasted.into(), &at(2_000)).unwrap() {
        theirs.receive(&effect.update).unwrap();
    }
    let over = vec![new(20, line, 1, amount(5.0))];
    for effect in theirs.record_all(over, &at(3_000)).unwrap() {
        mine.receive(&effect.update).unwrap();
    }
    assert_eq!(
        one(mine.take_back(&at(4_000), fresh(1_000)), &mut theirs),
        1
    );
    assert_eq!(value(&theirs, line, 1), Some(amount(5.0)));
    assert_eq!(value(&theirs, line, 2), None);
    assert!(
        theirs
            .readings(line)
            .values()
            .all(|reading| !reading.is_disputed())
    );
}

#[test]
fn a_value_that_makes_no_sense_leaves_everything_as_it_was() {
    let mut mine = workspace();
    let line: IndicatorId = id(1);
    apply(&mut mine, NewEntity::new(line), 1_000);
    let before = mine.content();
    let wrong = vec![
        new(10, line, 1, amount(1.0)),
        new(11, line, 2, amount(f64::NAN)),
    ];
    assert!(mine.record_all(wrong, &at(2_000)).is_err());
    assert_eq!(mine.content(), before);
}

#[test]
fn a_large_block_goes_in_parts_that_a_server_takes_and_comes_back_in_one_step() {
    let mut mine = workspace();
    let lines: Vec<IndicatorId> = (1..=200).map(id).collect();
    for line in &lines {
        apply(&mut mine, NewEntity::new(*line), 1_000);
    }
    let cells = lines
        .iter()
        .flat_map(|line| (1..=12).map(|number| (*line, number)));
    let pasted: Vec<NewReading> = cells
        .enumerate()
        .map(|(index, (line, number))| NewReading {
            id: ReadingId::from_uuid(Uuid::from_u128(10_000 + index as u128)),
            ..new(0, line, number, amount(index as f64))
        })
        .collect();
    let effects = mine.record_all(pasted, &at(2_000)).unwrap();
    assert!(effects.len() > 1);
    assert!(effects.iter().all(|effect| effect.update.len() < 1 << 20));
    let back = mine.take_back(&at(3_000), fresh(100_000)).unwrap();
    assert!(
        back.effects
            .iter()
            .all(|effect| effect.update.len() < 1 << 20)
    );
    assert!(lines.iter().all(|line| mine.readings(*line).is_empty()));
}
