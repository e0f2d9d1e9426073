-- The language a member reads in, as a tag; NULL leaves it to their browser.
ALTER TABLE member ADD COLUMN language text CHECK (length(language) <= 35);
