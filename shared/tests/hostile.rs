//! Nothing that somebody sends takes a workspace down or changes it in secret.

use jalon_shared::{
    AxisId, Command, Field, NewEntity, PersonId, Settings, Stamp, TextEdit, Workspace,
    workspace::{Limits, LoadError, ReceiveError, merge_updates},
};
use proptest::prelude::*;
use uuid::Uuid;
use yrs::{
    Any, Array, ArrayPrelim, Doc, Map, MapPrelim, ReadTxn, StateVector, Text, TextPrelim, Transact,
    Update,
    updates::{decoder::Decode, encoder::Encode},
};

fn stamp(at: i64) -> Stamp {
    Stamp {
        person: PersonId::from_uuid(Uuid::from_u128(1)),
        name: "Awa".into(),
        at,
    }
}

fn axis() -> AxisId {
    AxisId::from_uuid(Uuid::from_u128(7))
}

/// A workspace with content, and the updates that made it.
fn workspace() -> (Workspace, Vec<Vec<u8>>) {
    let mut workspace = Workspace::new();
    let settings = Settings {
        title: "Escale".into(),
        languages: vec!["fr".parse().unwrap()],
        ..Settings::default()
    };
    let mut log = vec![workspace.setup(&settings, &stamp(1)).update];
    let axis = NewEntity::new(axis()).text(Field::Label, "Répit 😀 des aidants");
    log.push(workspace.apply(&axis.into(), &stamp(2)).unwrap().update);
    (workspace, log)
}

