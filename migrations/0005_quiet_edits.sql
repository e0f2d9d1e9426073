-- A version that was replaced by an edit that does not show is nobody's but its author's and the moderators'.
ALTER TABLE post_version ADD COLUMN quiet boolean NOT NULL DEFAULT FALSE;
