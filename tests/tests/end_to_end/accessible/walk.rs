//! The way through every page and its states. Things are found by the words of the language that is looked at.

use super::look::Look;
use crate::{
    cast::{Cast, GUEST},
    cells::cell,
};
use anyhow::{Context, Result};
use jalon_tests::{
    browser::{Browser, Screen},
    http::Script,
    page::{Target, the},
};
use serde_json::json;

/// Something by its role and the key of its name.
pub(super) async fn press(look: &Look<'_>, role: &str, key: &str, index: usize) -> Result<()> {
    let name = look.words.name(key)?;
    look.browser.click(the(role, &name).nth(index)).await
}

pub(super) async fn wait_for(look: &Look<'_>, role: &str, key: &str) -> Result<()> {
    let name = look.words.name(key)?;
    look.browser.find(the(role, &name)).await?;
    Ok(())
}

/// Escape closes whatever was opened last.
pub(super) async fn escape(browser: &Browser, role: &str) -> Result<()> {
    let what: Target = the(role, "…");
    browser.press("Escape", 27).await?;
    browser.gone(what).await
}

/// Goes to a page of the workspace as people do, by its tab, and looks at it.
async fn page(look: &mut Look<'_>, tab: &str, title: &str) -> Result<()> {
    // A name of a tab that has a count beside it is still its name.
    press(look, "link", tab, 0).await?;
    wait_for(look, "heading", title).await?;
    look.at(tab).await
}

/// A workspace full of things, with somebody else in it.
pub async fn workspace(look: &mut Look<'_>, cast: &Cast) -> Result<()> {
    let browser = look.browser;
    browser.goto(&cast.page("objectives")).await?;
    wait_for(look, "heading", "objectives-title").await?;
    browser.shows(&look.words.name("saved-yes")?).await?;
    cast.guest
        .focus(the("textbox", "Énoncé de l’objectif").nth(1))
        .await?;
    browser.shows(GUEST).await?;
    look.at("objectives with somebody writing").await?;
    press(look, "button", "objective-open", 2).await?;
    look.at("an open objective").await?;
    press(look, "button", "objective-menu", 0).await?;
    look.at("the menu of an objective").await?;
    escape(browser, "menu").await?;
    browser
        .script("const here = document.querySelector('.here-button'); here.focus(); here.click()")
        .await?;
    look.at("who is here").await?;
    browser.press("Escape", 27).await?;
    press(look, "button", "workspace-menu", 0).await?;
    look.at("the menu of the workspace").await?;
    for (item, state) in [
        ("settings-title", "the settings"),
        ("my-link-title", "the personal link"),
    ] {
        if browser.count(the("menu", "…")).await? == 0 {
            press(look, "button", "workspace-menu", 0).await?;
        }
        press(look, "menuitem", item, 0).await?;
        browser.find(the("dialog", "…")).await?;
        look.at(state).await?;
        escape(browser, "dialog").await?;
    }

    page(look, "nav-indicators", "indicators-title").await?;
    press(look, "button", "indicator-open", 1).await?;
    browser.find(the("dialog", "…")).await?;
    look.at("the sheet of an indicator").await?;
    escape(browser, "dialog").await?;

    page(look, "nav-readings", "readings-title").await?;
    cell("Cafés de quartier tenus", "juillet 2025")
        .open(browser)
        .await?;
    look.at("the editor of a reading").await?;
    escape(browser, "dialog").await?;

    page(look, "nav-glossary", "glossary-title").await?;
    press(look, "button", "glossary-open-named", 0).await?;
    look.at("an open term").await?;
    press(look, "button", "glossary-languages-manage", 0).await?;
    browser.find(the("dialog", "…")).await?;
    look.at("the languages of the glossary").await?;
    escape(browser, "dialog").await?;

    page(look, "nav-dashboard", "dashboard-edit-title").await?;
    press(look, "button", "dashboard-edit-add", 0).await?;
    look.at("the menu of new blocks").await?;
    escape(browser, "menu").await?;
    press(look, "button", "dashboard-edit-change-named", 1).await?;
    look.at("an open block").await?;
    press(look, "button", "dashboard-edit-presentation", 0).await?;
    look.at("the presentation").await?;
    press(look, "button", "dashboard-edit-leave-presentation", 0).await?;
    press(look, "button", "dashboard-edit-delete-named", 0).await?;
    wait_for(look, "button", "toast-close").await?;
    look.at("a toast").await?;

    page(look, "nav-bin", "bin-title").await?;
    versions(look).await?;
    people(look).await
}

async fn versions(look: &mut Look<'_>) -> Result<()> {
    let browser = look.browser;
    page(look, "nav-versions", "versions-live-title").await?;
    press(look, "button", "versions-live-freeze", 0).await?;
    browser.find(the("dialog", "…")).await?;
    look.at("the dialog that freezes").await?;
    press(look, "button", "versions-live-confirm", 0).await?;
    wait_for(look, "link", "versions-live-open-frozen").await?;
    look.at("what was frozen").await?;
    press(look, "button", "versions-live-close", 0).await?;
    press(look, "button", "version-restore-named", 0).await?;
    browser.find(the("dialog", "…")).await?;
    look.at("the dialog that restores").await?;
    escape(browser, "dialog").await
}

async fn people(look: &mut Look<'_>) -> Result<()> {
    let browser = look.browser;
    page(look, "nav-people", "people-title").await?;
    press(look, "button", "invite-make", 0).await?;
    wait_for(look, "button", "invite-project").await?;
    look.at("an invitation").await?;
    press(look, "button", "invite-project", 0).await?;
    browser.find(the("dialog", "…")).await?;
    look.at("an invitation for the projector").await?;
    escape(browser, "dialog").await?;
    let name = look.words.name("token-name")?;
    browser.fill(the("textbox", &name), "Tableur").await?;
    press(look, "button", "token-make", 0).await?;
    browser.shows(&look.words.name("token-made-title")?).await?;
    look.at("a new token").await?;
    press(look, "button", "token-taken", 0).await
}

