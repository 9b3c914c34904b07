//! What surrounds every small page: the name of the house above, the other languages below.

use crate::words::{Language, use_words};
use dioxus::prelude::*;

/// Where the statement about accessibility stands.
pub const ACCESSIBILITY: &str = "/accessibility";

/// The mark of Jalon: a surveyor's pole with its bands, planted in the ground.
#[component]
pub fn PoleMark() -> Element {
    rsx! {
        svg { class: "pole-mark", view_box: "0 0 24 32", width: "24", height: "32", "aria-hidden": "true", "focusable": "false",
            ellipse { class: "pole-ground", cx: "12", cy: "28.5", rx: "9", ry: "2.5" }
            path { class: "pole-flag", d: "M13.5 3h8l-2.6 3.5L21.5 10h-8z" }
            path { class: "pole-white", d: "M10.5 2h3v27l-1.5 2-1.5-2z" }
            path { class: "pole-red", d: "M10.5 2h3v6h-3zM10.5 13h3v5.5h-3zM10.5 23.5h3V29l-1.5 2-1.5-2z" }
        }
    }
}

/// The mark and the name, as a link to the first page when `href` says where that is.
#[component]
pub fn Brand(href: Option<String>) -> Element {
    let words = use_words();
    rsx! {
        if let Some(href) = href {
            a { class: "brand", href, PoleMark {} {words.t("app-name")} }
        } else {
            span { class: "brand", PoleMark {} {words.t("app-name")} }
        }
    }
}

/// The frame of a small page. `own_path` is the address of this page, if it can be had in other languages.
#[component]
pub fn PageFrame(own_path: Option<String>, children: Element) -> Element {
    let words = use_words();
    rsx! {
        div { class: "small-page",
            header { class: "small-page-head", Brand {} }
            main { id: "main", class: "page narrow stack", {children} }
            footer { class: "small-page-foot",
                p { class: "hint", {words.t("app-tagline")} }
                a { href: ACCESSIBILITY, {words.t("statement-link")} }
                if let Some(path) = own_path {
                    OtherLanguages { path }
                }
            }
        }
    }
}

/// Links to the page at `path` in the languages that it is not in now, each in its own words.
#[component]
pub fn OtherLanguages(path: String) -> Element {
    let words = use_words();
    let others = Language::ALL
        .into_iter()
        .filter(|other| *other != words.language());
    rsx! {
        nav { class: "other-languages", "aria-label": words.t("language-switch"),
            for other in others {
                a {
                    key: "{other.tag()}",
                    href: "{path}?lang={other.tag()}",
                    lang: other.tag(),
                    hreflang: other.tag(),
                    {other.own_name()}
                }
            }
        }
    }
}

/// The last line of a long page.
#[component]
pub fn Foot() -> Element {
    let words = use_words();
    rsx! {
        footer { class: "small-page-foot screen-only",
            a { href: ACCESSIBILITY, {words.t("statement-link")} }
        }
    }
}
