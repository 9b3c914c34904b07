//! Every route of the server, in one list: the router is made of it, and the test of who may do what
//! (`tests/door/roles.rs`) fails when it does not know one of them.

use super::{
    App, activity, forget, invites, join, me, metrics, people, polling, sync, tokens, versions,
    workspaces,
};
use crate::{
    dist,
    pages::{accessibility, enter, join as join_page, live, version as version_page},
    problem::{Kind, Problem},
    web::extract::Spoken,
};
use axum::{
    Router,
    http::{HeaderMap, Method, Uri},
    response::{IntoResponse, Response},
    routing::{delete, get, patch, post},
};
use std::sync::Arc;

macro_rules! routes {
    ($($method:ident $path:literal => $handler:expr;)*) => {
        /// Every route as its method, in lower case, and its path. What is not in here is a file of the
        /// client, or leads nowhere.
        pub const ROUTES: &[(&str, &str)] = &[$((stringify!($method), $path)),*];

        pub(super) fn routes() -> Router<Arc<App>> {
            Router::new()$(.route($path, $method($handler)))*
        }
    };
}

routes! {
    get    "/healthz"                           => healthy;
    get    "/metrics"                           => metrics::show;

    post   "/api/join"                          => join::join_api;
    get    "/api/me"                            => me::show;
    patch  "/api/me"                            => me::rename;
    delete "/api/me"                            => forget::me;
    post   "/api/me/link"                       => me::link;
    post   "/api/logout"                        => me::log_out;
    post   "/api/logout/others"                 => me::log_out_others;

    get    "/api/workspaces"                    => workspaces::list;
    post   "/api/workspaces"                    => workspaces::create;
    get    "/api/workspaces/{workspace}"        => workspaces::show;
    get    "/api/workspaces/{workspace}/activity" => activity::show;
    post   "/api/workspaces/{workspace}/activity/looked" => activity::looked;
    get    "/api/workspaces/{workspace}/people" => people::list;
    patch  "/api/workspaces/{workspace}/people/{person}"   => people::change;
    delete "/api/workspaces/{workspace}/people/{person}"   => people::remove;
    delete "/api/workspaces/{workspace}/people/{person}/traces" => forget::somebody;
    get    "/api/workspaces/{workspace}/invites"           => invites::list;
    post   "/api/workspaces/{workspace}/invites"           => invites::create;
    delete "/api/workspaces/{workspace}/invites/{code}"    => invites::withdraw;
    get    "/api/workspaces/{workspace}/tokens"            => tokens::list;
    post   "/api/workspaces/{workspace}/tokens"            => tokens::create;
    delete "/api/workspaces/{workspace}/tokens/{token}"    => tokens::end;
    get    "/api/workspaces/{workspace}/versions"          => versions::list;
    post   "/api/workspaces/{workspace}/versions"          => versions::freeze;
    get    "/api/workspaces/{workspace}/versions/{number}" => versions::show;
    post   "/api/workspaces/{workspace}/versions/{number}/restored"     => versions::restored;
    get    "/api/workspaces/{workspace}/versions/{number}/diff/{other}" => versions::diff;

    get    "/sync/{workspace}"                  => sync::connect;
    post   "/sync/{workspace}/lines"            => polling::open;
    post   "/sync/{workspace}/lines/{line}/bring" => polling::bring;
    post   "/sync/{workspace}/lines/{line}/fetch" => polling::fetch;
    post   "/sync/{workspace}/lines/{line}/end" => polling::end;

    get    "/join"                              => join_page::code;
    get    "/join/"                             => join_page::code;
    get    "/join/{code}"                       => join_page::show;
    post   "/join/{code}"                       => join_page::join;
    get    "/enter/{secret}"                    => enter::show;
    post   "/enter/{secret}"                    => enter::enter;
    get    "/accessibility"                     => accessibility::show;
    get    "/w/{workspace}"                     => live::first;
    get    "/w/{workspace}/{page}"              => live::page;
    get    "/w/{workspace}/v/{number}"          => version_page::show;
    get    "/w/{workspace}/v/{number}/diff/{other}" => version_page::diff;
}

async fn healthy() -> &'static str {
    "ok"
}

/// What no route answers: a file of the client, a page of the client, or nothing.
pub(super) async fn elsewhere(
    method: Method,
    uri: Uri,
    spoken: Spoken,
    headers: HeaderMap,
) -> Response {
    if uri.path().starts_with("/api/") {
        return Problem::not_found().into_response();
    }
    dist::file(method, uri, spoken, headers).await
}

/// A path that is there, called in a way that it does not know.
pub(super) async fn another_method() -> Problem {
    Problem::new(Kind::AnotherMethod, "")
}
