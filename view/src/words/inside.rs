//! The Fluent files inside the program, for the server and the tests. A browser downloads one language alone.

use super::Language;

/// The files of one language: one for each feature. A new file is one more name here, in every folder.
macro_rules! locale {
    ($folder:literal) => {
        locale!(@files $folder
            "common" "parts" "shell" "steps" "home" "join" "settings" "invites" "objectives" "coach" "indicators" "readings" "grid"
            "glossary" "dashboard" "dashboard-edit" "versions" "versions-live" "talk" "since" "bin" "when" "presence" "errors" "choices"
            "fields" "kinds" "offline" "screens" "design" "start"
        )
    };
    (@files $folder:literal $($file:literal)*) => {
        [$(($file, include_str!(concat!("../../locales/", $folder, "/", $file, ".ftl")))),*]
    };
}

/// The messages of a language, file by file: `(name, text)`.
pub fn files(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::French => &locale!("fr"),
        Language::English => &locale!("en"),
        Language::Italian => &locale!("it"),
        Language::Dutch => &locale!("nl"),
    }
}

/// The same, without the names.
pub fn messages(language: Language) -> impl Iterator<Item = String> {
    let files = files(language).iter();
    files.map(|(_, text)| (*text).to_owned())
}
