//! The page itself: its head, its chapters, and the workspace that its parts are bound to.

use super::{
    above::Above, actions::Actions, boards::Boards, colours::Colours, data::Data, fields::Fields,
    sample, scales::Scales, specimen::Chapter, standing::StandingStill,
};
use crate::{
    app::Route,
    features::{
        shell::{LanguageSwitch, ThemeSwitch},
        since::use_deeds,
        talk::{TalkPanel, use_talk},
    },
    rest::{begin, provide_later},
    session::Session,
    ui::toast::use_toasts,
};
use dioxus::prelude::*;
use jalon_view::{
    pages::{Foot, PoleMark},
    words::{Language, use_words},
};

/// The chapters, in order: their id, which is the end of the keys of their words.
const CHAPTERS: [&str; 8] = [
    "colours", "scales", "actions", "fields", "above", "data", "board", "standing",
];

#[component]
pub fn Design() -> Element {
    let words = use_words();
    use_effect(move || {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            document.set_title(&format!("{} · Jalon", words.t("design-title")));
        }
    });
    rsx! {
        a { class: "skip-link", href: "#content", {words.t("skip-to-content")} }
        header { class: "topbar home-bar",
            Link { class: "brand", to: Route::Home {}, PoleMark {} {words.t("app-name")} }
            div { class: "cluster",
                ThemeSwitch {}
                LanguageSwitch {}
            }
        }
        main { id: "content", class: "page design", tabindex: "-1",
            div { class: "stack",
                h1 { {words.t("design-title")} }
                p { class: "prose muted", {words.t("design-intro")} }
                nav { class: "cluster", aria_label: words.t("design-chapters"),
                    for id in CHAPTERS {
                        a { key: "{id}", class: "button small", href: "#{id}", {words.t(&format!("design-{id}"))} }
                    }
                }
            }
            // What the sample says, it says in the language of the page.
            for language in [words.language()] {
                Shown { key: "{language.tag()}", language }
            }
        }
        Foot {}
    }
}

#[component]
fn Shown(language: Language) -> Element {
    let _ = language;
    let words = use_words();
    let toasts = use_toasts();
    let session = use_context_provider(|| sample::open(words, toasts));
    use_drop(move || session.close());
    provide_later();
    let deeds = use_deeds(sample::told());
    use_context_provider(|| deeds);
    let talk = use_talk();
    use_context_provider(|| talk);
    use_hook(begin);
    rsx! {
        for id in CHAPTERS {
            Chapter { key: "{id}", id, title: words.t(&format!("design-{id}")), hint: words.t(&format!("design-{id}-hint")),
                match id {
                    "colours" => rsx! { Colours {} },
                    "scales" => rsx! { Scales {} },
                    "actions" => rsx! { Actions {} },
                    "fields" => rsx! { Fields {} },
                    "above" => rsx! { Above {} },
                    "data" => rsx! { Data {} },
                    "board" => rsx! { Boards {} },
                    _ => rsx! { StandingStill {} },
                }
            }
        }
        TalkPanel {}
    }
}

/// What somebody who may only read sees.
#[component]
pub(super) fn AsReader(children: Element) -> Element {
    let words = use_words();
    let toasts = use_toasts();
    let session: Session = use_context_provider(|| sample::open_to_read(words, toasts));
    use_drop(move || session.close());
    children
}
