//! When the client itself breaks: the page stops, says so, and offers to start again. What was typed is
//! already on its way to the server and in this browser's copy.

use jalon_view::words::{Language, Words};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

thread_local! { static LANGUAGE: Cell<Language> = const { Cell::new(Language::French) }; }

/// In which language to say it.
pub fn speak(language: Language) {
    LANGUAGE.set(language);
}

/// After a panic the instance would go on answering with half-changed state: the page becomes inert.
pub fn install() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        show();
    }));
}

/// Stops the page. Nothing of the framework is used: it may be what broke.
pub fn show() {
    let words = Words::of(LANGUAGE.get());
    let _ = try_show(words);
}

fn try_show(words: Words) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let body = document.body()?;
    if document.get_element_by_id("crash").is_some() {
        return None;
    }
    document
        .get_element_by_id("main")?
        .set_attribute("inert", "")
        .ok()?;
    // Drawn by the server before this client broke: it would stand in front of what the client drew.
    if let Some(picture) = document.get_element_by_id("picture") {
        picture.remove();
    }
    // What is open above the page would hide the words.
    let dialogs = document.query_selector_all("dialog[open]").ok()?;
    for index in 0..dialogs.length() {
        if let Some(dialog) = dialogs
            .item(index)
            .and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok())
        {
            dialog.close();
        }
    }
    let backdrop = document.create_element("div").ok()?;
    backdrop.set_id("crash");
    backdrop.set_class_name("backdrop");
    backdrop.set_attribute("role", "alertdialog").ok()?;
    backdrop
        .set_attribute("aria-labelledby", "crash-title")
        .ok()?;
    let card = document.create_element("div").ok()?;
    card.set_class_name("card stack crash");
    for (tag, key) in [("h2", "crash-title"), ("p", "crash-text")] {
        let element = document.create_element(tag).ok()?;
        element.set_id(key);
        element.set_text_content(Some(&words.t(key)));
        card.append_child(&element).ok()?;
    }
    // A link to the page itself reloads it, and needs no listener.
    let link = document.create_element("a").ok()?;
    link.set_class_name("button primary");
    link.set_attribute("href", "").ok()?;
    link.set_text_content(Some(&words.t("crash-reload")));
    card.append_child(&link).ok()?;
    backdrop.append_child(&card).ok()?;
    body.append_child(&backdrop).ok()?;
    Some(())
}
