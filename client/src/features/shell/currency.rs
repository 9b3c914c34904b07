//! The currency of a workspace, by its ISO 4217 code.

use crate::ui::use_element_id;
use dioxus::prelude::*;
use jalon_view::words::use_words;

/// Currencies that are offered first.
const CURRENCIES: [&str; 6] = ["EUR", "CHF", "GBP", "USD", "CAD", "XOF"];

/// The codes of the currencies in use.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD \
    CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD \
    GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT \
    LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR \
    NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP \
    STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG \
    XOF XPF YER ZAR ZMW ZWG";

/// A code that is none stays in the box, with a word below it, and changes nothing.
#[component]
pub fn CurrencyBox(
    value: String,
    label: String,
    on_change: EventHandler<String>,
    #[props(default)] disabled: bool,
) -> Element {
    let words = use_words();
    let id = use_element_id("currency");
    let mut is_unknown = use_signal(|| false);
    let before = value.clone();
    rsx! {
        div { class: "field",
            label { class: "label", r#for: "{id}", "{label}" }
            input {
                id: "{id}",
                class: "input currency",
                r#type: "text",
                list: "{id}-list",
                maxlength: "3",
                autocomplete: "off",
                autocapitalize: "characters",
                value: "{value}",
                disabled,
                aria_invalid: is_unknown(),
                aria_describedby: is_unknown().then(|| format!("{id}-problem")),
                onchange: move |event| {
                    let code = event.value().trim().to_ascii_uppercase();
                    let is_known = CODES.split(' ').any(|known| known == code);
                    is_unknown.set(!is_known);
                    if is_known && code != before {
                        on_change.call(code);
                    }
                },
            }
            datalist { id: "{id}-list",
                for code in CURRENCIES {
                    option { key: "{code}", value: "{code}" }
                }
            }
            if is_unknown() {
                p { class: "error-text", id: "{id}-problem", role: "alert", {words.t("currency-unknown")} }
            }
        }
    }
}
