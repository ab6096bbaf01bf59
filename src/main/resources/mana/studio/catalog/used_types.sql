-- Every type with its modifier, written once: parameters are the oids and the modifiers, in step.
SELECT u.type, u.modifier, pg_catalog.format_type(u.type, u.modifier),
       COALESCE(base.typtype, t.typtype), COALESCE(base.typcategory, t.typcategory), COALESCE(base.typname, t.typname),
       t.typstorage, NULLIF(t.typcollation, 0), n.nspname, COALESCE(element.typname, t.typname)
FROM ROWS FROM (pg_catalog.unnest(CAST(? AS pg_catalog.oid[])), pg_catalog.unnest(CAST(? AS integer[])))
     AS u (type, modifier)
JOIN pg_catalog.pg_type t ON t.oid = u.type
LEFT JOIN pg_catalog.pg_type element ON element.oid = t.typelem AND t.typcategory = 'A'
JOIN pg_catalog.pg_namespace n ON n.oid = COALESCE(element.typnamespace, t.typnamespace)
LEFT JOIN pg_catalog.pg_type base ON base.oid = t.typbasetype
