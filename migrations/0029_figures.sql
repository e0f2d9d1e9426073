-- Who changed a setting last, and when; nothing where nobody did.
ALTER TABLE setting ADD COLUMN changed_at bigint;
ALTER TABLE setting ADD COLUMN changed_by bigint REFERENCES member (id);

-- What a week came to: its Monday in milliseconds UTC, how many, and of how many where it is a share.
CREATE TABLE week_figure (
  week bigint NOT NULL,
  figure text NOT NULL,
  counted bigint NOT NULL CHECK (counted >= 0),
  of_all bigint CHECK (of_all >= counted),
  PRIMARY KEY (week, figure)
);
