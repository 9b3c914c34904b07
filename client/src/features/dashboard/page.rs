//! The page of the dashboard: its blocks in order, adding one, and the presentation that hides every tool.

use super::{
    block::BlockEditor,
    composing::{Composing, title_id},
};
use crate::{
    session::{Session, Watch, use_session, use_watch},
    ui::{Icon, Menu, MenuItem, Shape, back::BackCloses, use_sorting},
};
use dioxus::prelude::*;
use jalon_shared::{
    BlockId, BlockKind, Choice, Command, EntityKind, Field, NewEntity, WorkspaceId, dashboard,
};
use jalon_view::{dashboard::PanelView, words::use_words};
use uuid::Uuid;

#[component]
pub fn Dashboard(id: WorkspaceId) -> Element {
    let _ = id;
    let words = use_words();
    let session = use_session();
    let watch = Watch::Any(vec![
        Watch::Kind(EntityKind::Block),
        Watch::Kind(EntityKind::Indicator),
        Watch::Kind(EntityKind::Verbatim),
        Watch::Kind(EntityKind::Decision),
        Watch::AllReadings,
    ]);
    let live = use_watch(watch, |workspace| {
        dashboard::Dashboard::of(&workspace.content())
    });
    let mut presents = use_signal(|| false);
    use_effect(move || say_presenting(presents()));
    use_drop(|| say_presenting(false));
    let mut composing = use_context_provider(|| Composing(Signal::new(None))).0;
    let mover = session.clone();
    let sorting = use_sorting("block", move |moved| {
        let entity = BlockId::from(moved.item).into();
        mover.send(Command::Move {
            entity,
            place: moved.place,
        });
    });

    let shown = live.read().clone();
    let may_write = session.may_write() && !presents();
    let ids: Vec<Uuid> = shown
        .panels
        .iter()
        .map(|panel| panel.block.uuid())
        .collect();
    let is_empty = shown.panels.is_empty();
    let adder = session.clone();
    let add = use_callback(move |kind: BlockKind| {
        let id = BlockId::from(Session::fresh_uuid());
        adder.send(
            NewEntity::new(id)
                .text(Field::Title, words.choice(kind))
                .value(Field::BlockKind, kind),
        );
        composing.set(Some(id));
        crate::ui::focus_soon(title_id(id));
    });
    let starter = session.clone();
    rsx! {
        div { class: if presents() { "page dashboard-page is-presenting" } else { "page dashboard-page" },
            onkeydown: move |event| {
                if event.key() == Key::Escape && presents() { presents.set(false); }
            },
            if presents() { BackCloses { on_close: move |()| presents.set(false) } }
            div { class: "section-head",
                h1 { {words.t("dashboard-edit-title")} }
                div { class: "cluster",
                    if !is_empty {
                        button { class: "button", r#type: "button", aria_pressed: presents(),
                            onclick: move |_| { composing.set(None); presents.toggle(); },
                            Icon { shape: if presents() { Shape::Close } else { Shape::Expand } }
                            {words.t(if presents() { "dashboard-edit-leave-presentation" } else { "dashboard-edit-presentation" })}
                        }
                    }
                    if may_write { AddBlock { on_add: add } }
                }
            }
            if !presents() { p { class: "muted dashboard-intro", {words.t("dashboard-edit-intro")} } }
            if is_empty {
                div { class: "empty",
                    p { strong { {words.t("dashboard-edit-empty")} } }
                    p { {words.t("dashboard-edit-empty-hint")} }
                    if may_write {
                        button { class: "button primary", r#type: "button",
                            onclick: move |_| {
                                let block = |kind: BlockKind, title: &str| {
                                    let id = BlockId::from(Session::fresh_uuid());
                                    NewEntity::new(id).text(Field::Title, words.t(title)).value(Field::BlockKind, kind)
                                };
                                // The first three indicators, so that the gauges show something to start from.
                                let first = starter.read(|workspace| workspace.indicators().into_iter().take(3).collect::<Vec<_>>());
                                let gauges = first.into_iter().fold(
                                    block(BlockKind::Gauges, "dashboard-edit-starter-gauges"),
                                    |block, id| block.link(Field::Indicators, id),
                                );
                                starter.send_all(vec![
                                    block(BlockKind::Essential, "dashboard-edit-starter-essential").into(),
                                    gauges.into(),
                                    block(BlockKind::Decisions, "dashboard-edit-starter-decisions").into(),
                                ]);
                            },
                            {words.t("dashboard-edit-starter")}
                        }
                    }
                }
            }
            h2 { class: "visually-hidden", {words.t("dashboard-edit-blocks")} }
            div { class: "dashboard {sorting.group_class(\"all\")}", "data-sort-group": sorting.group("all"),
                for panel in shown.panels.iter().cloned() {
                    if may_write {
                        BlockEditor { key: "{panel.block}", panel: panel.clone(), figures: shown.figures.clone(), sorting, ids: ids.clone() }
                    } else {
                        PanelView { key: "{panel.block}", panel: panel.clone(), figures: shown.figures.clone() }
                    }
                }
            }
        }
    }
}

/// Says on the page itself that it is presented: what hides is not in here.
fn say_presenting(presents: bool) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        let _ = root.toggle_attribute_with_force("data-presenting", presents);
    }
}

#[component]
fn AddBlock(on_add: EventHandler<BlockKind>) -> Element {
    let words = use_words();
    rsx! {
        Menu { label: words.t("dashboard-edit-add"), with_label: true, shape: Shape::Add, class: "dashboard-add",
            for kind in <BlockKind as Choice>::ALL.iter().copied() {
                MenuItem { key: "{kind.word()}", on_pick: move |()| on_add.call(kind),
                    span { class: "dashboard-kind",
                        strong { {words.choice(kind)} }
                        span { class: "hint", {words.t(&format!("dashboard-edit-kind-{}-hint", kind.word()))} }
                    }
                }
            }
        }
    }
}
