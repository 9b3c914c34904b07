//! What follows from a choice in the sheet, as long as nobody has decided otherwise: a scale of described
//! levels is spread over them, a percentage is read in percent.

use jalon_shared::{
    Command, Field, Indicator, TextEdit, Value,
    indicator::{Aggregation, Nature},
};

/// What follows from the nature. Once there are readings their shape is not changed under them.
pub fn after_nature(indicator: &Indicator, is_read: bool, nature: Nature) -> Vec<Command> {
    let follows = match (nature, indicator.aggregation) {
        (Nature::Qualitative, Aggregation::Sum) => Aggregation::Distribution,
        (Nature::Quantitative, Aggregation::Distribution) if indicator.levels.is_empty() => {
            Aggregation::Sum
        }
        _ => return Vec::new(),
    };
    if is_read {
        return Vec::new();
    }
    vec![Command::Set {
        field: indicator.id.field(Field::Aggregation),
        value: Value::from(follows),
    }]
}

/// What follows from the way in which periods become one figure.
pub fn after_aggregation(indicator: &Indicator, aggregation: Aggregation) -> Vec<Command> {
    if aggregation != Aggregation::Ratio || !indicator.unit.trim().is_empty() {
        return Vec::new();
    }
    let all = u32::try_from(indicator.unit.encode_utf16().count()).unwrap_or(u32::MAX);
    vec![Command::Edit {
        field: indicator.id.field(Field::Unit),
        edit: TextEdit {
            at: 0,
            delete: all,
            insert: "%".to_owned(),
        },
    }]
}

/// The ways that fit the nature of an indicator, and the one that it has.
pub fn offered(nature: Nature, now: Aggregation) -> Vec<Aggregation> {
    let fits = |one: &Aggregation| {
        *one == now
            || match nature {
                Nature::Quantitative => *one != Aggregation::Distribution,
                Nature::Qualitative => *one != Aggregation::Ratio,
            }
    };
    Aggregation::ALL.into_iter().filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jalon_shared::{IndicatorId, NewEntity, PersonId, Stamp, Workspace};
    use uuid::Uuid;

    fn indicator(aggregation: Aggregation, unit: &str) -> Indicator {
        let id = IndicatorId::from_uuid(Uuid::from_u128(1));
        let mut workspace = Workspace::new();
        let stamp = Stamp {
            person: PersonId::from_uuid(Uuid::from_u128(2)),
            name: String::new(),
            at: 0,
        };
        let new = NewEntity::new(id)
            .value(Field::Aggregation, aggregation)
            .text(Field::Unit, unit);
        workspace.apply(&new.into(), &stamp).expect("made");
        workspace.indicator(id).expect("there")
    }

    #[test]
    fn a_scale_is_spread_over_its_levels_unless_it_was_read_otherwise() {
        let plain = indicator(Aggregation::Sum, "");
        let spread = vec![Command::Set {
            field: plain.id.field(Field::Aggregation),
            value: Value::from(Aggregation::Distribution),
        }];
        assert_eq!(after_nature(&plain, false, Nature::Qualitative), spread);
        assert_eq!(after_nature(&plain, true, Nature::Qualitative), []);
        let mean = indicator(Aggregation::WeightedMean, "");
        assert_eq!(after_nature(&mean, false, Nature::Qualitative), []);
    }

    #[test]
    fn a_percentage_takes_its_sign_where_no_unit_was_written() {
        let insert = |unit: &str| {
            let commands =
                after_aggregation(&indicator(Aggregation::Sum, unit), Aggregation::Ratio);
            commands.into_iter().next()
        };
        assert!(matches!(
            insert(" "),
            Some(Command::Edit { edit: TextEdit { at: 0, delete: 1, insert }, .. }) if insert == "%"
        ));
        assert_eq!(insert("% des réponses"), None);
        let sum = after_aggregation(&indicator(Aggregation::Ratio, ""), Aggregation::Sum);
        assert_eq!(sum, []);
    }

    #[test]
    fn what_does_not_fit_is_not_offered_but_what_is_chosen_is() {
        use Aggregation::{Distribution, Ratio, Sum, WeightedMean};
        let offers = offered(Nature::Quantitative, Sum);
        assert_eq!(offers, [Sum, Ratio, WeightedMean]);
        let offers = offered(Nature::Qualitative, Ratio);
        assert_eq!(offers, [Sum, Ratio, WeightedMean, Distribution]);
    }
}
