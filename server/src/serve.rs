//! Starting and stopping: everything is prepared before the first request is answered, and on the disk
//! before the last one leaves.

use crate::{
    clock,
    config::Config,
    connection::{self, LAST_WORD, Surroundings, crowd::Crowd},
    demo, forget,
    hub::Hub,
    lanes::{LaneThreads, Lanes},
    line::{Lines, OtherEnd},
    lock::{Lock, LockError},
    metrics::Metrics,
    pages::live::Glances,
    polling::Polling,
    secret::{self, NoChance},
    store::{Store, StoreError, StoreThreads, accesses, people, workspaces},
    watch::Watch,
    web::{self, App, join::unnamed, limits::Limits},
};
use jalon_shared::{Stamp, WorkspaceId};
use jalon_view::words::Language;
use std::{future::Future, io, net::SocketAddr, sync::Arc};
use tokio::{sync::oneshot, task::JoinHandle};

/// How long the link of the owner works. It opens every workspace, and may lie in a log of the system.
const OWNER_LINK_LIFE: i64 = 3600 * 1000; // 1 h in milliseconds

/// Why a server does not start, or ended.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    #[error(transparent)]
    Lock(#[from] LockError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("cannot listen on {address}: {error}")]
    Listen {
        address: SocketAddr,
        error: io::Error,
    },
    #[error("cannot start a thread: {0}")]
    Thread(io::Error),
    #[error("the demo workspace cannot be made: {0}")]
    Demo(#[from] demo::DemoError),
    /// The disk did not take them until the end; whoever wrote them still has them.
    #[error(
        "stopped with {0} updates that the disk did not take; whoever wrote them still has them and sends \
             them again when the server is back"
    )]
    Unkept(usize),
    #[error("the server ended: {0}")]
    Ended(String),
}

impl From<NoChance> for ServeError {
    fn from(error: NoChance) -> Self {
        Self::Store(error.into())
    }
}

/// A server that holds its port and its data, and answers nobody yet.
pub struct Prepared {
    /// Where it will answer.
    pub addr: SocketAddr,
    /// The address to give to people, without a slash at the end.
    pub url: String,
    /// The one-time link that signs the owner in, as long as they never did.
    pub owner_link: Option<String>,
    listener: Lines,
    app: Arc<App>,
    threads: StoreThreads,
    lane_threads: LaneThreads,
    lock: Lock,
}

/// A server that answers. [`Running::stop`] ends it; dropping it ends it too, without waiting.
pub struct Running {
    /// Where it answers.
    pub addr: SocketAddr,
    /// The address to give to people, without a slash at the end.
    pub url: String,
    /// The one-time link that signs the owner in, as long as they never did.
    pub owner_link: Option<String>,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<Result<(), ServeError>>,
}

/// Opens the data and the port, and answers.
pub async fn serve(config: Config) -> Result<Running, ServeError> {
    let prepared = prepare(config).await?;
    let (stop, stopped) = oneshot::channel();
    let (addr, url, owner_link) = (
        prepared.addr,
        prepared.url.clone(),
        prepared.owner_link.clone(),
    );
    let ended = tokio::spawn(prepared.run(async move {
        let _ = stopped.await;
    }));
    Ok(Running {
        addr,
        url,
        owner_link,
        stop,
        ended,
    })
}

impl Running {
    /// Ends the server: whoever is there is told, and everything is on the disk when this returns.
    pub async fn stop(self) -> Result<(), ServeError> {
        // It may have ended by itself; then it says so below.
        let _ = self.stop.send(());
        self.ended
            .await
            .unwrap_or_else(|error| Err(ServeError::Ended(error.to_string())))
    }
}

/// Opens the data and the port.
pub async fn prepare(mut config: Config) -> Result<Prepared, ServeError> {
    if let Some(url) = &mut config.public_url {
        url.truncate(url.trim_end_matches('/').len());
    }
    let mut lock = Lock::take(&config.data)?;
    let listen = |error| ServeError::Listen {
        address: config.listen,
        error,
    };
    let listener = Lines::listen(config.listen).map_err(listen)?;
    let addr = listener.local_addr().map_err(listen)?;
    config.listen = addr;
    let metrics = Arc::new(Metrics::new());
    let counting = metrics.clone();
    let (store, threads) =
        Store::open(&config.data, Arc::new(move |took| counting.committed(took)))?;
    let url = config
        .public_url
        .clone()
        .unwrap_or_else(|| format!("http://{addr}"));
    if let Err(error) = lock.note_url(&url) {
        tracing::warn!(%error, "`jalon owner-link` will have to be told the address");
    }
    let owner_link = first_start(&store)
        .await?
        .map(|secret| owner_url(&url, &secret));
    if config.demo {
        add_demo(&store).await?;
    }
    let (lanes, lane_threads) = Lanes::start().map_err(ServeError::Thread)?;
    let hub = Hub::new(store.clone(), metrics.clone(), lanes, config.terms());
    let crowd = Crowd::new(config.limits.connections, config.limits.connections_of_one);
    let watch = Watch::new(store.clone(), hub.clone());
    let around = Surroundings {
        hub: hub.clone(),
        watch: watch.clone(),
        store: store.clone(),
        metrics: metrics.clone(),
        crowd,
        heartbeat: config.heartbeat,
        beat: connection::beat(),
    };
    let app = Arc::new(App {
        config,
        store,
        hub,
        watch,
        metrics,
        limits: Arc::new(Limits::default()),
        around: Arc::new(around),
        glances: Glances::default(),
        polling: Polling::default(),
    });
    Ok(Prepared {
        addr,
        url,
        owner_link,
        listener,
        app,
        threads,
        lane_threads,
        lock,
    })
}

