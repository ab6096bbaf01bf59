-- What other queries name by oid only. Operator classes that are their type's default need no name but for options.
SELECT 'role', r.oid, NULL, r.rolname FROM pg_catalog.pg_roles r
UNION ALL
SELECT 'access method', a.oid, NULL, a.amname FROM pg_catalog.pg_am a
UNION ALL
SELECT 'tablespace', t.oid, NULL, t.spcname FROM pg_catalog.pg_tablespace t
UNION ALL
SELECT CASE WHEN o.opcdefault THEN 'default operator class' ELSE 'operator class' END, o.oid, n.nspname, o.opcname
FROM pg_catalog.pg_opclass o
JOIN pg_catalog.pg_namespace n ON n.oid = o.opcnamespace
