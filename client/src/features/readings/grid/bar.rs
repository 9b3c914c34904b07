//! The bar under the grid: what is selected, and what can be done with it without a keyboard.

use super::Grid;
use crate::{
    session::use_session,
    ui::{Icon, Shape, copy},
};
use dioxus::prelude::*;
use jalon_view::{args, words::use_words};

#[component]
pub(in super::super) fn Bar() -> Element {
    let words = use_words();
    let session = use_session();
    let mut grid = use_context::<Grid>();
    let cells = use_memo(move || {
        let (order, columns) = (grid.order.read(), *grid.columns.read());
        let rect = grid.selection.read().rect(&order, columns);
        rect.map_or(0, |rect| {
            crate::features::readings::block::places(rect, &order, columns).len()
        })
    });
    let nothing = cells() == 0;
    let may_write = session.may_write();
    let (copied, filled, withdrawn) = (session.clone(), session.clone(), session.clone());
    rsx! {
        div { class: "grid-bar cluster", role: "group", aria_label: words.t("grid-bar"),
            span { class: "hint grid-selected", role: "status", {words.t_with("grid-selected", args![count => cells()])} }
            button { class: "button quiet small", r#type: "button", disabled: nothing,
                onclick: move |_| {
                    let (session, text) = (copied.clone(), grid.copied_text(&copied, words));
                    spawn(async move {
                        if let Some(text) = text {
                            session.toasts().say(if copy(&text).await { "grid-copied" } else { "grid-not-copied" });
                        }
                    });
                },
                Icon { shape: Shape::Copy }
                {words.t("grid-copy")}
            }
            if may_write {
                button { class: "button quiet small", r#type: "button", disabled: nothing,
                    onclick: move |_| grid.fill_down(&filled),
                    Icon { shape: Shape::Down }
                    {words.t("grid-fill-down")}
                }
                button { class: "button quiet small", r#type: "button", disabled: nothing,
                    onclick: move |_| grid.withdraw(&withdrawn),
                    Icon { shape: Shape::Trash }
                    {words.t("grid-withdraw")}
                }
            }
            button { class: "button quiet small", r#type: "button", disabled: nothing,
                onclick: move |_| {
                    let place = grid.place();
                    grid.open.set(place);
                },
                Icon { shape: Shape::Speech }
                {words.t("grid-details")}
            }
            button { class: "button quiet small", r#type: "button", aria_haspopup: "dialog",
                onclick: move |_| grid.help.set(true),
                Icon { shape: Shape::Question }
                {words.t("grid-help")}
            }
        }
    }
}
