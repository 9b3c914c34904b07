//! The described levels of a qualitative indicator: how many there are, and what each one means.

use crate::field::TextField;
use crate::session::{Session, use_session};
use crate::ui::{Icon, Shape, focus_soon};
use dioxus::prelude::*;
use jalon_shared::{Command, Field, Indicator, IndicatorId, Value};
use jalon_view::{args, words::use_words};

/// A scale of one level tells nothing.
const LEAST: u8 = 2;

/// The id of the box of a level.
fn level_id(id: IndicatorId, level: u8) -> String {
    format!("indicator-{id}-level-{level}")
}

#[component]
pub(super) fn Levels(id: IndicatorId, count: usize) -> Element {
    let words = use_words();
    let session = use_session();
    let may_write = session.may_write();
    let count = u8::try_from(count)
        .unwrap_or(Indicator::MAX_LEVELS)
        .min(Indicator::MAX_LEVELS);
    let set = move |session: &Session, count: u8| {
        session.send(Command::Set {
            field: id.field(Field::LevelCount),
            value: Value::from(count),
        });
    };
    let more = session.clone();
    rsx! {
        fieldset { class: "levels stack tight",
            legend { class: "label", {words.t("indicator-levels")} }
            p { class: "hint", {words.t("indicator-levels-hint")} }
            ol { class: "level-list",
                for level in 1..=count {
                    li { key: "{level}",
                        span { class: "level-number", aria_hidden: true, "{level}" }
                        TextField {
                            field: id.field(Field::Level(level)),
                            label: words.t_with("indicator-level", args![level => level]),
                            placeholder: words.t("indicator-level-placeholder"),
                            hide_label: true,
                            multiline: true,
                            rows: 1,
                            class: "one-line grow",
                            id: level_id(id, level),
                        }
                        if may_write && level == count && count > LEAST {
                            button {
                                class: "icon-button",
                                r#type: "button",
                                aria_label: words.t_with("indicator-level-remove", args![level => level]),
                                onclick: {
                                    let session = session.clone();
                                    move |_| set(&session, count - 1)
                                },
                                Icon { shape: Shape::Close }
                            }
                        }
                    }
                }
            }
            if may_write && count < Indicator::MAX_LEVELS {
                button {
                    class: "button small quiet",
                    r#type: "button",
                    onclick: move |_| {
                        let first_new = count + 1;
                        set(&more, first_new.max(LEAST));
                        focus_soon(level_id(id, first_new));
                    },
                    Icon { shape: Shape::Add }
                    {words.t("indicator-level-add")}
                }
            }
        }
    }
}
