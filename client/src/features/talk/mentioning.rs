//! Calling people in a comment: `@Awa` while it is typed, the number of the person in what is kept.

use crate::features::glossary::search::fold;
use jalon_shared::{
    PersonId,
    talk::{MOST_MENTIONS, Mention, Piece, call, pieces},
};

/// How many letters after an `@` may be the beginning of a name.
const LONGEST_QUERY: usize = 40;

/// The words of a comment, with names in the place of numbers.
pub fn shown(text: &str, name_of: impl Fn(PersonId) -> String) -> String {
    let pieces = pieces(text).into_iter().map(|piece| match piece {
        Piece::Words(words) => words.to_owned(),
        Piece::Person(person) => format!("@{}", name_of(person)),
    });
    pieces.collect()
}

/// The words of a comment as they are kept, and whom they call: each `@Name` of somebody among `chosen`, or
/// among the `others`.
pub fn kept(text: &str, chosen: &[Mention], others: &[Mention]) -> (String, Vec<Mention>) {
    // Of two people of one name whoever was chosen is meant; the longest name counts.
    let mut people: Vec<&Mention> = chosen.iter().chain(others).collect();
    people.retain(|one| !one.name.trim().is_empty());
    people.sort_by_key(|one| std::cmp::Reverse(one.name.len()));
    let (mut kept, mut called, mut rest) = (String::new(), Vec::<Mention>::new(), text);
    while let Some((before, after)) = rest.split_once('@') {
        kept.push_str(before);
        let named = people.iter().find(|one| {
            let tail = after.strip_prefix(one.name.as_str());
            tail.is_some_and(|tail| !tail.starts_with(char::is_alphanumeric))
        });
        let is_known = |one: &Mention| called.iter().any(|other| other.person == one.person);
        match named {
            Some(one) if is_known(one) || called.len() < MOST_MENTIONS => {
                if !is_known(one) {
                    called.push((*one).clone());
                }
                kept.push_str(&call(one.person));
                rest = after.strip_prefix(one.name.as_str()).unwrap_or(after);
            }
            _ => {
                kept.push('@');
                rest = after;
            }
        }
    }
    kept.push_str(rest);
    (kept, called)
}

/// What was typed of a name just before the caret: everything after the last `@`, which starts a word.
pub fn asked(before_caret: &str) -> Option<&str> {
    let (before, query) = before_caret.rsplit_once('@')?;
    let starts_a_word = !before.ends_with(char::is_alphanumeric);
    let may_be_a_name = query.chars().count() <= LONGEST_QUERY && !query.contains(['\n', ']']);
    (starts_a_word && may_be_a_name && !query.starts_with(' ')).then_some(query)
}

/// Those whose name, or a word of it, starts like what was typed.
pub fn matching<'p>(people: &'p [Mention], query: &str) -> Vec<&'p Mention> {
    let wanted = fold(query);
    let matches = |one: &&Mention| {
        let name = fold(&one.name);
        name.starts_with(&wanted) || name.split(' ').any(|word| word.starts_with(&wanted))
    };
    people.iter().filter(matches).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn person(number: u128, name: &str) -> Mention {
        Mention {
            person: PersonId::from_uuid(Uuid::from_u128(number)),
            name: name.to_owned(),
        }
    }

    #[test]
    fn names_become_numbers_and_come_back() {
        let (awa, other, anne, anne_marie) = (
            person(1, "Awa"),
            person(2, "Awa"),
            person(3, "Anne"),
            person(4, "Anne Marie"),
        );
        let people = [awa.clone(), anne.clone(), anne_marie.clone()];
        let text = "@Awa et @Anne Marie, pas @Annette ni x@exemple.org ; @Anne !";
        let (words, called) = kept(text, &[], &people);
        assert_eq!(called, [awa.clone(), anne_marie, anne]);
        assert!(!words.contains("Awa") && words.contains("@Annette ni x@exemple.org"));
        let name_of = |id| {
            let found = people.iter().find(|one| one.person == id);
            found.map(|one| one.name.clone()).unwrap_or_default()
        };
        assert_eq!(shown(&words, name_of), text);
        // Whoever was chosen from the list is meant.
        let (_, called) = kept("@Awa", std::slice::from_ref(&other), &people);
        assert_eq!(called, [other]);
        assert_eq!(kept("@", &[], &people), ("@".to_owned(), Vec::new()));
    }

    #[test]
    fn a_name_is_asked_for_after_a_sign() {
        for (typed, query) in [
            ("Bonjour @", Some("")),
            ("@aw", Some("aw")),
            ("Merci (@Noé Q", Some("Noé Q")),
            ("a@b", None),
            ("@ tout seul", None),
            ("@awa\n", None),
            ("rien", None),
        ] {
            assert_eq!(asked(typed), query, "{typed}");
        }
        let people = [person(1, "Noé Quatrebarbes"), person(2, "Éva")];
        for (query, count) in [("", 2), ("noe", 1), ("quatre", 1), ("e", 1), ("x", 0)] {
            assert_eq!(matching(&people, query).len(), count, "{query}");
        }
    }
}
