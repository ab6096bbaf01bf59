package mana.studio.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Policy;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.schema.Trigger;
import org.jspecify.annotations.Nullable;

/// A table for a test, said in the order in which SQL says it.
public final class TableBuilder {
    private final Identity id;
    private final QualifiedName name;
    private final List<Column> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<Trigger> triggers = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();
    private final List<QualifiedName> inherits = new ArrayList<>();
    private Privileges privileges = Privileges.DEFAULT;
    private @Nullable String comment;
    private @Nullable String partitionKey;
    private Table.@Nullable PartitionOf partitionOf;

    private TableBuilder(Identity id, QualifiedName name) {
        this.id = id;
        this.name = name;
    }

    public static TableBuilder table(String schema, String name) {
        return new TableBuilder(Identity.fresh(), new QualifiedName(schema, name));
    }

    /// A table of a given identity: the same one under another name, or another one under the same.
    public static TableBuilder table(Identity id, String schema, String name) {
        return new TableBuilder(id, new QualifiedName(schema, name));
    }

    public TableBuilder column(String column, String type) {
        return add(column(column, new DataType(type, family(type), null), false, null, null, null));
    }

    public TableBuilder notNull(String column, String type) {
        return add(column(column, new DataType(type, family(type), null), true, null, null, null));
    }

    public TableBuilder notNull(String column, String type, String defaultExpression) {
        return add(column(column, new DataType(type, family(type), null), true, defaultExpression, null, null));
    }

    public TableBuilder enumColumn(String column, String schema, String type) {
        DataType enumType = new DataType(schema + "." + type, Family.ENUM, new QualifiedName(schema, type));
        return add(column(column, enumType, true, null, null, null));
    }

    public TableBuilder generated(String column, String type, String expression) {
        Column.Generated generated = new Column.Generated(expression, true);
        return add(column(column, new DataType(type, family(type), null), false, null, generated, null));
    }

    public TableBuilder documented(String column, String type, String text) {
        return add(column(column, new DataType(type, family(type), null), true, null, null, text));
    }

    private TableBuilder add(Column column) {
        columns.add(column);
        return this;
    }

    public TableBuilder primaryKey(String... keyColumns) {
        constraints.add(new Constraint.PrimaryKey(
                Identity.fresh(),
                name.name() + "_pkey",
                null,
                true,
                Arrays.asList(keyColumns),
                Constraint.Deferrability.NOT_DEFERRABLE,
                false,
                Constraint.Backing.PLAIN));
        return this;
    }

    public TableBuilder unique(String... keyColumns) {
        constraints.add(new Constraint.Unique(
                Identity.fresh(),
                name.name() + "_" + String.join("_", keyColumns) + "_key",
                null,
                true,
                Arrays.asList(keyColumns),
                Constraint.Deferrability.NOT_DEFERRABLE,
                false,
                false,
                Constraint.Backing.PLAIN));
        return this;
    }

    /// A foreign key of one column that cascades deletes.
    public TableBuilder references(String column, String schema, String table, String referencedColumn) {
        constraints.add(new Constraint.ForeignKey(
                Identity.fresh(),
                name.name() + "_" + column + "_fkey",
                null,
                true,
                List.of(column),
                new QualifiedName(schema, table),
                List.of(referencedColumn),
                Constraint.Action.NO_ACTION,
                Constraint.Action.CASCADE,
                List.of(),
                Constraint.Match.SIMPLE,
                Constraint.Deferrability.NOT_DEFERRABLE,
                true,
                true,
                false));
        return this;
    }

    public TableBuilder constraint(Constraint constraint) {
        constraints.add(constraint);
        return this;
    }

    public TableBuilder check(String checkName, String expression) {
        constraints.add(new Constraint.Check(Identity.fresh(), checkName, null, true, expression, false, true, true));
        return this;
    }

    public TableBuilder index(String indexName, String... keyColumns) {
        return index(indexName, true, null, keyColumns);
    }

    public TableBuilder index(String indexName, boolean valid, @Nullable String predicate, String... keyColumns) {
        List<Index.Key> keys = Arrays.stream(keyColumns)
                .map(column -> new Index.Key(column, null, null, null, List.of(), false, false))
                .toList();
        indexes.add(new Index(
                Identity.fresh(),
                indexName,
                null,
                "btree",
                false,
                false,
                keys,
                List.of(),
                predicate,
                List.of(),
                null,
                valid,
                false,
                false,
                null));
        return this;
    }

    public TableBuilder trigger(String triggerName, String definition) {
        triggers.add(new Trigger(Identity.fresh(), triggerName, null, definition, Trigger.Firing.ORIGIN, false));
        return this;
    }

    public TableBuilder policy(String policyName, String using) {
        policies.add(new Policy(
                Identity.fresh(), policyName, null, Policy.Command.ALL, true, List.of("PUBLIC"), using, null));
        return this;
    }

    public TableBuilder grant(String grantee, String... rights) {
        privileges = new Privileges(
                false, List.of(new Privileges.Grant(grantee, Arrays.asList(rights), List.of(), "postgres")));
        return this;
    }

    public TableBuilder comment(String text) {
        comment = text;
        return this;
    }

    public TableBuilder partitionedBy(String key) {
        partitionKey = key;
        return this;
    }

    public TableBuilder partitionOf(String schema, String parent, String bound) {
        partitionOf = new Table.PartitionOf(new QualifiedName(schema, parent), bound);
        return this;
    }

    public TableBuilder inherits(String schema, String parent) {
        inherits.add(new QualifiedName(schema, parent));
        return this;
    }

    public Table build() {
        return new Table(
                id,
                name,
                "postgres",
                comment,
                privileges,
                Table.Persistence.PERMANENT,
                columns,
                constraints,
                indexes,
                triggers,
                policies,
                inherits,
                partitionKey,
                partitionOf,
                null,
                null,
                new Table.RowSecurity(!policies.isEmpty(), false),
                "heap",
                List.of(),
                null,
                Table.ReplicaIdentity.DEFAULT);
    }

    private static Column column(
            String name,
            DataType type,
            boolean notNull,
            @Nullable String defaultExpression,
            Column.@Nullable Generated generated,
            @Nullable String comment) {
        return new Column(
                Identity.fresh(),
                name,
                type,
                notNull ? Column.NotNull.PLAIN : null,
                defaultExpression,
                null,
                generated,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                true,
                comment,
                Privileges.DEFAULT);
    }

    private static Family family(String type) {
        return switch (type) {
            case "uuid" -> Family.UUID;
            case "integer", "bigint", "smallint" -> Family.INTEGER;
            case "boolean" -> Family.BOOLEAN;
            case "jsonb", "json" -> Family.JSON;
            case "timestamp with time zone" -> Family.TIMESTAMP;
            default -> Family.TEXT;
        };
    }
}
