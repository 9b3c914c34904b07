//! The grid of indicators, built together: a table for each category, and a sheet beside it for the rest of
//! one indicator. What its readings come to is left to `jalon_shared::rules`.

mod calculation;
mod figure;
mod grid_keys;
mod levels;
mod linked;
mod page;
mod row;
mod section;
mod sheet;
mod standing;
mod tools;

pub(crate) use grid_keys::keep_one_line;
pub use page::Indicators;
pub(crate) use sheet::Sheet;

use crate::session::Session;
use jalon_shared::indicator::Category;
use jalon_shared::{Field, IndicatorId, NewEntity};

/// The class that gives a category its hue.
pub(crate) fn hue(category: Category) -> &'static str {
    match category {
        Category::Activity => "activity",
        Category::PerceivedQuality => "quality",
        Category::Impact => "impact",
    }
}

/// Makes an indicator at the end of its category, read as often as the workspace is.
pub(crate) fn new_indicator(session: &Session, category: Category, name: &str) -> IndicatorId {
    let id = IndicatorId::from_uuid(Session::fresh_uuid());
    let cadence = session.read(|workspace| workspace.settings().cadence);
    let new = NewEntity::new(id)
        .value(Field::Category, category)
        .value(Field::Frequency, cadence);
    session.send(new.text(Field::Name, name));
    id
}
