-- Acts of moderation are on the record. What is kept of one is numbers, a rule and hashes; a hash covers the act before it, so that none can be
-- changed or left out unseen. Its texts lie in a table of their own, which erasure may empty.
CREATE TABLE act (
  id id,
  at bigint NOT NULL,
  kind text NOT NULL,
  actor_id bigint,
  rule text NOT NULL,
  category_id bigint,
  topic_id bigint,
  post_id bigint,
  part_id bigint,
  member_id bigint,
  until_at bigint,
  undoes bigint UNIQUE REFERENCES act (id),
  batch bigint REFERENCES act (id),
  detail text NOT NULL,
  text_hash bytes NOT NULL,
  hash bytes NOT NULL
);
CREATE INDEX act_member ON act (member_id, id);
CREATE INDEX act_post ON act (post_id, id);
CREATE INDEX act_topic ON act (topic_id, id);
CREATE INDEX act_actor ON act (actor_id, id);
CREATE INDEX act_time ON act (at, id);
CREATE INDEX act_batch ON act (batch, id) WHERE batch IS NOT NULL;

CREATE TABLE act_text (
  act_id bigint PRIMARY KEY REFERENCES act (id),
  words text NOT NULL,
  note text NOT NULL
);

-- An act somebody is told of, and the second look they may ask for once. The token is that of the link in the mail.
CREATE TABLE decision (
  act_id bigint PRIMARY KEY REFERENCES act (id),
  member_id bigint NOT NULL REFERENCES member (id),
  token_hash bytes UNIQUE,
  message_id text,
  look_asked_at bigint,
  look_words text NOT NULL DEFAULT '',
  look_done_at bigint,
  look_by bigint REFERENCES member (id),
  look_outcome text CHECK (look_outcome IN ('kept', 'undone')),
  look_answer text NOT NULL DEFAULT ''
);
CREATE INDEX decision_member ON decision (member_id, act_id);

-- What waits for a person: a post, a part of a conversation, a member, or an act that is looked at again.
CREATE TABLE review (
  id id,
  cause text NOT NULL CHECK (cause IN ('reported', 'held', 'secondLook')),
  post_id bigint REFERENCES post (id),
  part_id bigint REFERENCES conversation_part (id),
  member_id bigint REFERENCES member (id),
  act_id bigint UNIQUE REFERENCES act (id),
  rule text NOT NULL,
  weight bigint NOT NULL,
  opened_at bigint NOT NULL,
  due_at bigint NOT NULL,
  claimed_by bigint REFERENCES member (id),
  claimed_at bigint,
  settled_at bigint,
  settled_by bigint REFERENCES member (id),
  settled_act bigint REFERENCES act (id),
  CHECK ((post_id IS NOT NULL) OR (part_id IS NOT NULL) OR (member_id IS NOT NULL) OR (act_id IS NOT NULL))
);
CREATE UNIQUE INDEX review_post ON review (post_id) WHERE settled_at IS NULL AND act_id IS NULL;
CREATE UNIQUE INDEX review_part ON review (part_id) WHERE settled_at IS NULL AND act_id IS NULL;
CREATE UNIQUE INDEX review_member ON review (member_id) WHERE settled_at IS NULL AND act_id IS NULL;
CREATE INDEX review_open ON review (weight, opened_at, id) WHERE settled_at IS NULL;
CREATE INDEX review_settled ON review (settled_at, id) WHERE settled_at IS NOT NULL;
CREATE INDEX review_act ON review (settled_act) WHERE settled_act IS NOT NULL;
CREATE INDEX review_of_post ON review (post_id, id);
CREATE INDEX review_of_member ON review (member_id, id);

