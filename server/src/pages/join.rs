//! Coming in with a code: the page that asks for it, and the page that asks for a first name.

use super::{Page, explain, message};
use crate::{
    problem::Problem,
    secret::typed_code,
    web::{
        App,
        extract::{Site, Spoken, Who, session_cookie},
        join::{self, Invitation, JoinError, MAX_NAME},
        network::From,
    },
};
use axum::{
    extract::{Form, Path, Query, State},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use jalon_view::pages::{CodePage, CodePageProps, JoinPage, JoinPageProps, NameProblem, Notice};
use serde::Deserialize;
use std::sync::Arc;

#[derive(Deserialize)]
pub struct CodeQuery {
    #[serde(default)]
    code: String,
}

/// The page where a code is typed; a good one leads on.
pub async fn code(
    State(app): State<Arc<App>>,
    spoken: Spoken,
    From(from): From,
    Query(query): Query<CodeQuery>,
) -> Response {
    if !query.code.is_empty() {
        match join::look_up(&app, from, &query.code).await {
            Ok(found) => {
                return Redirect::to(&format!("/join/{}", found.invite.code)).into_response();
            }
            Err(JoinError::Unknown) => {}
            Err(error) => return explain(spoken, &error.into(), "/join").await,
        }
    }
    let language = spoken.language;
    let props = CodePageProps {
        language,
        action: "/join".to_owned(),
        unknown: !query.code.is_empty(),
        code: query.code.chars().take(12).collect(),
        own_path: Some("/join".to_owned()),
    };
    let status = if props.unknown {
        StatusCode::NOT_FOUND
    } else {
        StatusCode::OK
    };
    let title = props.title();
    Page::draw(spoken, status, title, CodePage, props).await
}

/// The page of an invitation.
pub async fn show(
    State(app): State<Arc<App>>,
    spoken: Spoken,
    From(from): From,
    who: Option<Who>,
    Path(code): Path<String>,
) -> Response {
    match join::look_up(&app, from, &code).await {
        Ok(found) if found.invite.is_open() || who.is_some() => {
            ask_name(spoken, found, who, String::new(), None).await
        }
        Ok(_) => {
            message(
                spoken,
                StatusCode::GONE,
                Notice::InvitationGone,
                &path(&code),
            )
            .await
        }
        Err(error) => refuse(spoken, error, &code).await,
    }
}

#[derive(Deserialize)]
pub struct NameForm {
    #[serde(default)]
    pub name: String,
}

/// What is wrong with the name, if that is why somebody does not come in.
pub fn name_problem(error: &JoinError) -> Option<NameProblem> {
    match error {
        JoinError::NameMissing => Some(NameProblem::Missing),
        JoinError::NameTooLong => Some(NameProblem::TooLong { limit: MAX_NAME }),
        _ => None,
    }
}

/// Lets somebody in. Who is signed in goes on as themselves, unless they type another name: then
/// another person holds the same device.
pub async fn join(
    State(app): State<Arc<App>>,
    site: Site,
    spoken: Spoken,
    From(from): From,
    who: Option<Who>,
    Path(code): Path<String>,
    form: Result<Form<NameForm>, axum::extract::rejection::FormRejection>,
) -> Response {
    let typed = form.map(|Form(form)| form.name).unwrap_or_default();
    let known = who
        .as_ref()
        .filter(|who| join::tidy_name(&typed).is_ok_and(|name| name == who.identity.name));
    match join::join(&app, from, &code, &typed, known).await {
        Ok(joined) => {
            let cookie = session_cookie(&site, &joined.session);
            let onward = Redirect::to(&format!("/w/{}", joined.workspace));
            ([(header::SET_COOKIE, cookie)], onward).into_response()
        }
        Err(error @ (JoinError::NameMissing | JoinError::NameTooLong)) => {
            let problem = name_problem(&error);
            match join::look_up(&app, from, &code).await {
                Ok(found) => {
                    let typed = typed.chars().take(2 * MAX_NAME).collect();
                    ask_name(spoken, found, who, typed, problem).await
                }
                Err(error) => refuse(spoken, error, &code).await,
            }
        }
        Err(error) => refuse(spoken, error, &code).await,
    }
}

async fn ask_name(
    spoken: Spoken,
    found: Invitation,
    who: Option<Who>,
    name: String,
    problem: Option<NameProblem>,
) -> Response {
    let (language, path) = (spoken.language, path(&found.invite.code));
    let props = JoinPageProps {
        language,
        workspace: found.title,
        role: found.invite.role,
        own_path: Some(path.clone()),
        action: path,
        name,
        problem,
        known_as: who
            .map(|who| who.identity.name)
            .filter(|name| !name.is_empty()),
    };
    let status = if problem.is_some() {
        StatusCode::BAD_REQUEST
    } else {
        StatusCode::OK
    };
    let title = props.title();
    Page::draw(spoken, status, title, JoinPage, props).await
}

async fn refuse(spoken: Spoken, error: JoinError, code: &str) -> Response {
    match error {
        // A code that leads nowhere and one that led somewhere are the same to whoever follows a link.
        JoinError::Unknown => {
            message(
                spoken,
                StatusCode::NOT_FOUND,
                Notice::InvitationGone,
                &path(code),
            )
            .await
        }
        error => explain(spoken, &Problem::from(error), &path(code)).await,
    }
}

/// The address of an invitation; what is no code leads to the page where one is typed.
fn path(code: &str) -> String {
    typed_code(code).map_or_else(|| "/join".to_owned(), |code| format!("/join/{code}"))
}
