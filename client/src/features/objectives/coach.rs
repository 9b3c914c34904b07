//! The coach beside a card: the questions that the objective calls for, kindly, and never in the way.

use crate::session::{Watch, use_watch};
use crate::ui::{Icon, Shape};
use dioxus::prelude::*;
use jalon_shared::{
    Field, Indicator, IndicatorId, ObjectiveId,
    rules::coach::{Question, questions},
};
use jalon_view::{args, words::use_words};

/// What the coach has to say of an objective.
#[derive(Clone, PartialEq)]
enum Says {
    /// There is no sentence yet to ask about.
    Start,
    Asks(Vec<Question>),
}

fn use_coach(id: ObjectiveId) -> ReadSignal<Says> {
    let linked: ReadSignal<Vec<IndicatorId>> = use_watch(
        Watch::Field(id.field(Field::Indicators)),
        move |workspace| {
            workspace
                .objective(id)
                .map(|objective| objective.indicators.into_iter().collect())
                .unwrap_or_default()
        },
    );
    let mut watches = vec![Watch::Entity(id.into())];
    watches.extend(
        linked
            .read()
            .iter()
            .map(|indicator| Watch::Entity((*indicator).into())),
    );
    use_watch(Watch::Any(watches), move |workspace| {
        let Some(objective) = workspace.objective(id) else {
            return Says::Start;
        };
        if objective.statement.trim().is_empty() {
            return Says::Start;
        }
        let linked = objective
            .indicators
            .iter()
            .filter_map(|id| workspace.indicator(*id));
        Says::Asks(questions(&objective, &linked.collect::<Vec<Indicator>>()))
    })
}

/// The first question in one line, under the statement of a closed card.
#[component]
pub(super) fn CoachLine(id: ObjectiveId, on_open: EventHandler<()>) -> Element {
    let words = use_words();
    let says = use_coach(id);
    let Says::Asks(asked) = &*says.read() else {
        return rsx! {};
    };
    let Some(first) = asked.first() else {
        return rsx! {};
    };
    let others = asked.len() - 1;
    rsx! {
        div { class: "coach-line", role: "note",
            Icon { shape: Shape::Speech }
            span { class: "coach-name", {words.t("objective-coach")} }
            span { class: "coach-question", {words.question(*first)} }
            if others > 0 {
                button { class: "link-button", r#type: "button", onclick: move |_| on_open.call(()),
                    {words.t_with("objective-coach-more", args![count => others])}
                }
            }
        }
    }
}

/// Every question with its hint, beside an open card.
#[component]
pub(super) fn Coach(id: ObjectiveId) -> Element {
    let words = use_words();
    let says = use_coach(id);
    rsx! {
        section { class: "coach", aria_label: words.t("objective-coach"),
            h3 { class: "coach-title",
                Icon { shape: Shape::Speech }
                {words.t("objective-coach")}
            }
            match &*says.read() {
                Says::Start => rsx! { p { class: "hint", {words.t("objective-coach-start")} } },
                Says::Asks(asked) if asked.is_empty() => rsx! { p { class: "coach-done", {words.t("objective-coach-done")} } },
                Says::Asks(asked) => rsx! {
                    ul { class: "coach-questions",
                        for question in asked.iter().copied() {
                            li { key: "{question.id()}", "data-question": question.id(),
                                span { class: "coach-letter", aria_hidden: true, {question.letter().to_string()} }
                                div {
                                    p { class: "coach-question", {words.question(question)} }
                                    p { class: "hint", {words.question_hint(question)} }
                                }
                            }
                        }
                    }
                    p { class: "hint", {words.t("objective-coach-note")} }
                },
            }
        }
    }
}
