//! How the page looks: what was chosen in this browser, else what the machine prefers. `theme.js` has put it on
//! the page before the first picture; here it is changed.

use dioxus::prelude::*;
use jalon_view::theme::{THEME_COOKIE, Theme};

/// A year, in seconds.
const YEAR: u32 = 365 * 24 * 60 * 60;

/// What the whole page shares. `None` is what the machine prefers.
#[derive(Clone, Copy)]
struct Chosen(Signal<Option<Theme>>);

/// Makes the choice known to all that is below.
pub fn provide() {
    use_context_provider(|| {
        let word = root().and_then(|root| root.get_attribute("data-theme"));
        Chosen(Signal::new(word.and_then(|word| Theme::from_word(&word))))
    });
}

pub fn use_theme() -> Signal<Option<Theme>> {
    use_context::<Chosen>().0
}

/// Shows the page in a theme, and remembers it for the next time and for the server's pages.
pub fn choose(mut shown: Signal<Option<Theme>>, theme: Option<Theme>) {
    shown.set(theme);
    if let Some(root) = root() {
        let _ = match theme {
            Some(theme) => root.set_attribute("data-theme", theme.word()),
            None => root.remove_attribute("data-theme"),
        };
    }
    super::language::set_cookie(&match theme {
        Some(theme) => format!(
            "{THEME_COOKIE}={}; path=/; max-age={YEAR}; samesite=lax",
            theme.word()
        ),
        None => format!("{THEME_COOKIE}=; path=/; max-age=0; samesite=lax"),
    });
}

fn root() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.document_element()
}
