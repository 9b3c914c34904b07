//! Every screen: the theme that was chosen, and the back button of a phone.

use crate::cast::sign_in;
use anyhow::{Result, ensure};
use jalon_tests::{browser::Screen, page::the, server::Server, until};

#[tokio::test(flavor = "multi_thread")]
async fn the_theme_is_chosen_once_for_every_page() -> Result<()> {
    let server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let browser = sign_in(&server).await?;
    let theme = async || {
        browser
            .script("return document.documentElement.dataset.theme ?? ''")
            .await
    };
    let page = format!("{}/w/{workspace}/objectives", server.url);
    browser.goto(&page).await?;
    ensure!(theme().await? == "", "a theme that nobody chose");
    browser.click(the("button", "Menu de l’espace")).await?;
    browser
        .click(the("menuitemradio", "Vidéoprojecteur"))
        .await?;
    ensure!(theme().await? == "projector", "{}", theme().await?);

    // It stays, there before the client is, and on the pages that the server draws.
    browser.goto(&page).await?;
    ensure!(theme().await? == "projector", "forgotten after a reload");
    browser.shows("Objectifs").await?;
    let smallest = "return Math.min(...[...document.querySelectorAll('main *')]
        .filter(one => one.checkVisibility() && !one.closest('.visually-hidden, svg')
          && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
        .map(one => parseFloat(getComputedStyle(one).fontSize)))";
    for name in [
        "objectives",
        "indicators",
        "readings",
        "glossary",
        "dashboard",
        "versions",
        "people",
        "bin",
    ] {
        browser
            .goto(&format!("{}/w/{workspace}/{name}", server.url))
            .await?;
        browser.shows("Escale").await?;
        let size = browser.script(smallest).await?;
        ensure!(
            size.as_f64() >= Some(24.0),
            "{name} has letters of {size} px"
        );
    }
    browser
        .goto(&format!("{}/accessibility", server.url))
        .await?;
    ensure!(
        theme().await? == "projector",
        "not on the pages of the server"
    );
    // There it is chosen without a script.
    browser.click(the("link", "Sombre")).await?;
    until("the dark", async || {
        Ok((theme().await? == "dark").then_some(()))
    })
    .await?;
    browser.click(the("link", "Automatique")).await?;
    until("what the machine prefers", async || {
        Ok((theme().await? == "").then_some(()))
    })
    .await?;
    browser.goto(&page).await?;
    ensure!(theme().await? == "", "the choice was not taken back");
    ensure!(
        browser.errors().await?.is_empty(),
        "{:?}",
        browser.errors().await?
    );
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_back_button_closes_what_is_open_before_it_leaves_the_page() -> Result<()> {
    let server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let browser = sign_in(&server).await?;
    browser.resize(Screen::Phone).await?;
    let page = |name: &str| format!("{}/w/{workspace}/{name}", server.url);
    browser.goto(&page("objectives")).await?;
    browser.shows("Escale").await?;
    browser.click(the("link", "Indicateurs")).await?;
    browser.arrived("/indicators").await?;
    let any = the("dialog", "…");
    let back = async || browser.script("history.back()").await;

    browser.click(the("button", "Ouvrir la fiche")).await?;
    browser.find(any).await?;
    back().await?;
    browser.gone(any).await?;
    ensure!(
        browser.url().await?.ends_with("/indicators"),
        "back left the page"
    );

    // A dialog above a panel: one after the other.
    browser.click(the("button", "Ouvrir la fiche")).await?;
    browser.find(any).await?;
    browser
        .script("document.querySelector('.workspace-bar .button.primary').click()")
        .await?;
    until("two of them", async || {
        Ok((browser.count(any).await? >= 1
            && browser
                .script("return document.querySelectorAll('dialog[open]').length")
                .await?
                == 1)
            .then_some(()))
    })
    .await?;
    back().await?;
    until("the panel alone", async || {
        Ok((browser
            .script("return document.querySelectorAll('dialog[open]').length")
            .await?
            == 0)
            .then_some(()))
    })
    .await?;
    ensure!(
        browser
            .script("return document.querySelectorAll('.drawer').length")
            .await?
            == 1,
        "the panel went too"
    );
    back().await?;
    browser.gone(any).await?;

    // What was closed otherwise leaves nothing behind: back is back.
    browser.click(the("button", "Ouvrir la fiche")).await?;
    browser.find(any).await?;
    browser.press("Escape", 27).await?;
    browser.gone(any).await?;
    back().await?;
    browser.arrived("/objectives").await?;
    browser.find(the("heading", "Objectifs")).await?;

    // Who closes something and goes elsewhere in the same moment arrives there.
    browser.click(the("link", "Personnes")).await?;
    browser
        .click(the("button", "Continuer sur un autre appareil"))
        .await?;
    browser.find(any).await?;
    let home = server.url.clone();
    browser
        .script(&format!(
            "document.querySelector('dialog[open] .icon-button').click(); location.href = '{home}/accessibility'"
        ))
        .await?;
    browser.arrived("/accessibility").await?;
    browser.find(the("heading", "Accessibilité")).await?;
    ensure!(
        browser.errors().await?.is_empty(),
        "{:?}",
        browser.errors().await?
    );
    browser.quit().await
}

/// Letters twice as large (WCAG 2.2, 1.4.4): nothing is cut off, and nothing needs to be scrolled sideways.
#[tokio::test(flavor = "multi_thread")]
async fn letters_of_twice_the_size_lose_nothing() -> Result<()> {
    let server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let browser = sign_in(&server).await?;
    for name in [
        "objectives",
        "indicators",
        "readings",
        "glossary",
        "dashboard",
        "versions",
        "people",
        "bin",
    ] {
        browser
            .goto(&format!("{}/w/{workspace}/{name}", server.url))
            .await?;
        browser.shows("Escale").await?;
        browser.shows("Enregistré").await?;
        browser
            .script("document.documentElement.style.setProperty('font-size', '200%')")
            .await?;
        let wide = browser.overflow().await?;
        ensure!(wide.is_empty(), "{name}: {wide:?}");
        // Everything of the line above is in the window, and the title too.
        let cut = browser
            .script(
                "return [...document.querySelectorAll('.workspace-bar > *')]
                    .filter(one => one.checkVisibility())
                    .filter(one => { const box = one.getBoundingClientRect();
                        return box.width < 8 || box.left < 0 || box.right > innerWidth + 1 })
                    .map(one => one.className)",
            )
            .await?;
        ensure!(cut == serde_json::json!([]), "{name} cuts off {cut}");
    }
    browser.quit().await
}

/// A phone shows what is there before the tools that find it, and the period of today before the others.
#[tokio::test(flavor = "multi_thread")]
async fn a_phone_begins_with_what_is_there() -> Result<()> {
    let server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let browser = sign_in(&server).await?;
    browser.resize(Screen::Phone).await?;
    for (page, first) in [("readings", ".readings-row"), ("glossary", ".term-card")] {
        browser
            .goto(&format!("{}/w/{workspace}/{page}", server.url))
            .await?;
        until("the first card in view", async || {
            let top = format!(
                "return document.querySelector('{first}')?.getBoundingClientRect().top ?? 9999"
            );
            let top = browser.script(&top).await?;
            ensure!(top.as_f64() < Some(600.0), "{page} begins at {top}");
            Ok(Some(()))
        })
        .await?;
        let tools = the("search", "…");
        ensure!(browser.count(tools).await? == 0, "{page} shows its tools");
        let open = the("button", "Rechercher et trier");
        browser.click(open).await?;
        browser.find(tools).await?;
        browser.click(open).await?;
        browser.gone(tools).await?;
    }
    // All of 2025 is over: its last month comes first.
    browser
        .goto(&format!("{}/w/{workspace}/readings", server.url))
        .await?;
    until("the cards", async || {
        let first =
            "return document.querySelector('.readings-row .reading-period')?.innerText ?? ''";
        let first = browser.script(first).await?;
        ensure!(first == "déc.", "first comes {first}");
        Ok(Some(()))
    })
    .await?;
    browser.quit().await
}
