//! A large grid: many indicators with a year of readings.

use crate::{link::Door, peer::Peer};
use anyhow::{Context, Result, ensure};
use jalon_shared::{
    Choice, Command, Field, Frequency, IndicatorId, Measure, NewEntity, Period, PersonId,
    ReadingId, Stamp, indicator::Category, workspace::merge_updates,
};
use uuid::Uuid;

/// How many rows go into one update.
const AT_ONCE: usize = 25;

/// Months with a reading in each row.
const MONTHS: u8 = 6;

/// Adds `rows` indicators, spread over the categories, each with readings of the first half of 2025.
///
/// # Errors
/// When the server refuses one, or closes.
pub async fn fill(door: &Door, rows: usize) -> Result<()> {
    let mut peer = Peer::join(door).await?;
    let stamp = Stamp {
        person: PersonId::from_uuid(Uuid::nil()),
        name: "Semis".to_owned(),
        at: 1_750_000_000_000, // in June 2025
    };
    let categories = <Category as Choice>::ALL;
    let mut updates = Vec::new();
    for number in 0..rows {
        let id = IndicatorId::from_uuid(Uuid::from_u128(rand::random()));
        let category = categories[number * categories.len() / rows.max(1)];
        let mut commands: Vec<Command> = vec![
            NewEntity::new(id)
                .text(Field::Name, format!("Indicateur numéro {number}"))
                .text(Field::Unit, "personnes")
                .value(Field::Category, category)
                .value(Field::Frequency, Frequency::Monthly)
                .value(Field::TargetValue, 1_000.0)
                .into(),
        ];
        for month in 0..MONTHS {
            commands.push(Command::Record {
                id: ReadingId::from_uuid(Uuid::from_u128(rand::random())),
                indicator: id,
                period: Period::new(2025, month, Frequency::Monthly).context("a month")?,
                measure: Measure::Amount {
                    value: f64::from(month + 1) * 10.0,
                },
                comment: String::new(),
            });
        }
        for command in &commands {
            updates.push(peer.document.apply(command, &stamp)?.update);
        }
        if (number + 1) % AT_ONCE == 0 || number + 1 == rows {
            let batch: Vec<&[u8]> = updates.iter().map(Vec::as_slice).collect();
            let merged = merge_updates(&batch)?;
            updates.clear();
            peer.send_update(merged).await;
            ensure!(peer.settle().await?, "the server closed the socket");
        }
    }
    peer.leave().await;
    Ok(())
}
