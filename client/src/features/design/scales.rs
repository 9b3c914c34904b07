//! Letters, spaces, corners, shadows and motion; the mark of the house and the icons.

use super::specimen::Specimen;
use crate::ui::{Icon, Shape};
use dioxus::prelude::*;
use jalon_view::{
    pages::{Brand, PoleMark},
    words::use_words,
};

const LETTERS: [&str; 7] = [
    "text-3xl", "text-2xl", "text-xl", "text-l", "text-m", "text-s", "text-xs",
];
const FONTS: [&str; 3] = ["font-heading", "font-body", "font-mono"];
const SPACES: [&str; 8] = [
    "space-1", "space-2", "space-3", "space-4", "space-5", "space-6", "space-7", "space-8",
];
const CORNERS: [&str; 4] = ["radius-s", "radius-m", "radius-l", "radius-round"];
const SHADOWS: [&str; 3] = ["shadow-s", "shadow-m", "shadow-l"];
/// Lengths that bound things rather than separate them.
const BOUNDS: [&str; 3] = ["target", "measure", "page"];

#[component]
pub(super) fn Scales() -> Element {
    let words = use_words();
    rsx! {
        div { class: "specimens",
            Specimen { shows: "PoleMark Brand", caption: words.t("design-mark"),
                div { class: "cluster mark-sizes",
                    Brand {}
                    PoleMark {}
                    for size in ["16", "32", "64", "96"] {
                        img { key: "{size}", src: "/favicon.svg", alt: "", width: size, height: size }
                    }
                }
            }
            Specimen { shows: "", caption: words.t("design-fonts"),
                for font in FONTS {
                    p { key: "{font}", font_family: "var(--{font})", font_size: "var(--text-xl)", {words.t("design-pangram")} " " code { "--{font}" } }
                }
            }
            Specimen { shows: "", caption: words.t("design-letters"), wide: true,
                for size in LETTERS {
                    p { key: "{size}", class: "letter-size",
                        span { font_size: "var(--{size})", {words.t("design-pangram")} }
                        " "
                        code { "--{size}" }
                    }
                }
            }
            Specimen { shows: "", caption: words.t("design-spaces"),
                ul { class: "bar-list",
                    for space in SPACES {
                        li { key: "{space}",
                            span { class: "space-bar", "aria-hidden": "true", width: "var(--{space})" }
                            code { "--{space}" }
                        }
                    }
                }
            }
            Specimen { shows: "", caption: words.t("design-bounds"),
                ul { class: "bar-list",
                    for bound in BOUNDS {
                        li { key: "{bound}",
                            span { class: "space-bar", "aria-hidden": "true", width: "min(100%, var(--{bound}))" }
                            code { "--{bound}" }
                        }
                    }
                }
            }
            Specimen { shows: "", caption: words.t("design-corners"),
                ul { class: "cluster",
                    for corner in CORNERS {
                        li { key: "{corner}", class: "tile-sample", border_radius: "var(--{corner})", code { "--{corner}" } }
                    }
                    for shadow in SHADOWS {
                        li { key: "{shadow}", class: "tile-sample", box_shadow: "var(--{shadow})", code { "--{shadow}" } }
                    }
                }
            }
            Specimen { shows: "", caption: words.t("design-motion"),
                p { class: "hint", {words.t("design-motion-hint")} " " code { "--quick" } }
                button { class: "motion-sample", r#type: "button", {words.t("design-motion-try")} }
            }
            Specimen { shows: "Icon", caption: words.t("design-icons"), wide: true,
                ul { class: "icon-list",
                    for shape in Shape::ALL {
                        li { key: "{shape:?}", Icon { shape } code { "{shape:?}" } }
                    }
                }
            }
        }
    }
}
