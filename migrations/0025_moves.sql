-- A topic that became part of another leads there. What was asked in it keeps its title as words to be found by.
ALTER TABLE topic ADD COLUMN merged_into bigint REFERENCES topic (id);
ALTER TABLE post ADD COLUMN former_title text NOT NULL DEFAULT '';

-- Where everything stood before posts went from one topic to another, so that it can be taken back as it was.
CREATE TABLE post_place (
  act_id bigint NOT NULL REFERENCES act (id),
  post_id bigint NOT NULL REFERENCES post (id),
  topic_id bigint NOT NULL REFERENCES topic (id),
  number bigint,
  kind text NOT NULL,
  PRIMARY KEY (act_id, post_id)
);
CREATE TABLE line_place (
  act_id bigint NOT NULL REFERENCES act (id),
  line_id bigint NOT NULL REFERENCES history_line (id),
  topic_id bigint NOT NULL REFERENCES topic (id),
  after_number bigint NOT NULL,
  PRIMARY KEY (act_id, line_id)
);
CREATE TABLE reader_place (
  act_id bigint NOT NULL REFERENCES act (id),
  topic_id bigint NOT NULL REFERENCES topic (id),
  member_id bigint NOT NULL REFERENCES member (id),
  number bigint NOT NULL,
  PRIMARY KEY (act_id, topic_id, member_id)
);
-- Who came along: followers and those who have the question too, with what they had chosen there.
CREATE TABLE joined_member (
  act_id bigint NOT NULL REFERENCES act (id),
  kind text NOT NULL CHECK (kind IN ('follow', 'meToo')),
  topic_id bigint NOT NULL REFERENCES topic (id),
  member_id bigint NOT NULL REFERENCES member (id),
  PRIMARY KEY (act_id, kind, member_id)
);
