//! The language of the page: the one that was chosen on this device, else the browser's. `web/boot.js` finds
//! it and downloads its messages beside the client.

use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use jalon_view::words::{self, Language, Words};
use js_sys::Promise;
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlDocument;

/// The same name in the browser's storage, for this page, and in the cookie, for the server's pages.
const NAME: &str = "jalon_lang";
/// A year, in seconds.
const YEAR: u32 = 365 * 24 * 60 * 60;
/// Messages that a line lost are asked for again after so long.
const PATIENCE_MS: u32 = 2_000;

#[wasm_bindgen]
extern "C" {
    /// The tag of the language in which the page starts.
    #[wasm_bindgen(thread_local_v2, js_name = jalonLanguage)]
    static LANGUAGE: String;

    /// Its messages.
    #[wasm_bindgen(thread_local_v2, js_name = jalonWords)]
    static WORDS: String;

    /// Downloads the messages of a language.
    #[wasm_bindgen(js_name = jalonWordsOf)]
    fn words_of(tag: &str) -> Promise;
}

/// The language in which the page starts.
pub fn preferred() -> Language {
    LANGUAGE
        .with(|tag| Language::from_tag(tag))
        .unwrap_or_default()
}

/// Takes its messages over from the page, before anything is drawn.
pub fn begin() {
    WORDS.with(|messages| words::give(preferred(), messages.clone()));
}

/// Switches the page to a language, and remembers it for the server's pages too.
pub fn choose(language: Language) {
    if let Some(storage) = crate::ui::storage() {
        let _ = storage.set_item(NAME, language.tag());
    }
    set_cookie(&format!(
        "{NAME}={}; path=/; max-age={YEAR}; samesite=lax",
        language.tag()
    ));
    let mut words = consume_context::<Signal<Words>>();
    dioxus::core::spawn_forever(async move {
        while !fetch(language).await {
            TimeoutFuture::new(PATIENCE_MS).await;
        }
        words.set(Words::of(language));
    });
}

/// Whether the messages of a language are there, downloading them when they are not.
async fn fetch(language: Language) -> bool {
    let messages = JsFuture::from(words_of(language.tag())).await;
    let messages = messages.ok().and_then(|messages| messages.as_string());
    messages
        .map(|messages| words::give(language, messages))
        .is_some()
}

/// Leaves a choice where the server's pages see it too.
pub(super) fn set_cookie(cookie: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(document) = document.and_then(|document| document.dyn_into::<HtmlDocument>().ok()) {
        let _ = document.set_cookie(cookie);
    }
}

/// Tells browsers and screen readers which language the page is in.
pub fn show(language: Language) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", language.tag());
    }
}
