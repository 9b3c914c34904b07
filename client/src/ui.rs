//! Parts of pages that know no domain, and what little is asked of the browser directly.

pub mod back;
pub mod crash;
pub mod dialog;
pub mod drawer;
pub mod fold;
pub mod icon;
pub mod keys_up;
pub mod menu;
pub mod qr;
pub mod segmented;
pub mod sortable;
pub mod toast;

pub use dialog::Dialog;
pub use drawer::Drawer;
pub use fold::Fold;
pub use icon::{Icon, Shape};
pub use menu::{Menu, MenuItem};
pub use qr::QrCode;
pub use segmented::Segmented;
pub use sortable::{DragHandle, MoveButtons, Moved, Sorting, use_sorting};

use dioxus::prelude::*;
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, closure::Closure, convert::FromWasmAbi};
use web_sys::{
    Element, HtmlElement, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition, Storage,
};

/// From here down (a share of the window) something that was just added is hard to see.
const LOW: f64 = 0.7;

/// The event of the window that asks whoever shows the field of a path to bring it onto the page.
pub const REVEAL: &str = "jalon-reveal";

/// A line for whoever looks with the browser's tools.
pub fn log(text: &str) {
    web_sys::console::log_1(&text.into());
}

/// Milliseconds since 1970.
pub fn now() -> i64 {
    js_sys::Date::now() as i64
}

/// How far the clock of this browser is ahead of universal time now, in minutes.
pub fn minutes_east() -> i32 {
    -(js_sys::Date::new_0().get_timezone_offset() as i32)
}

/// An id for an element of this page, the same for as long as its component is mounted.
pub fn use_element_id(prefix: &str) -> String {
    thread_local! { static NEXT: Cell<u32> = const { Cell::new(0) }; }
    let number = use_hook(|| NEXT.replace(NEXT.get() + 1));
    format!("{prefix}-{number}")
}

/// Whether the keyboard is in this element.
pub fn has_focus(element: &Element) -> bool {
    let active = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.active_element());
    active.is_some_and(|active| active.is_same_node(Some(element)))
}

/// Listens to an event of the window for as long as the component is mounted.
pub fn use_window_event<E: FromWasmAbi + JsCast + 'static>(
    name: &'static str,
    on_event: impl FnMut(E) + 'static,
) {
    listen(name, false, on_event);
}

/// Listens to an event of anything on the page, before whatever it happens to hears of it.
pub fn use_any_event(name: &'static str, on_event: impl FnMut(web_sys::Event) + 'static) {
    listen(name, true, on_event);
}

fn listen<E: FromWasmAbi + JsCast + 'static>(
    name: &'static str,
    capture: bool,
    on_event: impl FnMut(E) + 'static,
) {
    let listener = use_hook(|| {
        let listener = Rc::new(Closure::<dyn FnMut(E)>::new(on_event));
        if let Some(window) = web_sys::window() {
            let call = (*listener).as_ref().unchecked_ref();
            let _ = window.add_event_listener_with_callback_and_bool(name, call, capture);
        }
        listener
    });
    use_drop(move || {
        if let Some(window) = web_sys::window() {
            let call = (*listener).as_ref().unchecked_ref();
            let _ = window.remove_event_listener_with_callback_and_bool(name, call, capture);
        }
    });
}

/// Puts the keyboard into the element with this id, once it is on the page.
pub fn focus_soon(id: String) {
    wasm_bindgen_futures::spawn_local(async move {
        for _ in 0..10 {
            gloo_timers::future::TimeoutFuture::new(30).await;
            let document = web_sys::window().and_then(|window| window.document());
            let element = document.and_then(|document| document.get_element_by_id(&id));
            if let Some(element) =
                element.and_then(|element| element.dyn_into::<HtmlElement>().ok())
            {
                // Whoever was quicker, and writes in the drawer that has just opened, goes on writing.
                let title = ".drawer:focus-within > .dialog-head > h2";
                if !element.matches(title).unwrap_or(false) {
                    let _ = element.focus();
                }
                show_whole(&element);
                return;
            }
        }
    });
}

