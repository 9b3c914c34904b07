//! The page of the readings: the year, what still waits, and the table: a grid where there is room, cards on a phone.

use super::{
    board::{self, Board},
    editor::CellEditor,
    grid::{Bar, Filter, Grid, GridTable, use_kept, use_lines},
    layout::{Columns, Line, Order, SortBy, View},
    place::Place,
    table::Table,
    timeline::{Month, Timeline, first_year},
};
use crate::{
    app::Route,
    session::{Session, Watch, use_session, use_watch},
    ui::{Fold, Icon, Shape, use_window_event},
};
use dioxus::prelude::*;
use jalon_shared::{EntityRef, Field, IndicatorId, WorkspaceId, rules::progress};
use jalon_view::{args, words::use_words};
use std::{collections::BTreeSet, rc::Rc};

/// Up to this width the page shows cards, as its styles have it.
const NARROW: &str = "(max-width: 46rem)";

/// How much of its target an indicator has reached.
fn standing(session: &Session, id: IndicatorId) -> Option<f64> {
    session.read(|workspace| {
        let indicator = workspace.indicator(id)?;
        progress::figure(&indicator, &workspace.readings(id)).progress
    })
}

fn ordered(session: &Session, lines: &[Line], view: &View) -> Order {
    Order::of(lines, view, |id| standing(session, id))
}

#[component]
pub fn Readings(id: WorkspaceId) -> Element {
    rsx! { ReadingsTable { id } }
}

/// The same, a page of its own or a part of one.
#[component]
pub fn ReadingsTable(id: WorkspaceId, #[props(default)] is_part: bool) -> Element {
    let words = use_words();
    let session = use_session();
    let today = use_hook(this_month);
    let open = use_signal(|| None::<Place>);
    let mut close = open;
    use_context_provider(|| Board { open, today });
    let mut year = use_signal({
        let session = session.clone();
        move || session.read(|workspace| first_year(&workspace.reading_years(), today))
    });
    let cadence_field = EntityRef::SETTINGS.field(Field::Cadence);
    let cadence = use_watch(Watch::Field(cadence_field), |workspace| {
        workspace.settings().cadence
    });
    let kept = use_kept();
    let (lines, counted) = use_lines(year, today);
    let columns = use_memo(move || {
        let lines = lines.read();
        let frequencies = lines.iter().map(|line| line.frequency);
        Columns::of(Timeline::of(year(), frequencies, cadence()))
    });
    let mut grid = use_context_provider(|| Grid::new(lines, kept, *columns.peek(), open));
    use_effect(move || grid.columns.set(columns()));

    let view = use_memo(move || kept.read().view.clone());
    let stale = use_order(grid, lines, view, counted, &session);
    let is_narrow = use_narrow();

    let all = lines.read().len();
    let missing: usize = lines.read().iter().map(|line| line.waiting).sum();
    let owners: BTreeSet<String> = lines
        .read()
        .iter()
        .map(|line| line.owner.trim().to_owned())
        .filter(|owner| !owner.is_empty())
        .collect();
    let shown = grid.order.read().rows.len();
    rsx! {
        div { class: if is_part { "readings-page" } else { "page readings-page" },
            div { class: "section-head",
                if is_part {
                    h3 { {words.t("readings-title")} }
                } else {
                    h1 { {words.t("readings-title")} }
                }
                div { class: "readings-year", role: "group", aria_label: words.t("readings-years"),
                    button { class: "icon-button", r#type: "button", aria_label: words.t("readings-year-before"),
                        onclick: move |_| year -= 1,
                        Icon { shape: Shape::Previous }
                    }
                    span { class: "readings-year-shown", role: "status", "{year}" }
                    button { class: "icon-button", r#type: "button", aria_label: words.t("readings-year-after"),
                        onclick: move |_| year += 1,
                        Icon { shape: Shape::Next }
                    }
                }
            }
            if all == 0 {
                div { class: "empty",
                    p { strong { {words.t("readings-empty")} } }
                    p { {words.t("readings-empty-hint")} }
                    Link { class: "button primary", to: Route::Indicators { id }, {words.t("readings-empty-link")} }
                }
            } else {
                p { class: "muted readings-intro", {words.t("readings-intro")} }
                div { class: "cluster readings-bar",
                    span { class: if missing == 0 { "chip good" } else { "chip" },
                        {words.t_with("readings-waiting", args![count => missing])}
                    }
                    Fold { Filter { kept, owners: owners.into_iter().collect::<Vec<_>>(), shown, all } }
                    if stale.is_stale() {
                        button { class: "button small", r#type: "button", onclick: move |_| stale.again(),
                            {words.t("grid-again")}
                        }
                    }
                }
                if shown == 0 {
                    p { class: "empty", {words.t(if view.read().only_waiting { "readings-nothing-waiting" } else { "grid-nothing" })} }
                } else if is_narrow() {
                    Cards {}
                } else {
                    GridTable {}
                    Bar {}
                    p { class: "hint readings-keys", id: "grid-keys", {words.t("grid-keys")} }
                }
            }
            if let Some(place) = open() {
                CellEditor { key: "{place.path()}", place, on_close: move |()| {
                    close.set(None);
                    if !*is_narrow.peek() {
                        grid.take_keyboard();
                    }
                } }
            }
        }
    }
}

