//! A socket that comes back: it reconnects with patience, at once when the network returns, and notices
//! a connection that died in silence. Where websockets are blocked it goes by requests, and tries from time to
//! time whether they still are. What the frames mean is left to `wire`.

use super::polling::{Polling, PollingEvent};
use futures::future::{AbortHandle, abortable};
use gloo_timers::future::TimeoutFuture;
use jalon_shared::protocol::SUBPROTOCOL;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{BinaryType, CloseEvent, Event, MessageEvent, WebSocket};

/// The first wait before a new attempt, in milliseconds; it doubles with each failure ...
const FIRST_WAIT: u32 = 250;
/// ... this many times at most: 8 s.
const DOUBLINGS: u32 = 5;
/// A connection that lives this long (in milliseconds) was a good one: the next wait is short again. One that the
/// server closes at once is none.
const GOOD: f64 = 5_000.0;
/// A connection that said nothing for this long (in milliseconds) is asked something: the server says a word
/// every 5 s ...
const QUIET: f64 = 11_000.0;
/// ... and given up when it stays silent this long ...
const DEAD: f64 = 20_000.0;
/// ... or this long while a document is on its way, of which a page hears nothing before it is whole.
const DEAD_WHILE_LOADING: f64 = 90_000.0;
/// How often that is looked at, in milliseconds.
const LOOK: u32 = 2_500;

/// A websocket over which nothing was heard for this long (in milliseconds) is perhaps one that the network
/// swallows ...
const UNHEARD: u32 = 10_000;
/// ... and after so many in a row that brought nothing, requests are tried, and then a websocket again.
const BLOCKED: u32 = 2;
/// When a websocket is tried beside requests: soon, since perhaps only the server had to start, and then every
/// five minutes (in milliseconds).
const FIRST_PROBE: u32 = 15_000;
const NEXT_PROBE: u32 = 300_000;

/// How often it is looked whether that one was heard, in milliseconds.
const PROBE_LOOK: u32 = 250;

/// What carries the frames.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Websocket,
    Requests,
}

/// What happened on the socket.
pub enum SocketEvent {
    Opened,
    Received(Vec<u8>),
    /// It closed, after having been open or not; the server's word why, if it gave one.
    Closed {
        was_open: bool,
        reason: String,
    },
    /// It is quiet: ask it something that has an answer.
    Quiet,
}

pub struct Socket {
    /// Says where to connect, each time: `/sync/…`.
    address: Box<dyn Fn() -> String>,
    on_event: Box<dyn Fn(SocketEvent)>,
    current: RefCell<Option<Live>>,
    failures: Cell<u32>,
    way: Cell<Way>,
    /// How many websockets in a row brought nothing.
    blocked: Cell<u32>,
    /// The wait for the next attempt, if there is one.
    waiting: RefCell<Option<AbortHandle>>,
    /// When something was last heard.
    heard_at: Cell<f64>,
    opened_at: Cell<f64>,
    /// Whether this connection has brought what the server has.
    loaded: Cell<bool>,
    stopped: Cell<bool>,
    /// Listeners of the window, which live as long as the socket.
    listeners: RefCell<Vec<Listener>>,
}

/// One connection.
struct Live {
    carrier: Carrier,
    signs: Rc<Signs>,
}

/// How far a connection came.
#[derive(Default)]
struct Signs {
    open: Cell<bool>,
    /// Whether anything came over it.
    heard: Cell<bool>,
}

enum Carrier {
    Websocket(Listening),
    Requests(Rc<Polling>),
}

/// A websocket, with the closures that listen to it.
struct Listening {
    socket: WebSocket,
    _on_open: Closure<dyn FnMut(Event)>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_close: Closure<dyn FnMut(CloseEvent)>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.socket.set_onopen(None);
        self.socket.set_onmessage(None);
        self.socket.set_onclose(None);
    }
}

impl Carrier {
    fn send(&self, bytes: &[u8]) -> bool {
        match self {
            Self::Websocket(Listening { socket, .. }) => {
                socket.ready_state() == WebSocket::OPEN && socket.send_with_u8_array(bytes).is_ok()
            }
            Self::Requests(line) => line.send(bytes),
        }
    }

