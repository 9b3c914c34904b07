//! A whole that fits together: the page of the design shows every part, the mark is everywhere, and whoever begins a
//! workspace is led through it.

use crate::cast::{join, sign_in};
use anyhow::{Context, Result, ensure};
use jalon_tests::{
    browser::{Browser, Screen},
    http::{Script, text_at},
    page::the,
    server::Server,
    until,
};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_the_design_shows_every_part_in_every_state() -> Result<()> {
    let server = Server::start(false).await?;
    // Nobody has to be signed in: it shows nothing of anybody.
    let browser = Browser::open(Screen::Laptop).await?;
    browser.goto(&format!("{}/design", server.url)).await?;
    browser.find(the("heading", "Système graphique")).await?;
    until("the contrasts to be measured", async || {
        let measured = browser
            .script("return document.querySelectorAll('.pair-ratio').length")
            .await?;
        Ok((measured.as_u64() > Some(60)).then_some(()))
    })
    .await?;
    // What is on show, by what only the parts themselves draw, and how many of it there are at least.
    let shown = "return Object.entries(arguments[0]).filter(([selector, least]) =>
        [...document.querySelectorAll('.design ' + selector)].filter(one => one.checkVisibility()).length < least).map(([selector]) => selector)";
    let wanted = json!({
        "[data-shows]": 40, ".button.primary": 6, ".button[aria-busy=true]": 5, ".button:disabled": 10, ".is-focused": 6,
        "[data-field]": 15, "[readonly]": 1, ".presence-frame": 3, ".presence-more": 1, ".changed-mark": 2,
        ".kept-saved": 1, ".kept-here": 1, ".kept-refused": 2, "[aria-invalid=true]": 1, "[type=date]": 1,
        ".segmented": 2, ".drag-handle": 3, ".link-chip": 1, ".language-chooser": 1, ".toast": 3, ".qr": 1,
        ".chip.good": 1, ".chip.gap": 1, ".progress-bar": 3, "table.grid [role=gridcell]": 5,
        ".gauge .state.good": 1, ".gauge .state.gap": 1, ".gauge .state.on-the-way": 1, ".gauge .state.unknown": 1,
        ".chart svg.picture": 1, ".distribution": 1, ".verbatim": 1, ".decision": 1, ".dashboard .hint": 1,
        ".empty": 2, ".saved": 5, ".pole-mark": 3, ".icon-list svg": 30,
    });
    let script = shown.replace("arguments[0]", &wanted.to_string());
    let missing = browser.script(&script).await?;
    ensure!(missing == json!([]), "not on the page: {missing}");
    ensure!(
        browser
            .script("return document.querySelectorAll('.pair-ratio.error-text').length")
            .await?
            == 0,
        "a pair of colours has too little contrast"
    );

    // What lies above the page opens, and what is written stays in the page.
    for name in ["Fenêtre", "Panneau"] {
        browser.click(the("button", name)).await?;
        browser.find(the("dialog", name)).await?;
        browser.press("Escape", 27).await?;
        browser.gone(the("dialog", name)).await?;
    }
    browser.click(the("button", "En montrer un")).await?;
    browser.find(the("status", "…")).await?;
    browser
        .enter(the("textbox", "Vide, avec un exemple"), "Écrit pour voir")
        .await?;

    // In another language and theme the whole page follows.
    browser.click(the("button", "English")).await?;
    browser.find(the("heading", "Design system")).await?;
    browser.click(the("button", "Projector")).await?;
    until("the contrasts of the projector", async || {
        let seven = "return [...document.querySelectorAll('.pair-ratio')].some(one => one.textContent.includes('7)'))";
        Ok((browser.script(seven).await? == true).then_some(()))
    })
    .await?;
    ensure!(
        browser
            .script("return document.querySelectorAll('.pair-ratio.error-text').length")
            .await?
            == 0,
        "a pair of colours has too little contrast for a projector"
    );

    // On a phone the grid is cards, and nothing is wider than the window.
    browser.click(the("button", "Light")).await?;
    browser.resize(Screen::Phone).await?;
    until("the cards of a phone", async || {
        let cards = "return document.querySelectorAll('.design .readings-table').length";
        Ok((browser.script(cards).await? == 1).then_some(()))
    })
    .await?;
    let wide = browser.overflow().await?;
    ensure!(wide.is_empty(), "{wide:?}");
    let errors = browser.errors().await?;
    ensure!(errors.is_empty(), "{errors:?}");
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mark_is_on_every_tab_and_home_screen() -> Result<()> {
    let server = Server::start(false).await?;
    let browser = Browser::open(Screen::Laptop).await?;
    for page in ["", "/join", "/accessibility", "/design"] {
        browser.goto(&format!("{}{page}", server.url)).await?;
        browser.find(the("main", "…")).await?;
        let found = browser
            .promise(
                "const found = {};
                 for (const rel of ['icon', 'apple-touch-icon', 'manifest']) {
                   const link = document.querySelector(`link[rel=${rel}]`);
                   const answer = link && await fetch(link.href);
                   found[rel] = answer?.ok ? answer.headers.get('content-type') : 'none';
                   if (rel === 'manifest' && answer?.ok)
                     for (const icon of (await answer.json()).icons) {
                       const image = new Image(); image.src = icon.src; await image.decode();
                     }
                 }
                 found.colour = !!document.querySelector('meta[name=theme-color]');
                 found.mark = !!document.querySelector('svg.pole-mark');
                 return found;",
            )
            .await?;
        let expected = json!({
            "icon": "image/svg+xml", "apple-touch-icon": "image/png", "manifest": "application/manifest+json",
            "colour": true, "mark": true,
        });
        ensure!(found == expected, "{page}: {found}");
    }
    browser.quit().await
}

