//! Readers: entities as plain structs. Unknown words become the default, what has the wrong type is
//! passed over, and numbers that make no sense are left out.

use super::{
    DELETED_AT, DELETED_BY, POSITION, Roots, id, position,
    value::{self, choice_at, date_at, id_at, number_at, period_at, small_at, text_at},
};
use crate::{
    Axis, AxisId, Block, BlockId, Choice, Decision, DecisionId, EntityKind, EntityRef, Field,
    FieldKind, FieldRef, Frequency, Indicator, IndicatorId, Lang, Objective, ObjectiveId, Settings,
    Term, TermId, Verbatim, VerbatimId,
    glossary::TermEntry,
    indicator::{Bound, Category, Thresholds},
    objective::SmartNotes,
};
use std::collections::BTreeSet;
use uuid::Uuid;
use yrs::{Any, GetString, Map, MapRef, Out, ReadTxn};

/// A text: shared, or a plain one that some foreign client put in its place.
pub fn text(txn: &impl ReadTxn, fields: &MapRef, key: &str) -> Option<String> {
    match fields.get(txn, key)? {
        Out::YText(text) => Some(text.get_string(txn)),
        Out::Any(Any::String(text)) => Some(text.to_string()),
        _ => None,
    }
}

pub fn field_text(txn: &impl ReadTxn, roots: &Roots, field: &FieldRef) -> Option<String> {
    if field.field.kind() != FieldKind::Text {
        return None;
    }
    text(txn, &roots.entity(txn, field.entity)?, &field.field.key())
}

/// Where the list of a kind has its entities, with those in the bin.
pub fn placed(txn: &impl ReadTxn, roots: &Roots, kind: EntityKind) -> Vec<position::Placed> {
    let entities = roots.entities(txn, kind).into_iter();
    let mut list: Vec<_> = entities
        .map(|(id, fields)| (id, position_of(txn, &fields)))
        .collect();
    position::sort(&mut list);
    list
}

fn position_of(txn: &impl ReadTxn, fields: &MapRef) -> Option<String> {
    position::parse(&text_at(txn, fields, POSITION)?)
}

/// The entities of a kind in their order, without those in the bin.
pub fn ids(txn: &impl ReadTxn, roots: &Roots, kind: EntityKind) -> Vec<Uuid> {
    let list = placed(txn, roots, kind).into_iter().map(|(id, _)| id);
    list.filter(|id| !is_binned(txn, roots, EntityRef::new(kind, *id)))
        .collect()
}

/// The indicators in the order of the grid: by category, then as people ordered them.
pub fn grid(txn: &impl ReadTxn, roots: &Roots) -> Vec<IndicatorId> {
    let mut ids: Vec<IndicatorId> = ids(txn, roots, EntityKind::Indicator)
        .into_iter()
        .map(Into::into)
        .collect();
    ids.sort_by_cached_key(|id| {
        let fields = Fields::of(txn, roots, *id);
        fields
            .and_then(|fields| fields.choice::<Category>(Field::Category))
            .unwrap_or_default()
    });
    ids
}

/// When, and by whom, something was sent to the bin.
pub fn binned(txn: &impl ReadTxn, fields: &MapRef) -> Option<(i64, String)> {
    let at = number_at(txn, fields, DELETED_AT)?;
    Some((
        at as i64,
        text_at(txn, fields, DELETED_BY)
            .unwrap_or_default()
            .to_string(),
    ))
}

fn is_binned(txn: &impl ReadTxn, roots: &Roots, entity: EntityRef) -> bool {
    roots
        .entity(txn, entity)
        .is_none_or(|fields| binned(txn, &fields).is_some())
}

/// An entity that is there and not in the bin.
fn live(txn: &impl ReadTxn, roots: &Roots, kind: EntityKind, id: Option<Uuid>) -> Option<Uuid> {
    id.filter(|id| !is_binned(txn, roots, EntityRef::new(kind, *id)))
}

