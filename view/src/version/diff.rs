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
    Content, EntityKind, EntityRef, Lang, Version,
    version::diff::{Diff, Difference, EntityDiff, FieldDiff, ReadingDiff},
};

/// What the page that compares two versions shows.
#[derive(Props, Debug, Clone, PartialEq)]
pub struct DiffPageProps {
    pub language: Language,
    /// The older of the two, and the newer.
    pub before: Version,
    pub after: Version,
    /// `jalon_shared::version::diff::diff(&before.content, &after.content)`.
    pub diff: Diff,
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
        let args = args![before => self.before.number, after => self.after.number];
        Words::of(self.language).t_with("diff-document-title", args)
    }
}

#[component]
pub fn DiffPage(props: DiffPageProps) -> Element {
    let words = provide_words(props.language)();
    let names = Names::of(&props.before.content, &props.after.content);
    let of = |kind: EntityKind| -> Vec<EntityDiff> {
        props
            .diff
            .entities
            .iter()
            .filter(|change| change.entity.kind == kind)
            .cloned()
            .collect()
    };
    let is_same = props.diff.entities.is_empty() && props.diff.readings.is_empty();
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
                p { class: "eyebrow", {props.after.content.settings.title.clone()} }
                h1 { {words.t("diff-title")} }
                div { class: "sides",
                    Side { name: words.t("diff-before"), version: props.before.clone(), href: props.before_href.clone() }
                    Side { name: words.t("diff-after"), version: props.after.clone(), href: props.after_href.clone() }
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
            if !props.diff.readings.is_empty() {
                section { class: "part", "aria-labelledby": "diff-readings",
                    h2 { id: "diff-readings", {words.t("version-readings")} }
                    ReadingChanges {
                        changes: props.diff.readings.clone(),
                        before: props.before.content.clone(),
                        after: props.after.content.clone(),
                    }
                }
            }
        }
    }
}

/// One of the two versions that are compared.
#[component]
fn Side(name: String, version: Version, href: String) -> Element {
    let words = use_words();
    rsx! {
        div { class: "side",
            p { class: "label", {name} }
            p { a { href, {words.t_with("version-number", args![number => version.number])} } }
            p { {version.label.clone()} }
            p { class: "hint", {dates::day_utc(words, &version.frozen_at)} }
        }
    }
}

#[component]
fn EntityChange(change: EntityDiff, names: Names) -> Element {
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
fn FieldChange(entity: EntityRef, change: FieldDiff, names: Names) -> Element {
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
fn ReadingChanges(changes: Vec<ReadingDiff>, before: Content, after: Content) -> Element {
    let words = use_words();
    let rows = changes.into_iter().map(|change| {
        let (was, is) = (
            before.indicator(change.indicator),
            after.indicator(change.indicator),
        );
        let before = changes::measure(words, change.before.as_ref(), was.or(is));
        let after = changes::measure(words, change.after.as_ref(), is.or(was));
        (
            change.name,
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
