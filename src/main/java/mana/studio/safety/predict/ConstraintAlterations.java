package mana.studio.safety.predict;

import static mana.studio.safety.LockMode.ACCESS_EXCLUSIVE;
import static mana.studio.safety.LockMode.ROW_SHARE;
import static mana.studio.safety.LockMode.SHARE;
import static mana.studio.safety.LockMode.SHARE_ROW_EXCLUSIVE;
import static mana.studio.safety.LockMode.SHARE_UPDATE_EXCLUSIVE;

import java.util.List;
import java.util.Optional;
import mana.studio.safety.predict.TableAlterations.Command;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Index;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import mana.studio.statement.Node;

/// The commands of ALTER TABLE about constraints.
final class ConstraintAlterations {
    private final Marks marks;
    private final Ground ground;
    private final Footprint footprint;

    ConstraintAlterations(Marks marks) {
        this.marks = marks;
        this.ground = marks.ground();
        this.footprint = marks.footprint();
    }

    // ADD

    void add(Command command) {
        Node constraint = command.definition().orElseThrow();
        switch (constraint.text("contype")) {
            case "CONSTR_FOREIGN" -> foreignKey(command, constraint);
            case "CONSTR_CHECK" -> check(command, constraint);
            case "CONSTR_NOTNULL" -> notNull(command, constraint);
            case "CONSTR_UNIQUE", "CONSTR_PRIMARY", "CONSTR_EXCLUSION" -> index(command, constraint);
            default -> {}
        }
    }

    private boolean isValidated(Node constraint) {
        boolean enforced = !constraint.has("is_enforced") || constraint.flag("is_enforced");
        return !constraint.flag("skip_validation") && enforced;
    }

    private void check(Command command, Node constraint) {
        boolean alone = constraint.flag("is_no_inherit");
        if (alone && command.table().isPartitioned()) {
            footprint.refuse("cannot add NO INHERIT constraint to partitioned table "
                    + command.table().name());
        }
        // Since 18 the children are locked even where the check is not for them.
        for (Table table : marks.family(command.table(), command.only() || (alone && !ground.since(18)))) {
            marks.lock(table, command.mode());
            if (isValidated(constraint) && (table == command.table() || !alone)) {
                marks.scan(table);
            }
        }
    }

    private void notNull(Command command, Node constraint) {
        if (!ground.since(18)) {
            footprint.refuse("NOT NULL as a constraint of the table needs PostgreSQL 18");
        }
        String name = constraint.names("keys").getFirst();
        for (Table table : marks.family(command.table(), command.only() || constraint.flag("is_no_inherit"))) {
            marks.lock(table, command.mode());
            boolean known = table.column(name).map(Column::isNotNull).orElse(false);
            if (isValidated(constraint) && !known) {
                marks.scan(table);
            }
        }
    }

    private void foreignKey(Command command, Node constraint) {
        QualifiedName referenced = ground.nameOf(constraint.child("pktable").orElseThrow());
        Table table = command.table();
        if (table.isPartitioned()
                && constraint.flag("skip_validation")
                && isEnforced(constraint)
                && !ground.since(18)) {
            footprint.refuse("cannot add NOT VALID foreign key on partitioned table " + table.name());
        }
        if (ground.relation(referenced).isEmpty()) {
            marks.missing("relation", referenced);
        }
        marks.lockReferenced(referenced, SHARE_ROW_EXCLUSIVE);
        List<Table> partitions = table.isPartitioned() ? ground.descendants(table.name()) : List.of();
        partitions.forEach(partition -> marks.lock(partition, command.mode()));
        if (isValidated(constraint)) {
            marks.scan(table);
            partitions.forEach(marks::scan);
            marks.scan(referenced);
            ground.descendants(referenced).forEach(marks::scan);
        }
    }

    private static boolean isEnforced(Node constraint) {
        return !constraint.has("is_enforced") || constraint.flag("is_enforced");
    }

    private void index(Command command, Node constraint) {
        if (constraint.flag("nulls_not_distinct") && !ground.since(15)) {
            footprint.refuse("NULLS NOT DISTINCT needs PostgreSQL 15");
        }
        String existing = constraint.text("indexname");
        if (!existing.isEmpty()) {
            usingIndex(command, constraint, existing);
            return;
        }
        marks.scan(command.table());
        if (command.table().isPartitioned() && !command.only()) {
            // As for CREATE INDEX before 18, unless their columns must become NOT NULL.
            boolean light = !ground.since(18) && !constraint.text("contype").equals("CONSTR_PRIMARY");
            for (Table partition : ground.descendants(command.table().name())) {
                marks.lock(partition, light ? SHARE : command.mode());
                marks.scan(partition);
            }
        }
    }

