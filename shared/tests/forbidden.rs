//! What a server does not let in, whoever sends it, and what it does let in from clients that are not ours.

use jalon_shared::{
    AxisId, Command, EntityKind, EntityRef, Field, IndicatorId, Measure, NewEntity, PersonId,
    ReadingId, Settings, Stamp, TermId, TextEdit, Workspace,
    workspace::{Limits, ReceiveError, merge_updates},
};
use std::collections::HashMap;
use uuid::Uuid;
use yrs::{
    Any, ArrayPrelim, Doc, Map, MapPrelim, MapRef, OffsetKind, Options, Out, ReadTxn, StateVector,
    Text, TextPrelim, TextRef, Transact, TransactionMut, Update, updates::decoder::Decode,
};

const AXIS: u128 = 7;
const OBJECTIVE: u128 = 8;
const INDICATOR: u128 = 9;
const TERM: u128 = 10;
const READING: u128 = 11;

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn stamp(at: i64) -> Stamp {
    Stamp {
        person: PersonId::from_uuid(id(1)),
        name: "Awa".into(),
        at,
    }
}

fn reading_key(reading: u128) -> String {
    format!("{}/2025-T1/{}", id(INDICATOR), id(reading))
}

/// A workspace as a server holds it, with one of everything that matters here.
fn workspace(limits: Limits) -> Workspace {
    let mut workspace = Workspace::new();
    let settings = Settings {
        title: "Escale".into(),
        languages: vec!["fr".parse().unwrap()],
        ..Settings::default()
    };
    workspace.setup(&settings, &stamp(1));
    let entity = |kind, number| NewEntity::new(EntityRef::new(kind, id(number)));
    let commands: [Command; 5] = [
        entity(EntityKind::Axis, AXIS)
            .text(Field::Label, "Répit 😀 des aidants")
            .into(),
        entity(EntityKind::Indicator, INDICATOR)
            .text(Field::Name, "Familles")
            .into(),
        entity(EntityKind::Objective, OBJECTIVE)
            .link(Field::Indicators, IndicatorId::from_uuid(id(INDICATOR)))
            .into(),
        entity(EntityKind::Term, TERM).into(),
        Command::Record {
            id: ReadingId::from_uuid(id(READING)),
            indicator: IndicatorId::from_uuid(id(INDICATOR)),
            period: "2025-T1".parse().unwrap(),
            measure: Measure::Amount { value: 74.5 },
            comment: String::new(),
        },
    ];
    workspace.guard(limits).unwrap();
    for (at, command) in commands.iter().enumerate() {
        workspace.apply(command, &stamp(at as i64 + 2)).unwrap();
    }
    workspace
}

/// A client of that workspace that follows no rules.
struct Foreign {
    doc: Doc,
}

impl Foreign {
    /// It has seen all, or nothing and makes up what it writes as if it were there at the same moment.
    fn new(workspace: Option<&Workspace>) -> Self {
        let doc = Doc::with_options(Options {
            offset_kind: OffsetKind::Utf16,
            ..Options::default()
        });
        if let Some(workspace) = workspace {
            let update = Update::decode_v1(&workspace.snapshot()).unwrap();
            doc.transact_mut().apply_update(update).unwrap();
        }
        Self { doc }
    }

    fn root(&self, name: &str) -> MapRef {
        self.doc.get_or_insert_map(name)
    }

    fn fields(&self, txn: &impl ReadTxn, root: &str, number: u128) -> MapRef {
        let entity = self.root_in(txn, root).get(txn, &id(number).to_string());
        entity.unwrap().cast().unwrap()
    }

    fn root_in(&self, txn: &impl ReadTxn, name: &str) -> MapRef {
        txn.get_map(name).unwrap()
    }
}

/// Something that a client might do: it gets the fields of the axis, the objective and the term.
type Deed = fn(&Foreign, &mut TransactionMut);

fn axis(foreign: &Foreign, txn: &TransactionMut) -> MapRef {
    foreign.fields(txn, "axes", AXIS)
}

fn label(foreign: &Foreign, txn: &TransactionMut) -> TextRef {
    text(txn, &axis(foreign, txn), "label")
}

fn text(txn: &TransactionMut, fields: &MapRef, key: &str) -> TextRef {
    fields.get(txn, key).unwrap().cast().unwrap()
}

