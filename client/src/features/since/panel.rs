//! The list: a quiet line above the page, and a panel with what was done, by page and by thing.

use super::{
    board::{Since, use_since},
    news::{Deed, Group, Line, Thing, What, groups},
};
use crate::{
    features::{
        shell::{Page, Routed},
        talk::place,
        when,
    },
    session::{Session, use_session},
    ui::{Drawer, Icon, Shape},
};
use dioxus::prelude::*;
use jalon_shared::Subject;
use jalon_view::{
    args,
    words::{Words, use_words},
};

/// How many things of one page are listed at once; the rest is a number.
const LISTED: usize = 60;

/// The line above the page, as long as there is something to tell.
#[component]
pub fn SinceBar() -> Element {
    let words = use_words();
    let session = use_session();
    let since = use_since();
    let mut open = since.open;
    let news = use_memo(move || {
        let groups = groups(&since.news());
        groups.iter().map(|group| group.lines.len()).sum::<usize>()
    });
    let all = use_memo(move || groups(&since.all()));
    let (count, all) = (news(), all.read().clone());
    if all.is_empty() || (count == 0 && !open()) {
        if open() {
            return rsx! {
                Drawer { title: words.t("since-title"), on_close: move |()| open.set(false), class: "since-panel",
                    p { class: "muted", role: "status", {words.t("since-none")} }
                }
            };
        }
        return rsx! {};
    }
    let (looker, other_looker) = (session.clone(), session);
    rsx! {
        div { class: "since-bar", role: "region", aria_label: words.t("since-title"),
            button { class: "button quiet small", r#type: "button", aria_haspopup: "dialog", aria_expanded: open(),
                onclick: move |_| open.toggle(),
                span { class: "changed-mark", "aria-hidden": "true" }
                {words.t_with("since-button", args![count => count])}
            }
            button { class: "button quiet small", r#type: "button", onclick: move |_| since.look_at_all(&looker),
                Icon { shape: Shape::Check }
                {words.t("since-all-seen")}
            }
        }
        if open() {
            Drawer { title: words.t("since-title"), on_close: move |()| open.set(false), class: "since-panel",
                button { class: "button small", r#type: "button", onclick: move |_| since.look_at_all(&other_looker),
                    Icon { shape: Shape::Check }
                    {words.t("since-all-seen")}
                }
                for (page, groups) in by_page(&all) {
                    section { key: "{page.name()}", class: "since-page", aria_label: words.t(page.key()),
                        h3 { {words.t(page.key())} }
                        ul { class: "since-groups",
                            for (index, group) in groups.iter().take(LISTED).cloned().enumerate() {
                                li { key: "{index}", GroupLines { group, page } }
                            }
                        }
                        if groups.len() > LISTED {
                            p { class: "muted small", {words.t_with("since-more", args![count => groups.len() - LISTED])} }
                        }
                    }
                }
            }
        }
    }
}

/// The page on which a thing stands.
fn page_of(group: &Group) -> Page {
    let is_gone = group
        .lines
        .iter()
        .any(|line| line.what == What::Whole(Deed::Binned));
    match group.thing {
        Thing::Version(_) => Page::Versions,
        Thing::Languages => Page::Glossary,
        Thing::Entity(_) if is_gone => Page::Bin,
        Thing::Entity(entity) => {
            let is_value = |line: &Line| matches!(line.what, What::Values(_));
            if group.lines.iter().all(is_value) {
                Page::Readings
            } else {
                place::page(Subject::from(entity))
            }
        }
    }
}

fn by_page(groups: &[Group]) -> Vec<(Page, Vec<Group>)> {
    let mut pages: Vec<(Page, Vec<Group>)> = Vec::new();
    for group in groups {
        let page = page_of(group);
        match pages.iter_mut().find(|(other, _)| *other == page) {
            Some((_, groups)) => groups.push(group.clone()),
            None => pages.push((page, vec![group.clone()])),
        }
    }
    pages
}

#[component]
fn GroupLines(group: Group, page: Page) -> Element {
    let words = use_words();
    let session = use_session();
    let since = use_since();
    let navigator = use_navigator();
    let name = match group.thing {
        Thing::Entity(entity) => {
            session.read(|workspace| place::name(words, workspace, Subject::from(entity)))
        }
        Thing::Version(number) => words.t_with("since-version", args![number => number]),
        Thing::Languages => words.t("since-languages"),
    };
    rsx! {
        p { class: "since-name", "{name}" }
        ul { class: "since-lines",
            for (index, line) in group.lines.iter().cloned().enumerate() {
                li { key: "{index}",
                    button { class: if since.has_news(&line.paths) { "since-line" } else { "since-line is-looked" }, r#type: "button",
                        onclick: {
                            let (session, line, thing) = (session.clone(), line.clone(), group.thing);
                            move |_| {
                                let page = match line.what {
                                    What::Values(_) => Page::Readings,
                                    _ => page,
                                };
                                navigator.push(page.route(session.workspace_id()));
                                go_to(since, &session, thing, &line);
                            }
                        },
                        span { {says(words, &line)} }
                        span { class: "muted small", {when::told(words, line.at)} }
                    }
                }
            }
        }
    }
}

/// Shows what a line is about, which is looked at by that.
fn go_to(since: Since, session: &Session, thing: Thing, line: &Line) {
    let mut selectors = Vec::new();
    for path in &line.paths {
        selectors.push(format!("[data-field=\"{path}\"]"));
        selectors.push(format!("[data-changed=\"{path}\"]"));
        selectors.push(format!("[data-talk=\"{path}\"]"));
    }
    if let Thing::Entity(entity) = thing {
        selectors.push(place::selector(Subject::from(entity)));
    }
    place::show(selectors);
    since.look(session, &line.paths);
}

/// A line in words.
fn says(words: Words, line: &Line) -> String {
    let who = people(words, &line.people);
    let (key, field, count) = match &line.what {
        What::Field(field) => ("since-changed", words.field_ref(field), 0),
        What::Values(count) => ("since-values", String::new(), *count),
        What::Whole(Deed::Changed) => ("since-changed-all", String::new(), 0),
        What::Whole(Deed::Added) => ("since-added", String::new(), 0),
        What::Whole(Deed::Binned) => ("since-binned", String::new(), 0),
        What::Whole(Deed::Restored) => ("since-restored", String::new(), 0),
        What::Whole(Deed::Said) => ("since-said", String::new(), 0),
        What::Whole(Deed::Frozen) => ("since-frozen", String::new(), 0),
    };
    let args = args![who => who, people => line.people.len(), field => field, count => count];
    words.t_with(key, args)
}

/// Two names at most, and how many more there are.
fn people(words: Words, names: &[String]) -> String {
    let name = |index: usize| words.somebody(names.get(index).map_or("", String::as_str));
    match names.len() {
        0 | 1 => name(0),
        2 => words.t_with("since-two", args![one => name(0), other => name(1)]),
        many => words.t_with(
            "since-many",
            args![one => name(0), other => name(1), count => many - 2],
        ),
    }
}
