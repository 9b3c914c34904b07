//! The grid that two people write by hand: one indicator of each category and nature, and one of which less is
//! better; their readings, and what these come to.

use super::words::Typed;

pub struct Indicator {
    pub category: &'static str,
    pub name: &'static str,
    pub choices: &'static [Typed],
    pub levels: &'static [&'static str],
    pub texts: &'static [Typed],
    pub numbers: &'static [Typed],
    /// Each period, and what is typed into its cell; a label of its own for each number of several.
    pub readings: &'static [(&'static str, &'static [Typed])],
    /// A period, and the theme, words and speaker of what somebody said.
    pub verbatims: &'static [(&'static str, [&'static str; 3])],
    /// What its readings come to, worked out by hand: the figure, its share of what is expected, the answers.
    pub figure: (f64, f64, Option<u64>),
    /// The figure as the page says it.
    pub said: &'static str,
}

pub const COFFEES: &str = "Cafés de quartier tenus";
pub const ATMOSPHERE: &str = "Entrain des séances, vu par les binômes";
pub const SATISFACTION: &str = "Satisfaction aux cafés de quartier";
pub const LISTENED: &str = "Sentiment d’être écouté chez les aidants";
pub const ELDERS: &str = "Aînés ayant au moins trois contacts par semaine";
pub const BURDEN: &str = "Charge ressentie par les aidants";
pub const STORIES: &str = "Récits de changement";