fn set(foreign: &Foreign, txn: &TransactionMut) -> MapRef {
    let objective = foreign.fields(txn, "objectives", OBJECTIVE);
    objective.get(txn, "indicators").unwrap().cast().unwrap()
}

fn update_of(workspace: &Workspace, doc: &Doc) -> Vec<u8> {
    let state = StateVector::decode_v1(&workspace.state_vector()).unwrap();
    doc.transact().encode_diff_v1(&state)
}

/// The update is refused, and everything is as before and goes on.
fn check_refused(workspace: &mut Workspace, update: &[u8], expected: &ReceiveError) {
    let before = (
        workspace.snapshot(),
        workspace.state_vector(),
        workspace.content(),
    );
    assert_eq!(workspace.receive(update).as_ref(), Err(expected));
    let after = (
        workspace.snapshot(),
        workspace.state_vector(),
        workspace.content(),
    );
    assert_eq!(after, before, "{expected}");
    let mut other = Workspace::load(&workspace.snapshot()).unwrap();
    let edit = TextEdit {
        at: 0,
        delete: 1,
        insert: "é".into(),
    };
    let field = AxisId::from_uuid(id(AXIS)).field(Field::Label);
    let effect = other.apply(&Command::Edit { field, edit }, &stamp(9));
    workspace.receive(&effect.unwrap().update).unwrap();
    assert_eq!(workspace.content(), other.content());
}

