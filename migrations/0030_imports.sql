-- Another forum that is brought here from the browser: what was asked for, how far it has come, and what came of it.
CREATE TABLE import_job (
  id id,
  kind text NOT NULL CHECK (kind IN ('stackExchange', 'discourse')),
  -- Below the folder of imports; of what was sent, below the folder for that.
  folder text NOT NULL CHECK (length(folder) <= 200),
  was_sent boolean NOT NULL,
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 60),
  -- The old forum's address; empty where nobody said it.
  address text NOT NULL CHECK (length(address) <= 200),
  -- Where questions of Stack Exchange come; empty for others.
  category text NOT NULL CHECK (length(category) <= 60),
  -- Which categories of Discourse are for questions, with commas between them; empty for others.
  questions text NOT NULL CHECK (length(questions) <= 1000),
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'stopped', 'broken', 'done', 'failed')),
  started_by bigint NOT NULL REFERENCES member (id),
  started_at bigint NOT NULL,
  ended_at bigint,
  -- How much of the work is done, in bytes that are read; some files are read several times.
  done_bytes bigint NOT NULL DEFAULT 0 CHECK (done_bytes >= 0),
  all_bytes bigint NOT NULL DEFAULT 0 CHECK (all_bytes >= 0),
  -- Since it began or went on last, but what was written: that is of all the times together.
  read_count bigint NOT NULL DEFAULT 0,
  written_count bigint NOT NULL DEFAULT 0,
  known_count bigint NOT NULL DEFAULT 0,
  skipped_count bigint NOT NULL DEFAULT 0,
  fault text NOT NULL DEFAULT '' CHECK (length(fault) <= 1000),
  CHECK ((ended_at IS NULL) = (state IN ('waiting', 'running')))
);
-- One runs at most, and one waits at most; that the one is the other, the rules see to.
CREATE UNIQUE INDEX import_job_open ON import_job (state) WHERE ended_at IS NULL;

-- What could not be brought: the first of them, since a source may be wrong in every line.
CREATE TABLE import_problem (
  job_id bigint NOT NULL REFERENCES import_job (id),
  number bigint NOT NULL,
  place text NOT NULL CHECK (length(place) <= 200),
  reason text NOT NULL CHECK (length(reason) <= 400),
  PRIMARY KEY (job_id, number)
);
