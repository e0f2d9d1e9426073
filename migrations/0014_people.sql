-- The categories in which somebody of the company wants a mail for each new question; none listed means all of them. Whether they want it
-- at all is in mail_choice.
CREATE TABLE question_mail (
  member_id bigint NOT NULL REFERENCES member (id),
  category_id bigint NOT NULL REFERENCES category (id),
  PRIMARY KEY (member_id, category_id)
);
CREATE INDEX mail_choice_wanted ON mail_choice (kind, member_id) WHERE wanted;

-- Since when mail to the member's address comes back, and what the other server said.
ALTER TABLE member ADD COLUMN bounced_at bigint;
ALTER TABLE member ADD COLUMN bounce text NOT NULL DEFAULT '';

-- A topic that stands on top of its category's list, or of the whole site's too, until a day. One that was ended can be taken up again.
CREATE TABLE announcement (
  topic_id bigint PRIMARY KEY REFERENCES topic (id),
  place text NOT NULL CHECK (place IN ('category', 'site')),
  until_at bigint NOT NULL,
  at bigint NOT NULL,
  announced_by bigint NOT NULL REFERENCES member (id),
  ended_at bigint
);
CREATE INDEX announcement_until ON announcement (until_at);

-- Who has seen enough of an announcement, by the moment it was made: one made anew is shown again.
CREATE TABLE announcement_hidden (
  member_id bigint NOT NULL REFERENCES member (id),
  topic_id bigint NOT NULL REFERENCES topic (id),
  at bigint NOT NULL,
  PRIMARY KEY (member_id, topic_id)
);

INSERT INTO role_action (role, action) SELECT name, 'announce' FROM role WHERE rank >= 30;
