-- Who may do what is data: a role has actions, and what is not listed is denied.
CREATE TABLE role (
  name text PRIMARY KEY,
  rank bigint NOT NULL UNIQUE
);

CREATE TABLE role_action (
  role text NOT NULL REFERENCES role (name),
  action text NOT NULL,
  PRIMARY KEY (role, action)
);

INSERT INTO role (name, rank) VALUES ('visitor', 0), ('member', 10), ('helper', 20), ('staff', 30), ('moderator', 40), ('admin', 50);

INSERT INTO role_action (role, action)
SELECT role.name, listed.action
FROM role JOIN (
  SELECT 10 AS least, 'openTopic' AS action
  UNION ALL SELECT 10, 'reply'
  UNION ALL SELECT 10, 'remark'
  UNION ALL SELECT 10, 'vote'
  UNION ALL SELECT 10, 'meToo'
  UNION ALL SELECT 30, 'createTags'
  UNION ALL SELECT 30, 'acceptAny'
  UNION ALL SELECT 30, 'skipLimits'
  UNION ALL SELECT 30, 'beTold'
  UNION ALL SELECT 40, 'editAny'
  UNION ALL SELECT 40, 'deleteAny'
  UNION ALL SELECT 40, 'seeDeleted'
  UNION ALL SELECT 50, 'manageCategories'
  UNION ALL SELECT 50, 'manageMembers'
  UNION ALL SELECT 50, 'manageSite'
) AS listed ON role.rank >= listed.least;

CREATE TABLE member (
  id id,
  name text NOT NULL,
  handle text NOT NULL UNIQUE,
  handle_changed_at bigint,
  email text,
  email_key text UNIQUE,
  email_verified_at bigint,
  password_hash text,
  role text NOT NULL REFERENCES role (name),
  bio text NOT NULL DEFAULT '',
  bio_html text NOT NULL DEFAULT '',
  time_zone text NOT NULL DEFAULT 'UTC',
  theme text NOT NULL DEFAULT 'system',
  created_at bigint NOT NULL,
  seen_at bigint,
  topic_count bigint NOT NULL DEFAULT 0,
  post_count bigint NOT NULL DEFAULT 0,
  accepted_count bigint NOT NULL DEFAULT 0,
  imported boolean NOT NULL DEFAULT FALSE,
  suspended_until bigint,
  CHECK (length(name) BETWEEN 1 AND 60),
  CHECK (length(handle) BETWEEN 2 AND 30)
);

-- A handle somebody gave up leads to them for ever and is nobody else's.
CREATE TABLE former_handle (
  handle text PRIMARY KEY,
  member_id bigint NOT NULL REFERENCES member (id),
  until_at bigint NOT NULL
);

CREATE TABLE session (
  id id,
  token_hash bytes NOT NULL UNIQUE,
  member_id bigint NOT NULL REFERENCES member (id),
  created_at bigint NOT NULL,
  seen_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  address text NOT NULL,
  agent text NOT NULL
);
CREATE INDEX session_member ON session (member_id);

-- Single-use links: only a hash is kept, bound to a member, a purpose and an address.
CREATE TABLE token (
  token_hash bytes PRIMARY KEY,
  purpose text NOT NULL,
  member_id bigint REFERENCES member (id),
  address text NOT NULL,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL
);
CREATE INDEX token_member ON token (member_id, purpose);

-- Attempts counted per bucket (an account, an address, an action) and slot of time.
CREATE TABLE attempt (
  bucket text NOT NULL,
  slot bigint NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (bucket, slot)
);
CREATE INDEX attempt_slot ON attempt (slot);

CREATE TABLE setting (
  key text PRIMARY KEY,
  value text NOT NULL
);

-- What happened, in commit order. Reactions read it and remember how far they came.
CREATE TABLE event (
  id id,
  at bigint NOT NULL,
  kind text NOT NULL,
  actor_id bigint,
  member_id bigint,
  topic_id bigint,
  post_id bigint,
  detail text NOT NULL DEFAULT ''
);

CREATE TABLE reaction (
  name text PRIMARY KEY,
  event_id bigint NOT NULL
);

CREATE TABLE mail (
  id id,
  message_id text NOT NULL UNIQUE,
  kind text NOT NULL,
  member_id bigint REFERENCES member (id),
  to_name text NOT NULL,
  to_address text NOT NULL,
  subject text NOT NULL,
  body_text text NOT NULL,
  body_html text NOT NULL,
  created_at bigint NOT NULL,
  due_at bigint NOT NULL,
  attempts bigint NOT NULL DEFAULT 0,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'unknown')),
  reply text NOT NULL DEFAULT '',
  finished_at bigint
);
CREATE INDEX mail_due ON mail (state, due_at);
