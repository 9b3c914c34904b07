//! A document of a size that one asks for: indicators with many readings, as years leave them.

use super::super::script::{self, Shape};
use anyhow::{Context, Result};
use jalon_shared::{
    Field, Frequency, IndicatorId, Measure, NewEntity, Period, PersonId, Stamp, Workspace,
    workspace::NewReading,
};
use uuid::Uuid;

/// How many indicators there are, at most.
const INDICATORS: usize = 200;

/// How many readings one update brings: far less than a megabyte.
const TOGETHER: usize = 1_000;

/// The updates that bring a document of at least so many bytes, one after the other.
pub async fn document(bytes: usize) -> Result<Vec<Vec<u8>>> {
    let by = Stamp {
        person: PersonId::from_uuid(Uuid::nil()),
        name: "Semeuse".to_owned(),
        at: 1_750_000_000_000, // June 2025
    };
    let base = script::base(Shape::Letters).await?;
    let mut document = Workspace::load(&base)?;
    let (mut size, mut updates) = (base.len(), vec![base]);
    let mut bring = |update: Vec<u8>, size: &mut usize| {
        *size += update.len();
        updates.push(update);
    };
    let mut readings = 0;
    while size < bytes {
        let mut next = Vec::new();
        while next.len() < TOGETHER.min((bytes - size) / 100 + 1) {
            let number = readings % INDICATORS;
            let indicator = IndicatorId::from_uuid(Uuid::from_u128(number as u128 + 1_000));
            if readings < INDICATORS {
                let new =
                    NewEntity::new(indicator).text(Field::Name, format!("Indicateur {number}"));
                bring(document.apply(&new.into(), &by)?.update, &mut size);
            }
            let month = readings / INDICATORS;
            let year = 1900 + i16::try_from(month / 12)?;
            let period = Period::new(year, u8::try_from(month % 12)?, Frequency::Monthly);
            next.push(NewReading {
                id: Uuid::from_u128(readings as u128 + 1).into(),
                indicator,
                period: period.context("a month")?,
                measure: Measure::Amount {
                    value: readings as f64 + 0.5,
                },
                comment: String::new(),
            });
            readings += 1;
        }
        for effect in document.record_all(next, &by)? {
            bring(effect.update, &mut size);
        }
    }
    Ok(updates)
}
