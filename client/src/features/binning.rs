//! Deleting from where a thing stands: it goes to the bin, and a toast offers to bring it back.

use crate::session::{Session, use_session};
use crate::ui::{MenuItem, Shape, toast::Toast};
use dioxus::prelude::*;
use jalon_shared::{Command, EntityRef, FieldRef};
use jalon_view::{args, words::use_words};

/// How much of a name a toast repeats, in letters.
const SHORT: usize = 60;

/// The item of a menu that sends what the menu belongs to into the bin.
#[component]
pub(crate) fn BinItem(
    /// The field that says what it is.
    name: FieldRef,
    /// How its messages begin: `<prefix>-delete`, `<prefix>-deleted`, `<prefix>-unnamed`.
    prefix: &'static str,
) -> Element {
    let words = use_words();
    let session = use_session();
    rsx! {
        MenuItem {
            shape: Shape::Trash,
            danger: true,
            on_pick: move |()| {
                let text = session.read(|workspace| workspace.text(&name)).unwrap_or_default();
                let text = if text.trim().is_empty() { words.t(&format!("{prefix}-unnamed")) } else { in_short(&text) };
                send_to_bin(&session, name.entity, words.t_with(&format!("{prefix}-deleted"), args![name => text]));
            },
            {words.t(&format!("{prefix}-delete"))}
        }
    }
}

/// Sends something to the bin and says so in words.
pub(crate) fn send_to_bin(session: &Session, entity: EntityRef, said: String) {
    session.send(Command::Delete { entity });
    let back = session.clone();
    let toast = Toast::text(said).deed("bin-restore", move || {
        back.send(Command::Restore { entity })
    });
    session.toasts().show(toast);
}

/// A text short enough for a toast, cut between words.
pub(crate) fn in_short(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() <= SHORT {
        return text.to_owned();
    }
    let cut: String = text.chars().take(SHORT).collect();
    let whole = cut
        .rsplit_once(char::is_whitespace)
        .map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}
