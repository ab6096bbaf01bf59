package mana.studio.design.template;

import java.util.List;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Policy;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;

/// Another table like one that is there: its columns, keys, rules and indexes under names of its own. Its rows, its
/// triggers, and what is partitioned or inherited stay behind.
public final class TableCopy {
    private final Table original;
    private final QualifiedName name;
    private final Names names;

    private TableCopy(Table original, QualifiedName name, Names names) {
        this.original = original;
        this.name = name;
        this.names = names;
    }

    public static Table of(Table original, Database database, QualifiedName name) {
        return new TableCopy(original, name, new Names(database, name.schema(), name.name())).table();
    }

    private Table table() {
        List<Column> columns = original.columns().stream().map(this::column).toList();
        List<Constraint> constraints =
                original.constraints().stream().map(this::constraint).toList();
        List<Index> indexes = original.indexes().stream().map(this::index).toList();
        Table plain = NewTable.plain(name, original.owner(), columns, constraints, indexes);
        return plain.withComment(original.comment())
                .withPersistence(original.persistence())
                .withOptions(original.options())
                .withRowSecurity(original.rowSecurity())
                .withPolicies(
                        original.policies().stream().map(TableCopy::policy).toList());
    }

    private Column column(Column column) {
        Column.IdentityColumn identity = column.identity();
        Column.IdentityColumn own = identity == null
                ? null
                : new Column.IdentityColumn(
                        identity.always(),
                        new QualifiedName(name.schema(), names.sequence(column.name())),
                        identity.options(),
                        identity.privileges());
        return new Column(
                Identity.fresh(),
                column.name(),
                column.type(),
                column.notNull() == null ? null : Column.NotNull.PLAIN,
                column.defaultExpression(),
                own,
                column.generated(),
                column.collation(),
                column.storage(),
                column.compression(),
                column.statisticsTarget(),
                column.options(),
                List.of(),
                true,
                column.comment(),
                column.privileges());
    }

    private Constraint constraint(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key ->
                new Constraint.PrimaryKey(
                        Identity.fresh(),
                        names.primaryKey(),
                        key.comment(),
                        true,
                        key.columns(),
                        key.deferrability(),
                        key.withoutOverlaps(),
                        key.backing());
            case Constraint.Unique key ->
                new Constraint.Unique(
                        Identity.fresh(),
                        names.unique(key.columns()),
                        key.comment(),
                        true,
                        key.columns(),
                        key.deferrability(),
                        key.nullsNotDistinct(),
                        key.withoutOverlaps(),
                        key.backing());
            case Constraint.ForeignKey key -> foreignKey(key);
            case Constraint.Check check ->
                new Constraint.Check(
                        Identity.fresh(),
                        names.given(moved(check.name())),
                        check.comment(),
                        true,
                        check.expression(),
                        check.noInherit(),
                        check.validated(),
                        check.enforced());
            case Constraint.Exclusion exclusion ->
                new Constraint.Exclusion(
                        Identity.fresh(),
                        names.given(moved(exclusion.name())),
                        exclusion.comment(),
                        true,
                        exclusion.definition());
        };
    }

    /// A key to itself goes to itself.
    private Constraint foreignKey(Constraint.ForeignKey key) {
        boolean own = key.referencedTable().equals(original.name());
        return new Constraint.ForeignKey(
                Identity.fresh(),
                names.foreignKey(key.columns()),
                key.comment(),
                true,
                key.columns(),
                own ? name : key.referencedTable(),
                key.referencedColumns(),
                key.onUpdate(),
                key.onDelete(),
                key.setColumns(),
                key.match(),
                key.deferrability(),
                key.validated(),
                key.enforced(),
                key.period());
    }

    private Index index(Index index) {
        return new Index(
                Identity.fresh(),
                names.given(moved(index.name())),
                index.comment(),
                index.method(),
                index.unique(),
                index.nullsNotDistinct(),
                index.keys(),
                index.include(),
                index.predicate(),
                index.options(),
                index.tablespace(),
                true,
                index.clustered(),
                index.replicaIdentity(),
                null);
    }

    private static Policy policy(Policy policy) {
        return new Policy(
                Identity.fresh(),
                policy.name(),
                policy.comment(),
                policy.command(),
                policy.permissive(),
                policy.roles(),
                policy.using(),
                policy.check());
    }

    private String moved(String part) {
        return Names.replaced(part, original.name().name(), name.name());
    }
}
