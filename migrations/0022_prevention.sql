-- Words that are not taken as they are. The key is the words made alike, so that one rule is there once.
CREATE TABLE word_rule (
  id id,
  pattern text NOT NULL CHECK (length(pattern) BETWEEN 1 AND 60),
  pattern_key text NOT NULL UNIQUE,
  act text NOT NULL CHECK (act IN ('block', 'hold', 'replace')),
  replacement text NOT NULL DEFAULT '' CHECK (length(replacement) <= 60),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 200),
  created_by bigint REFERENCES member (id),
  created_at bigint NOT NULL,
  CHECK ((act = 'replace') = (replacement <> ''))
);

-- Links by which people may join; of the link only a hash is kept.
CREATE TABLE invitation (
  id id,
  token_hash bytes NOT NULL UNIQUE,
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 200),
  uses_most bigint NOT NULL CHECK (uses_most BETWEEN 1 AND 1000),
  uses bigint NOT NULL DEFAULT 0,
  until_at bigint NOT NULL,
  created_by bigint REFERENCES member (id),
  created_at bigint NOT NULL,
  revoked_at bigint,
  CHECK (uses <= uses_most)
);

-- Whose e-mail addresses and which networks make no accounts, or alone make some.
CREATE TABLE entry_rule (
  id id,
  kind text NOT NULL CHECK (kind IN ('allowDomain', 'denyDomain', 'denyEmail', 'denyNetwork')),
  value text NOT NULL CHECK (length(value) BETWEEN 1 AND 254),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 200),
  until_at bigint,
  created_by bigint REFERENCES member (id),
  created_at bigint NOT NULL,
  UNIQUE (kind, value)
);

-- How often something of a text was met in what was removed as spam and in what was let stand, by its hash; 0 to 65535.
CREATE TABLE spam_count (
  bucket bigint PRIMARY KEY,
  spam bigint NOT NULL DEFAULT 0,
  honest bigint NOT NULL DEFAULT 0
);

-- What was learnt of which post, so that a decision taken back is unlearnt: the text's hashes, two bytes each.
CREATE TABLE spam_lesson (
  post_id bigint PRIMARY KEY REFERENCES post (id),
  is_spam boolean NOT NULL,
  buckets bytes NOT NULL,
  at bigint NOT NULL
);
