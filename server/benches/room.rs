//! What a letter costs in a room with 64 seats: through the mailbox, the guard and the document, into every outbox,
//! and until the disk has it. No socket is part of it.

use criterion::{Criterion, criterion_group, criterion_main};
use jalon_server::{
    clock,
    connection::outbox::Outbox,
    demo,
    hub::Hub,
    lanes::Lanes,
    metrics::Metrics,
    room::{Claim, ConnectionId, Event, Repetitions, Seat, Terms},
    store::{Store, StoreError, workspaces},
};
use jalon_shared::{
    Command, Field, NewEntity, ObjectiveId, PersonId, Role, Stamp, TextEdit, Workspace,
    WorkspaceId,
    protocol::{Frame, Message},
};
use std::{sync::Arc, time::Duration};
use tempfile::TempDir;
use tokio::{
    runtime::Runtime,
    sync::{mpsc, oneshot},
};
use uuid::Uuid;

/// People in the room: a full workshop.
const SEATS: u64 = 64;

/// Whoever has written so many letters takes them back and starts again.
const LONGEST: u32 = 500;

/// A full room, and somebody in it who types.
struct Workshop {
    room: mpsc::Sender<Event>,
    outboxes: Vec<Arc<Outbox>>,
    /// What the one who types wrote.
    document: Workspace,
    own: ObjectiveId,
    letters: u32,
    sent: u64,
    acknowledged: u64,
}

fn stamp() -> Stamp {
    Stamp {
        person: PersonId::from_uuid(Uuid::from_u128(1)),
        name: "Awa".to_owned(),
        at: clock::now_ms(),
    }
}

impl Workshop {
    /// Everybody takes a seat in the demo, and has all that is there.
    async fn open(hub: &Hub, store: &Store) -> Self {
        let id = WorkspaceId::from(Uuid::from_u128(9));
        let sample = demo::workspace(&stamp()).expect("the demo");
        let new = workspaces::New {
            id,
            title: String::new(),
            by: None,
            update: sample.snapshot(),
            demo: false,
        };
        let made: Result<(), StoreError> = store
            .write(move |connection| workspaces::create(connection, &new))
            .await;
        made.expect("a workspace");
        let room = hub.open(id).await.expect("an open hub");
        let mut outboxes = Vec::new();
        for number in 0..SEATS {
            let outbox = Arc::new(Outbox::new(true, None));
            let (reply, seated) = oneshot::channel();
            let connection = ConnectionId(number);
            let seat = Seat {
                person: Uuid::from_u128(number.into()).into(),
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
            room.send(join).await.expect("an open room");
            seated.await.expect("an answer").expect("a seat");
            let step = Event::SyncStep1 {
                connection,
                state_vector: sample.state_vector(),
            };
            room.send(step).await.expect("an open room");
            outboxes.push(outbox);
        }
        let mut workshop = Self {
            room,
            outboxes,
            document: Workspace::new(),
            own: ObjectiveId::from_uuid(Uuid::from_u128(77)),
            letters: 0,
            sent: 0,
            acknowledged: 0,
        };
        workshop.does(NewEntity::new(workshop.own)).await;
        workshop.heard().await;
        workshop.kept().await;
        workshop
    }

    async fn does(&mut self, command: impl Into<Command>) {
        let effect = self.document.apply(&command.into(), &stamp());
        self.sent += 1;
        let update = Event::Update {
            connection: ConnectionId(0),
            frame: self.sent,
            update: effect.expect("a good command").update,
            answer: false,
        };
        self.room.send(update).await.expect("an open room");
    }

    async fn letter(&mut self) {
        let edit = TextEdit {
            at: 0,
            delete: if self.letters == LONGEST { LONGEST } else { 0 },
            insert: "é".to_owned(),
        };
        self.letters = self.letters - edit.delete + 1;
        let field = self.own.field(Field::Statement);
        self.does(Command::Edit { field, edit }).await;
    }

    /// Waits until everybody else has the last letter in their outbox, and takes it out.
    async fn heard(&self) {
        for outbox in self.outboxes.iter().skip(1) {
            let mut has_come = false;
            while !has_come {
                let frames = outbox.take().await.frames;
                has_come = frames
                    .iter()
                    .any(|frame| matches!(Frame::decode(&frame.frame()), Ok(Frame::Update { .. })));
            }
        }
    }

    /// Waits until all that was sent is on the disk.
    async fn kept(&mut self) {
        let own = self.outboxes.first().cloned().expect("a seat");
        while self.acknowledged < self.sent {
            for frame in own.take().await.frames {
                if let Ok(Frame::Jalon(Message::Acknowledged { through })) =
                    Frame::decode(&frame.frame())
                {
                    self.acknowledged = through;
                }
            }
        }
    }
}

fn rooms(criterion: &mut Criterion) {
    let folder = TempDir::new().expect("a folder");
    let (store, threads) = Store::open(folder.path(), Arc::new(|_| ())).expect("a store");
    let terms = Terms {
        idle: Duration::from_secs(60),
        document: 64 << 20, // 64 MiB
    };
    let runtime = Runtime::new().expect("a runtime");
    let (hub, mut workshop) = runtime.block_on(async {
        let hub = Hub::new(
            store.clone(),
            Arc::new(Metrics::new()),
            Lanes::here(),
            terms,
        );
        let workshop = Workshop::open(&hub, &store).await;
        (hub, workshop)
    });
    let mut group = criterion.benchmark_group("room of 64");
    group.bench_function("a letter, into every outbox", |bench| {
        bench.iter(|| {
            runtime.block_on(async {
                workshop.letter().await;
                workshop.heard().await;
            });
        });
    });
    group.bench_function("a letter, until the disk has it", |bench| {
        bench.iter(|| {
            runtime.block_on(async {
                workshop.letter().await;
                workshop.heard().await;
                workshop.kept().await;
            });
        });
    });
    group.finish();
    runtime.block_on(async {
        hub.stop().await;
        store.close().await;
    });
    threads.join();
}

/// Short: enough to see what became slower.
fn short() -> Criterion {
    Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(2))
}

criterion_group! { name = benches; config = short(); targets = rooms }
criterion_main!(benches);
