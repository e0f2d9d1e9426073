-- The community's own logo and the small picture of its tabs, as they are sent: with the data in every backup and every copy.
CREATE TABLE site_picture (
  kind text PRIMARY KEY CHECK (kind IN ('logo', 'icon')),
  name text NOT NULL UNIQUE,
  format text NOT NULL CHECK (format IN ('png', 'jpg', 'webp')),
  width bigint NOT NULL CHECK (width BETWEEN 1 AND 480),
  height bigint NOT NULL CHECK (height BETWEEN 1 AND 192),
  content bytes NOT NULL CHECK (length(content) <= 524288)
);

-- What the company says of its community: each text with every version of it. One that is not published is not there for anybody.
CREATE TABLE site_text (
  kind text PRIMARY KEY CHECK (kind IN ('welcome', 'rules', 'terms', 'privacy', 'imprint', 'contact')),
  version bigint NOT NULL CHECK (version > 0),
  published boolean NOT NULL,
  -- Who has accepted no version from this one on is asked when they sign in; nil where nobody is.
  ask_from bigint CHECK (ask_from BETWEEN 1 AND version)
);

CREATE TABLE site_text_version (
  kind text NOT NULL REFERENCES site_text (kind),
  version bigint NOT NULL CHECK (version > 0),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 32768),
  html text NOT NULL,
  renderer bigint NOT NULL,
  editor_id bigint NOT NULL REFERENCES member (id),
  at bigint NOT NULL,
  PRIMARY KEY (kind, version)
);

-- Which version of the terms somebody accepted, and when.
CREATE TABLE terms_acceptance (
  member_id bigint NOT NULL REFERENCES member (id),
  version bigint NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (member_id, version)
);
