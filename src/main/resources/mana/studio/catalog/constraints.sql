-- A foreign key to a partitioned table has further rows on the same table, one for each partition it refers to: not
-- constraints of their own.
SELECT k.oid, NULLIF(k.conrelid, 0), NULLIF(k.contypid, 0), k.conname, k.contype,
       NULLIF(k.condeferrable, false), NULLIF(k.condeferred, false), NULLIF(k.convalidated, true),
       NULLIF(k.connoinherit, false), NULLIF(k.conislocal, true),
       [[ 18: NULLIF(k.conenforced, true) | NULL ]], [[ 18: NULLIF(k.conperiod, false) | NULL ]],
       k.conkey::text, CASE WHEN k.contype IN ('p', 'u', 'x') THEN k.conindid END,
       NULLIF(k.confrelid, 0), k.confkey::text, NULLIF(k.confupdtype, ' '), NULLIF(k.confdeltype, ' '),
       NULLIF(k.confmatchtype, ' '), [[ 15: k.confdelsetcols::text | NULL ]],
       CASE WHEN k.contype = 'c' THEN pg_catalog.pg_get_expr(k.conbin, k.conrelid)
            WHEN k.contype = 'x' THEN pg_catalog.pg_get_constraintdef(k.oid) END
FROM pg_catalog.pg_constraint k
WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.oid >= 16384
  AND (k.conparentid = 0
       OR NOT EXISTS (SELECT FROM pg_catalog.pg_constraint parent
                      WHERE parent.oid = k.conparentid AND parent.conrelid = k.conrelid))
