-- What has no record of its own in the model: class and oid, kind, schema, name, the statements that create it where
-- the server or we have the words for it, how statements name it, its owner, its privileges. Without what belongs to
-- extensions.
SELECT 'pg_catalog.pg_collation'::pg_catalog.regclass::pg_catalog.oid, l.oid, 'collation', n.nspname, l.collname,
       pg_catalog.format('CREATE COLLATION %I.%I (%s)', n.nspname, l.collname,
           pg_catalog.concat_ws(', ',
               'PROVIDER = ' || CASE l.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END,
               CASE WHEN NOT l.collisdeterministic THEN 'DETERMINISTIC = false' END,
               -- The name of the column differs between versions; before PostgreSQL 15 it was collcollate for all.
               'LOCALE = ' || pg_catalog.quote_literal(k.locale),
               CASE WHEN k.locale IS NULL THEN 'LC_COLLATE = ' || pg_catalog.quote_literal(l.collcollate) END,
               CASE WHEN k.locale IS NULL THEN 'LC_CTYPE = ' || pg_catalog.quote_literal(l.collctype) END,
               'RULES = ' || pg_catalog.quote_literal(pg_catalog.to_jsonb(l) ->> 'collicurules'))),
       pg_catalog.format('COLLATION %I.%I', n.nspname, l.collname),
       pg_catalog.pg_get_userbyid(l.collowner), NULL
FROM pg_catalog.pg_collation l
JOIN pg_catalog.pg_namespace n ON n.oid = l.collnamespace
CROSS JOIN LATERAL (SELECT COALESCE(pg_catalog.to_jsonb(l) ->> 'colllocale', pg_catalog.to_jsonb(l) ->> 'colliculocale',
                                    CASE WHEN l.collcollate = l.collctype THEN l.collcollate END)) AS k (locale)
WHERE l.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_collation'::pg_catalog.regclass AND e.objid = l.oid
                    AND e.deptype = 'e')
UNION ALL
SELECT 'pg_catalog.pg_conversion'::pg_catalog.regclass, c.oid, 'conversion', n.nspname, c.conname,
       pg_catalog.format('CREATE %sCONVERSION %I.%I FOR %L TO %L FROM %s',
           CASE WHEN c.condefault THEN 'DEFAULT ' END, n.nspname, c.conname,
           pg_catalog.pg_encoding_to_char(c.conforencoding), pg_catalog.pg_encoding_to_char(c.contoencoding),
           c.conproc),
       pg_catalog.format('CONVERSION %I.%I', n.nspname, c.conname), pg_catalog.pg_get_userbyid(c.conowner), NULL
FROM pg_catalog.pg_conversion c
JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace
WHERE c.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_conversion'::pg_catalog.regclass AND e.objid = c.oid
                    AND e.deptype = 'e')
UNION ALL
-- A range type with a canonical function cannot come before it, nor after it.
SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid,
       CASE WHEN t.typtype = 'r' THEN 'range type' WHEN t.typisdefined THEN 'base type' ELSE 'shell type' END,
       n.nspname, t.typname,
       CASE WHEN t.typtype = 'r' AND r.rngcanonical::pg_catalog.oid = 0
            THEN pg_catalog.format('CREATE TYPE %I.%I AS RANGE (%s)', n.nspname, t.typname,
                     pg_catalog.concat_ws(', ',
                         'SUBTYPE = ' || pg_catalog.format_type(r.rngsubtype, NULL),
                         [[ 14:
                         CASE WHEN m.typname <> pg_catalog.left(CASE WHEN t.typname LIKE '%range%'
                                                     THEN pg_catalog.regexp_replace(t.typname, 'range', 'multirange')
                                                     ELSE pg_catalog.concat(t.typname, '_multirange') END, 63)
                                   OR m.typnamespace <> t.typnamespace
                              THEN pg_catalog.format('MULTIRANGE_TYPE_NAME = %I.%I', mn.nspname, m.typname) END,
                         | ]]
                         CASE WHEN NOT o.opcdefault
                              THEN pg_catalog.format('SUBTYPE_OPCLASS = %I.%I', opn.nspname, o.opcname) END,
                         CASE WHEN r.rngcollation <> s.typcollation
                              THEN pg_catalog.format('COLLATION = %I.%I', ln.nspname, l.collname) END,
                         'SUBTYPE_DIFF = ' || NULLIF(r.rngsubdiff::pg_catalog.oid, 0)::pg_catalog.regproc)) END,
       pg_catalog.format('TYPE %I.%I', n.nspname, t.typname),
       pg_catalog.pg_get_userbyid(t.typowner), t.typacl::text
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_range r ON r.rngtypid = t.oid
LEFT JOIN pg_catalog.pg_type s ON s.oid = r.rngsubtype
LEFT JOIN pg_catalog.pg_opclass o ON o.oid = r.rngsubopc
LEFT JOIN pg_catalog.pg_namespace opn ON opn.oid = o.opcnamespace
LEFT JOIN pg_catalog.pg_collation l ON l.oid = r.rngcollation
LEFT JOIN pg_catalog.pg_namespace ln ON ln.oid = l.collnamespace
[[ 14:
LEFT JOIN pg_catalog.pg_type m ON m.oid = r.rngmultitypid
LEFT JOIN pg_catalog.pg_namespace mn ON mn.oid = m.typnamespace
| ]]
WHERE t.oid >= 16384 AND t.typtype IN ('r', 'b', 'p') AND t.typcategory <> 'A'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND e.objid = t.oid
                    AND e.deptype = 'e')
