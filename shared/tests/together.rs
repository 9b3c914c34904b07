//! Two people at once: nothing is lost, and both see the same.

use jalon_shared::{
    AxisId, Change, Command, Field, IndicatorId, Lang, Measure, NewEntity, Period, PersonId, Place,
    ReadingId, Settings, Stamp, TermId, TextEdit, Workspace, workspace::Limits,
};
use uuid::Uuid;

fn stamp(peer: u128, at: i64) -> Stamp {
    Stamp {
        person: PersonId::from_uuid(Uuid::from_u128(peer + 1)),
        name: format!("P{peer}"),
        at,
    }
}

fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

fn quarter() -> Period {
    "2025-T1".parse().unwrap()
}

/// Two replicas of one workspace with three axes.
fn two() -> (Workspace, Workspace, Vec<AxisId>) {
    let mut one = Workspace::new();
    one.setup(
        &Settings {
            languages: vec![lang("fr")],
            ..Settings::default()
        },
        &stamp(0, 1),
    );
    let axes: Vec<AxisId> = (1..=3)
        .map(|number| AxisId::from_uuid(Uuid::from_u128(number)))
        .collect();
    for axis in &axes {
        one.apply(&NewEntity::new(*axis).into(), &stamp(0, 2))
            .unwrap();
    }
    let two = Workspace::load(&one.snapshot()).unwrap();
    (one, two, axes)
}

fn exchange(one: &mut Workspace, two: &mut Workspace) {
    let (to_two, to_one) = (
        one.diff(&two.state_vector()).unwrap(),
        two.diff(&one.state_vector()).unwrap(),
    );
    one.receive(&to_one).unwrap();
    two.receive(&to_two).unwrap();
    assert_eq!(one.content(), two.content());
    assert_eq!(
        (one.bin(), one.state_vector()),
        (two.bin(), two.state_vector())
    );
}

#[test]
fn moves_at_once_lose_nobody() {
    let (mut one, mut two, axes) = two();
    let to = |axis: AxisId, place| Command::Move {
        entity: axis.into(),
        place,
    };
    for (here, there) in [
        (
            to(axes[0], Place::Last),
            to(axes[0], Place::After(axes[1].uuid())),
        ),
        (to(axes[2], Place::First), to(axes[1], Place::First)),
        (
            to(axes[2], Place::After(axes[0].uuid())),
            to(axes[1], Place::After(axes[0].uuid())),
        ),
    ] {
        one.apply(&here, &stamp(0, 3)).unwrap();
        two.apply(&there, &stamp(1, 3)).unwrap();
        exchange(&mut one, &mut two);
        let mut ids = one.axes();
        ids.sort();
        assert_eq!(ids, axes);
    }
    // The two that chose one position can be parted.
    let between = NewEntity::new(AxisId::from_uuid(Uuid::from_u128(9)))
        .at(Place::After(one.axes()[1].uuid()));
    let last = one.axes()[2];
    one.apply(&between.into(), &stamp(0, 4)).unwrap();
    assert_eq!(
        one.axes()[2..],
        [AxisId::from_uuid(Uuid::from_u128(9)), last]
    );
}

#[test]
fn words_written_into_what_another_deletes_come_back_with_it() {
    let (mut one, mut two, axes) = two();
    let field = axes[1].field(Field::Label);
    let edit = TextEdit {
        at: 0,
        delete: 0,
        insert: "Répit".into(),
    };
    one.apply(
        &Command::Delete {
            entity: axes[1].into(),
        },
        &stamp(0, 3),
    )
    .unwrap();
    two.apply(
        &Command::Edit {
            field: field.clone(),
            edit,
        },
        &stamp(1, 3),
    )
    .unwrap();
    exchange(&mut one, &mut two);
    assert_eq!(one.axes(), [axes[0], axes[2]]);
    let bin = two.bin();
    assert_eq!(
        (
            bin[0].title.as_str(),
            bin[0].deleted_by.as_str(),
            bin[0].deleted_at
        ),
        ("Répit", "P0", 3)
    );
    two.apply(
        &Command::Restore {
            entity: axes[1].into(),
        },
        &stamp(1, 4),
    )
    .unwrap();
    exchange(&mut one, &mut two);
    assert_eq!(one.axes(), axes);
    assert_eq!(
        one.axis(axes[1]).map(|axis| axis.label),
        Some("Répit".to_owned())
    );
}

