package mana.studio.safety.safer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.plan.Plan;
import mana.studio.plan.PlanOptions;
import mana.studio.plan.Planner;
import mana.studio.plan.Rename;
import mana.studio.safety.safer.Stage.Traces;
import mana.studio.schema.Database;
import mana.studio.schema.Part;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// Makes a plan safer: see the package.
public final class Safer {
    private final SaferOptions options;
    private final Steps steps;
    private final Database target;
    private final List<String> remarks = new ArrayList<>();
    private final List<Phase> phases = new ArrayList<>();

    private Safer(SaferOptions options, Database target) {
        this.options = options;
        this.steps = new Steps(options);
        this.target = target;
    }

    /// The safer form of a plan.
    ///
    /// @param plan    the way from the one to the other: its renames are kept
    /// @param from    the database as it is, with its server's version
    /// @param to      as it is to be
    /// @param options what is known and wanted; its schemas and runner are those of the plan
    public static SaferPlan of(Plan plan, Database from, Database to, SaferOptions options) {
        Leftovers.Result leftovers = Leftovers.of(from, to, new Steps(options));
        PlanOptions planned = new PlanOptions(List.of(), options.schemas(), options.runner());
        Database target = Planner.goal(leftovers.database(), to, planned);
        return new Safer(options, target).write(leftovers, SaidRenames.of(plan));
    }

    /// A database between two phases of a safer plan, without what helps only meanwhile: the copy of a column, the
    /// trigger that keeps it alike, a constraint that proves.
    public static Database withoutHelpers(Database between) {
        return Leftovers.of(between, between.withSchemas(List.of()), new Steps(SaferOptions.DEFAULT))
                .database();
    }

    private SaferPlan write(Leftovers.Result leftovers, List<Rename> said) {
        List<Rename> known = said.stream()
                .filter(rename -> !SaidRenames.isOfGone(rename, leftovers.database()))
                .toList();
        List<Rename> late = known.stream()
                .filter(rename -> SaidRenames.isOfColumn(rename, leftovers.database()))
                .toList();
        List<Rename> early =
                known.stream().filter(rename -> !late.contains(rename)).toList();
        List<Rename> columns = moved(late, early);
        Database start = Planner.renamed(leftovers.database(), early);
        Database goal = underOldNames(start, columns);
        Database both = Both.of(start, goal);
        Map<QualifiedName, RelationSize> sizes = sizes(early);
        Site whole = new Site(start, both, sizes, steps);
        Loose.Result loose = Loose.of(whole, leftovers.filling());

        List<OldName> aliases = early.stream()
                .flatMap(rename -> OldName.of(rename, early, start, both).stream())
                .toList();
        List<ColumnCopy> copies = columns.stream()
                .flatMap(rename -> ColumnCopy.of(rename, loose.database(), both, target).stream())
                .toList();
        remarks(columns, copies);
        Traces traces = new Traces(both, loose.filled(), copies, aliases);

        List<Step> expand = new ArrayList<>(leftovers.cleaning());
        Stage.Result expanding = stage(leftovers.database(), start, loose.database(), early, sizes, traces);
        expand.addAll(expanding.steps());
        copies.forEach(copy -> expand.add(copy.create(steps)));

        List<Step> migrate = new ArrayList<>(expanding.later());
        Site migrating = new Site(loose.database(), both, sizes, steps);
        for (Part column : loose.filled()) {
            Table table = loose.database().table(column.object().name()).orElseThrow();
            migrate.addAll(NewColumn.fill(migrating, table, column.name()));
        }
        copies.forEach(copy -> migrate.addAll(copy.fill(migrating)));
        Stage.Result moving = stage(loose.database(), loose.database(), both, List.of(), sizes, traces);
        migrate.addAll(moving.steps());

        List<Rename> aside = Aside.renames(both, Planner.renamed(goal, columns));
        List<Rename> contracting = new ArrayList<>(aside);
        contracting.addAll(columns);
        Database renamed = Planner.renamed(both, contracting);
        Database apart = Aside.of(renamed, target);
        List<Step> contract = new ArrayList<>();
        aliases.forEach(
                alias -> contract.add(steps.transaction("The old name " + alias.name() + " goes", alias.drop())));
        contract.addAll(moving.later());
        contract.addAll(stage(both, renamed, apart, contracting, sizes, traces).steps());
        List<Step> drop = new ArrayList<>(
                stage(apart, apart, target, List.of(), sizes, traces).steps());

        Database asked = Planner.renamed(both, Planner.reversed(early));
        phase(Phase.Name.EXPAND, expand, Preflight.of(leftovers.database(), asked, loose.filled()));
        phase(Phase.Name.MIGRATE, migrate, Preflight.of(loose.database(), both, loose.filled()));
        phase(
                Phase.Name.CONTRACT,
                contract,
                copies.stream().map(ColumnCopy::alike).toList());
        phase(Phase.Name.DROP, drop, List.of());
        return new SaferPlan(phases, remarks);
    }

