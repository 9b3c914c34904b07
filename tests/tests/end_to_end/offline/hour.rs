//! Three people work for an hour without a line, and all of it comes together.

use super::{HERE, OFFLINE, Person};
use crate::cells::{Cell, cell};
use anyhow::{Result, ensure};
use jalon_shared::EntityRef;
use jalon_tests::{http::Script, page::the, peer::Peer, server::Server, until};
use serde_json::{Value, json};
use std::{collections::BTreeSet, time::Duration};

impl Person {
    /// An hour of work: marked words all over the objectives, choices and dates, readings, a move and a deletion.
    async fn work(&self, mark: &str, place: usize) -> Result<()> {
        let browser = &self.browser;
        // Words: 200 edits, each with a mark that can be found again.
        browser
            .script(&format!(
                "const boxes = [...document.querySelectorAll('textarea[data-field]')];
                 for (let n = 0; n < 200; n++) {{
                     const box = boxes[(n * 7 + {place}) % boxes.length];
                     const at = [0, box.value.length, box.value.indexOf(' ') + 1][n % 3];
                     box.setRangeText('[{mark}' + n + '] ', at, at, 'end');
                     box.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
                 }}"
            ))
            .await?;
        let actions = the("button", "Actions de l’objectif");
        browser.click(actions.nth(place)).await?;
        browser.click(the("menuitem", "Descendre")).await?;
        browser.click(actions.nth(place)).await?;
        browser
            .click(the("menuitem", "Mettre à la corbeille"))
            .await?;
        // Values: what each typed for itself, and all for one cell.
        browser.click(the("link", "Relevés…")).await?;
        for (n, month) in MONTHS.iter().enumerate().skip(place * 3).take(3) {
            let value = (place * 100 + n).to_string();
            cafes(&format!("{month} 2025"))
                .enter(browser, &value)
                .await?;
        }
        let value = (1000 + place).to_string();
        cafes(COMMON_MONTH).enter(browser, &value).await?;
        browser.shows(HERE).await
    }

    /// All the words of the objectives that the page shows, by their field.
    async fn words(&self) -> Result<Value> {
        self.browser
            .script("return Object.fromEntries([...document.querySelectorAll('textarea[data-field]')].map(it => [it.dataset.field, it.value]))")
            .await
    }

    /// What the page shows in each cell that somebody typed into.
    async fn cells(&self) -> Result<Value> {
        let mut cells = Vec::new();
        for month in MONTHS {
            let cell = format!("{month} 2025");
            cells.push(cafes(&cell).text(&self.browser).await?);
        }
        cells.push(cafes(COMMON_MONTH).text(&self.browser).await?);
        Ok(json!(cells))
    }
}

/// Cells for each of three people, and one for all of them.
const MONTHS: [&str; 9] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "août",
    "septembre",
    "octobre",
];
const COMMON_MONTH: &str = "juillet 2025";

/// A cell of an indicator of the demo.
const fn cafes(month: &str) -> Cell<'_> {
    cell("Cafés de quartier tenus", month)
}

#[tokio::test(flavor = "multi_thread")]
async fn three_people_work_an_hour_without_a_line_and_all_comes_together() -> Result<()> {
    let server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let mut people = Vec::new();
    for name in ["Ana", "Bo", "Cléo"] {
        people.push(Person::come(&server, &workspace, name).await?);
    }
    for person in &people {
        person.line.cut();
        person.browser.shows("Hors ligne").await?;
    }
    for (place, (person, mark)) in people.iter().zip(["A", "B", "C"]).enumerate() {
        person.work(mark, place).await?;
        person.browser.shows(OFFLINE).await?;
    }
    // One of them reloads before the line is back, which comes back bad: slow, and in small pieces.
    let bad = &people[1];
    bad.browser
        .goto(&format!("{}/objectives", bad.page))
        .await?;
    bad.browser.shows(OFFLINE).await?;
    bad.line.slow_down(Duration::from_millis(5), 700);
    for person in &people {
        person.line.mend();
    }
    for person in &people {
        person
            .browser
            .goto(&format!("{}/readings", person.page))
            .await?;
        person.browser.shows("Enregistré").await?;
    }
    until("all to show the same values", async || {
        let first = people[0].cells().await?;
        for person in &people[1..] {
            let other = person.cells().await?;
            ensure!(first == other, "{first} and {other}");
        }
        Ok(Some(()))
    })
    .await?;
    for person in &people {
        person
            .browser
            .goto(&format!("{}/objectives", person.page))
            .await?;
        person.browser.shows("Enregistré").await?;
    }
    until("all to show the same words", async || {
        let first = people[0].words().await?;
        for person in &people[1..] {
            let other = person.words().await?;
            ensure!(first == other, "{first}\n{other}");
        }
        Ok(Some(()))
    })
    .await?;
    // Every mark is on the server, also in what went to the bin.
    let door = Script::new(&server, Some(server.token(&workspace, "reader").await?));
    let peer = Peer::join(&door.door(&workspace)?).await?;
    let texts = every_text(&peer);
    for mark in ["A", "B", "C"] {
        for n in 0..200 {
            let word = format!("[{mark}{n}]");
            ensure!(
                texts.matches(&word).count() == 1,
                "{word} is lost or doubled"
            );
        }
    }
    // Three values for one cell: the readings are facts, none is lost.
    let values: BTreeSet<String> = peer
        .document
        .content()
        .readings
        .values()
        .flat_map(|readings| readings.values())
        .filter(|reading| reading.others.len() == 2)
        .flat_map(|reading| reading.others.iter().chain([&reading.current]))
        .map(|entry| format!("{:?}", entry.measure))
        .collect();
    ensure!(
        (1000..1003).all(|value| values.contains(&format!("Amount {{ value: {value}.0 }}"))),
        "{values:?}"
    );
    server.check().await?;
    for person in people {
        person.browser.quit().await?;
    }
    Ok(())
}

/// All the texts of the objectives, of those in the bin, too.
fn every_text(peer: &Peer) -> String {
    let bin = peer.document.bin().into_iter().map(|binned| binned.entity);
    let live = peer.document.objectives().into_iter().map(EntityRef::from);
    let axes = peer.document.axes().into_iter().map(EntityRef::from);
    let entities: BTreeSet<EntityRef> = bin.chain(live).chain(axes).collect();
    let mut texts = String::new();
    for entity in entities {
        for field in entity.kind.fields() {
            texts += &peer
                .document
                .text(&entity.field(field.clone()))
                .unwrap_or_default();
        }
    }
    texts
}
