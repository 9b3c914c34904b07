//! What is read from a request before anything is done: who calls, in which language, and bodies and paths
//! with problems in our own words.

use super::{App, network::From};
use crate::{
    access::{self, Door, Identity},
    problem::{Kind, Problem},
    secret::Secret,
};
use axum::{
    Json,
    extract::{FromRequest, FromRequestParts, OptionalFromRequestParts, Path, Query, Request},
    http::{HeaderMap, HeaderValue, header, request::Parts},
};
use cookie::{Cookie, SameSite};
use jalon_shared::{Role, WorkspaceId};
use jalon_view::{
    theme::{THEME_COOKIE, Theme},
    words::Language,
};
use rusqlite::Connection;
use serde::de::DeserializeOwned;
use std::{convert::Infallible, sync::Arc};

/// The cookie that signs a browser in.
pub const SESSION_COOKIE: &str = "jalon_session";

/// The cookie that holds the language somebody chose.
pub const LANGUAGE_COOKIE: &str = "jalon_lang";

/// How long a browser remembers what was chosen, in seconds.
const YEAR: u32 = 365 * 24 * 60 * 60;

/// How long a browser stays signed in.
pub const SESSION_DAYS: i64 = 365;

/// Somebody who proved who they are, and how.
#[derive(Debug, Clone)]
pub struct Who {
    pub identity: Identity,
    pub secret: Secret,
    /// Whether the proof was a cookie, which a browser sends by itself.
    pub by_cookie: bool,
}

impl Who {
    /// Finds out who sent a request: a `Bearer` token first, then `token`, then the cookie.
    pub async fn of(
        app: &App,
        headers: &HeaderMap,
        token: Option<&str>,
    ) -> Result<Option<Self>, Problem> {
        let given = bearer(headers).or(token.map(Secret::given));
        let by_cookie = given.is_none();
        let Some(secret) =
            given.or_else(|| cookie(headers, SESSION_COOKIE).map(|text| Secret::given(&text)))
        else {
            return Ok(None);
        };
        let identity = access::identify(&app.store, &secret).await?;
        Ok(identity.map(|identity| Self {
            identity,
            secret,
            by_cookie,
        }))
    }

    /// The title of a workspace and the role there; a problem when it is less than `least`.
    pub async fn require(
        &self,
        app: &App,
        workspace: WorkspaceId,
        least: Role,
    ) -> Result<(String, Role), Problem> {
        match access::door(&app.store, &self.identity, workspace).await? {
            Door::Open { title, role } if role >= least => Ok((title, role)),
            Door::Open { .. } => Err(Problem::forbidden("this needs a role that may do more")),
            Door::Closed => Err(Problem::forbidden("ask somebody there for an invitation")),
            Door::Removed => Err(Problem::new(
                Kind::Removed,
                "ask somebody there for another invitation",
            )),
            Door::Nowhere => Err(Problem::not_found()),
        }
    }
}

impl Who {
    /// Does something that takes a role, in the transaction that asks for it: who lost it a moment ago does nothing
    /// any more. [`Self::require`] says before, in more words, what is missing.
    pub async fn write<T, F>(
        &self,
        app: &App,
        workspace: WorkspaceId,
        least: Role,
        work: F,
    ) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T, Problem> + Send + 'static,
    {
        let access = self.identity.access.clone();
        app.store
            .write(
                move |connection| match access::role_by(connection, &access, workspace)? {
                    Some((role, _)) if role >= least => work(connection),
                    _ => Err(Problem::forbidden("this needs a role that may do more")),
                },
            )
            .await
    }
}

impl FromRequestParts<Arc<App>> for Who {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Problem> {
        let who = <Self as OptionalFromRequestParts<Arc<App>>>::from_request_parts(parts, app);
        who.await?
            .ok_or_else(|| Problem::new(Kind::SignIn, "send the session cookie or a Bearer token"))
    }
}

impl OptionalFromRequestParts<Arc<App>> for Who {
    type Rejection = Problem;

    async fn from_request_parts(
        parts: &mut Parts,
        app: &Arc<App>,
    ) -> Result<Option<Self>, Problem> {
        let who = Self::of(app, &parts.headers, None).await?;
        if who.as_ref().is_some_and(|who| who.identity.scope.is_none()) {
            let Ok(From(from)) = From::from_request_parts(parts, app).await;
            app.limits.note_member(from);
        }
        Ok(who)
    }
}

/// The secret after `Authorization: Bearer`.
pub fn bearer(headers: &HeaderMap) -> Option<Secret> {
    let (scheme, secret) = headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then(|| Secret::given(secret.trim()))
}

/// The value of a cookie.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers
        .get_all(header::COOKIE)
        .into_iter()
        .filter_map(|value| value.to_str().ok());
    all.flat_map(Cookie::split_parse)
        .filter_map(Result::ok)
        .find(|cookie| cookie.name() == name)
        .map(|cookie| cookie.value().to_owned())
}