#[test]
fn two_readings_at_once_are_both_kept_and_the_next_settles_it() {
    let (mut one, mut two, _) = two();
    let indicator = IndicatorId::from_uuid(Uuid::from_u128(5));
    one.apply(&NewEntity::new(indicator).into(), &stamp(0, 3))
        .unwrap();
    exchange(&mut one, &mut two);
    let record = |id: u128, value: f64| Command::Record {
        id: ReadingId::from_uuid(Uuid::from_u128(id)),
        indicator,
        period: quarter(),
        measure: Measure::Amount { value },
        comment: String::new(),
    };
    one.apply(&record(1, 10.0), &stamp(0, 4)).unwrap();
    two.apply(&record(2, 12.0), &stamp(1, 5)).unwrap();
    exchange(&mut one, &mut two);
    let reading = one.reading(indicator, quarter()).unwrap();
    assert!(reading.is_disputed());
    assert_eq!(
        (reading.current.measure, reading.others.len()),
        (Measure::Amount { value: 12.0 }, 1)
    );
    let effect = two.apply(&record(3, 10.0), &stamp(1, 1)).unwrap();
    assert_eq!(
        effect.changes,
        [Change::Reading {
            indicator,
            period: quarter()
        }]
    );
    exchange(&mut one, &mut two);
    let reading = one.reading(indicator, quarter()).unwrap();
    assert!(!reading.is_disputed());
    assert_eq!(
        (
            reading.current.by_name.as_str(),
            reading.current.supersedes.len()
        ),
        ("P1", 2)
    );
    assert_eq!(one.history(indicator, quarter()).len(), 3);
    let withdrawn = Measure::Withdrawn;
    let id = ReadingId::from_uuid(Uuid::from_u128(4));
    let command = Command::Record {
        id,
        indicator,
        period: quarter(),
        measure: withdrawn,
        comment: "?".into(),
    };
    one.apply(&command, &stamp(0, 9)).unwrap();
    assert!(one.readings(indicator).is_empty() && one.content().readings.is_empty());
    assert_eq!(
        one.reading(indicator, quarter())
            .map(|reading| reading.current.comment),
        Some("?".to_owned())
    );
}

/// A term made by somebody who did not know of a language yet lacks its texts; two people who know both write the
/// first words at the same moment.
#[test]
fn first_words_at_once_are_both_kept() {
    let (mut one, mut two, _) = two();
    let term = TermId::from_uuid(Uuid::from_u128(7));
    let nl = lang("nl");
    one.apply(&Command::AddLanguage { lang: nl.clone() }, &stamp(0, 3))
        .unwrap();
    two.apply(
        &NewEntity::new(term)
            .text(Field::TermIn(lang("fr")), "répit")
            .into(),
        &stamp(1, 3),
    )
    .unwrap();
    exchange(&mut one, &mut two);
    // The server that both write to looks at every block.
    let mut server = Workspace::load(&one.snapshot()).unwrap();
    server.guard(Limits::default()).unwrap();
    let field = term.field(Field::DefinitionIn(nl));
    for (peer, words) in [(0, "een pauze "), (1, "even weg ")] {
        let here = if peer == 0 { &mut one } else { &mut two };
        let edit = TextEdit {
            at: 0,
            delete: 0,
            insert: words.into(),
        };
        let command = Command::Edit {
            field: field.clone(),
            edit,
        };
        let effect = here.apply(&command, &stamp(peer, 4)).unwrap();
        assert!(!server.contradicts(&effect.update));
        server.receive(&effect.update).unwrap();
    }
    exchange(&mut one, &mut two);
    let text = one.text(&field).unwrap();
    assert!(
        text.contains("een pauze ") && text.contains("even weg "),
        "{text:?}"
    );
    assert_eq!(server.text(&field), Some(text));
    // What was written there is undone by whoever wrote it, and by nobody else.
    one.undo().unwrap();
    assert_eq!(one.text(&field).as_deref(), Some("even weg "));
    // Once it is there, it is nobody's to make again.
    let edit = TextEdit {
        at: 0,
        delete: 0,
        insert: "en ".into(),
    };
    let again = Command::Edit {
        field: field.clone(),
        edit,
    };
    let effect = two.apply(&again, &stamp(1, 5)).unwrap();
    server.receive(&effect.update).unwrap();
    exchange(&mut one, &mut two);
    assert_eq!(one.text(&field).as_deref(), Some("en even weg "));
}

