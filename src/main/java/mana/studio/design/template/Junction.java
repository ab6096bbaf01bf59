package mana.studio.design.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mana.studio.schema.Column;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Action;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// A table that joins two others: both foreign keys, and an index under each. A row goes with either side.
///
/// @param ownId     a uuid `id` as primary key, and the pair unique; otherwise the pair is the primary key
/// @param createdAt a column `created_at`
public record Junction(Table one, Table other, boolean ownId, boolean createdAt) {
    private static final DataType UUID = new DataType("uuid", Family.UUID, null);
    private static final DataType MOMENT = new DataType("timestamp with time zone", Family.TIMESTAMP, null);

    /// The house's name: `{a}_{b}`.
    public String name() {
        return Names.clipped(one.name().name() + "_" + other.name().name(), 0);
    }

    /// Why these cannot be joined; empty where they can.
    public Optional<String> obstacle() {
        for (Table side : List.of(one, other)) {
            if (keyOf(side).isEmpty()) {
                return Optional.of(side.name() + " has no primary key that a row could name.");
            }
        }
        return Optional.empty();
    }

    /// @param database in which it is to be
    /// @param name     its name, usually {@link #name}
    public Table table(Database database, QualifiedName name) {
        Names names = new Names(database, name.schema(), name.name());
        List<Column> first = columns(one, one.name().equals(other.name()) ? "from_" : "");
        List<Column> second = columns(other, one.name().equals(other.name()) ? "to_" : "");
        List<Column> columns = new ArrayList<>();
        if (ownId) {
            columns.add(column("id", UUID, "gen_random_uuid()"));
        }
        columns.addAll(first);
        columns.addAll(second);
        if (createdAt) {
            columns.add(column("created_at", MOMENT, "now()"));
        }
        List<String> pair = new ArrayList<>(namesOf(first));
        pair.addAll(namesOf(second));
        List<Constraint> constraints = new ArrayList<>();
        constraints.add(NewTable.primaryKey(names.primaryKey(), ownId ? List.of("id") : pair));
        if (ownId) {
            constraints.add(unique(names.unique(pair), pair));
        }
        constraints.add(reference(names, first, one));
        constraints.add(reference(names, second, other));
        // The key of the pair begins with the first side and serves its foreign key.
        List<Index> indexes = List.of(NewTable.index(names.index(namesOf(second)), namesOf(second)));
        return NewTable.plain(name, database.owner(), columns, constraints, indexes);
    }

    private static Constraint reference(Names names, List<Column> columns, Table table) {
        return NewTable.foreignKey(
                names.foreignKey(namesOf(columns)),
                namesOf(columns),
                table.name(),
                keyOf(table),
                Action.NO_ACTION,
                Action.CASCADE);
    }

    private static Constraint unique(String name, List<String> columns) {
        return new Constraint.Unique(
                Identity.fresh(),
                name,
                null,
                true,
                columns,
                Constraint.Deferrability.NOT_DEFERRABLE,
                false,
                false,
                Constraint.Backing.PLAIN);
    }

    /// `user_id` for `users.id`.
    private static List<Column> columns(Table table, String prefix) {
        String noun = Nouns.singular(table.name().name());
        return keyOf(table).stream()
                .map(key -> table.column(key).orElseThrow())
                .map(key -> column(
                        Names.clipped(
                                prefix + (key.name().startsWith(noun + "_") ? key.name() : noun + "_" + key.name()), 0),
                        key.type(),
                        null))
                .toList();
    }

    private static List<String> keyOf(Table table) {
        return table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
    }

    private static List<String> namesOf(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    private static Column column(String name, DataType type, @Nullable String defaultExpression) {
        return new Column(
                Identity.fresh(),
                name,
                type,
                NotNull.PLAIN,
                defaultExpression,
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