    /// The index takes the constraint's name, which locks it; the columns of a primary key become NOT NULL.
    private void usingIndex(Command command, Node constraint, String existing) {
        QualifiedName name = Ground.inSchemaOf(command.table(), existing);
        if (!constraint.text("conname").isEmpty() && !constraint.text("conname").equals(existing)) {
            footprint.lock(Ground.index(name), SHARE_UPDATE_EXCLUSIVE);
        }
        Optional<Index> index = command.table().indexes().stream()
                .filter(each -> each.name().equals(existing))
                .findFirst();
        if (index.isEmpty()) {
            if (ground.isKnown()) {
                marks.missing("index", name);
            }
            return;
        }
        boolean nullable = index.get().keys().stream()
                .flatMap(key -> Optional.ofNullable(key.column()).stream())
                .anyMatch(column ->
                        command.table().column(column).filter(Column::isNotNull).isEmpty());
        if (constraint.text("contype").equals("CONSTR_PRIMARY") && nullable) {
            marks.scan(command.table());
        }
    }

    // DROP

    void drop(Command command) {
        Optional<Constraint> constraint = find(command.table(), command.name());
        if (constraint.isEmpty()) {
            boolean namedNotNull = command.table().columns().stream()
                    .map(Column::notNull)
                    .anyMatch(notNull -> notNull != null && command.name().equals(notNull.constraintName()));
            if (ground.isKnown() && !command.node().flag("missing_ok") && !namedNotNull && !ground.since(18)) {
                marks.missing("constraint", command.name());
            }
            return;
        }
        new Drops(marks).constraint(command.table(), constraint.get(), command.cascades());
        for (Table child : marks.family(command.table(), command.only())) {
            if (child != command.table()) {
                find(child, command.name())
                        .filter(own -> !own.local())
                        .ifPresent(own -> new Drops(marks).constraint(child, own, command.cascades()));
            }
        }
    }

    // VALIDATE

    void validate(Command command) {
        Optional<Constraint> constraint = find(command.table(), command.name());
        if (constraint.isPresent() && constraint.get() instanceof ForeignKey key) {
            validate(command, key);
        } else if (constraint.isPresent() && constraint.get() instanceof Constraint.Check check) {
            if (!check.validated()) {
                marks.family(command.table(), command.only() || check.noInherit())
                        .forEach(marks::scan);
            }
        } else {
            validateNotNull(command);
        }
    }

    private void validate(Command command, ForeignKey key) {
        if (!key.validated()) {
            marks.lock(key.referencedTable(), ROW_SHARE);
            marks.family(command.table(), command.only()).forEach(marks::scan);
            marks.scan(key.referencedTable());
            ground.descendants(key.referencedTable()).forEach(partition -> {
                marks.lock(partition, ROW_SHARE);
                marks.scan(partition);
            });
        }
    }

    private void validateNotNull(Command command) {
        Optional<Column> column = command.table().columns().stream()
                .filter(each -> isNotNullConstraint(command.table(), each, command.name()))
                .findFirst();
        if (column.isEmpty() && ground.isKnown()) {
            marks.missing("constraint", command.name());
        } else if (column.isEmpty()) {
            footprint.doubt("what constraint " + command.name() + " is");
            marks.scan(command.table());
        } else if (column.map(Column::notNull)
                .map(notNull -> !notNull.validated())
                .orElse(false)) {
            marks.family(command.table(), command.only()).forEach(marks::scan);
        }
    }

    private static boolean isNotNullConstraint(Table table, Column column, String name) {
        Column.NotNull notNull = column.notNull();
        if (notNull == null) {
            return false;
        }
        String own = notNull.constraintName();
        return name.equals(own == null ? table.name().name() + "_" + column.name() + "_not_null" : own);
    }

    // ALTER

    void alter(Command command) {
        Node change = command.definition().orElseThrow();
        String name = change.text("conname");
        Optional<ForeignKey> key =
                find(command.table(), name).filter(ForeignKey.class::isInstance).map(ForeignKey.class::cast);
        if (change.flag("alterEnforceability")
                && key.isPresent()
                && !key.get().enforced()
                && change.flag("is_enforced")) {
            marks.lockReferenced(key.get(), SHARE_ROW_EXCLUSIVE);
            marks.scan(command.table());
            marks.scan(key.get().referencedTable());
        } else if (change.flag("alterEnforceability") && key.isPresent()) {
            marks.lockReferenced(key.get(), ACCESS_EXCLUSIVE);
        }
    }

    static Optional<Constraint> find(Table table, String name) {
        return table.constraints().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /// The table of an index that backs a constraint, if it does.
    static Optional<Constraint> behind(Relation relation, String index) {
        return relation instanceof Table table ? find(table, index).filter(Ground::isIndexed) : Optional.empty();
    }
}
