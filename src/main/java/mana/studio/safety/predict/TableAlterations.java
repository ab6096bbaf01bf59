package mana.studio.safety.predict;

import static mana.studio.safety.LockMode.ACCESS_EXCLUSIVE;
import static mana.studio.safety.LockMode.ACCESS_SHARE;
import static mana.studio.safety.LockMode.SHARE_ROW_EXCLUSIVE;
import static mana.studio.safety.LockMode.SHARE_UPDATE_EXCLUSIVE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;
import mana.studio.safety.Touched.Kind;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.statement.Node;

/// `ALTER TABLE`: the strongest lock that any of its commands needs, taken once (`AlterTableGetLockLevel`,
/// `tablecmds.c`), then what each of them does.
final class TableAlterations {
    /// Options that only later reads or VACUUM look at: `ShareUpdateExclusiveLock` in `reloptions.c`. Those of
    /// autovacuum
    /// are as light.
    private static final Set<String> LIGHT_OPTIONS = Set.of(
            "fillfactor",
            "toast_tuple_target",
            "parallel_workers",
            "vacuum_index_cleanup",
            "vacuum_truncate",
            "log_autovacuum_min_duration",
            "deduplicate_items",
            "n_distinct",
            "n_distinct_inherited",
            "vacuum_max_eager_freeze_failure_rate");
    private static final Set<String> RECURSING = Set.of(
            "AT_AddColumn",
            "AT_DropColumn",
            "AT_AlterColumnType",
            "AT_ColumnDefault",
            "AT_SetNotNull",
            "AT_DropNotNull",
            "AT_SetStatistics",
            "AT_SetStorage",
            "AT_ValidateConstraint",
            "AT_DropConstraint",
            "AT_AlterConstraint",
            "AT_SetExpression",
            "AT_DropExpression");

    private final Marks marks;
    private final ColumnAlterations columns;
    private final ConstraintAlterations constraints;
    private final PartitionAlterations partitions;

    TableAlterations(Marks marks) {
        this.marks = marks;
        this.columns = new ColumnAlterations(marks);
        this.constraints = new ConstraintAlterations(marks);
        this.partitions = new PartitionAlterations(marks);
    }

    /// A command of an ALTER TABLE.
    ///
    /// @param all  the commands of the statement
    /// @param mode the lock that the statement takes on the table
    /// @param only whether it says ONLY
    record Command(Table table, Node node, List<Node> all, LockMode mode, boolean only) {
        String subtype() {
            return node.text("subtype");
        }

        String name() {
            return node.text("name");
        }

        Optional<Node> definition() {
            return node.child("def");
        }

        boolean cascades() {
            return node.text("behavior").equals("DROP_CASCADE");
        }

        /// Whether another command of the statement is of that kind and names the same column or constraint.
        boolean goesWith(String subtype, String name) {
            return all.stream()
                    .anyMatch(each -> each.text("subtype").equals(subtype)
                            && each.text("name").equals(name));
        }

        Command on(Table other) {
            return new Command(other, node, all, mode, true);
        }
    }

    void read(Node statement) {
        Node rangeVar = statement.child("relation").orElseThrow();
        QualifiedName name = marks.ground().nameOf(rangeVar);
        List<Node> commands = statement.list("cmds");
        Optional<Table> table = marks.ground().table(name);
        if (statement.text("objtype").equals("OBJECT_INDEX")) {
            alterIndex(name, commands);
        } else if (table.isPresent()) {
            alter(table.get(), commands, !rangeVar.flag("inh"));
        } else {
            alterOther(name, commands, statement);
        }
    }

    private void alter(Table table, List<Node> nodes, boolean only) {
        LockMode mode = nodes.stream()
                .map(TableAlterations::lockOf)
                .reduce(LockMode::strongest)
                .orElse(ACCESS_EXCLUSIVE);
        marks.lock(table, mode);
        for (Node node : nodes) {
            Command command = new Command(table, node, nodes, mode, only);
            if (RECURSING.contains(command.subtype()) && !only) {
                marks.ground().descendants(table.name()).forEach(child -> marks.lock(child, mode));
            }
            read(command);
        }
    }

