//! What stands beside the page of a workspace and what that can do without until the rest of the client is there:
//! talk, what the others did, going along with somebody, and notes. It lends its contexts to the whole page.

use super::{
    announcer::Announcer,
    follow::{FollowBar, use_carets},
    nav::Page,
    saved::StorageNote,
    update::UpdateNote,
};
use crate::{
    features::{
        since::{SinceBar, use_deeds},
        start::{Hello, StartCard},
        talk::use_talk,
    },
    rest::{begin, lend},
};
use dioxus::prelude::*;

#[component]
pub fn Beside(current: Option<Page>) -> Element {
    let (since, talking) = (use_deeds(Vec::new()), use_talk());
    use_hook(|| {
        lend(since);
        lend(talking);
        begin();
    });
    use_carets();
    rsx! {
        FollowBar { current }
        Announcer {}
        UpdateNote {}
        StorageNote {}
        SinceBar {}
        Hello {}
        StartCard { current }
    }
}
