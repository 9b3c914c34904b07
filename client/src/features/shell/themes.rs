//! The choice of a theme, alone or among the items of a menu.

use crate::app::theme::{self, use_theme};
use dioxus::prelude::*;
use jalon_view::{theme::Theme, words::use_words};

#[component]
pub fn ThemeSwitch(#[props(default)] in_menu: bool) -> Element {
    let words = use_words();
    let shown = use_theme();
    rsx! {
        div { class: "language-switch", role: "group", aria_label: words.t("theme-label"),
            span { class: "muted", "aria-hidden": "true", {words.t("theme-label")} }
            for choice in Theme::choices() {
                button {
                    key: "{choice:?}",
                    class: "link-button",
                    r#type: "button",
                    role: in_menu.then_some("menuitemradio"),
                    aria_checked: in_menu.then(|| shown() == choice),
                    aria_pressed: (!in_menu).then(|| shown() == choice),
                    onclick: move |_| theme::choose(shown, choice),
                    {Theme::name(choice, words)}
                }
            }
        }
    }
}
