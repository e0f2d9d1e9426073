-- Who looks after some categories: a moderator's rights there, their own role's everywhere else.
CREATE TABLE category_moderator (
  category_id bigint NOT NULL REFERENCES category (id),
  member_id bigint NOT NULL REFERENCES member (id),
  PRIMARY KEY (category_id, member_id)
);
CREATE INDEX category_moderator_member ON category_moderator (member_id);

-- On how many days somebody read here, and which was the last of them (days since 1970, UTC): no more is kept of when they came.
ALTER TABLE member ADD COLUMN active_days bigint NOT NULL DEFAULT 0;
ALTER TABLE member ADD COLUMN active_on bigint;

-- Members whom one of the staff knows to be a customer.
CREATE TABLE customer (
  member_id bigint PRIMARY KEY REFERENCES member (id),
  by_id bigint NOT NULL REFERENCES member (id),
  at bigint NOT NULL
);

-- Whose confirmed address makes them a customer. Of an address only its hash is kept, as most of them belong to nobody here.
CREATE TABLE customer_rule (
  kind text NOT NULL CHECK (kind IN ('address', 'domain')),
  key text NOT NULL,
  by_id bigint NOT NULL REFERENCES member (id),
  at bigint NOT NULL,
  PRIMARY KEY (key, kind)
);

-- That a topic repeats another, as somebody proposed it; confirmed it is the topic's own column.
CREATE TABLE duplicate_proposal (
  topic_id bigint PRIMARY KEY REFERENCES topic (id),
  original_id bigint NOT NULL REFERENCES topic (id),
  member_id bigint NOT NULL REFERENCES member (id),
  at bigint NOT NULL
);

INSERT INTO role_action (role, action) VALUES
  ('helper', 'editTags'), ('staff', 'editTags'), ('moderator', 'editTags'), ('admin', 'editTags'),
  ('helper', 'proposeDuplicates'), ('staff', 'proposeDuplicates'), ('moderator', 'proposeDuplicates'), ('admin', 'proposeDuplicates'),
  ('staff', 'confirmDuplicates'), ('moderator', 'confirmDuplicates'), ('admin', 'confirmDuplicates'),
  ('staff', 'seeTrust'), ('moderator', 'seeTrust'), ('admin', 'seeTrust'),
  ('staff', 'nameHelpers'), ('admin', 'nameHelpers'),
  ('staff', 'verifyCustomers'), ('admin', 'verifyCustomers');
