//! What a server does not let in, whoever sends it, and what it does let in from clients that are not ours.

mod foreign;
mod runs;
mod table;
mod talk;
mod twice;

use foreign::{
    AXIS, Foreign, INDICATOR, READING, TERM, check_refused, entry, id, reading_key, stamp,
    workspace,
};
use jalon_shared::{
    Field, IndicatorId, PersonId, Settings, TermId, Workspace,
    workspace::{Limits, ReceiveError, merge_updates},
};
use std::collections::BTreeSet;
use yrs::{Any, MapPrelim, Text, TextPrelim, Transact, Update, updates::decoder::Decode};

/// Nobody gets around that by pretending to write at the same moment as whoever came first.
#[test]
fn what_is_made_is_not_made_again_by_who_did_not_see_it() {
    let entity = ReceiveError::Schema("an entity that is there already");
    let mut workspace = workspace(Limits::default());
    let foreign = Foreign::new(None);
    foreign.put("axes", &AXIS.to_string(), MapPrelim::default());
    check_refused(&mut workspace, &foreign.all(), &entity);
    let foreign = Foreign::new(None);
    let forged = entry_of(READING);
    foreign.put("readings", &reading_key(READING), forged);
    let rewritten = ReceiveError::Schema("a reading that is rewritten");
    check_refused(&mut workspace, &foreign.all(), &rewritten);
    // Twice in one update.
    let twins = [Foreign::new(None), Foreign::new(None)].map(|foreign| {
        foreign.put("axes", "30", MapPrelim::default());
        foreign.all()
    });
    let both = merge_updates(&[&twins[0], &twins[1]]).unwrap();
    check_refused(&mut workspace, &both, &entity);
    workspace.receive(&twins[0]).unwrap();
    check_refused(&mut workspace, &twins[1], &entity);
}

fn entry_of(reading: u128) -> Any {
    entry(&[("id", id(reading).to_string().into())])
}

/// Only a server takes a name out of a reading; who had it before goes on, and nobody puts it back.
#[test]
fn what_the_server_rewrote_stays_rewritten() {
    let mut server = workspace(Limits {
        readings: 2,
        ..Limits::default()
    });
    let before = Foreign::new(Some(&server));
    let person = PersonId::from_uuid(id(1));
    server.forget(person, &BTreeSet::from(["Awa".to_owned()]));
    for is_restarted in [false, true] {
        if is_restarted {
            server = Workspace::load(&server.snapshot()).unwrap();
            server
                .guard(Limits {
                    readings: 2,
                    ..Limits::default()
                })
                .unwrap();
        }
        let rewritten = ReceiveError::Schema("a reading that is rewritten");
        for foreign in [Foreign::new(Some(&server)), Foreign::new(None)] {
            foreign.put("readings", &reading_key(READING), entry_of(READING));
            check_refused(&mut server, &foreign.all(), &rewritten);
        }
        let foreign = Foreign::new(Some(&server));
        foreign.remove("readings", &reading_key(READING));
        let deleted = ReceiveError::Schema("a reading that is deleted");
        check_refused(&mut server, &foreign.all(), &deleted);
    }
    // Whoever did not hear of it yet types the next one.
    before.put("readings", &reading_key(99), entry(&[]));
    server.receive(&before.all()).unwrap();
    // The one that was rewritten counts once.
    let full = ReceiveError::Full("too many readings");
    before.put("readings", &reading_key(98), entry_of(98));
    check_refused(&mut server, &before.all(), &full);
}

