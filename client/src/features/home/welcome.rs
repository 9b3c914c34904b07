//! The first page for whoever is not signed in: what this is, and the ways in.

use super::copies::Copies;
use crate::features::shell::JoinForm;
use dioxus::prelude::*;
use jalon_view::words::use_words;

#[component]
pub fn Welcome() -> Element {
    let words = use_words();
    rsx! {
        div { class: "welcome",
            div { class: "stack welcome-head",
                h1 { {words.t("welcome-title")} }
                p { class: "welcome-lead", {words.t("app-tagline")} }
            }
            // Most people come with a code: on a phone it stands before the rest.
            div { class: "stack welcome-ways",
                h2 { {words.t("welcome-code-title")} }
                JoinForm {}
                Copies { person: None }
                div { class: "note",
                    h3 { {words.t("welcome-owner-title")} }
                    p { {words.t("welcome-owner-text")} }
                }
            }
            ul { class: "welcome-points",
                for point in ["welcome-point-1", "welcome-point-2", "welcome-point-3"] {
                    li { key: "{point}", {words.t(point)} }
                }
            }
        }
    }
}
