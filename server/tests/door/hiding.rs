//! Hiding: no secret that opens a door ends in the log, however much is logged.

use super::harness::{session_of, text};
use futures::{SinkExt, StreamExt};
use jalon_shared::protocol::{Frame, SUBPROTOCOL};
use reqwest::{Client, Method, RequestBuilder, redirect};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Read},
    process::{Child, Command, Stdio},
    thread,
};
use tempfile::TempDir;
use tokio_tungstenite::{
    connect_async,
    tungstenite::{
        self, Message as Packet,
        client::IntoClientRequest,
        http::{HeaderName, HeaderValue},
    },
};

/// A real server that logs everything, and what it logged.
struct Talkative {
    process: Child,
    log: thread::JoinHandle<String>,
    data: TempDir,
    url: String,
    owner_link: String,
    http: Client,
}

impl Talkative {
    fn start() -> Self {
        let data = TempDir::new().expect("a folder");
        let mut process = jalon(&["serve", "--listen", "127.0.0.1:0"], &data)
            .env("JALON_LOG", "trace")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the server");
        let mut stderr = process.stderr.take().expect("a log");
        let log = thread::spawn(move || {
            let mut log = String::new();
            stderr.read_to_string(&mut log).expect("text");
            log
        });
        let mut lines = BufReader::new(process.stdout.take().expect("an output")).lines();
        let mut last_word = |start: &str| {
            let line = lines
                .find_map(|line| line.ok().filter(|line| line.starts_with(start)))
                .expect("a line");
            line.rsplit(' ').next().unwrap_or_default().to_owned()
        };
        let (url, owner_link) = (
            last_word("Jalon is ready"),
            last_word("Sign in as the owner"),
        );
        let http = Client::builder()
            .redirect(redirect::Policy::none())
            .build()
            .expect("a client");
        Self {
            process,
            log,
            data,
            url,
            owner_link,
            http,
        }
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, format!("{}{path}", self.url))
    }

    async fn post(&self, path: &str, secret: &str, body: Value) -> Value {
        let request = self
            .request(Method::POST, path)
            .bearer_auth(secret)
            .json(&body);
        request
            .send()
            .await
            .expect("an answer")
            .json()
            .await
            .expect("json")
    }

    /// Opens a socket, writes something into it, and closes it.
    async fn connect(&self, path: &str, headers: &[(&'static str, &str)]) {
        let address = format!("{}{path}", self.url.replacen("http", "ws", 1));
        let mut request = address.into_client_request().expect("a request");
        for (name, value) in headers
            .iter()
            .chain(&[("sec-websocket-protocol", SUBPROTOCOL)])
        {
            let value = HeaderValue::from_str(value).expect("a header");
            request
                .headers_mut()
                .insert(HeaderName::from_static(name), value);
        }
        let (mut socket, _) = match connect_async(request).await {
            Ok(connected) => connected,
            Err(tungstenite::Error::Http(_)) => return,
            Err(error) => panic!("{error}"),
        };
        let hello = Frame::SyncStep1 {
            state_vector: jalon_shared::Workspace::new().state_vector(),
        };
        socket
            .send(Packet::binary(hello.encode()))
            .await
            .expect("sent");
        let no_frame = Packet::binary(vec![0, 0xff]);
        socket.send(no_frame).await.expect("sent");
        socket.next().await.expect("a word").expect("a packet");
        socket.close(None).await.expect("closed");
    }

    /// Ends the server as a service manager does; its log.
    fn stop(mut self) -> String {
        let asked = Command::new("kill")
            .args(["-TERM", &self.process.id().to_string()])
            .status();
        assert!(asked.expect("kill").success());
        assert!(self.process.wait().expect("an end").success());
        self.log.join().expect("a log")
    }
}

fn jalon(words: &[&str], data: &TempDir) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    command.args(words).arg("--data").arg(data.path());
    command
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_secret_ends_in_the_log() {
    let server = Talkative::start();
    let mut secrets: Vec<(&str, String)> = Vec::new();
    let owner_path = server
        .owner_link
        .strip_prefix(&server.url)
        .expect("this server");
    secrets.push(("owner link", last_part(owner_path)));
    // Looked at, tried by another site, tried with a bad name, used, used again.
    server
        .request(Method::GET, owner_path)
        .send()
        .await
        .expect("a page");
    let evil = server
        .request(Method::POST, owner_path)
        .header("origin", "https://evil.example");
    evil.send().await.expect("a refusal");
    let long = server
        .request(Method::POST, owner_path)
        .form(&[("name", "é".repeat(61))]);
    long.send().await.expect("a refusal");
    let entered = server
        .request(Method::POST, owner_path)
        .send()
        .await
        .expect("an answer");
    let owner = session_of(&entered);
    secrets.push(("session of the owner", owner.clone()));
    server
        .request(Method::POST, owner_path)
        .send()
        .await
        .expect("a refusal");

    let new = json!({"title": "Discret", "language": "fr"});
    let workspace = text(&server.post("/api/workspaces", &owner, new).await, "id");
    let base = format!("/api/workspaces/{workspace}");
    let invite = json!({"role": "contributor"});
    let code = text(
        &server
            .post(&format!("{base}/invites"), &owner, invite)
            .await,
        "code",
    );
    secrets.push(("invitation", code.clone()));
    let join = format!("/join/{code}");
    for request in [
        server.request(Method::GET, &join),
        server.request(Method::GET, &format!("/join?code={code}")),
        server.request(Method::POST, &join).form(&[("name", "")]),
        server
            .request(Method::POST, &join)
            .header("origin", "https://evil.example"),
    ] {
        request.send().await.expect("an answer");
    }
    let by_form = server.request(Method::POST, &join).form(&[("name", "Awa")]);
    let awa = session_of(&by_form.send().await.expect("an answer"));
    secrets.push(("session by the page", awa.clone()));
    let asked = json!({"code": code, "name": "Zoé"});
    let zoe = text(&server.post("/api/join", "", asked).await, "token");
    secrets.push(("session by the call", zoe.clone()));
    let link = text(&server.post("/api/me/link", &zoe, json!({})).await, "url");
    secrets.push(("personal link", last_part(&link)));

    let body = json!({"name": "Tableur", "role": "contributor"});
    let made = server.post(&format!("{base}/tokens"), &owner, body).await;
    secrets.push(("token", text(&made, "token")));
    let words = ["token", "--workspace", &workspace, "--role", "reader"];
    let printed = jalon(&words, &server.data)
        .env("JALON_LOG", "trace")
        .output();
    let printed = printed.expect("a token");
    let from_command = String::from_utf8_lossy(&printed.stdout).trim().to_owned();
    let errors = String::from_utf8_lossy(&printed.stderr);
    assert!(!errors.contains(&from_command), "{errors}");
    secrets.push(("token of the command line", from_command));

    let sync = format!("/sync/{workspace}");
    let origin = server.url.clone();
    for (_, secret) in &secrets {
        server.connect(&format!("{sync}?token={secret}"), &[]).await;
        let bearer = format!("Bearer {secret}");
        server.connect(&sync, &[("authorization", &bearer)]).await;
        let cookie = format!("jalon_session={secret}");
        server
            .connect(&sync, &[("cookie", &cookie), ("origin", &origin)])
            .await;
        server
            .connect(
                &sync,
                &[("cookie", &cookie), ("origin", "https://evil.example")],
            )
            .await;
        let me = server
            .request(Method::GET, "/api/me")
            .header("cookie", &cookie);
        me.send().await.expect("an answer");
        server
            .request(Method::GET, "/api/me")
            .bearer_auth(secret)
            .send()
            .await
            .expect("an answer");
    }
    let withdraw = server.request(Method::DELETE, &format!("{base}/invites/{code}"));
    let evil = withdraw.header("origin", "https://evil.example");
    evil.header("cookie", format!("jalon_session={owner}"))
        .send()
        .await
        .expect("a refusal");
    let withdraw = server.request(Method::DELETE, &format!("{base}/invites/{code}"));
    withdraw
        .bearer_auth(&owner)
        .send()
        .await
        .expect("an answer");

    let log = server.stop();
    // The log is a full one: what is looked for below would be in it.
    for word in [
        "DEBUG",
        "connected",
        "refused a call from another site",
        &workspace,
    ] {
        assert!(log.contains(word), "{word} is not in the log:\n{log}");
    }
    for (what, secret) in &secrets {
        let found: Vec<_> = log
            .lines()
            .filter(|line| line.contains(secret.as_str()))
            .collect();
        assert!(found.is_empty(), "the {what} is in the log: {found:#?}");
    }
}

fn last_part(path: &str) -> String {
    path.rsplit('/').next().unwrap_or_default().to_owned()
}
