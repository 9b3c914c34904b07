-- Who made a token, when somebody made it in a workspace and not on the command line.
ALTER TABLE access ADD COLUMN made_by TEXT REFERENCES person (id);
-- When a token was last used, to the minute.
ALTER TABLE access ADD COLUMN seen_at INTEGER;

-- Counts whatever may shut an open door or change how far it opens, whoever does it: the server, a command
-- beside it, or somebody with a database tool. The server looks at its open sockets again when it moved.
CREATE TABLE door_change (
    only_row    INTEGER PRIMARY KEY CHECK (only_row = 1),
    count       INTEGER NOT NULL
) STRICT;

INSERT INTO door_change (only_row, count) VALUES (1, 0);

CREATE TRIGGER access_ended AFTER DELETE ON access
BEGIN
    UPDATE door_change SET count = count + 1;
END;

CREATE TRIGGER access_changed AFTER UPDATE OF person, workspace, role, expires_at, used_at ON access
BEGIN
    UPDATE door_change SET count = count + 1;
END;

CREATE TRIGGER membership_ended AFTER DELETE ON membership
BEGIN
    UPDATE door_change SET count = count + 1;
END;

CREATE TRIGGER membership_changed AFTER UPDATE OF role ON membership
BEGIN
    UPDATE door_change SET count = count + 1;
END;

CREATE TRIGGER owner_changed AFTER UPDATE OF owner ON person
BEGIN
    UPDATE door_change SET count = count + 1;
END;
