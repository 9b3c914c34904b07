//! Panels: the blocks that people put on the dashboard, each drawn by its kind.

use super::{distribution::Distribution, gauge::Gauge, line::LineChart, picture::Prose};
use crate::{args, dates, words::use_words};
use dioxus::prelude::*;
use jalon_shared::{
    Decision, IndicatorId, Verbatim,
    dashboard::{BlockKind, Dashboard, Figure, Panel, Show},
};
use std::collections::{BTreeSet, HashMap};

/// A whole dashboard, panel after panel.
#[component]
pub fn DashboardView(dashboard: Dashboard) -> Element {
    let words = use_words();
    if dashboard.panels.is_empty() {
        return rsx! { p { class: "empty", {words.t("dashboard-empty")} } };
    }
    rsx! {
        div { class: "dashboard",
            for PanelViewProps { panel, figures } in panels(&dashboard) {
                PanelView { key: "{panel.block}", panel, figures }
            }
        }
    }
}

/// What the panels of a dashboard are drawn from, in their order.
pub fn panels(dashboard: &Dashboard) -> Vec<PanelViewProps> {
    let needed = Needed::of(&dashboard.figures);
    let panels = dashboard.panels.iter();
    let panels = panels.map(|panel| PanelViewProps {
        figures: needed.by(&panel.show),
        panel: panel.clone(),
    });
    panels.collect()
}

/// The figures of a dashboard by their indicators: a large one has too many to hand all of them to each panel.
struct Needed<'f>(HashMap<IndicatorId, &'f Figure>);

impl<'f> Needed<'f> {
    fn of(figures: &'f [Figure]) -> Self {
        let figures = figures.iter();
        Self(figures.map(|figure| (figure.indicator, figure)).collect())
    }

    /// Those of the indicators that a panel names.
    fn by(&self, show: &Show) -> Vec<Figure> {
        let named: BTreeSet<IndicatorId> = match show {
            Show::Essential | Show::Text => return Vec::new(),
            Show::Gauges { indicators }
            | Show::Line { indicators }
            | Show::Distribution { indicators } => {
                let figures = indicators.iter().filter_map(|id| self.0.get(id));
                return figures.map(|figure| Figure::clone(figure)).collect();
            }
            Show::Verbatims { verbatims } => {
                let about = verbatims.iter().filter_map(|verbatim| verbatim.indicator);
                about.collect()
            }
            Show::Decisions { decisions } => {
                let about = decisions.iter().filter_map(|decision| decision.indicator);
                about.collect()
            }
        };
        let figures = named.iter().filter_map(|id| self.0.get(id));
        figures.map(|figure| Figure::clone(figure)).collect()
    }
}

/// One panel: a section with a heading of level 3. `figures` are those of its dashboard, or at least of the
/// indicators that it names. The live client puts `.dashboard` around its panels, and its tools beside each.
#[component]
pub fn PanelView(panel: Panel, figures: Vec<Figure>) -> Element {
    let words = use_words();
    let kind = kind(&panel.show);
    let title = match panel.title.trim() {
        "" => words.choice(kind),
        title => title.to_owned(),
    };
    let id = panel.block.to_string();
    let text = panel.text.trim().to_owned();
    let is_written = matches!(panel.show, Show::Essential | Show::Text);
    let names = names(&figures);
    let shown = |indicators: &[IndicatorId]| -> Vec<Figure> {
        let find = |id: &IndicatorId| figures.iter().find(|figure| figure.indicator == *id);
        indicators.iter().filter_map(find).cloned().collect()
    };
    rsx! {
        section { class: "panel {class(kind)}", "aria-labelledby": "panel-{id}",
            header { class: "panel-head", h3 { id: "panel-{id}", {title} } }
            div { class: "panel-body",
                match &panel.show {
                    Show::Essential | Show::Text => rsx! {
                        if text.is_empty() {
                            p { class: "hint", {words.t("dashboard-no-text")} }
                        } else {
                            Prose { text: text.clone() }
                        }
                    },
                    Show::Gauges { indicators } => rsx! {
                        div { class: "gauges",
                            for figure in shown(indicators) {
                                Gauge { key: "{figure.indicator}", id: "gauge-{id}-{figure.indicator}", figure }
                            }
                        }
                        Nothing { is_empty: shown(indicators).is_empty() }
                    },
                    Show::Line { indicators } => rsx! {
                        for figure in shown(indicators) {
                            LineChart { key: "{figure.indicator}", id: "line-{id}-{figure.indicator}", figure }
                        }
                        Nothing { is_empty: shown(indicators).is_empty() }
                    },
                    Show::Distribution { indicators } => rsx! {
                        for figure in shown(indicators) {
                            Distribution { key: "{figure.indicator}", id: "spread-{id}-{figure.indicator}", figure }
                        }
                        Nothing { is_empty: shown(indicators).is_empty() }
                    },
                    Show::Verbatims { verbatims } => rsx! {
                        Verbatims { verbatims: verbatims.clone(), names }
                    },
                    Show::Decisions { decisions } => rsx! {
                        Decisions { decisions: decisions.clone(), names }
                    },
                }
                if !is_written && !text.is_empty() {
                    Prose { text, class: "comment" }
                }
            }
        }
    }
}

