//! The pictures of every page for the documents: on a phone, on a laptop and from a projector, light and dark, of a
//! workspace in which somebody else is at work. Whoever changes a page takes them anew and looks at them.

use crate::{
    browser::{Browser, Screen},
    http::text_at,
    page::the,
    server::{Server, Setup},
    until,
};
use anyhow::{Context, Result, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use std::{fs, path::Path};

/// The quality of the pictures, of 100: words stay sharp, and all of them together stay below 6 MB.
const QUALITY: u32 = 72;

/// Who is at work too.
const GUEST: &str = "Zoé";
const STATEMENT: &str = "Énoncé de l’objectif";

/// How a page is looked at.
struct Pose {
    name: &'static str,
    /// In CSS pixels.
    width: u32,
    height: u32,
    scheme: &'static str,
    is_projector: bool,
}

const fn pose(name: &'static str, size: (u32, u32), scheme: &'static str) -> Pose {
    Pose {
        name,
        width: size.0,
        height: size.1,
        scheme,
        is_projector: false,
    }
}

const PHONE: (u32, u32) = (360, 800);
const LAPTOP: (u32, u32) = (1366, 768);
const POSES: [Pose; 5] = [
    pose("phone-light", PHONE, "light"),
    pose("phone-dark", PHONE, "dark"),
    pose("laptop-light", LAPTOP, "light"),
    pose("laptop-dark", LAPTOP, "dark"),
    Pose {
        is_projector: true,
        ..pose("projector", (1920, 1080), "light")
    },
];

/// A page: its name, its address under the workspace or (with `/` at its start) under the server, and what is done
/// there before it is looked at.
struct Page {
    name: &'static str,
    path: &'static str,
    before: Option<&'static str>,
}

const fn page(name: &'static str, path: &'static str) -> Page {
    Page {
        name,
        path,
        before: None,
    }
}

/// Opens a discussion that somebody began.
const OPEN_TALK: &str = "document.querySelector('[data-talk]:has(.talk-count)').click()";

const PAGES: [Page; 16] = [
    page("home", "/"),
    page("design", "/design"),
    page("objectives", "objectives"),
    page("indicators", "indicators"),
    Page {
        before: Some("document.querySelector('.open-sheet').click()"),
        ..page("indicator", "indicators")
    },
    page("readings", "readings"),
    page("glossary", "glossary"),
    page("dashboard", "dashboard"),
    Page {
        before: Some(OPEN_TALK),
        ..page("comments", "objectives")
    },
    page("people", "people"),
    page("versions", "versions"),
    page("frozen", "v/1"),
    page("comparison", "v/1/diff/2"),
    page("join", "/join/CODE"),
    page("code", "/join"),
    page("accessibility", "/accessibility"),
];

/// Takes all of them into a folder, in the place of those of before; `tell` hears which page is looked at.
///
/// # Errors
/// When a page does not come.
pub async fn take(folder: &Path, tell: impl Fn(&str)) -> Result<()> {
    let server = Server::start_with(Setup {
        demo: true,
        quiet: true,
        ..Setup::default()
    })
    .await?;
    let workspace = server.workspace("Escale").await?;
    let owner = owner(&server).await?;
    let invitation = json!({ "role": "contributor", "expires_in_s": 604_800, "max_uses": 30 });
    let invitation = post(&owner, &workspace, "invites", invitation).await?;
    let code = text_at(&invitation, "code")?.to_owned();
    let guest = guest(&server, &workspace, &code).await?;
    history(&owner, &workspace, &guest).await?;

    fs::create_dir_all(folder)?;
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        if path.extension().is_some_and(|ending| ending == "webp") {
            fs::remove_file(path)?;
        }
    }
    for page in PAGES {
        tell(page.name);
        let address = match page.path {
            path if path.starts_with('/') => {
                format!("{}{}", server.url, path.replace("CODE", &code))
            }
            path => format!("{}/w/{workspace}/{path}", server.url),
        };
        show(&owner, &address, page.before)
            .await
            .with_context(|| page.name)?;
        let status = "return performance.getEntriesByType('navigation')[0].responseStatus";
        let status = owner.script(status).await?;
        ensure!(status == 200, "{} answers {status}", page.name);
        for pose in &POSES {
            strike(&owner, pose).await?;
            let file = folder.join(format!("{}-{}.webp", page.name, pose.name));
            fs::write(file, picture(&owner).await?)?;
        }
    }
    owner.quit().await?;
    guest.quit().await
}

/// What somebody's page asks of the server, in their name.
async fn post(browser: &Browser, workspace: &str, path: &str, body: Value) -> Result<Value> {
    let answer = browser
        .promise(&format!(
            "const asked = await fetch('/api/workspaces/{workspace}/{path}', {{ method: 'POST',
                headers: {{ 'content-type': 'application/json' }}, body: JSON.stringify({body}) }});
            return asked.ok ? await asked.json() : 'error: ' + asked.status"
        ))
        .await?;
    ensure!(answer.is_object(), "{path}: {answer}");
    Ok(answer)
}

