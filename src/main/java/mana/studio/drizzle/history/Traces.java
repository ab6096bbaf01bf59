package mana.studio.drizzle.history;

import java.util.ArrayList;
import java.util.List;
import mana.studio.drizzle.files.Migration;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.statement.Node;
import mana.studio.statement.PgParser;
import mana.studio.statement.SqlStatement;
import mana.studio.statement.Statements;
import mana.studio.statement.SyntaxError;

/// What a migration creates, and whether a database has it: evidence that it ran, or did not, whatever the books say.
public record Traces(List<Trace> all) {
    public Traces {
        all = List.copyOf(all);
    }

    /// @param what   for people: `table auth.users`
    /// @param exists whether the database has it
    public record Trace(String what, boolean exists) {}

    /// Looks for what a migration creates.
    public static Traces of(Migration migration, Database database) {
        List<Trace> traces = new ArrayList<>();
        if (migration.file() != null) {
            for (String chunk : migration.file().chunks()) {
                for (SqlStatement statement : Statements.split(chunk)) {
                    if (statement.kind() == SqlStatement.Kind.SQL) {
                        look(statement.text(), database, traces);
                    }
                }
            }
        }
        return new Traces(traces);
    }

    private static void look(String sql, Database database, List<Trace> traces) {
        try {
            Node node = PgParser.parseOne(sql);
            switch (node.type()) {
                case "CreateSchemaStmt" -> {
                    String schema = node.text("schemaname");
                    traces.add(new Trace(
                            "schema " + schema, database.schema(schema).isPresent()));
                }
                case "CreateStmt" -> {
                    QualifiedName table = name(node);
                    traces.add(
                            new Trace("table " + table, database.relation(table).isPresent()));
                }
                case "CreateEnumStmt" -> {
                    QualifiedName type = qualified(node.names("typeName"));
                    boolean exists = database.schema(type.schema()).stream()
                            .flatMap(schema -> schema.enums().stream())
                            .anyMatch(known -> known.name().equals(type));
                    traces.add(new Trace("enum " + type, exists));
                }
                case "IndexStmt" -> {
                    String index = node.text("idxname");
                    if (!index.isEmpty()) {
                        traces.add(new Trace("index " + index, hasIndex(database, name(node), index)));
                    }
                }
                case "AlterTableStmt" -> columns(node, database, traces);
                default -> {}
            }
        } catch (SyntaxError refused) {
            // What cannot be read leaves no trace to look for.
        }
    }

    private static void columns(Node node, Database database, List<Trace> traces) {
        QualifiedName table = name(node);
        for (Node command : node.list("cmds")) {
            if (command.text("subtype").equals("AT_AddColumn")) {
                String column =
                        command.child("def").map(def -> def.text("colname")).orElse("");
                boolean exists = database.relation(table)
                        .map(relation -> relation.columns().stream().anyMatch(one -> isNamed(one, column)))
                        .orElse(false);
                traces.add(new Trace("column " + table + "." + column, exists));
            }
        }
    }

    private static boolean isNamed(Column column, String name) {
        return column.name().equals(name);
    }

    private static boolean hasIndex(Database database, QualifiedName table, String index) {
        return database.table(table)
                .map(one ->
                        one.indexes().stream().anyMatch(known -> known.name().equals(index)))
                .orElse(false);
    }

    private static QualifiedName name(Node node) {
        Node relation = node.child("relation").orElse(node);
        String schema = relation.text("schemaname");
        return new QualifiedName(schema.isEmpty() ? "public" : schema, relation.text("relname"));
    }

    private static QualifiedName qualified(List<String> names) {
        return names.size() > 1
                ? new QualifiedName(names.get(0), names.get(1))
                : new QualifiedName("public", names.getFirst());
    }

    public long there() {
        return all.stream().filter(Trace::exists).count();
    }

    /// What the evidence says; empty where the migration creates nothing that could be looked for.
    public String sentence() {
        long there = there();
        if (all.isEmpty()) {
            return "";
        }
        if (all.size() == 1) {
            return there == 1
                    ? "What it creates is in this database: " + all.getFirst().what() + "."
                    : "What it creates is not in this database: "
                            + all.getFirst().what() + ".";
        }
        if (there == all.size()) {
            return "All " + all.size() + " things that it creates are in this database.";
        }
        return there == 0
                ? "None of the " + all.size() + " things that it creates is in this database."
                : there + " of the " + all.size() + " things that it creates are in this database.";
    }
}