UNION ALL
SELECT 'pg_catalog.pg_rewrite'::pg_catalog.regclass, r.oid, 'rule', n.nspname, r.rulename || ' on ' || c.relname,
       pg_catalog.rtrim(pg_catalog.pg_get_ruledef(r.oid), ';')
       || COALESCE(pg_catalog.format(E';\nALTER TABLE %I.%I ', n.nspname, c.relname)
                   || CASE r.ev_enabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA'
                                      WHEN 'A' THEN 'ENABLE ALWAYS' END
                   || pg_catalog.format(' RULE %I', r.rulename), ''),
       pg_catalog.format('RULE %I ON %I.%I', r.rulename, n.nspname, c.relname), NULL, NULL
FROM pg_catalog.pg_rewrite r
JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE r.rulename <> '_RETURN' AND r.ev_class >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid
                    AND e.deptype = 'e')
UNION ALL
SELECT 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass, s.oid, 'statistics', n.nspname, s.stxname,
       pg_catalog.pg_get_statisticsobjdef(s.oid)
       || CASE WHEN s.stxstattarget >= 0
               THEN pg_catalog.format(E';\nALTER STATISTICS %I.%I SET STATISTICS %s', n.nspname, s.stxname,
                                      s.stxstattarget)
               ELSE '' END,
       pg_catalog.format('STATISTICS %I.%I', n.nspname, s.stxname), pg_catalog.pg_get_userbyid(s.stxowner), NULL
FROM pg_catalog.pg_statistic_ext s
JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
WHERE s.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass AND e.objid = s.oid
                    AND e.deptype = 'e')
UNION ALL
SELECT 'pg_catalog.pg_event_trigger'::pg_catalog.regclass, v.oid, 'event trigger', NULL, v.evtname,
       pg_catalog.format('CREATE EVENT TRIGGER %I ON %s%s EXECUTE FUNCTION %s()', v.evtname, v.evtevent,
           (SELECT ' WHEN TAG IN (' || pg_catalog.string_agg(pg_catalog.quote_literal(tag), ', ') || ')'
            FROM pg_catalog.unnest(v.evttags) tag),
           v.evtfoid::pg_catalog.regproc)
       || COALESCE(pg_catalog.format(E';\nALTER EVENT TRIGGER %I ', v.evtname)
                   || CASE v.evtenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA'
                                     WHEN 'A' THEN 'ENABLE ALWAYS' END, ''),
       pg_catalog.format('EVENT TRIGGER %I', v.evtname), pg_catalog.pg_get_userbyid(v.evtowner), NULL
FROM pg_catalog.pg_event_trigger v
WHERE v.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_event_trigger'::pg_catalog.regclass AND e.objid = v.oid
                    AND e.deptype = 'e')
UNION ALL
SELECT 'pg_catalog.pg_publication'::pg_catalog.regclass, p.oid, 'publication', NULL, p.pubname,
       pg_catalog.format('CREATE PUBLICATION %I', p.pubname)
       || CASE WHEN p.puballtables THEN ' FOR ALL TABLES' ELSE '' END
       || COALESCE(' FOR ' || NULLIF(pg_catalog.concat_ws(', ', tables.list, schemas.list), ''), '')
       || COALESCE(' WITH (' || NULLIF(pg_catalog.concat_ws(', ',
              CASE WHEN NOT (p.pubinsert AND p.pubupdate AND p.pubdelete AND p.pubtruncate)
                   THEN pg_catalog.format('publish = %L', pg_catalog.concat_ws(', ',
                            CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                            CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END)) END,
              CASE WHEN p.pubviaroot THEN 'publish_via_partition_root = true' END,
              [[ 18: CASE WHEN p.pubgencols = 's' THEN 'publish_generated_columns = stored' END | NULL ]]), '') || ')',
              ''),
       pg_catalog.format('PUBLICATION %I', p.pubname), pg_catalog.pg_get_userbyid(p.pubowner), NULL
