package mana.studio.diagram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mana.studio.design.Edit;
import mana.studio.plan.Planner;
import mana.studio.plan.Rename;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;
import mana.studio.sql.GeneratedName;
import org.jspecify.annotations.Nullable;

/// The changes to a design that a diagram offers.
public final class DiagramEdits {
    private static final DataType UUID = new DataType("uuid", Family.UUID, null);
    private static final DataType TIME = new DataType("timestamp with time zone", Family.TIMESTAMP, null);

    private DiagramEdits() {}

    /// A table of the house's pattern: a uuid `id`, `created_at` and `updated_at`. Its name is unlike every other of
    /// the
    /// schema.
    public static Table newTable(Schema schema) {
        Set<String> taken =
                schema.relations().map(relation -> relation.name().name()).collect(Collectors.toSet());
        String name = unique("new_table", taken);
        List<Column> columns = List.of(
                column("id", UUID, true, "gen_random_uuid()"),
                column("created_at", TIME, true, "now()"),
                column("updated_at", TIME, true, "now()"));
        Constraint key = new Constraint.PrimaryKey(
                Identity.fresh(),
                name + "_pkey",
                null,
                true,
                List.of("id"),
                Constraint.Deferrability.NOT_DEFERRABLE,
                false,
                Constraint.Backing.PLAIN);
        return Table.empty(new QualifiedName(schema.name(), name), schema.owner())
                .with(columns, List.of(key));
    }

    public static Edit addTable(Table table) {
        return Edit.of(
                "Create table " + table.name().name(),
                database -> inSchema(
                        database, table.name().schema(), schema -> schema.withTables(sorted(schema.tables(), table))));
    }

    private static List<Table> sorted(List<Table> tables, Table added) {
        return Stream.concat(tables.stream(), Stream.of(added))
                .sorted(Comparator.comparing(Table::name))
                .toList();
    }

    /// Renames a table, with all that the server takes along. A table that is new takes the name of its key along too.
    public static Edit renameTable(Database base, Table table, String name) {
        QualifiedName old = table.name();
        Rename rename =
                new Rename(Rename.Kind.RELATION, List.of(old.schema(), old.name()), List.of(old.schema(), name));
        boolean isNew = table(base, table.id().key()).isEmpty();
        String generated = old.name() + "_pkey";
        return Edit.of("Rename table " + old.name(), database -> {
            Database renamed = Planner.renamed(database, List.of(rename));
            return isNew
                    ? change(
                            renamed,
                            table.id().key(),
                            made -> made.withConstraints(made.constraints().stream()
                                    .map(constraint -> constraint instanceof Constraint.PrimaryKey key
                                                    && key.name().equals(generated)
                                            ? key.withName(name + "_pkey")
                                            : constraint)
                                    .toList()))
                    : renamed;
        });
    }

    /// What is wrong with a name for a table; empty where nothing is.
    public static Optional<String> nameProblem(Database database, Table table, String name) {
        if (name.isBlank()) {
            return Optional.of("A table needs a name");
        }
        boolean taken = database.schema(table.name().schema()).stream()
                .flatMap(schema -> schema.relations())
                .anyMatch(
                        other -> other.name().name().equals(name) && !other.id().same(table.id()));
        return taken ? Optional.of(table.name().schema() + " has a " + name + " already") : tooLong(name);
    }

