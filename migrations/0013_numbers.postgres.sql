-- The tables made anew go on with the numbers of their rows; SQLite does so by itself.
SELECT setval(pg_get_serial_sequence('notice', 'id'), coalesce(max(id), 1), max(id) IS NOT NULL) FROM notice;
SELECT setval(pg_get_serial_sequence('draft', 'id'), coalesce(max(id), 1), max(id) IS NOT NULL) FROM draft;
