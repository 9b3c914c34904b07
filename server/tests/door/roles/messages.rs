//! Every message of the wire, from every role.

use super::callers::token;
use crate::{
    harness::TestServer,
    peer::{Peer, Way, new_axis, stamp},
};
use jalon_shared::{
    Command, EntityRef, Field, FieldRef, Generation, PersonId, Role, TextEdit,
    presence::Presence,
    protocol::{AwarenessEntry, Frame, Message, Refusal},
};
use serde_json::json;

/// What each message does.
///
/// `answer`: the sender gets what it asked for. `kept`: it is acknowledged, and the others have it. `refused`:
/// the sender is told, and nobody has it. `relayed`: the others get it, under the sender's own name. `silent`:
/// nothing happens; most are what only the server says. `leads`: everybody hears who leads, until they end it.
const TABLE: &str = "
    #                  reader   contri   facil    owner    t-read   t-cont   t-faci
    SyncStep1          answer   answer   answer   answer   answer   answer   answer
    SyncStep2          refused  kept     kept     kept     refused  kept     kept
    Update             refused  kept     kept     kept     refused  kept     kept
    Awareness          relayed  relayed  relayed  relayed  relayed  relayed  relayed
    QueryAwareness     answer   answer   answer   answer   answer   answer   answer
    Auth               silent   silent   silent   silent   silent   silent   silent
    Welcome            silent   silent   silent   silent   silent   silent   silent
    Acknowledged       silent   silent   silent   silent   silent   silent   silent
    Refused            silent   silent   silent   silent   silent   silent   silent
    VersionFrozen      silent   silent   silent   silent   silent   silent   silent
    VersionRestored    silent   silent   silent   silent   silent   silent   silent
    AccessChanged      silent   silent   silent   silent   silent   silent   silent
    Storage            silent   silent   silent   silent   silent   silent   silent
    Guide              silent   silent   leads    leads    silent   silent   leads
";

/// The row of a message. A new message has to be named here, and then in the table.
fn row_of(frame: &Frame) -> &'static str {
    match frame {
        Frame::SyncStep1 { .. } => "SyncStep1",
        Frame::SyncStep2 { .. } => "SyncStep2",
        Frame::Update { .. } => "Update",
        Frame::Awareness { .. } => "Awareness",
        Frame::QueryAwareness => "QueryAwareness",
        Frame::Auth { .. } => "Auth",
        Frame::Jalon(Message::Welcome { .. }) => "Welcome",
        Frame::Jalon(Message::Acknowledged { .. }) => "Acknowledged",
        Frame::Jalon(Message::Refused { .. }) => "Refused",
        Frame::Jalon(Message::VersionFrozen { .. }) => "VersionFrozen",
        Frame::Jalon(Message::VersionRestored { .. }) => "VersionRestored",
        Frame::Jalon(Message::AccessChanged { .. }) => "AccessChanged",
        Frame::Jalon(Message::Storage { .. }) => "Storage",
        Frame::Jalon(Message::Guide { .. }) => "Guide",
    }
}

/// One of each message, as somebody would send it who wants more than they may have.
fn one_of_each(peer: &mut Peer, number: u64) -> Vec<Frame> {
    let person = PersonId::from(uuid::Uuid::nil());
    let command = new_axis(&format!("Axe {number}"));
    let effect = peer.document.apply(&command, &stamp());
    let update = effect.expect("a good command").update;
    vec![
        Frame::SyncStep1 {
            state_vector: jalon_shared::Workspace::new().state_vector(),
        },
        Frame::SyncStep2 {
            update: update.clone(),
        },
        Frame::Update { update },
        Frame::Awareness {
            entries: vec![AwarenessEntry {
                client: number,
                clock: 1,
                state: Some(json!({"user": {"person": person, "name": "Direction", "color": 0}})),
            }],
        },
        Frame::QueryAwareness,
        Frame::Auth {
            reason: "dehors".to_owned(),
        },
        Frame::Jalon(Message::Welcome {
            person,
            name: "Direction".to_owned(),
            role: Role::Facilitator,
            client: None,
            generation: Generation::FIRST,
        }),
        Frame::Jalon(Message::Acknowledged { through: 99 }),
        Frame::Jalon(Message::Refused {
            frame: 1,
            reason: Refusal::Role,
        }),
        Frame::Jalon(Message::VersionFrozen {
            number: 99,
            label: "Faux".to_owned(),
        }),
        Frame::Jalon(Message::VersionRestored {
            number: 99,
            label: "Faux".to_owned(),
            person,
            name: "Direction".to_owned(),
        }),
        Frame::Jalon(Message::AccessChanged { role: None }),
        Frame::Jalon(Message::Storage { writable: false }),
        Frame::Jalon(Message::Guide {
            person: Some(person),
        }),
    ]
}

