//! The statement about accessibility, for anybody.

use super::Page;
use crate::web::{App, extract::Spoken};
use axum::{extract::State, http::StatusCode, response::Response};
use jalon_view::pages::{ACCESSIBILITY, AccessibilityPage, AccessibilityPageProps};
use std::sync::Arc;

pub async fn show(State(app): State<Arc<App>>, spoken: Spoken) -> Response {
    let props = AccessibilityPageProps {
        language: spoken.language,
        contact: app.config.contact.clone(),
        own_path: Some(ACCESSIBILITY.to_owned()),
    };
    let title = props.title();
    Page::draw(spoken, StatusCode::OK, title, AccessibilityPage, props).await
}
