//! A client that is not ours joins over the public protocol, and nothing that it writes or reads is bent.

use crate::cast::Cast;
use anyhow::{Context, Result, ensure};
use jalon_tests::{foreign::ForeignClient, page::the, server::Server, until};
use serde_json::{Value, json};

/// The id of the objective whose statement starts with `start`.
fn objective(roots: &Value, start: &str) -> Result<String> {
    let objectives = roots["objectives"].as_object().context("no objectives")?;
    let found = objectives.iter().find(|(_, objective)| {
        objective["statement"]
            .as_str()
            .is_some_and(|words| words.starts_with(start))
    });
    Ok(found
        .with_context(|| format!("no objective starts with {start:?}"))?
        .0
        .clone())
}

async fn statement(client: &mut ForeignClient, id: &str) -> Result<String> {
    let text = client
        .ask(json!({ "do": "text", "root": "objectives", "id": id, "key": "statement" }))
        .await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn it_sees_the_sample_writes_and_survives_a_restart() -> Result<()> {
    let mut server = Server::start(true).await?;
    let workspace = server.workspace("").await?;
    let token = server.token(&workspace, "contributor").await?;
    let mut first = ForeignClient::join(&server, &workspace, &token).await?;
    let mut second = ForeignClient::join(&server, &workspace, &token).await?;

    let roots = first.read(&["objectives", "indicators", "terms"]).await?;
    ensure!(
        roots["objectives"]
            .as_object()
            .is_some_and(|all| all.len() == 10),
        "the sample has ten objectives"
    );
    ensure!(
        roots["indicators"]
            .as_object()
            .is_some_and(|all| all.len() == 14),
        "the sample has 14 indicators"
    );
    ensure!(
        roots["terms"]
            .as_object()
            .is_some_and(|all| all.len() == 24),
        "the sample has 24 terms"
    );

    let id = objective(&roots, "Tenir 96 cafés")?;
    let insert = json!({ "do": "insert", "root": "objectives", "id": id, "key": "statement", "at": 0, "text": "Été 😀 : " });
    first.ask(insert).await?;
    until("the other foreign client to see it", async || {
        Ok(statement(&mut second, &id)
            .await?
            .starts_with("Été 😀 : Tenir 96 cafés")
            .then_some(()))
    })
    .await?;

    server.stop().await?;
    server.restart().await?;
    let mut third = ForeignClient::join(&server, &workspace, &token).await?;
    ensure!(
        statement(&mut third, &id)
            .await?
            .starts_with("Été 😀 : Tenir 96 cafés"),
        "lost by the restart"
    );

    // The first two come back by themselves, and both directions still work.
    let insert = json!({ "do": "insert", "root": "objectives", "id": id, "key": "statement", "at": 0, "text": "« Ça marche » " });
    third.ask(insert).await?;
    for client in [&mut first, &mut second] {
        until("a client to come back after the restart", async || {
            Ok(statement(client, &id)
                .await?
                .starts_with("« Ça marche » Été 😀")
                .then_some(()))
        })
        .await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_changes_nothing() -> Result<()> {
    let server = Server::start(true).await?;
    let workspace = server.workspace("").await?;
    let (reading, writing) = (
        server.token(&workspace, "reader").await?,
        server.token(&workspace, "contributor").await?,
    );
    let mut reader = ForeignClient::join(&server, &workspace, &reading).await?;
    let mut writer = ForeignClient::join(&server, &workspace, &writing).await?;
    let id = objective(&writer.read(&["objectives"]).await?, "Tenir 96 cafés")?;

    reader
        .ask(json!({ "do": "insert", "root": "objectives", "id": id, "key": "statement", "at": 0, "text": "Interdit " }))
        .await?;
    // What the writer writes afterwards arrives everywhere; the reader's words do not.
    writer
        .ask(json!({ "do": "insert", "root": "objectives", "id": id, "key": "statement", "at": 0, "text": "Permis " }))
        .await?;
    let mut newcomer = ForeignClient::join(&server, &workspace, &writing).await?;
    until("the writer's words to arrive", async || {
        Ok(statement(&mut newcomer, &id)
            .await?
            .starts_with("Permis")
            .then_some(()))
    })
    .await?;
    ensure!(
        !statement(&mut newcomer, &id).await?.contains("Interdit"),
        "a reader wrote into the document"
    );
    ensure!(
        !statement(&mut writer, &id).await?.contains("Interdit"),
        "a reader's words reached somebody"
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_seen_in_a_browser_and_sees_what_is_typed_there() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let token = cast.server.token(&cast.workspace, "contributor").await?;
        let mut client = ForeignClient::join(&cast.server, &cast.workspace, &token).await?;
        let id = objective(&client.read(&["objectives"]).await?, "Tenir 96 cafés")?;
        let insert = json!({ "do": "insert", "root": "objectives", "id": id, "key": "statement", "at": 0, "text": "Élan 🌻 : " });
        client.ask(insert).await?;
        let field = the("textbox", "Énoncé de l’objectif").nth(1);
        until("the browser to show it", async || {
            Ok(cast.guest.value(field).await?.starts_with("Élan 🌻 : Tenir 96").then_some(()))
        })
        .await?;
        cast.guest.fill(field, "Tenir 110 cafés, çà et là 😀").await?;
        until("the foreign client to see what was typed", async || {
            Ok((statement(&mut client, &id).await? == "Tenir 110 cafés, çà et là 😀").then_some(()))
        })
        .await
    })
    .await
}
