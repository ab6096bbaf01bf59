-- What has no record of its own in the model: its class and oid, kind, schema, name, and the statement that creates it
-- where the server has the words for it.
SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass::pg_catalog.oid, p.oid, 'aggregate', n.nspname,
       p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')', NULL
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE p.prokind = 'a' AND p.oid >= 16384
UNION ALL
SELECT 'pg_catalog.pg_operator'::pg_catalog.regclass, o.oid, 'operator', n.nspname,
       o.oprname || ' (' || COALESCE(pg_catalog.format_type(NULLIF(o.oprleft, 0), NULL), 'NONE') || ', '
       || COALESCE(pg_catalog.format_type(NULLIF(o.oprright, 0), NULL), 'NONE') || ')', NULL
FROM pg_catalog.pg_operator o
JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
WHERE o.oid >= 16384
UNION ALL
SELECT 'pg_catalog.pg_opclass'::pg_catalog.regclass, o.oid, 'operator class', n.nspname,
       o.opcname || ' using ' || a.amname, NULL
FROM pg_catalog.pg_opclass o
JOIN pg_catalog.pg_namespace n ON n.oid = o.opcnamespace
JOIN pg_catalog.pg_am a ON a.oid = o.opcmethod
WHERE o.oid >= 16384
UNION ALL
SELECT 'pg_catalog.pg_opfamily'::pg_catalog.regclass, o.oid, 'operator family', n.nspname,
       o.opfname || ' using ' || a.amname, NULL
FROM pg_catalog.pg_opfamily o
JOIN pg_catalog.pg_namespace n ON n.oid = o.opfnamespace
JOIN pg_catalog.pg_am a ON a.oid = o.opfmethod
WHERE o.oid >= 16384
UNION ALL
SELECT 'pg_catalog.pg_cast'::pg_catalog.regclass, c.oid, 'cast', NULL,
       pg_catalog.format_type(c.castsource, NULL) || ' as ' || pg_catalog.format_type(c.casttarget, NULL), NULL
FROM pg_catalog.pg_cast c
WHERE c.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'i')
UNION ALL
SELECT 'pg_catalog.pg_collation'::pg_catalog.regclass, l.oid, 'collation', n.nspname, l.collname, NULL
FROM pg_catalog.pg_collation l
JOIN pg_catalog.pg_namespace n ON n.oid = l.collnamespace
WHERE l.oid >= 16384
UNION ALL
SELECT 'pg_catalog.pg_conversion'::pg_catalog.regclass, c.oid, 'conversion', n.nspname, c.conname, NULL
FROM pg_catalog.pg_conversion c
JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace
WHERE c.oid >= 16384
UNION ALL
SELECT 'pg_catalog.pg_ts_config'::pg_catalog.regclass, c.oid, 'text search configuration', n.nspname, c.cfgname, NULL
FROM pg_catalog.pg_ts_config c
JOIN pg_catalog.pg_namespace n ON n.oid = c.cfgnamespace
WHERE c.oid >= 16384
UNION ALL
SELECT 'pg_catalog.pg_ts_dict'::pg_catalog.regclass, d.oid, 'text search dictionary', n.nspname, d.dictname, NULL
FROM pg_catalog.pg_ts_dict d
JOIN pg_catalog.pg_namespace n ON n.oid = d.dictnamespace
WHERE d.oid >= 16384
UNION ALL
SELECT 'pg_catalog.pg_ts_parser'::pg_catalog.regclass, p.oid, 'text search parser', n.nspname, p.prsname, NULL
FROM pg_catalog.pg_ts_parser p
JOIN pg_catalog.pg_namespace n ON n.oid = p.prsnamespace
WHERE p.oid >= 16384
UNION ALL
SELECT 'pg_catalog.pg_ts_template'::pg_catalog.regclass, t.oid, 'text search template', n.nspname, t.tmplname, NULL
FROM pg_catalog.pg_ts_template t
JOIN pg_catalog.pg_namespace n ON n.oid = t.tmplnamespace
WHERE t.oid >= 16384
UNION ALL
SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid,
       CASE WHEN t.typtype = 'r' THEN 'range type' WHEN t.typisdefined THEN 'base type' ELSE 'shell type' END,
       n.nspname, t.typname, NULL
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE t.oid >= 16384 AND t.typtype IN ('r', 'b', 'p') AND t.typcategory <> 'A'
UNION ALL
SELECT 'pg_catalog.pg_rewrite'::pg_catalog.regclass, r.oid, 'rule', n.nspname,
       r.rulename || ' on ' || c.relname, pg_catalog.rtrim(pg_catalog.pg_get_ruledef(r.oid), ';')
FROM pg_catalog.pg_rewrite r
JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE r.rulename <> '_RETURN' AND r.ev_class >= 16384
UNION ALL
SELECT 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass, s.oid, 'statistics', n.nspname, s.stxname,
       pg_catalog.pg_get_statisticsobjdef(s.oid)
FROM pg_catalog.pg_statistic_ext s
JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
UNION ALL
SELECT 'pg_catalog.pg_event_trigger'::pg_catalog.regclass, e.oid, 'event trigger', NULL, e.evtname,
       pg_catalog.format('CREATE EVENT TRIGGER %I ON %s%s EXECUTE FUNCTION %s()', e.evtname, e.evtevent,
              (SELECT ' WHEN TAG IN (' || pg_catalog.string_agg(pg_catalog.quote_literal(tag), ', ') || ')'
               FROM pg_catalog.unnest(e.evttags) tag),
              e.evtfoid::pg_catalog.regproc)