/// Brings what was just added away from the lower edge of the window, where bars and a phone's keys cover it.
fn show_whole(element: &HtmlElement) {
    let height = web_sys::window()
        .and_then(|window| window.inner_height().ok()?.as_f64())
        .unwrap_or(f64::MAX);
    if element.get_bounding_client_rect().bottom() > height * LOW {
        let middle = ScrollIntoViewOptions::new();
        middle.set_block(ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&middle);
    }
}

/// Makes a box of many lines as tall as its text, in browsers that do not do so by themselves
/// (`field-sizing: content`).
pub fn grow(element: &HtmlInputElement) {
    thread_local! { static NEEDED: Cell<Option<bool>> = const { Cell::new(None) }; }
    let needed = NEEDED.get().unwrap_or_else(|| {
        let style = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|page| page.document_element());
        let style = style.and_then(|root| js_sys::Reflect::get(&root, &"style".into()).ok());
        let known = style.is_some_and(|style| {
            js_sys::Reflect::has(&style, &"fieldSizing".into()).unwrap_or(true)
        });
        NEEDED.set(Some(!known));
        !known
    });
    if !needed || element.tag_name() != "TEXTAREA" {
        return;
    }
    let style = element.style();
    let _ = style.set_property("height", "auto");
    let _ = style.set_property("height", &format!("{}px", element.scroll_height() + 2));
}

/// Asks the browser not to clear what this site keeps when it needs room. It may ask the person in turn.
pub fn ask_to_keep() {
    let navigator = web_sys::window().map(|window| window.navigator());
    let storage = navigator.filter(|navigator| {
        // There is none where the page did not come over a safe line.
        js_sys::Reflect::get(navigator, &"storage".into()).is_ok_and(|storage| storage.is_object())
    });
    if let Some(asked) = storage.and_then(|navigator| navigator.storage().persist().ok()) {
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(asked).await;
        });
    }
}

/// Whether the window has room beside what people write.
pub fn is_wide() -> bool {
    /// In CSS pixels: more than phones have.
    const WIDE: f64 = 700.0;
    let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
    width.is_none_or(|width| width >= WIDE)
}

/// What this browser remembers between pages; `None` where that is forbidden.
pub fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Goes to the first page, with everything that is in memory gone.
pub fn leave() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_href("/");
    }
}

/// Gives a text to the person as a file; whether the browser takes it.
pub fn save_file(name: &str, text: &str) -> bool {
    let save = || {
        let document = web_sys::window()?.document()?;
        let parts = js_sys::Array::of1(&text.into());
        let blob = web_sys::Blob::new_with_str_sequence(&parts).ok()?;
        let address = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
        let link: web_sys::HtmlAnchorElement =
            document.create_element("a").ok()?.dyn_into().ok()?;
        link.set_href(&address);
        link.set_download(name);
        link.click();
        // The browser has read it by then.
        gloo_timers::callback::Timeout::new(60_000, move || {
            let _ = web_sys::Url::revoke_object_url(&address);
        })
        .forget();
        Some(())
    };
    save().is_some()
}

pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// The address of this server, without a slash at the end.
pub fn origin() -> String {
    web_sys::window()
        .and_then(|window| window.location().origin().ok())
        .unwrap_or_default()
}

/// Whether this is the second click of a double click: somebody who adds a thing wants one.
pub fn is_repeated(event: &MouseEvent) -> bool {
    use dioxus::web::WebEventExt;
    event.as_web_event().detail() > 1
}

/// Puts a text on the clipboard; whether that was allowed.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window().filter(|window| window.is_secure_context()) else {
        return false;
    };
    let written = window.navigator().clipboard().write_text(text);
    wasm_bindgen_futures::JsFuture::from(written).await.is_ok()
}

/// The element behind a mount event.
pub fn element_of<T: JsCast>(event: &MountedEvent) -> Option<T> {
    use dioxus::web::WebEventExt;
    event
        .data()
        .try_as_web_event()
        .and_then(|element| element.dyn_into().ok())
}

/// One or two letters that stand for a name.
pub fn initials(name: &str) -> String {
    let mut words = name
        .split_whitespace()
        .filter_map(|word| word.chars().next());
    let first = words.next();
    let letters = first.into_iter().chain(words.next_back());
    letters.flat_map(char::to_uppercase).collect()
}
