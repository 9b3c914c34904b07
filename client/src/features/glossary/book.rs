//! What the parts of the page of the glossary share: what this reader looks at, and the way to a term.

use super::search::Filter;
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use jalon_shared::{Lang, TermId};
use std::collections::BTreeSet;
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
