//! The page on which a workspace opens works while the rest of the client has not come. `cargo xtask profile`
//! watches the same play to find out what that page runs.

use anyhow::{Context, Result, bail, ensure};
use jalon_tests::{
    browser::{Browser, Screen},
    http::{Script, text_at},
    line::Line,
    page::{CTRL, the},
    server::Server,
    until,
};
use serde_json::{Value, json};
use std::{collections::BTreeSet, fs, io::Write, time::Duration};

/// Where a client that is watched keeps its marks: `ADDRESS:COUNT`.
const MARKS: &str = "JALON_MARKS";
/// The file to which the numbers of the functions that ran are added.
const RAN: &str = "JALON_RAN";
/// The file with the names of the functions of the first half, in the order of their numbers.
const NAMES: &str = "JALON_NAMES";

/// What is said without a line, and beside a field whose words wait for long.
const OFFLINE: &str = "Hors ligne : gardé sur cet appareil";
const KEPT: &str = "Gardé sur cet appareil";

/// How quick a browser and its line are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pace {
    Quick,
    /// As on an old phone in a crowded hall. What others do comes in heaps, and so much time goes by that whatever
    /// waits for a time comes about too.
    Slow,
}

/// So many times slower than this machine a slow browser thinks.
const SLOWNESS: u32 = 4;
/// How long each piece is on its way over a slow line.
const SLOW_PIECE: Duration = Duration::from_millis(100);
/// The most bytes of such a piece.
const PIECE: usize = 64 << 10; // 64 KiB

/// Somebody who opens the demo workspace, and never gets the rest of the client.
struct Visitor<'a> {
    role: &'a str,
    screen: Screen,
    language: &'a str,
    name: &'a str,
    pace: Pace,
}

const ANNA: Visitor = Visitor {
    role: "contributor",
    screen: Screen::Laptop,
    language: "fr",
    name: "Anna",
    pace: Pace::Quick,
};

/// What says that something was called too early (`client/web/boot.js`).
const TOO_EARLY: &str = "something of the rest was needed";
/// Which turns a page takes is a matter of the moment, and some come up once in many plays: what a page always
/// needs, it needs each of so many times.
const PLAYS: usize = 3;

