-- Who changed what last, and how often: one row for each thing, person and deed, so that whoever comes back
-- can be told. A picture of what the log says, written in its transactions.
CREATE TABLE activity (
    workspace   TEXT NOT NULL REFERENCES workspace (id),
    -- The path of a field, an entity, a cell or a version.
    path        TEXT NOT NULL,
    -- They may be no person of this installation any more when what they sent last is written.
    person      TEXT NOT NULL,
    deed        TEXT NOT NULL CHECK (deed IN ('changed', 'added', 'binned', 'restored', 'said', 'frozen')),
    changes     INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    PRIMARY KEY (workspace, path, person, deed)
) STRICT, WITHOUT ROWID;

CREATE INDEX activity_by_time ON activity (workspace, at);
CREATE INDEX activity_by_person ON activity (person);

-- Since when somebody has not seen what the others do, and when they were last there.
CREATE TABLE visit (
    workspace   TEXT NOT NULL REFERENCES workspace (id),
    person      TEXT NOT NULL,
    since       INTEGER NOT NULL,
    left_at     INTEGER NOT NULL,
    PRIMARY KEY (workspace, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX visit_by_person ON visit (person);
