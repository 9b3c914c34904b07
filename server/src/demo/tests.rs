//! The demo holds all that its file says, and what its dashboard says of it is true.

use super::*;
use jalon_shared::{
    Content, Dashboard, PersonId,
    dashboard::{Show, State},
    rules::coach,
};

fn content() -> Content {
    let by = Stamp {
        person: PersonId::from_uuid(Uuid::from_u128(1)),
        name: "Awa".to_owned(),
        at: 1_751_270_400_000,
    };
    workspace(&by)
        .expect("the demo's file has no mistake")
        .content()
}

#[test]
fn the_demo_holds_all_that_its_file_says() {
    let content = content();
    assert_eq!(
        content.settings.title,
        "L’Escale des Âges\u{a0}: notre impact en 2025"
    );
    assert_eq!(content.settings.languages.len(), 3);
    assert_eq!(content.axes.len(), 4);
    assert_eq!(content.objectives.len(), 10);
    assert_eq!(content.indicators.len(), 14);
    assert_eq!(
        content
            .readings
            .values()
            .map(|readings| readings.len())
            .sum::<usize>(),
        47
    );
    assert_eq!(content.verbatims.len(), 5);
    assert_eq!(content.terms.len(), 24);
    assert_eq!(content.decisions.len(), 2);
    assert_eq!(content.blocks.len(), 6);
    // In the order of the file.
    let names = |ids: &[&str]| ids.iter().map(|name| id(name)).collect::<Vec<_>>();
    assert_eq!(
        content
            .axes
            .iter()
            .map(|axis| axis.id.uuid())
            .collect::<Vec<_>>(),
        names(&["A1", "A2", "A3", "A4"])
    );
    let blocks: Vec<Uuid> = content.blocks.iter().map(|block| block.id.uuid()).collect();
    assert_eq!(blocks, names(&["m1", "m2", "m3", "m4", "m5", "m6"]));
}

#[test]
fn things_are_linked_and_described() {
    let content = content();
    let first = &content.objectives[0];
    assert_eq!(first.axis, Some(AxisId::from(id("A1"))));
    assert_eq!(first.status, ObjectiveStatus::Agreed);
    assert_eq!(
        first.indicators,
        [id("I05"), id("I09")]
            .into_iter()
            .map(IndicatorId::from)
            .collect()
    );
    assert_eq!(first.due_date, Some(jiff::civil::date(2025, 12, 31)));
    let listening = content
        .indicator(IndicatorId::from(id("I06")))
        .expect("I06");
    assert_eq!(listening.levels.len(), 4);
    assert_eq!(listening.known_biases.lines().count(), 2);
    assert_eq!(listening.nature, Nature::Qualitative);
    let jobs = content
        .entries(IndicatorId::from(id("I11")))
        .next()
        .expect("a reading");
    assert!(
        jobs.comment.starts_with("5\u{a0}personnes"),
        "{}",
        jobs.comment
    );
    let impact = content
        .terms
        .iter()
        .find(|term| term.id.uuid() == id("G12"))
        .expect("G12");
    assert_eq!(impact.status, TermStatus::InDebate);
    assert!(impact.disagreement.starts_with("Désaccord ouvert"));
    assert_eq!(impact.entries.len(), 3);
    let value = content
        .terms
        .iter()
        .find(|term| term.id.uuid() == id("G23"))
        .expect("G23");
    let gender = |tag: &str| {
        value
            .entry(&tag.parse().expect("a language"))
            .and_then(|entry| entry.gender)
    };
    assert_eq!(
        (gender("fr"), gender("it"), gender("en")),
        (Some(Gender::Feminine), Some(Gender::Masculine), None)
    );
}

/// The sentences of the essential, each held against the figures.
#[test]
fn what_the_dashboard_says_is_true() {
    let content = content();
    let dashboard = Dashboard::of(&content);
    let figure = |name: &str| dashboard.figure(IndicatorId::from(id(name))).expect(name);
    let essential = dashboard.panels.first().expect("a first block");
    assert_eq!(essential.show, Show::Essential);
    for (words, value, shown) in [
        ("45\u{a0}cafés", figure("I01").aggregate, 45.0),
        ("48", figure("I01").expected, 48.0),
        ("560,5\u{a0}heures", figure("I02").aggregate, 560.5),
        ("600", figure("I02").expected, 600.0),
        ("44\u{a0}%", figure("I09").aggregate, 44.0),
        ("38\u{a0}%", figure("I09").baseline, 38.0),
        ("7,4", figure("I10").baseline, 7.4),
        ("6,9", figure("I10").aggregate, 6.9),
        ("4,7", figure("I14").aggregate, 4.7),
        ("4,0", figure("I14").target, 4.0),
    ] {
        assert!(essential.text.contains(words), "{words}");
        assert!(
            value.is_some_and(|value| (value - shown).abs() < 0.05),
            "{words}: {value:?}"
        );
    }
    // “elle baisse depuis avril”
    let fatigue: Vec<f64> = figure("I14")
        .series
        .iter()
        .skip(2)
        .map(|point| point.value)
        .collect();
    assert!(fatigue.is_sorted_by(|a, b| a > b), "{fatigue:?}");
    assert_eq!(figure("I03").state, State::Good);
    assert!(
        dashboard
            .figures
            .iter()
            .all(|figure| matches!(figure.state, State::Good | State::OnTheWay))
    );
}

#[test]
fn the_coach_has_something_to_ask_of_the_drafts_alone() {
    let content = content();
    for objective in &content.objectives {
        let linked: Vec<_> = objective
            .indicators
            .iter()
            .filter_map(|id| content.indicator(*id))
            .cloned()
            .collect();
        let questions = coach::questions(objective, &linked).len();
        let is_draft = objective.status == ObjectiveStatus::Draft;
        assert!(
            if is_draft {
                questions >= 3
            } else {
                questions <= 1
            },
            "{}",
            objective.statement
        );
    }
}

#[test]
fn the_demo_is_read_back_from_a_frozen_version() {
    let content = content();
    let json = serde_json::to_string(&content).expect("JSON");
    assert_eq!(
        serde_json::from_str::<Content>(&json).expect("and back"),
        content
    );
}

#[test]
fn ids_are_always_the_same() {
    assert_eq!(id("I01"), id("I01"));
    assert_ne!(id("I01"), id("I02"));
    assert_eq!(id("I01").get_version_num(), 8);
}
