//! The browser's back button, which on a phone is how one leaves whatever stands above a page: it closes the
//! topmost dialog or panel, and only then leaves the page.
//!
//! While anything is open there is one more entry in the history, for the same address. The router hears of
//! going back to it only when the address is another one.

use dioxus::{core::Runtime, prelude::*};
use gloo_timers::future::TimeoutFuture;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Event, History, Window};

/// What marks the entry that stands for whatever is open.
const MARK: &str = "above";

/// What is open above the page, the topmost last.
#[derive(Default)]
struct Layers {
    open: Vec<(u32, EventHandler<()>)>,
    next: u32,
    /// The address that our entry was made for.
    address: String,
    /// Whether our entry is being left because all was closed otherwise.
    is_returning: bool,
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
        if !layers.is_returning {
            layers.mark();
        }
        layers.next
    })
}

fn close(id: u32) {
    LAYERS.with_borrow_mut(|layers| layers.open.retain(|(other, _)| *other != id));
    wasm_bindgen_futures::spawn_local(async {
        // One dialog often makes way for the next: only what stays closed is taken out of the history.
        TimeoutFuture::new(0).await;
        let history = LAYERS.with_borrow_mut(|layers| {
            let (_, history) = browser().filter(|_| layers.open.is_empty() && is_marked())?;
            layers.is_returning = true;
            Some(history)
        });
        if let Some(history) = history {
            let _ = history.back();
        }
    });
}

fn on_back(runtime: &Rc<Runtime>, event: &Event) {
    let topmost = LAYERS.with_borrow_mut(|layers| {
        let was_returning = std::mem::take(&mut layers.is_returning);
        if layers.open.is_empty() {
            if was_returning {
                event.stop_immediate_propagation();
            }
            return None;
        }
        if address() != layers.address {
            return None;
        }
        event.stop_immediate_propagation();
        if was_returning {
            // Something was opened while the browser was on its way back.
            layers.mark();
            return None;
        }
        layers.open.last().map(|(_, on_close)| *on_close)
    });
    let Some(on_close) = topmost else {
        return;
    };
    runtime.in_scope(ScopeId::ROOT, || on_close.call(()));
    wasm_bindgen_futures::spawn_local(async {
        TimeoutFuture::new(0).await;
        LAYERS.with_borrow_mut(|layers| {
            if !layers.open.is_empty() && !layers.is_returning {
                layers.mark();
            }
        });
    });
}

impl Layers {
    /// Adds our entry, unless one is on top already.
    fn mark(&mut self) {
        if is_marked() {
            return;
        }
        self.address = address();
        if let Some((_, history)) = browser() {
            let _ = history.push_state(&JsValue::from_str(MARK), "");
        }
    }
}

fn browser() -> Option<(Window, History)> {
    let window = web_sys::window()?;
    let history = window.history().ok()?;
    Some((window, history))
}

fn address() -> String {
    browser()
        .and_then(|(window, _)| window.location().href().ok())
        .unwrap_or_default()
}

fn is_marked() -> bool {
    let state = browser().and_then(|(_, history)| history.state().ok());
    state.and_then(|state| state.as_string()).as_deref() == Some(MARK)
}
