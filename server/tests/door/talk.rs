//! What people say to each other: each in their own name, shared when it is durable, and gone when it is taken
//! back.

use super::{
    forgetting::holding,
    harness::{Member, TestServer},
    keeping::faults,
    peer::Peer,
    storage::{Broken, UNWRITABLE, hears},
};
use jalon_server::{clock, secret};
use jalon_shared::{
    AxisId, Command, CommentId, NewEntity, PersonId, Stamp, Subject, ThreadId,
    protocol::{Message, Refusal},
    talk::Deed,
};
use reqwest::{Method, StatusCode};
use serde_json::json;

fn born<I: From<uuid::Uuid>>() -> I {
    let chance = secret::id_bytes().expect("chance");
    let id = CommentId::born(clock::now_ms().unsigned_abs(), chance);
    id.uuid().into()
}

fn stamp(member: &Member, name: &str) -> Stamp {
    Stamp {
        person: member.person.parse().expect("an id"),
        name: name.to_owned(),
        at: clock::now_ms(),
    }
}

fn says(about: Subject, thread: ThreadId, text: &str) -> (CommentId, Command) {
    let (id, text) = (born(), text.to_owned());
    let deed = Deed::Say {
        text,
        mentions: Vec::new(),
    };
    let command = Command::Talk {
        id,
        about,
        thread,
        deed,
    };
    (id, command)
}

/// An axis that everybody knows of.
async fn subject(peer: &mut Peer) -> Subject {
    let axis: AxisId = born();
    peer.does(NewEntity::new(axis)).await;
    peer.settle().await;
    axis.into()
}

fn words(peer: &Peer, about: Subject) -> Vec<String> {
    let threads = peer.document.threads(about).into_iter();
    let comments = threads.flat_map(|thread| thread.comments);
    comments.map(|comment| comment.text).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_speaks_in_their_own_name() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Paroles").await;
    let awa = server.member(&workspace, "contributor", "Awa").await;
    let noe = server.member(&workspace, "contributor", "Noé").await;
    let mut awas = Peer::join(&server, &workspace, &awa.token).await;
    let about = subject(&mut awas).await;
    let mut noes = Peer::join(&server, &workspace, &noe.token).await;
    let thread = born();
    awas.does_as(
        says(about, thread, "Et les aidants ?").1,
        &stamp(&awa, "Awa"),
    )
    .await;
    noes.hear_until("the comment", |peer| !words(peer, about).is_empty())
        .await;
    // A name that she has from now on, and the one that she had while she wrote offline.
    let body = json!({"name": "Awa D."});
    let (status, _) = server
        .call(Method::PATCH, "/api/me", &awa.token, Some(body))
        .await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    for name in ["Awa", "Awa D."] {
        awas.does_as(says(about, thread, name).1, &stamp(&awa, name))
            .await;
    }
    awas.settle().await;
    noes.hear_until("all of it", |peer| words(peer, about).len() == 3)
        .await;

    let refused = Message::Refused {
        frame: 1,
        reason: Refusal::Schema,
    };
    let forged = [
        (says(about, thread, "Je suis Awa"), stamp(&awa, "Awa")),
        (
            says(about, thread, "Je suis chef"),
            stamp(&noe, "La directrice"),
        ),
    ];
    for ((_, command), by) in forged {
        let mut noes = Peer::join(&server, &workspace, &noe.token).await;
        noes.does_as(command, &by).await;
        hears(&mut noes, &refused).await;
    }
    // Nobody but a facilitator takes somebody's words away.
    let comment = awas.document.threads(about)[0].comments[0].id;
    let remove = |id| Command::Talk {
        id,
        about,
        thread,
        deed: Deed::Remove { comment },
    };
    let mut other = Peer::join(&server, &workspace, &noe.token).await;
    other.does_as(remove(born()), &stamp(&noe, "Noé")).await;
    hears(&mut other, &refused).await;
    let mina = server.member(&workspace, "facilitator", "Mina").await;
    let mut minas = Peer::join(&server, &workspace, &mina.token).await;
    assert_eq!(words(&minas, about), ["Et les aidants ?", "Awa", "Awa D."]);
    minas.does_as(remove(born()), &stamp(&mina, "Mina")).await;
    minas.settle().await;
    awas.hear_until("it is gone", |peer| words(peer, about)[0].is_empty())
        .await;
    // Whoever reads says nothing.
    let eva = server.member(&workspace, "reader", "Eva").await;
    let mut evas = Peer::join(&server, &workspace, &eva.token).await;
    evas.does_as(says(about, thread, "Moi aussi").1, &stamp(&eva, "Eva"))
        .await;
    let role = Message::Refused {
        frame: 1,
        reason: Refusal::Role,
    };
    hears(&mut evas, &role).await;
    assert_eq!(faults(&server), Vec::<String>::new());
}

