//! What is written here is byte for byte what the reference writes.

use super::*;
use proptest::prelude::*;
use serde_json::{Value, json};

fn reference(value: &impl Serialize) -> String {
    let value = serde_json::to_value(value).expect("JSON");
    serde_json_canonicalizer::to_string(&value).expect("canonical JSON")
}

/// Any JSON, with keys and texts that are hard to sort and to write.
fn any_json() -> impl Strategy<Value = Value> {
    let text = "[a-c\"\\\\\u{1}-\u{1f}\u{7f}é€\u{e000}-\u{ffff}😀𝄞! /]{0,6}";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (-1_000_i64..1_000).prop_map(|n| Value::from(n as f64 / 8.0)),
        text.prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::hash_map(text, inner, 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_json_is_written_as_the_reference_writes_it(value in any_json()) {
        prop_assert_eq!(to_string(&value).expect("JSON"), reference(&value));
    }
}

/// Keys that come in no order, as the fields of a struct do.
#[test]
fn keys_are_sorted_by_their_utf_16_code_units() {
    struct Unsorted(Vec<(&'static str, Value)>);

    impl Serialize for Unsorted {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
        }
    }

    // From RFC 8785, section 3.2.3, and some that are prefixes of others.
    let keys = [
        "\u{20ac}",
        "\r",
        "\u{fb33}",
        "1",
        "\u{1f600}",
        "\u{80}",
        "\u{f6}",
        "ab",
        "a",
        "a!",
        "",
        "a b",
    ];
    let entries: Vec<_> = keys
        .into_iter()
        .zip((0..).map(|n| json!([n, { "b": n, "a": n }])))
        .collect();
    for rotated in 0..keys.len() {
        let mut entries = entries.clone();
        entries.rotate_left(rotated);
        let unsorted = Unsorted(entries);
        assert_eq!(to_string(&unsorted).expect("JSON"), reference(&unsorted));
    }
    let twice = Unsorted(vec![
        ("b", Value::Null),
        ("a", Value::Null),
        ("b", Value::Null),
    ]);
    to_string(&twice).expect_err("a key twice");
    let side_by_side = Unsorted(vec![("b", Value::Null), ("b", Value::Null)]);
    to_string(&side_by_side).expect_err("a key twice");
}

#[test]
fn numbers_are_those_of_ecmascript() {
    let numbers = [
        0.0,
        -0.0,
        1.0,
        -1.5,
        1e21,
        1e20,
        1e-6,
        1e-7,
        9_007_199_254_740_992.0,
        5e-324,
        f64::MAX,
        0.1,
        74.5,
    ];
    for number in numbers {
        assert_eq!(to_string(&number).expect("JSON"), reference(&number));
    }
    for integer in [
        0,
        -1,
        1 << 53,
        (1 << 53) + 1,
        -(1 << 53) - 1,
        i64::MAX,
        i64::MIN,
    ] {
        assert_eq!(to_string(&integer).expect("JSON"), reference(&integer));
    }
    assert_eq!(to_string(&u64::MAX).expect("JSON"), reference(&u64::MAX));
    assert_eq!(to_string(&f64::NAN).expect("JSON"), "null");
}
