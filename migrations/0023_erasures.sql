-- Members who were erased, so that a backup of before does not bring them back. Of each only the number, and when they joined, by which the
-- number is known to be the same person's.
CREATE TABLE erasure (
  id id,
  member_id bigint NOT NULL UNIQUE REFERENCES member (id),
  joined_at bigint NOT NULL,
  -- Whether what they wrote went too.
  texts boolean NOT NULL,
  at bigint NOT NULL,
  -- Mail to them that may lie in the spool, by its files' names, one a line.
  mail text NOT NULL,
  -- Whether their files are gone, and the list beside the database has this row.
  settled boolean NOT NULL DEFAULT FALSE
);
CREATE INDEX erasure_open ON erasure (id) WHERE NOT settled;
