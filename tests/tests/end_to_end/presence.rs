//! Together in one room: carets and selections in texts, who is in which cell, going along with somebody, and a
//! crowd that is counted.

use crate::{
    cast::{Cast, GUEST},
    cells::cell,
};
use anyhow::{Result, ensure};
use jalon_shared::protocol::{AwarenessEntry, Frame};
use jalon_tests::{
    browser::Browser,
    http::Script,
    link::{Door, Link},
    page::{Target, the},
    until,
};
use serde_json::{Value, json};

/// The statement of the first objective of the demo.
const STATEMENT: Target = the("textbox", "Énoncé de l’objectif");

/// Where the caret of somebody else stands in the first text that has one, from the corner of its box, and how tall
/// it is; and where it should stand, by the letter at an offset as a second box of the same kind shows it.
fn caret_at(offset: usize) -> String {
    format!(
        "const bar = document.querySelector('.caret:not(.is-out)');
        if (!bar) return null;
        const box = bar.closest('.control').querySelector('textarea, input');
        const corner = box.getBoundingClientRect(), seen = bar.getBoundingClientRect();
        const twin = document.createElement('div'), style = getComputedStyle(box);
        for (const name of style) twin.style.setProperty(name, style.getPropertyValue(name));
        Object.assign(twin.style, {{ position: 'fixed', left: '0', top: '0', visibility: 'hidden',
            width: corner.width + 'px', height: 'auto', whiteSpace: 'pre-wrap', boxSizing: 'border-box' }});
        twin.append(box.value.slice(0, {offset}), document.createElement('span'), box.value.slice({offset}));
        twin.children[0].textContent = '';
        document.body.append(twin);
        const mark = twin.children[0].getBoundingClientRect(), ground = twin.getBoundingClientRect();
        const should = [mark.left - ground.left, mark.top - ground.top];
        twin.remove();
        return {{ at: [seen.left + 1 - corner.left, seen.top - corner.top], should, height: seen.height,
            name: bar.textContent, color: getComputedStyle(bar).backgroundColor }}"
    )
}

/// Waits until somebody else's caret stands before the letter at an offset.
async fn caret_stands(browser: &Browser, offset: usize) -> Result<Value> {
    until(&format!("a caret at {offset}"), async || {
        let found = browser.script(&caret_at(offset)).await?;
        let number = |key: &str, axis: usize| found[key][axis].as_f64();
        let off = (0..2).map(|axis| Some(number("at", axis)? - number("should", axis)?));
        let off: Option<Vec<f64>> = off.collect();
        // A letter is some eight pixels wide, a line 24 tall; what browsers round is less than one.
        let near = off.is_some_and(|off| off[0].abs() < 1.5 && off[1].abs() < 8.0);
        ensure!(near, "it is {found}");
        Ok(Some(found))
    })
    .await
}

