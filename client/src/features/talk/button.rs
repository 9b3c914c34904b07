//! The bubbles: one beside everything that people talk about, and one above the page for all of it.

use super::{
    board::{View, use_talking},
    place,
};
use crate::{
    features::since::ChangedWithin,
    session::{Watch, use_session, use_watch},
    ui::{Icon, Shape},
};
use dioxus::prelude::*;
use jalon_shared::Subject;
use jalon_view::{args, words::use_words};

/// How many comments stand in open threads about something, and a way to them. Where there are none it shows
/// itself to whoever comes near.
#[component]
pub fn TalkButton(
    about: Subject,
    /// The keyboard comes another way.
    #[props(default)]
    aside: bool,
    /// Something above that has to close first.
    on_open: Option<EventHandler<()>>,
    /// Says in words what it does.
    #[props(default)]
    in_words: bool,
) -> Element {
    let words = use_words();
    let session = use_session();
    let talking = use_talking();
    let said = use_watch(Watch::Talk(about), move |workspace| {
        let threads = workspace.threads(about);
        let open = threads.iter().filter(|thread| thread.resolved.is_none());
        let count = open.map(|thread| thread.standing().count()).sum::<usize>();
        (count, threads.len())
    });
    let (count, threads) = said();
    let unread = use_memo(use_reactive!(|about| {
        let threads = talking.threads.read();
        let mut threads = threads.iter().filter(|thread| thread.about == about);
        threads.any(|thread| talking.unread_in(thread) > 0)
    }));
    if threads == 0 && !session.may_write() {
        return match about {
            Subject::Entity(entity) => rsx! { ChangedWithin { entity } },
            Subject::Cell(..) => rsx! {},
        };
    }
    let mut view = talking.view;
    let name = session.read(|workspace| place::name(words, workspace, about));
    let label = words.t_with("talk-button", args![count => count, name => name]);
    let mut class = String::from(if in_words {
        "button quiet small talk-button"
    } else {
        "icon-button talk-button"
    });
    if count == 0 {
        class.push_str(" is-silent");
    }
    if unread() {
        class.push_str(" is-unread");
    }
    rsx! {
        // A cell has a mark of its own.
        if let Subject::Entity(entity) = about {
            ChangedWithin { entity }
        }
        button {
            class,
            r#type: "button",
            "data-talk": "{about}",
            tabindex: if aside { "-1" } else { "0" },
            aria_label: label.clone(),
            title: label,
            aria_haspopup: "dialog",
            onclick: move |_| {
                if let Some(on_open) = on_open {
                    on_open.call(());
                }
                view.set(Some(View::About(about, None)));
            },
            Icon { shape: Shape::Speech }
            if in_words {
                {words.t_with("talk-button-short", args![count => count])}
            } else if count > 0 {
                span { class: "talk-count", "{count}" }
            }
            if unread() {
                span { class: "visually-hidden", {words.t("talk-unread")} }
            }
        }
    }
}

/// The way to every thread, with how many comments were not read.
#[component]
pub fn TalkListButton() -> Element {
    let words = use_words();
    let talking = use_talking();
    let mut view = talking.view;
    let unread = use_memo(move || talking.unread());
    let label = words.t_with("talk-all-button", args![count => unread()]);
    let is_open = use_memo(move || talking.view.read().is_some());
    rsx! {
        button {
            class: if unread() > 0 { "icon-button talk-all-button is-unread" } else { "icon-button talk-all-button" },
            r#type: "button",
            aria_label: label.clone(),
            title: label,
            aria_haspopup: "dialog",
            aria_expanded: is_open(),
            onclick: move |_| view.set(if is_open() { None } else { Some(View::All) }),
            Icon { shape: Shape::Speech }
            if unread() > 0 {
                span { class: "talk-count", "aria-hidden": "true", "{unread}" }
            }
        }
    }
}
