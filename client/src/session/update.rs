//! New versions of the program: noticed whenever the connection comes back, since a server is started anew for them.
//! The page that is open goes on as it is until its person wants the new one.

use super::{Session, outbox::Kept};
use dioxus::prelude::*;
use gloo_net::http::Request;
use gloo_timers::future::TimeoutFuture;
use serde::Deserialize;
use web_sys::RequestCache;

/// The list of the files that the server has now. Which script starts the page says which client it is.
const LIST: &str = "/manifest.json";
/// How often it is looked whether everything typed is written down before the page is left, in milliseconds.
const LOOK: u32 = 50;
/// How many times at most: 5 s.
const LOOKS: usize = 100;

#[derive(Deserialize)]
struct Files {
    boot: String,
}

impl Session {
    /// Whether the server has another version of the program than this page. Reactive.
    pub fn is_outdated(&self) -> bool {
        *self.0.outdated.read()
    }

    /// Asks the server which version it has.
    pub(super) fn look_for_update(&self) {
        let session = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let Some(now) = files_now().await else { return };
            if !session.0.closed.get() && started_by().is_some_and(|mine| mine != now.boot) {
                session.set(session.0.outdated, true);
            }
        });
    }

    /// Starts the new version, once everything that was typed here is written down.
    pub fn reload_when_kept(&self) {
        let session = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            for _ in 0..LOOKS {
                if session.kept() != Kept::Writing {
                    break;
                }
                TimeoutFuture::new(LOOK).await;
            }
            if session.kept() == Kept::Yes {
                // Nothing is lost: the new page sends what is left.
                session.close();
            }
            crate::ui::reload();
        });
    }
}

async fn files_now() -> Option<Files> {
    let answer = Request::get(LIST)
        .cache(RequestCache::NoStore)
        .send()
        .await
        .ok()?;
    serde_json::from_str(&answer.text().await.ok()?).ok()
}

/// The address of the script that started this page.
fn started_by() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let script = document.query_selector("script[type=module][src]").ok()??;
    script.get_attribute("src")
}