/// How many cards are drawn at once: more than anybody scrolls through, few enough for an old phone.
const CARDS: usize = 60;

/// On a phone each row is a card.
#[component]
fn Cards() -> Element {
    let words = use_words();
    let grid = use_context::<Grid>();
    let mut drawn = use_signal(|| CARDS);
    let order = grid.order.read();
    let lines: Vec<board::Line> = order
        .rows
        .iter()
        .take(drawn())
        .map(|row| board::Line {
            id: row.id,
            category: row.category,
        })
        .collect();
    let timeline = grid.columns.read().timeline;
    let more = order.rows.len().saturating_sub(drawn());
    rsx! {
        Table { lines, timeline }
        if more > 0 {
            button { class: "button", r#type: "button", onclick: move |_| drawn += CARDS,
                {words.t_with("grid-more", args![count => more])}
            }
        }
    }
}

/// Whether the order is older than what it was made of.
#[derive(Clone, Copy, PartialEq)]
struct Stale {
    is_stale: Memo<bool>,
    again: Signal<u32>,
}

impl Stale {
    fn is_stale(self) -> bool {
        (self.is_stale)()
    }

    fn again(mut self) {
        self.again += 1;
    }
}

/// Keeps the order of the rows: made anew when somebody asks for another one, or when rows come and go. A value that
/// is typed moves no row under the hands of whoever types: it makes the order stale.
fn use_order(
    mut grid: Grid,
    lines: Signal<Rc<Vec<Line>>>,
    view: Memo<View>,
    counted: Signal<i16>,
    session: &Session,
) -> Stale {
    let again = use_signal(|| 0_u32);
    let members = use_memo(move || {
        let lines = lines.read();
        let member = |line: &Line| (line.id, line.category, line.frequency, line.aggregation);
        lines.iter().map(member).collect::<Vec<_>>()
    });
    let mut made_of = use_signal(|| lines.peek().clone());
    let ordering = session.clone();
    use_effect(move || {
        let _ = (members.read(), counted.read(), again.read());
        let now = lines.peek().clone();
        let order = ordered(&ordering, &now, &view.read());
        made_of.set(now);
        if *grid.order.peek().as_ref() != order {
            grid.order.set(Rc::new(order));
        }
    });
    let session = session.clone();
    let is_stale = use_memo(move || {
        let (view, lines) = (view.read(), lines.read());
        if Rc::ptr_eq(&lines, &made_of.read()) {
            return false;
        }
        match view.sort {
            SortBy::Category if !view.is_filtered() => false,
            // It takes long to say where everything stands.
            SortBy::Standing => true,
            _ => ordered(&session, &lines, &view) != *grid.order.read().as_ref(),
        }
    });
    Stale { is_stale, again }
}

/// Whether the window is as narrow as a phone. What is printed on a sheet does not count.
fn use_narrow() -> Signal<bool> {
    let is_now = || {
        let window = web_sys::window()?;
        Some(window.match_media(NARROW).ok()??.matches())
    };
    let mut narrow = use_signal(|| is_now().unwrap_or(false));
    use_window_event("resize", move |_: web_sys::Event| {
        let now = is_now().unwrap_or(false);
        if *narrow.peek() != now {
            narrow.set(now);
        }
    });
    narrow
}

/// The month on the clock of this browser.
fn this_month() -> Month {
    let now = js_sys::Date::new_0();
    let year = i16::try_from(now.get_full_year()).unwrap_or(i16::MAX);
    Month {
        year,
        month: u8::try_from(now.get_month() + 1).unwrap_or(12),
    }
}
