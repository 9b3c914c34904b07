//! A look at one state of a page: on a laptop in each theme, and 320 px wide, which is what a zoom of 400 % makes
//! of a laptop.

use anyhow::Result;
use jalon_tests::{
    axe::Rules,
    browser::{Browser, Screen},
    messages::Messages,
};
use serde_json::json;

/// How much is looked at in each state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Every rule, theme and width.
    Everything,
    /// What depends on the language.
    Names,
}

/// Looks at states and collects what is wrong in them.
pub struct Look<'a> {
    pub browser: &'a Browser,
    pub words: &'a Messages,
    depth: Depth,
    pub faults: Vec<String>,
}

impl<'a> Look<'a> {
    pub async fn new(browser: &'a Browser, words: &'a Messages, depth: Depth) -> Result<Self> {
        let look = Self {
            browser,
            words,
            depth,
            faults: Vec::new(),
        };
        look.prefer("light").await?;
        Ok(look)
    }

    /// Looks at the page as it is now.
    pub async fn at(&mut self, state: &str) -> Result<()> {
        let browser = self.browser;
        if self.depth == Depth::Names {
            let found = browser.faults(Rules::Names).await?;
            self.note(state, "names", found);
            return Ok(());
        }
        let found = browser.faults(Rules::All).await?;
        self.note(state, "light", found);
        self.prefer("dark").await?;
        let found = browser.faults(Rules::Colours).await?;
        self.note(state, "dark", found);
        self.prefer("light").await?;

        browser
            .script("document.documentElement.dataset.theme = 'projector'")
            .await?;
        let mut found = browser.faults(Rules::ColoursFromFar).await?;
        found.extend(browser.overflow().await?);
        self.note(state, "projector", found);
        browser
            .script("delete document.documentElement.dataset.theme")
            .await?;

        browser.resize(Screen::Zoomed).await?;
        let mut found = browser.faults(Rules::All).await?;
        found.extend(browser.overflow().await?);
        self.note(state, "320 px", found);
        browser.resize(Screen::Laptop).await
    }

    /// What the machine prefers. Nothing moves, so that no colour is caught on its way to another.
    async fn prefer(&self, scheme: &str) -> Result<()> {
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.browser
            .devtools(
                "Emulation.setEmulatedMedia",
                json!({ "features": features }),
            )
            .await?;
        Ok(())
    }

    fn note(&mut self, state: &str, how: &str, found: Vec<String>) {
        let language = &self.words.language;
        self.faults.extend(
            found
                .into_iter()
                .map(|fault| format!("{state} ({language}, {how}): {fault}")),
        );
    }
}
