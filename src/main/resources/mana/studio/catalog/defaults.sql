-- A row for each expression, not for each column: databases repeat now(), false and the like thousands of times, and
-- writing expressions is what costs the server most. From PostgreSQL 17 on equal expressions are stored alike (without
-- their place in the statement). What names columns ({VAR) is written for each table by itself.
[[ 17:
SELECT pg_catalog.pg_get_expr(first.adbin, first.adrelid), alike.relations::text, alike.numbers::text
FROM (SELECT pg_catalog.min(d.oid) AS first, pg_catalog.array_agg(d.adrelid) AS relations,
             pg_catalog.array_agg(d.adnum) AS numbers
      FROM pg_catalog.pg_attrdef d
      WHERE d.adrelid >= 16384
      GROUP BY d.adbin::text, CASE WHEN d.adbin::text LIKE '%{VAR %' THEN d.adrelid END) AS alike
JOIN pg_catalog.pg_attrdef first ON first.oid = alike.first
|
SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid), ARRAY[d.adrelid]::text, ARRAY[d.adnum]::text
FROM pg_catalog.pg_attrdef d
WHERE d.adrelid >= 16384
]]
