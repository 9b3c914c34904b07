-- Identifiers are hyphenated UUIDs; times are milliseconds since 1970.

CREATE TABLE person (
    id          TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    -- The owner of the installation is a facilitator everywhere.
    owner       INTEGER NOT NULL DEFAULT 0,
    created_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE workspace (
    id          TEXT PRIMARY KEY,
    -- A picture of the title in the document, for lists.
    title       TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    created_by  TEXT REFERENCES person (id),
    demo        INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE membership (
    workspace    TEXT NOT NULL REFERENCES workspace (id),
    person       TEXT NOT NULL REFERENCES person (id),
    role         TEXT NOT NULL CHECK (role IN ('reader', 'contributor', 'facilitator')),
    joined_at    INTEGER NOT NULL,
    -- When they first opened the live workspace; nobody takes part by an invitation alone.
    connected_at INTEGER,
    PRIMARY KEY (workspace, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX membership_by_person ON membership (person);

-- When a facilitator last changed somebody's role or removed them: an invitation made before that does
-- not undo it.
CREATE TABLE ruling (
    workspace    TEXT NOT NULL REFERENCES workspace (id),
    person       TEXT NOT NULL REFERENCES person (id),
    ruled_at     INTEGER NOT NULL,
    PRIMARY KEY (workspace, person)
) STRICT, WITHOUT ROWID;

-- Only the hash of a secret is kept: whoever reads this file cannot sign in with it.
CREATE TABLE access (
    secret_hash TEXT PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('session', 'token', 'owner_link', 'personal_link')),
    person      TEXT NOT NULL REFERENCES person (id),
    -- A token opens this workspace alone, with this role.
    workspace   TEXT REFERENCES workspace (id),
    role        TEXT CHECK (role IN ('reader', 'contributor', 'facilitator')),
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER,
    used_at     INTEGER,
    CHECK ((kind = 'token') = (workspace IS NOT NULL AND role IS NOT NULL))
) STRICT;

CREATE INDEX access_by_person ON access (person);

CREATE TABLE invite (
    code        TEXT PRIMARY KEY,
    workspace   TEXT NOT NULL REFERENCES workspace (id),
    role        TEXT NOT NULL CHECK (role IN ('reader', 'contributor', 'facilitator')),
    created_at  INTEGER NOT NULL,
    created_by  TEXT NOT NULL REFERENCES person (id),
    expires_at  INTEGER NOT NULL,
    max_uses    INTEGER NOT NULL,
    uses        INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX invite_by_workspace ON invite (workspace);

-- Updates in the order in which they were made durable. A number is never given twice.
CREATE TABLE update_log (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    workspace   TEXT NOT NULL REFERENCES workspace (id),
    bytes       BLOB NOT NULL
) STRICT;

CREATE INDEX update_log_by_workspace ON update_log (workspace, seq);

-- The whole document as one update; it stands for every update up to `upto_seq`.
CREATE TABLE snapshot (
    workspace   TEXT PRIMARY KEY REFERENCES workspace (id),
    upto_seq    INTEGER NOT NULL,
    bytes       BLOB NOT NULL,
    -- SHA-256 of the content that the bytes decode to, as canonical JSON.
    content_hash TEXT NOT NULL,
    made_at     INTEGER NOT NULL
) STRICT;

CREATE TABLE version (
    workspace     TEXT NOT NULL REFERENCES workspace (id),
    number        INTEGER NOT NULL CHECK (number >= 1),
    hash          TEXT NOT NULL,
    previous_hash TEXT,
    label         TEXT NOT NULL,
    period        TEXT NOT NULL,
    note          TEXT NOT NULL,
    frozen_at     TEXT NOT NULL,
    frozen_by     TEXT NOT NULL,
    replaces      INTEGER,
    -- The sealed file itself, byte for byte.
    sealed        TEXT NOT NULL,
    PRIMARY KEY (workspace, number)
) STRICT;

CREATE TRIGGER version_is_never_changed BEFORE UPDATE ON version
BEGIN
    SELECT RAISE(ABORT, 'a frozen version never changes');
END;

CREATE TRIGGER version_is_never_deleted BEFORE DELETE ON version
BEGIN
    SELECT RAISE(ABORT, 'a frozen version never changes');
END;

-- Also closes the door of INSERT OR REPLACE, which deletes without firing the trigger above.
CREATE TRIGGER version_continues_the_chain BEFORE INSERT ON version
WHEN NEW.number <> 1 + coalesce((SELECT max(number) FROM version WHERE workspace = NEW.workspace), 0)
    OR NEW.previous_hash IS NOT
        (SELECT hash FROM version WHERE workspace = NEW.workspace ORDER BY number DESC LIMIT 1)
BEGIN
    SELECT RAISE(ABORT, 'a version follows the one before it');
END;

CREATE TRIGGER version_replaces_one_that_exists BEFORE INSERT ON version
WHEN NEW.replaces IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM version WHERE workspace = NEW.workspace AND number = NEW.replaces)
BEGIN
    SELECT RAISE(ABORT, 'a version replaces one that exists');
END;
