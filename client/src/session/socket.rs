//! A socket that comes back: it reconnects with patience, at once when the network returns, and notices
//! a connection that died in silence. What the frames mean is left to `wire`.

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

/// One connection, with the closures that listen to it.
struct Live {
    socket: WebSocket,
    open: Rc<Cell<bool>>,
    _on_open: Closure<dyn FnMut(Event)>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_close: Closure<dyn FnMut(CloseEvent)>,
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
        match &*self.current.borrow() {
            Some(live) if live.socket.ready_state() == WebSocket::OPEN => {
                live.socket.send_with_u8_array(bytes).is_ok()
            }
            _ => false,
        }
    }

    /// This connection has brought what the server has: from now on a silence is one.
    pub fn loaded(&self) {
        self.loaded.set(true);
    }

    /// Closes this connection and makes another one soon.
    pub fn renew(&self) {
        if let Some(live) = &*self.current.borrow() {
            let _ = live.socket.close();
        }
    }

    /// Closes for good.
    pub fn stop(&self) {
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
        let address = address_of(&(self.address)());
        let Ok(socket) = WebSocket::new_with_str(&address, SUBPROTOCOL) else {
            self.wait();
            return;
        };
        socket.set_binary_type(BinaryType::Arraybuffer);
        let open = Rc::new(Cell::new(false));
        let on_open = {
            let (this, open) = (self.clone(), open.clone());
            Closure::<dyn FnMut(Event)>::new(move |_| {
                open.set(true);
                this.loaded.set(false);
                this.heard_at.set(js_sys::Date::now());
                this.opened_at.set(js_sys::Date::now());
                (this.on_event)(SocketEvent::Opened);
            })
        };
        let on_message = {
            let this = self.clone();
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                this.heard_at.set(js_sys::Date::now());
                if let Ok(buffer) = event.data().dyn_into::<js_sys::ArrayBuffer>() {
                    (this.on_event)(SocketEvent::Received(
                        js_sys::Uint8Array::new(&buffer).to_vec(),
                    ));
                }
            })
        };
        let on_close = {
            let this = self.clone();
            Closure::<dyn FnMut(CloseEvent)>::new(move |event: CloseEvent| {
                this.closed(event.reason())
            })
        };
        socket.set_onopen(Some(on_open.as_ref().unchecked_ref()));
        socket.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        socket.set_onclose(Some(on_close.as_ref().unchecked_ref()));
        let live = Live {
            socket,
            open,
            _on_open: on_open,
            _on_message: on_message,
            _on_close: on_close,
        };
        self.current.replace(Some(live));
    }

    fn closed(self: &Rc<Self>, reason: String) {
        let Some(live) = self.current.take() else {
            return;
        };
        live.socket.set_onopen(None);
        live.socket.set_onmessage(None);
        live.socket.set_onclose(None);
        let was_open = live.open.get();
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
                    .is_some_and(|live| live.open.get());
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
