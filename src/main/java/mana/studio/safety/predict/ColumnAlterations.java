package mana.studio.safety.predict;

import static mana.studio.safety.LockMode.ACCESS_EXCLUSIVE;
import static mana.studio.safety.LockMode.ROW_EXCLUSIVE;
import static mana.studio.safety.LockMode.SHARE_ROW_EXCLUSIVE;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import mana.studio.safety.predict.TableAlterations.Command;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.statement.Node;

/// The commands of ALTER TABLE about columns.
final class ColumnAlterations {
    private final Marks marks;
    private final Ground ground;
    private final Footprint footprint;

    ColumnAlterations(Marks marks) {
        this.marks = marks;
        this.ground = marks.ground();
        this.footprint = marks.footprint();
    }

    // ADD COLUMN

    void add(Command command) {
        Node column = command.definition().orElseThrow();
        if (command.table().column(column.text("colname")).isPresent()) {
            if (!command.node().flag("missing_ok")) {
                footprint.refuse("column " + column.text("colname") + " exists already");
            }
            return;
        }
        NewColumn made = NewColumn.of(column, ground);
        made.refusal().ifPresent(footprint::refuse);
        for (Table table : marks.family(command.table(), command.only())) {
            if (made.rewrites()) {
                marks.rewrite(table, Set.of());
            } else if (made.scans()) {
                marks.scan(table);
            }
            if (made.isRequired() && ground.hasRows(table.name())) {
                footprint.refuse("column " + made.name() + " of " + table.name() + " contains null values");
            }
        }
        made.references().forEach(key -> {
            QualifiedName referenced = ground.nameOf(key.child("pktable").orElseThrow());
            marks.lockReferenced(referenced, SHARE_ROW_EXCLUSIVE);
            // A column that is null everywhere refers to nothing yet.
            if (made.hasValue() && !key.flag("skip_validation")) {
                marks.scan(referenced);
                marks.scan(command.table());
            }
        });
        Defaults.unusable(made.type(), made.defaultExpression(), ground).ifPresent(footprint::refuse);
        made.defaultExpression().ifPresent(expression -> marks.lockSequencesIn(expression, ROW_EXCLUSIVE));
    }

    // DROP COLUMN

    void drop(Command command) {
        Optional<Column> column = command.table().column(command.name());
        if (column.isEmpty()) {
            if (ground.isKnown() && !command.node().flag("missing_ok")) {
                marks.missing("column", command.name());
            }
            return;
        }
        new Drops(marks).column(command.table(), column.get(), command.cascades());
        for (Table child : marks.family(command.table(), command.only())) {
            child.column(command.name())
                    .filter(inherited -> child != command.table() && !inherited.local())
                    .ifPresent(inherited -> new Drops(marks).column(child, inherited, command.cascades()));
        }
    }

    // ALTER COLUMN

    void changeType(Command command) {
        new ColumnTypeChange(marks, command).read();
    }

    void setDefault(Command command) {
        command.table()
                .column(command.name())
                .ifPresentOrElse(
                        column -> Defaults.unusable(SqlType.of(column.type()), command.definition(), ground)
                                .ifPresent(footprint::refuse),
                        () -> missingColumn(command));
        command.definition().ifPresent(marks::lockStored);
    }

    void setNotNull(Command command) {
        if (command.table().column(command.name()).isEmpty()) {
            missingColumn(command);
        }
        for (Table table : marks.family(command.table(), command.only())) {
            if (!isProvenNotNull(table, command)) {
                marks.scan(table);
            }
        }
    }

    private void missingColumn(Command command) {
        if (ground.isKnown()) {
            marks.missing("column", command.name());
        }
    }

    /// Whether the catalog knows already that no value is null: `NotNullImpliedByRelConstraints`. A check that the same
    /// statement drops is gone before anyone looks: AT_PASS_DROP comes first.
    private static boolean isProvenNotNull(Table table, Command command) {
        Column.NotNull known = table.column(command.name()).map(Column::notNull).orElse(null);
        if (known != null) {
            return known.validated();
        }
        return table.constraints().stream()
                .filter(Constraint.Check.class::isInstance)
                .map(Constraint.Check.class::cast)
                .filter(check -> check.validated() && check.enforced())
                .filter(check -> !command.goesWith("AT_DropConstraint", check.name()))
                .anyMatch(check -> Expressions.tree(check.expression())
                        .map(tree -> Expressions.provesNotNull(tree, command.name()))
                        .orElse(false));
    }

    void dropNotNull(Command command) {
        Table table = command.table();
        boolean identity = table.column(command.name()).map(Column::identity).isPresent();
        boolean key = table.primaryKey()
                .map(primary -> primary.columns().contains(command.name()))
                .orElse(false);
        if (identity || key) {
            footprint.refuse(
                    "column " + command.name() + " is " + (identity ? "an identity column" : "in a primary key"));
        }
    }

    void setExpression(Command command) {
        if (!ground.since(17)) {
            footprint.refuse("SET EXPRESSION needs PostgreSQL 17");
        }
        boolean stored = command.table()
                .column(command.name())
                .map(Column::generated)
                .map(Column.Generated::stored)
                .orElse(true);
        for (Table table : marks.family(command.table(), command.only())) {
            if (stored) {
                Set<QualifiedName> replaced = new HashSet<>();
                Ground.indexes(table).forEach((index, columns) -> {
                    if (columns.contains(command.name())) {
                        replaced.add(index);
                    }
                });
                marks.rewrite(table, replaced);
            }
        }
    }

    void addIdentity(Command command) {
        Optional<Column> column = command.table().column(command.name());
        if (column.isPresent() && !column.get().isNotNull()) {
            footprint.refuse("column " + command.name() + " must be declared NOT NULL before identity can be added");
        }
        lockPartitions(command);
    }

    void setIdentity(Command command) {
        boolean restarts = TableAlterations.options(command.node()).stream()
                .anyMatch(option -> !option.text("defname").equals("generated"));
        sequence(command).ifPresent(sequence -> {
            footprint.lock(Ground.sequence(sequence), SHARE_ROW_EXCLUSIVE);
            if (restarts) {
                footprint.rewrite(Ground.sequence(sequence));
            }
        });
        lockPartitions(command);
    }

    void dropIdentity(Command command) {
        Optional<QualifiedName> sequence = sequence(command);
        if (sequence.isEmpty() && ground.isKnown() && !command.node().flag("missing_ok")) {
            footprint.refuse("column " + command.name() + " is not an identity column");
        }
        sequence.ifPresent(found -> footprint.lock(Ground.sequence(found), ACCESS_EXCLUSIVE));
        lockPartitions(command);
    }

    /// Partitions have had identity columns since 17.
    private void lockPartitions(Command command) {
        if (ground.since(17) && command.table().isPartitioned()) {
            ground.descendants(command.table().name()).forEach(child -> marks.lock(child, command.mode()));
        }
    }

    private static Optional<QualifiedName> sequence(Command command) {
        return command.table().column(command.name()).map(Column::identity).map(Column.IdentityColumn::sequence);
    }
}
