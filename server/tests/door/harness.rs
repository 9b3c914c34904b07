//! A server for one test: its own data folder, a free port, gone when the test ends.

use jalon_server::{
    Config, Running, ServeError, serve,
    store::{accesses, database, people},
};
use reqwest::{Client, Method, Response, StatusCode, redirect};
use serde_json::{Value, json};
use std::{
    path::Path,
    time::{Duration, Instant},
};
use tempfile::TempDir;
use tokio::time::sleep;

/// A server with a signed-in owner.
pub struct TestServer {
    running: Option<Running>,
    data: TempDir,
    /// Its address, without a slash at the end.
    pub url: String,
    /// The session of the owner.
    pub owner: String,
    client: Client,
}

/// Somebody who joined.
pub struct Member {
    pub token: String,
    pub person: String,
}

impl TestServer {
    pub async fn start() -> Self {
        Self::start_at(None).await
    }

    /// A server that people reach by another address than its own, as behind a proxy.
    pub async fn start_at(public_url: Option<&str>) -> Self {
        Self::start_with(|config| config.public_url = public_url.map(str::to_owned)).await
    }

    /// A server that is set up in another way.
    pub async fn start_with(set: impl FnOnce(&mut Config)) -> Self {
        let data = TempDir::new().expect("a folder");
        let mut config = config(data.path());
        set(&mut config);
        let running = serve(config).await.expect("a server");
        let client = client();
        let link = running
            .owner_link
            .clone()
            .expect("the first start has a link");
        let url = format!("http://{}", running.addr);
        let link = link.replacen(&running.url, &url, 1);
        let entered = client.post(link).send().await.expect("an answer");
        assert_eq!(entered.status(), StatusCode::SEE_OTHER);
        let owner = session_of(&entered);
        Self {
            running: Some(running),
            data,
            url,
            owner,
            client,
        }
    }

    /// On data that is there, which has an owner who came in before.
    pub async fn on(data: TempDir) -> Self {
        let running = serve(config(data.path())).await.expect("a server");
        let connection = database::open(data.path()).expect("a database");
        let owner = people::owner(&connection).expect("a database");
        let new = accesses::New {
            kind: accesses::Kind::Session,
            person: owner.expect("an owner").id,
            expires_at: None,
            made_by: None,
        };
        let owner = accesses::create(&connection, new).expect("a session");
        Self {
            url: running.url.clone(),
            running: Some(running),
            data,
            owner: owner.reveal().to_owned(),
            client: client(),
        }
    }

    pub fn data(&self) -> &Path {
        self.data.path()
    }

    pub async fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop().await.expect("a good end");
        }
    }

    /// Stops it, however it ends.
    pub async fn end(&mut self) -> Result<(), ServeError> {
        match self.running.take() {
            Some(running) => running.stop().await,
            None => Ok(()),
        }
    }

    pub async fn restart(&mut self) {
        self.stop().await;
        let running = serve(config(self.data.path())).await.expect("a server");
        assert_eq!(running.owner_link, None, "only the first start has a link");
        self.url.clone_from(&running.url);
        self.running = Some(running);
    }

    pub async fn send(
        &self,
        method: Method,
        path: &str,
        token: &str,
        body: Option<Value>,
    ) -> Response {
        let mut request = self.client.request(method, format!("{}{path}", self.url));
        if !token.is_empty() {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        request.send().await.expect("an answer")
    }

    /// A request built by hand.
    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url))
    }

    pub async fn call(
        &self,
        method: Method,
        path: &str,
        token: &str,
        body: Option<Value>,
    ) -> (StatusCode, Value) {
        let answer = self.send(method, path, token, body).await;
        let (status, text) = (answer.status(), answer.text().await.expect("a body"));
        (
            status,
            serde_json::from_str(&text).unwrap_or(Value::String(text)),
        )
    }

    pub async fn get(&self, path: &str, token: &str) -> Value {
        let (status, body) = self.call(Method::GET, path, token, None).await;
        assert_eq!(status, StatusCode::OK, "GET {path}: {body}");
        body
    }

    pub async fn post(&self, path: &str, token: &str, body: Value) -> Value {
        let (status, answer) = self.call(Method::POST, path, token, Some(body)).await;
        assert!(status.is_success(), "POST {path}: {status} {answer}");
        answer
    }

    /// A new workspace of the owner.
    pub async fn workspace(&self, title: &str) -> String {
        let body = json!({"title": title, "language": "fr", "languages": ["it"], "organisation": "L’Escale"});
        text(&self.post("/api/workspaces", &self.owner, body).await, "id")
    }

    /// An invitation's code.
    pub async fn invite(&self, workspace: &str, role: &str, max_uses: u32) -> String {
        let body = json!({"role": role, "expires_in_s": 3600, "max_uses": max_uses});
        text(
            &self
                .post(
                    &format!("/api/workspaces/{workspace}/invites"),
                    &self.owner,
                    body,
                )
                .await,
            "code",
        )
    }

    /// Somebody who joins with an invitation of their own.
    pub async fn member(&self, workspace: &str, role: &str, name: &str) -> Member {
        let code = self.invite(workspace, role, 1).await;
        let joined = self
            .post("/api/join", "", json!({"code": code, "name": name}))
            .await;
        let token = text(&joined, "token");
        let person = text(&self.get("/api/me", &token).await, "person");
        Member { token, person }
    }
}

fn client() -> Client {
    let client = Client::builder().redirect(redirect::Policy::none());
    client.build().expect("a client")
}

fn config(data: &Path) -> Config {
    Config {
        idle: Duration::from_millis(200),
        ..Config::new(data)
    }
}

/// A text in an answer.
pub fn text(answer: &Value, key: &str) -> String {
    answer[key]
        .as_str()
        .unwrap_or_else(|| panic!("no {key:?} in {answer}"))
        .to_owned()
}

/// The session cookie of an answer.
pub fn session_of(answer: &Response) -> String {
    let cookies = answer.headers().get_all("set-cookie").into_iter();
    let mut sessions =
        cookies.filter_map(|cookie| cookie.to_str().ok()?.strip_prefix("jalon_session="));
    let session = sessions.next().expect("a session cookie");
    session.split(';').next().unwrap_or_default().to_owned()
}

/// After so long a test gives up what it waits for: nothing that is right takes so long on a busy machine.
const GIVE_UP: Duration = Duration::from_secs(20);

/// Waits for something that becomes true soon.
pub async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let began = Instant::now();
    while began.elapsed() < GIVE_UP {
        if let Some(found) = look().await {
            return found;
        }
        sleep(Duration::from_millis(25)).await;
    }
    panic!("waited in vain for {what}");
}
