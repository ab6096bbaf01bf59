-- The options of a TOAST table belong to the script of its table, as "toast.…".
SELECT c.oid, c.relnamespace, c.relname, c.relkind, c.relpersistence, c.relowner, c.relam, c.reltuples, c.relpages,
       c.relrowsecurity, c.relforcerowsecurity, c.relreplident, c.relispopulated, NULLIF(c.reltablespace, 0),
       NULLIF(c.reloftype, 0), c.reltype, c.reloptions::text, toast.reloptions::text, c.relacl::text,
       CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END,
       CASE WHEN c.relispartition THEN pg_catalog.pg_get_expr(c.relpartbound, c.oid) END
FROM pg_catalog.pg_class c
LEFT JOIN pg_catalog.pg_class toast
       ON toast.oid = c.reltoastrelid AND toast.relkind = 't' AND toast.reloptions IS NOT NULL
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.oid >= 16384
