//! Freezing: a version that never changes, readable without JavaScript, compared, downloaded, verified, corrected.

use crate::cast::Cast;
use anyhow::{Result, ensure};
use jalon_tests::{
    http::Script,
    page::{one_spaced, the},
    server,
};
use serde_json::json;
use tempfile::TempDir;

/// Freezes from the button of the header and waits for the page of the version.
async fn freeze(cast: &Cast, label: &str, note: &str) -> Result<()> {
    let owner = &cast.owner;
    owner.goto(&cast.page("objectives")).await?;
    owner.shows("Enregistré").await?;
    owner.click(the("button", "Figer une version")).await?;
    let dialog = the("dialog", "Figer une version…");
    owner
        .fill(the("textbox", "Nom de la version…").within(&dialog), label)
        .await?;
    owner
        .fill(the("textbox", "Période…").within(&dialog), "2025-T2")
        .await?;
    owner
        .fill(the("textbox", "Note…").within(&dialog), note)
        .await?;
    owner.click(the("button", "Figer").within(&dialog)).await?;
    owner
        .shows(&format!("La version « {label} » est figée."))
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frozen_version_stays_as_it_was_and_tells_what_changed_since() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        freeze(cast, "2025-T2 v1", "Pour le conseil d’administration").await?;
        cast.guest.shows("2025-T2 v1").await?;
        // Whoever froze it is told by the dialog, once.
        let told =
            "return [...document.querySelectorAll('[role=status], [role=alert], [role=log]')]
            .filter(one => one.innerText.includes('2025-T2 v1')).length";
        let told = cast.owner.script(told).await?;
        ensure!(told == 1, "told {told} times");
        cast.owner
            .click(the("link", "Ouvrir la version figée…"))
            .await?;
        cast.owner.arrived("/v/1").await?;

        // The page is complete without a script: a reader of HTML sees it all.
        let token = cast.server.token(&cast.workspace, "reader").await?;
        let script = Script::new(&cast.server, Some(token));
        let page = one_spaced(&script.text(&format!("/w/{}/v/1", cast.workspace)).await?);
        ensure!(!page.contains("<script"), "the frozen page needs a script");
        for words in [
            "Tenir 96 cafés de quartier en 2025",
            "Cafés de quartier tenus",
            "Pour le conseil d’administration",
            "co-costruzione",
            "On m’a rappelée le lendemain",
            "45 cafés",
        ] {
            ensure!(page.contains(words), "the frozen page lacks {words:?}");
        }

        // The live workspace moves on; the version does not.
        let frozen = script
            .get(&format!("/api/workspaces/{}/versions/1", cast.workspace))
            .await?;
        let statement = the("textbox", "Énoncé de l’objectif").nth(1);
        cast.guest
            .fill(statement, "Tenir 110 cafés de quartier en 2025.")
            .await?;
        cast.guest.shows("Enregistré").await?;
        freeze(cast, "2025-T2 v2", "").await?;
        ensure!(
            script
                .get(&format!("/api/workspaces/{}/versions/1", cast.workspace))
                .await?
                == frozen,
            "it changed"
        );
        let second = script
            .get(&format!("/api/workspaces/{}/versions/2", cast.workspace))
            .await?;
        ensure!(
            second["previous_hash"] == frozen["hash"],
            "the chain is broken"
        );

        cast.owner
            .goto(&format!(
                "{}/w/{}/v/1/diff/2",
                cast.server.url, cast.workspace
            ))
            .await?;
        cast.owner.shows("110").await?;
        cast.owner.shows("contre 52 en 2024").await?;
        let checked = cast.server.command(&["check"]).await?;
        ensure!(
            checked.status.success(),
            "{}",
            String::from_utf8_lossy(&checked.stdout)
        );
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_somebody_kept_can_be_verified() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        freeze(cast, "À garder", "").await?;
        let token = cast.server.token(&cast.workspace, "reader").await?;
        let script = Script::new(&cast.server, Some(token));
        let file = script
            .text(&format!(
                "/api/workspaces/{}/versions/1?download=1",
                cast.workspace
            ))
            .await?;
        let folder = TempDir::new()?;
        let path = folder.path().join("version.json");
        let verify = async |content: &str| {
            std::fs::write(&path, content)?;
            server::command(&["verify", &path.to_string_lossy()]).await
        };
        ensure!(
            verify(&file).await?.status.success(),
            "an intact file is refused"
        );
        let bent = file.replacen("96 cafés", "97 cafés", 1);
        ensure!(bent != file, "the file does not say what it should");
        ensure!(
            !verify(&bent).await?.status.success(),
            "a changed file is accepted"
        );
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_is_a_new_version_that_names_the_one_it_replaces() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        freeze(cast, "2025-T2 v1", "").await?;
        cast.owner.goto(&cast.page("versions")).await?;
        cast.owner
            .click(the("button", "Corriger 2025-T2 v1…"))
            .await?;
        let dialog = the("dialog", "…");
        cast.owner
            .fill(
                the("textbox", "Nom de la version…").within(&dialog),
                "2025-T2 corrigée",
            )
            .await?;
        cast.owner
            .click(the("button", "Figer").within(&dialog))
            .await?;
        cast.owner
            .shows("La version « 2025-T2 corrigée » est figée.")
            .await?;
        cast.owner.goto(&cast.page("versions")).await?;
        cast.owner.shows("corrige la version 1").await?;
        cast.owner.shows("corrigée par la version 2").await?;

        // Any two are compared from the list.
        for label in ["2025-T2 v1", "2025-T2 corrigée"] {
            cast.owner
                .click(the("checkbox", &format!("Choisir {label} pour comparer")))
                .await?;
        }
        cast.owner
            .click(the("link", "Comparer 2025-T2 v1 et 2025-T2 corrigée"))
            .await?;
        cast.owner.arrived("/v/1/diff/2").await?;
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_facilitator_freezes() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        ensure!(
            cast.guest.count(the("button", "Figer une version")).await? == 0,
            "a contributor is offered to freeze"
        );
        let token = cast.server.token(&cast.workspace, "contributor").await?;
        let path = format!("/api/workspaces/{}/versions", cast.workspace);
        let body = json!({ "label": "non", "period": "2025", "note": "" });
        let (status, problem) = Script::new(&cast.server, Some(token))
            .call(reqwest::Method::POST, &path, Some(body))
            .await?;
        ensure!(
            status == reqwest::StatusCode::FORBIDDEN,
            "{status} {problem}"
        );
        Ok(())
    })
    .await
}
