//! Writers: a command becomes changes of the document, or an error that changed nothing.
//!
//! A command is written in two steps. What others may write into, too (the map of an entity, its texts)
//! is made by [`prepare`], which is never undone; [`act`] writes what an undo takes back. So undoing the
//! making of an entity sends it to the bin, with all that others wrote in it meanwhile.

use super::{
    DELETED_AT, DELETED_BY, POSITION, Roots, alike, map_at, position, read, readings, talk, value,
};
use crate::{
    Command, CommandError, EntityKind, EntityRef, Field, FieldKind, FieldRef, Lang, NewEntity,
    ReadingEntry, Settings, Stamp, Talk, TextEdit, command::Place,
};
use yrs::{
    Any, GetString, Map, MapPrelim, MapRef, Out, ReadTxn, Text, TextPrelim, TextRef, TransactionMut,
};

/// The longest shared text, in UTF-16 code units: about eight pages.
pub const LONGEST_TEXT: u32 = 20_000;

/// Refuses a command that cannot be carried out.
pub fn check(txn: &impl ReadTxn, roots: &Roots, command: &Command) -> Result<(), CommandError> {
    let there = |entity: EntityRef| {
        roots
            .entity(txn, entity)
            .ok_or(CommandError::NotFound(entity))
    };
    let movable = |entity: EntityRef| match entity.kind {
        EntityKind::Settings => Err(CommandError::Permanent(entity)),
        _ => there(entity).map(drop),
    };
    match command {
        Command::Create(new) => check_new(txn, roots, new),
        Command::Edit { field, edit } => {
            is_field(field, FieldKind::Text)?;
            let fields = there(field.entity)?;
            check_edit(
                &read::text(txn, &fields, &field.field.key()).unwrap_or_default(),
                edit,
            )
        }
        Command::Set { field, value } => {
            is_field(field, FieldKind::Value)?;
            there(field.entity)?;
            check_value(&field.field, value)
        }
        Command::Link { field, .. } | Command::Unlink { field, .. } => {
            is_field(field, FieldKind::Set)?;
            there(field.entity).map(drop)
        }
        Command::Move { entity, .. } | Command::Delete { entity } | Command::Restore { entity } => {
            movable(*entity)
        }
        Command::Record {
            indicator,
            measure,
            comment,
            ..
        } => {
            there((*indicator).into())?;
            if !value::is_measure(measure) {
                return Err(CommandError::InvalidMeasure);
            }
            check_length(units(comment))
        }
        Command::Talk { about, deed, .. } => {
            there(about.entity())?;
            if deed.fits() {
                Ok(())
            } else {
                Err(CommandError::InvalidComment)
            }
        }
        Command::AddLanguage { .. } | Command::RemoveLanguage { .. } => Ok(()),
    }
}

fn check_new(txn: &impl ReadTxn, roots: &Roots, new: &NewEntity) -> Result<(), CommandError> {
    let entity = new.entity;
    if entity.kind == EntityKind::Settings {
        return Err(CommandError::Permanent(entity));
    }
    if roots.entity(txn, entity).is_some() {
        return Err(CommandError::Exists(entity));
    }
    for (field, text) in &new.texts {
        is_field(&entity.field(field.clone()), FieldKind::Text)?;
        check_length(units(text))?;
    }
    for (field, value) in &new.values {
        is_field(&entity.field(field.clone()), FieldKind::Value)?;
        check_value(field, value)?;
    }
    for (field, _) in &new.links {
        is_field(&entity.field(field.clone()), FieldKind::Set)?;
    }
    Ok(())
}

fn is_field(field: &FieldRef, written: FieldKind) -> Result<(), CommandError> {
    let (kind, field) = (field.entity.kind, &field.field);
    let has = kind.fields().contains(field)
        || field
            .lang()
            .is_some_and(|lang| kind.fields_in(lang).contains(field));
    let fits = has && field.kind() == written;
    if fits {
        Ok(())
    } else {
        Err(CommandError::NotThatField {
            kind,
            field: field.clone(),
        })
    }
}

fn check_value(field: &Field, value: &crate::Value) -> Result<(), CommandError> {
    let invalid = || CommandError::InvalidValue {
        field: field.clone(),
        value: value.clone(),
    };
    value::check(field, value).map(drop).ok_or_else(invalid)
}

fn check_edit(text: &str, edit: &TextEdit) -> Result<(), CommandError> {
    let (length, inserted) = (units(text), units(&edit.insert));
    let end = edit
        .at
        .checked_add(edit.delete)
        .filter(|end| *end <= length)
        .ok_or(CommandError::OutOfRange)?;
    if !is_boundary(text, edit.at) || !is_boundary(text, end) {
        return Err(CommandError::OutOfRange);
    }
    // A text that two people made too long together may still be shortened.
    if inserted > edit.delete {
        check_length((length - edit.delete).saturating_add(inserted))
    } else {
        Ok(())
    }
}

