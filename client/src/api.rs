//! Calls to the server's HTTP interface. What each is about lies in the files below.

use gloo_net::http::{Method, RequestBuilder, Response};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

mod invites;
mod me;
mod people;
mod tokens;
mod versions;
mod workspaces;

pub use invites::*;
pub use me::*;
pub use people::*;
pub use tokens::*;
pub use versions::*;
pub use workspaces::*;

/// Why a call had no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApiError {
    /// The server could not be reached.
    Offline,
    /// It does not know this browser.
    SignedOut,
    Forbidden,
    /// Somebody took me out of the workspace.
    Removed,
    NotFound,
    /// It did not like the request; the stable name of the problem.
    Refused(String),
    /// Its disk takes nothing now.
    Storage,
    /// It has trouble of its own, or speaks otherwise than expected.
    Trouble,
}

impl ApiError {
    /// The message that says it.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Offline => "error-offline",
            Self::SignedOut => "error-signed-out",
            Self::Forbidden | Self::Removed => "error-forbidden",
            Self::NotFound => "error-gone",
            Self::Refused(_) => "error-refused",
            Self::Storage => "error-storage",
            Self::Trouble => "error-trouble",
        }
    }
}

#[derive(Deserialize)]
struct Problem {
    #[serde(default)]
    r#type: String,
}

/// Reads something from the server.
pub async fn get<T: DeserializeOwned>(path: &str) -> Result<T, ApiError> {
    call(Method::GET, path, None::<&()>).await
}

/// Calls the server and reads its answer.
pub async fn call<T: DeserializeOwned>(
    method: Method,
    path: &str,
    body: Option<&impl Serialize>,
) -> Result<T, ApiError> {
    let text = answer(method, path, text_of(body)?).await?;
    serde_json::from_str(&text).map_err(|error| {
        crate::ui::log(&format!("{path}: an unexpected answer: {error}"));
        ApiError::Trouble
    })
}

/// Calls the server for the deed alone.
pub async fn call_silent(
    method: Method,
    path: &str,
    body: Option<&impl Serialize>,
) -> Result<(), ApiError> {
    answer(method, path, text_of(body)?).await.map(drop)
}

fn text_of(body: Option<&impl Serialize>) -> Result<Option<String>, ApiError> {
    let text = body.map(serde_json::to_string).transpose();
    text.map_err(|_| ApiError::Trouble)
}

/// The same code for every kind of body, since all of it is downloaded.
async fn answer(method: Method, path: &str, body: Option<String>) -> Result<String, ApiError> {
    let builder = RequestBuilder::new(path).method(method);
    let request = match body {
        Some(text) => builder
            .header("Content-Type", "application/json")
            .body(text),
        None => builder.build(),
    };
    let response = request
        .map_err(|_| ApiError::Trouble)?
        .send()
        .await
        .map_err(|_| ApiError::Offline)?;
    match response.status() {
        200..300 => response.text().await.map_err(|_| ApiError::Offline),
        401 => Err(ApiError::SignedOut),
        403 => Err(match problem_of(response).await {
            problem if problem.ends_with(":removed") => ApiError::Removed,
            _ => ApiError::Forbidden,
        }),
        404 | 410 => Err(ApiError::NotFound),
        400..500 => Err(ApiError::Refused(problem_of(response).await)),
        507 => Err(ApiError::Storage),
        _ => Err(ApiError::Trouble),
    }
}

/// The stable name of the problem that an answer tells.
async fn problem_of(response: Response) -> String {
    let problem = response.json::<Problem>().await;
    problem.map(|problem| problem.r#type).unwrap_or_default()
}
