//! Going back without losing: a frozen version is restored as an edit that everybody sees and one click undoes.

use crate::cast::{Cast, join};
use anyhow::{Result, ensure};
use jalon_tests::{
    browser::{Browser, Screen},
    http::Script,
    page::the,
    until,
};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_version_is_restored_before_everybodys_eyes_and_taken_back() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        let words = "Tenir 96 cafés de quartier en 2025";
        owner.click(the("button", "Figer une version")).await?;
        let dialog = the("dialog", "Figer une version…");
        owner
            .fill(the("textbox", "Nom de la version…").within(&dialog), "Juin")
            .await?;
        owner.click(the("button", "Figer").within(&dialog)).await?;
        owner.shows("La version « Juin » est figée.").await?;

        // One thing is changed and one is put into the bin by the guest; the owner's own steps are others.
        let statement = the("textbox", "Énoncé de l’objectif").nth(1);
        let later = "Tenir 110 cafés de quartier en 2025, avec les voisins.";
        guest.fill(statement, later).await?;
        guest
            .click(the("button", "Actions de l’objectif…").nth(2))
            .await?;
        guest
            .click(the("menuitem", "Mettre à la corbeille"))
            .await?;
        guest.shows("Enregistré").await?;
        owner.shows(later).await?;

        owner.goto(&cast.page("versions")).await?;
        owner.shows("Enregistré").await?;
        owner
            .click(the("button", "Reprendre cette version : Juin"))
            .await?;
        let dialog = the("dialog", "Reprendre « Juin » ?");
        for told in [
            "Un élément revient",
            "Un élément redevient comme il était",
            "Les textes reprennent leur état",
        ] {
            owner.shows(told).await?;
        }
        owner
            .click(the("button", "Reprendre cette version").within(&dialog))
            .await?;
        owner.shows("La version « Juin » est reprise.").await?;

        // The guest sees what the version said, and who brought it back.
        guest.shows(words).await?;
        guest.hides(later).await?;
        guest
            .shows("vient de reprendre la version 1 : « Juin »")
            .await?;
        let page = owner.visible_text().await?;
        ensure!(
            !page.contains("vient de reprendre"),
            "whoever restored it is told twice: {page}"
        );

        // One click takes all of it back, for both.
        owner.click(the("link", "Objectifs")).await?;
        owner.shows(words).await?;
        owner.click(the("button", "Annuler")).await?;
        for browser in [owner, guest] {
            browser.shows(later).await?;
            browser.hides(words).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_the_workspace_still_says_has_nothing_to_restore() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let owner = &cast.owner;
        let token = cast.server.token(&cast.workspace, "facilitator").await?;
        let script = Script::new(&cast.server, Some(token));
        let path = format!("/api/workspaces/{}/versions", cast.workspace);
        let body = json!({ "label": "Juin", "period": "2025-T2", "note": "" });
        script.post(&path, body).await?;
        cast.both_open("versions").await?;
        owner
            .click(the("button", "Reprendre cette version : Juin"))
            .await?;
        owner
            .shows("L’espace dit déjà ce que dit cette version")
            .await?;
        ensure!(
            cast.guest
                .count(the("button", "Reprendre cette version : Juin"))
                .await?
                == 0,
            "a contributor is offered to restore"
        );
        Ok(())
    })
    .await
}

/// What the guest types after the backup was made.
const SINCE: &str = "Tenir 120 cafés de quartier en 2025, avec les voisins.";

/// From now on the page puts the text of every file that it gives out into `__saved`.
pub const WATCH_FILES: &str = "window.__saved = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => { blob.text().then(text => window.__saved.push(text)); return make(blob) }";

