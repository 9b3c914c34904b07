//! `cargo xtask bench` runs this.
use anyhow::Result;
use jalon_tests::bench::{
    contender::{Kind, Programs},
    house::House,
    load::{Crowd, Load, Pace},
    script::{self, Script, Shape},
};
use std::{rc::Rc, time::Duration};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    tokio::task::LocalSet::new().run_until(run()).await
}

async fn run() -> Result<()> {
    let args: Vec<String> = std::env::args().collect();
    let what = args.get(1).map(String::as_str).unwrap_or("workshop");
    let kinds: Vec<Kind> = args
        .get(2)
        .map(String::as_str)
        .unwrap_or("relay,jalon")
        .split(',')
        .map(|k| match k {
            "relay" => Kind::Relay,
            "hocus" => Kind::Hocuspocus,
            "yws" => Kind::YWebsocket,
            "ysweet" => Kind::YSweet,
            _ => Kind::Jalon,
        })
        .collect();
    let shape = if args.get(3).map(String::as_str) == Some("sample") {
        Shape::Sample
    } else {
        Shape::Letters
    };
    let secs: u64 = args.get(4).and_then(|s| s.parse().ok()).unwrap_or(5);
    let (documents, people, pace) = match what {
        "cohort" => (16, 8, Pace::Each(2.0)),
        "crowd" => (200, 20, Pace::Each(0.5)),
        "flood" => (1, 20, Pace::Flood { open: 20 }),
        _ => (1, 65, Pace::Each(2.0)),
    };
    let load = Load {
        documents,
        people,
        pace,
        warm: Duration::from_secs(2),
        measured: Duration::from_secs(secs),
    };
    let edits = match pace {
        Pace::Each(rate) => (rate * (secs as f64 + 4.0)) as usize + 2,
        Pace::Flood { .. } => 10000 * (secs as usize + 2),
    };
    let start = std::time::Instant::now();
    let base = script::base(shape).await?;
    let script = Rc::new(Script::write(base, shape, people, edits)?);
    println!(
        "script: {} bytes base, {:?}",
        script.base.len(),
        start.elapsed()
    );
    let programs = Programs::find()?;
    for kind in kinds {
        let mut house = House::open(kind, &programs).await?;
        let start = std::time::Instant::now();
        let crowd = Crowd::gather(&mut house, &script, load).await?;
        let gathered = start.elapsed();
        if let Ok(secs) = std::env::var("PERF") {
            let _ = std::process::Command::new("perf")
                .args([
                    "record",
                    "-q",
                    "-F",
                    "4999",
                    "-o",
                    &format!("/tmp/w/tmp-mine/perf-{}.data", kind.name()),
                    "-p",
                    &house.contender.id()?.to_string(),
                    "--",
                    "sleep",
                    &secs,
                ])
                .spawn();
        }
        let outcome = crowd.type_on(house.process()?, load).await?;
        println!("{:<14} gathered {gathered:?} {outcome:#?}", kind.name());
        crowd.check(&house).await?;
    }
    Ok(())
}
