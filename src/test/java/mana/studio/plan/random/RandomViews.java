package mana.studio.plan.random;

import java.util.ArrayList;
import java.util.List;
import mana.studio.plan.random.RandomColumn.Kind;
import mana.studio.plan.random.Sql.Phase;

/// Random views, on tables and on one another, and materialised ones.
final class RandomViews {
    private static final int VIEWS = 4;

    private final Genes genes;
    private final Sql sql;
    private final Around around;
    private final List<Source> sources = new ArrayList<>();

    /// What a view can read.
    private record Source(String name, List<String> columns, List<String> texts) {
        @Override
        public String toString() {
            return name;
        }
    }

    RandomViews(Genes genes, Sql sql, Around around, List<RandomTable> tables) {
        this.genes = genes;
        this.sql = sql;
        this.around = around;
        tables.forEach(table -> sources.add(new Source(
                table.name(),
                // json has no equality to group by
                table.columns().stream()
                        .filter(column -> !column.type().equals("json"))
                        .map(RandomColumn::name)
                        .toList(),
                table.columns().stream()
                        .filter(column -> column.kind() == Kind.TEXT)
                        .map(RandomColumn::name)
                        .toList())));
    }

    void write() {
        for (int at = 1; at <= VIEWS && !sources.isEmpty(); at++) {
            String name = RandomSchema.schemaOf("v" + at) + ".v" + at;
            if (genes.chance(name, 75)) {
                view(name);
            }
        }
        for (int at = 1; at <= 2 && !sources.isEmpty(); at++) {
            String name = RandomSchema.schemaOf("w" + at) + ".w" + at;
            if (genes.chance(name, 60)) {
                materialized(name);
            }
        }
    }

    private void view(String name) {
        Source source = genes.steady(name + "/from", sources);
        List<String> columns = genes.some(name + "/columns", source.columns, 60);
        List<String> list = new ArrayList<>(List.of("id"));
        for (String column : columns) {
            boolean changed = source.texts.contains(column) && genes.chance(name + "/" + column + "/upper", 15);
            list.add(changed ? "upper(" + column + ") AS " + column : column);
        }
        sql.add(
                Phase.VIEWS,
                "CREATE VIEW %s%s AS SELECT %s FROM %s%s",
                name,
                genes.chance(name + "/barrier", 10) ? " WITH (security_barrier = true)" : "",
                String.join(", ", list),
                source.name,
                genes.pick(name + "/where", List.of("", "", " WHERE id > 0", " WHERE id > 1 OR id < 0")));
        sources.add(new Source(
                name, columns, source.texts.stream().filter(columns::contains).toList()));
        around.write("VIEW", name, "SELECT");
        around.comment("COLUMN", name + ".id", 15);
        if (genes.chance(name + "/default", 8)) {
            sql.add(Phase.AROUND, "ALTER VIEW %s ALTER COLUMN id SET DEFAULT 7", name);
        }
        if (genes.chance(name + "/instead", 12)) {
            sql.add(
                    Phase.AROUND,
                    "CREATE TRIGGER instead INSTEAD OF INSERT ON %s FOR EACH ROW EXECUTE FUNCTION public.touch()",
                    name);
        }
    }

    private void materialized(String name) {
        Source source = genes.steady(name + "/from", sources);
        List<String> columns = new ArrayList<>(List.of("id"));
        columns.addAll(genes.some(name + "/columns", source.columns, 40));
        boolean grouped = genes.chance(name + "/grouped", 30);
        sql.add(
                Phase.VIEWS,
                "CREATE MATERIALIZED VIEW %s AS SELECT %s FROM %s%s%s",
                name,
                grouped ? "id, count(*) AS n" : String.join(", ", columns),
                source.name,
                grouped ? " GROUP BY id" : "",
                genes.chance(name + "/empty", 15) ? " WITH NO DATA" : "");
        String simple = name.substring(name.indexOf('.') + 1);
        if (genes.chance(name + "/unique", 30)) {
            sql.add(
                    Phase.VIEWS,
                    "CREATE INDEX %s_id ON %s (id%s)",
                    simple,
                    name,
                    genes.pick(name + "/order", List.of("", " DESC")));
        }
        around.write("MATERIALIZED VIEW", name, "");
        around.grants("TABLE", name, "SELECT");
    }
}
