package mana.studio.design;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Backing;
import mana.studio.schema.Constraint.Deferrability;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Constraint.Unique;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;
import mana.studio.schema.View;

/// Edits of what people seldom say of a table, by chance.
final class RareEdits {
    private final Random random;
    private final Database design;
    private final List<Table> tables;
    private final String name;

    /// @param tables those that may be changed
    /// @param name   that nothing has yet
    RareEdits(Random random, Database design, List<Table> tables, String name) {
        this.random = random;
        this.design = design;
        this.tables = tables;
        this.name = name;
    }

    /// One; empty where this kind finds nothing to do.
    Optional<Edit> next() {
        return switch (random.nextInt(7)) {
            case 0 -> pick(tables).flatMap(table -> pick(keys(table)).map(key -> kept(table, key)));
            case 1 -> pick(tables).flatMap(table -> pick(table.columns()).map(column -> options(table, column)));
            case 2 -> pick(tables).flatMap(table -> pick(named(table)).map(column -> notNull(table, column)));
            case 3 ->
                pick(tables)
                        .map(table -> Edit.of(
                                "Owner of " + table.name(),
                                database ->
                                        Edits.handOver(database, table.id(), "judged_owner")));
            case 4 -> pick(views()).flatMap(view -> pick(indexable(view)).map(column -> index(view, column)));
            case 5 -> pick(tables).map(this::words);
            default -> Optional.of(temporal());
        };
    }

    private <T> Optional<T> pick(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private static List<Constraint> keys(Table table) {
        return table.constraints().stream()
                .filter(constraint -> constraint instanceof PrimaryKey || constraint instanceof Unique)
                .toList();
    }

    private Edit kept(Table table, Constraint key) {
        int fill = 50 + random.nextInt(50);
        return Edit.of(
                "Storage of key " + key.name(),
                database -> Edits.changeConstraint(database, table.id(), key.id(), one -> switch (one) {
                    case PrimaryKey primary -> primary.withBacking(kept(primary.backing(), fill));
                    case Unique unique -> unique.withBacking(kept(unique.backing(), fill));
                    case ForeignKey _, Constraint.Check _, Constraint.Exclusion _ -> one;
                }));
    }

    private static Backing kept(Backing backing, int fill) {
        return backing.withOptions(List.of("fillfactor=" + fill));
    }

    private Edit options(Table table, Column column) {
        List<String> options = random.nextInt(3) == 0 ? List.of() : List.of("n_distinct=-0." + (1 + random.nextInt(9)));
        return change(table, column, "Attribute options", one -> one.withOptions(options));
    }

    /// Those whose NOT NULL no key asks for.
    private static List<Column> named(Table table) {
        Set<String> keyed =
                Set.copyOf(table.primaryKey().map(PrimaryKey::columns).orElse(List.of()));
        return table.columns().stream()
                .filter(column -> column.notNull() != null
                        && column.notNull().local()
                        && column.identity() == null
                        && !keyed.contains(column.name()))
                .toList();
    }

    private Edit notNull(Table table, Column column) {
        NotNull is = NotNull.PLAIN
                .withConstraintName(random.nextBoolean() ? name + "_said" : null)
                .withNoInherit(random.nextBoolean())
                .withComment(random.nextBoolean() ? "Why " + name : null);
        return change(table, column, "NOT NULL", one -> one.withNotNull(is));
    }

    private static Edit change(
            Table table, Column column, String what, java.util.function.UnaryOperator<Column> change) {
        return Edit.of(
                what + " of " + table.name() + "." + column.name(),
                database -> Edits.changeColumn(database, table.id(), column.id(), change));
    }

    private List<View> views() {
        return design.schemas().stream()
                .flatMap(schema -> schema.views().stream())
                .filter(View::materialized)
                .toList();
    }

    private static List<Column> indexable(View view) {
        Predicate<Column> plain = column -> column.type().named() == null
                && Set.of(Family.INTEGER, Family.TEXT, Family.UUID, Family.DATE)
                        .contains(column.type().family());
        return view.columns().stream().filter(plain).toList();
    }

    private Edit index(View view, Column column) {
        Index index = index("btree", new Index.Key(column.name(), null, null, null, List.of(), true, true));
        return Edit.of(
                "Add index to materialized view " + view.name(),
                database -> Edits.addIndex(database, view.id(), index));
    }

    /// A column, and an index of it whose operator class has options, though it is the usual one.
    private Edit words(Table table) {
        Column column = column(name, "tsvector", Family.OTHER, null);
        QualifiedName operators = new QualifiedName("pg_catalog", "tsvector_ops");
        Index index = index(
                "gist",
                new Index.Key(
                        name, null, null, operators, List.of("siglen=" + (1 + random.nextInt(200))), false, false));
        return Edit.of(
                "Index words of " + table.name(),
                database -> Edits.addIndex(Edits.addColumn(database, table.id(), column, 1000), table.id(), index));
    }

    private Index index(String method, Index.Key key) {
        return new Index(
                Identity.fresh(),
                "idx_" + name,
                null,
                method,
                false,
                false,
                List.of(key),
                List.of(),
                null,
                List.of(),
                null,
                true,
                false,
                false,
                null);
    }

    /// A table whose rows hold for a time, and refer to others that hold then.
    private Edit temporal() {
        Schema schema = design.schemas().get(random.nextInt(design.schemas().size()));
        PrimaryKey key = new PrimaryKey(
                Identity.fresh(),
                name + "_pkey",
                null,
                true,
                List.of("id", "valid"),
                Deferrability.NOT_DEFERRABLE,
                true,
                Backing.PLAIN);
        ForeignKey above = new ForeignKey(
                Identity.fresh(),
                name + "_above",
                null,
                true,
                List.of("parent", "valid"),
                new QualifiedName(schema.name(), name),
                List.of("id", "valid"),
                Constraint.Action.NO_ACTION,
                Constraint.Action.NO_ACTION,
                List.of(),
                Constraint.Match.SIMPLE,
                Deferrability.NOT_DEFERRABLE,
                true,
                true,
                true);
        Table table = Table.empty(new QualifiedName(schema.name(), name), design.owner())
                .with(
                        List.of(
                                column("id", "int4range", Family.RANGE, NotNull.PLAIN),
                                column("valid", "daterange", Family.RANGE, NotNull.PLAIN),
                                column("parent", "int4range", Family.RANGE, null)),
                        Stream.of(above, key).map(Constraint.class::cast).toList());
        return Edit.of("Add temporal table " + table.name(), database -> Edits.add(database, table));
    }

    private static Column column(
            String name, String type, Family family, @org.jspecify.annotations.Nullable NotNull notNull) {
        return new Column(
                Identity.fresh(),
                name,
                new DataType(type, family, null),
                notNull,
                null,
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