    private Stage.Result stage(
            Database from,
            Database before,
            Database after,
            List<Rename> renames,
            Map<QualifiedName, RelationSize> sizes,
            Traces traces) {
        Plan plan = Planner.plan(from, after, new PlanOptions(renames, options.schemas(), options.runner()));
        return Stage.of(plan, new Site(before, after, sizes, steps), traces);
    }

    /// The goal while columns still have their old names. What reads them under the new ones comes with the new names.
    private Database underOldNames(Database start, List<Rename> columns) {
        List<Rename> back = Planner.reversed(columns);
        Database goal = Planner.renamed(target, back);
        Set<Part> renamed = new HashSet<>();
        columns.forEach(rename -> renamed.add(Part.column(
                new QualifiedName(rename.from().get(0), rename.from().get(1)),
                rename.from().get(2))));
        Draft draft = new Draft(goal);
        Dependents.restore(draft, start, goal, renamed);
        return draft.database();
    }

    /// Renames of columns in the names that their tables have by then.
    private static List<Rename> moved(List<Rename> columns, List<Rename> early) {
        return columns.stream()
                .map(rename -> {
                    QualifiedName table = SaidRenames.renamed(
                            new QualifiedName(
                                    rename.from().get(0), rename.from().get(1)),
                            early);
                    return new Rename(
                            Rename.Kind.COLUMN,
                            List.of(table.schema(), table.name(), rename.from().get(2)),
                            rename.to());
                })
                .toList();
    }

    private Map<QualifiedName, RelationSize> sizes(List<Rename> renames) {
        Map<QualifiedName, RelationSize> sizes = new HashMap<>();
        options.sizes().forEach((name, size) -> sizes.put(SaidRenames.renamed(name, renames), size));
        return sizes;
    }

    private void remarks(List<Rename> columns, List<ColumnCopy> copies) {
        for (Rename rename : columns) {
            boolean copied = copies.stream()
                    .anyMatch(copy -> copy.isFor(
                            new QualifiedName(
                                    rename.from().get(0), rename.from().get(1)),
                            rename.from().get(2)));
            if (!copied) {
                remarks.add("Column " + rename + " cannot have both names for a while: code that names it breaks when "
                        + "the phase contract renames it.");
            }
        }
    }

    private void phase(Phase.Name name, List<Step> phaseSteps, List<Step.Check> checks) {
        if (phaseSteps.isEmpty()) {
            return;
        }
        phases.add(new Phase(name, purpose(name), condition(name), earliest(name), checks, phaseSteps));
    }

    private static String purpose(Phase.Name name) {
        return switch (name) {
            case EXPAND -> "The new comes beside the old: code of both schemas runs.";
            case MIGRATE -> "The rows become what the new schema asks for.";
            case CONTRACT -> "What only old code needed goes; tables step aside.";
            case DROP -> "The tables that stepped aside go for good.";
        };
    }

    private static String condition(Phase.Name name) {
        return switch (name) {
            case EXPAND -> "at any time";
            case MIGRATE -> "when all running code writes what the new schema asks for";
            case CONTRACT -> "when no running code uses what goes";
            case DROP -> "when nobody has missed the tables that stepped aside";
        };
    }

    private @Nullable LocalDate earliest(Phase.Name name) {
        LocalDate start = options.start();
        if (start == null) {
            return null;
        }
        LocalDate date = start;
        for (int at = 0; at < name.ordinal(); at++) {
            date = date.plus(Objects.requireNonNull(options.between()));
        }
        return date;
    }
}
