package mana.studio.ui.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mana.studio.catalog.Snapshot;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Deferrability;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Index;
import mana.studio.schema.Policy;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.schema.Trigger;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.structure.Section.Cell;
import mana.studio.ui.structure.Section.Cell.Code;
import mana.studio.ui.structure.Section.Cell.Link;
import mana.studio.ui.structure.Section.Cell.Muted;
import mana.studio.ui.structure.Section.Cell.Warning;
import mana.studio.ui.structure.Section.Cell.Words;
import org.jspecify.annotations.Nullable;

/// What is said about a table beside its columns.
final class TableSections {
    private TableSections() {}

    /// @param indexSizes in bytes, by name; empty until they were measured
    static List<Section> of(Table table, Snapshot snapshot, Map<String, Long> indexSizes) {
        return Stream.of(
                        keys(table).stream(),
                        foreignKeys(table).stream(),
                        checks(table).stream(),
                        exclusions(table).stream(),
                        indexes(table.indexes(), indexSizes),
                        triggers(table.triggers()),
                        policies(table).stream(),
                        partitions(table, snapshot).stream(),
                        details(table, snapshot).stream(),
                        Facts.privileges(table.privileges()))
                .flatMap(sections -> sections)
                .toList();
    }

    /// What is said about a table beside a form that shows all that can be designed.
    static List<Section> besideForm(Table table, Snapshot snapshot) {
        return Stream.of(
                        triggers(table.triggers()),
                        partitions(table, snapshot).stream(),
                        details(table, snapshot).stream(),
                        Facts.privileges(table.privileges()))
                .flatMap(sections -> sections)
                .toList();
    }

    private static Optional<Section> keys(Table table) {
        Lines lines = new Lines("Keys", "Name", "Kind", "Columns", "Notes");
        for (Constraint constraint : table.constraints()) {
            switch (constraint) {
                case Constraint.PrimaryKey key ->
                    lines.add(
                            new Words(key.name()),
                            new Words("primary key"),
                            columns(key),
                            notes(
                                    when(key.deferrability()),
                                    include(key.backing()),
                                    key.withoutOverlaps() ? "without overlaps" : ""));
                case Constraint.Unique key ->
                    lines.add(
                            new Words(key.name()),
                            new Words("unique"),
                            columns(key),
                            notes(
                                    key.nullsNotDistinct() ? "nulls not distinct" : "",
                                    when(key.deferrability()),
                                    include(key.backing()),
                                    key.withoutOverlaps() ? "without overlaps" : ""));
                case ForeignKey _, Constraint.Check _, Constraint.Exclusion _ -> {}
            }
        }
        return lines.section();
    }

    private static Optional<Section> foreignKeys(Table table) {
        return new Lines("Foreign keys", "Name", "Columns", "References", "On delete", "On update", "Notes")
                .addAll(
                        table.foreignKeys(),
                        key -> List.of(
                                new Words(key.name()),
                                columns(key),
                                target(key),
                                action(key.onDelete()),
                                action(key.onUpdate()),
                                notes(key)))
                .section();
    }

    static Link target(ForeignKey key) {
        return new Link(
                key.referencedTable() + " (" + String.join(", ", key.referencedColumns()) + ")", key.referencedTable());
    }

    static Cell action(Constraint.Action action) {
        String words = action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return action == Constraint.Action.NO_ACTION ? new Muted(words) : new Words(words);
    }

    private static Cell notes(ForeignKey key) {
        if (!key.validated()) {
            return new Warning("not valid: existing rows were not checked");
        }
        if (!key.enforced()) {
            return new Warning("not enforced");
        }
        return notes(
                when(key.deferrability()),
                key.match() == Constraint.Match.SIMPLE
                        ? ""
                        : "match " + key.match().name().toLowerCase(Locale.ROOT),
                key.setColumns().isEmpty() ? "" : "sets " + String.join(", ", key.setColumns()),
                key.period() ? "period" : "");
    }

    private static Optional<Section> checks(Table table) {
        return new Lines("Checks", "Name", "Expression", "Notes")
                .addAll(
                        of(Constraint.Check.class, table),
                        check -> List.of(
                                new Words(check.name()),
                                new Code(check.expression()),
                                check.validated()
                                        ? notes(
                                                check.noInherit() ? "no inherit" : "",
                                                check.enforced() ? "" : "not enforced")
                                        : new Warning("not valid: existing rows were not checked")))
                .section();
    }

    private static Optional<Section> exclusions(Table table) {
        return new Lines("Exclusion constraints", "Name", "Definition")
                .addAll(
                        of(Constraint.Exclusion.class, table),
                        exclusion -> List.of(new Words(exclusion.name()), new Code(exclusion.definition())))
                .section();
    }

    static Stream<Section> indexes(List<Index> indexes, Map<String, Long> sizes) {
        return new Lines("Indexes", "Name", "Method", "Keys", "Where", "Notes", "Size")
                        .addAll(
                                indexes,
                                index -> List.of(
                                        new Words(index.name()),
                                        new Words(index.method()),
                                        new Code(IndexText.keys(index)),
                                        new Code(index.predicate() == null ? "" : index.predicate()),
                                        index.valid()
                                                ? new Muted(IndexText.notes(index))
                                                : new Warning("invalid: not used by queries, still written to"),
                                        new Words(Optional.ofNullable(sizes.get(index.name()))
                                                .map(Amounts::bytes)
                                                .orElse(""))))
                        .section()
                        .stream();
    }

