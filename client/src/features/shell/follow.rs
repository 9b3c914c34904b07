//! Going along with somebody: what this page says of it. Whoever writes is never taken away from their text: they are
//! asked, and nothing happens until they answer. Where the page goes stands in `going`.

mod going;

pub use going::{place_of, use_carets};

use super::nav::Page;
use crate::{
    session::{Followed, Guide, Session, use_session},
    ui::{Icon, Shape},
};
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use going::{is_busy, use_going_along, use_own_way};
use jalon_shared::PersonId;
use jalon_view::{args, words::use_words};

/// Whoever is asked to go along and does not answer does so after this time, in milliseconds: long enough to read
/// two sentences and to say no.
const TO_ANSWER: u32 = 8_000;

/// What is said while this page goes along with somebody, leads, or is asked to.
#[component]
pub fn FollowBar(current: Option<Page>) -> Element {
    let session = use_session();
    use_going_along(current);
    use_own_way();
    let followed = session.followed();
    let guide = session.guide();
    let leads = session.leads();
    rsx! {
        if let Some(Followed { color, .. }) = &followed {
            div { class: "follow-frame presence-{color}", "aria-hidden": "true" }
        }
        div { class: "follow-place", role: "status",
            if leads {
                Leading {}
            } else if let Some(followed) = followed {
                Following { followed }
            } else if let Some(guide) = guide {
                Asked { key: "{guide.person}", guide }
            }
        }
    }
}

#[component]
fn Leading() -> Element {
    let words = use_words();
    let session = use_session();
    let count = session.followers();
    rsx! {
        div { class: "follow-bar is-leading",
            Icon { shape: Shape::People }
            span { class: "grow", {words.t_with("guide-leading", args![n => count])} }
            button { class: "button small", r#type: "button", onclick: move |_| session.lead(false), {words.t("guide-stop")} }
        }
    }
}

#[component]
fn Following(followed: Followed) -> Element {
    let words = use_words();
    let session = use_session();
    let Followed { name, color, .. } = followed;
    rsx! {
        div { class: "follow-bar presence-{color}",
            span { class: "follow-dot", "aria-hidden": "true" }
            span { class: "grow", {words.t_with("follow-following", args![name => name])} }
            button { class: "button small", r#type: "button", onclick: move |_| session.stop_following(), {words.t("follow-stop")} }
        }
    }
}

/// Somebody leads everybody, and this page does not go along.
#[component]
fn Asked(guide: Guide) -> Element {
    let words = use_words();
    let session = use_session();
    let Guide {
        person,
        name,
        color,
        is_declined,
    } = guide;
    // Whoever writes answers when they like.
    let mut waits = use_signal(is_busy);
    {
        let session = session.clone();
        use_hook(move || {
            spawn(async move {
                TimeoutFuture::new(TO_ANSWER).await;
                let guide = session.guide();
                let is_open =
                    guide.is_some_and(|guide| guide.person == person && !guide.is_declined);
                if is_busy() {
                    waits.set(true);
                } else if is_open && !waits() {
                    session.follow(person);
                }
            })
        });
    }
    let (follow, decline) = (session.clone(), session);
    let key = if is_declined {
        "guide-goes-on"
    } else if waits() {
        "guide-asks-writer"
    } else {
        "guide-asks"
    };
    rsx! {
        div { class: if is_declined { "follow-bar is-quiet presence-{color}" } else { "follow-bar presence-{color}" },
            span { class: "follow-dot", "aria-hidden": "true" }
            span { class: "grow", {words.t_with(key, args![name => name])} }
            button { class: "button small primary", r#type: "button", onclick: move |_| follow.follow(person), {words.t("follow-go")} }
            if !is_declined {
                button { class: "button small", r#type: "button", onclick: move |_| decline.decline(), {words.t("guide-not-now")} }
            }
        }
    }
}

/// A button that goes along with somebody, or no longer.
#[component]
pub fn FollowButton(person: PersonId, name: String, on_done: EventHandler<()>) -> Element {
    let words = use_words();
    let session = use_session();
    let follows = session
        .followed()
        .is_some_and(|followed| followed.person == person);
    let (label, text) = if follows {
        ("follow-stop-whom", "follow-stop")
    } else {
        ("follow-whom", "follow-go")
    };
    rsx! {
        button {
            class: "link-button small",
            r#type: "button",
            aria_label: words.t_with(label, args![name => name]),
            onclick: move |_| {
                act(&session, person, follows);
                on_done.call(());
            },
            {words.t(text)}
        }
    }
}

fn act(session: &Session, person: PersonId, follows: bool) {
    if follows {
        session.stop_following();
    } else {
        session.follow(person);
    }
}
