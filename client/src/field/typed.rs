//! What people type into boxes that hold no free text, and what such a field of the document holds now.

use jalon_shared::{EntityKind, Field, FieldRef, Frequency, Period, Workspace};
use jiff::civil::Date;

/// The months in the languages that people type them in, from January; the first three or four letters are enough.
const MONTHS: [&[&str]; 12] = [
    &["jan", "gen"],
    &["fev", "feb"],
    &["mar", "maa", "mrt"],
    &["avr", "apr"],
    &["mai", "may", "mag", "mei"],
    &["juin", "jun", "giu"],
    &["juil", "jul", "lug"],
    &["aou", "aug", "ago"],
    &["sep", "set"],
    &["oct", "ott", "okt"],
    &["nov"],
    &["dec", "dic"],
];

/// The largest number that is taken from a keyboard: more is a slip of the finger, and would fit nowhere.
pub const MOST: f64 = 999_999_999_999.0;

/// The period that somebody means: `2025`, `T2 2025`, `2025-T2`, `juin 2025`, `06/2025`, `1er semestre 2025`, `S1 2025`.
pub fn period(typed: &str) -> Option<Period> {
    let plain = plain(typed);
    if let Ok(period) = plain.to_uppercase().parse() {
        return Some(period);
    }
    let parts: Vec<&str> = plain
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let year_at = parts
        .iter()
        .position(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit()))?;
    let year: i16 = parts[year_at].parse().ok()?;
    let rest: Vec<&str> = parts
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != year_at)
        .map(|(_, part)| *part)
        .collect();
    let (index, frequency) = match rest.as_slice() {
        [] => (0, Frequency::Yearly),
        [one] => part_of_year(one)?,
        // "1er trimestre", "trimestre 2", "premier semestre" and the like.
        [first, second] => {
            let (number, word) = match ordinal(first) {
                Some(number) => (number, second),
                None => (ordinal(second)?, first),
            };
            (number.checked_sub(1)?, length_of(word)?)
        }
        _ => return None,
    };
    Period::new(year, index, frequency)
}

/// `t2`, `q2`, `k2`, `s1`, `h1`, `06`, `juin`.
fn part_of_year(part: &str) -> Option<(u8, Frequency)> {
    let (head, tail) = part.split_at_checked(1)?;
    match (head, tail.parse::<u8>()) {
        ("t" | "q" | "k", Ok(number)) => {
            return Some((number.checked_sub(1)?, Frequency::Quarterly));
        }
        ("s" | "h", Ok(number)) => return Some((number.checked_sub(1)?, Frequency::HalfYearly)),
        _ => {}
    }
    if let Ok(number) = part.parse::<u8>() {
        return Some((number.checked_sub(1)?, Frequency::Monthly));
    }
    let month = MONTHS
        .iter()
        .position(|names| names.iter().any(|name| part.starts_with(name)))?;
    Some((u8::try_from(month).ok()?, Frequency::Monthly))
}

fn ordinal(part: &str) -> Option<u8> {
    match part {
        "premier" | "first" | "primo" | "eerste" => Some(1),
        "second" | "deuxieme" | "secondo" | "tweede" => Some(2),
        "troisieme" | "third" | "terzo" | "derde" => Some(3),
        "quatrieme" | "fourth" | "quarto" | "vierde" => Some(4),
        _ => {
            // Italian writes 1º and 1ª: letters too.
            let digits = part.trim_end_matches(char::is_alphabetic);
            (digits.len() == 1).then(|| digits.parse().ok()).flatten()
        }
    }
}

fn length_of(word: &str) -> Option<Frequency> {
    match word {
        word if ["trim", "quart", "kwart"]
            .iter()
            .any(|start| word.starts_with(start)) =>
        {
            Some(Frequency::Quarterly)
        }
        word if word.starts_with("sem") || word.starts_with("half") => Some(Frequency::HalfYearly),
        _ => None,
    }
}

