//! Without a mouse, from nothing to a frozen version: every key is pressed as a person presses it, and the way
//! from one thing to the next is Tab.

use anyhow::{Context, Result, ensure};
use jalon_tests::{
    browser::{Browser, Screen},
    page::the,
    server::Server,
};
use serde_json::json;

/// More than a page has to stop at.
const MANY: usize = 250;

/// Somebody with a keyboard.
struct Hands<'a>(&'a Browser);

impl Hands<'_> {
    /// Presses Tab until the keyboard is in something whose name starts like this, and looks that it can be seen.
    async fn tab_to(&self, name: &str) -> Result<()> {
        for _ in 0..MANY {
            self.0.press("Tab", 9).await?;
            let here = self.here().await?;
            let found = here["name"].as_str().unwrap_or_default();
            if found.starts_with(name) {
                ensure!(
                    here["seen"] == true,
                    "{name} has the focus and is covered: {here}"
                );
                return Ok(());
            }
        }
        anyhow::bail!("no way to {name}: {}", self.0.outline().await?)
    }

    /// What has the focus: its name, and whether any of it is in view and not below a bar (WCAG 2.2, 2.4.11).
    async fn here(&self) -> Result<serde_json::Value> {
        self.0.script("const at = document.activeElement;
            const label = at.getAttribute('aria-label') || [...at.labels ?? []].map(one => one.textContent).join(' ') || at.title || at.textContent;
            const box = at.getBoundingClientRect();
            const points = [0.1, 0.5, 0.9].flatMap(x => [0.1, 0.5, 0.9].map(y => [box.left + x * box.width, box.top + y * box.height]));
            const seen = at === document.body || points.some(([x, y]) => { const top = document.elementFromPoint(x, y);
              return top && (at.contains(top) || top.contains(at) || top.closest('label')?.contains(at)); });
            return { name: label.replace(/\\s+/g, ' ').trim(), seen, at: [box.left, box.top, box.width, box.height] }").await
    }

    async fn press(&self, key: &str) -> Result<()> {
        let code = match key {
            "Enter" => 13,
            "Escape" => 27,
            "ArrowDown" => 40,
            _ => 32,
        };
        self.0.press(key, code).await
    }

    async fn write(&self, text: &str) -> Result<()> {
        self.0.type_text(text).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workspace_is_made_written_and_frozen_without_a_mouse() -> Result<()> {
    let server = Server::start(false).await?;
    let browser = Browser::open(Screen::Laptop).await?;
    let hands = Hands(&browser);
    browser
        .goto(server.owner_link.as_deref().context("no owner link")?)
        .await?;
    hands.tab_to("Ouvrir mes espaces").await?;
    hands.press("Enter").await?;
    browser.find(the("heading", "Mes espaces")).await?;

    // A workspace.
    hands.tab_to("Créer un espace").await?;
    hands.press("Enter").await?;
    browser.find(the("dialog", "…")).await?;
    browser
        .has_focus(the("textbox", "Titre de l’espace…"))
        .await?;
    hands.write("Sans souris").await?;
    hands.press("Enter").await?;
    browser.arrived("/objectives").await?;
    browser.shows("Enregistré").await?;

    // An objective: the first thing of a page is the way past all that is on every page.
    browser.script("document.activeElement.blur()").await?;
    hands.tab_to("Aller au contenu").await?;
    hands.press("Enter").await?;
    hands.tab_to("Ajouter un objectif").await?;
    hands.press("Enter").await?;
    browser
        .has_focus(the("textbox", "Énoncé de l’objectif"))
        .await?;
    hands.write("Tenir dix ateliers en 2026").await?;

    // An indicator.
    hands.tab_to_page("Indicateurs", "/indicators").await?;
    hands.tab_to("Ajouter un indicateur").await?;
    hands.press("Enter").await?;
    browser
        .has_focus(the("textbox", "Nom de l’indicateur"))
        .await?;
    hands.write("Ateliers tenus").await?;

    // A reading.
    hands.tab_to_page("Relevés", "/readings").await?;
    hands.tab_to_cell().await?;
    hands.press("Enter").await?;
    hands.write("3").await?;
    hands.press("Enter").await?;
    browser.shows("Enregistré").await?;

    // A version. The dialog gives the keyboard back to the button that opened it.
    hands.tab_to("Figer une version").await?;
    hands.press("Enter").await?;
    browser.find(the("dialog", "…")).await?;
    hands.press("Escape").await?;
    browser.gone(the("dialog", "…")).await?;
    browser
        .has_focus(the("button", "Figer une version"))
        .await?;
    hands.press("Enter").await?;
    browser.find(the("dialog", "…")).await?;
    hands.tab_to("Figer").await?;
    hands.press("Enter").await?;
    browser
        .find(the("link", "Ouvrir la version figée…"))
        .await?;
    hands.tab_to("Ouvrir la version figée").await?;
    hands.press("Enter").await?;
    browser.arrived("/v/1").await?;
    browser.shows("Tenir dix ateliers en 2026").await?;
    browser.shows("Ateliers tenus").await?;
    ensure!(
        browser.errors().await?.is_empty(),
        "{:?}",
        browser.errors().await?
    );
    browser.quit().await
}

impl Hands<'_> {
    /// Into the grid, which is one stop, and down from its head to the first value.
    async fn tab_to_cell(&self) -> Result<()> {
        let role = async || {
            self.0
                .script("return document.activeElement.getAttribute('role') ?? ''")
                .await
        };
        for _ in 0..MANY {
            self.0.press("Tab", 9).await?;
            if matches!(
                role().await?.as_str(),
                Some("gridcell" | "columnheader" | "rowheader")
            ) {
                break;
            }
        }
        for key in ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight"] {
            if role().await? == "gridcell" {
                return Ok(());
            }
            let code = if key == "ArrowRight" { 39 } else { 40 };
            self.0.press(key, code).await?;
        }
        ensure!(
            role().await? == "gridcell",
            "no way into the grid: {}",
            role().await?
        );
        Ok(())
    }

    async fn tab_to_page(&self, name: &str, address: &str) -> Result<()> {
        self.tab_to(name).await?;
        self.press("Enter").await?;
        self.0.arrived(address).await?;
        Ok(())
    }
}

