package mana.studio.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Deferrability;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.SequenceOptions;
import mana.studio.schema.Table;
import mana.studio.schema.View;

/// Edits as a person makes them, by chance, on whatever a design holds just then: those that a server accepts.
final class RandomEdits {
    private final Random random;
    private final Database base;
    private int number;

    RandomEdits(long seed, Database base) {
        this.random = new Random(seed);
        this.base = base;
    }

    /// One more; empty where this kind finds nothing to do.
    Optional<Edit> next(Sketch sketch) {
        Database design = sketch.database();
        number++;
        String name = "new" + number;
        return switch (random.nextInt(22)) {
            case 0 ->
                pick(plainTables(design))
                        .map(table -> Edit.of(
                                "Rename table " + table.name(), database -> Edits.rename(database, table.id(), name)));
            case 1 ->
                pick(plainTables(design))
                        .flatMap(table -> pick(free(design, table))
                                .map(column -> Edit.of(
                                        "Rename column " + table.name() + "." + column.name(),
                                        database -> Edits.renameColumn(database, table.id(), column.id(), name))));
            case 2 ->
                pick(plainTables(design))
                        .flatMap(table -> pick(table.indexes())
                                .map(index -> Edit.of(
                                        "Rename index " + index.name(),
                                        database -> Edits.renamePart(database, table.id(), index.id(), name))));
            case 3 ->
                pick(plainTables(design))
                        .flatMap(table -> pick(table.constraints())
                                .map(constraint -> Edit.of(
                                        "Rename constraint " + constraint.name(),
                                        database -> Edits.renamePart(database, table.id(), constraint.id(), name))));
            case 4, 5 ->
                pick(plainTables(design)).map(table -> {
                    Column column = column(name);
                    return Edit.of(
                            "Add column " + name + " to " + table.name(),
                            database -> Edits.addColumn(database, table.id(), column, 1000));
                });
            case 6 ->
                pick(plainTables(design))
                        .filter(table -> table.columns().size() > 2)
                        .flatMap(table -> pick(table.columns())
                                .map(column -> Edit.of(
                                        "Drop column " + table.name() + "." + column.name(),
                                        database -> Edits.dropColumn(database, table.id(), column.id())
                                                .database())));
            case 7 ->
                pick(droppable(design))
                        .map(object -> Edit.of(
                                "Drop " + object.name(),
                                database -> Edits.drop(database, object.id()).database()));
            case 8 ->
                pick(plainTables(design))
                        .flatMap(table -> pick(table.columns())
                                .map(column -> Edit.of(
                                        "Comment on " + table.name() + "." + column.name(),
                                        database -> Edits.changeColumn(
                                                database, table.id(), column.id(), one -> one.withComment(name)))));
            case 9 ->
                pick(plainTables(design))
                        .flatMap(table -> pick(table.columns().stream()
                                        .filter(column -> column.id().key().startsWith("n"))
                                        .toList())
                                .map(column -> Edit.of(
                                        "NOT NULL of " + table.name() + "." + column.name(),
                                        database -> Edits.changeColumn(
                                                database,
                                                table.id(),
                                                column.id(),
                                                one -> one.withNotNull(one.isNotNull() ? null : NotNull.PLAIN)))));
            case 10 ->
                pick(plainTables(design))
                        .flatMap(table -> pick(indexable(table)).map(column -> {
                            Index index = index(name, column.name());
                            return Edit.of(
                                    "Add index " + name + " to " + table.name(),
                                    database -> Edits.addIndex(database, table.id(), index));
                        }));
            case 11 -> Optional.of(newTable(design, name));
            case 12 -> Optional.of(Edit.of("Add enum " + name, database -> Edits.add(database, enumType(name))));
            case 13 ->
                pick(design.schemas().stream()
                                .filter(schema -> !schema.name().equals("public"))
                                .toList())
                        .map(schema -> random.nextInt(3) == 0
                                ? Edit.of(
                                        "Rename schema " + schema.name(),
                                        database -> Edits.rename(database, schema.id(), name))
                                : Edit.of(
                                        "Comment on " + schema.name(),
                                        database -> database.withSchemas(database.schemas().stream()
                                                .map(one -> one.id().same(schema.id()) ? one.withComment(name) : one)
                                                .toList())));
            case 14 ->
                pick(design.schemas().stream()
                                .flatMap(schema -> schema.enums().stream())
                                .toList())
                        .map(type -> {
                            int at = random.nextInt(type.labels().size());
                            return random.nextBoolean()
                                    ? new Edit(
                                            "Rename value of " + type.name(),
                                            null,
                                            before -> Edits.renameLabel(before, base, type.id(), at, name))
                                    : Edit.of(
                                            "Add value to " + type.name(),
                                            database -> Edits.change(
                                                    database,
                                                    type.id(),
                                                    EnumType.class,
                                                    one -> one.withLabels(
                                                            Stream.concat(one.labels().stream(), Stream.of(name))
                                                                    .toList())));
                        });
            case 15 ->
                pick(views(design))
                        .map(view -> Edit.of(
                                "Rename view " + view.name(), database -> Edits.rename(database, view.id(), name)));
            case 16 -> pick(views(design)).map(view -> query(view, name));
            case 17, 18, 19 -> new RareEdits(random, design, plainTables(design), name).next();
            default -> pick(plainTables(design)).flatMap(from -> reference(design, from, name));
        };
    }

