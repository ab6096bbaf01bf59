-- What refers to what inside queries, expressions and signatures. A row: the class and oid of the object that needs
-- (a relation, a routine, a domain), the class and oid of what it needs; an array stands for its elements' type.
WITH needs (class, object, refclass, refobject) AS (
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, r.ev_class, d.refclassid, d.refobjid
    FROM pg_catalog.pg_rewrite r
    JOIN pg_catalog.pg_depend d
      ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND d.objid = r.oid AND d.deptype = 'n'
    WHERE r.ev_class >= 16384 AND r.rulename = '_RETURN'
    UNION
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, a.adrelid, d.refclassid, d.refobjid
    FROM pg_catalog.pg_depend d
    JOIN pg_catalog.pg_attrdef a ON a.oid = d.objid
    WHERE d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND d.deptype = 'n'
      AND d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass
    UNION
    SELECT CASE WHEN k.conrelid <> 0 THEN 'pg_catalog.pg_class' ELSE 'pg_catalog.pg_type' END::pg_catalog.regclass,
           CASE WHEN k.conrelid <> 0 THEN k.conrelid ELSE k.contypid END, d.refclassid, d.refobjid
    FROM pg_catalog.pg_depend d
    JOIN pg_catalog.pg_constraint k ON k.oid = d.objid
    WHERE d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND d.deptype = 'n'
      AND d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass
    UNION
    SELECT d.classid, d.objid, d.refclassid, d.refobjid
    FROM pg_catalog.pg_depend d
    WHERE d.classid IN ('pg_catalog.pg_class'::pg_catalog.regclass, 'pg_catalog.pg_type'::pg_catalog.regclass)
      AND d.deptype = 'n' AND d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass
    UNION
    SELECT d.classid, d.objid, d.refclassid, d.refobjid
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.deptype = 'n'
      AND d.objid >= 16384
)
SELECT needs.class::pg_catalog.oid, needs.object, needs.refclass::pg_catalog.oid, COALESCE(element.oid, needs.refobject)
FROM needs
LEFT JOIN pg_catalog.pg_type t
       ON needs.refclass = 'pg_catalog.pg_type'::pg_catalog.regclass AND t.oid = needs.refobject
LEFT JOIN pg_catalog.pg_type element ON element.oid = t.typelem AND t.typcategory = 'A'
WHERE needs.refobject >= 16384
  AND needs.refclass IN ('pg_catalog.pg_class'::pg_catalog.regclass, 'pg_catalog.pg_type'::pg_catalog.regclass,
                         'pg_catalog.pg_proc'::pg_catalog.regclass)
  AND (needs.refclass <> needs.class OR needs.refobject <> needs.object)
