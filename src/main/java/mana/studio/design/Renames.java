package mana.studio.design;

import java.util.List;
import java.util.stream.Stream;
import mana.studio.plan.Planner;
import mana.studio.plan.Rename;
import mana.studio.schema.Database;

/// The names of one state of a database, carried over to another.
public final class Renames {
    private Renames() {}

    /// The base, with everything called as in the design: what differs from it is meant, and is not what goes along
    /// with
    /// a rename.
    public static Database followed(Database base, Sketch design) {
        List<Rename> renames = Planner.renames(base, design.database(), design.labels()).stream()
                .filter(rename -> Stream.concat(rename.from().stream(), rename.to().stream())
                        .noneMatch(String::isEmpty))
                .toList();
        return renames.isEmpty() ? base : Planner.renamed(base, renames);
    }
}
