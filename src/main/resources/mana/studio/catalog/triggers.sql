-- Before PostgreSQL 15 a clone of a partitioned parent's trigger counts as internal.
SELECT t.oid, t.tgrelid, t.tgname, t.tgenabled, t.tgparentid <> 0, pg_catalog.pg_get_triggerdef(t.oid)
FROM pg_catalog.pg_trigger t
WHERE NOT t.tgisinternal OR (t.tgparentid <> 0 AND t.tgconstraint = 0)
