//! Deleting from where a thing stands: it goes to the bin, and a toast offers to bring it back.

use crate::session::Session;
use crate::ui::toast::Toast;
use jalon_shared::{Command, EntityRef};

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
pub(crate) fn in_short(text: &str, most: usize) -> String {
    let text = text.trim();
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let whole = cut
        .rsplit_once(char::is_whitespace)
        .map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}
