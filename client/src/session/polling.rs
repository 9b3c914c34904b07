//! A line made of requests, for networks that let no websocket through: what goes out is posted, what comes in is
//! fetched by a request that waits for it. A request that fails ends the line, as a socket breaks; `socket`
//! then makes another one.

use gloo_net::http::{Request, Response};
use jalon_shared::protocol::batch;
use serde::Deserialize;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

/// What happened on the line.
pub enum PollingEvent {
    Opened,
    Received(Vec<u8>),
    /// It ended; the server's word why, if it gave one.
    Closed(String),
}

pub struct Polling {
    on_event: Box<dyn Fn(PollingEvent)>,
    /// The address of the line, once it is open.
    line: RefCell<Option<String>>,
    /// What waits to be posted.
    waiting: RefCell<Vec<Vec<u8>>>,
    /// Whether something is on its way: what is posted arrives in order only one after the other.
    is_posting: Cell<bool>,
    is_closed: Cell<bool>,
}

#[derive(Deserialize)]
struct Opened {
    line: String,
}

#[derive(Deserialize)]
struct Ended {
    #[serde(default)]
    detail: String,
}

impl Polling {
    /// Opens a line to where a websocket would lead: `/sync/…`, perhaps with a query.
    pub fn open(address: &str, on_event: impl Fn(PollingEvent) + 'static) -> Rc<Self> {
        let line = Rc::new(Self {
            on_event: Box::new(on_event),
            line: RefCell::default(),
            waiting: RefCell::default(),
            is_posting: Cell::new(false),
            is_closed: Cell::new(false),
        });
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let (path, query) = (format!("{path}/lines"), query.to_owned());
        let this = line.clone();
        wasm_bindgen_futures::spawn_local(async move { this.live(&path, &query).await });
        line
    }

    /// Posts a frame, after those that wait; whether the line is open.
    pub fn send(self: &Rc<Self>, frame: &[u8]) -> bool {
        if self.is_closed.get() || self.line.borrow().is_none() {
            return false;
        }
        self.waiting.borrow_mut().push(frame.to_vec());
        if !self.is_posting.replace(true) {
            let this = self.clone();
            wasm_bindgen_futures::spawn_local(async move { this.post_all().await });
        }
        true
    }

    /// Ends the line; the others see it at once.
    pub fn close(&self) {
        if !self.is_closed.replace(true) {
            let navigator = web_sys::window().map(|window| window.navigator());
            if let (Some(navigator), Some(line)) = (navigator, &*self.line.borrow()) {
                // A page that is being left can say no more than this.
                let _ = navigator.send_beacon(&format!("{line}/end"));
            }
        }
    }

    async fn live(self: Rc<Self>, path: &str, query: &str) {
        let opened = post(&format!("{path}?{query}"), &[]).await;
        let opened = match opened {
            Some(answer) if answer.ok() => answer.json::<Opened>().await.ok(),
            _ => None,
        };
        let Some(Opened { line }) = opened else {
            return self.ended(String::new());
        };
        let line = format!("{path}/{line}");
        self.line.replace(Some(line.clone()));
        if self.is_closed.get() {
            return;
        }
        (self.on_event)(PollingEvent::Opened);
        let fetch = format!("{line}/fetch");
        while !self.is_closed.get() {
            let Some(answer) = post(&fetch, &[]).await else {
                return self.ended(String::new());
            };
            if !answer.ok() {
                let why = answer.json::<Ended>().await;
                return self.ended(why.map(|ended| ended.detail).unwrap_or_default());
            }
            let body = answer.binary().await.unwrap_or_default();
            let Ok(frames) = batch::unpack(&body) else {
                return self.ended(String::new());
            };
            for frame in frames {
                if !self.is_closed.get() {
                    (self.on_event)(PollingEvent::Received(frame.to_vec()));
                }
            }
        }
    }

    async fn post_all(self: Rc<Self>) {
        loop {
            let frames = self.waiting.take();
            let line = self.line.borrow().clone();
            let (false, Some(line)) = (frames.is_empty() || self.is_closed.get(), line) else {
                self.is_posting.set(false);
                return;
            };
            let body = batch::pack(frames.iter().map(Vec::as_slice));
            let answer = post(&format!("{line}/bring"), &body).await;
            if !answer.is_some_and(|answer| answer.ok()) {
                self.is_posting.set(false);
                return self.ended(String::new());
            }
        }
    }

    /// The line is no more.
    fn ended(&self, why: String) {
        if !self.is_closed.replace(true) {
            (self.on_event)(PollingEvent::Closed(why));
        }
    }
}

/// The answer to a post; none when the server was not reached.
async fn post(address: &str, body: &[u8]) -> Option<Response> {
    let body = js_sys::Uint8Array::from(body);
    let request = Request::post(address).body(body).ok()?;
    request.send().await.ok()
}
