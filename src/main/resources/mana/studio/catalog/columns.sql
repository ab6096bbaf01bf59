-- Columns of tables and views, attributes of composite types, and the keys of indexes that have options of their own.
SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod,
       NULLIF(a.attnotnull, false), NULLIF(a.attidentity, ''), NULLIF(a.attgenerated, ''), NULLIF(a.attcollation, 0),
       a.attstorage, [[ 14: NULLIF(a.attcompression, '') | NULL ]], NULLIF(a.attstattarget, -1),
       NULLIF(a.attislocal, true), a.attoptions::text, a.attfdwoptions::text, a.attacl::text
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
WHERE a.attrelid >= 16384 AND a.attnum > 0 AND NOT a.attisdropped
  AND (c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') OR (c.relkind IN ('i', 'I') AND a.attoptions IS NOT NULL))