/// The first page of somebody who is signed in.
pub async fn home(look: &mut Look<'_>, url: &str) -> Result<()> {
    look.browser.goto(url).await?;
    wait_for(look, "heading", "home-title").await?;
    look.at("home").await?;
    press(look, "button", "home-menu", 0).await?;
    look.at("the menu of home").await?;
    escape(look.browser, "menu").await?;
    press(look, "button", "home-create", 0).await?;
    look.browser.find(the("dialog", "…")).await?;
    look.at("the dialog of a new workspace").await?;
    escape(look.browser, "dialog").await
}

/// What the server draws for somebody who is inside.
pub async fn server_pages(look: &mut Look<'_>, cast: &Cast) -> Result<()> {
    let url = &cast.server.url;
    let script = Script::new(
        &cast.server,
        Some(cast.server.token(&cast.workspace, "facilitator").await?),
    );
    let versions = format!("/api/workspaces/{}/versions", cast.workspace);
    let listed = script.get(&versions).await?;
    if listed.as_array().context("a list of versions")?.len() < 2 {
        let version = json!({ "label": "Encore", "period": "2025-Q2", "note": "" });
        script.post(&versions, version).await?;
    }
    let frozen = format!("{url}/w/{}/v/1", cast.workspace);
    let code = cast.invite("reader").await?;
    for (address, state) in [
        (frozen.clone(), "a frozen version"),
        (format!("{frozen}/diff/2"), "two versions compared"),
        (format!("{url}/accessibility"), "the statement"),
        (format!("{url}/join/{code}"), "an invitation that one opens"),
        (format!("{url}/join"), "the page for a code"),
        (
            format!("{url}/join?code=ZZZZZZ"),
            "a code that leads nowhere",
        ),
        (format!("{url}/nowhere"), "an address that leads nowhere"),
        (
            format!("{url}/w/00000000-0000-0000-0000-000000000000"),
            "a workspace that is not mine",
        ),
    ] {
        look.browser.goto(&address).await?;
        look.browser.find(the("main", "…")).await?;
        look.at(state).await?;
    }
    look.browser.goto(&frozen).await?;
    look.browser
        .script("document.querySelectorAll('details').forEach(one => one.open = true)")
        .await?;
    look.at("a frozen version with everything unfolded").await
}

/// Whoever comes without being signed in.
pub async fn outside(look: &mut Look<'_>, url: &str) -> Result<()> {
    look.browser.goto(url).await?;
    wait_for(look, "heading", "welcome-title").await?;
    look.at("the welcome").await?;
    look.browser
        .goto(&format!("{url}/w/00000000-0000-0000-0000-000000000000"))
        .await?;
    wait_for(look, "heading", "outside-signed-out-title").await?;
    look.at("the door of a workspace").await?;
    design(look, url).await
}

/// The page that shows every part in every state.
async fn design(look: &mut Look<'_>, url: &str) -> Result<()> {
    let browser = look.browser;
    browser.goto(&format!("{url}/design")).await?;
    wait_for(look, "heading", "design-standing").await?;
    browser
        .script("document.querySelectorAll('details').forEach(one => one.open = true)")
        .await?;
    look.at("the design").await?;
    press(look, "button", "design-menu-labelled", 0).await?;
    look.at("a menu of the design").await?;
    escape(browser, "menu").await?;
    for key in ["design-dialog", "design-drawer"] {
        press(look, "button", key, 0).await?;
        browser.find(the("dialog", "…")).await?;
        look.at(key).await?;
        escape(browser, "dialog").await?;
    }
    Ok(())
}

/// A new workspace, in which every page teaches.
pub async fn empty_workspace(look: &mut Look<'_>) -> Result<()> {
    let browser = look.browser;
    press(look, "button", "home-create", 0).await?;
    let name = look.words.name("create-name")?;
    browser.fill(the("textbox", &name), "Vide").await?;
    press(look, "button", "create-button", 0).await?;
    browser.arrived("/objectives").await?;
    browser.shows(&look.words.name("saved-yes")?).await?;
    look.at("no objectives").await?;
    for (tab, title) in [
        ("nav-indicators", "indicators-title"),
        ("nav-readings", "readings-title"),
        ("nav-glossary", "glossary-title"),
        ("nav-dashboard", "dashboard-edit-title"),
        ("nav-versions", "versions-live-title"),
        ("nav-people", "people-title"),
        ("nav-bin", "bin-title"),
    ] {
        page(look, tab, title).await?;
    }
    // What is typed wrong is told.
    press(look, "button", "versions-live-freeze", 0).await?;
    let period = look.words.name("versions-live-period")?;
    browser.enter(the("textbox", &period), "un jour").await?;
    browser.find(the("alert", "…")).await?;
    look.at("a period that is none").await?;
    escape(browser, "dialog").await
}

/// The line is cut.
pub async fn without_a_line(look: &mut Look<'_>) -> Result<()> {
    let browser = look.browser;
    let cut =
        json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    press(look, "link", "nav-objectives", 0).await?;
    browser.devtools("Network.enable", json!({})).await?;
    browser
        .devtools("Network.emulateNetworkConditions", cut)
        .await?;
    browser
        .script("window.dispatchEvent(new Event('offline'))")
        .await?;
    look.at("offline").await?;
    browser.resize(Screen::Laptop).await
}
