package mana.studio.safety.predict;

import static mana.studio.safety.LockMode.ACCESS_EXCLUSIVE;
import static mana.studio.safety.LockMode.SHARE_ROW_EXCLUSIVE;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import mana.studio.safety.predict.Ground.Reference;
import mana.studio.safety.predict.TableAlterations.Command;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Database;
import mana.studio.schema.Index;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.statement.Node;

/// `ALTER COLUMN … TYPE`: what refuses it, whether the rows are written anew, and what is made again because it names
/// the
/// column: indexes, checks, foreign keys of both sides (`ATExecAlterColumnType`, `ATPostAlterTypeCleanup`).
final class ColumnTypeChange {
    private final Marks marks;
    private final Ground ground;
    private final Footprint footprint;
    private final Command command;
    private final TypeChange types;

    ColumnTypeChange(Marks marks, Command command) {
        this.marks = marks;
        this.ground = marks.ground();
        this.footprint = marks.footprint();
        this.command = command;
        this.types = new TypeChange(ground);
    }

    void read() {
        Optional<Column> column = command.table().column(command.name());
        if (column.isEmpty()) {
            unknown();
            return;
        }
        refusals(command.table(), column.get());
        for (Table table : marks.family(command.table(), command.only())) {
            table.column(command.name()).ifPresent(own -> change(table, own));
        }
    }

    private void unknown() {
        if (ground.isKnown()) {
            marks.missing("column", command.name());
        } else {
            footprint.doubt("the type that column " + command.name() + " has now");
            marks.rewrite(command.table(), Set.of());
        }
    }

    private Node definition() {
        return command.definition().orElseThrow();
    }

    private SqlType wanted() {
        return SqlType.of(definition().child("typeName").orElseThrow(), ground);
    }

    private void change(Table table, Column column) {
        SqlType from = SqlType.of(column.type());
        boolean collates =
                !collation().equals(Optional.ofNullable(column.collation()).map(QualifiedName::name));
        boolean rewrites = rewrites(from, wanted());
        boolean sameOperators = !rewrites && types.keepsIndexes(from, wanted());
        Set<QualifiedName> replaced = indexesOn(table);
        replaced.forEach(index -> footprint.lock(Ground.index(index), ACCESS_EXCLUSIVE));
        if (rewrites) {
            marks.rewrite(table, replaced);
        } else if (checks(table) || (!replaced.isEmpty() && (collates || !sameOperators || hasComputedIndex(table)))) {
            marks.scan(table);
        }
        foreignKeys(table, !sameOperators);
        if (!dropsDefault()) {
            marks.lockStoredDefault(column);
        }
        Column.IdentityColumn identity = column.identity();
        if (identity != null) {
            footprint.lock(Ground.sequence(identity.sequence()), SHARE_ROW_EXCLUSIVE);
            footprint.rewrite(Ground.sequence(identity.sequence()));
        }
    }

    private Optional<String> collation() {
        return definition()
                .child("collClause")
                .map(clause -> clause.names("collname").getLast())
                .filter(name -> !name.equals("default"));
    }

    /// USING a cast of the column itself is as good as none.
    private boolean rewrites(SqlType from, SqlType to) {
        return definition()
                .child("raw_default")
                .map(using -> rewrites(using, from, to))
                .orElseGet(() -> types.rewrites(from, to));
    }

    private boolean rewrites(Node using, SqlType from, SqlType to) {
        if (using.is("ColumnRef")) {
            return !Expressions.columnsOf(using).equals(List.of(command.name())) || types.rewrites(from, to);
        }
        if (using.is("TypeCast")) {
            SqlType middle = SqlType.of(using.child("typeName").orElseThrow(), ground);
            return rewrites(using.child("arg").orElseThrow(), from, middle) || types.rewrites(middle, to);
        }
        return true;
    }

    private Set<QualifiedName> indexesOn(Table table) {
        Set<QualifiedName> indexes = new HashSet<>();
        Ground.indexes(table).forEach((index, columns) -> {
            if (columns.contains(command.name())) {
                indexes.add(index);
            }
        });
        return indexes;
    }

    /// An index with an expression or a condition is always built anew (`CheckIndexCompatible`).
    private boolean hasComputedIndex(Table table) {
        Set<QualifiedName> named = indexesOn(table);
        return table.indexes().stream()
                .filter(index -> named.contains(Ground.inSchemaOf(table, index.name())))
                .anyMatch(index -> index.predicate() != null
                        || index.keys().stream().map(Index.Key::expression).anyMatch(Objects::nonNull));
    }

    private boolean checks(Table table) {
        return table.constraints().stream()
                .filter(Constraint.Check.class::isInstance)
                .map(Constraint.Check.class::cast)
                .filter(Constraint.Check::validated)
                .filter(check -> !command.goesWith("AT_DropConstraint", check.name()))
                .anyMatch(check -> Expressions.columnsOf(check.expression()).contains(command.name()));
    }

    private void foreignKeys(Table table, boolean validated) {
        for (ForeignKey key : table.foreignKeys()) {
            if (key.columns().contains(command.name())) {
                remake(table, key, validated);
            }
        }
        for (Reference reference : ground.references(table.name())) {
            if (reference.key().referencedColumns().contains(command.name())) {
                remake(reference.table(), reference.key(), validated);
            }
        }
    }

    private void remake(Table referencing, ForeignKey key, boolean validated) {
        marks.lock(referencing, ACCESS_EXCLUSIVE);
        marks.lockReferenced(key, ACCESS_EXCLUSIVE);
        if (validated && key.validated() && key.enforced()) {
            marks.scan(referencing);
            marks.scan(key.referencedTable());
        }
    }

    private void refusals(Table table, Column column) {
        Uses uses = new Uses(ground);
        String name = command.name();
        if (!uses.views(table, name).isEmpty()) {
            footprint.refuse("cannot alter type of a column used by a view or rule");
        } else if (!uses.generated(table, name).isEmpty()) {
            footprint.refuse("cannot alter type of a column used by a generated column");
        } else if (!uses.policies(table, name).isEmpty()) {
            footprint.refuse("cannot alter type of a column used in a policy definition");
        } else if (!uses.triggers(table, name).isEmpty()) {
            footprint.refuse("cannot alter type of a column used in a trigger definition");
        } else if (Partitions.keyColumns(table).contains(name)) {
            footprint.refuse("cannot alter column " + name + " because it is part of the partition key");
        }
        SqlType from = SqlType.of(column.type());
        if (types.isAssignable(from, wanted())) {
            return;
        }
        if (hasOwnCasts()) {
            footprint.doubt("the casts that the database defines itself");
            return;
        }
        if (!definition().has("raw_default")) {
            footprint.refuse("column " + name + " cannot be cast automatically to type " + wanted());
        } else if (column.defaultExpression() != null && !dropsDefault()) {
            footprint.refuse("default for column " + name + " cannot be cast automatically to type " + wanted());
        }
    }

    private boolean dropsDefault() {
        return command.all().stream()
                .anyMatch(each -> each.text("subtype").equals("AT_ColumnDefault")
                        && each.text("name").equals(command.name())
                        && !each.has("def"));
    }

    private boolean hasOwnCasts() {
        Database database = ground.database();
        return database != null
                && database.others().stream().anyMatch(other -> other.kind().equals("cast"));
    }
}
