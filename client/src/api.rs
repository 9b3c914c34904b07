//! Calls to the server's HTTP interface, and what this browser remembers of their answers for when there
//! is no network.

use crate::features::{
    since::news::Told,
    versions::list::{Entry, NewVersion},
};
use crate::session::Me;
use gloo_net::http::{Method, RequestBuilder, Response};
use jalon_shared::{Content, Frequency, Generation, Lang, PersonId, Role, WorkspaceId};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

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

/// Who is signed in on this browser, and what they may open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeHere {
    pub person: PersonId,
    pub name: String,
    pub owner: bool,
    pub workspaces: Vec<WorkspaceSummary>,
}

impl MeHere {
    /// The owner makes workspaces, and whoever leads one.
    pub fn may_create(&self) -> bool {
        self.owner
            || self
                .workspaces
                .iter()
                .any(|workspace| workspace.role == Role::Facilitator)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkspaceSummary {
    pub id: WorkspaceId,
    pub title: String,
    pub role: Role,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NewWorkspace {
    pub title: String,
    /// The first language of the glossary.
    pub language: Lang,
    /// The others.
    pub languages: Vec<Lang>,
    pub organisation: String,
    pub currency: String,
    pub cadence: Frequency,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewInvite {
    pub role: Role,
    pub expires_in_s: u64,
    pub max_uses: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Invite {
    pub code: String,
    pub url: String,
    pub role: Role,
    /// In RFC 3339.
    pub expires_at: String,
    pub max_uses: u32,
    pub uses: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Person {
    pub person: PersonId,
    pub name: String,
    pub role: Role,
    pub owner: bool,
}

/// An access of a tool, without what lets anybody in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Token {
    pub id: String,
    pub name: String,
    pub role: Role,
    /// Who made it, unless it was made on the server itself.
    pub made_by: Option<String>,
    /// In RFC 3339, as the time below.
    pub created_at: String,
    pub last_used_at: Option<String>,
}

#[derive(Deserialize)]
struct NewToken {
    token: String,
}

#[derive(Deserialize)]
struct Created {
    id: WorkspaceId,
}

#[derive(Deserialize)]
struct Link {
    url: String,
}

#[derive(Deserialize)]
struct Problem {
    #[serde(default)]
    r#type: String,
}

pub async fn me() -> Result<MeHere, ApiError> {
    call(Method::GET, "/api/me", None::<&()>).await
}

/// Gives me another name, everywhere.
pub async fn rename(name: &str) -> Result<(), ApiError> {
    call_silent(
        Method::PATCH,
        "/api/me",
        Some(&serde_json::json!({ "name": name })),
    )
    .await
}

/// Removes my name and every way in that I have.
pub async fn forget_myself() -> Result<(), ApiError> {
    call_silent(Method::DELETE, "/api/me", None::<&()>).await
}

/// Removes the name of somebody from a workspace.
pub async fn forget_person(id: WorkspaceId, person: PersonId) -> Result<(), ApiError> {
    call_silent(
        Method::DELETE,
        &format!("/api/workspaces/{id}/people/{person}/traces"),
        None::<&()>,
    )
    .await
}

/// Signs this browser out.
pub async fn log_out() -> Result<(), ApiError> {
    call_silent(Method::POST, "/api/logout", None::<&()>).await
}

/// Signs me out on every other device.
pub async fn log_out_others() -> Result<(), ApiError> {
    call_silent(Method::POST, "/api/logout/others", None::<&()>).await
}

/// A link that lets me go on from another device.
pub async fn my_link() -> Result<String, ApiError> {
    call::<Link>(Method::POST, "/api/me/link", None::<&()>)
        .await
        .map(|link| link.url)
}

pub async fn create_workspace(new: &NewWorkspace) -> Result<WorkspaceId, ApiError> {
    call::<Created>(Method::POST, "/api/workspaces", Some(new))
        .await
        .map(|created| created.id)
}

pub async fn workspace(id: WorkspaceId) -> Result<WorkspaceSummary, ApiError> {
    call(Method::GET, &format!("/api/workspaces/{id}"), None::<&()>).await
}

/// Which history of a workspace the server has.
pub async fn generation(id: WorkspaceId) -> Result<Generation, ApiError> {
    #[derive(Deserialize)]
    struct Shown {
        generation: Generation,
    }
    let path = format!("/api/workspaces/{id}");
    let shown: Shown = call(Method::GET, &path, None::<&()>).await?;
    Ok(shown.generation)
}

pub async fn invites(id: WorkspaceId) -> Result<Vec<Invite>, ApiError> {
    call(
        Method::GET,
        &format!("/api/workspaces/{id}/invites"),
        None::<&()>,
    )
    .await
}

pub async fn invite(id: WorkspaceId, new: &NewInvite) -> Result<Invite, ApiError> {
    call(
        Method::POST,
        &format!("/api/workspaces/{id}/invites"),
        Some(new),
    )
    .await
}

pub async fn revoke_invite(id: WorkspaceId, code: &str) -> Result<(), ApiError> {
    call_silent(
        Method::DELETE,
        &format!("/api/workspaces/{id}/invites/{code}"),
        None::<&()>,
    )
    .await
}

pub async fn people(id: WorkspaceId) -> Result<Vec<Person>, ApiError> {
    call(
        Method::GET,
        &format!("/api/workspaces/{id}/people"),
        None::<&()>,
    )
    .await
}

pub async fn set_role(id: WorkspaceId, person: PersonId, role: Role) -> Result<(), ApiError> {
    let body = serde_json::json!({ "role": role });
    call_silent(
        Method::PATCH,
        &format!("/api/workspaces/{id}/people/{person}"),
        Some(&body),
    )
    .await
}

/// Ends a membership, and the open invitations with it when they are to be withdrawn.
pub async fn remove_person(
    id: WorkspaceId,
    person: PersonId,
    withdraw_invitations: bool,
) -> Result<(), ApiError> {
    let too = if withdraw_invitations {
        "?invitations=withdraw"
    } else {
        ""
    };
    call_silent(
        Method::DELETE,
        &format!("/api/workspaces/{id}/people/{person}{too}"),
        None::<&()>,
    )
    .await
}

#[derive(Deserialize)]
struct Activity {
    deeds: Vec<Told>,
}

/// What the others did since I was last there, newest first.
pub async fn activity(id: WorkspaceId) -> Result<Vec<Told>, ApiError> {
    let path = format!("/api/workspaces/{id}/activity");
    let answer: Activity = call(Method::GET, &path, None::<&()>).await?;
    Ok(answer.deeds)
}

/// I looked at what happened up to `until`, in milliseconds since 1970.
pub async fn looked(id: WorkspaceId, until: i64) -> Result<(), ApiError> {
    let body = serde_json::json!({ "until": until });
    let path = format!("/api/workspaces/{id}/activity/looked");
    call_silent(Method::POST, &path, Some(&body)).await
}

/// The accesses of tools, newest first.
pub async fn tokens(id: WorkspaceId) -> Result<Vec<Token>, ApiError> {
    call(
        Method::GET,
        &format!("/api/workspaces/{id}/tokens"),
        None::<&()>,
    )
    .await
}

/// Gives a tool an access; what lets it in, which nobody can see again.
pub async fn make_token(id: WorkspaceId, name: &str, role: Role) -> Result<String, ApiError> {
    let body = serde_json::json!({ "name": name, "role": role });
    call::<NewToken>(
        Method::POST,
        &format!("/api/workspaces/{id}/tokens"),
        Some(&body),
    )
    .await
    .map(|made| made.token)
}

pub async fn end_token(id: WorkspaceId, token: &str) -> Result<(), ApiError> {
    call_silent(
        Method::DELETE,
        &format!("/api/workspaces/{id}/tokens/{token}"),
        None::<&()>,
    )
    .await
}

/// The versions of a workspace, newest first.
pub async fn versions(id: WorkspaceId) -> Result<Vec<Entry>, ApiError> {
    call(
        Method::GET,
        &format!("/api/workspaces/{id}/versions"),
        None::<&()>,
    )
    .await
}

pub async fn freeze(id: WorkspaceId, new: &NewVersion) -> Result<Entry, ApiError> {
    call(
        Method::POST,
        &format!("/api/workspaces/{id}/versions"),
        Some(new),
    )
    .await
}

/// What a frozen version holds.
pub async fn version_content(id: WorkspaceId, number: u32) -> Result<Content, ApiError> {
    #[derive(Deserialize)]
    struct Shown {
        content: Content,
    }
    let path = format!("/api/workspaces/{id}/versions/{number}");
    let shown: Shown = call(Method::GET, &path, None::<&()>).await?;
    Ok(shown.content)
}

/// Tells whoever is here that I restored a version.
pub async fn tell_restored(id: WorkspaceId, number: u32) -> Result<(), ApiError> {
    let path = format!("/api/workspaces/{id}/versions/{number}/restored");
    call_silent(Method::POST, &path, None::<&()>).await
}

/// Calls the server and reads its answer.
pub async fn call<T: DeserializeOwned>(
    method: Method,
    path: &str,
    body: Option<&impl Serialize>,
) -> Result<T, ApiError> {
    let text = answer(method, path, body).await?;
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
    answer(method, path, body).await.map(drop)
}

async fn answer(
    method: Method,
    path: &str,
    body: Option<&impl Serialize>,
) -> Result<String, ApiError> {
    let builder = RequestBuilder::new(path).method(method);
    let request = match body {
        Some(body) => builder.json(body),
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

/// Where the last answer about me is kept.
const ME: &str = "jalon_me";

/// Keeps an answer for when there is no network.
pub fn remember<T: Serialize>(key: &str, value: &T) {
    if let (Some(storage), Ok(text)) = (crate::ui::storage(), serde_json::to_string(value)) {
        let _ = storage.set_item(key, &text);
    }
}

/// What was kept.
pub fn remembered<T: DeserializeOwned>(key: &str) -> Option<T> {
    let text = crate::ui::storage()?.get_item(key).ok()??;
    serde_json::from_str(&text).ok()
}

/// Forgets what was kept.
pub fn forget(key: &str) {
    if let Some(storage) = crate::ui::storage() {
        let _ = storage.remove_item(key);
    }
}

/// The key of what is kept for somebody in a workspace; it goes with [`forget_everybody`].
pub fn own_key(id: WorkspaceId, person: PersonId, what: &str) -> String {
    format!("{ME}/{id}/{person}/{what}")
}

/// Whether somebody's copy of a workspace holds what the server does not have.
pub fn is_waiting(id: WorkspaceId, person: PersonId) -> bool {
    remembered(&waiting_key(id, person)).unwrap_or(false)
}

pub fn remember_waiting(id: WorkspaceId, person: PersonId, waits: bool) {
    if waits {
        remember(&waiting_key(id, person), &true);
    } else {
        forget(&waiting_key(id, person));
    }
}

fn waiting_key(id: WorkspaceId, person: PersonId) -> String {
    format!("jalon_to_send/{id}/{person}")
}

/// Where one page leaves a word that the next one says.
const SAID_NEXT: &str = "jalon_said_next";

/// The next page says the message of this key.
pub fn say_next(key: &str) {
    remember(SAID_NEXT, &key);
}

/// What the page before left to be said.
pub fn said_before() -> Option<String> {
    let key = remembered(SAID_NEXT);
    forget(SAID_NEXT);
    key
}

/// Forgets who was signed in, here and in each workspace.
pub fn forget_everybody() {
    let Some(storage) = crate::ui::storage() else {
        return;
    };
    let keys: Vec<String> = (0..storage.length().unwrap_or(0))
        .filter_map(|index| storage.key(index).ok()?)
        .collect();
    for key in keys.iter().filter(|key| key.starts_with(ME)) {
        let _ = storage.remove_item(key);
    }
}

/// Who I was in a workspace when the server last said so.
pub fn remember_me(id: WorkspaceId, me: &Me) {
    remember(&format!("{ME}/{id}"), me);
}

pub fn remembered_me(id: WorkspaceId) -> Option<Me> {
    remembered(&format!("{ME}/{id}"))
}

pub fn forget_me(id: WorkspaceId) {
    forget(&format!("{ME}/{id}"));
}

/// Who is signed in, kept for when there is no network.
pub fn remember_here(me: &MeHere) {
    remember(ME, me);
}

pub fn remembered_here() -> Option<MeHere> {
    remembered(ME)
}
