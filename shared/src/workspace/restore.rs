//! Restoring: the document says again what a version says, by ordinary commands, forward, and as one step
//! of undo. What was added since goes to the bin; readings are facts, and stay.

use super::{Effect, LoadError, Workspace};
use crate::{
    Command, CommandError, Content, EntityKind, EntityRef, Field, FieldKind, IndicatorId, Lang,
    NewEntity, Period, Place, ReadingId, Stamp, TextEdit, Value,
    indicator::Category,
    version::diff::{self, Diff, Difference, FieldDiff},
};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The most bytes that restoring sends, or taking it back: half of what a server takes in one frame.
pub const LARGEST_RESTORE: usize = 1 << 20; // 1 MiB

/// What restoring would do, tried out on a copy.
#[derive(Debug, Clone, PartialEq)]
pub struct Rehearsal {
    /// From the content of now to that after restoring.
    pub diff: Diff,
    /// The cells of the version of which the document knows nothing any more: they are recorded again.
    pub recorded: Vec<(IndicatorId, Period)>,
    /// How many cells say something else than the version, or something more, and go on saying so.
    pub staying: usize,
}

/// Why a version is not restored. Nothing was changed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum RestoreError {
    #[error("restoring would take {bytes} bytes at once, more than {LARGEST_RESTORE}")]
    TooLarge { bytes: usize },
    /// The version holds what no command can write.
    #[error(transparent)]
    Command(#[from] CommandError),
    #[error(transparent)]
    Copy(#[from] LoadError),
}

impl Workspace {
    /// What restoring `target` would do. Nothing is changed.
    ///
    /// # Errors
    /// [`RestoreError`]: restoring would end with the same.
    pub fn rehearse(&self, target: &Content, by: &Stamp) -> Result<Rehearsal, RestoreError> {
        let before = self.content();
        let mut copy = Self::load(&self.snapshot())?;
        let recorded = copy.lost_readings(target);
        // The ids of readings are made up: the copy is thrown away.
        let mut made_up = 0;
        copy.carry_out_all(target, by, || {
            made_up += 1;
            Uuid::from_u128(made_up)
        })?;
        let update = copy.effect().update;
        let after = copy.content();
        let undone = copy.undo().map_or(0, |effect| effect.update.len());
        let bytes = update.len().max(undone);
        if bytes > LARGEST_RESTORE {
            return Err(RestoreError::TooLarge { bytes });
        }
        Ok(Rehearsal {
            diff: diff::diff(&before, &after),
            recorded,
            staying: diff::diff(target, &after).readings.len(),
        })
    }

    /// Makes the document say what `target` says, as one step of undo. Languages that were added since stay,
    /// with their words, and so do readings; cells of which nothing is known any more are recorded again
    /// under ids that `fresh` makes.
    ///
    /// # Errors
    /// [`RestoreError`]; nothing was changed.
    pub fn restore(
        &mut self,
        target: &Content,
        by: &Stamp,
        fresh: impl FnMut() -> Uuid,
    ) -> Result<Effect, RestoreError> {
        self.rehearse(target, by)?;
        self.carry_out_all(target, by, fresh)?;
        Ok(self.effect())
    }

    /// The command after these begins a step of its own, whatever it is.
    fn carry_out_all(
        &mut self,
        target: &Content,
        by: &Stamp,
        mut fresh: impl FnMut() -> Uuid,
    ) -> Result<(), CommandError> {
        self.history.begin_step(&self.doc, &self.roots, by);
        self.restore_languages(&target.settings.languages, by)?;
        self.restore_entities(target, by)?;
        // Values decide what else is shown: the number of levels, the category by which the grid is sorted.
        self.restore_fields(target, by, |field| field.kind() == FieldKind::Value)?;
        self.restore_fields(target, by, |_| true)?;
        self.restore_order(target, by)?;
        for (indicator, period) in self.lost_readings(target) {
            let reading = target.readings.get(&indicator);
            let Some(reading) = reading.and_then(|readings| readings.get(&period)) else {
                continue;
            };
            let command = Command::Record {
                id: ReadingId::from_uuid(fresh()),
                indicator,
                period,
                measure: reading.current.measure.clone(),
                comment: reading.current.comment.clone(),
            };
            self.carry_out(&command, by)?;
        }
        Ok(())
    }

    /// The languages of the version in their order, then those that were added since.
    fn restore_languages(&mut self, wanted: &[Lang], by: &Stamp) -> Result<(), CommandError> {
        let now = self.settings().languages;
        let since = now.iter().filter(|lang| !wanted.contains(lang));
        let wanted: Vec<&Lang> = wanted.iter().chain(since).collect();
        let in_place = now.iter().zip(&wanted).take_while(|(is, to)| is == *to);
        for lang in wanted.iter().skip(in_place.count()) {
            let lang = (*lang).clone();
            if now.contains(&lang) {
                let remove = Command::RemoveLanguage { lang: lang.clone() };
                self.carry_out(&remove, by)?;
            }
            self.carry_out(&Command::AddLanguage { lang }, by)?;
        }
        Ok(())
    }

    /// What is in the bin comes out, what is gone is made, and what the version does not have goes to the bin.
    fn restore_entities(&mut self, target: &Content, by: &Stamp) -> Result<(), CommandError> {
        let content = self.content();
        for kind in EntityKind::ALL {
            let (now, wanted) = (order_of(&content, kind), order_of(target, kind));
            let (here, there) = (set_of(&now), set_of(&wanted));
            for entity in now.iter().filter(|entity| !there.contains(entity)) {
                self.carry_out(&Command::Delete { entity: *entity }, by)?;
            }
            for entity in wanted.iter().filter(|entity| !here.contains(entity)) {
                let restored = self.carry_out(&Command::Restore { entity: *entity }, by);
                if let Err(CommandError::NotFound(_)) = restored {
                    self.carry_out(&NewEntity::new(*entity).into(), by)?;
                } else {
                    restored?;
                }
            }
        }
        Ok(())
    }

    fn restore_fields(
        &mut self,
        target: &Content,
        by: &Stamp,
        concerns: impl Fn(&Field) -> bool,
    ) -> Result<(), CommandError> {
        for changed in diff::diff(&self.content(), target).entities {
            let Difference::Changed { fields } = changed.what else {
                continue;
            };
            for difference in fields {
                // The order and the languages have no field.
                let Some(field) = difference.named(changed.entity).filter(&concerns) else {
                    continue;
                };
                let of_since = |lang: &Lang| !target.settings.languages.contains(lang);
                if !field.lang().is_some_and(of_since) {
                    self.restore_field(changed.entity, field, &difference, by)?;
                }
            }
        }
        Ok(())
    }

    fn restore_field(
        &mut self,
        entity: EntityRef,
        field: Field,
        difference: &FieldDiff,
        by: &Stamp,
    ) -> Result<(), CommandError> {
        let kind = field.kind();
        let field = entity.field(field);
        match kind {
            FieldKind::Text => {
                let now = self.text(&field).unwrap_or_default();
                let words = difference.after.as_str().unwrap_or_default();
                for edit in TextEdit::steps(&now, words) {
                    let field = field.clone();
                    self.carry_out(&Command::Edit { field, edit }, by)?;
                }
            }
            FieldKind::Value => {
                let value = value_of(&field.field, &difference.after);
                self.carry_out(&Command::Set { field, value }, by)?;
            }
            FieldKind::Set => {
                let (now, wanted) = (ids_of(&difference.before), ids_of(&difference.after));
                for to in now.difference(&wanted) {
                    let (field, to) = (field.clone(), *to);
                    self.carry_out(&Command::Unlink { field, to }, by)?;
                }
                for to in wanted.difference(&now) {
                    let (field, to) = (field.clone(), *to);
                    self.carry_out(&Command::Link { field, to }, by)?;
                }
            }
        }
        Ok(())
    }

    /// Moves as few as bring the order of the version back.
    fn restore_order(&mut self, target: &Content, by: &Stamp) -> Result<(), CommandError> {
        let now = self.content();
        for kind in EntityKind::ALL {
            // The grid shows its sections one after the other, whatever their indicators' positions are.
            let sections = match kind {
                EntityKind::Indicator => &Category::ALL.map(Some)[..],
                _ => &[None],
            };
            for section in sections {
                let section_of = |content: &Content| match section {
                    Some(category) => {
                        let all = content.indicators.iter();
                        all.filter(|one| one.category == *category)
                            .map(|one| one.id.into())
                            .collect()
                    }
                    None => order_of(content, kind),
                };
                self.restore_list(&section_of(&now), &section_of(target), by)?;
            }
        }
        Ok(())
    }

    fn restore_list(
        &mut self,
        now: &[EntityRef],
        wanted: &[EntityRef],
        by: &Stamp,
    ) -> Result<(), CommandError> {
        let places: BTreeMap<EntityRef, usize> = now.iter().copied().zip(0..).collect();
        let places_of = wanted
            .iter()
            .filter_map(|entity| places.get(entity).copied());
        let moved = diff::moved(&places_of.collect::<Vec<_>>());
        let mut before: Option<EntityRef> = None;
        for entity in wanted {
            if places
                .get(entity)
                .is_some_and(|place| moved.contains(place))
            {
                let place = before.map_or(Place::First, |before| Place::After(before.id));
                let entity = *entity;
                self.carry_out(&Command::Move { entity, place }, by)?;
            }
            before = Some(*entity);
        }
        Ok(())
    }

    /// The cells of a version in which the document holds nothing at all, not even a withdrawal.
    fn lost_readings(&self, target: &Content) -> Vec<(IndicatorId, Period)> {
        let cells = target.readings.iter().flat_map(|(indicator, readings)| {
            let is_there = target.indicator(*indicator).is_some();
            let cells = readings.keys().filter(move |_| is_there);
            cells.map(|period| (*indicator, *period))
        });
        cells
            .filter(|cell| self.readings.history(*cell).is_empty())
            .collect()
    }
}

/// The entities of a kind, in their order; the settings are none.
fn order_of(content: &Content, kind: EntityKind) -> Vec<EntityRef> {
    fn each<T>(list: &[T], id: impl Fn(&T) -> EntityRef) -> Vec<EntityRef> {
        list.iter().map(id).collect()
    }
    match kind {
        EntityKind::Settings => Vec::new(),
        EntityKind::Axis => each(&content.axes, |one| one.id.into()),
        EntityKind::Objective => each(&content.objectives, |one| one.id.into()),
        EntityKind::Indicator => each(&content.indicators, |one| one.id.into()),
        EntityKind::Verbatim => each(&content.verbatims, |one| one.id.into()),
        EntityKind::Term => each(&content.terms, |one| one.id.into()),
        EntityKind::Decision => each(&content.decisions, |one| one.id.into()),
        EntityKind::Block => each(&content.blocks, |one| one.id.into()),
    }
}

fn set_of(list: &[EntityRef]) -> BTreeSet<EntityRef> {
    list.iter().copied().collect()
}

/// A value as a comparison shows it, as a command takes it.
fn value_of(field: &Field, json: &Json) -> Value {
    match json {
        Json::Number(number) => number.as_f64().map_or(Value::None, Value::Number),
        Json::String(text) if matches!(field, Field::Axis | Field::Indicator) => {
            Uuid::try_parse(text).map_or(Value::None, Value::Id)
        }
        Json::String(text) => Value::Text(text.clone()),
        _ => Value::None,
    }
}

/// A set as a comparison shows it.
fn ids_of(json: &Json) -> BTreeSet<Uuid> {
    let members = json.as_array().into_iter().flatten();
    members
        .filter_map(|member| Uuid::try_parse(member.as_str()?).ok())
        .collect()
}
