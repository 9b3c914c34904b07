//! The two cells of the table: one that a number is typed into, and one that opens the editor.

use super::{
    board::{Board, name_of},
    draft::{Draft, Fault},
    place::Place,
    shown::{in_words, shown},
};
use crate::{
    features::talk::TalkButton,
    field::PresenceMark,
    session::{Session, use_session},
    ui::{Icon, Shape, element_of},
};
use dioxus::prelude::*;
use dioxus::web::WebEventExt;
use jalon_shared::{
    Frequency, Indicator, Measure, Reading, ReadingId, Subject, indicator::Aggregation,
    workspace::NewReading,
};
use jalon_view::{
    args, dates,
    words::{Words, use_words},
};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// What is being typed, and on top of which entry.
#[derive(Debug, Clone, PartialEq)]
struct Typed {
    text: String,
    over: Option<ReadingId>,
}

/// Puts a new entry into a cell.
pub(super) fn record(session: &Session, place: Place, measure: Measure, comment: String) {
    session.record(vec![NewReading {
        id: Session::fresh_uuid().into(),
        indicator: place.indicator,
        period: place.period,
        measure,
        comment,
    }]);
}

/// The name of a cell: its indicator and its period.
pub(super) fn cell_name(words: Words, indicator: &Indicator, place: Place, key: &str) -> String {
    words.t_with(
        key,
        args![indicator => name_of(words, indicator), period => dates::period(words, place.period)],
    )
}

/// The name of a period whose year stands above.
fn in_its_year(words: Words, place: Place) -> String {
    match place.period.frequency() {
        Frequency::Monthly => words.t(&format!("month-short-{}", place.period.number())),
        _ => dates::period_short(words, place.period),
    }
}

pub(super) fn cell_class(
    place: Place,
    columns: usize,
    reading: Option<&Reading>,
    today: super::timeline::Month,
) -> String {
    let mut class = "reading-cell".to_owned();
    if columns > 1 {
        class.push_str(" is-wide");
    }
    match reading {
        Some(reading) if reading.is_disputed() => class.push_str(" is-disputed"),
        None if today.is_after(place.period) => class.push_str(" is-waiting"),
        None => class.push_str(" is-later"),
        Some(_) => {}
    }
    class
}