#[test]
fn a_workspace_has_its_limits() {
    let few = Limits {
        entities: 5,
        readings: 2,
        talk: 2,
        text: 40,
        languages: 2,
    };
    type Deed = fn(&Foreign);
    let deeds: [(&str, Deed, Deed); 4] = [
        (
            "too many entities",
            |foreign| drop(foreign.put("axes", "20", MapPrelim::default())),
            |foreign| drop(foreign.put("terms", "20", MapPrelim::default())),
        ),
        (
            "too many readings",
            |foreign| drop(foreign.put("readings", &reading_key(99), entry_of(99))),
            |foreign| drop(foreign.put("readings", &reading_key(98), entry_of(98))),
        ),
        (
            "too many languages",
            |foreign| drop(foreign.put("languages", "it", "V")),
            |foreign| drop(foreign.put("languages", "nl", "W")),
        ),
        (
            "a text that is too long",
            |foreign| write(foreign, &"é".repeat(20)),
            |foreign| write(foreign, "ab"),
        ),
    ];
    for (why, last, one_more) in deeds {
        let mut workspace = workspace(few);
        let foreign = Foreign::new(Some(&workspace));
        last(&foreign);
        workspace
            .receive(&foreign.update_for(&workspace))
            .expect(why);
        one_more(&foreign);
        let update = foreign.update_for(&workspace);
        check_refused(&mut workspace, &update, &ReceiveError::Full(why));
    }
}

fn write(foreign: &Foreign, words: &str) {
    let label = foreign.text("axes/7/label");
    label.insert(&mut foreign.doc.transact_mut(), 3, words);
}

/// What was written and deleted again while offline takes no room, and neither does what it replaces.
#[test]
fn only_letters_that_stand_make_a_text_long() {
    let mut workspace = workspace(Limits {
        text: 40,
        ..Limits::default()
    });
    let foreign = Foreign::new(Some(&workspace));
    let label = foreign.text("axes/7/label");
    for _ in 0..30 {
        let mut txn = foreign.doc.transact_mut();
        label.insert(&mut txn, 3, "abcdef");
        label.remove_range(&mut txn, 3, 6);
    }
    workspace.receive(&foreign.update_for(&workspace)).unwrap();
    for letter in ["a", "b"] {
        let mut txn = foreign.doc.transact_mut();
        label.remove_range(&mut txn, 0, 20);
        label.insert(&mut txn, 0, &letter.repeat(39));
        drop(txn);
        if letter == "a" {
            workspace.receive(&foreign.update_for(&workspace)).unwrap();
        }
    }
    // Deleting once more what is deleted already does not make room.
    let full = ReceiveError::Full("a text that is too long");
    let update = foreign.update_for(&workspace);
    check_refused(&mut workspace, &update, &full);
}

/// The library cuts a text where a deletion starts, also one of nothing. Then both halves of a letter that
/// is two code units long are lost, for those alone who were told.
#[test]
fn a_deletion_of_nothing_cuts_no_letter() {
    let mut workspace = workspace(Limits::default());
    let foreign = Foreign::new(Some(&workspace));
    let label = foreign.text("axes/7/label");
    label.insert(&mut foreign.doc.transact_mut(), 2, "😀");
    workspace.receive(&foreign.update_for(&workspace)).unwrap();
    let mut update = vec![0, 1];
    number(&mut update, foreign.doc.client_id().get());
    let (ranges, start, length) = (1, 1, 0);
    update.extend([ranges, start, length]);
    let nothing = ReceiveError::Unreadable("a deletion of nothing".to_owned());
    check_refused(&mut workspace, &update, &nothing);
}

/// A few bytes that say much: clocks are used up for good, and what is deleted is looked up.
#[test]
fn few_bytes_do_not_cost_much() {
    let mut workspace = workspace(Limits::default());
    let mut jump = vec![1, 1, 5, 0, 0];
    number(&mut jump, (1 << 20) + 1);
    jump.push(0);
    let full = ReceiveError::Full("more is deleted than anybody wrote");
    check_refused(&mut workspace, &jump, &full);

    let foreign = Foreign::new(Some(&workspace));
    let label = foreign.text("axes/7/label");
    label.insert(&mut foreign.doc.transact_mut(), 2, &"mot ".repeat(100));
    workspace.receive(&foreign.update_for(&workspace)).unwrap();
    let (letters, times) = (400, 400);
    let mut again = vec![0, 1];
    number(&mut again, foreign.doc.client_id().get());
    number(&mut again, times);
    for _ in 0..times {
        again.push(0);
        number(&mut again, letters);
    }
    let why = ReceiveError::Schema("the same deleted again and again");
    check_refused(&mut workspace, &again, &why);
}

