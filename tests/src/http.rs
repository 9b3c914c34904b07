//! The HTTP face of a server, as a script with a token sees it.

use crate::{link::Door, server::Server};
use anyhow::{Context, Result, ensure};
use reqwest::{Client, Method, StatusCode, header::SET_COOKIE, redirect::Policy};
use serde_json::{Value, json};

/// A script that calls a server, with or without a token.
#[derive(Clone)]
pub struct Script {
    client: Client,
    base: String,
    token: Option<String>,
}

impl Script {
    pub fn new(server: &Server, token: Option<String>) -> Self {
        Self {
            client: Client::new(),
            base: server.url.clone(),
            token,
        }
    }

    /// The owner, signed in by the one-time link.
    pub async fn of_owner(server: &Server) -> Result<Self> {
        let link = server.owner_link.as_deref().context("no owner link")?;
        let quiet = Client::builder().redirect(Policy::none()).build()?;
        let entered = quiet.post(link).send().await?;
        ensure!(
            entered.status() == StatusCode::SEE_OTHER,
            "the owner's link: {}",
            entered.status()
        );
        let mut cookies = entered.headers().get_all(SET_COOKIE).iter();
        let session = cookies
            .find_map(|cookie| cookie.to_str().ok()?.strip_prefix("jalon_session="))
            .context("no session cookie")?;
        let token = session.split(';').next().unwrap_or_default().to_owned();
        Ok(Self::new(server, Some(token)))
    }

    /// Where it comes into a workspace.
    pub fn door(&self, workspace: &str) -> Result<Door> {
        Ok(Door {
            address: self.address(),
            workspace: workspace.to_owned(),
            token: self
                .token
                .clone()
                .context("nobody without a token comes in")?,
        })
    }

    /// Host and port of the server.
    pub fn address(&self) -> String {
        self.base.trim_start_matches("http://").to_owned()
    }

    /// Makes a workspace; its id.
    pub async fn make_workspace(&self, title: &str) -> Result<String> {
        let body = json!({ "title": title, "language": "fr" });
        let made = self.post("/api/workspaces", body).await?;
        Ok(text_at(&made, "id")?.to_owned())
    }

    /// Invites somebody, who joins at once; their token.
    pub async fn member(&self, workspace: &str, role: &str, name: &str) -> Result<String> {
        self.let_in(workspace, role, name, None).await
    }

    /// Invites somebody, who joins at once, with the token that they have if they were here before; their
    /// token.
    pub async fn let_in(
        &self,
        workspace: &str,
        role: &str,
        name: &str,
        known: Option<String>,
    ) -> Result<String> {
        let path = format!("/api/workspaces/{workspace}/invites");
        let body = json!({ "role": role, "expires_in_s": 3600, "max_uses": 1 });
        let invite = self.post(&path, body).await?;
        let guest = Self {
            token: known.clone(),
            ..self.clone()
        };
        let body = json!({ "code": text_at(&invite, "code")?, "name": name });
        let joined = guest.post("/api/join", body).await?;
        match known {
            Some(token) => Ok(token),
            None => Ok(text_at(&joined, "token")?.to_owned()),
        }
    }

    /// A call and its answer, whatever its status. A body that is not JSON comes as a JSON string.
    pub async fn call(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> Result<(StatusCode, Value)> {
        let mut request = self.client.request(method, format!("{}{path}", self.base));
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        let answer = request.send().await?;
        let (status, text) = (answer.status(), answer.text().await?);
        Ok((
            status,
            serde_json::from_str(&text).unwrap_or(Value::String(text)),
        ))
    }

    /// What a path gives; an error when it gives none.
    pub async fn get(&self, path: &str) -> Result<Value> {
        let (status, body) = self.call(Method::GET, path, None).await?;
        ensure!(status.is_success(), "GET {path}: {status} {body}");
        Ok(body)
    }

    /// The page or file at a path, as text.
    pub async fn text(&self, path: &str) -> Result<String> {
        match self.get(path).await? {
            Value::String(text) => Ok(text),
            json => Ok(json.to_string()),
        }
    }

    /// The bytes at a path, as they are.
    pub async fn file(&self, path: &str) -> Result<String> {
        let mut request = self.client.get(format!("{}{path}", self.base));
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        let answer = request.send().await?;
        ensure!(
            answer.status().is_success(),
            "GET {path}: {}",
            answer.status()
        );
        Ok(answer.text().await?)
    }

    /// Posts JSON and takes the answer; an error when it is refused.
    pub async fn post(&self, path: &str, body: Value) -> Result<Value> {
        let (status, answer) = self.call(Method::POST, path, Some(body)).await?;
        ensure!(status.is_success(), "POST {path}: {status} {answer}");
        Ok(answer)
    }
}

/// A text inside a JSON answer.
pub fn text_at<'a>(answer: &'a Value, key: &str) -> Result<&'a str> {
    answer[key]
        .as_str()
        .with_context(|| format!("no {key:?} in {answer}"))
}
