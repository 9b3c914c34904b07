//! A workspace with many indicators, written over the wire as a client writes it: for tests and measures of pages
//! that are long.

use crate::{link::Door, peer::Peer, server::Server};
use anyhow::Result;
use jalon_shared::{
    Choice, Field, Frequency, IndicatorId, Measure, NewEntity, Period, PersonId, Stamp,
    indicator::Category, workspace::NewReading,
};
use uuid::Uuid;

/// How many indicators go in one round: each of them is one small frame.
const ROUND: usize = 100;

/// The name of an indicator by its number, from 1: of four digits, so that they sort as they were made.
pub fn name(number: usize) -> String {
    format!("Indicateur {number:04}")
}

/// Makes `count` monthly indicators, equally many of each category and one after the other, and for each the first
/// `months` readings of `year`: the reading of month `m` of indicator `n` is `n + m / 10`. Returns their ids.
pub async fn fill(
    server: &Server,
    workspace: &str,
    count: usize,
    year: i16,
    months: u8,
) -> Result<Vec<IndicatorId>> {
    let door = Door {
        address: server.address().to_owned(),
        workspace: workspace.to_owned(),
        token: server.token(workspace, "contributor").await?,
    };
    let mut peer = Peer::join(&door).await?;
    let by = Stamp {
        person: PersonId::from_uuid(Uuid::from_u128(1)),
        name: "Semeuse".to_owned(),
        at: 1_750_000_000_000, // June 2025
    };
    let ids: Vec<IndicatorId> = (0..count)
        .map(|_| IndicatorId::from_uuid(fresh()))
        .collect();
    let third = count.div_ceil(3).max(1);
    for (round, chunk) in ids.chunks(ROUND).enumerate() {
        let mut readings = Vec::new();
        for (index, id) in chunk.iter().enumerate() {
            let number = round * ROUND + index;
            let category = Category::ALL[(number / third).min(2)];
            let new = NewEntity::new(*id)
                .text(Field::Name, name(number + 1))
                .text(Field::Unit, "personnes")
                .text(Field::OwnerRole, format!("Équipe {}", number % 7 + 1))
                .value(Field::Category, category.word())
                .value(Field::Frequency, Frequency::Monthly);
            peer.does(new, &by).await?;
            for month in 0..months {
                let period = Period::new(year, month, Frequency::Monthly);
                readings.extend(period.map(|period| NewReading {
                    id: fresh().into(),
                    indicator: *id,
                    period,
                    measure: Measure::Amount {
                        value: (number + 1) as f64 + f64::from(month + 1) / 10.0,
                    },
                    comment: String::new(),
                }));
            }
        }
        for effect in peer.document.record_all(readings, &by)? {
            peer.send_update(effect.update).await;
        }
        peer.settle().await?;
    }
    peer.leave().await;
    Ok(ids)
}

fn fresh() -> Uuid {
    Uuid::from_u128(rand::random())
}