/// Lower case, without the accents that French puts on months and ordinals.
fn plain(typed: &str) -> String {
    let letters = typed.trim().chars().flat_map(char::to_lowercase);
    letters
        .map(|letter| match letter {
            'é' | 'è' | 'ê' => 'e',
            'û' | 'ù' => 'u',
            other => other,
        })
        .collect()
}

/// The number that a field holds; `None` when it is empty or holds no number.
pub fn number_in(workspace: &Workspace, field: &FieldRef) -> Option<f64> {
    let id = field.entity.id;
    match field.entity.kind {
        EntityKind::Indicator => {
            let indicator = workspace.indicator(id.into())?;
            match field.field {
                Field::BaselineValue => indicator.baseline.value,
                Field::TargetValue => indicator.target.value,
                Field::AlertThreshold => Some(indicator.thresholds.alert),
                Field::GoodThreshold => Some(indicator.thresholds.good),
                Field::Decimals => Some(indicator.decimals.into()),
                Field::LevelCount => Some(indicator.levels.len() as f64),
                _ => None,
            }
        }
        EntityKind::Axis if field.field == Field::Color => {
            Some(workspace.axis(id.into())?.color.into())
        }
        _ => None,
    }
}

/// The day that a field holds.
pub fn date_in(workspace: &Workspace, field: &FieldRef) -> Option<Date> {
    let id = field.entity.id;
    match (field.entity.kind, &field.field) {
        (EntityKind::Objective, Field::DueDate) => workspace.objective(id.into())?.due_date,
        (EntityKind::Decision, Field::Date) => workspace.decision(id.into())?.date,
        _ => None,
    }
}

/// The period that a field holds.
pub fn period_in(workspace: &Workspace, field: &FieldRef) -> Option<Period> {
    let id = field.entity.id;
    match (field.entity.kind, &field.field) {
        (EntityKind::Indicator, Field::BaselinePeriod) => {
            workspace.indicator(id.into())?.baseline.period
        }
        (EntityKind::Indicator, Field::TargetPeriod) => {
            workspace.indicator(id.into())?.target.period
        }
        (EntityKind::Verbatim, Field::Period) => workspace.verbatim(id.into())?.period,
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_understood_as_people_write_them() {
        for (typed, meant) in [
            ("2025", "2025"),
            (" 2025-T2 ", "2025-T2"),
            ("t2 2025", "2025-T2"),
            ("T2-2025", "2025-T2"),
            ("2025 Q3", "2025-T3"),
            ("2e trimestre 2025", "2025-T2"),
            ("trimestre 2 2025", "2025-T2"),
            ("S1 2025", "2025-S1"),
            ("1er semestre 2025", "2025-S1"),
            ("premier semestre 2025", "2025-S1"),
            ("H2 2025", "2025-S2"),
            ("juin 2025", "2025-06"),
            ("juillet 2025", "2025-07"),
            ("Août 2025", "2025-08"),
            ("décembre 2025", "2025-12"),
            ("June 2025", "2025-06"),
            ("July 2025", "2025-07"),
            ("K2 2025", "2025-T2"),
            ("2e kwartaal 2025", "2025-T2"),
            ("derde kwartaal 2025", "2025-T3"),
            ("1e halfjaar 2025", "2025-S1"),
            ("1º semestre 2025", "2025-S1"),
            ("quarto trimestre 2025", "2025-T4"),
            ("giugno 2025", "2025-06"),
            ("ott 2025", "2025-10"),
            ("maart 2025", "2025-03"),
            ("mrt 2025", "2025-03"),
            ("06/2025", "2025-06"),
            ("2025-06", "2025-06"),
            ("2025/6", "2025-06"),
        ] {
            assert_eq!(
                period(typed).map(|period| period.to_string()).as_deref(),
                Some(meant),
                "{typed}"
            );
        }
        for typed in [
            "",
            "juin",
            "25",
            "13/2025",
            "T5 2025",
            "2025-00",
            "hier",
            "le 3 juin 2025",
            "2025 x",
        ] {
            assert_eq!(period(typed), None, "{typed}");
        }
    }
}
