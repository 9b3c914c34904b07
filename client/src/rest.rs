//! The rest of the client: what the first page of a workspace does not run comes while that page is already
//! used. `web/boot.js` fetches it; how the client is cut in two is xtask's work (`xtask/src/cut.rs`). What that
//! page can do without for a moment is drawn when the rest is there ([`Later`]), so that it belongs to the rest.

use dioxus::{
    core::{Runtime, current_scope_id},
    prelude::*,
};
use gloo_timers::future::TimeoutFuture;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// On a line that lost it once, the rest is asked for again after so long.
const PATIENCE_MS: u32 = 2_000;

#[wasm_bindgen]
extern "C" {
    /// Whether it is there.
    #[wasm_bindgen(js_name = jalonRestIsThere)]
    fn is_there() -> bool;

    /// Fetches it in the background.
    #[wasm_bindgen(js_name = jalonRestSoon)]
    fn soon() -> Promise;

    /// Fetches it and waits for it, the page standing still meanwhile. Nobody here calls it: what stands for
    /// a function of the rest does, when it is called too early.
    #[wasm_bindgen(js_name = jalonRestNow)]
    fn now();
}

/// Keeps what only stand-ins call, which are made after compiling.
pub fn keep() {
    std::hint::black_box(now as fn());
}

/// Whether the rest is there; asks for it as soon as `when` says so.
pub fn use_rest(when: bool) -> bool {
    let mut there = use_signal(is_there);
    use_effect(use_reactive!(|when| {
        if when && !*there.peek() {
            spawn(async move {
                while JsFuture::from(soon()).await.is_err() {
                    TimeoutFuture::new(PATIENCE_MS).await;
                }
                there.set(true);
            });
        }
    }));
    there()
}

/// Whether the rest is there and what stands beside the page has begun; and the scope from which that lends
/// its contexts to all that is below.
#[derive(Clone, Copy)]
struct Beside {
    frame: ScopeId,
    has_begun: Signal<bool>,
}

/// Whatever is below the component that calls this may come later.
pub fn provide_later() {
    use_context_provider(|| Beside {
        frame: current_scope_id(),
        has_begun: Signal::new(false),
    });
}

/// Gives a context to everything below the component that called [`provide_later`], also from beside it.
pub fn lend<T: Clone + 'static>(context: T) -> T {
    Runtime::current().provide_context(consume_context::<Beside>().frame, context)
}

/// What comes later may be drawn from now on: all that it takes from above was lent.
pub fn begin() {
    consume_context::<Beside>().has_begun.set(true);
}

/// Whether what comes later may be drawn.
pub fn use_later() -> bool {
    *use_context::<Beside>().has_begun.read()
}

/// What the first page can do without until the rest is there; meanwhile an empty place of this class, if it has
/// one, so that nothing moves when it comes.
#[component]
pub fn Later(children: Element, #[props(default)] place: &'static str) -> Element {
    if use_later() {
        children
    } else if place.is_empty() {
        rsx! {}
    } else {
        rsx! { span { class: "later {place}", "aria-hidden": "true" } }
    }
}
