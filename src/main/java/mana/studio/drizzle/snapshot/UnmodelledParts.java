package mana.studio.drizzle.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mana.studio.drizzle.snapshot.Unmodelled.Push;
import mana.studio.schema.Column;
import mana.studio.schema.CompositeType;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Deferrability;
import mana.studio.schema.Database;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Index;
import mana.studio.schema.OtherObject;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import org.jspecify.annotations.Nullable;

/// What of a service's part of a database Drizzle has no words for.
final class UnmodelledParts {
    private static final String UNSEEN = "Drizzle does not see it: the code does not tell of it, push leaves it alone.";
    private static final String FRESH = "A database made from the migrations has it only if a migration's SQL says so.";

    private final Database database;
    private final ServiceScope scope;
    private final Serials serials;
    private final List<Unmodelled> found = new ArrayList<>();

    private UnmodelledParts(Database database, ServiceScope scope, Serials serials) {
        this.database = database;
        this.scope = scope;
        this.serials = serials;
    }

    static List<Unmodelled> of(Database database, ServiceScope scope, Serials serials) {
        UnmodelledParts parts = new UnmodelledParts(database, scope, serials);
        database.schemas().stream()
                .filter(schema -> scope.schemas().contains(schema.name()))
                .forEach(parts::schema);
        return List.copyOf(parts.found);
    }

    private void ignored(Object object, String what) {
        found.add(new Unmodelled(object.toString(), what, Push.IGNORES, UNSEEN + " " + FRESH));
    }

    private void when(boolean is, Object object, String what) {
        if (is) {
            ignored(object, what);
        }
    }

    private void schema(Schema schema) {
        commented(schema.name(), schema.comment());
        when(!schema.privileges().defaults() && !schema.name().equals(Names.PUBLIC), schema.name(), "privileges");
        schema.objects().filter(object -> scope.has(object.name())).forEach(this::object);
        database.others().stream()
                .filter(other -> schema.name().equals(other.schema()))
                .forEach(this::other);
    }

    private void other(OtherObject other) {
        ignored(other.schema() + "." + other.name(), other.kind());
    }

    private void commented(String object, @Nullable String comment) {
        when(comment != null, object, "comment");
    }

    private void object(SchemaObject object) {
        commented(object.name().toString(), object.comment());
        when(!object.privileges().defaults(), object.name(), "privileges");
        switch (object) {
            case Table table -> table(table);
            case View view -> view(view);
            case Sequence sequence -> sequence(sequence);
            case EnumType _ -> {}
            case DomainType domain -> ignored(domain.name(), "domain");
            case CompositeType type -> ignored(type.name(), "composite type");
            case Routine routine -> ignored(routine.name(), "function or procedure");
        }
    }

    private void sequence(Sequence sequence) {
        if (!serials.isPart(sequence)) {
            when(sequence.ownedBy() != null, sequence.name(), "the column that owns the sequence");
            when(!sequence.options().type().equals("bigint"), sequence.name(), "type of the sequence");
            when(sequence.unlogged(), sequence.name(), "UNLOGGED");
        }
    }

    private void view(View view) {
        indexesAndTriggers(view);
        view.indexes().forEach(index -> ignored(view.name(), "index " + index.name() + " of the materialised view"));
        view.columns().forEach(column -> commented(view.name() + "." + column.name(), column.comment()));
    }

    private void table(Table table) {
        if (table.partitionOf() != null) {
            found.add(new Unmodelled(
                    table.name().toString(),
                    "partition of " + table.partitionOf().parent(),
                    Push.DROPS,
                    "Drizzle takes it for a table that the code does not declare: push drops it with its rows."));
        }
        String partitionKey = table.partitionKey();
        when(partitionKey != null, table.name(), "PARTITION BY " + partitionKey);
        when(table.foreign() != null, table.name(), "foreign table");
        when(!table.inherits().isEmpty(), table.name(), "inheritance");
        when(table.ofType() != null, table.name(), "type of the table");
        when(
                table.persistence() != Table.Persistence.PERMANENT,
                table.name(),
                table.persistence().name());
        when(!table.options().isEmpty(), table.name(), "storage parameters");
        when(table.tablespace() != null, table.name(), "tablespace " + table.tablespace());
        when(otherMethod(table), table.name(), "access method " + table.accessMethod());
        when(
                table.replicaIdentity() != Table.ReplicaIdentity.DEFAULT,
                table.name(),
                "replica identity " + table.replicaIdentity());
        rowSecurity(table);
        table.columns().forEach(column -> column(table, column));
        table.constraints().forEach(constraint -> constraint(table, constraint));
        indexesAndTriggers(table);
        table.policies().forEach(policy -> commented(table.name() + ", policy " + policy.name(), policy.comment()));
    }

