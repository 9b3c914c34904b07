//! Without a line, and on bad ones: everything typed is kept in the browser, said to be where it is, shared between
//! the pages of one browser, and sent when the line is back.

use crate::{
    cast::{Cast, GUEST, sign_in},
    restoring::WATCH_FILES,
};
use anyhow::{Context, Result, ensure};
use jalon_shared::FieldRef;
use jalon_tests::{
    browser::{Browser, Screen},
    http::{Script, text_at},
    line::Line,
    page::{Target, the},
    peer::Peer,
    server::Server,
    until,
};
use reqwest::Method;
use serde_json::json;

mod copy;
mod hour;

/// The statement of the first objective of the demo.
const STATEMENT: Target = the("textbox", "Énoncé de l’objectif");
const HERE: &str = "Gardé sur cet appareil";
const OFFLINE: &str = "Hors ligne : gardé sur cet appareil";
/// More updates than this browser keeps one by one.
const MANY: usize = 600;

/// Waits until the page opens without a line.
async fn is_kept(browser: &Browser) -> Result<()> {
    until("the program to be kept in the browser", async || {
        let kept = browser
            .script("return !!navigator.serviceWorker.controller && navigator.serviceWorker.controller.state === 'activated'")
            .await?;
        Ok((kept == true).then_some(()))
    })
    .await
}

/// Whether the browser asks before this page goes.
async fn asks_to_stay(browser: &Browser) -> Result<bool> {
    let asks = browser
        .script(
            "const event = new Event('beforeunload', { cancelable: true });
             window.dispatchEvent(event);
             return event.defaultPrevented",
        )
        .await?;
    Ok(asks == true)
}

/// Types a letter after the other at the start of the first statement, as fast as a page takes them.
async fn type_many(browser: &Browser, letter: char, count: usize) -> Result<()> {
    browser
        .script(&format!(
            "const box = document.querySelector('textarea[data-field$=\"/statement\"]');
             for (let n = 0; n < {count}; n++) {{
                 box.setRangeText('{letter}', 0, 0, 'end');
                 box.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
             }}"
        ))
        .await?;
    Ok(())
}

/// What the server has in the field of the first statement of a page.
async fn on_server(server: &Server, workspace: &str, field: &FieldRef) -> Result<String> {
    let token = server.token(workspace, "reader").await?;
    let door = Script::new(server, Some(token)).door(workspace)?;
    let peer = Peer::join(&door).await?;
    peer.document.text(field).context("no such text")
}

async fn first_statement(browser: &Browser) -> Result<FieldRef> {
    let field = browser
        .script(
            "return document.querySelector('textarea[data-field$=\"/statement\"]').dataset.field",
        )
        .await?;
    Ok(field.as_str().context("no statement")?.parse()?)
}

/// What is said of the first statement, to whoever listens.
async fn said_of_statement(browser: &Browser) -> Result<String> {
    let said = browser
        .script(
            "const box = document.querySelector('textarea[data-field$=\"/statement\"]');
             return (box.getAttribute('aria-describedby') ?? '').split(' ')
                 .map(id => document.getElementById(id)?.textContent ?? '').join(' ').trim()",
        )
        .await?;
    Ok(said.as_str().unwrap_or_default().to_owned())
}

