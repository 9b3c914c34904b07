//! Words that the others do not have: to read, to copy one by one, and to take along as a file.

use crate::{
    features::when,
    session::{
        file_name, use_session,
        words::{self, LeftBehind, Word},
    },
    ui::{Icon, Shape, toast::use_toasts},
};
use dioxus::prelude::*;
use jalon_shared::PersonId;
use jalon_view::{args, words::use_words};

/// What was typed on this page and did not reach the others.
#[component]
pub fn LeftHere() -> Element {
    let words = use_words();
    let session = use_session();
    let (rows, more) = use_hook(|| session.not_shared());
    if rows.is_empty() && !more {
        return rsx! {};
    }
    let title = session.read(|workspace| workspace.settings().title);
    rsx! {
        section { class: "stack tight left-words",
            h3 { {words.t("left-title")} }
            Rows { rows: rows.clone() }
            if more {
                p { class: "hint", {words.t("left-more")} }
            }
            if !rows.is_empty() {
                div { Download { title, rows, on_saved: move |()| session.note_taken_along() } }
            }
        }
    }
}

/// What somebody left behind in this browser, on the first page.
#[component]
pub fn LeftAtHome(person: PersonId) -> Element {
    let words = use_words();
    let mut all = use_signal(move || words::left_by(person));
    if all.read().is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "stack tight home-copies",
            h2 { {words.t("left-title")} }
            p { class: "muted", {words.t("left-home-intro")} }
            ul { class: "stack tight",
                for left in all.read().iter().cloned() {
                    li { key: "{left.workspace}{left.at}",
                        Left { left, on_dropped: move |()| all.set(words::left_by(person)) }
                    }
                }
            }
        }
    }
}

#[component]
fn Left(left: LeftBehind, on_dropped: EventHandler<()>) -> Element {
    let words = use_words();
    let title = match left.title.trim() {
        "" => words.t("untitled"),
        title => title.to_owned(),
    };
    let dropped = left.clone();
    rsx! {
        details { class: "card",
            summary {
                strong { "{title}" }
                " "
                span { class: "hint", {when::told(words, left.at)} }
            }
            div { class: "stack tight",
                Rows { rows: left.words.clone() }
                div { class: "cluster",
                    Download { title: title.clone(), rows: left.words.clone() }
                    button { class: "button quiet small", r#type: "button",
                        aria_label: words.t_with("left-drop-named", args![title => title]),
                        onclick: move |_| {
                            dropped.drop_it();
                            on_dropped.call(());
                        },
                        Icon { shape: Shape::Trash }
                        {words.t("left-drop")}
                    }
                }
            }
        }
    }
}

#[component]
fn Rows(rows: Vec<Word>) -> Element {
    let words = use_words();
    let toasts = use_toasts();
    let copy = move |text: String| {
        spawn(async move {
            let copied = crate::ui::copy(&text).await;
            toasts.say(if copied {
                "left-copied"
            } else {
                "left-not-copied"
            });
        });
    };
    rsx! {
        dl { class: "left-rows",
            for row in rows {
                div { key: "{row.place}", class: "left-row",
                    dt { class: "label", {row.place_in_words(words)} }
                    dd { class: "left-text", {row.text_in_words(words)} }
                    dd {
                        button { class: "button quiet small", r#type: "button",
                            aria_label: words.t_with("left-copy-named", args![place => row.place_in_words(words)]),
                            onclick: move |_| copy(row.text_in_words(words)),
                            {words.t("left-copy")}
                        }
                    }
                }
            }
        }
    }
}

/// The words as a page that any browser reads and prints.
#[component]
fn Download(
    title: String,
    rows: Vec<Word>,
    #[props(default)] on_saved: EventHandler<()>,
) -> Element {
    let words = use_words();
    let toasts = use_toasts();
    let download = move |_| {
        let text = words::readable(words, &title, &rows);
        let name = file_name(&words.t("left-file-name"), &title, "html");
        if crate::ui::save_file(&name, &text) {
            on_saved.call(());
        } else {
            toasts.say("generation-not-downloaded");
        }
    };
    rsx! {
        button { class: "button small", r#type: "button", onclick: download,
            Icon { shape: Shape::Download }
            {words.t("left-download")}
        }
    }
}
