//! Generations: a document of another history than the server's is never merged in. The page says so, keeps
//! its copy, and goes on with the server's only when somebody decides it.

use super::{
    Session, Standing,
    copies::{self, Aside},
    local::{self, Opening},
    outbox::Kept,
};
use crate::api;
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use jalon_shared::Generation;

/// How often it is looked whether the copy is written down before the page is left, in milliseconds.
const LOOK: u32 = 50;
/// How many times at most: 5 s.
const LOOKS: usize = 100;

impl Session {
    /// The address of the socket, which says of which history the document here is. An empty one is of none.
    pub(super) fn address(&self) -> String {
        let path = format!("/sync/{}", self.0.id);
        match self.0.history.get() {
            Some(generation) => format!("{path}?generation={generation}"),
            None => path,
        }
    }

    /// The server said which history is shared here.
    pub(super) fn welcomed_to(&self, generation: Generation) {
        match self.0.history.get() {
            Some(mine) if mine == generation => {}
            Some(_) => self.leave_for(Standing::OtherGeneration),
            None => {
                self.0.history.set(Some(generation));
                let person = self.0.me.peek().person;
                if copies::current(self.0.id, person) != generation {
                    copies::set_current(self.0.id, person, generation);
                    self.keep_anew(generation);
                }
            }
        }
    }

    /// Keeps what comes in the copy of another history: the one that was opened is empty.
    fn keep_anew(&self, generation: Generation) {
        self.0.local.take();
        self.join_tabs(generation);
        let session = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let person = session.0.me.peek().person;
            match local::open(session.0.id, person, generation).await {
                Opening::Done(opened) => session.add_to(opened, generation),
                Opening::Later { opening, .. } => {
                    if let Ok(opened) = opening.await {
                        session.add_to(opened, generation);
                    }
                }
                Opening::Failed(_) => {}
            }
            session.ask_tabs();
        });
    }

    /// Whether this browser keeps a copy of its own.
    pub fn is_kept_here(&self) -> bool {
        self.kept() != Kept::Never
    }

    /// The document as a file: a name for it, and what is in it.
    pub fn copy_as_file(&self) -> (String, String) {
        let generation = self.0.history.get().unwrap_or(Generation::FIRST);
        let content = self.read(|workspace| workspace.content());
        let text = copies::file_of(self.0.id, generation, &content);
        (file_name("copie", &content.settings.title, "json"), text)
    }

    /// Sets the copy of this page aside, and starts with the history of the server.
    pub fn go_on_with_server(&self) {
        let session = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let id = session.0.id;
            let generation = match api::generation(id).await {
                Ok(generation) => generation,
                Err(error) => return session.0.toasts.say(error.key()),
            };
            for _ in 0..LOOKS {
                if session.kept() != Kept::Writing {
                    break;
                }
                TimeoutFuture::new(LOOK).await;
            }
            let person = session.0.me.peek().person;
            let mine = copies::current(id, person);
            if mine != generation && session.is_kept_here() {
                let aside = Aside {
                    workspace: id,
                    person,
                    generation: mine,
                    title: session.read(|workspace| workspace.settings().title),
                    at: crate::ui::now(),
                    orphaned: false,
                };
                aside.note();
            }
            copies::set_current(id, person, generation);
            session.close();
            crate::ui::reload();
        });
    }
}

/// A name for a file, from the title of its workspace: `jalon-<what>-<title>.<extension>`.
pub fn file_name(what: &str, title: &str, extension: &str) -> String {
    /// The most letters of the title.
    const LETTERS: usize = 40;
    let words = title.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    let title = words.collect::<Vec<_>>().join("-").to_lowercase();
    let title: String = title.chars().take(LETTERS).collect();
    let name = format!("jalon-{what}-{title}");
    format!("{}.{extension}", name.trim_end_matches('-'))
}
