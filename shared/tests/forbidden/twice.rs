//! What is said twice: an honest repetition is one, and other words under somebody's number are not.

use crate::foreign::{AXIS, Foreign, workspace};
use jalon_shared::{Workspace, workspace::Limits};
use yrs::{
    Any, Doc, OffsetKind, Options, ReadTxn, StateVector, Text, Transact, Update,
    updates::decoder::Decode,
};

/// Another document that has the number of `doc` and what the workspace says, and writes something.
fn twin(doc: &Doc, workspace: &Workspace) -> Foreign {
    let twin = Doc::with_options(Options {
        client_id: doc.client_id(),
        offset_kind: OffsetKind::Utf16,
        ..Options::default()
    });
    let update = Update::decode_v1(&workspace.snapshot()).unwrap();
    twin.transact_mut().apply_update(update).unwrap();
    Foreign { doc: twin }
}

fn write(foreign: &Foreign, at: u32, words: &str) -> Vec<u8> {
    change(foreign, |foreign| {
        let label = foreign.text(&format!("axes/{AXIS}/label"));
        label.insert(&mut foreign.doc.transact_mut(), at, words);
    })
}

fn choose(foreign: &Foreign, color: &str) -> Vec<u8> {
    change(foreign, |foreign| {
        foreign.put(&format!("axes/{AXIS}"), "position", Any::from(color));
    })
}

/// The update of what is done.
fn change(foreign: &Foreign, work: impl FnOnce(&Foreign)) -> Vec<u8> {
    let before = foreign.doc.transact().state_vector();
    work(foreign);
    foreign.doc.transact().encode_diff_v1(&before)
}

#[test]
fn an_honest_repetition_is_known() {
    let mut server = workspace(Limits::default());
    let honest = Foreign::new(Some(&server));
    let words = [
        write(&honest, 0, "Le 😀 "),
        write(&honest, 6, "bon "),
        choose(&honest, "m"),
        write(&honest, 3, "très "),
    ];
    assert!(!server.repeats(&words[0]), "nothing of it is known yet");
    for update in &words {
        server.receive(update).unwrap();
    }
    // Somebody cuts through the middle of it.
    let other = Foreign::new(Some(&server));
    let cut = change(&other, |other| {
        let label = other.text(&format!("axes/{AXIS}/label"));
        label.remove_range(&mut other.doc.transact_mut(), 1, 1);
        label.insert(&mut other.doc.transact_mut(), 2, "plus ");
    });
    server.receive(&cut).unwrap();
    let all_at_once = honest
        .doc
        .transact()
        .encode_diff_v1(&StateVector::default());
    for update in words.iter().chain([&cut, &all_at_once]) {
        assert!(server.repeats(update));
        assert!(!server.contradicts(update), "{update:?}");
    }
}

#[test]
fn other_words_under_the_number_of_a_document_are_not_known() {
    let forgeries: [fn(&Foreign) -> Vec<u8>; 4] = [
        |forger| write(forger, 0, "Faux "),
        // The first letter alone is right.
        |forger| write(forger, 0, "Lourd"),
        // The same letters elsewhere.
        |forger| write(forger, 3, "Le bon"),
        |forger| choose(forger, "zz"),
    ];
    for forge in forgeries {
        for honest_words in [
            |honest: &Foreign| write(honest, 0, "Le bon"),
            |honest: &Foreign| choose(honest, "m"),
        ] {
            let mut server = workspace(Limits::default());
            let honest = Foreign::new(Some(&server));
            let forged = forge(&twin(&honest.doc, &server));
            server.receive(&forged).unwrap();
            let words = honest_words(&honest);
            assert!(server.repeats(&words) && server.contradicts(&words));
        }
    }
}
