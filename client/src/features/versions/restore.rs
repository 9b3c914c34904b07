//! Restoring a version from the list: first what it would do, in plain words, then the deed.

use super::list::Entry;
use crate::{
    api::{self, ApiError},
    session::use_session,
    ui::{Dialog, Icon, Shape},
};
use dioxus::prelude::*;
use jalon_shared::{
    Content,
    version::diff::{Difference, EntityDiff},
    workspace::{Rehearsal, RestoreError},
};
use jalon_view::{args, words::use_words};
use std::rc::Rc;

/// How many things of a list are named; the others are counted.
const NAMED: usize = 6;
/// How much of a long title is shown, in letters.
const TITLE: usize = 90;

/// The button and its dialog; facilitators alone see it.
#[component]
pub fn RestoreButton(entry: Entry) -> Element {
    let words = use_words();
    let session = use_session();
    let mut open = use_signal(|| false);
    if !session.is_facilitator() {
        return rsx! {};
    }
    rsx! {
        button { class: "button quiet small", r#type: "button", aria_haspopup: "dialog",
            aria_label: words.t_with("version-restore-named", args![label => entry.label.clone()]),
            onclick: move |_| open.set(true),
            Icon { shape: Shape::Restore }
            {words.t("version-restore")}
        }
        if open() {
            RestoreDialog { entry: entry.clone(), on_close: move |()| open.set(false) }
        }
    }
}

/// How far the asking is.
#[derive(Clone)]
enum Stage {
    Reading,
    Failed(ApiError),
    Known(Rc<Content>, Result<Rehearsal, RestoreError>),
}

#[component]
fn RestoreDialog(entry: Entry, on_close: EventHandler<()>) -> Element {
    let words = use_words();
    let session = use_session();
    let (id, number) = (session.workspace_id(), entry.number);
    let mut stage = use_signal(|| Stage::Reading);
    let rehearsing = session.clone();
    let mut read = use_future(move || {
        let session = rehearsing.clone();
        async move {
            stage.set(match api::version_content(id, number).await {
                Ok(content) => {
                    let rehearsal = session.rehearse(&content);
                    Stage::Known(Rc::new(content), rehearsal)
                }
                Err(error) => Stage::Failed(error),
            });
        }
    });
    let label = entry.label.clone();
    let confirm = use_callback(move |content: Rc<Content>| {
        match session.restore(number, &label, &content) {
            Ok(()) => on_close.call(()),
            // Somebody made it impossible since it was tried out.
            Err(error) => stage.set(Stage::Known(content, Err(error))),
        }
    });
    let now = stage.read().clone();
    rsx! {
        Dialog { title: words.t_with("version-restore-title", args![label => entry.label.clone()]), on_close: move |()| on_close.call(()), class: "restore-dialog",
            match now {
                Stage::Reading => rsx! { p { class: "hint", role: "status", {words.t("versions-live-loading")} } },
                Stage::Failed(error) => rsx! {
                    div { class: "note danger", role: "alert",
                        p { {words.t("version-restore-unread")} " " {words.t(error.key())} }
                        button { class: "link-button", r#type: "button",
                            onclick: move |_| { stage.set(Stage::Reading); read.restart(); },
                            {words.t("versions-live-retry")}
                        }
                    }
                },
                Stage::Known(_, Err(error)) => rsx! {
                    p { class: "note warning", role: "alert",
                        {words.t(match error {
                            RestoreError::TooLarge { .. } => "version-restore-too-large",
                            RestoreError::Command(_) | RestoreError::Copy(_) => "version-restore-impossible",
                        })}
                    }
                },
                Stage::Known(content, Ok(rehearsal)) => {
                    let is_same = rehearsal.diff.is_empty() && rehearsal.recorded.is_empty();
                    rsx! {
                        if is_same {
                            p { role: "status", {words.t("version-restore-same")} }
                        } else {
                            p { {words.t("version-restore-intro")} }
                        }
                        Told { rehearsal }
                        if !is_same {
                            p { class: "note", {words.t("version-restore-nothing-lost")} }
                        }
                        div { class: "cluster",
                            if !is_same {
                                button { class: "button primary", r#type: "button", onclick: move |_| confirm.call(content.clone()),
                                    Icon { shape: Shape::Restore }
                                    {words.t("version-restore")}
                                }
                            }
                            button { class: "button quiet", r#type: "button", onclick: move |_| on_close.call(()),
                                {words.t(if is_same { "versions-live-close" } else { "versions-live-cancel" })}
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What restoring would do: what comes back, what changes, what goes, and what is said of readings.
#[component]
fn Told(rehearsal: Rehearsal) -> Element {
    let words = use_words();
    let (mut back, mut other, mut gone) = (Vec::new(), Vec::new(), Vec::new());
    for entity in rehearsal.diff.entities {
        match entity.what {
            Difference::Added => back.push(entity),
            Difference::Changed { .. } => other.push(entity),
            Difference::Removed => gone.push(entity),
        }
    }
    let counted = |key: &str, count: usize| words.t_with(key, args![count => count]);
    let (recorded, staying) = (rehearsal.recorded.len(), rehearsal.staying);
    rsx! {
        if !back.is_empty() { Listed { title: counted("version-restore-back", back.len()), list: back } }
        if !other.is_empty() { Listed { title: counted("version-restore-changed", other.len()), list: other } }
        if !gone.is_empty() { Listed { title: counted("version-restore-gone", gone.len()), list: gone } }
        if recorded > 0 { p { {counted("version-restore-recorded", recorded)} } }
        if staying > 0 { p { {counted("version-restore-staying", staying)} } }
    }
}

#[component]
fn Listed(title: String, list: Vec<EntityDiff>) -> Element {
    let words = use_words();
    let more = list.len().saturating_sub(NAMED);
    rsx! {
        section { class: "stack tight",
            h3 { class: "restore-count", "{title}" }
            ul { class: "restore-things",
                for one in list.iter().take(NAMED) {
                    li { key: "{one.entity}",
                        span { class: "eyebrow", {words.kind(one.entity.kind)} }
                        " "
                        {shown(&one.title).unwrap_or_else(|| words.t("untitled"))}
                    }
                }
                if more > 0 { li { class: "hint", {words.t_with("version-restore-more", args![count => more])} } }
            }
        }
    }
}

/// A title in one line; `None` when it says nothing.
fn shown(title: &str) -> Option<String> {
    let mut letters = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = letters.char_indices().nth(TITLE) {
        letters.truncate(cut);
        letters.push('…');
    }
    (!letters.is_empty()).then_some(letters)
}