pub const INDICATORS: [Indicator; 7] = [
    Indicator {
        category: "Activité",
        name: COFFEES,
        choices: &[("Fréquence", "Chaque mois")],
        levels: &[],
        texts: &[
            ("Unité", "cafés"),
            (
                "Définition",
                "Nombre de cafés effectivement tenus, deux participants ou plus.",
            ),
            ("Source", "Cahier d’animation"),
            (
                "Comment on recueille",
                "Saisie par l’animateur le jour même",
            ),
            ("Rôle responsable", "Animateur de quartier"),
            ("Qui s’est mis d’accord", "Toute l’équipe, le 4 février"),
        ],
        numbers: &[
            ("Départ", "52"),
            ("Période de départ", "2024"),
            ("Cible", "96"),
            ("Période de la cible", "2025"),
            ("Écart à comprendre en dessous de", "75"),
            ("Bon à partir de", "95"),
        ],
        readings: &[
            ("janvier 2025", &[("", "6")]),
            ("février 2025", &[("", "7")]),
            ("mars 2025", &[("", "8")]),
            ("avril 2025", &[("", "8")]),
            ("mai 2025", &[("", "9")]),
            ("juin 2025", &[("", "7")]),
        ],
        verbatims: &[],
        // 45 of 96 × 6/12 = 48
        figure: (45.0, 0.9375, None),
        said: "45 cafés",
    },
    Indicator {
        category: "Activité",
        name: ATMOSPHERE,
        choices: &[
            ("Nature", "Qualitatif"),
            ("Comment réunir les périodes", "Répartition par niveau"),
        ],
        levels: &[
            "La séance traîne",
            "On discute par moments",
            "On ne voit pas le temps passer",
        ],
        texts: &[("Unité", "niveau de 1 à 3"), ("Source", "Carnet du binôme")],
        numbers: &[
            ("Décimales affichées", "1"),
            ("Départ", "2"),
            ("Période de départ", "2024"),
            ("Cible", "2,6"),
            ("Période de la cible", "2025"),
        ],
        readings: &[
            (
                "T1 2025",
                &[
                    ("Niveau 1 : La séance traîne", "2"),
                    ("Niveau 2 : On discute par moments", "5"),
                    ("Niveau 3 : On ne voit pas le temps passer", "3"),
                ],
            ),
            (
                "T2 2025",
                &[
                    ("Niveau 1 : La séance traîne", "1"),
                    ("Niveau 2 : On discute par moments", "4"),
                    ("Niveau 3 : On ne voit pas le temps passer", "6"),
                ],
            ),
        ],
        verbatims: &[],
        // (3 + 18 + 27) / 21 = 2.28571; / 2.6
        figure: (2.285_71, 0.879_12, Some(21)),
        said: "2,3 niveau de 1 à 3",
    },
    Indicator {
        category: "Qualité perçue",
        name: SATISFACTION,
        choices: &[("Comment réunir les périodes", "Moyenne pondérée")],
        levels: &[],
        texts: &[
            ("Unité", "sur 5"),
            (
                "Définition",
                "Note moyenne donnée en fin de séance, de 1 à 5 visages.",
            ),
            ("Source", "Carte à visages"),
            (
                "Biais connus",
                "Les personnes fatiguées partent avant de noter",
            ),
        ],
        numbers: &[
            ("Décimales affichées", "1"),
            ("Départ", "3,9"),
            ("Période de départ", "2024"),
            ("Cible", "4,4"),
            ("Période de la cible", "2025"),
            ("Écart à comprendre en dessous de", "85"),
            ("Bon à partir de", "97"),
        ],
        readings: &[
            (
                "T1 2025",
                &[("Moyenne (sur 5)", "4"), ("Nombre de réponses (n)", "143")],
            ),
            (
                "T2 2025",
                &[
                    ("Moyenne (sur 5)", "4.2"),
                    ("Nombre de réponses (n)", "171"),
                ],
            ),
        ],
        verbatims: &[],
        // (4 × 143 + 4.2 × 171) / 314 = 4.10892; / 4.4
        figure: (4.108_92, 0.933_85, Some(314)),
        said: "4,1 sur 5",
    },
    Indicator {
        category: "Qualité perçue",
        name: LISTENED,
        choices: &[
            ("Nature", "Qualitatif"),
            ("Comment réunir les périodes", "Répartition par niveau"),
        ],
        levels: &[
            "Je raconte sans que rien ne change",
            "On m’écoute, mais je répète souvent",
            "On m’écoute et l’on me répond",
            "On m’écoute et l’on agit avec moi",
        ],
        texts: &[
            ("Unité", "niveau de 1 à 4"),
            ("Source", "Entretien trimestriel court"),
            (
                "Comment on recueille",
                "Tiers différent de la référente habituelle",
            ),
            ("Données personnelles", "pseudonyme"),
        ],
        numbers: &[
            ("Décimales affichées", "1"),
            ("Départ", "2,6"),
            ("Période de départ", "2024"),
            ("Cible", "3,3"),
            ("Période de la cible", "2025"),
            ("Écart à comprendre en dessous de", "80"),
        ],
        readings: &[
            (
                "T1 2025",
                &[
                    ("Niveau 1 : Je raconte sans que rien ne change", "4"),
                    ("Niveau 2 : On m’écoute, mais je répète souvent", "9"),
                    ("Niveau 3 : On m’écoute et l’on me répond", "13"),
                    ("Niveau 4 : On m’écoute et l’on agit avec moi", "10"),
                ],
            ),
            (
                "T2 2025",
                &[
                    ("Niveau 1 : Je raconte sans que rien ne change", "2"),
                    ("Niveau 2 : On m’écoute, mais je répète souvent", "7"),
                    ("Niveau 3 : On m’écoute et l’on me répond", "17"),
                    ("Niveau 4 : On m’écoute et l’on agit avec moi", "15"),
                ],
            ),
        ],
        verbatims: &[
            (
                "T1 2025",
                [
                    "Écoute",
                    "On m’a rappelée le lendemain, je n’avais pas à tout redire.",
                    "Aidante, 58 ans",
                ],
            ),
            (
                "T2 2025",
                [
                    "Limites",
                    "Le samedi, il n’y a personne au téléphone.",
                    "Aidant, 63 ans",
                ],
            ),
        ],
        // (6 + 32 + 90 + 100) / 77 = 2.96104; / 3.3
        figure: (2.961_04, 0.897_28, Some(77)),
        said: "3 niveau de 1 à 4",
    },
    Indicator {
        category: "Impact sur les publics",
        name: ELDERS,
        choices: &[("Comment réunir les périodes", "Pourcentage")],
        levels: &[],
        texts: &[
            ("Unité", "%"),
            ("Numérateur", "Personnes déclarant trois contacts ou plus"),
            ("Dénominateur", "Personnes interrogées"),
            ("Source", "Enquête trimestrielle"),
            ("Ventilation", "quartier ; vit seul ou non"),
            (
                "Pourquoi cet indicateur",
                "Trois liens par semaine : le seuil que les personnes ont choisi.",
            ),
        ],
        numbers: &[
            ("Départ", "38"),
            ("Période de départ", "2024"),
            ("Cible", "55"),
            ("Période de la cible", "2025"),
            ("Écart à comprendre en dessous de", "80"),
            ("Bon à partir de", "95"),
        ],
        readings: &[
            (
                "T1 2025",
                &[
                    ("Personnes déclarant trois contacts ou plus", "37"),
                    ("Personnes interrogées", "90"),
                ],
            ),
            (
                "T2 2025",
                &[
                    ("Personnes déclarant trois contacts ou plus", "44"),
                    ("Personnes interrogées", "94"),
                ],
            ),
        ],
        verbatims: &[],
        // (37 + 44) / (90 + 94) = 44.0217 %; / 55
        figure: (44.021_74, 0.800_40, Some(184)),
        said: "44 %",
    },
    Indicator {
        category: "Impact sur les publics",
        name: BURDEN,
        choices: &[
            ("Sens souhaité", "Une baisse est souhaitée"),
            ("Comment réunir les périodes", "Moyenne pondérée"),
        ],
        levels: &[],
        texts: &[("Unité", "sur 10"), ("Source", "Questionnaire court")],
        numbers: &[
            ("Décimales affichées", "1"),
            ("Départ", "7,4"),
            ("Période de départ", "2024"),
            ("Cible", "6"),
            ("Période de la cible", "2025"),
            ("Écart à comprendre en dessous de", "80"),
        ],
        readings: &[
            (
                "T1 2025",
                &[
                    ("Moyenne (sur 10)", "7,1"),
                    ("Nombre de réponses (n)", "39"),
                ],
            ),
            (
                "T2 2025",
                &[
                    ("Moyenne (sur 10)", "6,7"),
                    ("Nombre de réponses (n)", "44"),
                ],
            ),
        ],
        verbatims: &[],
        // (7.1 × 39 + 6.7 × 44) / 83 = 6.88795; 6 / 6.88795
        figure: (6.887_95, 0.871_09, Some(83)),
        said: "6,9 sur 10",
    },
    Indicator {
        category: "Impact sur les publics",
        name: STORIES,
        choices: &[
            ("Nature", "Qualitatif"),
            ("Comment réunir les périodes", "Somme"),
        ],
        levels: &[],
        texts: &[
            ("Unité", "récits"),
            (
                "Définition",
                "Récits recueillis, relus par la personne, puis classés par domaine de changement.",
            ),
        ],
        numbers: &[
            ("Départ", "4"),
            ("Période de départ", "2024"),
            ("Cible", "24"),
            ("Période de la cible", "2025"),
            ("Écart à comprendre en dessous de", "60"),
        ],
        readings: &[("T1 2025", &[("", "5")]), ("T2 2025", &[("", "6")])],
        verbatims: &[(
            "T1 2025",
            [
                "Lien",
                "Le mercredi, je mets une nappe, parce que quelqu’un vient.",
                "Participante, 82 ans",
            ],
        )],
        // 11 of 24 × 2/4 = 12
        figure: (11.0, 0.916_67, None),
        said: "11 récits",
    },
];
