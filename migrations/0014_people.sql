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
