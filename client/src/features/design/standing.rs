//! Where nothing is yet, where something is on its way, and where something is in the way.

use super::specimen::Specimen;
use crate::{
    app::Route,
    features::shell::{OutsideWords, Reason},
    ui::{Icon, Shape},
};
use dioxus::prelude::*;
use jalon_view::{pages::PoleMark, words::use_words};

/// What is said of what was typed: the class, the icon and the end of the key.
const SAVED: [(&str, Option<Shape>, &str); 5] = [
    ("good", Some(Shape::Check), "saved-yes"),
    ("waiting", None, "saved-soon"),
    ("offline", Some(Shape::Offline), "saved-offline"),
    ("unkept", Some(Shape::Warning), "saved-unkept"),
    ("unkept", Some(Shape::Warning), "saved-refused"),
];

#[component]
pub(super) fn StandingStill() -> Element {
    let words = use_words();
    rsx! {
        div { class: "specimens",
            Specimen { shows: "", caption: words.t("design-empty"),
                div { class: "empty",
                    PoleMark {}
                    p { strong { {words.t("readings-empty")} } }
                    p { {words.t("readings-empty-hint")} }
                    button { class: "button primary", r#type: "button", Icon { shape: Shape::Add } {words.t("design-empty-action")} }
                }
            }
            Specimen { shows: "", caption: words.t("design-loading"),
                p { class: "muted", {words.t("workspace-opening")} }
                for (kind, shape, key) in SAVED {
                    p { key: "{key}", class: "saved saved-{kind}",
                        if let Some(shape) = shape { Icon { shape } } else { span { class: "saved-dot", "aria-hidden": "true" } }
                        span { class: "saved-text", {words.t(key)} }
                    }
                }
            }
            for reason in Reason::ALL {
                Specimen { key: "{reason:?}", shows: "OutsideWords", caption: words.t("design-outside"),
                    OutsideWords { reason, is_part: true }
                }
            }
            Specimen { shows: "", caption: words.t("design-elsewhere"),
                ul {
                    li { Link { to: Route::NotFound { segments: vec!["jalon".to_owned()] }, {words.t("error-not-found-title")} } }
                    li { a { href: "/join/ABCDEF", {words.t("error-invite-gone-title")} } }
                    li { a { href: "/join", {words.t("code-title")} } }
                    li { a { href: "/accessibility", {words.t("statement-title")} } }
                }
            }
        }
    }
}
