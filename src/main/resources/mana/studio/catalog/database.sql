SELECT d.datname,
       pg_catalog.pg_get_userbyid(d.datdba),
       pg_catalog.shobj_description(d.oid, 'pg_database'),
       pg_catalog.current_setting('block_size'),
       EXTRACT(EPOCH FROM pg_catalog.clock_timestamp())
FROM pg_catalog.pg_database d
WHERE d.datname = pg_catalog.current_database()
