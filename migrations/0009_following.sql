-- How much a member wants to hear of one topic, category, tag or member. What is not listed is at "normal".
CREATE TABLE follow (
  member_id bigint NOT NULL REFERENCES member (id),
  kind text NOT NULL CHECK (kind IN ('topic', 'category', 'tag', 'member')),
  target_id bigint NOT NULL,
  level text NOT NULL CHECK (level IN ('mute', 'normal', 'follow', 'everything', 'mail')),
  at bigint NOT NULL,
  PRIMARY KEY (member_id, kind, target_id)
);
CREATE INDEX follow_target ON follow (kind, target_id, member_id);
CREATE INDEX follow_muted ON follow (member_id) WHERE level = 'mute';

-- A post somebody wants to find again; nobody else learns of it.
CREATE TABLE bookmark (
  member_id bigint NOT NULL REFERENCES member (id),
  post_id bigint NOT NULL REFERENCES post (id),
  at bigint NOT NULL,
  PRIMARY KEY (member_id, post_id)
);
CREATE INDEX bookmark_newest ON bookmark (member_id, at, post_id);