    private <T> Optional<T> pick(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    /// Without partitions, heirs and their parents: what goes on between those has rules of its own.
    private static List<Table> plainTables(Database design) {
        Set<QualifiedName> parents = design.tables()
                .flatMap(table -> Stream.concat(
                        table.inherits().stream(),
                        Stream.ofNullable(table.partitionOf()).map(Table.PartitionOf::parent)))
                .collect(Collectors.toSet());
        return design.tables()
                .filter(table -> table.inherits().isEmpty()
                        && table.partitionOf() == null
                        && !table.isPartitioned()
                        && table.ofType() == null
                        && table.foreign() == null
                        && !parents.contains(table.name()))
                .toList();
    }

    private static List<View> views(Database design) {
        return design.schemas().stream()
                .flatMap(schema -> schema.views().stream())
                .toList();
    }

    /// As a person writes it: not as the server would.
    private static Edit query(View view, String name) {
        return Edit.of(
                "Change the query of " + view.name(),
                database -> Edits.change(
                        database,
                        view.id(),
                        View.class,
                        one -> one.withDefinition("select * from (" + one.definition() + ") " + name + " where " + name
                                + " is not null")));
    }

    /// Columns that no function body or trigger has in its text: such texts are the server's to rename.
    private static List<Column> free(Database design, Table table) {
        List<View> views = views(design);
        Set<String> taken = design.dependencies().stream()
                .filter(one -> one.on().object().name().equals(table.name()))
                .filter(one -> one.on().kind() == Part.Kind.COLUMN)
                .filter(one -> !one.dependent().object().name().equals(table.name())
                        || one.dependent().kind() == Part.Kind.TRIGGER)
                .filter(one -> views.stream()
                        .noneMatch(view ->
                                ObjectName.of(view).equals(one.dependent().object())))
                .map(one -> one.on().name())
                .collect(Collectors.toSet());
        boolean watched = !table.triggers().isEmpty()
                || table.constraints().stream().anyMatch(Constraint.Exclusion.class::isInstance);
        return watched
                ? List.of()
                : table.columns().stream()
                        .filter(column -> !taken.contains(column.name()))
                        .toList();
    }

    private static List<SchemaObject> droppable(Database design) {
        List<SchemaObject> objects = new ArrayList<>(plainTables(design));
        design.schemas().forEach(schema -> {
            objects.addAll(schema.views());
            objects.addAll(schema.enums());
        });
        return objects;
    }

    private static List<Column> indexable(Table table) {
        return table.columns().stream()
                .filter(column -> Set.of(Family.INTEGER, Family.TEXT, Family.UUID, Family.DATE, Family.TIMESTAMP)
                                .contains(column.type().family())
                        && column.type().named() == null
                        && !(column.generated() != null && !column.generated().stored()))
                .toList();
    }

    private Column column(String name) {
        List<Object[]> types = List.of(
                new Object[] {"integer", Family.INTEGER, "0"},
                new Object[] {"text", Family.TEXT, "'x'::text"},
                new Object[] {"character varying(20)", Family.TEXT, "'x'::character varying"},
                new Object[] {"timestamp with time zone", Family.TIMESTAMP, "now()"},
                new Object[] {"uuid", Family.UUID, "gen_random_uuid()"},
                new Object[] {"text[]", Family.ARRAY, "'{}'::text[]"},
                new Object[] {"numeric(12,2)", Family.DECIMAL, "0.5"},
                new Object[] {"jsonb", Family.JSON, "'{}'::jsonb"});
        Object[] type = types.get(random.nextInt(types.size()));
        return new Column(
                Identity.fresh(),
                name,
                new DataType((String) type[0], (Family) type[1], null),
                random.nextBoolean() ? NotNull.PLAIN : null,
                random.nextBoolean() ? (String) type[2] : null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                true,
                random.nextInt(4) == 0 ? "About " + name : null,
                Privileges.DEFAULT);
    }

    private static Index index(String name, String column) {
        return new Index(
                Identity.fresh(),
                "idx_" + name,
                null,
                "btree",
                false,
                false,
                List.of(new Index.Key(column, null, null, null, List.of(), false, false)),
                List.of(),
                null,
                List.of(),
                null,
                true,
                false,
                false,
                null);
    }

    private Edit newTable(Database design, String name) {
        Schema schema = design.schemas().get(random.nextInt(design.schemas().size()));
        Column id = new Column(
                Identity.fresh(),
                "id",
                new DataType("bigint", Family.INTEGER, null),
                NotNull.PLAIN,
                null,
                new Column.IdentityColumn(
                        random.nextBoolean(),
                        new QualifiedName(schema.name(), name + "_id_seq"),
                        new SequenceOptions("bigint", 1, 1, 1, Long.MAX_VALUE, 1, false),
                        Privileges.DEFAULT),
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
        Column other = column("other");
        Constraint key = new Constraint.PrimaryKey(
                Identity.fresh(),
                name + "_pkey",
                null,
                true,
                List.of("id"),
                Deferrability.NOT_DEFERRABLE,
                false,
                Constraint.Backing.PLAIN);
        Constraint check =
                new Constraint.Check(Identity.fresh(), name + "_check", null, true, "(id > 0)", false, true, true);
        Table table = new Table(
                Identity.fresh(),
                new QualifiedName(schema.name(), name),
                design.owner(),
                null,
                Privileges.DEFAULT,
                Table.Persistence.PERMANENT,
                List.of(id, other),
                List.of(check, key),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                Table.RowSecurity.OFF,
                "heap",
                List.of(),
                null,
                Table.ReplicaIdentity.DEFAULT);
        return Edit.of("Add table " + table.name(), database -> Edits.add(database, table));
    }

    private EnumType enumType(String name) {
        return new EnumType(
                Identity.fresh(),
                new QualifiedName("public", name),
                base.owner(),
                null,
                Privileges.DEFAULT,
                List.of("one", "two"));
    }

    /// A column and a foreign key to another table's primary key, both at once.
    private Optional<Edit> reference(Database design, Table from, String name) {
        List<Table> targets = plainTables(design).stream()
                .filter(table -> table.primaryKey()
                        .filter(key -> key.columns().size() == 1
                                && key.deferrability() == Deferrability.NOT_DEFERRABLE
                                && !key.withoutOverlaps())
                        .isPresent())
                .filter(table -> table.persistence() == from.persistence())
                .toList();
        return pick(targets).map(target -> {
            String key = target.primaryKey().orElseThrow().columns().getFirst();
            Column column = column(name)
                    .withType(target.column(key).orElseThrow().type())
                    .withDefaultExpression(null)
                    .withNotNull(null);
            Constraint constraint = new ForeignKey(
                    Identity.fresh(),
                    name + "_fk",
                    null,
                    true,
                    List.of(name),
                    target.name(),
                    List.of(key),
                    Constraint.Action.NO_ACTION,
                    Constraint.Action.CASCADE,
                    List.of(),
                    Constraint.Match.SIMPLE,
                    Deferrability.NOT_DEFERRABLE,
                    true,
                    true,
                    false);
            return Edit.of(
                    "Reference " + target.name() + " from " + from.name(),
                    database -> Edits.addConstraint(
                            Edits.addColumn(database, from.id(), column, 1000), from.id(), constraint));
        });
    }
}