fn check_length(units: u32) -> Result<(), CommandError> {
    if units > LONGEST_TEXT {
        Err(CommandError::TooLong {
            limit: LONGEST_TEXT,
        })
    } else {
        Ok(())
    }
}

fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

/// Whether an offset falls between two letters, not into one that takes two units.
fn is_boundary(text: &str, offset: u32) -> bool {
    let mut at = 0;
    for letter in text.chars() {
        if at >= offset {
            break;
        }
        at += letter.len_utf16() as u32;
    }
    at == offset
}

/// Makes what others may write into, too. **Invariant:** [`check`] passed.
pub fn prepare(txn: &mut TransactionMut, roots: &Roots, command: &Command, by: &Stamp) {
    match command {
        Command::Create(new) => create(txn, roots, new, by),
        Command::Edit { field, .. } => {
            if let Some(fields) = roots.entity(txn, field.entity) {
                whole_text(txn, &fields, &field.field.key());
            }
        }
        Command::Link { field, .. } => {
            let Some(fields) = roots.entity(txn, field.entity) else {
                return;
            };
            let key = field.field.key();
            if map_at(txn, &fields, &key).is_none() {
                fields.insert(txn, &*key, MapPrelim::default());
            }
        }
        Command::AddLanguage { lang } => add_texts(txn, roots, lang),
        Command::Record { .. }
        | Command::Talk { .. }
        | Command::Set { .. }
        | Command::Unlink { .. }
        | Command::Move { .. }
        | Command::Delete { .. }
        | Command::Restore { .. }
        | Command::RemoveLanguage { .. } => {}
    }
}

/// Edits a text, if it is there.
pub fn edit(txn: &mut TransactionMut, roots: &Roots, field: &FieldRef, edit: &TextEdit) {
    let text = roots
        .entity(txn, field.entity)
        .and_then(|fields| fields.get(txn, &field.field.key()));
    let Some(Out::YText(text)) = text else { return };
    if edit.delete > 0 {
        text.remove_range(txn, edit.at, edit.delete);
    }
    text.insert(txn, edit.at, &edit.insert);
}

/// Writes what an undo takes back. **Invariant:** [`prepare`] was called.
pub fn act(txn: &mut TransactionMut, roots: &Roots, command: &Command, by: &Stamp) {
    match command {
        Command::Create(NewEntity { entity, .. }) | Command::Restore { entity } => {
            if let Some(fields) = roots.entity(txn, *entity) {
                remove(txn, &fields, DELETED_AT);
                remove(txn, &fields, DELETED_BY);
            }
        }
        Command::Edit { field, edit } => self::edit(txn, roots, field, edit),
        Command::Set { field, value } => {
            if let (Some(fields), Some(value)) = (
                roots.entity(txn, field.entity),
                value::check(&field.field, value),
            ) {
                set(txn, &fields, &field.field.key(), value);
            }
        }
        Command::Link { field, to } => {
            let fields = roots.entity(txn, field.entity);
            if let Some(set) = fields.and_then(|fields| map_at(txn, &fields, &field.field.key())) {
                set.try_update(txn, to.to_string(), true);
            }
        }
        Command::Unlink { field, to } => {
            let fields = roots.entity(txn, field.entity);
            if let Some(set) = fields.and_then(|fields| map_at(txn, &fields, &field.field.key())) {
                remove(txn, &set, &to.to_string());
            }
        }
        Command::Move { entity, place } => put(txn, roots, *entity, *place),
        Command::Delete { entity } => {
            let Some(fields) = roots.entity(txn, *entity) else {
                return;
            };
            if read::binned(txn, &fields).is_none() {
                send_to_bin(txn, &fields, by);
            }
        }
        Command::AddLanguage { lang } => {
            if !read::languages(txn, roots).contains(lang) {
                let position = position::between(read::last_language(txn, roots).as_deref(), None);
                roots.languages.insert(txn, lang.as_str(), position);
            }
        }
        Command::RemoveLanguage { lang } => remove(txn, &roots.languages, lang.as_str()),
        // A fact is not undone: it is written by `record` or `say`.
        Command::Record { .. } | Command::Talk { .. } => {}
    }
}

/// Adds an entry to a reading. An entry that is there already stays as it is.
pub fn record(txn: &mut TransactionMut, roots: &Roots, entry: &ReadingEntry) {
    let key = readings::key(entry);
    if !roots.readings.contains_key(txn, &key) {
        roots.readings.insert(txn, key, readings::encode(entry));
    }
}

/// Adds an entry to a thread. An entry that is there already stays as it is.
pub fn say(txn: &mut TransactionMut, roots: &Roots, entry: &Talk) {
    let key = talk::key(entry);
    if !roots.talk.contains_key(txn, &key) {
        roots.talk.insert(txn, key, talk::encode(entry));
    }
}

