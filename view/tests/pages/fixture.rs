//! A small workspace with one of everything, in French, and a later state of it.

use jalon_shared::{
    Axis, AxisId, Block, BlockId, Content, Decision, DecisionId, Indicator, IndicatorId, Measure,
    Objective, ObjectiveId, Period, PersonId, ReadingEntry, ReadingId, Role, Settings, Term,
    TermId, Verbatim, VerbatimId, Version, WorkspaceId,
    dashboard::{BlockKind, Dashboard},
    glossary::{Gender, TermEntry, TermStatus},
    indicator::{Aggregation, Bound, Category, Direction, Nature, Thresholds},
    objective::{Audience, ObjectiveStatus, SmartNotes},
    period::Frequency,
    reading::Reading,
    version::{FORMAT, Participant, Sealed, Whose},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    convert::Infallible,
};

/// An id that no other kind has.
macro_rules! id {
    ($type:ident, $n:expr) => {{
        let kind = stringify!($type)
            .bytes()
            .fold(0_u8, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte));
        $type::born(
            1_735_700_000_000,
            [$n, $n, $n, $n, $n, $n, $n, $n, $n, kind],
        )
    }};
}

pub const HOSTILE: &str = "<script>alert(\"1\")</script> & 'x' <b style=\"color:red\">";

fn period(text: &str) -> Option<Period> {
    text.parse().ok()
}

fn bound(value: f64, at: &str) -> Bound {
    Bound {
        value: Some(value),
        period: period(at),
    }
}

fn indicator(
    n: u8,
    name: &str,
    unit: &str,
    aggregation: Aggregation,
    baseline: Bound,
    target: Bound,
) -> Indicator {
    Indicator {
        id: id!(IndicatorId, n),
        category: [
            Category::Activity,
            Category::PerceivedQuality,
            Category::Impact,
        ][usize::from(n) % 3],
        nature: Nature::Quantitative,
        name: name.into(),
        definition: "Nombre de cafés effectivement tenus, deux participants ou plus.".into(),
        unit: unit.into(),
        decimals: 0,
        direction: Direction::Increase,
        aggregation,
        numerator: "Personnes qui déclarent au moins trois contacts par semaine".into(),
        denominator: "Personnes interrogées".into(),
        levels: Vec::new(),
        baseline,
        target,
        thresholds: Thresholds::default(),
        source: "Cahier d’animation".into(),
        collection: "Saisie par l’animateur le jour même".into(),
        frequency: Frequency::Quarterly,
        owner_role: "Animateur de quartier".into(),
        disaggregation: "Quartier".into(),
        personal_data: "Aucune".into(),
        known_biases: "Les séances annulées le jour même ne sont pas toujours notées.".into(),
        agreed_by: "L’équipe et trois bénévoles".into(),
        agreed_why: "Il se compte sans effort et parle à tout le monde.".into(),
    }
}

fn reading(indicator: IndicatorId, at: Period, n: u8, measure: Measure) -> Reading {
    let entry = |n, by_name: &str, measure| ReadingEntry {
        id: id!(ReadingId, n),
        indicator,
        period: at,
        measure,
        comment: if n == 3 {
            HOSTILE.into()
        } else {
            String::new()
        },
        by: id!(PersonId, 1),
        by_name: by_name.into(),
        at: 1_735_700_000_000,
        supersedes: Vec::new(),
    };
    let others = if n == 4 {
        vec![entry(200, "Malik", Measure::Amount { value: 9.0 })]
    } else {
        Vec::new()
    };
    Reading {
        current: entry(n, "Awa", measure),
        others,
    }
}

fn entry(term: &str, definition: &str, gender: Option<Gender>) -> TermEntry {
    let variants = if gender.is_some() {
        "fr-BE : bilan sociétal".into()
    } else {
        String::new()
    };
    TermEntry {
        term: term.into(),
        definition: definition.into(),
        gender,
        variants,
        ..TermEntry::default()
    }
}

