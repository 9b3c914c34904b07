//! What can be done with an indicator of the grid besides writing in it.

use super::grid::Grid;
use crate::features::{binning::BinItem, steps::Steps, talk::TalkButton};
use crate::session::{Watch, use_session, use_watch};
use crate::ui::{Menu, MenuItem};
use dioxus::prelude::*;
use jalon_shared::{Choice, Command, EntityRef, Field, IndicatorId, Subject, indicator::Category};
use jalon_view::{args, words::use_words};

#[component]
pub(super) fn RowMenu(id: IndicatorId, neighbours: Vec<IndicatorId>) -> Element {
    let words = use_words();
    let session = use_session();
    let mut sheet = use_context::<Grid>().sheet;
    let is_open = use_memo(move || *sheet.read() == Some(id));
    rsx! {
        div { class: "row-tools",
            button {
                class: "button small open-sheet",
                r#type: "button",
                aria_label: words.t("indicator-open"),
                title: words.t("indicator-open"),
                aria_haspopup: "dialog",
                aria_expanded: is_open(),
                onclick: move |_| sheet.set(Some(id)),
                {words.t("indicator-open-short")}
            }
            TalkButton { about: Subject::from(id) }
            if session.may_write() {
                Menu { label: words.t("indicator-menu"),
                    Steps {
                        entity: EntityRef::from(id),
                        ids: neighbours.iter().map(|id| id.uuid()).collect::<Vec<_>>(),
                        up: words.t("indicator-up"),
                        down: words.t("indicator-down"),
                    }
                    OtherCategories { id }
                    BinItem { name: id.field(Field::Name), prefix: "indicator" }
                }
            }
        }
    }
}

#[component]
fn OtherCategories(id: IndicatorId) -> Element {
    let words = use_words();
    let session = use_session();
    let now = use_watch(Watch::Field(id.field(Field::Category)), move |workspace| {
        workspace.indicator(id).map(|indicator| indicator.category)
    });
    let others: Vec<Category> = Category::ALL
        .iter()
        .copied()
        .filter(|other| now() != Some(*other))
        .collect();
    rsx! {
        div { class: "menu-part", role: "group", aria_label: words.t("indicator-category"),
            for category in others {
                MenuItem {
                    key: "{category.word()}",
                    on_pick: {
                        let session = session.clone();
                        move |()| session.send(Command::Set { field: id.field(Field::Category), value: category.into() })
                    },
                    {words.t_with("indicator-to-category", args![category => words.choice(category)])}
                }
            }
        }
    }
}
