//! From everything that a workspace says to what its dashboard shows.

use super::{Block, BlockKind, Dashboard, Figure, Panel, Show};
use crate::{
    Content, Decision, Indicator, IndicatorId, Verbatim, both_if, content::Readings,
    rules::progress,
};

/// From so many indicators on each thread two are worth it.
const MANY: usize = 200;

impl Dashboard {
    /// The dashboard of a workspace at one moment.
    pub fn of(content: &Content) -> Self {
        let none = Readings::new();
        let of = |indicators: &[Indicator]| -> Vec<Figure> {
            let figures = indicators.iter().map(|indicator| {
                let readings = content.readings.get(&indicator.id).unwrap_or(&none);
                progress::figure(indicator, readings)
            });
            figures.collect()
        };
        let (first, second) = content.indicators.split_at(content.indicators.len() / 2);
        let (mut figures, others) = both_if(first.len() >= MANY, || of(first), || of(second));
        figures.extend(others);
        Self {
            figures,
            panels: content
                .blocks
                .iter()
                .map(|block| panel(content, block))
                .collect(),
        }
    }
}

/// The dashboard of a workspace at one moment.
pub fn compute(content: &Content) -> Dashboard {
    Dashboard::of(content)
}

fn panel(content: &Content, block: &Block) -> Panel {
    let show = match block.kind {
        BlockKind::Essential => Show::Essential,
        BlockKind::Text => Show::Text,
        BlockKind::Gauges => Show::Gauges {
            indicators: indicators(content, block),
        },
        BlockKind::Line => Show::Line {
            indicators: indicators(content, block),
        },
        BlockKind::Distribution => Show::Distribution {
            indicators: indicators(content, block),
        },
        BlockKind::Verbatims => Show::Verbatims {
            verbatims: verbatims(content, block),
        },
        BlockKind::Decisions => Show::Decisions {
            decisions: decisions(content, block),
        },
    };
    Panel {
        block: block.id,
        title: block.title.clone(),
        text: block.text.clone(),
        show,
    }
}

/// Those of the block that are still there, in the order of the grid.
fn indicators(content: &Content, block: &Block) -> Vec<IndicatorId> {
    let all = content.indicators.iter().map(|indicator| indicator.id);
    all.filter(|id| block.indicators.contains(id)).collect()
}

/// The words about the indicators of the block; all words when it names none.
fn verbatims(content: &Content, block: &Block) -> Vec<Verbatim> {
    content
        .verbatims
        .iter()
        .filter(|verbatim| concerns(block, verbatim.indicator))
        .cloned()
        .collect()
}

/// The decisions about the indicators of the block; all decisions when it names none.
fn decisions(content: &Content, block: &Block) -> Vec<Decision> {
    content
        .decisions
        .iter()
        .filter(|decision| concerns(block, decision.indicator))
        .cloned()
        .collect()
}

fn concerns(block: &Block, about: Option<IndicatorId>) -> bool {
    block.indicators.is_empty() || about.is_some_and(|id| block.indicators.contains(&id))
}
