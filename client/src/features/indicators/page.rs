//! The page of indicators: a section for each category, and the sheet of the one that is open.

use super::{grid::Grid, section::Section, sheet::Sheet};
use crate::features::mentions::use_lexicon;
use crate::session::{Watch, use_session, use_watch};
use crate::ui::use_sorting;
use dioxus::prelude::*;
use jalon_shared::{
    Choice, Command, EntityKind, Field, IndicatorId, Workspace, WorkspaceId, indicator::Category,
};
use jalon_view::words::use_words;

/// The indicators of each category, in order.
fn by_category(workspace: &Workspace) -> Vec<(Category, Vec<IndicatorId>)> {
    let all: Vec<_> = workspace
        .indicators()
        .into_iter()
        .filter_map(|id| workspace.indicator(id))
        .collect();
    let of = |category: Category| {
        let mine = all
            .iter()
            .filter(|indicator| indicator.category == category);
        mine.map(|indicator| indicator.id).collect()
    };
    Category::ALL
        .iter()
        .map(|category| (*category, of(*category)))
        .collect()
}

#[component]
pub fn Indicators(id: WorkspaceId) -> Element {
    let _ = id;
    let words = use_words();
    let session = use_session();
    use_lexicon();
    {
        let session = session.clone();
        use_hook(move || session.here("indicators", None));
    }
    let rows = use_sorting("indicator", move |moved| {
        let id = IndicatorId::from_uuid(moved.item);
        let mut commands = vec![Command::Move {
            entity: id.into(),
            place: moved.place,
        }];
        if let Some(category) = Category::from_word(&moved.group) {
            commands.insert(
                0,
                Command::Set {
                    field: id.field(Field::Category),
                    value: category.into(),
                },
            );
        }
        session.send_all(commands);
    });
    let mut sheet = use_signal(|| None);
    use_context_provider(|| Grid { sheet, rows });

    let ids = use_watch(Watch::List(EntityKind::Indicator), |workspace| {
        workspace.indicators()
    });
    let mut watches: Vec<Watch> = ids
        .read()
        .iter()
        .map(|id| Watch::Field(id.field(Field::Category)))
        .collect();
    watches.push(Watch::List(EntityKind::Indicator));
    let sections = use_watch(Watch::Any(watches), by_category);
    rsx! {
        div { class: "page indicators-page",
            header { class: "stack tight",
                h1 { {words.t("indicators-title")} }
                p { class: "muted indicators-intro", {words.t("indicators-intro")} }
            }
            for (category, ids) in sections.read().iter().cloned() {
                Section { key: "{category.word()}", category, ids }
            }
        }
        if let Some(id) = sheet() {
            Sheet { key: "{id}", id, on_close: move |()| sheet.set(None) }
        }
    }
}
