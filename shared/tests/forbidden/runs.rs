//! What somebody sends in one go is looked through as if each update came alone.

use super::foreign::{AXIS, Foreign, id, stamp, workspace};
use jalon_shared::{
    AxisId, Field, FieldRef, NewEntity, PersonId, TextEdit, Workspace,
    workspace::{Limits, ReceiveError, Sender},
};
use std::collections::BTreeSet;

fn sender(names: &BTreeSet<String>) -> Sender<'_> {
    Sender {
        person: PersonId::from_uuid(id(1)),
        names,
        facilitates: false,
    }
}

fn letter(at: u32) -> jalon_shared::Command {
    jalon_shared::Command::Edit {
        field: FieldRef {
            entity: AxisId::from_uuid(id(AXIS)).into(),
            field: Field::Label,
        },
        edit: TextEdit {
            at,
            delete: u32::from(at % 5 == 4),
            insert: "ab".to_owned(),
        },
    }
}

/// What somebody types, each edit an update that builds on the one before.
fn typed(by: &mut Workspace, count: u32) -> Vec<Vec<u8>> {
    (0..count)
        .map(|at| {
            let command = match at % 7 {
                6 => NewEntity::new(AxisId::from_uuid(id(1_000 + u128::from(at)))).into(),
                _ => letter(at),
            };
            by.apply(&command, &stamp(9)).unwrap().update
        })
        .collect()
}

fn slices(updates: &[Vec<u8>]) -> Vec<&[u8]> {
    updates.iter().map(Vec::as_slice).collect()
}

#[test]
fn together_they_do_what_they_do_one_by_one() {
    let names = BTreeSet::from(["P0".to_owned()]);
    let base = workspace(Limits::default()).snapshot();
    let updates = typed(&mut Workspace::load(&base).unwrap(), 60);
    for size in [1, 2, 7, 60] {
        let guarded = || {
            let mut workspace = Workspace::load(&base).unwrap();
            workspace.guard(Limits::default()).unwrap();
            workspace
        };
        let (mut alone, mut together) = (guarded(), guarded());
        let mut relayed = Workspace::load(&base).unwrap();
        for run in updates.chunks(size) {
            for update in run {
                alone.receive_from(update, sender(&names)).unwrap();
            }
            let received = together.receive_all(&slices(run), sender(&names));
            assert_eq!((received.taken, received.refused), (run.len(), None));
            relayed.receive(&received.effect.update).unwrap();
        }
        assert_eq!(alone.content(), together.content());
        assert_eq!(alone.state_vector(), together.state_vector());
        assert_eq!(relayed.content(), together.content());
        // And what comes next finds the gate as it would be.
        let more = typed(&mut Workspace::load(&together.snapshot()).unwrap(), 5);
        for update in more {
            together.receive_from(&update, sender(&names)).unwrap();
        }
    }
}

#[test]
fn what_is_not_allowed_ends_the_run_and_reaches_nobody() {
    let names = BTreeSet::new();
    let mut workspace = workspace(Limits::default());
    let mut honest = Workspace::load(&workspace.snapshot()).unwrap();
    let mut updates = typed(&mut honest, 3);
    let foreign = Foreign::new(Some(&workspace));
    foreign.put("axes", "something", "else");
    updates.insert(2, foreign.update_for(&workspace));
    let received = workspace.receive_all(&slices(&updates), sender(&names));
    assert_eq!(received.taken, 2);
    assert!(
        matches!(received.refused, Some(ReceiveError::Schema(_))),
        "{:?}",
        received.refused
    );
    // The rest goes on, and then it is as if nothing had been between.
    let rest = workspace.receive_all(&slices(&updates[3..]), sender(&names));
    assert_eq!((rest.taken, rest.refused), (1, None));
    assert_eq!(workspace.content(), honest.content());
}

#[test]
fn what_is_said_again_or_builds_on_what_is_not_here_ends_the_run() {
    let names = BTreeSet::new();
    let mut workspace = workspace(Limits::default());
    let mut honest = Workspace::load(&workspace.snapshot()).unwrap();
    let updates = typed(&mut honest, 4);
    let again = [&updates[0][..], &updates[1], &updates[0]];
    let received = workspace.receive_all(&again, sender(&names));
    assert_eq!((received.taken, received.refused), (2, None));
    let gap = [&updates[3][..]];
    let received = workspace.receive_all(&gap, sender(&names));
    assert_eq!(
        (received.taken, received.refused),
        (0, Some(ReceiveError::Incomplete))
    );
    assert!(received.effect.update.is_empty());
    let received = workspace.receive_all(&slices(&updates[2..]), sender(&names));
    assert_eq!((received.taken, received.refused), (2, None));
    assert_eq!(workspace.content(), honest.content());
}
