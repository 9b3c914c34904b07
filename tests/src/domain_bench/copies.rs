//! A workspace of many times the demo, written over the wire as a program writes it that takes its work seriously:
//! every entity of the demo again and again, with ids of its own, and five years of readings for each indicator.

use crate::{link::Door, peer::Peer};
use anyhow::{Context, Result, ensure};
use jalon_shared::{
    Axis, AxisId, Block, BlockId, Command, Content, Decision, DecisionId, EntityRef, Field,
    Frequency, Indicator, IndicatorId, Measure, NewEntity, Objective, ObjectiveId, Period,
    PersonId, ReadingId, Stamp, Term, TermId, Value, Verbatim, VerbatimId, workspace::NewReading,
};
use std::collections::HashMap;
use uuid::Uuid;

/// How often the demo is in the large workspace.
pub const COPIES: usize = 100;

/// The years that are read, all twelve months of each.
pub const YEARS: std::ops::RangeInclusive<i16> = 2021..=2025;

/// Fills a new workspace with `copies` of `sample`. Every indicator is read each month, whatever the demo says, so
/// that there are as many readings as there can be: the values of the demo come in turn.
///
/// # Errors
/// When the server refuses something, or closes.
pub async fn fill(door: &Door, sample: &Content, copies: usize) -> Result<Peer> {
    let mut peer = Peer::join(door).await?;
    let by = stamp();
    for lang in &sample.settings.languages {
        if !peer.document.settings().languages.contains(lang) {
            let lang = lang.clone();
            peer.does(Command::AddLanguage { lang }, &by).await?;
        }
    }
    for _ in 0..copies {
        Copy::default().write(&mut peer, sample, &by).await?;
        ensure!(peer.settle().await?, "the server closed the socket");
    }
    peer.leave().await;
    Ok(peer)
}

/// What an adjustment session changes: one more value for one indicator in fourteen, as many definitions made more
/// precise, and a decision. Whoever does it comes and goes.
pub async fn adjust(door: &Door, peer: &mut Peer, round: usize) -> Result<()> {
    const ONE_IN: usize = 14;
    peer.connect(door).await?;
    ensure!(peer.sync().await?, "the server closed the socket");
    let by = stamp();
    let mut readings = Vec::new();
    for id in peer.document.indicators().into_iter().step_by(ONE_IN) {
        let month = u8::try_from(round % 12)?;
        let period = Period::new(*YEARS.end(), month, Frequency::Monthly).context("a month")?;
        if let Some(reading) = peer.document.reading(id, period) {
            let measure = match reading.current.measure {
                Measure::Amount { value } => Measure::Amount { value: value + 1.0 },
                Measure::Mean { value, n } => Measure::Mean { value, n: n + 1 },
                other => other,
            };
            readings.push(reading_of(
                id,
                period,
                measure,
                "Vérifié ensemble".to_owned(),
            ));
        }
        let field = id.field(Field::Definition);
        let edit = jalon_shared::TextEdit {
            at: 0,
            delete: 0,
            insert: format!("{round}. "),
        };
        peer.does(Command::Edit { field, edit }, &by).await?;
    }
    for effect in peer.document.record_all(readings, &by)? {
        peer.send_update(effect.update).await;
    }
    let decision = NewEntity::new(DecisionId::from_uuid(fresh()))
        .text(Field::Text, format!("Ajuster la collecte, séance {round}"));
    peer.does(decision, &by).await?;
    ensure!(peer.settle().await?, "the server closed the socket");
    peer.leave().await;
    Ok(())
}

fn stamp() -> Stamp {
    Stamp {
        person: PersonId::from_uuid(Uuid::from_u128(5)),
        name: "Semeuse".to_owned(),
        at: 1_767_000_000_000, // December 2025
    }
}

fn fresh() -> Uuid {
    Uuid::from_u128(rand::random())
}

fn reading_of(
    indicator: IndicatorId,
    period: Period,
    measure: Measure,
    comment: String,
) -> NewReading {
    NewReading {
        id: ReadingId::from_uuid(fresh()),
        indicator,
        period,
        measure,
        comment,
    }
}

/// One copy: the ids of the demo, and those that stand for them here.
#[derive(Default)]
struct Copy(HashMap<Uuid, Uuid>);

impl Copy {
    fn id(&mut self, of: Uuid) -> Uuid {
        *self.0.entry(of).or_insert_with(fresh)
    }

    async fn write(mut self, peer: &mut Peer, sample: &Content, by: &Stamp) -> Result<()> {
        let mut all: Vec<NewEntity> = Vec::new();
        all.extend(sample.axes.iter().map(|axis| self.axis(axis)));
        all.extend(sample.indicators.iter().map(|one| self.indicator(one)));
        all.extend(sample.objectives.iter().map(|one| self.objective(one)));
        all.extend(sample.verbatims.iter().map(|one| self.verbatim(one)));
        all.extend(sample.terms.iter().map(|term| self.term(term)));
        all.extend(sample.decisions.iter().map(|one| self.decision(one)));
        all.extend(sample.blocks.iter().map(|block| self.block(block)));
        for new in all {
            peer.does(new, by).await?;
        }
        let mut readings = Vec::new();
        for (indicator, known) in &sample.readings {
            let id = IndicatorId::from_uuid(self.id(indicator.uuid()));
            let months = YEARS.flat_map(|year| (0..12).map(move |month| (year, month)));
            for ((year, month), reading) in months.zip(known.values().cycle()) {
                let period = Period::new(year, month, Frequency::Monthly).context("a month")?;
                let current = &reading.current;
                let (measure, comment) = (current.measure.clone(), current.comment.clone());
                readings.push(reading_of(id, period, measure, comment));
            }
        }
        for effect in peer.document.record_all(readings, by)? {
            peer.send_update(effect.update).await;
        }
        Ok(())
    }

