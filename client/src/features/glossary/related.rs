//! The related terms of a term: going to them, linking and unlinking. A link holds in both directions.

use super::book::Book;
use crate::{
    features::tongues::names::order_in,
    session::use_session,
    ui::{Icon, Shape},
};
use dioxus::prelude::*;
use jalon_shared::{Command, EntityKind, Field, TermId};
use jalon_view::{args, words::use_words};
use std::collections::BTreeSet;

#[component]
pub(super) fn Related(id: TermId, related: BTreeSet<TermId>) -> Element {
    let words = use_words();
    let session = use_session();
    let book = use_context::<Book>();
    // A draw of the list of choices is spent by each choice.
    let mut round = use_signal(|| 0_u32);
    let named = |name: &str| {
        if name.is_empty() {
            words.t("glossary-term-unnamed")
        } else {
            name.to_owned()
        }
    };
    let names = book.names.read().clone();
    let linked: Vec<(TermId, String)> = names
        .iter()
        .filter(|(other, _)| related.contains(other))
        .map(|(other, name)| (*other, named(name)))
        .collect();
    let mut free: Vec<(TermId, String)> = names
        .iter()
        .filter(|(other, _)| *other != id && !related.contains(other))
        .map(|(other, name)| (*other, named(name)))
        .collect();
    let order = order_in(words.language().tag());
    free.sort_by(|(_, one), (_, other)| order(one, other));
    let may_write = session.may_write();
    let linker = session.clone();
    rsx! {
        div { class: "field", role: "group", aria_label: words.field(EntityKind::Term, &Field::Related),
            span { class: "label", "aria-hidden": "true", {words.field(EntityKind::Term, &Field::Related)} }
            div { class: "cluster",
                if linked.is_empty() { span { class: "hint", {words.t("glossary-related-none")} } }
                for (other, name) in linked {
                    span { key: "{other}", class: "chip term-related",
                        button { class: "link-button", r#type: "button",
                            aria_label: words.t_with("glossary-related-go", args![term => name.clone()]),
                            onclick: move |_| book.go(other, "button"),
                            "{name}"
                        }
                        if may_write {
                            button { class: "term-unlink", r#type: "button",
                                aria_label: words.t_with("glossary-related-remove", args![term => name.clone()]),
                                onclick: {
                                    let session = session.clone();
                                    move |_| session.send_all(vec![
                                        Command::Unlink { field: id.field(Field::Related), to: other.uuid() },
                                        Command::Unlink { field: other.field(Field::Related), to: id.uuid() },
                                    ])
                                },
                                Icon { shape: Shape::Close }
                            }
                        }
                    }
                }
                if may_write && !free.is_empty() {
                    for fresh in [round()] { select { key: "{fresh}", class: "select term-link", aria_label: words.t("glossary-related-add"),
                        onchange: {
                            let linker = linker.clone();
                            move |event: FormEvent| if let Ok(other) = event.value().parse::<TermId>() {
                                linker.send_all(vec![
                                    Command::Link { field: id.field(Field::Related), to: other.uuid() },
                                    Command::Link { field: other.field(Field::Related), to: id.uuid() },
                                ]);
                                round += 1;
                            }
                        },
                        option { value: "", selected: true, {words.t("glossary-related-choose")} }
                        for (other, name) in free.clone() {
                            option { key: "{other}", value: "{other}", "{name}" }
                        }
                    } }
                }
            }
        }
    }
}
