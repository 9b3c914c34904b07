//! What stands on the first page before there is a workspace, for whoever can make one.

use crate::ui::{Icon, Shape};
use dioxus::prelude::*;
use jalon_view::{pages::PoleMark, words::use_words};

/// A card that leads on.
#[component]
pub(super) fn Teach(on_create: EventHandler<()>) -> Element {
    let words = use_words();
    rsx! {
        div { class: "empty home-empty",
            PoleMark {}
            h2 { {words.t("home-empty-title")} }
            p { {words.t("home-empty-text")} }
            ol { class: "home-steps",
                for step in ["home-step-1", "home-step-2", "home-step-3"] {
                    li { key: "{step}", {words.t(step)} }
                }
            }
            button { class: "button primary", r#type: "button", onclick: move |_| on_create.call(()),
                Icon { shape: Shape::Add }
                {words.t("home-create")}
            }
        }
    }
}
