-- A notice may tell somebody of a decision about them, or of what came of their report.
ALTER TABLE notice ADD COLUMN decision_id bigint UNIQUE REFERENCES decision (act_id);
ALTER TABLE notice ADD COLUMN review_id bigint REFERENCES review (id);
ALTER TABLE notice DROP CONSTRAINT notice_next_act_check, DROP CONSTRAINT notice_next_kind_check, DROP CONSTRAINT notice_next_check1,
  ADD CHECK (act IN ('written', 'accepted', 'solved', 'decided')),
  ADD CHECK (kind IN
    ('answered', 'replied', 'mentioned', 'remarked', 'accepted', 'solved', 'opened', 'written', 'message', 'decided', 'reported')),
  ADD CHECK ((kind = 'decided') = (decision_id IS NOT NULL)),
  ADD CHECK ((kind = 'reported') = (review_id IS NOT NULL)),
  ADD CHECK ((kind IN ('message', 'decided', 'reported')) = (post_id IS NULL)),
  ADD UNIQUE (member_id, review_id);
