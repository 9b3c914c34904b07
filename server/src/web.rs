//! The server's face: what every request can reach, what it passes, and what every answer carries. Which
//! requests there are is in [`routes`].

use crate::{
    config::Config, connection::Surroundings, hub::Hub, metrics::Metrics, pages::live::Glances,
    polling::Polling, problem::Problem, store::Store, watch::Watch,
};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware,
    response::{IntoResponse, Response},
};
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;

mod activity;
pub mod extract;
mod forget;
mod guard;
mod invites;
pub mod join;
pub mod limits;
mod me;
mod metrics;
pub mod network;
mod people;
mod polling;
mod routes;
mod sync;
mod tokens;
mod upgrade;
mod versions;
mod workspaces;

pub use routes::ROUTES;
pub use versions::{compare as compare_versions, read as read_version};

/// The most bytes of a request's body: a settings form is far smaller.
const MAX_BODY: usize = 64 << 10; // 64 KiB

/// What every request can reach.
pub struct App {
    pub config: Config,
    pub store: Store,
    pub hub: Hub,
    pub watch: Watch,
    pub metrics: Arc<Metrics>,
    pub limits: Arc<limits::Limits>,
    /// What every connection works with.
    pub around: Arc<Surroundings>,
    pub glances: Glances,
    pub polling: Polling,
}

impl App {
    /// Whether people reach this server by TLS. Only the operator says so: a header could be anybody's.
    pub(crate) fn is_behind_tls(&self) -> bool {
        let url = self.config.public_url.as_deref();
        url.is_some_and(|url| url.starts_with("https://"))
    }
}

/// Everything that can be called, with what every request passes and every answer carries.
pub fn router(app: Arc<App>) -> Router {
    routes::routes()
        .fallback(routes::elsewhere)
        .method_not_allowed_fallback(routes::another_method)
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(middleware::from_fn_with_state(
            app.clone(),
            guard::same_site,
        ))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn_with_state(app.clone(), guard::protect))
        .with_state(app)
}

/// A bug, told like any other fault; the panic's own message is in the log.
fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    tracing::error!("a request panicked");
    Problem::new(crate::problem::Kind::Internal, "").into_response()
}
