//! What the parts on show are filled with: a small workspace of one page.

use crate::{
    features::since::news::{Deed, Told},
    session::{FieldState, Guest, Me, Session},
    ui::toast::Toasts,
};
use jalon_shared::{
    BlockId, BlockKind, Command, DecisionId, EntityRef, Field, FieldRef, IndicatorId, Lang,
    NewEntity, ObjectiveId, Period, PersonId, ReadingId, Role, TermId, VerbatimId,
    indicator::{Aggregation, Category, Direction, Nature},
    objective::ObjectiveStatus,
    period::Frequency,
    protocol::Refusal,
    reading::Measure,
    workspace::NewReading,
};
use jalon_view::words::Words;
use uuid::Uuid;

/// The year that the sample speaks of.
pub(super) const YEAR: i16 = 2026;

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub(super) const OBJECTIVE: ObjectiveId = ObjectiveId::from_uuid(id(1));
pub(super) const EMPTY_OBJECTIVE: ObjectiveId = ObjectiveId::from_uuid(id(2));
/// A sum whose target is met.
pub(super) const MET: IndicatorId = IndicatorId::from_uuid(id(11));
/// A sum on its way.
pub(super) const ON_THE_WAY: IndicatorId = IndicatorId::from_uuid(id(12));
/// A share whose target is missed.
pub(super) const MISSED: IndicatorId = IndicatorId::from_uuid(id(13));
/// Answers on a scale.
pub(super) const SPREAD: IndicatorId = IndicatorId::from_uuid(id(14));
/// Nothing was read of it.
pub(super) const UNREAD: IndicatorId = IndicatorId::from_uuid(id(15));
/// Its texts show what is said beside a field.
pub(super) const STATES: IndicatorId = MISSED;

/// The words of the sample in the language of the page.
pub(super) fn open(words: Words, toasts: Toasts) -> Session {
    let session = open_as(Role::Facilitator, words, toasts);
    let refused = FieldState::Refused(Refusal::Role);
    session.pretend_states([
        (
            STATES.field(Field::Collection).to_string(),
            FieldState::Here,
        ),
        (
            STATES.field(Field::PersonalData).to_string(),
            FieldState::InPage,
        ),
        (
            STATES.field(Field::KnownBiases).to_string(),
            FieldState::Saved,
        ),
        (STATES.field(Field::Disaggregation).to_string(), refused),
    ]);
    let guest = |name: &str, color, field: FieldRef| Guest {
        name: name.to_owned(),
        color,
        field: field.to_string(),
    };
    session.pretend_guests([
        guest("Inès", 1, STATES.field(Field::Source)),
        guest("Karim", 3, STATES.field(Field::AgreedBy)),
        guest("Zoé", 5, STATES.field(Field::AgreedBy)),
        guest("Maël", 0, STATES.field(Field::AgreedBy)),
        guest("Ada", 4, STATES.field(Field::AgreedBy)),
        guest("Bruno", 2, STATES.field(Field::TargetValue)),
    ]);
    session
}

/// The same for somebody who may only read.
pub(super) fn open_to_read(words: Words, toasts: Toasts) -> Session {
    open_as(Role::Reader, words, toasts)
}

fn open_as(role: Role, words: Words, toasts: Toasts) -> Session {
    let me = Me {
        person: PersonId::from_uuid(id(99)),
        name: words.t("design-sample-me"),
        role,
    };
    Session::in_page_alone(me, toasts, commands(words), readings())
}

/// Something that somebody else did.
pub(super) fn told() -> Vec<Told> {
    vec![Told {
        path: STATES.field(Field::Definition).to_string(),
        person: PersonId::from_uuid(id(98)),
        name: "Inès".to_owned(),
        deed: Deed::Changed,
        changes: 3,
        at: crate::ui::now() - 3_600_000,
    }]
}

