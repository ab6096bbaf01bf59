-- keeps all data
CREATE TABLE t (id integer PRIMARY KEY, owner_name text, n bigint);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
ALTER TABLE t FORCE ROW LEVEL SECURITY;
CREATE POLICY roles_change ON t FOR SELECT TO judged_reader, judged_writer USING (n > 0);
CREATE POLICY command_changes ON t FOR DELETE USING (n > 0);
CREATE POLICY check_goes ON t USING (n > 5);
CREATE POLICY kind_changes ON t USING (true);
CREATE TABLE u (id integer PRIMARY KEY);
ALTER TABLE u ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_t ON u USING (EXISTS (SELECT FROM t WHERE t.id = u.id AND t.owner_name = CURRENT_USER));
COMMENT ON POLICY by_t ON u IS 'As t says';
