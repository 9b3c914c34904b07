//! Words of mine that the others do not have: refused by the server, or left behind when I was taken out. They stay on
//! this device until I throw them away, and can be read without this program.

use super::Session;
use crate::memory::{remember, remembered};
use dioxus::prelude::*;
use jalon_shared::{
    EntityKind, EntityRef, FieldRef, IndicatorId, Period, PersonId, Workspace, WorkspaceId,
    reading::Measure,
};
use jalon_view::{args, dates, measures, words::Words};
use serde::{Deserialize, Serialize};

/// Where they are kept.
const KEPT: &str = "jalon_words";

/// What was typed in one field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Word {
    /// The path of the field.
    pub place: String,
    /// What people call the thing that the field is of.
    pub about: String,
    pub text: String,
    /// The measure, for a reading: its text is then the comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
}

/// The words of one workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LeftBehind {
    pub workspace: WorkspaceId,
    pub person: PersonId,
    pub title: String,
    /// When they were put aside, in milliseconds since 1970.
    pub at: i64,
    pub words: Vec<Word>,
}

/// The words that somebody left behind in this browser, newest first.
pub fn left_by(person: PersonId) -> Vec<LeftBehind> {
    let mut all: Vec<LeftBehind> = remembered(KEPT).unwrap_or_default();
    all.retain(|left| left.person == person);
    all
}

/// Throws away all that somebody left behind.
pub fn forget_left_by(person: PersonId) {
    let mut all: Vec<LeftBehind> = remembered(KEPT).unwrap_or_default();
    let before = all.len();
    all.retain(|left| left.person != person);
    if all.len() < before {
        remember(KEPT, &all);
    }
}

impl LeftBehind {
    /// Puts it aside.
    pub fn keep(&self) {
        let mut all: Vec<Self> = remembered(KEPT).unwrap_or_default();
        all.retain(|other| other != self);
        all.insert(0, self.clone());
        remember(KEPT, &all);
    }

    /// Throws it away.
    pub fn drop_it(&self) {
        let mut all: Vec<Self> = remembered(KEPT).unwrap_or_default();
        all.retain(|other| other != self);
        remember(KEPT, &all);
    }
}

impl Word {
    /// Where it was typed, as people call it.
    pub fn place_in_words(&self, words: Words) -> String {
        let field = match self.place.parse::<FieldRef>() {
            Ok(field) => {
                let kind = words.t(&format!("kind-{}", field.entity.kind));
                format!("{kind}, {}", words.field_ref(&field))
            }
            Err(_) => match reading(&self.place) {
                Some((_, period)) => words.t_with(
                    "left-reading",
                    args![period => dates::period(words, period)],
                ),
                None => return self.about.clone(),
            },
        };
        if self.about.trim().is_empty() || self.about == self.text {
            field
        } else {
            words.t_with(
                "left-place",
                args![field => field, about => self.about.clone()],
            )
        }
    }

    /// What was typed, as people read it.
    pub fn text_in_words(&self, words: Words) -> String {
        let measure = self.measure.as_ref().map(|measure| match measure {
            Measure::Amount { value } | Measure::Mean { value, .. } => {
                jalon_view::numbers::short(words, *value, 6)
            }
            Measure::Withdrawn => words.t("left-withdrawn"),
            other => measures::detail(words, other).unwrap_or_default(),
        });
        let parts = measure.into_iter().chain([self.text.clone()]);
        let parts: Vec<String> = parts.filter(|part| !part.trim().is_empty()).collect();
        parts.join("\n")
    }
}

impl Session {
    /// Everything typed here that the others do not have; and whether there is more than words, such as a choice or
    /// a move.
    pub fn not_shared(&self) -> (Vec<Word>, bool) {
        let (places, mut more) = self.0.outbox.borrow().not_shared();
        let mut words = Vec::new();
        self.read(|workspace| {
            for place in places {
                match word(workspace, place) {
                    Some(word) => words.push(word),
                    None => more = true,
                }
            }
        });
        (words, more)
    }

    /// Puts aside what the others do not have; what it was.
    pub fn put_words_aside(&self) -> Option<LeftBehind> {
        let (words, _) = self.not_shared();
        let left = LeftBehind {
            workspace: self.0.id,
            person: self.0.me.peek().person,
            title: self.read(|workspace| workspace.settings().title),
            at: crate::ui::now(),
            words,
        };
        let has_some = !left.words.is_empty();
        if has_some {
            left.keep();
        }
        has_some.then_some(left)
    }
}

/// What stands in a place; `None` when it holds no words.
fn word(workspace: &Workspace, place: String) -> Option<Word> {
    if let Some((indicator, period)) = reading(&place) {
        let entry = workspace.reading(indicator, period)?.current;
        return Some(Word {
            about: title(workspace, indicator.into()),
            place,
            text: entry.comment,
            measure: Some(entry.measure),
        });
    }
    let field: FieldRef = place.parse().ok()?;
    let text = workspace.text(&field)?;
    Some(Word {
        about: title(workspace, field.entity),
        place,
        text,
        measure: None,
    })
}

fn reading(place: &str) -> Option<(IndicatorId, Period)> {
    let (indicator, period) = place.strip_prefix("reading/")?.split_once('/')?;
    Some((indicator.parse().ok()?, period.parse().ok()?))
}

/// What people call a thing.
fn title(workspace: &Workspace, entity: EntityRef) -> String {
    let id = entity.id;
    let title = match entity.kind {
        EntityKind::Axis => workspace.axis(id.into()).map(|it| it.label),
        EntityKind::Objective => workspace.objective(id.into()).map(|it| it.statement),
        EntityKind::Indicator => workspace.indicator(id.into()).map(|it| it.name),
        EntityKind::Term => {
            let languages = workspace.settings().languages;
            let term = workspace.term(id.into());
            term.map(|it| it.title(&languages).to_owned())
        }
        EntityKind::Block => workspace.block(id.into()).map(|it| it.title),
        EntityKind::Verbatim | EntityKind::Decision | EntityKind::Settings => None,
    };
    title.unwrap_or_default()
}

/// Words as a page that any browser opens and prints.
pub fn readable(words: Words, title: &str, rows: &[Word]) -> String {
    let language = words.language().tag();
    let heading = escaped(&words.t_with("left-file-title", args![title => title.to_owned()]));
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<meta charset=\"utf-8\">\n<title>{heading}</title>\n\
         <style>body{{max-width:45rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}}\
         h2{{font-size:1rem;margin:1.5rem 0 .25rem}}p{{margin:0;white-space:pre-wrap}}</style>\n<h1>{heading}</h1>\n"
    );
    for row in rows {
        let place = escaped(&row.place_in_words(words));
        let text = escaped(&row.text_in_words(words));
        page.push_str(&format!("<h2>{place}</h2>\n<p>{text}</p>\n"));
    }
    page.push_str("</html>\n");
    page
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}
