//! What people read when they compare two versions.

use super::*;
use crate::{
    glossary::{TermEntry, TermStatus},
    indicator::{Aggregation, Bound, Category, Direction, Nature, Thresholds},
    period::Frequency,
    rules::fixtures::{amount, content, indicator, period, readings},
};
use expect_test::{Expect, expect};
use uuid::Uuid;

fn check(before: &Content, after: &Content, wanted: Expect) {
    let mut lines = String::new();
    let found = diff(before, after);
    for EntityDiff {
        entity,
        title,
        what,
    } in &found.entities
    {
        let kind = entity.kind;
        match what {
            Difference::Added => lines += &format!("+ {kind} “{title}”\n"),
            Difference::Removed => lines += &format!("- {kind} “{title}”\n"),
            Difference::Changed { fields } => {
                lines += &format!("~ {kind} “{title}”\n");
                for FieldDiff {
                    field,
                    before,
                    after,
                } in fields
                {
                    lines += &format!("    {field}: {before} -> {after}\n");
                }
            }
        }
    }
    for ReadingDiff {
        name,
        period,
        before,
        after,
        ..
    } in &found.readings
    {
        let show =
            |measure: &Option<Measure>| serde_json::to_string(measure).expect("a measure is JSON");
        lines += &format!("= {name} {period}: {} -> {}\n", show(before), show(after));
    }
    wanted.assert_eq(&lines);
    let json = serde_json::to_string(&found).expect("a comparison is JSON");
    assert_eq!(
        serde_json::from_str::<Diff>(&json).expect("and reads back"),
        found
    );
    assert!(diff(after, after).is_empty());
}

fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

fn axis(number: u128, label: &str) -> Axis {
    Axis {
        id: id(number),
        label: label.to_owned(),
        project: String::new(),
        color: 0,
    }
}

