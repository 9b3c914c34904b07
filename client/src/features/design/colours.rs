//! The colours, and the pairs that the styles make of them, with the contrast that this browser shows.

use super::specimen::Specimen;
use crate::app::theme::use_theme;
use dioxus::prelude::*;
use jalon_view::{
    args, numbers,
    theme::pairs::{self, Kind, PAIRS, Rgb},
    words::use_words,
};

/// What can be looked at in a group: the tokens of one meaning.
const GROUPS: [(&str, &[&str]); 6] = [
    (
        "design-colours-ground",
        &[
            "paper",
            "surface",
            "sunken",
            "line",
            "line-strong",
            "ink-soft",
            "ink",
        ],
    ),
    (
        "design-colours-accent",
        &[
            "accent",
            "accent-strong",
            "accent-soft",
            "on-accent",
            "pole",
            "pole-soft",
            "on-pole",
            "pole-band",
            "danger",
            "danger-soft",
            "on-danger",
            "focus",
            "highlight",
        ],
    ),
    (
        "design-colours-states",
        &[
            "good",
            "good-soft",
            "on-the-way",
            "on-the-way-soft",
            "gap",
            "gap-soft",
            "unknown",
            "unknown-soft",
        ],
    ),
    (
        "design-colours-categories",
        &[
            "activity",
            "activity-soft",
            "quality",
            "quality-soft",
            "impact",
            "impact-soft",
        ],
    ),
    (
        "design-colours-axes",
        &["axis-0", "axis-1", "axis-2", "axis-3", "axis-4", "axis-5"],
    ),
    (
        "design-colours-people",
        &[
            "presence-0",
            "presence-1",
            "presence-2",
            "presence-3",
            "presence-4",
            "presence-5",
            "presence-6",
            "presence-7",
            "on-presence",
        ],
    ),
];

#[component]
pub(super) fn Colours() -> Element {
    let words = use_words();
    rsx! {
        div { class: "specimens",
            for (key, tokens) in GROUPS {
                Specimen { key: "{key}", shows: "", caption: words.t(key),
                    ul { class: "swatch-list",
                        for token in tokens.iter().copied() {
                            li { key: "{token}",
                                span { class: "token-swatch", "aria-hidden": "true", background_color: "var(--{token})" }
                                code { "--{token}" }
                            }
                        }
                    }
                }
            }
        }
        Pairs {}
    }
}

/// A pair as it is now.
#[derive(Clone, PartialEq)]
struct Measured {
    front: &'static str,
    back: &'static str,
    kind: Kind,
    ratio: f64,
}

#[component]
fn Pairs() -> Element {
    let words = use_words();
    let theme = use_theme();
    let mut measured = use_signal(Vec::new);
    use_effect(move || {
        // The page has the theme as soon as the choice is known.
        let _ = theme();
        spawn(async move {
            gloo_timers::future::TimeoutFuture::new(0).await;
            measured.set(measure());
        });
    });
    let least = |kind: Kind| kind.least(theme());
    rsx! {
        Specimen { shows: "", caption: words.t("design-pairs"), wide: true,
            ul { class: "pair-list", "data-pairs": "{measured.read().len()}",
                for pair in measured.read().iter().cloned() {
                    li { key: "{pair.front}/{pair.back}", class: "pair",
                        span {
                            class: "pair-sample", "aria-hidden": "true",
                            color: "var(--{pair.front})", background_color: "var(--{pair.back})",
                            if pair.kind == Kind::Words { "Aa" } else { "■" }
                        }
                        span { class: "pair-names", code { "{pair.front}" } " / " code { "{pair.back}" } }
                        span { class: if pair.ratio >= least(pair.kind) { "pair-ratio" } else { "pair-ratio error-text" },
                            {words.t_with("design-ratio", args![
                                ratio => numbers::number(words, pair.ratio, 1),
                                least => numbers::short(words, least(pair.kind), 1)
                            ])}
                        }
                    }
                }
            }
        }
    }
}

/// What this browser shows now, theme and wishes for contrast included.
fn measure() -> Vec<Measured> {
    let style = || {
        let window = web_sys::window()?;
        let root = window.document()?.document_element()?;
        window.get_computed_style(&root).ok()?
    };
    let Some(style) = style() else {
        return Vec::new();
    };
    let colour = |token: &str| -> Option<Rgb> {
        pairs::parse(&style.get_property_value(&format!("--{token}")).ok()?)
    };
    let mut measured = Vec::new();
    for (fronts, backs, kind) in PAIRS {
        for front in fronts.iter().copied() {
            for back in backs.iter().copied() {
                if let Some((a, b)) = colour(front).zip(colour(back)) {
                    let ratio = pairs::contrast(a, b);
                    measured.push(Measured {
                        front,
                        back,
                        kind: *kind,
                        ratio,
                    });
                }
            }
        }
    }
    measured
}
