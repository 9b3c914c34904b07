//! What changed between two contents: added, removed, changed by field, and readings before and after.
//! Dashboards are left out: they follow from the rest.

use crate::{
    Axis, Block, Content, Decision, EntityKind, EntityRef, Field, Indicator, IndicatorId, Lang,
    Measure, Objective, Period, Term, Verbatim, content::Readings, reading::Reading,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

mod fields;
mod files;
mod order;

pub use files::{Compared, Comparison, Readable};

pub(crate) use order::moved;

/// What changed from one content to another.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Diff {
    /// By kind, then in the order after the change; what was removed comes last in its kind.
    pub entities: Vec<EntityDiff>,
    /// By indicator in the order of the grid, then by period.
    pub readings: Vec<ReadingDiff>,
}

impl Diff {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.entities.is_empty() && self.readings.is_empty()
    }
}

/// What happened to one entity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntityDiff {
    pub entity: EntityRef,
    /// What people call it, after the change where it is still there.
    pub title: String,
    pub what: Difference,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Difference {
    Added,
    Removed,
    Changed { fields: Vec<FieldDiff> },
}

/// One field before and after. Nothing is `null`; a set is an array of ids.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FieldDiff {
    /// [`Field::key`], such as `statement`, `fr.definition`, `target_value` or `level.2`; besides,
    /// `position` for the place in its list (a number from 1) and `languages` of the settings.
    pub field: String,
    pub before: Value,
    pub after: Value,
}

impl FieldDiff {
    /// The field that it is about; `None` for `position` and `languages`.
    pub fn named(&self, entity: EntityRef) -> Option<Field> {
        Field::parse(entity.kind, &self.field)
    }
}

/// A cell of the table of readings, before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadingDiff {
    pub indicator: IndicatorId,
    /// The name of the indicator.
    pub name: String,
    pub period: Period,
    pub before: Option<Measure>,
    pub after: Option<Measure>,
}

/// What changed from `before` to `after`.
pub fn diff(before: &Content, after: &Content) -> Diff {
    let languages = &after.settings.languages;
    let mut entities = Vec::new();
    entities.extend(settings(before, after));
    list(&before.axes, &after.axes, languages, &mut entities);
    list(
        &before.objectives,
        &after.objectives,
        languages,
        &mut entities,
    );
    list(
        &before.indicators,
        &after.indicators,
        languages,
        &mut entities,
    );
    list(
        &before.verbatims,
        &after.verbatims,
        languages,
        &mut entities,
    );
    list(&before.terms, &after.terms, languages, &mut entities);
    list(
        &before.decisions,
        &after.decisions,
        languages,
        &mut entities,
    );
    list(&before.blocks, &after.blocks, languages, &mut entities);
    Diff {
        entities,
        readings: readings(before, after),
    }
}

fn settings(before: &Content, after: &Content) -> Option<EntityDiff> {
    let fields = fields::changed(EntityKind::Settings, &before.settings, &after.settings);
    let (entity, title) = (EntityRef::SETTINGS, after.settings.title.clone());
    (!fields.is_empty()).then_some(EntityDiff {
        entity,
        title,
        what: Difference::Changed { fields },
    })
}

/// What a comparison needs to know of an entity besides its fields.
trait Entity: Serialize + PartialEq {
    fn entity(&self) -> EntityRef;
    fn title(&self, languages: &[Lang]) -> &str;
    /// Whether people order both among each other: indicators are ordered inside their category, objectives
    /// inside their axis.
    fn is_beside(&self, _other: &Self) -> bool {
        true
    }
}

macro_rules! entities {
    ($($type:ident: $this:ident, $languages:ident => $title:expr;)*) => {$(
        impl Entity for $type {
            fn entity(&self) -> EntityRef {
                self.id.into()
            }

            fn title(&self, $languages: &[Lang]) -> &str {
                let $this = self;
                $title
            }
        }
    )*};
}

