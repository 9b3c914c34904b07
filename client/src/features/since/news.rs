//! What the others did, gathered by what they did it to.

use jalon_shared::{EntityRef, FieldRef, PersonId, Subject};
use serde::{Deserialize, Serialize};

/// What somebody did to something, as the server tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub path: String,
    pub person: PersonId,
    pub name: String,
    pub deed: Deed,
    pub changes: u32,
    /// Milliseconds since 1970.
    pub at: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    Changed,
    Added,
    Binned,
    Restored,
    Said,
    Frozen,
}

/// What something was done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    Entity(EntityRef),
    Version(u32),
    /// The languages of the glossary.
    Languages,
}

/// What was done to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// To the whole of it.
    Whole(Deed),
    Field(FieldRef),
    /// Values of an indicator, in so many cells.
    Values(usize),
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub what: What,
    /// The names of those who did it, the last one first.
    pub people: Vec<String>,
    /// When it was done last.
    pub at: i64,
    /// The paths that it is about, the newest first.
    pub paths: Vec<String>,
}

/// The lines about one thing, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub thing: Thing,
    pub lines: Vec<Line>,
}

/// What a path names.
fn place(told: &Told) -> Option<(Thing, What)> {
    let path = told.path.as_str();
    if let Some(number) = path.strip_prefix("version/") {
        return Some((Thing::Version(number.parse().ok()?), What::Whole(told.deed)));
    }
    if path == "languages" {
        return Some((Thing::Languages, What::Whole(told.deed)));
    }
    if let Ok(about) = path.parse::<Subject>() {
        let what = match (about, told.deed) {
            (Subject::Cell(..), Deed::Changed) => What::Values(0),
            (_, deed) => What::Whole(deed),
        };
        return Some((Thing::Entity(about.entity()), what));
    }
    let field: FieldRef = path.parse().ok()?;
    Some((Thing::Entity(field.entity), What::Field(field)))
}

/// What an entity is part of this path, if it is part of one.
pub fn entity_of(path: &str) -> Option<EntityRef> {
    let about = path.parse::<Subject>().map(Subject::entity);
    about
        .or_else(|_| path.parse::<FieldRef>().map(|field| field.entity))
        .ok()
}

/// Gathers deeds, the newest first, into the lines of a list.
pub fn groups(deeds: &[Told]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for told in deeds {
        let Some((thing, what)) = place(told) else {
            continue;
        };
        let at = groups.iter().position(|group| group.thing == thing);
        let at = at.unwrap_or_else(|| {
            let lines = Vec::new();
            groups.push(Group { thing, lines });
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(at) {
            group.add(told, what);
        }
    }
    for group in &mut groups {
        group.settle();
    }
    groups
}

impl Group {
    fn add(&mut self, told: &Told, what: What) {
        let same = self.lines.iter_mut().find(|line| line.what == what);
        match same {
            Some(line) => {
                if !line.people.contains(&told.name) {
                    line.people.push(told.name.clone());
                }
                if !line.paths.contains(&told.path) {
                    line.paths.push(told.path.clone());
                }
            }
            None => self.lines.push(Line {
                what,
                people: vec![told.name.clone()],
                at: told.at,
                paths: vec![told.path.clone()],
            }),
        }
    }

    /// What is new is new in all its fields, and of what went to the bin nothing else is worth a line.
    fn settle(&mut self) {
        let has = |deed| self.lines.iter().any(|line| line.what == What::Whole(deed));
        let newest = self.lines.first().map(|line| line.what.clone());
        let (is_gone, is_new) = (newest == Some(What::Whole(Deed::Binned)), has(Deed::Added));
        self.lines.retain(|line| match &line.what {
            What::Whole(deed) => !is_gone || *deed == Deed::Binned,
            What::Field(_) => !is_gone && !is_new,
            What::Values(_) => !is_gone,
        });
        for line in &mut self.lines {
            if let What::Values(count) = &mut line.what {
                *count = line.paths.len();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jalon_shared::{AxisId, Field, IndicatorId};
    use uuid::Uuid;

    fn told(path: impl Into<String>, name: &str, deed: Deed, at: i64) -> Told {
        Told {
            path: path.into(),
            person: Uuid::from_u128(1).into(),
            name: name.to_owned(),
            deed,
            changes: 1,
            at,
        }
    }

    #[test]
    fn deeds_are_gathered_by_what_they_were_done_to() {
        let axis = AxisId::from_uuid(Uuid::from_u128(7));
        let indicator = IndicatorId::from_uuid(Uuid::from_u128(9));
        let new = AxisId::from_uuid(Uuid::from_u128(8));
        let label = axis.field(Field::Label);
        let cell = |period: &str| format!("reading/{indicator}/{period}");
        let deeds = [
            told(cell("2025-T2"), "Noé", Deed::Changed, 90),
            told(label.to_string(), "Awa", Deed::Changed, 80),
            told(
                new.field(Field::Label).to_string(),
                "Awa",
                Deed::Changed,
                70,
            ),
            told(cell("2025-T1"), "Awa", Deed::Changed, 60),
            told(EntityRef::from(new).to_string(), "Awa", Deed::Added, 50),
            told(label.to_string(), "Noé", Deed::Changed, 40),
            told("version/3", "Awa", Deed::Frozen, 30),
            told("who/knows", "Awa", Deed::Frozen, 20),
        ];
        let groups = groups(&deeds);
        let lines: Vec<(Thing, What, Vec<&str>, i64)> = groups
            .iter()
            .flat_map(|group| group.lines.iter().map(|line| (group.thing, line)))
            .map(|(thing, line)| {
                let people = line.people.iter().map(String::as_str).collect();
                (thing, line.what.clone(), people, line.at)
            })
            .collect();
        assert_eq!(
            lines,
            [
                (
                    Thing::Entity(indicator.into()),
                    What::Values(2),
                    vec!["Noé", "Awa"],
                    90
                ),
                (
                    Thing::Entity(axis.into()),
                    What::Field(label),
                    vec!["Awa", "Noé"],
                    80
                ),
                (
                    Thing::Entity(new.into()),
                    What::Whole(Deed::Added),
                    vec!["Awa"],
                    50
                ),
                (
                    Thing::Version(3),
                    What::Whole(Deed::Frozen),
                    vec!["Awa"],
                    30
                ),
            ]
        );
        let gone = [
            told(EntityRef::from(new).to_string(), "Noé", Deed::Binned, 99),
            deeds[2].clone(),
            deeds[4].clone(),
        ];
        let gone = super::groups(&gone);
        assert_eq!(gone[0].lines.len(), 1);
        assert_eq!(gone[0].lines[0].what, What::Whole(Deed::Binned));
    }
}
