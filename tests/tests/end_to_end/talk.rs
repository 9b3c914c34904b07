//! Talking: people ask, call each other, answer and settle, beside what they talk about, with and without a line.

use crate::{
    cast::{Cast, GUEST},
    cells::cell,
};
use anyhow::{Result, ensure};
use jalon_tests::{
    page::{Target, the},
    until,
};
use serde_json::json;

/// The bubble of the first objective of the demo, when nobody said anything.
const SILENT: Target = the("button", "Discuter : …");
const PANEL: Target = the("dialog", "Discussion");
const START: Target = the("textbox", "Ouvrir une discussion");
const ANSWER: Target = the("textbox", "Répondre");

#[tokio::test(flavor = "multi_thread")]
async fn two_people_talk_something_through() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        let objective = owner.names(SILENT).await?.remove(0);
        let about = objective.trim_start_matches("Discuter : ").to_owned();
        owner.click(SILENT).await?;
        // The name is chosen from a list, by the keyboard alone.
        owner.focus(START).await?;
        owner.type_text("Est-ce assez ? @zo").await?;
        owner.find(the("option", GUEST)).await?;
        owner.press("Enter", 13).await?;
        owner.type_text("qu’en dis-tu ?").await?;
        // Escape closes, and what was typed stays, also when the page is opened anew.
        owner.press("Escape", 27).await?;
        owner.gone(PANEL).await?;
        owner.goto(&cast.page("objectives")).await?;
        owner.click(the("button", &objective)).await?;
        owner
            .has_value(START, &format!("Est-ce assez ? @{GUEST} qu’en dis-tu ?"))
            .await?;
        owner.focus(START).await?;
        send(cast, "owner").await?;
        // One box is left, to go on in.
        owner.has_focus(ANSWER).await?;
        ensure!(
            owner.count(START).await? == 0,
            "two boxes to write in, and no word for which is which"
        );

        // The guest is called, reads, and answers.
        guest.shows("vous appelle dans une discussion").await?;
        guest
            .find(the("button", "Discussions : 1 commentaire à lire"))
            .await?;
        // Opened by another way, it is not said any more; nor said again by the next page.
        guest
            .click(the("button", "Discussions : 1 commentaire à lire"))
            .await?;
        guest.hides("vous appelle dans une discussion").await?;
        guest.press("Escape", 27).await?;
        guest.goto(&cast.page("objectives")).await?;
        guest
            .find(the("button", "Discussions : 1 commentaire à lire"))
            .await?;
        guest.hides("vous appelle dans une discussion").await?;
        guest
            .click(the("button", "Discussions : 1 commentaire à lire"))
            .await?;
        guest
            .click(the("button", &format!("{about}…")).within(&the("dialog", "Discussions")))
            .await?;
        guest
            .shows(&format!("Est-ce assez ? @{GUEST} qu’en dis-tu ?"))
            .await?;
        guest.find(the("button", "Discussions")).await?;
        guest.fill(ANSWER, "Oui, avec les bénévoles.").await?;
        send(cast, "guest").await?;
        owner.shows("Oui, avec les bénévoles.").await?;
        owner
            .find(the("button", &format!("2 commentaires : {about}")))
            .await?;

        // Either corrects and takes back their own words only.
        guest.click(the("button", "Modifier")).await?;
        guest
            .fill(the("textbox", "Modifier"), "Oui, avec deux bénévoles.")
            .await?;
        guest.click(the("button", "Enregistrer")).await?;
        owner.shows("Oui, avec deux bénévoles.").await?;
        ensure!(
            guest.count(the("button", "Retirer")).await? == 1,
            "not only their own"
        );

        // It is settled, and opened again by the other one.
        owner.click(the("button", "C’est réglé")).await?;
        guest.shows("1 discussion réglée").await?;
        // The button that had the keyboard is gone, and Escape closes the panel nevertheless.
        owner.press("Escape", 27).await?;
        owner.gone(the("dialog", "Discussion")).await?;
        owner
            .click(the("button", &format!("Discuter : {about}")))
            .await?;
        guest
            .find(the("button", &format!("Discuter : {about}")))
            .await?;
        // Whoever was called there sees it open.
        guest.shows("Réglé par").await?;
        guest.click(the("button", "Rouvrir")).await?;
        owner.gone(the("button", "Rouvrir")).await?;
        owner.find(ANSWER).await?;

        // Its address leads there from anywhere.
        let thread = owner
            .script("return document.querySelector('article.thread').id.slice('thread-'.length)")
            .await?;
        let thread = thread.as_str().unwrap_or_default().to_owned();
        guest.goto(&cast.page(&format!("talk/{thread}"))).await?;
        guest.find(PANEL).await?;
        guest.shows("Oui, avec deux bénévoles.").await?;
        guest.arrived("/objectives").await?;
        guest.click(the("button", "Toutes les discussions")).await?;
        guest.find(the("radio", "Où l’on m’appelle (1)")).await?;
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_value_is_talked_about_without_a_line() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        cast.both_open("readings").await?;
        let cell = guest
            .script("return document.querySelector('.reading-corner [data-talk]').dataset.talk")
            .await?;
        let cell = cell.as_str().unwrap_or_default().to_owned();
        let open = format!("document.querySelector('[data-talk=\"{cell}\"]').click()");
        guest.script(&open).await?;
        let away = |offline: bool| json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        guest.devtools("Network.enable", json!({})).await?;
        guest.devtools("Network.emulateNetworkConditions", away(true)).await?;
        guest.fill(START, "Compté deux fois ?").await?;
        send(cast, "guest").await?;
        guest.shows("Compté deux fois ?").await?;
        owner.hides("Compté deux fois ?").await?;
        guest.devtools("Network.emulateNetworkConditions", away(false)).await?;
        until("the comment to arrive", async || {
            let count = format!("return document.querySelector('[data-talk=\"{cell}\"] .talk-count')?.textContent ?? ''");
            Ok((owner.script(&count).await? == "1").then_some(()))
        })
        .await?;
        owner.script(&open).await?;
        owner.shows("Compté deux fois ?").await?;
        // A facilitator takes it away, and that says so.
        owner.click(the("button", "Retirer")).await?;
        owner.fill(ANSWER, "On en parle demain.").await?;
        send(cast, "owner").await?;
        owner.click(the("button", "Retirer").within(&the("group", "Retirer ce commentaire…"))).await?;
        guest.shows("Commentaire retiré par").await?;
        guest.hides("Compté deux fois ?").await
    })
    .await
}

