-- A large version is kept packed (Zstandard, RFC 8878: as many frames as there are pieces), and `sealed` is empty;
-- unpacked it is the sealed file, byte for byte. Small ones, and those of before, are not packed.
ALTER TABLE version ADD COLUMN packed BLOB CHECK ((packed IS NULL) = (sealed <> ''));
