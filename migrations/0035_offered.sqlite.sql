-- When a question without an answer had its turn of being offered; it has one.
ALTER TABLE topic ADD COLUMN offered_at bigint;

-- Why the member: a term of the question, and the post that has it; without a post it is an interest they declared.
ALTER TABLE question_offer ADD COLUMN term text NOT NULL DEFAULT '' CHECK (length(term) <= 100);
ALTER TABLE question_offer ADD COLUMN post_id bigint REFERENCES post (id);

-- A notice may tell of a question that is offered.
CREATE TABLE notice_next (
  id id,
  member_id bigint NOT NULL REFERENCES member (id),
  act text NOT NULL CHECK (act IN ('written', 'accepted', 'solved', 'decided', 'offered')),
  kind text NOT NULL CHECK (kind IN
    ('answered', 'replied', 'mentioned', 'remarked', 'accepted', 'solved', 'opened', 'written', 'message', 'decided', 'reported', 'offered')),
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
  CHECK ((kind IN ('message', 'decided', 'reported')) = (post_id IS NULL)),
  CHECK ((kind = 'offered') = (act = 'offered'))
);
INSERT INTO notice_next (id, member_id, act, kind, topic_id, post_id, part_id, at, read_at, decision_id, review_id)
SELECT notice.id, member_id, act, kind, topic_id, post_id, part_id, at, read_at, decision_id, review_id FROM notice;
DROP TABLE notice;
ALTER TABLE notice_next RENAME TO notice;
CREATE INDEX notice_unread ON notice (member_id, id) WHERE read_at IS NULL;
CREATE INDEX notice_read ON notice (member_id, id) WHERE read_at IS NOT NULL;
CREATE INDEX notice_age ON notice (read_at, at);
