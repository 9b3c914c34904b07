//! The dashboard: each panel with a target met, one on its way, one missed, and nothing to show.

use super::specimen::Specimen;
use crate::session::{Watch, use_session, use_watch};
use dioxus::prelude::*;
use jalon_shared::dashboard::Dashboard;
use jalon_view::{
    dashboard::{DashboardView, Decisions, PanelView, Prose, Verbatims},
    words::use_words,
};

#[component]
pub(super) fn Boards() -> Element {
    let words = use_words();
    let _ = use_session();
    let live = use_watch(Watch::AllReadings, |workspace| {
        Dashboard::of(&workspace.content())
    });
    let shown = live.read().clone();
    rsx! {
        div { class: "specimens",
            Specimen { shows: "PanelView", caption: words.t("design-panels"), wide: true,
                div { class: "dashboard",
                    for panel in shown.panels.iter().cloned() {
                        PanelView { key: "{panel.block}", panel, figures: shown.figures.clone() }
                    }
                }
            }
            Specimen { shows: "DashboardView", caption: words.t("design-panels-none"),
                DashboardView { dashboard: Dashboard::default() }
            }
            Specimen { shows: "Verbatims Decisions Prose", caption: words.t("design-panels-parts"),
                Verbatims { verbatims: Vec::new(), names: Vec::new() }
                Decisions { decisions: Vec::new(), names: Vec::new() }
                Prose { text: words.t("design-sample-essential") }
            }
        }
    }
}
