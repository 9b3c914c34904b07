//! Nobody is shut out of what comes by others or by the line: discussions, news, who leads, words that wait or were
//! refused, a disk that is full, another program, another history.

use super::{
    look::{Depth, Look},
    walk::{escape, press, wait_for},
};
use crate::{
    cast::{Cast, GUEST},
    offline::Person,
    restoring::put_back,
};
use anyhow::{Context, Result, ensure};
use jalon_tests::{
    browser::Browser, http::Script, messages::Messages, page::the, server::Server, until,
};

const STATEMENT: &str = "Énoncé de l’objectif";
/// Opens the discussion of the first thing of which nobody said anything, or of which somebody did.
const SILENT: &str = "const silent = [...document.querySelectorAll('main [data-talk]')].find(one => !one.querySelector('.talk-count'));
    silent.focus(); silent.click()";
/// No server writes so little into its files.
const FULL: u64 = 4096; // bytes

fn told(faults: &[String]) -> Result<()> {
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_shut_out_of_what_the_others_do() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    let mut faults = Vec::new();
    let sink = &mut faults;
    cast.play(async |cast| {
        for (language, depth) in [("fr", Depth::Everything), ("en", Depth::Names)] {
            let words = Messages::of(language)?;
            let chosen = format!("{}/join?lang={language}", cast.server.url);
            cast.guest.goto(&chosen).await?;
            let mut look = Look::new(&cast.guest, &words, depth).await?;
            news(&mut look, cast).await?;
            talk(&mut look, cast).await?;
            lead(&mut look, cast).await?;
            sink.extend(look.faults);
        }
        let words = Messages::of("fr")?;
        let mut look = Look::new(&cast.owner, &words, Depth::Everything).await?;
        cast.server.limit_files(Some(FULL)).await?;
        cast.owner.goto(&cast.page("objectives")).await?;
        cast.owner.focus(the("textbox", STATEMENT)).await?;
        cast.owner.type_text("Pendant. ").await?;
        cast.owner
            .shows("Le serveur n’arrive pas à enregistrer")
            .await?;
        look.at("a server whose disk is full").await?;
        cast.server.limit_files(None).await?;
        cast.owner.shows("Enregistré").await?;
        sink.extend(look.faults);
        Ok(())
    })
    .await?;
    told(&faults)
}

/// What happened while somebody was away.
async fn news(look: &mut Look<'_>, cast: &Cast) -> Result<()> {
    cast.owner.focus(the("textbox", STATEMENT)).await?;
    cast.owner.type_text("Ensemble, ").await?;
    cast.owner.shows("Enregistré").await?;
    look.browser.goto(&cast.page("objectives")).await?;
    wait_for(look, "button", "since-button").await?;
    look.at("news since the last visit").await?;
    press(look, "button", "since-button", 0).await?;
    look.browser.find(the("dialog", "…")).await?;
    look.at("the list of news").await?;
    press(look, "button", "since-all-seen", 1).await?;
    look.at("no news any more").await
}

async fn talk(look: &mut Look<'_>, cast: &Cast) -> Result<()> {
    let browser = look.browser;
    browser.goto(&cast.page("objectives")).await?;
    browser.shows(&look.words.name("saved-yes")?).await?;
    browser.script(SILENT).await?;
    let start = look.words.name("talk-start")?;
    browser.focus(the("textbox", &start)).await?;
    look.at("a discussion that nobody began").await?;
    browser.type_text("Est-ce assez ? @pro").await?;
    browser.find(the("option", "…")).await?;
    look.at("people to call").await?;
    browser.press("Enter", 13).await?;
    press(look, "button", "talk-send", 0).await?;
    let answer = look.words.name("talk-answer")?;
    browser.find(the("textbox", &answer)).await?;
    look.at("a thread").await?;
    press(look, "button", "talk-remove", 0).await?;
    look.at("a comment about to be taken back").await?;
    press(look, "button", "talk-remove-no", 0).await?;
    press(look, "button", "talk-resolve", 0).await?;
    browser.gone(the("textbox", &answer)).await?;
    browser
        .script("document.querySelectorAll('.talk-panel details').forEach(one => one.open = true)")
        .await?;
    look.at("a thread that is settled").await?;
    press(look, "button", "talk-to-all", 0).await?;
    wait_for(look, "radio", "talk-filter-open").await?;
    look.at("all discussions that are open").await?;
    browser
        .script("document.querySelectorAll('.talk-panel input[type=radio]')[1].click()")
        .await?;
    look.at("all discussions that are settled").await?;
    escape(browser, "dialog").await
}

