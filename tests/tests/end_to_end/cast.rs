//! The people of the tests: an owner and a guest, each with a browser, in one workspace.

use anyhow::{Context, Result};
use jalon_tests::{
    browser::{Browser, Screen},
    http::{Script, text_at},
    page::the,
    server::Server,
};
use serde_json::json;
use std::path::PathBuf;

/// A workspace with the owner and a guest inside, each in a window of their own.
pub struct Cast {
    pub server: Server,
    pub workspace: String,
    pub owner: Browser,
    pub guest: Browser,
}

/// The name under which the guest joins.
pub const GUEST: &str = "Zoé";

impl Cast {
    /// Both in the demo workspace, on its objectives; the guest has `role`.
    pub async fn in_demo(role: &str) -> Result<Self> {
        let server = Server::start(true).await?;
        let workspace = server.workspace("Escale").await?;
        let owner = sign_in(&server).await?;
        let guest = Browser::open(Screen::Laptop).await?;
        let cast = Self {
            server,
            workspace,
            owner,
            guest,
        };
        cast.owner.goto(&cast.page("objectives")).await?;
        let code = cast.invite(role).await?;
        join(&cast.guest, &cast.server, &code, GUEST).await?;
        cast.guest.goto(&cast.page("objectives")).await?;
        for browser in [&cast.owner, &cast.guest] {
            browser.shows("Enregistré").await?;
        }
        Ok(cast)
    }

    /// The address of a page of the workspace.
    pub fn page(&self, name: &str) -> String {
        format!("{}/w/{}/{name}", self.server.url, self.workspace)
    }

    /// Both go to a page of the workspace.
    pub async fn both_open(&self, name: &str) -> Result<()> {
        for browser in [&self.owner, &self.guest] {
            browser.goto(&self.page(name)).await?;
            browser.shows("Enregistré").await?;
        }
        Ok(())
    }

    /// The code of a new invitation.
    pub async fn invite(&self, role: &str) -> Result<String> {
        let script = Script::new(
            &self.server,
            Some(self.server.token(&self.workspace, "facilitator").await?),
        );
        let invite = script
            .post(
                &format!("/api/workspaces/{}/invites", self.workspace),
                json!({ "role": role, "expires_in_s": 3600, "max_uses": 10 }),
            )
            .await?;
        Ok(text_at(&invite, "code")?.to_owned())
    }

    /// Runs a test with both; when it fails, keeps a picture of both windows and what went wrong in them.
    pub async fn play(self, test: impl AsyncFnOnce(&Self) -> Result<()>) -> Result<()> {
        let mut outcome = test(&self).await;
        for (name, browser) in [("owner", &self.owner), ("guest", &self.guest)] {
            let errors = browser.errors().await.unwrap_or_default();
            if outcome.is_ok() && !errors.is_empty() {
                outcome = Err(anyhow::anyhow!("errors in the {name}'s page: {errors:?}"));
            } else if outcome.is_err() {
                let path = pictures()?.join(format!("failed-{}-{name}.png", std::process::id()));
                let _ = browser.screenshot(&path).await;
                outcome = outcome.with_context(|| format!("{name}: {} {errors:?}", path.display()));
            }
        }
        self.owner.quit().await?;
        self.guest.quit().await?;
        outcome
    }
}

/// Opens a window and signs the owner in by the one-time link.
pub async fn sign_in(server: &Server) -> Result<Browser> {
    let browser = Browser::open(Screen::Laptop).await?;
    browser
        .goto(server.owner_link.as_deref().context("no owner link")?)
        .await?;
    browser.click(the("button", "Ouvrir mes espaces")).await?;
    browser.find(the("heading", "Mes espaces")).await?;
    Ok(browser)
}

/// Joins by a code, through the page that the server draws.
pub async fn join(browser: &Browser, server: &Server, code: &str, name: &str) -> Result<()> {
    browser.goto(&format!("{}/join/{code}", server.url)).await?;
    browser.fill(the("textbox", "Votre prénom…"), name).await?;
    browser.click(the("button", "Entrer")).await?;
    browser.arrived("/w/").await?;
    Ok(())
}

fn pictures() -> Result<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}
