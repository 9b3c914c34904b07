//! What the model does not know never reaches anybody else, and whoever sent it is told.

use super::{
    harness::TestServer,
    peer::{Peer, new_axis, stamp},
};
use jalon_shared::{
    Command, EntityRef, Field, IndicatorId, Measure, NewEntity, PersonId, Stamp, TextEdit,
    Workspace,
    protocol::{Frame, Message, Refusal},
    workspace::LONGEST_TEXT,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// An update of client 77 that writes `true` under the key `k` of a root.
fn write_into(root: &str) -> Vec<u8> {
    let mut update = vec![1, 1, 77, 0, 0x28, 1];
    update.push(u8::try_from(root.len()).expect("a short name"));
    update.extend_from_slice(root.as_bytes());
    update.extend_from_slice(&[1, b'k', 1, 120, 0]);
    update
}

/// Two peers in step; the first wrote a reading.
async fn two(server: &TestServer) -> (Peer, Peer, IndicatorId) {
    let workspace = server.workspace("Règles").await;
    let mut one = Peer::join(server, &workspace, &server.owner).await;
    let indicator = IndicatorId::from_uuid(Uuid::from_u128(5));
    one.does(NewEntity::new(indicator)).await;
    one.does(Command::Record {
        id: Uuid::from_u128(6).into(),
        indicator,
        period: "2025-T1".parse().expect("a period"),
        measure: Measure::Amount { value: 3.0 },
        comment: String::new(),
    })
    .await;
    one.settle().await;
    let two = Peer::join(server, &workspace, &server.owner).await;
    (one, two, indicator)
}

async fn check_refused(peer: &mut Peer, reason: Refusal) {
    let refused = Message::Refused {
        frame: peer.sent,
        reason,
    };
    peer.hear_until("the refusal", |peer| peer.messages.contains(&refused))
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_schema_does_not_know_reaches_nobody() {
    let server = TestServer::start().await;
    let (mut one, mut two, indicator) = two(&server).await;
    // Somebody rewrites a reading: our own commands never do, so it takes what only a server does.
    let mut other = Workspace::load(&one.document.snapshot()).expect("a document");
    let names = BTreeSet::from([stamp().name]);
    let rewritten = other.forget(PersonId::from_uuid(Uuid::from_u128(1)), &names);
    assert!(!rewritten.update.is_empty());
    for update in [
        rewritten.update,
        write_into("mine"),
        write_into("axes"),
        write_into("settings"),
        write_into("readings"),
    ] {
        two.send(&Frame::Update {
            update: update.clone(),
        })
        .await;
        check_refused(&mut two, Refusal::Schema).await;
        two.send(&Frame::SyncStep2 { update }).await;
        check_refused(&mut two, Refusal::Schema).await;
    }
    let heard = one.updates;
    two.does(new_axis("Après")).await;
    two.settle().await;
    one.hear_until("the axis", |peer| peer.axes().len() == 1)
        .await;
    assert_eq!(one.updates, heard + 1, "nothing of what was refused came");
    let history = one
        .document
        .history(indicator, "2025-T1".parse().expect("a period"));
    assert_eq!(history.len(), 1);
    assert_eq!(history[0].by_name, stamp().name);
    let (_, metrics) = server
        .call(reqwest::Method::GET, "/metrics", &server.owner, None)
        .await;
    let metrics = metrics.as_str().expect("text");
    assert!(metrics.contains("jalon_refused_total{reason=\"schema\"} 10"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_text_that_many_make_too_long_is_refused_in_words() {
    let server = TestServer::start().await;
    let (mut one, mut two, _) = two(&server).await;
    let field = EntityRef::SETTINGS.field(Field::Mission);
    let before = one.document.snapshot();
    let words = "é".repeat(LONGEST_TEXT as usize);
    // As many as may be offline at once, each with as long a text as a client writes.
    for number in 1..=11 {
        let mut offline = Workspace::load(&before).expect("a document");
        let edit = TextEdit {
            at: 0,
            delete: 0,
            insert: words.clone(),
        };
        let by = Stamp {
            at: stamp().at + number,
            ..stamp()
        };
        let field = field.clone();
        let effect = offline.apply(&Command::Edit { field, edit }, &by);
        let update = effect.expect("a good command").update;
        one.send(&Frame::Update { update }).await;
    }
    check_refused(&mut one, Refusal::Full).await;
    two.hear_until("what was taken", |peer| {
        let text = peer.document.text(&field).unwrap_or_default();
        text.chars().count() == 10 * LONGEST_TEXT as usize
    })
    .await;
    two.does(new_axis("Après")).await;
    two.settle().await;
}

/// Whoever forges the number of somebody's open document cannot make their words count as known.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn other_words_under_the_number_of_a_document_are_never_acknowledged() {
    let server = TestServer::start().await;
    let (mut one, mut two, _) = two(&server).await;
    let words = TextEdit {
        at: 0,
        delete: 0,
        insert: "Les vrais mots ".to_owned(),
    };
    let edit = Command::Edit {
        field: EntityRef::SETTINGS.field(Field::Title),
        edit: words,
    };
    let effect = one.document.apply(&edit, &stamp());
    let honest = effect.expect("a good command").update;
    let mut forged = honest.clone();
    let at = honest.windows(5).position(|bytes| bytes == b"vrais");
    forged[at.expect("the words")..][..5].copy_from_slice(b"hauts");
    two.send(&Frame::Update {
        update: forged.clone(),
    })
    .await;
    two.settle().await;
    for frame in [
        Frame::Update {
            update: honest.clone(),
        },
        Frame::SyncStep2 { update: honest },
    ] {
        one.send(&frame).await;
        let told = one.messages.len();
        one.hear_until("an answer", |peer| {
            peer.acknowledged == peer.sent || peer.messages.len() > told
        })
        .await;
        let refused = Message::Refused {
            frame: one.sent,
            reason: Refusal::Schema,
        };
        assert_eq!(one.messages.last(), Some(&refused));
    }
    // What was on its way when a line broke, and comes again, is known.
    two.send(&Frame::Update { update: forged }).await;
    two.settle().await;
}

/// What comes in one go is taken in together, and each part of it has its own answer.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_refused_in_the_middle_of_a_run_takes_nothing_else_with_it() {
    let server = TestServer::start().await;
    let (mut one, mut two, _) = two(&server).await;
    let before = one.sent;
    for number in 0..20 {
        if number == 10 {
            let update = write_into("objectives");
            one.send(&Frame::Update { update }).await;
        } else {
            one.does(new_axis(&format!("{number}"))).await;
        }
    }
    let refused = Message::Refused {
        frame: before + 11,
        reason: Refusal::Schema,
    };
    one.hear_until("the refusal", |peer| peer.messages.contains(&refused))
        .await;
    one.settle().await;
    let refusals = one.messages.iter();
    let refusals = refusals.filter(|message| matches!(message, Message::Refused { .. }));
    assert_eq!(refusals.count(), 1);
    two.hear_until("all of the others", |peer| peer.axes().len() == 19)
        .await;
    assert_eq!(two.document.content(), one.document.content());
}
