//! Writing the glossary together: languages side by side, debates, searching, and words where they are used.

use crate::cast::Cast;
use anyhow::{Result, ensure};
use jalon_tests::{
    browser::Browser,
    page::{Target, the},
    until,
};

/// The terms that the page shows, from top to bottom.
async fn terms(browser: &Browser) -> Result<Vec<String>> {
    browser.names(the("article", "…")).await
}

/// Waits until the page shows these terms and no others.
async fn shows_terms(browser: &Browser, wanted: &[&str]) -> Result<()> {
    until(&format!("the page to show {wanted:?}"), async || {
        let shown = terms(browser).await?;
        ensure!(shown == wanted, "it shows {shown:?}");
        Ok(Some(()))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_term_is_written_in_three_languages_side_by_side() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        cast.both_open("glossary").await?;
        owner.click(the("button", "Ajouter un terme")).await?;
        let unnamed = the("article", "Terme sans nom");
        owner
            .has_focus(the("textbox", "Terme (français)").within(&unnamed))
            .await?;
        owner.type_text("pouvoir d’agir").await?;
        let card = the("article", "pouvoir d’agir");
        guest
            .click(the("button", "Ouvrir : pouvoir d’agir").within(&card))
            .await?;

        // Three columns beside each other, written by both at once.
        let (french, english, italian) = (
            "Capacité de décider et d’agir sur ce qui compte pour soi.",
            "empowerment",
            "potere di agire",
        );
        let field = |label| the("textbox", label).within(&card);
        let (one, other) = tokio::join!(
            owner.fill(field("Définition (français)"), french),
            guest.fill(field("Terme (anglais)"), english),
        );
        one.and(other)?;
        let (one, other) = tokio::join!(
            owner.fill(field("Terme (italien)"), italian),
            guest.fill(field("Variantes (français)"), "fr-BE : capacitation"),
        );
        one.and(other)?;
        owner
            .choose(
                the("combobox", "Genre (français)").within(&card),
                "Masculin",
            )
            .await?;
        guest
            .fill(
                field("Faux amis (anglais)"),
                "empowerment n’est pas autonomie",
            )
            .await?;

        // Both still disagree, and say how.
        guest
            .choose(the("combobox", "Statut").within(&card), "En débat")
            .await?;
        let debate = "Les uns y lisent un pouvoir individuel, les autres un pouvoir collectif.";
        owner.fill(field("Ce qui fait débat"), debate).await?;
        // Related terms are linked from both sides.
        owner
            .choose(the("combobox", "Lier un terme").within(&card), "pair")
            .await?;
        guest
            .find(the("button", "Aller à pair").within(&card))
            .await?;
        for browser in [owner, guest] {
            for (label, text) in [
                ("Définition (français)", french),
                ("Terme (anglais)", english),
                ("Terme (italien)", italian),
                ("Variantes (français)", "fr-BE : capacitation"),
                ("Faux amis (anglais)", "empowerment n’est pas autonomie"),
                ("Ce qui fait débat", debate),
            ] {
                browser.has_value(field(label), text).await?;
            }
            browser
                .has_value(
                    the("combobox", "Genre (français)").within(&card),
                    "masculine",
                )
                .await?;
        }
        guest
            .click(the("button", "Refermer : pouvoir d’agir"))
            .await?;
        guest.shows("Désaccord ouvert").await?;
        guest.shows(debate).await?;
        guest.click(the("button", "Ouvrir : pair")).await?;
        guest.find(the("button", "Aller à pouvoir d’agir")).await?;
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn terms_are_found_by_word_by_status_and_by_what_is_missing() -> Result<()> {
    const SEARCH: Target<'static> = the("searchbox", "Chercher dans le glossaire");
    const STATUS: Target<'static> = the("combobox", "Statut");
    const MISSING: Target<'static> = the("combobox", "Langue à compléter");
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        cast.both_open("glossary").await?;
        owner.shows("24 termes").await?;
        // Without accents, in any language.
        owner.fill(SEARCH, "ecosysteme").await?;
        shows_terms(owner, &["écosystème"]).await?;
        owner.fill(SEARCH, "guided").await?;
        shows_terms(owner, &["accompagnement"]).await?;
        owner.shows("1 sur 24 termes").await?;
        owner
            .click(the("button", "Effacer la recherche et les filtres"))
            .await?;
        owner.shows("24 termes").await?;
        ensure!(
            terms(guest).await?.len() == 24,
            "somebody else's search hides terms"
        );

        owner.choose(STATUS, "En débat").await?;
        let debated = ["audit social", "impact social", "utilité sociale"];
        shows_terms(owner, &debated).await?;
        // What somebody agrees to meanwhile is no longer among them.
        guest.click(the("button", "Ouvrir : audit social")).await?;
        let card = the("article", "audit social");
        guest.choose(STATUS.within(&card), "Validé").await?;
        shows_terms(owner, &debated[1..]).await?;
        owner.choose(STATUS, "Tous les statuts").await?;

        // Another language: every term lacks it, until somebody writes it.
        owner.choose(MISSING, "italien").await?;
        owner.shows("Aucun terme ne correspond").await?;
        owner
            .click(the("button", "Effacer la recherche et les filtres"))
            .await?;
        owner.click(the("button", "Langues du glossaire")).await?;
        let languages = the("dialog", "Langues du glossaire…");
        owner
            .click(the("button", "Ajouter : néerlandais").within(&languages))
            .await?;
        owner
            .find(the("button", "Retirer : néerlandais").within(&languages))
            .await?;
        owner.press("Escape", 27).await?;
        owner.choose(MISSING, "néerlandais").await?;
        until("every term to lack a Dutch word", async || {
            Ok((terms(owner).await?.len() == 24).then_some(()))
        })
        .await?;
        guest
            .fill(
                the("textbox", "Terme (néerlandais)").within(&card),
                "sociale audit",
            )
            .await?;
        let definition = "Onderzoek van de samenhang tussen beloften en daden.";
        guest
            .fill(
                the("textbox", "Définition (néerlandais)").within(&card),
                definition,
            )
            .await?;
        until("one term to be complete", async || {
            let shown = terms(owner).await?;
            Ok((shown.len() == 23 && !shown.contains(&"audit social".to_owned())).then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agreed_word_shows_its_meaning_where_it_is_used() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        guest.goto(&cast.page("glossary")).await?;
        guest.click(the("button", "Ajouter un terme")).await?;
        guest.has_focus(the("textbox", "Terme (français)")).await?;
        guest.type_text("binôme").await?;
        let card = the("article", "binôme");
        let meaning = "Deux personnes, l’une salariée et l’autre bénévole, qui animent ensemble.";
        guest
            .fill(
                the("textbox", "Définition (français)").within(&card),
                meaning,
            )
            .await?;

        // Proposed only: nobody agreed to it yet.
        let statement = the("textbox", "Énoncé de l’objectif…").nth(2);
        owner
            .fill(statement, "Former six binômes avant le 30 juin 2026.")
            .await?;
        let word = the("button", "binôme : voir la définition convenue");
        guest.shows("Enregistré").await?;
        ensure!(
            owner.count(word).await? == 0,
            "a word that is only proposed counts as agreed"
        );
        guest
            .choose(the("combobox", "Statut").within(&card), "Validé")
            .await?;
        owner.click(word).await?;
        owner.shows(meaning).await?;

        // It follows its glossary.
        guest
            .fill(
                the("textbox", "Définition (français)").within(&card),
                "Deux personnes qui animent.",
            )
            .await?;
        owner.shows("Deux personnes qui animent.").await?;
        owner.hides(meaning).await?;
        // The same in the grid.
        owner.goto(&cast.page("indicators")).await?;
        owner.click(the("button", "Ouvrir la fiche…")).await?;
        let sheet = the("dialog", "Fiche de l’indicateur : Cafés de quartier tenus");
        owner
            .fill(
                the("textbox", "Définition").within(&sheet),
                "Cafés tenus par un binôme.",
            )
            .await?;
        owner.click(word.within(&sheet)).await?;
        owner.shows("Deux personnes qui animent.").await
    })
    .await
}
