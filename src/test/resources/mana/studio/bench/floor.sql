-- The floor: what any reader of a whole catalog must at least ask, one plain query per kind of object.
SELECT n.oid, n.nspname, n.nspowner, n.nspacl::text
FROM pg_catalog.pg_namespace n
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema';

SELECT c.oid, c.relnamespace, c.relname, c.relkind, c.relpersistence, c.relowner, c.relam, c.reltuples, c.relpages,
       c.relrowsecurity, c.relforcerowsecurity, c.relispartition, c.relreplident, c.reloptions::text, c.relacl::text,
       CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END,
       CASE WHEN c.relispartition THEN pg_catalog.pg_get_expr(c.relpartbound, c.oid) END
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema';

SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, a.attnotnull, a.attidentity, a.attgenerated,
       a.attcollation, pg_catalog.pg_get_expr(d.adbin, d.adrelid)
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema';

SELECT t.oid, t.typname, t.typnamespace, t.typtype, t.typcategory, t.typelem, t.typarray, t.typbasetype, t.typtypmod,
       t.typnotnull, t.typdefault, t.typcollation, t.typrelid
FROM pg_catalog.pg_type t
WHERE t.typrelid = 0
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_type e JOIN pg_catalog.pg_class c ON c.oid = e.typrelid
                  WHERE e.oid = t.typelem AND c.relkind <> 'c');

SELECT e.enumtypid, e.enumsortorder, e.enumlabel
FROM pg_catalog.pg_enum e;

-- The NOT NULL constraints of PostgreSQL 18 are in pg_attribute too.
SELECT k.oid, k.conrelid, k.conname, k.contype, k.condeferrable, k.condeferred, k.convalidated, k.connoinherit,
       k.conislocal, k.conkey, k.confrelid, k.confkey, k.confupdtype, k.confdeltype, k.confmatchtype, k.confdelsetcols,
       k.conindid, k.contypid, CASE WHEN k.contype IN ('c', 'x') THEN pg_catalog.pg_get_constraintdef(k.oid) END
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_namespace n ON n.oid = k.connamespace
WHERE k.contype <> 'n' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema';

SELECT i.indexrelid, i.indrelid, c.relname, c.relam, c.reloptions::text, i.indisunique, i.indisprimary,
       i.indisexclusion, i.indimmediate, i.indisvalid, i.indisreplident, i.indnkeyatts, i.indnullsnotdistinct,
       i.indkey::text, i.indclass::text, i.indcollation::text, i.indoption::text,
       pg_catalog.pg_get_expr(i.indpred, i.indrelid),
       CASE WHEN i.indexprs IS NOT NULL THEN pg_catalog.pg_get_indexdef(i.indexrelid) END
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema';

SELECT s.seqrelid, c.relnamespace, c.relname, s.seqtypid, s.seqstart, s.seqincrement, s.seqmax, s.seqmin, s.seqcache,
       s.seqcycle, d.refobjid, d.refobjsubid, d.deptype
FROM pg_catalog.pg_sequence s
JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
LEFT JOIN pg_catalog.pg_depend d
       ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = s.seqrelid AND d.objsubid = 0
      AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i');

SELECT c.oid, pg_catalog.pg_get_viewdef(c.oid)
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('v', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema';

SELECT p.oid, p.pronamespace, p.proname, p.prokind, p.prolang, pg_catalog.pg_get_function_identity_arguments(p.oid),
       pg_catalog.pg_get_function_result(p.oid), p.provolatile, p.prosecdef, p.prosrc
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema';

SELECT t.oid, t.tgrelid, t.tgname, t.tgenabled, t.tgfoid, pg_catalog.pg_get_triggerdef(t.oid)
FROM pg_catalog.pg_trigger t
WHERE NOT t.tgisinternal;

SELECT p.oid, p.polrelid, p.polname, p.polcmd, p.polpermissive, p.polroles::text,
       pg_catalog.pg_get_expr(p.polqual, p.polrelid), pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)
FROM pg_catalog.pg_policy p;

SELECT d.classoid, d.objoid, d.objsubid, d.description
FROM pg_catalog.pg_description d
WHERE d.objoid >= 16384;

SELECT i.inhrelid, i.inhparent, i.inhseqno
FROM pg_catalog.pg_inherits i;

SELECT d.classid, d.objid, d.refobjid
FROM pg_catalog.pg_depend d
WHERE d.deptype = 'e' AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass;

SELECT r.oid, r.rolname
FROM pg_catalog.pg_roles r
