-- What members write to one another, and to the company, out of public sight. Two members have one conversation, whoever began it: the lower
-- number stands first. One with the company has a title and belongs to whoever asked.
CREATE TABLE conversation (
  id id,
  kind text NOT NULL CHECK (kind IN ('members', 'staff')),
  title text NOT NULL,
  started_by bigint NOT NULL REFERENCES member (id),
  first_id bigint REFERENCES member (id),
  second_id bigint REFERENCES member (id),
  created_at bigint NOT NULL,
  bumped_at bigint NOT NULL,
  last_number bigint NOT NULL DEFAULT 0,
  topic_id bigint REFERENCES topic (id),
  UNIQUE (first_id, second_id),
  CHECK (length(title) <= 200),
  CHECK (first_id < second_id),
  CHECK ((kind = 'members') = (first_id IS NOT NULL)),
  CHECK ((kind = 'members') = (second_id IS NOT NULL))
);
CREATE INDEX conversation_starter ON conversation (started_by, created_at);
CREATE INDEX conversation_staff ON conversation (bumped_at, id) WHERE kind = 'staff';

-- Who takes part, and how far they have read. Of the staff somebody may have read it without taking part: they joined at no time.
CREATE TABLE conversation_member (
  conversation_id bigint NOT NULL REFERENCES conversation (id),
  member_id bigint NOT NULL REFERENCES member (id),
  joined_at bigint,
  left_at bigint,
  muted boolean NOT NULL DEFAULT FALSE,
  read_number bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (conversation_id, member_id)
);
CREATE INDEX conversation_member_own ON conversation_member (member_id, conversation_id);
CREATE INDEX conversation_member_left ON conversation_member (left_at) WHERE left_at IS NOT NULL;

-- Each part carries the key of its form: a form sent twice writes once.
CREATE TABLE conversation_part (
  id id,
  conversation_id bigint NOT NULL REFERENCES conversation (id),
  number bigint NOT NULL,
  author_id bigint NOT NULL REFERENCES member (id),
  key text NOT NULL,
  body text NOT NULL,
  html text NOT NULL,
  renderer bigint NOT NULL,
  created_at bigint NOT NULL,
  UNIQUE (conversation_id, number),
  UNIQUE (author_id, key)
);
CREATE INDEX conversation_part_recent ON conversation_part (author_id, created_at);

-- A part that somebody asked the moderators to look at: they read that part because of this row, and no other.
CREATE TABLE part_report (
  part_id bigint NOT NULL REFERENCES conversation_part (id),
  member_id bigint NOT NULL REFERENCES member (id),
  reason text NOT NULL CHECK (reason IN ('unkind', 'spam', 'unwanted', 'danger', 'other')),
  note text NOT NULL,
  at bigint NOT NULL,
  settled_at bigint,
  settled_by bigint REFERENCES member (id),
  PRIMARY KEY (part_id, member_id)
);
CREATE INDEX part_report_open ON part_report (at, part_id) WHERE settled_at IS NULL;

-- Whom a member wants nothing to do with. The other one never learns of it.
CREATE TABLE member_block (
  member_id bigint NOT NULL REFERENCES member (id),
  blocked_id bigint NOT NULL REFERENCES member (id),
  at bigint NOT NULL,
  PRIMARY KEY (member_id, blocked_id),
  CHECK (member_id <> blocked_id)
);

-- Whether other members may begin to write to one, where somebody chose otherwise than "yes".
CREATE TABLE message_choice (
  member_id bigint PRIMARY KEY REFERENCES member (id),
  wanted boolean NOT NULL
);

INSERT INTO role_action (role, action) SELECT name, 'converse' FROM role WHERE rank >= 10;
INSERT INTO role_action (role, action) VALUES
  ('staff', 'answerPrivately'), ('admin', 'answerPrivately'), ('moderator', 'readReported'), ('admin', 'readReported');

-- A notice tells of a post or of a part of a conversation.
CREATE TABLE notice_next (
  id id,
  member_id bigint NOT NULL REFERENCES member (id),
  act text NOT NULL CHECK (act IN ('written', 'accepted', 'solved')),
  kind text NOT NULL CHECK (kind IN ('answered', 'replied', 'mentioned', 'remarked', 'accepted', 'solved', 'opened', 'written', 'message')),
  topic_id bigint REFERENCES topic (id),
  post_id bigint REFERENCES post (id),
  part_id bigint REFERENCES conversation_part (id),
  at bigint NOT NULL,
  read_at bigint,
  UNIQUE (member_id, post_id, act),
  UNIQUE (member_id, part_id),
  CHECK ((kind = 'message') = (part_id IS NOT NULL)),
  CHECK ((kind = 'message') = (post_id IS NULL))
);
INSERT INTO notice_next (id, member_id, act, kind, topic_id, post_id, at, read_at)
SELECT notice.id, member_id, act, kind, topic_id, post_id, at, read_at FROM notice;
DROP TABLE notice;
ALTER TABLE notice_next RENAME TO notice;
CREATE INDEX notice_unread ON notice (member_id, id) WHERE read_at IS NULL;
CREATE INDEX notice_read ON notice (member_id, id) WHERE read_at IS NOT NULL;
CREATE INDEX notice_age ON notice (read_at, at);

-- Drafts of messages: `target` is a member for the first one (letter), a conversation for the next (message) and for what is about to be
-- made public (publish), 0 for a private question (private).
CREATE TABLE draft_next (
  id id,
  member_id bigint NOT NULL REFERENCES member (id),
  kind text NOT NULL CHECK (kind IN ('ask', 'reply', 'remark', 'edit', 'private', 'letter', 'message', 'publish')),
  target bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('kept', 'discarded', 'sent')),
  version bigint NOT NULL,
  hand text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  category text NOT NULL,
  tags text NOT NULL,
  topic_kind text NOT NULL,
  reply_to bigint,
  post_version bigint,
  saved_at bigint NOT NULL
);
INSERT INTO draft_next (id, member_id, kind, target, state, version, hand, title, body, category, tags, topic_kind, reply_to, post_version,
  saved_at)
SELECT draft.id, member_id, kind, target, state, version, hand, title, body, category, tags, topic_kind, reply_to, post_version, saved_at FROM draft;
DROP TABLE draft;
ALTER TABLE draft_next RENAME TO draft;
CREATE UNIQUE INDEX draft_kept ON draft (member_id, kind, target) WHERE state = 'kept';
CREATE INDEX draft_place ON draft (member_id, kind, target, version);
CREATE INDEX draft_list ON draft (member_id, state, saved_at);
CREATE INDEX draft_old ON draft (state, saved_at);

-- Who answers for the company is looked up by role.
CREATE INDEX member_role ON member (role, id);
