//! Forgetting somebody: their name leaves every byte that is kept, and what they wrote stays.

use super::{
    harness::{Member, TestServer, text, until},
    peer::{Peer, new_axis},
    presence::{last, says},
    storage::{Broken, UNWRITABLE, hears},
};
use jalon_server::{
    check, secret,
    store::{database, forgetting, versions},
};
use jalon_shared::{
    Command, Content, Dashboard, EntityRef, Field, IndicatorId, Measure, NewEntity, Period,
    PersonId, ReadingId, Role, Stamp, TextEdit, Version,
    protocol::Message,
    talk::{Deed, Mention, call},
    version::{FORMAT, Participant, Sealed, Whose},
};
use reqwest::{Method, StatusCode};
use serde_json::json;
use std::{fs, path::Path};

const NAME: &str = "Zénobie Quatrebarbes";
const FORMER: &str = "Zénobie Vieuxnom";

/// Who writes under a name.
fn stamp(member: &Member, name: &str) -> Stamp {
    Stamp {
        person: member.person.parse().expect("an id"),
        name: name.to_owned(),
        at: 1_750_000_000_000,
    }
}

fn born<I: From<uuid::Uuid>>() -> I {
    let chance = jalon_server::secret::id_bytes().expect("chance");
    let id: ReadingId = ReadingId::born(jalon_server::clock::now_ms().unsigned_abs(), chance);
    id.uuid().into()
}

fn period() -> Period {
    "2025-01".parse().expect("a period")
}

fn reading(indicator: IndicatorId, value: f64) -> Command {
    Command::Record {
        id: born(),
        indicator,
        period: period(),
        measure: Measure::Amount { value },
        comment: "compté deux fois".to_owned(),
    }
}

/// An indicator with a reading of somebody's, and an axis that they sent to the bin.
async fn write(peer: &mut Peer, member: &Member, name: &str) -> IndicatorId {
    let by = stamp(member, name);
    let indicator: IndicatorId = born();
    peer.does_as(
        NewEntity::new(indicator).text(Field::Name, "Cafés tenus"),
        &by,
    )
    .await;
    peer.does_as(reading(indicator, 12.0), &by).await;
    let mention = Mention {
        person: by.person,
        name: name.to_owned(),
    };
    let says = Command::Talk {
        id: born(),
        about: indicator.into(),
        thread: born(),
        deed: Deed::Say {
            text: format!("{} y reviendra", call(by.person)),
            mentions: vec![mention],
        },
    };
    peer.does_as(says, &by).await;
    let axis = new_axis("Essai");
    let Command::Create(NewEntity { entity, .. }) = &axis else {
        panic!("another command");
    };
    let entity = *entity;
    peer.does_as(axis, &by).await;
    peer.does_as(Command::Delete { entity }, &by).await;
    peer.settle().await;
    indicator
}

async fn freeze(server: &TestServer, workspace: &str, token: &str, label: &str) {
    let path = format!("/api/workspaces/{workspace}/versions");
    server.post(&path, token, json!({"label": label})).await;
}

async fn download(server: &TestServer, workspace: &str, number: u32) -> String {
    let path = format!("/api/workspaces/{workspace}/versions/{number}?download=1");
    let file = server.send(Method::GET, &path, &server.owner, None).await;
    file.text().await.expect("a file")
}

/// Which files of a folder hold a text.
pub fn holding(folder: &Path, text: &str) -> Vec<String> {
    let files = fs::read_dir(folder).expect("a folder").flatten();
    let holding = files.filter(|file| {
        let bytes = fs::read(file.path()).expect("a file");
        bytes
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    });
    holding
        .map(|file| file.file_name().to_string_lossy().into_owned())
        .collect()
}