async fn open_here(browser: &Browser) -> Result<()> {
    browser
        .script("const here = document.querySelector('.here-button'); here.focus(); here.click()")
        .await?;
    Ok(())
}

/// Somebody leads; who writes is asked, and goes along.
async fn lead(look: &mut Look<'_>, cast: &Cast) -> Result<()> {
    let (owner, browser) = (&cast.owner, look.browser);
    browser.goto(&cast.page("objectives")).await?;
    browser.shows(&look.words.name("saved-yes")?).await?;
    let page = [the("textbox", STATEMENT), the("textbox", "…")];
    browser
        .focus(page[usize::from(look.words.language != "fr")])
        .await?;
    owner.shows(GUEST).await?;
    open_here(owner).await?;
    owner.click(the("button", "Guider tout le monde")).await?;
    wait_for(look, "button", "follow-go").await?;
    look.at("being asked to go along").await?;
    press(look, "button", "follow-go", 0).await?;
    wait_for(look, "button", "follow-stop").await?;
    look.at("going along").await?;
    let words = Messages::of("fr")?;
    owner.find(the("button", "Arrêter de guider")).await?;
    let mut leading = Look::new(owner, &words, Depth::Names).await?;
    leading.at("leading everybody").await?;
    look.faults.append(&mut leading.faults);
    owner.click(the("button", "Arrêter de guider")).await?;
    let stop = look.words.name("follow-stop")?;
    browser.gone(the("button", &stop)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_shut_out_when_words_wait_or_are_refused() -> Result<()> {
    let mut cast = Cast::in_demo("contributor").await?;
    let words = Messages::of("fr")?;
    cast.server.stop().await?;
    cast.guest.shows("Hors ligne").await?;
    cast.guest.focus(the("textbox", STATEMENT)).await?;
    cast.guest.type_text("Mes mots à moi. ").await?;
    cast.guest.shows("Gardé sur cet appareil").await?;
    let mut look = Look::new(&cast.guest, &words, Depth::Everything).await?;
    look.at("words that wait for a line").await?;
    let mut faults = look.faults;
    cast.guest.goto("about:blank").await?;
    cast.server.restart().await?;
    let sink = &mut faults;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        owner.goto(&cast.page("people")).await?;
        owner
            .choose(the("combobox", &format!("Rôle de {GUEST}")), "Lecture")
            .await?;
        let door = Script::new(
            &cast.server,
            Some(cast.server.token(&cast.workspace, "facilitator").await?),
        );
        until("the guest to be a reader", async || {
            let people = format!("/api/workspaces/{}/people", cast.workspace);
            Ok(door
                .get(&people)
                .await?
                .to_string()
                .contains("reader")
                .then_some(()))
        })
        .await?;
        let mut look = Look::new(guest, &words, Depth::Everything).await?;
        guest.goto(&cast.page("objectives")).await?;
        guest
            .shows("Vos mots que les autres n’ont pas reçus")
            .await?;
        look.at("words that were refused").await?;
        guest
            .click(the("button", "Repartir du contenu partagé"))
            .await?;
        guest.shows("Enregistré").await?;
        look.at("a page that one may only read").await?;
        guest.goto(&cast.server.url).await?;
        guest
            .find(the("heading", "Vos mots que les autres n’ont pas reçus"))
            .await?;
        guest
            .script("document.querySelector('.home-copies summary').click()")
            .await?;
        look.at("words to take along, at home").await?;
        sink.extend(look.faults);
        Ok(())
    })
    .await?;
    told(&faults)
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_shut_out_when_the_program_or_the_history_is_another() -> Result<()> {
    let words = Messages::of("fr")?;
    let mut cast = put_back().await?;
    cast.server.restart().await?;
    let mut faults = Vec::new();
    let sink = &mut faults;
    cast.play(async |cast| {
        cast.guest.shows("Cet espace a été remis en place").await?;
        let mut look = Look::new(&cast.guest, &words, Depth::Everything).await?;
        look.at("another history").await?;
        sink.extend(look.faults);
        Ok(())
    })
    .await?;

    let server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let person = Person::come(&server, &workspace, "Ana").await?;
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
    person.line.cut();
    person.browser.shows("Hors ligne").await?;
    person.line.pretend(&boot, &"f".repeat(boot.len()));
    person.line.pretend(&version, &"e".repeat(version.len()));
    person.line.mend();
    person
        .browser
        .shows("Une nouvelle version de Jalon est prête")
        .await?;
    let mut look = Look::new(&person.browser, &words, Depth::Everything).await?;
    look.at("a new version of the program").await?;
    faults.append(&mut look.faults);
    person.browser.quit().await?;
    told(&faults)
}
