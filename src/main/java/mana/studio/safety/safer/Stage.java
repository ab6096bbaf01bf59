package mana.studio.safety.safer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mana.studio.plan.Change;
import mana.studio.plan.ColumnChange;
import mana.studio.plan.ConstraintChange;
import mana.studio.plan.ConstraintChange.AddConstraint;
import mana.studio.plan.IndexChange;
import mana.studio.plan.PartitionChange;
import mana.studio.plan.Plan;
import mana.studio.plan.RenameChange;
import mana.studio.plan.RoutineChange;
import mana.studio.plan.Statement;
import mana.studio.plan.TableChange;
import mana.studio.plan.TypeChange;
import mana.studio.plan.ViewChange;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.Part;
import mana.studio.schema.QualifiedName;

/// The steps of one phase: each change of its plan made by the rule for its kind, in the order of the plan.
final class Stage {
    private final Site site;
    private final Forecast forecast;
    private final Traces traces;
    private final List<Unit> units;
    private final Set<Change> changes = new LinkedHashSet<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> later = new ArrayList<>();
    private final List<Recipe> waiting = new ArrayList<>();
    private final List<Unit> waitingUnits = new ArrayList<>();

    /// What lies over several phases.
    ///
    /// @param goal    where the plan leads: new columns are filled as it says
    /// @param filled  columns whose rows are filled between two phases
    /// @param copies  of columns that are renamed
    /// @param aliases of relations that are renamed
    record Traces(
            Database goal, List<Part> filled, List<ColumnCopy> copies, List<OldName> aliases) {}

    /// A change and its statements.
    private record Unit(Change change, List<Statement> statements) {}

    private Stage(Plan plan, Site site, Traces traces) {
        this.site = site;
        this.forecast = site.forecast();
        this.traces = traces;
        this.units = units(plan);
        units.forEach(unit -> changes.add(unit.change()));
    }

    /// @param steps of the phase
    /// @param later those that belong at the beginning of the next
    record Result(List<Step> steps, List<Step> later) {}

    static Result of(Plan plan, Site site, Traces traces) {
        Stage stage = new Stage(plan, site, traces);
        stage.write();
        return new Result(stage.steps, stage.later);
    }

    private static List<Unit> units(Plan plan) {
        List<Unit> units = new ArrayList<>();
        for (Statement statement : plan.statements()) {
            Change change = statement.change();
            if (change == null) {
                continue;
            }
            if (!units.isEmpty() && units.getLast().change() == change) {
                units.getLast().statements().add(statement);
            } else {
                units.add(new Unit(change, new ArrayList<>(List.of(statement))));
            }
        }
        return units;
    }

    private void write() {
        for (Gaps.Group group : Gaps.of(units.stream().map(Unit::change).toList())) {
            List<Unit> members = units.subList(group.begin(), group.end());
            List<Recipe> recipes = new ArrayList<>();
            for (Unit unit : members) {
                Recipe recipe = new Recipe(forecast);
                fill(recipe, unit, members);
                recipes.add(recipe);
                later.addAll(recipe.later());
            }
            emit(members, recipes);
        }
        flush();
    }

    /// Simple neighbours that lock the same tables share a transaction; whatever goes and comes back must.
    private void emit(List<Unit> members, List<Recipe> recipes) {
        boolean simple = members.size() == 1 && recipes.getFirst().isSimple();
        if (simple && !waiting.isEmpty() && waiting.getLast().isSimple()
                && waiting.getLast().locked().equals(recipes.getFirst().locked())) {
            waiting.addAll(recipes);
            waitingUnits.addAll(members);
            return;
        }
        flush();
        waiting.addAll(recipes);
        waitingUnits.addAll(members);
        if (!simple) {
            flush();
        }
    }

