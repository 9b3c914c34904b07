//! One database of this browser (IndexedDB): opening it, reading and writing in transactions, and what the browser
//! says of it meanwhile. What is kept in it is `local`'s affair.

use futures::channel::oneshot;
use js_sys::Array;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    DomException, Event, IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStoreParameters,
    IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode, IdbVersionChangeEvent,
};

/// Updates of a document, in the order of their arrival.
pub const UPDATES: &str = "updates";
/// What was typed and is not known to be durable on the server: the number of the last edit, by its tab and place.
pub const UNSAVED: &str = "unsaved";
/// Both were there from the first, or from the second version of the layout.
const LAYOUT: u32 = 2;
const FIRST_LAYOUT: f64 = 1.0;

type Listener = Closure<dyn FnMut(Event)>;

/// Why something cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The place that this browser gives is used up.
    Full,
    /// A later version of the program has laid it out anew.
    Newer,
    /// The browser took the database away.
    Lost,
    Other(String),
}

impl From<JsValue> for Fault {
    fn from(error: JsValue) -> Self {
        let Some(error) = error.dyn_ref::<DomException>() else {
            return Self::Other(format!("{error:?}"));
        };
        match error.name().as_str() {
            "QuotaExceededError" => Self::Full,
            "VersionError" => Self::Newer,
            "InvalidStateError" | "NotFoundError" => Self::Lost,
            name => Self::Other(format!("{name}: {}", error.message())),
        }
    }
}

/// Who took an open database away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gone {
    /// Another page deletes it, or lays it out anew.
    ByPage,
    /// The browser did: somebody cleared its data, or it made room.
    ByBrowser,
}

/// An open database; it is closed when this is dropped.
pub struct Database {
    inner: IdbDatabase,
    gone: Rc<Cell<Option<Gone>>>,
    _listeners: [Listener; 2],
}

impl Database {
    /// Opens it; a new one is made when there is none. A page that holds an older layout open may keep this waiting
    /// for as long as it is there: then `on_blocked` is called.
    pub async fn open(name: &str, on_blocked: impl Fn() + 'static) -> Result<Self, Fault> {
        let request = factory()?.open_with_u32(name, LAYOUT)?;
        let upgrade = {
            let request = request.clone();
            Closure::<dyn FnMut(IdbVersionChangeEvent)>::new(move |event: IdbVersionChangeEvent| {
                if let Err(error) = lay_out(&request, event.old_version()) {
                    crate::ui::log(&format!("a database cannot be laid out: {error:?}"));
                }
            })
        };
        let blocked = Closure::<dyn FnMut(Event)>::new(move |_| on_blocked());
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        request.set_onblocked(Some(blocked.as_ref().unchecked_ref()));
        let opened = answer(&request).await;
        request.set_onupgradeneeded(None);
        request.set_onblocked(None);
        let inner: IdbDatabase = opened?.unchecked_into();
        let gone = Rc::new(Cell::new(None));
        let listener = |why: Gone| {
            let (gone, inner) = (gone.clone(), inner.clone());
            Listener::new(move |_| {
                gone.set(Some(why));
                inner.close();
            })
        };
        let listeners = [listener(Gone::ByPage), listener(Gone::ByBrowser)];
        inner.set_onversionchange(Some(listeners[0].as_ref().unchecked_ref()));
        inner.set_onclose(Some(listeners[1].as_ref().unchecked_ref()));
        Ok(Self {
            inner,
            gone,
            _listeners: listeners,
        })
    }

    /// Who took it away meanwhile.
    pub fn gone(&self) -> Option<Gone> {
        self.gone.get()
    }

    /// Both stores for reading together, or for writing together: all of it happens, or nothing.
    pub fn transaction(&self, mode: IdbTransactionMode) -> Result<Transaction, Fault> {
        let stores = Array::of2(&UPDATES.into(), &UNSAVED.into());
        let inner = self
            .inner
            .transaction_with_str_sequence_and_mode(&stores, mode)?;
        Ok(Transaction::of(inner))
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.inner.set_onversionchange(None);
        self.inner.set_onclose(None);
        self.inner.close();
    }
}

/// Deletes a database. Pages of this program that have it open close it at once; others keep it until they go.
pub async fn delete(name: &str) -> Result<(), Fault> {
    let request = factory()?.delete_database(name)?;
    answer(&request).await.map(drop)
}

/// **Invariant:** between the first request and the end, nothing else is waited for: the browser would end it.
pub struct Transaction {
    inner: IdbTransaction,
    end: oneshot::Receiver<bool>,
    _listeners: [Listener; 2],
}

impl Transaction {
    fn of(inner: IdbTransaction) -> Self {
        let (tell, end) = oneshot::channel();
        let tell = Rc::new(RefCell::new(Some(tell)));
        let listener = |done: bool| {
            let tell = tell.clone();
            Listener::new(move |_| {
                if let Some(tell) = tell.take() {
                    let _ = tell.send(done);
                }
            })
        };
        let listeners = [listener(true), listener(false)];
        inner.set_oncomplete(Some(listeners[0].as_ref().unchecked_ref()));
        inner.set_onabort(Some(listeners[1].as_ref().unchecked_ref()));
        Self {
            inner,
            end,
            _listeners: listeners,
        }
    }

