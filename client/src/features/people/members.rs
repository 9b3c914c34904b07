//! The people who take part: their roles, which facilitators change, and one's own name.

use super::{
    forget::ForgetMemberDialog,
    invite::{ROLES, role_word},
};
use crate::{
    api::{self, ApiError, Person},
    session::use_session,
    ui::{Dialog, Icon, Shape, toast::use_toasts, use_element_id},
};
use dioxus::prelude::*;
use jalon_shared::{PersonId, WorkspaceId};
use jalon_view::{args, words::use_words};

/// `on_removed` is called when somebody was taken out.
#[component]
pub fn Members(id: WorkspaceId, on_removed: EventHandler<()>) -> Element {
    let words = use_words();
    let session = use_session();
    let peers = session.peers();
    let me = session.me();
    // Who comes in, leaves or takes another name or role changes the list.
    let seen: Vec<_> = peers
        .iter()
        .map(|peer| (peer.person, peer.name.clone()))
        .collect();
    let mine = (me.name.clone(), me.role);
    let mut list: Resource<Result<Vec<Person>, ApiError>> =
        use_resource(use_reactive!(|seen, mine| {
            let _ = (seen, mine);
            api::people(id)
        }));
    // Held here, since the line of whoever is forgotten goes away while the server still works.
    let mut forgetting = use_signal(|| None::<(PersonId, String)>);
    let now = list.read().clone();
    rsx! {
        section { class: "stack", aria_labelledby: "members-title",
            h2 { id: "members-title", {words.t("members-title")} }
            match now {
                None => rsx! { p { class: "muted", role: "status", {words.t("members-loading")} } },
                Some(Err(error)) => rsx! { p { class: "note warning", role: "alert", {words.t(error.key())} } },
                Some(Ok(people)) => rsx! {
                    ul { class: "members",
                        for person in people {
                            li { key: "{person.person}",
                                Member {
                                    id,
                                    is_me: person.person == me.person,
                                    is_here: person.person == me.person || peers.iter().any(|peer| peer.person == person.person),
                                    person,
                                    on_changed: move |()| list.restart(),
                                    on_removed,
                                    on_forget: move |who| forgetting.set(Some(who)),
                                }
                            }
                        }
                    }
                },
            }
        }
        if let Some((person, name)) = forgetting() {
            ForgetMemberDialog { id, person, name,
                on_close: move |()| { forgetting.set(None); list.restart(); on_removed.call(()); } }
        }
    }
}