/// The languages of the glossary, in the order of their columns.
pub fn languages(txn: &impl ReadTxn, roots: &Roots) -> Vec<Lang> {
    let mut languages: Vec<(Option<String>, Lang)> = Vec::new();
    for (key, value) in roots.languages.iter(txn) {
        let (Ok(lang), Out::Any(Any::String(text))) = (key.parse::<Lang>(), value) else {
            continue;
        };
        if lang.as_str() == key {
            languages.push((position::parse(&text), lang));
        }
    }
    languages.sort_by(|a, b| (a.0.is_none(), a).cmp(&(b.0.is_none(), b)));
    languages.into_iter().map(|(_, lang)| lang).collect()
}

/// Where the last column of the glossary stands.
pub fn last_language(txn: &impl ReadTxn, roots: &Roots) -> Option<String> {
    let positions = roots
        .languages
        .iter(txn)
        .filter_map(|(_, value)| match value {
            Out::Any(Any::String(text)) => position::parse(&text),
            _ => None,
        });
    positions.max()
}

/// The fields of one entity.
struct Fields<'a, T> {
    txn: &'a T,
    roots: &'a Roots,
    map: MapRef,
}

impl<'a, T: ReadTxn> Fields<'a, T> {
    fn of(txn: &'a T, roots: &'a Roots, entity: impl Into<EntityRef>) -> Option<Self> {
        let map = roots.entity(txn, entity.into())?;
        Some(Self { txn, roots, map })
    }

    fn text(&self, field: Field) -> String {
        text(self.txn, &self.map, &field.key()).unwrap_or_default()
    }

    fn choice<C: Choice>(&self, field: Field) -> Option<C> {
        choice_at(self.txn, &self.map, &field)
    }

    fn number(&self, field: Field) -> Option<f64> {
        number_at(self.txn, &self.map, &field.key())
    }

    fn small(&self, field: Field) -> Option<u8> {
        small_at(self.txn, &self.map, &field)
    }

    fn live(&self, field: Field, kind: EntityKind) -> Option<Uuid> {
        live(
            self.txn,
            self.roots,
            kind,
            id_at(self.txn, &self.map, &field),
        )
    }

    /// The members of a set that are there and not in the bin.
    fn set<I: From<Uuid> + Ord>(&self, field: Field, kind: EntityKind) -> BTreeSet<I> {
        let members = members(self.txn, &self.map, &field).into_iter();
        members
            .filter_map(|id| live(self.txn, self.roots, kind, Some(id)))
            .map(I::from)
            .collect()
    }

    fn bound(&self, value: Field, period: Field) -> Bound {
        Bound {
            value: self.number(value),
            period: period_at(self.txn, &self.map, &period),
        }
    }

    fn threshold(&self, field: Field, default: f64) -> f64 {
        self.number(field)
            .filter(|share| *share >= 0.0)
            .unwrap_or(default)
    }
}

/// The ids in a set, whatever became of what they name.
pub fn members(txn: &impl ReadTxn, fields: &MapRef, field: &Field) -> Vec<Uuid> {
    let Some(set) = super::map_at(txn, fields, &field.key()) else {
        return Vec::new();
    };
    let entries = set
        .iter(txn)
        .filter(|(_, value)| *value == Out::Any(Any::Bool(true)));
    entries.filter_map(|(key, _)| id(key)).collect()
}

pub fn settings(txn: &impl ReadTxn, roots: &Roots) -> Settings {
    let default = Settings {
        languages: languages(txn, roots),
        ..Settings::default()
    };
    let Some(fields) = Fields::of(txn, roots, EntityRef::SETTINGS) else {
        return default;
    };
    let currency =
        text_at(txn, &fields.map, &Field::Currency.key()).filter(|text| value::is_currency(text));
    Settings {
        title: fields.text(Field::Title),
        organisation: fields.text(Field::Organisation),
        mission: fields.text(Field::Mission),
        currency: currency.map_or(default.currency, |text| text.to_string()),
        cadence: fields
            .choice(Field::Cadence)
            .filter(|one| value::is_cadence(*one))
            .unwrap_or(default.cadence),
        languages: default.languages,
    }
}

