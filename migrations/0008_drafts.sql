-- What somebody is writing, as it was typed: at most one kept text for each place they write in. Nobody else ever reads it.
-- `target` is the topic of a reply and the post of a remark or an edit, 0 for a new topic; it may be one its writer can no longer see.
-- A text that was sent leaves its row without the text for a day, so that a save still on its way does not bring it back.
CREATE TABLE draft (
  id id,
  member_id bigint NOT NULL REFERENCES member (id),
  kind text NOT NULL CHECK (kind IN ('ask', 'reply', 'remark', 'edit')),
  target bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('kept', 'discarded', 'sent')),
  version bigint NOT NULL,
  hand text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  category text NOT NULL,
  tags text NOT NULL,
  topic_kind text NOT NULL,
  reply_to bigint,
  post_version bigint,
  saved_at bigint NOT NULL
);
CREATE UNIQUE INDEX draft_kept ON draft (member_id, kind, target) WHERE state = 'kept';
CREATE INDEX draft_place ON draft (member_id, kind, target, version);
CREATE INDEX draft_list ON draft (member_id, state, saved_at);
CREATE INDEX draft_old ON draft (state, saved_at);
