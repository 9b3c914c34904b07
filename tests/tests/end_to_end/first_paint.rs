//! The first picture: a workspace can be read before the client is there, the client takes its place, and
//! nobody else who uses the same browser sees it.

use crate::cast::{GUEST, join};
use anyhow::{Result, ensure};
use jalon_tests::{
    browser::{Browser, Screen},
    http::{Script, text_at},
    page::the,
    server::Server,
    until,
};
use serde_json::json;

/// A statement of the demo workspace.
const STATEMENT: &str = "Tenir 96 cafés de quartier";

#[tokio::test(flavor = "multi_thread")]
async fn a_workspace_is_read_before_the_client_is_there_and_by_nobody_else() -> Result<()> {
    let server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let leads = Script::new(
        &server,
        Some(server.token(&workspace, "facilitator").await?),
    );
    let path = format!("/api/workspaces/{workspace}/invites");
    let invite = leads
        .post(&path, json!({ "role": "contributor", "max_uses": 9 }))
        .await?;
    let code = text_at(&invite, "code")?.to_owned();
    let browser = Browser::open(Screen::Phone).await?;
    let page = format!("{}/w/{workspace}/objectives", server.url);

    // Without scripts: what the server drew is the page.
    join(&browser, &server, &code, GUEST).await?;
    scripts(&browser, false).await?;
    browser.goto(&page).await?;
    browser.find(the("heading", "Objectifs")).await?;
    browser
        .find(the("heading", "Rompre l’isolement des personnes âgées"))
        .await?;
    browser.shows(STATEMENT).await?;
    browser
        .shows("Pour écrire ensemble, Jalon a besoin de JavaScript")
        .await?;
    ensure!(
        browser.count(the("textbox", "…")).await? == 0,
        "something can be typed into"
    );
    browser.click(the("link", "Glossaire…")).await?;
    browser.arrived("/glossary").await?;
    browser.find(the("heading", "Glossaire")).await?;

    // With them, the client takes its place where the reader is, and can be typed into.
    scripts(&browser, true).await?;
    browser.goto(&page).await?;
    browser.shows("Enregistré").await?;
    until("the picture to go", async || {
        let left = browser
            .script("return document.querySelectorAll('#picture').length")
            .await?;
        Ok((left == 0).then_some(()))
    })
    .await?;
    let statement = the("textbox", "Énoncé de l’objectif");
    browser.fill(statement, "Écrit juste après").await?;
    browser.has_value(statement, "Écrit juste après").await?;
    browser.shows("Enregistré").await?;
    ensure!(
        browser.errors().await?.is_empty(),
        "{:?}",
        browser.errors().await?
    );

    // Nothing that the server drew for one person is kept for when there is no line.
    let kept = "const texts = [];
        for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys())
            if (/html|^[^.]*$/.test(new URL(request.url).pathname)) texts.push(await (await caches.match(request)).text());
        return texts.join()";
    let kept = browser.script(kept).await?;
    ensure!(
        !kept.to_string().contains("id=\\\"picture\\\""),
        "a picture is kept"
    );

    // Whoever leaves this device leaves nothing to read for the next one, who is somebody else.
    browser.goto(&format!("{}/", server.url)).await?;
    browser.click(the("button", "Mon menu")).await?;
    browser
        .click(the("menuitem", "Quitter cet appareil"))
        .await?;
    browser.find(the("textbox", "Code")).await?;
    browser.goto(&page).await?;
    browser.shows("Par où entrez-vous").await?;
    let elsewhere = leads_elsewhere(&server).await?;
    join(&browser, &server, &elsewhere, "Omar").await?;
    scripts(&browser, false).await?;
    browser.goto(&page).await?;
    browser.shows("Pour écrire ensemble").await?;
    let text = browser.visible_text().await?;
    ensure!(
        !text.contains(STATEMENT) && !text.contains("Escale"),
        "the next one reads {text}"
    );
    browser.quit().await
}

/// The code of an invitation to another workspace.
async fn leads_elsewhere(server: &Server) -> Result<String> {
    let owner = Script::of_owner(server).await?;
    let workspace = owner.make_workspace("Ailleurs").await?;
    let path = format!("/api/workspaces/{workspace}/invites");
    let invite = owner.post(&path, json!({ "role": "contributor" })).await?;
    Ok(text_at(&invite, "code")?.to_owned())
}

async fn scripts(browser: &Browser, run: bool) -> Result<()> {
    let value = json!({ "value": !run });
    browser
        .devtools("Emulation.setScriptExecutionDisabled", value)
        .await?;
    Ok(())
}
