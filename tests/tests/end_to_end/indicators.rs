//! Building the grid of indicators together: rows, cells, the sheet, what is computed, the order.

use crate::cast::Cast;
use anyhow::{Context, Result, ensure};
use jalon_tests::{
    browser::Browser,
    page::{Target, the},
    until,
};

const ACTIVITY: Target<'static> = the("table", "Grille d’indicateurs : Activité");
const QUALITY: Target<'static> = the("table", "Grille d’indicateurs : Qualité perçue");
const IMPACT: Target<'static> = the("table", "Grille d’indicateurs : Impact sur les publics");

/// The names of the indicators of a table, from top to bottom.
async fn rows(browser: &Browser, table: Target<'_>) -> Result<Vec<String>> {
    let heads = browser.names(the("rowheader", "…").within(&table)).await?;
    let name = |head: &String| {
        head.trim_start_matches("Nom de l’indicateur")
            .trim()
            .to_owned()
    };
    Ok(heads.iter().map(name).collect())
}

/// The row of an indicator, once it is there; a mark of who is in its name may stand beside the name. The
/// heads of the columns are row 0.
pub(crate) async fn row<'a>(
    browser: &Browser,
    table: &'a Target<'a>,
    name: &str,
) -> Result<Target<'a>> {
    let what = format!("the row of {name:?}");
    let position = until(&what, async || {
        let is_it = |row: &String| row == name || (!name.is_empty() && row.contains(name));
        let rows = rows(browser, *table).await?;
        let position = rows.iter().position(is_it);
        ensure!(position.is_some(), "there are {rows:?}");
        Ok(position)
    });
    Ok(the("row", "…").nth(position.await? + 1).within(table))
}