FROM pg_catalog.pg_publication p
LEFT JOIN LATERAL (
    SELECT 'TABLE ' || pg_catalog.string_agg(
               CASE WHEN c.relhassubclass AND c.relkind = 'r' THEN 'ONLY ' ELSE '' END
               || pg_catalog.format('%I.%I', n.nspname, c.relname)
               || COALESCE((SELECT ' (' || pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', '
                                                                 ORDER BY a.attnum) || ')'
                            FROM pg_catalog.pg_attribute a
                            WHERE a.attrelid = t.prrelid
                              AND a.attnum = ANY ([[ 15: t.prattrs | NULL::pg_catalog.int2[] ]])), '')
               || COALESCE(' WHERE (' || [[ 15: pg_catalog.pg_get_expr(t.prqual, t.prrelid) | NULL ]] || ')', ''),
               ', ' ORDER BY n.nspname, c.relname)
    FROM pg_catalog.pg_publication_rel t
    JOIN pg_catalog.pg_class c ON c.oid = t.prrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE t.prpubid = p.oid
) AS tables (list) ON true
LEFT JOIN LATERAL (
    SELECT 'TABLES IN SCHEMA ' || pg_catalog.string_agg(pg_catalog.quote_ident(n.nspname), ', ' ORDER BY n.nspname)
    FROM [[ 15: pg_catalog.pg_publication_namespace s | (SELECT 0 AS pnpubid, 0 AS pnnspid) s ]]
    JOIN pg_catalog.pg_namespace n ON n.oid = s.pnnspid
    WHERE s.pnpubid = p.oid
) AS schemas (list) ON true
WHERE p.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_publication'::pg_catalog.regclass AND e.objid = p.oid
                    AND e.deptype = 'e')
UNION ALL
SELECT 'pg_catalog.pg_subscription'::pg_catalog.regclass, s.oid, 'subscription', NULL, s.subname, NULL,
       pg_catalog.format('SUBSCRIPTION %I', s.subname), pg_catalog.pg_get_userbyid(s.subowner), NULL
FROM pg_catalog.pg_subscription s
JOIN pg_catalog.pg_database d ON d.oid = s.subdbid
WHERE d.datname = pg_catalog.current_database()
UNION ALL
SELECT 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass, w.oid, 'foreign-data wrapper', NULL, w.fdwname,
       pg_catalog.format('CREATE FOREIGN DATA WRAPPER %I%s%s%s', w.fdwname,
           ' HANDLER ' || NULLIF(w.fdwhandler, 0)::pg_catalog.regproc,
           ' VALIDATOR ' || NULLIF(w.fdwvalidator, 0)::pg_catalog.regproc,
           (SELECT ' OPTIONS ('
                   || pg_catalog.string_agg(pg_catalog.format('%I %L', o.option_name, o.option_value), ', ') || ')'
            FROM pg_catalog.pg_options_to_table(w.fdwoptions) o)),
       pg_catalog.format('FOREIGN DATA WRAPPER %I', w.fdwname),
       pg_catalog.pg_get_userbyid(w.fdwowner), w.fdwacl::text
FROM pg_catalog.pg_foreign_data_wrapper w
WHERE w.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass AND e.objid = w.oid
                    AND e.deptype = 'e')
UNION ALL
SELECT 'pg_catalog.pg_foreign_server'::pg_catalog.regclass, s.oid, 'foreign server', NULL, s.srvname,
       pg_catalog.format('CREATE SERVER %I%s%s FOREIGN DATA WRAPPER %I%s', s.srvname,
           ' TYPE ' || pg_catalog.quote_literal(s.srvtype), ' VERSION ' || pg_catalog.quote_literal(s.srvversion),
           w.fdwname,
           (SELECT ' OPTIONS ('
                   || pg_catalog.string_agg(pg_catalog.format('%I %L', o.option_name, o.option_value), ', ') || ')'
            FROM pg_catalog.pg_options_to_table(s.srvoptions) o)),
       pg_catalog.format('SERVER %I', s.srvname), pg_catalog.pg_get_userbyid(s.srvowner), s.srvacl::text
