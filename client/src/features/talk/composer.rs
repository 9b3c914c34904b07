//! A box for a comment. What is typed is kept in this browser until it is sent; `@` calls somebody.

use super::{
    board::{key, use_talking},
    mentioning::{asked, kept, matching},
};
use crate::{
    memory,
    session::{Session, use_session},
    ui::{element_of, use_element_id},
};
use dioxus::prelude::*;
use jalon_shared::talk::{LONGEST_COMMENT, Mention};
use jalon_view::{args, words::use_words};
use serde::{Deserialize, Serialize};
use web_sys::HtmlTextAreaElement;

/// How many names are offered at once.
const OFFERED: usize = 6;

/// What was typed and not sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct Draft {
    text: String,
    /// Who was chosen from the list.
    chosen: Vec<Mention>,
}

/// Whether something was typed there and not sent.
pub(super) fn has_draft(session: &Session, slot: &str) -> bool {
    memory::remembered::<Draft>(&key(session, &format!("draft/{slot}"))).is_some()
}

/// A comment to send: its words as they are kept, and whom they call.
pub(super) type Words = (String, Vec<Mention>);

#[component]
pub(super) fn Composer(
    /// Which draft this is.
    slot: String,
    label: String,
    #[props(default)] placeholder: String,
    send: String,
    /// The words to be corrected, and whom they call.
    before: Option<Words>,
    /// Whether it was asked for just now.
    #[props(default)]
    takes_focus: bool,
    on_send: EventHandler<Words>,
    on_cancel: Option<EventHandler<()>>,
) -> Element {
    let words = use_words();
    let session = use_session();
    let talking = use_talking();
    let id = use_element_id("comment");
    let kept_as = key(&session, &format!("draft/{slot}"));
    let mut draft = use_signal(|| {
        let from = before.clone().map(|(text, chosen)| Draft { text, chosen });
        memory::remembered::<Draft>(&kept_as)
            .or(from)
            .unwrap_or_default()
    });
    let mut element = use_signal(|| None::<HtmlTextAreaElement>);
    // What was typed of a name before the caret, and which of the names on offer is meant.
    let mut query = use_signal(|| None::<String>);
    let mut picked = use_signal(|| 0_usize);
    let people = talking.others();
    let offers: Vec<Mention> = match &*query.read() {
        Some(query) => matching(&people, query)
            .into_iter()
            .take(OFFERED)
            .cloned()
            .collect(),
        None => Vec::new(),
    };
    let write = {
        let kept_as = kept_as.clone();
        use_callback(move |now: Draft| {
            if now.text.is_empty() {
                memory::forget(&kept_as);
            } else {
                memory::remember(&kept_as, &now);
            }
            draft.set(now);
        })
    };
    let look = use_callback(move |()| {
        let before = element.peek().as_ref().map(before_caret);
        let now = before.as_deref().and_then(asked).map(str::to_owned);
        if *query.peek() != now {
            picked.set(0);
            query.set(now);
        }
    });
    let choose = use_callback(move |one: Mention| {
        let (Some(element), Some(asked)) = (element.peek().clone(), query.peek().clone()) else {
            return;
        };
        let caret = caret(&element);
        let from = caret.saturating_sub(asked.encode_utf16().count() as u32);
        let name = format!("{} ", one.name);
        let value: Vec<u16> = element.value().encode_utf16().collect();
        let part = |from: u32, to: usize| {
            let units = value.get(from as usize..to.min(value.len()));
            String::from_utf16_lossy(units.unwrap_or_default())
        };
        let (before, after) = (part(0, from as usize), part(caret, value.len()));
        element.set_value(&format!("{before}{name}{after}"));
        let now_at = from + name.encode_utf16().count() as u32;
        let _ = element.set_selection_range(now_at, now_at);
        let mut now = draft.peek().clone();
        now.text = element.value();
        now.chosen.retain(|other| other.name != one.name);
        now.chosen.push(one);
        write(now);
        query.set(None);
        let _ = element.focus();
    });
    let submit = use_callback(move |()| {
        let now = draft.peek().clone();
        let (text, mentions) = kept(now.text.trim(), &now.chosen, &talking.others());
        if text.is_empty() || text.encode_utf16().count() > LONGEST_COMMENT as usize {
            return;
        }
        on_send.call((text, mentions));
        write(Draft::default());
        query.set(None);
        if let Some(element) = &*element.peek() {
            element.set_value("");
        }
    });
    let text = draft.read().text.clone();
    let is_empty = text.trim().is_empty();
    let too_long = text.encode_utf16().count() > LONGEST_COMMENT as usize;
    let list_id = format!("{id}-people");
    let active = (!offers.is_empty()).then(|| format!("{list_id}-{}", picked()));
    let count = offers.len();
    let chosen_now = offers.get(picked()).cloned();
    rsx! {
        form { class: "composer", onsubmit: move |event| { event.prevent_default(); submit(()); },
            label { class: "visually-hidden", r#for: "{id}", "{label}" }
            div { class: "composer-box",
                textarea {
                    id: "{id}",
                    class: "textarea",
                    rows: 1,
                    placeholder,
                    "data-own-undo": "true",
                    aria_autocomplete: "list",
                    aria_controls: active.is_some().then(|| list_id.clone()),
                    aria_activedescendant: active,
                    initial_value: text,
                    onmounted: move |event| {
                        let now = element_of::<HtmlTextAreaElement>(&event);
                        if let Some(now) = now.as_ref().filter(|_| takes_focus) {
                            let _ = now.focus();
                        }
                        element.set(now);
                    },
                    oninput: move |event| {
                        let mut now = draft.peek().clone();
                        now.text = event.value();
                        write(now);
                        look(());
                    },
                    onclick: move |_| look(()),
                    onkeyup: move |event| if matches!(event.key(), Key::ArrowLeft | Key::ArrowRight | Key::Home | Key::End) { look(()) },
                    onkeydown: move |event| {
                        if event.is_composing() {
                            return;
                        }
                        let offered = chosen_now.clone().filter(|_| count > 0);
                        let sends = event.modifiers().ctrl() || event.modifiers().meta();
                        match (event.key(), offered) {
                            (Key::Enter, _) if sends => { event.prevent_default(); submit(()); }
                            (Key::Enter | Key::Tab, Some(one)) => { event.prevent_default(); choose(one); }
                            (Key::ArrowDown, Some(_)) => { event.prevent_default(); picked.set((picked() + 1) % count); }
                            (Key::ArrowUp, Some(_)) => { event.prevent_default(); picked.set((picked() + count - 1) % count); }
                            (Key::Escape, Some(_)) => { event.stop_propagation(); query.set(None); }
                            _ => {}
                        }
                    },
                }
                if count > 0 {
                    ul { class: "menu mention-list", id: "{list_id}", role: "listbox", aria_label: words.t("talk-people"),
                        for (index, one) in offers.into_iter().enumerate() {
                            li { key: "{one.person}", id: "{list_id}-{index}", role: "option", class: "menu-item",
                                aria_selected: picked() == index,
                                onmousedown: move |event| event.prevent_default(),
                                onclick: move |_| choose(one.clone()),
                                "{one.name}"
                            }
                        }
                    }
                }
            }
            if too_long {
                p { class: "hint", role: "alert", {words.t_with("talk-too-long", args![most => LONGEST_COMMENT])} }
            }
            if !is_empty || on_cancel.is_some() {
                div { class: "cluster composer-tools",
                    button { class: "button primary small", r#type: "submit", disabled: is_empty || too_long, title: words.t("talk-send-keys"), "{send}" }
                    if let Some(on_cancel) = on_cancel {
                        button { class: "button quiet small", r#type: "button",
                            onclick: move |_| { write(Draft::default()); on_cancel.call(()); },
                            {words.t("talk-cancel")}
                        }
                    }
                }
            }
        }
    }
}

/// Where the caret is, in UTF-16 code units.
fn caret(element: &HtmlTextAreaElement) -> u32 {
    element.selection_end().ok().flatten().unwrap_or_default()
}

fn before_caret(element: &HtmlTextAreaElement) -> String {
    let units: Vec<u16> = element
        .value()
        .encode_utf16()
        .take(caret(element) as usize)
        .collect();
    String::from_utf16_lossy(&units)
}
