package mana.studio.plan;

import java.util.ArrayList;
import java.util.List;
import mana.studio.ddl.Pieces;
import mana.studio.ddl.PrivilegeDifference;
import mana.studio.plan.ExtensionChange.CreateExtension;
import mana.studio.plan.ExtensionChange.DropExtension;
import mana.studio.plan.ExtensionChange.MoveExtension;
import mana.studio.plan.ExtensionChange.UpdateExtension;
import mana.studio.plan.PropertyChange.ChangePrivileges;
import mana.studio.plan.PropertyChange.SetComment;
import mana.studio.plan.PropertyChange.SetOwner;
import mana.studio.schema.Index;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;
import org.jspecify.annotations.Nullable;

/// Changes as SQL.
final class Rendering {
    private final Lookup from;
    private final Lookup to;
    private final TableRendering tables;
    private final ColumnRendering columns;

    Rendering(Lookup from, Lookup to) {
        this.from = from;
        this.to = to;
        this.tables = new TableRendering(to);
        this.columns = new ColumnRendering(from, to);
    }

    List<Statement> of(Change change) {
        return switch (change) {
            case SchemaChange.CreateSchema create ->
                one(change, "CREATE SCHEMA " + Identifier.quote(create.schema().name()));
            case SchemaChange.DropSchema drop ->
                one(change, "DROP SCHEMA " + Identifier.quote(drop.schema().name()));
            case ExtensionChange extension -> one(change, extension(extension));
            case TableChange table -> tables.of(table);
            case PartitionChange partition -> one(change, partition(partition));
            case ColumnChange column -> columns.of(column);
            case ConstraintChange constraint -> one(change, constraint(constraint));
            case IndexChange index -> one(change, index(index));
            case ViewChange view -> view(view);
            case RoutineChange routine -> one(change, routine(routine));
            case TypeChange type -> TypeRendering.of(type);
            case SequenceChange sequence -> SequenceRendering.of(sequence);
            case TriggerChange trigger -> one(change, trigger(trigger));
            case PolicyChange policy -> one(change, policy(policy));
            case OtherChange.CreateOther create ->
                several(change, create.object().definition());
            case OtherChange.DropOther drop ->
                one(change, "DROP " + drop.object().address());
            case PropertyChange property -> property(property);
            case RenameChange rename -> one(change, rename(rename));
        };
    }

    static List<Statement> one(Change change, String sql) {
        return List.of(Statement.of(change, sql));
    }

    /// A definition may be several statements; semicolons within parentheses are a rule's.
    private static List<Statement> several(Change change, @Nullable String definition) {
        List<Statement> statements = new ArrayList<>();
        String sql = definition == null ? "" : definition;
        int depth = 0;
        int start = 0;
        for (Token token : SqlTokens.scan(sql)) {
            String text = token.kind() == Token.Kind.PUNCTUATION ? token.text(sql) : "";
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            if (text.equals(";") && depth == 0) {
                statements.add(
                        Statement.of(change, sql.substring(start, token.start()).strip()));
                start = token.end();
            }
        }
        if (!sql.substring(start).isBlank()) {
            statements.add(Statement.of(change, sql.substring(start).strip()));
        }
        return statements;
    }

    private static String extension(ExtensionChange change) {
        return switch (change) {
            case CreateExtension create ->
                "CREATE EXTENSION IF NOT EXISTS "
                        + Identifier.quote(create.extension().name())
                        + (create.ownSchema()
                                ? ""
                                : " SCHEMA "
                                        + Identifier.quote(create.extension().schema()));
            case DropExtension drop ->
                "DROP EXTENSION " + Identifier.quote(drop.extension().name());
            case UpdateExtension update ->
                "ALTER EXTENSION " + Identifier.quote(update.extension().name()) + " UPDATE TO "
                        + Pieces.literal(update.extension().version());
            case MoveExtension move ->
                "ALTER EXTENSION " + Identifier.quote(move.extension().name()) + " SET SCHEMA "
                        + Identifier.quote(move.extension().schema());
        };
    }

