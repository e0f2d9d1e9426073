-- The words of every post as the program made them; each engine indexes them as they are.
-- A removed post keeps its row: what may be found is decided by the visibility rule alone.
CREATE TABLE post_search (
  post_id bigint PRIMARY KEY REFERENCES post (id),
  scope text NOT NULL,
  title text NOT NULL,
  body text NOT NULL
);
