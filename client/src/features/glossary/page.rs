//! The page of the glossary: what is shown, in which order, and the list of cards. Each card follows its
//! own term.

use super::{
    book::Book,
    card::Card,
    languages::Languages,
    search::{Filter, headword},
    tools::Tools,
};
use crate::{
    features::tongues::names::order_in,
    session::{Session, Watch, use_session, use_watch},
    ui::{Icon, Shape, use_sorting},
};
use dioxus::prelude::*;
use jalon_shared::{Command, EntityKind, Lang, NewEntity, TermId, Workspace, WorkspaceId};
use jalon_view::{args, words::use_words};
use std::collections::BTreeSet;
use uuid::Uuid;

fn terms(workspace: &Workspace) -> Vec<jalon_shared::Term> {
    workspace
        .terms()
        .into_iter()
        .filter_map(|id| workspace.term(id))
        .collect()
}

#[component]
pub fn Glossary(id: WorkspaceId) -> Element {
    let _ = id;
    let words = use_words();
    let session = use_session();
    let languages = use_watch(Watch::Languages, |workspace| workspace.settings().languages);
    let all = use_watch(Watch::Kind(EntityKind::Term), terms);
    let names = use_memo(move || {
        let languages = languages.read();
        all.read()
            .iter()
            .map(|term| (term.id, headword(term, &languages)))
            .collect::<Vec<_>>()
    });
    let book = use_context_provider(|| Book {
        filter: Signal::new(Filter::default()),
        open: Signal::new(BTreeSet::new()),
        hidden: Signal::new(BTreeSet::new()),
        single: Signal::new(None),
        languages,
        names: names.into(),
    });
    let mover = session.clone();
    let sorting = use_sorting("term", move |moved| {
        let entity = TermId::from(moved.item).into();
        mover.send(Command::Move {
            entity,
            place: moved.place,
        });
    });

    let filter = book.filter.read().clone();
    let order = order_in(filter.alphabetical.as_ref().map_or("und", Lang::as_str));
    let shown = filter.apply(&all.read(), &book.open.read(), order);
    let count = all.read().len();
    let is_ordered_by_hand = filter.alphabetical.is_none() && !filter.hides();
    let neighbours: Vec<Uuid> = all.read().iter().map(|term| term.id.uuid()).collect();
    let may_write = session.may_write();
    let has_languages = !languages.read().is_empty();
    let add = use_callback(move |()| {
        let id = TermId::from(Session::fresh_uuid());
        session.send(NewEntity::new(id));
        book.go(id, ".term-word textarea, .term-word input");
    });
    rsx! {
        div { class: "page glossary-page",
            div { class: "section-head",
                h1 { {words.t("glossary-title")} }
                div { class: "cluster",
                    // Once there are terms it stands beside the languages that are shown.
                    if count == 0 { Languages {} }
                    if may_write && has_languages {
                        button { class: "button primary", r#type: "button", onclick: move |_| add(()),
                            Icon { shape: Shape::Add }
                            {words.t("glossary-add")}
                        }
                    }
                }
            }
            p { class: "muted glossary-intro", {words.t("glossary-intro")} }
            if !has_languages {
                p { class: "note", {words.t("glossary-languages-none")} }
            }
            if count > 0 {
                Tools {
                    counted: if shown.len() == count {
                        words.t_with("glossary-count", args![count => count])
                    } else {
                        words.t_with("glossary-count-of", args![shown => shown.len(), count => count])
                    },
                }
            }
            if count == 0 && has_languages {
                div { class: "empty",
                    p { strong { {words.t("glossary-empty")} } }
                    p { {words.t("glossary-empty-hint")} }
                }
            } else if shown.is_empty() && count > 0 {
                div { class: "empty", p { {words.t("glossary-nothing-found")} } }
            }
            div { class: "stack glossary-list {sorting.group_class(\"all\")}", "data-sort-group": sorting.group("all"),
                for id in shown.iter().copied() {
                    Card { key: "{id}", id, sorting,
                        neighbours: if is_ordered_by_hand && may_write { neighbours.clone() } else { Vec::new() } }
                }
            }
            if may_write && shown.len() > 6 {
                div { class: "glossary-more",
                    button { class: "button", r#type: "button", onclick: move |_| add(()),
                        Icon { shape: Shape::Add }
                        {words.t("glossary-add")}
                    }
                }
            }
        }
    }
}