pub fn axis(txn: &impl ReadTxn, roots: &Roots, id: AxisId) -> Option<Axis> {
    let fields = Fields::of(txn, roots, id)?;
    Some(Axis {
        id,
        label: fields.text(Field::Label),
        project: fields.text(Field::Project),
        color: fields.small(Field::Color).unwrap_or_default(),
    })
}

pub fn objective(txn: &impl ReadTxn, roots: &Roots, id: ObjectiveId) -> Option<Objective> {
    let fields = Fields::of(txn, roots, id)?;
    Some(Objective {
        id,
        axis: fields.live(Field::Axis, EntityKind::Axis).map(AxisId::from),
        statement: fields.text(Field::Statement),
        expected_for: fields.choice(Field::ExpectedFor),
        smart: SmartNotes {
            specific: fields.text(Field::Specific),
            measurable: fields.text(Field::Measurable),
            achievable: fields.text(Field::Achievable),
            relevant: fields.text(Field::Relevant),
            time_bound: fields.text(Field::TimeBound),
        },
        owner_role: fields.text(Field::OwnerRole),
        due_date: date_at(txn, &fields.map, &Field::DueDate),
        status: fields.choice(Field::Status).unwrap_or_default(),
        indicators: fields.set(Field::Indicators, EntityKind::Indicator),
    })
}

pub fn indicator(txn: &impl ReadTxn, roots: &Roots, id: IndicatorId) -> Option<Indicator> {
    let fields = Fields::of(txn, roots, id)?;
    let default = Thresholds::default();
    let levels = 1..=fields.small(Field::LevelCount).unwrap_or_default();
    Some(Indicator {
        id,
        category: fields.choice(Field::Category).unwrap_or_default(),
        nature: fields.choice(Field::Nature).unwrap_or_default(),
        name: fields.text(Field::Name),
        definition: fields.text(Field::Definition),
        unit: fields.text(Field::Unit),
        decimals: fields.small(Field::Decimals).unwrap_or_default(),
        direction: fields.choice(Field::Direction).unwrap_or_default(),
        aggregation: fields.choice(Field::Aggregation).unwrap_or_default(),
        numerator: fields.text(Field::Numerator),
        denominator: fields.text(Field::Denominator),
        levels: levels
            .map(|level| fields.text(Field::Level(level)))
            .collect(),
        baseline: fields.bound(Field::BaselineValue, Field::BaselinePeriod),
        target: fields.bound(Field::TargetValue, Field::TargetPeriod),
        thresholds: Thresholds {
            alert: fields.threshold(Field::AlertThreshold, default.alert),
            good: fields.threshold(Field::GoodThreshold, default.good),
        },
        source: fields.text(Field::Source),
        collection: fields.text(Field::Collection),
        frequency: fields
            .choice(Field::Frequency)
            .unwrap_or(Frequency::Quarterly),
        owner_role: fields.text(Field::OwnerRole),
        disaggregation: fields.text(Field::Disaggregation),
        personal_data: fields.text(Field::PersonalData),
        known_biases: fields.text(Field::KnownBiases),
        agreed_by: fields.text(Field::AgreedBy),
        agreed_why: fields.text(Field::AgreedWhy),
    })
}

pub fn verbatim(txn: &impl ReadTxn, roots: &Roots, id: VerbatimId) -> Option<Verbatim> {
    let fields = Fields::of(txn, roots, id)?;
    Some(Verbatim {
        id,
        indicator: fields
            .live(Field::Indicator, EntityKind::Indicator)
            .map(IndicatorId::from),
        period: period_at(txn, &fields.map, &Field::Period),
        theme: fields.text(Field::Theme),
        text: fields.text(Field::Text),
        speaker: fields.text(Field::Speaker),
    })
}

pub fn term(txn: &impl ReadTxn, roots: &Roots, id: TermId) -> Option<Term> {
    term_in(txn, roots, id, &columns(txn, roots))
}

