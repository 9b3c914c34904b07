//! When the coach asks, on the objectives of the demo and on others that people write.

use super::*;
use crate::{
    AxisId,
    indicator::Aggregation,
    objective::SmartNotes,
    rules::fixtures::{indicator, objective},
};
use uuid::Uuid;

/// What the coach asks of a statement whose card is otherwise complete, but for what `change` takes away.
fn asked(statement: &str, change: impl FnOnce(&mut Objective, &mut Vec<Indicator>)) -> String {
    let mut objective = Objective {
        axis: Some(AxisId::from_uuid(Uuid::from_u128(1))),
        owner_role: "Directeur".to_owned(),
        ..objective(statement)
    };
    let mut linked = vec![indicator(Aggregation::Sum, 10.0)];
    // What the statement itself says shall count here, not the target of the indicator.
    for indicator in &mut linked {
        indicator.target.value = None;
    }
    change(&mut objective, &mut linked);
    let ids: Vec<&str> = questions(&objective, &linked)
        .into_iter()
        .map(Question::id)
        .collect();
    ids.join(" ")
}

fn check(statement: &str, wanted: &str) {
    assert_eq!(asked(statement, |_, _| {}), wanted, "{statement}");
}

#[test]
fn the_demos_good_objectives_call_for_little() {
    for (statement, wanted) in [
        (
            "D’ici au 31 décembre 2025, porter de 38 % à 55 % la part des personnes de 75 ans et plus suivies qui \
             déclarent au moins trois contacts amicaux ou familiaux par semaine.",
            "",
        ),
        (
            "Tenir 96 cafés de quartier en 2025, contre 52 en 2024, avec au moins 12 participants en moyenne.",
            "",
        ),
        (
            "Avant le 31 décembre 2025, ramener de 7,4 à 6,0 sur 10 la charge moyenne ressentie par les aidants \
             accueillis depuis au moins trois mois.",
            "",
        ),
        // It is about hours: whom they help is a fair question.
        (
            "Réaliser 1 200 heures de répit à domicile ou en groupe en 2025, contre 780 en 2024.",
            "s1",
        ),
        (
            "Pour les personnes sorties du parcours en 2025, atteindre 40 % en emploi ou en formation qualifiante \
             six mois après la sortie, contre 27 % en 2024.",
            "",
        ),
        (
            "Signer huit conventions avec des employeurs locaux avant le 30 septembre 2025, chacune prévoyant un \
             tuteur nommé.",
            "",
        ),
        (
            "Tenir au moins 11 bilans d’équipe sur 12 en 2025, dont chacun se conclut par une décision écrite.",
            "",
        ),
        (
            "Présenter le tableau de bord figé à trois communes chaque trimestre et l’intégrer au rapport \
             d’activité soumis à l’assemblée générale du 12 juin 2026.",
            "",
        ),
    ] {
        check(statement, wanted);
    }
}

#[test]
fn the_demos_two_drafts_call_for_what_is_missing() {
    // A vague verb, no values, no date, nobody who answers for it; and no indicator.
    let aines = asked(
        "Améliorer le bien-être des aînés.",
        |objective, linked| {
            objective.owner_role.clear();
            objective.smart.relevant = "Cohérent avec la mission.".to_owned();
            linked.clear();
        },
    );
    assert_eq!(aines, "s1 s2 m1 m2 t1 t2");
    // It counts an activity, “action” is not defined, no indicator.
    let actions = asked("Faire 500 actions en 2025.", |objective, linked| {
        objective.owner_role = "Équipe".to_owned();
        objective.due_date = Some(jiff::civil::date(2025, 12, 31));
        objective.smart.measurable = "500 actions.".to_owned();
        linked.clear();
    });
    assert_eq!(actions, "s1 s2 m2");
}

#[test]
fn vague_verbs_are_known_in_their_forms() {
    for statement in [
        "Nous améliorons de 10 points le moral des aidants en 2025",
        "AMELIORER de 10 points le moral des aidants en 2025",
        "L’équipe favorisera 40 rencontres entre voisins en 2025",
        "Sensibiliser 300 élèves au handicap en 2025",
        "Contribuer en 2025 au répit de 40 familles",
        "40 familles développeront leur réseau en 2025",
        "Promouvoir en 2025 le vélo auprès de 40 familles",
        "Amélioration du moral de 40 aidants en 2025",
        "Improve the mood of 40 carers by June 2025",
        "We are fostering 12 friendships between neighbours in 2025",
        "Raise the awareness of 300 pupils in 2025",
        "Develops the skills of 30 volunteers in 2025",
        "Encourage 30 employers to hire in 2025",
        "Mener des actions avec 30 bénévoles en 2025",
        "Carry out 12 activities for families in 2025",
    ] {
        check(statement, "s2");
    }
    for statement in [
        "40 personnes ont un contrat de travail fin 2025",
        "Le plan d’action est écrit par 12 partenaires en juin",
        "60 % des aidants répondent « on m’écoute et l’on agit » en 2025",
        "12 employers sign a contribution agreement with us in 2025",
    ] {
        check(statement, "");
    }
}

#[test]
fn an_audience_is_people_or_a_group() {
    check("Ouvrir trois permanences de deux heures en 2025", "s1");
    check("Open 3 new places in town by 2026", "s1");
    for people in [
        "aidantes",
        "aînés",
        "salariées",
        "familles",
        "communes",
        "bénévoles",
        "jeunes",
        "families",
        "older people",
    ] {
        check(
            &format!("Ouvrir trois permanences pour 40 {people} en 2025"),
            "",
        );
    }
}

