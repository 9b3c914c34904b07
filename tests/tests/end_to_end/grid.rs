//! The grid of readings as a spreadsheet: by keyboard from start to end, with the clipboard, filled, sorted for
//! oneself, and long.

use crate::{
    cast::{Cast, sign_in},
    cells::{Cell, cell},
};
use anyhow::{Result, ensure};
use jalon_tests::{
    browser::Browser,
    many,
    page::{CTRL, SHIFT, the},
    server::Server,
    until,
};
use serde_json::json;

const COFFEES: &str = "Cafés de quartier tenus";
const HOURS: &str = "Heures de répit réalisées";
const TALKS: &str = "Entretiens d’accompagnement";
const TEAM: &str = "Bilans d’équipe tenus";

async fn go(browser: &Browser, key: &str, held: u8) -> Result<()> {
    let code = match key {
        "PageUp" => 33,
        "PageDown" => 34,
        "End" => 35,
        "Home" => 36,
        "ArrowLeft" => 37,
        "ArrowUp" => 38,
        "ArrowRight" => 39,
        "ArrowDown" => 40,
        "Delete" => 46,
        other => u32::from(other.to_uppercase().as_bytes()[0]),
    };
    browser.chord(key, code, held, &[]).await
}

/// Types a letter or a digit as a keyboard does.
async fn strike(browser: &Browser, letter: &str) -> Result<()> {
    for kind in ["keyDown", "keyUp"] {
        let text = if kind == "keyUp" { "" } else { letter };
        let event = json!({ "type": kind, "key": letter, "text": text });
        browser.devtools("Input.dispatchKeyEvent", event).await?;
    }
    Ok(())
}

/// Puts a text on the clipboard as another program does: copied out of a box.
async fn clip(browser: &Browser, text: &str) -> Result<()> {
    let text = serde_json::to_string(text)?;
    let script = format!(
        "const box = document.createElement('textarea'); box.id = 'elsewhere'; box.value = {text};
         document.body.append(box); box.focus(); box.select()"
    );
    browser.script(&script).await?;
    browser.chord("c", 67, CTRL, &["copy"]).await?;
    browser
        .script("document.getElementById('elsewhere').remove()")
        .await?;
    Ok(())
}

async fn copy(browser: &Browser) -> Result<()> {
    browser.chord("c", 67, CTRL, &["copy"]).await
}

async fn paste(browser: &Browser) -> Result<()> {
    browser.chord("v", 86, CTRL, &["paste"]).await
}

