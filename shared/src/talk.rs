//! Talk: comments in threads about something of the workspace, kept as facts that are added and never
//! rewritten by those who read them.
//!
//! Nothing of it is in a frozen version, and restoring one leaves it alone.

use crate::{CommentId, EntityRef, IndicatorId, Period, PersonId, ThreadId};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};

/// The longest comment, in UTF-16 code units: about two pages.
pub const LONGEST_COMMENT: u32 = 4_000;
/// How many people one comment may call.
pub const MOST_MENTIONS: usize = 30;

/// What a thread is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    Entity(EntityRef),
    /// A cell of the table of readings.
    Cell(IndicatorId, Period),
}

/// A text that names nothing that people talk about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("nothing that people talk about: {0:?}")]
pub struct InvalidSubject(String);

impl Subject {
    /// The entity that it is, or lies in.
    pub fn entity(self) -> EntityRef {
        match self {
            Self::Entity(entity) => entity,
            Self::Cell(indicator, _) => indicator.into(),
        }
    }
}

impl<T: Into<EntityRef>> From<T> for Subject {
    fn from(entity: T) -> Self {
        Self::Entity(entity.into())
    }
}

/// `objective/0190…` or `reading/0190…/2025-T1`, as fields are named in presence.
impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Entity(entity) => entity.fmt(f),
            Self::Cell(indicator, period) => write!(f, "reading/{indicator}/{period}"),
        }
    }
}

impl FromStr for Subject {
    type Err = InvalidSubject;

    /// Reads it in the one way of writing it: else one thing could be talked about in two places.
    fn from_str(text: &str) -> Result<Self, InvalidSubject> {
        let parse = || match text.strip_prefix("reading/") {
            Some(cell) => {
                let (indicator, period) = cell.split_once('/')?;
                Some(Self::Cell(indicator.parse().ok()?, period.parse().ok()?))
            }
            None => {
                let entity: EntityRef = text.parse().ok()?;
                (entity.kind != crate::EntityKind::Settings).then_some(Self::Entity(entity))
            }
        };
        parse()
            .filter(|subject| subject.to_string() == text)
            .ok_or_else(|| InvalidSubject(text.to_owned()))
    }
}

impl Serialize for Subject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Subject {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Somebody whom a comment calls. Its words have `@[person]` in that place, and never the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    pub person: PersonId,
    /// The name that the person had then; empty once they were forgotten.
    pub name: String,
}

/// What an entry of a thread does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "does", rename_all = "snake_case")]
pub enum Deed {
    /// Says something. The id of the entry is that of the comment.
    Say {
        text: String,
        mentions: Vec<Mention>,
    },
    /// Puts other words in the place of those of a comment of one's own.
    Correct {
        comment: CommentId,
        text: String,
        mentions: Vec<Mention>,
    },
    /// Takes a comment of one's own back.
    Withdraw {
        comment: CommentId,
    },
    /// Takes somebody's comment away; facilitators do.
    Remove {
        comment: CommentId,
    },
    Resolve,
    Reopen,
}

impl Deed {
    /// The words that it brings, and whom they call.
    pub fn words(&self) -> Option<(&str, &[Mention])> {
        match self {
            Self::Say { text, mentions } | Self::Correct { text, mentions, .. } => {
                Some((text, mentions))
            }
            Self::Withdraw { .. } | Self::Remove { .. } | Self::Resolve | Self::Reopen => None,
        }
    }

    pub(crate) fn words_mut(&mut self) -> Option<(&mut String, &mut Vec<Mention>)> {
        match self {
            Self::Say { text, mentions } | Self::Correct { text, mentions, .. } => {
                Some((text, mentions))
            }
            Self::Withdraw { .. } | Self::Remove { .. } | Self::Resolve | Self::Reopen => None,
        }
    }

    /// Whether a comment may be as long as its words are, and calls no more people than it may.
    pub fn fits(&self) -> bool {
        self.words().is_none_or(|(text, mentions)| {
            text.encode_utf16().count() <= LONGEST_COMMENT as usize
                && !text.trim().is_empty()
                && mentions.len() <= MOST_MENTIONS
        })
    }
}

/// One entry of a thread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talk {
    pub id: CommentId,
    pub about: Subject,
    pub thread: ThreadId,
    pub deed: Deed,
    pub by: PersonId,
    /// The name that the person had then; empty once they were forgotten.
    pub by_name: String,
    /// Milliseconds since 1970; later than what this replica saw in the thread.
    pub at: i64,
}

/// Who did something, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    pub by: PersonId,
    pub name: String,
    /// Milliseconds since 1970.
    pub at: i64,
}

impl Signed {
    fn of(entry: &Talk) -> Self {
        Self {
            by: entry.by,
            name: entry.by_name.clone(),
            at: entry.at,
        }
    }
}

/// A comment as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    pub id: CommentId,
    pub said: Signed,
    /// Empty once it was taken away.
    pub text: String,
    pub mentions: Vec<Mention>,
    /// When its author corrected it last.
    pub corrected_at: Option<i64>,
    /// Who took it away.
    pub gone: Option<Signed>,
}

