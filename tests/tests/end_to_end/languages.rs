//! French first, English complete; and no page wider than its screen.

use crate::cast::{Cast, sign_in};
use anyhow::{Result, ensure};
use jalon_tests::{browser::Screen, page::the, server::Server};

/// Every page of a workspace.
const PAGES: [&str; 8] = [
    "objectives",
    "indicators",
    "readings",
    "glossary",
    "dashboard",
    "versions",
    "people",
    "bin",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_click_turns_the_whole_page_into_english() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let guest = &cast.guest;
        guest.click(the("button", "Menu de l’espace…")).await?;
        guest.click(the("menuitemradio", "English")).await?;
        guest.find(the("heading", "Objectives")).await?;
        guest.shows("Saved").await?;
        // The choice stays, also on the pages that the server draws; the others keep their language.
        guest.goto(&cast.page("indicators")).await?;
        guest.find(the("heading", "Indicators")).await?;
        guest.goto(&format!("{}/join", cast.server.url)).await?;
        guest.find(the("button", "Continue")).await?;
        ensure!(
            cast.owner.count(the("heading", "Objectifs")).await? == 1,
            "the owner's page changed too"
        );
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_is_wider_than_its_screen() -> Result<()> {
    let server = Server::start(true).await?;
    let workspace = server.workspace("").await?;
    let browser = sign_in(&server).await?;
    for screen in [Screen::Phone, Screen::Laptop, Screen::Projector] {
        browser.resize(screen).await?;
        for page in PAGES {
            browser
                .goto(&format!("{}/w/{workspace}/{page}", server.url))
                .await?;
            browser.shows("Escale").await?;
            let width = browser
                .script("return document.documentElement.scrollWidth")
                .await?;
            ensure!(
                width.as_u64() <= Some(screen.size().0.into()),
                "{page} is {width} wide on a {screen:?}"
            );
        }
    }
    ensure!(
        browser.errors().await?.is_empty(),
        "{:?}",
        browser.errors().await?
    );
    browser.quit().await
}
