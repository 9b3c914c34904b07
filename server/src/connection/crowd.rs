//! The crowd: how many connections there are, in all and of each person. Beyond its limits nobody is let in
//! who is not inside yet.

use jalon_shared::PersonId;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::Notify;

/// Counts connections; clones are the same crowd.
#[derive(Clone)]
pub struct Crowd {
    shared: Arc<Shared>,
}

struct Shared {
    most: usize,
    most_of_one: usize,
    inside: Mutex<Inside>,
    /// Woken when the last one left.
    emptied: Notify,
}

#[derive(Default)]
struct Inside {
    all: usize,
    by_person: HashMap<PersonId, usize>,
}

/// Why there is no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crowded {
    /// The server has as many connections as it takes.
    Everybody,
    /// This person has.
    OnePerson,
}

/// A place in the crowd, free again on drop.
pub struct Place {
    crowd: Crowd,
    person: PersonId,
}

impl Crowd {
    /// A crowd of at most `most` connections, and `most_of_one` of each person.
    pub fn new(most: usize, most_of_one: usize) -> Self {
        Self {
            shared: Arc::new(Shared {
                most,
                most_of_one,
                inside: Mutex::default(),
                emptied: Notify::new(),
            }),
        }
    }

    /// Waits until nobody is inside.
    pub async fn emptied(&self) {
        while self.inside().all > 0 {
            self.shared.emptied.notified().await;
        }
    }

    pub fn enter(&self, person: PersonId) -> Result<Place, Crowded> {
        let mut inside = self.inside();
        let of_one = inside.by_person.get(&person).copied().unwrap_or_default();
        if inside.all >= self.shared.most {
            return Err(Crowded::Everybody);
        }
        if of_one >= self.shared.most_of_one {
            return Err(Crowded::OnePerson);
        }
        inside.all += 1;
        inside.by_person.insert(person, of_one + 1);
        drop(inside);
        Ok(Place {
            crowd: self.clone(),
            person,
        })
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        // Nothing in here panics halfway through a change.
        let inside = self.shared.inside.lock();
        inside.unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut inside = self.crowd.inside();
        inside.all = inside.all.saturating_sub(1);
        if inside.all == 0 {
            self.crowd.shared.emptied.notify_one();
        }
        if let Some(of_one) = inside.by_person.get_mut(&self.person) {
            *of_one -= 1;
            if *of_one == 0 {
                inside.by_person.remove(&self.person);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_place_is_free_again_when_its_connection_ends() {
        let crowd = Crowd::new(3, 2);
        let (ines, noe) = (Uuid::from_u128(1).into(), Uuid::from_u128(2).into());
        let first = crowd.enter(ines);
        let _second = crowd.enter(ines);
        assert_eq!(crowd.enter(ines).err(), Some(Crowded::OnePerson));
        let _third = crowd.enter(noe);
        assert_eq!(crowd.enter(noe).err(), Some(Crowded::Everybody));
        drop(first);
        assert!(crowd.enter(ines).is_ok());
    }
}
