//! What a workspace says: ids in their order, entities as plain structs, readings, the bin.

use super::Workspace;
use crate::{
    Axis, AxisId, Block, BlockId, Content, Decision, DecisionId, EntityKind, EntityRef, FieldRef,
    Indicator, IndicatorId, Objective, ObjectiveId, Period, Reading, ReadingEntry, Settings, Term,
    TermId, Verbatim, VerbatimId, both_if,
    content::Readings,
    doc::{Roots, read, readings::Index},
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};
use uuid::Uuid;
use yrs::{ReadTxn, Transact, Transaction};

/// From so many indicators on a workspace is worth a second thread.
const MANY: usize = 50;

/// Something in the bin.
#[derive(Debug, Clone, PartialEq)]
pub struct Binned {
    pub entity: EntityRef,
    /// The first of its texts that says something; empty when none does.
    pub title: String,
    /// Milliseconds since 1970.
    pub deleted_at: i64,
    pub deleted_by: String,
}

/// A workspace at one moment, not all of it looked at.
#[derive(Debug, Clone)]
pub struct Moment {
    /// Without readings.
    content: Content,
    /// Those whose readings belong to it.
    indicators: Vec<IndicatorId>,
    readings: Index,
}

impl Moment {
    /// Everything that was there then, without what was in the bin.
    pub fn content(mut self) -> Content {
        let of = |indicators: &[IndicatorId]| -> BTreeMap<IndicatorId, Readings> {
            let each = indicators.iter();
            let readings = each.map(|id| (*id, self.readings.readings(*id)));
            readings
                .filter(|(_, readings)| !readings.is_empty())
                .collect()
        };
        let (first, second) = self.indicators.split_at(self.indicators.len() / 2);
        let (mut readings, mut others) =
            both_if(self.indicators.len() >= MANY, || of(first), || of(second));
        readings.append(&mut others);
        self.content.readings = readings;
        self.content
    }
}

/// A list of ids and the entity of one, for one kind. Lists leave out what is in the bin; entities are
/// found there, too.
macro_rules! entities {
    ($($list:ident $one:ident $id:ident => $entity:ident $kind:ident;)*) => {$(
        /// In the order that people gave them, without those in the bin.
        pub fn $list(&self) -> Vec<$id> {
            read::ids(&self.doc.transact(), &self.roots, EntityKind::$kind).into_iter().map($id::from).collect()
        }

        /// `None` when there is none; found in the bin, too.
        pub fn $one(&self, id: $id) -> Option<$entity> {
            read::$one(&self.doc.transact(), &self.roots, id)
        }
    )*};
}

impl Workspace {
    entities! {
        axes axis AxisId => Axis Axis;
        objectives objective ObjectiveId => Objective Objective;
        verbatims verbatim VerbatimId => Verbatim Verbatim;
        terms term TermId => Term Term;
        decisions decision DecisionId => Decision Decision;
        blocks block BlockId => Block Block;
    }

    pub fn settings(&self) -> Settings {
        read::settings(&self.doc.transact(), &self.roots)
    }

    /// In the order of the grid: by category, then as people ordered them; without those in the bin.
    pub fn indicators(&self) -> Vec<IndicatorId> {
        read::grid(&self.doc.transact(), &self.roots)
    }

    /// `None` when there is none; found in the bin, too.
    pub fn indicator(&self, id: IndicatorId) -> Option<Indicator> {
        read::indicator(&self.doc.transact(), &self.roots, id)
    }

    /// The words of a shared text; `None` when there is no such text (yet).
    pub fn text(&self, field: &FieldRef) -> Option<String> {
        read::field_text(&self.doc.transact(), &self.roots, field)
    }

    /// The cells of an indicator that hold a value, by period.
    pub fn readings(&self, id: IndicatorId) -> Readings {
        self.readings.readings(id)
    }

    /// The years in which something was ever read, of indicators in the bin, too.
    pub fn reading_years(&self) -> BTreeSet<i16> {
        self.readings.years()
    }

    /// What a cell holds, which may be a withdrawal; `None` when nothing was ever typed there.
    pub fn reading(&self, id: IndicatorId, period: Period) -> Option<Reading> {
        self.readings.reading((id, period))
    }

    /// Everything that was ever typed in a cell, newest first.
    pub fn history(&self, id: IndicatorId, period: Period) -> Vec<ReadingEntry> {
        self.readings.history((id, period)).to_vec()
    }

    /// What is in the bin, newest first.
    pub fn bin(&self) -> Vec<Binned> {
        let txn = self.doc.transact();
        let kinds = EntityKind::ALL.into_iter();
        let mut bin: Vec<Binned> = kinds
            .flat_map(|kind| binned(&txn, &self.roots, kind))
            .collect();
        bin.sort_by_key(|binned| (Reverse(binned.deleted_at), binned.entity));
        bin
    }

    /// Everything at this moment, without what is in the bin.
    pub fn content(&self) -> Content {
        self.moment().content()
    }

    /// A picture of this moment, whose [`Moment::content`] may be had later, and on another thread: most of what a
    /// large workspace holds are readings, and they are not looked at yet.
    pub fn moment(&self) -> Moment {
        let (doc, roots) = (&self.doc, &self.roots);
        let indicators = read::grid(&doc.transact(), roots);
        let first = || {
            let txn = doc.transact();
            let indicators = indicators.iter();
            Content {
                settings: read::settings(&txn, roots),
                axes: each(&txn, roots, EntityKind::Axis, read::axis),
                objectives: each(&txn, roots, EntityKind::Objective, read::objective),
                indicators: indicators
                    .filter_map(|id| read::indicator(&txn, roots, *id))
                    .collect(),
                verbatims: each(&txn, roots, EntityKind::Verbatim, read::verbatim),
                decisions: each(&txn, roots, EntityKind::Decision, read::decision),
                ..Content::default()
            }
        };
        let second = || {
            let txn = doc.transact();
            let columns = read::columns(&txn, roots);
            let term = |txn: &_, roots: &_, id| read::term_in(txn, roots, id, &columns);
            Content {
                terms: each(&txn, roots, EntityKind::Term, term),
                blocks: each(&txn, roots, EntityKind::Block, read::block),
                ..Content::default()
            }
        };
        let (first, second) = both_if(indicators.len() >= MANY, first, second);
        let content = Content {
            terms: second.terms,
            blocks: second.blocks,
            ..first
        };
        Moment {
            content,
            indicators,
            readings: self.readings.clone(),
        }
    }
}

fn each<'doc, I: From<Uuid>, E>(
    txn: &Transaction<'doc>,
    roots: &Roots,
    kind: EntityKind,
    read: impl Fn(&Transaction<'doc>, &Roots, I) -> Option<E>,
) -> Vec<E> {
    let ids = read::ids(txn, roots, kind).into_iter();
    ids.filter_map(|id| read(txn, roots, I::from(id))).collect()
}

fn binned(txn: &impl ReadTxn, roots: &Roots, kind: EntityKind) -> Vec<Binned> {
    let entities = roots.entities(txn, kind).into_iter();
    let binned = entities.filter_map(|(id, fields)| {
        let (deleted_at, deleted_by) = read::binned(txn, &fields)?;
        let entity = EntityRef::new(kind, id);
        Some(Binned {
            entity,
            title: read::title(txn, roots, entity, &fields),
            deleted_at,
            deleted_by,
        })
    });
    binned.collect()
}