    private static String partition(PartitionChange change) {
        return switch (change) {
            case PartitionChange.AttachPartition attach ->
                "ALTER TABLE " + Pieces.name(attach.partition().parent()) + " ATTACH PARTITION "
                        + Pieces.name(attach.table().name()) + " "
                        + attach.partition().bound();
            case PartitionChange.DetachPartition detach ->
                "ALTER TABLE " + Pieces.name(detach.partition().parent()) + " DETACH PARTITION "
                        + Pieces.name(detach.table().name());
        };
    }

    private static String constraint(ConstraintChange change) {
        String alter = "ALTER " + Pieces.word(change.table()) + " "
                + Pieces.name(change.table().name()) + " ";
        String name = Identifier.quote(change.constraint().name());
        return switch (change) {
            case ConstraintChange.AddConstraint add -> alter + "ADD " + Pieces.constraint(add.constraint());
            case ConstraintChange.DropConstraint _ -> alter + "DROP CONSTRAINT " + name;
            case ConstraintChange.ValidateConstraint _ -> alter + "VALIDATE CONSTRAINT " + name;
            case ConstraintChange.SetDeferrability set ->
                alter + "ALTER CONSTRAINT " + name
                        + switch (set.constraint().deferrability()) {
                            case NOT_DEFERRABLE -> " NOT DEFERRABLE";
                            case INITIALLY_IMMEDIATE -> " DEFERRABLE INITIALLY IMMEDIATE";
                            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
                        };
        };
    }

    private String index(IndexChange change) {
        QualifiedName relation = change.relation().name();
        String name = Identifier.quote(relation.schema(), change.name());
        return switch (change) {
            case IndexChange.CreateIndex create -> create(create.index(), relation);
            case IndexChange.DropIndex _ -> "DROP INDEX " + name;
            case IndexChange.SetIndexOptions set -> options("ALTER INDEX " + name, set.set(), set.reset());
            case IndexChange.SetIndexTablespace set ->
                "ALTER INDEX " + name + " SET TABLESPACE " + Identifier.quote(set.tablespace());
            case IndexChange.AttachIndex attach ->
                "ALTER INDEX " + Pieces.name(attach.parent()) + " ATTACH PARTITION " + name;
        };
    }

    private String create(Index index, QualifiedName relation) {
        boolean forPartitions = to.table(relation).map(Table::isPartitioned).orElse(false) && !index.valid();
        return forPartitions ? Pieces.indexOnly(index, relation) : Pieces.index(index, relation);
    }

    /// `SET (…)` and `RESET (…)`: only ALTER TABLE takes both in one statement.
    static String options(String alter, List<String> set, List<String> reset) {
        String setting = set.isEmpty() ? "" : " SET " + Pieces.settings(set);
        String resetting = reset.isEmpty() ? "" : " RESET " + Options.names(reset);
        return alter + setting + (setting.isEmpty() || resetting.isEmpty() ? "" : ",") + resetting;
    }

    private static List<Statement> view(ViewChange change) {
        String alter = "ALTER " + Pieces.word(change.view()) + " "
                + Pieces.name(change.view().name());
        return switch (change) {
            case ViewChange.CreateView create -> one(change, Pieces.view(create.view(), false));
            case ViewChange.ReplaceView replace -> one(change, Pieces.view(replace.view(), true));
            case ViewChange.DropView drop ->
                one(
                        change,
                        "DROP " + Pieces.word(drop.view()) + " "
                                + Pieces.name(drop.view().name()));
            case ViewChange.SetViewOptions set -> one(change, options(alter, set.set(), set.reset()));
            case ViewChange.SetViewTablespace set ->
                one(
                        change,
                        alter + " SET TABLESPACE "
                                + (set.view().tablespace() == null
                                        ? "pg_default"
                                        : Identifier.quote(set.view().tablespace())));
            case ViewChange.SetViewAccessMethod set ->
                one(
                        change,
                        alter + " SET ACCESS METHOD "
                                + (set.view().accessMethod() == null
                                        ? "heap"
                                        : Identifier.quote(set.view().accessMethod())));
            case ViewChange.Refresh refresh ->
                one(
                        change,
                        "REFRESH MATERIALIZED VIEW "
                                + Pieces.name(refresh.view().name())
                                + (refresh.view().populated() ? "" : " WITH NO DATA"));
        };
    }

