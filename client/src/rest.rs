//! The rest of the client: what the first page of a workspace does not run comes while that page is already
//! used. `web/boot.js` fetches it; how the client is cut in two is xtask's work (`xtask/src/cut.rs`).

use dioxus::prelude::*;
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
