//! What all pictures share: the frame with its caption, the table of the same data, and written paragraphs.

use crate::words::use_words;
use dioxus::prelude::*;

/// One row of the table under a picture: what it is about, and its figures.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    pub head: String,
    pub cells: Vec<String>,
}

impl TableRow {
    pub fn new(head: impl Into<String>, cells: impl IntoIterator<Item = String>) -> Self {
        Self {
            head: head.into(),
            cells: cells.into_iter().collect(),
        }
    }
}

/// The data of a picture, folded until somebody asks for it (and unfolded on paper by a rule of the styles
/// only when they left it open). `caption` says to those who hear the page what the table is.
#[component]
pub fn DataTable(caption: String, heads: Vec<String>, rows: Vec<TableRow>) -> Element {
    let words = use_words();
    rsx! {
        details { class: "data",
            summary { {words.t("dashboard-see-data")} span { class: "visually-hidden", " " {caption.clone()} } }
            // What may scroll sideways is scrolled with the keyboard too.
            div { class: "table-wrap", tabindex: "0", role: "group", aria_label: caption.clone(),
                table { class: "table",
                    caption { class: "visually-hidden", {caption.clone()} }
                    thead {
                        tr {
                            for (index, head) in heads.into_iter().enumerate() {
                                th { scope: "col", class: (index > 0).then_some("number"), {head} }
                            }
                        }
                    }
                    tbody {
                        for row in rows {
                            tr {
                                th { scope: "row", {row.head} }
                                for cell in row.cells {
                                    td { class: "number", {cell} }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Words that people wrote, as paragraphs; lines that start with a dash or a bullet are a list.
#[component]
pub fn Prose(text: String, class: Option<&'static str>) -> Element {
    let parts = parts(&text);
    rsx! {
        div { class: "written {class.unwrap_or_default()}",
            for part in parts {
                match part {
                    Part::Paragraph(text) => rsx! { p { {text} } },
                    Part::List(items) => rsx! {
                        ul {
                            for item in items {
                                li { {item} }
                            }
                        }
                    },
                }
            }
        }
    }
}

#[derive(Debug, PartialEq)]
enum Part {
    Paragraph(String),
    List(Vec<String>),
}

fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let item = ["- ", "– ", "— ", "• ", "* "]
            .iter()
            .find_map(|mark| line.strip_prefix(mark));
        match (item, parts.last_mut()) {
            (Some(item), Some(Part::List(items))) => items.push(item.trim().to_owned()),
            (Some(item), _) => parts.push(Part::List(vec![item.trim().to_owned()])),
            (None, _) => parts.push(Part::Paragraph(line.to_owned())),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_make_a_list() {
        let list =
            |items: &[&str]| Part::List(items.iter().map(|item| (*item).to_owned()).collect());
        let text = "Un début.\n\n- un\n• deux\nLa fin-\n";
        let expected = [
            Part::Paragraph("Un début.".into()),
            list(&["un", "deux"]),
            Part::Paragraph("La fin-".into()),
        ];
        assert_eq!(parts(text), expected);
    }
}
