//! The browser's back button, which on a phone is how one leaves whatever stands above a page: it closes the
//! topmost dialog or panel, and only then leaves the page.
//!
//! While anything is open there is one more entry in the history, for the same address; the router hears nothing
//! of it. An entry that is no longer needed stays: going back from this page later could not be told from going
//! back because something closed. It is used again, or passed over when somebody goes back.

use dioxus::{core::Runtime, prelude::*};
use gloo_timers::future::TimeoutFuture;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Event, History};

/// What marks the entry that stands for whatever is open.
const MARK: &str = "above";

/// What is open above the page, the topmost last.
#[derive(Default)]
struct Layers {
    open: Vec<(u32, EventHandler<()>)>,
    next: u32,
    /// The address that our entry was made for.
    address: String,
    /// Whether our entry is the one that the page was last seen on.
    is_on_mark: bool,
}

thread_local! { static LAYERS: RefCell<Layers> = RefCell::default(); }

/// Listens for going back. To be called before the router is there: whoever listens first may keep it from
/// the others.
pub fn use_back_button() {
    use_hook(|| {
        let runtime = Runtime::current();
        let listener = Closure::<dyn FnMut(Event)>::new(move |event| on_back(&runtime, &event));
        if let Some(window) = web_sys::window() {
            let _ = window
                .add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref());
        }
        // It stays as long as the page.
        listener.forget();
    });
}

/// Closes something by the back button, for as long as the component is mounted.
pub fn use_back_closes(on_close: EventHandler<()>) {
    let id = use_hook(|| open(on_close));
    use_drop(move || close(id));
}

/// The same for what is no component of its own.
#[component]
pub fn BackCloses(on_close: EventHandler<()>) -> Element {
    use_back_closes(on_close);
    rsx! {}
}

fn open(on_close: EventHandler<()>) -> u32 {
    LAYERS.with_borrow_mut(|layers| {
        layers.next += 1;
        layers.open.push((layers.next, on_close));
        layers.mark();
        layers.next
    })
}

fn close(id: u32) {
    LAYERS.with_borrow_mut(|layers| layers.open.retain(|(other, _)| *other != id));
}

fn on_back(runtime: &Rc<Runtime>, event: &Event) {
    let topmost = LAYERS.with_borrow_mut(|layers| {
        let was_on_mark = std::mem::replace(&mut layers.is_on_mark, is_marked());
        if !was_on_mark || layers.is_on_mark || address() != layers.address {
            return None;
        }
        event.stop_immediate_propagation();
        let topmost = layers.open.last().map(|(_, on_close)| *on_close);
        if topmost.is_none() {
            // What the entry stood for was closed otherwise: whoever goes back wants the page before.
            if let Some(history) = history() {
                let _ = history.back();
            }
        }
        topmost
    });
    let Some(on_close) = topmost else {
        return;
    };
    runtime.in_scope(ScopeId::ROOT, || on_close.call(()));
    wasm_bindgen_futures::spawn_local(async {
        // Closed by then.
        TimeoutFuture::new(0).await;
        LAYERS.with_borrow_mut(|layers| {
            if !layers.open.is_empty() {
                layers.mark();
            }
        });
    });
}

impl Layers {
    /// Adds our entry, unless one is on top already.
    fn mark(&mut self) {
        if !is_marked()
            && let Some(history) = history()
        {
            let _ = history.push_state(&JsValue::from_str(MARK), "");
        }
        self.address = address();
        self.is_on_mark = true;
    }
}

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

fn address() -> String {
    web_sys::window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default()
}

fn is_marked() -> bool {
    let state = history().and_then(|history| history.state().ok());
    state.and_then(|state| state.as_string()).as_deref() == Some(MARK)
}
