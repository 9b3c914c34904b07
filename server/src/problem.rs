//! What a caller is told when something is in the way: `application/problem+json` (RFC 9457) with a stable
//! `type`. What went wrong inside is for the log alone.

use crate::{
    room::{FreezeError, RoomError},
    secret::NoChance,
    store::{Ailment, StoreError},
};
use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::json;
use std::borrow::Cow;

/// Something in the way, fit to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub kind: Kind,
    /// What to do about it, for whoever writes the call.
    pub detail: Cow<'static, str>,
}

/// The kinds of problems. Their words are a contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Invalid,
    SignIn,
    Forbidden,
    /// A facilitator ended the membership of whoever calls.
    Removed,
    ForeignOrigin,
    NotFound,
    AnotherMethod,
    Conflict,
    InvitationGone,
    /// A line made of requests is no more.
    LineEnded,
    TooLarge,
    TooMany,
    Unreadable,
    Storage,
    Unavailable,
    Internal,
}

impl Kind {
    fn parts(self) -> (&'static str, StatusCode, &'static str) {
        match self {
            Self::Invalid => (
                "invalid",
                StatusCode::BAD_REQUEST,
                "The request is not understood",
            ),
            Self::SignIn => ("sign-in", StatusCode::UNAUTHORIZED, "Nobody is signed in"),
            Self::Forbidden => (
                "forbidden",
                StatusCode::FORBIDDEN,
                "This needs another role or an invitation",
            ),
            Self::Removed => (
                "removed",
                StatusCode::FORBIDDEN,
                "A facilitator ended this membership",
            ),
            Self::ForeignOrigin => (
                "foreign-origin",
                StatusCode::FORBIDDEN,
                "The request comes from another site",
            ),
            Self::NotFound => ("not-found", StatusCode::NOT_FOUND, "There is nothing here"),
            Self::AnotherMethod => (
                "another-method",
                StatusCode::METHOD_NOT_ALLOWED,
                "This address is called in another way",
            ),
            Self::Conflict => (
                "conflict",
                StatusCode::CONFLICT,
                "This does not fit what is there",
            ),
            Self::InvitationGone => (
                "invitation-gone",
                StatusCode::GONE,
                "The invitation does not let anybody in any more",
            ),
            Self::LineEnded => (
                "line-ended",
                StatusCode::GONE,
                "This line has ended, open another one",
            ),
            Self::TooLarge => (
                "too-large",
                StatusCode::PAYLOAD_TOO_LARGE,
                "The request is too large",
            ),
            Self::TooMany => (
                "too-many",
                StatusCode::TOO_MANY_REQUESTS,
                "Too many tries, wait a moment",
            ),
            Self::Unreadable => (
                "unreadable",
                StatusCode::INTERNAL_SERVER_ERROR,
                "The document cannot be read",
            ),
            Self::Storage => (
                "storage",
                StatusCode::INSUFFICIENT_STORAGE,
                "The server cannot write to its disk now",
            ),
            Self::Unavailable => (
                "unavailable",
                StatusCode::SERVICE_UNAVAILABLE,
                "The server cannot do this now",
            ),
            Self::Internal => (
                "internal",
                StatusCode::INTERNAL_SERVER_ERROR,
                "Something went wrong here",
            ),
        }
    }

    pub fn status(self) -> StatusCode {
        self.parts().1
    }
}

impl Problem {
    pub fn new(kind: Kind, detail: impl Into<Cow<'static, str>>) -> Self {
        Self {
            kind,
            detail: detail.into(),
        }
    }

    pub fn not_found() -> Self {
        Self::new(Kind::NotFound, "")
    }

    pub fn invalid(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::Invalid, detail)
    }

    pub fn forbidden(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::Forbidden, detail)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (word, status, title) = self.kind.parts();
        let mut body = json!({
            "type": format!("urn:jalon:problem:{word}"),
            "title": title,
            "status": status.as_u16(),
        });
        if !self.detail.is_empty() {
            body["detail"] = self.detail.into();
        }
        let mut response = (status, Json(body)).into_response();
        let kind = HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
        if status == StatusCode::UNAUTHORIZED {
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the store did not do what it was asked");
        let kind = match (error.ailment(), error) {
            (Some(Ailment::Unwritable), _) => Kind::Storage,
            (Some(Ailment::Damaged), _) => Kind::Unreadable,
            (None, StoreError::Commit(_) | StoreError::Closed) => Kind::Unavailable,
            (None, _) => Kind::Internal,
        };
        Self::new(kind, "")
    }
}

impl From<NoChance> for Problem {
    fn from(error: NoChance) -> Self {
        StoreError::from(error).into()
    }
}

impl From<RoomError> for Problem {
    // The room has logged what it is.
    fn from(error: RoomError) -> Self {
        let kind = match error {
            RoomError::Unreadable(_) | RoomError::Empty | RoomError::Damaged(_) => Kind::Unreadable,
            RoomError::Closed | RoomError::Store(_) | RoomError::OtherGeneration => {
                Kind::Unavailable
            }
        };
        Self::new(kind, "")
    }
}

impl From<FreezeError> for Problem {
    fn from(error: FreezeError) -> Self {
        match error {
            FreezeError::Room(error) => error.into(),
            FreezeError::Store(error) => error.into(),
            FreezeError::Unkept => Self::new(Kind::Storage, "try again when the disk has room"),
            FreezeError::NothingToReplace(number) => Self::new(
                Kind::Conflict,
                format!("there is no version {number} to replace"),
            ),
            FreezeError::Stopped(_) => Self::new(Kind::Internal, ""),
        }
    }
}
