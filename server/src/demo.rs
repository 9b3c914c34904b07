//! The demo workspace: an association that does not exist, with all that people can write in Jalon.
//!
//! It is written by commands, as people write; the server keeps it like any other workspace.

use jalon_shared::{
    AxisId, BlockId, Command, CommandError, DecisionId, EntityRef, Field, Frequency, IndicatorId,
    Measure, NewEntity, ObjectiveId, ReadingId, Settings, Stamp, TermId, Value, VerbatimId,
    Workspace,
    dashboard::BlockKind,
    glossary::{Gender, TermStatus},
    indicator::{Aggregation, Category, Direction, Nature},
    objective::{Audience, ObjectiveStatus},
};
use sample::Sample;
use sha2::{Digest, Sha256};
use uuid::Uuid;

mod sample;

/// Text and figures are original and dedicated to the public domain (CC0 1.0).
const SAMPLE: &str = include_str!("../demo/escale.json");

/// Why the demo cannot be made. Only a mistake in its file can be the cause.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error("the file of the demo cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    #[error("the file of the demo says {word:?}, which is no {what}")]
    UnknownWord { what: &'static str, word: String },
    #[error("the reading of {indicator} for {period} lacks a number")]
    Incomplete {
        indicator: String,
        period: jalon_shared::Period,
    },
    #[error("the demo cannot be written: {0}")]
    Refused(#[from] CommandError),
}

/// The demo workspace, written by whoever `by` names.
///
/// # Errors
///
/// [`DemoError`], when the embedded file has a mistake.
pub fn workspace(by: &Stamp) -> Result<Workspace, DemoError> {
    let sample: Sample = serde_json::from_str(SAMPLE)?;
    let mut workspace = Workspace::new();
    workspace.setup(&settings(&sample), by);
    for command in commands(&sample)? {
        workspace.apply(&command, by)?;
    }
    Ok(workspace)
}

/// The id of a thing in the demo, by its name in the file (`O1`, `I09`, `G12`, `decision-1`); always the
/// same, so that tests and links can name it. A UUID of version 8 made of a SHA-256.
pub fn id(name: &str) -> Uuid {
    let mut bytes = [0; 16];
    let hash = Sha256::digest(format!("jalon demo {name}"));
    for (byte, hashed) in bytes.iter_mut().zip(hash) {
        *byte = hashed;
    }
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

fn settings(sample: &Sample) -> Settings {
    Settings {
        title: sample.meta.title.clone(),
        organisation: sample.organisation.name.clone(),
        mission: sample.organisation.mission.clone(),
        currency: "EUR".to_owned(),
        cadence: Frequency::Quarterly,
        languages: sample.glossary.languages.clone(),
    }
}

/// Everything that is written, indicators before what is linked to them.
fn commands(sample: &Sample) -> Result<Vec<Command>, DemoError> {
    let mut commands = axes(sample);
    for indicator in &sample.indicators {
        commands.push(self::indicator(indicator)?);
        for reading in &indicator.readings {
            commands.push(self::reading(indicator, reading)?);
        }
        commands.extend(verbatims(indicator));
    }
    for objective in &sample.objectives {
        commands.push(self::objective(objective)?);
    }
    for concept in &sample.glossary.concepts {
        commands.push(term(concept)?);
    }
    commands.extend(decisions(sample));
    for module in &sample.dashboard.modules {
        commands.push(block(module)?);
    }
    Ok(commands)
}

fn axes(sample: &Sample) -> Vec<Command> {
    let axis = |(color, axis): (u8, &sample::Axis)| {
        NewEntity::new(AxisId::from(id(&axis.id)))
            .text(Field::Label, &axis.label)
            .text(Field::Project, &axis.project.label)
            .value(Field::Color, color)
            .into()
    };
    let colors = (0..jalon_shared::Axis::COLORS).cycle();
    colors.zip(&sample.axes).map(axis).collect()
}

fn objective(objective: &sample::Objective) -> Result<Command, DemoError> {
    let smart = &objective.smart;
    let mut new = NewEntity::new(ObjectiveId::from(id(&objective.id)))
        .text(Field::Statement, &objective.statement)
        .value(Field::Axis, Value::Id(id(&objective.axis_id)))
        .value(
            Field::ExpectedFor,
            audience(&objective.expected_result_for)?,
        )
        .value(Field::DueDate, objective.due_date)
        .value(Field::Status, objective_status(&objective.status)?);
    for (field, text) in [
        (Field::Specific, &smart.specifique),
        (Field::Measurable, &smart.mesurable),
        (Field::Achievable, &smart.atteignable),
        (Field::Relevant, &smart.realiste_pertinent),
        (Field::TimeBound, &smart.temporel),
        (Field::OwnerRole, &objective.owner_role),
    ] {
        new = new.text(field, text.clone().unwrap_or_default());
    }
    for indicator in &objective.indicator_ids {
        new = new.link(Field::Indicators, IndicatorId::from(id(indicator)));
    }
    Ok(new.into())
}

fn indicator(indicator: &sample::Indicator) -> Result<Command, DemoError> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut new = NewEntity::new(IndicatorId::from(id(&indicator.id)))
        .text(Field::Name, &indicator.label)
        .text(Field::Definition, &indicator.definition)
        .text(Field::Unit, &indicator.unit)
        .text(Field::Numerator, text(&indicator.numerator))
        .text(Field::Denominator, text(&indicator.denominator))
        .text(Field::Source, &indicator.source)
        .text(Field::Collection, &indicator.collection)
        .text(Field::OwnerRole, &indicator.owner_role)
        .text(
            Field::Disaggregation,
            indicator.disaggregation.join("\u{202f}; "),
        )
        .text(Field::PersonalData, &indicator.personal_data)
        .text(Field::KnownBiases, indicator.bias_notes.join("\n"))
        .value(Field::Category, category(&indicator.category)?)
        .value(Field::Nature, nature(&indicator.nature)?)
        .value(Field::Decimals, indicator.decimals)
        .value(Field::Direction, direction(&indicator.direction)?)
        .value(Field::Aggregation, aggregation(&indicator.aggregation)?)
        .value(Field::Frequency, frequency(&indicator.frequency)?)
        .value(Field::BaselineValue, indicator.baseline.value)
        .value(Field::BaselinePeriod, indicator.baseline.period)
        .value(Field::TargetValue, indicator.target.value)
        .value(Field::TargetPeriod, indicator.target.period)
        .value(Field::AlertThreshold, indicator.thresholds.alerte)
        .value(Field::GoodThreshold, indicator.thresholds.bon);
    for level in &indicator.levels {
        new = new.text(Field::Level(level.level), &level.label);
    }
    if let Some(highest) = indicator.levels.iter().map(|level| level.level).max() {
        new = new.value(Field::LevelCount, highest);
    }
    Ok(new.into())
}

fn reading(indicator: &sample::Indicator, reading: &sample::Reading) -> Result<Command, DemoError> {
    let period = reading.period;
    let measure = match aggregation(&indicator.aggregation)? {
        Aggregation::Sum => reading.value.map(|value| Measure::Amount { value }),
        Aggregation::Ratio => {
            let numbers = reading.numerator.zip(reading.denominator);
            numbers.map(|(numerator, denominator)| Measure::Ratio {
                numerator,
                denominator,
            })
        }
        Aggregation::WeightedMean => reading
            .value
            .zip(reading.n)
            .map(|(value, n)| Measure::Mean { value, n }),
        Aggregation::Distribution => reading
            .distribution
            .clone()
            .map(|counts| Measure::Levels { counts }),
    };
    let incomplete = || DemoError::Incomplete {
        indicator: indicator.id.clone(),
        period,
    };
    Ok(Command::Record {
        id: ReadingId::from(id(&format!("{}-{period}", indicator.id))),
        indicator: IndicatorId::from(id(&indicator.id)),
        period,
        measure: measure.ok_or_else(incomplete)?,
        comment: reading.comment.clone(),
    })
}

fn verbatims(indicator: &sample::Indicator) -> impl Iterator<Item = Command> {
    (1..).zip(&indicator.verbatims).map(|(number, verbatim)| {
        NewEntity::new(VerbatimId::from(id(&format!(
            "{}-verbatim-{number}",
            indicator.id
        ))))
        .text(Field::Theme, &verbatim.theme)
        .text(Field::Text, &verbatim.text)
        .text(Field::Speaker, &verbatim.speaker)
        .value(Field::Indicator, Value::Id(id(&indicator.id)))
        .value(Field::Period, verbatim.period)
        .into()
    })
}

fn term(concept: &sample::Concept) -> Result<Command, DemoError> {
    let mut new = NewEntity::new(TermId::from(id(&concept.id)))
        .text(Field::SubjectField, &concept.subject_field)
        .text(
            Field::TranslationNote,
            concept.translation_note.clone().unwrap_or_default(),
        )
        .text(
            Field::Disagreement,
            concept.disagreement.clone().unwrap_or_default(),
        )
        .value(Field::TermStatus, term_status(&concept.status)?);
    for (lang, term) in &concept.terms {
        let variants = concept
            .variants
            .get(lang)
            .map(|variants| variants.join("\n"));
        new = new
            .text(Field::TermIn(lang.clone()), &term.term)
            .text(Field::DefinitionIn(lang.clone()), &term.definition)
            .text(
                Field::VariantsIn(lang.clone()),
                variants.unwrap_or_default(),
            )
            .text(
                Field::FalseFriendsIn(lang.clone()),
                term.false_friends.join("\n"),
            );
        if let Some(word) = &term.gender {
            new = new.value(Field::GenderIn(lang.clone()), gender(word)?);
        }
    }
    for related in &concept.related {
        new = new.link(Field::Related, TermId::from(id(related)));
    }
    Ok(new.into())
}

fn decisions(sample: &Sample) -> impl Iterator<Item = Command> {
    (1..)
        .zip(&sample.dashboard.decisions)
        .map(|(number, decision)| {
            NewEntity::new(DecisionId::from(id(&format!("decision-{number}"))))
                .text(Field::Text, &decision.text)
                .text(Field::OwnerRole, &decision.owner_role)
                .value(Field::Date, decision.date)
                .value(Field::Indicator, Value::Id(id(&decision.indicator_id)))
                .into()
        })
}

fn block(module: &sample::Module) -> Result<Command, DemoError> {
    let new = NewEntity::new(BlockId::from(id(&module.id)))
        .text(Field::Title, &module.title)
        .text(Field::Text, &module.text)
        .value(Field::BlockKind, block_kind(&module.kind)?);
    let indicators = module
        .indicator_ids
        .iter()
        .map(|name| EntityRef::from(IndicatorId::from(id(name))));
    Ok(indicators
        .fold(new, |new, indicator| new.link(Field::Indicators, indicator))
        .into())
}

macro_rules! words {
    ($($name:ident -> $type:ident { $($word:literal => $variant:ident),* $(,)? })*) => {$(
        fn $name(word: &str) -> Result<$type, DemoError> {
            match word {
                $($word => Ok($type::$variant),)*
                _ => Err(DemoError::UnknownWord { what: stringify!($type), word: word.to_owned() }),
            }
        }
    )*};
}

words! {
    audience -> Audience {
        "beneficiaires" => Beneficiaries, "organisation" => Organisation, "partenaires" => Partners,
    }
    objective_status -> ObjectiveStatus { "brouillon" => Draft, "propose" => Proposed, "valide" => Agreed }
    category -> Category { "activite" => Activity, "qualite_percue" => PerceivedQuality, "impact" => Impact }
    nature -> Nature { "quantitatif" => Quantitative, "qualitatif" => Qualitative }
    direction -> Direction { "hausse" => Increase, "baisse" => Decrease }
    aggregation -> Aggregation {
        "somme" => Sum, "ratio" => Ratio, "moyenne_ponderee" => WeightedMean, "repartition" => Distribution,
    }
    frequency -> Frequency {
        "mensuelle" => Monthly, "trimestrielle" => Quarterly, "semestrielle" => HalfYearly, "annuelle" => Yearly,
    }
    term_status -> TermStatus { "propose" => Proposed, "en_debat" => InDebate, "valide" => Agreed }
    gender -> Gender { "f" => Feminine, "m" => Masculine, "n" => Neuter, "c" => Common }
    block_kind -> BlockKind {
        "synthese" => Essential, "jauges" => Gauges, "courbe" => Line, "repartition" => Distribution,
        "verbatims" => Verbatims, "decisions" => Decisions, "texte" => Text,
    }
}

#[cfg(test)]
mod tests;
