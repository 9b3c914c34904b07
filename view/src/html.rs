//! A whole HTML document around what a component draws: the shell of every page that the server writes.
//! It has no script and no inline style, so that the strictest content security policy lets it through.

use crate::{
    theme::{Shown, Theme},
    words::{Language, Words},
};
use dioxus::prelude::*;
use std::fmt::Write;

/// The mark of the house, wherever a browser shows it. The colours are those of paper, in the light and in the dark.
const ICONS: &str = "<link rel=\"icon\" type=\"image/svg+xml\" href=\"/favicon.svg\">\
    <link rel=\"apple-touch-icon\" href=\"/icon-180.png\"><link rel=\"manifest\" href=\"/jalon.webmanifest\">\
    <meta name=\"theme-color\" content=\"#faf6ee\" media=\"(prefers-color-scheme: light)\">\
    <meta name=\"theme-color\" content=\"#151a1c\" media=\"(prefers-color-scheme: dark)\">";

/// The end of every page.
const END: &str = "</body></html>\n";

/// What stands around a page.
#[derive(Debug, Clone, Copy)]
pub struct Shell<'a> {
    /// Escaped here, as `css_href` is.
    pub title: &'a str,
    pub language: Language,
    pub theme: Option<Theme>,
    pub css_href: &'a str,
}

impl Shell<'_> {
    /// A page: one component, drawn once. The component provides its own words from the language in its props, as all
    /// the pages of this crate do. `tell` gets the page before what it was drawn of is put away: where that is much, it
    /// takes a while.
    pub fn around<P, T>(
        self,
        component: fn(P) -> Element,
        props: P,
        tell: impl FnOnce(String) -> T,
    ) -> T
    where
        P: Clone + 'static,
    {
        let mut dom = VirtualDom::new_with_props(component, props);
        dom.provide_root_context(Shown(self.theme));
        dom.rebuild_in_place();
        let mut html = self.begin();
        // Writing into a String cannot fail.
        let _ = dioxus_ssr::Renderer::new().render_to(&mut html, &dom);
        html.push_str(END);
        tell(html)
    }

    /// All that comes before what the component draws.
    fn begin(self) -> String {
        let words = Words::of(self.language);
        let mut html = "<!DOCTYPE html>\n<html lang=\"".to_owned();
        html.push_str(self.language.tag());
        if let Some(theme) = self.theme {
            html.push_str("\" data-theme=\"");
            html.push_str(theme.word());
        }
        html.push_str(
            "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta name=\"robots\" content=\"noindex\"><meta name=\"referrer\" content=\"same-origin\">",
        );
        // As above.
        let _ = write!(
            html,
            "<title>{} · {}</title>{ICONS}<link rel=\"stylesheet\" href=\"{}\"></head><body>",
            escape(self.title),
            escape(&words.t("app-name")),
            escape(self.css_href)
        );
        let _ = write!(
            html,
            "<a class=\"skip-link\" href=\"#main\">{}</a>",
            escape(&words.t("skip-to-content"))
        );
        html
    }
}

/// What a component draws, as HTML.
pub fn fragment<P>(component: fn(P) -> Element, props: P) -> String
where
    P: Clone + 'static,
{
    let mut dom = VirtualDom::new_with_props(component, props);
    dom.rebuild_in_place();
    dioxus_ssr::render(&dom)
}

/// Text made safe for HTML and for attributes in double quotes.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    escape_into(&mut safe, text);
    safe
}

/// Adds text to HTML, made safe as [`escape`] does it.
pub fn escape_into(html: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        let (plain, from) = rest.split_at(at);
        html.push_str(plain);
        html.push_str(match from.as_bytes().first() {
            Some(b'&') => "&amp;",
            Some(b'<') => "&lt;",
            Some(b'>') => "&gt;",
            Some(b'"') => "&quot;",
            _ => "&#39;",
        });
        // All of these are one byte long.
        rest = from.get(1..).unwrap_or_default();
    }
    html.push_str(rest);
}
