//! The page of the bin.

use crate::{
    features::when,
    session::{Watch, use_session, use_watch},
    ui::{Icon, Shape},
};
use dioxus::prelude::*;
use jalon_shared::{Command, EntityKind, WorkspaceId, workspace::Binned};
use jalon_view::{args, words::use_words};

#[component]
pub fn Bin(id: WorkspaceId) -> Element {
    let _ = id;
    let words = use_words();
    // Deleting and restoring change the list of their kind; a title may still change in the bin.
    let watch = Watch::Any(EntityKind::ALL.into_iter().map(Watch::Kind).collect());
    let binned = use_watch(watch, |workspace| workspace.bin());
    let binned = binned.read();
    rsx! {
        div { class: "page reading bin-page",
            h1 { {words.t("bin-title")} }
            if binned.is_empty() {
                div { class: "empty",
                    p { strong { {words.t("bin-empty")} } }
                    p { {words.t("bin-empty-hint")} }
                }
            } else {
                p { class: "muted", {words.t("bin-intro")} }
                p { class: "hint", role: "status", {words.t_with("bin-count", args![count => binned.len()])} }
                ul { class: "stack tight bin-list",
                    for item in binned.iter().cloned() {
                        Item { key: "{item.entity}", item }
                    }
                }
            }
        }
    }
}

#[component]
fn Item(item: Binned) -> Element {
    let words = use_words();
    let session = use_session();
    let title = match item.title.trim() {
        "" => words.t("bin-untitled"),
        title => title.to_owned(),
    };
    let told = when::told(words, item.deleted_at);
    let by = if item.deleted_by.trim().is_empty() {
        words.t_with("bin-deleted-by-someone", args![when => told])
    } else {
        words.t_with(
            "bin-deleted",
            args![name => item.deleted_by.clone(), when => told],
        )
    };
    let may_write = session.may_write();
    let restored = words.t_with("bin-restored", args![title => title.clone()]);
    rsx! {
        li { class: "card row bin-item",
            div { class: "grow",
                span { class: "eyebrow", {words.kind(item.entity.kind)} }
                p { class: "bin-item-title", "{title}" }
                p { class: "hint", "{by}" }
            }
            if may_write {
                button { class: "button small", r#type: "button",
                    aria_label: words.t_with("bin-restore-named", args![title => title.clone()]),
                    onclick: move |_| {
                        session.send(Command::Restore { entity: item.entity });
                        session.toast(restored.clone());
                    },
                    Icon { shape: Shape::Restore }
                    {words.t("bin-restore")}
                }
            }
        }
    }
}
