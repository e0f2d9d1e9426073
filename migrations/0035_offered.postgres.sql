-- When a question without an answer had its turn of being offered; it has one.
ALTER TABLE topic ADD COLUMN offered_at bigint;

-- Why the member: a term of the question, and the post that has it; without a post it is an interest they declared.
ALTER TABLE question_offer ADD COLUMN term text NOT NULL DEFAULT '' CHECK (length(term) <= 100);
ALTER TABLE question_offer ADD COLUMN post_id bigint REFERENCES post (id);

-- A notice may tell of a question that is offered.
ALTER TABLE notice DROP CONSTRAINT notice_act_check, DROP CONSTRAINT notice_kind_check,
  ADD CHECK (act IN ('written', 'accepted', 'solved', 'decided', 'offered')),
  ADD CHECK (kind IN
    ('answered', 'replied', 'mentioned', 'remarked', 'accepted', 'solved', 'opened', 'written', 'message', 'decided', 'reported', 'offered')),
  ADD CHECK ((kind = 'offered') = (act = 'offered'));
