//! Nobody is shut out: axe-core finds nothing on any page in any state, in each theme, on a laptop and at 400 %,
//! and in each language.

mod look;
mod meanwhile;
mod walk;

use crate::cast::Cast;
use anyhow::{Context, Result, ensure};
use jalon_tests::{
    axe::Rules,
    browser::{Browser, Screen},
    messages::Messages,
    page::the,
    server::Server,
};
use look::{Depth, Look};

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_shut_out_of_any_page_in_any_state() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    let mut faults = Vec::new();
    let sink = &mut faults;
    cast.play(async |cast| {
        let (owner, words) = (&cast.owner, Messages::of("fr")?);
        let mut look = Look::new(owner, &words, Depth::Everything).await?;
        walk::workspace(&mut look, cast).await?;
        walk::home(&mut look, &cast.server.url).await?;
        walk::server_pages(&mut look, cast).await?;
        sink.extend(look.faults);

        // The same states in the other languages: names and roles, no colours.
        for language in ["en", "it", "nl"] {
            let words = Messages::of(language)?;
            owner
                .goto(&format!("{}/join?lang={}", cast.server.url, language))
                .await?;
            let mut look = Look::new(owner, &words, Depth::Names).await?;
            if language == "en" {
                walk::workspace(&mut look, cast).await?;
            }
            walk::home(&mut look, &cast.server.url).await?;
            walk::server_pages(&mut look, cast).await?;
            sink.extend(look.faults);
        }
        Ok(())
    })
    .await?;
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_shut_out_before_anything_is_there() -> Result<()> {
    let server = Server::start(false).await?;
    let browser = Browser::open(Screen::Laptop).await?;
    let words = Messages::of("fr")?;
    let mut look = Look::new(&browser, &words, Depth::Everything).await?;
    walk::outside(&mut look, &server.url).await?;
    browser
        .goto(server.owner_link.as_deref().context("no owner link")?)
        .await?;
    look.at("the link of the owner").await?;
    browser.click(the("button", "Ouvrir mes espaces")).await?;
    browser.find(the("heading", "Mes espaces")).await?;
    look.at("home without a workspace").await?;
    walk::empty_workspace(&mut look).await?;
    walk::without_a_line(&mut look).await?;
    let faults = std::mem::take(&mut look.faults);
    browser.quit().await?;
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

/// The checker sees what it is there for: a page that is made worse is told.
#[tokio::test(flavor = "multi_thread")]
async fn what_shuts_somebody_out_is_found() -> Result<()> {
    let server = Server::start(false).await?;
    let browser = Browser::open(Screen::Laptop).await?;
    browser.goto(&format!("{}/join", server.url)).await?;
    browser.find(the("heading", "Vous avez un code ?")).await?;
    ensure!(
        browser.faults(Rules::All).await?.is_empty(),
        "{:?}",
        browser.faults(Rules::All).await?
    );
    for (spoil, rules, fault) in [
        (
            "document.querySelector('label').remove()",
            Rules::Names,
            "label",
        ),
        (
            "document.querySelector('.hint').style.setProperty('color', 'silver')",
            Rules::Colours,
            "color-contrast",
        ),
        (
            "document.querySelector('h1').style.setProperty('color', '#666')",
            Rules::ColoursFromFar,
            "color-contrast-enhanced",
        ),
        (
            "document.querySelector('main').remove()",
            Rules::All,
            "landmark-one-main",
        ),
    ] {
        browser.script(spoil).await?;
        let found = browser.faults(rules).await?;
        ensure!(
            found.iter().any(|line| line.starts_with(fault)),
            "{fault} is not in {found:?}"
        );
    }
    browser
        .script("document.body.style.setProperty('width', '3000px')")
        .await?;
    ensure!(
        !browser.overflow().await?.is_empty(),
        "a page of 3000 px is not told"
    );
    browser.quit().await
}
