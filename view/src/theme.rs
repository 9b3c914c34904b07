//! How a page looks: as the machine prefers it, in the light, in the dark, or for a room with a projector.

pub mod pairs;

use crate::words::{Words, use_words};
use dioxus::prelude::*;

/// The cookie that holds what somebody chose, for the client and for the server's pages alike. `theme.js`
/// reads it too, before anything is drawn.
pub const THEME_COOKIE: &str = "jalon_theme";

/// What somebody chose to see; who chose nothing gets what their machine prefers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Theme {
    Light,
    Dark,
    /// Letters of 24 px and more, a contrast of 7 to 1, nothing that only a pointer finds.
    Projector,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Projector];

    /// As the cookie and `data-theme` on the root element say it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Projector => "projector",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.word() == word)
    }

    /// The name of a choice; `None` is what the machine prefers.
    pub fn name(chosen: Option<Self>, words: Words) -> String {
        words.t(match chosen {
            None => "theme-auto",
            Some(Self::Light) => "theme-light",
            Some(Self::Dark) => "theme-dark",
            Some(Self::Projector) => "theme-projector",
        })
    }

    /// Everything that can be chosen.
    pub fn choices() -> impl Iterator<Item = Option<Self>> {
        std::iter::once(None).chain(Self::ALL.into_iter().map(Some))
    }
}

/// The theme of a page that the server draws, for the parts of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown(pub Option<Theme>);

/// Links to this same page in another theme, for pages without a script. The server remembers the choice.
#[component]
pub fn ThemeLinks() -> Element {
    let words = use_words();
    let shown = try_consume_context::<Shown>().and_then(|shown| shown.0);
    rsx! {
        nav { class: "theme-links", aria_label: words.t("theme-label"),
            for choice in Theme::choices() {
                a {
                    href: "?theme={choice.map_or(\"auto\", Theme::word)}",
                    aria_current: (choice == shown).then_some("true"),
                    rel: "nofollow",
                    {Theme::name(choice, words)}
                }
            }
        }
    }
}

/// The same links behind a button, above a page.
#[component]
pub fn ThemeMenu() -> Element {
    let words = use_words();
    rsx! {
        details { class: "theme-menu",
            summary { class: "button quiet small", {words.t("theme-label")} }
            ThemeLinks {}
        }
    }
}
