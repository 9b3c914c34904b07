//! Icons: small drawings in the colour of the words beside them. They say nothing by themselves: a
//! button that has only an icon needs an `aria-label`.

use dioxus::prelude::*;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Add,
    Archive,
    Back,
    Calendar,
    Check,
    Close,
    Copy,
    Down,
    Download,
    Edit,
    Expand,
    Filter,
    Freeze,
    Grip,
    Link,
    Menu,
    More,
    Next,
    Offline,
    People,
    Person,
    Previous,
    Print,
    Question,
    Quote,
    Redo,
    Restore,
    Search,
    Settings,
    Speech,
    Trash,
    Undo,
    Up,
    Warning,
}

impl Shape {
    /// Every one, for the page that shows them.
    pub const ALL: [Self; 34] = [
        Self::Add,
        Self::Archive,
        Self::Back,
        Self::Calendar,
        Self::Check,
        Self::Close,
        Self::Copy,
        Self::Down,
        Self::Download,
        Self::Edit,
        Self::Expand,
        Self::Filter,
        Self::Freeze,
        Self::Grip,
        Self::Link,
        Self::Menu,
        Self::More,
        Self::Next,
        Self::Offline,
        Self::People,
        Self::Person,
        Self::Previous,
        Self::Print,
        Self::Question,
        Self::Quote,
        Self::Redo,
        Self::Restore,
        Self::Search,
        Self::Settings,
        Self::Speech,
        Self::Trash,
        Self::Undo,
        Self::Up,
        Self::Warning,
    ];

    /// Strokes on a ground of 24 by 24.
    const fn path(self) -> &'static str {
        match self {
            Self::Add => "M12 5v14M5 12h14",
            Self::Archive => "M4 7h16M5 7v12h14V7M9 11h6M4 7l2-3h12l2 3",
            Self::Back => "M19 12H5M11 6l-6 6 6 6",
            Self::Calendar => "M5 6h14v14H5zM5 10h14M9 3.5V8M15 3.5V8",
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Copy => "M9 9h11v11H9zM15 9V4H4v11h5",
            Self::Down => "M6 9l6 6 6-6",
            Self::Download => "M12 4v11M7 11l5 5 5-5M5 20h14",
            Self::Edit => "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
            Self::Expand => "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
            Self::Filter => "M4 6h16M7 12h10M10 18h4",
            Self::Freeze => {
                "M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9M9.5 4.5L12 7l2.5-2.5M9.5 19.5L12 17l2.5 2.5"
            }
            Self::Grip => "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
            Self::Link => {
                "M10 14a4 4 0 005.7 0l3-3a4 4 0 00-5.7-5.7l-1 1M14 10a4 4 0 00-5.7 0l-3 3a4 4 0 005.7 5.7l1-1"
            }
            Self::Menu => "M4 6h16M4 12h16M4 18h16",
            Self::More => "M5 12h.01M12 12h.01M19 12h.01",
            Self::Next => "M9 6l6 6-6 6",
            Self::Offline => {
                "M3 3l18 18M8.5 16.4a5 5 0 017 0M5 12.9a10 10 0 015-2.6M14.8 10.6a10 10 0 014.2 2.3M2 9.4a15 15 0 014.6-3M10 5.1a15 15 0 0112 4.3M12 20h.01"
            }
            Self::People => {
                "M9 11a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM2.5 20a6.5 6.5 0 0113 0M16 4.3a3.5 3.5 0 010 6.4M17.5 14.2A6.5 6.5 0 0121.5 20"
            }
            Self::Previous => "M15 6l-6 6 6 6",
            Self::Person => "M12 12a4 4 0 100-8 4 4 0 000 8zM4.5 20.5a7.5 7.5 0 0115 0",
            Self::Print => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
            Self::Question => {
                "M9 9a3 3 0 115 2.2c-1.2 1-2 1.5-2 3M12 17.5h.01M12 21a9 9 0 100-18 9 9 0 000 18z"
            }
            Self::Quote => {
                "M5 17c2-1 3-2.6 3-5H5V7h5v5c0 3-1.5 5-4 6zM14 17c2-1 3-2.6 3-5h-3V7h5v5c0 3-1.5 5-4 6z"
            }
            Self::Redo => "M20 9H9a5 5 0 000 10h3M16 5l4 4-4 4",
            Self::Restore => "M4 12a8 8 0 108-8 8 8 0 00-6 2.7L4 9M4 4v5h5",
            Self::Search => "M11 18a7 7 0 100-14 7 7 0 000 14zM16 16l4.5 4.5",
            Self::Settings => {
                "M4 7h9M17 7h3M4 17h3M11 17h9M15 9.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM9 19.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5z"
            }
            Self::Speech => "M4 5h16v11h-9l-4 4v-4H4z",
            Self::Trash => "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
            Self::Undo => "M4 9h11a5 5 0 010 10h-3M8 5L4 9l4 4",
            Self::Up => "M6 15l6-6 6 6",
            Self::Warning => "M12 4l9.5 16h-19zM12 10v4M12 17h.01",
        }
    }
}

#[component]
pub fn Icon(shape: Shape) -> Element {
    rsx! {
        svg {
            view_box: "0 0 24 24",
            fill: "none",
            stroke: "currentColor",
            stroke_width: "2",
            stroke_linecap: "round",
            stroke_linejoin: "round",
            width: "1.15em",
            height: "1.15em",
            "aria-hidden": "true",
            "focusable": "false",
            path { d: shape.path() }
        }
    }
}
