//! The demo as it lies in `demo/escale.json`, whose words are French. What each becomes is said elsewhere.

use jalon_shared::Period;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
pub struct Sample {
    pub meta: Meta,
    pub organisation: Organisation,
    pub axes: Vec<Axis>,
    pub objectives: Vec<Objective>,
    pub indicators: Vec<Indicator>,
    pub glossary: Glossary,
    pub dashboard: Dashboard,
}

#[derive(Deserialize)]
pub struct Meta {
    pub title: String,
}

#[derive(Deserialize)]
pub struct Organisation {
    pub name: String,
    pub mission: String,
}

#[derive(Deserialize)]
pub struct Axis {
    pub id: String,
    pub label: String,
    pub project: Project,
}

#[derive(Deserialize)]
pub struct Project {
    pub label: String,
}

#[derive(Deserialize)]
pub struct Objective {
    pub id: String,
    pub axis_id: String,
    pub expected_result_for: String,
    pub statement: String,
    pub smart: Smart,
    pub owner_role: Option<String>,
    pub indicator_ids: Vec<String>,
    pub due_date: Option<Date>,
    pub status: String,
}

#[derive(Deserialize)]
pub struct Smart {
    pub specifique: Option<String>,
    pub mesurable: Option<String>,
    pub atteignable: Option<String>,
    pub realiste_pertinent: Option<String>,
    pub temporel: Option<String>,
}

#[derive(Deserialize)]
pub struct Indicator {
    pub id: String,
    pub category: String,
    pub nature: String,
    pub label: String,
    pub definition: String,
    pub unit: String,
    pub decimals: u8,
    pub aggregation: String,
    pub direction: String,
    pub numerator: Option<String>,
    pub denominator: Option<String>,
    #[serde(default)]
    pub levels: Vec<Level>,
    pub baseline: Bound,
    pub target: Bound,
    pub source: String,
    pub collection: String,
    pub frequency: String,
    pub owner_role: String,
    pub disaggregation: Vec<String>,
    pub personal_data: String,
    pub thresholds: Thresholds,
    pub readings: Vec<Reading>,
    pub bias_notes: Vec<String>,
    #[serde(default)]
    pub verbatims: Vec<Verbatim>,
}

#[derive(Deserialize)]
pub struct Level {
    pub level: u8,
    pub label: String,
}

#[derive(Deserialize)]
pub struct Bound {
    pub value: f64,
    pub period: Period,
}

#[derive(Deserialize)]
pub struct Thresholds {
    pub alerte: f64,
    pub bon: f64,
}

/// Which numbers there are depends on the aggregation.
#[derive(Deserialize)]
pub struct Reading {
    pub period: Period,
    pub value: Option<f64>,
    pub n: Option<u64>,
    pub numerator: Option<f64>,
    pub denominator: Option<f64>,
    pub distribution: Option<BTreeMap<u8, u64>>,
    #[serde(default)]
    pub comment: String,
}

#[derive(Deserialize)]
pub struct Verbatim {
    pub period: Period,
    pub theme: String,
    pub text: String,
    pub speaker: String,
}

#[derive(Deserialize)]
pub struct Glossary {
    pub languages: Vec<jalon_shared::Lang>,
    pub concepts: Vec<Concept>,
}

#[derive(Deserialize)]
pub struct Concept {
    pub id: String,
    pub status: String,
    pub subject_field: String,
    pub related: Vec<String>,
    pub terms: BTreeMap<jalon_shared::Lang, Term>,
    pub translation_note: Option<String>,
    pub disagreement: Option<String>,
    pub variants: BTreeMap<jalon_shared::Lang, Vec<String>>,
}

#[derive(Deserialize)]
pub struct Term {
    pub term: String,
    pub definition: String,
    pub gender: Option<String>,
    #[serde(default)]
    pub false_friends: Vec<String>,
}

#[derive(Deserialize)]
pub struct Dashboard {
    pub modules: Vec<Module>,
    pub decisions: Vec<Decision>,
}

#[derive(Deserialize)]
pub struct Module {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub title: String,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub indicator_ids: Vec<String>,
}

#[derive(Deserialize)]
pub struct Decision {
    pub date: Date,
    pub indicator_id: String,
    pub text: String,
    pub owner_role: String,
}
