CREATE TABLE category (
  id id,
  slug text NOT NULL UNIQUE,
  name text NOT NULL UNIQUE,
  description text NOT NULL DEFAULT '',
  color text NOT NULL DEFAULT '#0B5C8A',
  position bigint NOT NULL DEFAULT 0,
  topic_count bigint NOT NULL DEFAULT 0,
  created_at bigint NOT NULL
);

-- Who may see, open topics and reply in a category; what is not listed is denied.
CREATE TABLE category_access (
  category_id bigint NOT NULL REFERENCES category (id),
  role text NOT NULL REFERENCES role (name),
  may_see boolean NOT NULL,
  may_open boolean NOT NULL,
  may_reply boolean NOT NULL,
  PRIMARY KEY (category_id, role)
);

CREATE TABLE tag (
  id id,
  name text NOT NULL UNIQUE,
  description text NOT NULL DEFAULT '',
  synonym_of bigint REFERENCES tag (id),
  topic_count bigint NOT NULL DEFAULT 0,
  created_at bigint NOT NULL
);

CREATE TABLE topic (
  id id,
  kind text NOT NULL CHECK (kind IN ('question', 'discussion', 'idea', 'notice')),
  category_id bigint NOT NULL REFERENCES category (id),
  author_id bigint NOT NULL REFERENCES member (id),
  title text NOT NULL,
  slug text NOT NULL,
  created_at bigint NOT NULL,
  bumped_at bigint NOT NULL,
  last_number bigint NOT NULL DEFAULT 1,
  last_post_id bigint,
  last_poster_id bigint REFERENCES member (id),
  reply_count bigint NOT NULL DEFAULT 0,
  me_too_count bigint NOT NULL DEFAULT 0,
  accepted_count bigint NOT NULL DEFAULT 0,
  solved_note text,
  solved_by bigint REFERENCES member (id),
  solved_role text,
  solved_at bigint,
  view_count bigint NOT NULL DEFAULT 0,
  duplicate_of bigint REFERENCES topic (id),
  pinned_until bigint,
  locked_at bigint,
  hidden boolean NOT NULL DEFAULT FALSE,
  deleted_at bigint,
  deleted_by bigint REFERENCES member (id),
  was_public boolean NOT NULL DEFAULT FALSE,
  CHECK (length(title) BETWEEN 1 AND 200)
);
CREATE INDEX topic_latest ON topic (bumped_at, id) WHERE deleted_at IS NULL AND NOT hidden;
CREATE INDEX topic_category ON topic (category_id, bumped_at, id) WHERE deleted_at IS NULL AND NOT hidden;
CREATE INDEX topic_unanswered ON topic (bumped_at, id)
  WHERE deleted_at IS NULL AND NOT hidden AND kind = 'question' AND reply_count = 0 AND accepted_count = 0 AND solved_at IS NULL;
CREATE INDEX topic_author ON topic (author_id, created_at);

CREATE TABLE topic_tag (
  topic_id bigint NOT NULL REFERENCES topic (id),
  tag_id bigint NOT NULL REFERENCES tag (id),
  bumped_at bigint NOT NULL,
  PRIMARY KEY (topic_id, tag_id)
);
CREATE INDEX topic_tag_tag ON topic_tag (tag_id, bumped_at, topic_id);

-- Posts that stand in order have a number from 1 (the opening post); a remark has none and hangs on a post.
CREATE TABLE post (
  id id,
  topic_id bigint NOT NULL REFERENCES topic (id),
  number bigint,
  kind text NOT NULL CHECK (kind IN ('opening', 'answer', 'reply', 'remark')),
  parent_id bigint REFERENCES post (id),
  author_id bigint NOT NULL REFERENCES member (id),
  nameless boolean NOT NULL DEFAULT FALSE,
  body text NOT NULL,
  html text NOT NULL,
  renderer bigint NOT NULL,
  created_at bigint NOT NULL,
  version bigint NOT NULL DEFAULT 1,
  edited_at bigint,
  edited_by bigint REFERENCES member (id),
  edit_shows boolean NOT NULL DEFAULT FALSE,
  vote_count bigint NOT NULL DEFAULT 0,
  imported_votes bigint NOT NULL DEFAULT 0,
  imported_down_votes bigint NOT NULL DEFAULT 0,
  remark_count bigint NOT NULL DEFAULT 0,
  hidden boolean NOT NULL DEFAULT FALSE,
  deleted_at bigint,
  deleted_by bigint REFERENCES member (id),
  UNIQUE (topic_id, number),
  CHECK ((kind = 'remark') = (number IS NULL))
);
CREATE INDEX post_author ON post (author_id, created_at);
CREATE INDEX post_remarks ON post (parent_id, id) WHERE kind = 'remark';

-- What a post said before an edit; the post itself holds the newest version.
CREATE TABLE post_version (
  post_id bigint NOT NULL REFERENCES post (id),
  version bigint NOT NULL,
  title text,
  body text NOT NULL,
  editor_id bigint NOT NULL REFERENCES member (id),
  written_at bigint NOT NULL,
  hidden boolean NOT NULL DEFAULT FALSE,
  PRIMARY KEY (post_id, version)
);

CREATE TABLE vote (
  post_id bigint NOT NULL REFERENCES post (id),
  member_id bigint NOT NULL REFERENCES member (id),
  at bigint NOT NULL,
  PRIMARY KEY (post_id, member_id)
);

CREATE TABLE me_too (
  topic_id bigint NOT NULL REFERENCES topic (id),
  member_id bigint NOT NULL REFERENCES member (id),
  at bigint NOT NULL,
  PRIMARY KEY (topic_id, member_id)
);

-- An answer that helped, who said so and in which role they said it.
CREATE TABLE acceptance (
  post_id bigint PRIMARY KEY REFERENCES post (id),
  topic_id bigint NOT NULL REFERENCES topic (id),
  member_id bigint REFERENCES member (id),
  role text NOT NULL CHECK (role IN ('asker', 'staff', 'moderator', 'imported')),
  at bigint NOT NULL
);
CREATE INDEX acceptance_topic ON acceptance (topic_id);

-- The asker says that a mark of staff did not help: the question is open again until staff look.
CREATE TABLE objection (
  post_id bigint PRIMARY KEY REFERENCES post (id),
  topic_id bigint NOT NULL REFERENCES topic (id),
  member_id bigint NOT NULL REFERENCES member (id),
  note text NOT NULL,
  at bigint NOT NULL
);
CREATE INDEX objection_topic ON objection (topic_id);

CREATE TABLE read_mark (
  member_id bigint NOT NULL REFERENCES member (id),
  topic_id bigint NOT NULL REFERENCES topic (id),
  number bigint NOT NULL,
  PRIMARY KEY (member_id, topic_id)
);

-- A submission carries a key of its own, so that sending a form twice opens one topic.
CREATE TABLE submission (
  member_id bigint NOT NULL REFERENCES member (id),
  key text NOT NULL,
  post_id bigint NOT NULL REFERENCES post (id),
  at bigint NOT NULL,
  PRIMARY KEY (member_id, key)
);

-- What a record was called where it came from, so that an import can be repeated and old addresses lead on.
CREATE TABLE external_id (
  source text NOT NULL,
  kind text NOT NULL,
  external text NOT NULL,
  local_id bigint NOT NULL,
  PRIMARY KEY (source, kind, external)
);
