//! What people say at once, offline too, is the same for all in the end, and a server refuses none of it.

use crate::{cases, party::stamp};
use jalon_shared::{
    AxisId, Command, NewEntity, PersonId, Subject, Workspace,
    talk::Deed,
    workspace::{Limits, Sender},
};
use proptest::prelude::*;
use std::collections::BTreeSet;
use uuid::Uuid;

/// How many threads and comments of each person there are.
const FEW: u8 = 3;

fn about(number: u8) -> Subject {
    AxisId::from_uuid(Uuid::from_u128(u128::from(number % 2) + 1)).into()
}

/// Sends what somebody has, and gives them the rest; what was replaced is erased on the way.
fn sync(server: &mut Workspace, peer: &mut Workspace, who: usize) {
    let names = BTreeSet::from([format!("P{who}")]);
    let sender = Sender {
        person: PersonId::from_uuid(Uuid::from_u128(who as u128 + 1)),
        names: &names,
        facilitates: who == 0,
    };
    let missing = peer.diff(&server.state_vector()).expect("an update");
    server
        .receive_from(&missing, sender)
        .expect("a good update");
    server.erase_replaced(&[about(0), about(1)]);
    let missing = server.diff(&peer.state_vector()).expect("an update");
    peer.receive(&missing).expect("a good update");
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn everybody_reads_the_same_threads(
        peers in 2_usize..=4,
        plan in proptest::collection::vec(any::<(u8, u8, u8, u8, u8)>(), 1..120),
    ) {
        let mut server = Workspace::new();
        for number in 1..=2 {
            let axis = AxisId::from_uuid(Uuid::from_u128(number));
            server.apply(&NewEntity::new(axis).into(), &stamp(0, 1)).expect("an axis");
        }
        server.guard(Limits::default()).expect("a guard");
        let load = |server: &Workspace| Workspace::load(&server.snapshot()).expect("a workspace");
        let mut all: Vec<Workspace> = (0..peers).map(|_| load(&server)).collect();
        for (number, (who, what, a, b, clock)) in plan.into_iter().enumerate() {
            let who = usize::from(who) % peers;
            // Each says things under ids of their own.
            let entry = |number: usize| Uuid::from_u128((who as u128 + 1) << 32 | number as u128);
            let own: Vec<_> = all[who].talk().into_iter()
                .filter(|one| matches!(one.deed, Deed::Say { .. }))
                .filter(|one| one.by == stamp(who, 0).person || who == 0)
                .collect();
            let chosen = own.get(usize::from(b) % own.len().max(1));
            let (mut about, mut thread) = (about(a), Uuid::from_u128(u128::from(b % FEW) + 1).into());
            let deed = match (what % 8, chosen) {
                (0 | 1, _) => {
                    sync(&mut server, &mut all[who], who);
                    continue;
                }
                (2, _) => Deed::Resolve,
                (3, _) => Deed::Reopen,
                (4, Some(one)) => {
                    (about, thread) = (one.about, one.thread);
                    let (comment, text) = (one.id, format!("autrement {number}"));
                    if one.by != stamp(who, 0).person {
                        continue;
                    }
                    Deed::Correct { comment, text, mentions: Vec::new() }
                }
                (5, Some(one)) => {
                    (about, thread) = (one.about, one.thread);
                    let comment = one.id;
                    if who == 0 { Deed::Remove { comment } } else { Deed::Withdraw { comment } }
                }
                _ => Deed::Say { text: format!("mot {number}"), mentions: Vec::new() },
            };
            let command = Command::Talk { id: entry(number).into(), about, thread, deed };
            all[who].apply(&command, &stamp(who, clock.into())).expect("a command");
        }
        for _ in 0..2 {
            for (who, peer) in all.iter_mut().enumerate() {
                sync(&mut server, peer, who);
            }
        }
        for peer in all.iter().chain([&load(&server)]) {
            prop_assert_eq!(peer.talk(), server.talk());
            prop_assert_eq!(peer.all_threads(), server.all_threads());
            prop_assert_eq!(peer.state_vector(), server.state_vector());
        }
        let words = server.all_threads().into_iter().flat_map(|thread| thread.comments);
        for comment in words {
            prop_assert!(comment.gone.is_some() == comment.text.is_empty());
        }
    }
}
