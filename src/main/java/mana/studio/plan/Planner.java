package mana.studio.plan;

import java.util.ArrayList;
import java.util.List;
import mana.studio.schema.Database;

/// Plans the way from one database to another.
public final class Planner {
    private Planner() {}

    /// The statements that make the first like the second. Both were read from servers of the same version, or made
    /// from one that was, so that their expressions are written alike.
    public static Plan plan(Database from, Database to) {
        return plan(from, to, List.of());
    }

    /// @param renames of things that stay what they are
    public static Plan plan(Database from, Database to, List<Rename> renames) {
        Lookup before = new Lookup(from);
        Lookup after = new Lookup(to);
        List<Change> changes = Ordering.of(Difference.between(before, after, from.owner()), before, after);
        return new Plan(Script.of(changes, before, after), List.of(), List.of());
    }
}
