-- Whether behind a constraint or not. Only where an index has expressions does the server have to write its keys.
SELECT i.indexrelid, i.indrelid, c.relname, c.relam, c.reloptions::text, NULLIF(c.reltablespace, 0),
       i.indisunique, NULLIF(i.indisvalid, true), NULLIF(i.indisclustered, false), NULLIF(i.indisreplident, false),
       [[ 15: NULLIF(i.indnullsnotdistinct, false) | NULL ]], i.indnkeyatts, i.indkey::text, i.indclass::text,
       i.indcollation::text, i.indoption::text,
       CASE WHEN i.indpred IS NOT NULL THEN pg_catalog.pg_get_expr(i.indpred, i.indrelid) END,
       CASE WHEN i.indexprs IS NOT NULL
            THEN ARRAY(SELECT pg_catalog.pg_get_indexdef(i.indexrelid, key, false)
                       FROM pg_catalog.generate_series(1, i.indnkeyatts::integer) key)::text END
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
WHERE i.indrelid >= 16384 AND c.relnamespace <> 'pg_toast'::pg_catalog.regnamespace
