//! What a page has very much of, drawn a few at a time: each few in a tree of their own, which is gone before the
//! next. That costs half of what one tree with everything in it does, and the threads of the machine share it.

use crate::{
    html,
    words::{Language, provide_words},
};
use dioxus::prelude::*;
use std::{
    num::NonZero,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

/// How many are drawn in one tree.
const FEW: usize = 16;

/// From so many on, threads are worth starting.
const MANY: usize = 100;

/// The most threads that draw one page: others want theirs, too.
const MOST_THREADS: usize = 4;

/// All of them as HTML, in their order: `draw` gets a few at a time.
pub fn drawn<T: Sync>(all: &[T], draw: impl Fn(&[T]) -> String + Sync) -> Vec<String> {
    let pieces: Vec<&[T]> = all.chunks(FEW).collect();
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    if all.len() < MANY || threads == 1 {
        return pieces.into_iter().map(draw).collect();
    }
    let next = AtomicUsize::new(0);
    let drawn = Mutex::new(vec![String::new(); pieces.len()]);
    let work = || {
        while let Some((place, few)) = {
            let place = next.fetch_add(1, Ordering::Relaxed);
            pieces.get(place).map(|few| (place, *few))
        } {
            let html = draw(few);
            let mut drawn = drawn.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(piece) = drawn.get_mut(place) {
                *piece = html;
            }
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads.min(MOST_THREADS) {
            scope.spawn(work);
        }
        work();
    });
    drawn.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// The same component again and again, as HTML.
pub fn components<P>(language: Language, component: fn(P) -> Element, all: &[P]) -> String
where
    P: Clone + Sync + 'static,
{
    drawn(all, |few| {
        let few = Few {
            language,
            component,
            few: few.to_vec(),
        };
        html::fragment(Several, few)
    })
    .concat()
}

#[derive(Clone)]
struct Few<P: 'static> {
    language: Language,
    component: fn(P) -> Element,
    few: Vec<P>,
}

#[allow(
    non_snake_case,
    reason = "a component, whose properties are of any type"
)]
fn Several<P: Clone + 'static>(props: Few<P>) -> Element {
    let _ = provide_words(props.language);
    let component = props.component;
    rsx! {
        for one in props.few {
            {component(one)}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::use_words;

    #[test]
    fn all_are_drawn_in_their_order() {
        for count in [0, 1, FEW, MANY - 1, MANY, 10 * MANY + 1] {
            let all: Vec<usize> = (0..count).collect();
            let wanted: String = all.iter().map(|one| format!("{one} ")).collect();
            let html = drawn(&all, |few| {
                few.iter().map(|one| format!("{one} ")).collect()
            });
            assert_eq!(html.concat(), wanted);
        }
    }

    #[test]
    fn components_speak_the_language_of_their_page() {
        #[component]
        fn Period(number: usize) -> Element {
            let word = use_words().t("dashboard-period");
            rsx! { li { "{word} {number}" } }
        }
        let all: Vec<PeriodProps> = (0..2 * MANY).map(|number| PeriodProps { number }).collect();
        let html = components(Language::Dutch, Period, &all);
        let word = crate::words::Words::of(Language::Dutch).t("dashboard-period");
        let wanted: String = (0..2 * MANY)
            .map(|number| format!("<li>{word} {number}</li>"))
            .collect();
        assert_eq!(html, wanted);
    }
}
