//! What all that talk on a page shares: what is open, what was read, and who is called what.

use crate::{
    api, memory,
    session::{Session, Watch, use_session, use_watch},
    ui::toast::{Toast, ToastId},
};
use dioxus::prelude::*;
use jalon_shared::{
    CommentId, EntityKind, PersonId, Subject, Thread, ThreadId, Workspace,
    talk::{Comment, Mention},
};
use jalon_view::words::{Words, use_words};
use std::collections::{BTreeMap, BTreeSet};

/// What the panel shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    /// Every thread.
    All,
    /// Those about something; one of them is meant.
    About(Subject, Option<ThreadId>),
}

/// How many comments of others somebody has read, in each thread.
type Read = BTreeMap<ThreadId, usize>;

/// A handle.
#[derive(Clone, Copy)]
pub struct Talking {
    pub(super) view: Signal<Option<View>>,
    /// Every thread about what is not in the bin.
    pub(super) threads: ReadSignal<Vec<Thread>>,
    /// `None` until it is known what there was when somebody first came.
    read: Signal<Option<Read>>,
    /// Whom the server names, once it was asked.
    members: Signal<Vec<Mention>>,
    pub(super) names: Memo<BTreeMap<PersonId, String>>,
    me: Memo<PersonId>,
}

/// The talk of the workspace of this page; the frame of the page calls it once.
pub fn use_talk() -> Talking {
    let words = use_words();
    let session = use_session();
    let threads = use_watch(Watch::Any(watched()), in_view);
    let me = {
        let session = session.clone();
        use_memo(move || session.me().person)
    };
    let members = use_signal(Vec::<Mention>::new);
    let names = {
        let session = session.clone();
        use_memo(move || names_of(&session, &threads.read(), &members.read()))
    };
    let read_key = key(&session, "read");
    let read = use_signal(|| memory::remembered::<Read>(&read_key));
    let view = use_signal(|| None);
    let talking = Talking {
        view,
        threads,
        read,
        members,
        names,
        me,
    };
    // Kept in the browser, so that a call is said once and not with every page.
    let told_key = key(&session, "told");
    let mut told = use_signal(|| memory::remembered::<BTreeSet<CommentId>>(&told_key));
    let mut shown = use_signal(|| None::<ToastId>);
    {
        let session = session.clone();
        use_effect(move || {
            // It would lie over what it calls to.
            if talking.view.read().is_some()
                && let Some(toast) = shown.write().take()
            {
                session.toasts().take_back(toast);
            }
        });
    }
    use_effect(move || {
        if !session.is_loaded() {
            return;
        }
        let threads = talking.threads.read();
        if talking.read.read().is_none() {
            // Whoever comes for the first time has nothing to catch up with, unless somebody calls them.
            let person = *talking.me.peek();
            let seen = threads.iter().filter(|thread| !thread.calls(person));
            let seen = seen.map(|thread| (thread.id, from_others(thread, person).count()));
            talking.keep_read(&session, seen.collect());
            return;
        }
        let calls = talking.calls(&threads);
        let before = told.peek().clone().unwrap_or_default();
        if let Some((thread, comment)) = calls.iter().find(|(_, one)| !before.contains(&one.id)) {
            let toast = talking.say_call(words, &session, thread, comment);
            shown.set(toast);
        }
        let ids: BTreeSet<CommentId> = calls.into_iter().map(|(_, one)| one.id).collect();
        if told.peek().as_ref() != Some(&ids) {
            memory::remember(&told_key, &ids);
            told.set(Some(ids));
        }
    });
    talking
}

pub fn use_talking() -> Talking {
    use_context::<Talking>()
}

/// What is kept in this browser for somebody in a workspace, besides the document.
pub(super) fn key(session: &Session, what: &str) -> String {
    let person = session.me_now().person;
    memory::own_key(session.workspace_id(), person, &format!("talk/{what}"))
}

fn watched() -> Vec<Watch> {
    let lists = EntityKind::ALL.into_iter().map(Watch::List);
    lists.chain([Watch::AllTalk]).collect()
}

/// Every thread about what is not in the bin, the newest first.
fn in_view(workspace: &Workspace) -> Vec<Thread> {
    let mut threads = workspace.all_threads();
    if threads.is_empty() {
        return threads;
    }
    let binned = workspace.bin().into_iter().map(|one| one.entity);
    let binned: std::collections::HashSet<_> = binned.collect();
    threads.retain(|thread| !binned.contains(&thread.about.entity()));
    threads.sort_by_key(|thread| std::cmp::Reverse(thread.last_at()));
    threads
}

