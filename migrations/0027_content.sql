-- An archived category is read, and nothing new is written in it.
ALTER TABLE category ADD COLUMN archived_at bigint;

-- Who is named as the host of a category, on its page.
CREATE TABLE category_host (
  category_id bigint NOT NULL REFERENCES category (id),
  member_id bigint NOT NULL REFERENCES member (id),
  PRIMARY KEY (category_id, member_id)
);
CREATE INDEX category_host_member ON category_host (member_id);

-- Addresses a category had before. A category that has the address now comes first.
CREATE TABLE category_former_slug (
  slug text PRIMARY KEY,
  category_id bigint NOT NULL REFERENCES category (id)
);
CREATE INDEX category_former_slug_category ON category_former_slug (category_id);