FROM pg_catalog.pg_event_trigger e
UNION ALL
SELECT 'pg_catalog.pg_publication'::pg_catalog.regclass, p.oid, 'publication', NULL, p.pubname, NULL
FROM pg_catalog.pg_publication p
UNION ALL
SELECT 'pg_catalog.pg_subscription'::pg_catalog.regclass, s.oid, 'subscription', NULL, s.subname, NULL
FROM pg_catalog.pg_subscription s
JOIN pg_catalog.pg_database d ON d.oid = s.subdbid
WHERE d.datname = pg_catalog.current_database()
UNION ALL
SELECT 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass, w.oid, 'foreign-data wrapper', NULL, w.fdwname, NULL
FROM pg_catalog.pg_foreign_data_wrapper w
UNION ALL
SELECT 'pg_catalog.pg_foreign_server'::pg_catalog.regclass, s.oid, 'foreign server', NULL, s.srvname,
       pg_catalog.format('CREATE SERVER %I%s%s FOREIGN DATA WRAPPER %I%s', s.srvname,
              ' TYPE ' || pg_catalog.quote_literal(s.srvtype), ' VERSION ' || pg_catalog.quote_literal(s.srvversion), w.fdwname,
              (SELECT ' OPTIONS ('
                      || pg_catalog.string_agg(pg_catalog.format('%I %L', o.option_name, o.option_value), ', ') || ')'
               FROM pg_catalog.pg_options_to_table(s.srvoptions) o))
FROM pg_catalog.pg_foreign_server s
JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = s.srvfdw
UNION ALL
SELECT 'pg_catalog.pg_user_mapping'::pg_catalog.regclass, m.umid, 'user mapping', NULL,
       m.usename || ' on ' || m.srvname, NULL
FROM pg_catalog.pg_user_mappings m
UNION ALL
SELECT 'pg_catalog.pg_language'::pg_catalog.regclass, l.oid, 'language', NULL, l.lanname, NULL
FROM pg_catalog.pg_language l
WHERE l.oid >= 16384
UNION ALL
SELECT 'pg_catalog.pg_transform'::pg_catalog.regclass, t.oid, 'transform', NULL,
       pg_catalog.format_type(t.trftype, NULL) || ' for ' || l.lanname, NULL
FROM pg_catalog.pg_transform t
JOIN pg_catalog.pg_language l ON l.oid = t.trflang
UNION ALL
SELECT 'pg_catalog.pg_am'::pg_catalog.regclass, a.oid, 'access method', NULL, a.amname, NULL
FROM pg_catalog.pg_am a
WHERE a.oid >= 16384
UNION ALL
SELECT 'pg_catalog.pg_default_acl'::pg_catalog.regclass, a.oid, 'default privileges', n.nspname,
       pg_catalog.pg_get_userbyid(a.defaclrole) || ' on ' || k.objects,
       CASE WHEN n.oid IS NULL
            THEN pg_catalog.format('ALTER DEFAULT PRIVILEGES FOR ROLE %I REVOKE ALL ON %s FROM PUBLIC, %1$I',
                                   pg_catalog.pg_get_userbyid(a.defaclrole), k.objects) || E';\n'
            ELSE '' END
       || (SELECT pg_catalog.string_agg(
                      pg_catalog.format('ALTER DEFAULT PRIVILEGES FOR ROLE %I%s GRANT %s ON %s TO %s%s',
                             pg_catalog.pg_get_userbyid(a.defaclrole),
                             ' IN SCHEMA ' || pg_catalog.quote_ident(n.nspname),
                             g.privileges, k.objects,
                             CASE WHEN g.grantee = 0 THEN 'PUBLIC'
                                  ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(g.grantee)) END,
                             CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' END), E';\n'
                      ORDER BY g.grantee, g.is_grantable)
           FROM (SELECT x.grantee, x.is_grantable, pg_catalog.string_agg(x.privilege_type, ', ') AS privileges
                 FROM pg_catalog.aclexplode(a.defaclacl) x
                 GROUP BY x.grantee, x.is_grantable) g)
FROM pg_catalog.pg_default_acl a
CROSS JOIN LATERAL (SELECT CASE a.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'ROUTINES'
                                                WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END
                   ) AS k (objects)
LEFT JOIN pg_catalog.pg_namespace n ON n.oid = a.defaclnamespace
UNION ALL
SELECT 0, 0, 'large objects', NULL, pg_catalog.count(*)::text, NULL
FROM pg_catalog.pg_largeobject_metadata
HAVING pg_catalog.count(*) > 0
UNION ALL
SELECT 0, 0, 'security label', NULL, s.provider || ': ' || s.label || ' on ' || s.objtype || ' ' || s.objname, NULL
FROM pg_catalog.pg_seclabels s
WHERE s.classoid NOT IN ('pg_catalog.pg_authid'::pg_catalog.regclass, 'pg_catalog.pg_tablespace'::pg_catalog.regclass)
UNION ALL
SELECT 0, 0, 'setting', NULL, COALESCE(pg_catalog.pg_get_userbyid(NULLIF(s.setrole, 0)) || ': ', '') || setting, NULL
FROM pg_catalog.pg_db_role_setting s
JOIN pg_catalog.pg_database d ON d.oid = s.setdatabase
CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS setting
WHERE d.datname = pg_catalog.current_database()
UNION ALL
SELECT 0, 0, 'database privileges', NULL, d.datacl::text, NULL
FROM pg_catalog.pg_database d
WHERE d.datname = pg_catalog.current_database() AND d.datacl IS NOT NULL
