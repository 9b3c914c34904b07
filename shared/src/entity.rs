//! How everything in a workspace is named: kinds of entities, their fields, and paths to one field.
//!
//! A path is written `objective/0190…/statement` or `term/0190…/fr.definition`; the same text names a
//! field in the document, on the page, in presence and in a comparison of versions.

use crate::{AxisId, BlockId, DecisionId, IndicatorId, Lang, ObjectiveId, TermId, VerbatimId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

mod field;
mod path;

pub use field::{Field, FieldKind};
pub use path::{FieldRef, InvalidPath};

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
