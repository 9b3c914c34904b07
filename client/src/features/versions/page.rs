//! The page of the versions: the list, and comparing any two.

use super::{
    freeze::FreezeButton,
    list::{Entry, corrected_by},
    restore::RestoreButton,
};
use crate::{
    api,
    features::when,
    session::use_session,
    ui::{Icon, Shape},
};
use dioxus::prelude::*;
use jalon_shared::WorkspaceId;
use jalon_view::{args, dates, words::use_words};

#[component]
pub fn Versions(id: WorkspaceId) -> Element {
    let words = use_words();
    let session = use_session();
    let following = session.clone();
    let mut entries = use_resource(move || {
        // Somebody froze another one: look again.
        following.last_frozen();
        async move { api::versions(id).await }
    });
    let mut chosen = use_signal(Vec::<u32>::new);
    let is_facilitator = session.is_facilitator();
    rsx! {
        div { class: "page reading versions-page",
            h1 { {words.t("versions-live-title")} }
            p { class: "muted versions-intro", {words.t("versions-live-intro")} }
            match &*entries.read() {
                None => rsx! { p { class: "hint", role: "status", {words.t("versions-live-loading")} } },
                Some(Err(error)) => rsx! {
                    div { class: "note danger", role: "alert",
                        p { {words.t("versions-live-load-failed")} " " {words.t(error.key())} }
                        button { class: "link-button", r#type: "button", onclick: move |_| entries.restart(), {words.t("versions-live-retry")} }
                    }
                },
                Some(Ok(list)) if list.is_empty() => rsx! {
                    div { class: "empty",
                        p { strong { {words.t("versions-live-empty")} } }
                        p { {words.t(if is_facilitator { "versions-live-empty-hint" } else { "versions-live-empty-reader" })} }
                    }
                },
                Some(Ok(list)) => rsx! {
                    if list.len() > 1 { Compare { id, list: list.clone(), chosen } }
                    ol { class: "stack tight versions-list", aria_label: words.t("versions-live-list"),
                        for entry in list.iter().cloned() {
                            Line { key: "{entry.number}", id, corrected_by: corrected_by(list, entry.number),
                                is_chosen: chosen.read().contains(&entry.number),
                                may_choose: list.len() > 1,
                                on_choose: {
                                    let number = entry.number;
                                    move |on: bool| {
                                        let mut chosen = chosen.write();
                                        chosen.retain(|other| *other != number);
                                        if on {
                                            // A third one takes the place of the first that was ticked.
                                            if chosen.len() > 1 { chosen.remove(0); }
                                            chosen.push(number);
                                        }
                                    }
                                },
                                on_frozen: move |()| entries.restart(),
                                entry }
                        }
                    }
                },
            }
        }
    }
}

/// The way to the comparison of the two versions that are ticked.
#[component]
fn Compare(id: WorkspaceId, list: Vec<Entry>, chosen: Signal<Vec<u32>>) -> Element {
    let words = use_words();
    let mut two = chosen.read().clone();
    two.sort_unstable();
    let label = |number: u32| {
        list.iter()
            .find(|entry| entry.number == number)
            .map(|entry| entry.label.clone())
            .unwrap_or_default()
    };
    rsx! {
        div { class: "cluster spread versions-compare",
            match two[..] {
                [before, after] => rsx! {
                    a { class: "button primary", href: "/w/{id}/v/{before}/diff/{after}",
                        {words.t_with("versions-live-compare-two", args![before => label(before), after => label(after)])}
                    }
                },
                _ => rsx! { p { class: "hint", {words.t("versions-live-compare-hint")} } },
            }
        }
    }
}

#[component]
fn Line(
    id: WorkspaceId,
    entry: Entry,
    corrected_by: Option<u32>,
    is_chosen: bool,
    may_choose: bool,
    on_choose: EventHandler<bool>,
    on_frozen: EventHandler<()>,
) -> Element {
    let words = use_words();
    let label = entry.label.clone();
    let told = when::told_of(words, &entry.frozen_at);
    rsx! {
        li { class: if corrected_by.is_some() { "card version-line is-corrected" } else { "card version-line" },
            if may_choose {
                input { class: "version-check", r#type: "checkbox", checked: is_chosen,
                    aria_label: words.t_with("versions-live-compare-select", args![label => label.clone()]),
                    onchange: move |event| on_choose.call(event.checked()) }
            }
            div { class: "grow stack tight",
                div { class: "cluster",
                    h2 { class: "version-label", a { href: "/w/{id}/v/{entry.number}", "{label}" } }
                    span { class: "chip", {words.t_with("versions-live-number", args![number => entry.number])} }
                    if !entry.period.trim().is_empty() { span { class: "chip accent", {dates::period_text(words, &entry.period)} } }
                    if let Some(number) = corrected_by {
                        span { class: "chip on-the-way", {words.t_with("versions-live-replaced", args![number => number])} }
                    }
                    if let Some(number) = entry.replaces {
                        span { class: "chip pole", {words.t_with("versions-live-replaces-mark", args![number => number])} }
                    }
                }
                p { class: "hint", {words.t_with("versions-live-by", args![name => words.somebody(&entry.frozen_by), when => told])} }
                if !entry.note.trim().is_empty() { p { class: "prose", {entry.note.clone()} } }
                div { class: "cluster version-actions",
                    a { class: "button small", href: "/w/{id}/v/{entry.number}",
                        aria_label: words.t_with("versions-live-open-named", args![label => label.clone()]),
                        {words.t("versions-live-open")}
                    }
                    a { class: "button quiet small", href: "/api/workspaces/{id}/versions/{entry.number}?download=1",
                        download: "jalon-{entry.number}.json",
                        aria_label: words.t_with("versions-live-download-named", args![label => label.clone()]),
                        Icon { shape: Shape::Download }
                        {words.t("versions-live-download")}
                    }
                    FreezeButton { replaces: entry.clone(), on_frozen }
                    RestoreButton { entry: entry.clone() }
                }
            }
        }
    }
}
