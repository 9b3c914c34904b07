//! Coming in with a code: the same for the call and for the page.

use super::{
    App,
    extract::{Body, SESSION_DAYS, Site, Who, session_cookie},
    limits::Tried,
    network::{From, Network},
};
use crate::{
    clock,
    problem::{Kind, Problem},
    secret::{Secret, typed_code},
    store::{StoreError, accesses, invites, people, workspaces},
};
use axum::{
    Json,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use jalon_shared::{PersonId, Role, WorkspaceId};
use jalon_view::words::{Language, Words};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The most characters of a name.
pub const MAX_NAME: usize = 60;

/// Why somebody does not come in.
#[derive(Debug)]
pub enum JoinError {
    NameMissing,
    NameTooLong,
    /// No such code.
    Unknown,
    /// It was good once.
    Gone,
    TooMany,
    Store(StoreError),
}

impl std::convert::From<StoreError> for JoinError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl std::convert::From<JoinError> for Problem {
    fn from(error: JoinError) -> Self {
        match error {
            JoinError::NameMissing | JoinError::NameTooLong => {
                Self::invalid("a name has 1 to 60 characters")
            }
            JoinError::Unknown => Self::new(Kind::NotFound, "no invitation has this code"),
            JoinError::Gone => Self::new(Kind::InvitationGone, ""),
            JoinError::TooMany => Self::new(Kind::TooMany, "wait a minute, then try again"),
            JoinError::Store(error) => error.into(),
        }
    }
}

/// Somebody who came in.
pub struct Joined {
    pub workspace: WorkspaceId,
    pub role: Role,
    /// The session: the one that was there, or a new one.
    pub session: Secret,
}

/// An invitation that somebody looks at.
pub struct Invitation {
    pub invite: invites::Invite,
    pub title: String,
}

/// Finds the invitation of a code as it was typed. Wrong codes are counted.
pub async fn look_up(app: &App, from: Network, code: &str) -> Result<Invitation, JoinError> {
    if !app.limits.may_try_code(from) {
        return Err(JoinError::TooMany);
    }
    let (code, limits) = (typed_code(code), app.limits.clone());
    let tried: Result<_, StoreError> = app
        .store
        .read(move |connection| {
            limits.try_code(from, || match &code {
                None => Ok(None),
                Some(code) => find(connection, code),
            })
        })
        .await;
    match tried? {
        Tried::Found(found) => Ok(found),
        Tried::Wrong => Err(JoinError::Unknown),
        Tried::TooMany => Err(JoinError::TooMany),
    }
}

fn find(connection: &rusqlite::Connection, code: &str) -> Result<Option<Invitation>, StoreError> {
    let Some(invite) = invites::find(connection, code)? else {
        return Ok(None);
    };
    let listed = workspaces::find(connection, invite.workspace)?;
    Ok(listed.map(|listed| Invitation {
        invite,
        title: listed.title,
    }))
}

/// Lets somebody in with a code. Who is signed in stays who they are, and uses an invitation up once.
pub async fn join(
    app: &App,
    from: Network,
    code: &str,
    name: &str,
    known: Option<&Who>,
) -> Result<Joined, JoinError> {
    let known = known.filter(|who| who.identity.scope.is_none());
    let name = if known.is_some() {
        String::new()
    } else {
        tidy_name(name)?
    };
    let invite = look_up(app, from, code).await?.invite;
    if known.is_none() && !app.limits.may_be_new(from, &invite.code) {
        return Err(JoinError::TooMany);
    }
    let known = known.map(|who| (who.identity.clone(), who.secret.clone()));
    let was_known = known.is_some();
    let (joined, person) = app
        .store
        .write(move |connection| {
            // Read again inside the transaction: the last place is given once.
            let invite = invites::find(connection, &invite.code)?.ok_or(JoinError::Gone)?;
            let workspace = invite.workspace;
            let (person, session) = match known {
                Some((identity, session)) => {
                    let before = people::role_of(connection, workspace, identity.person)?;
                    let before = if identity.owner {
                        Some(Role::Facilitator)
                    } else {
                        before
                    };
                    if let Some(role) = before.filter(|role| *role >= invite.role) {
                        return Ok((
                            Joined {
                                workspace,
                                role,
                                session,
                            },
                            None,
                        ));
                    }
                    // What a facilitator decided since holds: the code may still hang on the wall.
                    let ruled_at = people::ruled_at(connection, workspace, identity.person)?;
                    if ruled_at.is_some_and(|ruled_at| ruled_at >= invite.created_at) {
                        let role = before.ok_or(JoinError::Gone)?;
                        let joined = Joined {
                            workspace,
                            role,
                            session,
                        };
                        return Ok((joined, None));
                    }
                    (identity.person, Some(session))
                }
                None if invite.is_open() => (people::create(connection, &name, false)?.id, None),
                None => return Err(JoinError::Gone),
            };
            if !invite.is_open() {
                return Err(JoinError::Gone);
            }
            invites::count_use(connection, &invite.code)?;
            people::set_role(connection, workspace, person, invite.role)?;
            let session = match session {
                Some(session) => session,
                None => new_session(connection, person)?,
            };
            Ok((
                Joined {
                    workspace,
                    role: invite.role,
                    session,
                },
                Some(person),
            ))
        })
        .await?;
    if let Some(person) = person {
        tracing::info!(workspace = %joined.workspace, %person, role = ?joined.role, "joined");
        if was_known {
            // They may be there already, with a smaller role.
            app.watch.look_again().await?;
        }
    }
    Ok(joined)
}

/// Signs a person in on one more device.
pub fn new_session(
    connection: &rusqlite::Connection,
    person: PersonId,
) -> Result<Secret, StoreError> {
    let new = accesses::New {
        kind: accesses::Kind::Session,
        person,
        expires_at: Some(clock::now_ms() + SESSION_DAYS * 24 * 3600 * 1000),
        made_by: None,
    };
    accesses::create(connection, new)
}

/// A name as it is kept: no spaces around it, one between its words, nothing that cannot be seen.
pub fn tidy_name(name: &str) -> Result<String, JoinError> {
    let visible: String = name
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        // Marks that turn the direction of a line would garble what stands beside the name.
        .filter(|letter| !matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'))
        .collect();
    let name = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(JoinError::NameMissing),
        1..=MAX_NAME => Ok(name),
        _ => Err(JoinError::NameTooLong),
    }
}

/// What the owner is called until they say their name.
pub fn unnamed(language: Language) -> String {
    Words::of(language).t("member-owner")
}

#[derive(Deserialize)]
pub struct Asked {
    code: String,
    #[serde(default)]
    name: String,
}

#[derive(Serialize)]
struct Answer {
    workspace: WorkspaceId,
    role: Role,
    token: String,
}

pub async fn join_api(
    State(app): State<Arc<App>>,
    site: Site,
    From(from): From,
    known: Option<Who>,
    Body(asked): Body<Asked>,
) -> Result<Response, Problem> {
    let joined = join(&app, from, &asked.code, &asked.name, known.as_ref()).await?;
    let cookie = session_cookie(&site, &joined.session);
    let token = joined.session.reveal().to_owned();
    let answer = Answer {
        workspace: joined.workspace,
        role: joined.role,
        token,
    };
    Ok(([(header::SET_COOKIE, cookie)], Json(answer)).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_tidied() {
        assert_eq!(
            tidy_name("  Awa \t\n Diop ").ok().as_deref(),
            Some("Awa Diop")
        );
        assert_eq!(tidy_name("Zoé 🌻").ok().as_deref(), Some("Zoé 🌻"));
        assert!(matches!(
            tidy_name(" \u{202E}\u{0} "),
            Err(JoinError::NameMissing)
        ));
        assert!(matches!(
            tidy_name(&"é".repeat(61)),
            Err(JoinError::NameTooLong)
        ));
    }
}