#[tokio::test(flavor = "multi_thread")]
async fn the_first_page_needs_nothing_of_the_rest() -> Result<()> {
    play_often(Pace::Quick).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_page_needs_nothing_of_the_rest_where_all_is_slow() -> Result<()> {
    play_often(Pace::Slow).await
}

async fn play_often(pace: Pace) -> Result<()> {
    let mut needed = Vec::new();
    while needed.len() < PLAYS {
        match play(pace).await {
            Err(error) if error.to_string().contains(TOO_EARLY) => {
                eprintln!("needed once: {error:#}");
                needed.push(error.to_string());
            }
            played => return played,
        }
    }
    bail!("needed each time:\n{}", needed.join("\n"))
}

async fn play(pace: Pace) -> Result<()> {
    let server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let line = Line::to(server.address()).await?;
    let mut ran = BTreeSet::new();
    let visit = |role, screen, language, name| Visitor {
        role,
        screen,
        language,
        name,
        pace,
    };
    let anna = visit("facilitator", Screen::Laptop, "fr", "Anna")
        .open(&server, &line, &workspace)
        .await?;
    let ben = visit("contributor", Screen::Phone, "en", "Ben")
        .open(&server, &line, &workspace)
        .await?;

    let mut played = write_together(&anna, &ben, &line).await;
    if pace == Pace::Slow && played.is_ok() {
        played = wait_together(&anna, &ben, &line).await;
    }
    if let Err(error) = played {
        let (annas, bens) = (trouble(&anna).await?, trouble(&ben).await?);
        bail!("{error:#}\nAnna: {annas}\nBen: {bens}");
    }
    watch(&anna, &mut ran).await?;

    // One comes again, and another language and role see the page.
    anna.goto(&format!("{}/w/{workspace}/objectives", line.url))
        .await?;
    usable(&anna).await?;
    anna.shows("Ouvrir le jardin.").await?;
    anna.shows("Enregistré").await?;
    let others: &[_] = match pace {
        Pace::Quick => &[("reader", "it", "Carla"), ("contributor", "nl", "Daan")],
        // What they see is not a matter of time.
        Pace::Slow => &[],
    };
    for (role, language, name) in others {
        let other = visit(role, Screen::Laptop, language, name)
            .open(&server, &line, &workspace)
            .await?;
        other.shows("Ouvrir le jardin.").await?;
        leave(other, &mut ran).await?;
    }
    // Another page waits, without loading anything again.
    anna.click(the("link", "Glossaire…")).await?;
    anna.arrived("/glossary").await?;
    ensure!(usable_now(&anna).await?, "the page was loaded again");
    leave(anna, &mut ran).await?;
    leave(ben, &mut ran).await?;
    if let Ok(file) = std::env::var(RAN) {
        let lines: String = ran.iter().map(|number| format!("{number}\n")).collect();
        let mut file = fs::OpenOptions::new()
            .append(true)
            .create(true)
            .open(file)?;
        file.write_all(lines.as_bytes())?;
    }
    Ok(())
}

/// They write, add and choose, and see each other do so, also after they wrote without a line.
async fn write_together(anna: &Browser, ben: &Browser, line: &Line) -> Result<()> {
    let statement = the("textbox", "Énoncé de l’objectif").nth(1);
    anna.focus(statement).await?;
    for letter in "Ensemble, ".chars() {
        anna.type_text(&letter.to_string()).await?;
    }
    ben.shows("Ensemble, ").await?;
    let theirs = the("textbox", "Statement of the objective").nth(0);
    ben.focus(theirs).await?;
    ben.type_text("Together, ").await?;
    anna.shows("Together, ").await?;
    for _ in 0..4 {
        ben.press("Backspace", 8).await?;
    }
    anna.put_caret(statement, 4).await?;
    anna.type_text("ici, à plusieurs, ").await?;
    ben.shows("ici, à plusieurs, ").await?;
    let status = the("combobox", "Statut…").nth(2);
    anna.choose(status, "Proposé").await?;
    anna.click(the("button", "Ajouter un axe")).await?;
    until("the new axis to have the focus", async || {
        let tag = anna.script("return document.activeElement.tagName").await?;
        Ok((tag == "TEXTAREA").then_some(()))
    })
    .await?;
    anna.type_text("Faire vivre le jardin").await?;
    ben.shows("Faire vivre le jardin").await?;
    let add = "Ajouter un objectif à l’axe Faire vivre le jardin";
    anna.click(the("button", add)).await?;
    anna.type_text("Ouvrir le jardin.").await?;
    ben.shows("Ouvrir le jardin.").await?;
    anna.script("document.activeElement.blur()").await?;
    anna.shows("Enregistré").await?;

    line.cut();
    anna.shows("Hors ligne").await?;
    anna.put_caret(statement, 0).await?;
    anna.type_text("Même sans réseau, ").await?;
    anna.shows(OFFLINE).await?;
    line.mend();
    anna.shows("Enregistré").await?;
    ben.shows("Même sans réseau, ").await?;
    Ok(())
}

/// They write over a line that brings little, and hear after a while what the other did.
async fn wait_together(anna: &Browser, ben: &Browser, line: &Line) -> Result<()> {
    line.slow_down(SLOW_PIECE, PIECE);
    let statement = the("textbox", "Énoncé de l’objectif").nth(1);
    line.hold();
    anna.put_caret(statement, 0).await?;
    for letter in "Doucement, ".chars() {
        anna.type_text(&letter.to_string()).await?;
        ben.type_text(&letter.to_string()).await?;
    }
    anna.shows(KEPT).await?;
    line.release();
    ben.shows("Doucement, Même").await?;
    anna.shows("Enregistré").await?;
    // Their screen readers are told that after 12 s: by then nobody waits for the start of a line any more either.
    ben.shows("Anna: ").await?;
    anna.shows("Ben : ").await?;
    anna.hides(KEPT).await?;
    line.slow_down(Duration::ZERO, 0);

    // Without a line for some time, requests are tried too, and may be all that goes through then.
    line.refuse_websockets();
    line.cut();
    anna.shows("Hors ligne").await?;
    anna.put_caret(statement, 0).await?;
    anna.type_text("Par des détours, ").await?;
    line.mend();
    ben.shows("Par des détours, Doucement").await?;
    anna.shows("Enregistré").await?;
    Ok(())
}

/// Whoever takes something back before the rest has come waits a moment for it.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_needed_too_early_is_fetched() -> Result<()> {
    let server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let line = Line::to(server.address()).await?;
    let anna = ANNA.open(&server, &line, &workspace).await?;
    let statement = the("textbox", "Énoncé de l’objectif").nth(0);
    anna.put_caret(statement, 0).await?;
    anna.type_text("Trop vite, ").await?;
    anna.shows("Enregistré").await?;
    // What asks in the background waits for ever, and so only what is needed now comes.
    let wait = "const get = window.fetch;
        window.fetch = (address, ...more) => /rest-/.test(address) ? new Promise(() => {}) : get(address, ...more)";
    anna.script(wait).await?;
    withhold(&anna, false).await?;
    anna.chord("z", 90, CTRL, &[]).await?;
    anna.hides("Trop vite, ").await?;
    anna.shows("Enregistré").await?;
    let fetched = "return performance.getEntriesByType('resource')
        .some((entry) => entry.initiatorType === 'xmlhttprequest' && /rest-/.test(entry.name))";
    ensure!(
        anna.script(fetched).await? == true,
        "nothing was needed too early"
    );
    let errors = anna.errors().await?;
    ensure!(errors.is_empty(), "{errors:?}");
    anna.quit().await
}

