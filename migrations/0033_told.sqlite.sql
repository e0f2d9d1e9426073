-- A notice may tell somebody of a decision about them, or of what came of their report.
CREATE TABLE notice_next (
  id id,
  member_id bigint NOT NULL REFERENCES member (id),
  act text NOT NULL CHECK (act IN ('written', 'accepted', 'solved', 'decided')),
  kind text NOT NULL CHECK (kind IN
    ('answered', 'replied', 'mentioned', 'remarked', 'accepted', 'solved', 'opened', 'written', 'message', 'decided', 'reported')),
  topic_id bigint REFERENCES topic (id),
  post_id bigint REFERENCES post (id),
  part_id bigint REFERENCES conversation_part (id),
  at bigint NOT NULL,
  read_at bigint,
  decision_id bigint UNIQUE REFERENCES decision (act_id),
  review_id bigint REFERENCES review (id),
  UNIQUE (member_id, post_id, act),
  UNIQUE (member_id, part_id),
  UNIQUE (member_id, review_id),
  CHECK ((kind = 'message') = (part_id IS NOT NULL)),
  CHECK ((kind = 'decided') = (decision_id IS NOT NULL)),
  CHECK ((kind = 'reported') = (review_id IS NOT NULL)),
  CHECK ((kind IN ('message', 'decided', 'reported')) = (post_id IS NULL))
);
INSERT INTO notice_next (id, member_id, act, kind, topic_id, post_id, part_id, at, read_at)
SELECT notice.id, member_id, act, kind, topic_id, post_id, part_id, at, read_at FROM notice;
DROP TABLE notice;
ALTER TABLE notice_next RENAME TO notice;
CREATE INDEX notice_unread ON notice (member_id, id) WHERE read_at IS NULL;
CREATE INDEX notice_read ON notice (member_id, id) WHERE read_at IS NOT NULL;
CREATE INDEX notice_age ON notice (read_at, at);