fn commands(words: Words) -> Vec<Command> {
    let mut commands = Vec::new();
    if let Ok(lang) = words.language().tag().parse::<Lang>() {
        commands.push(Command::AddLanguage { lang });
    }
    let year = Period::new(YEAR, 0, Frequency::Yearly);
    let before = Period::new(YEAR - 1, 0, Frequency::Yearly);
    let indicator = |id: IndicatorId, key: &str, category: Category, aggregation: Aggregation| {
        NewEntity::new(id)
            .text(Field::Name, words.t(key))
            .value(Field::Category, category)
            .value(Field::Nature, Nature::Quantitative)
            .value(Field::Direction, Direction::Increase)
            .value(Field::Aggregation, aggregation)
            .value(Field::Frequency, Frequency::Quarterly)
            .value(Field::TargetPeriod, year)
            .value(Field::BaselinePeriod, before)
    };
    let people = words.t("design-sample-unit");
    let mut spread = indicator(
        SPREAD,
        "design-sample-spread",
        Category::PerceivedQuality,
        Aggregation::Distribution,
    )
    .value(Field::Nature, Nature::Qualitative)
    .value(Field::LevelCount, 4.0)
    .value(Field::TargetValue, 3.0);
    for (level, key) in (1..).zip([
        "design-sample-level-1",
        "design-sample-level-2",
        "design-sample-level-3",
        "design-sample-level-4",
    ]) {
        spread = spread.text(Field::Level(level), words.t(key));
    }
    let said = words.t("design-sample-text");
    commands.extend([
        NewEntity::new(OBJECTIVE)
            .text(Field::Statement, words.t("design-sample-objective"))
            .value(Field::Status, ObjectiveStatus::Proposed)
            .link(Field::Indicators, MET)
            .into(),
        NewEntity::new(EMPTY_OBJECTIVE).into(),
        indicator(
            MET,
            "design-sample-met",
            Category::Activity,
            Aggregation::Sum,
        )
        .text(Field::Unit, people.clone())
        .value(Field::BaselineValue, 42.0)
        .value(Field::TargetValue, 80.0)
        .into(),
        indicator(
            ON_THE_WAY,
            "design-sample-on-the-way",
            Category::Activity,
            Aggregation::Sum,
        )
        .text(Field::Unit, people)
        .value(Field::TargetValue, 100.0)
        .into(),
        indicator(
            MISSED,
            "design-sample-missed",
            Category::Impact,
            Aggregation::Ratio,
        )
        .text(Field::Definition, said.clone())
        .text(Field::Source, said.clone())
        .text(Field::Collection, said.clone())
        .text(Field::PersonalData, said.clone())
        .text(Field::KnownBiases, said.clone())
        .text(Field::Disaggregation, said.clone())
        .text(Field::AgreedBy, said)
        .value(Field::BaselineValue, 40.0)
        .value(Field::TargetValue, 75.0)
        .into(),
        spread.into(),
        indicator(
            UNREAD,
            "design-sample-unread",
            Category::Impact,
            Aggregation::Sum,
        )
        .value(Field::TargetValue, 20.0)
        .into(),
        NewEntity::new(TermId::from_uuid(id(21))).into(),
        NewEntity::new(VerbatimId::from_uuid(id(31)))
            .text(Field::Text, words.t("design-sample-verbatim"))
            .text(Field::Speaker, words.t("design-sample-speaker"))
            .into(),
        NewEntity::new(DecisionId::from_uuid(id(32)))
            .text(Field::Text, words.t("design-sample-decision"))
            .value(Field::Indicator, jalon_shared::Value::Id(MISSED.uuid()))
            .into(),
    ]);
    commands.extend(blocks(words));
    commands
}

fn blocks(words: Words) -> Vec<Command> {
    let titled = |number: u128, kind: BlockKind, title: String| {
        NewEntity::new(BlockId::from_uuid(id(number)))
            .text(Field::Title, title)
            .value(Field::BlockKind, kind)
    };
    let block = |number: u128, kind: BlockKind| titled(number, kind, words.choice(kind));
    let gauges = [MET, ON_THE_WAY, MISSED, UNREAD];
    let gauges = gauges
        .into_iter()
        .fold(block(42, BlockKind::Gauges), |block, id| {
            block.link(Field::Indicators, id)
        });
    vec![
        block(41, BlockKind::Essential)
            .text(Field::Text, words.t("design-sample-essential"))
            .into(),
        gauges.into(),
        block(43, BlockKind::Line)
            .link(Field::Indicators, MET)
            .into(),
        block(44, BlockKind::Distribution)
            .link(Field::Indicators, SPREAD)
            .into(),
        block(45, BlockKind::Verbatims).into(),
        block(46, BlockKind::Decisions).into(),
        titled(47, BlockKind::Line, words.t("design-sample-unread"))
            .link(Field::Indicators, UNREAD)
            .into(),
        block(48, BlockKind::Text).into(),
    ]
}

fn readings() -> Vec<NewReading> {
    let amount = |value: f64| Measure::Amount { value };
    let share = |numerator: f64, denominator: f64| Measure::Ratio {
        numerator,
        denominator,
    };
    let counts = [2, 5, 14, 9];
    let levels = Measure::Levels {
        counts: (1..).zip(counts).collect(),
    };
    let rows = [
        (
            MET,
            vec![amount(18.0), amount(21.0), amount(26.0), amount(24.0)],
        ),
        (
            ON_THE_WAY,
            vec![amount(20.0), amount(24.0), amount(19.0), amount(22.0)],
        ),
        (MISSED, vec![share(10.0, 24.0), share(11.0, 25.0)]),
        (SPREAD, vec![levels]),
    ];
    let mut readings = Vec::new();
    for (indicator, measures) in rows {
        for (index, measure) in (0..).zip(measures) {
            let Some(period) = Period::new(YEAR, index, Frequency::Quarterly) else {
                continue;
            };
            readings.push(NewReading {
                id: ReadingId::from_uuid(Session::fresh_uuid()),
                indicator,
                period,
                measure,
                comment: String::new(),
            });
        }
    }
    readings
}

/// A field of the workspace as a whole.
pub(super) fn of_settings(field: Field) -> FieldRef {
    EntityRef::SETTINGS.field(field)
}
