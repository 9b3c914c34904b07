//! Workspaces: the list, making one, and what one is from outside.

use super::{
    App,
    extract::{At, Body, Who},
    me::{InList, reachable},
};
use crate::{
    clock,
    problem::Problem,
    secret,
    store::{StoreError, people, versions, workspaces},
};
use axum::{Json, extract::State, http::StatusCode};
use jalon_shared::{Frequency, Generation, Lang, Role, Settings, Stamp, Workspace, WorkspaceId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The most characters of a title, and of an organisation's name.
const MAX_TITLE: usize = 200;

/// How many languages a glossary may start with.
const MAX_LANGUAGES: usize = 12;

pub async fn list(State(app): State<Arc<App>>, who: Who) -> Result<Json<Vec<InList>>, Problem> {
    Ok(Json(reachable(&app, &who).await?))
}

#[derive(Deserialize)]
pub struct Create {
    title: String,
    /// The first language of the glossary.
    language: Lang,
    /// The others.
    #[serde(default)]
    languages: Vec<Lang>,
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    mission: String,
    currency: Option<String>,
    cadence: Option<Frequency>,
}

impl Create {
    fn settings(self) -> Result<Settings, Problem> {
        let short = |text: &str| text.chars().count() <= MAX_TITLE;
        let title = self.title.trim().to_owned();
        if title.is_empty() || !short(&title) || !short(&self.organisation) {
            return Err(Problem::invalid(
                "a title has 1 to 200 characters, an organisation at most 200",
            ));
        }
        let mut languages = vec![self.language];
        for language in self.languages {
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        if languages.len() > MAX_LANGUAGES {
            return Err(Problem::invalid(
                "a glossary starts with 12 languages at most",
            ));
        }
        let usual = Settings::default();
        let currency = self.currency.unwrap_or(usual.currency).to_ascii_uppercase();
        if currency.len() != 3 || !currency.bytes().all(|letter| letter.is_ascii_uppercase()) {
            return Err(Problem::invalid(
                "a currency is a code of three letters, such as EUR",
            ));
        }
        let cadence = self.cadence.unwrap_or(usual.cadence);
        if !matches!(cadence, Frequency::Monthly | Frequency::Quarterly) {
            return Err(Problem::invalid("the cadence is monthly or quarterly"));
        }
        let (organisation, mission) = (self.organisation.trim().to_owned(), self.mission);
        Ok(Settings {
            title,
            organisation,
            mission,
            currency,
            cadence,
            languages,
        })
    }
}

pub async fn create(
    State(app): State<Arc<App>>,
    who: Who,
    Body(body): Body<Create>,
) -> Result<(StatusCode, Json<InList>), Problem> {
    let identity = who.identity.clone();
    let person = identity.person;
    let may: bool = app
        .store
        .read(move |connection| people::leads(connection, person))
        .await?;
    let may = may || identity.owner;
    if identity.scope.is_some() || !may {
        return Err(Problem::forbidden(
            "facilitators and the owner make workspaces",
        ));
    }
    let settings = body.settings()?;
    let now = clock::now_ms();
    let id = WorkspaceId::born(now.unsigned_abs(), secret::id_bytes()?);
    let by = Stamp {
        person: identity.person,
        name: identity.name,
        at: now,
    };
    let mut document = Workspace::new();
    document.setup(&settings, &by);
    let title = settings.title;
    let new = workspaces::New {
        id,
        title: title.clone(),
        by: Some(identity.person),
        update: document.snapshot(),
        demo: false,
    };
    app.store
        .write(move |connection| workspaces::create(connection, &new))
        .await?;
    tracing::info!(workspace = %id, person = %by.person, "made a workspace");
    Ok((
        StatusCode::CREATED,
        Json(InList {
            id,
            title,
            role: Role::Facilitator,
        }),
    ))
}

/// A workspace from outside.
#[derive(Serialize)]
pub struct Shown {
    id: WorkspaceId,
    title: String,
    role: Role,
    /// Which history of it is kept here; a client that opens a socket says the one it has.
    generation: Generation,
    versions: Vec<versions::Entry>,
}

pub async fn show(
    State(app): State<Arc<App>>,
    who: Who,
    At(id): At<WorkspaceId>,
) -> Result<Json<Shown>, Problem> {
    let (title, role) = who.require(&app, id, Role::Reader).await?;
    let read: Result<_, StoreError> = app
        .store
        .read(move |connection| {
            Ok((
                workspaces::generation(connection, id)?,
                versions::list(connection, id)?,
            ))
        })
        .await;
    let (generation, versions) = read?;
    Ok(Json(Shown {
        id,
        title,
        role,
        generation,
        versions,
    }))
}
