//! Which entities of a list moved: as few as explain the new order.

use std::collections::BTreeSet;

/// `places` are the former places of entities in the order of now, each once. Those that are not part
/// of the longest run that kept its order have moved.
///
/// Longest increasing subsequence by patience sorting (Fredman, 1975): n log n, so that a very long list
/// is compared in no time too.
pub fn moved(places: &[usize]) -> BTreeSet<usize> {
    // The smallest place that ends a kept run of each length, and the place before each one in its run.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<(usize, Option<usize>)> = Vec::new();
    for place in places {
        let length = ends.partition_point(|end| end < place);
        before.push((
            *place,
            length
                .checked_sub(1)
                .and_then(|shorter| ends.get(shorter).copied()),
        ));
        match ends.get_mut(length) {
            Some(end) => *end = *place,
            None => ends.push(*place),
        }
    }
    let mut moved: BTreeSet<usize> = places.iter().copied().collect();
    let mut next = ends.last().copied();
    // A run is walked from its end to its start, so one pass backwards meets each of its places in turn.
    for (place, previous) in before.into_iter().rev() {
        if next == Some(place) {
            moved.remove(&place);
            next = previous;
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn as_few_as_possible_have_moved() {
        for (places, wanted) in [
            (&[][..], 0),
            (&[0, 1, 2, 3], 0),
            (&[0, 2, 5], 0), // the others were removed
            (&[3, 0, 1, 2], 1),
            (&[1, 2, 3, 0], 1),
            (&[0, 2, 1, 3, 5, 4], 2),
            (&[3, 2, 1, 0], 3),
        ] {
            assert_eq!(moved(places).len(), wanted, "{places:?}");
        }
        assert_eq!(moved(&[3, 0, 1, 2]), BTreeSet::from([3]));
    }

    proptest! {
        #[test]
        fn the_others_kept_their_order(places in Just((0..20_usize).collect::<Vec<_>>()).prop_shuffle()) {
            let moved = moved(&places);
            let kept: Vec<usize> = places.iter().copied().filter(|place| !moved.contains(place)).collect();
            prop_assert!(kept.is_sorted());
        }

        #[test]
        fn one_move_is_one_move(from in 0..20_usize, to in 0..20_usize) {
            let mut places: Vec<usize> = (0..20).collect();
            let place = places.remove(from);
            places.insert(to, place);
            prop_assert!(moved(&places).len() <= 1);
        }
    }
}
