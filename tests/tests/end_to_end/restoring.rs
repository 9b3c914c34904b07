//! Going back without losing: a frozen version is restored as an edit that everybody sees and one click undoes.

use crate::cast::Cast;
use anyhow::{Result, ensure};
use jalon_tests::{http::Script, page::the};

#[tokio::test(flavor = "multi_thread")]
async fn a_version_is_restored_before_everybodys_eyes_and_taken_back() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        let words = "Tenir 96 cafés de quartier en 2025";
        owner.click(the("button", "Figer une version")).await?;
        let dialog = the("dialog", "Figer une version…");
        owner
            .fill(the("textbox", "Nom de la version…").within(&dialog), "Juin")
            .await?;
        owner.click(the("button", "Figer").within(&dialog)).await?;
        owner.shows("La version « Juin » est figée.").await?;

        // One thing is changed and one is put into the bin by the guest; the owner's own steps are others.
        let statement = the("textbox", "Énoncé de l’objectif").nth(1);
        let later = "Tenir 110 cafés de quartier en 2025, avec les voisins.";
        guest.fill(statement, later).await?;
        guest
            .click(the("button", "Actions de l’objectif…").nth(2))
            .await?;
        guest
            .click(the("menuitem", "Mettre à la corbeille"))
            .await?;
        guest.shows("Enregistré").await?;
        owner.shows(later).await?;

        owner.goto(&cast.page("versions")).await?;
        owner.shows("Enregistré").await?;
        owner
            .click(the("button", "Reprendre cette version : Juin"))
            .await?;
        let dialog = the("dialog", "Reprendre « Juin » ?");
        for told in [
            "Un élément revient",
            "Un élément redevient comme il était",
            "Rien n’est perdu",
        ] {
            owner.shows(told).await?;
        }
        owner
            .click(the("button", "Reprendre cette version").within(&dialog))
            .await?;
        owner.shows("La version « Juin » est reprise.").await?;

        // The guest sees what the version said, and who brought it back.
        guest.shows(words).await?;
        guest.hides(later).await?;
        guest
            .shows("vient de reprendre la version 1 : « Juin »")
            .await?;
        let page = owner.visible_text().await?;
        ensure!(
            !page.contains("vient de reprendre"),
            "whoever restored it is told twice: {page}"
        );

        // One click takes all of it back, for both.
        owner.click(the("link", "Objectifs")).await?;
        owner.shows(words).await?;
        owner.click(the("button", "Annuler")).await?;
        for browser in [owner, guest] {
            browser.shows(later).await?;
            browser.hides(words).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_the_workspace_still_says_has_nothing_to_restore() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let owner = &cast.owner;
        let token = cast.server.token(&cast.workspace, "facilitator").await?;
        let script = Script::new(&cast.server, Some(token));
        let path = format!("/api/workspaces/{}/versions", cast.workspace);
        let body = serde_json::json!({ "label": "Juin", "period": "2025-T2", "note": "" });
        script.post(&path, body).await?;
        cast.both_open("versions").await?;
        owner
            .click(the("button", "Reprendre cette version : Juin"))
            .await?;
        owner
            .shows("L’espace dit déjà ce que dit cette version")
            .await?;
        ensure!(
            cast.guest
                .count(the("button", "Reprendre cette version : Juin"))
                .await?
                == 0,
            "a contributor is offered to restore"
        );
        Ok(())
    })
    .await
}