    /// Everything in a store, with its keys, in their order.
    pub async fn all(&self, store: &str) -> Result<(Array, Array), Fault> {
        self.all_since(store, None).await
    }

    /// The same of what comes after a key.
    pub async fn all_since(
        &self,
        store: &str,
        since: Option<&JsValue>,
    ) -> Result<(Array, Array), Fault> {
        let store = self.inner.object_store(store)?;
        let range = match since {
            Some(since) => IdbKeyRange::lower_bound_with_open(since, true)?.into(),
            None => JsValue::UNDEFINED,
        };
        let (keys, values) = (
            store.get_all_keys_with_key(&range)?,
            store.get_all_with_key(&range)?,
        );
        Ok((
            answer(&keys).await?.unchecked_into(),
            answer(&values).await?.unchecked_into(),
        ))
    }

    pub fn add(&self, store: &str, value: &JsValue) -> Result<(), Fault> {
        self.inner.object_store(store)?.add(value)?;
        Ok(())
    }

    /// As [`Self::add`]; waits for the key that it gets.
    pub async fn add_for_key(&self, store: &str, value: &JsValue) -> Result<JsValue, Fault> {
        answer(&self.inner.object_store(store)?.add(value)?).await
    }

    pub fn put(&self, store: &str, key: &str, value: f64) -> Result<(), Fault> {
        let store = self.inner.object_store(store)?;
        store.put_with_key(&value.into(), &key.into())?;
        Ok(())
    }

    pub fn delete(&self, store: &str, key: &JsValue) -> Result<(), Fault> {
        self.inner.object_store(store)?.delete(key)?;
        Ok(())
    }

    /// Deletes every record after one key up to another, and that one.
    pub fn delete_up_to(
        &self,
        store: &str,
        since: Option<&JsValue>,
        last: &JsValue,
    ) -> Result<(), Fault> {
        let range = match since {
            Some(since) => IdbKeyRange::bound_with_lower_open(since, last, true)?,
            None => IdbKeyRange::upper_bound(last)?,
        };
        self.inner.object_store(store)?.delete(&range.into())?;
        Ok(())
    }

    /// Waits until the browser has it all.
    pub async fn done(mut self) -> Result<(), Fault> {
        // Sooner than the browser would by itself, which waits for the page to do nothing more: one that goes has no
        // such moment. It fails where the transaction ended already.
        #[expect(
            deprecated,
            reason = "browsers have it, whatever the draft said that the bindings were made of"
        )]
        let _ = self.inner.commit();
        let done = (&mut self.end).await.unwrap_or(false);
        match (done, self.inner.error()) {
            (true, _) => Ok(()),
            (false, Some(error)) => Err(JsValue::from(error).into()),
            (false, None) => Err(Fault::Lost),
        }
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        // One that only read may end later than anybody listens.
        self.inner.set_oncomplete(None);
        self.inner.set_onabort(None);
    }
}

/// A browser may have no databases at all, or none for pages of this kind.
fn factory() -> Result<IdbFactory, Fault> {
    let factory = web_sys::window().and_then(|window| window.indexed_db().ok()?);
    factory.ok_or_else(|| Fault::Other("this browser has no database".to_owned()))
}

fn lay_out(request: &IdbOpenDbRequest, before: f64) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.unchecked_into();
    if before < FIRST_LAYOUT {
        let parameters = IdbObjectStoreParameters::new();
        parameters.set_auto_increment(true);
        database.create_object_store_with_optional_parameters(UPDATES, &parameters)?;
    }
    let unsaved = database.create_object_store(UNSAVED)?;
    if before >= FIRST_LAYOUT {
        // Nobody counted in the first layout: what lies there may never have been sent.
        unsaved.put_with_key(&1.into(), &"0 ".into())?;
    }
    Ok(())
}

/// Waits for what a request brings.
async fn answer(request: &IdbRequest) -> Result<JsValue, Fault> {
    let (tell, told) = oneshot::channel();
    let tell = Rc::new(RefCell::new(Some(tell)));
    let listener = || {
        let tell = tell.clone();
        Listener::new(move |_| {
            if let Some(tell) = tell.take() {
                let _ = tell.send(());
            }
        })
    };
    let (success, error) = (listener(), listener());
    request.set_onsuccess(Some(success.as_ref().unchecked_ref()));
    request.set_onerror(Some(error.as_ref().unchecked_ref()));
    let _ = told.await;
    request.set_onsuccess(None);
    request.set_onerror(None);
    match request.error()? {
        Some(error) => Err(JsValue::from(error).into()),
        None => Ok(request.result()?),
    }
}
