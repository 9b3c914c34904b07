//! Entering readings together: each shape of a measure, what they come to, comments, verbatims, history, and
//! two values at once.

use crate::{
    cast::{Cast, GUEST},
    cells::{Cell, cell},
};
use anyhow::Result;
use jalon_tests::{browser::Browser, page::the};

/// Fills the fields of the open editor and saves.
async fn save(browser: &Browser, fields: &[(&str, &str)], preview: &str) -> Result<()> {
    let editor = the("dialog", "…");
    for (label, number) in fields {
        browser
            .fill(the("textbox", label).within(&editor), number)
            .await?;
    }
    if !preview.is_empty() {
        browser.shows(preview).await?;
    }
    browser
        .click(the("button", "Enregistrer la valeur").within(&editor))
        .await?;
    browser.gone(editor).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_value_typed_into_its_cell_is_on_the_other_screen() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        cast.both_open("readings").await?;
        let july = cell("Cafés de quartier tenus", "juillet 2025");
        july.write(owner, "9").await?;
        owner.press("Enter", 13).await?;
        // Enter goes down, to the same month of the next indicator.
        let below = cell("Heures de répit réalisées", "juillet 2025");
        below.has_focus(owner).await?;
        below.write(owner, "1 112,5").await?;
        owner.press("Enter", 13).await?;
        july.says(guest, "9").await?;
        below.says(guest, "1\u{202f}112,5").await?;
        // 6+7+8+8+9+7+9 = 54 of 96 × 7/12 = 56: 96 %.
        for browser in [owner, guest] {
            browser
                .find(the(
                    "gridcell",
                    "54 cible 96 · 2025 96 % Cible proche ou atteinte attendu à ce jour 56",
                ))
                .await?;
        }

        // What is no number is said, and changes nothing.
        july.enter(guest, "beaucoup").await?;
        guest.shows("Un nombre est attendu ici").await?;
        guest.press("Escape", 27).await?;
        july.says(guest, "9").await?;
        july.says(owner, "9").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_shape_of_a_measure_is_computed_over_its_answers() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        cast.both_open("readings").await?;

        // A ratio: 37/90, 44/94 and 60/80 come to 141/264 = 53,4 %, and not to the mean of three percentages.
        let elders = cell("Aînés ayant au moins trois contacts par semaine", "T3 2025");
        guest
            .find(the("gridcell", "44 % cible 55 % · 2025 80 % En chemin"))
            .await?;
        elders.open(owner).await?;
        let editor = the(
            "dialog",
            "Aînés ayant au moins trois contacts par semaine · T3 2025…",
        );
        owner.find(editor).await?;
        let labels = owner.names(the("textbox", "…").within(&editor)).await?;
        save(
            owner,
            &[(&labels[0], "60"), (&labels[1], "80")],
            "75 % 60 sur 80",
        )
        .await?;
        guest
            .find(the(
                "gridcell",
                "53,4 % cible 55 % · 2025 97 % Cible proche ou atteinte",
            ))
            .await?;
        guest.shows("60 sur 80").await?;

        // Counts by level: 7, 17, 31 and 42 of 97 answers, with an indicative mean of 302/97 = 3,1.
        let levels = cell("Sentiment d’être écouté chez les aidants", "T3 2025");
        levels.open(guest).await?;
        let counts = [
            ("Niveau 1 : Je raconte sans que rien ne change", "1"),
            ("Niveau 2 : On m’écoute, mais je répète souvent", "1"),
            ("Niveau 3 : On m’écoute et l’on me répond", "1"),
            ("Niveau 4 : On m’écoute et l’on agit avec moi", "17"),
        ];
        save(guest, &counts, "moyenne indicative · n = 20").await?;
        owner.shows("moy. 3,7 · n = 20").await?;
        owner
            .find(the("gridcell", "3,1 cible 3,3 · 2025 94 % En chemin"))
            .await?;

        // A mean counts as much as its answers: (4,0×143 + 4,2×171 + 5×100)/414 = 4,3.
        let mean = cell("Satisfaction aux cafés de quartier", "T3 2025");
        mean.open(owner).await?;
        save(
            owner,
            &[("Moyenne (sur 5)", "5"), ("Nombre de réponses (n)", "100")],
            "",
        )
        .await?;
        guest
            .find(the(
                "gridcell",
                "4,3 cible 4,4 · 2025 98 % Cible proche ou atteinte",
            ))
            .await?;
        guest.shows("n = 100").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cell_keeps_its_comments_its_words_and_its_history() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        cast.both_open("readings").await?;
        let cell = cell("Récits de changement", "T2 2025");
        cell.open(guest).await?;
        save(
            guest,
            &[
                ("Valeur (récits)", "8"),
                ("Commentaire", "Deux récits relus en juillet."),
            ],
            "",
        )
        .await?;
        cell.says(owner, "8").await?;
        let details = the(
            "button",
            "Détails : Récits de changement, T2 2025 – avec un commentaire",
        );
        owner.click(details).await?;
        owner
            .has_value(
                the("textbox", "Commentaire"),
                "Deux récits relus en juillet.",
            )
            .await?;
        owner
            .click(the("DisclosureTriangle", "Historique (2)"))
            .await?;
        owner.shows(&format!("saisi par {GUEST}")).await?;
        owner.shows("6 récits").await?;

        // The words of the people who were heard, written by both in one editor.
        owner.click(the("button", "Ajouter une parole")).await?;
        cell.open(guest).await?;
        let word = the("group", "Parole recueillie…");
        let count = owner.count(word).await?;
        let last = word.nth(count - 1);
        let (one, other) = tokio::join!(
            owner.fill(
                the("textbox", "Parole").within(&last),
                "Depuis le café, je connais mes voisins."
            ),
            guest.fill(
                the("textbox", "Qui parle").within(&last),
                "habitant, 81 ans"
            ),
        );
        one.and(other)?;
        for browser in [owner, guest] {
            browser
                .shows("Depuis le café, je connais mes voisins.")
                .await?;
            browser.shows("habitant, 81 ans").await?;
        }

        // Taken back: the cell is empty, the history is not.
        guest.click(the("button", "Retirer la valeur")).await?;
        guest.gone(the("dialog", "…")).await?;
        cell.says(guest, "à saisir").await?;
        owner.shows("valeur retirée").await?;
        owner
            .find(the("DisclosureTriangle", "Historique (3)"))
            .await?;
        owner.press("Escape", 27).await?;
        cell.says(owner, "à saisir").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_values_for_one_cell_are_both_kept_until_somebody_chooses() -> Result<()> {
    const CELL: Cell<'static> = cell("Cafés de quartier tenus", "juillet 2025");
    let mut cast = Cast::in_demo("contributor").await?;
    cast.both_open("readings").await?;
    // Without a line neither can know of the other.
    cast.server.stop().await?;
    for (browser, value) in [(&cast.owner, "9"), (&cast.guest, "11")] {
        browser.shows("Hors ligne").await?;
        CELL.enter(browser, value).await?;
        CELL.says(browser, value).await?;
    }
    cast.server.restart().await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        let details = the(
            "button",
            "Détails : Cafés de quartier tenus, juillet 2025 – 2 valeurs saisies en même temps",
        );
        owner.find(details).await?;
        guest.click(details).await?;
        let choices = the(
            "group",
            "Deux valeurs ont été saisies en même temps : laquelle garder ?",
        );
        guest
            .find(the("button", "Garder 9 cafés").within(&choices))
            .await?;
        guest
            .click(the("button", "Garder 11 cafés").within(&choices))
            .await?;
        guest.gone(choices).await?;
        guest
            .find(the("DisclosureTriangle", "Historique (3)"))
            .await?;
        guest.press("Escape", 27).await?;
        for browser in [owner, guest] {
            browser.gone(details).await?;
            CELL.says(browser, "11").await?;
            browser
                .find(the(
                    "gridcell",
                    "56 cible 96 · 2025 100 % Cible proche ou atteinte attendu à ce jour 56",
                ))
                .await?;
        }
        Ok(())
    })
    .await
}
