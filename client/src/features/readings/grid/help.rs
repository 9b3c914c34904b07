//! The keys of the grid, in a list.

use super::Grid;
use crate::ui::Dialog;
use dioxus::prelude::*;
use jalon_view::words::use_words;

/// Each line: the ends of the keys of its messages.
const LINES: [&str; 16] = [
    "move",
    "home",
    "ctrl-home",
    "page",
    "type",
    "edit",
    "enter",
    "tab",
    "escape",
    "select",
    "all",
    "delete",
    "copy",
    "fill",
    "details",
    "head",
];

#[component]
pub(super) fn Help() -> Element {
    let words = use_words();
    let mut grid = use_context::<Grid>();
    rsx! {
        Dialog { title: words.t("grid-help-title"), on_close: move |()| grid.help.set(false),
            dl { class: "grid-keys",
                for line in LINES {
                    div { key: "{line}",
                        dt { kbd { {words.t(&format!("grid-key-{line}"))} } }
                        dd { {words.t(&format!("grid-key-{line}-does"))} }
                    }
                }
            }
            p { class: "hint", {words.t("grid-help-paste")} }
        }
    }
}
