//! Threads: what is said, corrected, taken back, resolved and opened again, and what stays out of it.

use crate::{apply, at, id, workspace};
use jalon_shared::{
    Change, Command, Field, IndicatorId, NewEntity, ObjectiveId, PersonId, Stamp, Subject, Thread,
    Workspace,
    talk::{Deed, Mention, call},
    workspace::Effect,
};
use std::collections::BTreeSet;
use uuid::Uuid;

const NOE: &str = "Noé Quatrebarbes";

fn objective() -> Subject {
    id::<ObjectiveId>(7).into()
}

fn noe(time: i64) -> Stamp {
    Stamp {
        person: id(99),
        name: NOE.to_owned(),
        at: time,
    }
}

fn entry(number: u128, thread: u128, deed: Deed) -> Command {
    Command::Talk {
        id: id(number),
        about: objective(),
        thread: id(thread),
        deed,
    }
}

fn say(text: &str) -> Deed {
    Deed::Say {
        text: text.to_owned(),
        mentions: Vec::new(),
    }
}

/// Says something that calls Noé.
fn calling() -> Deed {
    let person: PersonId = id(99);
    Deed::Say {
        text: format!("Qu’en dis-tu {} ?", call(person)),
        mentions: vec![Mention {
            person,
            name: NOE.to_owned(),
        }],
    }
}

fn with_an_objective() -> Workspace {
    let mut workspace = workspace();
    let new = NewEntity::new(id::<ObjectiveId>(7)).text(Field::Statement, "Accueillir");
    apply(&mut workspace, new, 2);
    workspace
}

fn only(workspace: &Workspace) -> Thread {
    let mut threads = workspace.threads(objective());
    assert_eq!(threads.len(), 1);
    threads.remove(0)
}

#[test]
fn a_thread_is_answered_resolved_and_opened_again() {
    let mut workspace = with_an_objective();
    let effect = apply(&mut workspace, entry(1, 1, calling()), 50);
    assert_eq!(effect.changes, [Change::Talk(objective())]);
    // His clock is late: what he answers stands after what he answers to.
    workspace
        .apply(&entry(2, 1, say("Oui.")), &noe(10))
        .expect("a reply");
    let thread = only(&workspace);
    let texts: Vec<_> = thread
        .comments
        .iter()
        .map(|one| one.text.as_str())
        .collect();
    assert_eq!(texts.last(), Some(&"Oui."));
    assert!(thread.calls(id(99)) && !thread.calls(id(1)));
    workspace
        .apply(&entry(3, 1, Deed::Resolve), &noe(11))
        .expect("a deed");
    let resolved = only(&workspace).resolved.expect("resolved");
    assert_eq!((resolved.by, resolved.name.as_str()), (id(99), NOE));
    apply(&mut workspace, entry(4, 1, Deed::Reopen), 5);
    assert_eq!(only(&workspace).resolved, None);
    // A second question is a thread of its own, and so is a cell.
    apply(&mut workspace, entry(5, 2, say("Et pour qui ?")), 60);
    apply(&mut workspace, NewEntity::new(id::<IndicatorId>(9)), 61);
    let cell = Subject::Cell(id(9), "2025-T1".parse().expect("a period"));
    let command = Command::Talk {
        id: id(6),
        about: cell,
        thread: id(3),
        deed: say("Compté deux fois ?"),
    };
    apply(&mut workspace, command, 62);
    assert_eq!(workspace.threads(objective()).len(), 2);
    assert_eq!(workspace.threads(cell).len(), 1);
    assert_eq!(workspace.all_threads().len(), 3);
    // It is all there after reading it again.
    let loaded = Workspace::load(&workspace.snapshot()).expect("a workspace");
    assert_eq!(loaded.all_threads(), workspace.all_threads());
    assert_eq!(loaded.talk(), workspace.talk());
}