    fn close(&self) {
        match self {
            Self::Websocket(Listening { socket, .. }) => drop(socket.close()),
            Self::Requests(line) => line.close(),
        }
    }
}

struct Listener {
    event: &'static str,
    call: Closure<dyn FnMut(Event)>,
}

impl Socket {
    /// Connects to an address of this server and stays connected until [`Self::stop`].
    pub fn start(
        address: impl Fn() -> String + 'static,
        on_event: impl Fn(SocketEvent) + 'static,
    ) -> Rc<Self> {
        let socket = Rc::new(Self {
            address: Box::new(address),
            on_event: Box::new(on_event),
            current: RefCell::default(),
            failures: Cell::new(0),
            way: Cell::new(Way::Websocket),
            blocked: Cell::new(0),
            waiting: RefCell::default(),
            heard_at: Cell::new(0.0),
            opened_at: Cell::new(0.0),
            loaded: Cell::new(false),
            stopped: Cell::new(false),
            listeners: RefCell::default(),
        });
        socket.connect();
        socket.listen("online", Self::try_now);
        // Sooner than silence would tell. A server that is reached all the same is reached again at once.
        socket.listen("offline", Self::give_up);
        // Phones freeze pages in the background, and their sockets with them.
        socket.listen("pageshow", Self::try_now);
        socket.listen("focus", Self::try_now);
        // A browser may keep a page that was left, with its socket open, to come back to it: whoever went
        // elsewhere must not be shown as here for that long.
        socket.listen("pagehide", |socket| socket.renew());
        socket.watch_silence();
        socket
    }

    /// Sends a frame; whether it went out.
    pub fn send(&self, bytes: &[u8]) -> bool {
        let current = self.current.borrow();
        current
            .as_ref()
            .is_some_and(|live| live.carrier.send(bytes))
    }

    /// This connection has brought what the server has: from now on a silence is one.
    pub fn loaded(&self) {
        self.loaded.set(true);
    }

    /// Closes this connection and makes another one soon.
    pub fn renew(self: &Rc<Self>) {
        let is_line = match &*self.current.borrow() {
            Some(live) => {
                live.carrier.close();
                matches!(live.carrier, Carrier::Requests(_))
            }
            None => false,
        };
        // A websocket says itself that it closed.
        if is_line {
            self.closed(String::new());
        }
    }

    /// Closes for good.
    pub fn stop(self: &Rc<Self>) {
        self.stopped.set(true);
        if let Some(waiting) = self.waiting.take() {
            waiting.abort();
        }
        for Listener { event, call } in self.listeners.take() {
            let window = web_sys::window();
            let _ = window.map(|window| {
                window.remove_event_listener_with_callback(event, call.as_ref().unchecked_ref())
            });
        }
        self.renew();
    }

    fn connect(self: &Rc<Self>) {
        if self.stopped.get() || self.current.borrow().is_some() {
            return;
        }
        let signs = Rc::new(Signs::default());
        let carrier = match self.way.get() {
            Way::Websocket => self.websocket(&signs).map(Carrier::Websocket),
            Way::Requests => Some(Carrier::Requests(self.requests(&signs))),
        };
        match carrier {
            Some(carrier) => {
                let live = Live {
                    carrier,
                    signs: signs.clone(),
                };
                self.current.replace(Some(live));
                self.give_up_unheard(signs);
            }
            None => self.wait(),
        }
    }

