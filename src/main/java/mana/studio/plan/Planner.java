package mana.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mana.studio.schema.Database;
import mana.studio.schema.OtherObject;

/// Plans the way from one database to another.
public final class Planner {
    private Planner() {}

    /// The statements that make the first like the second. Both were read from servers of the same version, or made
    /// from one that was, so that their expressions are written alike. What is equal is not mentioned.
    public static Plan plan(Database from, Database to) {
        return plan(from, to, PlanOptions.NONE);
    }

    /// The way from a design's base to the design: what has the same identity is the same thing, whatever it is called.
    public static Plan planDesign(Database base, Database design) {
        return planDesign(base, design, List.of());
    }

    /// @param labels the enum values that were renamed, which no identity tells; names are those of the base
    public static Plan planDesign(Database base, Database design, List<Rename> labels) {
        return plan(base, design, PlanOptions.NONE.withRenames(DesignRenames.planned(base, design, labels)));
    }

    /// What is called otherwise in a design than in its base.
    ///
    /// @param labels see {@link #planDesign(Database, Database, List)}
    public static List<Rename> renames(Database base, Database design, List<Rename> labels) {
        return DesignRenames.between(base, design, labels);
    }

    public static Plan plan(Database from, Database to, PlanOptions options) {
        Database target = goal(from, to, options);
        Renaming.Result said = Renaming.of(from, options.renames());
        Renaming.Result renamed = Renaming.of(said.database(), NameOnly.renames(said.database(), target));
        Lookup before = new Lookup(renamed.database());
        Lookup after = new Lookup(target);
        String runner = Objects.requireNonNullElse(options.runner(), from.owner());
        List<Change> changes = new ArrayList<>(said.changes());
        changes.addAll(renamed.changes());
        changes.addAll(Ordering.of(Difference.between(before, after, runner), before, after));
        return new Plan(
                Script.of(changes, before, after),
                RenameFinder.proposals(before, after, options.rows()),
                untouched(before, after));
    }

    /// Where a plan leads: the second database within the schemas that are asked for, owned by whoever owns the first.
    public static Database goal(Database from, Database to, PlanOptions options) {
        return Scope.narrowed(from, Adoption.of(to, from.owner()), options.schemas());
    }

    /// A database as it is after some renames, with what the server takes along.
    ///
    /// @param renames each with the names before any of them
    public static Database renamed(Database database, List<Rename> renames) {
        return Renaming.of(database, renames).database();
    }

    /// Renames the other way round, with the names after all of them.
    public static List<Rename> reversed(List<Rename> renames) {
        return Reversal.of(renames);
    }

    /// The way back from where a plan leads.
    ///
    /// @param options those of the plan
    public static WayBack wayBack(Database from, Database to, PlanOptions options) {
        Plan there = plan(from, to, options);
        Database reached = Scope.narrowed(from, to, options.schemas());
        Plan back = plan(reached, from, options.withRenames(Reversal.of(options.renames())));
        return WayBack.of(there, back);
    }

    /// The way back from a design to its base.
    ///
    /// @param labels the enum values that were renamed, which no identity tells; names are those of the base
    public static WayBack wayBackOfDesign(Database base, Database design, List<Rename> labels) {
        List<Rename> back = Reversal.of(DesignRenames.between(base, design, labels)).stream()
                .filter(rename -> rename.what() == Rename.Kind.LABEL)
                .toList();
        return WayBack.of(planDesign(base, design, labels), planDesign(design, base, back));
    }

    /// What differs and has no definition here, so that nobody takes the plan for more than it is.
    private static List<String> untouched(Lookup before, Lookup after) {
        List<String> names = new ArrayList<>();
        before.database().others().stream()
                .filter(other -> isOpaque(other) && !after.database().others().contains(other))
                .forEach(other -> names.add(describe(other)));
        after.database().others().stream()
                .filter(other -> isOpaque(other) && !before.database().others().contains(other))
                .map(Planner::describe)
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        return names;
    }

    private static boolean isOpaque(OtherObject other) {
        return other.definition() == null || other.address() == null;
    }

    private static String describe(OtherObject other) {
        return other.kind() + " " + (other.schema() == null ? "" : other.schema() + ".") + other.name();
    }
}
