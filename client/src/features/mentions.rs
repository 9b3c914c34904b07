//! Agreed words of the glossary where they are used: a chip for each, which shows what was agreed that it means.

use crate::session::{Watch, use_watch};
use crate::ui::{Icon, Shape};
use dioxus::prelude::*;
use jalon_shared::{
    EntityKind, FieldRef, Lang, Term, TermId, glossary::TermStatus, rules::mentions,
};
use jalon_view::{args, words::use_words};
use std::collections::BTreeSet;

/// The agreed terms of the glossary, and the language that the workspace is written in.
#[derive(Clone, PartialEq)]
pub(crate) struct Agreed {
    terms: Vec<Term>,
    lang: Option<Lang>,
}

/// What [`Mentions`] look words up in, read once for a page.
#[derive(Clone, Copy)]
struct Lexicon(ReadSignal<Agreed>);

/// A page calls it once, above its [`Mentions`].
pub(crate) fn use_lexicon() {
    let agreed = use_watch(
        Watch::Any(vec![Watch::Kind(EntityKind::Term), Watch::Languages]),
        |workspace| {
            let terms = workspace
                .terms()
                .into_iter()
                .filter_map(|id| workspace.term(id));
            let agreed = terms.filter(|term| term.status == TermStatus::Agreed);
            Agreed {
                terms: agreed.collect(),
                lang: workspace.settings().languages.into_iter().next(),
            }
        },
    );
    use_context_provider(|| Lexicon(agreed));
}

/// The agreed terms that these texts use, each once.
#[component]
pub(crate) fn Mentions(fields: Vec<FieldRef>, heading: String) -> Element {
    let words = use_words();
    let lexicon = use_context::<Lexicon>().0;
    let read = fields.clone();
    let texts = use_watch(
        Watch::Any(fields.into_iter().map(Watch::Field).collect()),
        move |workspace| {
            let texts = read.iter().filter_map(|field| workspace.text(field));
            texts.collect::<Vec<_>>().join("\n")
        },
    );
    let used = use_memo(move || {
        let agreed = lexicon.read();
        let Some(lang) = &agreed.lang else {
            return Vec::new();
        };
        let found: BTreeSet<TermId> = mentions::find(&texts.read(), &agreed.terms, lang)
            .into_iter()
            .map(|(_, id)| id)
            .collect();
        let used = agreed.terms.iter().filter(|term| found.contains(&term.id));
        used.filter_map(|term| Some((term.id, term.entries.get(lang)?.clone())))
            .collect()
    });
    let mut shown = use_signal(|| None::<TermId>);
    let used = used.read();
    if used.is_empty() {
        return rsx! {};
    }
    let open = used.iter().find(|(id, _)| shown() == Some(*id));
    rsx! {
        div { class: "mentions", role: "group", aria_label: "{heading}",
            onkeydown: move |event| {
                if event.key() == Key::Escape && shown.peek().is_some() {
                    event.stop_propagation();
                    shown.set(None);
                }
            },
            for (id, entry) in used.iter() {
                button {
                    key: "{id}",
                    class: "chip mention",
                    r#type: "button",
                    aria_expanded: shown() == Some(*id),
                    aria_label: words.t_with("objective-word", args![term => entry.term.trim().to_owned()]),
                    onclick: {
                        let id = *id;
                        move |_| shown.set(if shown() == Some(id) { None } else { Some(id) })
                    },
                    Icon { shape: Shape::Quote }
                    span { {entry.term.trim()} }
                }
            }
            if let Some((_, entry)) = open {
                div { class: "note mention-definition",
                    strong { {entry.term.trim()} }
                    p { class: "prose", {entry.definition.trim()} }
                }
            }
        }
    }
}
