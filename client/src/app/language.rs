//! The language of the page: the one that was chosen on this device, else the browser's.

use dioxus::prelude::*;
use jalon_view::words::{Language, Words};
use wasm_bindgen::JsCast;
use web_sys::HtmlDocument;

/// The same name in the browser's storage, for this page, and in the cookie, for the server's pages.
const NAME: &str = "jalon_lang";
/// A year, in seconds.
const YEAR: u32 = 365 * 24 * 60 * 60;

pub fn preferred() -> Language {
    // The server's pages change the cookie: what was chosen there last holds here too.
    let stored = || crate::ui::storage().and_then(|storage| storage.get_item(NAME).ok().flatten());
    let chosen = cookie()
        .or_else(stored)
        .and_then(|tag| Language::from_tag(&tag));
    chosen.unwrap_or_else(|| {
        let languages = web_sys::window().map(|window| window.navigator().languages());
        let tags = languages
            .into_iter()
            .flatten()
            .filter_map(|tag| tag.as_string());
        Language::from_accept_language(&tags.collect::<Vec<_>>().join(","))
    })
}

fn cookie() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let cookies = document.dyn_into::<HtmlDocument>().ok()?.cookie().ok()?;
    let mut pairs = cookies
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='));
    pairs
        .find(|(name, _)| *name == NAME)
        .map(|(_, tag)| tag.to_owned())
}

/// Switches the page to a language, and remembers it for the server's pages too.
pub fn choose(language: Language) {
    if let Some(storage) = crate::ui::storage() {
        let _ = storage.set_item(NAME, language.tag());
    }
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(document) = document.and_then(|document| document.dyn_into::<HtmlDocument>().ok()) {
        let _ = document.set_cookie(&format!(
            "{NAME}={}; path=/; max-age={YEAR}; samesite=lax",
            language.tag()
        ));
    }
    consume_context::<Signal<Words>>().set(Words::of(language));
}

/// Tells browsers and screen readers which language the page is in.
pub fn show(language: Language) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", language.tag());
    }
}
