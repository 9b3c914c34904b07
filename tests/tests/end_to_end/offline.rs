//! Without a line, and on bad ones: everything typed is kept in the browser, said to be where it is, shared between
//! the pages of one browser, and sent when the line is back.

use crate::{
    cast::{Cast, GUEST, sign_in},
    cells::{Cell, cell},
    restoring::WATCH_FILES,
};
use anyhow::{Context, Result, ensure};
use jalon_shared::{EntityRef, FieldRef};
use jalon_tests::{
    browser::{Browser, Screen},
    http::{Script, text_at},
    line::Line,
    page::{Target, the},
    peer::Peer,
    server::Server,
    until,
};
use reqwest::Method;
use serde_json::{Value, json};
use std::{collections::BTreeSet, time::Duration};

/// The statement of the first objective of the demo.
const STATEMENT: Target = the("textbox", "Énoncé de l’objectif");
const HERE: &str = "Gardé sur cet appareil";
const OFFLINE: &str = "Hors ligne : gardé sur cet appareil";
/// More updates than this browser keeps one by one.
const MANY: usize = 600;

/// Waits until the page opens without a line.
async fn is_kept(browser: &Browser) -> Result<()> {
    until("the program to be kept in the browser", async || {
        let kept = browser
            .script("return !!navigator.serviceWorker.controller && navigator.serviceWorker.controller.state === 'activated'")
            .await?;
        Ok((kept == true).then_some(()))
    })
    .await
}

/// Types a letter after the other at the start of the first statement, as fast as a page takes them.
async fn type_many(browser: &Browser, letter: char, count: usize) -> Result<()> {
    browser
        .script(&format!(
            "const box = document.querySelector('textarea[data-field$=\"/statement\"]');
             for (let n = 0; n < {count}; n++) {{
                 box.setRangeText('{letter}', 0, 0, 'end');
                 box.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
             }}"
        ))
        .await?;
    Ok(())
}

/// What the server has in the field of the first statement of a page.
async fn on_server(server: &Server, workspace: &str, field: &FieldRef) -> Result<String> {
    let token = server.token(workspace, "reader").await?;
    let door = Script::new(server, Some(token)).door(workspace)?;
    let peer = Peer::join(&door).await?;
    peer.document.text(field).context("no such text")
}

async fn first_statement(browser: &Browser) -> Result<FieldRef> {
    let field = browser
        .script(
            "return document.querySelector('textarea[data-field$=\"/statement\"]').dataset.field",
        )
        .await?;
    Ok(field.as_str().context("no statement")?.parse()?)
}

/// What is said of the first statement, to whoever listens.
async fn said_of_statement(browser: &Browser) -> Result<String> {
    let said = browser
        .script(
            "const box = document.querySelector('textarea[data-field$=\"/statement\"]');
             return (box.getAttribute('aria-describedby') ?? '').split(' ')
                 .map(id => document.getElementById(id)?.textContent ?? '').join(' ').trim()",
        )
        .await?;
    Ok(said.as_str().unwrap_or_default().to_owned())
}

