-- Marks that were taken back: for a day they can be put back as they stood, whoever takes that back.
CREATE TABLE acceptance_taken_back (
  post_id bigint PRIMARY KEY REFERENCES post (id),
  member_id bigint REFERENCES member (id),
  role text NOT NULL CHECK (role IN ('asker', 'staff', 'moderator', 'imported')),
  marked_at bigint NOT NULL,
  objection text,
  objected_by bigint REFERENCES member (id),
  objected_at bigint,
  at bigint NOT NULL
);
CREATE TABLE solved_taken_back (
  topic_id bigint PRIMARY KEY REFERENCES topic (id),
  note text NOT NULL,
  member_id bigint NOT NULL REFERENCES member (id),
  role text NOT NULL CHECK (role IN ('asker', 'staff', 'moderator', 'imported')),
  marked_at bigint NOT NULL,
  at bigint NOT NULL
);
