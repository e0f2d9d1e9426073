-- What is written in these, of illness or debt and the like, never brings people together and asks nobody.
ALTER TABLE category ADD COLUMN sensitive boolean NOT NULL DEFAULT FALSE;
ALTER TABLE tag ADD COLUMN sensitive boolean NOT NULL DEFAULT FALSE;

-- What a member lets matching do with what they wrote. Who never chose has no row.
CREATE TABLE matching_choice (
  member_id bigint PRIMARY KEY REFERENCES member (id),
  suggest_me boolean NOT NULL,
  ask_me boolean NOT NULL,
  use_posts boolean NOT NULL,
  use_reading boolean NOT NULL,
  at bigint NOT NULL
);

-- Facts a member does not want used: that they wrote in a topic, that they declared an interest.
CREATE TABLE matching_unused_topic (
  member_id bigint NOT NULL REFERENCES member (id),
  topic_id bigint NOT NULL REFERENCES topic (id),
  at bigint NOT NULL,
  PRIMARY KEY (member_id, topic_id)
);
CREATE TABLE matching_unused_tag (
  member_id bigint NOT NULL REFERENCES member (id),
  tag_id bigint NOT NULL REFERENCES tag (id),
  at bigint NOT NULL,
  PRIMARY KEY (member_id, tag_id)
);

-- Whom a member does not want suggested: until a day, or for good. Nobody else learns of it.
CREATE TABLE matching_pass (
  member_id bigint NOT NULL REFERENCES member (id),
  other_id bigint NOT NULL REFERENCES member (id),
  until_at bigint,
  at bigint NOT NULL,
  PRIMARY KEY (member_id, other_id)
);

-- Who was suggested to whom, a row for each day (days since 1970, UTC): what was left alone makes room for others.
CREATE TABLE matching_shown (
  member_id bigint NOT NULL REFERENCES member (id),
  other_id bigint NOT NULL REFERENCES member (id),
  day bigint NOT NULL,
  PRIMARY KEY (member_id, other_id, day)
);
CREATE INDEX matching_shown_other ON matching_shown (other_id);
CREATE INDEX matching_shown_day ON matching_shown (day);

-- Questions without an answer, and the members they were offered to.
ALTER TABLE category ADD COLUMN ask_around_hours bigint NOT NULL DEFAULT 4 CHECK (ask_around_hours BETWEEN 0 AND 720);
CREATE TABLE question_offer (
  topic_id bigint NOT NULL REFERENCES topic (id),
  member_id bigint NOT NULL REFERENCES member (id),
  at bigint NOT NULL,
  declined_at bigint,
  PRIMARY KEY (topic_id, member_id)
);
CREATE INDEX question_offer_member ON question_offer (member_id, at);
CREATE INDEX question_offer_at ON question_offer (at);