/// What programs do that know the document, and not our commands.
#[test]
fn a_foreign_client_writes_and_chooses() {
    let mut workspace = workspace(Limits::default());
    let foreign = Foreign::new(Some(&workspace));
    let label = foreign.text("axes/7/label");
    label.insert(&mut foreign.doc.transact_mut(), 5, " et relais");
    label.remove_range(&mut foreign.doc.transact_mut(), 0, 2);
    for color in 0..6 {
        foreign.put("axes/7", "color", color);
    }
    foreign.put("axes/7", "deleted_by", Any::Null);
    foreign.remove("axes/7", "color");
    foreign.put("axes/7", "color", 4.0);
    foreign.put("terms/10", "it.term", TextPrelim::new(""));
    let italian = foreign.text("terms/10/it.term");
    italian.insert(&mut foreign.doc.transact_mut(), 0, "sollievo");
    foreign.put("languages", "it", "V");
    foreign.remove("languages", "fr");
    foreign.put("objectives/8/indicators", "20", true);
    foreign.remove("objectives/8/indicators", &INDICATOR.to_string());
    foreign.put("readings", &reading_key(99), entry(&[]));
    foreign.put("axes", "20", MapPrelim::default());
    foreign.put("axes/20", "label", TextPrelim::new("Une porte"));
    workspace.receive(&foreign.update_for(&workspace)).unwrap();
    let content = workspace.content();
    assert_eq!(content.axes.len(), 2);
    assert_eq!(content.axes[0].color, 4);
    assert_eq!(content.axes[0].label, "pit et relais 😀 des aidants");
    let indicator = IndicatorId::from_uuid(id(INDICATOR));
    let history = workspace.history(indicator, "2025-T1".parse().unwrap());
    assert_eq!(history.len(), 2);
}

/// Two people make the first text of a language at the same moment: neither is refused, and whoever gives way
/// may say that what they wrote is gone.
#[test]
fn two_people_may_make_the_first_text_of_a_language() {
    let mut server = workspace(Limits::default());
    let mut writers: Vec<Foreign> = (0..4).map(|_| Foreign::new(Some(&server))).collect();
    writers.sort_by_key(|writer| writer.doc.client_id());
    for (number, writer) in writers.iter().enumerate() {
        let words = TextPrelim::new(format!("number {number}"));
        writer.put("terms/10", "en.term", words);
    }
    // Somebody saw another's offline, and says which one gave way.
    let seen = Update::decode_v1(&writers[2].update_for(&server)).unwrap();
    writers[1].doc.transact_mut().apply_update(seen).unwrap();
    for writer in [1, 0, 2, 3] {
        let update = writers[writer].update_for(&server);
        server.receive(&update).unwrap();
    }
    let field = TermId::from_uuid(id(TERM)).field(Field::TermIn("en".parse().unwrap()));
    assert_eq!(server.text(&field).as_deref(), Some("number 3"));
    // Nobody deletes the one that stayed, or gives way to nobody.
    writers[3].remove("terms/10", "en.term");
    let update = writers[3].update_for(&server);
    let deleted = ReceiveError::Schema("a text that is deleted");
    check_refused(&mut server, &update, &deleted);
}

/// A block that begins with what is known and goes on somewhere else, and one between two texts.
#[test]
fn a_block_stands_in_one_place() {
    let mut workspace = Workspace::new();
    workspace.setup(&Settings::default(), &stamp(1));
    workspace.guard(Limits::default()).unwrap();
    let foreign = Foreign::new(Some(&workspace));
    let client = foreign.doc.client_id().get();
    let (title, mission) = (0, 3);
    for (field, words) in [("settings/title", "abc"), ("settings/mission", "xyz")] {
        let text = foreign.text(field);
        text.insert(&mut foreign.doc.transact_mut(), 0, words);
    }
    foreign.put("settings", "currency", "EUR");
    workspace.receive(&foreign.update_for(&workspace)).unwrap();
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
            "letters before what they come after",
            letters(7, &[(client, title), (client, title)], 0xC0, &[], "no"),
        ),
        (
            "letters before what they come after",
            letters(7, &[(client, title + 2), (client, title)], 0xC0, &[], "no"),
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
        Err(ReceiveError::Schema(
            "a block that continues something else"
        ))
    );
}

fn number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}
