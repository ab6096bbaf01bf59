-- What text search is made of. Rows as in others.sql.
SELECT 'pg_catalog.pg_ts_parser'::pg_catalog.regclass::pg_catalog.oid, p.oid, 'text search parser', n.nspname,
       p.prsname,
       pg_catalog.format('CREATE TEXT SEARCH PARSER %I.%I (%s)', n.nspname, p.prsname,
           pg_catalog.concat_ws(', ',
               'START = ' || NULLIF(p.prsstart::pg_catalog.oid, 0)::pg_catalog.regproc,
               'GETTOKEN = ' || NULLIF(p.prstoken::pg_catalog.oid, 0)::pg_catalog.regproc,
               'END = ' || NULLIF(p.prsend::pg_catalog.oid, 0)::pg_catalog.regproc,
               'HEADLINE = ' || NULLIF(p.prsheadline::pg_catalog.oid, 0)::pg_catalog.regproc,
               'LEXTYPES = ' || NULLIF(p.prslextype::pg_catalog.oid, 0)::pg_catalog.regproc)),
       pg_catalog.format('TEXT SEARCH PARSER %I.%I', n.nspname, p.prsname),
       NULL, NULL
FROM pg_catalog.pg_ts_parser p
JOIN pg_catalog.pg_namespace n ON n.oid = p.prsnamespace
WHERE p.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_ts_parser'::pg_catalog.regclass AND e.objid = p.oid
                    AND e.deptype = 'e')
UNION ALL
SELECT 'pg_catalog.pg_ts_template'::pg_catalog.regclass, t.oid, 'text search template', n.nspname,
       t.tmplname,
       pg_catalog.format('CREATE TEXT SEARCH TEMPLATE %I.%I (%s)', n.nspname, t.tmplname,
           pg_catalog.concat_ws(', ',
               'INIT = ' || NULLIF(t.tmplinit::pg_catalog.oid, 0)::pg_catalog.regproc,
               'LEXIZE = ' || NULLIF(t.tmpllexize::pg_catalog.oid, 0)::pg_catalog.regproc)),
       pg_catalog.format('TEXT SEARCH TEMPLATE %I.%I', n.nspname, t.tmplname),
       NULL, NULL
FROM pg_catalog.pg_ts_template t
JOIN pg_catalog.pg_namespace n ON n.oid = t.tmplnamespace
WHERE t.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_ts_template'::pg_catalog.regclass AND e.objid = t.oid
                    AND e.deptype = 'e')
UNION ALL
SELECT 'pg_catalog.pg_ts_dict'::pg_catalog.regclass, d.oid, 'text search dictionary', n.nspname,
       d.dictname,
       pg_catalog.format('CREATE TEXT SEARCH DICTIONARY %I.%I (TEMPLATE = %I.%I%s)', n.nspname, d.dictname,
           tn.nspname, t.tmplname, ', ' || d.dictinitoption),
       pg_catalog.format('TEXT SEARCH DICTIONARY %I.%I', n.nspname, d.dictname),
       pg_catalog.pg_get_userbyid(d.dictowner), NULL
FROM pg_catalog.pg_ts_dict d
JOIN pg_catalog.pg_namespace n ON n.oid = d.dictnamespace
JOIN pg_catalog.pg_ts_template t ON t.oid = d.dicttemplate
JOIN pg_catalog.pg_namespace tn ON tn.oid = t.tmplnamespace
WHERE d.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_ts_dict'::pg_catalog.regclass AND e.objid = d.oid
                    AND e.deptype = 'e')
UNION ALL
SELECT 'pg_catalog.pg_ts_config'::pg_catalog.regclass, c.oid, 'text search configuration', n.nspname,
       c.cfgname,
       pg_catalog.format('CREATE TEXT SEARCH CONFIGURATION %I.%I (PARSER = %I.%I)', n.nspname, c.cfgname,
           pn.nspname, p.prsname)
       || COALESCE((SELECT E';\n' || pg_catalog.string_agg(
                               pg_catalog.format('ALTER TEXT SEARCH CONFIGURATION %I.%I ADD MAPPING FOR %s WITH %s',
                                   n.nspname, c.cfgname, m.tokens, m.dictionaries), E';\n' ORDER BY m.tokens)
                    FROM (SELECT pg_catalog.string_agg(m.token, ', ' ORDER BY m.token) AS tokens, m.dictionaries
                          FROM (SELECT pg_catalog.quote_ident(t.alias) AS token,
                                       pg_catalog.string_agg(m.mapdict::pg_catalog.regdictionary::text, ', '
                                                             ORDER BY m.mapseqno) AS dictionaries
                                FROM pg_catalog.pg_ts_config_map m
                                JOIN pg_catalog.ts_token_type(c.cfgparser) t ON t.tokid = m.maptokentype
                                WHERE m.mapcfg = c.oid
                                GROUP BY t.alias) m
                          GROUP BY m.dictionaries) m), ''),
       pg_catalog.format('TEXT SEARCH CONFIGURATION %I.%I', n.nspname, c.cfgname),
       pg_catalog.pg_get_userbyid(c.cfgowner), NULL
FROM pg_catalog.pg_ts_config c
JOIN pg_catalog.pg_namespace n ON n.oid = c.cfgnamespace
JOIN pg_catalog.pg_ts_parser p ON p.oid = c.cfgparser
JOIN pg_catalog.pg_namespace pn ON pn.oid = p.prsnamespace
WHERE c.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_ts_config'::pg_catalog.regclass AND e.objid = c.oid
                    AND e.deptype = 'e')
