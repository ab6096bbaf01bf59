package mana.studio.ui.design.state;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Constraint.Unique;
import mana.studio.schema.Index;
import mana.studio.schema.Table;

/// The index in whose order `CLUSTER` puts the rows of a table, by its name.
public final class Clustering {
    /// None is.
    public static final String NONE = "";

    private Clustering() {}

    public static String of(Table table) {
        return Stream.concat(
                        table.indexes().stream().filter(Index::clustered).map(Index::name),
                        table.constraints().stream()
                                .filter(Clustering::isChosen)
                                .map(Constraint::name))
                .findFirst()
                .orElse(NONE);
    }

    private static boolean isChosen(Constraint constraint) {
        return switch (constraint) {
            case PrimaryKey key -> key.backing().clustered();
            case Unique key -> key.backing().clustered();
            case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclusion _ -> false;
        };
    }

    /// What has an order to put rows in.
    public static List<String> choices(Table table) {
        List<String> choices = new ArrayList<>(List.of(NONE));
        table.constraints().stream()
                .filter(constraint -> constraint instanceof PrimaryKey || constraint instanceof Unique)
                .forEach(constraint -> choices.add(constraint.name()));
        table.indexes().stream()
                .filter(index -> index.predicate() == null
                        && (index.method().equals("btree") || index.method().equals("gist")))
                .forEach(index -> choices.add(index.name()));
        return choices;
    }

    public static Table with(Table table, String name) {
        return table.withIndexes(table.indexes().stream()
                        .map(index -> index.withClustered(index.name().equals(name)))
                        .toList())
                .withConstraints(table.constraints().stream()
                        .map(constraint -> with(constraint, constraint.name().equals(name)))
                        .toList());
    }

    private static Constraint with(Constraint constraint, boolean chosen) {
        return switch (constraint) {
            case PrimaryKey key -> key.withBacking(key.backing().withClustered(chosen));
            case Unique key -> key.withBacking(key.backing().withClustered(chosen));
            case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclusion _ -> constraint;
        };
    }
}
