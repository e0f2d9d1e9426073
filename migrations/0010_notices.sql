-- What a member is told: one line for each act on a post, by the strongest reason they have for hearing of it.
CREATE TABLE notice (
  id id,
  member_id bigint NOT NULL REFERENCES member (id),
  act text NOT NULL CHECK (act IN ('written', 'accepted', 'solved')),
  kind text NOT NULL CHECK (kind IN ('answered', 'replied', 'mentioned', 'remarked', 'accepted', 'solved', 'opened', 'written')),
  topic_id bigint NOT NULL REFERENCES topic (id),
  post_id bigint NOT NULL REFERENCES post (id),
  at bigint NOT NULL,
  read_at bigint,
  UNIQUE (member_id, post_id, act)
);
CREATE INDEX notice_unread ON notice (member_id, id) WHERE read_at IS NULL;
CREATE INDEX notice_read ON notice (member_id, id) WHERE read_at IS NOT NULL;
CREATE INDEX notice_age ON notice (read_at, at);

-- An event that followers are still being told of, some hundreds at a time, and how far that has come.
CREATE TABLE telling (
  event_id bigint PRIMARY KEY,
  post_id bigint NOT NULL REFERENCES post (id),
  at bigint NOT NULL,
  after_member bigint NOT NULL
);

-- Nobody is told of what happened before there were notices.
INSERT INTO reaction (name, event_id) SELECT 'tell', coalesce(max(id), 0) FROM event;

-- Which notices a member wants by mail too, where they chose otherwise than what is usual.
CREATE TABLE mail_choice (
  member_id bigint NOT NULL REFERENCES member (id),
  kind text NOT NULL,
  wanted boolean NOT NULL,
  PRIMARY KEY (member_id, kind)
);

-- A link by which mail of one kind is stopped without signing in; only its hash is kept.
CREATE TABLE mail_stop (
  token_hash bytes PRIMARY KEY,
  member_id bigint NOT NULL REFERENCES member (id),
  kind text NOT NULL,
  expires_at bigint NOT NULL
);
CREATE INDEX mail_stop_age ON mail_stop (expires_at);

-- Mail of a notice is written when it is sent, and only if the notice still stands.
ALTER TABLE mail ADD COLUMN notice_id bigint;
CREATE UNIQUE INDEX mail_notice ON mail (notice_id);