    fn axis(&mut self, axis: &Axis) -> NewEntity {
        NewEntity::new(AxisId::from_uuid(self.id(axis.id.uuid())))
            .text(Field::Label, &axis.label)
            .text(Field::Project, &axis.project)
            .value(Field::Color, axis.color)
    }

    fn indicator(&mut self, one: &Indicator) -> NewEntity {
        let mut new = NewEntity::new(IndicatorId::from_uuid(self.id(one.id.uuid())))
            .value(Field::Category, one.category)
            .value(Field::Nature, one.nature)
            .value(Field::Decimals, one.decimals)
            .value(Field::Direction, one.direction)
            .value(Field::Aggregation, one.aggregation)
            .value(Field::Frequency, Frequency::Monthly)
            .value(Field::BaselineValue, one.baseline.value)
            .value(Field::BaselinePeriod, one.baseline.period)
            .value(Field::TargetValue, one.target.value)
            .value(Field::TargetPeriod, one.target.period)
            .value(Field::AlertThreshold, one.thresholds.alert)
            .value(Field::GoodThreshold, one.thresholds.good);
        for (field, text) in [
            (Field::Name, &one.name),
            (Field::Definition, &one.definition),
            (Field::Unit, &one.unit),
            (Field::Numerator, &one.numerator),
            (Field::Denominator, &one.denominator),
            (Field::Source, &one.source),
            (Field::Collection, &one.collection),
            (Field::OwnerRole, &one.owner_role),
            (Field::Disaggregation, &one.disaggregation),
            (Field::PersonalData, &one.personal_data),
            (Field::KnownBiases, &one.known_biases),
            (Field::AgreedBy, &one.agreed_by),
            (Field::AgreedWhy, &one.agreed_why),
        ] {
            new = new.text(field, text);
        }
        for (level, label) in (1..).zip(&one.levels) {
            new = new.text(Field::Level(level), label);
            if usize::from(level) == one.levels.len() {
                new = new.value(Field::LevelCount, level);
            }
        }
        new
    }

    fn objective(&mut self, one: &Objective) -> NewEntity {
        let axis = one.axis.map(|axis| Value::Id(self.id(axis.uuid())));
        let mut new = NewEntity::new(ObjectiveId::from_uuid(self.id(one.id.uuid())))
            .value(Field::Axis, axis)
            .value(Field::ExpectedFor, one.expected_for)
            .value(Field::DueDate, one.due_date)
            .value(Field::Status, one.status);
        for (field, text) in [
            (Field::Statement, &one.statement),
            (Field::Specific, &one.smart.specific),
            (Field::Measurable, &one.smart.measurable),
            (Field::Achievable, &one.smart.achievable),
            (Field::Relevant, &one.smart.relevant),
            (Field::TimeBound, &one.smart.time_bound),
            (Field::OwnerRole, &one.owner_role),
        ] {
            new = new.text(field, text);
        }
        self.links(new, &one.indicators)
    }

    fn verbatim(&mut self, one: &Verbatim) -> NewEntity {
        let indicator = one.indicator.map(|id| Value::Id(self.id(id.uuid())));
        NewEntity::new(VerbatimId::from_uuid(self.id(one.id.uuid())))
            .text(Field::Theme, &one.theme)
            .text(Field::Text, &one.text)
            .text(Field::Speaker, &one.speaker)
            .value(Field::Indicator, indicator)
            .value(Field::Period, one.period)
    }

    fn term(&mut self, term: &Term) -> NewEntity {
        let mut new = NewEntity::new(TermId::from_uuid(self.id(term.id.uuid())))
            .text(Field::SubjectField, &term.subject_field)
            .text(Field::Disagreement, &term.disagreement)
            .text(Field::TranslationNote, &term.translation_note)
            .value(Field::TermStatus, term.status);
        for (lang, entry) in &term.entries {
            new = new
                .text(Field::TermIn(lang.clone()), &entry.term)
                .text(Field::DefinitionIn(lang.clone()), &entry.definition)
                .text(Field::NotesIn(lang.clone()), &entry.notes)
                .text(Field::VariantsIn(lang.clone()), &entry.variants)
                .text(Field::FalseFriendsIn(lang.clone()), &entry.false_friends)
                .value(Field::GenderIn(lang.clone()), entry.gender);
        }
        for related in &term.related {
            let related = self.id(related.uuid());
            new = new.link(Field::Related, TermId::from_uuid(related));
        }
        new
    }

    fn decision(&mut self, one: &Decision) -> NewEntity {
        let indicator = one.indicator.map(|id| Value::Id(self.id(id.uuid())));
        NewEntity::new(DecisionId::from_uuid(self.id(one.id.uuid())))
            .text(Field::Text, &one.text)
            .text(Field::OwnerRole, &one.owner_role)
            .value(Field::Date, one.date)
            .value(Field::Indicator, indicator)
    }

    fn block(&mut self, block: &Block) -> NewEntity {
        let new = NewEntity::new(BlockId::from_uuid(self.id(block.id.uuid())))
            .text(Field::Title, &block.title)
            .text(Field::Text, &block.text)
            .value(Field::BlockKind, block.kind);
        self.links(new, &block.indicators)
    }

    fn links<'i>(
        &mut self,
        new: NewEntity,
        to: impl IntoIterator<Item = &'i IndicatorId>,
    ) -> NewEntity {
        to.into_iter().fold(new, |new, id| {
            let id = IndicatorId::from_uuid(self.id(id.uuid()));
            new.link(Field::Indicators, EntityRef::from(id))
        })
    }
}
