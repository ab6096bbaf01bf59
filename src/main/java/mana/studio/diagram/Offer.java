package mana.studio.diagram;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mana.studio.design.Edit;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.Table;
import mana.studio.schema.Table.Persistence;

/// What becomes of a foreign key that a person is about to draw from one column to another.
public sealed interface Offer {
    /// What is said at the pointer.
    String words();

    /// It can be made.
    record Possible(String words, Edit edit) implements Offer {}

    /// It cannot.
    ///
    /// @param words  why not
    /// @param advice what would help; empty where nothing does
    record Refused(String words, String advice) implements Offer {}

    /// A foreign key from a column to another; each by the key of its identity.
    static Offer between(Database database, String table, String column, String otherTable, String otherColumn) {
        Optional<Table> from = DiagramEdits.table(database, table);
        Optional<Table> to = DiagramEdits.table(database, otherTable);
        Optional<Column> referring = from.flatMap(found -> DiagramEdits.column(found, column));
        Optional<Column> referred = to.flatMap(found -> DiagramEdits.column(found, otherColumn));
        if (from.isEmpty() || to.isEmpty() || referring.isEmpty() || referred.isEmpty()) {
            return new Refused("What is removed can have no new foreign key", "Undo the removal first");
        }
        return between(database, from.get(), referring.get(), to.get(), referred.get());
    }

    /// Where a foreign key could lead.
    ///
    /// @param name `auth.users.id`
    record Target(String name, Possible offer) {}

    /// Every column that one could refer to, by name; those of its own schema first.
    static List<Target> targets(Database database, String table, String column) {
        Optional<Table> from = DiagramEdits.table(database, table);
        Optional<Column> referring = from.flatMap(found -> DiagramEdits.column(found, column));
        if (from.isEmpty() || referring.isEmpty()) {
            return List.of();
        }
        String own = from.get().name().schema();
        return database.tables()
                .filter(target -> target.partitionOf() == null)
                .flatMap(target -> target.columns().stream()
                        .filter(key -> Uniqueness.canBeReferenced(target, key.name()))
                        .flatMap(key -> target(database, from.get(), referring.get(), target, key)))
                .sorted(Comparator.comparing((Target target) -> !target.name().startsWith(own + "."))
                        .thenComparing(Target::name))
                .toList();
    }

    private static Stream<Target> target(Database database, Table table, Column column, Table target, Column key) {
        return between(database, table, column, target, key) instanceof Possible possible
                ? Stream.of(new Target(target.name() + "." + key.name(), possible))
                : Stream.empty();
    }

    private static Offer between(Database database, Table table, Column column, Table target, Column key) {
        String name = target.name().name() + "." + key.name();
        String own = table.name().name() + "." + column.name();
        if (table == target && column == key) {
            return new Refused("A column cannot refer to itself", "");
        }
        if (table.foreign() != null || target.foreign() != null) {
            return new Refused("Foreign tables have no foreign keys", "");
        }
        if (isThere(table, column, target, key)) {
            return new Refused(own + " refers to " + name + " already", "");
        }
        String type = TypeText.brief(column.type(), table.name().schema());
        String keyType = TypeText.brief(key.type(), target.name().schema());
        if (!KeyTypes.areComparable(column.type(), key.type(), database)) {
            return new Refused(type + " cannot refer to " + keyType, "Give both columns the same type first");
        }
        if (!Uniqueness.canBeReferenced(target, key.name())) {
            return notUnique(target, key, name);
        }
        Optional<Offer> shorter = livesShorter(table, target);
        return shorter.orElseGet(() ->
                new Possible(own + " → " + name, DiagramEdits.addForeignKey(database, table, column, target, key)));
    }

    private static boolean isThere(Table table, Column column, Table target, Column key) {
        return table.foreignKeys().stream()
                .anyMatch(existing -> existing.columns().equals(List.of(column.name()))
                        && existing.referencedTable().equals(target.name())
                        && existing.referencedColumns().equals(List.of(key.name())));
    }

    private static Offer notUnique(Table target, Column key, String name) {
        boolean deferrable = target.constraints().stream()
                .anyMatch(constraint -> Uniqueness.isDeferrable(constraint)
                        && constraint.columns().equals(List.of(key.name())));
        if (deferrable) {
            return new Refused(name + " is checked at the end only", "Make its constraint not deferrable first");
        }
        Optional<String> others = target.constraints().stream()
                .filter(constraint ->
                        Uniqueness.isKey(constraint) && constraint.columns().contains(key.name()))
                .findFirst()
                .map(constraint -> String.join(
                        ", ",
                        constraint.columns().stream()
                                .filter(other -> !other.equals(key.name()))
                                .toList()));
        if (others.isPresent()) {
            return new Refused(
                    name + " is unique only together with " + others.get(),
                    "Add a foreign key over all of them in the table's form");
        }
        Optional<String> single = target.columns().stream()
                .map(Column::name)
                .filter(other -> Uniqueness.canBeReferenced(target, other))
                .findFirst();
        String instead = single.map(other -> "Refer to " + target.name().name() + "." + other + ", or make ")
                .orElse("Make ");
        return new Refused(name + " is not unique", instead + key.name() + " unique first");
    }

    /// Rows that stay cannot refer to rows that may vanish.
    private static Optional<Offer> livesShorter(Table table, Table target) {
        boolean fits = switch (table.persistence()) {
            case PERMANENT -> target.persistence() == Persistence.PERMANENT;
            case UNLOGGED -> target.persistence() != Persistence.TEMPORARY;
            case TEMPORARY -> target.persistence() == Persistence.TEMPORARY;
        };
        return fits
                ? Optional.empty()
                : Optional.of(new Refused(
                        "Rows of a table that is " + word(table.persistence())
                                + " cannot refer to those of one that is " + word(target.persistence()),
                        ""));
    }

    private static String word(Persistence persistence) {
        return switch (persistence) {
            case PERMANENT -> "permanent";
            case UNLOGGED -> "unlogged";
            case TEMPORARY -> "temporary";
        };
    }
}
