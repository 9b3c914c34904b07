//! Leaving: whoever loses an access reads it on the page at once; a tool gets an access and loses it.

use crate::cast::{Cast, GUEST};
use anyhow::{Result, ensure};
use jalon_tests::{
    browser::{Browser, Screen},
    http::Script,
    page::the,
};
use reqwest::{Method, StatusCode};

#[tokio::test(flavor = "multi_thread")]
async fn whoever_gets_another_role_or_is_taken_out_reads_it_at_once() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        cast.owner.goto(&cast.page("people")).await?;
        let role = format!("Rôle de {GUEST}");
        cast.owner.choose(the("combobox", &role), "Lecture").await?;
        cast.guest.shows("a changé votre rôle").await?;
        let statement = the("textbox", "Énoncé de l’objectif");
        let field = cast.guest.find(statement).await?;
        ensure!(
            field.attr("readonly").await?.is_some() || !field.is_enabled().await?,
            "a reader may type"
        );
        let remove = format!("Retirer {GUEST}");
        cast.owner.click(the("button", &remove)).await?;
        cast.owner
            .find(the("checkbox", "Retirer aussi toutes les invitations…"))
            .await?;
        cast.owner
            .click(the("button", "Retirer de l’espace"))
            .await?;
        cast.guest
            .shows("Vous ne participez plus à cet espace")
            .await?;
        cast.guest.hides("Tenir 96 cafés de quartier").await?;
        // The code that let them in is withdrawn with them.
        cast.owner.shows("Aucune invitation n’est ouverte").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_phone_is_signed_out_from_the_laptop() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let dialog = the("button", "Continuer sur un autre appareil");
        cast.guest.goto(&cast.page("people")).await?;
        cast.guest.click(dialog).await?;
        let link = cast
            .guest
            .value(the("textbox", "Votre lien personnel…"))
            .await?;
        let phone = Browser::open(Screen::Phone).await?;
        phone.goto(&link).await?;
        phone
            .click(the("button", "Continuer sur cet appareil"))
            .await?;
        phone.find(the("heading", "Mes espaces")).await?;
        phone.goto(&cast.page("objectives")).await?;
        phone.shows("Enregistré").await?;

        cast.guest
            .click(the("button", "Déconnecter mes autres appareils"))
            .await?;
        cast.guest.click(the("button", "Les déconnecter")).await?;
        phone.shows("Par où entrez-vous").await?;
        phone.hides("Tenir 96 cafés de quartier").await?;
        cast.guest
            .shows("Vos autres appareils sont déconnectés")
            .await?;
        cast.guest.goto(&cast.page("objectives")).await?;
        cast.guest.shows("Enregistré").await?;

        // The link served once; its page says how to get another.
        phone.goto(&link).await?;
        phone.shows("Ce lien ne fonctionne plus").await?;
        phone.shows("Continuer sur un autre appareil").await?;
        // Nothing of the others is kept on it.
        phone.goto(&format!("{}/", cast.server.url)).await?;
        phone.find(the("textbox", "Code")).await?;
        phone.hides("Copies gardées sur cet appareil").await?;
        phone.quit().await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tool_gets_an_access_and_loses_it() -> Result<()> {
    let cast = Cast::in_demo("reader").await?;
    cast.play(async |cast| {
        ensure!(
            cast.guest
                .count(the("heading", "Accès pour des outils"))
                .await?
                == 0,
            "a reader sees the accesses of tools"
        );
        cast.owner.goto(&cast.page("people")).await?;
        cast.owner
            .fill(the("textbox", "Nom de l’outil"), "Tableur")
            .await?;
        cast.owner.click(the("button", "Créer un accès")).await?;
        let token = cast.owner.value(the("textbox", "Accès à copier")).await?;
        cast.owner.click(the("button", "C’est copié")).await?;
        cast.owner.shows("Pas encore utilisé").await?;

        let tool = Script::new(&cast.server, Some(token));
        let path = format!("/api/workspaces/{}", cast.workspace);
        tool.get(&path).await?;
        cast.owner
            .click(the("button", "Mettre fin à l’accès de Tableur"))
            .await?;
        cast.owner
            .click(the("button", "Mettre fin à l’accès"))
            .await?;
        cast.owner.shows("L’accès est terminé").await?;
        cast.owner
            .gone(the("button", "Mettre fin à l’accès de Tableur"))
            .await?;
        let (status, _) = tool.call(Method::GET, &path, None).await?;
        ensure!(status == StatusCode::UNAUTHORIZED, "the tool gets {status}");
        Ok(())
    })
    .await
}
