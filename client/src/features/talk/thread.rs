//! One thread: its comments, an answer, and whether it is settled.

use super::{comment::CommentLine, composer::Composer, panel::add};
use crate::{
    features::when,
    session::use_session,
    ui::{self, Icon, Shape},
};
use dioxus::prelude::*;
use jalon_shared::{
    Thread,
    talk::{Deed, Mention},
};
use jalon_view::{args, words::use_words};

#[component]
pub(super) fn ThreadCard(
    thread: Thread,
    /// Whether the box for an answer takes the keyboard when it comes.
    #[props(default)]
    takes_focus: bool,
) -> Element {
    let words = use_words();
    let session = use_session();
    let (id, about) = (thread.id, thread.about);
    let may_write = session.may_write();
    let resolved = thread.resolved.clone();
    let is_resolved = resolved.is_some();
    let (answerer, settler, copier) = (session.clone(), session.clone(), session.clone());
    let author = thread
        .comments
        .first()
        .map(|one| words.somebody(&one.said.name));
    let link = format!("{}/w/{}/talk/{id}", ui::origin(), session.workspace_id());
    rsx! {
        article { class: if is_resolved { "thread is-resolved" } else { "thread" }, id: "thread-{id}",
            aria_label: words.t_with("talk-thread-of", args![name => author.unwrap_or_default()]),
            if let Some(resolved) = resolved {
                p { class: "thread-state", Icon { shape: Shape::Check }
                    {words.t_with("talk-resolved-by", args![name => words.somebody(&resolved.name), when => when::told(words, resolved.at)])}
                }
            }
            ol { class: "comments",
                for comment in thread.comments.clone() {
                    li { key: "{comment.id}", CommentLine { about, thread: id, comment } }
                }
            }
            if may_write && !is_resolved {
                Composer {
                    slot: id.to_string(),
                    label: words.t("talk-answer"),
                    placeholder: words.t("talk-answer-hint"),
                    send: words.t("talk-answer-send"),
                    takes_focus,
                    on_send: move |(text, mentions): (String, Vec<Mention>)| {
                        add(&answerer, about, id, Deed::Say { text, mentions });
                    },
                }
            }
            div { class: "thread-tools",
                if may_write {
                    button { class: "button quiet small", r#type: "button",
                        onclick: move |_| {
                            let deed = if is_resolved { Deed::Reopen } else { Deed::Resolve };
                            add(&settler, about, id, deed);
                        },
                        Icon { shape: if is_resolved { Shape::Restore } else { Shape::Check } }
                        {words.t(if is_resolved { "talk-reopen" } else { "talk-resolve" })}
                    }
                }
                button { class: "button quiet small", r#type: "button",
                    onclick: move |_| {
                        let (link, toasts) = (link.clone(), copier.toasts());
                        spawn(async move {
                            if ui::copy(&link).await {
                                toasts.say("talk-link-copied");
                            } else {
                                toasts.text(link);
                            }
                        });
                    },
                    Icon { shape: Shape::Link }
                    {words.t("talk-copy-link")}
                }
            }
        }
    }
}
