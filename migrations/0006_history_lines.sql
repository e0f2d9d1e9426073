-- What was done to a topic as a whole, such as closing it: a line between its posts that has no number of its own. It stands after the
-- post of the number it names.
CREATE TABLE history_line (
  id id,
  topic_id bigint NOT NULL REFERENCES topic (id),
  after_number bigint NOT NULL CHECK (after_number >= 1),
  kind text NOT NULL CHECK (kind IN ('closed', 'reopened', 'closedByItself', 'reopenedByItself', 'archived', 'unarchived', 'pinned',
    'pinnedEverywhere', 'unpinned', 'listed', 'unlisted', 'postsMoved', 'categoryChanged', 'tagsChanged')),
  actor_id bigint NOT NULL REFERENCES member (id),
  at bigint NOT NULL,
  note text NOT NULL DEFAULT '',
  note_html text NOT NULL DEFAULT ''
);
CREATE INDEX history_line_place ON history_line (topic_id, after_number, at, id);
