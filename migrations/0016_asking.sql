-- What whoever writes in a category should know, in plain words; shown above the field, never in it.
ALTER TABLE category ADD COLUMN hint text NOT NULL DEFAULT '';

-- Somebody about to ask found the answer and did not ask: where, and the key of the form they were writing in; never who.
CREATE TABLE spared_question (
  topic_id bigint NOT NULL REFERENCES topic (id),
  form text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (topic_id, form)
);
