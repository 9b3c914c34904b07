//! What one person did can be taken back, and nothing that others did.

use crate::{apply, at, id, workspace, write};
use jalon_shared::{
    AxisId, Change, Command, EntityKind, Field, IndicatorId, Lang, Measure, NewEntity, TermId,
    TextOp, Workspace,
};

#[test]
fn typing_is_taken_back_in_one_step_and_the_rest_step_by_step() {
    let mut workspace = workspace();
    assert!(!workspace.can_undo() && workspace.undo().is_none());
    let axis: AxisId = id(1);
    let label = axis.field(Field::Label);
    apply(&mut workspace, NewEntity::new(axis), 1_000);
    for (number, letter) in ["R", "é", "p", "i", "t"].into_iter().enumerate() {
        apply(
            &mut workspace,
            write(label.clone(), number as u32, 0, letter),
            2_000 + 100 * number as i64,
        );
    }
    apply(
        &mut workspace,
        Command::Set {
            field: axis.field(Field::Color),
            value: 4_u8.into(),
        },
        2_450,
    );
    // A clock that went back is no reason to panic.
    apply(&mut workspace, write(label.clone(), 5, 0, "s"), 10);
    let text = |workspace: &Workspace| workspace.text(&label).unwrap();
    let color = |workspace: &Workspace| workspace.axis(axis).map(|axis| axis.color);
    assert!(!workspace.undo().unwrap().update.is_empty());
    assert_eq!(
        (text(&workspace).as_str(), color(&workspace)),
        ("Répit", Some(4))
    );
    workspace.undo().unwrap();
    assert_eq!(
        (text(&workspace).as_str(), color(&workspace)),
        ("Répit", Some(0))
    );
    let effect = workspace.undo().unwrap();
    let ops = vec![TextOp::Delete(5)];
    assert_eq!(
        effect.changes,
        [Change::Text {
            field: label.clone(),
            ops,
            now: String::new()
        }]
    );
    // Taking back the making of something sends it to the bin, with what others wrote in it.
    let mut other = Workspace::load(&workspace.snapshot()).unwrap();
    let words = other
        .apply(&write(label.clone(), 0, 0, "Pause"), &at(2))
        .unwrap();
    workspace.receive(&words.update).unwrap();
    let effect = workspace.undo().unwrap();
    assert_eq!(
        (effect.changes, workspace.axes()),
        (vec![Change::List(EntityKind::Axis)], vec![])
    );
    assert_eq!(workspace.bin()[0].title, "Pause");
    other.receive(&effect.update).unwrap();
    assert_eq!(other.bin(), workspace.bin());
    assert!(!workspace.can_undo() && workspace.can_redo());
    for _ in 0..4 {
        workspace.redo().unwrap();
    }
    assert!(!workspace.can_redo());
    assert_eq!((workspace.axes(), color(&workspace)), (vec![axis], Some(4)));
}

#[test]
fn what_another_overwrote_is_not_taken_back() {
    let mut workspace = workspace();
    let axis: AxisId = id(1);
    let color = |value: u8| Command::Set {
        field: axis.field(Field::Color),
        value: value.into(),
    };
    apply(&mut workspace, NewEntity::new(axis), 1);
    apply(&mut workspace, color(1), 2);
    let mut other = Workspace::load(&workspace.snapshot()).unwrap();
    workspace
        .receive(&other.apply(&color(5), &at(3)).unwrap().update)
        .unwrap();
    let color_now = |workspace: &Workspace| workspace.axis(axis).map(|axis| axis.color);
    let mut fresh = (10..).map(uuid::Uuid::from_u128);
    let mut take_back = |workspace: &mut Workspace| {
        workspace
            .take_back(&at(4), || fresh.next().unwrap())
            .unwrap()
    };
    // That is said, and nothing that was done before is taken back in its place.
    let taken = take_back(&mut workspace);
    assert!(taken.is_overtaken);
    assert_eq!(color_now(&workspace), Some(5));
    assert_eq!(workspace.axes(), [axis]);
    let mut third = Workspace::load(&other.snapshot()).unwrap();
    for effect in taken
        .effects
        .iter()
        .filter(|effect| !effect.update.is_empty())
    {
        third.receive(&effect.update).unwrap();
    }
    assert_eq!(third.content(), workspace.content());
    // That comes next.
    assert!(!take_back(&mut workspace).is_overtaken);
    assert!(workspace.axes().is_empty());
    assert!(workspace.redo().is_some());
    assert_eq!(workspace.axes(), [axis]);
}