fn faults(server: &TestServer) -> Vec<String> {
    let database = database::open_for_reading(server.data()).expect("a database");
    check::check(&database).expect("a report").faults
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_asks_is_forgotten_everywhere() {
    let mut server = TestServer::start().await;
    let (one, other) = (server.workspace("Un").await, server.workspace("Deux").await);
    let zenobie = server.member(&one, "facilitator", FORMER).await;
    let colleague = server.member(&one, "contributor", "Awa").await;
    let code = server.invite(&other, "contributor", 1).await;
    let body = json!({"code": code, "name": FORMER});
    server.post("/api/join", &zenobie.token, body).await;
    let mut peer = Peer::join(&server, &one, &zenobie.token).await;
    let mut witness = Peer::join(&server, &one, &colleague.token).await;
    let indicator = write(&mut peer, &zenobie, FORMER).await;
    let mut away = Peer::join(&server, &other, &zenobie.token).await;
    write(&mut away, &zenobie, FORMER).await;
    away.close().await;
    freeze(&server, &one, &zenobie.token, "Avant").await;
    let body = json!({"name": NAME});
    let (status, _) = server
        .call(Method::PATCH, "/api/me", &zenobie.token, Some(body))
        .await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    peer.does_as(reading(indicator, 13.0), &stamp(&zenobie, NAME))
        .await;
    peer.settle().await;
    freeze(&server, &one, &zenobie.token, "Après").await;
    let invitation = server
        .post(
            &format!("/api/workspaces/{one}/invites"),
            &zenobie.token,
            json!({"role": "reader", "expires_in_s": 3600, "max_uses": 5}),
        )
        .await;
    let before = [
        download(&server, &one, 1).await,
        download(&server, &one, 2).await,
    ];
    assert!(before[0].contains(FORMER) && before[1].contains(NAME));
    for name in [FORMER, NAME] {
        assert!(
            !holding(server.data(), name).is_empty(),
            "{name} is somewhere"
        );
    }

    let gone = server
        .send(Method::DELETE, "/api/me", &zenobie.token, None)
        .await;
    assert_eq!(gone.status(), StatusCode::NO_CONTENT);
    let cookie = gone.headers()["set-cookie"]
        .to_str()
        .expect("text")
        .to_owned();
    assert!(cookie.starts_with("jalon_session=;"), "{cookie}");

    // Nobody comes in any more: not by what was open, nor by the session, nor by the invitation.
    peer.hear_all().await;
    assert!(
        peer.messages
            .contains(&Message::AccessChanged { role: None })
    );
    let (status, _) = server
        .call(Method::GET, "/api/me", &zenobie.token, None)
        .await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    let body = json!({"code": text(&invitation, "code"), "name": "Eva"});
    let (status, _) = server.call(Method::POST, "/api/join", "", Some(body)).await;
    assert_eq!(status, StatusCode::NOT_FOUND);

    // Whoever is there sees it, and what was written stays.
    let person: PersonId = zenobie.person.parse().expect("an id");
    witness
        .hear_until("the change", |peer| {
            !peer.document.history(indicator, period()).is_empty()
                && peer.document.names_of(person).is_empty()
        })
        .await;
    let history = witness.document.history(indicator, period());
    let values: Vec<_> = history.iter().map(|one| one.measure.clone()).collect();
    assert_eq!(values.len(), 2);
    let threads = witness.document.threads(indicator.into());
    assert_eq!(threads[0].comments[0].said.name, "");
    assert!(threads[0].calls(person));
    let binned = witness.document.bin()[0].clone();
    assert_eq!(binned.deleted_by, "");
    // Whoever works on builds on the change as on any other.
    witness.does(reading(indicator, 14.0)).await;
    let entity = binned.entity;
    witness.does(Command::Restore { entity }).await;
    witness.settle().await;
    let refused = |message: &Message| matches!(message, Message::Refused { .. });
    assert!(!witness.messages.iter().any(refused));
    witness.close().await;

    // The versions are the same, without the name.
    for (number, before) in (1..).zip(&before) {
        let after = download(&server, &one, number).await;
        assert!(!after.contains("Zénobie"));
        let (before, after) = (
            Sealed::parse(before).expect("intact"),
            Sealed::parse(&after).expect("intact"),
        );
        assert_eq!(
            (&after.hash, after.nameless()),
            (&before.hash, before.nameless())
        );
        assert!(after.withheld >= 1);
        let page = server
            .send(
                Method::GET,
                &format!("/w/{one}/v/{number}"),
                &server.owner,
                None,
            )
            .await;
        let page = page.text().await.expect("a page");
        assert!(page.contains("par une personne") && !page.contains("Zénobie"));
    }
    for path in [
        "",
        "/people",
        "/versions",
        "/versions/1",
        "/versions/1/diff/2",
        "/invites",
    ] {
        let (_, answer) = server
            .call(
                Method::GET,
                &format!("/api/workspaces/{one}{path}"),
                &server.owner,
                None,
            )
            .await;
        assert!(!answer.to_string().contains("Zénobie"), "{path}: {answer}");
    }

    // No byte of the folder has the name, while the server runs and afterwards.
    for restart in [false, true] {
        if restart {
            server.restart().await;
        }
        for name in [FORMER, NAME, "Zénobie"] {
            assert_eq!(holding(server.data(), name), Vec::<String>::new(), "{name}");
        }
        assert_eq!(faults(&server), Vec::<String>::new());
    }
    let mut late = Peer::join(&server, &one, &colleague.token).await;
    late.does(reading(indicator, 15.0)).await;
    late.settle().await;
    assert_eq!(late.document.history(indicator, period()).len(), 4);
}

/// A client that gave back what the server then lost would be refused: only the server takes names out.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_hears_that_a_name_is_gone_before_that_is_kept() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Plus tard").await;
    let zenobie = server.member(&workspace, "contributor", NAME).await;
    let mut witness = Peer::join(&server, &workspace, &server.owner).await;
    let mut other = Peer::join(&server, &workspace, &server.owner).await;
    let mut peer = Peer::join(&server, &workspace, &zenobie.token).await;
    write(&mut peer, &zenobie, NAME).await;
    let person: PersonId = zenobie.person.parse().expect("an id");
    let is_named = |peer: &Peer| !peer.document.names_of(person).is_empty();
    witness.hear_until("the name", is_named).await;
    let broken = Broken::disk(&server);
    server
        .send(Method::DELETE, "/api/me", &zenobie.token, None)
        .await;
    hears(&mut witness, &UNWRITABLE).await;
    // Whatever the room said while it forgot was said before this.
    other.send(&says(7, 1, json!({"page": "grid"}))).await;
    witness
        .hear_until("the other", |peer| last(peer, 7).is_some())
        .await;
    assert!(is_named(&witness));
    broken.mend();
    witness
        .hear_until("the change", |peer| !is_named(peer))
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_facilitator_removes_the_traces_of_somebody_from_one_workspace() {
    let server = TestServer::start().await;
    let (one, other) = (server.workspace("Un").await, server.workspace("Deux").await);
    let zenobie = server.member(&one, "contributor", NAME).await;
    let body = json!({"code": server.invite(&other, "contributor", 1).await, "name": NAME});
    server.post("/api/join", &zenobie.token, body).await;
    for workspace in [&one, &other] {
        let mut peer = Peer::join(&server, workspace, &zenobie.token).await;
        write(&mut peer, &zenobie, NAME).await;
        freeze(&server, workspace, &server.owner, "Point").await;
    }
    let traces = |workspace: &str| {
        format!(
            "/api/workspaces/{workspace}/people/{}/traces",
            zenobie.person
        )
    };
    // Who may not: somebody themself without a role for it, and nobody the owner.
    let (status, _) = server
        .call(Method::DELETE, &traces(&one), &zenobie.token, None)
        .await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    let owner = text(&server.get("/api/me", &server.owner).await, "person");
    let path = format!("/api/workspaces/{one}/people/{owner}/traces");
    let (status, _) = server
        .call(Method::DELETE, &path, &server.owner, None)
        .await;
    assert_eq!(status, StatusCode::CONFLICT);
    let (status, _) = server
        .call(Method::DELETE, "/api/me", &server.owner, None)
        .await;
    assert_eq!(status, StatusCode::CONFLICT);

    let (status, _) = server
        .call(Method::DELETE, &traces(&one), &server.owner, None)
        .await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    assert!(!download(&server, &one, 1).await.contains(NAME));
    assert!(download(&server, &other, 1).await.contains(NAME));
    let me = server.get("/api/me", &zenobie.token).await;
    assert_eq!(me["workspaces"].as_array().map(Vec::len), Some(1), "{me}");

    // In the last workspace, they are forgotten altogether.
    let (status, _) = server
        .call(Method::DELETE, &traces(&other), &server.owner, None)
        .await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    assert_eq!(holding(server.data(), NAME), Vec::<String>::new());
    assert_eq!(faults(&server), Vec::<String>::new());
    let (status, _) = server
        .call(Method::DELETE, &traces(&other), &server.owner, None)
        .await;
    assert_eq!(
        status,
        StatusCode::NOT_FOUND,
        "there is nobody of that number"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_asked_is_done_after_a_crash() {
    let mut server = TestServer::start().await;
    let workspace = server.workspace("Panne").await;
    let zenobie = server.member(&workspace, "contributor", NAME).await;
    let mut peer = Peer::join(&server, &workspace, &zenobie.token).await;
    write(&mut peer, &zenobie, NAME).await;
    peer.close().await;
    server.stop().await;
    // Asked, and not a step further.
    let mut database = database::open(server.data()).expect("a database");
    let transaction = database.transaction().expect("a transaction");
    let person = zenobie.person.parse().expect("an id");
    forgetting::ask(&transaction, person, None).expect("asked");
    transaction.commit().expect("kept");
    drop(database);
    assert!(!holding(server.data(), NAME).is_empty());
    server.restart().await;
    until("the name to be gone", async || {
        holding(server.data(), NAME).is_empty().then_some(())
    })
    .await;
    assert_eq!(faults(&server), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_freeze_that_began_before_keeps_no_name() {
    let mut server = TestServer::start().await;
    let workspace = server.workspace("Course").await;
    let zenobie = server.member(&workspace, "contributor", NAME).await;
    let colleague = server.member(&workspace, "contributor", "Awa").await;
    server.stop().await;
    let database = database::open(server.data()).expect("a database");
    let people = [&zenobie, &colleague].map(|one| one.person.parse().expect("an id"));
    let whose = Whose {
        frozen_by: people[0],
        participants: people.to_vec(),
    };
    let participants = [NAME, "Awa"].map(|name| Participant {
        name: name.to_owned(),
        role: Role::Contributor,
    });
    let content = Content::default();
    let version = Version {
        format: FORMAT.to_owned(),
        workspace: workspace.parse().expect("an id"),
        number: 1,
        label: "Un".to_owned(),
        period: String::new(),
        note: String::new(),
        frozen_at: "2026-01-05T09:00:00Z".to_owned(),
        frozen_by: NAME.to_owned(),
        participants: participants.to_vec(),
        replaces: None,
        previous_hash: None,
        dashboard: Dashboard::of(&content),
        content,
    };
    let began = jalon_server::clock::now_ms();
    let sealing = Sealed::seal(version, &whose, secret::salt).expect("chance");
    let form = versions::Form::of(sealing.sealed.nameless()).expect("a form");
    // Asked and done while the freeze was on its way to the disk.
    let asked = forgetting::ask(&database, people[0], None).expect("asked");
    forgetting::delete_names(&database, asked).expect("deleted");
    forgetting::done(&database, asked).expect("done");
    versions::insert(&database, &sealing, &form, began).expect("a version");
    let file = versions::sealed(&database, sealing.sealed.version.workspace, 1);
    let back = Sealed::parse(&file.expect("a database").expect("a file")).expect("intact");
    let names = back
        .version
        .participants
        .iter()
        .map(|one| one.name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["", "Awa"]);
    drop(database);
    assert_eq!(faults(&server), Vec::<String>::new());
}

/// Runs a command of ours; what it printed.
pub async fn jalon(arguments: &[&str]) -> (bool, String) {
    let mut command = tokio::process::Command::new(env!("CARGO_BIN_EXE_jalon"));
    let output = command.args(arguments).output().await.expect("a command");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    (
        output.status.success(),
        text + &String::from_utf8_lossy(&output.stderr),
    )
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_command_forgets_somebody_with_a_server_and_without() {
    let mut server = TestServer::start().await;
    let workspace = server.workspace("Commande").await;
    for (name, is_running) in [(NAME, true), (FORMER, false)] {
        let zenobie = server.member(&workspace, "contributor", name).await;
        let mut peer = Peer::join(&server, &workspace, &zenobie.token).await;
        let indicator = write(&mut peer, &zenobie, name).await;
        // What people type into their texts is theirs to change.
        let field = EntityRef::from(indicator).field(Field::KnownBiases);
        let edit = TextEdit {
            at: 0,
            delete: 0,
            insert: format!("Compté par {name}."),
        };
        if !is_running {
            peer.does(Command::Edit { field, edit }).await;
            peer.settle().await;
        }
        peer.close().await;
        if !is_running {
            server.stop().await;
        }
        let data = server.data().display().to_string();
        let (good, people) = jalon(&["people", "--data", &data]).await;
        let line = people
            .lines()
            .find(|line| line.contains(name))
            .expect("a line");
        assert!(good && line.ends_with("1 workspace"), "{people}");
        let id = line.split('\t').next().expect("an id");
        assert_eq!(id, zenobie.person);
        let (good, said) = jalon(&["forget", "--data", &data, "--person", id]).await;
        assert!(
            good && said.contains(&format!("forgotten everywhere: {id}")),
            "{said}"
        );
        let in_words = format!("in words that people typed: workspace {workspace}");
        assert_eq!(said.contains(&in_words), !is_running, "{said}");
        assert_eq!(holding(server.data(), name).is_empty(), is_running);
        let (good, said) = jalon(&["forget", "--data", &data, "--person", id]).await;
        assert!(!good && said.contains("there is nobody"), "{said}");
        assert_eq!(faults(&server), Vec::<String>::new());
    }
}
