-- The names of people in frozen versions. A version holds only their digests, so that a name can be
-- removed while the version, which never changes, stays as verifiable as it was.
CREATE TABLE disclosure (
    workspace   TEXT NOT NULL,
    number      INTEGER NOT NULL,
    -- SHA-256 of the canonical JSON of [salt, name], in hexadecimal.
    digest      TEXT NOT NULL,
    salt        TEXT NOT NULL,
    name        TEXT NOT NULL,
    -- Whose name it is; they may be no person of this installation any more.
    person      TEXT NOT NULL,
    PRIMARY KEY (workspace, number, digest),
    FOREIGN KEY (workspace, number) REFERENCES version (workspace, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX disclosure_by_person ON disclosure (person);

CREATE TRIGGER disclosure_is_never_changed BEFORE UPDATE ON disclosure
BEGIN
    SELECT RAISE(ABORT, 'a name in a frozen version is told or not, and never changes');
END;

-- The digest of the name of whoever froze it. Where it is NULL, `frozen_by` is the name itself: a version
-- of before, whose names are part of what is hashed.
ALTER TABLE version ADD COLUMN signature TEXT;

-- The names that somebody had before: what they did then still says so, and all of them can be removed.
CREATE TABLE former_name (
    person      TEXT NOT NULL REFERENCES person (id),
    name        TEXT NOT NULL,
    PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;

-- People whose names are to be removed, or were. What is not done is done after a restart, too.
CREATE TABLE forgetting (
    id          INTEGER PRIMARY KEY,
    -- A number that, once it is done everywhere, belongs to nobody any more.
    person      TEXT NOT NULL,
    -- In this workspace alone; everywhere when NULL.
    workspace   TEXT REFERENCES workspace (id),
    asked_at    INTEGER NOT NULL,
    done_at     INTEGER
) STRICT;

CREATE INDEX forgetting_to_do ON forgetting (id) WHERE done_at IS NULL;
CREATE INDEX forgetting_by_person ON forgetting (person);
