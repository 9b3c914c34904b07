//! Entering by a one-time link. Opening it asks for one click, so that a program that previews links does
//! not use it up.

use super::{Page, explain, message, other_language};
use crate::{
    secret::Secret,
    store::{StoreError, accesses},
    web::{
        App,
        extract::{Site, Spoken, session_cookie},
        join::new_session,
    },
};
use axum::{
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use jalon_view::pages::{EnterPage, EnterPageProps, Notice};
use std::sync::Arc;

/// The page of a link.
pub async fn show(
    State(app): State<Arc<App>>,
    spoken: Spoken,
    Path(secret): Path<String>,
) -> Response {
    let link = Secret::given(&secret);
    let found = app
        .store
        .read(move |connection| link_of(connection, &link))
        .await;
    match found {
        Ok(Some(access)) => {
            let is_owner = access.kind == accesses::Kind::OwnerLink;
            // The secret is in the address already; the form goes to the same one.
            let action = format!("/enter/{secret}");
            let language = spoken.language;
            let props = EnterPageProps {
                language,
                name: (!is_owner).then_some(access.person.name),
                other_language_href: other_language(language, &action),
                action,
            };
            let title = props.title();
            Page::draw(spoken, StatusCode::OK, title, EnterPage, props).await
        }
        Ok(None) => message(spoken, StatusCode::GONE, Notice::LinkUsed, "/join").await,
        Err(error) => explain(spoken, &error.into(), "/join").await,
    }
}

/// Uses the link up and signs this browser in.
pub async fn enter(
    State(app): State<Arc<App>>,
    site: Site,
    spoken: Spoken,
    Path(secret): Path<String>,
) -> Response {
    let link = Secret::given(&secret);
    let entered: Result<_, StoreError> = app
        .store
        .write(move |connection| {
            let Some(access) = link_of(connection, &link)? else {
                return Ok(None);
            };
            if !accesses::use_up(connection, &link)? {
                return Ok(None);
            }
            Ok(Some((
                access.person.id,
                new_session(connection, access.person.id)?,
            )))
        })
        .await;
    match entered {
        Ok(Some((person, session))) => {
            tracing::info!(%person, "entered by a link");
            (
                [(header::SET_COOKIE, session_cookie(&site, &session))],
                Redirect::to("/"),
            )
                .into_response()
        }
        Ok(None) => message(spoken, StatusCode::GONE, Notice::LinkUsed, "/join").await,
        Err(error) => explain(spoken, &error.into(), "/join").await,
    }
}

fn link_of(
    connection: &rusqlite::Connection,
    link: &Secret,
) -> Result<Option<accesses::Access>, StoreError> {
    let found = accesses::find(connection, link)?;
    Ok(found.filter(|access| {
        matches!(
            access.kind,
            accesses::Kind::OwnerLink | accesses::Kind::PersonalLink
        )
    }))
}