/// The keys of a phone take half of the window: what is written stays in view, and no bar lies over it.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_on_a_phone_stays_above_its_keys() -> Result<()> {
    let server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let browser = crate::cast::sign_in(&server).await?;
    browser.resize(Screen::Phone).await?;
    let hands = Hands(&browser);
    for (page, field) in [
        ("objectives", "Énoncé de l’objectif"),
        ("indicators", "Nom de l’indicateur"),
        ("glossary", "Chercher dans le glossaire"),
    ] {
        browser
            .goto(&format!("{}/w/{workspace}/{page}", server.url))
            .await?;
        browser.shows("Escale").await?;
        let role = if page == "glossary" {
            "searchbox"
        } else {
            "textbox"
        };
        if page == "glossary" {
            browser.click(the("button", "Rechercher et trier")).await?;
        }
        // At the lower end of the window, where the keys come up.
        browser.focus(the(role, field)).await?;
        browser
            .script("document.activeElement.scrollIntoView({ block: 'end', behavior: 'instant' })")
            .await?;
        let keys_up =
            json!({ "width": 360, "height": 380, "deviceScaleFactor": 1, "mobile": true });
        browser
            .devtools("Emulation.setDeviceMetricsOverride", keys_up)
            .await?;
        jalon_tests::until("the field to be seen above the keys", async || {
            let here = hands.here().await?;
            ensure!(here["seen"] == true, "{page}: {here}");
            Ok(Some(()))
        })
        .await?;
        browser.resize(Screen::Phone).await?;
    }
    browser.quit().await
}
