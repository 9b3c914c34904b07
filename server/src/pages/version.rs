//! Frozen versions as pages: one in full, two compared.

use super::{Page, explain};
use crate::{
    problem::{Kind, Problem},
    store::{StoreError, versions},
    web::{
        App, compare_versions,
        extract::{At, Spoken, Who},
        read_version,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use jalon_shared::{Role, WorkspaceId};
use jalon_view::version::{DiffPage, DiffPageProps, VersionPage, VersionPageProps};
use std::sync::Arc;

/// A frozen version in full.
pub async fn show(
    State(app): State<Arc<App>>,
    spoken: Spoken,
    who: Result<Option<Who>, Problem>,
    At((workspace, number)): At<(WorkspaceId, u32)>,
) -> Response {
    let path = version_path(workspace, number);
    match version(&app, spoken.language, who, workspace, number).await {
        Ok(props) => {
            let title = props.title();
            Page::draw(spoken, StatusCode::OK, title, VersionPage, props).await
        }
        Err(problem) => explain(spoken, &problem, &path).await,
    }
}

async fn version(
    app: &App,
    language: jalon_view::words::Language,
    who: Result<Option<Who>, Problem>,
    workspace: WorkspaceId,
    number: u32,
) -> Result<VersionPageProps, Problem> {
    let who = who?.ok_or_else(|| Problem::new(Kind::SignIn, ""))?;
    who.require(app, workspace, Role::Reader).await?;
    let sealed = Arc::new(read_version(app, workspace, number).await?);
    let all: Result<Vec<versions::Entry>, StoreError> = app
        .store
        .read(move |connection| versions::list(connection, workspace))
        .await;
    // Newest first: the last correction is the one to read.
    let replaced_by = all?
        .into_iter()
        .find(|other| other.replaces == Some(number))
        .map(|other| (other.number, version_path(workspace, other.number)));
    let path = version_path(workspace, number);
    let previous = number.checked_sub(1).filter(|previous| *previous > 0);
    Ok(VersionPageProps {
        language,
        sealed,
        workspace_href: Some(format!("/w/{workspace}")),
        json_href: Some(format!(
            "/api/workspaces/{workspace}/versions/{number}?download=1"
        )),
        diff_href: previous.map(|previous| format!("/w/{workspace}/v/{previous}/diff/{number}")),
        replaced_by,
        own_path: Some(path),
    })
}

/// Two versions compared.
pub async fn diff(
    State(app): State<Arc<App>>,
    spoken: Spoken,
    who: Result<Option<Who>, Problem>,
    At((workspace, before, after)): At<(WorkspaceId, u32, u32)>,
) -> Response {
    let path = format!("{}/diff/{after}", version_path(workspace, before));
    match compared(&app, spoken.language, who, workspace, before, after).await {
        Ok(props) => {
            let title = props.title();
            Page::draw(spoken, StatusCode::OK, title, DiffPage, props).await
        }
        Err(problem) => explain(spoken, &problem, &path).await,
    }
}

async fn compared(
    app: &App,
    language: jalon_view::words::Language,
    who: Result<Option<Who>, Problem>,
    workspace: WorkspaceId,
    before: u32,
    after: u32,
) -> Result<DiffPageProps, Problem> {
    let who = who?.ok_or_else(|| Problem::new(Kind::SignIn, ""))?;
    who.require(app, workspace, Role::Reader).await?;
    let (before_href, after_href) = (
        version_path(workspace, before),
        version_path(workspace, after),
    );
    let path = format!("{before_href}/diff/{after}");
    Ok(DiffPageProps {
        language,
        comparison: Arc::new(compare_versions(app, workspace, before, after).await?),
        before_href,
        after_href,
        workspace_href: Some(format!("/w/{workspace}")),
        own_path: Some(path),
    })
}

fn version_path(workspace: WorkspaceId, number: u32) -> String {
    format!("/w/{workspace}/v/{number}")
}