fn term(n: u8, status: TermStatus, entries: [(&str, TermEntry); 2]) -> Term {
    let entries = entries
        .into_iter()
        .filter_map(|(lang, entry)| Some((lang.parse().ok()?, entry)));
    Term {
        id: id!(TermId, n),
        status,
        subject_field: "Évaluation".into(),
        disagreement: if status == TermStatus::InDebate {
            "Faut-il y inclure les effets non voulus ?".into()
        } else {
            String::new()
        },
        translation_note: String::new(),
        related: BTreeSet::from([id!(TermId, 1)]),
        entries: entries.collect(),
    }
}

fn block(n: u8, kind: BlockKind, title: &str, text: &str, indicators: &[u8]) -> Block {
    let indicators = indicators.iter().map(|n| id!(IndicatorId, *n)).collect();
    Block {
        id: id!(BlockId, n),
        kind,
        title: title.into(),
        text: text.into(),
        indicators,
    }
}

pub fn content() -> Content {
    let mut cafes = indicator(
        3,
        "Cafés de quartier tenus",
        "cafés",
        Aggregation::Sum,
        bound(52.0, "2024"),
        bound(96.0, "2025"),
    );
    cafes.category = Category::Activity;
    let mut contacts = indicator(
        5,
        "Personnes de 75 ans et plus ayant au moins trois contacts par semaine",
        "% des personnes suivies",
        Aggregation::Ratio,
        bound(38.0, "2024"),
        bound(55.0, "2025"),
    );
    contacts.category = Category::Impact;
    contacts.decimals = 1;
    let mut burden = indicator(
        8,
        "Charge ressentie par les aidants",
        "sur 10",
        Aggregation::WeightedMean,
        bound(7.4, "2024"),
        bound(6.0, "2025"),
    );
    burden.category = Category::Impact;
    burden.direction = Direction::Decrease;
    burden.decimals = 1;
    let mut trust = indicator(
        4,
        "Confiance dans l’accompagnement",
        "sur 5",
        Aggregation::Distribution,
        bound(3.1, "2024"),
        bound(4.0, "2025"),
    );
    trust.nature = Nature::Qualitative;
    trust.decimals = 1;
    trust.category = Category::PerceivedQuality;
    trust.levels = [
        "Je me sens jugé",
        "Je viens par obligation",
        "Je viens sans réserve",
        "Je me confie",
        "Je recommande à mes proches",
    ]
    .map(String::from)
    .into();
    let mut unread = indicator(
        9,
        "Orientations réussies",
        "personnes",
        Aggregation::Sum,
        Bound::default(),
        bound(40.0, "2025"),
    );
    unread.category = Category::Impact;
    let mut readings: BTreeMap<IndicatorId, BTreeMap<Period, Reading>> = BTreeMap::new();
    let mut n = 0;
    let mut read = |id: IndicatorId, at: &str, measure| {
        n += 1;
        if let Some(at) = period(at) {
            readings
                .entry(id)
                .or_default()
                .insert(at, reading(id, at, n, measure));
        }
    };
    for (month, value) in [
        ("2025-01", 6.0),
        ("2025-02", 7.0),
        ("2025-03", 8.0),
        ("2025-04", 8.0),
        ("2025-05", 9.0),
        ("2025-06", 7.0),
    ] {
        read(cafes.id, month, Measure::Amount { value });
    }
    for (quarter, numerator, denominator) in [
        ("2024-T4", 61.0, 160.0),
        ("2025-T1", 70.0, 164.0),
        ("2025-T2", 79.0, 169.0),
    ] {
        read(
            contacts.id,
            quarter,
            Measure::Ratio {
                numerator,
                denominator,
            },
        );
    }
    for (quarter, value, n) in [("2025-T1", 7.2, 24), ("2025-T2", 9.4, 26)] {
        read(burden.id, quarter, Measure::Mean { value, n });
    }
    read(
        trust.id,
        "2025-T2",
        Measure::Levels {
            counts: BTreeMap::from([(1, 1), (2, 3), (3, 9), (4, 14), (5, 11)]),
        },
    );
    let axes = vec![
        Axis {
            id: id!(AxisId, 1),
            label: "Rompre l’isolement des personnes âgées".into(),
            project: "Cafés et visites de quartier".into(),
            color: 0,
        },
        Axis {
            id: id!(AxisId, 2),
            label: "Soutenir les proches aidants".into(),
            project: String::new(),
            color: 1,
        },
    ];
    let objective = |n: u8, axis: Option<u8>, statement: &str, indicators: &[u8]| Objective {
        id: id!(ObjectiveId, n),
        axis: axis.map(|axis| id!(AxisId, axis)),
        statement: statement.into(),
        expected_for: Some(Audience::Beneficiaries),
        smart: SmartNotes {
            specific: "Personnes de 75 ans et plus suivies dans les six quartiers.".into(),
            measurable: "Part déclarée à l’enquête trimestrielle (base 38 %, cible 55 %).".into(),
            achievable: "Progression de 9 points observée en 2024 sur deux quartiers pilotes."
                .into(),
            relevant: "Cœur de la mission : des liens choisis et réguliers.".into(),
            time_bound: "31 décembre 2025, point chaque trimestre.".into(),
        },
        owner_role: "Coordinatrice lien social".into(),
        due_date: "2025-12-31".parse().ok(),
        status: ObjectiveStatus::ALL[usize::from(n) % 3],
        indicators: indicators.iter().map(|n| id!(IndicatorId, *n)).collect(),
    };
    Content {
        settings: Settings {
            title: "Mesurer ce qui compte".into(),
            organisation: "L’Escale des Âges".into(),
            mission: "Permettre aux personnes âgées et à leurs proches de vivre entourés, soutenus et utiles dans leur quartier.".into(),
            languages: ["fr", "en", "it"].into_iter().filter_map(|tag| tag.parse().ok()).collect(),
            ..Settings::default()
        },
        axes,
        objectives: vec![
            objective(2, Some(1), "D’ici au 31 décembre 2025, porter de 38 % à 55 % la part des personnes de 75 ans et plus suivies qui déclarent au moins trois contacts amicaux ou familiaux par semaine.", &[5]),
            objective(4, Some(1), "Tenir 96 cafés de quartier en 2025, contre 52 en 2024.", &[3, 4]),
            objective(3, Some(2), "Ramener de 7,4 à 6,0 sur 10 la charge moyenne ressentie par les aidants.", &[8]),
            objective(6, None, HOSTILE, &[]),
        ],
        readings,
        verbatims: vec![
            Verbatim { id: id!(VerbatimId, 1), indicator: Some(trust.id), period: period("2025-T2"), theme: "Confiance".into(), text: "Je peux enfin dire quand ça ne va pas, sans qu’on me fasse la leçon.".into(), speaker: "Aidante, 58 ans".into() },
            Verbatim { id: id!(VerbatimId, 2), indicator: None, period: None, theme: HOSTILE.into(), text: HOSTILE.into(), speaker: HOSTILE.into() },
        ],
        indicators: vec![cafes, trust, contacts, burden, unread],
        terms: vec![
            term(1, TermStatus::Agreed, [("fr", entry("impact social", "Changements, voulus ou non, que vivent des personnes et que l’action explique au moins en partie.", Some(Gender::Masculine))), ("en", entry("social impact", "Changes, intended or not, that people experience and that the action explains at least in part.", None))]),
            term(2, TermStatus::InDebate, [("fr", entry("bilan", "Moment où l’on regarde ensemble le chemin parcouru.", Some(Gender::Masculine))), ("it", entry("bilancio", "", None))]),
            term(3, TermStatus::Proposed, [("fr", entry(HOSTILE, HOSTILE, None)), ("en", TermEntry::default())]),
        ],
        decisions: vec![
            Decision { id: id!(DecisionId, 1), date: "2025-07-01".parse().ok(), indicator: Some(id!(IndicatorId, 8)), text: "Ouvrir une permanence le samedi matin, pour les aidants qui travaillent.".into(), owner_role: "Référente aidants".into() },
            Decision { id: id!(DecisionId, 2), date: None, indicator: None, text: HOSTILE.into(), owner_role: String::new() },
        ],
        blocks: vec![
            block(1, BlockKind::Essential, "", "Les liens se tissent : près d’une personne sur deux voit du monde trois fois par semaine.\nLa charge des aidants augmente : un écart à comprendre ensemble.\n- Continuer les cafés du mardi\n- Écouter les aidants", &[]),
            block(2, BlockKind::Gauges, "Où en sommes-nous ?", "Chiffres arrêtés fin juin.", &[3, 4, 5, 8, 9]),
            block(3, BlockKind::Line, "Les cafés, mois après mois", "", &[3]),
            block(4, BlockKind::Line, "Des liens plus réguliers", "", &[5]),
            block(5, BlockKind::Distribution, "Confiance", "", &[4]),
            block(6, BlockKind::Verbatims, "Ce que l’on nous dit", "", &[]),
            block(7, BlockKind::Decisions, "Ce que nous décidons", "", &[]),
            block(8, BlockKind::Text, "Pour la suite", "Prochain point le 7 octobre.", &[]),
        ],
    }
}