#[test]
fn what_was_added_removed_and_changed_is_told_by_field() {
    let before = content();
    let mut after = content();
    after.settings.title = "Escale".to_owned();
    after.settings.languages = ["fr", "it"]
        .map(|tag| tag.parse().expect("a language"))
        .to_vec();
    after.objectives[0].smart.achievable = "Quatre binômes formés.".to_owned();
    after.objectives[0].axis = Some(id(9));
    after.axes.push(axis(9, "Rompre l’isolement"));
    after.indicators[0].target.value = Some(100.0);
    after.indicators[0].levels = vec!["Jamais".to_owned(), "Parfois".to_owned()];
    check(
        &before,
        &after,
        expect![[r#"
        ~ settings “Escale”
            title: null -> "Escale"
            languages: null -> ["fr","it"]
        + axis “Rompre l’isolement”
        ~ objective “Tenir 96 cafés de quartier en 2025.”
            achievable: null -> "Quatre binômes formés."
            axis: null -> "00000000-0000-0000-0000-000000000009"
        ~ indicator “Cafés tenus”
            level.1: null -> "Jamais"
            level.2: null -> "Parfois"
            level_count: null -> 2
            target_value: 96.0 -> 100.0
    "#]],
    );
    check(
        &after,
        &before,
        expect![[r#"
        ~ settings “”
            title: "Escale" -> null
            languages: ["fr","it"] -> null
        - axis “Rompre l’isolement”
        ~ objective “Tenir 96 cafés de quartier en 2025.”
            achievable: "Quatre binômes formés." -> null
            axis: "00000000-0000-0000-0000-000000000009" -> null
        ~ indicator “Cafés tenus”
            level.1: "Jamais" -> null
            level.2: "Parfois" -> null
            level_count: 2 -> null
            target_value: 100.0 -> 96.0
    "#]],
    );
}

#[test]
fn a_term_is_compared_language_by_language() {
    let term = |entries: &[(&str, &str)]| {
        let entry = |(tag, word): &(&str, &str)| {
            (
                tag.parse().expect("a language"),
                TermEntry {
                    term: word.to_string(),
                    ..TermEntry::default()
                },
            )
        };
        Term {
            id: id(1),
            status: TermStatus::InDebate,
            subject_field: String::new(),
            disagreement: String::new(),
            translation_note: String::new(),
            related: BTreeSet::from([id(2)]),
            entries: entries.iter().map(entry).collect(),
        }
    };
    let before = Content {
        terms: vec![term(&[("fr", "valeur")])],
        ..Content::default()
    };
    // The Dutch column was opened and nothing was written into it yet: nothing to tell.
    let mut after = Content {
        terms: vec![term(&[("fr", "valeur"), ("it", "valore"), ("nl", "")])],
        ..before.clone()
    };
    after.terms[0].status = TermStatus::Agreed;
    after.terms[0].related = BTreeSet::from([id(2), id(3)]);
    check(
        &before,
        &after,
        expect![[r#"
        ~ term “valeur”
            status: "in_debate" -> "agreed"
            related: ["00000000-0000-0000-0000-000000000002"] -> ["00000000-0000-0000-0000-000000000002","00000000-0000-0000-0000-000000000003"]
            it.term: null -> "valore"
    "#]],
    );
}

#[test]
fn only_what_was_moved_has_another_position() {
    let axes = |labels: &[&str]| Content {
        axes: labels
            .iter()
            .map(|label| axis(u128::from(label.as_bytes()[0]), label))
            .collect(),
        ..Content::default()
    };
    check(
        &axes(&["a", "b", "c", "d"]),
        &axes(&["x", "d", "a", "c"]),
        expect![[r#"
        + axis “x”
        ~ axis “d”
            position: 4 -> 2
        - axis “b”
    "#]],
    );
    // To lose a neighbour is no move.
    check(
        &axes(&["a", "b", "c"]),
        &axes(&["b", "c"]),
        expect![[r#"
        - axis “a”
    "#]],
    );
}

#[test]
fn an_indicator_that_changed_its_category_was_not_moved() {
    let one = |number, category| Indicator {
        id: id(number),
        category,
        ..indicator(Aggregation::Sum, 1.0)
    };
    let (activity, impact) = (Category::Activity, Category::Impact);
    let before = Content {
        indicators: vec![one(1, activity), one(2, activity), one(3, impact)],
        ..Content::default()
    };
    let after = Content {
        indicators: vec![one(2, activity), one(3, impact), one(1, impact)],
        ..Content::default()
    };
    check(
        &before,
        &after,
        expect![[r#"
        ~ indicator “”
            category: "activity" -> "impact"
    "#]],
    );
}

#[test]
fn readings_are_told_before_and_after() {
    let before = content();
    let mut after = content();
    let id = after.indicators[0].id;
    after.readings.insert(
        id,
        readings([("2025-01", amount(7.0)), ("2025-02", amount(8.0))]),
    );
    check(
        &before,
        &after,
        expect![[r#"
        = Cafés tenus 2025-01: {"shape":"amount","value":6.0} -> {"shape":"amount","value":7.0}
        = Cafés tenus 2025-02: null -> {"shape":"amount","value":8.0}
    "#]],
    );
    after.indicators.clear();
    after.readings.clear();
    check(
        &before,
        &after,
        expect![[r#"
        - indicator “Cafés tenus”
        = Cafés tenus 2025-01: {"shape":"amount","value":6.0} -> null
    "#]],
    );
}

/// Every field that people can see in a comparison has the name that it has on the page.
#[test]
fn every_field_is_one_of_its_kind() {
    let text = || "x".to_owned();
    let before = content();
    let mut after = content();
    after.settings.organisation = text();
    after.settings.mission = text();
    after.settings.currency = text();
    after.settings.cadence = Frequency::Monthly;
    let objective = &mut after.objectives[0];
    objective.expected_for = Some(crate::objective::Audience::Partners);
    objective.smart.specific = text();
    objective.smart.time_bound = text();
    objective.owner_role = text();
    objective.due_date = Some(jiff::civil::date(2025, 12, 31));
    objective.indicators = BTreeSet::from([id(1)]);
    after.indicators[0] = Indicator {
        id: before.indicators[0].id,
        category: Category::Impact,
        nature: Nature::Qualitative,
        name: text(),
        definition: text(),
        unit: text(),
        decimals: 3,
        direction: Direction::Decrease,
        aggregation: Aggregation::Distribution,
        numerator: text(),
        denominator: text(),
        levels: vec![text()],
        baseline: Bound {
            value: Some(1.0),
            period: Some(period("2024")),
        },
        target: Bound {
            value: Some(2.0),
            period: Some(period("2026")),
        },
        thresholds: Thresholds {
            alert: 0.1,
            good: 0.2,
        },
        source: text(),
        collection: text(),
        frequency: Frequency::Yearly,
        owner_role: text(),
        disaggregation: text(),
        personal_data: text(),
        known_biases: text(),
        agreed_by: text(),
        agreed_why: text(),
    };
    let found = diff(&before, &after);
    let mut names = 0;
    for EntityDiff { entity, what, .. } in &found.entities {
        let Difference::Changed { fields } = what else {
            panic!("nothing was added or removed")
        };
        for field in fields {
            assert_eq!(
                field.named(*entity).map(|named| named.key().into_owned()),
                Some(field.field.clone())
            );
            names += 1;
        }
    }
    // 4 of the settings, 6 of the objective, all 33 of the indicator but 6 levels.
    assert_eq!(names, 4 + 6 + EntityKind::Indicator.fields().len() - 6);
}

#[test]
fn a_decision_is_told_by_its_text() {
    let decision = |text: &str| Decision {
        id: id(5),
        date: Some(jiff::civil::date(2025, 4, 1)),
        indicator: None,
        text: text.to_owned(),
        owner_role: String::new(),
    };
    let before = Content {
        decisions: vec![decision("Ouvrir le samedi")],
        ..Content::default()
    };
    let after = Content {
        decisions: vec![decision("Ouvrir le samedi matin")],
        ..Content::default()
    };
    check(
        &before,
        &after,
        expect![[r#"
        ~ decision “Ouvrir le samedi matin”
            text: "Ouvrir le samedi" -> "Ouvrir le samedi matin"
    "#]],
    );
}
