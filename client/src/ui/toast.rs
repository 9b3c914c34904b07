//! Toasts: things said in passing, which go away by themselves or when they are closed.

use super::{Icon, Shape};
use dioxus::core::ScopeId;
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use jalon_view::words::{FluentArgs, Words, use_words};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// How long a toast stays, in milliseconds: long enough to be read twice.
const STAY: u32 = 9_000;
/// The id of the place where they appear.
const REGION: &str = "toasts";
/// How many stay at once.
const MANY: usize = 4;

/// Something to say. Words are found when it is drawn, in the language of that moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Toast {
    say: Say,
    with: Vec<(&'static str, String)>,
    /// An address and the key of its label.
    link: Option<(String, &'static str)>,
    /// The key of a button's label, and what it does.
    deed: Option<(&'static str, Deed)>,
}

/// What a button of a toast does.
#[derive(Clone)]
struct Deed(Rc<dyn Fn()>);

impl std::fmt::Debug for Deed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Deed")
    }
}

impl PartialEq for Deed {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Say {
    Text(String),
    Key(&'static str),
}

impl Toast {
    pub fn text(text: String) -> Self {
        Self {
            say: Say::Text(text),
            with: Vec::new(),
            link: None,
            deed: None,
        }
    }

    /// The message of a key.
    pub fn key(key: &'static str) -> Self {
        Self {
            say: Say::Key(key),
            ..Self::text(String::new())
        }
    }

    /// A variable of the message.
    pub fn with(mut self, name: &'static str, value: String) -> Self {
        self.with.push((name, value));
        self
    }

    /// A link beside it, which leaves the page.
    pub fn link(mut self, address: String, label: &'static str) -> Self {
        self.link = Some((address, label));
        self
    }

    /// A button beside it, which closes the toast too.
    pub fn deed(mut self, label: &'static str, deed: impl Fn() + 'static) -> Self {
        self.deed = Some((label, Deed(Rc::new(deed))));
        self
    }

    fn words(&self, words: Words) -> String {
        let key = match &self.say {
            Say::Text(text) => return text.clone(),
            Say::Key(key) => key,
        };
        let mut args = FluentArgs::new();
        for (name, value) in &self.with {
            args.set(*name, value.clone());
        }
        words.t_with(key, args)
    }
}

/// Where toasts are shown. A handle.
#[derive(Clone, Copy, PartialEq)]
pub struct Toasts {
    shown: Signal<Vec<(u64, Toast)>>,
    next: Signal<u64>,
    /// Said to screen readers only.
    announced: Signal<String>,
}

impl Toasts {
    pub fn provide() -> Self {
        use_context_provider(|| Self {
            shown: Signal::new_in_scope(Vec::new(), ScopeId::ROOT),
            next: Signal::new_in_scope(0, ScopeId::ROOT),
            announced: Signal::new_in_scope(String::new(), ScopeId::ROOT),
        })
    }

    /// Says the message of a key.
    pub fn say(self, key: &'static str) {
        self.show(Toast::key(key));
    }

    /// Says a text that is in words already.
    pub fn text(self, text: String) {
        self.show(Toast::text(text));
    }

    /// Shows a toast; one that is shown already is not shown twice.
    pub fn show(mut self, toast: Toast) {
        let id = *self.next.peek();
        self.next.set(id + 1);
        let mut shown = self.shown.write();
        shown.retain(|(_, other)| *other != toast);
        shown.push((id, toast));
        if shown.len() > MANY {
            shown.remove(0);
        }
        drop(shown);
        let runtime = dioxus::core::Runtime::current();
        wasm_bindgen_futures::spawn_local(async move {
            TimeoutFuture::new(STAY).await;
            runtime.in_scope(ScopeId::ROOT, || self.close(id));
        });
    }

    /// Tells screen readers what happened without a trace on the screen ("Moved to position 3 of 7").
    pub fn announce(mut self, text: String) {
        self.announced.set(text);
    }

    fn close(mut self, id: u64) {
        if self.shown.peek().iter().any(|(other, _)| *other == id) {
            self.shown.write().retain(|(other, _)| *other != id);
        }
    }
}

pub fn use_toasts() -> Toasts {
    use_context::<Toasts>()
}

/// Brings the toasts above whatever was opened last: a dialog covers all that was there before it.
fn rise() {
    let region = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(REGION))
        .and_then(|region| region.dyn_into::<HtmlElement>().ok());
    if let Some(region) = region {
        let _ = region.hide_popover();
        let _ = region.show_popover();
    }
}

/// The place where toasts appear; once on the page.
#[component]
pub fn ToastRegion() -> Element {
    let words = use_words();
    let toasts = use_toasts();
    use_effect(move || {
        let _ = toasts.shown.read();
        rise();
    });
    rsx! {
        div {
            id: REGION,
            class: "toasts",
            role: "status",
            aria_live: "polite",
            "popover": "manual",
            for (id, toast) in toasts.shown.read().iter().cloned() {
                div { key: "{id}", class: "toast",
                    span { class: "grow", {toast.words(words)} }
                    if let Some((address, label)) = &toast.link {
                        a { href: "{address}", {words.t(label)} }
                    }
                    if let Some((label, deed)) = toast.deed.clone() {
                        button {
                            class: "link-button",
                            r#type: "button",
                            onclick: move |_| {
                                (deed.0)();
                                toasts.close(id);
                            },
                            {words.t(label)}
                        }
                    }
                    button {
                        class: "icon-button toast-close",
                        r#type: "button",
                        aria_label: words.t("toast-close"),
                        onclick: move |_| toasts.close(id),
                        Icon { shape: Shape::Close }
                    }
                }
            }
        }
        div { class: "visually-hidden", role: "log", aria_live: "assertive", {toasts.announced.read().clone()} }
    }
}
