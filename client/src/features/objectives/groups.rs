//! Which objective stands under which axis, and where a step up or down leads; nothing of it needs a page.

use jalon_shared::{AxisId, Command, Field, ObjectiveId, Place, Value, Workspace};

/// The objectives of one axis, in order; those without an axis come together, last.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub axis: Option<AxisId>,
    pub objectives: Vec<ObjectiveId>,
}

/// Every axis in its order, with or without objectives, and then those that were not sorted, if any.
pub fn groups(workspace: &Workspace) -> Vec<Group> {
    let objectives = workspace.objectives().into_iter().filter_map(|id| {
        let axis = workspace.objective(id)?.axis;
        Some((id, axis))
    });
    sort(workspace.axes(), objectives.collect())
}

fn sort(axes: Vec<AxisId>, objectives: Vec<(ObjectiveId, Option<AxisId>)>) -> Vec<Group> {
    let mut groups: Vec<Group> = axes
        .into_iter()
        .map(|axis| Group {
            axis: Some(axis),
            objectives: Vec::new(),
        })
        .collect();
    let mut loose = Vec::new();
    for (id, axis) in objectives {
        match groups
            .iter_mut()
            .find(|group| axis.is_some() && group.axis == axis)
        {
            Some(group) => group.objectives.push(id),
            None => loose.push(id),
        }
    }
    if !loose.is_empty() {
        groups.push(Group {
            axis: None,
            objectives: loose,
        });
    }
    groups
}

/// What takes an objective under an axis (or none), to a place among all objectives.
pub fn take_to(id: ObjectiveId, axis: Option<AxisId>, place: Place) -> Vec<Command> {
    let value = axis.map_or(Value::None, |axis| Value::Id(axis.uuid()));
    vec![
        Command::Set {
            field: id.field(Field::Axis),
            value,
        },
        Command::Move {
            entity: id.into(),
            place,
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn axis(n: u128) -> AxisId {
        Uuid::from_u128(n).into()
    }

    fn objective(n: u128) -> ObjectiveId {
        Uuid::from_u128(100 + n).into()
    }

    #[test]
    fn an_objective_stands_under_its_axis_in_its_order() {
        let all = vec![
            (objective(1), Some(axis(2))),
            (objective(2), Some(axis(1))),
            (objective(3), Some(axis(2))),
        ];
        let groups = sort(vec![axis(1), axis(2)], all);
        let of: Vec<_> = groups
            .iter()
            .map(|group| (group.axis, group.objectives.clone()))
            .collect();
        assert_eq!(
            of,
            [
                (Some(axis(1)), vec![objective(2)]),
                (Some(axis(2)), vec![objective(1), objective(3)]),
            ]
        );
    }

    #[test]
    fn what_has_no_axis_or_a_deleted_one_comes_last() {
        let groups = sort(
            vec![axis(1)],
            vec![(objective(1), None), (objective(2), Some(axis(9)))],
        );
        assert_eq!(groups.len(), 2);
        assert_eq!(
            groups[1],
            Group {
                axis: None,
                objectives: vec![objective(1), objective(2)]
            }
        );
        assert_eq!(
            sort(vec![axis(1)], Vec::new()).len(),
            1,
            "an axis without objectives is shown too"
        );
    }
}