fn hex(text: &str) -> Vec<u8> {
    let digits = text.as_bytes().chunks(2);
    digits
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

/// A workspace that refused something, or took it in whole, is served and written as ever.
fn check_sound(workspace: &mut Workspace) {
    let loaded = Workspace::load(&workspace.snapshot()).unwrap();
    assert_eq!(loaded.content(), workspace.content());
    assert_eq!(loaded.state_vector(), workspace.state_vector());
    let edit = TextEdit {
        at: 0,
        delete: 0,
        insert: "é".into(),
    };
    let effect = workspace
        .apply(
            &Command::Edit {
                field: axis().field(Field::Label),
                edit,
            },
            &stamp(9),
        )
        .unwrap();
    let mut other = loaded;
    assert_eq!(
        other
            .receive(&effect.update)
            .map(|effect| effect.changes.len()),
        Ok(1)
    );
    assert_eq!(other.content(), workspace.content());
    assert_eq!(workspace.diff(&other.state_vector()).unwrap()[0], 0);
}

#[test]
fn hostile_updates_change_nothing() {
    let vectors = include_str!("vectors/hostile-updates.txt")
        .lines()
        .filter(|line| !line.starts_with('#'));
    for vector in vectors {
        let update = hex(vector.split_once(' ').unwrap().1);
        let (mut workspace, _) = workspace();
        let mut guarded = Workspace::load(&workspace.snapshot()).unwrap();
        guarded.guard(Limits::default()).unwrap();
        assert!(matches!(
            guarded.receive(&update),
            Err(ReceiveError::Unreadable(_) | ReceiveError::Incomplete)
        ));
        check_sound(&mut guarded);
        let before = workspace.content();
        let snapshot = workspace.snapshot();
        let error = workspace.receive(&update).unwrap_err();
        assert!(
            matches!(
                error,
                ReceiveError::Unreadable(_) | ReceiveError::Incomplete
            ),
            "{vector}: {error}"
        );
        assert_eq!(
            (workspace.content(), workspace.snapshot().len()),
            (before, snapshot.len()),
            "{vector}"
        );
        check_sound(&mut workspace);
        assert!(Workspace::load(&update).is_err());
        let _ = merge_updates(&[&update, &snapshot]);
    }
}

#[test]
fn an_update_with_a_gap_is_refused_until_the_gap_is_filled() {
    let (mut workspace, mut log) = workspace();
    let mut slow = Workspace::load(&log[0]).unwrap();
    let edit = TextEdit {
        at: 0,
        delete: 6,
        insert: "Pause".into(),
    };
    let field = axis().field(Field::Label);
    log.push(
        workspace
            .apply(&Command::Edit { field, edit }, &stamp(3))
            .unwrap()
            .update,
    );
    assert_eq!(slow.receive(&log[2]), Err(ReceiveError::Incomplete));
    assert_eq!(slow.axes(), []);
    assert!(matches!(
        Workspace::load(&log[2]),
        Err(LoadError::Incomplete)
    ));
    slow.receive(&log[1]).unwrap();
    slow.receive(&log[2]).unwrap();
    assert_eq!(slow.content(), workspace.content());
    let parts: Vec<&[u8]> = log.iter().map(Vec::as_slice).collect();
    let merged = Workspace::load(&merge_updates(&parts).unwrap()).unwrap();
    assert_eq!(
        (merged.content(), merged.state_vector()),
        (workspace.content(), workspace.state_vector())
    );
    let hole = merge_updates(&[&log[0], &log[2]]).unwrap();
    assert!(matches!(Workspace::load(&hole), Err(LoadError::Incomplete)));
}

#[test]
fn nothing_is_no_document() {
    assert!(matches!(
        Workspace::load(&[]),
        Err(LoadError::Unreadable(_))
    ));
    assert!(Workspace::load(&[0, 0]).is_ok());
    assert!(Workspace::load(&Workspace::new().snapshot()).is_ok());
    assert!(
        Workspace::new()
            .diff(&[0xFF, 0xFF, 0xFF, 0xFF, 0x0F])
            .is_err()
    );
}

/// A foreign client of the document of a workspace.
fn foreign(workspace: &Workspace) -> Doc {
    let doc = Doc::new();
    doc.transact_mut()
        .apply_update(Update::decode_v1(&workspace.snapshot()).unwrap())
        .unwrap();
    doc
}

fn all_of(doc: &Doc) -> Vec<u8> {
    doc.transact().encode_diff_v1(&StateVector::default())
}

#[test]
fn deep_nesting_is_refused() {
    let (mut workspace, _) = workspace();
    // A value nested deeper than any stack.
    let mut update = vec![1, 1, 5, 0, 8, 1, 1, b'x', 1];
    update.extend([117, 1].repeat(200_000));
    assert!(matches!(
        workspace.receive(&update),
        Err(ReceiveError::Unreadable(_))
    ));
    // Types in types: a client that trusts its server takes a few, a server takes none.
    let doc = foreign(&workspace);
    let root = doc.get_or_insert_array("mine");
    let mut inner = root.push_back(&mut doc.transact_mut(), ArrayPrelim::default());
    let mut update = || {
        inner = inner.push_back(&mut doc.transact_mut(), ArrayPrelim::default());
        let state = StateVector::decode_v1(&workspace.state_vector()).unwrap();
        doc.transact().encode_diff_v1(&state)
    };
    let few = update();
    let many = (0..40).map(|_| update()).last().unwrap();
    let mut guarded = Workspace::load(&workspace.snapshot()).unwrap();
    guarded.guard(Limits::default()).unwrap();
    assert!(matches!(
        guarded.receive(&few),
        Err(ReceiveError::Schema(_))
    ));
    assert!(matches!(
        workspace.receive(&many),
        Err(ReceiveError::Unreadable(_))
    ));
    workspace.receive(&few).unwrap();
    for workspace in [&mut workspace, &mut guarded] {
        check_sound(workspace);
    }
}

#[test]
fn foreign_content_is_read_as_far_as_it_makes_sense() {
    let (mut workspace, _) = workspace();
    let doc = foreign(&workspace);
    let (axes, objectives) = (
        doc.get_or_insert_map("axes"),
        doc.get_or_insert_map("objectives"),
    );
    let (indicators, readings) = (
        doc.get_or_insert_map("indicators"),
        doc.get_or_insert_map("readings"),
    );
    let (settings, languages) = (
        doc.get_or_insert_map("settings"),
        doc.get_or_insert_map("languages"),
    );
    let text = doc.get_or_insert_text("elsewhere");
    {
        let mut txn = doc.transact_mut();
        axes.insert(&mut txn, "not an id", MapPrelim::default());
        axes.insert(&mut txn, Uuid::from_u128(8).to_string(), 42);
        axes.insert(
            &mut txn,
            Uuid::from_u128(9).to_string(),
            MapPrelim::default(),
        );
        let axis = axes
            .get(&txn, &axis().to_string())
            .unwrap()
            .cast::<yrs::MapRef>()
            .unwrap();
        axis.insert(&mut txn, "color", "red");
        axis.insert(&mut txn, "position", -1.5);
        axis.insert(&mut txn, "project", "plain words");
        let objective = objectives.insert(
            &mut txn,
            Uuid::from_u128(10).to_string(),
            MapPrelim::default(),
        );
        objective.insert(&mut txn, "statement", 12.5);
        objective.insert(&mut txn, "status", TextPrelim::new("agreed"));
        objective.insert(&mut txn, "due_date", "2025-02-30");
        objective.insert(&mut txn, "axis", "nobody");
        objective.insert(&mut txn, "indicators", ArrayPrelim::default());
        let indicator = indicators.insert(
            &mut txn,
            Uuid::from_u128(11).to_string(),
            MapPrelim::default(),
        );
        indicator.insert(&mut txn, "target_value", f64::NAN);
        indicator.insert(&mut txn, "decimals", 1e300);
        indicator.insert(&mut txn, "level_count", 300);
        indicator.insert(&mut txn, "alert_threshold", f64::INFINITY);
        indicator.insert(&mut txn, "aggregation", Any::Null);
        indicator.insert(&mut txn, "deleted_at", "yesterday");
        let name = indicator.insert(&mut txn, "name", TextPrelim::new("ab"));
        name.insert_embed(&mut txn, 1, Any::from(7));
        settings.insert(&mut txn, "currency", "euro");
        settings.insert(&mut txn, "cadence", "yearly");
        languages.insert(&mut txn, "FR", "x");
        languages.insert(&mut txn, "nl", 3);
        languages.insert(&mut txn, "it", "!");
        readings.insert(&mut txn, "a/b/c", "x");
        text.insert(&mut txn, 0, "mine");
    }
    let changes = workspace.receive(&all_of(&doc)).unwrap().changes;
    assert!(!changes.is_empty());
    let content = workspace.content();
    assert_eq!(content.axes.len(), 2);
    let ours = content.axes.iter().find(|one| one.id == axis()).unwrap();
    assert_eq!((ours.color, ours.project.as_str()), (0, "plain words"));
    assert_eq!(
        (
            content.objectives[0].statement.as_str(),
            content.objectives[0].due_date
        ),
        ("", None)
    );
    let indicator = &content.indicators[0];
    assert_eq!(
        (
            indicator.target.value,
            indicator.decimals,
            indicator.levels.len()
        ),
        (None, 0, 0)
    );
    assert_eq!(
        (indicator.thresholds.alert, indicator.name.as_str()),
        (0.75, "ab")
    );
    assert_eq!(content.settings.currency, "EUR");
    let languages: Vec<&str> = content
        .settings
        .languages
        .iter()
        .map(|lang| lang.as_str())
        .collect();
    assert_eq!(languages, ["fr", "it"]);
    // All of it can be written into.
    for (field, now) in [
        (axis().field(Field::Project), "!plain words"),
        (content.objectives[0].id.field(Field::Statement), "!"),
        (indicator.id.field(Field::Name), "!ab"),
    ] {
        let edit = TextEdit {
            at: 0,
            delete: 0,
            insert: "!".into(),
        };
        workspace
            .apply(
                &Command::Edit {
                    field: field.clone(),
                    edit,
                },
                &stamp(5),
            )
            .unwrap();
        assert_eq!(workspace.text(&field).as_deref(), Some(now));
    }
    check_sound(&mut workspace);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// Flipped, cut and doubled bytes of real updates are refused or taken in whole; after the one error
    /// that breaks a workspace, the log still makes it.
    #[test]
    fn damaged_updates_do_no_harm(
        which in 0_usize..3,
        is_guarded in any::<bool>(),
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_u8..4), 1..6),
    ) {
        let (mut workspace, log) = workspace();
        if is_guarded {
            workspace.guard(Limits::default()).unwrap();
        }
        let doc = foreign(&workspace);
        {
            let map = doc.get_or_insert_map("axes");
            let mut txn = doc.transact_mut();
            let axis = map.get(&txn, &axis().to_string()).unwrap().cast::<yrs::MapRef>().unwrap();
            let label = axis.get(&txn, "label").unwrap().cast::<yrs::TextRef>().unwrap();
            label.insert(&mut txn, 3, "été");
            label.remove_range(&mut txn, 1, 4);
            axis.insert(&mut txn, "color", 2);
            if !is_guarded {
                let more = Any::from_json(r#"{"b":[1,2.5,"c"]}"#).unwrap();
                axis.insert(&mut txn, "more", MapPrelim::from([("a", more)]));
            }
        }
        let state = StateVector::decode_v1(&workspace.state_vector()).unwrap();
        let mut update = match which {
            0 => log[1].clone(),
            1 => doc.transact().encode_diff_v1(&state),
            _ => Update::decode_v1(&all_of(&doc)).unwrap().encode_v1(),
        };
        for (at, byte, kind) in damage {
            if update.is_empty() {
                break;
            }
            let at = at.index(update.len());
            match kind {
                0 => update[at] = byte,
                1 => update[at] ^= 1 << (byte % 8),
                2 => update.truncate(at),
                _ => update.insert(at, byte),
            }
        }
        let before = workspace.content();
        match workspace.receive(&update) {
            Ok(_) => {}
            Err(ReceiveError::Broken) => {
                workspace = Workspace::load(&merge_updates(&[&log[0], &log[1]]).unwrap()).unwrap();
            }
            Err(_) => prop_assert_eq!(workspace.content(), before),
        }
        // A forged item may claim to stand between neighbours in the wrong order, and so stand elsewhere
        // after a load; what everybody has is the same for all that, and goes on.
        let mut loaded = Workspace::load(&workspace.snapshot()).unwrap();
        prop_assert_eq!(loaded.state_vector(), workspace.state_vector());
        let name = NewEntity::new(AxisId::from_uuid(Uuid::from_u128(99))).text(Field::Label, "après");
        let effect = workspace.apply(&name.into(), &stamp(9)).unwrap();
        loaded.receive(&effect.update).unwrap();
        prop_assert_eq!(loaded.axes(), workspace.axes());
        let _ = merge_updates(&[&update, &log[0]]);
        let _ = Workspace::load(&update);
    }
}