/// Sends what is being written, by the keyboard.
async fn send(cast: &Cast, who: &str) -> Result<()> {
    let browser = if who == "owner" {
        &cast.owner
    } else {
        &cast.guest
    };
    let control = 2;
    for kind in ["keyDown", "keyUp"] {
        let event = json!({ "type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "modifiers": control });
        browser.devtools("Input.dispatchKeyEvent", event).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_comes_back_reads_what_the_others_did() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        guest.goto("about:blank").await?;
        let statement = the("textbox", "Énoncé de l’objectif");
        owner.focus(statement).await?;
        owner.type_text("Ensemble, ").await?;
        owner.shows("Enregistré").await?;
        owner.goto(&cast.page("readings")).await?;
        let july = cell("Cafés de quartier tenus", "juillet 2025");
        july.write(owner, "9").await?;
        owner.press("Enter", 13).await?;
        july.says(owner, "9").await?;
        owner.shows("Enregistré").await?;

        // Two things were done, and each is marked; nobody is told of their own deeds.
        guest.goto(&cast.page("objectives")).await?;
        guest
            .click(the("button", "Depuis votre dernière visite (2)"))
            .await?;
        let list = the("dialog", "Depuis votre dernière visite");
        guest
            .find(the("button", "1 valeur saisie par Propriétaire…").within(&list))
            .await?;
        let marks = "return document.querySelectorAll('.control > .changed-mark').length";
        ensure!(guest.script(marks).await? == 1, "the statement has no mark");
        let line = the("button", "Propriétaire a modifié : Énoncé…");
        guest.click(line.within(&list)).await?;
        until("the mark to go", async || {
            Ok((guest.script(marks).await? == 0).then_some(()))
        })
        .await?;
        guest
            .find(the("button", "Depuis votre dernière visite (1)"))
            .await?;
        guest.press("Escape", 27).await?;
        guest.gone(list).await?;
        guest.goto(&cast.page("readings")).await?;
        let marked = "return document.querySelectorAll('.reading-cell > .changed-mark').length";
        until("the mark of the cell", async || {
            Ok((guest.script(marked).await? == 1).then_some(()))
        })
        .await?;
        guest.click(the("button", "Tout est vu")).await?;
        guest
            .gone(the("button", "Depuis votre dernière visite…"))
            .await?;
        // The page says so before the server knows.
        let path = format!("/api/workspaces/{}/activity", cast.workspace);
        let told = format!("return (await (await fetch('{path}')).json()).deeds.length");
        until("the server to know", async || {
            Ok((guest.promise(&told).await? == json!(0)).then_some(()))
        })
        .await?;
        guest.goto(&cast.page("readings")).await?;
        guest.shows("Enregistré").await?;
        guest
            .gone(the("button", "Depuis votre dernière visite…"))
            .await?;
        ensure!(
            owner
                .count(the("button", "Depuis votre dernière visite…"))
                .await?
                == 0,
            "their own deeds"
        );
        Ok(())
    })
    .await
}
