//! What the outbox says in each situation.

use super::*;

/// The page that these tests are in, and another one.
const HERE: Tab = 7;
const THERE: Tab = 8;

fn type_in(outbox: &mut Outbox, place: &str) -> bool {
    let edit = outbox.typed(HERE, vec![place.to_owned()], 0);
    outbox.post(&[edit])
}

fn told(outbox: &Outbox) -> Vec<&str> {
    outbox.told(0).into_iter().collect()
}

#[test]
fn saved_means_that_everything_typed_is_acknowledged() {
    let mut outbox = Outbox::default();
    assert_eq!(outbox.saved(Kept::Yes), Saved::Connecting);
    outbox.opened();
    outbox.answered(true);
    assert_eq!(outbox.saved(Kept::Yes), Saved::Saving);
    outbox.acknowledge(1);
    assert_eq!(outbox.saved(Kept::Yes), Saved::Saved);
    assert!(type_in(&mut outbox, "a") && type_in(&mut outbox, "b"));
    assert_eq!(outbox.acknowledge(2), Clock::from([(HERE, 1)]));
    assert_eq!(
        (outbox.saved(Kept::Yes), outbox.is_dirty()),
        (Saved::Saving, true)
    );
    outbox.acknowledge(3);
    assert_eq!(
        (outbox.saved(Kept::Yes), outbox.is_dirty()),
        (Saved::Saved, false)
    );
}

#[test]
fn words_typed_offline_stay_unsaved_until_the_next_connection_has_them() {
    let mut outbox = Outbox::default();
    assert!(!type_in(&mut outbox, "a"));
    assert_eq!(outbox.saved(Kept::Yes), Saved::Offline);
    assert_eq!(outbox.saved(Kept::Writing), Saved::Saving);
    assert_eq!(outbox.saved(Kept::Never), Saved::OfflineUnkept);
    outbox.answered(true);
    assert!(type_in(&mut outbox, "b"));
    outbox.closed();
    // An acknowledgement of the connection before says nothing about this one.
    outbox.acknowledge(9);
    assert!(outbox.is_dirty());
    outbox.answered(true);
    assert_eq!(outbox.acknowledge(1), Clock::from([(HERE, 2)]));
    assert_eq!(
        (outbox.saved(Kept::Yes), outbox.is_dirty()),
        (Saved::Saved, false)
    );
}

#[test]
fn each_field_says_for_itself_whether_its_words_are_on_this_device_alone() {
    let mut outbox = Outbox::default();
    outbox.answered(true);
    outbox.acknowledge(1);
    let late = outbox.typed(HERE, vec!["a".to_owned()], 10);
    outbox.post(&[late]);
    assert!(told(&outbox).is_empty(), "what is on its way is not told");
    assert!(outbox.is_waiting_since(0));
    assert_eq!(outbox.told(10).len(), 1, "what is late is told");
    type_in(&mut outbox, "b");
    outbox.closed();
    assert_eq!(told(&outbox), ["a", "b"]);
    outbox.answered(true);
    // Typed while the answer is on its way: the answer does not hold it.
    type_in(&mut outbox, "b");
    outbox.acknowledge(1);
    assert_eq!(told(&outbox), ["b"]);
    outbox.acknowledge(2);
    assert!(told(&outbox).is_empty());
}

#[test]
fn an_edit_of_another_tab_is_durable_when_either_hears_it() {
    let edit = Edit {
        tab: THERE,
        number: 3,
        places: vec!["a".to_owned()],
    };
    let mut outbox = Outbox::default();
    assert!(outbox.learn(&edit, 0));
    assert!(!outbox.learn(&edit, 0), "it is no news");
    assert_eq!(outbox.waiting(), std::slice::from_ref(&edit));
    // By the other one ...
    outbox.settle(&Clock::from([(THERE, 2)]));
    assert!(outbox.is_dirty());
    outbox.settle(&Clock::from([(THERE, 3)]));
    assert!(!outbox.is_dirty());
    // ... which may be told before the edit is.
    assert!(!outbox.learn(&edit, 0));
    assert!(!outbox.is_dirty());
    // By this one, whose answer holds it.
    let mut outbox = Outbox::default();
    outbox.learn(&edit, 0);
    outbox.answered(true);
    assert_eq!(outbox.acknowledge(1), Clock::from([(THERE, 3)]));
    assert!(!outbox.is_dirty());
}

#[test]
fn what_has_no_field_is_unsaved_all_the_same() {
    let mut outbox = Outbox::default();
    outbox.typed(HERE, Vec::new(), 0);
    assert!(outbox.is_dirty() && told(&outbox).is_empty());
    assert_eq!(outbox.not_shared(), (BTreeSet::new(), true));
}

#[test]
fn whoever_has_nothing_to_say_is_in_step() {
    let mut outbox = Outbox::default();
    outbox.answered(false);
    assert_eq!(outbox.saved(Kept::Yes), Saved::Saved);
}

#[test]
fn without_a_connection_it_does_not_go_on_saying_that_it_connects() {
    let mut outbox = Outbox::default();
    outbox.closed();
    assert_eq!(outbox.saved(Kept::Yes), Saved::Away);
    type_in(&mut outbox, "a");
    assert_eq!(outbox.saved(Kept::Yes), Saved::Offline);
}

#[test]
fn what_the_servers_disk_does_not_take_is_never_called_saved() {
    let mut outbox = Outbox::default();
    outbox.answered(true);
    outbox.acknowledge(1);
    assert!(type_in(&mut outbox, "a"));
    outbox.hold();
    assert_eq!(outbox.saved(Kept::Yes), Saved::Held);
    assert_eq!(outbox.saved(Kept::Never), Saved::HeldUnkept);
    assert!(
        !type_in(&mut outbox, "b"),
        "nothing is sent that would be refused"
    );
    // The disk takes what it had before; what was typed since comes with the answer.
    outbox.acknowledge(2);
    assert_eq!(outbox.saved(Kept::Yes), Saved::Held);
    outbox.answered(true);
    assert_eq!(outbox.saved(Kept::Yes), Saved::Saving);
    outbox.acknowledge(3);
    assert_eq!(
        (outbox.saved(Kept::Yes), outbox.is_dirty()),
        (Saved::Saved, false)
    );
}

#[test]
fn whoever_typed_nothing_since_is_saved_while_the_disk_takes_nothing() {
    let mut outbox = Outbox::default();
    // A page that was just opened holds words of the last time.
    let before = Edit {
        tab: THERE,
        number: 1,
        places: Vec::new(),
    };
    outbox.learn(&before, 0);
    outbox.opened();
    outbox.hold();
    assert_eq!(outbox.saved(Kept::Yes), Saved::Held);
    outbox.answered(true);
    outbox.acknowledge(1);
    outbox.hold();
    assert_eq!(outbox.saved(Kept::Yes), Saved::Saved);
    type_in(&mut outbox, "a");
    assert_eq!(outbox.saved(Kept::Yes), Saved::Held);
    outbox.closed();
    assert_eq!(outbox.saved(Kept::Yes), Saved::Offline);
}

#[test]
fn a_refusal_is_not_forgotten_and_says_where() {
    let mut outbox = Outbox::default();
    outbox.answered(true);
    type_in(&mut outbox, "a");
    outbox.refuse();
    outbox.acknowledge(2);
    assert_eq!(
        (outbox.saved(Kept::Yes), outbox.is_dirty()),
        (Saved::Refused, true)
    );
    assert_eq!(outbox.refused().collect::<Vec<_>>(), ["a"]);
}
