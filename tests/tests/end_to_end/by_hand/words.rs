//! What two people write by hand: a workspace like the demo, in the labels and choices that the page shows.

use super::grid::{ATMOSPHERE, BURDEN, COFFEES, ELDERS, LISTENED, SATISFACTION, STORIES};
use anyhow::{Context, Result};
use serde_json::Value;

pub const TITLE: &str = "L’Escale des Âges : notre impact en 2025";
pub const ORGANISATION: &str = "L’Escale des Âges (association fictive)";

/// What is typed into a field, by its label.
pub type Typed = (&'static str, &'static str);

pub struct Axis {
    pub label: &'static str,
    pub project: &'static str,
    pub objectives: &'static [Objective],
}

pub struct Objective {
    pub statement: &'static str,
    pub audience: &'static str,
    pub role: &'static str,
    /// As the calendar of the browser writes it.
    pub due: Option<&'static str>,
    pub status: &'static str,
    pub notes: &'static [Typed],
    pub indicators: &'static [&'static str],
    /// What the coach asks about it, if anything.
    pub asked: &'static [&'static str],
}

pub struct Block {
    pub kind: &'static str,
    pub title: &'static str,
    pub text: &'static str,
    pub indicators: &'static [&'static str],
}

pub const AXES: [Axis; 2] = [
    Axis {
        label: "Rompre l’isolement des personnes âgées",
        project: "Cafés et visites de quartier",
        objectives: &[
            Objective {
                statement: "D’ici au 31 décembre 2025, porter de 38 % à 55 % la part des personnes de 75 ans et plus suivies qui déclarent au moins trois contacts amicaux ou familiaux par semaine.",
                audience: "Les personnes accompagnées",
                role: "Coordinatrice lien social",
                due: Some("2025-12-31"),
                status: "Validé ensemble",
                notes: &[
                    (
                        "Spécifique",
                        "Personnes de 75 ans et plus suivies dans les six quartiers.",
                    ),
                    (
                        "Mesurable",
                        "Part déclarée à l’enquête trimestrielle (base 38 %, cible 55 %).",
                    ),
                    (
                        "Atteignable",
                        "Progression de 9 points observée en 2024 sur deux quartiers pilotes.",
                    ),
                    (
                        "Réaliste et pertinent",
                        "Cœur de la mission : des liens choisis et réguliers.",
                    ),
                    ("Temporel", "31 décembre 2025, point chaque trimestre."),
                ],
                indicators: &[ELDERS, SATISFACTION],
                asked: &[],
            },
            Objective {
                statement: "Tenir 96 cafés de quartier en 2025, contre 52 en 2024, avec au moins 12 participants en moyenne.",
                audience: "Les personnes accompagnées",
                role: "Animateur de quartier",
                due: Some("2025-12-31"),
                status: "Proposé",
                notes: &[(
                    "Atteignable",
                    "Quatre binômes formés et six salles prêtées par la ville.",
                )],
                indicators: &[COFFEES, ATMOSPHERE],
                asked: &[],
            },
        ],
    },
    Axis {
        label: "Soutenir les proches aidants",
        project: "La Pause des aidants",
        objectives: &[
            Objective {
                statement: "Avant le 31 décembre 2025, ramener de 7,4 à 6,0 sur 10 la charge moyenne ressentie par les aidants accueillis depuis au moins trois mois.",
                audience: "Les personnes accompagnées",
                role: "Référente aidants",
                due: Some("2025-12-31"),
                status: "Validé ensemble",
                notes: &[(
                    "Mesurable",
                    "Auto-évaluation de 0 (aucune charge) à 10 (charge extrême).",
                )],
                indicators: &[BURDEN, LISTENED],
                asked: &[],
            },
            Objective {
                statement: "Améliorer l’accueil.",
                audience: "Les partenaires",
                role: "",
                due: None,
                status: "Brouillon",
                notes: &[],
                indicators: &[],
                asked: &[
                    "De qui ou de quoi parle-t-on exactement ?",
                    "Quel changement observable, et non quelle activité ?",
                    "Pour quelle date, avec quels points d’étape ?",
                    "Qui en répond ?",
                ],
            },
        ],
    },
];

