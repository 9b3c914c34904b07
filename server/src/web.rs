//! The routes: what can be called, by whom it is answered, and what every answer carries.

use crate::{
    config::Config, connection::Surroundings, dist, hub::Hub, metrics::Metrics, pages,
    problem::Problem, store::Store,
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, State},
    http::header,
    middleware,
    response::{IntoResponse, Response},
    routing::{get, patch, post},
};
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;

pub mod extract;
mod guard;
mod invites;
pub mod join;
pub mod limits;
mod me;
mod people;
mod sync;
mod versions;
mod workspaces;

pub use versions::read as read_version;

/// The most bytes of a request's body: a settings form is far smaller.
const MAX_BODY: usize = 64 << 10; // 64 KiB

/// What every request can reach.
pub struct App {
    pub config: Config,
    pub store: Store,
    pub hub: Hub,
    pub metrics: Arc<Metrics>,
    pub limits: limits::Limits,
}

impl App {
    pub(crate) fn surroundings(&self) -> Surroundings {
        Surroundings {
            hub: self.hub.clone(),
            store: self.store.clone(),
            metrics: self.metrics.clone(),
        }
    }
}

/// All routes.
pub fn router(app: Arc<App>) -> Router {
    let api = Router::new()
        .route("/api/me", get(me::show).patch(me::rename))
        .route("/api/me/link", post(me::link))
        .route("/api/logout", post(me::log_out))
        .route("/api/join", post(join::join_api))
        .route(
            "/api/workspaces",
            get(workspaces::list).post(workspaces::create),
        )
        .route("/api/workspaces/{workspace}", get(workspaces::show))
        .route("/api/workspaces/{workspace}/people", get(people::list))
        .route(
            "/api/workspaces/{workspace}/people/{person}",
            patch(people::change).delete(people::remove),
        )
        .route(
            "/api/workspaces/{workspace}/invites",
            get(invites::list).post(invites::create),
        )
        .route(
            "/api/workspaces/{workspace}/invites/{code}",
            axum::routing::delete(invites::withdraw),
        )
        .route(
            "/api/workspaces/{workspace}/versions",
            get(versions::list).post(versions::freeze),
        )
        .route(
            "/api/workspaces/{workspace}/versions/{number}",
            get(versions::show),
        )
        .route(
            "/api/workspaces/{workspace}/versions/{number}/diff/{other}",
            get(versions::diff),
        )
        .route("/api/{*path}", get(nothing).post(nothing))
        .layer(middleware::map_response(guard::keep_private));
    Router::new()
        .merge(api)
        .route("/healthz", get(|| async { "ok" }))
        .route("/metrics", get(metrics))
        .route("/sync/{workspace}", get(sync::connect))
        .merge(pages::routes())
        .fallback(dist::file)
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(middleware::from_fn_with_state(
            app.clone(),
            guard::same_site,
        ))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::map_response(guard::protect))
        .with_state(app)
}

async fn nothing() -> Problem {
    Problem::not_found()
}

async fn metrics(State(app): State<Arc<App>>) -> Response {
    const KIND: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    match app.metrics.text() {
        Ok(text) => ([(header::CONTENT_TYPE, KIND)], text).into_response(),
        Err(error) => {
            tracing::error!(%error, "the metrics could not be written");
            Problem::new(crate::problem::Kind::Internal, "").into_response()
        }
    }
}

/// A bug, told like any other fault; the panic's own message is in the log.
fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    tracing::error!("a request panicked");
    Problem::new(crate::problem::Kind::Internal, "").into_response()
}