    private static Optional<String> tooLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > 63
                ? Optional.of("PostgreSQL cuts names at 63 bytes")
                : Optional.empty();
    }

    /// A column as it is typed: `org_id uuid`, `status: auth.status not null`.
    ///
    /// @param column  null where it cannot be understood
    /// @param problem why not; empty where it can
    public record Typed(@Nullable Column column, String problem) {}

    /// Reads a column that is typed at a card's foot.
    public static Typed readColumn(Database database, Table table, String typed) {
        String text = typed.strip();
        boolean notNull = text.toLowerCase(Locale.ROOT).endsWith(" not null");
        String rest = notNull
                ? text.substring(0, text.length() - " not null".length()).strip()
                : text;
        String[] parts = rest.split("\\s*:\\s*|\\s+", 2);
        if (parts[0].isEmpty()) {
            return new Typed(null, "Type a name and a type, such as org_id uuid");
        }
        String name = parts[0];
        if (table.column(name).isPresent()) {
            return new Typed(null, table.name().name() + " has a column " + name + " already");
        }
        if (tooLong(name).isPresent()) {
            return new Typed(null, tooLong(name).get());
        }
        if (parts.length < 2) {
            return new Typed(null, "Type a name and a type, such as " + name + " text");
        }
        return TypeText.read(parts[1], database, table.name().schema())
                .map(type -> new Typed(column(name, type, notNull, null), ""))
                .orElseGet(() -> new Typed(null, "There is no type " + parts[1]));
    }

    public static Edit addColumn(Table table, Column column) {
        return Edit.of(
                "Add column " + table.name().name() + "." + column.name(),
                database ->
                        change(database, table.id().key(), found -> found.withColumns(with(found.columns(), column))));
    }

    static Edit addForeignKey(Database database, Table table, Column column, Table target, Column key) {
        String label = "Add foreign key " + table.name().name() + "." + column.name() + " → "
                + target.name().name() + "." + key.name();
        Constraint added = new ForeignKey(
                Identity.fresh(),
                keyName(database, table, column, target, key),
                null,
                true,
                List.of(column.name()),
                target.name(),
                List.of(key.name()),
                Constraint.Action.NO_ACTION,
                Constraint.Action.NO_ACTION,
                List.of(),
                Constraint.Match.SIMPLE,
                Constraint.Deferrability.NOT_DEFERRABLE,
                true,
                true,
                false);
        return Edit.of(
                label,
                current -> change(
                        current,
                        table.id().key(),
                        found -> found.withConstraints(sortedByName(with(found.constraints(), added)))));
    }

    /// As PostgreSQL would name it; as Drizzle would where the foreign keys of the schema are its own.
    private static String keyName(Database database, Table table, Column column, Table target, Column key) {
        String own = table.name().name();
        List<ForeignKey> others = database.schema(table.name().schema()).stream()
                .flatMap(schema -> schema.tables().stream())
                .flatMap(other -> other.foreignKeys().stream())
                .toList();
        long drizzle = others.stream()
                .filter(other -> other.name().endsWith("_fk")
                        && other.name().contains("_" + other.referencedTable().name() + "_"))
                .count();
        String name = drizzle * 2 > others.size()
                ? own + "_" + column.name() + "_" + target.name().name() + "_" + key.name() + "_fk"
                : GeneratedName.of(own, column.name(), "fkey");
        Set<String> taken = table.constraints().stream().map(Constraint::name).collect(Collectors.toSet());
        return tooLong(name).isPresent()
                ? unique(GeneratedName.of(own, column.name(), "fkey"), taken)
                : unique(name, taken);
    }

    /// Removes a foreign key, by the keys of the identities of its table and itself.
    public static Edit removeForeignKey(String table, String constraint, String label) {
        return Edit.of(
                "Remove foreign key " + label,
                database -> change(
                        database,
                        table,
                        found -> found.withConstraints(found.constraints().stream()
                                .filter(other -> !other.id().key().equals(constraint))
                                .toList())));
    }

    /// The table of an identity.
    public static Optional<Table> table(Database database, String key) {
        return database.tables().filter(table -> table.id().key().equals(key)).findFirst();
    }

    static Optional<Column> column(Table table, String key) {
        return table.columns().stream()
                .filter(column -> column.id().key().equals(key))
                .findFirst();
    }

    private static Database change(Database database, String table, UnaryOperator<Table> change) {
        return table(database, table)
                .map(found -> inSchema(
                        database,
                        found.name().schema(),
                        schema -> schema.withTables(schema.tables().stream()
                                .map(each -> each.id().same(found.id()) ? change.apply(each) : each)
                                .toList())))
                .orElse(database);
    }

    private static Database inSchema(Database database, String name, UnaryOperator<Schema> change) {
        return database.withSchemas(database.schemas().stream()
                .map(schema -> schema.name().equals(name) ? change.apply(schema) : schema)
                .toList());
    }

    private static <T> List<T> with(List<T> list, T added) {
        List<T> all = new ArrayList<>(list);
        all.add(added);
        return all;
    }

    private static List<Constraint> sortedByName(List<Constraint> constraints) {
        return constraints.stream()
                .sorted(Comparator.comparing(Constraint::name))
                .toList();
    }

    private static String unique(String name, Set<String> taken) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? name : name + "_" + number)
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElseThrow();
    }

    private static Column column(String name, DataType type, boolean notNull, @Nullable String expression) {
        return new Column(
                Identity.fresh(),
                name,
                type,
                notNull ? Column.NotNull.PLAIN : null,
                expression,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                true,
                null,
                Privileges.DEFAULT);
    }
}
