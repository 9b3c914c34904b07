//! Boxes: each kind of field, and everything that is said beside one.

use super::{
    page::AsReader,
    sample::{self, EMPTY_OBJECTIVE, MET, MISSED, OBJECTIVE, ON_THE_WAY, SPREAD, STATES},
    specimen::Specimen,
};
use crate::{
    features::{
        shell::{CurrencyBox, JoinForm},
        tongues::LanguageChooser,
    },
    field::{
        ChoiceField, DateField, LinksField, NumberField, PeriodField, PresenceMark, ReferenceField,
        TextField,
    },
    session::{Watch, use_session, use_watch},
};
use dioxus::prelude::*;
use jalon_shared::{Command, EntityRef, Field, objective::ObjectiveStatus};
use jalon_view::words::use_words;
use uuid::Uuid;

#[component]
pub(super) fn Fields() -> Element {
    let words = use_words();
    rsx! {
        div { class: "specimens",
            Specimen { shows: "TextField", caption: words.t("design-field-text"),
                TextField { field: EMPTY_OBJECTIVE.field(Field::Statement), label: words.t("design-field-empty"), placeholder: words.t("design-sample-objective") }
                TextField { field: OBJECTIVE.field(Field::Statement), label: words.t("design-field-filled"), hint: words.t("design-field-hint"), multiline: true }
            }
            Specimen { shows: "TextField PresenceMark", caption: words.t("design-field-beside"),
                TextField { field: STATES.field(Field::Definition), label: words.t("design-field-changed") }
                TextField { field: STATES.field(Field::Source), label: words.t("design-field-somebody") }
                TextField { field: STATES.field(Field::AgreedBy), label: words.t("design-field-several") }
            }
            Specimen { shows: "TextField", caption: words.t("design-field-kept"),
                for (field, key) in [
                    (Field::KnownBiases, "design-field-saved"),
                    (Field::Collection, "design-field-here"),
                    (Field::PersonalData, "design-field-in-page"),
                    (Field::Disaggregation, "design-field-refused"),
                ] {
                    TextField { key: "{key}", field: STATES.field(field), label: words.t(key) }
                }
            }
            Choices {}
            Specimen { shows: "NumberField DateField PeriodField PresenceMark", caption: words.t("design-field-figures"),
                NumberField { field: MET.field(Field::TargetValue), label: words.t("design-field-number"), unit: words.t("design-sample-unit") }
                NumberField { field: MISSED.field(Field::TargetValue), label: words.t("design-field-somebody"), unit: "%" }
                NumberField { field: ON_THE_WAY.field(Field::BaselineValue), label: words.t("design-field-limits"), limits: (0.0, 10.0), decimals: 0 }
                PeriodField { field: MET.field(Field::TargetPeriod), label: words.t("design-field-period") }
                DateField { field: OBJECTIVE.field(Field::DueDate), label: words.t("design-field-date") }
            }
            Specimen { shows: "TextField NumberField", caption: words.t("design-field-reader"),
                AsReader {
                    TextField { field: OBJECTIVE.field(Field::Statement), label: words.t("design-field-text"), multiline: true }
                    NumberField { field: MET.field(Field::TargetValue), label: words.t("design-field-number") }
                    ChoiceField::<ObjectiveStatus> { field: OBJECTIVE.field(Field::Status), label: words.t("design-field-choice"), current: Some(ObjectiveStatus::Proposed) }
                }
            }
            Plain {}
            Languages {}
            Specimen { shows: "JoinForm", caption: words.t("design-field-code"), JoinForm {} }
        }
    }
}

#[component]
fn Choices() -> Element {
    let words = use_words();
    let status = use_watch(Watch::Entity(OBJECTIVE.into()), |workspace| {
        workspace
            .objective(OBJECTIVE)
            .map(|objective| objective.status)
    });
    let linked = use_watch(Watch::Entity(OBJECTIVE.into()), |workspace| {
        let objective = workspace.objective(OBJECTIVE);
        let ids = objective
            .into_iter()
            .flat_map(|objective| objective.indicators);
        ids.map(|id| id.uuid()).collect()
    });
    let options: Vec<(Uuid, String)> = [
        (MET, "design-sample-met"),
        (ON_THE_WAY, "design-sample-on-the-way"),
        (SPREAD, "design-sample-spread"),
    ]
    .map(|(id, key)| (id.uuid(), words.t(key)))
    .to_vec();
    rsx! {
        Specimen { shows: "ChoiceField ReferenceField LinksField", caption: words.t("design-field-choices"),
            ChoiceField::<ObjectiveStatus> { field: OBJECTIVE.field(Field::Status), label: words.t("design-field-choice"), current: status() }
            ReferenceField { field: OBJECTIVE.field(Field::Axis), label: words.t("design-field-reference"), current: None, options: Vec::new() }
            LinksField { field: OBJECTIVE.field(Field::Indicators), label: words.t("design-field-links"), current: linked(), options }
        }
    }
}

/// Boxes that are bound to nothing.
#[component]
fn Plain() -> Element {
    let words = use_words();
    let mut currency = use_signal(|| "EUR".to_owned());
    rsx! {
        Specimen { shows: "CurrencyBox PresenceMark", caption: words.t("design-field-plain"),
            div { class: "field",
                label { class: "label", r#for: "design-wrong", {words.t("design-field-wrong")} }
                div { class: "control",
                    input { class: "input", id: "design-wrong", r#type: "text", value: "12 000 €€", aria_invalid: true, aria_describedby: "design-wrong-why" }
                    PresenceMark { field: sample::of_settings(Field::Currency).to_string() }
                }
                p { class: "error-text", id: "design-wrong-why", {words.t("not-a-number")} }
            }
            label { class: "check",
                input { r#type: "checkbox", checked: true }
                span { {words.t("design-field-check")} }
            }
            CurrencyBox { value: currency(), label: words.field(EntityRef::SETTINGS.kind, &Field::Currency), on_change: move |code| currency.set(code) }
        }
    }
}

#[component]
fn Languages() -> Element {
    let words = use_words();
    let session = use_session();
    let chosen = use_watch(Watch::Languages, |workspace| workspace.settings().languages);
    let (add, remove) = (session.clone(), session);
    rsx! {
        Specimen { shows: "LanguageChooser", caption: words.t("design-field-languages"),
            LanguageChooser {
                chosen: chosen(),
                on_add: move |lang| add.send(Command::AddLanguage { lang }),
                on_remove: move |lang| remove.send(Command::RemoveLanguage { lang }),
            }
        }
    }
}
