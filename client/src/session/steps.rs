//! Undo and redo: what the steps did, said in passing, since it is not always where the eyes are.

use super::{Session, browser::page_of};
use crate::ui::toast::Toast;
use jalon_shared::{
    Change, EntityRef, FieldRef, Stamp, Workspace,
    workspace::{Binned, TakenBack},
};
use jalon_view::{args, words::Words};

/// What a step did.
enum Did {
    Binned(String),
    BroughtBack(String),
    Moved,
    Text(FieldRef),
    Value(FieldRef),
    Readings(usize),
    Languages,
    Several(usize),
}

impl Session {
    /// Takes back the last thing that I did.
    pub fn undo(&self) {
        self.step("undo", |workspace, by| {
            workspace.take_back(by, Self::fresh_uuid)
        });
    }

    /// Does it again.
    pub fn redo(&self) {
        self.step("redo", |workspace, by| {
            workspace.do_again(by, Self::fresh_uuid)
        });
    }

    fn step(&self, way: &'static str, step: fn(&mut Workspace, &Stamp) -> Option<TakenBack>) {
        if !self.may_write_now() {
            return;
        }
        let (stamp, binned) = (self.stamp(), self.read(Workspace::bin));
        let taken = step(&mut self.0.workspace.borrow_mut(), &stamp);
        let Some(taken) = taken else {
            return self.refresh_undo();
        };
        let changes = taken.effects.iter().flat_map(|effect| &effect.changes);
        let changes: Vec<Change> = changes.cloned().collect();
        for effect in taken.effects {
            self.typed(effect);
        }
        self.refresh_undo();
        let toasts = self.toasts();
        if taken.is_overtaken {
            return toasts.say("step-overtaken");
        }
        if taken.overwritten > 0 {
            toasts.say("undo-overwritten");
        }
        let did = self.read(|workspace| did(&changes, &binned, &workspace.bin()));
        let (Some(did), Some(first)) = (did, changes.first()) else {
            return;
        };
        let page = Some(page_of(first)).filter(|page| !self.is_here(page));
        toasts.show(Toast::said(move |words| sentence(words, way, &did, page)));
    }
}

/// What changes were about, with what was in the bin before and is now.
fn did(changes: &[Change], before: &[Binned], now: &[Binned]) -> Option<Did> {
    let title = |all: &[Binned], without: &[Binned]| {
        let is_in = |entity: EntityRef| without.iter().any(|binned| binned.entity == entity);
        let mut news = all.iter().filter(|binned| !is_in(binned.entity));
        news.next().map(|binned| binned.title.clone())
    };
    if let Some(title) = title(now, before) {
        return Some(Did::Binned(title));
    }
    if let Some(title) = title(before, now) {
        return Some(Did::BroughtBack(title));
    }
    let is_reading = |change: &&Change| matches!(change, Change::Reading { .. });
    let readings = changes.iter().filter(is_reading).count();
    Some(match changes {
        [] => return None,
        _ if readings == changes.len() => Did::Readings(readings),
        [Change::Text { field, .. }] => Did::Text(field.clone()),
        [Change::Value(field)] => Did::Value(field.clone()),
        [Change::Languages] => Did::Languages,
        [Change::List(_)] => Did::Moved,
        _ => Did::Several(changes.len()),
    })
}

fn sentence(words: Words, way: &str, did: &Did, page: Option<&str>) -> String {
    let named = |title: &str| {
        let title = title.trim();
        if title.is_empty() {
            words.t("step-untitled")
        } else {
            title.to_owned()
        }
    };
    let what = match did {
        Did::Binned(title) => words.t_with("step-binned", args![title => named(title)]),
        Did::BroughtBack(title) => words.t_with("step-back", args![title => named(title)]),
        Did::Moved => words.t("step-moved"),
        Did::Text(field) => words.t_with("step-text", args![field => words.field_ref(field)]),
        Did::Value(field) => words.t_with("step-value", args![field => words.field_ref(field)]),
        Did::Readings(n) => words.t_with("step-readings", args![n => *n]),
        Did::Languages => words.t("step-languages"),
        Did::Several(n) => words.t_with("step-several", args![n => *n]),
    };
    let mut sentence = words.t_with("step", args![way => way.to_owned(), what => what]);
    if let Some(page) = page {
        sentence.push(' ');
        sentence.push_str(&words.t_with("step-elsewhere", args![page => page.to_owned()]));
    }
    sentence
}
