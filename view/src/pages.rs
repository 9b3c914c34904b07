//! The small pages that the server writes before anybody is inside: joining, entering with a personal link,
//! typing a code, and what to read when something is in the way. Each is a form that works without JavaScript.

mod accessibility;
mod code;
mod enter;
mod frame;
mod join;
mod message;
mod name;

pub use accessibility::{AccessibilityPage, AccessibilityPageProps};
pub use code::{CodePage, CodePageProps};
pub use enter::{EnterPage, EnterPageProps, Whose};
pub use frame::{ACCESSIBILITY, Brand, Foot, OtherLanguages, PageFrame, PoleMark};
pub use join::{JoinPage, JoinPageProps};
pub use message::{MessageAction, MessagePage, MessagePageProps, Notice};
pub use name::NameProblem;
