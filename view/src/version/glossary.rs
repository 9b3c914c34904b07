//! The glossary of a frozen version: the wording of that day, languages side by side, agreed terms first.

use super::pieces;
use crate::{
    args,
    html::escape,
    words::{direction, use_words},
};
use dioxus::prelude::*;
use jalon_shared::{
    EntityKind, Field, Lang, Term, TermId,
    glossary::{TermEntry, TermStatus},
};
use std::collections::HashMap;

/// The statuses in the order of the page.
const ORDER: [TermStatus; 3] = [
    TermStatus::Agreed,
    TermStatus::InDebate,
    TermStatus::Proposed,
];

#[component]
pub fn Glossary(terms: Vec<Term>, languages: Vec<Lang>) -> Element {
    let words = use_words();
    if terms.is_empty() {
        return rsx! { p { class: "hint", {words.t("version-no-term")} } };
    }
    let places: HashMap<TermId, usize> = (0..)
        .zip(&terms)
        .map(|(place, term)| (term.id, place))
        .collect();
    // In the order of the glossary.
    let related = |term: &Term| -> String {
        let places = term.related.iter().filter_map(|id| places.get(id));
        let mut places: Vec<usize> = places.copied().collect();
        places.sort_unstable();
        let titles = places.into_iter().filter_map(|place| terms.get(place));
        let titles: Vec<&str> = titles.map(|term| term.title(&languages)).collect();
        titles.join(", ")
    };
    let of = |status| -> Vec<&Term> {
        let terms = terms.iter();
        terms.filter(|term| term.status == status).collect()
    };
    let group = |status, terms: &[&Term]| {
        let sheets = terms.iter().map(|term| TermSheetProps {
            term: Term::clone(term),
            languages: languages.clone(),
            related: related(term),
        });
        let sheets: Vec<_> = sheets.collect();
        format!(
            "<h3 class=\"status-title\">{} <span class=\"muted\">{}</span></h3>{}",
            escape(&words.choice(status)),
            escape(&words.t_with("version-terms-count", args![n => terms.len()])),
            pieces::components(words.language(), TermSheet, &sheets)
        )
    };
    rsx! {
        for status in ORDER {
            if !of(status).is_empty() {
                div { class: "status-group", dangerous_inner_html: group(status, &of(status)) }
            }
        }
    }
}

#[component]
fn TermSheet(term: Term, languages: Vec<Lang>, related: String) -> Element {
    let words = use_words();
    let title = match term.title(&languages).trim() {
        "" => words.t("version-untitled-term"),
        title => title.to_owned(),
    };
    let status = match term.status {
        TermStatus::Agreed => "good",
        TermStatus::InDebate => "on-the-way",
        TermStatus::Proposed => "unknown",
    };
    let texts = [
        (Field::SubjectField, term.subject_field.clone()),
        (Field::Disagreement, term.disagreement.clone()),
        (Field::TranslationNote, term.translation_note.clone()),
        (Field::Related, related),
    ];
    let texts = texts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty());
    let texts: Vec<_> = texts
        .map(|(field, text)| (words.field(EntityKind::Term, &field), text))
        .collect();
    rsx! {
        article { class: "term card",
            header { class: "cluster spread",
                h4 { {title} }
                span { class: "chip {status}", {words.choice(term.status)} }
            }
            div { class: "languages",
                for lang in languages {
                    Entry { key: "{lang}", entry: term.entries.get(&lang).cloned().unwrap_or_default(), lang }
                }
            }
            if !texts.is_empty() {
                dl { class: "definition",
                    for (label, text) in texts {
                        dt { {label} }
                        dd { {text} }
                    }
                }
            }
        }
    }
}

/// A concept in one language; its words are marked with it, so that a voice reads them aright.
#[component]
fn Entry(entry: TermEntry, lang: Lang) -> Element {
    let words = use_words();
    let (tag, dir) = (lang.to_string(), direction(&lang));
    let more = [
        (Field::NotesIn(lang.clone()), entry.notes.clone()),
        (Field::VariantsIn(lang.clone()), entry.variants.clone()),
        (
            Field::FalseFriendsIn(lang.clone()),
            entry.false_friends.clone(),
        ),
    ];
    let more = more.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let more: Vec<_> = more
        .map(|(field, text)| (words.field(EntityKind::Term, &field), text))
        .collect();
    rsx! {
        div { class: "language",
            p { class: "eyebrow", {words.lang(&lang)} }
            if entry.term.trim().is_empty() && entry.definition.trim().is_empty() {
                p { class: "hint", {words.t("version-language-missing")} }
            } else {
                p { class: "language-term", dir: (!entry.term.trim().is_empty()).then_some(dir),
                    strong { lang: tag.clone(), {entry.term.clone()} }
                    if let Some(gender) = entry.gender {
                        " " span { class: "muted", {words.t_with("version-gender", args![gender => words.choice(gender)])} }
                    }
                }
                p { class: "language-definition", lang: tag.clone(), dir, {entry.definition.clone()} }
            }
            for (label, text) in more {
                p { class: "language-more",
                    span { class: "label", {label} }
                    span { lang: tag.clone(), dir, {text} }
                }
            }
        }
    }
}
