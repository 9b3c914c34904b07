//! Blocks of cells as spreadsheets put them on the clipboard: tabs between columns, a line for each row, and
//! quotes around a cell that holds a tab, a break or a quote itself (RFC 4180, with tabs).

/// The most cells that are taken from a clipboard, empty ones included: forty years of two thousand indicators.
pub const MOST_CELLS: usize = 1_000_000;

/// The cells of a block, row by row. What is longer than [`MOST_CELLS`] is cut. Rows may differ in length.
pub fn parse(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut cells = 0;
    while !rest.is_empty() && cells < MOST_CELLS {
        let (cell, after) = take_cell(rest);
        row.push(cell);
        cells += 1;
        rest = match after.strip_prefix('\t') {
            // A tab at the very end stands before one more, empty cell.
            Some("") => {
                row.push(String::new());
                ""
            }
            Some(next) => {
                rest = next;
                continue;
            }
            None => after
                .strip_prefix("\r\n")
                .or_else(|| after.strip_prefix(['\n', '\r']))
                .unwrap_or(after),
        };
        rows.push(std::mem::take(&mut row));
    }
    if !row.is_empty() {
        rows.push(row);
    }
    rows
}

/// The first cell, and what follows it: nothing, a tab or a break.
fn take_cell(text: &str) -> (String, &str) {
    if let Some((cell, after)) = take_quoted(text) {
        return (cell, after);
    }
    let end = text.find(['\t', '\n', '\r']).unwrap_or(text.len());
    let (cell, after) = text.split_at(end);
    (cell.to_owned(), after)
}

/// A cell in quotes; `None` when the quote does not enclose the whole cell, and so is a letter of it.
fn take_quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (part, after) = rest.split_once('"')?;
        cell.push_str(part);
        match after.strip_prefix('"') {
            Some(next) => {
                cell.push('"');
                rest = next;
            }
            None => {
                let ends = after.is_empty() || after.starts_with(['\t', '\n', '\r']);
                return ends.then_some((cell.replace("\r\n", "\n"), after));
            }
        }
    }
}

/// A block as spreadsheets read it.
pub fn write(rows: &[Vec<String>]) -> String {
    let line = |row: &Vec<String>| {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        cells.join("\t")
    };
    let lines: Vec<String> = rows.iter().map(line).collect();
    lines.join("\r\n")
}

fn quoted(cell: &str) -> String {
    if cell.contains(['\t', '\n', '\r', '"']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// A cell of a block that is copied: its words, and the number behind them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Copied {
    pub text: String,
    pub number: Option<f64>,
    /// How many columns it lies over.
    pub columns: usize,
}

/// A block as a table of a web page. Excel reads the number of a cell in `x:num`, LibreOffice in `sdval`, so that
/// neither guesses what a comma or a thin space means.
pub fn html(rows: &[Vec<Copied>]) -> String {
    let mut html = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=\"utf-8\"></head><body><table>".to_owned();
    for row in rows {
        html.push_str("<tr>");
        for cell in row {
            html.push_str("<td");
            if cell.columns > 1 {
                html.push_str(&format!(" colspan=\"{}\"", cell.columns));
            }
            if let Some(number) = cell.number {
                html.push_str(&format!(" x:num=\"{number}\" sdval=\"{number}\""));
            }
            html.push('>');
            html.push_str(&escaped(&cell.text));
            html.push_str("</td>");
        }
        html.push_str("</tr>");
    }
    html.push_str("</table></body></html>");
    html
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\n' => html.push_str("<br>"),
            letter => html.push(letter),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_read_as_spreadsheets_write_them() {
        for (text, rows) in [
            ("", &[] as &[&[&str]]),
            ("12", &[&["12"]]),
            ("1\t2\r\n3\t4\r\n", &[&["1", "2"], &["3", "4"]]),
            ("1\t2\n3\t4", &[&["1", "2"], &["3", "4"]]),
            ("1\r2", &[&["1"], &["2"]]),
            ("\t\r\n\t5\t", &[&["", ""], &["", "5", ""]]),
            ("a\r\n\r\nb\r\n", &[&["a"], &[""], &["b"]]),
            (
                "\"deux\r\nlignes\"\t\"un \"\"mot\"\"\"\r\n5",
                &[&["deux\nlignes", "un \"mot\""], &["5"]],
            ),
            ("\"a\tb\"\tc", &[&["a\tb", "c"]]),
            // LibreOffice leaves a quote inside of a cell alone; a quote that never ends is a letter, too.
            ("dit \"oui\"\t2", &[&["dit \"oui\"", "2"]]),
            ("\"sans fin\t2", &[&["\"sans fin", "2"]]),
            ("\"a\"b\t2", &[&["\"a\"b", "2"]]),
            (
                "\u{feff}1\u{202f}234,5\t46,8\u{a0}%",
                &[&["1\u{202f}234,5", "46,8\u{a0}%"]],
            ),
        ] {
            let rows: Vec<Vec<String>> = rows
                .iter()
                .map(|row| row.iter().map(|&cell| cell.to_owned()).collect())
                .collect();
            assert_eq!(parse(text), rows, "{text:?}");
        }
    }

    #[test]
    fn a_page_gives_spreadsheets_the_number_itself() {
        let cell = Copied {
            text: "1\u{202f}234,5 <h>".to_owned(),
            number: Some(1234.5),
            columns: 3,
        };
        let html = html(&[vec![cell, Copied::default()]]);
        assert!(html.contains(
            "<td colspan=\"3\" x:num=\"1234.5\" sdval=\"1234.5\">1\u{202f}234,5 &lt;h&gt;</td><td></td>"
        ));
    }

    #[test]
    fn what_is_written_is_read_back_whatever_is_in_it() {
        use rand::{Rng, SeedableRng, rngs::StdRng};
        const LETTERS: [char; 10] = ['\t', '\n', '"', ' ', '1', ',', 'é', '\u{202f}', '%', '\''];
        let mut chance = StdRng::seed_from_u64(4);
        for _ in 0..2_000 {
            let columns = chance.random_range(1..4);
            let mut cell = || -> String {
                let letters = chance.random_range(0..6);
                (0..letters)
                    .map(|_| LETTERS[chance.random_range(0..LETTERS.len())])
                    .collect()
            };
            let rows: Vec<Vec<String>> = (0..3)
                .map(|_| (0..columns).map(|_| cell()).collect())
                .collect();
            let text = write(&rows);
            let mut read = parse(&text);
            // A last row of one empty cell cannot be told from the break before it.
            if read.len() < rows.len() {
                read.push(vec![String::new()]);
            }
            assert_eq!(read, rows, "{text:?}");
        }
    }

    #[test]
    fn nothing_on_a_clipboard_breaks_it() {
        use rand::{Rng, SeedableRng, rngs::StdRng};
        const LETTERS: [char; 8] = ['\t', '\n', '\r', '"', 'a', '\u{feff}', '😀', '\0'];
        let mut chance = StdRng::seed_from_u64(5);
        for _ in 0..5_000 {
            let letters = chance.random_range(0..20);
            let text: String = (0..letters)
                .map(|_| LETTERS[chance.random_range(0..LETTERS.len())])
                .collect();
            let letters: usize = parse(&text).iter().flatten().map(String::len).sum();
            assert!(letters <= text.len(), "{text:?}");
        }
    }
}
