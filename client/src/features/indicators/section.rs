//! One category of the grid: what it is for, its table, and the way to add an indicator to it.

use super::{
    category::{hue, new_indicator},
    grid::Grid,
    grid_keys::on_key,
    row::Row,
};
use crate::session::use_session;
use crate::ui::{Icon, Shape, focus_soon};
use dioxus::prelude::*;
use jalon_shared::{Choice, IndicatorId, indicator::Category};
use jalon_view::{args, words::use_words};

/// The columns of the table, by the ends of the keys of their heads.
const COLUMNS: [&str; 10] = [
    "name",
    "unit",
    "baseline",
    "target",
    "frequency",
    "source",
    "role",
    "latest",
    "progress",
    "actions",
];

#[component]
pub(super) fn Section(category: Category, ids: Vec<IndicatorId>) -> Element {
    let words = use_words();
    let session = use_session();
    let grid = use_context::<Grid>();
    let word = category.word();
    let name = words.choice(category);
    let may_write = session.may_write();
    let inside = grid.rows.group_class(word);
    rsx! {
        section { class: "grid-section {hue(category)} {inside}", aria_labelledby: "category-{word}",
            "data-sort-group": grid.rows.group(word),
            header { class: "section-head",
                div {
                    h2 { id: "category-{word}", class: "grid-title", span { class: "dot" } "{name}" }
                    p { class: "hint", {words.choice_hint(category)} }
                }
                if !ids.is_empty() {
                    span { class: "hint", {words.t_with("indicators-count", args![count => ids.len()])} }
                }
            }
            if ids.is_empty() {
                p { class: "grid-empty", {words.t(&format!("indicators-empty-{word}"))} }
            } else {
                div { class: "table-wrap grid-wrap", tabindex: 0, role: "region",
                    aria_label: words.t_with("indicators-table", args![category => name.clone()]),
                    // The roles stay when the style lays rows out as cards.
                    table { class: "table grid-table", role: "table", aria_label: words.t_with("indicators-table", args![category => name.clone()]),
                        onkeydown: on_key,
                        thead { role: "rowgroup",
                            tr { role: "row",
                                for column in COLUMNS {
                                    th { key: "{column}", class: "column-{column}", role: "columnheader", scope: "col",
                                        {words.t(&format!("indicators-column-{column}"))}
                                    }
                                }
                            }
                        }
                        tbody { role: "rowgroup",
                            for id in ids.iter().copied() {
                                Row { key: "{id}", id, neighbours: ids.clone() }
                            }
                        }
                    }
                }
            }
            if may_write {
                button {
                    class: "button quiet",
                    r#type: "button",
                    aria_label: words.t_with("indicators-add-to", args![category => name]),
                    onclick: move |_| {
                        let id = new_indicator(&session, category, "");
                        focus_soon(format!("indicator-{id}-name"));
                    },
                    Icon { shape: Shape::Add }
                    {words.t("indicators-add")}
                }
            }
        }
    }
}
