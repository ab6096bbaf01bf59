package mana.studio.ui.design.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Check;
import mana.studio.schema.Constraint.Exclusion;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Constraint.Unique;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Policy;
import mana.studio.schema.Table;

/// A kind of thing that a table has several of, and how to reach them.
///
/// @param word for people: `foreign key`
public record PartKind<P>(
        String word,
        Function<Table, List<P>> all,
        BiFunction<Table, List<P>, Table> with,
        Function<P, Identity> id,
        Function<P, String> name) {
    public static final PartKind<Column> COLUMN =
            new PartKind<>("column", Table::columns, Table::withColumns, Column::id, Column::name);
    public static final PartKind<PrimaryKey> PRIMARY_KEY = constraint("primary key", PrimaryKey.class);
    public static final PartKind<Unique> UNIQUE = constraint("unique constraint", Unique.class);
    public static final PartKind<ForeignKey> FOREIGN_KEY = constraint("foreign key", ForeignKey.class);
    public static final PartKind<Check> CHECK = constraint("check", Check.class);
    public static final PartKind<Exclusion> EXCLUSION = constraint("exclusion constraint", Exclusion.class);
    public static final PartKind<Index> INDEX = new PartKind<>(
            "index",
            Table::indexes,
            (table, those) -> table.withIndexes(byName(those, Index::name)),
            Index::id,
            Index::name);
    public static final PartKind<Policy> POLICY = new PartKind<>(
            "policy",
            Table::policies,
            (table, those) -> table.withPolicies(byName(those, Policy::name)),
            Policy::id,
            Policy::name);

    /// The table itself, seen as its only part.
    public static final PartKind<Table> TABLE = new PartKind<>(
            "table",
            List::of,
            (_, tables) -> tables.getFirst(),
            Table::id,
            table -> table.name().name());

    private static <C extends Constraint> PartKind<C> constraint(String word, Class<C> type) {
        return new PartKind<>(
                word,
                table -> table.constraints().stream()
                        .filter(type::isInstance)
                        .map(type::cast)
                        .toList(),
                (table, those) -> table.withConstraints(merged(table.constraints(), type, those)),
                Constraint::id,
                Constraint::name);
    }

    /// Those of other types stay; all are by name.
    private static <C extends Constraint> List<Constraint> merged(
            List<Constraint> constraints, Class<C> type, List<C> those) {
        List<Constraint> merged = new ArrayList<>();
        List<C> left = new ArrayList<>(those);
        for (Constraint constraint : constraints) {
            if (!type.isInstance(constraint)) {
                merged.add(constraint);
            } else if (!left.isEmpty()) {
                merged.add(left.removeFirst());
            }
        }
        merged.addAll(left);
        merged.sort(Comparator.comparing(Constraint::name));
        return merged;
    }

    private static <T> List<T> byName(List<T> all, Function<T, String> name) {
        return all.stream().sorted(Comparator.comparing(name)).toList();
    }

    public Optional<P> find(Table table, Identity identity) {
        return all.apply(table).stream()
                .filter(part -> id.apply(part).same(identity))
                .findFirst();
    }

    /// The table with that part changed.
    public Table replace(Table table, Identity identity, UnaryOperator<P> change) {
        return with.apply(
                table,
                all.apply(table).stream()
                        .map(part -> id.apply(part).same(identity) ? change.apply(part) : part)
                        .toList());
    }

    /// The table with one more.
    public Table add(Table table, P part) {
        List<P> parts = new ArrayList<>(all.apply(table));
        parts.add(part);
        return with.apply(table, parts);
    }

    public Table remove(Table table, Identity identity) {
        return with.apply(
                table,
                all.apply(table).stream()
                        .filter(part -> !id.apply(part).same(identity))
                        .toList());
    }
}
