//! Mounted text boxes: which element shows which shared text, and how others' words get into it
//! without disturbing whoever types there.

use super::Session;
use crate::field::binding::{Binding, Lines};
use jalon_shared::{Change, Command, FieldRef, TextEdit};
use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    rc::Rc,
};
use web_sys::{Element, HtmlInputElement};

/// Every mounted text box, by what it shows.
#[derive(Default)]
pub(super) struct Fields {
    mounted: RefCell<HashMap<FieldRef, Vec<Rc<Mounted>>>>,
    next: Cell<u64>,
    /// The box that is being typed in: its own words do not come back to it.
    writing: Cell<Option<u64>>,
}

/// One text box on the page.
pub struct Mounted {
    id: u64,
    field: FieldRef,
    /// An `input` or a `textarea`: what is used of it is the same for both.
    element: HtmlInputElement,
    binding: RefCell<Binding>,
}

impl Fields {
    /// The boxes that stand for a text.
    pub fn boxes_of(&self, field: &FieldRef) -> Vec<Rc<Mounted>> {
        let mounted = self.mounted.borrow();
        mounted.get(field).cloned().unwrap_or_default()
    }

    /// Whether somebody types here now.
    pub fn is_writing(&self) -> bool {
        self.writing.get().is_some()
    }

    /// Where a selection was begun and where its caret is, in UTF-16 code units, when the keyboard is in a box of this
    /// text; while an accent is being composed the box does not show what the document says.
    pub fn selected_in(&self, field: &FieldRef) -> Option<(u32, u32)> {
        let boxes = self.boxes_of(field);
        let mounted = boxes
            .iter()
            .find(|mounted| crate::ui::has_focus(&mounted.element))?;
        if mounted.binding.borrow().is_composing() {
            return None;
        }
        let (start, end) = mounted.selection();
        let direction = mounted.element.selection_direction().ok().flatten();
        let is_backward = direction.as_deref() == Some("backward");
        Some(if is_backward {
            (end, start)
        } else {
            (start, end)
        })
    }

    /// Shows what changed in the boxes that stand for it.
    pub fn show(&self, changes: &[Change]) {
        for change in changes {
            let Change::Text { field, ops, now } = change else {
                continue;
            };
            for mounted in self.boxes_of(field) {
                if self.writing.get() == Some(mounted.id) {
                    continue;
                }
                let shown = mounted
                    .binding
                    .borrow_mut()
                    .changed(ops, now, mounted.selection());
                if let Some(shown) = shown {
                    mounted.put(&shown.text, (shown.start, shown.end));
                }
            }
        }
    }
}

impl Mounted {
    pub(super) const fn id(&self) -> u64 {
        self.id
    }

    pub(super) const fn element(&self) -> &HtmlInputElement {
        &self.element
    }

    fn selection(&self) -> (u32, u32) {
        let start = self.element.selection_start().ok().flatten().unwrap_or(0);
        let end = self.element.selection_end().ok().flatten().unwrap_or(0);
        (start, end)
    }

    fn caret(&self) -> Option<u32> {
        self.element.selection_end().ok().flatten()
    }

    /// Shows a text. The selection is set only in the box that has the focus: elsewhere it would take it.
    fn put(&self, text: &str, (start, end): (u32, u32)) {
        let direction = self.element.selection_direction().ok().flatten();
        if self.element.value() != text {
            self.element.set_value(text);
        }
        if crate::ui::has_focus(&self.element) {
            let direction = direction.unwrap_or_else(|| "none".to_owned());
            let _ = self
                .element
                .set_selection_range_with_direction(start, end, &direction);
        }
        crate::ui::grow(&self.element);
    }
}

impl Session {
    /// A text box came onto the page.
    pub fn mount(&self, field: FieldRef, element: HtmlInputElement, lines: Lines) -> Rc<Mounted> {
        let fields = &self.0.fields;
        let id = fields.next.get();
        fields.next.set(id + 1);
        let text = self
            .read(|workspace| workspace.text(&field))
            .unwrap_or_default();
        let binding = Binding::new(lines, &text);
        if element.value() != binding.shadow() {
            element.set_value(binding.shadow());
        }
        crate::ui::grow(&element);
        let mounted = Rc::new(Mounted {
            id,
            field,
            element,
            binding: RefCell::new(binding),
        });
        let mut all = fields.mounted.borrow_mut();
        all.entry(mounted.field.clone())
            .or_default()
            .push(mounted.clone());
        drop(all);
        self.box_changed(&mounted.field);
        mounted
    }

    /// It left. An accent that was being composed in it is written all the same, once the page is drawn.
    pub fn unmount(&self, mounted: &Mounted) {
        let now = mounted.element.value();
        let edit = mounted.binding.borrow_mut().leave(&now);
        if let Some(edit) = edit {
            let (session, field) = (self.clone(), mounted.field.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let _ = session.attempt(&Command::Edit { field, edit });
            });
        }
        self.0.presences.carets().unmounted(mounted.id);
        let mut all = self.0.fields.mounted.borrow_mut();
        if let Some(boxes) = all.get_mut(&mounted.field) {
            boxes.retain(|other| other.id != mounted.id);
            if boxes.is_empty() {
                all.remove(&mounted.field);
            }
        }
    }

    /// Somebody typed in it.
    pub fn field_input(&self, mounted: &Mounted) {
        crate::ui::grow(&mounted.element);
        let now = mounted.element.value();
        let edit = mounted.binding.borrow_mut().input(&now, mounted.caret());
        self.write(mounted, edit);
    }

    pub fn field_composition_started(&self, mounted: &Mounted) {
        mounted.binding.borrow_mut().composition_started();
    }

    pub fn field_composition_ended(&self, mounted: &Mounted) {
        let now = mounted.element.value();
        let (edit, caret) = mounted
            .binding
            .borrow_mut()
            .composition_ended(&now, mounted.caret());
        if self.write(mounted, edit)
            && let Some(caret) = caret
        {
            let text = self
                .read(|workspace| workspace.text(&mounted.field))
                .unwrap_or_default();
            let shown = mounted.binding.borrow_mut().reset(&text);
            mounted.put(&shown, (caret, caret));
        }
    }

    /// The box was moved on the page, which ends a composition without a word.
    pub(super) fn end_composition_in(&self, element: &Element) {
        let composing = {
            let mounted = self.0.fields.mounted.borrow();
            let mut boxes = mounted.values().flatten();
            boxes
                .find(|mounted| mounted.element.is_same_node(Some(element)))
                .filter(|mounted| mounted.binding.borrow().is_composing())
                .cloned()
        };
        if let Some(mounted) = composing {
            self.field_composition_ended(&mounted);
        }
    }

    /// Writes what was typed; when that is not possible, the box shows the document again.
    fn write(&self, mounted: &Mounted, edit: Option<TextEdit>) -> bool {
        let Some(edit) = edit else { return true };
        let field = mounted.field.clone();
        self.0.fields.writing.set(Some(mounted.id));
        let done = self.attempt(&Command::Edit { field, edit });
        self.0.fields.writing.set(None);
        if done.is_err() {
            let text = self
                .read(|workspace| workspace.text(&mounted.field))
                .unwrap_or_default();
            let shown = mounted.binding.borrow_mut().reset(&text);
            mounted.put(&shown, mounted.selection());
        }
        done.is_ok()
    }
}