async fn select(browser: &Browser, target: Target<'_>, start: usize, end: usize) -> Result<()> {
    browser.focus(target).await?;
    let script = format!("document.activeElement.setSelectionRange({start}, {end})");
    browser.script(&script).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caret_stands_where_its_letter_is() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        guest.put_caret(STATEMENT, 20).await?;
        let seen = caret_stands(owner, 20).await?;
        ensure!(seen["name"] == GUEST, "{seen}");
        ensure!(seen["height"].as_f64() > Some(10.0), "{seen}");

        // Others write before it: it keeps to its letter, over lines that break elsewhere and over an emoji.
        owner.put_caret(STATEMENT, 0).await?;
        owner.type_text("Ensemble 👩‍🚀, et d’un commun accord entre nous, ").await?;
        let more = "Ensemble 👩‍🚀, et d’un commun accord entre nous, ".encode_utf16().count();
        caret_stands(owner, 20 + more).await?;
        // Whoever writes takes their caret along.
        guest.type_text("voilà ").await?;
        caret_stands(owner, 20 + more + 6).await?;
        // In a narrow window lines break elsewhere.
        owner.resize(jalon_tests::browser::Screen::Phone).await?;
        caret_stands(owner, 20 + more + 6).await?;
        owner.resize(jalon_tests::browser::Screen::Laptop).await?;

        // What is selected is tinted, and the caret stands where the selection ends.
        select(guest, STATEMENT, 3, 40).await?;
        caret_stands(owner, 40).await?;
        let tinted = "const tints = [...document.querySelectorAll('.caret-tint')];
            return tints.reduce((sum, tint) => sum + tint.getBoundingClientRect().width, 0)";
        until("the selection", async || {
            let width = owner.script(tinted).await?;
            ensure!(width.as_f64() > Some(100.0), "{width} pixels of it");
            Ok(Some(()))
        })
        .await?;

        // At the end, and in a text that is empty.
        select(guest, STATEMENT, 0, 10_000).await?;
        guest.press("Delete", 46).await?;
        caret_stands(owner, 0).await?;
        owner.has_value(STATEMENT, "").await?;
        guest.type_text("Fin\n").await?;
        caret_stands(owner, 4).await?;

        // The first card goes below the second one: the caret goes with it.
        owner.click(the("button", "Actions de l’objectif").nth(0)).await?;
        owner.click(the("menuitem", "Descendre")).await?;
        caret_stands(owner, 4).await?;

        // Whoever leaves is gone at once, and so is their frame.
        guest.goto("about:blank").await?;
        until("nothing to be left of them", async || {
            let left = owner
                .script("return document.querySelectorAll('.caret, .caret-tint, .presence-frame').length")
                .await?;
            Ok((left == 0).then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_in_a_cell_is_seen_and_heard() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        cast.both_open("readings").await?;
        cell("Cafés de quartier tenus", "janvier 2025").focus(guest).await?;
        let frames = "return [...document.querySelectorAll('td .presence-frame')].map(frame => {
            const cell = frame.closest('td').getBoundingClientRect(), seen = frame.getBoundingClientRect();
            return Math.abs(cell.width - seen.width) < 6 && Math.abs(cell.height - seen.height) < 6;
        })";
        until("a frame around the cell", async || {
            Ok((owner.script(frames).await? == json!([true])).then_some(()))
        })
        .await?;
        owner.shows(&format!("Ici : {GUEST}")).await?;
        // Somebody who listens is told once, with the name of the cell.
        let said = "return document.querySelector('.presence-said').textContent";
        until("a word about it", async || {
            let said = owner.script(said).await?;
            let said = said.as_str().unwrap_or_default().to_owned();
            Ok((said.starts_with(GUEST) && said.contains("Cafés de quartier")).then_some(()))
        })
        .await?;
        // The grid of indicators does the same.
        cast.both_open("indicators").await?;
        guest.focus(the("textbox", "Source").nth(0)).await?;
        until("a frame around the source", async || {
            let found = owner
                .script("return document.querySelectorAll('.column-source .presence-frame').length")
                .await?;
            Ok((found == 1).then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_goes_along_with_somebody_until_its_own_person_writes() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        let follow = async || {
            owner.click(the("button", "Ici en ce moment…")).await?;
            owner.click(the("button", &format!("Suivre {GUEST}"))).await?;
            owner.shows(&format!("Vous suivez {GUEST}")).await
        };
        follow().await?;
        guest.click(the("link", "Glossaire…")).await?;
        owner.arrived("/glossary").await?;
        guest.click(the("link", "Indicateurs…")).await?;
        owner.arrived("/indicators").await?;
        // To the field, which is far down.
        guest.find(the("textbox", "Source")).await?;
        let last = guest.count(the("textbox", "Source")).await? - 1;
        guest.focus(the("textbox", "Source").nth(last)).await?;
        let in_sight = "const frame = document.querySelector('.presence-frame.is-followed')?.getBoundingClientRect();
            return !!frame && frame.top > 0 && frame.bottom < innerHeight";
        until("the field to be in sight", async || {
            Ok((owner.script(in_sight).await? == true).then_some(()))
        })
        .await?;
        // The other one sees by how many they are followed.
        guest.click(the("button", "Ici en ce moment…")).await?;
        guest.shows("1 personne vous suit").await?;

        // Whoever writes goes their own way.
        owner.focus(the("textbox", "Source").nth(0)).await?;
        owner.type_text("Registre").await?;
        owner.hides(&format!("Vous suivez {GUEST}")).await?;
        guest.hides("1 personne vous suit").await?;
        guest.click(the("link", "Glossaire…")).await?;
        guest.shows("Glossaire").await?;
        ensure!(owner.url().await?.contains("/indicators"), "it was taken away");

        // So does whoever goes elsewhere, or presses Escape.
        follow().await?;
        owner.arrived("/glossary").await?;
        owner.click(the("link", "Objectifs…")).await?;
        owner.hides(&format!("Vous suivez {GUEST}")).await?;
        follow().await?;
        owner.arrived("/glossary").await?;
        owner.press("Escape", 27).await?;
        owner.hides(&format!("Vous suivez {GUEST}")).await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_facilitator_leads_everybody_who_is_not_writing() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        let name = owner_name(guest).await?;
        let lead = async || {
            owner.click(the("button", "Ici en ce moment…")).await?;
            owner.click(the("button", "Guider tout le monde")).await
        };
        // A contributor is not offered to.
        guest.click(the("button", "Ici en ce moment…")).await?;
        guest.find(the("button", &format!("Suivre {name}"))).await?;
        ensure!(guest.count(the("button", "Guider tout le monde")).await? == 0);

        // Who writes is asked, and nothing happens to them.
        guest.put_caret(STATEMENT, 0).await?;
        lead().await?;
        guest
            .shows(&format!("{name} guide le groupe. Terminez"))
            .await?;
        owner.shows("Vous guidez le groupe").await?;
        owner.click(the("link", "Glossaire…")).await?;
        owner.arrived("/glossary").await?;
        guest.type_text("Encore ceci. ").await?;
        ensure!(
            guest.url().await?.contains("/objectives"),
            "it was taken away"
        );
        guest.click(the("button", "Suivre")).await?;
        guest.arrived("/glossary").await?;
        owner.shows("1 personne vous suit").await?;

        // Whoever goes their own way may come back.
        guest.click(the("button", "Arrêter")).await?;
        owner.click(the("link", "Indicateurs…")).await?;
        owner.arrived("/indicators").await?;
        guest.shows(&format!("{name} guide le groupe")).await?;
        ensure!(
            guest.url().await?.contains("/glossary"),
            "it was taken along"
        );

        // Who comes later is asked too, and is taken along when they do nothing.
        guest.goto(&cast.page("objectives")).await?;
        guest.shows(&format!("{name} vous guide")).await?;
        guest.arrived("/indicators").await?;
        guest.shows(&format!("Vous suivez {name}")).await?;

        // It ends with the one who leads.
        owner.click(the("button", "Arrêter de guider")).await?;
        guest.hides(&format!("Vous suivez {name}")).await?;
        owner.hides("Vous guidez le groupe").await?;
        lead().await?;
        guest.shows(&format!("{name} vous guide")).await?;
        owner.goto("about:blank").await?;
        guest.hides(&format!("{name} vous guide")).await
    })
    .await
}

/// The name of the one other person who is here, once they are.
async fn owner_name(browser: &Browser) -> Result<String> {
    until("somebody else to be here", async || {
        let label = browser.names(the("button", "Ici en ce moment…")).await?;
        let name = label.first().and_then(|label| label.split_once(':'));
        Ok(name.map(|(_, name)| name.trim().to_owned()))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crowd_is_counted() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let owner = &cast.owner;
        let mut crowd = Vec::new();
        let token = cast.server.token(&cast.workspace, "facilitator").await?;
        let script = Script::new(&cast.server, Some(token));
        let field = owner
            .find(STATEMENT)
            .await?
            .attr("data-field")
            .await?
            .unwrap_or_default();
        for number in 0..25_u64 {
            let name = format!("Table {number}");
            let door = Door::of_member(&script, &cast.workspace, "contributor", &name).await?;
            let mut link = Link::open(&door).await?;
            let page = if number < 12 {
                "glossary"
            } else {
                "objectives"
            };
            let mut state = json!({"page": page});
            if number >= 12 {
                state["field"] = json!(field);
                state["caret"] = json!("end");
            }
            let entries = vec![AwarenessEntry {
                client: 1000 + number,
                clock: 1,
                state: Some(state),
            }];
            link.send(Frame::Awareness { entries }.encode()).await;
            crowd.push(link);
        }
        // The guest and the owner are here too.
        owner.click(the("button", "27 personnes ici")).await?;
        owner
            .find(the("link", "Glossaire 12 personnes sur cette page"))
            .await?;
        owner
            .find(the("button", &format!("Suivre {GUEST}")))
            .await?;
        owner
            .fill(the("searchbox", "Chercher une personne"), "zo")
            .await?;
        until("only those who were looked for", async || {
            Ok((owner.count(the("button", "Suivre …")).await? == 1).then_some(()))
        })
        .await?;
        let shown = "return [document.querySelectorAll('.caret').length,
            [...document.querySelectorAll('.presence-more')].map(more => more.textContent)]";
        until("a few carets and a number", async || {
            let shown = owner.script(shown).await?;
            ensure!(shown == json!([8, ["+11"]]), "{shown}");
            Ok(Some(()))
        })
        .await?;
        drop(crowd);
        owner
            .find(the("button", &format!("Ici en ce moment : {GUEST}")))
            .await?;
        until("their carets to go", async || {
            Ok((owner
                .script("return document.querySelectorAll('.caret').length")
                .await?
                == 0)
                .then_some(()))
        })
        .await
    })
    .await
}
