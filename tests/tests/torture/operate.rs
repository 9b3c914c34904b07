//! What an operator meets: a second server, a stop, a damaged file, a folder that cannot be used. Each
//! ends with a clear word, and nobody else suffers.

use anyhow::{Context, Result, ensure};
use jalon_shared::{Field, NewEntity, ObjectiveId, PersonId, Stamp, protocol::Frame};
use jalon_tests::{
    http::{Script, text_at},
    link::Link,
    peer::Peer,
    server::{Server, Setup, command},
};
use reqwest::{Method, StatusCode};
use serde_json::json;
use std::{
    fs::{self, File},
    os::unix::fs::FileExt,
    path::Path,
    process::Output,
    time::Instant,
};
use tempfile::TempDir;

async fn quiet() -> Result<Server> {
    Server::start_with(Setup {
        quiet: true,
        ..Setup::default()
    })
    .await
}

fn stamp() -> Stamp {
    Stamp {
        person: PersonId::from_uuid(uuid::Uuid::from_u128(1)),
        name: "Awa".to_owned(),
        at: 1_750_000_000_000,
    }
}

/// A command that makes an objective with these words.
fn objective(number: u128, words: &str) -> NewEntity {
    let id = ObjectiveId::from_uuid(uuid::Uuid::from_u128(number));
    NewEntity::new(id).text(Field::Statement, words)
}

/// `jalon serve` on a folder that it should not take.
async fn serve_on(folder: &Path) -> Result<Output> {
    let folder = folder.to_string_lossy();
    command(&["serve", "--listen", "127.0.0.1:0", "--data", &folder]).await
}

/// It ended badly, and said why in a line of its own.
fn refused(output: &Output, why: &str) -> Result<()> {
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(
        !output.status.success() && said.lines().any(|line| line.contains(why)),
        "{}: {said}",
        output.status
    );
    ensure!(!said.contains("panicked"), "{said}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_server_on_the_same_folder_says_so_and_ends() -> Result<()> {
    let first = quiet().await?;
    let output = serve_on(&first.data()).await?;
    refused(&output, "another jalon server is running on")?;
    let owner = Script::of_owner(&first).await?;
    owner.make_workspace("Toujours là").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_folder_that_cannot_be_used_is_named() -> Result<()> {
    let folder = TempDir::new()?;
    let file = folder.path().join("un fichier");
    fs::write(&file, "rien")?;
    refused(&serve_on(&file).await?, "un fichier")?;
    refused(&serve_on(Path::new("/proc/jalon")).await?, "/proc/jalon")?;
    // A folder, with something in the place of the database.
    let data = folder.path().join("données");
    fs::create_dir(&data)?;
    fs::write(data.join("jalon.db"), "ceci n’est pas une base".repeat(400))?;
    refused(&serve_on(&data).await?, "not a database")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_asked_to_end_keeps_what_it_took() -> Result<()> {
    crate::in_time(ending()).await
}

async fn ending() -> Result<()> {
    let mut server = quiet().await?;
    let owner = Script::of_owner(&server).await?;
    let workspace = owner.make_workspace("Fin de journée").await?;
    let door = owner.door(&workspace)?;
    let mut peer = Peer::join(&door).await?;
    for number in 0..300 {
        peer.does(objective(number, "avant de partir"), &stamp())
            .await?;
    }
    // Taken in, and most of it not acknowledged.
    ensure!(peer.sync().await?, "the socket closed");
    let (open, asked) = (300 - peer.acknowledged, Instant::now());
    server.stop().await?;
    println!(
        "stopped in {:.1?}, {open} updates were open",
        asked.elapsed()
    );
    server.restart().await?;
    let witness = Peer::join(&door).await?;
    ensure!(
        witness.document.objectives().len() == 300,
        "something is lost"
    );
    server.check().await
}

/// Where a page of the database begins that holds nothing but a part of a long value with this text: an
/// overflow page, which starts with the number of the next one, of four bytes
/// (<https://www.sqlite.org/fileformat2.html#ovflpgs>). Pages that are free now may hold it, too.
fn page_with(database: &Path, text: &str) -> Result<u64> {
    const PAGE: usize = 4096;
    let bytes = fs::read(database)?;
    let mut pages = bytes.chunks(PAGE).enumerate();
    let found = pages.find(|(_, page)| {
        let is_overflow = page.first() == Some(&0) && page.get(4).is_some_and(|byte| *byte != 0);
        let mut places = page.windows(text.len());
        is_overflow && places.any(|window| window == text.as_bytes())
    });
    let (number, _) = found.context("the text is not in the database")?;
    Ok((number * PAGE) as u64)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_page_is_told_to_those_whom_it_concerns() -> Result<()> {
    crate::in_time(damaged()).await
}

async fn damaged() -> Result<()> {
    let mut server = quiet().await?;
    let owner = Script::of_owner(&server).await?;
    let (hurt, well) = (
        owner.make_workspace("Abîmé").await?,
        owner.make_workspace("Intact").await?,
    );
    for workspace in [&hurt, &well] {
        let mut peer = Peer::join(&owner.door(workspace)?).await?;
        for number in 0..40 {
            // Far longer than a page, so that it fills some alone.
            let words = format!("{workspace}/{number:03} ").repeat(20);
            peer.does(objective(number, &words), &stamp()).await?;
        }
        ensure!(peer.settle().await?, "the socket closed");
    }
    server.stop().await?;
    let database = server.data().join("jalon.db");
    let page = page_with(&database, &format!("{hurt}/020"))?;
    File::options()
        .write(true)
        .open(&database)?
        .write_all_at(&[0xA5; 4096], page)?;
    server.restart().await?;

    // Who opens it hears it, and gets nothing that could be taken for the document.
    let mut link = Link::open(&owner.door(&hurt)?).await?;
    while let Some(frame) = link.hear().await? {
        let is_content = matches!(frame, Frame::SyncStep2 { .. } | Frame::Update { .. });
        ensure!(!is_content, "a damaged document was given out");
    }
    ensure!(
        link.closed.as_deref() == Some("unreadable"),
        "closed with {:?}",
        link.closed
    );
    let path = format!("/api/workspaces/{hurt}/versions");
    let (status, problem) = owner
        .call(Method::POST, &path, Some(json!({"label": "Vide"})))
        .await?;
    ensure!(
        status == StatusCode::INTERNAL_SERVER_ERROR
            && text_at(&problem, "type")? == "urn:jalon:problem:unreadable",
        "{status} {problem}"
    );

    // The others go on.
    let mut peer = Peer::join(&owner.door(&well)?).await?;
    peer.does(objective(1_000, "comme si de rien n’était"), &stamp())
        .await?;
    ensure!(peer.settle().await?, "the socket closed");
    ensure!(peer.document.objectives().len() == 41, "something is lost");

    let check = server.command(&["check"]).await?;
    let said = String::from_utf8_lossy(&check.stdout);
    ensure!(
        check.status.code() == Some(1) && said.contains(&hurt) && !said.contains(&well),
        "{}: {said} {}",
        check.status,
        String::from_utf8_lossy(&check.stderr)
    );
    Ok(())
}
