-- What was written last, of all workspaces, in the order in which it came: one commit for many of them touches one
-- page and not one of each. Now and then it is posted to `update_log`, where each workspace has a place of its own. Of a
-- workspace, all that is here came after all that is there.
CREATE TABLE daybook (
    -- Numbers are of all workspaces together from now on, and none is given twice.
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    workspace   TEXT NOT NULL REFERENCES workspace (id),
    -- As in `update_log`.
    updates     INTEGER NOT NULL CHECK (updates > 0),
    bytes       BLOB NOT NULL,
    crc         INTEGER NOT NULL
) STRICT;

-- The next number comes after all that were given, and after the 1 of the first row of a workspace.
INSERT INTO sqlite_sequence (name, seq)
SELECT 'daybook', max(1, coalesce((SELECT max(seq) FROM update_log), 0), coalesce((SELECT max(upto_seq) FROM snapshot), 0));
