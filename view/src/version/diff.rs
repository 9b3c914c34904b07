//! The page that compares two versions: what was added, removed and changed, field by field.

use super::changes::{self, Names, Run};
use crate::{
    args, dates,
    pages::{Brand, OtherLanguages},
    theme::ThemeMenu,
    words::{Language, Words, direction, provide_words, use_words},
};
use dioxus::prelude::*;
use jalon_shared::{
    EntityKind, EntityRef, Lang,
    version::diff::{Comparison, Difference, EntityDiff, FieldDiff},
};
use std::sync::Arc;

/// What the page that compares two versions shows.
#[derive(Props, Debug, Clone, PartialEq)]
pub struct DiffPageProps {
    pub language: Language,
    /// The older of the two, the newer, and what changed.
    pub comparison: Arc<Comparison>,
    /// The pages of the two versions.
    pub before_href: String,
    pub after_href: String,
    /// The live workspace; `None` for whoever may only read this page.
    pub workspace_href: Option<String>,
    /// The address of this page, when it can be had in the other languages too.
    pub own_path: Option<String>,
}

impl DiffPageProps {
    /// The title of the document.
    pub fn title(&self) -> String {
        let Comparison { before, after, .. } = &*self.comparison;
        let args = args![before => before.number, after => after.number];
        Words::of(self.language).t_with("diff-document-title", args)
    }
}

#[component]
pub fn DiffPage(props: DiffPageProps) -> Element {
    let words = provide_words(props.language)();
    let Comparison {
        before,
        after,
        diff,
    } = &*props.comparison;
    let names = Arc::new(Names::of(&before.content, &after.content));
    let of = |kind: EntityKind| -> Vec<EntityDiff> {
        diff.entities
            .iter()
            .filter(|change| change.entity.kind == kind)
            .cloned()
            .collect()
    };
    let is_same = diff.is_empty();
    rsx! {
        header { class: "topbar screen-only",
            Brand {}
            div { class: "grow" }
            if let Some(href) = props.workspace_href.clone() {
                a { class: "button quiet small", href, {words.t("version-open-workspace")} }
            }
            if let Some(path) = props.own_path.clone() {
                OtherLanguages { path }
            }
            ThemeMenu {}
        }
        main { id: "main", class: "page version comparison",
            header { class: "version-head",
                p { class: "eyebrow", {after.content.settings.title.clone()} }
                h1 { {words.t("diff-title")} }
                div { class: "sides",
                    Side { name: words.t("diff-before"), number: before.number, label: before.label.clone(), frozen_at: before.frozen_at.clone(), href: props.before_href.clone() }
                    Side { name: words.t("diff-after"), number: after.number, label: after.label.clone(), frozen_at: after.frozen_at.clone(), href: props.after_href.clone() }
                }
            }
            if is_same {
                p { class: "note good", {words.t("diff-nothing")} }
            }
            for kind in EntityKind::ALL {
                if !of(kind).is_empty() {
                    section { class: "part", "aria-labelledby": "diff-{kind}",
                        h2 { id: "diff-{kind}", {words.kinds(kind)} }
                        for change in of(kind) {
                            EntityChange { key: "{change.entity}", change, names: names.clone() }
                        }
                    }
                }
            }
            if !diff.readings.is_empty() {
                section { class: "part", "aria-labelledby": "diff-readings",
                    h2 { id: "diff-readings", {words.t("version-readings")} }
                    ReadingChanges { comparison: props.comparison.clone() }
                }
            }
        }
    }
}

/// One of the two versions that are compared.
#[component]
fn Side(name: String, number: u32, label: String, frozen_at: String, href: String) -> Element {
    let words = use_words();
    rsx! {
        div { class: "side",
            p { class: "label", {name} }
            p { a { href, {words.t_with("version-number", args![number => number])} } }
            p { {label} }
            p { class: "hint", {dates::day_utc(words, &frozen_at)} }
        }
    }
}