-- Somebody asks for a look. A visitor has no number, and leaves an address if they want an answer.
CREATE TABLE report (
  id id,
  review_id bigint NOT NULL REFERENCES review (id),
  member_id bigint REFERENCES member (id),
  address text NOT NULL,
  reason text NOT NULL CHECK (reason IN ('unkind', 'spam', 'unwanted', 'danger', 'other')),
  note text NOT NULL,
  weight bigint NOT NULL,
  at bigint NOT NULL,
  upheld boolean,
  UNIQUE (review_id, member_id)
);
CREATE INDEX report_member ON report (member_id, at);

-- What several things in the queue have in common: where they were sent from, where they lead, what they say.
CREATE TABLE review_evidence (
  review_id bigint NOT NULL REFERENCES review (id),
  kind text NOT NULL CHECK (kind IN ('address', 'link', 'text')),
  value text NOT NULL,
  PRIMARY KEY (review_id, kind, value)
);
CREATE INDEX review_evidence_value ON review_evidence (kind, value, review_id);

INSERT INTO review (cause, part_id, rule, weight, opened_at, due_at)
SELECT 'reported', part_id, 'other', 100 * count(*), min(at), min(at) + 86400000 FROM part_report WHERE settled_at IS NULL GROUP BY part_id;
INSERT INTO report (review_id, member_id, address, reason, note, weight, at)
SELECT review.id, part_report.member_id, '', part_report.reason, part_report.note, 100, part_report.at
FROM part_report JOIN review ON review.part_id = part_report.part_id WHERE part_report.settled_at IS NULL;
DROP TABLE part_report;

-- Silenced: reads, and writes to the staff. Held: a person has not looked at the new account yet.
ALTER TABLE member ADD COLUMN silenced_until bigint;
ALTER TABLE member ADD COLUMN held_at bigint;

-- A topic that is closed opens again by itself at an hour somebody set. In one that is slowed down each member waits between two replies.
ALTER TABLE topic ADD COLUMN locked_until bigint;
ALTER TABLE topic ADD COLUMN slow_seconds bigint NOT NULL DEFAULT 0;
CREATE INDEX topic_locked_until ON topic (locked_until) WHERE locked_until IS NOT NULL;

INSERT INTO role_action (role, action)
SELECT role.name, listed.action
FROM role JOIN (
  SELECT 30 AS least, 'closeAny' AS action
  UNION ALL SELECT 30, 'moveAny'
  UNION ALL SELECT 40, 'decide'
  UNION ALL SELECT 40, 'hideAny'
  UNION ALL SELECT 40, 'restrictMembers'
  UNION ALL SELECT 40, 'readLog'
  UNION ALL SELECT 50, 'eraseMembers'
  UNION ALL SELECT 50, 'mergeMembers'
) AS listed ON role.rank >= listed.least;

-- What is hidden counts nowhere: a number that says more than the page would tell of it.
UPDATE member SET post_count = post_count - coalesce(
    (SELECT count(*) FROM post WHERE post.author_id = member.id AND post.hidden AND post.deleted_at IS NULL), 0),
  accepted_count = accepted_count - coalesce((SELECT count(*) FROM post JOIN acceptance ON acceptance.post_id = post.id
    WHERE post.author_id = member.id AND post.hidden AND post.deleted_at IS NULL), 0),
  topic_count = topic_count - coalesce(
    (SELECT count(*) FROM topic WHERE topic.author_id = member.id AND topic.hidden AND topic.deleted_at IS NULL), 0)
WHERE member.id IN (SELECT author_id FROM post WHERE hidden) OR member.id IN (SELECT author_id FROM topic WHERE hidden);
UPDATE tag SET topic_count = topic_count - (SELECT count(*) FROM topic_tag JOIN topic ON topic.id = topic_tag.topic_id
  WHERE topic_tag.tag_id = tag.id AND topic.hidden AND topic.deleted_at IS NULL);
UPDATE post SET remark_count = remark_count - (SELECT count(*) FROM post remark
  WHERE remark.parent_id = post.id AND remark.kind = 'remark' AND remark.hidden AND remark.deleted_at IS NULL)
WHERE post.id IN (SELECT parent_id FROM post WHERE kind = 'remark' AND hidden);