    private static boolean otherMethod(Table table) {
        return table.accessMethod() != null && !table.accessMethod().equals("heap");
    }

    private void rowSecurity(Table table) {
        when(table.rowSecurity().forced(), table.name(), "FORCE ROW LEVEL SECURITY");
        if (!table.rowSecurity().enabled() && !table.policies().isEmpty()) {
            found.add(new Unmodelled(
                    table.name().toString(),
                    "row-level security that is off in spite of policies",
                    Push.CHANGES,
                    "In Drizzle a table with policies has row-level security: push switches it on."));
        }
    }

    private void column(Table table, Column column) {
        String name = table.name() + "." + column.name();
        commented(name, column.comment());
        when(!column.privileges().defaults(), name, "privileges");
        when(column.collation() != null, name, "collation " + column.collation());
        when(column.storage() != null, name, "storage " + column.storage());
        when(column.compression() != null, name, "compression " + column.compression());
        when(column.statisticsTarget() != null, name, "statistics target");
        when(!column.options().isEmpty(), name, "options of the column");
        Column.NotNull notNull = column.notNull();
        when(notNull != null && !notNull.validated(), name, "NOT NULL that is NOT VALID");
        if (column.generated() != null && !column.generated().stored()) {
            found.add(new Unmodelled(
                    name,
                    "VIRTUAL generated column",
                    Push.CHANGES,
                    "Drizzle knows stored generated columns only: a database made from its migrations stores it."));
        }
    }

    private void constraint(Table table, Constraint constraint) {
        String name = table.name() + ", " + constraint.name();
        commented(name, constraint.comment());
        switch (constraint) {
            case Constraint.PrimaryKey key -> {
                deferrable(name, key.deferrability());
                backing(name, key.backing());
                when(key.withoutOverlaps(), name, "WITHOUT OVERLAPS");
            }
            case Constraint.Unique key -> {
                deferrable(name, key.deferrability());
                backing(name, key.backing());
                when(key.withoutOverlaps(), name, "WITHOUT OVERLAPS");
            }
            case Constraint.ForeignKey key -> {
                deferrable(name, key.deferrability());
                when(!key.validated(), name, "NOT VALID");
                when(!key.enforced(), name, "NOT ENFORCED");
                when(key.match() != Constraint.Match.SIMPLE, name, "MATCH " + key.match());
                when(!key.setColumns().isEmpty(), name, "columns of SET NULL or SET DEFAULT");
                when(key.period(), name, "PERIOD");
            }
            case Constraint.Check check -> {
                when(!check.validated(), name, "NOT VALID");
                when(!check.enforced(), name, "NOT ENFORCED");
                when(check.noInherit(), name, "NO INHERIT");
            }
            case Constraint.Exclusion _ -> ignored(name, "exclusion constraint");
        }
    }

    private void deferrable(String name, Deferrability deferrability) {
        when(deferrability != Deferrability.NOT_DEFERRABLE, name, "DEFERRABLE");
    }

    private void backing(String name, Constraint.Backing backing) {
        when(!backing.include().isEmpty(), name, "INCLUDE");
        when(!backing.options().isEmpty(), name, "storage parameters");
        when(backing.tablespace() != null, name, "tablespace " + backing.tablespace());
        when(backing.clustered(), name, "CLUSTER ON");
    }

    private void indexesAndTriggers(Relation relation) {
        relation.triggers().stream()
                .filter(trigger -> !trigger.inherited())
                .forEach(trigger -> ignored(relation.name(), "trigger " + trigger.name()));
        relation.indexes().forEach(index -> index(relation.name() + ", " + index.name(), index));
    }

    private void index(String name, Index index) {
        commented(name, index.comment());
        when(!index.include().isEmpty(), name, "INCLUDE");
        when(index.nullsNotDistinct(), name, "NULLS NOT DISTINCT");
        when(index.tablespace() != null, name, "tablespace " + index.tablespace());
        when(!index.valid(), name, "an index that is not valid");
        when(index.clustered(), name, "CLUSTER ON");
        when(index.keys().stream().map(Index.Key::collation).anyMatch(Objects::nonNull), name, "collation of a key");
        when(
                index.keys().stream().anyMatch(key -> !key.operatorOptions().isEmpty()),
                name,
                "options of an operator class");
    }
}
