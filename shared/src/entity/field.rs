//! Fields: what each is called, how it is written, and the key that names it in an entity.

use super::EntityKind;
use crate::{Lang, indicator::Indicator};
use std::borrow::Cow;

/// How a field is written and merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldKind {
    /// Words that people write together: merged letter by letter. Written by [`crate::Command::Edit`].
    Text,
    /// A choice, a number or a date: the last writer wins. Written by [`crate::Command::Set`].
    Value,
    /// A set of ids: every addition is kept. Written by [`crate::Command::Link`] and `Unlink`.
    Set,
}

/// A field of an entity. Which kinds have which: [`EntityKind::fields`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    // Shared texts
    Title,
    Organisation,
    Mission,
    Label,
    Project,
    Statement,
    Specific,
    Measurable,
    Achievable,
    Relevant,
    TimeBound,
    OwnerRole,
    Name,
    Definition,
    Unit,
    Numerator,
    Denominator,
    /// What a level means, from 1 to [`Indicator::MAX_LEVELS`].
    Level(u8),
    Source,
    Collection,
    Disaggregation,
    PersonalData,
    KnownBiases,
    AgreedBy,
    AgreedWhy,
    Theme,
    Text,
    Speaker,
    SubjectField,
    Disagreement,
    TranslationNote,
    TermIn(Lang),
    DefinitionIn(Lang),
    NotesIn(Lang),
    VariantsIn(Lang),
    FalseFriendsIn(Lang),
    // Single values
    Currency,
    Cadence,
    Color,
    Axis,
    ExpectedFor,
    DueDate,
    Status,
    Category,
    Nature,
    Decimals,
    Direction,
    Aggregation,
    LevelCount,
    BaselineValue,
    BaselinePeriod,
    TargetValue,
    TargetPeriod,
    AlertThreshold,
    GoodThreshold,
    Frequency,
    Indicator,
    Period,
    TermStatus,
    GenderIn(Lang),
    Date,
    BlockKind,
    // Sets
    Indicators,
    Related,
}

impl Field {
    pub const fn kind(&self) -> FieldKind {
        use Field::*;
        match self {
            Indicators | Related => FieldKind::Set,
            Currency | Cadence | Color | Axis | ExpectedFor | DueDate | Status | Category
            | Nature | Decimals | Direction | Aggregation | LevelCount | BaselineValue
            | BaselinePeriod | TargetValue | TargetPeriod | AlertThreshold | GoodThreshold
            | Frequency | Indicator | Period | TermStatus | GenderIn(_) | Date | BlockKind => {
                FieldKind::Value
            }
            _ => FieldKind::Text,
        }
    }

    /// The language of a field of the glossary.
    pub const fn lang(&self) -> Option<&Lang> {
        use Field::*;
        match self {
            TermIn(lang) | DefinitionIn(lang) | NotesIn(lang) | VariantsIn(lang)
            | FalseFriendsIn(lang) | GenderIn(lang) => Some(lang),
            _ => None,
        }
    }

    /// Whether an entity may lack the text until somebody writes into it: those of a language that was added
    /// while the term was made. A text that a later version of the model adds to what is there already belongs here, too:
    /// two people may make it at the same moment, and neither is refused.
    pub const fn is_made_late(&self) -> bool {
        matches!(self.kind(), FieldKind::Text) && self.lang().is_some()
    }

    /// The name of the field whatever its language or level: `statement`, `definition`, `level`.
    pub const fn name(&self) -> &'static str {
        use Field::*;
        match self {
            Title => "title",
            Organisation => "organisation",
            Mission => "mission",
            Label => "label",
            Project => "project",
            Statement => "statement",
            Specific => "specific",
            Measurable => "measurable",
            Achievable => "achievable",
            Relevant => "relevant",
            TimeBound => "time_bound",
            OwnerRole => "owner_role",
            Name => "name",
            Definition | DefinitionIn(_) => "definition",
            Unit => "unit",
            Numerator => "numerator",
            Denominator => "denominator",
            Level(_) => "level",
            Source => "source",
            Collection => "collection",
            Disaggregation => "disaggregation",
            PersonalData => "personal_data",
            KnownBiases => "known_biases",
            AgreedBy => "agreed_by",
            AgreedWhy => "agreed_why",
            Theme => "theme",
            Text => "text",
            Speaker => "speaker",
            SubjectField => "subject_field",
            Disagreement => "disagreement",
            TranslationNote => "translation_note",
            TermIn(_) => "term",
            NotesIn(_) => "notes",
            VariantsIn(_) => "variants",
            FalseFriendsIn(_) => "false_friends",
            Currency => "currency",
            Cadence => "cadence",
            Color => "color",
            Axis => "axis",
            ExpectedFor => "expected_for",
            DueDate => "due_date",
            Status | TermStatus => "status",
            Category => "category",
            Nature => "nature",
            Decimals => "decimals",
            Direction => "direction",
            Aggregation => "aggregation",
            LevelCount => "level_count",
            BaselineValue => "baseline_value",
            BaselinePeriod => "baseline_period",
            TargetValue => "target_value",
            TargetPeriod => "target_period",
            AlertThreshold => "alert_threshold",
            GoodThreshold => "good_threshold",
            Frequency => "frequency",
            Indicator => "indicator",
            Period => "period",
            GenderIn(_) => "gender",
            Date => "date",
            BlockKind => "kind",
            Indicators => "indicators",
            Related => "related",
        }
    }

    /// The key of the field in its entity's map: its name, after its language or before its level
    /// (`fr.definition`, `level.3`).
    pub fn key(&self) -> Cow<'static, str> {
        match (self, self.lang()) {
            (_, Some(lang)) => Cow::Owned(format!("{lang}.{}", self.name())),
            (Self::Level(level), None) => Cow::Owned(format!("level.{level}")),
            _ => Cow::Borrowed(self.name()),
        }
    }

    /// The field that a key names in entities of one kind.
    pub fn parse(kind: EntityKind, key: &str) -> Option<Self> {
        if let Some((prefix, name)) = key.split_once('.') {
            if prefix == "level" {
                let level = name
                    .parse()
                    .ok()
                    .filter(|level| (1..=Indicator::MAX_LEVELS).contains(level))?;
                return (kind == EntityKind::Indicator).then_some(Self::Level(level));
            }
            let lang: Lang = prefix.parse().ok()?;
            return kind
                .fields_in(&lang)
                .into_iter()
                .find(|field| field.name() == name && lang.as_str() == prefix);
        }
        kind.fields()
            .iter()
            .find(|field| field.name() == key && !matches!(field, Self::Level(_)))
            .cloned()
    }
}
