-- Tags that a member says interest them; everybody may read them on the member's page.
CREATE TABLE interest (
  member_id bigint NOT NULL REFERENCES member (id),
  tag_id bigint NOT NULL REFERENCES tag (id),
  at bigint NOT NULL,
  PRIMARY KEY (member_id, tag_id)
);
CREATE INDEX interest_tag ON interest (tag_id, member_id);
CREATE INDEX tag_used ON tag (topic_count, name) WHERE synonym_of IS NULL;

-- Until when somebody reads nothing here, and what they say about it.
ALTER TABLE member ADD COLUMN away_until bigint;
ALTER TABLE member ADD COLUMN away_note text NOT NULL DEFAULT '';
