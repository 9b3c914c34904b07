//! The pages that are drawn here: joining, entering by a link, frozen versions, and what is said when
//! something is in the way. Their components are those of `jalon_view`; none needs JavaScript.

use crate::{
    dist,
    problem::{Kind, Problem},
    web::extract::Spoken,
};
use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use dioxus::prelude::Element;
use jalon_view::{
    html,
    pages::{MessageAction, MessagePage, MessagePageProps, Notice},
};
use tokio::sync::oneshot;

pub mod accessibility;
pub mod enter;
pub mod join;
pub mod live;
pub mod version;

/// How a page answers: its language and its theme are remembered when they were chosen, and nobody keeps a copy.
struct Page {
    status: StatusCode,
    spoken: Spoken,
    html: String,
}

impl Page {
    /// Draws a component away from the network threads: a frozen version may be long. It is sent before what it was
    /// drawn of is put away.
    async fn draw<P>(
        spoken: Spoken,
        status: StatusCode,
        title: String,
        component: fn(P) -> Element,
        props: P,
    ) -> Response
    where
        P: Clone + Send + 'static,
    {
        let (language, theme) = (spoken.language, spoken.theme);
        let css = dist::css_href();
        let (answer, drawn) = oneshot::channel();
        tokio::task::spawn_blocking(move || {
            let shell = html::Shell {
                title: &title,
                language,
                theme,
                css_href: &css,
            };
            // Whoever asked may be gone.
            shell.around(component, props, |html| drop(answer.send(html)));
        });
        match drawn.await {
            Ok(html) => Self {
                status,
                spoken,
                html,
            }
            .into_response(),
            Err(error) => {
                tracing::error!(%error, "a page could not be drawn");
                Problem::new(Kind::Internal, "").into_response()
            }
        }
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let mut response = (self.status, Html(self.html)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(
            header::VARY,
            HeaderValue::from_static("accept-language, cookie"),
        );
        headers.insert(
            header::CONTENT_LANGUAGE,
            HeaderValue::from_static(self.spoken.language.tag()),
        );
        self.spoken.remember(headers);
        response
    }
}

/// A page that says what is in the way.
async fn message(spoken: Spoken, status: StatusCode, notice: Notice, path: &str) -> Response {
    let home = MessageAction::Home {
        href: "/".to_owned(),
    };
    let code = MessageAction::TypeCode {
        href: "/join".to_owned(),
    };
    let actions = match notice {
        Notice::InvitationGone | Notice::NoAccess | Notice::LinkGone => vec![code, home],
        Notice::NotFound
        | Notice::OwnerLinkGone
        | Notice::TooMany
        | Notice::Server
        | Notice::Unreadable => vec![home],
    };
    let language = spoken.language;
    let props = MessagePageProps {
        language,
        notice,
        actions,
        own_path: Some(path.to_owned()),
    };
    let title = props.title();
    Page::draw(spoken, status, title, MessagePage, props).await
}

/// The page of a problem.
async fn explain(spoken: Spoken, problem: &Problem, path: &str) -> Response {
    let notice = match problem.kind {
        Kind::SignIn | Kind::Forbidden | Kind::Removed | Kind::ForeignOrigin => Notice::NoAccess,
        Kind::NotFound | Kind::Invalid => Notice::NotFound,
        Kind::InvitationGone => Notice::InvitationGone,
        Kind::TooMany => Notice::TooMany,
        Kind::Unreadable => Notice::Unreadable,
        Kind::AnotherMethod
        | Kind::Conflict
        | Kind::LineEnded
        | Kind::TooLarge
        | Kind::Storage
        | Kind::Unavailable
        | Kind::Internal => Notice::Server,
    };
    message(spoken, problem.kind.status(), notice, path).await
}

/// What an address that leads nowhere gets: a page for people, a problem for programs.
pub async fn nowhere(spoken: Spoken, headers: &HeaderMap) -> Response {
    let accepts = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok());
    if accepts.is_some_and(|kinds| kinds.contains("text/html")) {
        return message(spoken, StatusCode::NOT_FOUND, Notice::NotFound, "/").await;
    }
    Problem::not_found().into_response()
}
