//! Restoring from any content to any other: the document says what was asked for, one undo takes it back, and
//! what others write meanwhile stays.

use crate::{
    party::{Party, Step, stamp},
    peer::{KINDS, Peer, entity, lang},
};
use jalon_shared::{
    AxisId, Command, Content, Field, FieldKind, NewEntity, Settings, TextEdit, Workspace,
    workspace::Limits,
};
use proptest::prelude::*;
use uuid::Uuid;

fn played(plan: Vec<Step>) -> Party {
    let mut party = Party::new(2);
    for step in plan {
        party.step(step);
    }
    party.settle();
    party
}

/// Ids that no plan makes.
fn fresh() -> impl FnMut() -> Uuid {
    let mut next = 1_000_000;
    move || {
        next += 1;
        Uuid::from_u128(next)
    }
}

/// A content without what restoring leaves alone: readings, and languages that the version does not have.
fn comparable(mut content: Content, version: &Content) -> Content {
    content.readings.clear();
    let languages = &version.settings.languages;
    content
        .settings
        .languages
        .retain(|lang| languages.contains(lang));
    for term in &mut content.terms {
        term.entries.retain(|lang, _| languages.contains(lang));
    }
    content
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn any_content_is_restored_and_taken_back(
        plan in proptest::collection::vec(any::<Step>(), 1..160),
        later in proptest::collection::vec(any::<Step>(), 0..80),
        other in proptest::collection::vec(any::<Step>(), 1..160),
        of_another in any::<bool>(),
    ) {
        let mut party = played(plan);
        // A version of this document, or of one that knows other things under the same names.
        let version = if of_another { played(other).content() } else { party.content() };
        for step in later {
            party.step(step);
        }
        party.settle();
        let mut workspace = Workspace::load(&party.snapshot()).unwrap();
        let mut mirror = Peer::new(&party.snapshot(), 2);
        mirror.workspace.guard(Limits::default()).unwrap();
        let before = workspace.content();
        let by = stamp(0, 9_000_000);

        let rehearsal = workspace.rehearse(&version, &by).unwrap();
        let effect = workspace.restore(&version, &by, fresh()).unwrap();
        let after = workspace.content();
        prop_assert_eq!(comparable(after.clone(), &version), comparable(version.clone(), &version));
        let kept = after.settings.languages.starts_with(&version.settings.languages);
        prop_assert!(kept, "the languages of the version come first, in their order");
        prop_assert_eq!(&rehearsal.diff.entities, &jalon_shared::version::diff::diff(&before, &after).entities);
        for (indicator, period) in &rehearsal.recorded {
            let recorded = &after.readings[indicator][period].current;
            prop_assert_eq!(&recorded.measure, &version.readings[indicator][period].current.measure);
        }
        // Restoring it once more changes nothing.
        let again = workspace.rehearse(&version, &by).unwrap();
        prop_assert!(again.diff.is_empty() && again.recorded.is_empty(), "{:?}", again);

        if effect.update.is_empty() {
            prop_assert_eq!(&after, &before);
            return Ok(());
        }

        // Whoever only receives sees the same.
        mirror.workspace.receive(&effect.update).unwrap();
        prop_assert_eq!(mirror.workspace.content(), after.clone());

        // One step takes it back, another does it again.
        if let Some(undone) = workspace.undo() {
            mirror.workspace.receive(&undone.update).unwrap();
        }
        let mut taken_back = workspace.content();
        // Facts stay.
        taken_back.readings.clone_from(&before.readings);
        prop_assert_eq!(taken_back, before);
        prop_assert_eq!(mirror.workspace.content(), workspace.content());
        prop_assert!(!workspace.can_undo());
        if let Some(redone) = workspace.redo() {
            mirror.workspace.receive(&redone.update).unwrap();
        }
        prop_assert_eq!(&workspace.content(), &after);
        prop_assert_eq!(mirror.workspace.content(), after);
    }

    #[test]
    fn what_others_write_meanwhile_stays(
        plan in proptest::collection::vec(any::<Step>(), 1..160),
        later in proptest::collection::vec(any::<Step>(), 0..80),
        words in "[a-zé]{1,12}", what in any::<(u8, u8, u8)>(),
    ) {
        let mut party = played(plan);
        let version = party.content();
        for step in later {
            party.step(step);
        }
        party.settle();
        let mut one = Workspace::load(&party.snapshot()).unwrap();
        let mut other = Workspace::load(&party.snapshot()).unwrap();
        let kind = KINDS[usize::from(what.0) % KINDS.len()];
        let fields = kind.fields().iter().cloned().chain(kind.fields_in(&lang(0)));
        let texts: Vec<Field> = fields.filter(|field| field.kind() == FieldKind::Text).collect();
        let field = entity(kind, what.1).field(texts[usize::from(what.2) % texts.len()].clone());
        let insert = words.clone();
        let command = Command::Edit { field: field.clone(), edit: TextEdit { at: 0, delete: 0, insert } };
        let had_text = other.text(&field).is_some();
        let written = other.apply(&command, &stamp(1, 9_000_000));
        let restored = one.restore(&version, &stamp(0, 9_000_001), fresh()).unwrap();
        // (Two people who make the first words of a text at once keep one of the two: a known limit.)
        if let Ok(written) = &written {
            one.receive(&written.update).unwrap();
        }
        if had_text && written.is_ok() {
            let now = one.text(&field).unwrap();
            prop_assert!(now.contains(&words), "{words} is gone from {now}");
        }
        if !restored.update.is_empty() {
            other.receive(&restored.update).unwrap();
        }
        prop_assert_eq!(one.content(), other.content());
        prop_assert_eq!(one.bin(), other.bin());
        prop_assert_eq!(one.state_vector(), other.state_vector());
    }
}

#[test]
fn a_restore_that_no_frame_could_carry_is_refused() {
    let mut workspace = Workspace::new();
    workspace.setup(&Settings::default(), &stamp(0, 1));
    let empty = workspace.content();
    let long = "é".repeat(19_000);
    for number in 0..40_u128 {
        let axis = AxisId::from_uuid(Uuid::from_u128(number + 1));
        let new = NewEntity::new(axis).text(Field::Label, long.clone());
        workspace.apply(&new.into(), &stamp(0, 2)).unwrap();
    }
    let full = workspace.content();
    // To the bin is a small thing; to write it all is not.
    workspace.restore(&empty, &stamp(0, 3), fresh()).unwrap();
    assert_eq!(workspace.content(), empty);
    let mut elsewhere = Workspace::new();
    elsewhere.setup(&Settings::default(), &stamp(0, 1));
    let before = elsewhere.state_vector();
    let refused = elsewhere.restore(&full, &stamp(0, 3), fresh());
    assert!(refused.is_err(), "{refused:?}");
    assert_eq!(elsewhere.state_vector(), before);
}
