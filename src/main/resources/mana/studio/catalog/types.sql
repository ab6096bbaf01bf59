-- Enums, domains and free-standing composite types; the others are listed among the other objects.
SELECT t.oid, t.typnamespace, t.typname, t.typtype, t.typowner, t.typacl::text, NULLIF(t.typrelid, 0),
       t.typbasetype, t.typtypmod, t.typnotnull,
       CASE WHEN t.typtype = 'd' AND t.typdefaultbin IS NOT NULL THEN pg_catalog.pg_get_expr(t.typdefaultbin, 0) END,
       NULLIF(t.typcollation, 0)
FROM pg_catalog.pg_type t
WHERE t.oid >= 16384
  AND (t.typtype IN ('e', 'd')
       OR (t.typtype = 'c'
           AND EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c')))