#[test]
fn a_term_made_while_another_adds_a_language_gets_both() {
    let (mut one, mut two, _) = two();
    let term = TermId::from_uuid(Uuid::from_u128(6));
    let nl = lang("nl");
    one.apply(&Command::AddLanguage { lang: nl.clone() }, &stamp(0, 3))
        .unwrap();
    two.apply(
        &NewEntity::new(term)
            .text(Field::TermIn(lang("fr")), "répit")
            .into(),
        &stamp(1, 3),
    )
    .unwrap();
    exchange(&mut one, &mut two);
    let entries = one.term(term).unwrap().entries;
    assert_eq!(
        entries.keys().map(Lang::as_str).collect::<Vec<_>>(),
        ["fr", "nl"]
    );
    assert!(entries[&nl].is_missing());
    let edit = TextEdit {
        at: 0,
        delete: 0,
        insert: "adempauze".into(),
    };
    let field = term.field(Field::TermIn(nl.clone()));
    assert_eq!(one.text(&field), None);
    one.apply(&Command::Edit { field, edit }, &stamp(0, 4))
        .unwrap();
    exchange(&mut one, &mut two);
    assert_eq!(two.term(term).unwrap().entries[&nl].term, "adempauze");
    // Words of a language that is taken out come back with it.
    two.apply(&Command::RemoveLanguage { lang: nl.clone() }, &stamp(1, 5))
        .unwrap();
    assert_eq!(two.term(term).unwrap().entries.len(), 1);
    two.apply(&Command::AddLanguage { lang: nl.clone() }, &stamp(1, 6))
        .unwrap();
    exchange(&mut one, &mut two);
    assert_eq!(one.term(term).unwrap().entries[&nl].term, "adempauze");
}

#[test]
fn a_server_tells_on_what_is_new_and_nothing_twice() {
    let (mut one, mut server, axes) = two();
    server.guard(Limits::default()).unwrap();
    let mut other = Workspace::load(&server.snapshot()).unwrap();
    let label = axes[0].field(Field::Label);
    let edit = |at, delete, insert: &str| Command::Edit {
        field: label.clone(),
        edit: TextEdit {
            at,
            delete,
            insert: insert.to_owned(),
        },
    };
    // Letters, and then only that some of them go.
    for command in [edit(0, 0, "Insertion"), edit(2, 7, "")] {
        let written = one.apply(&command, &stamp(1, 3)).unwrap().update;
        let told = server.receive(&written).unwrap();
        assert!(!told.update.is_empty());
        // How a text changed it would have to look for in all of the text, and shows it to nobody.
        assert_eq!(told.changes, [Change::Value(label.clone())]);
        other.receive(&told.update).unwrap();
        assert_eq!(other.content(), one.content());
        let again = server.receive(&written).unwrap();
        assert!(again.update.is_empty() && again.changes.is_empty());
    }
    assert!(server.receive(&[0, 0]).unwrap().update.is_empty());
    // What a server does by itself is told as before.
    let own = server.apply(&edit(0, 2, "Lien"), &stamp(2, 4)).unwrap();
    other.receive(&own.update).unwrap();
    assert_eq!(other.content(), server.content());
}
