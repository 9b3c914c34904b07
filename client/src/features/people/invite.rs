//! Making invitations, and those that are open.

use super::invitation::InvitationCard;
use crate::{
    api::{self, ApiError, Invite, NewInvite},
    session::use_session,
    ui::{Icon, Segmented, Shape, toast::use_toasts, use_element_id},
};
use dioxus::prelude::*;
use jalon_shared::{Role, WorkspaceId};
use jalon_view::words::use_words;

/// How long an invitation may last, in seconds, and the key of its label.
const LIVES: [(u64, &str); 5] = [
    (4 * 3600, "invite-life-half-day"),
    (24 * 3600, "invite-life-day"),
    (7 * 24 * 3600, "invite-life-week"),
    (30 * 24 * 3600, "invite-life-month"),
    (365 * 24 * 3600, "invite-life-year"),
];

/// How many people an invitation may let in.
const USES: [u32; 5] = [1, 10, 30, 100, 1000];

/// `removals` counts those whose removal may have ended invitations.
#[component]
pub fn Invitations(id: WorkspaceId, removals: u32) -> Element {
    let words = use_words();
    let session = use_session();
    // Somebody who comes in uses an invitation up.
    let here = session.peers().len();
    let mut list: Resource<Result<Vec<Invite>, ApiError>> =
        use_resource(use_reactive!(|here, removals| {
            let _ = (here, removals);
            api::invites(id)
        }));
    let now = list.read().clone();
    rsx! {
        section { class: "stack", aria_labelledby: "invites-title",
            h2 { id: "invites-title", {words.t("invites-title")} }
            InviteForm { id, on_made: move |()| list.restart() }
            match now {
                None => rsx! {},
                Some(Err(error)) => rsx! { p { class: "note warning", role: "alert", {words.t(error.key())} } },
                Some(Ok(invites)) if invites.is_empty() => rsx! { p { class: "muted", {words.t("invites-none")} } },
                Some(Ok(invites)) => rsx! {
                    for invite in invites {
                        InvitationCard { key: "{invite.code}", invite, on_gone: move |()| list.restart() }
                    }
                },
            }
        }
    }
}

#[component]
fn InviteForm(id: WorkspaceId, on_made: EventHandler<()>) -> Element {
    let words = use_words();
    let toasts = use_toasts();
    let (life_id, uses_id) = (use_element_id("life"), use_element_id("uses"));
    let mut role = use_signal(|| Role::Contributor);
    let mut life = use_signal(|| LIVES[2].0);
    let mut uses = use_signal(|| 30_u32);
    let mut busy = use_signal(|| false);
    let make = move |event: FormEvent| {
        event.prevent_default();
        if busy() {
            return;
        }
        busy.set(true);
        spawn(async move {
            let new = NewInvite {
                role: role(),
                expires_in_s: life(),
                max_uses: uses(),
            };
            match api::invite(id, &new).await {
                Ok(_) => on_made.call(()),
                Err(error) => toasts.say(error.key()),
            }
            busy.set(false);
        });
    };
    rsx! {
        form { class: "card stack", onsubmit: make,
            Segmented {
                label: words.t("invite-role"),
                options: ROLES.iter().map(|role| (role_word(*role).to_owned(), words.role(*role))).collect::<Vec<_>>(),
                value: role_word(role()),
                on_change: move |word: String| {
                    if let Some(one) = ROLES.into_iter().find(|role| role_word(*role) == word) {
                        role.set(one);
                    }
                },
            }
            p { class: "hint", {words.t(role_hint(role()))} }
            div { class: "fields",
                div { class: "field",
                    label { class: "label", r#for: "{life_id}", {words.t("invite-life")} }
                    select {
                        id: "{life_id}",
                        class: "select",
                        onchange: move |event| {
                            if let Ok(seconds) = event.value().parse() {
                                life.set(seconds);
                            }
                        },
                        for (seconds, key) in LIVES {
                            option { key: "{seconds}", value: "{seconds}", selected: life() == seconds, {words.t(key)} }
                        }
                    }
                }
                div { class: "field",
                    label { class: "label", r#for: "{uses_id}", {words.t("invite-people")} }
                    select {
                        id: "{uses_id}",
                        class: "select",
                        onchange: move |event| {
                            if let Ok(count) = event.value().parse() {
                                uses.set(count);
                            }
                        },
                        for count in USES {
                            option { key: "{count}", value: "{count}", selected: uses() == count, "{count}" }
                        }
                    }
                }
            }
            button { class: "button primary", r#type: "submit", disabled: busy(), aria_busy: busy(),
                Icon { shape: Shape::Add }
                {words.t("invite-make")}
            }
        }
    }
}

pub const ROLES: [Role; 3] = [Role::Reader, Role::Contributor, Role::Facilitator];

/// The word of a role on the wire.
pub const fn role_word(role: Role) -> &'static str {
    match role {
        Role::Reader => "reader",
        Role::Contributor => "contributor",
        Role::Facilitator => "facilitator",
    }
}

/// The key of a sentence that says what a role may do.
const fn role_hint(role: Role) -> &'static str {
    match role {
        Role::Reader => "role-reader-hint",
        Role::Contributor => "role-contributor-hint",
        Role::Facilitator => "role-facilitator-hint",
    }
}
