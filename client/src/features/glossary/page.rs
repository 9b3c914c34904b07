//! The page of the glossary: what is shown, in which order, and the list of cards. Each card follows its
//! own term.

use super::{
    card::Card,
    languages::Languages,
    search::{Filter, headword},
    tools::Tools,
};
use crate::{
    session::{Session, Watch, use_session, use_watch},
    ui::{Icon, Shape, use_sorting},
};
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use jalon_shared::{Command, EntityKind, Lang, NewEntity, TermId, Workspace, WorkspaceId};
use jalon_view::{args, words::use_words};
use std::collections::BTreeSet;
use uuid::Uuid;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// What the parts of the page share. A handle.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Book {
    pub filter: Signal<Filter>,
    /// Terms that are open; they stay on the page whatever is filtered.
    pub open: Signal<BTreeSet<TermId>>,
    /// Languages that this reader does not look at.
    pub hidden: Signal<BTreeSet<Lang>>,
    /// The one language of a narrow screen; the first one until it was chosen.
    pub single: Signal<Option<Lang>>,
    pub languages: ReadSignal<Vec<Lang>>,
    /// The headword of every term, in the order that people gave them.
    pub names: ReadSignal<Vec<(TermId, String)>>,
}

impl Book {
    /// The languages with a column, in order; at least one, if there is any.
    pub fn shown(self) -> Vec<Lang> {
        let (languages, hidden) = (self.languages.read(), self.hidden.read());
        let shown: Vec<Lang> = languages
            .iter()
            .filter(|lang| !hidden.contains(*lang))
            .cloned()
            .collect();
        if shown.is_empty() {
            languages.clone()
        } else {
            shown
        }
    }

    /// The language of a narrow screen.
    pub fn on_narrow_screen(self) -> Option<Lang> {
        let languages = self.languages.read();
        let chosen = self
            .single
            .read()
            .clone()
            .filter(|lang| languages.contains(lang));
        chosen.or_else(|| languages.first().cloned())
    }

    /// The languages that are drawn: the columns, and the one of a narrow screen, of which the style hides
    /// what does not fit.
    pub fn drawn(self) -> Vec<Lang> {
        let (shown, narrow) = (self.shown(), self.on_narrow_screen());
        let languages = self.languages.read();
        languages
            .iter()
            .filter(|lang| shown.contains(lang) || narrow.as_ref() == Some(*lang))
            .cloned()
            .collect()
    }

    /// The class of the column of a language.
    pub fn column_class(self, lang: &Lang) -> String {
        let mut class = "term-column".to_owned();
        if self.on_narrow_screen().as_ref() == Some(lang) {
            class.push_str(" is-single");
        }
        if !self.shown().contains(lang) {
            class.push_str(" is-narrow-only");
        }
        class
    }

    /// Opens a term and brings it into view, with the keyboard in `selector` inside it if there is such.
    pub fn go(mut self, id: TermId, selector: &'static str) {
        self.open.write().insert(id);
        wasm_bindgen_futures::spawn_local(async move {
            for _ in 0..20 {
                TimeoutFuture::new(40).await;
                let document = web_sys::window().and_then(|window| window.document());
                let Some(card) =
                    document.and_then(|document| document.get_element_by_id(&card_id(id)))
                else {
                    continue;
                };
                let inside = card
                    .query_selector(selector)
                    .ok()
                    .flatten()
                    .and_then(|inside| inside.dyn_into::<HtmlElement>().ok());
                let Some(inside) = inside else { continue };
                card.scroll_into_view();
                let _ = inside.focus();
                return;
            }
        });
    }
}

/// The id of a card on the page.
pub(super) fn card_id(id: TermId) -> String {
    format!("term-{id}")
}

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
    let shown = filter.apply(&all.read(), &book.open.read());
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