    /// The lock that one command asks for.
    static LockMode lockOf(Node command) {
        return switch (command.text("subtype")) {
            case "AT_SetStatistics",
                    "AT_ClusterOn",
                    "AT_DropCluster",
                    "AT_SetOptions",
                    "AT_ResetOptions",
                    "AT_AttachPartition",
                    "AT_ValidateConstraint",
                    "AT_DetachPartitionFinalize" -> SHARE_UPDATE_EXCLUSIVE;
            case "AT_DetachPartition" -> isConcurrent(command) ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
            case "AT_EnableTrig",
                    "AT_EnableAlwaysTrig",
                    "AT_EnableReplicaTrig",
                    "AT_EnableTrigAll",
                    "AT_EnableTrigUser",
                    "AT_DisableTrig",
                    "AT_DisableTrigAll",
                    "AT_DisableTrigUser" -> SHARE_ROW_EXCLUSIVE;
            case "AT_SetRelOptions", "AT_ResetRelOptions" -> lockOfOptions(command);
            case "AT_AddConstraint" ->
                command.child("def").orElseThrow().text("contype").equals("CONSTR_FOREIGN")
                        ? SHARE_ROW_EXCLUSIVE
                        : ACCESS_EXCLUSIVE;
            default -> ACCESS_EXCLUSIVE;
        };
    }

    static boolean isConcurrent(Node command) {
        return command.child("def").map(def -> def.flag("concurrent")).orElse(false);
    }

    /// The options that a command lists.
    static List<Node> options(Node command) {
        return command.child("def").map(list -> list.list("items")).orElse(List.of());
    }

    private static LockMode lockOfOptions(Node command) {
        boolean light = options(command).stream()
                .map(option -> option.text("defname"))
                .allMatch(option -> LIGHT_OPTIONS.contains(option) || option.startsWith("autovacuum_"));
        return light ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
    }

    private void read(Command command) {
        switch (command.subtype()) {
            case "AT_AddColumn" -> columns.add(command);
            case "AT_DropColumn" -> columns.drop(command);
            case "AT_AlterColumnType" -> columns.changeType(command);
            case "AT_ColumnDefault" -> columns.setDefault(command);
            case "AT_SetNotNull" -> columns.setNotNull(command);
            case "AT_DropNotNull" -> columns.dropNotNull(command);
            case "AT_SetExpression" -> columns.setExpression(command);
            case "AT_AddIdentity" -> columns.addIdentity(command);
            case "AT_SetIdentity" -> columns.setIdentity(command);
            case "AT_DropIdentity" -> columns.dropIdentity(command);
            case "AT_AddConstraint" -> constraints.add(command);
            case "AT_DropConstraint" -> constraints.drop(command);
            case "AT_ValidateConstraint" -> constraints.validate(command);
            case "AT_AlterConstraint" -> constraints.alter(command);
            case "AT_AttachPartition" -> partitions.attach(command);
            case "AT_DetachPartition" -> partitions.detach(command);
            case "AT_ClusterOn" ->
                marks.footprint()
                        .lock(Ground.index(Ground.inSchemaOf(command.table(), command.name())), SHARE_UPDATE_EXCLUSIVE);
            case "AT_AddInherit" -> parent(command, SHARE_UPDATE_EXCLUSIVE);
            case "AT_DropInherit" -> parent(command, ACCESS_SHARE);
            case "AT_ChangeOwner" -> changeOwner(command);
            case "AT_SetRelOptions" -> setOptions(command);
            case "AT_SetLogged" -> setPersistence(command, Table.Persistence.PERMANENT);
            case "AT_SetUnLogged" -> setPersistence(command, Table.Persistence.UNLOGGED);
            case "AT_SetAccessMethod" -> setAccessMethod(command);
            case "AT_SetTableSpace" -> setTablespace(command);
            default -> {}
        }
    }

