//! Every thread of the workspace: open ones, resolved ones, those in which somebody calls me.

use super::{
    board::{Talking, View, use_talking},
    mentioning::shown,
    place,
};
use crate::{
    features::when,
    session::use_session,
    ui::{Drawer, Icon, Segmented, Shape},
};
use dioxus::prelude::*;
use jalon_shared::Thread;
use jalon_view::{args, words::use_words};

/// How many letters of the last comment are shown.
const EXCERPT: usize = 140;

/// Which threads are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filter {
    Open,
    Resolved,
    CallsMe,
}

impl Filter {
    const ALL: [Self; 3] = [Self::Open, Self::Resolved, Self::CallsMe];

    const fn key(self) -> &'static str {
        match self {
            Self::Open => "talk-filter-open",
            Self::Resolved => "talk-filter-resolved",
            Self::CallsMe => "talk-filter-calls-me",
        }
    }

    fn shows(self, talking: Talking, thread: &Thread) -> bool {
        match self {
            Self::Open => thread.resolved.is_none(),
            Self::Resolved => thread.resolved.is_some(),
            Self::CallsMe => talking.calls_me(thread),
        }
    }
}

#[component]
pub(super) fn AllThreads() -> Element {
    let words = use_words();
    let session = use_session();
    let talking = use_talking();
    let mut view = talking.view;
    let mut filter = use_signal(|| Filter::Open);
    let threads = talking.threads.read().clone();
    let count = |filter: Filter| {
        let shown = threads
            .iter()
            .filter(|thread| filter.shows(talking, thread));
        shown.count()
    };
    let option = |filter: Filter| {
        let label = words.t_with(filter.key(), args![count => count(filter)]);
        (filter.key().to_owned(), label)
    };
    let options: Vec<_> = Filter::ALL.into_iter().map(option).collect();
    let unread = talking.unread();
    let shown: Vec<Thread> = threads
        .iter()
        .filter(|thread| filter().shows(talking, thread))
        .cloned()
        .collect();
    rsx! {
        Drawer { title: words.t("talk-all-title"), on_close: move |()| view.set(None), class: "talk-panel",
            Segmented {
                label: words.t("talk-filter"),
                hide_label: true,
                options,
                value: filter().key().to_owned(),
                on_change: move |key: String| {
                    if let Some(chosen) = Filter::ALL.into_iter().find(|one| one.key() == key) {
                        filter.set(chosen);
                    }
                },
            }
            if unread > 0 {
                button { class: "button quiet small", r#type: "button",
                    onclick: move |_| talking.note_read(&session, &threads),
                    Icon { shape: Shape::Check }
                    {words.t("talk-all-read")}
                }
            }
            if shown.is_empty() {
                p { class: "muted", {words.t("talk-all-none")} }
            }
            ul { class: "thread-list",
                for thread in shown {
                    li { key: "{thread.id}", ThreadLine { thread } }
                }
            }
        }
    }
}

/// What it is about, who said what last, and whether that was read.
#[component]
fn ThreadLine(thread: Thread) -> Element {
    let words = use_words();
    let session = use_session();
    let talking = use_talking();
    let navigator = use_navigator();
    let (about, id) = (thread.about, thread.id);
    let name = session.read(|workspace| place::name(words, workspace, about));
    let Some(last) = thread.standing().last().cloned() else {
        return rsx! {};
    };
    let said = shown(&last.text, |person| talking.name(words, person));
    let mut excerpt: String = said.chars().take(EXCERPT).collect();
    if said.chars().nth(EXCERPT).is_some() {
        excerpt.push('…');
    }
    let unread = talking.unread_in(&thread);
    let mut view = talking.view;
    rsx! {
        button { class: if unread > 0 { "thread-line is-unread" } else { "thread-line" }, r#type: "button",
            onclick: move |_| {
                navigator.push(place::route(&session, about));
                view.set(Some(View::About(about, Some(id))));
                place::show(vec![place::selector(about)]);
            },
            span { class: "thread-line-name", "{name}" }
            span { class: "thread-line-said",
                strong { {words.somebody(&last.said.name)} }
                " {excerpt}"
            }
            span { class: "thread-line-foot muted small",
                span { {when::told(words, last.said.at)} }
                span { {words.t_with("talk-comments", args![count => thread.standing().count()])} }
                if unread > 0 {
                    span { class: "talk-count", {words.t_with("talk-unread-count", args![count => unread])} }
                }
            }
        }
    }
}
