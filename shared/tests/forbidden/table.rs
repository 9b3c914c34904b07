//! Everything that the schema does not know, one line each, and why it is refused.

use crate::foreign::{Foreign, READING, check_refused, entry, id, reading_key, workspace};
use jalon_shared::{
    Workspace,
    workspace::{Limits, ReceiveError},
};
use std::collections::HashMap;
use yrs::{Any, ArrayPrelim, In, MapPrelim, Text, TextPrelim, Transact};

#[test]
fn what_is_put_against_the_schema_is_refused() {
    let map = || In::from(MapPrelim::default());
    let text = || In::from(TextPrelim::new("mine"));
    let list = || In::from(ArrayPrelim::default());
    let value = |value: Any| In::from(value);
    let reading = |changed: &[(&str, Any)]| In::from(entry(changed));
    let many = Any::Array(vec![Any::from(id(5).to_string()); 4_000].into());
    let (old, new) = (reading_key(READING), reading_key(99));
    let elsewhere = "a part of the document that the model does not know";
    let entity = "an entity that is there already";
    let no_map = "an entity that is no map";
    let no_id = "an entity under a key that is no id";
    let no_field = "a field that the model does not know";
    let misfit = "a field that takes something else";
    let twice = "a text or a set in the place of another";
    let no_value = "a value that no field takes";
    let unreadable = "a reading that cannot be read";
    let rows: Vec<(&str, &str, &str, In)> = vec![
        (elsewhere, "mine", "a", true.into()),
        (entity, "axes", "7", map()),
        (entity, "axes", "7", 3.into()),
        (no_map, "axes", "20", 42.into()),
        (no_map, "axes", "20", list()),
        (no_map, "axes", "20", text()),
        (no_id, "axes", "not an id", map()),
        (no_id, "axes", "0000000A-0000-0000-0000-000000000000", map()),
        (no_field, "axes/7", "nonsense", 1.into()),
        (no_field, "settings", "position", "a".into()),
        (no_field, "settings", "level.1", text()),
        (no_field, "indicators/9", "level.8", text()),
        (no_field, "indicators/9", "level.03", text()),
        (no_field, "terms/10", "FR.definition", text()),
        (no_field, "terms/10", "definition", text()),
        (misfit, "axes/7", "label", "plain words".into()),
        (misfit, "axes/7", "label", map()),
        (twice, "axes/7", "label", text()),
        (twice, "settings", "title", text()),
        (twice, "terms/10", "fr.definition", text()),
        (misfit, "objectives/8", "indicators", "all".into()),
        (misfit, "objectives/8", "indicators", list()),
        (twice, "objectives/8", "indicators", map()),
        (
            "a member that is no id",
            "objectives/8/indicators",
            "the first",
            true.into(),
        ),
        (
            "a member of a set that is not `true`",
            "objectives/8/indicators",
            "20",
            "yes".into(),
        ),
        (no_value, "axes/7", "color", map()),
        (no_value, "axes/7", "color", vec![1_u8, 2].into()),
        (
            no_value,
            "axes/7",
            "color",
            value(Any::from_json(r#"{"red":[1,2]}"#).unwrap()),
        ),
        (no_value, "axes/7", "deleted_at", text()),
        (no_value, "axes/7", "position", "a".repeat(5_000).into()),
        ("a language that is none", "languages", "FR", "a".into()),
        ("a language without a position", "languages", "nl", 3.into()),
        (
            "a reading under a key that is none",
            "readings",
            "a/b/c",
            "x".into(),
        ),
        (
            "a reading that is rewritten",
            "readings",
            &old,
            reading(&[("id", id(READING).to_string().into())]),
        ),
        (unreadable, "readings", &new, 74.5.into()),
        (
            unreadable,
            "readings",
            &new,
            reading(&[("id", id(98).to_string().into())]),
        ),
        (
            unreadable,
            "readings",
            &new,
            reading(&[("comment", "x".repeat(20_001).into())]),
        ),
        (
            unreadable,
            "readings",
            &new,
            reading(&[("by_name", "x".repeat(5_000).into())]),
        ),
        (
            unreadable,
            "readings",
            &new,
            reading(&[("supersedes", many)]),
        ),
        ("a reading that says nothing", "readings", &new, map()),
    ];
    for (why, path, key, value) in rows {
        check(why, |foreign| drop(foreign.put(path, key, value)));
    }
}

#[test]
fn what_the_model_made_is_not_deleted() {
    for (why, path, key) in [
        ("an entity that is deleted for good", "axes", "7"),
        ("a text that is deleted", "axes/7", "label"),
        ("a text that is deleted", "terms/10", "fr.definition"),
        ("a text that is deleted", "settings", "mission"),
        ("a set that is deleted", "objectives/8", "indicators"),
        (
            "a reading that is deleted",
            "readings",
            &reading_key(READING),
        ),
    ] {
        check(why, |foreign| foreign.remove(path, key));
    }
    check("an entity that is no map", |foreign| {
        foreign.put("axes", "20", MapPrelim::default());
        foreign.remove("axes", "20");
    });
}

#[test]
fn a_text_holds_letters_and_a_root_is_a_map() {
    let no_letter = "something in a text that is no letter";
    check(no_letter, |foreign| {
        let text = foreign.text("axes/7/label");
        text.insert_embed(&mut foreign.doc.transact_mut(), 1, Any::from(7));
    });
    check(no_letter, |foreign| {
        let text = foreign.text("axes/7/label");
        text.insert_embed(&mut foreign.doc.transact_mut(), 1, MapPrelim::default());
    });
    check(no_letter, |foreign| {
        let text = foreign.text("axes/7/label");
        let bold = HashMap::from([("bold".into(), true.into())]);
        text.format(&mut foreign.doc.transact_mut(), 1, 2, bold);
    });
    check("a root that is no map", |foreign| {
        let text = foreign.doc.get_or_insert_text("words");
        text.insert(&mut foreign.doc.transact_mut(), 0, "mine");
    });
}

/// Somebody does something against the schema: alone, and in all that they have, to a server that was just
/// started again.
fn check(why: &'static str, deed: impl FnOnce(&Foreign)) {
    let mut workspace = workspace(Limits::default());
    let foreign = Foreign::new(Some(&workspace));
    deed(&foreign);
    let why = ReceiveError::Schema(why);
    let update = foreign.update_for(&workspace);
    check_refused(&mut workspace, &update, &why);
    let mut loaded = Workspace::load(&workspace.snapshot()).unwrap();
    loaded.guard(Limits::default()).unwrap();
    check_refused(&mut loaded, &foreign.all(), &why);
}
