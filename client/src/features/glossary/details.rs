//! A term to be written: every field of the concept, and those of each language that is shown.

use super::{book::Book, gender::has_gender, related::Related};
use crate::field::{ChoiceField, TextField};
use dioxus::prelude::*;
use jalon_shared::{
    EntityKind, Field, Lang, Term, TermId,
    glossary::{Gender, TermStatus},
};
use jalon_view::words::use_words;

#[component]
pub(super) fn Details(term: Term) -> Element {
    let words = use_words();
    let book = use_context::<Book>();
    let id = term.id;
    let label = |field: &Field| words.field(EntityKind::Term, field);
    // The box stays while it has words, so that agreeing does not hide why it was debated.
    let shows_disagreement =
        term.status == TermStatus::InDebate || !term.disagreement.trim().is_empty();
    rsx! {
        div { class: "term-columns",
            for lang in book.drawn() {
                Entry { key: "{lang}", id, class: book.column_class(&lang),
                    gender: term.entries.get(&lang).and_then(|entry| entry.gender), lang }
            }
        }
        div { class: "term-concept",
            div { class: "fields",
                ChoiceField::<TermStatus> { field: id.field(Field::TermStatus), label: label(&Field::TermStatus), current: Some(term.status) }
                TextField { field: id.field(Field::SubjectField), label: label(&Field::SubjectField) }
            }
            if shows_disagreement {
                div { class: "note warning",
                    TextField { field: id.field(Field::Disagreement), label: label(&Field::Disagreement), multiline: true,
                        placeholder: words.t("glossary-field-disagreement-hint") }
                }
            }
            TextField { field: id.field(Field::TranslationNote), label: label(&Field::TranslationNote), multiline: true, rows: 1 }
            Related { id, related: term.related.clone() }
        }
    }
}

#[component]
fn Entry(id: TermId, lang: Lang, gender: Option<Gender>, class: String) -> Element {
    let words = use_words();
    let label = |field: Field| words.field_ref(&id.field(field));
    // The heading of the column says the language.
    let short = |field: Field| words.field(EntityKind::Term, &field);
    let is_french = lang.as_str().split('-').next() == Some("fr");
    rsx! {
        section { class: "{class} stack tight", aria_label: words.lang(&lang),
            h3 { class: "term-language", {words.lang(&lang)} }
            div { class: "term-word-line",
            div { class: "term-word",
                TextField { field: id.field(Field::TermIn(lang.clone())), lang: "{lang}", label: label(Field::TermIn(lang.clone())), short_label: short(Field::TermIn(lang.clone())) }
            }
            if has_gender(&lang) {
                ChoiceField::<Gender> { field: id.field(Field::GenderIn(lang.clone())), label: label(Field::GenderIn(lang.clone())), short_label: short(Field::GenderIn(lang.clone())),
                    current: gender, allow_none: true }
            }
            }
            TextField { field: id.field(Field::DefinitionIn(lang.clone())), lang: "{lang}", label: label(Field::DefinitionIn(lang.clone())), short_label: short(Field::DefinitionIn(lang.clone())), multiline: true, rows: 3 }
            TextField { field: id.field(Field::NotesIn(lang.clone())), lang: "{lang}", label: label(Field::NotesIn(lang.clone())), short_label: short(Field::NotesIn(lang.clone())), multiline: true, rows: 1 }
            TextField { field: id.field(Field::VariantsIn(lang.clone())), lang: "{lang}", label: label(Field::VariantsIn(lang.clone())), short_label: short(Field::VariantsIn(lang.clone())), multiline: true, rows: 1,
                placeholder: words.t(if is_french { "glossary-field-variants-hint" } else { "glossary-field-variants-hint-plain" }) }
            TextField { field: id.field(Field::FalseFriendsIn(lang.clone())), lang: "{lang}", label: label(Field::FalseFriendsIn(lang.clone())), short_label: short(Field::FalseFriendsIn(lang.clone())), multiline: true, rows: 1,
                placeholder: words.t("glossary-field-false-friends-hint") }
        }
    }
}
