-- The words of members' names and handles as the program made them. How a word begins is kept beside it, since the engines order letters in
-- different ways.
CREATE TABLE member_word (
  word text NOT NULL,
  start text NOT NULL,
  member_id bigint NOT NULL REFERENCES member (id),
  PRIMARY KEY (word, member_id)
);
CREATE INDEX member_word_start ON member_word (start);
CREATE INDEX member_word_member ON member_word (member_id);

-- What several people looked for and nobody found; never who.
CREATE TABLE fruitless_search (
  words text PRIMARY KEY,
  people bigint NOT NULL,
  last_at bigint NOT NULL
);
CREATE INDEX fruitless_search_last ON fruitless_search (last_at);
