-- Whether single keys lead somewhere on pages, for members who want them; in fields they never do.
ALTER TABLE member ADD COLUMN shortcuts boolean NOT NULL DEFAULT TRUE;
