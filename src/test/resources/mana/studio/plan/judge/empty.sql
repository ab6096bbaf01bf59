-- Empties a database. What this leaves behind makes the last query tell something else than it tells of a fresh one.
DO $do$
DECLARE
  one record;
BEGIN
  FOR one IN SELECT nspname FROM pg_namespace
    WHERE nspname NOT IN ('public', 'information_schema') AND nspname !~ '^pg_' LOOP
    EXECUTE format('DROP SCHEMA %I CASCADE', one.nspname);
  END LOOP;
  FOR one IN SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' LOOP
    EXECUTE format('DROP EXTENSION %I CASCADE', one.extname);
  END LOOP;
  FOR one IN SELECT relname, relkind FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f') LOOP
    IF to_regclass(format('public.%I', one.relname)) IS NOT NULL THEN
      EXECUTE format('DROP %s public.%I CASCADE', CASE one.relkind WHEN 'v' THEN 'VIEW'
        WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END, one.relname);
    END IF;
  END LOOP;
  FOR one IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' LOOP
    EXECUTE format('DROP SEQUENCE public.%I CASCADE', one.relname);
  END LOOP;
  FOR one IN SELECT oid, typname FROM pg_type
    WHERE typnamespace = 'public'::regnamespace AND typtype IN ('c', 'd', 'e', 'r') LOOP
    IF EXISTS (SELECT FROM pg_type WHERE oid = one.oid) THEN
      EXECUTE format('DROP TYPE public.%I CASCADE', one.typname);
    END IF;
  END LOOP;
  FOR one IN SELECT oid, prokind FROM pg_proc WHERE pronamespace = 'public'::regnamespace LOOP
    IF EXISTS (SELECT FROM pg_proc WHERE oid = one.oid) THEN
      EXECUTE format('DROP %s %s CASCADE', CASE one.prokind WHEN 'a' THEN 'AGGREGATE' ELSE 'ROUTINE' END,
        one.oid::regprocedure);
    END IF;
  END LOOP;
  FOR one IN SELECT fdwname FROM pg_foreign_data_wrapper LOOP
    EXECUTE format('DROP FOREIGN DATA WRAPPER %I CASCADE', one.fdwname);
  END LOOP;
END
$do$;
