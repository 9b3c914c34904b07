//! Somebody asks for their name to be removed: what they wrote stays, and no byte holds the name.

use crate::{apply, id, workspace, write};
use jalon_shared::{
    AxisId, Command, Field, IndicatorId, Measure, NewEntity, PersonId, ReadingId, Stamp, Workspace,
};
use std::collections::BTreeSet;
use uuid::Uuid;

const ZENOBIE: &str = "Zénobie Quatrebarbes";
const FORMER: &str = "Zénobie Vieuxnom";

fn zenobie(name: &str, at: i64) -> Stamp {
    Stamp {
        person: PersonId::from_uuid(Uuid::from_u128(99)),
        name: name.to_owned(),
        at,
    }
}

fn record(number: u128, indicator: IndicatorId) -> Command {
    Command::Record {
        id: id::<ReadingId>(number),
        indicator,
        period: "2025-01".parse().expect("a period"),
        measure: Measure::Amount { value: 4.0 },
        comment: "compté deux fois".to_owned(),
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

/// A workspace in which Zénobie typed a reading under each of her names, sent one thing to the bin, and
/// another twice.
fn written() -> (Workspace, IndicatorId) {
    let mut workspace = workspace();
    let (indicator, axis, other): (IndicatorId, AxisId, AxisId) = (id(3), id(4), id(5));
    apply(&mut workspace, NewEntity::new(indicator), 2);
    for axis in [axis, other] {
        apply(&mut workspace, NewEntity::new(axis), 3);
    }
    for (command, by) in [
        (record(10, indicator), zenobie(FORMER, 4)),
        (record(11, indicator), zenobie(ZENOBIE, 5)),
        (
            Command::Delete {
                entity: axis.into(),
            },
            zenobie(ZENOBIE, 6),
        ),
        (
            Command::Delete {
                entity: other.into(),
            },
            zenobie(FORMER, 7),
        ),
        (
            Command::Restore {
                entity: other.into(),
            },
            zenobie(ZENOBIE, 8),
        ),
    ] {
        workspace.apply(&command, &by).expect("a command");
    }
    apply(&mut workspace, record(12, indicator), 9);
    (workspace, indicator)
}

/// As the server has it, which made none of it.
fn kept(workspace: &Workspace) -> Workspace {
    let mut kept = Workspace::new();
    kept.receive(&workspace.snapshot()).expect("an update");
    kept
}

#[test]
fn a_name_that_is_removed_is_in_no_byte_and_what_was_written_stays() {
    let (mut author, indicator) = written();
    let mut server = kept(&author);
    let person = zenobie("", 0).person;
    let names = server.names_of(person);
    assert_eq!(names, BTreeSet::from([ZENOBIE.into(), FORMER.into()]));
    assert!(holds(&server.snapshot(), ZENOBIE));
    let before = server.history(indicator, "2025-01".parse().expect("a period"));
    let effect = server.forget(person, &names);
    for bytes in [&effect.update, &server.snapshot()] {
        assert!(!holds(bytes, ZENOBIE) && !holds(bytes, FORMER));
    }
    // The others see it, and only the names are gone.
    assert!(
        !author
            .receive(&effect.update)
            .expect("an update")
            .changes
            .is_empty()
    );
    for workspace in [&server, &author] {
        let history = workspace.history(indicator, "2025-01".parse().expect("a period"));
        let told: Vec<_> = history.iter().map(|one| one.by_name.as_str()).collect();
        assert_eq!(told, ["Awa", "", ""]);
        let rest = |all: &[jalon_shared::ReadingEntry]| -> Vec<_> {
            let rest = all
                .iter()
                .map(|one| (one.id, one.measure.clone(), one.comment.clone(), one.at));
            rest.collect()
        };
        assert_eq!(rest(&history), rest(&before));
        let bin = workspace.bin();
        assert_eq!((bin.len(), bin[0].deleted_by.as_str()), (1, ""));
    }
    assert_eq!(author.content(), server.content());
    // A second time there is nothing left to do.
    assert!(server.forget(person, &names).update.is_empty());
    assert_eq!(server.names_of(person), BTreeSet::new());
}

#[test]
fn a_name_does_not_come_back_with_what_others_wrote_meanwhile() {
    let (author, indicator) = written();
    let mut server = kept(&author);
    // Somebody who was away, and wrote.
    let mut away = kept(&author);
    apply(
        &mut away,
        write(
            id_of(indicator).field(Field::Definition),
            0,
            0,
            "Cafés tenus",
        ),
        20,
    );
    apply(&mut away, record(13, indicator), 21);
    let person = zenobie("", 0).person;
    let names = server.names_of(person);
    server.forget(person, &names);
    let missing = away.diff(&server.state_vector()).expect("an update");
    assert!(!holds(&missing, ZENOBIE));
    server.receive(&missing).expect("an update");
    let back = server.diff(&away.state_vector()).expect("an update");
    away.receive(&back).expect("an update");
    assert_eq!(away.content(), server.content());
    for workspace in [&away, &server] {
        assert!(!holds(&workspace.snapshot(), ZENOBIE));
        assert_eq!(workspace.names_of(person), BTreeSet::new());
    }
}

fn id_of(indicator: IndicatorId) -> jalon_shared::EntityRef {
    indicator.into()
}
