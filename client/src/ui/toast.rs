//! Toasts: things said in passing, which go away by themselves or when they are closed.

use super::{Icon, Shape};
use dioxus::core::ScopeId;
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use jalon_view::words::{FluentArgs, Words, use_words};
use std::rc::Rc;

/// How long a toast stays, in milliseconds: long enough to be read twice.
const STAY: u32 = 9_000;
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
    Made(Made),
}

/// How its words are made.
#[derive(Clone)]
struct Made(Rc<dyn Fn(Words) -> String>);

impl std::fmt::Debug for Made {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Made")
    }
}

impl PartialEq for Made {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
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

    /// Words that are made when it is drawn.
    pub fn said(words: impl Fn(Words) -> String + 'static) -> Self {
        Self {
            say: Say::Made(Made(Rc::new(words))),
            ..Self::text(String::new())
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
            Say::Made(Made(make)) => return make(words),
            Say::Key(key) => key,
        };
        let mut args = FluentArgs::new();
        for (name, value) in &self.with {
            args.set(*name, value.clone());
        }
        words.t_with(key, args)
    }
}

/// A place where toasts can appear: a modal dialog, or the page itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place(Option<u64>);

/// A toast that is shown, or was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToastId(u64);

/// Where toasts are shown. A handle.
#[derive(Clone, Copy, PartialEq)]
pub struct Toasts {
    shown: Signal<Vec<(u64, Toast)>>,
    next: Signal<u64>,
    /// Said to screen readers only.
    announced: Signal<String>,
    /// The modal dialogs that are open above the page, the topmost last.
    above: Signal<Vec<Place>>,
}

impl Toasts {
    pub fn provide() -> Self {
        use_context_provider(|| Self {
            shown: Signal::new_in_scope(Vec::new(), ScopeId::ROOT),
            next: Signal::new_in_scope(0, ScopeId::ROOT),
            announced: Signal::new_in_scope(String::new(), ScopeId::ROOT),
            above: Signal::new_in_scope(Vec::new(), ScopeId::ROOT),
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

    /// Shows a toast; one that is shown already is not shown twice. Gives what takes it away again.
    pub fn show(mut self, toast: Toast) -> ToastId {
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
        ToastId(id)
    }

    /// Takes a toast away that says nothing new any more.
    pub fn take_back(self, ToastId(id): ToastId) {
        self.close(id);
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

/// Makes a modal dialog the place of the toasts for as long as it is the topmost: what stands below it can be
/// neither read nor pressed. It draws its [`ToastList`].
pub fn use_toasts_above() -> Place {
    let mut toasts = use_toasts();
    let place = use_hook(|| {
        let id = *toasts.next.peek();
        toasts.next.set(id + 1);
        toasts.above.write().push(Place(Some(id)));
        Place(Some(id))
    });
    use_drop(move || toasts.above.write().retain(|other| *other != place));
    place
}

/// The place where toasts appear; once on the page, below everything that may be above it.
#[component]
pub fn ToastRegion() -> Element {
    let toasts = use_toasts();
    rsx! {
        ToastList { place: Place(None) }
        div { class: "visually-hidden", role: "log", aria_live: "polite", {toasts.announced.read().clone()} }
    }
}

/// The toasts, if this is the topmost place for them.
#[component]
pub fn ToastList(place: Place) -> Element {
    let toasts = use_toasts();
    let shown = if toasts.above.read().last().copied().unwrap_or_default() == place {
        toasts.shown.read().clone()
    } else {
        Vec::new()
    };
    rsx! {
        div {
            class: "toasts",
            role: "status",
            aria_live: "polite",
            for (id, toast) in shown {
                ToastView { key: "{id}", toast, on_close: move |()| toasts.close(id) }
            }
        }
    }
}

/// One toast.
#[component]
pub fn ToastView(toast: Toast, on_close: EventHandler<()>) -> Element {
    let words = use_words();
    rsx! {
        div { class: "toast",
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
                        on_close.call(());
                    },
                    {words.t(label)}
                }
            }
            button {
                class: "icon-button toast-close",
                r#type: "button",
                aria_label: words.t("toast-close"),
                onclick: move |_| on_close.call(()),
                Icon { shape: Shape::Close }
            }
        }
    }
}