FROM pg_catalog.pg_foreign_server s
JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = s.srvfdw
WHERE s.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_foreign_server'::pg_catalog.regclass AND e.objid = s.oid
                    AND e.deptype = 'e')
UNION ALL
-- Their options may hold passwords.
SELECT 'pg_catalog.pg_user_mapping'::pg_catalog.regclass, m.umid, 'user mapping', NULL,
       m.usename || ' on ' || m.srvname, NULL, NULL, NULL, NULL
FROM pg_catalog.pg_user_mappings m
UNION ALL
SELECT 'pg_catalog.pg_language'::pg_catalog.regclass, l.oid, 'language', NULL, l.lanname,
       pg_catalog.format('CREATE %sLANGUAGE %I HANDLER %s%s%s', CASE WHEN l.lanpltrusted THEN 'TRUSTED ' END, l.lanname,
           NULLIF(l.lanplcallfoid, 0)::pg_catalog.regproc,
           ' INLINE ' || NULLIF(l.laninline, 0)::pg_catalog.regproc,
           ' VALIDATOR ' || NULLIF(l.lanvalidator, 0)::pg_catalog.regproc),
       pg_catalog.format('LANGUAGE %I', l.lanname), pg_catalog.pg_get_userbyid(l.lanowner), l.lanacl::text
FROM pg_catalog.pg_language l
WHERE l.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_language'::pg_catalog.regclass AND e.objid = l.oid
                    AND e.deptype = 'e')
UNION ALL
SELECT 'pg_catalog.pg_am'::pg_catalog.regclass, a.oid, 'access method', NULL, a.amname,
       pg_catalog.format('CREATE ACCESS METHOD %I TYPE %s HANDLER %s', a.amname,
           CASE a.amtype WHEN 't' THEN 'TABLE' ELSE 'INDEX' END, a.amhandler),
       pg_catalog.format('ACCESS METHOD %I', a.amname), NULL, NULL
FROM pg_catalog.pg_am a
WHERE a.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_am'::pg_catalog.regclass AND e.objid = a.oid
                    AND e.deptype = 'e')
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
                 GROUP BY x.grantee, x.is_grantable) g),
       NULL, NULL, NULL
FROM pg_catalog.pg_default_acl a
CROSS JOIN LATERAL (SELECT CASE a.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES'
                                                WHEN 'f' THEN 'ROUTINES'
                                                WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END
                   ) AS k (objects)
LEFT JOIN pg_catalog.pg_namespace n ON n.oid = a.defaclnamespace
UNION ALL
SELECT 0, 0, 'extension dependency', NULL, k.type || ' ' || k.identity || ' on ' || x.extname,
       pg_catalog.format('ALTER %s %s DEPENDS ON EXTENSION %I', pg_catalog.upper(k.type), k.identity, x.extname),
       NULL, NULL, NULL
FROM pg_catalog.pg_depend d
JOIN pg_catalog.pg_extension x ON x.oid = d.refobjid
CROSS JOIN LATERAL pg_catalog.pg_identify_object(d.classid, d.objid, 0) AS k
WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.deptype = 'x'
UNION ALL
SELECT 0, 0, 'large objects', NULL, pg_catalog.count(*)::text, NULL, NULL, NULL, NULL
FROM pg_catalog.pg_largeobject_metadata
HAVING pg_catalog.count(*) > 0
UNION ALL
SELECT 0, 0, 'security label', NULL, s.provider || ': ' || s.label || ' on ' || s.objtype || ' ' || s.objname, NULL,
       NULL, NULL, NULL
FROM pg_catalog.pg_seclabels s
WHERE s.classoid NOT IN ('pg_catalog.pg_authid'::pg_catalog.regclass, 'pg_catalog.pg_tablespace'::pg_catalog.regclass)
UNION ALL
SELECT 0, 0, 'setting', NULL, COALESCE(pg_catalog.pg_get_userbyid(NULLIF(s.setrole, 0)) || ': ', '') || setting, NULL,
       NULL, NULL, NULL
FROM pg_catalog.pg_db_role_setting s
JOIN pg_catalog.pg_database d ON d.oid = s.setdatabase
CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS setting
WHERE d.datname = pg_catalog.current_database()
UNION ALL
SELECT 0, 0, 'database privileges', NULL, d.datacl::text, NULL, NULL, NULL, NULL
FROM pg_catalog.pg_database d
WHERE d.datname = pg_catalog.current_database() AND d.datacl IS NOT NULL