/// Both in the demo, a backup of it, words of the guest that are not in the backup, and the backup put in place
/// while no server runs.
pub(super) async fn put_back() -> Result<Cast> {
    let mut cast = Cast::in_demo("contributor").await?;
    let backup = cast.server.data().join("../copie.db");
    let backup = backup.to_string_lossy().into_owned();
    cast.server.printed(&["backup", "--to", &backup]).await?;
    let statement = the("textbox", "Énoncé de l’objectif").nth(1);
    cast.guest.fill(statement, SINCE).await?;
    cast.owner.shows(SINCE).await?;
    cast.guest.shows("Enregistré").await?;
    cast.server.stop().await?;
    for browser in [&cast.owner, &cast.guest] {
        browser.shows("Hors ligne").await?;
    }
    let told = cast.server.printed(&["restore", "--from", &backup]).await?;
    ensure!(told.contains("what was there is kept"), "{told}");
    Ok(cast)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_with_an_older_history_is_told_and_merges_nothing_in() -> Result<()> {
    let mut cast = put_back().await?;
    // The guest goes on typing while there is no server.
    let offline = "Encore un mot, hors ligne.";
    let statement = the("textbox", "Énoncé de l’objectif");
    cast.guest.fill(statement, offline).await?;
    cast.server.restart().await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        for browser in [owner, guest] {
            browser.shows("Cet espace a été remis en place").await?;
            // It can be read on, and not be written.
            browser.shows(SINCE).await?;
        }
        guest.shows(offline).await?;
        let script = Script::new(
            &cast.server,
            Some(cast.server.token(&cast.workspace, "facilitator").await?),
        );
        let now = |label: &str| json!({ "label": label, "period": "", "note": "" });
        let path = format!("/api/workspaces/{}/versions", cast.workspace);
        script.post(&path, now("un")).await?;
        let frozen = script.text(&format!("{path}/1")).await?;
        ensure!(
            !frozen.contains("120 cafés") && !frozen.contains(offline),
            "an older history was merged in"
        );

        // The copy can be taken along.
        guest.script(WATCH_FILES).await?;
        guest.click(the("button", "Télécharger ma copie")).await?;
        let saved = until("the file of the copy", async || {
            let saved = guest.script("return window.__saved[0] ?? null").await?;
            Ok(saved.as_str().map(str::to_owned))
        })
        .await?;
        ensure!(
            saved.contains("120 cafés") && saved.contains(offline),
            "the copy lacks something: {saved}"
        );

        // A reload changes nothing: it is told again.
        guest.goto(&cast.page("objectives")).await?;
        guest.shows("Cet espace a été remis en place").await?;
        guest.shows(SINCE).await?;

        // The guest goes on with what the server has, and writes there.
        guest
            .click(the("button", "Continuer avec l’espace"))
            .await?;
        guest.hides("Cet espace a été remis en place").await?;
        guest.shows("Enregistré").await?;
        guest.shows("Tenir 96 cafés de quartier en 2025").await?;
        guest.hides(SINCE).await?;
        let after = "Après la remise en place.";
        guest.fill(statement, after).await?;
        guest.shows("Enregistré").await?;
        // The owner still sees their own copy, into which nothing was mixed either.
        owner.hides(after).await?;
        owner
            .click(the("button", "Continuer avec l’espace"))
            .await?;
        owner.shows(after).await?;
        guest.goto(&cast.page("objectives")).await?;
        guest.shows(after).await?;

        // The copy of before waits at home until it is deleted.
        guest.goto(&format!("{}/", cast.server.url)).await?;
        guest.shows("Copies gardées sur cet appareil").await?;
        guest.script(WATCH_FILES).await?;
        guest.click(the("button", "Télécharger la copie…")).await?;
        until("the file of the copy at home", async || {
            let saved = guest.script("return window.__saved[0] ?? null").await?;
            Ok(saved
                .as_str()
                .filter(|text| text.contains(offline))
                .map(drop))
        })
        .await?;
        guest.click(the("button", "Supprimer la copie…")).await?;
        let dialog = the("dialog", "Supprimer cette copie ?");
        guest
            .click(the("button", "Supprimer la copie").within(&dialog))
            .await?;
        guest.hides("Copies gardées sur cet appareil").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_pages_of_one_browser_keep_two_histories_apart() -> Result<()> {
    let mut cast = put_back().await?;
    let first = cast.guest.new_tab().await?;
    // The second page is opened while there is no server, from the copy of this browser.
    cast.guest.goto(&cast.page("objectives")).await?;
    cast.guest.shows(SINCE).await?;
    cast.server.restart().await?;
    cast.play(async |cast| {
        let guest = &cast.guest;
        guest.shows("Cet espace a été remis en place").await?;
        guest
            .click(the("button", "Continuer avec l’espace"))
            .await?;
        guest.shows("Tenir 96 cafés de quartier en 2025").await?;
        guest.shows("Enregistré").await?;
        // The first one still holds the older history, and says so.
        guest.switch_to(&first).await?;
        guest.shows("Cet espace a été remis en place").await?;
        guest.shows(SINCE).await?;
        guest
            .click(the("button", "Continuer avec l’espace"))
            .await?;
        guest.shows("Enregistré").await?;
        guest.hides(SINCE).await?;
        cast.owner.shows("Cet espace a été remis en place").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_joined_since_the_backup_can_take_their_copy_along() -> Result<()> {
    let mut cast = Cast::in_demo("contributor").await?;
    let backup = cast.server.data().join("../copie.db");
    let backup = backup.to_string_lossy().into_owned();
    cast.server.printed(&["backup", "--to", &backup]).await?;
    let code = cast.invite("contributor").await?;
    let late = Browser::open(Screen::Laptop).await?;
    join(&late, &cast.server, &code, "Noé").await?;
    late.goto(&cast.page("objectives")).await?;
    late.shows("Enregistré").await?;
    let statement = the("textbox", "Énoncé de l’objectif").nth(1);
    late.fill(statement, SINCE).await?;
    late.shows("Enregistré").await?;
    cast.server.stop().await?;
    cast.server.printed(&["restore", "--from", &backup]).await?;
    cast.server.restart().await?;
    // The server knows nothing of them any more: they are asked in again, and their words are still in reach.
    late.shows("Par où entrez-vous").await?;
    late.shows("Ce que vous aviez ouvert ici n’est pas perdu")
        .await?;
    late.script(WATCH_FILES).await?;
    late.click(the("button", "Télécharger ma copie")).await?;
    until("the file of the copy", async || {
        let saved = late.script("return window.__saved[0] ?? null").await?;
        Ok(saved.as_str().filter(|text| text.contains(SINCE)).map(drop))
    })
    .await?;
    // It stays when that page is closed, for whoever is not signed in and for who came in again as somebody else.
    late.goto(&format!("{}/", cast.server.url)).await?;
    late.shows("Copies gardées sur cet appareil").await?;
    let code = cast.invite("contributor").await?;
    join(&late, &cast.server, &code, "Noé").await?;
    late.shows("Enregistré").await?;
    late.goto(&format!("{}/", cast.server.url)).await?;
    late.shows("Copies gardées sur cet appareil").await?;
    late.script(WATCH_FILES).await?;
    late.click(the("button", "Télécharger la copie…")).await?;
    until("the file of the copy at home", async || {
        let saved = late.script("return window.__saved[0] ?? null").await?;
        Ok(saved.as_str().filter(|text| text.contains(SINCE)).map(drop))
    })
    .await?;
    late.quit().await?;
    cast.play(async |cast| cast.owner.shows("Cet espace a été remis en place").await)
        .await
}
