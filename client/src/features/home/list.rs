//! The workspaces that somebody may open.

use super::{copies::Copies, create::CreateDialog, teach::Teach};
use crate::{
    api::{MeHere, WorkspaceSummary},
    app::Route,
    features::shell::{JoinForm, LeftAtHome},
    memory,
    ui::{Icon, Shape},
};
use dioxus::prelude::*;
use jalon_shared::PersonId;
use jalon_view::{typography, words::use_words};

#[component]
pub fn Workspaces(me: MeHere, fresh: bool) -> Element {
    let words = use_words();
    let mut creating = use_signal(|| false);
    let may_create = me.may_create();
    let is_empty = me.workspaces.is_empty();
    let person = me.person;
    rsx! {
        div { class: "stack loose",
            div { class: "section-head",
                h1 { {words.t("home-title")} }
                if may_create && !is_empty {
                    button { class: "button primary", r#type: "button", onclick: move |_| creating.set(true),
                        Icon { shape: Shape::Add }
                        {words.t("home-create")}
                    }
                }
            }
            if is_empty && may_create {
                Teach { on_create: move |()| creating.set(true) }
            } else if is_empty {
                div { class: "stack",
                    p { {words.t("home-no-workspace")} }
                    JoinForm {}
                }
            } else {
                ul { class: "columns workspace-cards",
                    for workspace in me.workspaces {
                        li { key: "{workspace.id}", WorkspaceCard { workspace, person, fresh } }
                    }
                }
                p { class: "hint",
                    {words.t("home-have-code")}
                    " "
                    a { href: "/join", {words.t("home-type-code")} }
                }
            }
            LeftAtHome { person }
            Copies { person: Some(person) }
        }
        if creating() {
            CreateDialog { on_close: move |()| creating.set(false) }
        }
    }
}

#[component]
fn WorkspaceCard(workspace: WorkspaceSummary, person: PersonId, fresh: bool) -> Element {
    let words = use_words();
    let WorkspaceSummary { id, title, role } = workspace;
    let is_waiting = use_hook(|| memory::is_waiting(id, person));
    // Whoever opened it here has a copy.
    let is_here = use_hook(|| memory::remembered_me(id).is_some());
    rsx! {
        Link { class: "card workspace-card", to: Route::Objectives { id },
            h2 { if title.trim().is_empty() { {words.t("untitled")} } else { {typography::bound(&title)} } }
            span { class: "chip accent", {words.role(role)} }
            if is_waiting {
                span { class: "chip on-the-way", {words.t("home-to-send")} }
            }
            if !fresh {
                span { class: "hint", {words.t(if is_here { "home-copy-here" } else { "home-copy-not-here" })} }
            }
        }
    }
}
