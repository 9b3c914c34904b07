//! Who somebody is, and what they may do where. How they prove it (cookie, header) is `web`'s business;
//! the rooms enforce it on every frame.

use crate::{
    secret::Secret,
    store::{Store, StoreError, accesses, people, workspaces},
};
use jalon_shared::{PersonId, Role, WorkspaceId};

/// Somebody who proved who they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    pub person: PersonId,
    pub name: String,
    /// Whether the installation is theirs: a facilitator everywhere.
    pub owner: bool,
    /// For a token: the one workspace that it opens, and the role it has there.
    pub scope: Option<(WorkspaceId, Role)>,
}

/// What somebody found when they asked for a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Door {
    /// There is no such workspace.
    Nowhere,
    /// It is there, and they are no member.
    Closed,
    Open {
        title: String,
        role: Role,
    },
}

/// Who a secret belongs to, when it is a session or a token that is good now.
pub async fn identify(store: &Store, secret: &Secret) -> Result<Option<Identity>, StoreError> {
    let secret = secret.clone();
    let access = store
        .read(move |connection| accesses::find(connection, &secret))
        .await?;
    Ok(access.and_then(|access| {
        let scope = match access.kind {
            accesses::Kind::Session => None,
            accesses::Kind::Token { workspace, role } => Some((workspace, role)),
            // A link opens its own page alone.
            accesses::Kind::OwnerLink | accesses::Kind::PersonalLink => return None,
        };
        let people::Person { id, name, owner } = access.person;
        Some(Identity {
            person: id,
            name,
            owner: owner && scope.is_none(),
            scope,
        })
    }))
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
            let role = match identity.scope {
                Some((only, role)) => (only == workspace).then_some(role),
                None if identity.owner => Some(Role::Facilitator),
                None => people::role_of(connection, workspace, identity.person)?,
            };
            Ok(role.map_or(Door::Closed, |role| Door::Open {
                title: listed.title,
                role,
            }))
        })
        .await
}

/// Whether a role may write into the document.
pub fn may_write(role: Role) -> bool {
    role >= Role::Contributor
}