/// Types letter by letter, as people do.
async fn type_slowly(browser: &Browser, text: &str) -> Result<()> {
    for letter in text.chars() {
        browser.type_text(&letter.to_string()).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_write_in_the_cells_of_one_row_at_once() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        cast.both_open("indicators").await?;
        let section = the("region", "Activité");
        owner
            .click(the("button", "Ajouter un indicateur…").within(&section))
            .await?;
        let mine = row(owner, &ACTIVITY, "").await?;
        owner
            .has_focus(the("textbox", "Nom de l’indicateur").within(&mine))
            .await?;
        owner.type_text("Ateliers cuisine tenus").await?;

        let theirs = row(guest, &ACTIVITY, "Ateliers cuisine tenus").await?;
        let (source, unit) = ("Cahier de cuisine", "ateliers");
        let (one, other) = tokio::join!(
            owner.fill(the("textbox", "Source").within(&mine), source),
            guest.fill(the("textbox", "Unité").within(&theirs), unit),
        );
        one.and(other)?;
        // Numbers are taken as people type them, and shown as the reader's language writes them.
        let (one, other) = tokio::join!(
            owner.enter(the("textbox", "Cible").within(&mine), "1 200,5"),
            guest.enter(the("textbox", "Départ").within(&theirs), "1040.25"),
        );
        one.and(other)?;
        guest
            .enter(
                the("textbox", "Période de la cible").within(&theirs),
                "2026",
            )
            .await?;
        guest
            .choose(the("combobox", "Fréquence").within(&theirs), "Chaque mois")
            .await?;
        for (browser, row) in [(owner, mine), (guest, theirs)] {
            for (field, value) in [
                ("Source", source),
                ("Unité", unit),
                ("Cible", "1\u{202f}200,5"),
                ("Départ", "1\u{202f}040,25"),
                ("Période de la cible", "2026"),
            ] {
                browser
                    .has_value(the("textbox", field).within(&row), value)
                    .await?;
            }
            browser
                .has_value(the("combobox", "Fréquence").within(&row), "monthly")
                .await?;
            browser
                .find(the("cell", "pas encore de relevé").within(&row))
                .await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_typed_at_once_into_one_cell_merge() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        cast.both_open("indicators").await?;
        let here = row(owner, &ACTIVITY, "Cafés de quartier tenus").await?;
        let source = the("textbox", "Source").within(&here);
        let before = "Cahier d’animation";
        owner.has_value(source, before).await?;
        owner.put_caret(source, 0).await?;
        guest.put_caret(source, before.chars().count()).await?;
        let (one, other) = tokio::join!(
            type_slowly(owner, "Le "),
            type_slowly(guest, ", relu à deux 🧾")
        );
        one.and(other)?;
        for browser in [owner, guest] {
            browser
                .has_value(source, "Le Cahier d’animation, relu à deux 🧾")
                .await?;
        }

        // In the middle, the letters of both may lie in any order, and in the same one on both screens.
        for browser in [owner, guest] {
            browser.put_caret(source, 3).await?;
        }
        let (one, other) = tokio::join!(type_slowly(owner, "GRAND"), type_slowly(guest, "petit"));
        one.and(other)?;
        until("both to show the same words", async || {
            let (one, other) = (owner.value(source).await?, guest.value(source).await?);
            ensure!(one == other, "{one:?} and {other:?}");
            Ok((one.contains("GRAND") && one.contains("petit")).then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sheet_decides_where_an_indicator_stands_and_how_it_is_read() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        cast.both_open("indicators").await?;
        let name = "Récits de changement";
        let mine = row(owner, &IMPACT, name).await?;
        owner
            .click(the("button", "Ouvrir la fiche…").within(&mine))
            .await?;
        let sheet = the("dialog", "Fiche de l’indicateur : Récits de changement");
        let field = |role, label| the(role, label).within(&sheet);

        // Another category: it moves to another table, on both screens, and its sheet stays open.
        owner
            .choose(field("combobox", "Catégorie"), "Qualité perçue")
            .await?;
        let theirs = row(guest, &QUALITY, name).await?;
        ensure!(
            !rows(guest, IMPACT).await?.iter().any(|row| row == name),
            "it stands in two tables"
        );
        guest
            .click(the("button", "Ouvrir la fiche…").within(&theirs))
            .await?;

        // Levels in words, written by both.
        owner
            .choose(field("combobox", "Nature"), "Qualitatif")
            .await?;
        owner
            .choose(
                field("combobox", "Comment réunir les périodes"),
                "Répartition par niveau",
            )
            .await?;
        guest
            .shows("On compte les réponses à chaque niveau décrit.")
            .await?;
        guest.click(field("button", "Ajouter un niveau")).await?;
        owner.find(field("textbox", "Niveau 2")).await?;
        owner.click(field("button", "Ajouter un niveau")).await?;
        let (one, other) = tokio::join!(
            owner.fill(field("textbox", "Niveau 1"), "Je n’ose pas raconter"),
            guest.fill(field("textbox", "Niveau 3"), "Je raconte, et l’on m’écoute"),
        );
        one.and(other)?;
        for browser in [owner, guest] {
            browser
                .has_value(field("textbox", "Niveau 1"), "Je n’ose pas raconter")
                .await?;
            browser
                .has_value(field("textbox", "Niveau 3"), "Je raconte, et l’on m’écoute")
                .await?;
        }
        guest.click(field("button", "Retirer le niveau 3")).await?;
        owner.gone(field("textbox", "Niveau 3")).await?;

        // The rest of the sheet.
        for (browser, label, text) in [
            (
                owner,
                "Définition",
                "Récits relus et acceptés par la personne.",
            ),
            (
                guest,
                "Biais connus",
                "On raconte plus volontiers ce qui a réussi.",
            ),
            (
                owner,
                "Qui s’est mis d’accord",
                "L’équipe et deux bénévoles",
            ),
        ] {
            browser.fill(field("textbox", label), text).await?;
        }
        for browser in [owner, guest] {
            browser
                .shows("Récits relus et acceptés par la personne.")
                .await?;
            browser
                .shows("On raconte plus volontiers ce qui a réussi.")
                .await?;
            browser.shows("L’équipe et deux bénévoles").await?;
        }
        owner.press("Escape", 27).await?;
        owner.gone(sheet).await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn progress_follows_the_readings_and_the_thresholds() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        cast.both_open("indicators").await?;
        for (table, name, progress) in [
            (ACTIVITY, "Cafés de quartier tenus", "94 % En chemin"),
            (
                ACTIVITY,
                "Entretiens d’accompagnement vers l’emploi",
                "99 % Cible proche ou atteinte",
            ),
            (
                QUALITY,
                "Sentiment d’être écouté chez les aidants",
                "90 % En chemin",
            ),
            (
                IMPACT,
                "Aînés ayant au moins trois contacts par semaine",
                "80 % En chemin",
            ),
            (IMPACT, "Charge ressentie par les aidants", "87 % En chemin"),
        ] {
            let row = row(guest, &table, name).await?;
            guest
                .find(the("cell", progress).within(&row))
                .await
                .context(name)?;
        }

        // 45 coffees of the 48 that half a year asks for; good from 90 % on instead of 95 %.
        let row = row(owner, &ACTIVITY, "Cafés de quartier tenus").await?;
        owner
            .click(the("button", "Ouvrir la fiche…").within(&row))
            .await?;
        let sheet = the("dialog", "Fiche de l’indicateur : Cafés de quartier tenus");
        owner.find(sheet).await?;
        for words in ["45 cafés", "48 cafés", "94 % de la cible"] {
            owner.shows(words).await?;
        }
        let good = the("textbox", "Bon à partir de…").within(&sheet);
        owner.has_value(good, "95").await?;
        owner.enter(good, "90").await?;
        guest
            .find(the("cell", "94 % Cible proche ou atteinte").within(&row))
            .await?;
        // The two thresholds do not cross: what was typed stays, with the reason below it.
        let alert = the("textbox", "Écart à comprendre en dessous de…").within(&sheet);
        owner.enter(alert, "95").await?;
        owner.shows("Choisissez un nombre entre 1 et 90.").await?;
        owner.has_value(alert, "95").await?;
        owner.enter(good, "96").await?;
        owner.enter(alert, "95").await?;
        guest
            .find(the("cell", "94 % Un écart à comprendre").within(&row))
            .await?;
        // Twice as much to do: 45 of 96.
        owner
            .enter(the("textbox", "Cible").within(&sheet), "192")
            .await?;
        guest
            .find(the("cell", "47 % Un écart à comprendre").within(&row))
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_ordered_from_the_keyboard() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        cast.both_open("indicators").await?;
        let first = row(owner, &ACTIVITY, "Cafés de quartier tenus").await?;
        let mut wanted = rows(owner, ACTIVITY).await?;
        wanted.swap(0, 1);
        owner
            .focus(the("button", "Actions de l’indicateur…").within(&first))
            .await?;
        owner.press("Enter", 13).await?;
        // The first one cannot go up: the keyboard stands on the way down.
        owner.find(the("menuitem", "Descendre")).await?;
        owner.press("Enter", 13).await?;
        for browser in [owner, guest] {
            until("the rows to change places", async || {
                let now = rows(browser, ACTIVITY).await?;
                ensure!(now == wanted, "{now:?}");
                Ok(Some(()))
            })
            .await?;
        }

        // Elsewhere from the menu too, and back by taking the step back.
        guest
            .focus(the("button", "Actions de l’indicateur…").within(&first))
            .await?;
        guest.press("Enter", 13).await?;
        guest
            .click(the("menuitem", "Passer en Impact sur les publics"))
            .await?;
        row(owner, &IMPACT, &wanted[0]).await?;
        guest.click(the("button", "Annuler")).await?;
        row(owner, &ACTIVITY, &wanted[0]).await?;
        Ok(())
    })
    .await
}
