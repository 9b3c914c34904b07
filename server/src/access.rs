//! Who somebody is, and what they may do where. How they prove it (cookie, header) is `web`'s business;
//! the rooms enforce it on every frame, and `watch` keeps open sockets true to it.

use crate::{
    clock,
    secret::Secret,
    store::{
        Store, StoreError,
        accesses::{self, AccessId},
        people, tokens, workspaces,
    },
};
use jalon_shared::{PersonId, Role, WorkspaceId};
use rusqlite::Connection;
use tokio::sync::oneshot;

/// How exact the last use of a token is kept: a script in a hurry must not write once for each call.
const SEEN_GRAIN: i64 = 60_000; // 1 min in milliseconds

/// Somebody who proved who they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// What they proved it with.
    pub access: AccessId,
    pub person: PersonId,
    pub name: String,
    /// Whether the installation is theirs: a facilitator everywhere.
    pub owner: bool,
    /// For a token: the one workspace that it opens, and the role it has there.
    pub scope: Option<(WorkspaceId, Role)>,
    /// When the proof ends, in milliseconds since 1970.
    pub expires_at: Option<i64>,
}

/// What somebody found when they asked for a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Door {
    /// There is no such workspace.
    Nowhere,
    /// It is there, and they are no member; nobody decided that.
    Closed,
    /// A facilitator ended their membership.
    Removed,
    Open {
        title: String,
        role: Role,
    },
}

/// Who a secret belongs to, when it is a session or a token that is good now.
pub async fn identify(store: &Store, secret: &Secret) -> Result<Option<Identity>, StoreError> {
    let id = AccessId::of(secret);
    let (identity, seen_at) = store
        .read(move |connection| {
            let access = accesses::find(connection, &id)?;
            let seen_at = access.as_ref().and_then(|access| access.seen_at);
            Ok::<_, StoreError>((access.and_then(|access| proves(id, access)), seen_at))
        })
        .await?;
    if let Some(identity) = &identity
        && identity.scope.is_some()
        && seen_at.is_none_or(|seen_at| seen_at + SEEN_GRAIN < clock::now_ms())
    {
        let id = identity.access.clone();
        let noted = store.begin_write_soon(move |connection| tokens::note_seen(connection, &id));
        // Nobody waits for it, and it is no harm when it is lost.
        drop::<oneshot::Receiver<Result<(), StoreError>>>(noted.await);
    }
    Ok(identity)
}

/// Who an access proves somebody to be.
fn proves(id: AccessId, access: accesses::Access) -> Option<Identity> {
    let scope = match access.kind {
        accesses::Kind::Session => None,
        accesses::Kind::Token { workspace, role } => Some((workspace, role)),
        // A link opens its own page alone.
        accesses::Kind::OwnerLink | accesses::Kind::PersonalLink => return None,
    };
    let people::Person {
        id: person,
        name,
        owner,
    } = access.person;
    Some(Identity {
        access: id,
        person,
        name,
        owner: owner && scope.is_none(),
        scope,
        expires_at: access.expires_at,
    })
}

/// What an identity may do in a workspace, now.
pub async fn door(
    store: &Store,
    identity: &Identity,
    workspace: WorkspaceId,
) -> Result<Door, StoreError> {
    let identity = identity.clone();
    store
        .read(move |connection| {
            let Some(listed) = workspaces::find(connection, workspace)? else {
                return Ok(Door::Nowhere);
            };
            let title = listed.title;
            if let Some(role) = role(connection, &identity, workspace)? {
                return Ok(Door::Open { title, role });
            }
            let ruled = people::ruled_at(connection, workspace, identity.person)?;
            Ok(match ruled.filter(|_| identity.scope.is_none()) {
                Some(_) => Door::Removed,
                None => Door::Closed,
            })
        })
        .await
}

/// Whether an access still proves somebody to be who they are.
pub fn still_proves(connection: &Connection, id: &AccessId) -> Result<bool, StoreError> {
    let access = accesses::find(connection, id)?;
    Ok(access
        .and_then(|access| proves(id.clone(), access))
        .is_some())
}

/// The role that an access gives in a workspace now, from the beginning: whether it is still good, whose
/// it is, and what they may do. With it, when the access ends.
pub fn role_by(
    connection: &Connection,
    id: &AccessId,
    workspace: WorkspaceId,
) -> Result<Option<(Role, Option<i64>)>, StoreError> {
    let access = accesses::find(connection, id)?;
    let Some(identity) = access.and_then(|access| proves(id.clone(), access)) else {
        return Ok(None);
    };
    let role = role(connection, &identity, workspace)?;
    Ok(role.map(|role| (role, identity.expires_at)))
}

fn role(
    connection: &Connection,
    identity: &Identity,
    workspace: WorkspaceId,
) -> Result<Option<Role>, StoreError> {
    Ok(match identity.scope {
        Some((only, role)) => (only == workspace).then_some(role),
        None if identity.owner => Some(Role::Facilitator),
        None => people::role_of(connection, workspace, identity.person)?,
    })
}

/// Whether a role may write into the document.
pub fn may_write(role: Role) -> bool {
    role >= Role::Contributor
}
