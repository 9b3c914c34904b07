//! Removing a name: whoever asks is gone from every page, and what they wrote stays.

use crate::cast::{Cast, GUEST};
use anyhow::{Result, ensure};
use jalon_tests::page::the;

const DELETED: &str = "Tenir 96 cafés de quartier en 2025";

/// The guest sends an objective to the bin, and the owner sees by whom.
async fn leave_a_trace(cast: &Cast) -> Result<()> {
    cast.guest
        .click(the("button", "Actions de l’objectif…").nth(1))
        .await?;
    cast.guest
        .click(the("menuitem", "Mettre à la corbeille"))
        .await?;
    cast.owner.goto(&cast.page("bin")).await?;
    cast.owner.shows(&format!("supprimé par {GUEST}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_removes_their_own_name() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        leave_a_trace(cast).await?;
        let guest = &cast.guest;
        guest.click(the("button", "Menu de l’espace")).await?;
        guest
            .click(the("menuitem", "Effacer mon nom et mes traces"))
            .await?;
        guest
            .shows("Ce qui a été écrit sur le projet reste")
            .await?;
        guest.click(the("button", "Effacer définitivement")).await?;
        guest.shows("Bienvenue dans Jalon").await?;
        // The page that is open says it at once, and what was written stays.
        cast.owner.hides(GUEST).await?;
        cast.owner.shows(DELETED).await?;
        cast.owner.goto(&cast.page("people")).await?;
        cast.owner.shows("Qui participe").await?;
        cast.owner.hides(GUEST).await?;
        // Nothing of the workspace is left in the browser.
        guest.goto(&cast.page("objectives")).await?;
        guest.shows("Par où entrez-vous").await?;
        let kept = guest
            .script("return indexedDB.databases().then(all => all.map(one => one.name))")
            .await?;
        ensure!(kept == serde_json::json!([]), "the browser keeps {kept}");
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_facilitator_removes_the_name_of_somebody_who_asks() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        leave_a_trace(cast).await?;
        let owner = &cast.owner;
        owner.goto(&cast.page("people")).await?;
        owner
            .click(the("button", &format!("Retirer {GUEST}")))
            .await?;
        let name = format!("Effacer le nom et les traces de {GUEST}");
        owner.click(the("button", &name)).await?;
        owner.find(the("heading", &name)).await?;
        owner.click(the("button", "Effacer définitivement")).await?;
        owner.shows("Le nom est effacé").await?;
        owner.hides(GUEST).await?;
        owner.goto(&cast.page("bin")).await?;
        owner.shows(DELETED).await?;
        owner.hides(GUEST).await
    })
    .await
}