#[test]
fn a_value_is_a_number_or_a_level_and_neither_a_date_nor_an_age() {
    for statement in [
        "Les personnes de 75 ans et plus sortent davantage en 2025",
        "Avant le 30/09/2025, les aidants dorment mieux la nuit",
        "Les aidants dorment mieux la nuit dans six mois",
        "Le 1er juin 2025 les aidants dormiront mieux la nuit",
        "By Q2 2025 the carers sleep better at night",
        "Les aidants dorment mieux la nuit à partir de 2025-T2",
    ] {
        check(statement, "m1");
    }
    for statement in [
        "Réaliser 2000 heures de répit pour les aidants en 2025",
        "La moitié des aidants dorment mieux en décembre prochain",
        "Les aidants atteignent le niveau 3 de l’échelle en 2025",
        "Double the nights of sleep of our carers by May",
        "Doubler les nuits de sommeil des aidants d’ici l’été",
    ] {
        check(statement, "");
    }
    let with = |change: fn(&mut Objective, &mut Vec<Indicator>)| {
        asked("Les aidants dorment mieux la nuit en 2025", change)
    };
    assert_eq!(
        with(|objective, _| objective.smart.measurable = "6 heures par nuit".into()),
        ""
    );
    assert_eq!(with(|_, linked| linked[0].target.value = Some(6.0)), "");
    assert_eq!(
        with(|_, linked| linked[0].levels = vec!["Je dors".into()]),
        ""
    );
}

#[test]
fn a_target_beyond_twice_the_base_calls_for_a_reason() {
    for statement in [
        "Passer de 10 à 25 aidants accueillis en 2025",
        "Porter de 1 200 heures de répit à 3 000 les heures des aidants en 2025",
        "Ramener de 8 à 3 sur 10 la charge des aidants en 2025",
        "Go from 10 to 25 carers in 2025",
    ] {
        check(statement, "a1");
        let reason = |objective: &mut Objective, _: &mut Vec<Indicator>| {
            objective.smart.achievable = "Deux postes sont acquis.".to_owned();
        };
        assert_eq!(asked(statement, reason), "", "{statement}");
    }
    for statement in [
        "Passer de 10 à 20 aidants accueillis en 2025",
        "Passer de 7,4 à 6,0 la charge des aidants en 2025",
        "40 aidants notent leur charge sur une échelle de 1 à 5 en 2025",
        "Accueillir 40 enfants de 3 à 12 ans en 2025",
        "Accueillir 40 enfants de 9 h à 18 h en 2025",
        "Accueillir 40 enfants de janvier à juin 2025",
    ] {
        check(statement, "");
    }
    let linked = |base: f64, target: f64, direction: Direction| {
        asked("Accueillir 40 enfants au centre en 2025", |_, linked| {
            linked[0].baseline.value = Some(base);
            linked[0].target.value = Some(target);
            linked[0].direction = direction;
        })
    };
    assert_eq!(linked(4.0, 24.0, Direction::Increase), "a1");
    assert_eq!(linked(0.0, 24.0, Direction::Increase), "a1");
    assert_eq!(linked(52.0, 96.0, Direction::Increase), "");
    assert_eq!(linked(7.4, 6.0, Direction::Decrease), "");
    assert_eq!(linked(7.4, 3.0, Direction::Decrease), "a1");
}

#[test]
fn a_time_is_a_date_a_period_or_a_delay() {
    for time in [
        "en 2025",
        "fin 2025",
        "avant juin",
        "le 30/09/2025",
        "d’ici l’été",
        "chaque trimestre",
        "au T3",
        "dans six mois",
        "sous 18 mois",
        "dans les six prochains mois",
        "chaque semaine",
        "à la rentrée",
        "2026",
        "by March",
        "in May",
        "by 2026",
        "within 6 months",
        "every month",
        "by the end of the year 2026",
    ] {
        check(
            &format!("40 personnes ont un contrat de travail {time}"),
            "",
        );
    }
    for none in [
        "",
        "depuis trois mois",
        "de 75 ans",
        "may march",
        "et trois contacts par semaine",
        "2000 fois",
    ] {
        check(
            &format!("40 personnes ont un contrat de travail {none}"),
            "t1",
        );
    }
    let dated = asked("40 personnes ont un contrat de travail", |objective, _| {
        objective.smart = SmartNotes {
            time_bound: "Chaque mois de 2025.".to_owned(),
            ..SmartNotes::default()
        };
    });
    assert_eq!(dated, "");
}

#[test]
fn an_empty_card_is_asked_everything_that_can_be_missing() {
    let empty = questions(&objective(""), &[]);
    let ids: Vec<&str> = empty.iter().map(|question| question.id()).collect();
    assert_eq!(ids, ["s1", "m1", "m2", "r1", "t1", "t2"]);
    assert_eq!(
        empty
            .iter()
            .map(|question| question.letter())
            .collect::<String>(),
        "SMMRTT"
    );
    // Whatever people type, it is read.
    for statement in [
        "…",
        "1",
        "٣٤",
        "é\u{301}\u{301}",
        "de à de à",
        "from to",
        "// 2025 //",
        "1 234 567 890 123",
        "½ ²³",
    ] {
        questions(&objective(statement), &[]);
    }
}
