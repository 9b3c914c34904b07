//! The line above every page of a workspace.

use super::{
    here::Here, languages::LanguageSwitch, saved::SavedStatus, settings::SettingsDialog,
    themes::ThemeSwitch,
};
use crate::{
    app::Route,
    features::{
        people::{ForgetMeDialog, MyLinkDialog},
        talk::TalkListButton,
        versions::FreezeButton,
    },
    rest::Later,
    session::{Standing, Watch, overheard, use_session, use_watch},
    ui::{Icon, Menu, MenuItem, Shape},
};
use dioxus::prelude::*;
use jalon_shared::{EntityRef, Role};
use jalon_view::{pages::PoleMark, words::use_words};

/// What stands above the page.
#[derive(Clone, Copy, PartialEq)]
enum Above {
    Settings,
    MyLink,
    ForgetMe,
}

#[component]
pub fn Header() -> Element {
    let words = use_words();
    let session = use_session();
    let settings = Watch::Entity(EntityRef::SETTINGS);
    let title = use_watch(settings.clone(), |workspace| workspace.settings().title);
    let organisation = use_watch(settings, |workspace| workspace.settings().organisation);
    rsx! {
        header { class: "topbar workspace-bar",
            Link { class: "brand", to: Route::Home {}, aria_label: words.t("to-home"), title: words.t("to-home"), PoleMark {} }
            div { class: "workspace-name",
                p { class: "workspace-title",
                    if title.read().trim().is_empty() { {words.t("untitled")} } else { "{title}" }
                }
                if !organisation.read().trim().is_empty() {
                    p { class: "workspace-organisation muted small", "{organisation}" }
                }
            }
            // Of another history than the server's nothing is saved or sent, whatever the role is.
            if session.standing() != Standing::OtherGeneration {
                SavedStatus {}
            }
            Later { Tools {} }
        }
    }
}

#[component]
fn Tools() -> Element {
    let words = use_words();
    let session = use_session();
    let mut above = use_signal(|| None::<Above>);
    let mut told = use_signal(overheard::is_told);
    let facilitator = session.is_facilitator();
    // Without its owner nobody could look after the installation from a browser.
    let is_owner = use_hook(|| crate::memory::remembered_here().is_some_and(|me| me.owner));
    let state = session.undo_state();
    let (undo, redo) = (session.clone(), session.clone());
    rsx! {
        if session.standing() != Standing::OtherGeneration {
            Here {}
        }
        if session.may_write() {
            UndoButtons {}
        } else if session.me().role == Role::Reader {
            span { class: "chip", {words.role(Role::Reader)} }
        }
        if facilitator {
            FreezeButton {}
        }
        TalkListButton {}
        Menu { label: words.t("workspace-menu"), shape: Shape::Menu,
            // Where the line above has no room for the buttons.
            if session.may_write() {
                div { class: "menu-undo", role: "none",
                    MenuItem { shape: Shape::Undo, disabled: !state.undo, on_pick: move |()| undo.undo(), {words.t("undo")} }
                    MenuItem { shape: Shape::Redo, disabled: !state.redo, on_pick: move |()| redo.redo(), {words.t("redo")} }
                }
            }
            if facilitator {
                MenuItem { shape: Shape::Settings, on_pick: move |()| above.set(Some(Above::Settings)), {words.t("settings-title")} }
            }
            MenuItem { shape: Shape::Link, on_pick: move |()| above.set(Some(Above::MyLink)), {words.t("my-link-title")} }
            if !is_owner {
                MenuItem { shape: Shape::Trash, danger: true, on_pick: move |()| above.set(Some(Above::ForgetMe)), {words.t("forget-me-title")} }
            }
            button {
                class: "menu-item", r#type: "button", role: "menuitemcheckbox", tabindex: "-1", aria_checked: told(),
                onclick: move |_| { told.toggle(); overheard::tell(told()); },
                if told() { Icon { shape: Shape::Check } }
                {words.t("overheard-tell")}
            }
            ThemeSwitch { in_menu: true }
            LanguageSwitch { in_menu: true }
        }
        match above() {
            Some(Above::Settings) => rsx! { SettingsDialog { on_close: move |()| above.set(None) } },
            Some(Above::ForgetMe) => rsx! { ForgetMeDialog { on_close: move |()| above.set(None) } },
            Some(Above::MyLink) => rsx! { MyLinkDialog { on_close: move |()| above.set(None) } },
            None => rsx! {},
        }
    }
}

#[component]
fn UndoButtons() -> Element {
    let words = use_words();
    let session = use_session();
    let state = session.undo_state();
    let (undo, redo) = (session.clone(), session);
    rsx! {
        div { class: "undo-buttons", role: "group", aria_label: words.t("undo-group"),
            button {
                class: "icon-button",
                r#type: "button",
                aria_label: words.t("undo"),
                title: words.t("undo-hint"),
                disabled: !state.undo,
                // The keyboard stays in the text that is being written.
                onmousedown: move |event| event.prevent_default(),
                onclick: move |_| undo.undo(),
                Icon { shape: Shape::Undo }
            }
            button {
                class: "icon-button",
                r#type: "button",
                aria_label: words.t("redo"),
                title: words.t("redo-hint"),
                disabled: !state.redo,
                onmousedown: move |event| event.prevent_default(),
                onclick: move |_| redo.redo(),
                Icon { shape: Shape::Redo }
            }
        }
    }
}
