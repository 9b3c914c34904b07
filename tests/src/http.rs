//! The HTTP face of a server, as a script with a token sees it.

use crate::server::Server;
use anyhow::{Context, Result, ensure};
use reqwest::{Client, Method, StatusCode};
use serde_json::Value;

/// A script that calls a server, with or without a token.
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