/// The same workspace, later: one text edited, one term agreed, one objective gone, one reading corrected.
pub fn later() -> Content {
    let mut content = content();
    content.objectives.pop();
    if let Some(objective) = content.objectives.get_mut(1) {
        objective.statement =
            "Tenir 110 cafés de quartier en 2025, contre 52 en 2024, dans six salles.".into();
        objective.status = ObjectiveStatus::Agreed;
        objective.axis = Some(id!(AxisId, 2));
        objective.indicators.insert(id!(IndicatorId, 5));
        objective.owner_role = String::new();
    }
    if let Some(term) = content.terms.get_mut(1) {
        term.status = TermStatus::Agreed;
    }
    content.decisions.push(Decision {
        id: id!(DecisionId, 3),
        date: "2025-10-07".parse().ok(),
        indicator: None,
        text: "Former deux binômes de plus.".into(),
        owner_role: "Directeur".into(),
    });
    for readings in content.readings.values_mut() {
        for (at, reading) in readings {
            if at.to_string() == "2025-T2"
                && let Measure::Ratio { numerator, .. } = &mut reading.current.measure
            {
                *numerator = 81.0;
            }
        }
    }
    content
}

pub fn version(number: u32, content: Content) -> Version {
    Version {
        format: FORMAT.into(),
        workspace: id!(WorkspaceId, 1),
        number,
        label: "Point du deuxième trimestre".into(),
        period: "2025-T2".into(),
        note: "Arrêté en réunion d’équipe, avec deux bénévoles.".into(),
        frozen_at: "2025-07-01T09:12:00Z".into(),
        frozen_by: "Léa".into(),
        participants: vec![
            Participant {
                name: "Malik".into(),
                role: Role::Contributor,
            },
            Participant {
                name: "Awa".into(),
                role: Role::Contributor,
            },
            Participant {
                name: "Léa".into(),
                role: Role::Facilitator,
            },
        ],
        replaces: (number > 1).then_some(number - 1),
        previous_hash: (number > 1).then(|| "5b1f09c3a7".repeat(7).chars().take(64).collect()),
        dashboard: Dashboard::of(&content),
        content,
    }
}

pub fn sealed() -> Sealed {
    let whose = Whose {
        frozen_by: id!(PersonId, 3),
        participants: vec![id!(PersonId, 1), id!(PersonId, 2), id!(PersonId, 3)],
    };
    let mut salts = 0..;
    let salt = || Ok::<_, Infallible>(u128::to_be_bytes(salts.next().unwrap_or_default()));
    let sealing = Sealed::seal(version(2, content()), &whose, salt);
    sealing.expect("sealed").sealed
}
