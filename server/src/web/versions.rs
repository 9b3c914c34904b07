//! Frozen versions: freezing, listing, reading, comparing.

use super::{
    App,
    extract::{At, Body, Who},
};
use crate::{
    clock,
    problem::{Kind, Problem},
    room::{Event, FreezeError, FreezeRequest, RoomError},
    store::{
        StoreError,
        activity::{self, Deed, Deeds},
        versions,
    },
};
use axum::{
    Json,
    extract::{Query, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use jalon_shared::{
    Role, WorkspaceId, both,
    version::{SealError, Sealed, diff},
};
use serde::Deserialize;
use std::sync::Arc;
use tokio::{sync::oneshot, task::spawn_blocking};

/// The most characters of a label or a period, and of a note.
const MAX_LABEL: usize = 200;
const MAX_NOTE: usize = 10_000;

/// How often a freeze knocks at a room that is just leaving memory.
const KNOCKS: usize = 5;

#[derive(Deserialize)]
pub struct Freeze {
    label: String,
    #[serde(default)]
    period: String,
    #[serde(default)]
    note: String,
    replaces: Option<u32>,
}

pub async fn freeze(
    State(app): State<Arc<App>>,
    who: Who,
    At(workspace): At<WorkspaceId>,
    Body(body): Body<Freeze>,
) -> Result<(StatusCode, Json<versions::Entry>), Problem> {
    who.require(&app, workspace, Role::Facilitator).await?;
    let label = body.label.trim().to_owned();
    let fits = |text: &str, most: usize| text.chars().count() <= most;
    if label.is_empty()
        || !fits(&label, MAX_LABEL)
        || !fits(&body.period, MAX_LABEL)
        || !fits(&body.note, MAX_NOTE)
    {
        return Err(Problem::invalid(
            "a label has 1 to 200 characters, a period at most 200, a note at most 10000",
        ));
    }
    let request = FreezeRequest {
        label,
        period: body.period.trim().to_owned(),
        note: body.note,
        replaces: body.replaces,
        by: who.identity.person,
        by_name: who.identity.name,
    };
    for _ in 0..KNOCKS {
        let room = app
            .hub
            .open(workspace)
            .await
            .map_err(|_| Problem::new(Kind::Unavailable, ""))?;
        let (reply, answer) = oneshot::channel();
        let _ = room
            .send(Event::Freeze {
                request: request.clone(),
                reply,
            })
            .await;
        match answer.await {
            Ok(Err(FreezeError::Room(RoomError::Closed))) | Err(_) => {}
            Ok(entry) => return Ok((StatusCode::CREATED, Json(entry?))),
        }
    }
    Err(Problem::new(Kind::Unavailable, ""))
}

pub async fn list(
    State(app): State<Arc<App>>,
    who: Who,
    At(workspace): At<WorkspaceId>,
) -> Result<Json<Vec<versions::Entry>>, Problem> {
    who.require(&app, workspace, Role::Reader).await?;
    let all: Result<_, StoreError> = app
        .store
        .read(move |connection| versions::list(connection, workspace))
        .await;
    Ok(Json(all?))
}

/// Somebody restored a version, by edits of their own: whoever is here is told what all of them mean together.
pub async fn restored(
    State(app): State<Arc<App>>,
    who: Who,
    At((workspace, number)): At<(WorkspaceId, u32)>,
) -> Result<StatusCode, Problem> {
    who.require(&app, workspace, Role::Facilitator).await?;
    let version = read(&app, workspace, number).await?.version;
    let (person, name) = (who.identity.person, who.identity.name);
    let mut deeds = Deeds::default();
    let path = format!("version/{number}");
    deeds.note(path, person, Deed::Restored, clock::now_ms());
    let noted: Result<(), StoreError> = app
        .store
        .write(move |connection| activity::note(connection, workspace, &deeds))
        .await;
    noted?;
    tracing::info!(%workspace, number, %person, "restored a version");
    let told = Event::Restored {
        number,
        label: version.label,
        person,
        name,
    };
    app.hub.tell(workspace, told).await;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
pub struct ShowQuery {
    download: Option<String>,
}

pub async fn show(
    State(app): State<Arc<App>>,
    who: Who,
    At((workspace, number)): At<(WorkspaceId, u32)>,
    Query(query): Query<ShowQuery>,
) -> Result<Response, Problem> {
    who.require(&app, workspace, Role::Reader).await?;
    let kept = kept(&app, workspace, number).await?;
    if query.download.is_some() {
        let name = format!("attachment; filename=\"jalon-{workspace}-v{number}.json\"");
        let headers = [
            (header::CONTENT_TYPE, "application/json".to_owned()),
            (header::CONTENT_DISPOSITION, name),
        ];
        let file = aside(move || Ok(kept.file()?)).await?;
        return Ok((headers, file).into_response());
    }
    let answer = aside(move || Ok(described(&opened(kept)?))).await?;
    let headers = [(header::CONTENT_TYPE, "application/json")];
    Ok((headers, answer).into_response())
}

/// The file of a version with the fields that a list has beside the sealed object, and the content too, with the
/// names that are told in their places.
fn described(sealed: &Sealed) -> String {
    let mut answer = sealed.to_json();
    // A version is an object that is never empty, and so is the file: theirs and its fields make one.
    if let Ok(fields) = serde_json::to_string(&sealed.version)
        && let Some(fields) = fields.strip_prefix('{')
        && answer.pop() == Some('}')
    {
        answer.push(',');
        answer.push_str(fields);
    }
    answer
}

pub async fn diff(
    State(app): State<Arc<App>>,
    who: Who,
    At((workspace, number, other)): At<(WorkspaceId, u32, u32)>,
) -> Result<Json<diff::Diff>, Problem> {
    who.require(&app, workspace, Role::Reader).await?;
    let compared = compare(&app, workspace, number, other).await?;
    Ok(Json(compared.diff))
}

/// Two versions that are intact, and what changed from one to the other.
pub async fn compare(
    app: &App,
    workspace: WorkspaceId,
    before: u32,
    after: u32,
) -> Result<diff::Comparison, Problem> {
    let (before, after) =
        tokio::try_join!(kept(app, workspace, before), kept(app, workspace, after))?;
    aside(move || {
        let read = |kept: versions::Kept| {
            let file = kept.nameless.file()?;
            diff::Readable::open(file).map_err(not_intact)
        };
        let (before, after) = both(|| read(before), || read(after));
        before?.compare(after?).map_err(not_intact)
    })
    .await
}

/// A version that is intact; one that is not is a fault of this server, told as such.
pub async fn read(app: &App, workspace: WorkspaceId, number: u32) -> Result<Sealed, Problem> {
    let kept = kept(app, workspace, number).await?;
    aside(move || opened(kept)).await
}

async fn kept(app: &App, workspace: WorkspaceId, number: u32) -> Result<versions::Kept, Problem> {
    let found: Result<_, StoreError> = app
        .store
        .read(move |connection| versions::kept(connection, workspace, number))
        .await;
    found?.ok_or_else(Problem::not_found)
}

fn opened(kept: versions::Kept) -> Result<Sealed, Problem> {
    Sealed::open(kept.nameless.file()?, kept.names).map_err(not_intact)
}

fn not_intact(error: SealError) -> Problem {
    tracing::error!(%error, "a frozen version in the database is not intact");
    Problem::new(Kind::Unreadable, "this version is not intact")
}

/// Works on a version, which may be large, beside the threads that serve the network.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    spawn_blocking(work).await.unwrap_or_else(|error| {
        tracing::error!(%error, "work on a frozen version panicked");
        Err(Problem::new(Kind::Internal, ""))
    })
}
