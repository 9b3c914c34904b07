//! What lies above a page: menus, dialogs, drawers, what is said in passing; and the code that phones read.

use super::specimen::Specimen;
use crate::ui::{
    Dialog, Drawer, Icon, Menu, MenuItem, QrCode, Shape,
    toast::{Toast, ToastView, use_toasts},
};
use dioxus::prelude::*;
use jalon_view::words::use_words;

#[derive(Clone, Copy, PartialEq)]
enum Open {
    Nothing,
    Dialog,
    Wide,
    Drawer,
}

#[component]
pub(super) fn Above() -> Element {
    let words = use_words();
    let mut open = use_signal(|| Open::Nothing);
    let mut close = move || open.set(Open::Nothing);
    rsx! {
        div { class: "specimens",
            Specimen { shows: "Menu MenuItem", caption: words.t("design-menu"),
                div { class: "cluster",
                    Menu { label: words.t("design-menu"), shape: Shape::More, Items {} }
                    Menu { label: words.t("design-menu-labelled"), with_label: true, shape: Shape::Add, Items {} }
                }
            }
            Specimen { shows: "Dialog Drawer", caption: words.t("design-windows"),
                div { class: "cluster",
                    button { class: "button", r#type: "button", aria_haspopup: "dialog", onclick: move |_| open.set(Open::Dialog), {words.t("design-dialog")} }
                    button { class: "button", r#type: "button", aria_haspopup: "dialog", onclick: move |_| open.set(Open::Wide), {words.t("design-dialog-wide")} }
                    button { class: "button", r#type: "button", aria_haspopup: "dialog", onclick: move |_| open.set(Open::Drawer), {words.t("design-drawer")} }
                }
            }
            Toasts {}
            Specimen { shows: "QrCode", caption: words.t("design-qr"),
                div { class: "qr-sample", QrCode { text: crate::ui::origin(), label: words.t("design-qr") } }
            }
        }
        match open() {
            Open::Nothing => rsx! {},
            Open::Drawer => rsx! {
                Drawer { title: words.t("design-drawer"), on_close: move |()| close(), p { {words.t("design-drawer-text")} } }
            },
            size => rsx! {
                Dialog {
                    title: words.t("design-dialog"),
                    wide: size == Open::Wide,
                    on_close: move |()| close(),
                    foot: rsx! {
                        button { class: "button", r#type: "button", onclick: move |_| close(), {words.t("action-cancel")} }
                        button { class: "button primary", r#type: "button", onclick: move |_| close(), {words.t("action-save")} }
                    },
                    p { {words.t("design-dialog-text")} }
                }
            },
        }
    }
}

#[component]
fn Items() -> Element {
    let words = use_words();
    rsx! {
        MenuItem { on_pick: |()| {}, shape: Shape::Edit, {words.t("design-option-1")} }
        MenuItem { on_pick: |()| {}, {words.t("design-option-2")} }
        MenuItem { on_pick: |()| {}, disabled: true, {words.t("design-state-disabled")} }
        MenuItem { on_pick: |()| {}, danger: true, shape: Shape::Trash, {words.t("design-option-3")} }
    }
}

#[component]
fn Toasts() -> Element {
    let words = use_words();
    let toasts = use_toasts();
    let plain = || Toast::key("left-copied");
    let linked = || Toast::key("left-copied").link("#above".to_owned(), "version-frozen-open");
    let deed = || Toast::key("error-not-found").deed("undo", || {});
    rsx! {
        Specimen { shows: "ToastView", caption: words.t("design-toasts"),
            div { class: "stack tight toasts-sample",
                ToastView { toast: plain(), on_close: |()| {} }
                ToastView { toast: linked(), on_close: |()| {} }
                ToastView { toast: deed(), on_close: |()| {} }
            }
            div {
                button { class: "button small", r#type: "button", onclick: move |_| { toasts.show(deed()); },
                    Icon { shape: Shape::Speech }
                    {words.t("design-toasts-try")}
                }
            }
        }
    }
}
