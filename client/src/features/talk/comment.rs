//! One comment: who said what and when, and what its author may still do about it.

use super::{board::use_talking, composer::Composer, mentioning::shown, panel::add};
use crate::{features::when, session::use_session};
use dioxus::prelude::*;
use jalon_shared::{
    Subject, ThreadId,
    talk::{Comment, Deed, Mention, Piece, pieces},
};
use jalon_view::{args, words::use_words};

/// What is being done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    Nothing,
    Correcting,
    /// Asked whether it shall really go.
    Leaving,
}

#[component]
pub(super) fn CommentLine(about: Subject, thread: ThreadId, comment: Comment) -> Element {
    let words = use_words();
    let session = use_session();
    let talking = use_talking();
    let mut doing = use_signal(|| Doing::Nothing);
    let id = comment.id;
    let is_mine = talking.is_me(comment.said.by);
    let may_write = session.may_write();
    let may_remove = may_write && (is_mine || session.is_facilitator());
    let name = talking.name(words, comment.said.by);
    let name = if comment.said.name.is_empty() {
        words.somebody("")
    } else {
        name
    };
    if let Some(gone) = &comment.gone {
        let who = words.somebody(&gone.name);
        let key = if gone.by == comment.said.by {
            "talk-withdrawn"
        } else {
            "talk-removed"
        };
        return rsx! { p { class: "comment-gone muted small", {words.t_with(key, args![name => who])} } };
    }
    let (corrector, remover) = (session.clone(), session.clone());
    let text = shown(&comment.text, |person| talking.name(words, person));
    let mentions = comment.mentions.clone();
    rsx! {
        div { class: if is_mine { "comment is-mine" } else { "comment" },
            p { class: "comment-head",
                strong { "{name}" }
                span { class: "muted small", {when::told(words, comment.said.at)} }
                if comment.corrected_at.is_some() {
                    span { class: "muted small", {words.t("talk-corrected")} }
                }
            }
            if doing() == Doing::Correcting {
                Composer {
                    slot: format!("edit/{id}"),
                    label: words.t("talk-correct"),
                    send: words.t("talk-correct-send"),
                    before: Some((text, mentions)),
                    on_cancel: move |()| doing.set(Doing::Nothing),
                    on_send: move |(text, mentions): (String, Vec<Mention>)| {
                        add(&corrector, about, thread, Deed::Correct { comment: id, text, mentions });
                        doing.set(Doing::Nothing);
                    },
                }
            } else {
                p { class: "comment-text",
                    for (index, piece) in pieces(&comment.text).into_iter().enumerate() {
                        match piece {
                            Piece::Words(words) => rsx! { span { key: "{index}", "{words}" } },
                            Piece::Person(person) => rsx! {
                                span { key: "{index}", class: if talking.is_me(person) { "mention is-me" } else { "mention" },
                                    "@{talking.name(words, person)}"
                                }
                            },
                        }
                    }
                }
            }
            if doing() == Doing::Leaving {
                div { class: "cluster comment-tools", role: "group", aria_label: words.t("talk-remove-sure"),
                    span { class: "small", {words.t("talk-remove-sure")} }
                    button { class: "button small danger", r#type: "button",
                        onclick: move |_| {
                            let deed = if is_mine { Deed::Withdraw { comment: id } } else { Deed::Remove { comment: id } };
                            add(&remover, about, thread, deed);
                        },
                        {words.t("talk-remove-yes")}
                    }
                    button { class: "button quiet small", r#type: "button", onclick: move |_| doing.set(Doing::Nothing), {words.t("talk-remove-no")} }
                }
            } else if doing() == Doing::Nothing && may_remove {
                div { class: "comment-tools",
                    if is_mine {
                        button { class: "link-button small", r#type: "button", onclick: move |_| doing.set(Doing::Correcting), {words.t("talk-correct")} }
                    }
                    button { class: "link-button small", r#type: "button", onclick: move |_| doing.set(Doing::Leaving), {words.t("talk-remove")} }
                }
            }
        }
    }
}
