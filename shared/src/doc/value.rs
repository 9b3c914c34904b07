//! Single values: which ones a field takes, how they lie in the document, and how they are read back.

use crate::{
    Axis, Choice, Field, Frequency, Indicator, Measure, Period, Value,
    dashboard::BlockKind,
    glossary::{Gender, TermStatus},
    indicator::{Aggregation, Category, Direction, Nature},
    objective::{Audience, ObjectiveStatus},
    reading::MAX_EXACT,
};
use jiff::civil::Date;
use uuid::Uuid;
use yrs::{Any, Map, MapRef, Number, Out, ReadTxn};

/// A value as it lies in the document; `Some(None)` empties the field, `None` when the field does not
/// take that value.
pub fn check(field: &Field, value: &Value) -> Option<Option<Any>> {
    match value {
        Value::None => Some(None),
        Value::Id(id) => {
            matches!(field, Field::Axis | Field::Indicator).then(|| Some(Any::from(id.to_string())))
        }
        Value::Number(number) => {
            fits_number(field, *number).then(|| Some(Any::Number(Number::try_i64(*number))))
        }
        Value::Text(text) => fits_text(field, text).map(|text| Some(Any::from(text))),
    }
}

fn fits_number(field: &Field, number: f64) -> bool {
    let whole = |least: u8, most: u8| {
        number.fract() == 0.0 && (f64::from(least)..=f64::from(most)).contains(&number)
    };
    match field {
        Field::Color => whole(0, Axis::COLORS - 1),
        Field::Decimals => whole(0, Indicator::MAX_DECIMALS),
        Field::LevelCount => whole(1, Indicator::MAX_LEVELS),
        Field::BaselineValue | Field::TargetValue => number.is_finite(),
        Field::AlertThreshold | Field::GoodThreshold => number.is_finite() && number >= 0.0,
        _ => false,
    }
}

/// The text in its canonical form.
fn fits_text(field: &Field, text: &str) -> Option<String> {
    fn choice<T: Choice>(text: &str) -> Option<String> {
        T::from_word(text).map(|choice| choice.word().to_owned())
    }
    match field {
        Field::Currency => is_currency(text).then(|| text.to_owned()),
        Field::Cadence => Frequency::from_word(text)
            .filter(|one| is_cadence(*one))
            .map(|one| one.word().to_owned()),
        Field::DueDate | Field::Date => text.parse::<Date>().ok().map(|date| date.to_string()),
        Field::BaselinePeriod | Field::TargetPeriod | Field::Period => {
            text.parse::<Period>().ok().map(|period| period.to_string())
        }
        Field::ExpectedFor => choice::<Audience>(text),
        Field::Status => choice::<ObjectiveStatus>(text),
        Field::Category => choice::<Category>(text),
        Field::Nature => choice::<Nature>(text),
        Field::Direction => choice::<Direction>(text),
        Field::Aggregation => choice::<Aggregation>(text),
        Field::Frequency => choice::<Frequency>(text),
        Field::TermStatus => choice::<TermStatus>(text),
        Field::GenderIn(_) => choice::<Gender>(text),
        Field::BlockKind => choice::<BlockKind>(text),
        _ => None,
    }
}

/// Whether a text looks like an ISO 4217 code.
pub fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether a table of readings can have such columns.
pub const fn is_cadence(frequency: Frequency) -> bool {
    matches!(frequency, Frequency::Monthly | Frequency::Quarterly)
}

/// Whether a measure is made of numbers that make sense together.
pub fn is_measure(measure: &Measure) -> bool {
    match measure {
        Measure::Amount { value } => value.is_finite(),
        Measure::Mean { value, n } => value.is_finite() && *n <= MAX_EXACT,
        Measure::Ratio {
            numerator,
            denominator,
        } => [numerator, denominator]
            .into_iter()
            .all(|count| count.is_finite() && *count >= 0.0),
        Measure::Levels { counts } => counts.iter().all(|(level, count)| {
            (1..=Indicator::MAX_LEVELS).contains(level) && *count <= MAX_EXACT
        }),
        Measure::Withdrawn => true,
    }
}

pub fn text_at(txn: &impl ReadTxn, map: &MapRef, key: &str) -> Option<std::sync::Arc<str>> {
    match map.get(txn, key)? {
        Out::Any(Any::String(text)) => Some(text),
        _ => None,
    }
}

/// A finite number.
pub fn number_at(txn: &impl ReadTxn, map: &MapRef, key: &str) -> Option<f64> {
    match map.get(txn, key)? {
        Out::Any(Any::Number(number)) => number.as_f64().filter(|number| number.is_finite()),
        _ => None,
    }
}

/// A whole number, when the field allows it.
pub fn small_at(txn: &impl ReadTxn, map: &MapRef, field: &Field) -> Option<u8> {
    let number = number_at(txn, map, &field.key())?;
    // Checked to be a whole number that a byte holds.
    fits_number(field, number).then_some(number as u8)
}

pub fn choice_at<T: Choice>(txn: &impl ReadTxn, map: &MapRef, field: &Field) -> Option<T> {
    T::from_word(&text_at(txn, map, &field.key())?)
}

pub fn date_at(txn: &impl ReadTxn, map: &MapRef, field: &Field) -> Option<Date> {
    text_at(txn, map, &field.key())?.parse().ok()
}

pub fn period_at(txn: &impl ReadTxn, map: &MapRef, field: &Field) -> Option<Period> {
    text_at(txn, map, &field.key())?.parse().ok()
}

pub fn id_at(txn: &impl ReadTxn, map: &MapRef, field: &Field) -> Option<Uuid> {
    super::id(&text_at(txn, map, &field.key())?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::EntityKind;

    #[test]
    fn fields_take_what_makes_sense_in_them() {
        let id = Value::Id(Uuid::from_u128(7));
        for (field, good, bad) in [
            (Field::Currency, "EUR", "euro"),
            (Field::Cadence, "monthly", "yearly"),
            (Field::DueDate, "2025-06-30", "2025-06-31"),
            (Field::TargetPeriod, "2025-S1", "2025-S3"),
            (Field::TermStatus, "in_debate", "agreed "),
            (Field::BlockKind, "gauges", "Gauges"),
            (Field::GenderIn("nl".parse().unwrap()), "common", "x"),
        ] {
            assert!(check(&field, &good.into()).is_some(), "{field:?} {good}");
            for bad in [Value::from(bad), Value::from(1.0), id.clone()] {
                assert_eq!(check(&field, &bad), None, "{field:?}");
            }
        }
        for (field, good, bad) in [
            (Field::Color, 5.0, 6.0),
            (Field::Decimals, 6.0, 7.0),
            (Field::LevelCount, 1.0, 0.0),
            (Field::LevelCount, 7.0, 8.0),
            (Field::LevelCount, 3.0, 2.5),
            (Field::TargetValue, -1e9, f64::NAN),
            (Field::AlertThreshold, 0.75, -0.1),
            (Field::GoodThreshold, 1.5, f64::INFINITY),
        ] {
            assert!(check(&field, &good.into()).is_some(), "{field:?} {good}");
            assert_eq!(check(&field, &bad.into()), None, "{field:?} {bad}");
        }
        assert!(check(&Field::Axis, &id).is_some());
        assert_eq!(check(&Field::Axis, &"x".into()), None);
    }

    #[test]
    fn every_field_can_be_emptied() {
        for field in EntityKind::ALL.iter().flat_map(|kind| kind.fields()) {
            assert_eq!(check(field, &Value::None), Some(None));
        }
    }
}
