//! What a category gives its indicators: its hue, and where a new one is made.

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