/// The first content of a new document.
pub fn setup(txn: &mut TransactionMut, roots: &Roots, settings: &Settings) {
    let Some(fields) = roots.entity(txn, EntityRef::SETTINGS) else {
        return;
    };
    for (field, words) in [
        (Field::Title, &settings.title),
        (Field::Organisation, &settings.organisation),
        (Field::Mission, &settings.mission),
    ] {
        let text = whole_text(txn, &fields, &field.key());
        let length = text.len(txn);
        if text.get_string(txn) != *words {
            text.remove_range(txn, 0, length);
            text.insert(txn, 0, words);
        }
    }
    for (field, value) in [
        (
            Field::Currency,
            crate::Value::from(settings.currency.as_str()),
        ),
        (Field::Cadence, settings.cadence.into()),
    ] {
        if let Some(value) = value::check(&field, &value) {
            set(txn, &fields, &field.key(), value);
        }
    }
    let mut position: Option<String> = None;
    for lang in &settings.languages {
        let next = position::between(position.as_deref(), None);
        roots
            .languages
            .try_update(txn, lang.as_str(), next.as_str());
        add_texts(txn, roots, lang);
        position = Some(next);
    }
}

/// Makes an entity with all its shared texts and sets, so that two people never make one of them twice.
/// It is in the bin until [`act`] takes it out.
fn create(txn: &mut TransactionMut, roots: &Roots, new: &NewEntity, by: &Stamp) {
    let kind = new.entity.kind;
    let fields = roots
        .kind(kind)
        .insert(txn, new.entity.id.to_string(), MapPrelim::default());
    send_to_bin(txn, &fields, by);
    let languages = read::languages(txn, roots);
    let in_languages = languages.iter().flat_map(|lang| kind.fields_in(lang));
    // Words in a language that is not a column yet are kept, too.
    let given = new
        .texts
        .iter()
        .map(|(field, _)| field)
        .filter(|field| field.lang().is_some_and(|lang| !languages.contains(lang)));
    for field in kind
        .fields()
        .iter()
        .cloned()
        .chain(in_languages)
        .chain(given.cloned())
    {
        match field.kind() {
            FieldKind::Text => {
                let words = new.texts.iter().rev().find(|(other, _)| *other == field);
                let words = words.map_or("", |(_, words)| words.as_str());
                fields.insert(txn, &*field.key(), TextPrelim::new(words));
            }
            FieldKind::Set => {
                let set = fields.insert(txn, &*field.key(), MapPrelim::default());
                for (_, to) in new.links.iter().filter(|(other, _)| *other == field) {
                    set.try_update(txn, to.to_string(), true);
                }
            }
            FieldKind::Value => {}
        }
    }
    for (field, value) in &new.values {
        if let Some(value) = value::check(field, value) {
            set(txn, &fields, &field.key(), value);
        }
    }
    put(txn, roots, new.entity, new.place);
}

/// Gives every term the texts of a language that it lacks.
fn add_texts(txn: &mut TransactionMut, roots: &Roots, lang: &Lang) {
    for (_, fields) in roots.entities(txn, EntityKind::Term) {
        for field in EntityKind::Term.fields_in(lang) {
            if field.kind() == FieldKind::Text && read::text(txn, &fields, &field.key()).is_none() {
                fields.insert(txn, &*field.key(), TextPrelim::new(""));
            }
        }
    }
}

fn put(txn: &mut TransactionMut, roots: &Roots, entity: EntityRef, place: Place) {
    let list = read::placed(txn, roots, entity.kind);
    for (id, position) in position::place(&list, entity.id, place) {
        if let Some(fields) = roots.entity(txn, EntityRef::new(entity.kind, id)) {
            fields.insert(txn, POSITION, position);
        }
    }
}

fn send_to_bin(txn: &mut TransactionMut, fields: &MapRef, by: &Stamp) {
    fields.insert(txn, DELETED_AT, by.at as f64);
    fields.insert(txn, DELETED_BY, by.name.as_str());
}

/// The shared text under a key. Where there is none it is made: a term that somebody made while another
/// added a language lacks the texts of that language, and whoever needs one makes it [alike]. Where a foreign client put a plain text, or mixed
/// things that are no words into the text, its words are written anew.
fn whole_text(txn: &mut TransactionMut, fields: &MapRef, key: &str) -> TextRef {
    let words = match fields.get(txn, key) {
        Some(Out::YText(text)) if is_words(txn, &text) => return text,
        Some(Out::YText(text)) => text.get_string(txn),
        Some(Out::Any(Any::String(words))) => words.to_string(),
        Some(_) => String::new(),
        None => match alike::text(txn, fields, key) {
            Some(text) => return text,
            None => String::new(),
        },
    };
    fields.insert(txn, key, TextPrelim::new(words))
}

/// Whether a text holds nothing but letters.
pub fn is_words(txn: &impl ReadTxn, text: &TextRef) -> bool {
    text.len(txn) == units(&text.get_string(txn))
}

fn set(txn: &mut TransactionMut, fields: &MapRef, key: &str, value: Option<Any>) {
    match value {
        Some(value) => drop(fields.try_update(txn, key, value)),
        None => remove(txn, fields, key),
    }
}

fn remove(txn: &mut TransactionMut, map: &MapRef, key: &str) {
    if map.contains_key(txn, key) {
        map.remove(txn, key);
    }
}
