-- From PostgreSQL 18 on NOT NULL is a constraint with a name and properties.
SELECT k.conrelid, k.conkey[1], k.oid, k.conname, NULLIF(k.convalidated, true), NULLIF(k.connoinherit, false),
       NULLIF(k.conislocal, true)
FROM pg_catalog.pg_constraint k
WHERE k.contype = 'n' AND k.conrelid >= 16384
