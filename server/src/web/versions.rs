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
    Role, WorkspaceId,
    version::{Sealed, diff},
};
use serde::Deserialize;
use serde_json::{Value, json};
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
    let file = file(&app, workspace, number).await?;
    if query.download.is_some() {
        let name = format!("attachment; filename=\"jalon-{workspace}-v{number}.json\"");
        let headers = [
            (header::CONTENT_TYPE, "application/json".to_owned()),
            (header::CONTENT_DISPOSITION, name),
        ];
        return Ok((headers, file).into_response());
    }
    let (file, sealed) = parsed(file).await?;
    // The fields that a list has stand beside the sealed object, and the content too, with the names that
    // are told in their places.
    let wrong = |_| Problem::new(Kind::Internal, "");
    let mut answer: Value = serde_json::from_str(&file).map_err(wrong)?;
    let version = serde_json::to_value(&sealed.version).map_err(wrong)?;
    if let (Some(answer), Value::Object(fields)) = (answer.as_object_mut(), version) {
        for (key, value) in fields {
            answer.entry(key).or_insert(value);
        }
        answer.insert("hash".to_owned(), json!(sealed.hash));
    }
    Ok(Json(answer).into_response())
}

pub async fn diff(
    State(app): State<Arc<App>>,
    who: Who,
    At((workspace, number, other)): At<(WorkspaceId, u32, u32)>,
) -> Result<Json<diff::Diff>, Problem> {
    who.require(&app, workspace, Role::Reader).await?;
    let before = read(&app, workspace, number).await?;
    let after = read(&app, workspace, other).await?;
    Ok(Json(diff::diff(
        &before.version.content,
        &after.version.content,
    )))
}

/// A version that is intact; one that is not is a fault of this server, told as such.
pub async fn read(app: &App, workspace: WorkspaceId, number: u32) -> Result<Sealed, Problem> {
    let file = file(app, workspace, number).await?;
    Ok(parsed(file).await?.1)
}

async fn file(app: &App, workspace: WorkspaceId, number: u32) -> Result<String, Problem> {
    let found: Result<_, StoreError> = app
        .store
        .read(move |connection| versions::sealed(connection, workspace, number))
        .await;
    found?.ok_or_else(Problem::not_found)
}

/// Reads a file, which may be large, beside the threads that serve the network.
async fn parsed(file: String) -> Result<(String, Sealed), Problem> {
    let reading = spawn_blocking(move || {
        let sealed = Sealed::parse(&file);
        sealed.map(|sealed| (file, sealed))
    });
    let read = reading.await.map_err(|error| {
        tracing::error!(%error, "reading a frozen version panicked");
        Problem::new(Kind::Internal, "")
    })?;
    read.map_err(|error| {
        tracing::error!(%error, "a frozen version in the database is not intact");
        Problem::new(Kind::Unreadable, "this version is not intact")
    })
}
