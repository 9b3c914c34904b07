//! In a crowd: what others type is shown in few steps however often it comes, and it is on this device when the page
//! goes. How long that takes is measured by `cargo xtask bench-page`, not here.

use anyhow::{Context, Result, ensure};
use jalon_shared::{Command, Field, NewEntity, ObjectiveId, PersonId, Stamp, TextEdit};
use jalon_tests::{
    browser::{Browser, Screen},
    http::Script,
    peer::Peer,
    server::Server,
    until,
};
use serde_json::{Value, json};
use uuid::Uuid;

/// How many edits come at once.
const BURST: u32 = 200;
/// What others do is shown at most this often, in milliseconds (`session/incoming`).
const PACE: f64 = 50.0;

/// Notes when a box is given a text of others, and how long it is then.
const WATCH: &str = "
    window.__shown = [];
    const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
    Object.defineProperty(HTMLTextAreaElement.prototype, 'value', { ...value, set(text) {
        if (this.id.endsWith('-statement')) __shown.push([performance.now(), text.length]);
        value.set.call(this, text);
    } });";

/// Goes elsewhere in the moment in which a word is shown.
const LEAVE_ON_SIGHT: &str = "
    const look = () => {
        const seen = [...document.querySelectorAll('textarea')].some((box) => box.value.includes('Sitôtvu'));
        if (seen) location.href = '/join'; else requestAnimationFrame(look);
    };
    look();";

/// Whether a word is in the copy in this browser.
const IS_KEPT: &str = "
    const ask = request => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = fail });
    const [{ name }] = await indexedDB.databases();
    const database = await ask(indexedDB.open(name));
    const records = await ask(database.transaction('updates').objectStore('updates').getAll());
    database.close();
    return records.some((record) => new TextDecoder().decode(record).includes('Sitôtvu'))";

/// Somebody else, with an objective of their own, and a window that looks at it.
async fn two() -> Result<(Server, Peer, ObjectiveId, Stamp, Browser)> {
    let server = Server::start(true).await?;
    let owner = Script::of_owner(&server).await?;
    let workspace = server.workspace("Escale").await?;
    let mut peer = Peer::join(&owner.door(&workspace)?).await?;
    let stamp = Stamp {
        person: PersonId::from_uuid(Uuid::nil()),
        name: "Zoé".to_owned(),
        at: 1_760_000_000_000, // in October 2025
    };
    let objective = ObjectiveId::from_uuid(Uuid::from_u128(rand::random()));
    peer.does(NewEntity::new(objective), &stamp).await?;
    ensure!(peer.settle().await?, "the server closed the socket");
    let browser = Browser::open(Screen::Laptop).await?;
    let session = owner.member(&workspace, "contributor", "Nadia").await?;
    let cookie = json!({
        "name": "jalon_session", "value": session, "url": server.url, "httpOnly": true,
    });
    browser.devtools("Network.setCookie", cookie).await?;
    browser
        .goto(&format!("{}/w/{workspace}/objectives", server.url))
        .await?;
    browser.shows("Enregistré").await?;
    Ok((server, peer, objective, stamp, browser))
}

/// A word at the end of a text of this length.
fn word(objective: ObjectiveId, at: u32, word: &str) -> Command {
    Command::Edit {
        field: objective.field(Field::Statement),
        edit: TextEdit {
            at,
            delete: 0,
            insert: word.to_owned(),
        },
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_burst_of_others_words_is_shown_in_few_steps() -> Result<()> {
    let (_server, mut peer, objective, stamp, browser) = two().await?;
    browser.script(WATCH).await?;
    for number in 0..BURST {
        peer.does(word(objective, number, "a"), &stamp).await?;
    }
    ensure!(peer.settle().await?, "the server closed the socket");
    let steps = until("every word to be shown", async || {
        let shown = browser.script("return __shown").await?;
        let steps = shown.as_array().cloned().unwrap_or_default();
        let is_whole = steps.last().is_some_and(|last| last[1] == BURST);
        Ok(is_whole.then_some(steps))
    })
    .await?;
    let at = |step: Option<&Value>| step.and_then(|step| step[0].as_f64()).context("no time");
    let lasted = at(steps.last())? - at(steps.first())?;
    // One at once, then one for each pace; a timer and a picture may be a little early.
    let most = lasted / PACE * 1.2 + 2.0;
    ensure!(
        steps.len() as f64 <= most,
        "{} steps in {lasted} ms",
        steps.len()
    );
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_others_typed_is_on_this_device_when_the_page_goes() -> Result<()> {
    let (_server, mut peer, objective, stamp, browser) = two().await?;
    browser.script(LEAVE_ON_SIGHT).await?;
    peer.does(word(objective, 0, "Sitôtvu"), &stamp).await?;
    browser.arrived("/join").await?;
    let kept = browser.promise(IS_KEPT).await?;
    ensure!(kept == true, "it is not in the copy: {kept}");
    browser.quit().await
}