    private void parent(Command command, LockMode mode) {
        command.definition().ifPresent(parent -> marks.lock(parent, mode));
    }

    private void changeOwner(Command command) {
        if (!Renames.newOwner(command.node()).equals(command.table().owner())) {
            marks.lockIndexes(command.table(), ACCESS_EXCLUSIVE);
            marks.lockSequences(command.table(), ACCESS_EXCLUSIVE);
        }
    }

    private void setOptions(Command command) {
        if (command.table().isPartitioned()) {
            marks.footprint().refuse("cannot specify storage parameters for a partitioned table");
        }
    }

    private void setPersistence(Command command, Table.Persistence wanted) {
        if (command.table().persistence() != wanted || !marks.ground().isKnown()) {
            marks.rewrite(command.table(), Set.of());
            marks.ground().sequences(command.table()).forEach(sequence -> {
                // Since 15 the sequences of a table are as logged as it is.
                if (marks.ground().since(15)) {
                    marks.footprint().lock(Ground.sequence(sequence), ACCESS_EXCLUSIVE);
                    marks.footprint().rewrite(Ground.sequence(sequence));
                }
            });
        }
    }

    private void setAccessMethod(Command command) {
        String wanted = command.name().isEmpty() ? "heap" : command.name();
        String now = command.table().accessMethod();
        if (!marks.ground().since(15)) {
            marks.footprint().refuse("SET ACCESS METHOD needs PostgreSQL 15");
        } else if (now != null && !now.equals(wanted)) {
            marks.rewrite(command.table(), Set.of());
        }
    }

    /// The table's file is copied; its indexes stay where they are.
    private void setTablespace(Command command) {
        String now = command.table().tablespace();
        boolean same = now == null ? command.name().equals("pg_default") : now.equals(command.name());
        if (!same) {
            marks.footprint().rewrite(Ground.table(command.table()));
        }
    }

    private void alterIndex(QualifiedName name, List<Node> commands) {
        for (Node command : commands) {
            switch (command.text("subtype")) {
                case "AT_AttachPartition" -> partitions.attachIndex(name, command);
                case "AT_SetTableSpace" -> {
                    marks.footprint().lock(Ground.index(name), ACCESS_EXCLUSIVE);
                    marks.footprint().rewrite(Ground.index(name));
                }
                case "AT_SetRelOptions", "AT_ResetRelOptions" ->
                    marks.footprint().lock(Ground.index(name), lockOfOptions(command));
                case "AT_SetStatistics" -> marks.footprint().lock(Ground.index(name), SHARE_UPDATE_EXCLUSIVE);
                default -> marks.footprint().lock(Ground.index(name), ACCESS_EXCLUSIVE);
            }
        }
    }

    /// ALTER TABLE, VIEW, SEQUENCE or TYPE on what is no table.
    private void alterOther(QualifiedName name, List<Node> commands, Node statement) {
        Optional<Touched> found = marks.ground().relation(name);
        if (found.isEmpty()) {
            if (!statement.flag("missing_ok")) {
                marks.missing("relation", name);
            }
            return;
        }
        Touched relation = found.get();
        commands.forEach(command -> marks.footprint().lock(relation, lockOf(command)));
        commands.stream()
                .filter(command -> command.text("subtype").equals("AT_ChangeOwner"))
                .forEach(command -> marks.ground()
                        .view(name)
                        .filter(view -> !Renames.newOwner(command).equals(view.owner()))
                        .ifPresent(view -> marks.lockIndexes(view, ACCESS_EXCLUSIVE)));
        if (relation.kind() == Kind.COMPOSITE_TYPE) {
            new TypeAlterations(marks).alterComposite(name, commands);
        }
    }
}
