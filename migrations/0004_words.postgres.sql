-- The words are ours already: each stands in the index as it is, in the place where it is written.
-- No phrase runs from a title into its text, because the text begins a hundred places later.
CREATE FUNCTION word_places(words text, first_place bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg('''' || word || ''':' || least(first_place + place, 16383), ' '), '')
  FROM unnest(string_to_array(words, ' ')) WITH ORDINALITY AS listed (word, place) WHERE word <> ''
$$;
ALTER TABLE post_search ADD COLUMN words tsvector GENERATED ALWAYS AS
  (setweight(word_places(title, 0)::tsvector, 'A') || setweight(word_places(body, 99)::tsvector, 'B')) STORED;
CREATE INDEX post_words ON post_search USING gin (words);
