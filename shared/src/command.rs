//! Commands: what somebody wants to happen to a workspace. [`crate::Workspace::apply`] makes it so.

use crate::{
    CommentId, EntityKind, EntityRef, Field, FieldRef, IndicatorId, Lang, Period, PersonId,
    ReadingId, Subject, TextEdit, ThreadId, reading::Measure, talk::Deed,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Who acts, and when: every change that is signed takes it from here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stamp {
    pub person: PersonId,
    pub name: String,
    /// Milliseconds since 1970.
    pub at: i64,
}

/// An intent.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Makes an entity, with all its shared texts at once so that two people never create one twice.
    Create(NewEntity),
    /// Writes into a shared text.
    Edit { field: FieldRef, edit: TextEdit },
    /// Chooses a single value; [`Value::None`] empties it.
    Set { field: FieldRef, value: Value },
    /// Adds an id to a set.
    Link { field: FieldRef, to: Uuid },
    /// Takes an id out of a set.
    Unlink { field: FieldRef, to: Uuid },
    /// Puts an entity somewhere else among those of its kind.
    Move { entity: EntityRef, place: Place },
    /// Sends an entity to the bin.
    Delete { entity: EntityRef },
    /// Takes it out of the bin.
    Restore { entity: EntityRef },
    /// Adds an entry to a reading; it supersedes all the entries that this replica sees in the cell.
    Record {
        id: ReadingId,
        indicator: IndicatorId,
        period: Period,
        measure: Measure,
        comment: String,
    },
    /// Adds an entry to a thread; the first one begins it.
    Talk {
        id: CommentId,
        about: Subject,
        thread: ThreadId,
        deed: Deed,
    },
    /// Gives the glossary one more language, with the texts it needs in every term.
    AddLanguage { lang: Lang },
    /// Takes a language out of the glossary's columns; its words stay, and come back with it.
    RemoveLanguage { lang: Lang },
}

/// An entity to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEntity {
    pub entity: EntityRef,
    pub place: Place,
    /// The first words of some of its texts.
    pub texts: Vec<(Field, String)>,
    /// The first choices of some of its values.
    pub values: Vec<(Field, Value)>,
    /// The first members of some of its sets.
    pub links: Vec<(Field, Uuid)>,
}

impl NewEntity {
    /// An empty entity at the end of its kind.
    pub fn new(entity: impl Into<EntityRef>) -> Self {
        let (entity, place) = (entity.into(), Place::Last);
        Self {
            entity,
            place,
            texts: Vec::new(),
            values: Vec::new(),
            links: Vec::new(),
        }
    }

    pub fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    pub fn text(mut self, field: Field, text: impl Into<String>) -> Self {
        self.texts.push((field, text.into()));
        self
    }

    pub fn value(mut self, field: Field, value: impl Into<Value>) -> Self {
        self.values.push((field, value.into()));
        self
    }

    pub fn link(mut self, field: Field, to: impl Into<EntityRef>) -> Self {
        self.links.push((field, to.into().id));
        self
    }
}

impl From<NewEntity> for Command {
    fn from(new: NewEntity) -> Self {
        Self::Create(new)
    }
}

/// Where an entity goes among those of its kind. A neighbour that is gone means the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    First,
    Last,
    Before(Uuid),
    After(Uuid),
}

/// A single value, before the field has checked it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    None,
    /// A choice (in the words of the wire: `in_debate`), a date, a period, a currency.
    Text(String),
    Number(f64),
    Id(Uuid),
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<u8> for Value {
    fn from(number: u8) -> Self {
        Self::Number(number.into())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::Text(date.to_string())
    }
}

impl From<Period> for Value {
    fn from(period: Period) -> Self {
        Self::Text(period.to_string())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::None, Into::into)
    }
}

/// The wire word of a choice, such as `in_debate` for [`crate::glossary::TermStatus::InDebate`].
pub trait Choice: Sized + Copy + PartialEq + 'static {
    /// Every choice, in the order in which they are offered.
    const ALL: &'static [Self];
    /// The word in the document, on the wire and in message keys.
    fn word(self) -> &'static str;
    /// The choice of a word.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|choice| choice.word() == word)
    }
}

macro_rules! choices {
    ($($type:path { $($variant:ident = $word:literal),* $(,)? })*) => {$(
        impl Choice for $type {
            const ALL: &'static [Self] = &[$(Self::$variant),*];

            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl From<$type> for Value {
            fn from(choice: $type) -> Self {
                Self::from(choice.word())
            }
        }
    )*};
}

choices! {
    crate::objective::Audience { Beneficiaries = "beneficiaries", Organisation = "organisation", Partners = "partners" }
    crate::objective::ObjectiveStatus { Draft = "draft", Proposed = "proposed", Agreed = "agreed" }
    crate::indicator::Category { Activity = "activity", PerceivedQuality = "perceived_quality", Impact = "impact" }
    crate::indicator::Nature { Quantitative = "quantitative", Qualitative = "qualitative" }
    crate::indicator::Direction { Increase = "increase", Decrease = "decrease" }
    crate::indicator::Aggregation { Sum = "sum", Ratio = "ratio", WeightedMean = "weighted_mean", Distribution = "distribution" }
    crate::period::Frequency { Monthly = "monthly", Quarterly = "quarterly", HalfYearly = "half_yearly", Yearly = "yearly" }
    crate::glossary::TermStatus { Proposed = "proposed", InDebate = "in_debate", Agreed = "agreed" }
    crate::glossary::Gender { Feminine = "feminine", Masculine = "masculine", Neuter = "neuter", Common = "common" }
    crate::dashboard::BlockKind {
        Essential = "essential", Gauges = "gauges", Line = "line", Distribution = "distribution",
        Verbatims = "verbatims", Decisions = "decisions", Text = "text",
    }
}

/// Why a command was not carried out. Nothing was changed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CommandError {
    #[error("{0} is not in this workspace")]
    NotFound(EntityRef),
    #[error("{0} exists already")]
    Exists(EntityRef),
    #[error("{0} can neither be made, moved nor deleted")]
    Permanent(EntityRef),
    #[error("{kind} has no such field, or it is not written that way: {field:?}")]
    NotThatField { kind: EntityKind, field: Field },
    #[error("{value:?} is no value for {field:?}")]
    InvalidValue { field: Field, value: Value },
    #[error("the edit reaches beyond the end of the text, or cuts a letter")]
    OutOfRange,
    #[error("the text would be longer than {limit} code units")]
    TooLong { limit: u32 },
    #[error("a comment says something, and calls no more people than it may")]
    InvalidComment,
    #[error("a measure must be made of finite numbers that make sense together")]
    InvalidMeasure,
}
