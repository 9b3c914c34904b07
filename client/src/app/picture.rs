//! The first picture of a page, which the server drew: what it says of the person in front of it, and how the
//! client takes its place without a jump. The picture itself is in `jalon_view::live`.

use crate::{memory, session::Me};
use dioxus::prelude::*;
use jalon_shared::{PersonId, Role};
use jalon_view::live::{ME_ATTRIBUTE, PICTURE_ID};
use serde::Deserialize;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// When the page can be typed into, for whoever measures (`performance.getEntriesByName`).
const USABLE: &str = "jalon-usable";

/// What the server says in the picture.
#[derive(Deserialize)]
struct Said {
    person: PersonId,
    name: String,
    role: Role,
    owner: bool,
}

fn picture() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id(PICTURE_ID)
}

/// Whether the picture is still what people see.
pub fn is_shown() -> bool {
    picture().is_some()
}

/// Who is in front of the page, when the server just said so.
pub fn me() -> Option<Me> {
    let said = picture()?.get_attribute(ME_ATTRIBUTE)?;
    let Said {
        person,
        name,
        role,
        owner,
    } = serde_json::from_str(&said).ok()?;
    // That somebody owns the installation is remembered from elsewhere; who does not remember it asks.
    if owner && memory::remembered_here().is_none_or(|here| here.person != person) {
        return None;
    }
    Some(Me { person, name, role })
}

/// Shows what the client has drawn in the place of the picture, once it is mounted beside it.
#[component]
pub fn TakeOver() -> Element {
    use_effect(|| {
        take_over();
    });
    rsx! {}
}

fn take_over() -> Option<()> {
    let window = web_sys::window()?;
    let document = window.document()?;
    if let Some(picture) = picture() {
        // Whoever had walked to a link with the keyboard stands on the same one afterwards.
        let focused = document
            .active_element()
            .filter(|active| picture.contains(Some(active)))
            .and_then(|active| active.get_attribute("href"));
        picture.remove();
        if let Some(href) = focused {
            let links = document.query_selector_all("#main a").ok()?;
            let mut links = (0..links.length()).filter_map(|index| links.item(index));
            let same = links.find_map(|link| {
                let link = link.dyn_into::<HtmlElement>().ok()?;
                (link.get_attribute("href")? == href).then_some(link)
            });
            if let Some(link) = same {
                let _ = link.focus();
            }
        }
    }
    let performance = window.performance()?;
    let _ = performance.mark(USABLE);
    Some(())
}
