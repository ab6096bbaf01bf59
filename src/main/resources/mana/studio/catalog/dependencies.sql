-- What needs what, as pg_depend has it (https://www.postgresql.org/docs/current/catalog-pg-depend.html), without what
-- the other queries say already: what schema a thing lives in, the columns of keys and of plain indexes, the enums,
-- domains and composite types of columns. A row: the class and oid of what needs, and its column if it is one; the same
-- of what is needed. A view stands for its query, a publication for its tables, an operator class or family for its
-- members; a default is the class pg_attrdef with its column. Needed arrays stand for their elements' type, multiranges
-- and what builds ranges for the range type. What belongs to an extension needs what the extension needs.
WITH needs (class, object, part, on_class, on_object, on_part) AS (
    SELECT CASE WHEN r.rulename = '_RETURN' THEN 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid
                ELSE d.classid END,
           CASE WHEN r.rulename = '_RETURN' THEN r.ev_class ELSE r.oid END, 0, d.refclassid, d.refobjid, d.refobjsubid
    FROM pg_catalog.pg_rewrite r
    JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND d.objid = r.oid
    WHERE r.ev_class >= 16384
      AND (d.deptype = 'n' OR (d.deptype = 'a' AND r.rulename <> '_RETURN'))
      AND (d.refobjid <> r.ev_class OR r.rulename <> '_RETURN')
    UNION ALL
    SELECT d.classid, a.adrelid, a.adnum, d.refclassid, d.refobjid, d.refobjsubid
    FROM pg_catalog.pg_depend d
    JOIN pg_catalog.pg_attrdef a ON a.oid = d.objid
    WHERE d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND d.deptype = 'n'
    UNION ALL
    SELECT d.classid, d.objid, 0, d.refclassid, d.refobjid, d.refobjsubid
    FROM pg_catalog.pg_depend d
    JOIN pg_catalog.pg_constraint k ON k.oid = d.objid
    WHERE d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
      AND CASE k.contype WHEN 'c' THEN d.deptype = 'n'
                         WHEN 'x' THEN d.deptype = 'n' OR d.refobjsubid > 0
                         ELSE d.deptype = 'n' AND d.refclassid <> 'pg_catalog.pg_class'::pg_catalog.regclass END
    UNION ALL
    SELECT d.classid, d.objid, 0, d.refclassid, d.refobjid, d.refobjsubid
    FROM pg_catalog.pg_depend d
    JOIN pg_catalog.pg_index i ON i.indexrelid = d.objid
    WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid >= 16384
      AND (d.deptype = 'n' OR (d.deptype = 'a' AND d.refobjsubid > 0 AND d.refobjsubid <> ALL (i.indkey)))
    UNION ALL
    -- Before PostgreSQL 15 it is the generated column that needs what its expression names.
    SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid
    FROM pg_catalog.pg_depend d
    LEFT JOIN pg_catalog.pg_type t
           ON d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass AND t.oid = d.refobjid
    LEFT JOIN pg_catalog.pg_type element ON element.oid = t.typelem AND t.typcategory = 'A'
    WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid >= 16384
      AND CASE WHEN d.deptype = 'a' THEN d.objsubid > 0
               WHEN d.deptype <> 'n' OR d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass THEN false
               WHEN COALESCE(element.typtype, t.typtype) IN ('e', 'd')
               THEN COALESCE(element.oid, t.oid) IN
                    (SELECT e.objid FROM pg_catalog.pg_depend e
                     WHERE e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND e.deptype = 'e')
               ELSE true END
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indexrelid = d.objid)
    UNION ALL
    SELECT CASE WHEN member.refclassid IS NOT NULL THEN member.refclassid
                WHEN published.prpubid IS NOT NULL THEN 'pg_catalog.pg_publication'::pg_catalog.regclass
                ELSE d.classid END,
           COALESCE(member.refobjid, published.prpubid, d.objid), 0, d.refclassid, d.refobjid, d.refobjsubid
    FROM pg_catalog.pg_depend d
    LEFT JOIN pg_catalog.pg_publication_rel published
           ON d.classid = 'pg_catalog.pg_publication_rel'::pg_catalog.regclass AND published.oid = d.objid
    LEFT JOIN pg_catalog.pg_depend member
           ON d.classid IN ('pg_catalog.pg_amop'::pg_catalog.regclass, 'pg_catalog.pg_amproc'::pg_catalog.regclass)
          AND member.classid = d.classid AND member.objid = d.objid AND member.deptype IN ('a', 'i')
          AND member.refclassid IN ('pg_catalog.pg_opclass'::pg_catalog.regclass,
                                    'pg_catalog.pg_opfamily'::pg_catalog.regclass)
    WHERE d.objid >= 16384
      AND CASE WHEN d.classid IN ('pg_catalog.pg_proc'::pg_catalog.regclass, 'pg_catalog.pg_type'::pg_catalog.regclass,
                                  'pg_catalog.pg_trigger'::pg_catalog.regclass,
                                  'pg_catalog.pg_policy'::pg_catalog.regclass,
                                  'pg_catalog.pg_extension'::pg_catalog.regclass)
               THEN d.deptype = 'n'
               WHEN d.classid IN ('pg_catalog.pg_class'::pg_catalog.regclass,
                                  'pg_catalog.pg_rewrite'::pg_catalog.regclass,
                                  'pg_catalog.pg_attrdef'::pg_catalog.regclass,
                                  'pg_catalog.pg_constraint'::pg_catalog.regclass,
                                  'pg_catalog.pg_default_acl'::pg_catalog.regclass)
               THEN false
               ELSE d.deptype IN ('a', 'n') END
)
SELECT needs.class, needs.object, NULLIF(needs.part, 0), COALESCE(made.refclassid, needs.on_class),
       COALESCE([[ 14: range.rngtypid, | ]] element.oid, t.oid, needs.on_object), NULLIF(needs.on_part, 0)
FROM needs
LEFT JOIN pg_catalog.pg_depend made
       ON needs.on_class = 'pg_catalog.pg_proc'::pg_catalog.regclass AND made.classid = needs.on_class
      AND made.objid = needs.on_object AND made.deptype = 'i'
      AND made.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass
LEFT JOIN pg_catalog.pg_type t
       ON t.oid = CASE WHEN needs.on_class = 'pg_catalog.pg_type'::pg_catalog.regclass THEN needs.on_object
                       ELSE made.refobjid END
LEFT JOIN pg_catalog.pg_type element ON element.oid = t.typelem AND t.typcategory = 'A'
[[ 14: LEFT JOIN pg_catalog.pg_range range ON range.rngmultitypid = COALESCE(element.oid, t.oid) | ]]
WHERE needs.on_object >= 16384 AND needs.on_class <> 'pg_catalog.pg_namespace'::pg_catalog.regclass
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = needs.class AND e.objid = needs.object AND e.deptype = 'e')
