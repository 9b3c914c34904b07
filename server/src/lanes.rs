//! The threads that serve rooms: a room and all who sit in it are served by one of them, so that an edit wakes no
//! other thread on its way, and rooms share the processors. Requests are answered elsewhere: what takes long there
//! holds up nobody who types.

use jalon_shared::WorkspaceId;
use std::{io, sync::Arc, thread};
use tokio::runtime::{Builder, Handle, Runtime};

/// Where rooms are served; clones are the same lanes.
///
/// **Invariant:** there is one at least.
#[derive(Clone)]
pub struct Lanes {
    lanes: Arc<[Handle]>,
    aside: Handle,
}

/// The threads of the lanes, which end without waiting for anybody when this is dropped.
pub struct LaneThreads(Vec<Runtime>);

impl Lanes {
    /// Starts as many as there are processors, beside the runtime that this is called in.
    ///
    /// # Errors
    /// When the system gives no thread.
    ///
    /// # Panics
    /// Outside of a runtime.
    pub fn start() -> io::Result<(Self, LaneThreads)> {
        let count = thread::available_parallelism()?.get();
        let start = |number| {
            // One worker, and not the runtime without any, so that a large update can be taken in aside
            // (`block_in_place`) while somebody else serves the lane.
            Builder::new_multi_thread()
                .worker_threads(1)
                .thread_name(format!("lane-{number}"))
                .enable_all()
                .build()
        };
        let threads: Vec<Runtime> = (1..=count).map(start).collect::<io::Result<_>>()?;
        let lanes = threads.iter().map(|runtime| runtime.handle().clone());
        let lanes = Self {
            lanes: lanes.collect(),
            aside: Handle::current(),
        };
        Ok((lanes, LaneThreads(threads)))
    }

    /// One lane, which is where this is called: for whoever serves nobody beside.
    ///
    /// # Panics
    /// Outside of a runtime.
    pub fn here() -> Self {
        Self {
            lanes: [Handle::current()].into(),
            aside: Handle::current(),
        }
    }

    /// The lane of a workspace.
    pub fn of(&self, workspace: WorkspaceId) -> &Handle {
        // The last bytes are random in a version 7 UUID.
        let number = workspace.uuid().as_u128() as usize % self.lanes.len();
        &self.lanes[number]
    }

    /// Where is done what takes long and nobody who types may wait for.
    pub fn aside(&self) -> &Handle {
        &self.aside
    }
}

impl Drop for LaneThreads {
    fn drop(&mut self) {
        for runtime in self.0.drain(..) {
            runtime.shutdown_background();
        }
    }
}
