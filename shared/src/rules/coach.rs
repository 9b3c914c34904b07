//! The SMART coach: eight questions that it asks when a sign in an objective calls for them.
//!
//! It asks and never blocks. The signs are read in French and in English at once, so that nobody has to
//! say which language they write in. The words of the questions belong to the view.

use crate::{
    Indicator, Objective,
    indicator::{Bound, Direction},
};
use text::Text;

mod lexicon;
mod text;

/// A question about one letter of SMART.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Whom or what is this about? The statement is short or names nobody.
    S1,
    /// Which change can be seen, rather than which activity? A vague verb, or actions that are counted.
    S2,
    /// From which value to which? Neither a number nor a described level.
    M1,
    /// Which indicator shows it? None is linked.
    M2,
    /// What makes the target possible? It is more than twice the baseline, and no note says why.
    A1,
    /// Which part of the mission does it serve? No axis was chosen.
    R1,
    /// For which date? Neither a date nor a period.
    T1,
    /// Who answers for it? No role was named.
    T2,
}

impl Question {
    pub const ALL: [Self; 8] = [
        Self::S1,
        Self::S2,
        Self::M1,
        Self::M2,
        Self::A1,
        Self::R1,
        Self::T1,
        Self::T2,
    ];

    /// Which letter of SMART it is about.
    pub const fn letter(self) -> char {
        match self {
            Self::S1 | Self::S2 => 'S',
            Self::M1 | Self::M2 => 'M',
            Self::A1 => 'A',
            Self::R1 => 'R',
            Self::T1 | Self::T2 => 'T',
        }
    }

    /// Its name in message keys.
    pub const fn id(self) -> &'static str {
        match self {
            Self::S1 => "s1",
            Self::S2 => "s2",
            Self::M1 => "m1",
            Self::M2 => "m2",
            Self::A1 => "a1",
            Self::R1 => "r1",
            Self::T1 => "t1",
            Self::T2 => "t2",
        }
    }
}

/// The fewest words of a statement that can say whom it is about.
const FEWEST_WORDS: usize = 6;

/// The questions that an objective calls for, in the order of the letters. `linked` are the indicators
/// that it is linked to and that are still there.
pub fn questions(objective: &Objective, linked: &[Indicator]) -> Vec<Question> {
    let statement = Text::new(&objective.statement);
    let measurable = Text::new(&objective.smart.measurable);
    let time_bound = Text::new(&objective.smart.time_bound);
    let is_blank = |text: &str| text.trim().is_empty();
    let asks = |question: &Question| match question {
        Question::S1 => statement.length() < FEWEST_WORDS || !statement.names_an_audience(),
        Question::S2 => statement.is_vague() || statement.counts_actions(),
        Question::M1 => {
            let is_measured = statement.has_a_value() || measurable.has_a_value();
            !is_measured && !linked.iter().any(has_a_measure)
        }
        Question::M2 => linked.is_empty(),
        Question::A1 => {
            let steps = linked.iter().filter_map(step).chain(statement.step());
            is_blank(&objective.smart.achievable) && steps.into_iter().any(is_steep)
        }
        Question::R1 => objective.axis.is_none(),
        Question::T1 => {
            let is_dated = statement.has_a_time() || time_bound.has_a_time();
            objective.due_date.is_none() && !is_dated
        }
        Question::T2 => is_blank(&objective.owner_role),
    };
    Question::ALL.into_iter().filter(asks).collect()
}

/// Whether an indicator says where to arrive, by a target or by described levels.
fn has_a_measure(indicator: &Indicator) -> bool {
    let described = |level: &String| !level.trim().is_empty();
    indicator.target.value.is_some() || indicator.levels.iter().any(described)
}

/// From where to where an indicator shall go, the smaller value first when less is better.
fn step(indicator: &Indicator) -> Option<(f64, f64)> {
    let Indicator {
        baseline: Bound {
            value: Some(base), ..
        },
        target: Bound {
            value: Some(target),
            ..
        },
        ..
    } = indicator
    else {
        return None;
    };
    match indicator.direction {
        Direction::Increase => Some((*base, *target)),
        Direction::Decrease => Some((*target, *base)),
    }
}

/// More than twice as much (or, read backwards, less than half).
fn is_steep((from, to): (f64, f64)) -> bool {
    from >= 0.0 && to > 2.0 * from
}

#[cfg(test)]
mod tests;
