//! A box for a text that people write together. What is typed goes to the document letter by letter, what
//! others type comes back into the box without moving the caret; the component itself is not drawn again.

use super::{PresenceMark, binding::Lines};
use crate::{
    session::{Mounted, Session, use_session},
    ui::{element_of, use_element_id},
};
use dioxus::prelude::*;
use jalon_shared::FieldRef;
use jalon_view::words::direction_of;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsCast;
use web_sys::{Element as Node, HtmlInputElement};

#[component]
pub fn TextField(
    field: FieldRef,
    label: String,
    /// The words that are seen, where a heading says the rest of the label already.
    #[props(default)]
    short_label: String,
    /// Several lines, growing with the text.
    #[props(default)]
    multiline: bool,
    #[props(default)] hide_label: bool,
    #[props(default)] placeholder: String,
    #[props(default)] class: String,
    /// How many lines it has at least.
    #[props(default = 2)]
    rows: u32,
    /// The language of what is written in it, when it is not that of the page.
    #[props(default)]
    lang: String,
    /// A sentence below.
    #[props(default)]
    hint: String,
    /// Lets a page put the keyboard into it.
    #[props(default)]
    id: String,
) -> Element {
    rsx! {
        // Another field is another box: nothing of the one before may stay in it.
        for field in [field] {
            TextBox {
                key: "{field}",
                field: field.clone(),
                label: label.clone(),
                short_label: short_label.clone(),
                multiline,
                hide_label,
                placeholder: placeholder.clone(),
                class: class.clone(),
                rows,
                lang: lang.clone(),
                hint: hint.clone(),
                id: id.clone(),
            }
        }
    }
}

#[component]
fn TextBox(
    field: FieldRef,
    label: String,
    short_label: String,
    multiline: bool,
    hide_label: bool,
    placeholder: String,
    class: String,
    rows: u32,
    lang: String,
    hint: String,
    id: String,
) -> Element {
    let session = use_session();
    let own_id = use_element_id("text");
    let id = if id.is_empty() { own_id } else { id };
    let path = field.to_string();
    let mounted: Rc<RefCell<Option<Rc<Mounted>>>> = use_hook(Rc::default);
    {
        let (session, mounted) = (session.clone(), mounted.clone());
        use_drop(move || {
            if let Some(mounted) = mounted.take() {
                session.unmount(&mounted);
            }
        });
    }
    let on = |act: fn(&Session, &Mounted)| {
        let (session, mounted) = (session.clone(), mounted.clone());
        move || {
            if let Some(mounted) = &*mounted.borrow() {
                act(&session, mounted);
            }
        }
    };
    let input = on(Session::field_input);
    let started = on(Session::field_composition_started);
    let ended = on(Session::field_composition_ended);
    let mount = {
        let session = session.clone();
        let lines = if multiline { Lines::Many } else { Lines::One };
        move |event: MountedEvent| {
            // A textarea has all that is used of an input.
            let element = element_of::<Node>(&event)
                .map(|element| element.unchecked_into::<HtmlInputElement>());
            if let Some(element) = element {
                mounted.replace(Some(session.mount(field.clone(), element, lines)));
            }
        }
    };
    let read_only = !session.may_write();
    let enter = {
        let (session, path) = (session.clone(), path.clone());
        move || session.focus(Some(path.clone()))
    };
    let leave = move || session.focus(None);
    let hint_id = (!hint.is_empty()).then(|| format!("{id}-hint"));
    // What people write in the language of the page may still quote another.
    let dir = match lang.as_str() {
        "" => "auto",
        lang => direction_of(lang),
    };
    let lang = (!lang.is_empty()).then_some(lang);
    let is_short = !short_label.is_empty();
    let name = is_short.then(|| label.clone());
    let seen = if is_short { short_label } else { label };
    let shown_label = if hide_label {
        "visually-hidden"
    } else {
        "label"
    };
    rsx! {
        div { class: "field text-field {class}",
            label { class: shown_label, r#for: "{id}", "{seen}" }
            div {
                class: "control",
                oninput: move |_| input(),
                oncompositionstart: move |_| started(),
                oncompositionend: move |_| ended(),
                onfocusin: move |_| enter(),
                onfocusout: move |_| leave(),
                if multiline {
                    textarea {
                        id: "{id}",
                        class: "textarea",
                        rows: "{rows}",
                        placeholder: "{placeholder}",
                        readonly: read_only,
                        lang,
                        dir,
                        aria_describedby: hint_id.clone(),
                        onmounted: mount,
                        "data-field": path.clone(),
                        aria_label: name.clone(),
                    }
                } else {
                    input {
                        id: "{id}",
                        class: "input",
                        r#type: "text",
                        autocomplete: "off",
                        placeholder: "{placeholder}",
                        readonly: read_only,
                        lang,
                        dir,
                        aria_describedby: hint_id.clone(),
                        onmounted: mount,
                        "data-field": path.clone(),
                        aria_label: name.clone(),
                    }
                }
                PresenceMark { field: path.clone() }
            }
            if let Some(hint_id) = hint_id {
                p { class: "hint", id: "{hint_id}", "{hint}" }
            }
        }
    }
}
