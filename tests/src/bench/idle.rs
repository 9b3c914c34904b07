//! What it costs to be there and do nothing.

use super::{
    hall::Hall,
    house::House,
    measure::{Key, Taken},
    script::Script,
};
use anyhow::Result;
use std::{
    rc::Rc,
    time::{Duration, Instant},
};
use tokio::time::sleep;

/// How long a server has to finish what it does for those who came: a part of what comes with a connection goes soon.
const SETTLES: Duration = Duration::from_secs(1);

/// Lets everybody come, and looks how soon they were in and what that took.
pub async fn measure(
    house: &mut House,
    script: &Rc<Script>,
    documents: usize,
    people: usize,
) -> Result<Taken> {
    let hall = Hall::prepare(house, script, documents, people).await?;
    sleep(SETTLES).await;
    let before = house.process()?.memory()?;
    let began = Instant::now();
    let there = hall.come(house, false).await?;
    let took = began.elapsed();
    let get_in_step = there.iter().map(|person| person.get_in_step());
    if house.kind().stores() {
        futures::future::try_join_all(get_in_step).await?;
    }
    sleep(SETTLES).await;
    let more = house.process()?.memory()?.saturating_sub(before);
    let count = there.len() as f64;
    Ok(Taken::of([
        (Key::Connections, count / took.as_secs_f64()),
        (Key::MemoryOfOne, more as f64 / count / 1e3),
    ]))
}
