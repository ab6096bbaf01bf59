package mana.studio.ui.design.state;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Action;
import mana.studio.schema.Constraint.Backing;
import mana.studio.schema.Constraint.Check;
import mana.studio.schema.Constraint.Deferrability;
import mana.studio.schema.Constraint.Exclusion;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Constraint.Match;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Constraint.Unique;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Policy;
import mana.studio.schema.Privileges;
import mana.studio.schema.Table;
import mana.studio.sql.GeneratedName;
import mana.studio.sql.Identifier;

/// What a new part of a table starts as, under a name that nothing has yet: a thing that PostgreSQL accepts, and a
/// person goes on from.
public final class Proposals {
    private static final DataType TEXT = new DataType("text", Family.TEXT, null);

    private Proposals() {}

    public static Column column(Table table) {
        return Column.plain(unused("new_column", names(table.columns())), TEXT);
    }

    /// The same under another name. An identity column's sequence is its own: the copy has none.
    public static Column copy(Column column, List<Column> taken) {
        return new Column(
                Identity.fresh(),
                unused(column.name() + "_copy", names(taken)),
                column.type(),
                column.notNull() == null ? null : Column.NotNull.PLAIN,
                column.defaultExpression(),
                null,
                column.generated(),
                column.collation(),
                column.storage(),
                column.compression(),
                column.statisticsTarget(),
                column.options(),
                List.of(),
                true,
                column.comment(),
                Privileges.DEFAULT);
    }

    public static PrimaryKey primaryKey(Table table, List<String> columns) {
        return new PrimaryKey(
                Identity.fresh(),
                unused(table.name().name() + "_pkey", constraintNames(table)),
                null,
                true,
                columns,
                Deferrability.NOT_DEFERRABLE,
                false,
                Backing.PLAIN);
    }

    public static Unique unique(Table table, List<String> columns) {
        return new Unique(
                Identity.fresh(),
                unused(generated(table, String.join("_", columns), "key"), constraintNames(table)),
                null,
                true,
                columns,
                Deferrability.NOT_DEFERRABLE,
                false,
                false,
                Backing.PLAIN);
    }

    /// A foreign key to another table's key.
    public static ForeignKey foreignKey(Table table, Table target, List<String> chosen) {
        KeyGuess guess = KeyGuess.of(table, target, chosen);
        return new ForeignKey(
                Identity.fresh(),
                unused(generated(table, String.join("_", guess.columns()), "fkey"), constraintNames(table)),
                null,
                true,
                guess.columns(),
                target.name(),
                guess.referenced(),
                Action.NO_ACTION,
                Action.NO_ACTION,
                List.of(),
                Match.SIMPLE,
                Deferrability.NOT_DEFERRABLE,
                true,
                true,
                false);
    }

    /// Where a new foreign key most likely leads: to the table that a column is named after and nothing leads from yet,
    /// or
    /// else to another table with a key.
    public static Table target(Database database, Table table, List<String> chosen) {
        List<String> linked = table.foreignKeys().stream()
                .flatMap(key -> key.columns().stream())
                .toList();
        List<String> candidates = chosen.isEmpty()
                ? table.columns().stream()
                        .map(Column::name)
                        .filter(name -> !linked.contains(name))
                        .toList()
                : chosen;
        List<Table> keyed = database.tables()
                .filter(other -> other.primaryKey().isPresent() && !other.id().same(table.id()))
                .toList();
        return candidates.stream()
                .flatMap(column -> keyed.stream().filter(other -> KeyGuess.isNamedAfter(column, other)))
                .findFirst()
                .or(() -> keyed.stream()
                        .filter(other ->
                                other.name().schema().equals(table.name().schema()))
                        .findFirst())
                .or(() -> keyed.stream().findFirst())
                .orElse(table);
    }

    public static Check check(Table table, Optional<Column> about) {
        return new Check(
                Identity.fresh(),
                unused(generated(table, about.map(Column::name).orElse(""), "check"), constraintNames(table)),
                null,
                true,
                about.map(Proposals::condition).orElse("(true)"),
                false,
                true,
                true);
    }

    private static String condition(Column column) {
        String name = Identifier.quote(column.name());
        return switch (column.type().family()) {
            case TEXT -> "(" + name + " <> '')";
            case INTEGER, DECIMAL -> "(" + name + " >= 0)";
            default -> "(" + name + " IS NOT NULL)";
        };
    }

    public static Exclusion exclusion(Table table, Column about) {
        boolean range = about.type().family() == Family.RANGE;
        return new Exclusion(
                Identity.fresh(),
                unused(generated(table, about.name(), "excl"), constraintNames(table)),
                null,
                true,
                "EXCLUDE USING " + (range ? "gist" : "btree") + " (" + Identifier.quote(about.name()) + " WITH "
                        + (range ? "&&" : "=") + ")");
    }

    public static Index index(Table table, List<String> columns, Set<String> taken) {
        return new Index(
                Identity.fresh(),
                unused(indexName(table, columns), taken),
                null,
                "btree",
                false,
                false,
                columns.stream().map(Proposals::key).toList(),
                List.of(),
                null,
                List.of(),
                null,
                true,
                false,
                false,
                null);
    }

    /// One under a name that nothing in the schema has yet.
    public static Index index(Database database, Table table, List<String> columns) {
        Set<String> taken = database.schema(table.name().schema()).stream()
                .flatMap(schema -> schema.relations())
                .flatMap(relation -> Stream.concat(
                        Stream.of(relation.name().name()), relation.indexes().stream().map(Index::name)))
                .collect(Collectors.toSet());
        return index(table, columns, taken);
    }

    /// `idx_{table}_{columns}`.
    public static String indexName(Table table, List<String> columns) {
        return clip("idx_" + table.name().name() + "_" + String.join("_", columns));
    }

    public static Index.Key key(String column) {
        return new Index.Key(column, null, null, null, List.of(), false, false);
    }

    /// A policy that lets nobody see anything until somebody says otherwise.
    public static Policy policy(Table table) {
        Set<String> taken = table.policies().stream().map(Policy::name).collect(Collectors.toSet());
        return new Policy(
                Identity.fresh(),
                unused("new_policy", taken),
                null,
                Policy.Command.ALL,
                true,
                List.of("PUBLIC"),
                "false",
                null);
    }

    /// The stem, or with the first number that nothing has yet.
    public static String unused(String stem, Collection<String> taken) {
        return Stream.concat(
                        Stream.of(stem), Stream.iterate(1, number -> number + 1).map(number -> stem + "_" + number))
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static String generated(Table table, String columns, String label) {
        String name = table.name().name();
        return columns.isEmpty() ? clip(name + "_" + label) : GeneratedName.of(name, columns, label);
    }

    private static String clip(String name) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > 63) {
            end--;
        }
        return name.substring(0, end);
    }

    private static Set<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> constraintNames(Table table) {
        return table.constraints().stream().map(Constraint::name).collect(Collectors.toSet());
    }
}