pub const BLOCKS: [Block; 6] = [
    Block {
        kind: "L’essentiel en quelques phrases",
        title: "L’essentiel en deux phrases",
        text: "À mi-année, 45 cafés de quartier ont été tenus, pour 48 attendus à cette date. La charge ressentie par les aidants est descendue de 7,4 à 6,9 sur 10.",
        indicators: &[],
    },
    Block {
        kind: "Où en sommes-nous par rapport à la cible",
        title: "Où en sommes-nous ?",
        text: "",
        indicators: &[COFFEES, ELDERS, BURDEN],
    },
    Block {
        kind: "Évolution dans le temps",
        title: "Les cafés, mois par mois",
        text: "",
        indicators: &[COFFEES],
    },
    Block {
        kind: "Répartition des réponses",
        title: "Ce que disent les aidants",
        text: "",
        indicators: &[LISTENED],
    },
    Block {
        kind: "Paroles recueillies",
        title: "Récits choisis",
        text: "",
        indicators: &[LISTENED, STORIES],
    },
    Block {
        kind: "Décisions",
        title: "Décisions et ajustements",
        text: "",
        indicators: &[],
    },
];

/// A decision, who takes it on, and the indicator that it is about.
pub const DECISION: [&str; 3] = [
    "Ouvrir une permanence téléphonique le samedi, à l’essai deux mois.",
    "Référente des aidants",
    LISTENED,
];

pub const FREEZE: [Typed; 3] = [
    ("Nom de la version", "Bilan de mi-année"),
    ("Période", "2025-S1"),
    ("Note", "Présenté à l’équipe et aux trois communes."),
];

/// A concept of the glossary: what is chosen and typed for it, by the labels of its card.
pub struct Term {
    pub word: String,
    pub choices: Vec<(String, &'static str)>,
    pub texts: Vec<(String, String)>,
}

/// Twelve terms in three languages, from the demo.
pub fn terms() -> Result<Vec<Term>> {
    let demo: Value = serde_json::from_str(include_str!("../../../../server/demo/escale.json"))?;
    let concepts = demo["glossary"]["concepts"]
        .as_array()
        .context("no concepts")?;
    concepts.iter().take(12).map(term).collect()
}

fn term(concept: &Value) -> Result<Term> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let is_debated = concept["status"] == "en_debat";
    let mut term = Term {
        word: text(&concept["terms"]["fr"]["term"]),
        choices: vec![(
            "Statut".to_owned(),
            if is_debated { "En débat" } else { "Validé" },
        )],
        texts: vec![("Domaine".to_owned(), text(&concept["subject_field"]))],
    };
    for (tag, language) in [("fr", "français"), ("en", "anglais"), ("it", "italien")] {
        let entry = &concept["terms"][tag];
        for (key, label) in [("term", "Terme"), ("definition", "Définition")] {
            let words = entry[key]
                .as_str()
                .with_context(|| format!("no {key} in {entry}"))?;
            term.texts
                .push((format!("{label} ({language})"), words.to_owned()));
        }
        match entry["gender"].as_str() {
            Some("f") => term
                .choices
                .push((format!("Genre ({language})"), "Féminin")),
            Some("m") => term
                .choices
                .push((format!("Genre ({language})"), "Masculin")),
            _ => {}
        }
        let variants: Vec<String> = concept["variants"][tag]
            .as_array()
            .into_iter()
            .flatten()
            .map(text)
            .collect();
        if !variants.is_empty() {
            term.texts
                .push((format!("Variantes ({language})"), variants.join("\n")));
        }
    }
    if let Some(note) = concept["translation_note"].as_str() {
        let label = if is_debated {
            "Ce qui fait débat"
        } else {
            "Conseil de traduction"
        };
        term.texts.push((label.to_owned(), note.to_owned()));
    }
    Ok(term)
}
