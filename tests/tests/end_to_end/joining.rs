//! Coming in: the owner's link, a new workspace, an invitation, a guest, another device.

use crate::cast::{Cast, GUEST, join, sign_in};
use anyhow::{Context, Result, ensure};
use jalon_tests::{
    browser::{Browser, Screen},
    page::the,
    server::Server,
};
use reqwest::Url;

#[tokio::test(flavor = "multi_thread")]
async fn the_owner_makes_a_workspace_and_a_guest_joins_by_its_code() -> Result<()> {
    let server = Server::start(false).await?;
    let owner = sign_in(&server).await?;
    owner.click(the("button", "Créer un espace")).await?;
    owner
        .fill(
            the("textbox", "Titre de l’espace…"),
            "Mesurer ensemble 2026",
        )
        .await?;
    owner.click(the("button", "Créer l’espace")).await?;
    let address = owner.arrived("/w/").await?;
    owner.shows("Mesurer ensemble 2026").await?;

    owner.click(the("link", "Personnes…")).await?;
    owner.click(the("button", "Créer l’invitation")).await?;
    owner.find(the("image", "QR code de l’invitation…")).await?;
    let link = owner.value(the("textbox", "Lien de l’invitation…")).await?;
    let code = link
        .rsplit('/')
        .next()
        .context("no code in the link")?
        .to_owned();
    ensure!(code.len() == 6, "the code is {code}");
    owner
        .shows(&format!("{} {}", &code[..3], &code[3..]))
        .await?;

    let guest = Browser::open(Screen::Phone).await?;
    let typed = code.to_lowercase();
    join(&guest, &server, &typed, GUEST).await?;
    guest.shows("Mesurer ensemble").await?;
    let path = Url::parse(&address)?
        .path()
        .split('/')
        .take(3)
        .collect::<Vec<_>>()
        .join("/");
    ensure!(guest.url().await?.contains(&path), "the guest is elsewhere");
    owner.shows(GUEST).await?;

    // Whoever comes twice stays one person; the page greets them by their name.
    guest.goto(&format!("{}/join/{code}", server.url)).await?;
    guest
        .shows(&format!("Vous êtes déjà ici sous le nom de {GUEST}"))
        .await?;
    for browser in [owner, guest] {
        ensure!(
            browser.errors().await?.is_empty(),
            "{:?}",
            browser.errors().await?
        );
        browser.quit().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_person_goes_on_from_another_device() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        cast.guest.goto(&cast.page("people")).await?;
        cast.guest
            .click(the("button", "Continuer sur un autre appareil"))
            .await?;
        cast.guest
            .find(the("image", "QR code de votre lien personnel"))
            .await?;
        let link = cast
            .guest
            .value(the("textbox", "Votre lien personnel…"))
            .await?;

        let phone = Browser::open(Screen::Phone).await?;
        phone.goto(&link).await?;
        phone.shows(GUEST).await?;
        phone
            .click(the("button", "Continuer sur cet appareil"))
            .await?;
        phone.find(the("heading", "Mes espaces")).await?;
        phone.shows(&format!("Bonjour {GUEST}")).await?;
        phone.goto(&cast.page("objectives")).await?;
        phone.shows("Tenir 96 cafés de quartier en 2025").await?;

        // The link served once.
        let other = Browser::open(Screen::Phone).await?;
        other.goto(&link).await?;
        ensure!(
            other
                .count(the("button", "Continuer sur cet appareil"))
                .await?
                == 0,
            "the link opens twice"
        );
        phone.quit().await?;
        other.quit().await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_sees_everything_and_writes_nothing() -> Result<()> {
    let cast = Cast::in_demo("reader").await?;
    cast.play(async |cast| {
        cast.guest
            .shows("Rompre l’isolement des personnes âgées")
            .await?;
        ensure!(
            cast.guest.count(the("button", "Ajouter un axe")).await? == 0,
            "a reader is offered to add"
        );
        ensure!(
            cast.guest.count(the("button", "Figer une version")).await? == 0,
            "a reader is offered to freeze"
        );
        let statement = cast
            .guest
            .find(the("textbox", "Énoncé de l’objectif"))
            .await?;
        ensure!(
            statement.attr("readonly").await?.is_some() || !statement.is_enabled().await?,
            "a reader may type"
        );
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_is_told_where_to_come_in() -> Result<()> {
    let server = Server::start(true).await?;
    let workspace = server.workspace("").await?;
    let stranger = Browser::open(Screen::Laptop).await?;
    stranger
        .goto(&format!("{}/w/{workspace}/objectives", server.url))
        .await?;
    stranger.shows("Par où entrez-vous").await?;
    stranger.hides("Tenir 96 cafés").await?;
    stranger
        .goto(&format!("{}/join/AAAAAA", server.url))
        .await?;
    stranger.click(the("link", "J’ai un code")).await?;
    stranger.find(the("textbox", "Code…")).await?;
    stranger.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_owner_says_their_name_at_the_door() -> Result<()> {
    let server = Server::start(false).await?;
    let owner = Browser::open(Screen::Phone).await?;
    let link = server.owner_link.as_deref().context("no owner link")?;
    owner.goto(link).await?;
    owner
        .fill(the("textbox", "Votre prénom…"), "Amélie")
        .await?;
    owner.click(the("button", "Ouvrir mes espaces")).await?;
    owner.shows("Bonjour Amélie").await?;
    owner.quit().await
}
