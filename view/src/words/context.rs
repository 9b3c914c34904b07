//! How components reach the words: the root of a page provides them once, everybody below reads them.

use super::{Language, Words};
use dioxus::prelude::*;

/// The words of the page. Whoever calls it is drawn again when the language is switched.
/// Without a root that provides them (a component drawn alone) they are French.
pub fn use_words() -> Words {
    try_use_context::<Signal<Words>>()
        .map(|words| words())
        .unwrap_or_default()
}

/// Gives the page its words, from its root component; the signal switches the language.
pub fn provide_words(language: Language) -> Signal<Words> {
    use_context_provider(|| Signal::new(Words::of(language)))
}