/// A language of the glossary, and the keys of what terms say in it.
pub struct Column {
    lang: Lang,
    term: String,
    definition: String,
    notes: String,
    variants: String,
    false_friends: String,
}

/// The languages of the glossary, in their order.
pub fn columns(txn: &impl ReadTxn, roots: &Roots) -> Vec<Column> {
    let column = |lang: Lang| Column {
        term: Field::TermIn(lang.clone()).key().into_owned(),
        definition: Field::DefinitionIn(lang.clone()).key().into_owned(),
        notes: Field::NotesIn(lang.clone()).key().into_owned(),
        variants: Field::VariantsIn(lang.clone()).key().into_owned(),
        false_friends: Field::FalseFriendsIn(lang.clone()).key().into_owned(),
        lang,
    };
    languages(txn, roots).into_iter().map(column).collect()
}

/// A term, by whoever knows the languages already.
pub fn term_in(txn: &impl ReadTxn, roots: &Roots, id: TermId, columns: &[Column]) -> Option<Term> {
    let fields = Fields::of(txn, roots, id)?;
    let said = |key: &str| text(txn, &fields.map, key).unwrap_or_default();
    let entry = |column: &Column| {
        let entry = TermEntry {
            term: said(&column.term),
            definition: said(&column.definition),
            gender: fields.choice(Field::GenderIn(column.lang.clone())),
            notes: said(&column.notes),
            variants: said(&column.variants),
            false_friends: said(&column.false_friends),
        };
        (column.lang.clone(), entry)
    };
    Some(Term {
        id,
        status: fields.choice(Field::TermStatus).unwrap_or_default(),
        subject_field: fields.text(Field::SubjectField),
        disagreement: fields.text(Field::Disagreement),
        translation_note: fields.text(Field::TranslationNote),
        related: fields.set(Field::Related, EntityKind::Term),
        entries: columns.iter().map(entry).collect(),
    })
}

pub fn decision(txn: &impl ReadTxn, roots: &Roots, id: DecisionId) -> Option<Decision> {
    let fields = Fields::of(txn, roots, id)?;
    Some(Decision {
        id,
        date: date_at(txn, &fields.map, &Field::Date),
        indicator: fields
            .live(Field::Indicator, EntityKind::Indicator)
            .map(IndicatorId::from),
        text: fields.text(Field::Text),
        owner_role: fields.text(Field::OwnerRole),
    })
}

pub fn block(txn: &impl ReadTxn, roots: &Roots, id: BlockId) -> Option<Block> {
    let fields = Fields::of(txn, roots, id)?;
    Some(Block {
        id,
        kind: fields.choice(Field::BlockKind).unwrap_or_default(),
        title: fields.text(Field::Title),
        text: fields.text(Field::Text),
        indicators: fields.set(Field::Indicators, EntityKind::Indicator),
    })
}

/// What an entity is called in the bin: the first of its texts that says something.
pub fn title(txn: &impl ReadTxn, roots: &Roots, entity: EntityRef, fields: &MapRef) -> String {
    let langs = if entity.kind == EntityKind::Term {
        languages(txn, roots)
    } else {
        Vec::new()
    };
    let terms = langs.into_iter().map(Field::TermIn);
    let naming: &[Field] = match entity.kind {
        EntityKind::Settings | EntityKind::Block => &[Field::Title, Field::Text],
        EntityKind::Axis => &[Field::Label, Field::Project],
        EntityKind::Objective => &[Field::Statement],
        EntityKind::Indicator => &[Field::Name, Field::Definition],
        EntityKind::Verbatim => &[Field::Text, Field::Theme],
        EntityKind::Term => &[],
        EntityKind::Decision => &[Field::Text],
    };
    let mut texts = terms
        .chain(naming.iter().cloned())
        .filter_map(|field| text(txn, fields, &field.key()));
    texts
        .find(|text| !text.trim().is_empty())
        .unwrap_or_default()
}
