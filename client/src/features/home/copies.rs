//! The copies of older histories that this browser keeps: taking one along, and deleting it.

use crate::{
    features::when,
    session::{
        copies::{self, Aside},
        file_name,
    },
    ui::{Dialog, Icon, Shape, toast::use_toasts},
};
use dioxus::prelude::*;
use jalon_shared::PersonId;
use jalon_view::{args, words::use_words};

#[component]
pub fn Copies(person: Option<PersonId>) -> Element {
    let words = use_words();
    let mut all = use_signal(move || copies::in_reach(person));
    if all.read().is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "stack tight home-copies",
            h2 { {words.t("home-copies-title")} }
            p { class: "muted", {words.t("home-copies-intro")} }
            ul { class: "stack tight",
                for copy in all.read().iter().cloned() {
                    li { key: "{copy.workspace}{copy.person}{copy.generation}",
                        Copy { copy, on_deleted: move |()| all.set(copies::in_reach(person)) }
                    }
                }
            }
        }
    }
}

#[component]
fn Copy(copy: Aside, on_deleted: EventHandler<()>) -> Element {
    let words = use_words();
    let toasts = use_toasts();
    let mut asking = use_signal(|| false);
    let title = match copy.title.trim() {
        "" => words.t("untitled"),
        title => title.to_owned(),
    };
    let download = {
        let copy = copy.clone();
        move |_| {
            let copy = copy.clone();
            spawn(async move {
                let file = copy.file().await;
                let saved = file.is_some_and(|text| {
                    crate::ui::save_file(&file_name("copie", &copy.title, "json"), &text)
                });
                if !saved {
                    toasts.say("home-copies-unread");
                }
            });
        }
    };
    let delete = {
        let copy = copy.clone();
        move |_| {
            let copy = copy.clone();
            spawn(async move {
                copy.delete().await;
                asking.set(false);
                on_deleted.call(());
            });
        }
    };
    rsx! {
        div { class: "card cluster home-copy",
            div { class: "home-copy-name",
                p { strong { "{title}" } }
                p { class: "hint", {words.t_with("home-copies-since", args![when => when::told(words, copy.at)])} }
            }
            button { class: "button small", r#type: "button",
                aria_label: words.t_with("home-copies-download-named", args![title => title.clone()]),
                onclick: download,
                Icon { shape: Shape::Download }
                {words.t("home-copies-download")}
            }
            button { class: "button quiet small", r#type: "button", aria_haspopup: "dialog",
                aria_label: words.t_with("home-copies-delete-named", args![title => title.clone()]),
                onclick: move |_| asking.set(true),
                Icon { shape: Shape::Trash }
                {words.t("home-copies-delete")}
            }
        }
        if asking() {
            Dialog { title: words.t("home-copies-delete-title"), on_close: move |()| asking.set(false),
                p { {words.t("home-copies-delete-text")} }
                div { class: "cluster",
                    button { class: "button danger", r#type: "button", onclick: delete, {words.t("home-copies-delete-confirm")} }
                    button { class: "button quiet", r#type: "button", onclick: move |_| asking.set(false), {words.t("home-copies-keep")} }
                }
            }
        }
    }
}
