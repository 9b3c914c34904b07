//! One step up or down among neighbours, from a menu: the order by hand for the keyboard.

use crate::session::use_session;
use crate::ui::{MenuItem, Shape, sortable::stepped};
use dioxus::prelude::*;
use jalon_shared::{Command, EntityRef};
use jalon_view::{args, words::use_words};
use uuid::Uuid;

/// Up and down among what is shown.
#[component]
pub(crate) fn Steps(entity: EntityRef, ids: Vec<Uuid>, up: String, down: String) -> Element {
    let words = use_words();
    let session = use_session();
    let (count, now) = (ids.len(), ids.iter().position(|id| *id == entity.id));
    let step = move |by: i32| {
        let Some((place, now)) = stepped(&ids, entity.id, by).zip(now) else {
            return;
        };
        session.send(Command::Move { entity, place });
        let place = if by < 0 { now } else { now + 2 };
        session
            .toasts()
            .announce(words.t_with("moved-to", args![place => place, count => count]));
    };
    let (go_up, go_down) = (step.clone(), step);
    rsx! {
        MenuItem { shape: Shape::Up, disabled: now == Some(0), on_pick: move |()| go_up(-1), "{up}" }
        MenuItem { shape: Shape::Down, disabled: now.is_none_or(|now| now + 1 >= count), on_pick: move |()| go_down(1), "{down}" }
    }
}
