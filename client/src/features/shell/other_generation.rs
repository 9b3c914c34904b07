//! What is said when this page holds what the server does not have: another history of the workspace, or one
//! whose door the server no longer knows. Nothing is thrown away here.

use crate::{
    session::use_session,
    ui::{Icon, Shape},
};
use dioxus::prelude::*;
use jalon_view::words::use_words;

/// The workspace was put back from a backup: this copy is for reading, and can be taken along.
#[component]
pub fn OtherGeneration() -> Element {
    let words = use_words();
    let session = use_session();
    let is_kept = session.is_kept_here();
    rsx! {
        div { class: "note warning refused", role: "alert",
            h2 { {words.t("generation-title")} }
            p { {words.t("generation-text")} }
            p { {words.t(if is_kept { "generation-kept" } else { "generation-not-kept" })} }
            div { class: "cluster",
                DownloadCopy {}
                button { class: "button primary", r#type: "button", onclick: move |_| session.go_on_with_server(),
                    {words.t("generation-go-on")}
                }
            }
        }
    }
}

/// What was open stays in reach of whoever stands outside.
#[component]
pub fn StillHere() -> Element {
    let words = use_words();
    let session = use_session();
    if !session.is_loaded() {
        return rsx! {};
    }
    rsx! {
        div { class: "note stack tight",
            p { {words.t("generation-still-here")} }
            div { DownloadCopy {} }
        }
    }
}

/// Everything that this page holds, as a file.
#[component]
pub fn DownloadCopy() -> Element {
    let words = use_words();
    let session = use_session();
    let download = move |_| {
        let (name, text) = session.copy_as_file();
        if !crate::ui::save_file(&name, &text) {
            session.toasts().say("generation-not-downloaded");
        }
    };
    rsx! {
        button { class: "button", r#type: "button", onclick: download,
            Icon { shape: Shape::Download }
            {words.t("generation-download")}
        }
    }
}