    private void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        waiting.forEach(recipe -> steps.addAll(recipe.before()));
        List<String> sql = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        List<String> losses = new ArrayList<>();
        for (Recipe recipe : waiting) {
            sql.addAll(recipe.inPlace());
            warnings.addAll(recipe.warnings());
            losses.addAll(recipe.losses());
            if (recipe.alone() != null) {
                steps.add(recipe.alone());
            }
        }
        waiting.forEach(recipe -> sql.addAll(recipe.last()));
        if (!sql.isEmpty()) {
            boolean routines = waitingUnits.stream().anyMatch(unit -> unit.change() instanceof RoutineChange);
            if (routines) {
                sql.addFirst("SET LOCAL check_function_bodies = off");
            }
            steps.add(site.steps().transaction(purpose(), sql, warnings.stream().distinct().toList(), losses));
        }
        waiting.forEach(recipe -> steps.addAll(recipe.after()));
        waiting.clear();
        waitingUnits.clear();
    }

    private String purpose() {
        List<String> purposes = new ArrayList<>();
        for (int at = 0; at < waiting.size(); at++) {
            purposes.add(waiting.get(at).purposeOr(Purpose.of(waitingUnits.get(at).change())));
        }
        List<String> distinct = purposes.stream().distinct().toList();
        return distinct.size() <= 3
                ? String.join(". ", distinct)
                : String.join(". ", distinct.subList(0, 2)) + ". And " + (distinct.size() - 2) + " more";
    }

    private void fill(Recipe recipe, Unit unit, List<Unit> group) {
        List<Statement> statements = unit.statements();
        if (isReplaced(unit.change(), group)) {
            recipe.plain(statements);
            return;
        }
        switch (unit.change()) {
            case IndexChange.CreateIndex create ->
                IndexRule.create(
                        recipe, site, create, statements, isTaken(create, group),
                        isRetyped(create.relation().name(), group) || isInTheWay(group));
            case IndexChange.DropIndex drop ->
                IndexRule.drop(recipe, site, drop, statements, isAgain(drop, group), isInTheWay(group));
            case AddConstraint add when ProofRule.isFor(add.constraint()) ->
                ProofRule.replace(recipe, site, add, statements);
            case AddConstraint add ->
                KeyRule.replace(
                        recipe, site, add, statements, isTaken(add, group), isRetyped(add.table().name(), group));
            case ConstraintChange.ValidateConstraint _, ColumnChange.ValidateNotNull _ -> {
                recipe.plain(statements);
                recipe.apart();
            }
            case ColumnChange.SetNotNull set ->
                NotNullRule.replace(recipe, site, set, statements, isTaken(set, group));
            case ColumnChange.AddColumn add ->
                NewColumn.replace(recipe, site, add, statements, goal(add));
            case ColumnChange.AddIdentity add ->
                IdentityRule.replace(
                        recipe,
                        site,
                        add,
                        statements,
                        traces.filled().contains(Part.column(add.relation().name(), add.column().name())));
            case ColumnChange.SetType set -> type(recipe, set, statements, group);
            case PartitionChange.AttachPartition attach ->
                PartitionRule.attach(recipe, site, attach, statements);
            case PartitionChange.DetachPartition detach ->
                PartitionRule.detach(recipe, site, detach, statements, isAgain(detach, group));
            case TypeChange.AddEnumValue _ -> {
                recipe.plain(statements);
                recipe.apart();
            }
            case RenameChange rename -> rename(recipe, rename, statements, group);
            case ColumnChange.DropColumn drop when Helper.OLD.isName(drop.column().name()) ->
                statements.stream().map(Statement::sql).forEach(recipe::run);
            case TableChange.DropTable _ -> {
                recipe.plain(statements);
                recipe.apart();
            }
            default -> recipe.plain(statements);
        }
    }

    /// Whether indexes must be gone before something else in the group can go, such as a function they call.
    private static boolean isInTheWay(List<Unit> group) {
        return group.size() > 1
                && !group.stream().allMatch(unit -> unit.change() instanceof IndexChange
                        || unit.change() instanceof ColumnChange
                        || unit.change() instanceof ConstraintChange
                        || unit.change() instanceof ViewChange);
    }

    /// Whether what it is about goes as a whole, and comes back, in the same transaction.
    private static boolean isReplaced(Change change, List<Unit> group) {
        return group.stream().anyMatch(unit -> unit.change() instanceof TableChange.SetAside
                || (unit.change() instanceof ViewChange.CreateView create
                        && change instanceof IndexChange index
                        && index.relation().name().equals(create.view().name())));
    }

    private static boolean isTaken(Change change, List<Unit> group) {
        return group.stream().anyMatch(unit -> Gaps.isPair(unit.change(), change));
    }

    private static boolean isAgain(Change change, List<Unit> group) {
        return group.stream().anyMatch(unit -> Gaps.isPair(change, unit.change()));
    }

    private static boolean isRetyped(QualifiedName table, List<Unit> group) {
        return group.stream()
                .anyMatch(unit -> unit.change() instanceof ColumnChange.SetType set
                        && set.relation().name().equals(table));
    }

    /// The column as it is to be when it is filled.
    private Column goal(ColumnChange.AddColumn add) {
        return traces.goal().table(add.relation().name())
                .flatMap(table -> table.column(add.column().name()))
                .orElse(add.column());
    }

    private void type(Recipe recipe, ColumnChange.SetType set, List<Statement> statements, List<Unit> group) {
        List<OldName> aliases = traces.aliases().stream()
                .filter(alias -> alias.relation().name().equals(set.relation().name()))
                .toList();
        aliases.forEach(alias -> recipe.run(alias.drop()));
        if (isSwap(set)) {
            List<ColumnChange.SetType> together = group.stream()
                    .map(Unit::change)
                    .filter(ColumnChange.SetType.class::isInstance)
                    .map(ColumnChange.SetType.class::cast)
                    .filter(this::isSwap)
                    .toList();
            TypeSwap.replace(recipe, site, changes, together, set);
        } else {
            recipe.plain(statements);
        }
        aliases.forEach(alias -> alias.create().forEach(recipe::run));
    }

    private boolean isSwap(ColumnChange.SetType set) {
        QualifiedName table = set.relation().name();
        Column was = site.before().table(table)
                .flatMap(old -> old.column(set.column().name()))
                .orElse(null);
        return was != null
                && Swappable.isWanted(site, forecast, site.after().table(table).orElseThrow(), was, set.column());
    }

    private void rename(Recipe recipe, RenameChange rename, List<Statement> statements, List<Unit> group) {
        if (rename instanceof RenameChange.RenameColumn column) {
            traces.copies().stream()
                    .filter(copy -> copy.isFor(column.relation(), column.from()))
                    .forEach(copy -> copy.remove().forEach(recipe::run));
        }
        recipe.plain(statements);
        boolean last = group.getLast().change() == rename;
        QualifiedName now = switch (rename) {
            case RenameChange.RenameObject object ->
                new QualifiedName(object.from().schema(), object.to());
            case RenameChange.MoveObject move -> new QualifiedName(move.toSchema(), move.from().name());
            default -> null;
        };
        if (last && now != null) {
            traces.aliases().stream()
                    .filter(alias -> alias.relation().name().equals(now))
                    .filter(alias -> site.after().relation(alias.name()).isEmpty())
                    .forEach(alias -> {
                        alias.create().forEach(recipe::run);
                        recipe.purpose(alias.name() + " is called " + now + "; the old name goes on working");
                        recipe.apart();
                    });
        }
    }
}