    private static String routine(RoutineChange change) {
        return switch (change) {
            case RoutineChange.CreateRoutine create -> create.routine().definition();
            case RoutineChange.ReplaceRoutine replace -> replace.routine().definition();
            case RoutineChange.DropRoutine drop -> "DROP " + Pieces.address(drop.routine());
        };
    }

    private static String trigger(TriggerChange change) {
        String on = " ON " + Pieces.name(change.relation().name());
        String name = Identifier.quote(change.trigger().name());
        return switch (change) {
            case TriggerChange.CreateTrigger create -> create.trigger().definition();
            case TriggerChange.ReplaceTrigger replace ->
                replace.trigger().definition().replaceFirst("^CREATE TRIGGER", "CREATE OR REPLACE TRIGGER");
            case TriggerChange.DropTrigger _ -> "DROP TRIGGER " + name + on;
            case TriggerChange.SetFiring set ->
                "ALTER TABLE ONLY " + Pieces.name(set.relation().name()) + " "
                        + Pieces.firing(set.trigger().firing()) + " TRIGGER " + name;
        };
    }

    private static String policy(PolicyChange change) {
        String on = Identifier.quote(change.policy().name()) + " ON "
                + Pieces.name(change.table().name());
        return switch (change) {
            case PolicyChange.CreatePolicy create -> Pieces.policy(create.policy(), create.table());
            case PolicyChange.AlterPolicy alter -> Pieces.alterPolicy(alter.old(), alter.policy(), alter.table());
            case PolicyChange.DropPolicy _ -> "DROP POLICY " + on;
        };
    }

    private List<Statement> property(PropertyChange change) {
        return switch (change) {
            case SetComment set ->
                one(
                        change,
                        "COMMENT ON " + set.address() + " IS "
                                + (set.comment() == null ? "NULL" : Pieces.literal(set.comment())));
            case SetOwner set -> one(change, "ALTER " + set.address() + " OWNER TO " + Identifier.quote(set.owner()));
            case ChangePrivileges privileges ->
                granting(privileges).stream()
                        .map(sql -> Statement.of(change, sql))
                        .toList();
        };
    }

    private List<String> granting(ChangePrivileges change) {
        PrivilegeDifference difference = new PrivilegeDifference(from.database().version());
        Privileges before = Roles.known(change.from(), from.version());
        Privileges after = Roles.known(change.to(), from.version());
        return change.column() == null
                ? difference.statements(change.kind(), change.address(), change.owner(), before, after)
                : difference.ofColumn(change.address(), change.column(), change.owner(), before, after);
    }

    private static String rename(RenameChange change) {
        return switch (change) {
            case RenameChange.RenameSchema rename ->
                "ALTER SCHEMA " + Identifier.quote(rename.from()) + " RENAME TO " + Identifier.quote(rename.to());
            case RenameChange.RenameObject rename ->
                "ALTER " + rename.address() + " RENAME TO " + Identifier.quote(rename.to());
            case RenameChange.MoveObject move ->
                "ALTER " + move.address() + " SET SCHEMA " + Identifier.quote(move.toSchema());
            case RenameChange.RenameColumn rename ->
                "ALTER " + rename.kind() + " " + Pieces.name(rename.relation()) + " RENAME "
                        + (rename.kind().equals("TYPE") ? "ATTRIBUTE " : "COLUMN ") + Identifier.quote(rename.from())
                        + " TO " + Identifier.quote(rename.to());
            case RenameChange.RenameConstraint rename ->
                "ALTER TABLE " + Pieces.name(rename.table()) + " RENAME CONSTRAINT " + Identifier.quote(rename.from())
                        + " TO " + Identifier.quote(rename.to());
            case RenameChange.RenameIndex rename ->
                "ALTER INDEX " + Identifier.quote(rename.relation().schema(), rename.from()) + " RENAME TO "
                        + Identifier.quote(rename.to());
            case RenameChange.RenamePart rename ->
                "ALTER " + rename.kind() + " " + Identifier.quote(rename.from()) + " ON "
                        + Pieces.name(rename.relation()) + " RENAME TO " + Identifier.quote(rename.to());
            case RenameChange.RenameEnumValue rename ->
                "ALTER TYPE " + Pieces.name(rename.type()) + " RENAME VALUE " + Pieces.literal(rename.from()) + " TO "
                        + Pieces.literal(rename.to());
        };
    }
}
