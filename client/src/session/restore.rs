//! Restoring a version: an edit like any other, after which everybody is told what all of it means together.

use super::Session;
use crate::{api, ui::toast::Toast};
use dioxus::prelude::ReadableExt;
use jalon_shared::{
    Content, PersonId, Workspace,
    workspace::{Rehearsal, RestoreError},
};

impl Session {
    /// What restoring a version would do to the document as it is now.
    ///
    /// # Errors
    /// When it cannot be restored.
    pub fn rehearse(&self, version: &Content) -> Result<Rehearsal, RestoreError> {
        let stamp = self.stamp();
        self.read(|workspace| workspace.rehearse(version, &stamp))
    }

    /// Restores a version, and offers to take that back.
    ///
    /// # Errors
    /// When it cannot be restored; nothing was changed.
    pub fn restore(&self, number: u32, label: &str, version: &Content) -> Result<(), RestoreError> {
        if !self.may_write_now() {
            self.0.toasts.say("error-read-only");
            return Ok(());
        }
        let stamp = self.stamp();
        let restore =
            |workspace: &mut Workspace| workspace.restore(version, &stamp, Self::fresh_uuid);
        let effect = restore(&mut self.0.workspace.borrow_mut())?;
        self.typed(effect);
        let (session, back) = (self.clone(), self.clone());
        let toast = Toast::key("version-restored-here").with("label", label.to_owned());
        self.0.toasts.show(toast.deed("undo", move || back.undo()));
        self.0.restored.set(self.0.restored.get() + 1);
        wasm_bindgen_futures::spawn_local(async move {
            let told = api::tell_restored(session.0.id, number).await;
            if told.is_err() {
                // The others see what changed all the same.
                crate::ui::log("the others could not be told that a version was restored");
                session.heard_own();
            }
        });
        Ok(())
    }

    /// Somebody restored a version: this page, if I just did, or another one.
    pub(super) fn heard_of_restoring(
        &self,
        number: u32,
        label: String,
        person: PersonId,
        name: String,
    ) {
        if person == self.0.me.peek().person && self.heard_own() {
            return;
        }
        let toast = Toast::key("version-restored-toast").with("number", number.to_string());
        self.0
            .toasts
            .show(toast.with("label", label).with("name", name));
    }

    /// Whether it was about a version that this page restored.
    fn heard_own(&self) -> bool {
        let own = self.0.restored.get();
        self.0.restored.set(own.saturating_sub(1));
        own > 0
    }
}
