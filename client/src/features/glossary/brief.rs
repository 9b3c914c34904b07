//! A term to be read: its word and definition in each language that is shown, and the open disagreement.

use super::{book::Book, gender::has_gender};
use dioxus::prelude::*;
use jalon_shared::{
    Choice, Lang, Term,
    glossary::{TermEntry, TermStatus},
};
use jalon_view::words::{direction, use_words};

#[component]
pub(super) fn Brief(term: Term) -> Element {
    let words = use_words();
    let book = use_context::<Book>();
    let is_debated = term.status == TermStatus::InDebate && !term.disagreement.trim().is_empty();
    rsx! {
        div { class: "term-columns",
            for lang in book.drawn() {
                BriefEntry { key: "{lang}", entry: term.entries.get(&lang).cloned().unwrap_or_default(),
                    class: book.column_class(&lang), lang }
            }
        }
        if is_debated {
            div { class: "note warning term-disagreement",
                strong { {words.t("glossary-disagreement")} }
                p { class: "prose", {term.disagreement.clone()} }
            }
        }
    }
}

#[component]
fn BriefEntry(entry: TermEntry, lang: Lang, class: String) -> Element {
    let words = use_words();
    let dir = direction(&lang);
    let gender = entry.gender.filter(|_| has_gender(&lang));
    rsx! {
        div { class,
            // What is missing is said in the language of the page, and runs as it does.
            p { class: "term-headword", dir: (!entry.term.trim().is_empty()).then_some(dir),
                bdi { class: "term-tag", dir: "ltr", title: words.lang(&lang), "{lang}" }
                if entry.term.trim().is_empty() {
                    span { class: "hint", {words.t("glossary-missing-term")} }
                } else {
                    strong { lang: "{lang}", {entry.term.trim().to_owned()} }
                    if let Some(gender) = gender {
                        " "
                        abbr { class: "muted", title: words.choice(gender), {words.t(&format!("glossary-gender-short-{}", gender.word()))} }
                    }
                }
            }
            if entry.definition.trim().is_empty() {
                p { class: "hint", {words.t("glossary-missing-definition")} }
            } else {
                p { class: "term-definition", lang: "{lang}", dir, {entry.definition.trim().to_owned()} }
            }
        }
    }
}
