//! The live pages: the client's page with a first picture of the workspace in it, so that there is something
//! to read while the client is still on its way. Whoever may not see the workspace gets the client's page as it
//! lies in the binary, and so does the service worker: a picture is for one person and is kept by nobody.

mod glance;

pub use glance::Glances;

use crate::{
    dist,
    problem::{Kind, Problem},
    web::{
        App,
        extract::{At, Spoken, Who},
    },
};
use axum::{
    extract::{FromRequestParts, OptionalFromRequestParts, State},
    http::{HeaderMap, Method, Uri, header, request::Parts},
    response::{IntoResponse, Response},
};
use flate2::{Compression, write::GzEncoder};
use jalon_shared::{Content, Role, WorkspaceId};
use jalon_view::{
    html,
    live::{Extract, LivePicture, LivePictureProps, MOST_ENTITIES, Page},
};
use serde_json::json;
use std::{
    convert::Infallible,
    io::{self, Write},
    sync::Arc,
};

/// The most bytes of a page with its picture, compressed: on a line of 1.6 Mbit/s a tenth of a second. What is
/// beyond comes with the client.
pub const MOST_BYTES: usize = 20_000; // bytes

/// Where the picture goes in the client's page, and what it says before it is known whose page it is.
const PLACE: &str = "<!--picture-->";
const TITLE: &str = "<title>Jalon</title>";
const LANGUAGE: &str = "<html lang=\"fr\">";

/// What came with the request.
pub struct Asked {
    spoken: Spoken,
    who: Result<Option<Who>, Problem>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
}

impl FromRequestParts<Arc<App>> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Infallible> {
        let Ok(spoken) = Spoken::from_request_parts(parts, app).await;
        Ok(Self {
            spoken,
            who: <Who as OptionalFromRequestParts<Arc<App>>>::from_request_parts(parts, app).await,
            method: parts.method.clone(),
            uri: parts.uri.clone(),
            headers: parts.headers.clone(),
        })
    }
}

/// A workspace without a page: the client opens its objectives.
pub async fn first(
    State(app): State<Arc<App>>,
    workspace: Result<At<WorkspaceId>, Problem>,
    asked: Asked,
) -> Response {
    let workspace = workspace.ok().map(|At(workspace)| workspace);
    answer(&app, workspace.zip(Some(Page::Objectives)), asked).await
}

/// A page of a workspace.
pub async fn page(
    State(app): State<Arc<App>>,
    place: Result<At<(WorkspaceId, String)>, Problem>,
    asked: Asked,
) -> Response {
    let place = place.ok().map(|At(place)| place);
    let place = place.and_then(|(workspace, name)| Some((workspace, Page::named(&name)?)));
    answer(&app, place, asked).await
}

async fn answer(app: &App, place: Option<(WorkspaceId, Page)>, asked: Asked) -> Response {
    let known = match (place, &asked.who, dist::page()) {
        (Some(place), Ok(Some(who)), Some(template)) => {
            look(app, who, place, &asked, template).await
        }
        _ => None,
    };
    match known {
        Some(picture) => draw(picture, asked).await,
        // Also when something is wrong: the client says what it is.
        None => dist::file(asked.method, asked.uri, asked.spoken, asked.headers).await,
    }
}

/// Everything that a page with its picture is made of.
struct Picture {
    template: String,
    props: LivePictureProps,
    content: Option<Arc<Content>>,
}

/// What somebody may see.
async fn look(
    app: &App,
    who: &Who,
    (workspace, page): (WorkspaceId, Page),
    asked: &Asked,
    template: String,
) -> Option<Picture> {
    let (title, role) = who.require(app, workspace, Role::Reader).await.ok()?;
    let identity = &who.identity;
    let me = json!({
        "person": identity.person, "name": identity.name, "role": role, "owner": identity.owner,
    });
    let props = LivePictureProps {
        language: asked.spoken.language,
        workspace,
        page,
        title,
        me: me.to_string(),
        extract: None,
    };
    Some(Picture {
        template,
        props,
        content: app.glances.at(&app.hub, workspace).await,
    })
}

async fn draw(picture: Picture, asked: Asked) -> Response {
    let packed = dist::accepts(&asked.headers, "gzip");
    let language = asked.spoken.language;
    // Away from the network threads, as everything that is drawn.
    let drawing = tokio::task::spawn_blocking(move || picture.fitted());
    let (html, gzip) = match drawing.await {
        Ok(Ok(drawn)) => drawn,
        Ok(Err(error)) => return failed(&error),
        Err(error) => return failed(&error),
    };
    let about = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        (header::VARY, "accept-encoding, accept-language, cookie"),
        (header::CONTENT_LANGUAGE, language.tag()),
    ];
    let mut response = if packed {
        let coding = [(header::CONTENT_ENCODING, "gzip")];
        (about, coding, gzip).into_response()
    } else {
        (about, html).into_response()
    };
    asked.spoken.remember(response.headers_mut());
    response
}

fn failed(error: &dyn std::fmt::Display) -> Response {
    tracing::error!(%error, "a first picture could not be drawn");
    Problem::new(Kind::Internal, "").into_response()
}

impl Picture {
    /// The page, and the page compressed: with as much of the workspace as fits into [`MOST_BYTES`].
    fn fitted(self) -> io::Result<(String, Vec<u8>)> {
        let mut most = MOST_ENTITIES;
        loop {
            let content = self.content.as_deref().filter(|_| most > 0);
            let extract = content.map(|content| Extract::of(content, self.props.page, most));
            let props = LivePictureProps {
                extract,
                ..self.props.clone()
            };
            let html = fill(&self.template, props);
            let gzip = pack(&html)?;
            if gzip.len() <= MOST_BYTES || content.is_none() {
                return Ok((html, gzip));
            }
            most /= 2;
        }
    }
}

/// The client's page with a picture in it.
fn fill(template: &str, props: LivePictureProps) -> String {
    let tag = props.language.tag();
    let title = html::escape(&props.title());
    let picture = html::fragment(LivePicture, props);
    // The picture last: what people wrote is looked through for nothing.
    template
        .replacen(LANGUAGE, &format!("<html lang=\"{tag}\">"), 1)
        .replacen(TITLE, &format!("<title>{title}</title>"), 1)
        .replacen(PLACE, &picture, 1)
}

fn pack(html: &str) -> io::Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(html.as_bytes())?;
    packer.finish()
}
