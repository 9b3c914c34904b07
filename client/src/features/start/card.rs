//! The card of the first steps, above the pages of a workspace that somebody begins: each leads to its place, and is
//! checked off by what was really done.

use super::steps::{Step, has_objective};
use crate::{
    api,
    app::Route,
    features::shell::{Page, SettingsDialog},
    memory,
    session::{Session, Watch, use_session, use_watch},
    ui::{Icon, Shape, focus_soon},
};
use dioxus::prelude::*;
use jalon_view::{args, words::use_words};
use serde::{Deserialize, Serialize};

/// The button of an empty page of objectives that makes the first one.
pub const FIRST_OBJECTIVE: &str = "first-objective";

/// How far somebody is, kept in their browser.
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
enum Kept {
    Begun,
    Dismissed,
}

fn key(session: &Session) -> String {
    memory::own_key(session.workspace_id(), session.me_now().person, "start")
}

/// The card, for a facilitator who found the workspace empty and has not put it away.
#[component]
pub fn StartCard(current: Option<Page>) -> Element {
    let session = use_session();
    if !session.is_loaded() || !session.is_facilitator() {
        return rsx! {};
    }
    rsx! { Steps { current } }
}

#[component]
fn Steps(current: Option<Page>) -> Element {
    let words = use_words();
    let session = use_session();
    let key = key(&session);
    let mut kept = use_signal(|| {
        let kept = memory::remembered::<Kept>(&key);
        // Whoever comes into a workspace in which others have begun needs no help to begin.
        let begins = kept.is_none() && !session.read(has_objective);
        if begins {
            memory::remember(&key, &Kept::Begun);
        }
        if begins { Some(Kept::Begun) } else { kept }
    });
    let mut settings = use_signal(|| false);
    let written = use_watch(
        Watch::Any(Step::WATCHED.map(Watch::Kind).to_vec()),
        |workspace| Step::ALL.map(|step| step.is_done_in(workspace)),
    );
    let invited = use_invited(&session, kept() == Some(Kept::Begun), current);
    let is_done = |step: Step| match step {
        Step::Invite => invited(),
        step => Step::ALL
            .into_iter()
            .zip(written())
            .any(|(other, done)| other == step && done),
    };
    let next = Step::ALL.into_iter().find(|step| !is_done(*step));
    // Said once: it stays while somebody is on this page, and does not come again on another one, or another day.
    let is_over = next.is_none() && kept() == Some(Kept::Begun);
    let mut said_on = use_signal(|| None::<Option<Page>>);
    let over_key = key.clone();
    use_effect(use_reactive!(|is_over| {
        if is_over {
            memory::remember(&over_key, &Kept::Dismissed);
            said_on.set(Some(current));
        }
    }));
    let was_said = is_over && said_on.peek().is_some_and(|page| page != current);
    if was_said || kept() != Some(Kept::Begun) {
        return rsx! {};
    }
    let count = Step::ALL.into_iter().filter(|step| is_done(*step)).count();
    let total = Step::ALL.len();
    rsx! {
        section { class: "start-card", aria_label: words.t("start-title"),
            div { class: "start-head",
                p { class: "start-title",
                    strong { {words.t("start-title")} }
                    " "
                    span { class: "muted", role: "status", {words.t_with("start-progress", args![done => count, total => total])} }
                }
                button { class: "icon-button", r#type: "button", aria_label: words.t("start-close"), title: words.t("start-close"),
                    onclick: move |_| {
                        memory::remember(&key, &Kept::Dismissed);
                        kept.set(Some(Kept::Dismissed));
                    },
                    Icon { shape: Shape::Close }
                }
            }
            ol { class: "start-steps",
                for step in Step::ALL {
                    StepLine { key: "{step.word()}", step, done: is_done(step), is_next: next == Some(step), on_settings: move |()| settings.set(true) }
                }
            }
            // One place for what is said of the next step: nothing below moves when a step is done while somebody writes.
            p { class: "hint start-hint",
                match next {
                    Some(next) => words.t(&format!("start-{}-hint", next.word())),
                    None => words.t("start-done"),
                }
            }
        }
        if settings() {
            SettingsDialog { on_close: move |()| settings.set(false) }
        }
    }
}

/// Whether somebody else is in, or may come in. Looked at again whenever somebody comes and on each page.
fn use_invited(session: &Session, asks: bool, current: Option<Page>) -> Signal<bool> {
    let id = session.workspace_id();
    let here = session.peers().len();
    let found = use_resource(use_reactive!(|here, current, asks| async move {
        let _ = current;
        if !asks || here > 0 {
            return here > 0;
        }
        let others = api::people(id).await.is_ok_and(|people| people.len() > 1);
        others || api::invites(id).await.is_ok_and(|open| !open.is_empty())
    }));
    let mut known = use_signal(|| false);
    use_effect(move || {
        // What was done stays done, also when the server cannot be asked or somebody leaves.
        if *found.read() == Some(true) {
            known.set(true);
        }
    });
    known
}

#[component]
fn StepLine(step: Step, done: bool, is_next: bool, on_settings: EventHandler<()>) -> Element {
    let words = use_words();
    let session = use_session();
    let id = session.workspace_id();
    let word = step.word();
    let title = words.t(&format!("start-{word}"));
    let class = match (done, is_next) {
        (true, _) => "start-step is-done",
        (false, true) => "start-step is-next",
        (false, false) => "start-step",
    };
    let link_class = if is_next {
        "button small primary"
    } else {
        "button small quiet"
    };
    let to = match step {
        Step::Present => None,
        Step::Write => Some(Route::Objectives { id }),
        Step::Invite => Some(Route::People { id }),
        Step::Show => Some(Route::Dashboard { id }),
    };
    rsx! {
        li { class, "data-step": word,
            StepPole { done }
            div { class: "start-words",
                if done {
                    span { {title} span { class: "visually-hidden", {words.t("start-step-done")} } }
                } else if let Some(to) = to {
                    Link {
                        class: link_class, to,
                        onclick: move |_| {
                            if step == Step::Write {
                                focus_soon(FIRST_OBJECTIVE.to_owned());
                            }
                        },
                        {title}
                    }
                } else {
                    button { class: link_class, r#type: "button", aria_haspopup: "dialog", onclick: move |_| on_settings.call(()), {title} }
                }
            }
        }
    }
}

/// A pole that is planted once its step is done.
#[component]
fn StepPole(done: bool) -> Element {
    rsx! {
        svg { class: if done { "start-pole is-planted" } else { "start-pole" }, view_box: "0 0 12 32", width: "12", height: "32", "aria-hidden": "true", "focusable": "false",
            path { class: "pole-white", d: "M3 4a3 3 0 0 1 6 0v26H3z" }
            if done {
                path { class: "pole-red", d: "M3 4a3 3 0 0 1 6 0v4H3zM3 14h6v6H3zM3 26h6v4H3z" }
            }
        }
    }
}