/// The names of people: who is here says it best, then the server, then what they wrote.
fn names_of(
    session: &Session,
    threads: &[Thread],
    members: &[Mention],
) -> BTreeMap<PersonId, String> {
    let mut names = BTreeMap::new();
    let comments = || threads.iter().flat_map(|thread| &thread.comments);
    for mention in comments().flat_map(|one| &one.mentions).chain(members) {
        names.insert(mention.person, mention.name.clone());
    }
    for comment in comments() {
        names.insert(comment.said.by, comment.said.name.clone());
    }
    for member in members {
        names.insert(member.person, member.name.clone());
    }
    for peer in session.peers() {
        names.insert(peer.person, peer.name);
    }
    let me = session.me();
    names.insert(me.person, me.name);
    names.retain(|_, name| !name.trim().is_empty());
    names
}

fn from_others(thread: &Thread, me: PersonId) -> impl Iterator<Item = &Comment> {
    thread.comments.iter().filter(move |one| one.said.by != me)
}

impl Talking {
    /// The name of somebody, or neutral words for whoever has none.
    pub(super) fn name(&self, words: Words, person: PersonId) -> String {
        let names = self.names.read();
        words.somebody(names.get(&person).map_or("", String::as_str))
    }

    /// Everybody but me who may be called, by name.
    pub(super) fn others(&self) -> Vec<Mention> {
        let me = *self.me.read();
        let names = self.names.read();
        let others = names.iter().filter(|(person, _)| **person != me);
        let mut others: Vec<Mention> = others
            .map(|(person, name)| Mention {
                person: *person,
                name: name.clone(),
            })
            .collect();
        others.sort_by_key(|one| one.name.to_lowercase());
        others
    }

    pub(super) fn is_me(&self, person: PersonId) -> bool {
        *self.me.read() == person
    }

    pub(super) fn calls_me(&self, thread: &Thread) -> bool {
        thread.calls(*self.me.read())
    }

    /// How many comments of others in a thread were not read.
    pub(super) fn unread_in(&self, thread: &Thread) -> usize {
        let read = self.read.read();
        let seen = read
            .as_ref()
            .map(|read| read.get(&thread.id).copied().unwrap_or_default());
        let others = from_others(thread, *self.me.read()).count();
        seen.map_or(0, |seen| others.saturating_sub(seen))
    }

    /// How many comments of others were not read.
    pub(super) fn unread(&self) -> usize {
        let threads = self.threads.read();
        threads.iter().map(|thread| self.unread_in(thread)).sum()
    }

    /// Remembers that these threads were read.
    pub(super) fn note_read<'t>(
        &self,
        session: &Session,
        threads: impl IntoIterator<Item = &'t Thread>,
    ) {
        let me = *self.me.peek();
        let mut read = self.read.peek().clone().unwrap_or_default();
        for thread in threads {
            read.insert(thread.id, from_others(thread, me).count());
        }
        self.keep_read(session, read);
    }

    fn keep_read(self, session: &Session, read: Read) {
        let mut kept = self.read;
        if kept.peek().as_ref() != Some(&read) {
            memory::remember(&key(session, "read"), &read);
            kept.set(Some(read));
        }
    }

    /// The comments that call me and were not read.
    fn calls<'t>(&self, threads: &'t [Thread]) -> Vec<(&'t Thread, &'t Comment)> {
        let me = *self.me.read();
        let unread = threads.iter().filter(|thread| self.unread_in(thread) > 0);
        let calls = unread.flat_map(|thread| {
            let seen = from_others(thread, me).count() - self.unread_in(thread);
            let news = from_others(thread, me).skip(seen);
            news.filter(move |one| one.mentions.iter().any(|mention| mention.person == me))
                .map(move |one| (thread, one))
        });
        calls.collect()
    }

    /// Says that somebody calls me, unless I am reading it.
    fn say_call(
        self,
        words: Words,
        session: &Session,
        thread: &Thread,
        comment: &Comment,
    ) -> Option<ToastId> {
        if matches!(*self.view.peek(), Some(View::About(about, _)) if about == thread.about) {
            return None;
        }
        let (about, id) = (thread.about, thread.id);
        let toast = Toast::key("talk-calls-you").with("name", words.somebody(&comment.said.name));
        let view = self.view;
        let toast = toast.deed("talk-read", move || {
            let mut view = view;
            view.set(Some(View::About(about, Some(id))));
        });
        Some(session.toasts().show(toast))
    }

    /// Asks the server who is here, so that they can be called; once, and again when it failed.
    pub(super) fn ask_members(self, session: &Session) {
        if !self.members.peek().is_empty() || session.is_alone() {
            return;
        }
        let (id, mut members) = (session.workspace_id(), self.members);
        spawn(async move {
            if let Ok(people) = api::people(id).await {
                let people = people.into_iter().map(|one| Mention {
                    person: one.person,
                    name: one.name,
                });
                members.set(people.collect());
            }
        });
    }
}