#[component]
fn EntityChange(change: EntityDiff, names: Arc<Names>) -> Element {
    let words = use_words();
    let title = match change.title.trim() {
        "" => words.kind(change.entity.kind),
        title => title.to_owned(),
    };
    let (class, what) = match change.what {
        Difference::Added => ("good", "diff-added"),
        Difference::Removed => ("gap", "diff-removed"),
        Difference::Changed { .. } => ("accent", "diff-changed"),
    };
    rsx! {
        article { class: "change card",
            header { class: "cluster",
                span { class: "chip {class}", {words.t(what)} }
                h3 { {title} }
            }
            if let Difference::Changed { fields } = &change.what {
                dl { class: "field-changes",
                    for field in fields.iter() {
                        FieldChange { key: "{field.field}", entity: change.entity, change: field.clone(), names: names.clone() }
                    }
                }
            }
        }
    }
}

#[component]
fn FieldChange(entity: EntityRef, change: FieldDiff, names: Arc<Names>) -> Element {
    let words = use_words();
    let before = changes::value(words, &names, entity, &change, &change.before);
    let after = changes::value(words, &names, entity, &change, &change.after);
    let (before, after) = if changes::is_compared_by_words(entity, &change) {
        changes::runs(&before, &after)
    } else {
        let whole = |text: String| {
            if text.is_empty() {
                Vec::new()
            } else {
                vec![Run {
                    text,
                    is_alone: true,
                }]
            }
        };
        (whole(before), whole(after))
    };
    let lang = change.named(entity).and_then(|field| field.lang().cloned());
    rsx! {
        div { class: "field-change",
            dt { {changes::label(words, entity, &change)} }
            dd { class: "before",
                span { class: "visually-hidden", {words.t("diff-before")} " " }
                Runs { runs: before, is_new: false, lang: lang.clone() }
            }
            dd { class: "after",
                span { class: "visually-hidden", {words.t("diff-after")} " " }
                Runs { runs: after, is_new: true, lang }
            }
        }
    }
}

/// A text with the words marked that only this side has. It runs as its language does, or as it begins.
#[component]
fn Runs(runs: Vec<Run>, is_new: bool, lang: Option<Lang>) -> Element {
    let words = use_words();
    if runs.is_empty() {
        return rsx! { span { class: "muted", {words.t("not-filled")} } };
    }
    let dir = lang.as_ref().map_or("auto", direction);
    rsx! {
        div { class: "runs", lang: lang.map(|lang| lang.to_string()), dir,
            for run in runs {
                if !run.is_alone {
                    {run.text}
                } else if is_new {
                    ins { {run.text} }
                } else {
                    del { {run.text} }
                }
            }
        }
    }
}

#[component]
fn ReadingChanges(comparison: Arc<Comparison>) -> Element {
    let words = use_words();
    let Comparison {
        before,
        after,
        diff,
    } = &*comparison;
    let rows = diff.readings.iter().map(|change| {
        let (was, is) = (
            before.content.indicator(change.indicator),
            after.content.indicator(change.indicator),
        );
        let before = changes::measure(words, change.before.as_ref(), was.or(is));
        let after = changes::measure(words, change.after.as_ref(), is.or(was));
        (
            change.name.clone(),
            dates::period(words, change.period),
            before,
            after,
        )
    });
    let rows: Vec<_> = rows.collect();
    let or_nothing = |text: String| {
        if text.is_empty() {
            "–".to_owned()
        } else {
            text
        }
    };
    rsx! {
        div { class: "table-wrap", tabindex: "0", role: "group", aria_label: words.t("version-readings"),
            table { class: "table",
                caption { class: "visually-hidden", {words.t("version-readings")} }
                thead {
                    tr {
                        th { scope: "col", {words.kind(EntityKind::Indicator)} }
                        th { scope: "col", {words.t("dashboard-period")} }
                        th { scope: "col", class: "number", {words.t("diff-before")} }
                        th { scope: "col", class: "number", {words.t("diff-after")} }
                    }
                }
                tbody {
                    for (name, period, before, after) in rows {
                        tr {
                            th { scope: "row", {name} }
                            td { {period} }
                            td { class: "number", {or_nothing(before)} }
                            td { class: "number", strong { {or_nothing(after)} } }
                        }
                    }
                }
            }
        }
    }
}
