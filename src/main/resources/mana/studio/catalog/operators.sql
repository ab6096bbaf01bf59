-- Aggregates, operators and what they are grouped in, casts and transforms. Rows as in others.sql. Operators and
-- functions are members of a class, or loose in a family (a dependency of their own kind).
WITH members (catalog, oid, list) AS (
    SELECT d.refclassid, d.refobjid, pg_catalog.string_agg(m.member, E',\n    ' ORDER BY m.kind, m.number, m.member)
    FROM pg_catalog.pg_depend d
    JOIN (SELECT 'pg_catalog.pg_amop'::pg_catalog.regclass, o.oid, 1, o.amopstrategy,
                 pg_catalog.format('OPERATOR %s %s%s', o.amopstrategy, o.amopopr::pg_catalog.regoperator,
                     (SELECT pg_catalog.format(' FOR ORDER BY %I.%I', n.nspname, f.opfname)
                      FROM pg_catalog.pg_opfamily f
                      JOIN pg_catalog.pg_namespace n ON n.oid = f.opfnamespace
                      WHERE f.oid = o.amopsortfamily))
          FROM pg_catalog.pg_amop o
          WHERE o.oid >= 16384
          UNION ALL
          SELECT 'pg_catalog.pg_amproc'::pg_catalog.regclass, p.oid, 2, p.amprocnum,
                 pg_catalog.format('FUNCTION %s (%s, %s) %s', p.amprocnum,
                     pg_catalog.format_type(p.amproclefttype, NULL), pg_catalog.format_type(p.amprocrighttype, NULL),
                     p.amproc::pg_catalog.regprocedure)
          FROM pg_catalog.pg_amproc p
          WHERE p.oid >= 16384) AS m (catalog, oid, kind, number, member)
      ON m.catalog = d.classid AND m.oid = d.objid
    WHERE (d.deptype = 'i' AND d.refclassid = 'pg_catalog.pg_opclass'::pg_catalog.regclass)
       OR (d.deptype = 'a' AND d.refclassid = 'pg_catalog.pg_opfamily'::pg_catalog.regclass)
    GROUP BY d.refclassid, d.refobjid
)
SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass::pg_catalog.oid, p.oid, 'aggregate', n.nspname,
       p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')',
       pg_catalog.format('CREATE AGGREGATE %I.%I(%s) (%s)', n.nspname, p.proname,
           CASE WHEN p.pronargs = 0 THEN '*' ELSE pg_catalog.pg_get_function_arguments(p.oid) END,
           pg_catalog.concat_ws(', ',
               'SFUNC = ' || a.aggtransfn::text,
               'STYPE = ' || pg_catalog.format_type(a.aggtranstype, NULL),
               'SSPACE = ' || NULLIF(a.aggtransspace, 0),
               'FINALFUNC = ' || NULLIF(a.aggfinalfn::pg_catalog.oid, 0)::pg_catalog.regproc,
               CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
               CASE WHEN a.aggfinalmodify <> usual.modify AND a.aggfinalfn::pg_catalog.oid <> 0
                    THEN 'FINALFUNC_MODIFY = ' || words.finals[pg_catalog.strpos('rsw', a.aggfinalmodify::text)] END,
               'COMBINEFUNC = ' || NULLIF(a.aggcombinefn::pg_catalog.oid, 0)::pg_catalog.regproc,
               'SERIALFUNC = ' || NULLIF(a.aggserialfn::pg_catalog.oid, 0)::pg_catalog.regproc,
               'DESERIALFUNC = ' || NULLIF(a.aggdeserialfn::pg_catalog.oid, 0)::pg_catalog.regproc,
               'INITCOND = ' || pg_catalog.quote_literal(a.agginitval),
               'MSFUNC = ' || NULLIF(a.aggmtransfn::pg_catalog.oid, 0)::pg_catalog.regproc,
               'MINVFUNC = ' || NULLIF(a.aggminvtransfn::pg_catalog.oid, 0)::pg_catalog.regproc,
               'MSTYPE = ' || pg_catalog.format_type(NULLIF(a.aggmtranstype, 0), NULL),
               'MSSPACE = ' || NULLIF(a.aggmtransspace, 0),
               'MFINALFUNC = ' || NULLIF(a.aggmfinalfn::pg_catalog.oid, 0)::pg_catalog.regproc,
               CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
               CASE WHEN a.aggmfinalmodify <> usual.modify AND a.aggmfinalfn::pg_catalog.oid <> 0
                    THEN 'MFINALFUNC_MODIFY = ' || words.finals[pg_catalog.strpos('rsw', a.aggmfinalmodify::text)] END,
               'MINITCOND = ' || pg_catalog.quote_literal(a.aggminitval),
               (SELECT pg_catalog.format('SORTOP = OPERATOR(%I.%s)', s.nspname, o.oprname)
                FROM pg_catalog.pg_operator o
                JOIN pg_catalog.pg_namespace s ON s.oid = o.oprnamespace
                WHERE o.oid = a.aggsortop),
               CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END,
               CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END)),
       pg_catalog.format('AGGREGATE %I.%I(%s)', n.nspname, p.proname,
           CASE WHEN p.pronargs = 0 THEN '*' ELSE pg_catalog.pg_get_function_identity_arguments(p.oid) END),
       pg_catalog.pg_get_userbyid(p.proowner), p.proacl::text
