//! Carets of others: each stays beside its letter, whatever is written around it at the same time.

use jalon_shared::{
    AxisId, Command, Field, FieldRef, NewEntity, PersonId, Settings, Stamp, TextEdit, Workspace,
    presence::Anchor,
};
use proptest::prelude::*;
use uuid::Uuid;

fn stamp() -> Stamp {
    Stamp {
        person: PersonId::from_uuid(Uuid::from_u128(1)),
        name: "Awa".into(),
        at: 1,
    }
}

fn label(number: u128) -> FieldRef {
    AxisId::from_uuid(Uuid::from_u128(number)).field(Field::Label)
}

/// So many replicas of a workspace with two empty texts.
fn replicas(count: usize) -> Vec<Workspace> {
    let mut first = Workspace::new();
    first.setup(&Settings::default(), &stamp());
    for number in [1, 2] {
        let axis = AxisId::from_uuid(Uuid::from_u128(number));
        first
            .apply(&NewEntity::new(axis).into(), &stamp())
            .expect("an axis");
    }
    let snapshot = first.snapshot();
    let others = (1..count).map(|_| Workspace::load(&snapshot).expect("the same"));
    others.chain([first]).collect()
}

fn write(workspace: &mut Workspace, field: &FieldRef, at: usize, delete: usize, insert: String) {
    let edit = TextEdit {
        at: at as u32,
        delete: delete as u32,
        insert,
    };
    let command = Command::Edit {
        field: field.clone(),
        edit,
    };
    workspace.apply(&command, &stamp()).expect("a good edit");
}

fn exchange(all: &mut [Workspace]) {
    for to in 0..all.len() {
        for from in 0..all.len() {
            let update = all[from]
                .diff(&all[to].state_vector())
                .expect("a state vector");
            all[to].receive(&update).expect("a good update");
        }
    }
}

/// Letters of which there is one each; every third one is a surrogate pair.
fn letter(number: usize) -> char {
    let first = if number.is_multiple_of(3) {
        0x1F300
    } else {
        0x4E00
    };
    char::from_u32(first + number as u32).expect("a letter")
}

/// Where a letter of a text starts, in UTF-16 code units; its length when it is not there.
fn start(text: &str, at: usize) -> usize {
    text.chars().take(at).map(char::len_utf16).sum()
}

#[derive(Debug, Clone)]
struct Step {
    who: usize,
    at: usize,
    delete: usize,
    insert: usize,
    meet: bool,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (
        0..3_usize,
        0..60_usize,
        0..4_usize,
        0..4_usize,
        any::<bool>(),
    );
    let step = step.prop_map(|(who, at, delete, insert, meet)| Step {
        who,
        at,
        delete,
        insert,
        meet,
    });
    proptest::collection::vec(step, 1..25)
}

/// Carries out a step with letters that were never used before.
fn take(all: &mut [Workspace], field: &FieldRef, step: &Step, used: &mut usize) {
    let text = all[step.who].text(field).expect("a text");
    let letters = text.chars().count();
    let at = step.at % (letters + 1);
    let end = (at + step.delete).min(letters);
    let insert = (0..step.insert).map(|more| letter(*used + more)).collect();
    *used += step.insert;
    let (from, to) = (start(&text, at), start(&text, end));
    write(&mut all[step.who], field, from, to - from, insert);
    if step.meet {
        exchange(all);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_caret_stays_before_its_letter(before in steps(), after in steps(), place in 0..60_usize) {
        let (mut all, field, mut used) = (replicas(3), label(1), 0);
        for step in &before {
            take(&mut all, &field, step, &mut used);
        }
        exchange(&mut all);
        let text = all[0].text(&field).expect("a text");
        let units = text.encode_utf16().count();
        for offset in 0..=units {
            let anchor = all[0].anchor(&field, offset as u32).expect("it is inside");
            prop_assert_eq!(all[1].locate(&field, anchor), Some(offset as u32));
        }
        prop_assert_eq!(all[0].anchor(&field, units as u32 + 1), None);

        let place = place % (text.chars().count() + 1);
        let anchor = all[0].anchor(&field, start(&text, place) as u32).expect("it is inside");
        let mine = text.chars().nth(place);
        for step in &after {
            take(&mut all, &field, step, &mut used);
            // Also where not everything has arrived.
            for replica in &all {
                let now = replica.text(&field).expect("a text");
                let at = replica.locate(&field, anchor).expect("they know the letter");
                let letters = now.chars().collect::<Vec<_>>();
                match mine {
                    None => prop_assert_eq!(at as usize, now.encode_utf16().count()),
                    Some(mine) => match letters.iter().position(|letter| *letter == mine) {
                        Some(found) => prop_assert_eq!(at as usize, start(&now, found)),
                        None => prop_assert!((0..=letters.len()).any(|letter| start(&now, letter) == at as usize)),
                    },
                }
            }
        }
    }
}

#[test]
fn whoever_writes_moves_their_caret_without_a_word() {
    let (mut all, field) = (replicas(2), label(1));
    write(&mut all[0], &field, 0, 0, "ab".into());
    exchange(&mut all);
    let inside = all[0].anchor(&field, 1).expect("inside");
    let end = all[0].anchor(&field, 2).expect("the end");
    write(&mut all[0], &field, 1, 0, "👩‍🚀".into());
    exchange(&mut all);
    assert_eq!(all[0].anchor(&field, 6), Some(inside));
    assert_eq!(all[1].locate(&field, inside), Some(6));
    assert_eq!(all[1].locate(&field, end), Some(7));
}

#[test]
fn a_place_is_nowhere_in_another_text_and_where_there_is_none() {
    let (mut all, field) = (replicas(2), label(1));
    write(&mut all[0], &field, 0, 0, "ab".into());
    let there = all[0].anchor(&field, 1).expect("a place");
    assert_eq!(all[0].locate(&label(2), there), None);
    assert_eq!(all[1].locate(&field, there), None, "it has not arrived");
    assert_eq!(all[0].anchor(&label(3), 0), None);
    assert_eq!(all[0].locate(&label(3), Anchor::End), None);
    let (client, clock) = (all[0].client_id(), u32::MAX);
    for lie in [
        Anchor::Before { client, clock },
        Anchor::Before { client, clock: 0 },
        Anchor::Before {
            client: 0,
            clock: 0,
        },
        Anchor::Before {
            client: (1 << 53) - 1,
            clock,
        },
    ] {
        assert_eq!(all[0].locate(&label(2), lie), None, "{lie:?}");
    }
    // What was deleted leaves its place.
    exchange(&mut all);
    write(&mut all[1], &field, 0, 2, String::new());
    exchange(&mut all);
    assert_eq!(all[0].locate(&field, there), Some(0));
    assert_eq!(all[0].anchor(&field, 0), Some(Anchor::End));
}