async fn statement_says(browser: &Browser, words: &str) -> Result<()> {
    until(&format!("the statement to say {words:?}"), async || {
        let said = said_of_statement(browser).await?;
        ensure!(said == words, "it says {said:?}");
        Ok(Some(()))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tabs_without_a_line_write_together_and_lose_nothing() -> Result<()> {
    let mut server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let page = format!("{}/w/{workspace}/objectives", server.url);
    let browser = sign_in(&server).await?;
    browser.goto(&page).await?;
    browser.shows("Enregistré").await?;
    is_kept(&browser).await?;
    let field = first_statement(&browser).await?;
    let before = browser.value(STATEMENT).await?;
    server.stop().await?;
    browser.shows("Hors ligne").await?;
    ensure!(
        said_of_statement(&browser).await?.is_empty(),
        "nothing was typed yet"
    );
    type_many(&browser, 'a', MANY).await?;
    browser.shows(OFFLINE).await?;
    statement_says(&browser, HERE).await?;

    // A second tab opens without a server, knows what is unsent, and each sees the other's words.
    let first = browser.new_tab().await?;
    browser.goto(&page).await?;
    browser.shows(OFFLINE).await?;
    statement_says(&browser, HERE).await?;
    let one = format!("{}{before}", "a".repeat(MANY));
    browser.has_value(STATEMENT, &one).await?;
    type_many(&browser, 'b', MANY).await?;
    let second = browser.tab().await?;
    browser.switch_to(&first).await?;
    let both = format!("{}{one}", "b".repeat(MANY));
    browser.has_value(STATEMENT, &both).await?;
    // Both fold at once what they keep.
    type_many(&browser, 'c', MANY).await?;
    browser.switch_to(&second).await?;
    type_many(&browser, 'd', MANY).await?;
    let counted = |text: &str| {
        "abcd"
            .chars()
            .map(|letter| text.matches(letter).count())
            .collect::<Vec<_>>()
    };
    let all = counted(&format!("{both}{}{}", "c".repeat(MANY), "d".repeat(MANY)));
    until("both tabs to have all", async || {
        Ok((counted(&browser.value(STATEMENT).await?) == all).then_some(()))
    })
    .await?;
    browser.shows(OFFLINE).await?;
    // Both are closed with unsent words. The next opening has them, says so, and sends them.
    browser.end_tab(&first).await?;
    browser.goto(&page).await?;
    browser.shows(OFFLINE).await?;
    statement_says(&browser, HERE).await?;
    ensure!(
        counted(&browser.value(STATEMENT).await?) == all,
        "letters are missing after a reload"
    );
    server.restart().await?;
    browser.shows("Enregistré").await?;
    statement_says(&browser, "").await?;
    let there = on_server(&server, &workspace, &field).await?;
    ensure!(counted(&there) == all, "letters are missing on the server");
    browser.quit().await
}

/// Somebody with a browser and a line of their own, in the demo workspace.
pub(super) struct Person {
    pub(super) browser: Browser,
    pub(super) line: Line,
    page: String,
}

impl Person {
    pub(super) async fn come(server: &Server, workspace: &str, name: &str) -> Result<Self> {
        let line = Line::to(server.address()).await?;
        let browser = Browser::open(Screen::Laptop).await?;
        let owner = Script::new(server, Some(server.token(workspace, "facilitator").await?));
        let invite = owner
            .post(
                &format!("/api/workspaces/{workspace}/invites"),
                json!({ "role": "contributor", "expires_in_s": 3600, "max_uses": 1 }),
            )
            .await?;
        let code = text_at(&invite, "code")?;
        browser.goto(&format!("{}/join/{code}", line.url)).await?;
        browser.fill(the("textbox", "Votre prénom…"), name).await?;
        browser.click(the("button", "Entrer")).await?;
        browser.arrived("/w/").await?;
        let page = format!("{}/w/{workspace}", line.url);
        browser.goto(&format!("{page}/objectives")).await?;
        browser.shows("Enregistré").await?;
        is_kept(&browser).await?;
        Ok(Self {
            browser,
            line,
            page,
        })
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn frames_of_a_connection_that_was_given_up_do_no_harm_when_they_arrive() -> Result<()> {
    let server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let person = Person::come(&server, &workspace, "Ana").await?;
    let browser = &person.browser;
    let field = first_statement(browser).await?;
    let before = browser.value(STATEMENT).await?;
    // On their way and held: neither saved nor lost.
    person.line.hold();
    type_many(browser, 'x', 50).await?;
    browser.shows("Enregistrement…").await?;
    statement_says(browser, HERE).await?;
    // The browser gives the connection up and makes another one, which brings the same words.
    browser
        .script("window.dispatchEvent(new Event('offline'))")
        .await?;
    browser
        .script("window.dispatchEvent(new Event('online'))")
        .await?;
    browser.shows("Enregistré").await?;
    type_many(browser, 'y', 50).await?;
    browser.shows("Enregistré").await?;
    // Now the old ones arrive, in one burst.
    person.line.release();
    type_many(browser, 'z', 50).await?;
    browser.shows("Enregistré").await?;
    let all = [50, 50, 50];
    let counted = |text: &str| ["x", "y", "z"].map(|letter| text.matches(letter).count());
    let were = counted(&before);
    until("the server to have each letter once", async || {
        let there = counted(&on_server(&server, &workspace, &field).await?);
        let new = [0, 1, 2].map(|at| there[at] - were[at]);
        ensure!(new == all, "{new:?}");
        Ok(Some(()))
    })
    .await?;
    statement_says(browser, "").await?;
    person.browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_is_said_where_it_was_typed_and_can_be_taken_along() -> Result<()> {
    let mut cast = Cast::in_demo("contributor").await?;
    cast.server.stop().await?;
    cast.guest.shows("Hors ligne").await?;
    cast.guest.focus(STATEMENT).await?;
    cast.guest.put_caret(STATEMENT, 0).await?;
    cast.guest.type_text("Mes mots à moi. ").await?;
    cast.guest.shows(OFFLINE).await?;
    // The page is closed meanwhile, so that the role is another one before it speaks.
    cast.guest.goto("about:blank").await?;
    cast.server.restart().await?;
    cast.owner.goto(&cast.page("people")).await?;
    cast.owner
        .choose(the("combobox", &format!("Rôle de {GUEST}")), "Lecture")
        .await?;
    cast.play(async |cast| {
        let guest = &cast.guest;
        until("the guest to be a reader", async || {
            let door = Script::new(
                &cast.server,
                Some(cast.server.token(&cast.workspace, "facilitator").await?),
            );
            let people = door
                .get(&format!("/api/workspaces/{}/people", cast.workspace))
                .await?
                .to_string();
            Ok(people.contains("reader").then_some(()))
        })
        .await?;
        guest.goto(&cast.page("objectives")).await?;
        guest
            .shows("Une partie de ce que vous avez écrit n’est pas partagée")
            .await?;
        statement_says(guest, "Non partagé\u{a0}: votre rôle permet de lire").await?;
        guest
            .shows("Vos mots que les autres n’ont pas reçus")
            .await?;
        guest.script(WATCH_FILES).await?;
        ensure!(asks_to_stay(guest).await?, "nobody took it along yet");
        guest.click(the("button", "Télécharger ces mots")).await?;
        until("the page to be left without a question", async || {
            Ok((!asks_to_stay(guest).await?).then_some(()))
        })
        .await?;
        let file = until("the file of the words", async || {
            let saved = guest.script("return window.__saved[0] ?? null").await?;
            Ok(saved.as_str().map(str::to_owned))
        })
        .await?;
        ensure!(
            file.starts_with("<!doctype html>") && file.contains("Mes mots à moi. "),
            "{file}"
        );
        guest
            .click(the("button", "Repartir du contenu partagé"))
            .await?;
        guest.shows("Enregistré").await?;
        guest.hides("Mes mots à moi.").await?;
        cast.owner.goto(&cast.page("objectives")).await?;
        cast.owner.shows("Tenir 96 cafés de quartier").await?;
        cast.owner.hides("Mes mots à moi.").await?;
        // They wait at home until their author throws them away.
        guest.goto(&format!("{}/", cast.server.url)).await?;
        guest
            .find(the("heading", "Vos mots que les autres n’ont pas reçus"))
            .await?;
        guest
            .script("document.querySelector('.home-copies summary').click()")
            .await?;
        guest.shows("Mes mots à moi.").await?;
        guest.click(the("button", "Supprimer ces mots…")).await?;
        guest
            .gone(the("heading", "Vos mots que les autres n’ont pas reçus"))
            .await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_taken_out_meanwhile_reads_what_of_theirs_nobody_got() -> Result<()> {
    let mut cast = Cast::in_demo("contributor").await?;
    cast.server.stop().await?;
    cast.guest.shows("Hors ligne").await?;
    cast.guest.put_caret(STATEMENT, 0).await?;
    cast.guest.type_text("Écrit en chemin. ").await?;
    cast.guest.shows(OFFLINE).await?;
    cast.guest.goto("about:blank").await?;
    cast.server.restart().await?;
    cast.play(async |cast| {
        let token = cast.server.token(&cast.workspace, "facilitator").await?;
        let script = Script::new(&cast.server, Some(token));
        let people = format!("/api/workspaces/{}/people", cast.workspace);
        let all = script.get(&people).await?;
        let guest = all
            .as_array()
            .into_iter()
            .flatten()
            .find(|person| person["name"] == GUEST)
            .context("no guest")?;
        let guest = format!("{people}/{}", text_at(guest, "person")?);
        script.call(Method::DELETE, &guest, None).await?;
        let guest = &cast.guest;
        guest.goto(&cast.page("objectives")).await?;
        guest.shows("Vous ne participez plus à cet espace").await?;
        guest
            .shows("Vos mots que les autres n’ont pas reçus")
            .await?;
        guest.shows("Écrit en chemin.").await?;
        // The words of the others went with the access.
        until("the copy to go", async || {
            let kept = guest
                .promise("return (await indexedDB.databases()).length")
                .await?;
            Ok((kept == 0).then_some(()))
        })
        .await?;
        guest.goto(&format!("{}/", cast.server.url)).await?;
        guest
            .find(the("heading", "Vos mots que les autres n’ont pas reçus"))
            .await
            .map(drop)
    })
    .await
}
