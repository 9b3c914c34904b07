//! The records of the copy, as they lie in the browser's database.

use super::{
    super::{
        database::{Database, Fault, Transaction, UNSAVED, UPDATES},
        outbox::{Clock, Edit},
    },
    Before, Item,
};
use jalon_shared::workspace::merge_updates;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdbTransactionMode::{Readonly, Readwrite};

/// Writes some items in one transaction; how many records they made.
pub async fn append(database: &Database, items: &[Item]) -> Result<usize, Fault> {
    let transaction = database.transaction(Readwrite)?;
    let mut records = 0;
    let updates = items.iter().filter_map(|item| match item {
        Item::Update(update) | Item::Theirs(update) => Some(update.as_slice()),
        _ => None,
    });
    let updates: Vec<&[u8]> = updates.collect();
    let merged = match updates.as_slice() {
        [] | [_] => None,
        many => merge_updates(many).ok(),
    };
    let updates = match &merged {
        Some(merged) => vec![merged.as_slice()],
        None => updates,
    };
    for update in updates {
        transaction.add(UPDATES, &Uint8Array::from(update))?;
        records += 1;
    }
    for item in items {
        match item {
            Item::Unsaved(edit) => {
                let nowhere = [String::new()];
                let places = if edit.places.is_empty() {
                    &nowhere[..]
                } else {
                    &edit.places
                };
                for place in places {
                    let key = format!("{} {place}", edit.tab);
                    transaction.put(UNSAVED, &key, edit.number as f64)?;
                }
            }
            Item::Durable(clock) => settle(&transaction, clock).await?,
            Item::Update(_) | Item::Theirs(_) | Item::Hurry | Item::Again => {}
        }
    }
    transaction.done().await?;
    Ok(records)
}

/// Another page may have noted a later edit in the same place meanwhile: that stays.
async fn settle(transaction: &Transaction, durable: &Clock) -> Result<(), Fault> {
    let (keys, numbers) = transaction.all(UNSAVED).await?;
    for (key, number) in keys.iter().zip(numbers.iter()) {
        let upto = edit_of(&key, &number).and_then(|edit| {
            let upto = durable.get(&edit.tab)?;
            (edit.number <= *upto).then_some(())
        });
        if upto.is_some() {
            transaction.delete(UNSAVED, &key)?;
        }
    }
    Ok(())
}

/// All that is kept.
pub async fn read(database: &Database) -> Result<Before, Fault> {
    let transaction = database.transaction(Readonly)?;
    let (keys, records) = transaction.all(UPDATES).await?;
    let (places, numbers) = transaction.all(UNSAVED).await?;
    let unsaved = places.iter().zip(numbers.iter());
    Ok(Before {
        updates: updates_of(&records),
        unsaved: unsaved
            .filter_map(|(key, number)| edit_of(&key, &number))
            .collect(),
        last: keys.iter().last(),
    })
}

/// The updates after a record, and the key of the last one.
pub async fn read_since(
    database: &Database,
    since: Option<&JsValue>,
) -> Result<(Vec<Vec<u8>>, Option<JsValue>), Fault> {
    let transaction = database.transaction(Readonly)?;
    let (keys, records) = transaction.all_since(UPDATES, since).await?;
    Ok((updates_of(&records), keys.iter().last()))
}

fn updates_of(records: &Array) -> Vec<Vec<u8>> {
    let updates = records
        .iter()
        .filter_map(|record| record.dyn_into::<Uint8Array>().ok());
    updates.map(|update| update.to_vec()).collect()
}

/// An edit as it is noted: `<tab> <place>`, and its number.
fn edit_of(key: &JsValue, number: &JsValue) -> Option<Edit> {
    let key = key.as_string()?;
    let (tab, place) = key.split_once(' ')?;
    Some(Edit {
        tab: tab.parse().ok()?,
        number: number.as_f64()? as u64,
        places: vec![place.to_owned()],
    })
}
