//! A server whose disk is full: everybody is told, nobody is told "saved" for what is not, and all is kept by
//! itself once there is room again.

use crate::cast::{Cast, GUEST};
use anyhow::{Context, Result, ensure};
use jalon_tests::{
    foreign::ForeignClient,
    http::{Script, text_at},
    page::{Target, the},
    until,
};
use reqwest::Method;
use serde_json::json;

/// The statement of the first objective of the demo.
const STATEMENT: Target = the("textbox", "Énoncé de l’objectif");
const TOLD: &str = "Le serveur n’arrive pas à enregistrer pour l’instant";
const HELD: &str = "Gardé sur cet appareil";
/// Less than what the database is already: nothing can be added to it.
const FULL: u64 = 4096; // bytes

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_told_to_everybody_and_loses_nothing() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest, server) = (&cast.owner, &cast.guest, &cast.server);
        let token = server.token(&cast.workspace, "facilitator").await?;
        let mut foreign = ForeignClient::join(server, &cast.workspace, &token).await?;
        let roots = foreign.read(&["axes"]).await?;
        let axis = roots["axes"]
            .as_object()
            .and_then(|axes| axes.keys().next())
            .context("no axis")?
            .clone();
        server.limit_files(Some(FULL)).await?;
        owner.focus(STATEMENT).await?;
        owner.type_text("Pendant. ").await?;
        for browser in [owner, guest] {
            browser.shows(TOLD).await?;
        }
        owner.shows(HELD).await?;
        // Who wrote nothing since has nothing that is not saved.
        guest.shows("Enregistré").await?;
        guest.focus(STATEMENT).await?;
        guest.type_text("Refusé d’abord. ").await?;
        guest.shows(HELD).await?;
        foreign
            .ask(json!({ "do": "insert", "root": "axes", "id": axis, "key": "label", "at": 0, "text": "De loin. " }))
            .await?;
        // Others see each other, and a page that is opened now is told as well.
        owner.shows(GUEST).await?;
        guest.goto(&cast.page("objectives")).await?;
        guest.shows(TOLD).await?;
        guest.shows(HELD).await?;
        ensure!(
            guest.value(STATEMENT).await?.contains("Refusé d’abord."),
            "what was typed is not on this device"
        );
        let script = Script::new(server, Some(token.clone()));
        let versions = format!("/api/workspaces/{}/versions", cast.workspace);
        let (status, problem) = script
            .call(Method::POST, &versions, Some(json!({ "label": "Trop tôt" })))
            .await?;
        ensure!(
            status.as_u16() == 507 && text_at(&problem, "type")? == "urn:jalon:problem:storage",
            "{status} {problem}"
        );
        // Nobody types, nobody reloads.
        server.limit_files(None).await?;
        for browser in [owner, guest] {
            browser.hides(TOLD).await?;
            browser.shows("Enregistré").await?;
            browser.shows("De loin.").await?;
        }
        until("both to show the same words", async || {
            let (one, other) = (owner.value(STATEMENT).await?, guest.value(STATEMENT).await?);
            ensure!(one == other, "{one:?} and {other:?}");
            Ok((one.contains("Pendant.") && one.contains("Refusé d’abord.")).then_some(()))
        })
        .await?;
        until("a client that is not ours to show them too", async || {
            let all = foreign.read(&["objectives"]).await?.to_string();
            Ok((all.contains("Pendant.") && all.contains("Refusé d’abord.")).then_some(()))
        })
        .await?;
        script.post(&versions, json!({ "label": "Après" })).await?;
        server.printed(&["check"]).await?;
        Ok(())
    })
    .await
}
