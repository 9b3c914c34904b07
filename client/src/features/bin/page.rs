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
    let mut kind = use_signal(|| None::<EntityKind>);
    let kinds: Vec<EntityKind> = EntityKind::ALL
        .into_iter()
        .filter(|kind| binned.iter().any(|item| item.entity.kind == *kind))
        .collect();
    let chosen = kind().filter(|kind| kinds.contains(kind));
    // What was added and undone at once says nothing: it does not stand between what people look for.
    let (named, nameless): (Vec<Binned>, Vec<Binned>) = binned
        .iter()
        .filter(|item| chosen.is_none_or(|kind| item.entity.kind == kind))
        .cloned()
        .partition(|item| !item.title.trim().is_empty());
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
                if kinds.len() > 1 {
                    label { class: "field bin-kinds",
                        span { class: "label", {words.t("bin-kinds")} }
                        select { class: "select",
                            onchange: move |event| {
                                let name = event.value();
                                kind.set(EntityKind::ALL.into_iter().find(|kind| kind.name() == name));
                            },
                            option { value: "", selected: chosen.is_none(), {words.t("bin-kinds-all")} }
                            for each in kinds {
                                option { key: "{each.name()}", value: each.name(), selected: chosen == Some(each), {words.kinds(each)} }
                            }
                        }
                    }
                }
                p { class: "hint", role: "status", {words.t_with("bin-count", args![count => named.len() + nameless.len()])} }
                ul { class: "stack tight bin-list",
                    for item in named {
                        Item { key: "{item.entity}", item }
                    }
                }
                if !nameless.is_empty() {
                    details { class: "bin-nameless",
                        summary { {words.t_with("bin-nameless", args![count => nameless.len()])} }
                        ul { class: "stack tight bin-list",
                            for item in nameless {
                                Item { key: "{item.entity}", item }
                            }
                        }
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
