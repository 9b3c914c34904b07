//! A whole workspace like the demo, written by hand through the page by two people, from nothing to a frozen
//! version in which everything is found again.

mod check;
mod grid;
mod words;
mod write;

use crate::cast::{Cast, GUEST, join, sign_in};
use anyhow::{Context, Result};
use grid::INDICATORS;
use jalon_tests::{
    browser::{Browser, Screen},
    page::{one_spaced, the},
    server::Server,
};
use reqwest::Url;
use words::{FREEZE, ORGANISATION, TITLE};

#[tokio::test(flavor = "multi_thread")]
async fn two_people_write_a_whole_workspace_and_freeze_it() -> Result<()> {
    let cast = from_nothing().await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        let terms = words::terms()?;
        let (first, second) = terms.split_at(6);

        tokio::try_join!(write::axes(cast, owner), write::terms(cast, guest, first))?;
        let (of_owner, of_guest) = INDICATORS.split_at(4);
        tokio::try_join!(
            write::indicators(cast, owner, of_owner),
            write::indicators(cast, guest, of_guest)
        )?;
        let owners = async {
            write::links(cast, owner).await?;
            write::terms(cast, owner, second).await
        };
        tokio::try_join!(owners, write::readings(cast, guest))?;
        write::dashboard(cast, guest).await?;
        for browser in [owner, guest] {
            browser.shows("Enregistré").await?;
        }

        freeze(owner).await?;
        owner.click(the("link", "Ouvrir la version figée…")).await?;
        owner.arrived("/v/1").await?;
        let page = owner.script("return document.body.textContent").await?;
        check::page(&one_spaced(page.as_str().unwrap_or_default()), &terms)?;
        check::version(cast, &terms).await
    })
    .await
}

/// An empty workspace that the owner made through the page, and a guest who joined by its code.
async fn from_nothing() -> Result<Cast> {
    let server = Server::start(false).await?;
    let owner = sign_in(&server).await?;
    owner.click(the("button", "Créer un espace")).await?;
    let dialog = the("dialog", "Créer un espace");
    owner
        .fill(the("textbox", "Titre de l’espace").within(&dialog), TITLE)
        .await?;
    owner
        .fill(the("textbox", "Organisation").within(&dialog), ORGANISATION)
        .await?;
    for language in ["Ajouter : anglais", "Ajouter : italien"] {
        owner.click(the("button", language).within(&dialog)).await?;
    }
    owner
        .click(the("button", "Créer l’espace").within(&dialog))
        .await?;
    let address = Url::parse(&owner.arrived("/w/").await?)?;
    let workspace = address
        .path()
        .split('/')
        .nth(2)
        .context("no workspace in the address")?
        .to_owned();
    owner.shows(TITLE).await?;

    owner.click(the("link", "Personnes…")).await?;
    owner.click(the("button", "Créer l’invitation")).await?;
    let link = owner.value(the("textbox", "Lien de l’invitation…")).await?;
    let code = link
        .rsplit('/')
        .next()
        .context("no code in the link")?
        .to_owned();
    let guest = Browser::open(Screen::Laptop).await?;
    join(&guest, &server, &code, GUEST).await?;
    Ok(Cast {
        server,
        workspace,
        owner,
        guest,
    })
}

async fn freeze(browser: &Browser) -> Result<()> {
    browser.click(the("button", "Figer une version")).await?;
    let dialog = the("dialog", "Figer une version");
    for (label, text) in FREEZE {
        browser
            .fill(the("textbox", label).within(&dialog), text)
            .await?;
    }
    browser
        .click(the("button", "Figer").within(&dialog))
        .await?;
    browser
        .shows(&format!("La version « {} » est figée.", FREEZE[0].1))
        .await
}