FROM pg_catalog.pg_aggregate a
JOIN pg_catalog.pg_proc p ON p.oid = a.aggfnoid
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
CROSS JOIN LATERAL (SELECT CASE WHEN a.aggkind = 'n' THEN 'r' ELSE 'w' END) AS usual (modify)
CROSS JOIN (SELECT ARRAY['READ_ONLY', 'SHAREABLE', 'READ_WRITE']) AS words (finals)
WHERE p.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND e.objid = p.oid
                    AND e.deptype = 'e')
UNION ALL
SELECT 'pg_catalog.pg_operator'::pg_catalog.regclass, o.oid, 'operator', n.nspname,
       o.oprname || ' (' || k.arguments || ')',
       pg_catalog.format('CREATE OPERATOR %I.%s (%s)', n.nspname, o.oprname,
           pg_catalog.concat_ws(', ',
               'FUNCTION = ' || o.oprcode::text,
               'LEFTARG = ' || pg_catalog.format_type(NULLIF(o.oprleft, 0), NULL),
               'RIGHTARG = ' || pg_catalog.format_type(NULLIF(o.oprright, 0), NULL),
               (SELECT pg_catalog.format('COMMUTATOR = OPERATOR(%I.%s)', s.nspname, c.oprname)
                FROM pg_catalog.pg_operator c
                JOIN pg_catalog.pg_namespace s ON s.oid = c.oprnamespace
                WHERE c.oid = o.oprcom),
               (SELECT pg_catalog.format('NEGATOR = OPERATOR(%I.%s)', s.nspname, c.oprname)
                FROM pg_catalog.pg_operator c
                JOIN pg_catalog.pg_namespace s ON s.oid = c.oprnamespace
                WHERE c.oid = o.oprnegate),
               'RESTRICT = ' || NULLIF(o.oprrest::pg_catalog.oid, 0)::pg_catalog.regproc,
               'JOIN = ' || NULLIF(o.oprjoin::pg_catalog.oid, 0)::pg_catalog.regproc,
               CASE WHEN o.oprcanhash THEN 'HASHES' END,
               CASE WHEN o.oprcanmerge THEN 'MERGES' END)),
       pg_catalog.format('OPERATOR %I.%s (%s)', n.nspname, o.oprname, k.arguments),
       pg_catalog.pg_get_userbyid(o.oprowner), NULL
FROM pg_catalog.pg_operator o
JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
CROSS JOIN LATERAL (SELECT COALESCE(pg_catalog.format_type(NULLIF(o.oprleft, 0), NULL), 'NONE') || ', '
                           || COALESCE(pg_catalog.format_type(NULLIF(o.oprright, 0), NULL), 'NONE')) AS k (arguments)
WHERE o.oid >= 16384 AND o.oprcode::pg_catalog.oid <> 0
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass AND e.objid = o.oid
                    AND e.deptype = 'e')
UNION ALL
SELECT 'pg_catalog.pg_opfamily'::pg_catalog.regclass, o.oid, 'operator family', n.nspname,
       o.opfname || ' using ' || a.amname,
       pg_catalog.format('CREATE OPERATOR FAMILY %I.%I USING %I', n.nspname, o.opfname, a.amname)
       || COALESCE(pg_catalog.format(E';\nALTER OPERATOR FAMILY %I.%I USING %I ADD\n    ',
                                     n.nspname, o.opfname, a.amname) || m.list, ''),
       pg_catalog.format('OPERATOR FAMILY %I.%I USING %I', n.nspname, o.opfname, a.amname),
       pg_catalog.pg_get_userbyid(o.opfowner), NULL
