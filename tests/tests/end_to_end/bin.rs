//! Deleting without fear: the bin says who and when, and gives everything back with its words.

use crate::cast::{Cast, GUEST};
use anyhow::{Result, ensure};
use jalon_tests::page::{CTRL, the};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_deleted_comes_back_with_its_words() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        let words = "Tenir 96 cafés de quartier en 2025";
        guest
            .click(the("button", "Actions de l’objectif…").nth(1))
            .await?;
        guest
            .click(the("menuitem", "Mettre à la corbeille"))
            .await?;
        owner.hides(words).await?;

        owner.goto(&cast.page("bin")).await?;
        owner.shows(words).await?;
        // One kind alone needs no filter; what was added and undone at once stands apart.
        ensure!(
            owner.count(the("combobox", "Montrer")).await? == 0,
            "a filter of one kind"
        );
        guest.click(the("button", "Ajouter un axe")).await?;
        guest.chord("z", 90, CTRL, &[]).await?;
        owner.shows("1 élément sans titre").await?;
        owner.choose(the("combobox", "Montrer"), "Axes").await?;
        owner.hides(words).await?;
        owner.choose(the("combobox", "Montrer"), "Tout").await?;
        owner.shows(&format!("supprimé par {GUEST}")).await?;
        owner
            .click(the("button", &format!("Restaurer : {words}…")))
            .await?;
        owner.hides(words).await?;
        guest.shows(words).await?;
        // Its notes came back too.
        owner.goto(&cast.page("objectives")).await?;
        owner
            .click(the("button", "Ouvrir tous les détails"))
            .await?;
        owner
            .shows("Quatre binômes formés et six salles prêtées par la ville.")
            .await
    })
    .await
}