/// A cell that takes an amount as it is typed. A draft is never lost to what others type into the cell:
/// it stays, and the cell says what they typed.
#[component]
pub(super) fn AmountCell(
    place: Place,
    columns: usize,
    indicator: Rc<Indicator>,
    reading: Option<Reading>,
    row: usize,
) -> Element {
    let words = use_words();
    let session = use_session();
    let Board { mut open, today } = use_context::<Board>();
    let mut typed = use_signal(|| None::<Typed>);
    let mut fault = use_signal(|| None::<Fault>);
    let mut element = use_signal(|| None::<HtmlInputElement>);

    let text = reading
        .as_ref()
        .and_then(|reading| shown(&reading.current.measure, &indicator, words))
        .map(|shown| shown.figure)
        .unwrap_or_default();
    use_effect(use_reactive!(|text| {
        if typed.peek().is_none()
            && let Some(element) = &*element.peek()
        {
            element.set_value(&text);
        }
    }));

    let current = reading.as_ref().map(|reading| reading.current.clone());
    let over = current.as_ref().map(|entry| entry.id);
    let value = match current.as_ref().map(|entry| &entry.measure) {
        Some(Measure::Amount { value }) => Some(*value),
        _ => None,
    };
    let comment = current
        .as_ref()
        .map(|entry| entry.comment.clone())
        .unwrap_or_default();
    let is_disputed = reading.as_ref().is_some_and(Reading::is_disputed);

    // Back to what the document says.
    let restore = {
        let text = text.clone();
        use_callback(move |()| {
            typed.set(None);
            fault.set(None);
            if let Some(element) = &*element.peek() {
                element.set_value(&text);
            }
        })
    };
    // Whether nothing is left to be typed here.
    let commit = {
        let session = session.clone();
        use_callback(move |()| -> bool {
            let Some(draft) = typed.peek().clone() else {
                return true;
            };
            if draft.text.trim().is_empty() {
                if value.is_some() {
                    record(&session, place, Measure::Withdrawn, String::new());
                }
            } else {
                let amount = Draft::Amount { value: draft.text };
                let Some(Measure::Amount { value: number }) = amount.measure(words) else {
                    fault.set(amount.fault(0, words));
                    return false;
                };
                if value != Some(number) || is_disputed {
                    typed.set(None);
                    fault.set(None);
                    record(
                        &session,
                        place,
                        Measure::Amount { value: number },
                        comment.clone(),
                    );
                    return true;
                }
            }
            restore(());
            true
        })
    };

    let may_write = session.may_write();
    let meanwhile = typed
        .read()
        .as_ref()
        .filter(|draft| draft.over != over)
        .and(current.clone());
    let (here, gone) = (session.clone(), session.clone());
    let name = cell_name(words, &indicator, place, "readings-cell");
    let is_waiting = reading.is_none() && today.is_after(place.period);
    let (from, to) = place.period.months();
    rsx! {
        td { class: cell_class(place, columns, reading.as_ref(), today), role: "cell", colspan: columns,
            div { class: "reading-cell-inner",
                span { class: "reading-period", "aria-hidden": "true", {in_its_year(words, place)} }
                input {
                    class: if text.chars().count() > 6 { "reading-input reading-control is-long" } else { "reading-input reading-control" },
                    r#type: "text",
                    inputmode: "decimal",
                    autocomplete: "off",
                    enterkeyhint: "next",
                    aria_label: name,
                    aria_keyshortcuts: "F2",
                    aria_invalid: fault().is_some(),
                    readonly: !may_write,
                    placeholder: if is_waiting && columns > 1 { words.t("readings-fill") } else { String::new() },
                    initial_value: text.clone(),
                    "data-field": place.path(),
                    "data-row": row,
                    "data-from": from,
                    "data-to": to,
                    onmounted: move |event| element.set(element_of(&event)),
                    onfocus: move |_| {
                        here.focus(Some(place.path()));
                        if let Some(element) = &*element.peek() {
                            element.select();
                        }
                    },
                    onblur: move |_| {
                        gone.focus(None);
                        commit(());
                    },
                    oninput: move |event| {
                        let over = typed.peek().as_ref().map_or(over, |draft| draft.over);
                        fault.set(None);
                        typed.set(Some(Typed { text: event.value(), over }));
                    },
                    onkeydown: move |event| match event.key() {
                        Key::Enter | Key::ArrowDown | Key::ArrowUp if !event.is_composing() => {
                            event.prevent_default();
                            let upwards = event.key() == Key::ArrowUp || (event.key() == Key::Enter && event.modifiers().shift());
                            if commit(()) && let Some(element) = &*element.peek() {
                                step(element, row, from, upwards);
                            }
                        }
                        Key::Escape => {
                            event.prevent_default();
                            restore(());
                        }
                        Key::F2 => {
                            event.prevent_default();
                            open.set(Some(place));
                        }
                        _ => {}
                    },
                }
                Corner { place, indicator: indicator.clone(), reading: reading.clone(), is_wide: columns > 1 }
            }
            PresenceMark { field: place.path() }
            if let Some(fault) = fault() {
                span { class: "reading-say", role: "alert", {words.t(fault.key())} }
            } else if let Some(entry) = meanwhile {
                span { class: "reading-say", role: "status",
                    {words.t_with("readings-meanwhile", args![name => words.somebody(&entry.by_name), value => in_words(&entry.measure, &indicator, words)])}
                }
            }
        }
    }
}

/// A cell of several numbers: it shows what it holds and opens the editor.
#[component]
pub(super) fn OpenCell(
    place: Place,
    columns: usize,
    indicator: Rc<Indicator>,
    reading: Option<Reading>,
    row: usize,
) -> Element {
    let words = use_words();
    let Board { mut open, today } = use_context::<Board>();
    let mut element = use_signal(|| None::<HtmlElement>);
    let says = reading
        .as_ref()
        .and_then(|reading| shown(&reading.current.measure, &indicator, words));
    let counts = match reading.as_ref().map(|reading| &reading.current.measure) {
        Some(Measure::Levels { counts }) => counts.clone(),
        _ => Default::default(),
    };
    let name = cell_name(words, &indicator, place, "readings-cell");
    let (from, to) = place.period.months();
    rsx! {
        td { class: cell_class(place, columns, reading.as_ref(), today), role: "cell", colspan: columns,
            div { class: "reading-cell-inner",
                span { class: "reading-period", "aria-hidden": "true", {in_its_year(words, place)} }
                button { class: "reading-open reading-control", r#type: "button", aria_haspopup: "dialog",
                    "data-row": row, "data-from": from, "data-to": to,
                    onmounted: move |event| element.set(element_of(&event)),
                    // The second click of two is meant for what closed under the first.
                    onclick: move |event| if event.as_web_event().detail() < 2 { open.set(Some(place)) },
                    onkeydown: move |event| {
                        let upwards = match event.key() {
                            Key::ArrowDown => false,
                            Key::ArrowUp => true,
                            Key::F2 => return open.set(Some(place)),
                            _ => return,
                        };
                        event.prevent_default();
                        if let Some(element) = &*element.peek() {
                            step(element, row, from, upwards);
                        }
                    },
                    span { class: "visually-hidden", {words.t_with("readings-cell-says", args![cell => name])} }
                    span { class: "reading-says",
                        if let Some(says) = &says {
                            if indicator.aggregation == Aggregation::Distribution && !counts.is_empty() {
                                span { class: "reading-strip", "aria-hidden": "true",
                                    for (level, count) in counts.clone().into_iter().filter(|(_, count)| *count > 0) {
                                        span { key: "{level}", class: "of-{level}", flex_grow: "{count}" }
                                    }
                                }
                                span { class: "reading-behind", {words.t_with("readings-mean-short", args![value => says.figure.clone()])} " · {says.behind}" }
                            } else {
                                span { class: "reading-figure", {says.figure.clone()} }
                                if !says.behind.is_empty() { span { class: "reading-behind", {says.behind.clone()} } }
                            }
                        } else if today.is_after(place.period) {
                            span { class: "reading-to-fill", {words.t("readings-fill")} }
                        }
                    }
                }
                Corner { place, indicator: indicator.clone(), reading: reading.clone(), is_wide: columns > 1 }
            }
            PresenceMark { field: place.path() }
        }
    }
}