/// Whose page is looked at.
async fn owner(server: &Server) -> Result<Browser> {
    let owner = Browser::open(Screen::Laptop).await?;
    owner
        .goto(server.owner_link.as_deref().context("no owner link")?)
        .await?;
    owner.fill(the("textbox", "…"), "Amélie").await?;
    owner.click(the("button", "Ouvrir mes espaces")).await?;
    owner.find(the("heading", "Mes espaces")).await?;
    Ok(owner)
}

/// Who is at work too, and has begun a discussion.
async fn guest(server: &Server, workspace: &str, code: &str) -> Result<Browser> {
    let objectives = format!("{}/w/{workspace}/objectives", server.url);
    let guest = Browser::open(Screen::Laptop).await?;
    guest.goto(&format!("{}/join/{code}", server.url)).await?;
    guest.fill(the("textbox", "Votre prénom…"), GUEST).await?;
    guest.click(the("button", "Entrer")).await?;
    guest.arrived("/w/").await?;
    guest.goto(&objectives).await?;
    guest.shows("Enregistré").await?;
    guest
        .script("document.querySelectorAll('main [data-talk]')[1].click()")
        .await?;
    guest
        .fill(
            the("textbox", "Ouvrir une discussion"),
            "Faut-il compter aussi les cafés tenus chez l’habitant ?",
        )
        .await?;
    guest.click(the("button", "Publier")).await?;
    guest.find(the("button", "C’est réglé")).await?;
    guest.press("Escape", 27).await?;
    Ok(guest)
}

/// Two versions, with something between them, and the guest who goes on writing.
async fn history(owner: &Browser, workspace: &str, guest: &Browser) -> Result<()> {
    let version =
        |label: &str, note: &str| json!({ "label": label, "period": "2025-T2", "note": note });
    let first = version("T2 2025", "Pour le conseil d’administration.");
    post(owner, workspace, "versions", first).await?;
    let statement = the("textbox", STATEMENT).nth(1);
    let new = "Tenir 110 cafés de quartier en 2025, contre 52 en 2024, avec au moins 12 participants en moyenne.";
    guest.fill(statement, new).await?;
    until("the words to be kept", async || {
        let saved = "return !!document.querySelector('.workspace-bar .saved-good')";
        Ok((guest.script(saved).await? == true).then_some(()))
    })
    .await?;
    let second = version("T2 2025, revu", "Cible relevée ensemble.");
    post(owner, workspace, "versions", second).await?;
    guest.put_caret(statement, 24).await
}

/// Opens a page anew and waits until everything of it is there.
async fn show(browser: &Browser, address: &str, before: Option<&str>) -> Result<()> {
    let light = pose("", LAPTOP, "light");
    strike(browser, &light).await?;
    browser.goto(address).await?;
    until("the page", async || {
        let there = "return document.readyState === 'complete'
            && !!document.querySelector('main h1')?.checkVisibility()
            && (!document.querySelector('.workspace-bar') || !!document.querySelector('.workspace-bar .saved-good'))";
        Ok((browser.script(there).await? == true).then_some(()))
    })
    .await?;
    if let Some(script) = before {
        until("what is opened", async || {
            browser.script(script).await?;
            let is_open = "return !!document.querySelector('.drawer')";
            Ok((browser.script(is_open).await? == true).then_some(()))
        })
        .await?;
    }
    Ok(())
}

/// Gives the window its size and the page its colours, and waits until that is drawn.
async fn strike(browser: &Browser, pose: &Pose) -> Result<()> {
    let metrics = json!({
        "width": pose.width, "height": pose.height, "deviceScaleFactor": 1, "mobile": pose.width < 500,
    });
    browser
        .devtools("Emulation.setDeviceMetricsOverride", metrics)
        .await?;
    let features = json!([
        { "name": "prefers-color-scheme", "value": pose.scheme },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ]);
    browser
        .devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        )
        .await?;
    let theme = if pose.is_projector { "projector" } else { "" };
    browser
        .promise(&format!(
            "const page = document.documentElement, theme = '{theme}';
            if (theme) page.dataset.theme = theme; else delete page.dataset.theme;
            window.scrollTo(0, 0);
            await document.fonts.ready;
            for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);"
        ))
        .await?;
    Ok(())
}

/// What the window shows, as WebP.
async fn picture(browser: &Browser) -> Result<Vec<u8>> {
    let options = json!({ "format": "webp", "quality": QUALITY });
    let taken = browser.devtools("Page.captureScreenshot", options).await?;
    Ok(BASE64_STANDARD.decode(text_at(&taken, "data")?)?)
}
