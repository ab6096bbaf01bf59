-- keeps all data
-- never: DROP
CREATE FUNCTION f(n integer) RETURNS integer LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10 SET search_path = public
  AS $$ BEGIN RETURN n + 1; -- with a ; inside
END $$;
ALTER FUNCTION f(integer) OWNER TO judged_owner;
CREATE TABLE t (id integer PRIMARY KEY, v integer DEFAULT f(1), CONSTRAINT c CHECK (f(id) > 0));
CREATE FUNCTION trig() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN RETURN OLD; END $$;
CREATE TRIGGER t1 BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION trig();
