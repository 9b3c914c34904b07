//! What surrounds every small page: the name of the house above, the other languages below.

use crate::words::{Language, use_words};
use dioxus::prelude::*;

/// Where the statement about accessibility stands.
pub const ACCESSIBILITY: &str = "/accessibility";

/// The mark of Jalon: surveyors' poles with their bands, planted in line. `client/web/favicon.svg` is the same on a tile.
#[component]
pub fn PoleMark() -> Element {
    rsx! {
        svg { class: "pole-mark", view_box: "0 0 32 32", width: "32", height: "32", "aria-hidden": "true", "focusable": "false",
            path { class: "pole-white", d: "M26 12.8a1 1 0 0 1 2 0V27h-2zM16.5 8.5a1.5 1.5 0 0 1 3 0V28h-3zM5 4a2.5 2.5 0 0 1 5 0v26H5z" }
            path { class: "pole-red", d: "M26 12.8a1 1 0 0 1 2 0V15h-2zM26 18.5h2V22h-2zM16.5 8.5a1.5 1.5 0 0 1 3 0V12h-3zM16.5 16.5h3V21h-3zM5 4a2.5 2.5 0 0 1 5 0v4.5H5zM5 15h5v6.5H5z" }
            path { class: "pole-ground", d: "M1 31c8-3.2 18-5 30-5.2V31z" }
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
