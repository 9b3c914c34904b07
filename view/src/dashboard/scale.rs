//! Where values fall on a picture: a linear scale, and the round numbers along its axis.

/// From values to places on a picture; either end may be the greater.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    from: (f64, f64),
    to: (f64, f64),
}

impl Scale {
    /// The values `from.0..to.0` on the places `from.1..to.1`.
    pub fn new(from: (f64, f64), to: (f64, f64)) -> Self {
        Self { from, to }
    }

    /// The place of a value, held between the ends; a span of nothing puts everything in its middle.
    pub fn place(self, value: f64) -> f64 {
        let span = self.to.0 - self.from.0;
        let share = if span.abs() < f64::EPSILON || !span.is_finite() {
            0.5
        } else {
            (value - self.from.0) / span
        };
        self.from.1 + (self.to.1 - self.from.1) * share.clamp(0.0, 1.0)
    }
}

/// A place as an SVG attribute: two digits are finer than any screen.
pub fn place(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The smallest and the greatest of some finite values.
pub fn extent(values: impl IntoIterator<Item = f64>) -> Option<(f64, f64)> {
    values
        .into_iter()
        .filter(|value| value.is_finite())
        .fold(None, |extent, value| match extent {
            None => Some((value, value)),
            Some((low, high)) => Some((f64::min(low, value), f64::max(high, value))),
        })
}

/// Round numbers (1, 2 or 5 times a power of ten apart) that cover `low..high`, `about` of them.
pub fn ticks(low: f64, high: f64, about: u8) -> Vec<f64> {
    let span = if high - low > 0.0 {
        high - low
    } else {
        low.abs().max(1.0)
    };
    let rough = span / f64::from(about.max(1));
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|m| m * power)
        .find(|step| *step >= rough * 0.999);
    let step = step.unwrap_or(power * 10.0);
    let first = (low / step + 1e-9).floor();
    let count = ((high / step - 1e-9).ceil() - first).clamp(1.0, 20.0);
    let mut all = Vec::new();
    let mut index = 0.0;
    while index <= count {
        all.push((first + index) * step);
        index += 1.0;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_stay_on_the_picture() {
        let reversed = Scale::new((7.4, 10.0), (6.0, 110.0));
        assert_eq!(reversed.place(6.7).round(), 60.0);
        assert_eq!((reversed.place(100.0), reversed.place(0.0)), (10.0, 110.0));
        assert_eq!(Scale::new((3.0, 0.0), (3.0, 10.0)).place(3.0), 5.0);
        assert_eq!(
            (place(12.0), place(0.126), place(-3.5)),
            ("12".into(), "0.13".into(), "-3.5".into())
        );
    }

    #[test]
    fn ticks_are_round_and_cover_the_values() {
        assert_eq!(ticks(0.0, 96.0, 4), [0.0, 50.0, 100.0]);
        assert_eq!(ticks(6.0, 7.4, 4), [6.0, 6.5, 7.0, 7.5]);
        assert_eq!(ticks(38.0, 55.0, 4), [35.0, 40.0, 45.0, 50.0, 55.0]);
        for (low, high) in [
            (0.0, 0.0),
            (5.0, 5.0),
            (-3.0, 8.0),
            (1e-9, 2e-9),
            (0.0, 1e15),
        ] {
            let all = ticks(low, high, 4);
            assert!(all.len() >= 2 && all.len() <= 22, "{all:?}");
            assert!(
                all.first().is_some_and(|first| *first <= low + 1e-6)
                    && all.last().is_some_and(|last| *last >= high)
            );
        }
    }
}
