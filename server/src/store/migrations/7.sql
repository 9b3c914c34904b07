-- The log anew: one row for all that a room wrote at once, in one tree. Before, each update was a row, and each
-- commit touched an index and a counter as well. Numbers are of one workspace; none is given twice, since the next
-- one comes after the last of the log and of the snapshot.
CREATE TABLE log (
    workspace   TEXT NOT NULL REFERENCES workspace (id),
    seq         INTEGER NOT NULL,
    -- How many updates there are in `bytes`: one, as it is, or several, each after its length (a varuint).
    updates     INTEGER NOT NULL CHECK (updates > 0),
    bytes       BLOB NOT NULL,
    -- CRC-32 of the bytes; NULL in rows of before.
    crc         INTEGER,
    PRIMARY KEY (workspace, seq)
) STRICT, WITHOUT ROWID;

INSERT INTO log (workspace, seq, updates, bytes, crc) SELECT workspace, seq, 1, bytes, crc FROM update_log;
DROP TABLE update_log;
ALTER TABLE log RENAME TO update_log;
