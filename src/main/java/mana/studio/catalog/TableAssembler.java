package mana.studio.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mana.studio.catalog.SmallRows.ForeignTableRow;
import mana.studio.catalog.SmallRows.InheritRow;
import mana.studio.schema.Identity;
import mana.studio.schema.Policy;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.schema.Table.ForeignTable;
import mana.studio.schema.Table.PartitionOf;
import mana.studio.schema.Table.Persistence;
import mana.studio.schema.Table.ReplicaIdentity;
import mana.studio.schema.Table.RowSecurity;
import mana.studio.schema.Trigger;
import mana.studio.schema.View;
import org.jspecify.annotations.Nullable;

/// Puts tables and views together.
final class TableAssembler {
    private final CatalogRows rows;
    private final Names names;
    private final Types types;
    private final AclText acls;
    private final Comments comments;
    private final ColumnAssembler columns;
    private final IndexAssembler indexes;
    private final ConstraintAssembler constraints;

    TableAssembler(
            CatalogRows rows,
            Names names,
            Types types,
            AclText acls,
            ColumnAssembler columns,
            IndexAssembler indexes,
            ConstraintAssembler constraints) {
        this.rows = rows;
        this.names = names;
        this.types = types;
        this.acls = acls;
        this.comments = rows.comments.result();
        this.columns = columns;
        this.indexes = indexes;
        this.constraints = constraints;
    }

    Table table(RelationRow row, QualifiedName name) {
        String owner = names.role(row.owner());
        return new Table(
                Identity.ofOid(row.oid()),
                name,
                owner,
                comments.of(SystemCatalog.RELATION, row.oid()),
                acls.read(row.acl(), AclText.Kind.RELATION, owner),
                persistence(row.persistence()),
                columns.columns(row),
                constraints.ofTable(row.oid()),
                indexes.indexes(row.oid()),
                triggers(row.oid()),
                policies(row.oid()),
                row.partitionBound() == null ? parents(row) : List.of(),
                row.partitionKey(),
                partitionOf(row),
                row.ofType() == 0 ? null : types.of(row.ofType(), -1).type().named(),
                foreignTable(row),
                rowSecurity(row),
                names.accessMethod(row.accessMethod()),
                options(row),
                names.tablespace(row.tablespace()),
                row.kind() == 'f' ? ReplicaIdentity.DEFAULT : replicaIdentity(row.replicaIdentity()));
    }

    View view(RelationRow row, QualifiedName name) {
        String owner = names.role(row.owner());
        String query = rows.views.result().getOrDefault(row.oid(), "");
        return new View(
                Identity.ofOid(row.oid()),
                name,
                owner,
                comments.of(SystemCatalog.RELATION, row.oid()),
                acls.read(row.acl(), AclText.Kind.RELATION, owner),
                row.kind() == 'm',
                columns.columns(row),
                withoutSemicolon(query),
                indexes.indexes(row.oid()),
                triggers(row.oid()),
                options(row),
                row.populated(),
                names.tablespace(row.tablespace()),
                names.accessMethod(row.accessMethod()));
    }

    private static String withoutSemicolon(String query) {
        return (query.endsWith(";") ? query.substring(0, query.length() - 1) : query).strip();
    }

    private List<Trigger> triggers(long relation) {
        return rows.triggers.result().of(relation).stream()
                .map(row -> new Trigger(
                        Identity.ofOid(row.oid()),
                        row.name(),
                        comments.of(SystemCatalog.TRIGGER, row.oid()),
                        row.definition(),
                        firing(row.firing()),
                        row.inherited()))
                .sorted(Comparator.comparing(Trigger::name))
                .toList();
    }

    private List<Policy> policies(long table) {
        return rows.policies.result().of(table).stream()
                .map(row -> new Policy(
                        Identity.ofOid(row.oid()),
                        row.name(),
                        comments.of(SystemCatalog.POLICY, row.oid()),
                        command(row.command()),
                        row.permissive(),
                        names.roles(row.roles()),
                        row.using(),
                        row.check()))
                .sorted(Comparator.comparing(Policy::name))
                .toList();
    }

    private List<QualifiedName> parents(RelationRow row) {
        return rows.parents.result().of(row.oid()).stream()
                .sorted(Comparator.comparingInt(InheritRow::position))
                .map(parent -> names.relation(parent.parent()))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable PartitionOf partitionOf(RelationRow row) {
        List<QualifiedName> parents = row.partitionBound() == null ? List.of() : parents(row);
        return row.partitionBound() == null || parents.isEmpty()
                ? null
                : new PartitionOf(parents.getFirst(), row.partitionBound());
    }

    private @Nullable ForeignTable foreignTable(RelationRow row) {
        ForeignTableRow foreign = rows.foreignTables.result().get(row.oid());
        return foreign == null ? null : new ForeignTable(foreign.server(), foreign.options());
    }

    private static RowSecurity rowSecurity(RelationRow row) {
        return row.rowSecurity() || row.forcedRowSecurity()
                ? new RowSecurity(row.rowSecurity(), row.forcedRowSecurity())
                : RowSecurity.OFF;
    }

    private static List<String> options(RelationRow row) {
        return row.toastOptions().isEmpty()
                ? row.options()
                : Stream.concat(
                                row.options().stream(),
                                row.toastOptions().stream().map(option -> "toast." + option))
                        .toList();
    }

    private static Persistence persistence(char letter) {
        return switch (letter) {
            case 'u' -> Persistence.UNLOGGED;
            case 't' -> Persistence.TEMPORARY;
            default -> Persistence.PERMANENT;
        };
    }

    private static ReplicaIdentity replicaIdentity(char letter) {
        return switch (letter) {
            case 'n' -> ReplicaIdentity.NOTHING;
            case 'f' -> ReplicaIdentity.FULL;
            case 'i' -> ReplicaIdentity.INDEX;
            default -> ReplicaIdentity.DEFAULT;
        };
    }

    private static Trigger.Firing firing(char letter) {
        return switch (letter) {
            case 'D' -> Trigger.Firing.DISABLED;
            case 'R' -> Trigger.Firing.REPLICA;
            case 'A' -> Trigger.Firing.ALWAYS;
            default -> Trigger.Firing.ORIGIN;
        };
    }

    private static Policy.Command command(char letter) {
        return switch (letter) {
            case 'r' -> Policy.Command.SELECT;
            case 'a' -> Policy.Command.INSERT;
            case 'w' -> Policy.Command.UPDATE;
            case 'd' -> Policy.Command.DELETE;
            default -> Policy.Command.ALL;
        };
    }
}
