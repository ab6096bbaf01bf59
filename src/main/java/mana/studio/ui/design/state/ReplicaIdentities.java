package mana.studio.ui.design.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Backing;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Constraint.Unique;
import mana.studio.schema.Index;
import mana.studio.schema.Table;
import mana.studio.schema.Table.ReplicaIdentity;

/// What tells the rows of a table apart for replication, in words: `default`, `nothing`, `full`, or an index's name.
public final class ReplicaIdentities {
    private static final String INDEX = "index ";

    private ReplicaIdentities() {}

    public static String of(Table table) {
        return table.replicaIdentity() == ReplicaIdentity.INDEX
                ? Stream.concat(
                                table.indexes().stream()
                                        .filter(Index::replicaIdentity)
                                        .map(Index::name),
                                table.constraints().stream()
                                        .filter(ReplicaIdentities::isChosen)
                                        .map(Constraint::name))
                        .findFirst()
                        .map(name -> INDEX + name)
                        .orElse("index")
                : table.replicaIdentity().name().toLowerCase(Locale.ROOT);
    }

    private static boolean isChosen(Constraint constraint) {
        return switch (constraint) {
            case PrimaryKey key -> key.backing().replicaIdentity();
            case Unique key -> key.backing().replicaIdentity();
            case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclusion _ -> false;
        };
    }

    public static List<String> choices(Table table) {
        List<String> choices = new ArrayList<>(List.of("default", "nothing", "full"));
        table.constraints().stream()
                .filter(constraint -> constraint instanceof PrimaryKey || constraint instanceof Unique)
                .forEach(constraint -> choices.add(INDEX + constraint.name()));
        table.indexes().stream()
                .filter(index -> index.unique() && index.predicate() == null)
                .forEach(index -> choices.add(INDEX + index.name()));
        return choices;
    }

    public static Table with(Table table, String choice) {
        boolean byIndex = choice.startsWith(INDEX);
        String name = byIndex ? choice.substring(INDEX.length()) : "";
        return table.withReplicaIdentity(
                        byIndex ? ReplicaIdentity.INDEX : ReplicaIdentity.valueOf(choice.toUpperCase(Locale.ROOT)))
                .withIndexes(table.indexes().stream()
                        .map(index -> with(index, index.name().equals(name)))
                        .toList())
                .withConstraints(table.constraints().stream()
                        .map(constraint -> with(constraint, constraint.name().equals(name)))
                        .toList());
    }

    private static Index with(Index index, boolean chosen) {
        return new Index(
                index.id(),
                index.name(),
                index.comment(),
                index.method(),
                index.unique(),
                index.nullsNotDistinct(),
                index.keys(),
                index.include(),
                index.predicate(),
                index.options(),
                index.tablespace(),
                index.valid(),
                index.clustered(),
                chosen,
                index.partitionOf());
    }

    private static Constraint with(Constraint constraint, boolean chosen) {
        return switch (constraint) {
            case PrimaryKey key -> key.withBacking(with(key.backing(), chosen));
            case Unique key -> key.withBacking(with(key.backing(), chosen));
            case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclusion _ -> constraint;
        };
    }

    private static Backing with(Backing backing, boolean chosen) {
        return new Backing(backing.include(), backing.options(), backing.tablespace(), backing.clustered(), chosen);
    }
}
