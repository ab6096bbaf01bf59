package mana.studio.design;

import java.util.List;
import java.util.function.UnaryOperator;
import mana.studio.plan.Rename;
import mana.studio.schema.Database;

/// One state of a design.
///
/// @param database what the database is to become; what was read keeps its identity, what is new has one of its own
/// @param labels   the enum values that were renamed: they are no objects, so that no identity tells it; names are those
///                 of the base
public record Sketch(Database database, List<Rename> labels) {
    public Sketch {
        labels = List.copyOf(labels);
    }

    /// The same with another database.
    public Sketch with(UnaryOperator<Database> change) {
        return new Sketch(change.apply(database), labels);
    }
}
