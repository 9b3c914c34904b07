//! A number of the document. Comma, point and any space are accepted.

use super::{draft::DraftBox, typed};
use crate::session::{Watch, use_session, use_watch};
use dioxus::prelude::*;
use jalon_shared::{Command, FieldRef, Value};
use jalon_view::{args, numbers, words::use_words};

#[component]
pub fn NumberField(
    field: FieldRef,
    label: String,
    #[props(default)] hide_label: bool,
    #[props(default)] unit: String,
    /// Digits after the mark when it is shown; as many as it has when not given.
    decimals: Option<u8>,
    /// A share of one that people read and type in percent.
    #[props(default)]
    share: bool,
    /// The least and the most that it can be, as people type it.
    limits: Option<(f64, f64)>,
    #[props(default)] class: String,
) -> Element {
    let words = use_words();
    let session = use_session();
    let read = field.clone();
    let value = use_watch(Watch::Field(field.clone()), move |workspace| {
        typed::number_in(workspace, &read)
    });
    let scale = if share { 100.0 } else { 1.0 };
    let now = value().map(|value| value * scale);
    let path = field.to_string();
    let disabled = !session.may_write();
    let shown = now.map_or_else(String::new, |value| match decimals {
        Some(decimals) => numbers::number(words, value, decimals),
        None => numbers::short(words, value, 6),
    });
    let problem = move |typed: String| {
        if typed.trim().is_empty() {
            return None;
        }
        let Some(number) = numbers::parse(words, &typed) else {
            return Some(words.t("not-a-number"));
        };
        let is_uncut = decimals != Some(0) || number.fract() == 0.0;
        let fits = |(least, most): &(f64, f64)| is_uncut && (*least..=*most).contains(&number);
        if number.abs() > typed::MOST {
            return Some(words.t("number-too-large"));
        }
        let say = |limit: f64| numbers::short(words, limit, 6);
        if let Some((least, most)) = limits
            && decimals == Some(0)
            && number.fract() != 0.0
        {
            let between = args![least => say(least), most => say(most)];
            return Some(words.t_with("number-whole-between", between));
        }
        let (least, most) = limits.filter(|limits| !fits(limits))?;
        Some(words.t_with(
            "number-between",
            args![least => say(least), most => say(most)],
        ))
    };
    rsx! {
        DraftBox {
            shown,
            label,
            hide_label,
            class: "number-field {class}",
            input_class: "input number",
            inputmode: "decimal",
            placeholder: "",
            unit: if share { "%".to_owned() } else { unit },
            disabled,
            path,
            problem,
            on_commit: move |typed: String| {
                let number = numbers::parse(words, &typed);
                if number != now {
                    let value = Value::from(number.map(|number| number / scale));
                    session.send(Command::Set { field: field.clone(), value });
                }
            },
        }
    }
}