/// Said when a panel of pictures has no indicator to show.
#[component]
fn Nothing(is_empty: bool) -> Element {
    let words = use_words();
    rsx! {
        if is_empty {
            p { class: "hint", {words.t("dashboard-no-indicator")} }
        }
    }
}

/// What people said, in their words.
#[component]
pub fn Verbatims(verbatims: Vec<Verbatim>, names: Vec<(IndicatorId, String)>) -> Element {
    let words = use_words();
    // One that somebody has only begun says nothing yet.
    let said: Vec<Verbatim> = verbatims
        .into_iter()
        .filter(|verbatim| !verbatim.text.trim().is_empty())
        .collect();
    rsx! {
        if said.is_empty() {
            p { class: "hint", {words.t("dashboard-no-verbatim")} }
        }
        div { class: "verbatims",
            for verbatim in said {
                figure { key: "{verbatim.id}", class: "verbatim",
                    if !verbatim.theme.trim().is_empty() {
                        p { class: "eyebrow", {verbatim.theme.clone()} }
                    }
                    blockquote { p { class: "quote", {words.t_with("dashboard-quote", args![text => verbatim.text.trim()])} } }
                    figcaption { class: "hint",
                        {origin([
                            some(&verbatim.speaker),
                            verbatim.period.map(|period| dates::period(words, period)),
                            name(&names, verbatim.indicator),
                        ])}
                    }
                }
            }
        }
    }
}

/// What was decided, by whom it is taken on, and because of which indicator.
#[component]
pub fn Decisions(decisions: Vec<Decision>, names: Vec<(IndicatorId, String)>) -> Element {
    let words = use_words();
    let decisions: Vec<Decision> = decisions
        .into_iter()
        .filter(|decision| !decision.text.trim().is_empty())
        .collect();
    if decisions.is_empty() {
        return rsx! { p { class: "hint", {words.t("dashboard-no-decision")} } };
    }
    rsx! {
        ul { class: "decisions",
            for decision in decisions {
                li { key: "{decision.id}", class: "decision",
                    if let Some(date) = decision.date {
                        time { class: "eyebrow", datetime: date.to_string(), {dates::date(words, date)} }
                    }
                    p { class: "decision-text", {decision.text.clone()} }
                    p { class: "hint", {origin([some(&decision.owner_role), name(&names, decision.indicator), None])} }
                }
            }
        }
    }
}

/// The kind of block that a panel was made from.
fn kind(show: &Show) -> BlockKind {
    match show {
        Show::Essential => BlockKind::Essential,
        Show::Gauges { .. } => BlockKind::Gauges,
        Show::Line { .. } => BlockKind::Line,
        Show::Distribution { .. } => BlockKind::Distribution,
        Show::Verbatims { .. } => BlockKind::Verbatims,
        Show::Decisions { .. } => BlockKind::Decisions,
        Show::Text => BlockKind::Text,
    }
}

fn class(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Essential => "essential wide",
        BlockKind::Gauges => "wide",
        BlockKind::Line | BlockKind::Distribution => "",
        BlockKind::Verbatims | BlockKind::Decisions | BlockKind::Text => "",
    }
}

fn names(figures: &[Figure]) -> Vec<(IndicatorId, String)> {
    figures
        .iter()
        .map(|figure| (figure.indicator, figure.name.clone()))
        .collect()
}

fn name(names: &[(IndicatorId, String)], id: Option<IndicatorId>) -> Option<String> {
    let (_, name) = names.iter().find(|(known, _)| Some(*known) == id)?;
    some(name)
}

fn some(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Where something comes from, part after part.
fn origin(parts: [Option<String>; 3]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
