-- roles judged_reader, judged_writer
CREATE TABLE t (id integer PRIMARY KEY, owner_name text, n integer);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY roles_change ON t FOR SELECT TO judged_reader USING (n > 0);
CREATE POLICY command_changes ON t FOR UPDATE USING (n > 0);
CREATE POLICY check_goes ON t USING (n > 0) WITH CHECK (n > 1);
CREATE POLICY kind_changes ON t AS RESTRICTIVE USING (true);
CREATE POLICY dropped ON t USING (id IN (SELECT id FROM t));
CREATE TABLE u (id integer PRIMARY KEY);
INSERT INTO t VALUES (1, 'a', 1);
