-- What needs what, as pg_depend has it (https://www.postgresql.org/docs/current/catalog-pg-depend.html), without what
-- the other queries say already: the schema a thing lives in, the columns of keys, checks and plain indexes, the enums
-- and domains of columns. A row: the class and oid of what needs, and its column if it is one; the same
-- of what is needed. A view stands for its query, a publication for its tables, an operator class or family for its
-- members; a default is the class pg_attrdef with its column. Needed arrays stand for their elements' type, multiranges
-- and what builds ranges for the range type. What belongs to an extension needs what the extension needs. One pass over
-- pg_depend: it is the largest catalog but one.
WITH members AS NOT MATERIALIZED (
    SELECT e.classid, e.objid
    FROM pg_catalog.pg_depend e
    WHERE e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e'
), needs (class, object, part, on_class, on_object, on_part) AS (
    SELECT CASE WHEN r.rulename = '_RETURN' THEN 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid
                WHEN member.refclassid IS NOT NULL THEN member.refclassid
                WHEN published.prpubid IS NOT NULL THEN 'pg_catalog.pg_publication'::pg_catalog.regclass
                ELSE d.classid END,
           CASE WHEN r.rulename = '_RETURN' THEN r.ev_class
                ELSE COALESCE(a.adrelid, member.refobjid, published.prpubid, d.objid) END,
           COALESCE(a.adnum, d.objsubid), d.refclassid, d.refobjid, d.refobjsubid
    FROM pg_catalog.pg_depend d
    LEFT JOIN pg_catalog.pg_rewrite r
           ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND r.oid = d.objid
    LEFT JOIN pg_catalog.pg_attrdef a
           ON d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND a.oid = d.objid
    LEFT JOIN pg_catalog.pg_index i
           ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND i.indexrelid = d.objid
          AND (i.indexprs IS NOT NULL OR i.indpred IS NOT NULL)
    LEFT JOIN pg_catalog.pg_publication_rel published
           ON d.classid = 'pg_catalog.pg_publication_rel'::pg_catalog.regclass AND published.oid = d.objid
    LEFT JOIN pg_catalog.pg_depend member
           ON d.classid IN ('pg_catalog.pg_amop'::pg_catalog.regclass, 'pg_catalog.pg_amproc'::pg_catalog.regclass)
          AND member.classid = d.classid AND member.objid = d.objid AND member.deptype IN ('a', 'i')
          AND member.refclassid IN ('pg_catalog.pg_opclass'::pg_catalog.regclass,
                                    'pg_catalog.pg_opfamily'::pg_catalog.regclass)
    WHERE d.objid >= 16384 AND d.refobjid >= 16384 AND d.refclassid <> 'pg_catalog.pg_namespace'::pg_catalog.regclass
      AND ((d.deptype = 'n'
            AND (d.refclassid <> 'pg_catalog.pg_class'::pg_catalog.regclass
                 OR CASE d.classid
                    WHEN 'pg_catalog.pg_class'::pg_catalog.regclass THEN d.refobjsubid > 0
                    WHEN 'pg_catalog.pg_constraint'::pg_catalog.regclass
                    THEN d.refobjsubid > 0
                         AND d.refobjid IN (SELECT c.oid FROM pg_catalog.pg_class c WHERE c.relkind = 'c')
                    ELSE true END))
           OR (d.deptype = 'a'
               AND (d.classid <> 'pg_catalog.pg_class'::pg_catalog.regclass OR d.refobjsubid > 0 OR d.objsubid > 0)
               AND d.classid NOT IN ('pg_catalog.pg_constraint'::pg_catalog.regclass,
                                     'pg_catalog.pg_attrdef'::pg_catalog.regclass,
                                     'pg_catalog.pg_proc'::pg_catalog.regclass,
                                     'pg_catalog.pg_type'::pg_catalog.regclass,
                                     'pg_catalog.pg_trigger'::pg_catalog.regclass,
                                     'pg_catalog.pg_policy'::pg_catalog.regclass,
                                     'pg_catalog.pg_default_acl'::pg_catalog.regclass)))
      -- Indexes need what their expressions name. Before PostgreSQL 15 so do generated columns; since then their
      -- pg_attrdef does.
      AND (d.classid <> 'pg_catalog.pg_class'::pg_catalog.regclass OR d.deptype = 'n' OR d.objsubid > 0
           OR d.refobjsubid <> ALL (i.indkey))
      AND (r.rulename IS DISTINCT FROM '_RETURN' OR (d.deptype = 'n' AND d.refobjid <> r.ev_class))
)
SELECT needs.class, needs.object, NULLIF(needs.part, 0), COALESCE(made.refclassid, needs.on_class),
       COALESCE([[ 14: range.rngtypid, | ]] array_type.typelem, made.refobjid, needs.on_object),
       NULLIF(needs.on_part, 0)
FROM needs
LEFT JOIN pg_catalog.pg_depend made
       ON needs.on_class = 'pg_catalog.pg_proc'::pg_catalog.regclass AND made.objid = needs.on_object
      AND made.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
      AND made.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass AND made.deptype = 'i'
LEFT JOIN pg_catalog.pg_type array_type
       ON needs.on_class = 'pg_catalog.pg_type'::pg_catalog.regclass AND array_type.oid = needs.on_object
      AND array_type.typcategory = 'A' AND array_type.typelem <> 0
[[ 14:
LEFT JOIN pg_catalog.pg_range range
       ON (needs.on_class = 'pg_catalog.pg_type'::pg_catalog.regclass OR made.refobjid IS NOT NULL)
      AND range.rngmultitypid = COALESCE(array_type.typelem, made.refobjid, needs.on_object)
| ]]
WHERE NOT EXISTS (SELECT FROM members m WHERE m.classid = needs.class AND m.objid = needs.object)
  AND NOT (needs.class = 'pg_catalog.pg_class'::pg_catalog.regclass AND needs.part > 0
           AND needs.on_class = 'pg_catalog.pg_type'::pg_catalog.regclass
           AND COALESCE(array_type.typelem, needs.on_object) IN
               (SELECT t.oid FROM pg_catalog.pg_type t
                WHERE t.typtype IN ('e', 'd') AND t.oid >= 16384
                  AND NOT EXISTS (SELECT FROM members m
                                  WHERE m.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND m.objid = t.oid)))
