//! The dashboard as pictures and words: the same live in the browser, frozen on a page, and on paper.

mod state;

pub use state::{ProgressBar, StateMark};

use dioxus::prelude::*;
use jalon_shared::dashboard::{Dashboard, Figure, Panel};

/// A whole dashboard.
#[component]
pub fn DashboardView(dashboard: Dashboard) -> Element {
    rsx! { for panel in dashboard.panels { PanelView { panel, figures: dashboard.figures.clone() } } }
}

/// One panel: `figures` are those of its dashboard (at least of the indicators that it shows).
#[component]
pub fn PanelView(panel: Panel, figures: Vec<Figure>) -> Element {
    let _ = figures;
    rsx! { section { class: "panel", h3 { {panel.title} } } }
}
