//! What is known of every indicator for sorting and counting, kept up to date by what each change touches.

use crate::{
    features::readings::{
        layout::Line,
        timeline::{Month, waiting},
    },
    session::{Session, use_changes, use_session},
};
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use jalon_shared::{Change, EntityKind, IndicatorId, Measure, Workspace, rules::aggregate};
use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
    rc::Rc,
};

/// Changes are taken in at most once in this time (in milliseconds): somebody is always typing.
const REST: u32 = 80;

/// What changed and is not taken in yet.
#[derive(Default)]
struct Waiting {
    lines: HashSet<IndicatorId>,
    list: bool,
}

fn line(workspace: &Workspace, id: IndicatorId, year: i16, today: Month) -> Option<Line> {
    let indicator = workspace.indicator(id)?;
    let readings = workspace.readings(id);
    let last = readings.last_key_value().and_then(|(_, reading)| {
        let measure: &Measure = &reading.current.measure;
        aggregate::value(indicator.aggregation, [measure])
    });
    Some(Line {
        id,
        category: indicator.category,
        frequency: indicator.frequency,
        aggregation: indicator.aggregation,
        waiting: waiting(indicator.frequency, year, &readings, today),
        name: indicator.name,
        unit: indicator.unit,
        owner: indicator.owner_role,
        last,
    })
}

/// The list anew, with the lines that are known and did not change.
fn refreshed(
    session: &Session,
    known: &[Line],
    changed: &Waiting,
    year: i16,
    today: Month,
) -> Vec<Line> {
    session.read(|workspace| {
        if !changed.list {
            let mut lines = known.to_vec();
            for slot in lines
                .iter_mut()
                .filter(|line| changed.lines.contains(&line.id))
            {
                if let Some(line) = line(workspace, slot.id, year, today) {
                    *slot = line;
                }
            }
            return lines;
        }
        let known: HashMap<IndicatorId, &Line> = known
            .iter()
            .filter(|line| !changed.lines.contains(&line.id))
            .map(|line| (line.id, line))
            .collect();
        let ids = workspace.indicators().into_iter();
        ids.filter_map(|id| match known.get(&id) {
            Some(line) => Some((*line).clone()),
            None => line(workspace, id, year, today),
        })
        .collect()
    })
}

/// Every indicator with what its row is sorted, searched and counted by, in the order that everybody shares; and
/// the year in which they were counted.
pub(in super::super) fn use_lines(
    year: Signal<i16>,
    today: Month,
) -> (Signal<Rc<Vec<Line>>>, Signal<i16>) {
    let session = use_session();
    let all = Waiting {
        list: true,
        ..Waiting::default()
    };
    let mut lines = use_signal({
        let session = session.clone();
        move || Rc::new(refreshed(&session, &[], &all, *year.peek(), today))
    });
    let mut shown = use_signal(|| *year.peek());
    {
        let session = session.clone();
        use_effect(move || {
            let year = year();
            if *shown.peek() != year {
                let all = Waiting {
                    list: true,
                    ..Waiting::default()
                };
                lines.set(Rc::new(refreshed(&session, &[], &all, year, today)));
                shown.set(year);
            }
        });
    }
    let waiting = use_hook(|| Rc::new(RefCell::new(Waiting::default())));
    use_changes(move |changes| {
        let rests = {
            let mut waiting = waiting.borrow_mut();
            let rests = waiting.lines.is_empty() && !waiting.list;
            for change in changes {
                match change {
                    Change::List(EntityKind::Indicator) => waiting.list = true,
                    Change::Reading { indicator, .. } => drop(waiting.lines.insert(*indicator)),
                    Change::Value(field) | Change::Text { field, .. }
                        if field.entity.kind == EntityKind::Indicator =>
                    {
                        waiting.lines.insert(field.entity.id.into());
                        // Another category is another place in the order.
                        waiting.list |= matches!(change, Change::Value(_));
                    }
                    _ => {}
                }
            }
            rests && (waiting.list || !waiting.lines.is_empty())
        };
        if rests {
            let (session, waiting) = (session.clone(), waiting.clone());
            wasm_bindgen_futures::spawn_local(async move {
                TimeoutFuture::new(REST).await;
                let changed = std::mem::take(&mut *waiting.borrow_mut());
                // The page may have gone meanwhile.
                let Ok(known) = lines.try_peek().map(|lines| lines.clone()) else {
                    return;
                };
                let Ok(year) = year.try_peek().map(|year| *year) else {
                    return;
                };
                let now = refreshed(&session, &known, &changed, year, today);
                session.set(lines, Rc::new(now));
            });
        }
    });
    (lines, shown)
}
