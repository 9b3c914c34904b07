//! The panel at the side, at the foot of a phone: the threads about something, or all of them.

use super::{
    all::AllThreads,
    board::{View, use_talking},
    composer::{Composer, has_draft},
    place,
    thread::ThreadCard,
};
use crate::{
    session::{Session, Watch, use_session, use_watch},
    ui::{Drawer, Icon, Shape},
};
use dioxus::prelude::*;
use jalon_shared::{
    Command, Subject, Thread, ThreadId,
    talk::{Deed, Mention},
};
use jalon_view::{args, words::use_words};

/// What is open, above the page.
#[component]
pub fn TalkPanel() -> Element {
    let mut view = use_talking().view;
    let now = *view.read();
    match now {
        None => rsx! {},
        Some(View::All) => rsx! { AllThreads {} },
        Some(View::About(about, thread)) => rsx! {
            Threads { key: "{about}", about, meant: thread, on_close: move |()| view.set(None) }
        },
    }
}

/// Adds an entry to a thread.
pub(super) fn add(session: &Session, about: Subject, thread: ThreadId, deed: Deed) {
    session.send(Command::Talk {
        id: Session::fresh_uuid().into(),
        about,
        thread,
        deed,
    });
}

#[component]
fn Threads(about: Subject, meant: Option<ThreadId>, on_close: EventHandler<()>) -> Element {
    let words = use_words();
    let session = use_session();
    let talking = use_talking();
    let threads = use_watch(Watch::Talk(about), move |workspace| {
        workspace.threads(about)
    });
    let name = use_watch(Watch::Entity(about.entity()), move |workspace| {
        place::name(words, workspace, about)
    });
    {
        let session = session.clone();
        use_hook(|| talking.ask_members(&session));
    }
    {
        let session = session.clone();
        use_effect(move || {
            let _ = talking.threads.read();
            talking.note_read(&session, &*threads.read());
        });
    }
    use_effect(use_reactive!(|meant| {
        if let Some(meant) = meant {
            place::show(vec![format!("#thread-{meant}")]);
        }
    }));
    let arrived = use_arrived(about);
    let mut view = talking.view;
    let may_write = session.may_write();
    let (open, resolved): (Vec<_>, Vec<_>) = threads()
        .into_iter()
        .partition(|thread| thread.resolved.is_none());
    // One box to write in: who answers and who begins something else mean different places.
    let mut starts = use_signal(|| has_draft(&session, &format!("new/{about}")));
    let mut begun = use_signal(|| None::<ThreadId>);
    let offers_new = open.is_empty() || starts();
    let is_meant = |thread: &Thread| Some(thread.id) == meant;
    let (count, any_meant) = (resolved.len(), resolved.iter().any(is_meant));
    let goer = session.clone();
    let navigator = use_navigator();
    rsx! {
        Drawer { title: words.t("talk-title"), on_close, class: "talk-panel",
            div { class: "talk-about",
                button { class: "link-button", r#type: "button",
                    onclick: move |_| {
                        navigator.push(place::route(&goer, about));
                        place::show(vec![place::selector(about)]);
                    },
                    "{name}"
                }
                button { class: "button quiet small", r#type: "button", onclick: move |_| view.set(Some(View::All)),
                    Icon { shape: Shape::Back }
                    {words.t("talk-to-all")}
                }
            }
            if open.is_empty() && count == 0 {
                p { class: "muted", {words.t("talk-none")} }
            }
            for thread in open {
                ThreadCard { key: "{thread.id}", takes_focus: begun() == Some(thread.id), thread }
            }
            if may_write && !offers_new {
                div {
                    button { class: "button quiet small", r#type: "button", onclick: move |_| starts.set(true),
                        Icon { shape: Shape::Add }
                        {words.t("talk-start")}
                    }
                }
            }
            if may_write && offers_new {
                section { class: "talk-new", aria_label: words.t("talk-start"),
                    Composer {
                        slot: format!("new/{about}"),
                        label: words.t("talk-start"),
                        placeholder: words.t("talk-start-hint"),
                        send: words.t("talk-send"),
                        takes_focus: starts(),
                        on_send: move |(text, mentions): (String, Vec<Mention>)| {
                            let thread = Session::fresh_uuid().into();
                            starts.set(false);
                            // The box goes; whoever wrote in it goes on writing below their words.
                            begun.set(Some(thread));
                            add(&session, about, thread, Deed::Say { text, mentions });
                        },
                    }
                }
            }
            if count > 0 {
                details { class: "talk-resolved", open: any_meant,
                    summary { {words.t_with("talk-resolved-count", args![count => count])} }
                    div { class: "stack",
                        for thread in resolved {
                            ThreadCard { key: "{thread.id}", thread }
                        }
                    }
                }
            }
            p { class: "hint", {words.t("talk-not-frozen")} }
            div { class: "visually-hidden", role: "status", "{arrived}" }
        }
    }
}

/// Says who said something last, for those who cannot see it come.
fn use_arrived(about: Subject) -> Signal<String> {
    let words = use_words();
    let talking = use_talking();
    let mut arrived = use_signal(String::new);
    let mut known = use_signal(|| None::<usize>);
    use_effect(move || {
        let threads = talking.threads.read();
        let comments = threads.iter().filter(|thread| thread.about == about);
        let comments: Vec<_> = comments.flat_map(|thread| &thread.comments).collect();
        let before = *known.peek();
        if before.is_some_and(|before| comments.len() > before)
            && let Some(last) = comments.iter().max_by_key(|one| one.said.at)
            && !talking.is_me(last.said.by)
        {
            let name = words.somebody(&last.said.name);
            arrived.set(words.t_with("talk-arrived", args![name => name]));
        }
        if before != Some(comments.len()) {
            known.set(Some(comments.len()));
        }
    });
    arrived
}