/// What people say about something, from one question on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    pub about: Subject,
    pub id: ThreadId,
    /// Oldest first.
    pub comments: Vec<Comment>,
    /// Who found it settled, unless somebody opened it again.
    pub resolved: Option<Signed>,
}

impl Thread {
    /// What the entries of one thread say together, in the order of their times; `None` when there are none.
    pub(crate) fn of(entries: &[Talk]) -> Option<Self> {
        let first = entries.first()?;
        let mut thread = Self {
            about: first.about,
            id: first.thread,
            comments: Vec::new(),
            resolved: None,
        };
        for entry in entries {
            if let Deed::Say { text, mentions } = &entry.deed {
                thread.comments.push(Comment {
                    id: entry.id,
                    said: Signed::of(entry),
                    text: text.clone(),
                    mentions: mentions.clone(),
                    corrected_at: None,
                    gone: None,
                });
            }
        }
        // What follows may bear an earlier time than what it is about: clocks differ.
        for entry in entries {
            thread.follow(entry);
        }
        Some(thread)
    }

    fn follow(&mut self, entry: &Talk) {
        let (Deed::Correct { comment, .. } | Deed::Withdraw { comment } | Deed::Remove { comment }) =
            &entry.deed
        else {
            match entry.deed {
                Deed::Resolve => self.resolved = Some(Signed::of(entry)),
                Deed::Reopen => self.resolved = None,
                _ => {}
            }
            return;
        };
        let Some(one) = self.comments.iter_mut().find(|one| one.id == *comment) else {
            return;
        };
        let is_own = one.said.by == entry.by;
        match &entry.deed {
            Deed::Correct { text, mentions, .. } if is_own && one.gone.is_none() => {
                one.text.clone_from(text);
                one.mentions.clone_from(mentions);
                one.corrected_at = Some(entry.at);
            }
            Deed::Withdraw { .. } if !is_own => {}
            Deed::Withdraw { .. } | Deed::Remove { .. } => {
                one.text.clear();
                one.mentions.clear();
                one.gone = Some(Signed::of(entry));
            }
            _ => {}
        }
    }

    /// The comments that stand.
    pub fn standing(&self) -> impl Iterator<Item = &Comment> {
        self.comments.iter().filter(|one| one.gone.is_none())
    }

    /// Whether a comment that stands calls somebody.
    pub fn calls(&self, person: PersonId) -> bool {
        let mut mentions = self.standing().flat_map(|one| &one.mentions);
        mentions.any(|mention| mention.person == person)
    }

    /// When something was said last.
    pub fn last_at(&self) -> i64 {
        let times = self.comments.iter().map(|one| one.said.at);
        times.max().unwrap_or_default()
    }
}

/// A piece of a comment's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'a> {
    Words(&'a str),
    Person(PersonId),
}

/// How words call somebody.
pub fn call(person: PersonId) -> String {
    format!("@[{person}]")
}

/// The pieces of a comment's words, in their order.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut rest, mut from) = (text, 0);
    while let Some(at) = rest.get(from..).and_then(|tail| tail.find("@[")) {
        let at = from + at;
        let named = rest.get(at + 2..).and_then(|tail| {
            let (id, after) = tail.split_once(']')?;
            Some((id.parse::<PersonId>().ok()?, after))
        });
        match named {
            Some((person, after)) => {
                pieces.extend(
                    rest.get(..at)
                        .filter(|words| !words.is_empty())
                        .map(Piece::Words),
                );
                pieces.push(Piece::Person(person));
                (rest, from) = (after, 0);
            }
            None => from = at + 2,
        }
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_subject_is_found_again_by_its_path_and_written_in_one_way() {
        let indicator = IndicatorId::from_uuid(Uuid::from_u128(9));
        for subject in [
            Subject::from(indicator),
            Subject::Cell(indicator, "2025-T1".parse().expect("a period")),
        ] {
            assert_eq!(subject.to_string().parse(), Ok(subject));
        }
        let id = Uuid::from_u128(0xA);
        for odd in [
            format!("settings/{}", Uuid::nil()),
            format!("objective/{}", id.to_string().to_uppercase()),
            format!("reading/{id}"),
            format!("reading/{id}/sometime"),
            "objective/7".to_owned(),
        ] {
            assert!(odd.parse::<Subject>().is_err(), "{odd}");
        }
    }

    #[test]
    fn words_call_people_by_their_number_and_nothing_else() {
        let awa = PersonId::from_uuid(Uuid::from_u128(7));
        let text = format!("Merci @[moi] {}, à toi {}", call(awa), call(awa));
        let pieces = pieces(&text);
        assert_eq!(
            pieces,
            [
                Piece::Words("Merci @[moi] "),
                Piece::Person(awa),
                Piece::Words(", à toi "),
                Piece::Person(awa),
            ]
        );
        assert_eq!(super::pieces("@[é"), [Piece::Words("@[é")]);
    }
}