/// Another page waits for the rest, and opens when that has come.
#[tokio::test(flavor = "multi_thread")]
async fn another_page_opens_when_the_rest_has_come() -> Result<()> {
    let server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let line = Line::to(server.address()).await?;
    let anna = ANNA.open(&server, &line, &workspace).await?;
    anna.click(the("link", "Glossaire…")).await?;
    anna.arrived("/glossary").await?;
    // In the page that is there, and not by loading another one.
    ensure!(usable_now(&anna).await?, "the page was loaded again");
    withhold(&anna, false).await?;
    anna.find(the("heading", "Glossaire")).await?;
    let errors = anna.errors().await?;
    ensure!(errors.is_empty(), "{errors:?}");
    anna.quit().await
}

impl Visitor<'_> {
    async fn open(&self, server: &Server, line: &Line, workspace: &str) -> Result<Browser> {
        let script = Script::new(server, Some(server.token(workspace, "facilitator").await?));
        let address = format!("/api/workspaces/{workspace}/invites");
        let wish = json!({ "role": self.role, "expires_in_s": 3600, "max_uses": 1 });
        let invite = script.post(&address, wish).await?;
        let code = text_at(&invite, "code")?;
        let browser = Browser::open(self.screen).await?;
        withhold(&browser, true).await?;
        let deep = json!({ "source": "Error.stackTraceLimit = 50" });
        browser
            .devtools("Page.addScriptToEvaluateOnNewDocument", deep)
            .await?;
        if self.pace == Pace::Slow {
            let slow = json!({ "rate": SLOWNESS });
            browser
                .devtools("Emulation.setCPUThrottlingRate", slow)
                .await?;
        }
        browser.goto(&format!("{}/join/{code}", line.url)).await?;
        browser
            .fill(the("textbox", "Votre prénom…"), self.name)
            .await?;
        // Somebody who never chose gets the browser's language, which is French here.
        if self.language != "fr" {
            let chosen = format!("document.cookie = 'jalon_lang={}; path=/'", self.language);
            browser.script(&chosen).await?;
        }
        browser.click(the("button", "Entrer")).await?;
        browser.arrived("/w/").await?;
        usable(&browser).await?;
        Ok(browser)
    }
}

/// Waits until the client has taken the place of the first picture, which the server drew.
async fn usable(browser: &Browser) -> Result<()> {
    let usable = until("the page to be usable", async || {
        Ok(usable_now(browser).await?.then_some(()))
    });
    if let Err(error) = usable.await {
        bail!("{error:#}\n{}", trouble(browser).await?);
    }
    Ok(())
}

async fn usable_now(browser: &Browser) -> Result<bool> {
    let script = "return performance.getEntriesByName('jalon-usable').length > 0";
    Ok(browser.script(script).await? == true)
}

/// Keeps the rest of the client from a browser, or no longer does.
async fn withhold(browser: &Browser, yes: bool) -> Result<()> {
    let urls: &[&str] = if yes { &["*/assets/rest-*"] } else { &[] };
    browser.devtools("Network.enable", json!({})).await?;
    browser
        .devtools("Network.setBlockedURLs", json!({ "urls": urls }))
        .await?;
    Ok(())
}

async fn leave(browser: Browser, ran: &mut BTreeSet<u64>) -> Result<()> {
    watch(&browser, ran).await?;
    browser.quit().await
}

/// What was called too early is an error in the page; what ran is remembered when the client is watched.
async fn watch(browser: &Browser, ran: &mut BTreeSet<u64>) -> Result<()> {
    let trouble = trouble(browser).await?;
    ensure!(trouble.is_empty(), "{trouble}");
    let Ok(marks) = std::env::var(MARKS) else {
        return Ok(());
    };
    let (address, count) = marks.split_once(':').context("ADDRESS:COUNT")?;
    let script = format!(
        "const address = document.querySelector('link[rel=modulepreload]').href;
         return import(address).then((client) => {{
           const marks = new Uint8Array(client.initSync().memory.buffer, {address}, {count});
           return [...marks.keys()].filter((number) => marks[number]);
         }})"
    );
    let numbers = browser.script(&script).await?;
    let numbers = numbers.as_array().context("the page gave no marks")?;
    ran.extend(numbers.iter().filter_map(Value::as_u64));
    Ok(())
}

/// What went wrong in a page. Of what was called too early, the names of the functions on the way there.
async fn trouble(browser: &Browser) -> Result<String> {
    let errors = browser.errors().await?.join("\n");
    let names = std::env::var(NAMES).ok();
    let names = names.and_then(|file| fs::read_to_string(file).ok());
    let names: Vec<&str> = names.iter().flat_map(|names| names.lines()).collect();
    let named = |line: &str| {
        let (_, number) = line.split_once("wasm-function[")?;
        let number: usize = number.split_once(']')?.0.parse().ok()?;
        Some(format!("    at {}", names.get(number)?))
    };
    let lines = errors.lines();
    let lines: Vec<String> = lines
        .map(|line| named(line).unwrap_or_else(|| line.to_owned()))
        .collect();
    Ok(lines.join("\n"))
}