/// What the clipboard holds as text, read by pasting it into a box.
async fn clipped(browser: &Browser) -> Result<String> {
    browser
        .script(
            "const box = document.createElement('textarea'); box.id = 'elsewhere';
             document.body.append(box); box.focus()",
        )
        .await?;
    paste(browser).await?;
    let text = browser
        .script("const box = document.getElementById('elsewhere'); const text = box.value; box.remove(); return text")
        .await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

async fn selected(browser: &Browser, count: u64) -> Result<()> {
    until(&format!("{count} selected"), async || {
        let script =
            "return document.querySelectorAll('[role=gridcell][aria-selected=true]').length";
        let now = browser.script(script).await?;
        ensure!(now.as_u64() == Some(count), "{now} are");
        Ok(Some(()))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_is_filled_with_the_keyboard_alone() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        cast.both_open("readings").await?;
        let july = cell(COFFEES, "juillet 2025");
        july.focus(owner).await?;
        // A digit replaces, an arrow key goes on; Enter goes down, Tab along.
        for letter in ["1", "2"] {
            strike(owner, letter).await?;
        }
        go(owner, "ArrowRight", 0).await?;
        let august = cell(COFFEES, "août 2025");
        august.has_focus(owner).await?;
        strike(owner, "8").await?;
        owner.press("Enter", 13).await?;
        cell(HOURS, "août 2025").has_focus(owner).await?;
        july.says(guest, "12").await?;
        august.says(guest, "8").await?;

        // F2 keeps what is there, Escape gives it back.
        july.write(owner, "99").await?;
        owner.press("Escape", 27).await?;
        july.has_focus(owner).await?;
        july.says(owner, "12").await?;
        owner.press("Enter", 13).await?;
        owner
            .has_value(
                the("textbox", "Cafés de quartier tenus, juillet 2025"),
                "12",
            )
            .await?;
        owner.press("Tab", 9).await?;
        august.has_focus(owner).await?;

        // About: to both ends of the row, of the table, and into the head and back.
        go(owner, "Home", 0).await?;
        cell(COFFEES, "janvier 2025").has_focus(owner).await?;
        go(owner, "End", 0).await?;
        cell(COFFEES, "décembre 2025").has_focus(owner).await?;
        go(owner, "End", CTRL).await?;
        let last = owner
            .script(
                "const rows = document.querySelectorAll('[role=grid] [role=row]');
            return rows[rows.length - 1].contains(document.activeElement)",
            )
            .await?;
        ensure!(last == true, "Ctrl+End did not reach the last row");
        go(owner, "Home", CTRL).await?;
        cell(COFFEES, "janvier 2025").has_focus(owner).await?;
        go(owner, "ArrowUp", 0).await?;
        owner.has_focus(the("columnheader", "janvier 2025")).await?;
        go(owner, "ArrowDown", 0).await?;

        // Several cells: withdrawn together, in one step of undo.
        august.focus(owner).await?;
        go(owner, "ArrowLeft", SHIFT).await?;
        selected(owner, 2).await?;
        go(owner, "Delete", 0).await?;
        july.says(guest, "à saisir").await?;
        august.says(guest, "à saisir").await?;
        owner.chord("z", 90, CTRL, &[]).await?;
        july.says(guest, "12").await?;
        august.says(guest, "8").await?;

        // A cell of several numbers opens; it gives the keyboard back.
        let team = cell(TEAM, "juillet 2025");
        team.open(owner).await?;
        owner.press("Escape", 27).await?;
        team.has_focus(owner).await?;
        // Its two numbers can be typed in a line, too.
        for letter in ["1", "/", "2"] {
            strike(owner, letter).await?;
        }
        owner.press("Enter", 13).await?;
        team.says(guest, "50 % 1 sur 2").await?;

        // One tab stop: Tab leaves.
        july.focus(owner).await?;
        owner.press("Tab", 9).await?;
        let inside = owner
            .script("return !!document.activeElement.closest('[role=grid]')")
            .await?;
        ensure!(inside == false, "Tab stays in the grid");
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_block_comes_from_a_spreadsheet_and_goes_back_as_it_was() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        cast.both_open("readings").await?;
        let (july, august) = (cell(COFFEES, "juillet 2025"), cell(COFFEES, "août 2025"));
        let (hours, talks) = (cell(HOURS, "juillet 2025"), cell(TALKS, "juillet 2025"));
        clip(
            owner,
            "12\t\"1\u{202f}234,5\"\r\n1\u{a0}112,25 h\tbeaucoup\r\n46,8 %\t\r\n44/94\t9\r\n",
        )
        .await?;
        july.focus(owner).await?;
        paste(owner).await?;
        july.says(guest, "12").await?;
        august.says(guest, "1 234,5").await?;
        talks.says(guest, "46,8").await?;
        cell(TEAM, "juillet 2025")
            .says(guest, "46,8 % 44 sur 94")
            .await?;
        // What was not taken is said, cell by cell, and stays as it was.
        owner.shows("4 valeurs enregistrées.").await?;
        owner.shows("3 cases restent comme elles étaient").await?;
        owner
            .shows("Heures de répit réalisées, août 2025 « beaucoup ». Un nombre est attendu ici")
            .await?;
        owner
            .shows("Bilans d’équipe tenus, août 2025 « 9 ». Deux nombres sont attendus ici")
            .await?;
        hours.says(owner, "à saisir").await?;
        // One step.
        owner.chord("z", 90, CTRL, &[]).await?;
        for cell in [july, august, talks] {
            cell.says(guest, "à saisir").await?;
        }
        owner.chord("y", 89, CTRL, &[]).await?;
        august.says(guest, "1 234,5").await?;

        // Copied out as the language writes it, and pasted elsewhere as it was.
        july.focus(owner).await?;
        owner.press("Escape", 27).await?;
        selected(owner, 1).await?;
        go(owner, "ArrowRight", SHIFT).await?;
        copy(owner).await?;
        let text = clipped(owner).await?;
        ensure!(text == "12\t1\u{202f}234,5", "{text:?}");
        cell(TALKS, "octobre 2025").focus(owner).await?;
        paste(owner).await?;
        cell(TALKS, "novembre 2025").says(guest, "1 234,5").await?;

        // One value fills a selection; and down goes what stands above.
        clip(owner, "7").await?;
        cell(HOURS, "octobre 2025").focus(owner).await?;
        go(owner, "ArrowRight", SHIFT).await?;
        paste(owner).await?;
        cell(HOURS, "novembre 2025").says(guest, "7").await?;
        cell(HOURS, "novembre 2025").focus(owner).await?;
        go(owner, "ArrowDown", SHIFT).await?;
        go(owner, "d", CTRL).await?;
        cell(TALKS, "novembre 2025").says(guest, "7").await?;

        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn sorting_filtering_and_widths_are_ones_own() -> Result<()> {
    let cast = Cast::in_demo("contributor").await?;
    cast.play(async |cast| {
        let (owner, guest) = (&cast.owner, &cast.guest);
        cast.both_open("readings").await?;
        let all = guest.names(the("rowheader", "…")).await?;
        owner.choose(the("combobox", "Trier par"), "Nom, de A à Z").await?;
        owner.find(the("columnheader", "Indicateur")).await?;
        until("rows in the order of their names", async || {
            let names = owner.names(the("rowheader", "…")).await?;
            Ok(names.first().is_some_and(|name| name.starts_with("Aidants") || name.starts_with("Aînés")).then_some(()))
        })
        .await?;
        owner.fill(the("searchbox", "Rechercher"), "repit").await?;
        owner.shows("1 indicateur affiché sur 14").await?;
        ensure!(owner.count(the("rowheader", "…")).await? == 1);

        // By keyboard: from the head to the line at its end, and wider.
        let october = cell(HOURS, "octobre 2025");
        october.focus(owner).await?;
        go(owner, "ArrowUp", 0).await?;
        owner.press("F2", 113).await?;
        until("the keyboard on the line at the end of October", async || {
            let script = "return document.activeElement.matches('[role=separator][aria-label$=\"octobre 2025\"]')";
            Ok((owner.script(script).await? == true).then_some(()))
        })
        .await?;
        let width = "return document.querySelector('[role=grid] [data-period=\"2025-10\"]').getBoundingClientRect().width";
        let before = owner.script(width).await?.as_f64().unwrap_or_default();
        for _ in 0..3 {
            go(owner, "ArrowRight", 0).await?;
        }
        until("a wider column", async || {
            let now = owner.script(width).await?.as_f64().unwrap_or_default();
            Ok((now > before + 30.0).then_some(()))
        })
        .await?;
        owner.press("Escape", 27).await?;

        // Nobody else sees any of it; it is there again the next time.
        october.focus(owner).await?;
        strike(owner, "5").await?;
        owner.press("Enter", 13).await?;
        october.says(guest, "5").await?;
        ensure!(guest.names(the("rowheader", "…")).await? == all);
        owner.goto(&cast.page("readings")).await?;
        owner.shows("1 indicateur affiché sur 14").await?;
        let now = owner.script(width).await?.as_f64().unwrap_or_default();
        ensure!(now > before + 30.0, "{now} px after {before} px");
        owner.click(the("button", "Tout afficher")).await?;
        october.focus(owner).await
    })
    .await
}

/// Prints how long it takes from a key to the paint after it, in milliseconds: median, 95th centile.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "a measure to read, not a test: cargo test -p jalon-tests --test end_to_end -- --ignored --nocapture key_to_paint"]
async fn key_to_paint_in_two_thousand_rows() -> Result<()> {
    let server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let browser = sign_in(&server).await?;
    many::fill(&server, &workspace, 2_000, 2025, 12).await?;
    browser
        .goto(&format!("{}/w/{workspace}/readings", server.url))
        .await?;
    let middle = many::name(5);
    cell(&middle, "mars 2025").focus(&browser).await?;
    browser
        .script(
            "window.__paints = {}; window.__what = '';
             const after = (what, start) => requestAnimationFrame(() => { const port = new MessageChannel();
                 port.port1.onmessage = () => (window.__paints[what] ??= []).push(performance.now() - start);
                 port.port2.postMessage(0); });
             addEventListener('keydown', event => after(window.__what, event.timeStamp), true);",
        )
        .await?;
    for (what, keys) in [
        (
            "arrows",
            &["ArrowDown", "ArrowRight", "ArrowDown", "ArrowLeft"] as &[&str],
        ),
        ("pages", &["PageDown", "PageDown", "PageUp"]),
        ("digits", &["1", "2", "3"]),
        ("commit", &["ArrowDown"]),
    ] {
        for round in 0..60 {
            if what == "commit" {
                browser.script("window.__what = 'first digit'").await?;
                strike(&browser, "4").await?;
            }
            browser.script(&format!("window.__what = '{what}'")).await?;
            for key in keys {
                match key.len() {
                    1 => strike(&browser, key).await?,
                    _ => go(&browser, key, 0).await?,
                }
            }
            if what == "digits" && round % 10 == 9 {
                browser.press("Escape", 27).await?;
            }
        }
        if what == "digits" {
            browser.press("Escape", 27).await?;
        }
    }
    let paints = browser.script("return window.__paints").await?;
    for (what, times) in paints.as_object().into_iter().flatten() {
        let mut times: Vec<f64> = times
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(serde_json::Value::as_f64)
            .collect();
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
        println!(
            "{what}: {:.1} ms median, {:.1} ms p95, {} keys",
            at(0.5),
            at(0.95),
            times.len()
        );
    }
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_thousand_rows_are_as_easy_as_twenty() -> Result<()> {
    const ROWS: usize = 2_000;
    let server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let browser = sign_in(&server).await?;
    many::fill(&server, &workspace, ROWS, 2025, 6).await?;
    browser
        .goto(&format!("{}/w/{workspace}/readings", server.url))
        .await?;
    let first: Cell<'_> = cell(COFFEES, "janvier 2025");
    first.focus(&browser).await?;
    let rows = "return Number(document.querySelector('[role=grid]').ariaRowCount ?? document.querySelector('[role=grid]').getAttribute('aria-rowcount'))";
    until("all the rows", async || {
        // Two heads, three categories, and those of the demo.
        let count = browser.script(rows).await?;
        Ok((count == json!(ROWS + 14 + 3 + 2)).then_some(()))
    })
    .await?;
    let few = async || {
        let script = "return document.querySelectorAll('[role=grid] [role=row]').length";
        let count = browser.script(script).await?.as_u64().unwrap_or(u64::MAX);
        ensure!(count < 60, "{count} rows are on the page");
        Ok(())
    };
    few().await?;
    go(&browser, "End", CTRL).await?;
    let last_name = many::name(ROWS);
    let last = cell(&last_name, "décembre 2025");
    last.has_focus(&browser).await?;
    few().await?;
    let index = browser
        .script("return document.activeElement.closest('[role=row]').getAttribute('aria-rowindex')")
        .await?;
    let index = index.as_str().unwrap_or_default();
    ensure!(index.parse() == Ok(ROWS + 14 + 3 + 2), "{index}");
    strike(&browser, "7").await?;
    go(&browser, "ArrowLeft", 0).await?;
    last.says(&browser, "7").await?;

    // However far one scrolls, the keyboard stays where it is.
    browser
        .script("document.querySelector('.grid-scroll').scrollTop = 0")
        .await?;
    first.says(&browser, "6").await?;
    let november = cell(&last_name, "novembre 2025");
    november.has_focus(&browser).await?;
    few().await?;
    go(&browser, "Home", CTRL).await?;
    first.has_focus(&browser).await?;

    // Somebody else's value is drawn in its cell.
    browser
        .fill(the("searchbox", "Rechercher"), &many::name(1_234))
        .await?;
    let found = many::name(1_234);
    cell(&found, "juin 2025").says(&browser, "1 234,6").await?;
    browser.quit().await
}