fn rows() -> Vec<(&'static str, Vec<&'static str>)> {
    let lines = TABLE.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let mut words = line.split_whitespace();
            (words.next().expect("a message"), words.collect())
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_message_does_what_the_table_says() {
    check_messages(Way::Socket).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_message_does_the_same_over_requests() {
    check_messages(Way::Requests).await;
}

async fn check_messages(way: Way) {
    let server = TestServer::start().await;
    let workspace = server.workspace("Messages").await;
    let member = async |role| server.member(&workspace, role, role).await.token;
    let columns = [
        ("reader", member("reader").await),
        ("contributor", member("contributor").await),
        ("facilitator", member("facilitator").await),
        ("", server.owner.clone()),
        ("script", token(&server, &workspace, "reader")),
        ("script", token(&server, &workspace, "contributor")),
        ("script", token(&server, &workspace, "facilitator")),
    ];
    let rows = rows();
    let mut watcher = Peer::join(&server, &workspace, &server.owner).await;
    // Somebody has to be there to be asked about.
    let here = AwarenessEntry {
        client: 1,
        clock: 1,
        state: Some(json!({"page": "objectives"})),
    };
    let entries = vec![here];
    watcher.send(&Frame::Awareness { entries }).await;
    watcher.sync().await;
    let mut number = 1000;
    for (column, (name, secret)) in columns.iter().enumerate() {
        for (row, effects) in &rows {
            number += 1;
            // A socket for each, so that nothing follows from what was sent before.
            let mut peer = Peer::join_by(way, &server, &workspace, secret).await;
            let all = one_of_each(&mut peer, number);
            assert_eq!(all.len(), rows.len(), "each message has a row");
            let frame = all.iter().find(|frame| row_of(frame) == *row);
            let case = Case {
                frame: frame.expect("a message for each row"),
                row,
                name,
                effect: effects[column],
                number,
            };
            case.check(&mut peer, &mut watcher).await;
            peer.close().await;
        }
    }
}

/// One cell of the table.
struct Case<'a> {
    frame: &'a Frame,
    row: &'a str,
    /// The sender's name; empty when it does not matter.
    name: &'a str,
    effect: &'a str,
    /// Nobody else has this one.
    number: u64,
}

impl Case<'_> {
    async fn check(&self, peer: &mut Peer, watcher: &mut Peer) {
        let Self {
            frame,
            row,
            name,
            effect,
            number,
        } = *self;
        let what = format!("{row} of {name}: {effect}");
        let heard = (peer.messages.len(), watcher.messages.len());
        let (updates, said) = (peer.updates, peer.awareness.len());
        peer.send(frame).await;
        match effect {
            "answer" if row == "SyncStep1" => {
                peer.hear_until(&what, |peer| peer.updates > updates).await;
            }
            "answer" => {
                peer.hear_until(&what, |peer| peer.awareness.len() > said)
                    .await;
            }
            "kept" => {
                peer.settle().await;
                watcher.sync().await;
                assert_eq!(axes_named(watcher, number), 1, "{what}");
            }
            "refused" => {
                let refused = Message::Refused {
                    frame: peer.sent,
                    reason: Refusal::Role,
                };
                peer.hear_until(&what, |peer| peer.messages.contains(&refused))
                    .await;
                watcher.sync().await;
                assert_eq!(axes_named(watcher, number), 0, "{what}");
            }
            "relayed" => {
                watcher
                    .hear_until(&what, |peer| {
                        peer.awareness.iter().any(|entry| entry.client == number)
                    })
                    .await;
                let said = watcher
                    .awareness
                    .iter()
                    .find(|entry| entry.client == number);
                let state = said.and_then(|entry| entry.state.as_ref());
                let presence = state.and_then(Presence::from_state).expect("a presence");
                assert!(
                    presence.name == name || name.is_empty(),
                    "{what}: {presence:?}"
                );
                assert_ne!(presence.name, "Direction", "{what}");
            }
            "leads" => {
                let guide = |peer: &Peer| match peer.messages.last() {
                    Some(Message::Guide { person }) => Some(*person),
                    _ => None,
                };
                let leads = |peer: &Peer| guide(peer).is_some_and(|person| person.is_some());
                watcher.hear_until(&what, leads).await;
                assert_ne!(
                    guide(watcher),
                    Some(Some(PersonId::from(uuid::Uuid::nil()))),
                    "{what}: under another's name"
                );
                let end = Message::Guide { person: None };
                peer.send(&Frame::Jalon(end)).await;
                let ended = |peer: &Peer| guide(peer) == Some(None);
                watcher.hear_until(&what, ended).await;
            }
            "silent" => {
                // What was sent before has been heard when this is answered.
                peer.sync().await;
                watcher.sync().await;
                assert_eq!(
                    (peer.messages.len(), watcher.messages.len()),
                    heard,
                    "{what}"
                );
            }
            _ => panic!("no effect: {effect}"),
        }
    }
}

/// Such an answer names no client that wrote, like that of somebody who has nothing of their own.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_who_answers_with_deletions_alone_is_refused() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Relecture").await;
    let mut owner = Peer::join(&server, &workspace, &server.owner).await;
    owner.retitle("Relu").await;
    owner.settle().await;
    let token = server.member(&workspace, "reader", "reader").await.token;
    let mut reader = Peer::join(&server, &workspace, &token).await;
    // What the owner deleted is in the answer.
    reader.answer().await;
    reader.settle().await;
    let field = FieldRef {
        entity: EntityRef::SETTINGS,
        field: Field::Title,
    };
    let edit = TextEdit {
        at: 0,
        delete: 2,
        insert: String::new(),
    };
    let state_vector = reader.document.state_vector();
    let edit = Command::Edit { field, edit };
    let effect = reader.document.apply(&edit, &stamp());
    effect.expect("a good command");
    let update = reader.document.diff(&state_vector).expect("a state vector");
    assert_eq!(update.first(), Some(&0), "only deletions");
    reader.send(&Frame::SyncStep2 { update }).await;
    let refused = Message::Refused {
        frame: reader.sent,
        reason: Refusal::Role,
    };
    let is_told = |peer: &Peer| peer.messages.contains(&refused) || peer.acknowledged == peer.sent;
    reader.hear_until("an answer", is_told).await;
    assert!(reader.messages.contains(&refused), "it was not kept");
    owner.sync().await;
    assert_eq!(owner.title(), "Relu");
}

fn axes_named(peer: &Peer, number: u64) -> usize {
    let label = format!("Axe {number}");
    peer.axes()
        .iter()
        .filter(|axis| axis.label == label)
        .count()
}