/// The `Set-Cookie` value that signs a browser in.
pub fn session_cookie(site: &Site, secret: &Secret) -> String {
    sealed_cookie(
        site,
        secret.reveal(),
        cookie::time::Duration::days(SESSION_DAYS),
    )
}

/// The `Set-Cookie` value that signs a browser out.
pub fn no_session_cookie(site: &Site) -> String {
    sealed_cookie(site, "", cookie::time::Duration::ZERO)
}

fn sealed_cookie(site: &Site, value: &str, age: cookie::time::Duration) -> String {
    Cookie::build((SESSION_COOKIE, value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(site.url.starts_with("https://"))
        .max_age(age)
        .build()
        .to_string()
}

/// The address under which whoever calls sees this server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Without a slash at the end.
    pub url: String,
}

impl Site {
    fn of(app: &App, headers: &HeaderMap) -> Self {
        let configured = app.config.public_url.clone();
        // Without a configured address, a phone in the room must get the host that the facilitator's
        // browser used. Whoever forges it deceives only themselves.
        let host = headers
            .get(header::HOST)
            .and_then(|host| host.to_str().ok())
            .filter(|host| {
                !host.is_empty()
                    && host
                        .bytes()
                        .all(|b| b.is_ascii_alphanumeric() || b".-:[]".contains(&b))
            });
        let url = configured.unwrap_or_else(|| match host {
            Some(host) => format!("http://{host}"),
            None => format!("http://{}", app.config.listen),
        });
        Self { url }
    }
}

impl FromRequestParts<Arc<App>> for Site {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Infallible> {
        Ok(Self::of(app, &parts.headers))
    }
}

/// How to answer: the language of `?lang=`, then the one that was chosen before, then the browser's; the theme
/// of `?theme=`, then the one that was chosen before, then none.
pub struct Spoken {
    pub language: Language,
    /// Whether it comes from `?lang=`, to be remembered.
    pub chosen: bool,
    /// `None` is what the machine prefers.
    pub theme: Option<Theme>,
    /// Whether it comes from `?theme=`, to be remembered.
    pub theme_chosen: bool,
}

impl Spoken {
    /// Puts a language and a theme that were chosen into cookies.
    pub fn remember(&self, headers: &mut HeaderMap) {
        let mut keep = |name: &str, value: &str, age: u32| {
            let cookie = format!("{name}={value}; Path=/; SameSite=Lax; Max-Age={age}");
            if let Ok(cookie) = HeaderValue::from_str(&cookie) {
                headers.append(header::SET_COOKIE, cookie);
            }
        };
        if self.chosen {
            keep(LANGUAGE_COOKIE, self.language.tag(), YEAR);
        }
        if self.theme_chosen {
            match self.theme {
                Some(theme) => keep(THEME_COOKIE, theme.word(), YEAR),
                None => keep(THEME_COOKIE, "", 0),
            }
        }
    }
}

#[derive(serde::Deserialize)]
struct LookQuery {
    lang: Option<String>,
    theme: Option<String>,
}

impl<S: Sync> FromRequestParts<S> for Spoken {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let query = Query::<LookQuery>::try_from_uri(&parts.uri).ok();
        let (lang, theme) = query.map_or((None, None), |Query(query)| (query.lang, query.theme));
        let asked = lang.and_then(|tag| Language::from_tag(&tag));
        let before = || {
            let tag = cookie(&parts.headers, LANGUAGE_COOKIE)?;
            Language::from_tag(&tag)
        };
        let accepted = || {
            let accepted = parts.headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
            Some(Language::from_accept_language(accepted))
        };
        let remembered = || {
            let word = cookie(&parts.headers, THEME_COOKIE)?;
            Theme::from_word(&word)
        };
        Ok(Self {
            language: asked.or_else(before).or_else(accepted).unwrap_or_default(),
            chosen: asked.is_some(),
            theme_chosen: theme.is_some(),
            theme: theme.map_or_else(remembered, |word| Theme::from_word(&word)),
        })
    }
}

/// A part of the path; what cannot be one leads nowhere.
pub struct At<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for At<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match <Path<T> as FromRequestParts<S>>::from_request_parts(parts, state).await {
            Ok(Path(value)) => Ok(Self(value)),
            Err(_) => Err(Problem::not_found()),
        }
    }
}

/// A body of JSON.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        match Json::<T>::from_request(request, state).await {
            Ok(Json(value)) => Ok(Self(value)),
            Err(rejection) if rejection.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE => {
                Err(Problem::new(Kind::TooLarge, ""))
            }
            Err(rejection) => Err(Problem::invalid(rejection.body_text())),
        }
    }
}
