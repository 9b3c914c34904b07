//! The top of a frozen page, which says what it is, and its end, which says how to check that it did not change.

use crate::{args, dates, words::use_words};
use dioxus::prelude::*;
use jalon_shared::version::Sealed;
use std::sync::Arc;

/// What this version is: title, number, label, period, when and by whom, note, and what it replaces.
#[component]
pub fn Head(sealed: Arc<Sealed>, json_href: Option<String>, diff_href: Option<String>) -> Element {
    let words = use_words();
    let version = &sealed.version;
    let settings = &version.content.settings;
    let title = match settings.title.trim() {
        "" => words.t("version-untitled"),
        title => title.to_owned(),
    };
    let frozen = args![moment => dates::moment_utc(words, &version.frozen_at), name => words.somebody(&version.frozen_by)];
    rsx! {
        header { class: "version-head",
            p { class: "eyebrow", {settings.organisation.clone()} }
            h1 { {title} }
            p { class: "version-label",
                span { class: "chip pole", {words.t_with("version-number", args![number => version.number])} }
                strong { {version.label.clone()} }
            }
            if !settings.mission.trim().is_empty() {
                p { class: "version-mission prose", {settings.mission.clone()} }
            }
            dl { class: "definition",
                if !version.period.trim().is_empty() {
                    dt { {words.t("version-period")} }
                    dd { {dates::period_text(words, &version.period)} }
                }
                dt { {words.t("version-frozen")} }
                dd {
                    time { datetime: version.frozen_at.clone(), {words.t_with("version-frozen-by", frozen)} }
                }
                if !version.note.trim().is_empty() {
                    dt { {words.t("version-note")} }
                    dd { {version.note.clone()} }
                }
                if let Some(number) = version.replaces {
                    dt { {words.t("version-replaces")} }
                    dd { {words.t_with("version-number", args![number => number])} }
                }
            }
            div { class: "cluster screen-only",
                if let Some(href) = diff_href {
                    a { class: "button", href, {words.t("version-what-changed")} }
                }
                if let Some(href) = json_href {
                    a { class: "button", href, download: "jalon-version-{version.number}.json", {words.t("version-download")} }
                }
            }
            p { class: "hint screen-only", {words.t("version-print-hint")} }
        }
    }
}

/// The hash, in groups that an eye can compare, and how to check it.
#[component]
pub fn Seal(sealed: Arc<Sealed>) -> Element {
    let words = use_words();
    rsx! {
        div { class: "seal stack tight",
            p { {words.t("version-seal-meaning")} }
            dl { class: "definition",
                dt { {words.t("version-hash")} }
                dd { Hash { hash: sealed.hash.clone() } }
                dt { {words.t("version-previous-hash")} }
                dd {
                    if let Some(hash) = sealed.version.previous_hash.clone() {
                        Hash { hash }
                    } else {
                        {words.t("version-first")}
                    }
                }
            }
            if sealed.withheld > 0 {
                p { class: "hint", {words.t_with("version-withheld", args![n => sealed.withheld])} }
            }
            p { class: "hint", {words.t("version-how-to-verify")} " " code { "jalon verify jalon-version-{sealed.version.number}.json" } }
        }
    }
}

/// A hash in groups of eight digits.
#[component]
fn Hash(hash: String) -> Element {
    let digits: Vec<char> = hash.chars().collect();
    let groups: Vec<String> = digits
        .chunks(8)
        .map(|group| group.iter().collect())
        .collect();
    rsx! {
        code { class: "hash", {groups.join(" ")} }
    }
}
