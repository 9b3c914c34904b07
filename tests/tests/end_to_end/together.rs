//! Seeing each other: words that merge as they are typed, carets that stay, who is where, and the truth
//! about what is saved.

use crate::cast::{Cast, GUEST};
use anyhow::{Result, ensure};
use jalon_tests::{
    browser::Browser,
    page::{Target, the},
    until,
};
use serde_json::json;
use std::time::Duration;

/// The statement of the first objective of the demo.
const STATEMENT: Target = the("textbox", "Énoncé de l’objectif");
/// Where the caret is in the focused field, in UTF-16 code units.
const CARET: &str = "return document.activeElement.selectionStart";
/// The text of the focused field, and where the caret is.
const WRITTEN: &str =
    "return [document.activeElement.value, document.activeElement.selectionStart]";
/// The name of an axis of the demo that is not the first one.
const ANOTHER_AXIS: &str = "Soutenir les proches aidants";

/// A script that tells whether any box of the page holds exactly this text.
fn holds(text: &str) -> Result<String> {
    Ok(format!(
        "return [...document.querySelectorAll('textarea')].some(box => box.value === {})",
        serde_json::to_string(text)?
    ))
}

async fn put_caret(browser: &Browser, target: Target<'_>, at: usize) -> Result<()> {
    browser.focus(target).await?;
    browser
        .script(&format!(
            "document.activeElement.setSelectionRange({at}, {at})"
        ))
        .await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn words_merge_letter_by_letter_and_the_caret_stays() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        let before = owner.value(STATEMENT).await?;
        put_caret(owner, STATEMENT, 10).await?;
        put_caret(guest, STATEMENT, 0).await?;
        guest.type_text("Été 😀 ").await?;
        owner
            .has_value(STATEMENT, &format!("Été 😀 {before}"))
            .await?;
        ensure!(
            owner.script(CARET).await? == 10 + 7,
            "the caret moved: {}",
            owner.script(CARET).await?
        );

        // Both type at once, in one text.
        put_caret(guest, STATEMENT, 3).await?;
        let typing = async |browser: &Browser, letters: &str| {
            for letter in letters.chars() {
                browser.type_text(&letter.to_string()).await?;
            }
            anyhow::Ok(())
        };
        let (one, other) = tokio::join!(typing(owner, "ALPHA"), typing(guest, "bravo"));
        one.and(other)?;
        until("both to show the same words", async || {
            let (one, other) = (owner.value(STATEMENT).await?, guest.value(STATEMENT).await?);
            ensure!(one == other, "{one:?} and {other:?}");
            Ok((one.contains("ALPHA") && one.contains("bravo")).then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_accent_that_is_being_composed_waits_for_nobody_and_loses_nothing() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        let before = owner.value(STATEMENT).await?;
        put_caret(owner, STATEMENT, before.encode_utf16().count()).await?;
        let composed = json!({ "text": "^", "selectionStart": 1, "selectionEnd": 1 });
        owner.devtools("Input.imeSetComposition", composed).await?;
        put_caret(guest, STATEMENT, 0).await?;
        guest.type_text("Ensemble : ").await?;
        // The guest's words wait while the accent is open; then both are there.
        owner.type_text("ê").await?;
        for browser in [owner, guest] {
            browser
                .has_value(STATEMENT, &format!("Ensemble : {before}ê"))
                .await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_sees_who_is_here_and_in_which_field() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        cast.owner
            .find(the("button", &format!("Ici en ce moment : {GUEST}")))
            .await?;
        // The mark beside the field is a second place that names the guest.
        let names = async || anyhow::Ok(cast.owner.visible_text().await?.matches(GUEST).count());
        let elsewhere = names().await?;
        cast.guest.focus(STATEMENT).await?;
        until("a mark beside the field", async || {
            Ok((names().await? > elsewhere).then_some(()))
        })
        .await?;
        cast.guest
            .focus(the("button", "Ouvrir tous les détails"))
            .await?;
        until("the mark to go", async || {
            Ok((names().await? == elsewhere).then_some(()))
        })
        .await?;
        // Whoever leaves is gone from the others' screens.
        cast.guest.goto("about:blank").await?;
        cast.owner.hides(GUEST).await?;
        cast.owner.shows("Vous êtes seul·e ici").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_without_a_line_is_kept_and_sent_later() -> Result<()> {
    let mut cast = Cast::in_demo("contributor").await?;
    // The worker that opens the page without a line has kept all of it.
    let ready = "return navigator.serviceWorker.ready.then(() => true)";
    cast.guest.script(ready).await?;
    cast.server.stop().await?;
    for browser in [&cast.owner, &cast.guest] {
        browser.shows("Hors ligne").await?;
    }
    for (browser, words) in [
        (&cast.owner, "Sans ligne A. "),
        (&cast.guest, "Sans ligne B. "),
    ] {
        put_caret(browser, STATEMENT, 0).await?;
        browser.type_text(words).await?;
    }
    // A reload while there is no server shows the copy of this browser.
    cast.guest.goto(&cast.page("objectives")).await?;
    cast.guest.shows("Sans ligne B.").await?;
    cast.server.restart().await?;
    cast.play(async |cast| {
        for browser in [&cast.owner, &cast.guest] {
            browser.shows("Sans ligne A.").await?;
            browser.shows("Sans ligne B.").await?;
            browser.shows("Enregistré").await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn undo_takes_back_only_ones_own_words() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        let before = owner.value(STATEMENT).await?;
        put_caret(owner, STATEMENT, 0).await?;
        owner.type_text("Les miens. ").await?;
        guest
            .has_value(STATEMENT, &format!("Les miens. {before}"))
            .await?;
        put_caret(guest, STATEMENT, 0).await?;
        guest.type_text("Les autres. ").await?;
        owner
            .has_value(STATEMENT, &format!("Les autres. Les miens. {before}"))
            .await?;
        owner.click(the("button", "Annuler…")).await?;
        for browser in [owner, guest] {
            browser
                .has_value(STATEMENT, &format!("Les autres. {before}"))
                .await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_writes_in_a_card_writes_on_while_it_is_moved() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        let before = owner.value(STATEMENT).await?;
        let end = before.encode_utf16().count();
        put_caret(guest, STATEMENT, end).await?;
        // Its place among all cards before each move, and where it goes.
        let moves = [
            (0, "Descendre"),
            (1, "Monter"),
            (0, "Descendre"),
            (1, ANOTHER_AXIS),
        ];
        let sentence =
            " Et puis encore une phrase que rien n’arrête, ni un pas vers le bas, ni un autre axe.";
        let typing = async {
            for letter in sentence.chars() {
                guest.type_text(&letter.to_string()).await?;
                tokio::time::sleep(Duration::from_millis(30)).await;
            }
            anyhow::Ok(())
        };
        let moving = async {
            for (place, to) in moves {
                let menu = the("button", "Actions de l’objectif").nth(place);
                owner.click(menu).await?;
                owner.click(the("menuitem", to)).await?;
            }
            anyhow::Ok(())
        };
        let (typed, moved) = tokio::join!(typing, moving);
        typed.and(moved)?;
        let all = format!("{before}{sentence}");
        until("the guest to be where they wrote", async || {
            let now = guest.script(WRITTEN).await?;
            Ok((now == json!([all, end + sentence.encode_utf16().count()])).then_some(()))
        })
        .await?;
        ensure!(
            guest.value(STATEMENT).await? != all,
            "the card did not move"
        );
        until("the owner to read all of it", async || {
            let holds = owner.script(&holds(&all)?).await? == true;
            Ok(holds.then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_writes_in_what_goes_to_the_bin_is_told_and_may_bring_it_back() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        let before = owner.value(STATEMENT).await?;
        put_caret(guest, STATEMENT, 0).await?;
        guest.type_text("Avec eux. ").await?;
        owner
            .has_value(STATEMENT, &format!("Avec eux. {before}"))
            .await?;
        owner
            .click(the("button", "Actions de l’objectif").nth(0))
            .await?;
        owner
            .click(the("menuitem", "Mettre à la corbeille"))
            .await?;
        guest.shows("vient de mettre à la corbeille").await?;
        guest.click(the("button", "Restaurer")).await?;
        for browser in [owner, guest] {
            browser
                .has_value(STATEMENT, &format!("Avec eux. {before}"))
                .await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn undoing_something_on_another_page_says_so() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let owner = &cast.owner;
        put_caret(owner, STATEMENT, 0).await?;
        owner.type_text("À reprendre. ").await?;
        owner.click(the("link", "Glossaire…")).await?;
        owner.find(the("heading", "Glossaire")).await?;
        owner.click(the("button", "Annuler")).await?;
        owner
            .shows("C’est sur une autre page : dans les objectifs.")
            .await
    })
    .await
}
