//! Composing the dashboard together: blocks of every kind, their order, and what pictures say without pictures.

use crate::{cast::Cast, cells::cell};
use anyhow::{Result, ensure};
use jalon_tests::{
    browser::Browser,
    page::{one_spaced, the},
    until,
};

/// The titles of the blocks, from top to bottom.
async fn blocks(browser: &Browser) -> Result<Vec<String>> {
    let script =
        "return [...document.querySelectorAll('.dashboard h3')].map(head => head.innerText)";
    let titles = browser.script(script).await?;
    let titles: Vec<String> = serde_json::from_value(titles)?;
    Ok(titles.iter().map(|title| one_spaced(title)).collect())
}

/// Waits until the blocks have these titles.
async fn has_blocks(browser: &Browser, wanted: &[&str]) -> Result<()> {
    until(&format!("the blocks {wanted:?}"), async || {
        let shown = blocks(browser).await?;
        ensure!(shown == wanted, "there are {shown:?}");
        Ok(Some(()))
    })
    .await
}

/// Adds a block of a kind and gives it a title.
pub(crate) async fn add(browser: &Browser, kind: &str, title: &str) -> Result<()> {
    browser.click(the("button", "Ajouter un bloc")).await?;
    browser.click(the("menuitem", &format!("{kind}…"))).await?;
    browser.has_focus(the("textbox", "Titre")).await?;
    browser.fill(the("textbox", "Titre"), title).await
}

/// Chooses an indicator for the block that is open.
pub(crate) async fn choose(browser: &Browser, indicator: &str) -> Result<()> {
    let group = the("group", "Indicateurs montrés");
    if browser
        .count(the("button", "Terminé").within(&group))
        .await?
        == 0
    {
        browser
            .click(the("button", "Choisir").within(&group))
            .await?;
    }
    browser
        .click(the("checkbox", indicator).within(&group))
        .await
}

const SAMPLE: [&str; 6] = [
    "L’essentiel en trois phrases",
    "Où en sommes-nous ?",
    "Heures de répit, mois par mois",
    "Ce que disent les aidants",
    "Récits choisis",
    "Décisions et ajustements",
];

#[tokio::test(flavor = "multi_thread")]
async fn blocks_are_added_filled_ordered_and_deleted_together() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        cast.both_open("dashboard").await?;
        has_blocks(guest, &SAMPLE).await?;

        add(owner, "Texte libre", "À savoir").await?;
        owner.fill(the("textbox", "Texte"), "Deux enquêtes se terminent en septembre.").await?;
        guest.shows("Deux enquêtes se terminent en septembre.").await?;
        add(guest, "Évolution dans le temps", "Les cafés au fil des mois").await?;
        choose(guest, "Cafés de quartier tenus").await?;
        owner.find(the("image", "Cafés de quartier tenus, cumul : de 6 cafés (janvier 2025) à 45 cafés (juin 2025)…")).await?;
        let mut wanted = [SAMPLE.as_slice(), &["À savoir", "Les cafés au fil des mois"]].concat();
        for browser in [owner, guest] {
            has_blocks(browser, &wanted).await?;
        }

        // One place up, from the keyboard.
        let last = the("group", "Bloc : Les cafés au fil des mois");
        owner.focus(the("button", "Monter…").within(&last)).await?;
        owner.press("Enter", 13).await?;
        wanted.swap(6, 7);
        for browser in [owner, guest] {
            has_blocks(browser, &wanted).await?;
        }

        // A decision, written in its block and seen on the other screen.
        owner.click(the("button", "Modifier le bloc : Décisions et ajustements")).await?;
        owner.click(the("button", "Ajouter une décision")).await?;
        let decisions = the("group", "Décision");
        let count = owner.count(decisions).await?;
        let decision = decisions.nth(count - 1);
        owner.has_focus(the("textbox", "Décision").within(&decision)).await?;
        owner.type_text("Ouvrir un café le samedi.").await?;
        owner.fill(the("textbox", "Qui s’en charge").within(&decision), "Animateur de quartier").await?;
        owner.choose(the("combobox", "Indicateur concerné").within(&decision), "Cafés de quartier tenus").await?;
        guest.shows("Ouvrir un café le samedi.").await?;
        guest.shows("Animateur de quartier · Cafés de quartier tenus").await?;

        guest.click(the("button", "Mettre à la corbeille : À savoir")).await?;
        wanted.retain(|title| *title != "À savoir");
        for browser in [owner, guest] {
            has_blocks(browser, &wanted).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_picture_says_in_words_and_in_a_table_what_it_shows() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        cast.both_open("dashboard").await?;
        let region = |title| the("region", title);
        for (block, picture) in [
            (SAMPLE[1], "Cafés de quartier tenus : 45 cafés pour une cible de 96 cafés, soit 94 % de ce qui est attendu à ce jour. En chemin."),
            (SAMPLE[1], "Bilans d’équipe tenus : 83,3 % pour une cible de 92 %, soit 91 %. En chemin."),
            (SAMPLE[2], "Heures de répit réalisées, cumul : de 74,5 heures (janvier 2025) à 560,5 heures (juin 2025)…"),
            (SAMPLE[3], "Oser demander de l’aide, 76 réponses : niveau 1 (Je fais tout seul) 17, soit 22 %…"),
        ] {
            let block = region(block);
            guest.find(the("image", picture).within(&block)).await?;
        }
        // No picture without words.
        let unnamed = "return document.querySelectorAll('main svg:not([aria-hidden]):not([role=img])').length";
        ensure!(guest.script(unnamed).await? == 0, "a picture says nothing");

        // The same data as a table, folded until somebody asks for it.
        let line = region(SAMPLE[2]);
        let table = the("table", "Heures de répit réalisées").within(&line);
        ensure!(guest.count(table).await? == 0, "the data is not folded");
        guest.click(the("DisclosureTriangle", "Voir les données Heures de répit réalisées").within(&line)).await?;
        for cell in ["104 heures", "450 heures", "560,5 heures"] {
            guest.find(the("cell", cell).within(&table)).await?;
        }
        let spread = region(SAMPLE[3]);
        let levels = the("table", "Oser demander de l’aide").within(&spread);
        let cells = guest.names(the("cell", "…").within(&levels)).await?;
        ensure!(cells == ["8", "11 %", "23", "30 %", "28", "37 %", "17", "22 %"], "{cells:?}");

        // The pictures follow the readings of the others.
        owner.goto(&cast.page("readings")).await?;
        cell("Cafés de quartier tenus", "juillet 2025").enter(owner, "11").await?;
        let gauges = region(SAMPLE[1]);
        guest.find(the("image", "Cafés de quartier tenus : 56 cafés pour une cible de 96 cafés, soit 100 %…").within(&gauges)).await?;

        // Shown to a room, nothing can be changed by a slip.
        guest.click(the("button", "Présentation")).await?;
        guest.gone(the("button", "Monter…")).await?;
        guest.press("Escape", 27).await?;
        guest.find(the("button", "Monter…")).await?;
        Ok(())
    })
    .await
}
