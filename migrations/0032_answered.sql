-- Replies by others than who began the topic: who adds to their own question has not been answered by that.
ALTER TABLE topic ADD COLUMN others_count bigint NOT NULL DEFAULT 0;
UPDATE topic SET others_count = (
  SELECT count(*) FROM post WHERE post.topic_id = topic.id AND post.number > 1 AND post.author_id <> topic.author_id
    AND post.deleted_at IS NULL AND NOT post.hidden)
WHERE reply_count > 0;
DROP INDEX topic_unanswered;
CREATE INDEX topic_unanswered ON topic (bumped_at, id)
  WHERE deleted_at IS NULL AND NOT hidden AND kind = 'question' AND others_count = 0 AND accepted_count = 0 AND solved_at IS NULL;
