-- Members are listed by when they joined, and by when they were last here.
CREATE INDEX member_newest ON member (created_at, id);
CREATE INDEX member_seen ON member (coalesce(seen_at, 0), id);

-- What those who keep order note about a member among themselves; the member never reads it.
CREATE TABLE member_note (
  id id,
  member_id bigint NOT NULL REFERENCES member (id),
  by_id bigint NOT NULL REFERENCES member (id),
  at bigint NOT NULL,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 1000)
);
CREATE INDEX member_note_member ON member_note (member_id, id);

-- Somebody had two accounts: the row of the lesser one stays without anything of theirs, and leads to the other.
ALTER TABLE member ADD COLUMN merged_into bigint REFERENCES member (id);
