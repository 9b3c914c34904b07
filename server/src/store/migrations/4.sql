-- Which history of a workspace is kept here: the nil UUID until a backup was put in place of a database,
-- from then on a random one. Pages that hold another history are told, and do not merge it in.
ALTER TABLE workspace ADD COLUMN generation TEXT NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