#[test]
fn words_that_were_corrected_or_taken_back_are_in_no_byte() {
    let mut workspace = with_an_objective();
    apply(
        &mut workspace,
        entry(1, 1, say("Madame Secret y était")),
        10,
    );
    workspace
        .apply(&entry(2, 1, say("Le Mystère aussi")), &noe(11))
        .expect("a reply");
    let correct = Deed::Correct {
        comment: id(1),
        text: "Quelqu’un y était".to_owned(),
        mentions: Vec::new(),
    };
    apply(&mut workspace, entry(3, 1, correct), 12);
    let comment = id(2);
    apply(&mut workspace, entry(4, 1, Deed::Withdraw { comment }), 13);
    let thread = only(&workspace);
    assert_eq!(thread.comments[0].text, "Quelqu’un y était");
    assert!(thread.comments[0].corrected_at.is_some());
    assert_eq!(
        thread.comments[1].text, "Le Mystère aussi",
        "it is not Awa’s"
    );
    apply(&mut workspace, entry(5, 1, Deed::Remove { comment }), 14);
    let seen = workspace.all_threads();
    assert_eq!(seen[0].comments[1].text, "");
    // As the server has it, which made none of it.
    let mut server = Workspace::load(&workspace.snapshot()).expect("a workspace");
    let effect = server.erase_replaced(&[objective()]);
    for bytes in [&effect.update, &server.snapshot()] {
        for word in ["Secret", "Mystère"] {
            assert!(
                !bytes
                    .windows(word.len())
                    .any(|window| window == word.as_bytes())
            );
        }
    }
    assert_eq!(server.all_threads(), seen);
    assert_eq!(server.erase_replaced(&[objective()]), Effect::default());
    workspace.receive(&effect.update).expect("an update");
    assert_eq!(workspace.talk(), server.talk());
    // A thread of which nothing stands is none.
    let comment = id(1);
    apply(&mut workspace, entry(6, 1, Deed::Withdraw { comment }), 15);
    assert_eq!(workspace.threads(objective()), []);
    let mut server = Workspace::load(&workspace.snapshot()).expect("a workspace");
    server.erase_replaced(&[objective()]);
    assert!(
        server
            .talk()
            .iter()
            .all(|one| one.deed.words().is_none_or(|(text, _)| text.is_empty()))
    );
}

#[test]
fn a_name_that_is_removed_leaves_what_was_said_and_those_who_were_called() {
    let mut workspace = with_an_objective();
    apply(&mut workspace, entry(1, 1, calling()), 10);
    workspace
        .apply(&entry(2, 1, say("Oui.")), &noe(11))
        .expect("a reply");
    let person: PersonId = id(99);
    let names = BTreeSet::from([NOE.to_owned()]);
    assert_eq!(workspace.names_of(person), names);
    let effect = workspace.forget(person, &names);
    for bytes in [&effect.update, &workspace.snapshot()] {
        assert!(
            !bytes
                .windows(NOE.len())
                .any(|window| window == NOE.as_bytes())
        );
    }
    assert_eq!(workspace.names_of(person), BTreeSet::new());
    let thread = only(&workspace);
    assert_eq!(thread.comments[1].text, "Oui.");
    assert_eq!(thread.comments[1].said.name, "");
    assert!(thread.calls(person));
    assert_eq!(workspace.forget(person, &names), Effect::default());
}

/// What people say is neither frozen, nor taken back, nor restored.
#[test]
fn talk_is_beside_the_content() {
    let mut workspace = with_an_objective();
    let before = workspace.content();
    let json = serde_json::to_string(&before).expect("JSON");
    apply(&mut workspace, entry(1, 1, calling()), 10);
    assert_eq!(workspace.content(), before);
    assert_eq!(
        serde_json::to_string(&workspace.content()).expect("JSON"),
        json
    );
    // Undoing takes back what was done before it.
    let entity = id::<ObjectiveId>(7).into();
    workspace.undo().expect("a step");
    assert_eq!(workspace.bin()[0].entity, entity);
    assert_eq!(workspace.threads(objective()).len(), 1);
    let mut number = 500;
    let fresh = || {
        number += 1;
        Uuid::from_u128(number)
    };
    workspace
        .restore(&before, &at(20), fresh)
        .expect("restored");
    assert_eq!(workspace.content().objectives, before.objectives);
    assert_eq!(only(&workspace).comments.len(), 1);
}