impl Prepared {
    /// Answers until `stop` comes, then lets everybody go and writes the last of it down.
    pub async fn run(
        self,
        stop: impl Future<Output = ()> + Send + 'static,
    ) -> Result<(), ServeError> {
        let Self {
            app,
            listener,
            threads,
            lane_threads,
            lock,
            ..
        } = self;
        tracing::info!(addr = %self.addr, client = crate::dist::CLIENT.unwrap_or("from disk"), "listening");
        let (hub, store, crowd) = (app.hub.clone(), app.store.clone(), app.around.crowd.clone());
        let watching = tokio::spawn(app.watch.clone().keep());
        let forgetting = tokio::spawn(forget::keep(
            store.clone(),
            hub.clone(),
            app.metrics.clone(),
        ));
        let service = web::router(app).into_make_service_with_connect_info::<OtherEnd>();
        let (quit, quitting) = oneshot::channel::<()>();
        let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
            let _ = quitting.await;
        });
        let mut serving = tokio::spawn(async move { serving.await });
        let ended = tokio::select! {
            () = stop => Ok(()),
            ended = &mut serving => Err(ServeError::Ended(format!("{ended:?}"))),
        };
        tracing::info!("stopping");
        drop(quit);
        // What is left of it is done with the next start.
        forgetting.abort();
        let unkept = hub.stop().await;
        watching.abort();
        // Everybody was told to come back, and hears it before the program ends.
        let _ = tokio::time::timeout(LAST_WORD, crowd.emptied()).await;
        // Requests that were being answered have a moment; a browser that keeps its line open does not
        // keep the server.
        if ended.is_ok() {
            /// How long requests may still take.
            const GRACE: std::time::Duration = std::time::Duration::from_secs(3);
            if tokio::time::timeout(GRACE, &mut serving).await.is_err() {
                serving.abort();
                let _ = serving.await;
            }
        }
        store.close().await;
        let joined = tokio::task::spawn_blocking(move || threads.join()).await;
        drop((lane_threads, lock));
        joined.map_err(|error| ServeError::Ended(error.to_string()))?;
        tracing::info!("stopped");
        match unkept {
            0 => ended,
            unkept => ended.and(Err(ServeError::Unkept(unkept))),
        }
    }
}

/// Makes the owner when there is none, and the link that lets them in: a new one with each start, until
/// they came in once, since the one before may have expired.
async fn first_start(store: &Store) -> Result<Option<secret::Secret>, StoreError> {
    let came_in: bool = store
        .read(|connection| match people::owner(connection)? {
            Some(owner) => accesses::has_session(connection, owner.id),
            None => Ok(false),
        })
        .await?;
    let tidied = store.write(accesses::tidy).await;
    if came_in {
        // A full disk does not keep people from reading.
        if let Err(error) = tidied {
            tracing::warn!(%error, "what expired is still kept");
        }
        return Ok(None);
    }
    store
        .write(|connection| new_owner_link(connection).map(Some))
        .await
}

/// A new one-time link for the owner, who is made when there is none.
pub fn new_owner_link(connection: &rusqlite::Connection) -> Result<secret::Secret, StoreError> {
    let owner = match people::owner(connection)? {
        Some(owner) => owner,
        // They say their name when they enter.
        None => people::create(connection, &unnamed(Language::default()), true)?,
    };
    let new = accesses::New {
        kind: accesses::Kind::OwnerLink,
        person: owner.id,
        expires_at: Some(clock::now_ms() + OWNER_LINK_LIFE),
        made_by: None,
    };
    accesses::create(connection, new)
}

/// The address of a one-time link.
pub fn owner_url(url: &str, secret: &secret::Secret) -> String {
    format!("{}/enter/{}", url.trim_end_matches('/'), secret.reveal())
}

async fn add_demo(store: &Store) -> Result<(), ServeError> {
    let (has_demo, owner): (bool, Option<people::Person>) = store
        .read(|connection| {
            Ok::<_, StoreError>((
                workspaces::has_demo(connection)?,
                people::owner(connection)?,
            ))
        })
        .await?;
    if has_demo {
        return Ok(());
    }
    let Some(owner) = owner else {
        return Err(StoreError::Corrupt("there is no owner".to_owned()).into());
    };
    let now = clock::now_ms();
    let stamp = Stamp {
        person: owner.id,
        name: owner.name,
        at: now,
    };
    let document = demo::workspace(&stamp)?;
    let id = WorkspaceId::born(now.unsigned_abs(), secret::id_bytes()?);
    let title = document.settings().title;
    let new = workspaces::New {
        id,
        title,
        by: Some(owner.id),
        update: document.snapshot(),
        demo: true,
    };
    store
        .write(move |connection| workspaces::create(connection, &new))
        .await?;
    tracing::info!(workspace = %id, "added the demo workspace");
    Ok(())
}
