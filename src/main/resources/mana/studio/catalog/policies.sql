SELECT p.oid, p.polrelid, p.polname, p.polcmd, p.polpermissive, p.polroles::text,
       pg_catalog.pg_get_expr(p.polqual, p.polrelid), pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)
FROM pg_catalog.pg_policy p