/// Nobody but its author may bring a comment again to a server that lost it: so nobody else has it before it is
/// on the disk.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_hears_a_comment_before_it_is_durable() {
    let mut server = TestServer::start().await;
    let workspace = server.workspace("Disque").await;
    let awa = server.member(&workspace, "contributor", "Awa").await;
    let mut awas = Peer::join(&server, &workspace, &awa.token).await;
    let about = subject(&mut awas).await;
    let mut other = Peer::join(&server, &workspace, &server.owner).await;
    let broken = Broken::disk(&server);
    awas.does_as(says(about, born(), "Perdu ?").1, &stamp(&awa, "Awa"))
        .await;
    for peer in [&mut awas, &mut other] {
        hears(peer, &UNWRITABLE).await;
    }
    // Had it been relayed, it would have come before that.
    assert_eq!(words(&other, about), Vec::<String>::new());
    assert!(server.end().await.is_err(), "it is not kept");
    broken.mend();
    server.restart().await;
    let mut again = Peer::join(&server, &workspace, &server.owner).await;
    again.document = other.document;
    again.answer().await;
    again.settle().await;
    // It comes with whoever said it.
    let mut back = Peer::join(&server, &workspace, &awa.token).await;
    back.document = awas.document;
    back.answer().await;
    back.settle().await;
    again
        .hear_until("the comment", |peer| words(peer, about) == ["Perdu ?"])
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_that_are_taken_back_leave_the_file() {
    const SECRET: &str = "Madame Quatrebarbes était là";
    let mut server = TestServer::start().await;
    let workspace = server.workspace("Retrait").await;
    let awa = server.member(&workspace, "contributor", "Awa").await;
    let mut awas = Peer::join(&server, &workspace, &awa.token).await;
    let mut other = Peer::join(&server, &workspace, &server.owner).await;
    let about = subject(&mut awas).await;
    let (thread, by) = (born(), stamp(&awa, "Awa"));
    let (comment, command) = says(about, thread, SECRET);
    awas.does_as(command, &by).await;
    awas.does_as(says(about, thread, "Sans nom").1, &by).await;
    other
        .hear_until("both", |peer| words(peer, about).len() == 2)
        .await;
    let withdraw = Command::Talk {
        id: born(),
        about,
        thread,
        deed: Deed::Withdraw { comment },
    };
    awas.does_as(withdraw, &by).await;
    let is_erased = |peer: &Peer| {
        let said = peer.document.talk();
        said.iter()
            .all(|one| one.deed.words().is_none_or(|(text, _)| text != SECRET))
    };
    for peer in [&mut awas, &mut other] {
        peer.hear_until("it is erased", is_erased).await;
    }
    // Whoever works on builds on that as on any other change.
    let person: PersonId = by.person;
    assert_eq!(
        awas.document.threads(about)[0].comments[0]
            .gone
            .as_ref()
            .map(|one| one.by),
        Some(person)
    );
    awas.does_as(says(about, thread, "Encore").1, &by).await;
    awas.settle().await;
    drop((awas, other));
    server.stop().await;
    assert_eq!(faults(&server), Vec::<String>::new());
    // The log became a snapshot when the room closed; free pages of the file are overwritten in time.
    let database = rusqlite::Connection::open(server.data().join("jalon.db")).expect("a database");
    database
        .execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
        .expect("a tidy database");
    assert_eq!(holding(server.data(), SECRET), Vec::<String>::new());
}