/// The corner of a cell: what it has beside its value, and the way to it. The keyboard goes there by F2,
/// so that Tab leads from value to value.
#[component]
pub(super) fn Corner(
    place: Place,
    indicator: Rc<Indicator>,
    reading: Option<Reading>,
    is_wide: bool,
) -> Element {
    let words = use_words();
    let mut open = use_context::<Board>().open;
    let others = reading
        .as_ref()
        .filter(|reading| reading.is_disputed())
        .map_or(0, |reading| reading.others.len() + 1);
    let is_commented = reading
        .as_ref()
        .is_some_and(|reading| !reading.current.comment.trim().is_empty());
    let is_plain = indicator.aggregation == Aggregation::Sum;
    let about = Subject::Cell(place.indicator, place.period);
    if !is_plain && others == 0 && !is_commented {
        return rsx! {
            span { class: "reading-corner", TalkButton { about, aside: true } }
        };
    }
    let mut name = cell_name(words, &indicator, place, "readings-details");
    let disputed = words.t_with("readings-disputed", args![count => others]);
    let mut title = String::new();
    if others > 0 {
        name = format!("{name} – {disputed}");
        title = disputed;
    }
    if is_commented {
        name = format!("{name} – {}", words.t("readings-commented"));
        if title.is_empty() {
            title = reading
                .map(|reading| reading.current.comment)
                .unwrap_or_default();
        }
    }
    let is_marked = others > 0 || is_commented;
    rsx! {
        span { class: "reading-corner",
            TalkButton { about, aside: true }
            button { class: if is_marked { "reading-details is-marked" } else { "reading-details" }, r#type: "button", tabindex: -1,
                aria_label: name, title,
                onclick: move |_| open.set(Some(place)),
                if others > 0 {
                    span { class: "badge",
                        if is_wide { {words.t_with("readings-disputed-short", args![count => others])} } else { "{others}" }
                    }
                } else if is_commented {
                    Icon { shape: Shape::Speech }
                } else {
                    Icon { shape: Shape::More }
                }
            }
        }
    }
}

/// Moves the focus to the control of the nearest row above or below, in the same month.
fn step(from_element: &web_sys::Element, row: usize, month: i32, upwards: bool) {
    let Some(table) = from_element.closest("table").ok().flatten() else {
        return;
    };
    let Ok(controls) = table.query_selector_all(".reading-control") else {
        return;
    };
    let number =
        |element: &web_sys::Element, name: &str| element.get_attribute(name)?.parse::<i32>().ok();
    let Ok(row) = i32::try_from(row) else { return };
    let nearest = (0..controls.length())
        .filter_map(|index| controls.item(index)?.dyn_into::<HtmlElement>().ok())
        .filter(|control| {
            let over = number(control, "data-from").zip(number(control, "data-to"));
            over.is_some_and(|(start, end)| (start..end).contains(&month))
        })
        .filter_map(|control| {
            let distance = number(&control, "data-row")? - row;
            let distance = if upwards { -distance } else { distance };
            (distance > 0).then_some((distance, control))
        })
        .min_by_key(|(distance, _)| *distance);
    if let Some((_, control)) = nearest {
        let _ = control.focus();
    }
}