FROM pg_catalog.pg_opfamily o
JOIN pg_catalog.pg_namespace n ON n.oid = o.opfnamespace
JOIN pg_catalog.pg_am a ON a.oid = o.opfmethod
LEFT JOIN members m ON m.catalog = 'pg_catalog.pg_opfamily'::pg_catalog.regclass AND m.oid = o.oid
WHERE o.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_opfamily'::pg_catalog.regclass AND e.objid = o.oid
                    AND e.deptype = 'e')
UNION ALL
SELECT 'pg_catalog.pg_opclass'::pg_catalog.regclass, o.oid, 'operator class', n.nspname,
       o.opcname || ' using ' || a.amname,
       pg_catalog.format(E'CREATE OPERATOR CLASS %I.%I%s FOR TYPE %s USING %I FAMILY %I.%I AS\n    %s',
           n.nspname, o.opcname, CASE WHEN o.opcdefault THEN ' DEFAULT' END,
           pg_catalog.format_type(o.opcintype, NULL), a.amname, fn.nspname, f.opfname,
           pg_catalog.concat_ws(E',\n    ',
               CASE WHEN o.opckeytype <> 0 OR m.list IS NULL
                    THEN 'STORAGE ' || pg_catalog.format_type(COALESCE(NULLIF(o.opckeytype, 0), o.opcintype), NULL) END,
               m.list)),
       pg_catalog.format('OPERATOR CLASS %I.%I USING %I', n.nspname, o.opcname, a.amname),
       pg_catalog.pg_get_userbyid(o.opcowner), NULL
FROM pg_catalog.pg_opclass o
JOIN pg_catalog.pg_namespace n ON n.oid = o.opcnamespace
JOIN pg_catalog.pg_am a ON a.oid = o.opcmethod
JOIN pg_catalog.pg_opfamily f ON f.oid = o.opcfamily
JOIN pg_catalog.pg_namespace fn ON fn.oid = f.opfnamespace
LEFT JOIN members m ON m.catalog = 'pg_catalog.pg_opclass'::pg_catalog.regclass AND m.oid = o.oid
WHERE o.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_opclass'::pg_catalog.regclass AND e.objid = o.oid
                    AND e.deptype = 'e')
UNION ALL
SELECT 'pg_catalog.pg_cast'::pg_catalog.regclass, c.oid, 'cast', NULL,
       k.types,
       pg_catalog.format('CREATE CAST (%s) WITH%s%s', k.types,
           CASE c.castmethod WHEN 'b' THEN 'OUT FUNCTION' WHEN 'i' THEN ' INOUT'
                             ELSE ' FUNCTION ' || c.castfunc::pg_catalog.regprocedure END,
           CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' END),
       'CAST (' || k.types || ')',
       NULL, NULL
FROM pg_catalog.pg_cast c
CROSS JOIN LATERAL (SELECT pg_catalog.format_type(c.castsource, NULL) || ' AS '
                           || pg_catalog.format_type(c.casttarget, NULL)) AS k (types)
WHERE c.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'i')
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass AND e.objid = c.oid
                    AND e.deptype = 'e')
UNION ALL
SELECT 'pg_catalog.pg_transform'::pg_catalog.regclass, t.oid, 'transform', NULL,
       k.type || ' for ' || l.lanname,
       pg_catalog.format('CREATE TRANSFORM FOR %s LANGUAGE %I (%s)', k.type, l.lanname,
           pg_catalog.concat_ws(', ',
               'FROM SQL WITH FUNCTION ' || NULLIF(t.trffromsql::pg_catalog.oid, 0)::pg_catalog.regprocedure,
               'TO SQL WITH FUNCTION ' || NULLIF(t.trftosql::pg_catalog.oid, 0)::pg_catalog.regprocedure)),
       pg_catalog.format('TRANSFORM FOR %s LANGUAGE %I', k.type, l.lanname),
       NULL, NULL
FROM pg_catalog.pg_transform t
JOIN pg_catalog.pg_language l ON l.oid = t.trflang
CROSS JOIN LATERAL (SELECT pg_catalog.format_type(t.trftype, NULL)) AS k (type)
WHERE t.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_transform'::pg_catalog.regclass AND e.objid = t.oid
                    AND e.deptype = 'e')