    fn websocket(self: &Rc<Self>, signs: &Rc<Signs>) -> Option<Listening> {
        let address = address_of(&(self.address)());
        let socket = WebSocket::new_with_str(&address, SUBPROTOCOL).ok()?;
        socket.set_binary_type(BinaryType::Arraybuffer);
        let (this, opened) = (self.clone(), signs.clone());
        let on_open = Closure::<dyn FnMut(Event)>::new(move |_| this.opened(&opened));
        let (this, heard) = (self.clone(), signs.clone());
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Ok(buffer) = event.data().dyn_into::<js_sys::ArrayBuffer>() {
                this.received(&heard, js_sys::Uint8Array::new(&buffer).to_vec());
            }
        });
        let this = self.clone();
        let on_close = Closure::<dyn FnMut(CloseEvent)>::new(move |event: CloseEvent| {
            this.closed(event.reason());
        });
        socket.set_onopen(Some(on_open.as_ref().unchecked_ref()));
        socket.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        socket.set_onclose(Some(on_close.as_ref().unchecked_ref()));
        Some(Listening {
            socket,
            _on_open: on_open,
            _on_message: on_message,
            _on_close: on_close,
        })
    }

    fn requests(self: &Rc<Self>, signs: &Rc<Signs>) -> Rc<Polling> {
        let (this, signs) = (self.clone(), signs.clone());
        Polling::open(&(self.address)(), move |event| match event {
            PollingEvent::Opened => {
                this.opened(&signs);
                this.probe(signs.clone());
            }
            PollingEvent::Received(frame) => this.received(&signs, frame),
            PollingEvent::Closed(why) => this.closed(why),
        })
    }

    fn opened(&self, signs: &Signs) {
        signs.open.set(true);
        self.loaded.set(false);
        self.heard_at.set(js_sys::Date::now());
        self.opened_at.set(js_sys::Date::now());
        (self.on_event)(SocketEvent::Opened);
    }

    fn received(&self, signs: &Signs, frame: Vec<u8>) {
        signs.heard.set(true);
        self.heard_at.set(js_sys::Date::now());
        (self.on_event)(SocketEvent::Received(frame));
    }

    /// Whether these are the signs of the connection that is there now.
    fn is_current(&self, signs: &Rc<Signs>) -> bool {
        let current = self.current.borrow();
        current
            .as_ref()
            .is_some_and(|live| Rc::ptr_eq(&live.signs, signs))
    }

    /// Gives a connection up over which nothing comes.
    fn give_up_unheard(self: &Rc<Self>, signs: Rc<Signs>) {
        let this = Rc::downgrade(self);
        wasm_bindgen_futures::spawn_local(async move {
            TimeoutFuture::new(UNHEARD).await;
            let this = this.upgrade().filter(|this| this.is_current(&signs));
            if let Some(this) = this.filter(|_| !signs.heard.get()) {
                this.give_up();
            }
        });
    }

    /// Learns from a connection that ended which way to try next.
    fn choose_way(&self, signs: &Signs) {
        match self.way.get() {
            Way::Websocket if signs.heard.get() => self.blocked.set(0),
            Way::Websocket => {
                self.blocked.set(self.blocked.get() + 1);
                if self.blocked.get() >= BLOCKED {
                    self.way.set(Way::Requests);
                }
            }
            Way::Requests if signs.heard.get() => {}
            // Nothing goes, as when there is no network at all: one websocket, and then requests again. What the
            // browser thinks of the network is often wrong.
            Way::Requests => {
                self.way.set(Way::Websocket);
                self.blocked.set(BLOCKED - 1);
            }
        }
    }

    /// Tries from time to time, beside a line of requests, whether a websocket goes through, and changes over.
    fn probe(self: &Rc<Self>, signs: Rc<Signs>) {
        let this = Rc::downgrade(self);
        wasm_bindgen_futures::spawn_local(async move {
            let mut wait = FIRST_PROBE;
            loop {
                TimeoutFuture::new(wait).await;
                wait = NEXT_PROBE;
                let Some(this) = this.upgrade().filter(|this| this.is_current(&signs)) else {
                    return;
                };
                let goes_through = this.try_websocket().await;
                if goes_through && this.is_current(&signs) {
                    this.way.set(Way::Websocket);
                    this.blocked.set(0);
                    this.renew();
                    return;
                }
            }
        });
    }

    /// Whether the server is heard over a websocket.
    async fn try_websocket(&self) -> bool {
        let address = address_of(&(self.address)());
        let Ok(socket) = WebSocket::new_with_str(&address, SUBPROTOCOL) else {
            return false;
        };
        let heard = Rc::new(Cell::new(None));
        let told = heard.clone();
        let on_message = Closure::<dyn FnMut(Event)>::new(move |_| told.set(Some(true)));
        let told = heard.clone();
        let on_close = Closure::<dyn FnMut(Event)>::new(move |_| {
            told.set(told.get().or(Some(false)));
        });
        socket.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        socket.set_onclose(Some(on_close.as_ref().unchecked_ref()));
        for _ in 0..UNHEARD / PROBE_LOOK {
            if heard.get().is_some() {
                break;
            }
            TimeoutFuture::new(PROBE_LOOK).await;
        }
        socket.set_onmessage(None);
        socket.set_onclose(None);
        let _ = socket.close();
        heard.get() == Some(true)
    }

    fn closed(self: &Rc<Self>, reason: String) {
        let Some(live) = self.current.take() else {
            return;
        };
        let was_open = live.signs.open.get();
        self.choose_way(&live.signs);
        // A closure must not be dropped while it runs, and this is called from one of them.
        wasm_bindgen_futures::spawn_local(async move { drop(live) });
        if was_open && js_sys::Date::now() - self.opened_at.get() > GOOD {
            self.failures.set(0);
        }
        (self.on_event)(SocketEvent::Closed { was_open, reason });
        self.wait();
    }

    /// A dead connection does not answer to a close either: goes on without it.
    fn give_up(self: &Rc<Self>) {
        self.renew();
        self.closed(String::new());
    }

    fn wait(self: &Rc<Self>) {
        if self.stopped.get() || self.waiting.borrow().is_some() {
            return;
        }
        let failures = self.failures.get();
        self.failures.set(failures + 1);
        // Sixty people whose server restarts should not all come back in the same moment.
        let wait =
            f64::from(FIRST_WAIT << failures.min(DOUBLINGS)) * (0.5 + js_sys::Math::random());
        let this = self.clone();
        let (attempt, handle) = abortable(async move {
            TimeoutFuture::new(wait as u32).await;
            this.waiting.replace(None);
            this.connect();
        });
        self.waiting.replace(Some(handle));
        wasm_bindgen_futures::spawn_local(async move {
            let _ = attempt.await;
        });
    }

    /// Something says that the network may be there: tries at once.
    fn try_now(self: &Rc<Self>) {
        if let Some(waiting) = self.waiting.take() {
            waiting.abort();
        }
        self.failures.set(0);
        self.connect();
    }

    fn listen(self: &Rc<Self>, event: &'static str, act: impl Fn(&Rc<Self>) + 'static) {
        let this = Rc::downgrade(self);
        let call = Closure::<dyn FnMut(Event)>::new(move |_| {
            if let Some(this) = this.upgrade() {
                act(&this);
            }
        });
        if let Some(window) = web_sys::window() {
            let _ = window.add_event_listener_with_callback(event, call.as_ref().unchecked_ref());
        }
        self.listeners.borrow_mut().push(Listener { event, call });
    }

    fn watch_silence(self: &Rc<Self>) {
        let this = Rc::downgrade(self);
        wasm_bindgen_futures::spawn_local(async move {
            loop {
                TimeoutFuture::new(LOOK).await;
                let Some(this) = this.upgrade().filter(|this| !this.stopped.get()) else {
                    return;
                };
                let silence = js_sys::Date::now() - this.heard_at.get();
                let is_open = this
                    .current
                    .borrow()
                    .as_ref()
                    .is_some_and(|live| live.signs.open.get());
                let dead = if this.loaded.get() {
                    DEAD
                } else {
                    DEAD_WHILE_LOADING
                };
                if is_open && silence > dead {
                    this.give_up();
                } else if is_open && silence > QUIET {
                    (this.on_event)(SocketEvent::Quiet);
                }
            }
        });
    }
}

fn address_of(path: &str) -> String {
    let location = web_sys::window().map(|window| window.location());
    let protocol = location
        .as_ref()
        .and_then(|location| location.protocol().ok())
        .unwrap_or_default();
    let host = location
        .and_then(|location| location.host().ok())
        .unwrap_or_default();
    let scheme = if protocol == "https:" { "wss" } else { "ws" };
    format!("{scheme}://{host}{path}")
}
