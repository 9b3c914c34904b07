//! A room that ends by a bug. Its own test, for no message of a client is known that does this.

use super::*;
use crate::{
    connection::outbox::{Close, Outbox},
    room::{Claim, ConnectionId, Repetitions, Seat},
    store::{StoreError, workspaces},
};
use jalon_shared::{
    AxisId, Field, NewEntity, Role, Stamp, Workspace,
    protocol::{Frame, Message},
};
use std::time::Duration;
use tempfile::TempDir;
use tokio::{sync::oneshot, time::timeout};
use uuid::Uuid;

/// Long enough for a slow machine.
const PATIENCE: Duration = Duration::from_secs(10);

/// A client without a socket.
struct Client {
    room: mpsc::Sender<Event>,
    id: ConnectionId,
    outbox: Arc<Outbox>,
    document: Workspace,
    sent: u64,
    acknowledged: u64,
    closed: Option<Close>,
}

impl Client {
    async fn join(hub: &Hub, workspace: WorkspaceId, id: u64, document: Workspace) -> Self {
        let outbox = Arc::new(Outbox::new(true, None));
        let connection = ConnectionId(id);
        let room = loop {
            let room = hub.open(workspace).await.expect("an open hub");
            let (reply, answer) = oneshot::channel();
            let seat = Seat {
                person: Uuid::from_u128(1).into(),
                name: "Awa".to_owned(),
                names: ["Awa".to_owned()].into(),
                role: Role::Contributor,
                outbox: outbox.clone(),
                state_vector: None,
                claim: Claim::Silent,
                repetitions: Repetitions::default(),
            };
            let join = Event::Join {
                connection,
                seat,
                reply,
            };
            let _ = room.send(join).await;
            // A room that is just ending does not answer: one knocks again.
            if let Ok(seated) = answer.await {
                seated.expect("a seat");
                break room;
            }
        };
        let mut client = Self {
            room,
            id: connection,
            outbox,
            document,
            sent: 0,
            acknowledged: 0,
            closed: None,
        };
        client
            .says(Event::SyncStep1 {
                connection,
                state_vector: client.document.state_vector(),
            })
            .await;
        client
    }

    async fn says(&mut self, event: Event) {
        // A room that is gone is noticed by whoever listens.
        let _ = self.room.send(event).await;
    }

    async fn sends(&mut self, update: Vec<u8>, answer: bool) {
        self.sent += 1;
        let event = Event::Update {
            connection: self.id,
            frame: self.sent,
            update,
            answer,
        };
        self.says(event).await;
    }

    async fn writes(&mut self, label: &str) {
        let id = AxisId::born(self.sent, crate::secret::id_bytes().expect("chance"));
        let stamp = Stamp {
            person: Uuid::from_u128(1).into(),
            name: "Awa".to_owned(),
            at: 0,
        };
        let command = NewEntity::new(id).text(Field::Label, label).into();
        let effect = self.document.apply(&command, &stamp);
        self.sends(effect.expect("a good command").update, false)
            .await;
    }

    /// Takes in what comes, and answers questions, until something is so.
    async fn hears(&mut self, what: &str, so: impl Fn(&Self) -> bool) {
        while !so(self) {
            let taken = timeout(PATIENCE, self.outbox.take()).await.expect(what);
            self.closed = self.closed.or(taken.close);
            for frame in taken.frames {
                match Frame::decode(&frame.frame()).expect("a frame") {
                    Frame::SyncStep1 { state_vector } => {
                        let update = self.document.diff(&state_vector);
                        self.sends(update.expect("a state vector"), true).await;
                    }
                    Frame::SyncStep2 { update } | Frame::Update { update } => {
                        self.document.receive(&update).expect("a good update");
                    }
                    Frame::Jalon(Message::Acknowledged { through }) => self.acknowledged = through,
                    _ => {}
                }
            }
            assert!(
                self.closed.is_none() || so(self),
                "closed before {what}: {:?}",
                self.closed
            );
        }
    }

    fn is_settled(&self) -> bool {
        self.sent > 0 && self.acknowledged == self.sent
    }
}

async fn new_workspace(store: &Store, number: u128) -> WorkspaceId {
    let id = WorkspaceId::from(Uuid::from_u128(number));
    let new = workspaces::New {
        id,
        title: String::new(),
        by: None,
        update: Workspace::new().snapshot(),
        demo: false,
    };
    let made: Result<(), StoreError> = store
        .write(move |connection| workspaces::create(connection, &new))
        .await;
    made.expect("a workspace");
    id
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_room_that_panics_is_read_again_and_nobody_else_notices() {
    let folder = TempDir::new().expect("a folder");
    let (store, threads) = Store::open(folder.path(), Arc::new(|_| ())).expect("a store");
    let metrics = Arc::new(Metrics::new());
    let terms = Terms {
        idle: Duration::from_secs(60),
        document: 1 << 20,
    };
    let hub = Hub::new(store.clone(), metrics.clone(), Lanes::here(), terms);
    let (broken, other) = (
        new_workspace(&store, 1).await,
        new_workspace(&store, 2).await,
    );
    let mut one = Client::join(&hub, broken, 1, Workspace::new()).await;
    let mut two = Client::join(&hub, broken, 2, Workspace::new()).await;
    let mut elsewhere = Client::join(&hub, other, 3, Workspace::new()).await;
    one.writes("Gardé").await;
    one.hears("the acknowledgement", Client::is_settled).await;
    // Nobody says whether this one reaches the disk.
    one.writes("Peut-être").await;
    one.says(Event::Panic).await;
    for client in [&mut one, &mut two] {
        client
            .hears("the end", |client| client.closed.is_some())
            .await;
        assert_eq!(client.closed, Some(Close::Restart));
    }
    elsewhere.writes("Sans rien remarquer").await;
    elsewhere
        .hears("the acknowledgement", Client::is_settled)
        .await;
    // They come back, each with their document, and everything is there.
    let mut one = Client::join(&hub, broken, 4, one.document).await;
    let mut two = Client::join(&hub, broken, 5, two.document).await;
    for client in [&mut one, &mut two] {
        client
            .hears("the acknowledgement", Client::is_settled)
            .await;
    }
    two.hears("both", |client| client.document.axes().len() == 2)
        .await;
    assert_eq!(one.document.content(), two.document.content());
    assert_eq!(metrics.rebuilt.get(), 1);
    assert_eq!(hub.stop().await, 0);
    store.close().await;
    threads.join();
}
