package mana.studio.plan.random;

import java.util.ArrayList;
import java.util.List;
import mana.studio.plan.random.Sql.Phase;

/// Random partitioned tables, and tables that inherit.
final class RandomFamilies {
    private final Genes genes;
    private final Sql sql;
    private final Around around;
    private final RandomTypes types;

    RandomFamilies(Genes genes, Sql sql, Around around, RandomTypes types) {
        this.genes = genes;
        this.sql = sql;
        this.around = around;
        this.types = types;
    }

    void write() {
        if (genes.chance("partitioned", 60)) {
            partitioned(RandomSchema.schemaOf("m1") + ".m1");
        }
        if (genes.chance("inherited", 50)) {
            inherited(RandomSchema.schemaOf("b1") + ".b1");
        }
    }

    private List<String> columns(String name) {
        List<String> parts = new ArrayList<>();
        for (int at = 1; at <= 4; at++) {
            String key = name + "/c" + at;
            if (genes.chance(key, 65)) {
                RandomColumn column = RandomColumn.of(genes, key, "c" + at, types);
                String value = genes.chance(key + "/default", 40) ? column.defaultOf(genes, key, types) : null;
                parts.add("c" + at + " " + column.type()
                        + (value == null ? "" : " DEFAULT " + value)
                        + (value != null && genes.chance(key + "/not null", 40) ? " NOT NULL" : ""));
            }
        }
        return parts;
    }

    private void partitioned(String name) {
        List<String> parts = new ArrayList<>(List.of("k integer NOT NULL", "at date NOT NULL"));
        parts.addAll(columns(name));
        boolean keyed = genes.chance(name + "/keyed", 50);
        if (keyed) {
            parts.add("CONSTRAINT m1_pk PRIMARY KEY (k, at)");
        }
        if (genes.chance(name + "/checked", 30)) {
            parts.add("CONSTRAINT m1_check CHECK (k > " + genes.pick(name + "/check", List.of("-100000", "-200000"))
                    + ")");
        }
        sql.add(Phase.TABLES, "CREATE TABLE %s (%s) PARTITION BY RANGE (k)", name, String.join(", ", parts));
        for (int at = 0; at < 3; at++) {
            partition(name, name + "_" + at, at * 100, parts);
        }
        if (genes.chance(name + "/rest", 40)) {
            sql.add(Phase.TABLES, "CREATE TABLE %s_rest PARTITION OF %s DEFAULT", name, name);
        }
        if (genes.chance(name + "/index", 50)) {
            sql.add(
                    Phase.INDEXES,
                    "CREATE INDEX m1_i ON %s (%s)",
                    name,
                    genes.pick(name + "/on", List.of("at", "at DESC", "at, k")));
        }
        if (genes.chance(name + "/trigger", 25)) {
            sql.add(
                    Phase.AROUND,
                    "CREATE TRIGGER m1_t AFTER INSERT ON %s FOR EACH ROW EXECUTE FUNCTION public.touch()",
                    name);
        }
        around.write("TABLE", name, "SELECT, INSERT");
    }

    private void partition(String parent, String name, int from, List<String> parts) {
        if (!genes.chance(name, 75)) {
            return;
        }
        int upTo = from + (genes.chance(name + "/half", 25) ? 50 : 100);
        if (genes.chance(name + "/apart", 20)) {
            List<String> own = parts.stream()
                    .filter(part -> !part.startsWith("CONSTRAINT"))
                    .toList();
            sql.add(Phase.TABLES, "CREATE TABLE %s (%s)", name, String.join(", ", own));
        } else {
            sql.add(
                    Phase.TABLES,
                    "CREATE TABLE %s PARTITION OF %s FOR VALUES FROM (%s) TO (%s)",
                    name,
                    parent,
                    from,
                    upTo);
        }
        if (genes.chance(name + "/index", 20)) {
            sql.add(Phase.INDEXES, "CREATE INDEX %s_own ON %s (k)", name.substring(name.indexOf('.') + 1), name);
        }
        around.comment("TABLE", name, 15);
    }

    private void inherited(String parent) {
        List<String> parts = new ArrayList<>(List.of("id integer NOT NULL"));
        parts.addAll(columns(parent));
        if (genes.chance(parent + "/checked", 50)) {
            parts.add("CONSTRAINT b_check CHECK (id > " + genes.pick(parent + "/check", List.of("-100000", "-200000"))
                    + ")");
        }
        sql.add(Phase.TABLES, "CREATE TABLE %s (%s)", parent, String.join(", ", parts));
        around.write("TABLE", parent, "SELECT");
        heir(parent);
        late(parent, parts);
    }

    private void heir(String parent) {
        String child = RandomSchema.schemaOf("b2") + ".b2";
        if (genes.chance(child, 70)) {
            sql.add(Phase.TABLES, "CREATE TABLE %s (own text) INHERITS (%s)", child, parent);
            around.write("TABLE", child, "SELECT");
        }
    }

    /// Has its columns by itself: no statement makes a column one that is only inherited.
    private void late(String parent, List<String> parts) {
        String child = RandomSchema.schemaOf("b3") + ".b3";
        if (!genes.chance(child, 60)) {
            return;
        }
        // PostgreSQL 18 cannot change the type of a parent's column where a child's NOT NULL has another name than the
        // parent's: it says that one of the parent's name is there already.
        List<String> alike = parts.stream()
                .map(part -> part.replaceFirst(
                        "^(\\w+)( .*) NOT NULL$",
                        "$1$2 CONSTRAINT " + parent.replaceFirst(".*\\.", "") + "_$1_not_null NOT NULL"))
                .toList();
        sql.add(Phase.TABLES, "CREATE TABLE %s (%s, own text)", child, String.join(", ", alike));
        if (genes.chance(child + "/inherits", 60)) {
            sql.add(Phase.TABLES, "ALTER TABLE %s INHERIT %s", child, parent);
        }
    }
}
