//! The keys of the grid while nothing is typed, as spreadsheets and the grid pattern of WAI-ARIA have them.

use super::{Grid, spot_of};
use crate::{
    features::readings::travel::{Go, Selection, whole},
    session::Session,
};
use dioxus::prelude::*;
use dioxus::web::WebEventExt;
use jalon_view::words::Words;
use wasm_bindgen::JsCast;
use web_sys::{Element as Node, HtmlElement};

impl Grid {
    /// A key in a cell or a head of a column. What is inside of a cell (a link, a box) answers for itself.
    pub fn on_key(mut self, event: &KeyboardEvent, session: &Session, words: Words) {
        let target = event.as_web_event().target();
        let Some(target) = target.and_then(|target| target.dyn_into::<Node>().ok()) else {
            return;
        };
        if event.is_composing() || self.editing.peek().is_some() {
            return;
        }
        if !target.has_attribute("data-spot") {
            if event.key() == Key::Escape && spot_of(&target).is_some() {
                event.prevent_default();
                self.take_keyboard();
            }
            return;
        }
        let held = event.modifiers();
        let (shift, command) = (held.shift(), held.ctrl() || held.meta());
        if held.alt() {
            return;
        }
        let is_head = self.selection.peek().active.line.is_none();
        match event.key() {
            Key::ArrowLeft if command => self.step(Go::Home, shift),
            Key::ArrowRight if command => self.step(Go::End, shift),
            Key::ArrowUp if command => self.step(Go::FirstRow, shift),
            Key::ArrowDown if command => self.step(Go::LastRow, shift),
            Key::ArrowLeft => self.step(Go::Left, shift),
            Key::ArrowRight => self.step(Go::Right, shift),
            Key::ArrowUp => self.step(Go::Up, shift),
            Key::ArrowDown => self.step(Go::Down, shift),
            Key::Home if command => self.step(Go::Start, shift),
            Key::End if command => self.step(Go::Finish, shift),
            Key::Home => self.step(Go::Home, shift),
            Key::End => self.step(Go::End, shift),
            Key::PageUp => self.step(Go::PageUp, shift),
            Key::PageDown => self.step(Go::PageDown, shift),
            Key::Enter | Key::F2 if is_head => self.into_head(&target, event.key() == Key::F2),
            Key::F2 if shift => {
                let place = self.place();
                self.open.set(place);
            }
            Key::Enter | Key::F2 => match self.place() {
                Some(_) => self.edit(session, words, None),
                None => into(&target, "button"),
            },
            Key::Escape => {
                let active = self.selection.peek().active;
                self.report.set(None);
                self.go_to(active);
            }
            Key::Delete | Key::Backspace => self.withdraw(session),
            Key::Character(letter) if command => match letter.to_lowercase().as_str() {
                "a" => self.select_whole(true, true),
                "d" => self.fill_down(session),
                " " => self.select_whole(true, false),
                // The page takes it back; what was said of it no longer holds.
                "z" => return self.report.set(None),
                // Copying and pasting come as events of the clipboard; the rest belongs to the page.
                _ => return,
            },
            Key::Character(letter) if letter == " " && shift => self.select_whole(false, true),
            Key::Character(letter) if letter == " " => {}
            Key::Character(letter) => self.edit(session, words, Some(&letter)),
            // A dead key or the keyboard of another script: what it makes comes into the box.
            Key::Dead | Key::Process => return self.edit(session, words, Some("")),
            _ => return,
        }
        event.prevent_default();
    }

    fn select_whole(mut self, rows: bool, columns: bool) {
        let selection: Selection = *self.selection.peek();
        let all = whole(
            selection,
            rows,
            columns,
            &self.order.peek(),
            *self.columns.peek(),
        );
        self.selection.set(all);
    }

    /// Enter sorts by the column, F2 goes to its width.
    fn into_head(self, head: &Node, width: bool) {
        if width {
            into(head, "[role=separator]");
        } else if let Ok(Some(button)) = head.query_selector("button") {
            button.unchecked_ref::<HtmlElement>().click();
        }
    }
}

/// Goes to something inside of a cell.
fn into(cell: &Node, inside: &str) {
    if let Ok(Some(found)) = cell.query_selector(inside) {
        let _ = found.unchecked_ref::<HtmlElement>().focus();
    }
}
