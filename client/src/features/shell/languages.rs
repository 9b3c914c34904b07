//! The language of the page.

use crate::app::language;
use dioxus::prelude::*;
use jalon_view::words::{Language, use_words};

/// The languages of the page as small buttons, alone or among the items of a menu.
#[component]
pub fn LanguageSwitch(#[props(default)] in_menu: bool) -> Element {
    let words = use_words();
    let is_now = move |one: Language| words.language() == one;
    rsx! {
        div { class: "language-switch", role: "group", aria_label: words.t("language-switch"),
            for one in Language::ALL {
                button {
                    key: "{one.tag()}",
                    class: "link-button",
                    r#type: "button",
                    lang: one.tag(),
                    role: in_menu.then_some("menuitemradio"),
                    aria_checked: in_menu.then(|| is_now(one)),
                    aria_pressed: (!in_menu).then(|| is_now(one)),
                    onclick: move |_| language::choose(one),
                    {one.own_name()}
                }
            }
        }
    }
}
