-- What is in the log stays as it is. Its key makes hashes of texts that say nothing to who has not got it.
CREATE TRIGGER act_unchanged BEFORE UPDATE ON act BEGIN
  SELECT RAISE(ABORT, 'acts are kept as they are');
END;
CREATE TRIGGER act_kept BEFORE DELETE ON act BEGIN
  SELECT RAISE(ABORT, 'acts are kept as they are');
END;
INSERT INTO setting (key, value) VALUES ('logKey', lower(hex(randomblob(32))));
