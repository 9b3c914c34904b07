//! Entering by a one-time link. Opening it asks for one click, so that a program that previews links does
//! not use it up.

use super::{
    Page, explain,
    join::{NameForm, name_problem},
    message,
};
use crate::{
    room::Event,
    secret::Secret,
    store::{
        StoreError,
        accesses::{self, AccessId},
        people,
    },
    web::{
        App,
        extract::{Site, Spoken, session_cookie},
        join::{JoinError, MAX_NAME, new_session, tidy_name, unnamed},
        limits::Tried,
        network::{From, Network},
    },
};
use axum::{
    extract::{Form, Path, State, rejection::FormRejection},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use jalon_view::{
    pages::{EnterPage, EnterPageProps, Notice, Whose},
    words::Language,
};
use std::sync::Arc;

/// The page of a link.
pub async fn show(
    State(app): State<Arc<App>>,
    spoken: Spoken,
    From(from): From,
    Path(secret): Path<String>,
) -> Response {
    let found = try_link(&app, from, &secret).await;
    match found {
        Ok(Tried::Found(Link::Good(access))) => {
            let name = access.person.name;
            let whose = if access.kind == accesses::Kind::OwnerLink {
                // A name that nobody chose is no start.
                let is_given = !Language::ALL.map(unnamed).contains(&name);
                let name = if is_given { name } else { String::new() };
                Whose::Owner {
                    name,
                    problem: None,
                }
            } else {
                Whose::Person { name }
            };
            draw(spoken, StatusCode::OK, &secret, whose).await
        }
        Ok(Tried::Found(Link::Gone { was_of_owner })) => gone(spoken, was_of_owner).await,
        Ok(Tried::Wrong) => gone(spoken, false).await,
        Ok(Tried::TooMany) => explain(spoken, &JoinError::TooMany.into(), "/join").await,
        Err(error) => explain(spoken, &error.into(), "/join").await,
    }
}

/// The page of a link that works no more, which says how to get another one.
async fn gone(spoken: Spoken, was_of_owner: bool) -> Response {
    let notice = if was_of_owner {
        Notice::OwnerLinkGone
    } else {
        Notice::LinkGone
    };
    message(spoken, StatusCode::GONE, notice, "/join").await
}

/// Looks a link up, without using it. Wrong ones are counted.
async fn try_link(app: &App, from: Network, secret: &str) -> Result<Tried<Link>, StoreError> {
    if !app.limits.may_try_code(from) {
        return Ok(Tried::TooMany);
    }
    let (link, limits) = (AccessId::of(&Secret::given(secret)), app.limits.clone());
    app.store
        .read(move |connection| limits.try_code(from, || link_of(connection, &link)))
        .await
}

async fn draw(spoken: Spoken, status: StatusCode, secret: &str, whose: Whose) -> Response {
    // The secret is in the address already; the form goes to the same one.
    let action = format!("/enter/{secret}");
    let language = spoken.language;
    let props = EnterPageProps {
        language,
        whose,
        own_path: Some(action.clone()),
        action,
    };
    let title = props.title();
    Page::draw(spoken, status, title, EnterPage, props).await
}

/// Uses the link up and signs this browser in. An owner who gives a name takes it.
pub async fn enter(
    State(app): State<Arc<App>>,
    site: Site,
    spoken: Spoken,
    From(from): From,
    Path(secret): Path<String>,
    form: Result<Form<NameForm>, FormRejection>,
) -> Response {
    let typed = form.map(|Form(form)| form.name).unwrap_or_default();
    let name = match tidy_name(&typed) {
        Ok(name) => Some(name),
        Err(JoinError::NameMissing) => None,
        Err(error) => {
            let whose = Whose::Owner {
                name: typed.chars().take(2 * MAX_NAME).collect(),
                problem: name_problem(&error),
            };
            return draw(spoken, StatusCode::BAD_REQUEST, &secret, whose).await;
        }
    };
    match try_link(&app, from, &secret).await {
        Ok(Tried::Found(_)) => {}
        Ok(Tried::Wrong) => return gone(spoken, false).await,
        Ok(Tried::TooMany) => return explain(spoken, &JoinError::TooMany.into(), "/join").await,
        Err(error) => return explain(spoken, &error.into(), "/join").await,
    }
    let link = AccessId::of(&Secret::given(&secret));
    let entered: Result<_, StoreError> = app
        .store
        .write(move |connection| {
            let access = match link_of(connection, &link)? {
                Some(Link::Good(access)) => access,
                Some(Link::Gone { was_of_owner }) => return Ok(Err(was_of_owner)),
                None => return Ok(Err(false)),
            };
            if !accesses::use_up(connection, &link)? {
                return Ok(Err(false));
            }
            let person = access.person.id;
            let is_owner = access.kind == accesses::Kind::OwnerLink;
            if is_owner {
                accesses::use_up_owner_links(connection)?;
            }
            let renamed = name.filter(|name| is_owner && *name != access.person.name);
            if let Some(name) = &renamed {
                people::rename(connection, person, name)?;
            }
            Ok(Ok((person, new_session(connection, person)?, renamed)))
        })
        .await;
    match entered {
        Ok(Ok((person, session, renamed))) => {
            tracing::info!(%person, "entered by a link");
            if let Some(name) = renamed {
                app.hub
                    .tell_all(|| Event::Renamed {
                        person,
                        name: name.clone(),
                    })
                    .await;
            }
            (
                [(header::SET_COOKIE, session_cookie(&site, &session))],
                Redirect::to("/"),
            )
                .into_response()
        }
        Ok(Err(was_of_owner)) => gone(spoken, was_of_owner).await,
        Err(error) => explain(spoken, &error.into(), "/join").await,
    }
}

/// What a secret in the address of this page is.
enum Link {
    Good(accesses::Access),
    /// It was good once.
    Gone {
        was_of_owner: bool,
    },
}

/// `None` when there never was such a link, or too long ago.
fn link_of(connection: &rusqlite::Connection, link: &AccessId) -> Result<Option<Link>, StoreError> {
    let found = accesses::find(connection, link)?.filter(|access| {
        matches!(
            access.kind,
            accesses::Kind::OwnerLink | accesses::Kind::PersonalLink
        )
    });
    Ok(match found {
        Some(access) => Some(Link::Good(access)),
        None => accesses::was_of_owner(connection, link)?
            .map(|was_of_owner| Link::Gone { was_of_owner }),
    })
}
