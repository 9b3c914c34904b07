-- CRC-32 (the one of gzip) of the bytes beside it, so that damage is seen before anything is read of them. NULL in
-- rows of before.
ALTER TABLE snapshot ADD COLUMN crc INTEGER;
ALTER TABLE update_log ADD COLUMN crc INTEGER;