entities! {
    Axis: this, _languages => &this.label;
    Verbatim: this, _languages => &this.text;
    Term: this, languages => this.title(languages);
    Decision: this, _languages => &this.text;
    Block: this, _languages => &this.title;
}

impl Entity for Indicator {
    fn entity(&self) -> EntityRef {
        self.id.into()
    }

    fn title(&self, _languages: &[Lang]) -> &str {
        &self.name
    }

    fn is_beside(&self, other: &Self) -> bool {
        self.category == other.category
    }
}

impl Entity for Objective {
    fn entity(&self) -> EntityRef {
        self.id.into()
    }

    fn title(&self, _languages: &[Lang]) -> &str {
        &self.statement
    }

    fn is_beside(&self, other: &Self) -> bool {
        self.axis == other.axis
    }
}

fn list<T: Entity>(before: &[T], after: &[T], languages: &[Lang], diffs: &mut Vec<EntityDiff>) {
    let old: BTreeMap<EntityRef, (usize, &T)> = before
        .iter()
        .enumerate()
        .map(|(place, entity)| (entity.entity(), (place, entity)))
        .collect();
    // Of those that stayed in their section, in the order of now: where each one was.
    let stayed = after.iter().filter_map(|entity| {
        let (place, was) = old.get(&entity.entity())?;
        was.is_beside(entity).then_some(*place)
    });
    let moved = order::moved(&stayed.collect::<Vec<_>>());
    let diff = |entity: &T, what| {
        let title = entity.title(languages).to_owned();
        EntityDiff {
            entity: entity.entity(),
            title,
            what,
        }
    };
    for (now, entity) in after.iter().enumerate() {
        let Some((place, was)) = old.get(&entity.entity()) else {
            diffs.push(diff(entity, Difference::Added));
            continue;
        };
        // As most are.
        let mut fields = if *was == entity {
            Vec::new()
        } else {
            fields::changed(entity.entity().kind, *was, entity)
        };
        if moved.contains(place) {
            let (before, after) = (Value::from(place + 1), Value::from(now + 1));
            fields.push(FieldDiff {
                field: "position".to_owned(),
                before,
                after,
            });
        }
        if !fields.is_empty() {
            diffs.push(diff(entity, Difference::Changed { fields }));
        }
    }
    let kept: BTreeSet<EntityRef> = after.iter().map(Entity::entity).collect();
    let removed = before
        .iter()
        .filter(|entity| !kept.contains(&entity.entity()));
    diffs.extend(removed.map(|entity| diff(entity, Difference::Removed)));
}

fn readings(before: &Content, after: &Content) -> Vec<ReadingDiff> {
    let nothing = Readings::new();
    let mut seen = BTreeSet::new();
    let mut diffs = Vec::new();
    for indicator in after
        .indicators
        .iter()
        .chain(&before.indicators)
        .filter(|indicator| seen.insert(indicator.id))
    {
        let was = before.readings.get(&indicator.id).unwrap_or(&nothing);
        let is = after.readings.get(&indicator.id).unwrap_or(&nothing);
        if says_the_same(was, is) {
            continue;
        }
        let periods: BTreeSet<Period> = was.keys().chain(is.keys()).copied().collect();
        let measure = |reading: &Reading| reading.current.measure.clone();
        for period in periods {
            let (before, after) = (was.get(&period).map(measure), is.get(&period).map(measure));
            if before != after {
                let (indicator, name) = (indicator.id, indicator.name.clone());
                diffs.push(ReadingDiff {
                    indicator,
                    name,
                    period,
                    before,
                    after,
                });
            }
        }
    }
    diffs
}

/// Whether the readings of an indicator have the same values in the same periods.
fn says_the_same(was: &Readings, is: &Readings) -> bool {
    let mut both = was.iter().zip(is);
    was.len() == is.len()
        && both.all(|((period, was), (other, is))| {
            period == other && was.current.measure == is.current.measure
        })
}

#[cfg(test)]
mod tests;
