//! The names of what the model is made of: choices, roles, states, kinds, fields and languages.

use super::Words;
use crate::args;
use jalon_shared::{
    Choice, EntityKind, Field, FieldRef, Lang, Role,
    dashboard::{BlockKind, State},
    glossary::{Gender, TermStatus},
    indicator::{Aggregation, Category, Direction, Nature},
    objective::{Audience, ObjectiveStatus},
    period::Frequency,
    rules::coach::Question,
};

/// A choice whose words have messages, under `choice-<PREFIX>-<word>`.
pub trait Labelled: Choice {
    const PREFIX: &'static str;
}

macro_rules! labelled {
    ($($type:ty = $prefix:literal),* $(,)?) => {$(
        impl Labelled for $type {
            const PREFIX: &'static str = $prefix;
        }
    )*};
}

labelled! {
    Audience = "audience",
    ObjectiveStatus = "objective-status",
    Category = "category",
    Nature = "nature",
    Direction = "direction",
    Aggregation = "aggregation",
    Frequency = "frequency",
    TermStatus = "term-status",
    Gender = "gender",
    BlockKind = "block-kind",
}

impl Words {
    /// The label of a choice: `words.choice(TermStatus::InDebate)`.
    pub fn choice<T: Labelled>(self, value: T) -> String {
        self.t(&format!("choice-{}-{}", T::PREFIX, value.word()))
    }

    /// One sentence that explains a choice to whoever hesitates; empty when there is nothing to explain.
    pub fn choice_hint<T: Labelled>(self, value: T) -> String {
        let key = format!("choice-{}-{}-hint", T::PREFIX, value.word());
        if self.has(&key) {
            self.t(&key)
        } else {
            String::new()
        }
    }

    /// The name of somebody, or neutral words for whoever asked that theirs be removed.
    pub fn somebody(self, name: &str) -> String {
        match name.trim() {
            "" => self.t("somebody"),
            _ => name.to_owned(),
        }
    }

    pub fn role(self, role: Role) -> String {
        self.t(match role {
            Role::Reader => "role-reader",
            Role::Contributor => "role-contributor",
            Role::Facilitator => "role-facilitator",
        })
    }

    /// A state in words: a gap is something to understand.
    pub fn state(self, state: State) -> String {
        self.t(match state {
            State::Unknown => "state-unknown",
            State::Gap => "state-gap",
            State::OnTheWay => "state-on-the-way",
            State::Good => "state-good",
        })
    }

    /// The name of one thing of a kind ("objectif").
    pub fn kind(self, kind: EntityKind) -> String {
        self.t(&format!("kind-{}", kind.name()))
    }

    /// The name of many things of a kind ("Objectifs").
    pub fn kinds(self, kind: EntityKind) -> String {
        self.t(&format!("kinds-{}", kind.name()))
    }

    /// The label of a field, without its language; a level has its number.
    pub fn field(self, kind: EntityKind, field: &Field) -> String {
        let key = format!("field-{}-{}", kind.name(), field.name());
        match field {
            Field::Level(level) => self.t_with(&key, args![n => *level]),
            _ => self.t(&key),
        }
    }

    /// The label of a field with its language where it has one ("Définition (français)").
    pub fn field_ref(self, field: &FieldRef) -> String {
        let label = self.field(field.entity.kind, &field.field);
        match field.field.lang() {
            Some(lang) => self.t_with(
                "field-in-language",
                args![field => label, language => self.lang(lang)],
            ),
            None => label,
        }
    }

    /// The name of a language of the glossary ("français", "français (BE)"); its tag when it is not a usual one.
    pub fn lang(self, lang: &Lang) -> String {
        let tag = lang.as_str();
        let (primary, rest) = tag.split_once('-').unwrap_or((tag, ""));
        let key = format!("language-{primary}");
        match (self.has(&key), rest) {
            (false, _) => tag.to_owned(),
            (true, "") => self.t(&key),
            (true, region) => format!("{} ({region})", self.t(&key)),
        }
    }

    /// A question of the SMART coach.
    pub fn question(self, question: Question) -> String {
        self.t(&format!("coach-{}", question.id()))
    }

    /// A hint that helps to answer it.
    pub fn question_hint(self, question: Question) -> String {
        self.t(&format!("coach-{}-hint", question.id()))
    }
}