#[test]
fn what_was_written_over_is_not_glued_to_what_stands_there_now() {
    let mut workspace = workspace();
    let axis: AxisId = id(1);
    let label = axis.field(Field::Label);
    apply(&mut workspace, NewEntity::new(axis), 1_000);
    apply(&mut workspace, write(label.clone(), 0, 0, "Répit"), 2_000);
    // Mine takes the place of the first words, and theirs the place of mine.
    apply(&mut workspace, write(label.clone(), 0, 5, "Pause"), 4_000);
    let mut other = Workspace::load(&workspace.snapshot()).unwrap();
    let theirs = other.apply(&write(label.clone(), 0, 5, "Relais"), &at(5_000));
    workspace.receive(&theirs.unwrap().update).unwrap();
    let mut fresh = (10..).map(uuid::Uuid::from_u128);
    let mut take_back = |workspace: &mut Workspace| {
        workspace
            .take_back(&at(6_000), || fresh.next().unwrap())
            .unwrap()
    };
    let taken = take_back(&mut workspace);
    assert!(taken.is_overtaken);
    assert_eq!(workspace.text(&label).as_deref(), Some("Relais"));
    for effect in &taken.effects {
        if !effect.update.is_empty() {
            other.receive(&effect.update).unwrap();
        }
    }
    assert_eq!(other.content(), workspace.content());
    // Nothing of it comes back by doing it again, and what was done before is next.
    assert!(!workspace.can_redo());
    assert!(take_back(&mut workspace).is_overtaken);
    assert!(!take_back(&mut workspace).is_overtaken);
    assert!(workspace.axes().is_empty());
}

#[test]
fn what_is_left_of_ones_own_words_is_taken_back() {
    let mut workspace = workspace();
    let axis: AxisId = id(1);
    let label = axis.field(Field::Label);
    apply(&mut workspace, NewEntity::new(axis), 1_000);
    apply(&mut workspace, write(label.clone(), 0, 0, "Répit"), 2_000);
    apply(&mut workspace, write(label.clone(), 0, 5, "Pause"), 4_000);
    let mut other = Workspace::load(&workspace.snapshot()).unwrap();
    let theirs = other.apply(&write(label.clone(), 0, 4, "Group"), &at(5_000));
    workspace.receive(&theirs.unwrap().update).unwrap();
    workspace.undo().unwrap();
    let text = workspace.text(&label).unwrap();
    assert!(text.contains("Répit") && text.contains("Group"), "{text}");
    assert!(!text.ends_with('e'), "{text}");
    workspace.redo().unwrap();
    assert_eq!(workspace.text(&label).as_deref(), Some("Groupe"));
    // Letters that I took away myself are nobody else's doing.
    apply(&mut workspace, write(label.clone(), 0, 6, ""), 8_000);
    workspace.undo().unwrap();
    assert_eq!(workspace.text(&label).as_deref(), Some("Groupe"));
}

#[test]
fn readings_are_not_undone() {
    let mut workspace = workspace();
    let indicator: IndicatorId = id(1);
    apply(
        &mut workspace,
        NewEntity::new(indicator).text(Field::Name, "n"),
        1,
    );
    let (period, measure) = ("2025".parse().unwrap(), Measure::Amount { value: 1.0 });
    let command = Command::Record {
        id: id(1),
        indicator,
        period,
        measure,
        comment: String::new(),
    };
    apply(&mut workspace, command, 2);
    workspace.undo().unwrap();
    assert_eq!(workspace.indicators(), []);
    assert_eq!(workspace.history(indicator, period).len(), 1);
    workspace.redo().unwrap();
    assert_eq!(workspace.content().readings.len(), 1);
}

#[test]
fn a_language_taken_back_keeps_its_words() {
    let mut workspace = workspace();
    let (term, nl): (TermId, Lang) = (id(1), "nl".parse().unwrap());
    apply(
        &mut workspace,
        NewEntity::new(term).text(Field::TermIn("fr".parse().unwrap()), "répit"),
        1,
    );
    let effect = apply(&mut workspace, Command::AddLanguage { lang: nl.clone() }, 2);
    assert_eq!(effect.changes.last(), Some(&Change::Languages));
    let field = term.field(Field::TermIn(nl.clone()));
    assert_eq!(workspace.text(&field).as_deref(), Some(""));
    let mut other = Workspace::load(&workspace.snapshot()).unwrap();
    workspace
        .receive(
            &other
                .apply(&write(field.clone(), 0, 0, "pauze"), &at(3))
                .unwrap()
                .update,
        )
        .unwrap();
    workspace.undo().unwrap();
    let tags: Vec<String> = workspace
        .settings()
        .languages
        .iter()
        .map(Lang::to_string)
        .collect();
    assert_eq!(tags, ["fr", "it"]);
    assert_eq!(workspace.text(&field).as_deref(), Some("pauze"));
    workspace.redo().unwrap();
    assert_eq!(workspace.term(term).unwrap().entries[&nl].term, "pauze");
}
