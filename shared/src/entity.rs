//! How everything in a workspace is named: kinds of entities, their fields, and paths to one field.
//!
//! A path is written `objective/0190…/statement` or `term/0190…/fr.definition`; the same text names a
//! field in the document, on the page, in presence and in a comparison of versions.

use crate::{
    AxisId, BlockId, DecisionId, IndicatorId, Lang, ObjectiveId, TermId, VerbatimId,
    indicator::Indicator,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{borrow::Cow, fmt, str::FromStr};
use uuid::Uuid;

/// The kinds of things that people create, order, delete and restore, and the workspace itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// The workspace's own settings; there is one, with the nil id.
    Settings,
    Axis,
    Objective,
    Indicator,
    Verbatim,
    Term,
    Decision,
    Block,
}

impl EntityKind {
    pub const ALL: [Self; 8] = [
        Self::Settings,
        Self::Axis,
        Self::Objective,
        Self::Indicator,
        Self::Verbatim,
        Self::Term,
        Self::Decision,
        Self::Block,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Axis => "axis",
            Self::Objective => "objective",
            Self::Indicator => "indicator",
            Self::Verbatim => "verbatim",
            Self::Term => "term",
            Self::Decision => "decision",
            Self::Block => "block",
        }
    }

    /// Every field of this kind that does not depend on a language.
    pub const fn fields(self) -> &'static [Field] {
        use Field::*;
        match self {
            Self::Settings => &[Title, Organisation, Mission, Currency, Cadence],
            Self::Axis => &[Label, Project, Color],
            Self::Objective => &[
                Statement,
                Specific,
                Measurable,
                Achievable,
                Relevant,
                TimeBound,
                OwnerRole,
                Axis,
                ExpectedFor,
                DueDate,
                Status,
                Indicators,
            ],
            Self::Indicator => &[
                Name,
                Definition,
                Unit,
                Numerator,
                Denominator,
                Level(1),
                Level(2),
                Level(3),
                Level(4),
                Level(5),
                Level(6),
                Level(7),
                Source,
                Collection,
                OwnerRole,
                Disaggregation,
                PersonalData,
                KnownBiases,
                AgreedBy,
                AgreedWhy,
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
            ],
            Self::Verbatim => &[Theme, Text, Speaker, Indicator, Period],
            Self::Term => &[
                SubjectField,
                Disagreement,
                TranslationNote,
                TermStatus,
                Related,
            ],
            Self::Decision => &[Text, OwnerRole, Indicator, Date],
            Self::Block => &[Title, Text, BlockKind, Indicators],
        }
    }

    /// The fields that this kind has once for each language of the glossary.
    pub fn fields_in(self, lang: &Lang) -> Vec<Field> {
        match self {
            Self::Term => vec![
                Field::TermIn(lang.clone()),
                Field::DefinitionIn(lang.clone()),
                Field::NotesIn(lang.clone()),
                Field::VariantsIn(lang.clone()),
                Field::FalseFriendsIn(lang.clone()),
                Field::GenderIn(lang.clone()),
            ],
            _ => Vec::new(),
        }
    }
}

/// One entity, whatever its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityRef {
    pub kind: EntityKind,
    pub id: Uuid,
}

impl EntityRef {
    /// The workspace's own settings.
    pub const SETTINGS: Self = Self {
        kind: EntityKind::Settings,
        id: Uuid::nil(),
    };

    pub const fn new(kind: EntityKind, id: Uuid) -> Self {
        Self { kind, id }
    }

    /// The path to one of its fields.
    pub const fn field(self, field: Field) -> FieldRef {
        FieldRef {
            entity: self,
            field,
        }
    }
}

macro_rules! entity_refs {
    ($($id:ident => $kind:ident;)*) => {$(
        impl From<$id> for EntityRef {
            fn from(id: $id) -> Self {
                Self::new(EntityKind::$kind, id.uuid())
            }
        }

        impl $id {
            /// The path to one of its fields.
            pub fn field(self, field: Field) -> FieldRef {
                EntityRef::from(self).field(field)
            }
        }
    )*};
}

entity_refs! {
    AxisId => Axis;
    ObjectiveId => Objective;
    IndicatorId => Indicator;
    VerbatimId => Verbatim;
    TermId => Term;
    DecisionId => Decision;
    BlockId => Block;
}

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

/// The path to one field of one entity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldRef {
    pub entity: EntityRef,
    pub field: Field,
}

/// A text that is not a path to an entity or a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a path to an entity or a field: {0:?}")]
pub struct InvalidPath(String);

impl fmt::Display for EntityKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for EntityKind {
    type Err = InvalidPath;

    fn from_str(text: &str) -> Result<Self, InvalidPath> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.name() == text)
            .ok_or_else(|| InvalidPath(text.to_owned()))
    }
}

impl fmt::Display for EntityRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind, self.id)
    }
}

impl FromStr for EntityRef {
    type Err = InvalidPath;

    fn from_str(text: &str) -> Result<Self, InvalidPath> {
        let parse = || {
            let (kind, id) = text.split_once('/')?;
            Some(Self::new(kind.parse().ok()?, Uuid::try_parse(id).ok()?))
        };
        parse().ok_or_else(|| InvalidPath(text.to_owned()))
    }
}

impl fmt::Display for FieldRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.entity, self.field.key())
    }
}

impl FromStr for FieldRef {
    type Err = InvalidPath;

    fn from_str(text: &str) -> Result<Self, InvalidPath> {
        let parse = || {
            let (entity, key) = text.rsplit_once('/')?;
            let entity: EntityRef = entity.parse().ok()?;
            Some(entity.field(Field::parse(entity.kind, key)?))
        };
        parse().ok_or_else(|| InvalidPath(text.to_owned()))
    }
}

macro_rules! as_text {
    ($($name:ident),*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

as_text!(EntityRef, FieldRef);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_found_again_by_its_path() {
        let lang: Lang = "fr-BE".parse().unwrap();
        for kind in EntityKind::ALL {
            for field in kind.fields().iter().cloned().chain(kind.fields_in(&lang)) {
                let path = EntityRef::new(kind, Uuid::from_u128(7)).field(field);
                assert_eq!(path.to_string().parse(), Ok(path));
            }
        }
    }

    #[test]
    fn a_path_to_nothing_is_refused() {
        let id = Uuid::nil();
        for path in [
            "objective".to_owned(),
            format!("objective/{id}/name"),
            format!("indicator/{id}/level.9"),
            format!("indicator/{id}/level"),
            format!("objective/{id}/fr.definition"),
            format!("term/{id}/FR.definition"),
            format!("thing/{id}/name"),
            "objective/7/statement".to_owned(),
        ] {
            assert!(path.parse::<FieldRef>().is_err(), "{path}");
        }
    }
}