async fn statement_says(browser: &Browser, words: &str) -> Result<()> {
    until(&format!("the statement to say {words:?}"), async || {
        let said = said_of_statement(browser).await?;
        ensure!(said == words, "it says {said:?}");
        Ok(Some(()))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tabs_without_a_line_write_together_and_lose_nothing() -> Result<()> {
    let mut server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let page = format!("{}/w/{workspace}/objectives", server.url);
    let browser = sign_in(&server).await?;
    browser.goto(&page).await?;
    browser.shows("Enregistré").await?;
    is_kept(&browser).await?;
    let field = first_statement(&browser).await?;
    let before = browser.value(STATEMENT).await?;
    server.stop().await?;
    browser.shows("Hors ligne").await?;
    ensure!(
        said_of_statement(&browser).await?.is_empty(),
        "nothing was typed yet"
    );
    type_many(&browser, 'a', MANY).await?;
    browser.shows(OFFLINE).await?;
    statement_says(&browser, HERE).await?;

    // A second tab opens without a server, knows what is unsent, and each sees the other's words.
    let first = browser.new_tab().await?;
    browser.goto(&page).await?;
    browser.shows(OFFLINE).await?;
    statement_says(&browser, HERE).await?;
    let one = format!("{}{before}", "a".repeat(MANY));
    browser.has_value(STATEMENT, &one).await?;
    type_many(&browser, 'b', MANY).await?;
    let second = browser.tab().await?;
    browser.switch_to(&first).await?;
    let both = format!("{}{one}", "b".repeat(MANY));
    browser.has_value(STATEMENT, &both).await?;
    // Both fold at once what they keep.
    type_many(&browser, 'c', MANY).await?;
    browser.switch_to(&second).await?;
    type_many(&browser, 'd', MANY).await?;
    let counted = |text: &str| {
        "abcd"
            .chars()
            .map(|letter| text.matches(letter).count())
            .collect::<Vec<_>>()
    };
    let all = counted(&format!("{both}{}{}", "c".repeat(MANY), "d".repeat(MANY)));
    until("both tabs to have all", async || {
        Ok((counted(&browser.value(STATEMENT).await?) == all).then_some(()))
    })
    .await?;
    browser.shows(OFFLINE).await?;
    // Both are closed with unsent words. The next opening has them, says so, and sends them.
    browser.end_tab(&first).await?;
    browser.goto(&page).await?;
    browser.shows(OFFLINE).await?;
    statement_says(&browser, HERE).await?;
    ensure!(
        counted(&browser.value(STATEMENT).await?) == all,
        "letters are missing after a reload"
    );
    server.restart().await?;
    browser.shows("Enregistré").await?;
    statement_says(&browser, "").await?;
    let there = on_server(&server, &workspace, &field).await?;
    ensure!(counted(&there) == all, "letters are missing on the server");
    browser.quit().await
}

/// Somebody with a browser and a line of their own, in the demo workspace.
pub(super) struct Person {
    pub(super) browser: Browser,
    pub(super) line: Line,
    page: String,
}

impl Person {
    pub(super) async fn come(server: &Server, workspace: &str, name: &str) -> Result<Self> {
        let line = Line::to(server.address()).await?;
        let browser = Browser::open(Screen::Laptop).await?;
        let owner = Script::new(server, Some(server.token(workspace, "facilitator").await?));
        let invite = owner
            .post(
                &format!("/api/workspaces/{workspace}/invites"),
                json!({ "role": "contributor", "expires_in_s": 3600, "max_uses": 1 }),
            )
            .await?;
        let code = text_at(&invite, "code")?;
        browser.goto(&format!("{}/join/{code}", line.url)).await?;
        browser.fill(the("textbox", "Votre prénom…"), name).await?;
        browser.click(the("button", "Entrer")).await?;
        browser.arrived("/w/").await?;
        let page = format!("{}/w/{workspace}", line.url);
        browser.goto(&format!("{page}/objectives")).await?;
        browser.shows("Enregistré").await?;
        is_kept(&browser).await?;
        Ok(Self {
            browser,
            line,
            page,
        })
    }

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

#[tokio::test(flavor = "multi_thread")]
async fn frames_of_a_connection_that_was_given_up_do_no_harm_when_they_arrive() -> Result<()> {
    let server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let person = Person::come(&server, &workspace, "Ana").await?;
    let browser = &person.browser;
    let field = first_statement(browser).await?;
    let before = browser.value(STATEMENT).await?;
    // On their way and held: neither saved nor lost.
    person.line.hold();
    type_many(browser, 'x', 50).await?;
    browser.shows("Enregistrement…").await?;
    statement_says(browser, HERE).await?;
    // The browser gives the connection up and makes another one, which brings the same words.
    browser
        .script("window.dispatchEvent(new Event('offline'))")
        .await?;
    browser
        .script("window.dispatchEvent(new Event('online'))")
        .await?;
    browser.shows("Enregistré").await?;
    type_many(browser, 'y', 50).await?;
    browser.shows("Enregistré").await?;
    // Now the old ones arrive, in one burst.
    person.line.release();
    type_many(browser, 'z', 50).await?;
    browser.shows("Enregistré").await?;
    let all = [50, 50, 50];
    let counted = |text: &str| ["x", "y", "z"].map(|letter| text.matches(letter).count());
    let were = counted(&before);
    until("the server to have each letter once", async || {
        let there = counted(&on_server(&server, &workspace, &field).await?);
        let new = [0, 1, 2].map(|at| there[at] - were[at]);
        ensure!(new == all, "{new:?}");
        Ok(Some(()))
    })
    .await?;
    statement_says(browser, "").await?;
    person.browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_is_said_where_it_was_typed_and_can_be_taken_along() -> Result<()> {
    let mut cast = Cast::in_demo("contributor").await?;
    cast.server.stop().await?;
    cast.guest.shows("Hors ligne").await?;
    cast.guest.focus(STATEMENT).await?;
    cast.guest.put_caret(STATEMENT, 0).await?;
    cast.guest.type_text("Mes mots à moi. ").await?;
    cast.guest.shows(OFFLINE).await?;
    // The page is closed meanwhile, so that the role is another one before it speaks.
    cast.guest.goto("about:blank").await?;
    cast.server.restart().await?;
    cast.owner.goto(&cast.page("people")).await?;
    cast.owner
        .choose(the("combobox", &format!("Rôle de {GUEST}")), "Lecture")
        .await?;
    cast.play(async |cast| {
        let guest = &cast.guest;
        until("the guest to be a reader", async || {
            let door = Script::new(
                &cast.server,
                Some(cast.server.token(&cast.workspace, "facilitator").await?),
            );
            let people = door
                .get(&format!("/api/workspaces/{}/people", cast.workspace))
                .await?
                .to_string();
            Ok(people.contains("reader").then_some(()))
        })
        .await?;
        guest.goto(&cast.page("objectives")).await?;
        guest
            .shows("Une partie de ce que vous avez écrit n’est pas partagée")
            .await?;
        statement_says(guest, "Non partagé\u{a0}: votre rôle permet de lire").await?;
        guest
            .shows("Vos mots que les autres n’ont pas reçus")
            .await?;
        guest.script(WATCH_FILES).await?;
        guest.click(the("button", "Télécharger ces mots")).await?;
        let file = until("the file of the words", async || {
            let saved = guest.script("return window.__saved[0] ?? null").await?;
            Ok(saved.as_str().map(str::to_owned))
        })
        .await?;
        ensure!(
            file.starts_with("<!doctype html>") && file.contains("Mes mots à moi. "),
            "{file}"
        );
        guest
            .click(the("button", "Repartir du contenu partagé"))
            .await?;
        guest.shows("Enregistré").await?;
        guest.hides("Mes mots à moi.").await?;
        cast.owner.goto(&cast.page("objectives")).await?;
        cast.owner.shows("Tenir 96 cafés de quartier").await?;
        cast.owner.hides("Mes mots à moi.").await?;
        // They wait at home until their author throws them away.
        guest.goto(&format!("{}/", cast.server.url)).await?;
        guest
            .find(the("heading", "Vos mots que les autres n’ont pas reçus"))
            .await?;
        guest
            .script("document.querySelector('.home-copies summary').click()")
            .await?;
        guest.shows("Mes mots à moi.").await?;
        guest.click(the("button", "Supprimer ces mots…")).await?;
        guest
            .gone(the("heading", "Vos mots que les autres n’ont pas reçus"))
            .await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_version_of_the_program_waits_until_it_is_wanted_and_loses_nothing() -> Result<()> {
    let server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let person = Person::come(&server, &workspace, "Ana").await?;
    let (browser, line) = (&person.browser, &person.line);
    let worker = reqwest::get(format!("{}/sw.js", server.url))
        .await?
        .text()
        .await?;
    let between = |start: &str, end: char| {
        let rest = worker.split(start).nth(1)?;
        rest.split(end).next().map(str::to_owned)
    };
    let version = between("const CACHE = \"jalon-", '"').context("no version")?;
    let boot = between("/assets/boot-", '.').context("no start")?;
    line.cut();
    browser.shows("Hors ligne").await?;
    browser.put_caret(STATEMENT, 0).await?;
    browser.type_text("Avant la mise à jour. ").await?;
    browser.shows(OFFLINE).await?;
    line.pretend(&boot, &"f".repeat(boot.len()));
    line.pretend(&version, &"e".repeat(version.len()));
    line.mend();
    browser
        .shows("Une nouvelle version de Jalon est prête")
        .await?;
    browser.shows("Enregistré").await?;
    // Whoever writes goes on writing, with or without a line.
    browser.type_text("Pendant. ").await?;
    let started_by = "return document.querySelector('script[type=module]').getAttribute('src')";
    let old = browser.script(started_by).await?;
    ensure!(old.to_string().contains(&boot), "it started anew by itself");
    browser.click(the("button", "Recharger")).await?;
    until("the new version to run", async || {
        let now = browser.script(started_by).await?;
        Ok(now.to_string().contains("ffff").then_some(()))
    })
    .await?;
    browser.shows("Avant la mise à jour. Pendant. ").await?;
    browser
        .hides("Une nouvelle version de Jalon est prête")
        .await?;
    // Its files are kept in the place of the old ones; without a line it opens, whole.
    until("the browser to keep the new version alone", async || {
        let kept = browser.promise("return await caches.keys()").await?;
        ensure!(
            kept == json!([format!("jalon-{}", "e".repeat(version.len()))]),
            "{kept}"
        );
        Ok(Some(()))
    })
    .await?;
    line.cut();
    browser.goto(&format!("{}/objectives", person.page)).await?;
    browser.shows("Avant la mise à jour. Pendant. ").await?;
    let now = browser.script(started_by).await?;
    ensure!(now.to_string().contains("ffff"), "it mixes versions: {now}");
    person.browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_taken_out_meanwhile_reads_what_of_theirs_nobody_got() -> Result<()> {
    let mut cast = Cast::in_demo("contributor").await?;
    cast.server.stop().await?;
    cast.guest.shows("Hors ligne").await?;
    cast.guest.put_caret(STATEMENT, 0).await?;
    cast.guest.type_text("Écrit en chemin. ").await?;
    cast.guest.shows(OFFLINE).await?;
    cast.guest.goto("about:blank").await?;
    cast.server.restart().await?;
    cast.play(async |cast| {
        let token = cast.server.token(&cast.workspace, "facilitator").await?;
        let script = Script::new(&cast.server, Some(token));
        let people = format!("/api/workspaces/{}/people", cast.workspace);
        let all = script.get(&people).await?;
        let guest = all
            .as_array()
            .into_iter()
            .flatten()
            .find(|person| person["name"] == GUEST)
            .context("no guest")?;
        let guest = format!("{people}/{}", text_at(guest, "person")?);
        script.call(Method::DELETE, &guest, None).await?;
        let guest = &cast.guest;
        guest.goto(&cast.page("objectives")).await?;
        guest.shows("Vous ne participez plus à cet espace").await?;
        guest
            .shows("Vos mots que les autres n’ont pas reçus")
            .await?;
        guest.shows("Écrit en chemin.").await?;
        // The words of the others went with the access.
        until("the copy to go", async || {
            let kept = guest
                .promise("return (await indexedDB.databases()).length")
                .await?;
            Ok((kept == 0).then_some(()))
        })
        .await?;
        guest.goto(&format!("{}/", cast.server.url)).await?;
        guest
            .find(the("heading", "Vos mots que les autres n’ont pas reçus"))
            .await
            .map(drop)
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_without_room_says_so_and_goes_on_when_there_is_some() -> Result<()> {
    let mut server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let page = format!("{}/w/{workspace}/objectives", server.url);
    let browser = sign_in(&server).await?;
    browser.goto(&page).await?;
    browser.shows("Enregistré").await?;
    is_kept(&browser).await?;
    server.stop().await?;
    browser.shows("Hors ligne").await?;
    // A browser lets a few bytes pass whatever it was given: it is made to take none.
    browser
        .script(
            "const { prototype } = IDBObjectStore;
             window.add = prototype.add;
             prototype.add = () => { throw new DOMException('', 'QuotaExceededError') }",
        )
        .await?;
    browser.put_caret(STATEMENT, 0).await?;
    browser.type_text("Sans place. ").await?;
    browser.shows("n’a plus de place pour garder").await?;
    browser.shows("Hors ligne : gardé dans cette page").await?;
    statement_says(&browser, "Gardé dans cette page seulement").await?;
    browser
        .script("IDBObjectStore.prototype.add = window.add")
        .await?;
    browser.shows(OFFLINE).await?;
    statement_says(&browser, HERE).await?;
    browser.goto(&page).await?;
    browser.shows("Sans place.").await?;
    browser.quit().await
}

/// Opens the copy as the first version of the program did, and holds it, which no page of today does.
const HOLD_AN_OLD_COPY: &str = "
    const [{ name }] = await indexedDB.databases();
    const ask = request => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = fail });
    await ask(indexedDB.deleteDatabase(name));
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('updates', { autoIncrement: true });
    window.held = await ask(request);
    return name";

#[tokio::test(flavor = "multi_thread")]
async fn a_tab_of_an_older_program_is_told_of_and_waited_for() -> Result<()> {
    let mut server = Server::start(true).await?;
    let workspace = server.workspace("Escale").await?;
    let page = format!("{}/w/{workspace}/objectives", server.url);
    let browser = sign_in(&server).await?;
    browser.goto(&page).await?;
    browser.shows("Enregistré").await?;
    is_kept(&browser).await?;
    // A page on which this program does not run.
    browser.goto(&format!("{}/join", server.url)).await?;
    browser.promise(HOLD_AN_OLD_COPY).await?;
    let old = browser.new_tab().await?;
    browser.goto(&page).await?;
    browser
        .shows("Un onglet de Jalon ouvert depuis longtemps")
        .await?;
    browser.shows("Enregistré").await?;
    browser.put_caret(STATEMENT, 0).await?;
    browser.type_text("Entre deux. ").await?;
    browser.shows("Enregistré").await?;
    browser.end_tab(&old).await?;
    until("the copy to be laid out anew", async || {
        let copies = browser
            .promise("return (await indexedDB.databases()).map(it => it.version)")
            .await?;
        Ok((copies == json!([2])).then_some(()))
    })
    .await?;
    server.stop().await?;
    browser.shows("Hors ligne").await?;
    browser.type_text("Après. ").await?;
    browser.shows(OFFLINE).await?;
    browser.goto(&page).await?;
    browser.shows("Entre deux. Après. ").await?;
    browser.quit().await
}
