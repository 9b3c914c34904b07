//! In a network that blocks websockets people work together all the same, and go back to websockets when they may.

use crate::cast::{Cast, GUEST};
use anyhow::{Result, ensure};
use jalon_tests::{page::the, town_hall::TownHall, until};

const STATEMENT: jalon_tests::page::Target = the("textbox", "Énoncé de l’objectif");

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_no_websocket_writes_with_the_others() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    let town_hall = TownHall::before(&cast.server.url).await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        // The guest comes again, from the town hall.
        let code = cast.invite("contributor").await?;
        guest
            .goto(&format!("{}/join/{code}", town_hall.url))
            .await?;
        guest.fill(the("textbox", "Votre prénom…"), GUEST).await?;
        guest.click(the("button", "Entrer")).await?;
        guest.arrived("/w/").await?;
        let objectives = format!("{}/w/{}/objectives", town_hall.url, cast.workspace);
        guest.goto(&objectives).await?;
        guest.shows("Enregistré").await?;
        ensure!(town_hall.blocked() > 0 && town_hall.passed() == 0);

        guest.focus(STATEMENT).await?;
        guest.type_text("De la mairie ").await?;
        until("the owner to see it", async || {
            let words = owner.value(STATEMENT).await?;
            Ok(words.contains("De la mairie ").then_some(()))
        })
        .await?;
        owner.focus(STATEMENT).await?;
        owner.type_text("Du bureau ").await?;
        until("the guest to see it", async || {
            let words = guest.value(STATEMENT).await?;
            Ok(words.contains("Du bureau ").then_some(()))
        })
        .await?;
        guest.shows("Enregistré").await?;

        town_hall.let_websockets_through();
        until("a websocket", async || {
            Ok((town_hall.passed() >= 2).then_some(()))
        })
        .await?;
        guest.focus(STATEMENT).await?;
        guest.type_text("Encore ").await?;
        until("the owner to see it again", async || {
            let words = owner.value(STATEMENT).await?;
            Ok(words.contains("Encore ").then_some(()))
        })
        .await
    })
    .await
}
