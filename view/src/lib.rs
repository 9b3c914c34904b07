//! What the browser client and the server's pages both draw: words, numbers, dates, the dashboard and
//! frozen versions. It takes plain structs of `jalon_shared` and knows neither document nor socket.
//!
//! **Words** — [`words::Words`] is a `Copy` handle on one language: `words.t("key")`,
//! `words.t_with("key", args![n => 3])`, `words.choice(TermStatus::Agreed)`, `words.choice_hint(..)`,
//! `words.role(..)`, `words.state(..)`, `words.kind(..)`, `words.kinds(..)`, `words.field(kind, &field)`,
//! `words.field_ref(&path)`, `words.lang(&lang)`, `words.question(..)`, `words.question_hint(..)`.
//! A root component calls [`words::provide_words`]; those below call [`words::use_words`].
//!
//! **Numbers and dates** — [`numbers`]: `number`, `short`, `percent`, `with_unit`, `change`, `parse`;
//! [`dates`]: `date`, `date_short`, `moment`, `moment_utc`, `period`, `period_short`, `period_text`.
//!
//! [`measures`]: `value` and `detail` of a `Measure` (`46,8 %` and `79 sur 169`).
//!
//! **Dashboard** — [`dashboard::DashboardView`] draws a whole `Dashboard`; [`dashboard::PanelView`] one
//! panel, which the live client surrounds with its own tools; [`dashboard::StateMark`] a state as shape
//! and word; [`dashboard::ProgressBar`] a progress for a row of the grid.
//!
//! **Pages of the server** (not on wasm) — `html::Shell { title, language, theme, css_href }.around(Component,
//! props, tell)` gives a whole HTML document around one component; each props struct has `.title()`:
//! [`pages::JoinPage`], [`pages::EnterPage`], [`pages::CodePage`], [`pages::MessagePage`],
//! [`version::VersionPage`], [`version::DiffPage`].
//!
//! [`theme`]: what somebody chose to see (light, dark, projector), and links that choose it.
//!
//! **Styles** — `view/styles/*.css`, in the order of their names; the classes are listed in `20-components.css`.

pub mod dashboard;
pub mod dates;
#[cfg(not(target_arch = "wasm32"))]
pub mod html;
pub mod live;
pub mod measures;
pub mod numbers;
pub mod pages;
pub mod theme;
pub mod typography;
pub mod version;
pub mod words;
