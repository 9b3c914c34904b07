//! A state as a shape, a colour and a word; a progress as a bar; a category in its hue. Each is told apart in grey.

use crate::{numbers, words::use_words};
use dioxus::prelude::*;
use jalon_shared::{dashboard::State, indicator::Category};

/// The class of a state, for `.chip`, `.state` and the pictures.
pub fn state_class(state: State) -> &'static str {
    match state {
        State::Unknown => "unknown",
        State::Gap => "gap",
        State::OnTheWay => "on-the-way",
        State::Good => "good",
    }
}

/// A state: its shape, then its word.
#[component]
pub fn StateMark(state: State) -> Element {
    let words = use_words();
    rsx! {
        span { class: "state {state_class(state)}",
            StateShape { state }
            span { {words.state(state)} }
        }
    }
}

/// The shape alone, beside words that say the same: full circle, half circle, open triangle, dashes.
#[component]
pub fn StateShape(state: State) -> Element {
    rsx! {
        svg { class: "state-shape", view_box: "0 0 16 16", width: "16", height: "16", "aria-hidden": "true", "focusable": "false",
            match state {
                State::Good => rsx! { circle { cx: "8", cy: "8", r: "7", fill: "currentColor" } },
                State::OnTheWay => rsx! {
                    circle { cx: "8", cy: "8", r: "6", fill: "none", stroke: "currentColor", stroke_width: "2" }
                    path { d: "M8 2a6 6 0 0 0 0 12z", fill: "currentColor" }
                },
                State::Gap => rsx! {
                    path { d: "M8 2.2 14.4 13.5H1.6z", fill: "none", stroke: "currentColor", stroke_width: "2", stroke_linejoin: "round" }
                },
                State::Unknown => rsx! {
                    circle { cx: "8", cy: "8", r: "6", fill: "none", stroke: "currentColor", stroke_width: "2", stroke_dasharray: "2.5 2.2" }
                },
            }
        }
    }
}

/// A progress (1.0 is all of the target) as a small bar with its percentage, for a row of the grid.
#[component]
pub fn ProgressBar(progress: Option<f64>, state: State) -> Element {
    let words = use_words();
    let Some(progress) = progress.filter(|progress| progress.is_finite()) else {
        return rsx! { StateMark { state } };
    };
    let width = format!("{:.1}", progress.clamp(0.0, 1.0) * 100.0);
    rsx! {
        span { class: "progress-bar {state_class(state)}",
            svg { class: "bar", view_box: "0 0 100 8", preserve_aspect_ratio: "none", "aria-hidden": "true", "focusable": "false",
                rect { class: "bar-track", width: "100", height: "8", rx: "4" }
                rect { class: "bar-fill", width, height: "8", rx: "4" }
            }
            span { class: "state {state_class(state)}",
                StateShape { state }
                span { {numbers::percent(words, progress, 0)} }
                span { class: "visually-hidden", {words.state(state)} }
            }
        }
    }
}

/// The class of a category, which sets its hue.
pub fn category_class(category: Category) -> &'static str {
    match category {
        Category::Activity => "activity",
        Category::PerceivedQuality => "quality",
        Category::Impact => "impact",
    }
}

/// A category as a chip in its hue.
#[component]
pub fn CategoryChip(category: Category) -> Element {
    let words = use_words();
    rsx! {
        span { class: "chip {category_class(category)}", {words.choice(category)} }
    }
}