/// The steps that stand on the page as done, and how many are said to be.
async fn done(browser: &Browser) -> Result<(Vec<String>, String)> {
    let found = browser
        .script(
            "return [[...document.querySelectorAll('.start-step.is-done')].map(one => one.dataset.step),
               document.querySelector('.start-title [role=status]')?.textContent ?? '']",
        )
        .await?;
    serde_json::from_value(found).context("the steps")
}

async fn all_done(browser: &Browser, steps: &[&str]) -> Result<()> {
    until(&format!("the steps {steps:?} to be done"), async || {
        let (done, said) = done(browser).await?;
        Ok((done == steps && said == format!("{} sur 4", steps.len())).then_some(()))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_begins_is_led_and_whoever_joins_is_greeted() -> Result<()> {
    let server = Server::start(false).await?;
    let anna = sign_in(&server).await?;
    anna.click(the("button", "Créer un espace")).await?;
    anna.fill(the("textbox", "Titre de l’espace"), "Rouler ensemble")
        .await?;
    anna.click(the("button", "Créer l’espace")).await?;
    anna.arrived("/objectives").await?;
    anna.find(the("region", "Pour commencer")).await?;
    all_done(&anna, &[]).await?;

    // Each step leads to its place, and what is done there checks it off.
    anna.click(the("button", "Dire ce qui vous réunit")).await?;
    anna.enter(the("textbox", "Mission"), "Faire du vélo une liberté.")
        .await?;
    anna.click(the("button", "Terminé")).await?;
    all_done(&anna, &["present"]).await?;
    anna.click(the("link", "Écrire un premier objectif"))
        .await?;
    anna.has_focus(the("button", "Ajouter un objectif")).await?;
    anna.press("Enter", 13).await?;
    anna.has_focus(the("textbox", "Énoncé de l’objectif"))
        .await?;
    anna.type_text("Accueillir 80 personnes.").await?;
    all_done(&anna, &["present", "write"]).await?;
    anna.click(the("link", "Inviter quelqu’un")).await?;
    anna.arrived("/people").await?;

    // Somebody comes in: that is what counts. They are greeted, once, and not led.
    let url = anna.url().await?;
    let workspace = url
        .split("/w/")
        .nth(1)
        .and_then(|rest| rest.split('/').next())
        .context("no workspace in the address")?;
    let script = Script::new(&server, Some(server.token(workspace, "facilitator").await?));
    let wish = json!({ "role": "contributor", "expires_in_s": 3600, "max_uses": 2 });
    let invite = script
        .post(&format!("/api/workspaces/{workspace}/invites"), wish)
        .await?;
    let zoe = Browser::open(Screen::Phone).await?;
    join(&zoe, &server, text_at(&invite, "code")?, "Zoé").await?;
    zoe.shows("Bienvenue, Zoé.").await?;
    zoe.shows("Accueillir 80 personnes.").await?;
    ensure!(
        zoe.count(the("region", "Pour commencer")).await? == 0,
        "a guest is led through the steps of the one who begins"
    );
    all_done(&anna, &["present", "write", "invite"]).await?;
    zoe.click(the("button", "Compris")).await?;
    zoe.gone(the("region", "Bienvenue")).await?;
    zoe.goto(&zoe.url().await?).await?;
    zoe.shows("Accueillir 80 personnes.").await?;
    ensure!(
        zoe.count(the("region", "Bienvenue")).await? == 0,
        "greeted again"
    );

    // What a guest does counts as well.
    zoe.click(the("link", "Tableau de bord…")).await?;
    zoe.arrived("/dashboard").await?;
    zoe.click(the("button", "Proposer trois blocs pour commencer"))
        .await?;
    all_done(&anna, &["present", "write", "invite", "show"]).await?;
    anna.shows("Tout est en place.").await?;

    // Said once: it goes by itself, and stays away.
    anna.click(the("link", "Objectifs…")).await?;
    anna.gone(the("region", "Pour commencer")).await?;
    anna.goto(&format!("{}/w/{workspace}/objectives", server.url))
        .await?;
    anna.shows("Accueillir 80 personnes.").await?;
    anna.shows("Enregistré").await?;
    ensure!(
        anna.count(the("region", "Pour commencer")).await? == 0,
        "it came back"
    );
    for browser in [&anna, &zoe] {
        let errors = browser.errors().await?;
        ensure!(errors.is_empty(), "{errors:?}");
    }
    anna.quit().await?;
    zoe.quit().await
}
