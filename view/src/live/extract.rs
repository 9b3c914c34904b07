//! What a first picture shows of a workspace: the first few things of one page, so that its size does not
//! depend on the size of the workspace.

use super::Page;
use jalon_shared::{
    Content,
    dashboard::{self, Dashboard},
};

/// The most things of each kind in a picture: more than a tall screen shows.
pub const MOST_ENTITIES: usize = 60;

/// The most letters of one text: a screen full of it.
const MOST_LETTERS: usize = 1_000;

/// A piece of a workspace that is small enough to be drawn at once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extract {
    /// The first things of the page, in their order; the other lists are empty.
    pub content: Content,
    /// Where the indicators among them stand.
    pub dashboard: Dashboard,
    /// How many objectives, indicators and terms the whole workspace has.
    pub counts: [usize; 3],
    /// Whether there is more on the page than the picture shows.
    pub is_cut: bool,
}

impl Extract {
    /// The first `most` things of a page.
    pub fn of(content: &Content, page: Page, most: usize) -> Self {
        let counts = [
            content.objectives.len(),
            content.indicators.len(),
            content.terms.len(),
        ];
        let mut small = Content {
            settings: content.settings.clone(),
            ..Content::default()
        };
        short(&mut small.settings.title);
        short(&mut small.settings.organisation);
        let mut dashboard = Dashboard::default();
        let is_cut = match page {
            Page::Objectives => {
                small.axes = first(&content.axes, most);
                small.objectives = first(&content.objectives, most);
                small.axes.iter_mut().for_each(|axis| {
                    short(&mut axis.label);
                    short(&mut axis.project);
                });
                for objective in &mut small.objectives {
                    short(&mut objective.statement);
                }
                content.objectives.len() > most || content.axes.len() > most
            }
            Page::Indicators | Page::Readings => {
                small.indicators = first(&content.indicators, most);
                take_readings(content, &mut small);
                dashboard = dashboard::compute(&small);
                content.indicators.len() > most
            }
            Page::Glossary => {
                small.terms = first(&content.terms, most);
                content.terms.len() > most
            }
            Page::Dashboard => {
                small.blocks = first(&content.blocks, most);
                let shown: Vec<_> = small
                    .blocks
                    .iter()
                    .flat_map(|block| &block.indicators)
                    .collect();
                let is_shown =
                    |indicator: &&jalon_shared::Indicator| shown.contains(&&indicator.id);
                small.indicators = content
                    .indicators
                    .iter()
                    .filter(is_shown)
                    .take(most)
                    .cloned()
                    .collect();
                small.verbatims = first(&content.verbatims, most);
                small.decisions = first(&content.decisions, most);
                take_readings(content, &mut small);
                dashboard = dashboard::compute(&small);
                content.blocks.len() > most
            }
            // They are made of what the client asks the server for.
            Page::Versions | Page::People | Page::Bin => false,
        };
        Self {
            content: small,
            dashboard,
            counts,
            is_cut,
        }
    }
}

fn first<T: Clone>(all: &[T], most: usize) -> Vec<T> {
    all.iter().take(most).cloned().collect()
}

fn take_readings(content: &Content, small: &mut Content) {
    let ids = small.indicators.iter().map(|indicator| indicator.id);
    small.readings = ids
        .filter_map(|id| Some((id, content.readings.get(&id)?.clone())))
        .collect();
}

fn short(text: &mut String) {
    if let Some((end, _)) = text.char_indices().nth(MOST_LETTERS) {
        text.truncate(end);
        text.push('…');
    }
}
