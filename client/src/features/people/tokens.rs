//! The accesses of tools: a spreadsheet or a script that reads or writes in the workspace.

use super::invite::{ROLES, role_word};
use crate::{
    api::{self, ApiError, Token},
    ui::{self, Dialog, Icon, Shape, toast::use_toasts, use_element_id},
};
use dioxus::prelude::*;
use jalon_shared::{Role, WorkspaceId};
use jalon_view::{args, dates, words::use_words};

/// `removals` counts those whose removal may have ended accesses that they made.
#[component]
pub fn Tokens(id: WorkspaceId, removals: u32) -> Element {
    let words = use_words();
    let mut list: Resource<Result<Vec<Token>, ApiError>> =
        use_resource(use_reactive!(|removals| {
            let _ = removals;
            api::tokens(id)
        }));
    let now = list.read().clone();
    rsx! {
        section { class: "stack", aria_labelledby: "tokens-title",
            h2 { id: "tokens-title", {words.t("tokens-title")} }
            p { class: "muted", {words.t("tokens-text")} }
            match now {
                None => rsx! {},
                Some(Err(error)) => rsx! { p { class: "note warning", role: "alert", {words.t(error.key())} } },
                Some(Ok(tokens)) if tokens.is_empty() => rsx! {},
                Some(Ok(tokens)) => rsx! {
                    ul { class: "members",
                        for token in tokens {
                            li { key: "{token.id}", TokenLine { id, token, on_gone: move |()| list.restart() } }
                        }
                    }
                },
            }
            NewToken { id, on_made: move |()| list.restart() }
        }
    }
}

#[component]
fn TokenLine(id: WorkspaceId, token: Token, on_gone: EventHandler<()>) -> Element {
    let words = use_words();
    let toasts = use_toasts();
    let mut asked = use_signal(|| false);
    let Token {
        id: which,
        name,
        role,
        made_by,
        created_at,
        last_used_at,
    } = token;
    let moment = |time: String| match time.parse::<jiff::Timestamp>() {
        Ok(at) => dates::moment(words, at.as_millisecond(), ui::minutes_east()),
        Err(_) => time,
    };
    let made = match made_by {
        Some(maker) => words.t_with(
            "token-made-by",
            args![name => maker, date => moment(created_at)],
        ),
        None => words.t_with("token-made", args![date => moment(created_at)]),
    };
    let used = match last_used_at {
        Some(time) => words.t_with("token-used", args![date => moment(time)]),
        None => words.t("token-never-used"),
    };
    let end = move |_| {
        let which = which.clone();
        spawn(async move {
            match api::end_token(id, &which).await {
                Ok(()) => toasts.say("token-ended"),
                Err(error) => toasts.say(error.key()),
            }
            asked.set(false);
            on_gone.call(());
        });
    };
    rsx! {
        div { class: "member",
            div { class: "stack tight",
                span { class: "cluster",
                    span { class: "member-name", "{name}" }
                    span { class: "chip", {words.role(role)} }
                }
                span { class: "muted small", "{made}" }
                span { class: "muted small", "{used}" }
            }
            button {
                class: "icon-button",
                r#type: "button",
                aria_label: words.t_with("token-end", args![name => name.clone()]),
                title: words.t_with("token-end", args![name => name.clone()]),
                onclick: move |_| asked.set(true),
                Icon { shape: Shape::Trash }
            }
        }
        if asked() {
            Dialog {
                title: words.t_with("token-end", args![name => name.clone()]),
                on_close: move |()| asked.set(false),
                foot: rsx! {
                    button { class: "button", r#type: "button", onclick: move |_| asked.set(false), {words.t("action-cancel")} }
                    button { class: "button danger", r#type: "button", onclick: end, {words.t("token-end-yes")} }
                },
                p { {words.t("token-end-text")} }
            }
        }
    }
}

#[component]
fn NewToken(id: WorkspaceId, on_made: EventHandler<()>) -> Element {
    let words = use_words();
    let toasts = use_toasts();
    let (name_id, role_id) = (use_element_id("token-name"), use_element_id("token-role"));
    let mut name = use_signal(String::new);
    let mut role = use_signal(|| Role::Reader);
    let mut busy = use_signal(|| false);
    // What lets the tool in, until it was taken.
    let mut made = use_signal(|| None::<String>);
    let make = move |event: FormEvent| {
        event.prevent_default();
        if busy() {
            return;
        }
        busy.set(true);
        spawn(async move {
            let typed = name.peek().trim().to_owned();
            let role = *role.peek();
            match api::make_token(id, &typed, role).await {
                Ok(token) => {
                    made.set(Some(token));
                    name.set(String::new());
                    on_made.call(());
                }
                Err(error) => toasts.say(error.key()),
            }
            busy.set(false);
        });
    };
    rsx! {
        form { class: "card stack", onsubmit: make, "data-own-undo": "",
            div { class: "fields",
                div { class: "field",
                    label { class: "label", r#for: "{name_id}", {words.t("token-name")} }
                    input {
                        id: "{name_id}",
                        class: "input",
                        r#type: "text",
                        required: true,
                        maxlength: "60",
                        autocomplete: "off",
                        value: "{name}",
                        oninput: move |event| name.set(event.value()),
                    }
                }
                div { class: "field",
                    label { class: "label", r#for: "{role_id}", {words.t("token-role")} }
                    select {
                        id: "{role_id}",
                        class: "select",
                        onchange: move |event| {
                            if let Some(one) = ROLES.into_iter().find(|role| role_word(*role) == event.value()) {
                                role.set(one);
                            }
                        },
                        for one in ROLES {
                            option { key: "{role_word(one)}", value: role_word(one), selected: one == role(), {words.role(one)} }
                        }
                    }
                }
            }
            button { class: "button", r#type: "submit", disabled: busy(), aria_busy: busy(),
                Icon { shape: Shape::Add }
                {words.t("token-make")}
            }
        }
        if let Some(token) = made() {
            MadeToken { token, on_close: move |()| made.set(None) }
        }
    }
}

/// What lets a tool in, shown this once.
#[component]
fn MadeToken(token: String, on_close: EventHandler<()>) -> Element {
    let words = use_words();
    let toasts = use_toasts();
    let copied = token.clone();
    let copy = move |_| {
        let token = copied.clone();
        spawn(async move {
            toasts.say(if ui::copy(&token).await {
                "token-copied"
            } else {
                "token-copy-by-hand"
            });
        });
    };
    rsx! {
        Dialog {
            title: words.t("token-made-title"),
            on_close,
            foot: rsx! {
                button { class: "button primary", r#type: "button", onclick: move |_| on_close.call(()), {words.t("token-taken")} }
            },
            p { {words.t("token-made-text")} }
            div { class: "row",
                input { class: "input mono", r#type: "text", readonly: true, aria_label: words.t("token-label"), value: "{token}" }
                button { class: "button", r#type: "button", onclick: copy,
                    Icon { shape: Shape::Copy }
                    {words.t("token-copy")}
                }
            }
            p { class: "note warning", {words.t("token-private")} }
        }
    }
}