    static Stream<Section> triggers(List<Trigger> triggers) {
        return new Lines("Triggers", "Name", "Definition", "Notes")
                        .addAll(
                                triggers,
                                trigger -> List.of(
                                        new Words(trigger.name()),
                                        new Code(trigger.definition()),
                                        switch (trigger.firing()) {
                                            case ORIGIN -> notes(trigger.inherited() ? "from the parent" : "");
                                            case DISABLED -> new Warning("disabled");
                                            case REPLICA -> new Muted("on replicas");
                                            case ALWAYS -> new Muted("always");
                                        }))
                        .section()
                        .stream();
    }

    private static Optional<Section> policies(Table table) {
        boolean on = table.rowSecurity().enabled();
        String state = on ? (table.rowSecurity().forced() ? "on, for the owner too" : "on") : "off";
        Lines lines =
                new Lines("Row security (" + state + ")", "Policy", "Command", "Kind", "Roles", "Using", "With check");
        if (on && table.policies().isEmpty()) {
            lines.add(
                    new Warning("No policy: nobody but the owner sees a row"), none(), none(), none(), none(), none());
        }
        return lines.addAll(table.policies(), TableSections::policy).section();
    }

    private static List<Cell> policy(Policy policy) {
        return List.of(
                new Words(policy.name()),
                new Words(policy.command().name().toLowerCase(Locale.ROOT)),
                new Words(policy.permissive() ? "permissive" : "restrictive"),
                new Words(String.join(", ", policy.roles())),
                new Code(policy.using() == null ? "" : policy.using()),
                new Code(policy.check() == null ? "" : policy.check()));
    }

    private static Optional<Section> partitions(Table table, Snapshot snapshot) {
        List<Table> partitions = snapshot.database()
                .tables()
                .filter(other -> other.partitionOf() != null
                        && other.partitionOf().parent().equals(table.name()))
                .toList();
        return new Lines("Partitions", "Name", "Bound", "Rows")
                .addAll(
                        partitions,
                        partition -> List.of(
                                new Link(partition.name().toString(), partition.name()),
                                new Code(
                                        partition.partitionOf() == null
                                                ? ""
                                                : partition.partitionOf().bound()),
                                new Muted(rows(partition, snapshot))))
                .section();
    }

    private static String rows(Table table, Snapshot snapshot) {
        Snapshot.RelationSize size = snapshot.sizes().get(table.name());
        return size == null || size.rows() < 0 ? "" : Amounts.count(size.rows());
    }

    private static Optional<Section> details(Table table, Snapshot snapshot) {
        Table.PartitionOf partitionOf = table.partitionOf();
        Table.ForeignTable foreign = table.foreign();
        Facts facts = new Facts()
                .say(
                        "Persistence",
                        word(table.persistence() == Table.Persistence.PERMANENT ? null : table.persistence()))
                .code("Partitioned by", table.partitionKey())
                .link("Partition of", partitionOf == null ? null : partitionOf.parent())
                .code("Bound", partitionOf == null ? null : partitionOf.bound())
                .links("Inherits", table.inherits())
                .links("Inherited by", heirs(table, snapshot))
                .link("Of type", table.ofType())
                .say("Foreign server", foreign == null ? null : foreign.server())
                .say("Foreign options", foreign == null ? List.of() : foreign.options())
                .say("Access method", "heap".equals(table.accessMethod()) ? null : table.accessMethod())
                .say("Options", table.options())
                .say("Tablespace", table.tablespace())
                .say(
                        "Replica identity",
                        word(
                                table.replicaIdentity() == Table.ReplicaIdentity.DEFAULT
                                        ? null
                                        : table.replicaIdentity()));
        return facts.section();
    }

    private static List<QualifiedName> heirs(Table table, Snapshot snapshot) {
        return snapshot.database()
                .tables()
                .filter(other -> other.inherits().contains(table.name()))
                .map(Table::name)
                .toList();
    }

    private static String word(@Nullable Enum<?> value) {
        return value == null ? "" : value.name().toLowerCase(Locale.ROOT);
    }

    private static <T extends Constraint> List<T> of(Class<T> kind, Table table) {
        return table.constraints().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static Cell columns(Constraint key) {
        return new Words(String.join(", ", key.columns()));
    }

    private static String when(Deferrability deferrability) {
        return switch (deferrability) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> "deferrable";
            case INITIALLY_DEFERRED -> "deferrable, initially deferred";
        };
    }

    private static String include(Constraint.Backing backing) {
        return backing.include().isEmpty() ? "" : "includes " + String.join(", ", backing.include());
    }

    private static Cell notes(String... notes) {
        List<String> said = new ArrayList<>(List.of(notes));
        said.removeIf(String::isEmpty);
        return new Muted(String.join(" · ", said));
    }

    private static Cell none() {
        return new Words("");
    }
}
