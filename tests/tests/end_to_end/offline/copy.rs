//! The copy that a browser keeps: without room, and beside an older and a newer program.

use super::{HERE, OFFLINE, Person, STATEMENT, asks_to_stay, is_kept, statement_says};
use crate::cast::sign_in;
use anyhow::{Context, Result, ensure};
use jalon_tests::{page::the, server::Server, until};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_new_version_of_the_program_waits_until_it_is_wanted_and_loses_nothing() -> Result<()> {
    let server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let person = Person::come(&server, &workspace, "Ana").await?;
    let (browser, line) = (&person.browser, &person.line);
    let worker = reqwest::get(format!("{}/sw.js", server.url))
        .await?
        .text()
        .await?;
    let between = |start: &str, end: char| {
        let rest = worker.split(start).nth(1)?;
        rest.split(end).next().map(str::to_owned)
    };
    let version = between("const CACHE = \"jalon-", '"').context("no version")?;
    let boot = between("/assets/boot-", '.').context("no start")?;
    line.cut();
    browser.shows("Hors ligne").await?;
    browser.put_caret(STATEMENT, 0).await?;
    browser.type_text("Avant la mise à jour. ").await?;
    browser.shows(OFFLINE).await?;
    line.pretend(&boot, &"f".repeat(boot.len()));
    line.pretend(&version, &"e".repeat(version.len()));
    line.mend();
    browser
        .shows("Une nouvelle version de Jalon est prête")
        .await?;
    browser.shows("Enregistré").await?;
    // Whoever writes goes on writing, with or without a line.
    browser.type_text("Pendant. ").await?;
    let started_by = "return document.querySelector('script[type=module]').getAttribute('src')";
    let old = browser.script(started_by).await?;
    ensure!(old.to_string().contains(&boot), "it started anew by itself");
    browser.click(the("button", "Recharger")).await?;
    until("the new version to run", async || {
        let now = browser.script(started_by).await?;
        Ok(now.to_string().contains("ffff").then_some(()))
    })
    .await?;
    browser.shows("Avant la mise à jour. Pendant. ").await?;
    browser
        .hides("Une nouvelle version de Jalon est prête")
        .await?;
    // Its files are kept in the place of the old ones; without a line it opens, whole.
    until("the browser to keep the new version alone", async || {
        let kept = browser.promise("return await caches.keys()").await?;
        ensure!(
            kept == json!([format!("jalon-{}", "e".repeat(version.len()))]),
            "{kept}"
        );
        Ok(Some(()))
    })
    .await?;
    line.cut();
    browser.goto(&format!("{}/objectives", person.page)).await?;
    browser.shows("Avant la mise à jour. Pendant. ").await?;
    let now = browser.script(started_by).await?;
    ensure!(now.to_string().contains("ffff"), "it mixes versions: {now}");
    person.browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_without_room_says_so_and_goes_on_when_there_is_some() -> Result<()> {
    let mut server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let page = format!("{}/w/{workspace}/objectives", server.url);
    let browser = sign_in(&server).await?;
    browser.goto(&page).await?;
    browser.shows("Enregistré").await?;
    is_kept(&browser).await?;
    server.stop().await?;
    browser.shows("Hors ligne").await?;
    // A browser lets a few bytes pass whatever it was given: it is made to take none.
    browser
        .script(
            "const { prototype } = IDBObjectStore;
             window.add = prototype.add;
             prototype.add = () => { throw new DOMException('', 'QuotaExceededError') }",
        )
        .await?;
    browser.put_caret(STATEMENT, 0).await?;
    browser.type_text("Sans place. ").await?;
    browser.shows("n’a plus de place pour garder").await?;
    browser.shows("Hors ligne : gardé dans cette page").await?;
    ensure!(asks_to_stay(&browser).await?, "lost without a question");
    statement_says(&browser, "Gardé dans cette page seulement").await?;
    browser
        .script("IDBObjectStore.prototype.add = window.add")
        .await?;
    browser.shows(OFFLINE).await?;
    statement_says(&browser, HERE).await?;
    ensure!(
        !asks_to_stay(&browser).await?,
        "asked, though all is kept in the browser"
    );
    browser.goto(&page).await?;
    browser.shows("Sans place.").await?;
    browser.quit().await
}

/// Opens the copy as the first version of the program did, and holds it, which no page of today does.
const HOLD_AN_OLD_COPY: &str = "
    const [{ name }] = await indexedDB.databases();
    const ask = request => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = fail });
    await ask(indexedDB.deleteDatabase(name));
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('updates', { autoIncrement: true });
    window.held = await ask(request);
    return name";

#[tokio::test(flavor = "multi_thread")]
async fn a_tab_of_an_older_program_is_told_of_and_waited_for() -> Result<()> {
    let mut server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let page = format!("{}/w/{workspace}/objectives", server.url);
    let browser = sign_in(&server).await?;
    browser.goto(&page).await?;
    browser.shows("Enregistré").await?;
    is_kept(&browser).await?;
    // A page on which this program does not run.
    browser.goto(&format!("{}/join", server.url)).await?;
    browser.promise(HOLD_AN_OLD_COPY).await?;
    let old = browser.new_tab().await?;
    browser.goto(&page).await?;
    browser
        .shows("Un onglet de Jalon ouvert depuis longtemps")
        .await?;
    browser.shows("Enregistré").await?;
    browser.put_caret(STATEMENT, 0).await?;
    browser.type_text("Entre deux. ").await?;
    browser.shows("Enregistré").await?;
    browser.end_tab(&old).await?;
    until("the copy to be laid out anew", async || {
        let copies = browser
            .promise("return (await indexedDB.databases()).map(it => it.version)")
            .await?;
        Ok((copies == json!([2])).then_some(()))
    })
    .await?;
    server.stop().await?;
    browser.shows("Hors ligne").await?;
    browser.type_text("Après. ").await?;
    browser.shows(OFFLINE).await?;
    browser.goto(&page).await?;
    browser.shows("Entre deux. Après. ").await?;
    browser.quit().await
}