/// A value of a reading with some of its parts changed.
fn entry(changed: &[(&str, Any)]) -> Any {
    let text = |text: String| Any::from(text);
    let mut entry = HashMap::from([
        ("id".to_owned(), text(id(99).to_string())),
        ("indicator".to_owned(), text(id(INDICATOR).to_string())),
        ("period".to_owned(), text("2025-T1".into())),
        (
            "measure".to_owned(),
            Any::from_json(r#"{"shape":"amount","value":3}"#).unwrap(),
        ),
        ("comment".to_owned(), text(String::new())),
        ("by".to_owned(), text(id(1).to_string())),
        ("by_name".to_owned(), text("Awa".into())),
        ("at".to_owned(), Any::from(5)),
        ("supersedes".to_owned(), Any::Array([].into())),
    ]);
    for (key, value) in changed {
        entry.insert((*key).to_owned(), value.clone());
    }
    Any::Map(entry.into())
}

#[test]
fn what_is_against_the_schema_is_refused() {
    let deeds: &[(&str, Deed)] = &[
        ("a part of the document that the model does not know", |foreign, txn| {
            drop(foreign.root_in(txn, "mine").insert(txn, "a", 1));
        }),
        ("a root that is no map", |_, txn| {
            let text = txn.get_text("words").unwrap();
            text.insert(txn, 0, "mine");
        }),
        ("an entity that is there already", |foreign, txn| {
            let key = id(AXIS).to_string();
            drop(foreign.root_in(txn, "axes").insert(txn, key, MapPrelim::default()));
        }),
        ("an entity that is there already", |foreign, txn| {
            drop(foreign.root_in(txn, "axes").insert(txn, id(AXIS).to_string(), 3));
        }),
        ("an entity that is deleted for good", |foreign, txn| {
            foreign.root_in(txn, "axes").remove(txn, &id(AXIS).to_string());
        }),
        ("an entity that is no map", |foreign, txn| {
            let axes = foreign.root_in(txn, "axes");
            axes.insert(txn, id(20).to_string(), MapPrelim::default());
            axes.remove(txn, &id(20).to_string());
            axes.insert(txn, id(21).to_string(), MapPrelim::default());
        }),
        ("an entity under a key that is no id", |foreign, txn| {
            drop(foreign.root_in(txn, "axes").insert(txn, "not an id", MapPrelim::default()));
        }),
        ("an entity under a key that is no id", |foreign, txn| {
            let key = "0000000A-0000-0000-0000-000000000000";
            drop(foreign.root_in(txn, "axes").insert(txn, key, MapPrelim::default()));
        }),
        ("an entity that is no map", |foreign, txn| {
            drop(foreign.root_in(txn, "axes").insert(txn, id(20).to_string(), 42));
        }),
        ("an entity that is no map", |foreign, txn| {
            let list = ArrayPrelim::default();
            drop(foreign.root_in(txn, "axes").insert(txn, id(20).to_string(), list));
        }),
        ("a field that the model does not know", |foreign, txn| {
            drop(axis(foreign, txn).insert(txn, "nonsense", 1));
        }),
        ("a field that the model does not know", |foreign, txn| {
            drop(foreign.root_in(txn, "settings").insert(txn, "position", "a"));
        }),
        ("a field that the model does not know", |foreign, txn| {
            let term = foreign.fields(txn, "terms", TERM);
            drop(term.insert(txn, "FR.definition", TextPrelim::new("")));
        }),
        ("a field that takes something else", |foreign, txn| {
            drop(axis(foreign, txn).insert(txn, "label", "plain words"));
        }),
        ("a text or a set in the place of another", |foreign, txn| {
            drop(axis(foreign, txn).insert(txn, "label", TextPrelim::new("mine")));
        }),
        ("a text or a set in the place of another", |foreign, txn| {
            let term = foreign.fields(txn, "terms", TERM);
            drop(term.insert(txn, "fr.definition", TextPrelim::new("mine")));
        }),
        ("a text or a set in the place of another", |foreign, txn| {
            drop(foreign.root_in(txn, "settings").insert(txn, "title", TextPrelim::new("")));
        }),
        ("a text that is deleted", |foreign, txn| {
            drop(axis(foreign, txn).remove(txn, "label"));
        }),
        ("a text that is deleted", |foreign, txn| {
            drop(foreign.fields(txn, "terms", TERM).remove(txn, "fr.definition"));
        }),
        ("a field that takes something else", |foreign, txn| {
            drop(foreign.fields(txn, "objectives", OBJECTIVE).insert(txn, "indicators", "all"));
        }),
        ("a text or a set in the place of another", |foreign, txn| {
            let objective = foreign.fields(txn, "objectives", OBJECTIVE);
            drop(objective.insert(txn, "indicators", MapPrelim::default()));
        }),
        ("a set that is deleted", |foreign, txn| {
            drop(foreign.fields(txn, "objectives", OBJECTIVE).remove(txn, "indicators"));
        }),
        ("a member that is no id", |foreign, txn| {
            drop(set(foreign, txn).insert(txn, "the first", true));
        }),
        ("a member of a set that is not `true`", |foreign, txn| {
            drop(set(foreign, txn).insert(txn, id(20).to_string(), "yes"));
        }),
        ("a value that no field takes", |foreign, txn| {
            drop(axis(foreign, txn).insert(txn, "color", MapPrelim::default()));
        }),
        ("a value that no field takes", |foreign, txn| {
            let value = Any::from_json(r#"{"red":[1,2]}"#).unwrap();
            drop(axis(foreign, txn).insert(txn, "color", value));
        }),
        ("a value that no field takes", |foreign, txn| {
            drop(axis(foreign, txn).insert(txn, "color", vec![1_u8, 2]));
        }),
        ("a value that no field takes", |foreign, txn| {
            drop(axis(foreign, txn).insert(txn, "position", "a".repeat(5_000)));
        }),
        ("something in a text that is no letter", |foreign, txn| {
            label(foreign, txn).insert_embed(txn, 1, Any::from(7));
        }),
        ("something in a text that is no letter", |foreign, txn| {
            label(foreign, txn).insert_embed(txn, 1, MapPrelim::default());
        }),
        ("something in a text that is no letter", |foreign, txn| {
            let bold = HashMap::from([("bold".into(), true.into())]);
            label(foreign, txn).format(txn, 1, 2, bold);
        }),
        ("a language that is none", |foreign, txn| {
            drop(foreign.root_in(txn, "languages").insert(txn, "FR", "a"));
        }),
        ("a language without a position", |foreign, txn| {
            drop(foreign.root_in(txn, "languages").insert(txn, "nl", 3));
        }),
        ("a reading under a key that is none", |foreign, txn| {
            drop(foreign.root_in(txn, "readings").insert(txn, "a/b/c", "x"));
        }),
        ("a reading that is rewritten", |foreign, txn| {
            let entry = entry(&[("id", id(READING).to_string().into())]);
            drop(foreign.root_in(txn, "readings").insert(txn, reading_key(READING), entry));
        }),
        ("a reading that is deleted", |foreign, txn| {
            drop(foreign.root_in(txn, "readings").remove(txn, &reading_key(READING)));
        }),
        ("a reading that cannot be read", |foreign, txn| {
            drop(foreign.root_in(txn, "readings").insert(txn, reading_key(99), 74.5));
        }),
        ("a reading that cannot be read", |foreign, txn| {
            let entry = entry(&[("id", id(98).to_string().into())]);
            drop(foreign.root_in(txn, "readings").insert(txn, reading_key(99), entry));
        }),
        ("a reading that cannot be read", |foreign, txn| {
            let entry = entry(&[("comment", "x".repeat(20_001).into())]);
            drop(foreign.root_in(txn, "readings").insert(txn, reading_key(99), entry));
        }),
        ("a reading that cannot be read", |foreign, txn| {
            let members = vec![Any::from(id(5).to_string()); 4_000];
            let entry = entry(&[("supersedes", Any::Array(members.into()))]);
            drop(foreign.root_in(txn, "readings").insert(txn, reading_key(99), entry));
        }),
        ("a reading that says nothing", |foreign, txn| {
            let readings = foreign.root_in(txn, "readings");
            readings.insert(txn, reading_key(99), MapPrelim::default());
        }),
    ];
    for (why, deed) in deeds {
        let mut workspace = workspace(Limits::default());
        let foreign = Foreign::new(Some(&workspace));
        let _ = (foreign.root("mine"), foreign.doc.get_or_insert_text("words"));
        deed(&foreign, &mut foreign.doc.transact_mut());
        let update = update_of(&workspace, &foreign.doc);
        check_refused(&mut workspace, &update, &ReceiveError::Schema(why));
        // The same from all that the client has, and once it was read from what was kept.
        let mut loaded = Workspace::load(&workspace.snapshot()).unwrap();
        loaded.guard(Limits::default()).unwrap();
        let all = foreign.doc.transact().encode_diff_v1(&StateVector::default());
        check_refused(&mut loaded, &all, &ReceiveError::Schema(why));
    }
}

/// Nobody gets around that by pretending to write at the same moment as whoever came first.
#[test]
fn what_is_made_is_not_made_again_by_who_did_not_see_it() {
    for (why, root, number, value) in [
        ("an entity that is there already", "axes", AXIS, None),
        ("a reading that is rewritten", "readings", READING, Some(Any::Null)),
    ] {
        let mut workspace = workspace(Limits::default());
        let foreign = Foreign::new(None);
        let map = foreign.root(root);
        {
            let mut txn = foreign.doc.transact_mut();
            match value {
                None => drop(map.insert(&mut txn, id(number).to_string(), MapPrelim::default())),
                Some(_) => {
                    let entry = entry(&[("id", id(number).to_string().into())]);
                    drop(map.insert(&mut txn, reading_key(number), entry));
                }
            }
        }
        let update = update_of(&workspace, &foreign.doc);
        check_refused(&mut workspace, &update, &ReceiveError::Schema(why));
    }
    // Twice in one update.
    let twins = [Foreign::new(None), Foreign::new(None)].map(|foreign| {
        let axes = foreign.root("axes");
        axes.insert(
            &mut foreign.doc.transact_mut(),
            id(30).to_string(),
            MapPrelim::default(),
        );
        let txn = foreign.doc.transact();
        txn.encode_diff_v1(&StateVector::default())
    });
    let mut workspace = workspace(Limits::default());
    let update = merge_updates(&[&twins[0], &twins[1]]).unwrap();
    let why = ReceiveError::Schema("an entity that is there already");
    check_refused(&mut workspace, &update, &why);
    workspace.receive(&twins[0]).unwrap();
    check_refused(&mut workspace, &twins[1], &why);
}

#[test]
fn a_workspace_has_its_limits() {
    let few = Limits {
        entities: 5,
        readings: 2,
        text: 40,
        languages: 2,
    };
    let deeds: &[(&str, Deed, Deed)] = &[
        (
            "too many entities",
            |foreign, txn| {
                let axes = foreign.root_in(txn, "axes");
                axes.insert(txn, id(20).to_string(), MapPrelim::default());
            },
            |foreign, txn| {
                let terms = foreign.root_in(txn, "terms");
                terms.insert(txn, id(20).to_string(), MapPrelim::default());
            },
        ),
        (
            "too many readings",
            |foreign, txn| {
                let readings = foreign.root_in(txn, "readings");
                readings.insert(txn, reading_key(99), entry(&[]));
            },
            |foreign, txn| {
                let readings = foreign.root_in(txn, "readings");
                let entry = entry(&[("id", id(98).to_string().into())]);
                readings.insert(txn, reading_key(98), entry);
            },
        ),
        (
            "a text that is too long",
            |foreign, txn| label(foreign, txn).insert(txn, 3, &"é".repeat(20)),
            |foreign, txn| label(foreign, txn).insert(txn, 3, "ab"),
        ),
        (
            "too many languages",
            |foreign, txn| drop(foreign.root_in(txn, "languages").insert(txn, "it", "V")),
            |foreign, txn| drop(foreign.root_in(txn, "languages").insert(txn, "nl", "W")),
        ),
    ];
    for (why, last, one_more) in deeds {
        let mut workspace = workspace(few);
        let foreign = Foreign::new(Some(&workspace));
        last(&foreign, &mut foreign.doc.transact_mut());
        let update = update_of(&workspace, &foreign.doc);
        workspace.receive(&update).expect(why);
        one_more(&foreign, &mut foreign.doc.transact_mut());
        let update = update_of(&workspace, &foreign.doc);
        check_refused(&mut workspace, &update, &ReceiveError::Full(why));
    }
    // What was written and deleted again while offline takes no room.
    let mut workspace = workspace(few);
    let foreign = Foreign::new(Some(&workspace));
    for _ in 0..30 {
        let mut txn = foreign.doc.transact_mut();
        let label = label(&foreign, &txn);
        label.insert(&mut txn, 3, "abcdef");
        label.remove_range(&mut txn, 3, 6);
    }
    let update = update_of(&workspace, &foreign.doc);
    workspace.receive(&update).unwrap();
}

/// What programs do that know the document, and not our commands.
#[test]
fn a_foreign_client_writes_and_chooses() {
    let mut workspace = workspace(Limits::default());
    let foreign = Foreign::new(Some(&workspace));
    {
        let mut txn = foreign.doc.transact_mut();
        let (axis, label) = (axis(&foreign, &txn), label(&foreign, &txn));
        label.insert(&mut txn, 5, " et relais");
        label.remove_range(&mut txn, 0, 2);
        for color in 0..6 {
            axis.insert(&mut txn, "color", color);
        }
        axis.insert(&mut txn, "deleted_by", Any::Null);
        axis.remove(&mut txn, "color");
        axis.insert(&mut txn, "color", 4.0);
        let term = foreign.fields(&txn, "terms", TERM);
        let italian = term.insert(&mut txn, "it.term", TextPrelim::new(""));
        italian.insert(&mut txn, 0, "sollievo");
        let languages = foreign.root_in(&txn, "languages");
        languages.insert(&mut txn, "it", "V");
        languages.remove(&mut txn, "fr");
        let set = set(&foreign, &txn);
        set.insert(&mut txn, id(20).to_string(), true);
        set.remove(&mut txn, &id(INDICATOR).to_string());
        let readings = foreign.root_in(&txn, "readings");
        readings.insert(&mut txn, reading_key(99), entry(&[]));
        let mine = foreign.root_in(&txn, "axes").insert(
            &mut txn,
            id(20).to_string(),
            MapPrelim::default(),
        );
        mine.insert(&mut txn, "label", TextPrelim::new("Une porte"));
    }
    let update = update_of(&workspace, &foreign.doc);
    workspace.receive(&update).unwrap();
    let content = workspace.content();
    assert_eq!(content.axes.len(), 2);
    assert_eq!(content.axes[0].color, 4);
    assert_eq!(content.axes[0].label, "pit et relais 😀 des aidants");
    let history = workspace.history(
        IndicatorId::from_uuid(id(INDICATOR)),
        "2025-T1".parse().unwrap(),
    );
    assert_eq!(history.len(), 2);
}

/// Two people make the first text of a language at the same moment: neither is refused, and whoever gives way
/// may say that what they wrote is gone.
#[test]
fn two_people_may_make_the_first_text_of_a_language() {
    let mut server = workspace(Limits::default());
    let (early, late): (Vec<Foreign>, Vec<Foreign>) = {
        let mut writers: Vec<Foreign> = (0..4).map(|_| Foreign::new(Some(&server))).collect();
        writers.sort_by_key(|writer| writer.doc.client_id());
        for (number, writer) in writers.iter().enumerate() {
            let mut txn = writer.doc.transact_mut();
            let term = writer.fields(&txn, "terms", TERM);
            let words = format!("number {number}");
            term.insert(&mut txn, "en.term", TextPrelim::new(words));
        }
        let late = writers.split_off(2);
        (writers, late)
    };
    // Somebody offline saw two of them, and says which one gave way.
    let update = update_of(&server, &late[0].doc);
    early[1]
        .doc
        .transact_mut()
        .apply_update(Update::decode_v1(&update).unwrap())
        .unwrap();
    for writer in [&early[1], &early[0], &late[0], &late[1]] {
        let update = update_of(&server, &writer.doc);
        server.receive(&update).unwrap();
    }
    let field = TermId::from_uuid(id(TERM)).field(Field::TermIn("en".parse().unwrap()));
    assert_eq!(server.text(&field).as_deref(), Some("number 3"));
    // Nobody deletes the one that stayed, or claims to have lost to nobody.
    let late = &late[1];
    {
        let mut txn = late.doc.transact_mut();
        let term = late.fields(&txn, "terms", TERM);
        assert!(matches!(term.remove(&mut txn, "en.term"), Some(Out::YText(_))));
    }
    let update = update_of(&server, &late.doc);
    check_refused(
        &mut server,
        &update,
        &ReceiveError::Schema("a text that is deleted"),
    );
}

/// A block that begins with what is known and goes on somewhere else, and one between two texts.
#[test]
fn a_block_stands_in_one_place() {
    let mut workspace = Workspace::new();
    workspace.setup(&Settings::default(), &stamp(1));
    workspace.guard(Limits::default()).unwrap();
    let foreign = Foreign::new(Some(&workspace));
    let client = foreign.doc.client_id().get();
    let (title, mission) = {
        let mut txn = foreign.doc.transact_mut();
        let settings = foreign.root_in(&txn, "settings");
        let (title, mission) = (
            text(&txn, &settings, "title"),
            text(&txn, &settings, "mission"),
        );
        title.insert(&mut txn, 0, "abc");
        mission.insert(&mut txn, 0, "xyz");
        settings.insert(&mut txn, "currency", "EUR");
        (0_u32, 3_u32)
    };
    let update = update_of(&workspace, &foreign.doc);
    workspace.receive(&update).unwrap();
    let letters = |start: u32, origins: &[(u64, u32)], info: u8, place: &[u8], words: &str| {
        let mut update = vec![1, 1];
        number(&mut update, client);
        number(&mut update, start.into());
        update.push(info | 4);
        for (client, clock) in origins {
            number(&mut update, *client);
            number(&mut update, (*clock).into());
        }
        update.extend_from_slice(place);
        number(&mut update, words.len() as u64);
        update.extend_from_slice(words.as_bytes());
        update.push(0);
        update
    };
    let root = [&[1, 4][..], b"axes", &[1], b"k"].concat();
    for (why, update) in [
        (
            "a block between two different places",
            letters(7, &[(client, title), (client, mission)], 0xC0, &[], "no"),
        ),
        (
            "a block that continues something else",
            letters(3, &[(client, title + 1)], 0x80, &[], "xyzno"),
        ),
        (
            "a block that continues something else",
            letters(3, &[], 0x20, &root, "xyzno"),
        ),
        (
            "a value that no field takes",
            letters(7, &[(client, 6)], 0x80, &[], "no"),
        ),
        (
            "an entry of a map before another",
            letters(7, &[(client, 6)], 0x40, &[], "no"),
        ),
    ] {
        assert_eq!(workspace.receive(&update), Err(ReceiveError::Schema(why)));
    }
    // Where the known part ends, the currency stands.
    let update = letters(4, &[(client, 3)], 0x80, &[], "yz!!");
    assert_eq!(
        workspace.receive(&update),
        Err(ReceiveError::Schema("a block that continues something else"))
    );
}

fn number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}
