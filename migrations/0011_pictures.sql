-- A picture somebody uploaded, made anew by us; its files lie in the data folder under its name. Whoever may read a post it stands in may see
-- it; while it stands in none, its uploader alone. A face is its member's, and seen by everybody.
CREATE TABLE picture (
  id id,
  name text NOT NULL UNIQUE,
  member_id bigint NOT NULL REFERENCES member (id),
  kind text NOT NULL CHECK (kind IN ('post', 'face')),
  format text NOT NULL CHECK (format IN ('jpg', 'png', 'webp')),
  width bigint NOT NULL,
  height bigint NOT NULL,
  bytes bigint NOT NULL,
  -- A hash of the file as it was sent: sent twice by the same member, it is one picture. NULL for a face.
  source bytes,
  created_at bigint NOT NULL,
  -- Since when it stands in no post and is nobody's face; NULL while it does.
  unused_since bigint,
  -- Its files are being removed: nothing may take it up any more.
  going boolean NOT NULL DEFAULT FALSE
);
CREATE INDEX picture_member ON picture (member_id, kind);
CREATE UNIQUE INDEX picture_source ON picture (member_id, source) WHERE NOT going;
CREATE INDEX picture_unused ON picture (unused_since) WHERE unused_since IS NOT NULL;
CREATE INDEX picture_going ON picture (id) WHERE going;

CREATE TABLE post_picture (
  post_id bigint NOT NULL REFERENCES post (id),
  picture_id bigint NOT NULL REFERENCES picture (id),
  PRIMARY KEY (post_id, picture_id)
);
CREATE INDEX post_picture_picture ON post_picture (picture_id);

-- The name of the picture that is a member's face, beside their name wherever that is read.
ALTER TABLE member ADD COLUMN face text;
