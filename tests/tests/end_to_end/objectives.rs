//! Writing objectives together: axes, cards, the coach, linked indicators, order, words of the glossary.

use crate::cast::Cast;
use anyhow::{Result, ensure};
use jalon_tests::{browser::Browser, page::the, until};

/// The names of the axes, from top to bottom.
async fn axes(browser: &Browser) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('main input, main textarea')]
        .filter(field => field.labels?.[0]?.innerText.trim() === 'Nom de l’axe' || field.ariaLabel === 'Nom de l’axe')
        .map(field => field.value)";
    let names = browser.script(script).await?;
    Ok(serde_json::from_value(names)?)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_axis_and_an_objective_appear_on_both_screens() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        owner.click(the("button", "Ajouter un axe")).await?;
        until("the name of the new axis to have the focus", async || {
            let tag = owner
                .script("return document.activeElement.tagName")
                .await?;
            Ok((tag == "TEXTAREA").then_some(()))
        })
        .await?;
        owner.type_text("Faire vivre le jardin").await?;
        guest.shows("Faire vivre le jardin").await?;

        guest
            .click(the(
                "button",
                "Ajouter un objectif à l’axe Faire vivre le jardin",
            ))
            .await?;
        let empty = the("textbox", "Énoncé de l’objectif").nth(10);
        owner.find(empty).await?;
        guest.type_text("Améliorer le jardin.").await?;
        owner.has_value(empty, "Améliorer le jardin.").await?;
        // The coach asks both of them, and blocks neither.
        for browser in [owner, guest] {
            until("the coach to ask", async || {
                let text = browser.visible_text().await?;
                Ok((text.matches("Le coach demande").count() >= 4).then_some(()))
            })
            .await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn choices_travel_and_the_last_one_stays() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let status = the("combobox", "Statut…").nth(2);
        cast.owner.choose(status, "Proposé").await?;
        until("the guest to see the new status", async || {
            Ok((cast.guest.value(status).await? == "proposed").then_some(()))
        })
        .await?;
        cast.guest.choose(status, "Brouillon").await?;
        until("the owner to see it taken back", async || {
            Ok((cast.owner.value(status).await? == "draft").then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn axes_are_ordered_from_the_keyboard() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let before = axes(&cast.owner).await?;
        ensure!(before.len() == 4, "{before:?}");
        cast.owner
            .focus(the("button", "Actions de l’axe…").nth(1))
            .await?;
        cast.owner.press("Enter", 13).await?;
        cast.owner.click(the("menuitem", "Monter l’axe")).await?;
        for browser in [&cast.owner, &cast.guest] {
            until("the second axis to be the first", async || {
                let now = axes(browser).await?;
                ensure!(now.len() == 4, "{now:?}");
                Ok((now[0] == before[1] && now[1] == before[0]).then_some(()))
            })
            .await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_indicator_is_linked_and_a_word_shows_its_definition() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        // The third card is the draft that is linked to nothing yet.
        let card = the("article", "…").nth(2);
        owner
            .click(the("button", "Ouvrir les détails…").within(&card))
            .await?;
        owner
            .click(the("button", "Relier un indicateur").within(&card))
            .await?;
        owner.type_text("récits").await?;
        owner
            .click(the("button", "Relier : Récits de changement"))
            .await?;
        owner
            .find(the("button", "Ne plus relier : Récits de changement"))
            .await?;
        until("the guest to see one indicator more", async || {
            Ok(guest
                .text(card)
                .await?
                .contains("1 indicateur")
                .then_some(()))
        })
        .await?;
        // A word that the glossary agreed on shows its definition where it is used.
        let statement = the("textbox", "Énoncé de l’objectif").nth(2);
        owner
            .fill(
                statement,
                "Rendre la démarche plus claire grâce à la co-construction.",
            )
            .await?;
        owner
            .click(the(
                "button",
                "co-construction : voir la définition convenue",
            ))
            .await?;
        owner
            .shows("toutes les parties concernées ont un pouvoir réel sur le résultat")
            .await
    })
    .await
}
