//! The sections of the page of a frozen version, each drawn by itself: a large version has so much in it that the
//! threads of the machine share the work.

use super::{
    glossary::Glossary,
    grid::Grid,
    head::Seal,
    objectives::Objectives,
    people::{DecisionsTaken, Participants},
    readings::ReadingsByPeriod,
};
use crate::{
    dashboard::DashboardView,
    html,
    words::{Language, provide_words},
};
use dioxus::prelude::*;
use jalon_shared::version::Sealed;
use std::{
    num::NonZero,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

/// The sections of the page: the id of each heading, and its message.
pub const SECTIONS: [(&str, &str); 8] = [
    ("dashboard", "version-dashboard"),
    ("objectives", "version-objectives"),
    ("grid", "version-grid"),
    ("readings", "version-readings"),
    ("glossary", "version-glossary"),
    ("decisions", "version-decisions"),
    ("people", "version-people"),
    ("seal", "version-seal"),
];

/// From so many readings and terms on, threads are worth starting.
const MANY: usize = 1_000;

/// The most threads that draw one page: others want theirs, too.
const MOST_THREADS: usize = 4;

/// The inside of every section, as HTML.
pub fn drawn(language: Language, sealed: &Arc<Sealed>) -> Vec<String> {
    let content = &sealed.version.content;
    let readings: usize = content.readings.values().map(|periods| periods.len()).sum();
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    if readings + content.terms.len() < MANY || threads == 1 {
        let each = SECTIONS.into_iter();
        return each.map(|(id, _)| section(language, id, sealed)).collect();
    }
    let next = AtomicUsize::new(0);
    let drawn = Mutex::new(vec![String::new(); SECTIONS.len()]);
    let work = || {
        while let Some((place, (id, _))) = {
            let place = next.fetch_add(1, Ordering::Relaxed);
            SECTIONS.get(place).map(|section| (place, section))
        } {
            let html = section(language, id, sealed);
            let mut drawn = drawn.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(part) = drawn.get_mut(place) {
                *part = html;
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

fn section(language: Language, id: &'static str, sealed: &Arc<Sealed>) -> String {
    let sealed = sealed.clone();
    html::fragment(
        Section,
        SectionProps {
            language,
            id,
            sealed,
        },
    )
}

/// A section under its heading.
#[component]
fn Section(language: Language, id: &'static str, sealed: Arc<Sealed>) -> Element {
    let words = provide_words(language)();
    let known = SECTIONS.iter().find(|(known, _)| *known == id);
    let key = known.map_or(id, |(_, key)| *key);
    let version = &sealed.version;
    rsx! {
        h2 { id, {words.t(key)} }
        match id {
            "dashboard" => rsx! { DashboardView { dashboard: version.dashboard.clone() } },
            "objectives" => rsx! { Objectives { sealed: sealed.clone() } },
            "grid" => rsx! { Grid { sealed: sealed.clone() } },
            "readings" => rsx! { ReadingsByPeriod { sealed: sealed.clone() } },
            "glossary" => rsx! {
                Glossary { terms: version.content.terms.clone(), languages: version.content.settings.languages.clone() }
            },
            "decisions" => rsx! { DecisionsTaken { sealed: sealed.clone() } },
            "people" => rsx! { Participants { participants: version.participants.clone() } },
            _ => rsx! { Seal { sealed: sealed.clone() } },
        }
    }
}
