//! Bodies of JSON for every call that takes one, through the door of a real server: it never answers that it
//! had trouble with itself.
//!
//! The first byte says which call; the rest is the body.

#![no_main]

use jalon_server::{Config, Running, serve};
use libfuzzer_sys::fuzz_target;
use reqwest::{Client, Method, header, redirect};
use std::{
    sync::{LazyLock, Mutex},
    time::Duration,
};
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// So many bodies a server gets before a new one takes its place, with an empty database.
const LIFE: usize = 5_000;

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));
static SERVER: LazyLock<Mutex<Option<Server>>> = LazyLock::new(Mutex::default);

/// A server with a signed-in owner and a workspace.
struct Server {
    running: Running,
    _data: TempDir,
    client: Client,
    cookie: String,
    workspace: String,
    left: usize,
}

impl Server {
    async fn start() -> Self {
        let data = tempfile::tempdir().expect("a folder");
        let running = serve(Config::new(data.path())).await.expect("a server");
        let client = Client::builder()
            .redirect(redirect::Policy::none())
            .timeout(Duration::from_secs(20))
            .build()
            .expect("a client");
        let link = running.owner_link.clone().expect("a first start");
        let entered = client.post(link).send().await.expect("an answer");
        let cookie = entered.headers().get(header::SET_COOKIE).expect("a cookie");
        let cookie = cookie.to_str().expect("text").split(';').next();
        let cookie = cookie.unwrap_or_default().to_owned();
        let mut server = Self {
            running,
            _data: data,
            client,
            cookie,
            workspace: String::new(),
            left: LIFE,
        };
        let made = server
            .call(
                Method::POST,
                "/api/workspaces",
                br#"{"title":"T","language":"fr"}"#,
            )
            .await;
        let made: serde_json::Value = serde_json::from_slice(&made.1).expect("JSON");
        server.workspace = made["id"].as_str().expect("an id").to_owned();
        server
    }

    async fn call(&self, method: Method, path: &str, body: &[u8]) -> (u16, Vec<u8>) {
        let url = format!("{}{path}", self.running.url);
        let request = self.client.request(method, url);
        let request = request
            .header(header::COOKIE, &self.cookie)
            .header(header::ORIGIN, &self.running.url)
            .header(header::CONTENT_TYPE, "application/json");
        let answer = request.body(body.to_vec()).send().await.expect("an answer");
        let status = answer.status().as_u16();
        (status, answer.bytes().await.expect("a body").to_vec())
    }

    async fn check(&mut self, call: u8, body: &[u8]) {
        let workspace = format!("/api/workspaces/{}", self.workspace);
        let nobody = "00000000-0000-0000-0000-000000000001";
        let (method, path) = match call % 7 {
            0 => (Method::POST, "/api/workspaces".to_owned()),
            1 => (Method::POST, "/api/join".to_owned()),
            2 => (Method::POST, format!("{workspace}/invites")),
            3 => (Method::POST, format!("{workspace}/versions")),
            4 => (Method::POST, format!("{workspace}/tokens")),
            5 => (Method::PATCH, "/api/me".to_owned()),
            _ => (Method::PATCH, format!("{workspace}/people/{nobody}")),
        };
        let (status, answer) = self.call(method, &path, body).await;
        // A call that this list has wrong would be answered so.
        assert_ne!(status, 405, "{path}");
        assert!(
            status < 500,
            "{path} answers {status}: {}",
            String::from_utf8_lossy(&answer)
        );
        self.left -= 1;
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Some((call, body)) = bytes.split_first() else {
        return;
    };
    let mut server = SERVER.lock().expect("one at a time");
    RUNTIME.block_on(async {
        if let Some(old) = server.take_if(|server| server.left == 0) {
            old.running.stop().await.expect("a good end");
        }
        if server.is_none() {
            *server = Some(Server::start().await);
        }
        if let Some(server) = server.as_mut() {
            server.check(*call, body).await;
        }
    });
});