#[component]
fn Member(
    id: WorkspaceId,
    person: Person,
    is_me: bool,
    is_here: bool,
    on_changed: EventHandler<()>,
    on_removed: EventHandler<()>,
    on_forget: EventHandler<(PersonId, String)>,
) -> Element {
    let words = use_words();
    let session = use_session();
    let toasts = use_toasts();
    let role_id = use_element_id("role");
    let mut removing = use_signal(|| false);
    // Whoever knows a code comes back under another name.
    let mut withdraw = use_signal(|| true);
    let mut renaming = use_signal(|| false);
    let may_change = session.is_facilitator() && !person.owner && !is_me;
    let Person {
        person: who,
        name,
        role,
        owner,
    } = person;
    let set_role = move |event: FormEvent| {
        let role = ROLES
            .into_iter()
            .find(|role| role_word(*role) == event.value());
        spawn(async move {
            let Some(role) = role else { return };
            if let Err(error) = api::set_role(id, who, role).await {
                toasts.say(error.key());
            }
            on_changed.call(());
        });
    };
    let remove = move |_| {
        spawn(async move {
            match api::remove_person(id, who, withdraw()).await {
                Ok(()) => {
                    toasts.say("member-removed");
                    on_removed.call(());
                }
                Err(error) => toasts.say(error.key()),
            }
            removing.set(false);
            on_changed.call(());
        });
    };
    rsx! {
        div { class: "member",
            div { class: "member-who",
                span { class: if is_here { "dot dot-here" } else { "dot" }, "aria-hidden": "true" }
                span { class: "member-name", "{name}" }
                if is_me {
                    span { class: "muted small", {words.t("member-you")} }
                }
                if is_here {
                    span { class: "visually-hidden", {words.t("member-here")} }
                }
            }
            div { class: "cluster",
                if is_me {
                    button { class: "button small quiet", r#type: "button", onclick: move |_| renaming.set(true),
                        Icon { shape: Shape::Edit }
                        {words.t("member-rename")}
                    }
                }
                if may_change {
                    label { class: "visually-hidden", r#for: "{role_id}", {words.t_with("member-role", args![name => name.clone()])} }
                    select { id: "{role_id}", class: "select member-role", onchange: set_role,
                        for one in ROLES {
                            option { key: "{role_word(one)}", value: role_word(one), selected: one == role, {words.role(one)} }
                        }
                    }
                    button {
                        class: "icon-button",
                        r#type: "button",
                        aria_label: words.t_with("member-remove", args![name => name.clone()]),
                        title: words.t_with("member-remove", args![name => name.clone()]),
                        onclick: move |_| removing.set(true),
                        Icon { shape: Shape::Trash }
                    }
                } else {
                    span { class: "chip", if owner { {words.t("member-owner")} } else { {words.role(role)} } }
                }
            }
        }
        if removing() {
            Dialog {
                title: words.t_with("member-remove", args![name => name.clone()]),
                on_close: move |()| removing.set(false),
                foot: rsx! {
                    button { class: "button", r#type: "button", onclick: move |_| removing.set(false), {words.t("action-cancel")} }
                    button { class: "button danger", r#type: "button", onclick: remove, {words.t("member-remove-yes")} }
                },
                p { {words.t("member-remove-text")} }
                label { class: "check",
                    input { r#type: "checkbox", checked: withdraw(), onchange: move |event| withdraw.set(event.checked()) }
                    span { {words.t("member-remove-invitations")} }
                }
                p { class: "hint", {words.t("member-remove-invitations-hint")} }
                p { class: "hint", {words.t("forget-member-hint")} " "
                    button { class: "link-button", r#type: "button",
                        onclick: {
                            let name = name.clone();
                            move |_| {
                                removing.set(false);
                                on_forget.call((who, name.clone()));
                            }
                        },
                        {words.t_with("forget-member-title", args![name => name.clone()])}
                    }
                }
            }
        }
        if renaming() {
            Rename { name, on_close: move |()| { renaming.set(false); on_changed.call(()); } }
        }
    }
}

#[component]
fn Rename(name: String, on_close: EventHandler<()>) -> Element {
    let words = use_words();
    let toasts = use_toasts();
    let (form_id, box_id) = (use_element_id("rename"), use_element_id("name"));
    let mut typed = use_signal(|| name);
    let save = move |event: FormEvent| {
        event.prevent_default();
        spawn(async move {
            let name = typed.peek().trim().to_owned();
            match api::rename(&name).await {
                Ok(()) => on_close.call(()),
                Err(error) => toasts.say(error.key()),
            }
        });
    };
    rsx! {
        Dialog {
            title: words.t("member-rename"),
            on_close,
            foot: rsx! {
                button { class: "button", r#type: "button", onclick: move |_| on_close.call(()), {words.t("action-cancel")} }
                button { class: "button primary", r#type: "submit", form: "{form_id}", {words.t("action-save")} }
            },
            form { id: "{form_id}", onsubmit: save, "data-own-undo": "",
                div { class: "field",
                    label { class: "label", r#for: "{box_id}", {words.t("member-name")} }
                    input {
                        id: "{box_id}",
                        class: "input",
                        r#type: "text",
                        required: true,
                        maxlength: "60",
                        autofocus: true,
                        value: "{typed}",
                        oninput: move |event| typed.set(event.value()),
                    }
                }
            }
        }
    }
}
