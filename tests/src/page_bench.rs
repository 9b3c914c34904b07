//! What people feel of the page: how soon a workspace can be read and typed into, and how soon a key is seen
//! while a room full of people types. Measured in a real browser; nothing here is asserted.

mod crowd;
mod keys;
mod memory;
mod rows;
mod table;
mod visit;
mod work;

pub use table::Table;

use crate::{
    browser::{Browser, Screen},
    http::Script,
    server::{Server, Setup},
    until,
};
use anyhow::Result;
use crowd::{Crowd, Typing};
use serde_json::json;
use std::time::Duration;

/// How many people type, as in a full workshop.
pub const PEOPLE: usize = 65;

/// How many rows the grid has.
pub const ROWS: usize = 2_000;

/// How many letters of an error are told.
const TOLD: usize = 300;

/// The mark that the client sets when its page can be typed into.
const USABLE: &str = "jalon-usable";

/// Where something is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Opening a workspace, and typing in it alone.
    Opening,
    /// The objectives, with a crowd.
    Crowd,
    /// The grid of readings, with a crowd.
    Grid,
}

/// How much is measured.
#[derive(Debug, Clone, Copy)]
pub struct Bench {
    /// First visits, each by a browser that has nothing.
    pub visits: usize,
    /// Reloads by a browser that has everything.
    pub reloads: usize,
    /// Keys typed in each place.
    pub keys: usize,
    /// How long memory is watched in each place.
    pub watched: Duration,
    /// How long the page's work for what others type is counted in each place.
    pub counted: Duration,
    /// Only this place, when there is one.
    pub only: Option<Place>,
}

impl Bench {
    /// Measures everything; `tell` hears what is being done, and what could not be measured.
    ///
    /// # Errors
    /// When there is no server to measure.
    pub async fn run(&self, tell: impl Fn(&str)) -> Result<Table> {
        let server = Server::start_with(Setup {
            demo: true,
            quiet: true,
            ..Setup::default()
        })
        .await?;
        let owner = Script::of_owner(&server).await?;
        let mut table = Table::default();
        // What one place does not give must not cost the figures of the others.
        let note = |done: Result<()>| {
            if let Err(error) = done {
                let said: String = format!("{error:#}").chars().take(TOLD).collect();
                tell(&format!("not measured: {said}"));
            }
        };
        let is_meant = |place| self.only.is_none_or(|only| only == place);
        if is_meant(Place::Opening) {
            note(self.opening(&server, &owner, &mut table, &tell).await);
        }
        if is_meant(Place::Crowd) {
            note(self.in_a_crowd(&server, &owner, &mut table, &tell).await);
        }
        if is_meant(Place::Grid) {
            note(self.in_the_grid(&server, &owner, &mut table, &tell).await);
        }
        Ok(table)
    }

    async fn opening(
        &self,
        server: &Server,
        owner: &Script,
        table: &mut Table,
        tell: &impl Fn(&str),
    ) -> Result<()> {
        let demo = server.workspace("Escale").await?;
        let visitor = Visitor::of(server, owner, &demo).await?;
        tell("first visits over a slow line");
        for _ in 0..self.visits {
            table.first_visits.push(visit::first(&visitor).await?);
        }
        tell("reloads from the browser's own copy");
        table.reloads = visit::again(&visitor, self.reloads).await?;
        tell("keys on the page of objectives, alone");
        let browser = visitor.browser().await?;
        table.alone = keys::in_a_text(&browser, &visitor, self.keys).await?;
        browser.quit().await
    }

    async fn in_a_crowd(
        &self,
        server: &Server,
        owner: &Script,
        table: &mut Table,
        tell: &impl Fn(&str),
    ) -> Result<()> {
        tell("keys on the page of objectives, while 65 people type");
        let workspace = owner.make_workspace("Un atelier").await?;
        let visitor = Visitor::of(server, owner, &workspace).await?;
        let crowd = Crowd::come(owner, &workspace, Typing::Words).await?;
        let browser = visitor.browser().await?;
        table.in_a_crowd = keys::in_a_text(&browser, &visitor, self.keys).await?;
        tell("what the page does for each edit of the others");
        table.work_in_a_crowd = work::watch(&browser, &crowd, self.counted).await?;
        tell("memory on it");
        table.memory_in_a_crowd = memory::watch(&browser, self.watched).await?;
        browser.quit().await?;
        crowd.leave().await
    }

    async fn in_the_grid(
        &self,
        server: &Server,
        owner: &Script,
        table: &mut Table,
        tell: &impl Fn(&str),
    ) -> Result<()> {
        tell("keys in a grid of 2,000 rows, while 65 people type");
        let workspace = owner.make_workspace("Une grande grille").await?;
        rows::fill(&owner.door(&workspace)?, ROWS).await?;
        let visitor = Visitor::of(server, owner, &workspace).await?;
        let crowd = Crowd::come(owner, &workspace, Typing::Figures).await?;
        let browser = visitor.browser().await?;
        table.in_the_grid = keys::in_the_grid(&browser, &visitor, self.keys).await?;
        tell("what the page does for each edit of the others");
        table.work_in_the_grid = work::watch(&browser, &crowd, self.counted).await?;
        tell("memory on it");
        table.memory_in_the_grid = memory::watch(&browser, self.watched).await?;
        browser.quit().await?;
        crowd.leave().await
    }
}

/// Waits until the page says that everything is saved, which it does once it is in step with the server.
async fn saved(browser: &Browser) -> Result<()> {
    until("everything to be saved", async || {
        let found = browser.script("return !!document.querySelector('.saved-good')");
        Ok((found.await? == true).then_some(()))
    })
    .await
}

/// Somebody who opens a workspace in a browser.
struct Visitor {
    server: String,
    workspace: String,
    /// What signs them in.
    session: String,
}

impl Visitor {
    async fn of(server: &Server, owner: &Script, workspace: &str) -> Result<Self> {
        Ok(Self {
            server: server.url.clone(),
            workspace: workspace.to_owned(),
            session: owner.member(workspace, "contributor", "Nadia").await?,
        })
    }

    /// The address of a page.
    fn page(&self, name: &str) -> String {
        format!("{}/w/{}/{name}", self.server, self.workspace)
    }

    /// A new browser that is signed in and has seen nothing.
    async fn browser(&self) -> Result<Browser> {
        let browser = Browser::open(Screen::Laptop).await?;
        let cookie = json!({
            "name": "jalon_session", "value": self.session, "url": self.server, "httpOnly": true,
        });
        browser.devtools("Network.setCookie", cookie).await?;
        memory::prepare(&browser).await?;
        Ok(browser)
    }
}
