//! The page of objectives: its head, the filter, and a section for each axis.

use super::{
    axis::AxisSection,
    board::{Board, add_axis, add_objective, group_name},
    groups::{Group, groups, take_to},
};
use crate::features::{indicators::Sheet, mentions::use_lexicon, start::FIRST_OBJECTIVE};
use crate::session::{Watch, use_session, use_watch};
use crate::ui::{Icon, Segmented, Shape, is_repeated, use_sorting};
use dioxus::prelude::*;
use jalon_shared::{
    AxisId, Choice, Command, EntityKind, Field, ObjectiveId, WorkspaceId,
    objective::ObjectiveStatus,
};
use jalon_view::{args, words::use_words};
use std::collections::{BTreeMap, BTreeSet};

/// From so many objectives on a filter is of use.
const WORTH_SORTING: usize = 3;

#[component]
pub fn Objectives(id: WorkspaceId) -> Element {
    let _ = id;
    let words = use_words();
    let session = use_session();
    use_lexicon();
    {
        let session = session.clone();
        use_hook(move || session.here("objectives", None));
    }
    let axes = {
        let session = session.clone();
        use_sorting("axis", move |moved| {
            session.send(Command::Move {
                entity: AxisId::from_uuid(moved.item).into(),
                place: moved.place,
            });
        })
    };
    let cards = {
        let session = session.clone();
        use_sorting("objective", move |moved| {
            session.send_all(take_to(
                moved.item.into(),
                moved.group.parse().ok(),
                moved.place,
            ));
        })
    };
    let (open, mut sheet) = (use_signal(BTreeSet::new), use_signal(|| None));
    let board = use_context_provider(|| Board {
        open,
        sheet,
        axes,
        cards,
    });

    let ids = use_watch(Watch::List(EntityKind::Objective), |workspace| {
        workspace.objectives()
    });
    let of_each = |field: Field| {
        ids.read()
            .iter()
            .map(|id| Watch::Field(id.field(field.clone())))
            .collect::<Vec<_>>()
    };
    let mut arrangement = of_each(Field::Axis);
    arrangement.extend([
        Watch::List(EntityKind::Axis),
        Watch::List(EntityKind::Objective),
    ]);
    let sorted = use_watch(Watch::Any(arrangement), groups);
    let mut standing = of_each(Field::Status);
    standing.push(Watch::List(EntityKind::Objective));
    let statuses = use_watch(Watch::Any(standing), |workspace| {
        let objectives = workspace
            .objectives()
            .into_iter()
            .filter_map(|id| workspace.objective(id));
        objectives
            .map(|objective| (objective.id, objective.status))
            .collect::<BTreeMap<_, _>>()
    });

    let mut filter = use_signal(|| None::<ObjectiveStatus>);
    let shows = |id: &ObjectiveId| {
        let wanted = filter();
        wanted.is_none_or(|wanted| statuses.read().get(id) == Some(&wanted))
            || board.open.read().contains(id)
    };
    let sections: Vec<(Group, usize)> = {
        let all = sorted.read().clone();
        let keep = |mut group: Group| {
            let total = group.objectives.len();
            group.objectives.retain(shows);
            (group, total)
        };
        all.into_iter().map(keep).collect()
    };
    let order: Vec<AxisId> = sections
        .iter()
        .filter_map(|(group, _)| group.axis)
        .collect();
    let total = statuses.read().len();
    let hidden = total
        - sections
            .iter()
            .map(|(group, _)| group.objectives.len())
            .sum::<usize>();
    let may_write = session.may_write();
    let options = {
        let count = |status| {
            statuses
                .read()
                .values()
                .filter(|other| **other == status)
                .count()
        };
        let labelled = |label: String, count: usize| {
            words.t_with(
                "objectives-filter-count",
                args![label => label, count => count],
            )
        };
        let mut options = vec![(
            String::new(),
            labelled(words.t("objectives-filter-all"), total),
        )];
        options.extend(ObjectiveStatus::ALL.iter().map(|status| {
            (
                status.word().to_owned(),
                labelled(words.choice(*status), count(*status)),
            )
        }));
        options
    };
    let all_open = total > 0 && board.open.read().len() >= total;
    let (first, second) = (session.clone(), session.clone());
    rsx! {
        div { class: "page objectives-page",
            header { class: "section-head objectives-head",
                div { class: "stack tight grow",
                    h1 { {words.t("objectives-title")} }
                    p { class: "muted objectives-intro", {words.t("objectives-intro")} }
                }
                // An empty page has its own.
                if may_write && !sections.is_empty() {
                    button { class: "button primary", r#type: "button", onclick: move |event| {
                            if !is_repeated(&event) {
                                add_axis(&first);
                            }
                        },
                        Icon { shape: Shape::Add }
                        {words.t("axis-add")}
                    }
                }
            }
            if total >= WORTH_SORTING {
                div { class: "toolbar spread objectives-toolbar",
                    Segmented {
                        label: words.t("objectives-filter"),
                        hide_label: true,
                        options,
                        value: filter().map(|status| status.word().to_owned()).unwrap_or_default(),
                        on_change: move |word: String| filter.set(ObjectiveStatus::from_word(&word)),
                    }
                    button { class: "button quiet small", r#type: "button",
                        onclick: move |_| {
                            let mut open = board.open;
                            let every: BTreeSet<ObjectiveId> = statuses.peek().keys().copied().collect();
                            open.set(if all_open { BTreeSet::new() } else { every });
                        },
                        {words.t(if all_open { "objectives-close-all" } else { "objectives-open-all" })}
                    }
                }
            }
            if hidden > 0 {
                p { class: "hint", role: "status",
                    {words.t_with("objectives-filter-hidden", args![count => hidden])}
                    " "
                    button { class: "link-button", r#type: "button", onclick: move |_| filter.set(None),
                        {words.t("objectives-filter-clear")}
                    }
                }
            }
            if sections.is_empty() {
                Start { may_write, on_axis: move |()| add_axis(&second) }
            }
            div { class: "axes", "data-sort-group": board.axes.group("all"),
                for (group, total) in sections {
                    AxisSection { key: "{group_name(group.axis)}", axis: group.axis, shown: group.objectives, total, order: order.clone() }
                }
            }
        }
        if let Some(indicator) = sheet() {
            Sheet { key: "{indicator}", id: indicator, on_close: move |()| sheet.set(None) }
        }
    }
}

/// What a page without any axis or objective says.
#[component]
fn Start(may_write: bool, on_axis: EventHandler<()>) -> Element {
    let words = use_words();
    let session = use_session();
    let board = use_context::<Board>();
    rsx! {
        div { class: "empty",
            h2 { {words.t("objectives-empty")} }
            if may_write {
                p { {words.t("objectives-empty-hint")} }
                div { class: "cluster",
                    button { class: "button primary", r#type: "button", onclick: move |_| on_axis.call(()), {words.t("axis-add")} }
                    button { class: "button quiet", r#type: "button", id: FIRST_OBJECTIVE, onclick: move |_| add_objective(&session, board, None),
                        {words.t("objective-add")}
                    }
                }
            } else {
                p { {words.t("objectives-empty-reader")} }
            }
        }
    }
}
