//! Four languages of the page, any language of a glossary; and no page wider than its screen.

use crate::cast::{Cast, sign_in};
use anyhow::{Result, ensure};
use jalon_tests::{browser::Screen, page::the, server::Server};

/// Every page of a workspace.
const PAGES: [&str; 8] = [
    "objectives",
    "indicators",
    "readings",
    "glossary",
    "dashboard",
    "versions",
    "people",
    "bin",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_click_turns_the_whole_page_into_english() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let guest = &cast.guest;
        guest.click(the("button", "Menu de l’espace…")).await?;
        guest.click(the("menuitemradio", "English")).await?;
        guest.find(the("heading", "Objectives")).await?;
        guest.shows("Saved").await?;
        // The choice stays, also on the pages that the server draws; the others keep their language.
        guest.goto(&cast.page("indicators")).await?;
        guest.find(the("heading", "Indicators")).await?;
        guest.goto(&format!("{}/join", cast.server.url)).await?;
        guest.find(the("button", "Continue")).await?;
        ensure!(
            cast.owner.count(the("heading", "Objectifs")).await? == 1,
            "the owner's page changed too"
        );
        Ok(())
    })
    .await
}

/// A language of the page: what it calls itself, the first page in it, what a small join page asks, and a
/// number as people of it type and read it.
struct Tongue {
    name: &'static str,
    tag: &'static str,
    objectives: &'static str,
    indicators: &'static str,
    menu: &'static str,
    go_on: &'static str,
    target: &'static str,
    number: &'static str,
}

const TONGUES: [Tongue; 2] = [
    Tongue {
        name: "Nederlands",
        tag: "nl",
        objectives: "Doelen",
        indicators: "Indicatoren",
        menu: "Menu van de werkruimte…",
        go_on: "Verder",
        target: "Streefwaarde",
        number: "1.234,5",
    },
    Tongue {
        name: "Italiano",
        tag: "it",
        objectives: "Obiettivi",
        indicators: "Indicatori",
        menu: "Menu dello spazio…",
        go_on: "Continua",
        target: "Target",
        number: "23.456,75",
    },
];

#[tokio::test(flavor = "multi_thread")]
async fn italian_and_dutch_are_whole_with_their_numbers() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let guest = &cast.guest;
        let mut menu = "Menu de l’espace…";
        for tongue in TONGUES {
            guest.goto(&cast.page("objectives")).await?;
            guest.click(the("button", menu)).await?;
            guest.click(the("menuitemradio", tongue.name)).await?;
            menu = tongue.menu;
            guest.find(the("heading", tongue.objectives)).await?;
            guest.goto(&cast.page("indicators")).await?;
            guest.find(the("heading", tongue.indicators)).await?;
            let lang = guest.script("return document.documentElement.lang").await?;
            ensure!(
                lang.as_str() == Some(tongue.tag),
                "{lang} instead of {}",
                tongue.tag
            );
            // A point between thousands is one, as people of the language type it.
            let target = the("textbox", tongue.target).nth(0);
            guest.fill(target, tongue.number).await?;
            guest.press("Tab", 9).await?;
            guest.goto(&cast.page("indicators")).await?;
            guest.has_value(target, tongue.number).await?;
            guest.goto(&format!("{}/join", cast.server.url)).await?;
            guest.find(the("button", tongue.go_on)).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_column_in_arabic_runs_to_the_left_and_is_written_together() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        owner.goto(&cast.page("glossary")).await?;
        guest.goto(&cast.page("glossary")).await?;
        owner.click(the("button", "Langues du glossaire")).await?;
        // By its own name, in its own letters.
        owner.fill(the("textbox", "Autre langue"), "العربية").await?;
        owner.click(the("button", "Ajouter : arabe")).await?;
        owner.press("Escape", 27).await?;
        let (term, definition) = (
            the("textbox", "Terme (arabe)"),
            the("textbox", "Définition (arabe)"),
        );
        for person in [owner, guest] {
            person.click(the("button", "Ouvrir : audit social")).await?;
        }
        owner.fill(term, "تدقيق اجتماعي").await?;
        guest.has_value(term, "تدقيق اجتماعي").await?;
        guest.fill(definition, "فحص التماسك").await?;
        owner.has_value(definition, "فحص التماسك").await?;
        for (person, label) in [(owner, "Terme (arabe)"), (guest, "Définition (arabe)")] {
            let runs = person
                .script(&format!(
                    "const label = [...document.querySelectorAll('label')].find(it => (document.getElementById(it.htmlFor)?.getAttribute('aria-label') ?? it.textContent) === '{label}');\
                     const box = document.getElementById(label.htmlFor);\
                     return [box.dir, box.lang, getComputedStyle(box).direction].join(' ')"
                ))
                .await?;
            ensure!(runs.as_str() == Some("rtl ar rtl"), "{label}: {runs}");
        }
        // Read, it runs to the left too, and what French says beside it does not.
        owner.click(the("button", "Refermer : audit social")).await?;
        let runs = owner
            .script(
                "const word = [...document.querySelectorAll('strong')].find(it => it.textContent === 'تدقيق اجتماعي');\
                 return [getComputedStyle(word).direction, word.lang, getComputedStyle(word.closest('article')).direction].join(' ')",
            )
            .await?;
        ensure!(runs.as_str() == Some("rtl ar ltr"), "the word: {runs}");
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_is_wider_than_its_screen() -> Result<()> {
    let server = Server::start(true).await?;
    let workspace = server.workspace("").await?;
    let browser = sign_in(&server).await?;
    for (language, screen) in [
        ("fr", Screen::Laptop),
        ("fr", Screen::Projector),
        ("fr", Screen::Phone),
        ("nl", Screen::Phone),
        ("it", Screen::Phone),
    ] {
        browser.resize(screen).await?;
        browser
            .script(&format!(
                "document.cookie = 'jalon_lang={language}; path=/'"
            ))
            .await?;
        for page in PAGES {
            browser
                .goto(&format!("{}/w/{workspace}/{page}", server.url))
                .await?;
            browser.shows("Escale").await?;
            let width = browser
                .script("return document.documentElement.scrollWidth")
                .await?;
            ensure!(
                width.as_u64() <= Some(screen.size().0.into()),
                "{page} is {width} wide on a {screen:?} in {language}"
            );
        }
    }
    ensure!(
        browser.errors().await?.is_empty(),
        "{:?}",
        browser.errors().await?
    );
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_language_that_was_typed_and_not_added_is_meant() -> Result<()> {
    let server = Server::start(false).await?;
    let anna = sign_in(&server).await?;
    anna.click(the("button", "Créer un espace")).await?;
    anna.fill(the("textbox", "Titre de l’espace"), "Rouler ensemble")
        .await?;
    let other = the("textbox", "Autre langue");
    anna.fill(other, "zzzzz").await?;
    anna.click(the("button", "Créer l’espace")).await?;
    anna.shows("n’est pas encore ajoutée").await?;
    anna.fill(other, "espagnol").await?;
    anna.click(the("button", "Créer l’espace")).await?;
    anna.arrived("/objectives").await?;
    anna.goto(&anna.url().await?.replace("/objectives", "/glossary"))
        .await?;
    anna.click(the("button", "Langues du glossaire")).await?;
    anna.find(the("button", "Retirer : espagnol")).await?;
    anna.quit().await
}
