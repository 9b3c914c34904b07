//! Positions: texts that sort, so that people can reorder a list without touching what they pass.
//!
//! A position is a fraction written in base 62, its digits in the order of ASCII. Two people who put
//! something in the same place at once may choose the same position: then the ids decide, and whoever
//! next wants in between gives new positions to those that are equal.

use crate::command::Place;
use uuid::Uuid;

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// How far apart neighbours at the end of a list are: room for insertions, and for many at the end.
const STRIDE: usize = 2;

/// An element of a list and its position, unless that is unreadable.
pub type Placed = (Uuid, Option<String>);

/// What sorts a list: positions, then those without a position, then ids.
pub fn sort(list: &mut [Placed]) {
    list.sort_by(|a, b| (a.1.is_none(), &a.1, a.0).cmp(&(b.1.is_none(), &b.1, b.0)));
}

/// A text as a position, if it is one.
pub fn parse(text: &str) -> Option<String> {
    /// Longer ones come from nobody who plays fair.
    const LONGEST: usize = 1_000;
    let fits = !text.is_empty() && text.len() <= LONGEST && !text.ends_with('0');
    (fits && text.bytes().all(|byte| digit(byte).is_some())).then(|| text.to_owned())
}

/// The new positions that put `id` in its place: its own, and those of neighbours that stood on equal
/// positions or had none. `list` is sorted, and may contain `id`.
pub fn place(list: &[Placed], id: Uuid, place: Place) -> Vec<(Uuid, String)> {
    let was = list.iter().position(|(other, _)| *other == id);
    let rest: Vec<&Placed> = list.iter().filter(|(other, _)| *other != id).collect();
    let find = |neighbour: Uuid| rest.iter().position(|(other, _)| *other == neighbour);
    let index = match place {
        Place::First => 0,
        Place::Before(neighbour) if neighbour != id => find(neighbour).unwrap_or(rest.len()),
        Place::After(neighbour) if neighbour != id => {
            find(neighbour).map_or(rest.len(), |at| at + 1)
        }
        // Beside itself is where it is, if it is somewhere.
        Place::Before(_) | Place::After(_) => was.unwrap_or(rest.len()),
        Place::Last => rest.len(),
    };
    if was == Some(index) && list[index].1.is_some() {
        return Vec::new();
    }
    let position = |at: usize| rest[at].1.as_deref();
    // Those before it that have no position need one, too, else it would come before them.
    let start = (0..index)
        .rev()
        .take_while(|at| position(*at).is_none())
        .last()
        .unwrap_or(index);
    let low = start.checked_sub(1).and_then(position);
    // Those after it that are not above what is before it must move on.
    let blocks = |at: &usize| position(*at).is_some_and(|next| low.is_some_and(|low| next <= low));
    let end = (index..rest.len())
        .take_while(blocks)
        .last()
        .map_or(index, |last| last + 1);
    let high = rest.get(end).and_then(|(_, position)| position.as_deref());
    let before = rest[start..index].iter().map(|(id, _)| *id);
    let after = rest[index..end].iter().map(|(id, _)| *id);
    let mut low = low.map(str::to_owned);
    let mut moves = Vec::new();
    for id in before.chain([id]).chain(after) {
        let next = between(low.as_deref(), high);
        low = Some(next.clone());
        moves.push((id, next));
    }
    moves
}

/// A position after `low` and before `high`, where there are such. **Invariant:** `low < high`.
pub fn between(low: Option<&str>, high: Option<&str>) -> String {
    let low: Vec<usize> = low.unwrap_or_default().bytes().filter_map(digit).collect();
    let high: Option<Vec<usize>> = high.map(|high| high.bytes().filter_map(digit).collect());
    let digits = match &high {
        None => after(&low),
        Some(high) => middle(&low, high),
    };
    digits
        .into_iter()
        .map(|digit| char::from(DIGITS[digit]))
        .collect()
}

/// A short fraction above `low`: a step up in the first digit that has room.
fn after(low: &[usize]) -> Vec<usize> {
    let last = DIGITS.len() - 1;
    let at = low
        .iter()
        .position(|digit| *digit < last)
        .unwrap_or(low.len());
    let mut digits = low[..at].to_vec();
    digits.push(
        low.get(at)
            .map_or(DIGITS.len() / 8, |digit| (digit + STRIDE).min(last)),
    );
    digits
}

/// A fraction between two.
fn middle(low: &[usize], high: &[usize]) -> Vec<usize> {
    let mut digits = Vec::new();
    // Once a digit is below that of `high`, everything that follows is.
    let mut below = false;
    for at in 0.. {
        let from = low.get(at).copied().unwrap_or(0);
        let to = if below {
            DIGITS.len()
        } else {
            high.get(at).copied().unwrap_or(DIGITS.len())
        };
        if to > from + 1 {
            digits.push((from + to) / 2);
            break;
        }
        below |= to > from;
        digits.push(from);
    }
    digits
}

fn digit(byte: u8) -> Option<usize> {
    DIGITS.binary_search(&byte).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    /// Carries out a move as a document does.
    fn carry_out(list: &mut Vec<Placed>, moved: Uuid, to: Place) {
        for (id, position) in place(list, moved, to) {
            assert_eq!(parse(&position), Some(position.clone()));
            match list.iter_mut().find(|(other, _)| *other == id) {
                Some(placed) => placed.1 = Some(position),
                None => list.push((id, Some(position))),
            }
        }
        sort(list);
    }

    #[test]
    fn a_thousand_in_one_place_stay_short() {
        for to in [Place::Last, Place::First] {
            let mut list = Vec::new();
            for number in 0..1000 {
                carry_out(&mut list, id(number), to);
            }
            let longest = list
                .iter()
                .filter_map(|(_, position)| position.as_ref().map(String::len))
                .max();
            assert!(longest < Some(250), "{longest:?}");
        }
    }

    proptest! {
        #[test]
        fn a_list_does_what_a_plain_list_does(
            given in proptest::collection::vec(proptest::option::of("[0-3]{0,2}[1-3]"), 0..8),
            moves in proptest::collection::vec((0_u128..10, 0_u8..4, 0_u128..10), 0..40),
        ) {
            let given = given.into_iter().enumerate().map(|(number, position)| (id(number as u128), position));
            let mut list: Vec<Placed> = given.collect();
            sort(&mut list);
            let mut plain: Vec<Uuid> = list.iter().map(|(id, _)| *id).collect();
            for (moved, to, neighbour) in moves {
                let (moved, neighbour) = (id(moved), id(neighbour));
                let to = [Place::First, Place::Last, Place::Before(neighbour), Place::After(neighbour)][usize::from(to)];
                carry_out(&mut list, moved, to);
                if moved != neighbour || matches!(to, Place::First | Place::Last) || !plain.contains(&moved) {
                    plain.retain(|other| *other != moved);
                    let find = |neighbour| plain.iter().position(|other| *other == neighbour);
                    let at = match to {
                        Place::First => 0,
                        Place::Last => plain.len(),
                        Place::Before(neighbour) => find(neighbour).unwrap_or(plain.len()),
                        Place::After(neighbour) => find(neighbour).map_or(plain.len(), |at| at + 1),
                    };
                    plain.insert(at, moved);
                }
                let ids: Vec<Uuid> = list.iter().map(|(id, _)| *id).collect();
                prop_assert_eq!(&ids, &plain);
            }
        }
    }
}
