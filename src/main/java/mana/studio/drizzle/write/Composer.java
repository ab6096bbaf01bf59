package mana.studio.drizzle.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import mana.studio.drizzle.write.Composition.Part;
import mana.studio.plan.Change;
import mana.studio.plan.ColumnChange;
import mana.studio.plan.ConstraintChange;
import mana.studio.plan.IndexChange;
import mana.studio.plan.Plan;
import mana.studio.plan.Planner;
import mana.studio.plan.Statement;
import mana.studio.plan.TableChange;
import mana.studio.plan.TypeChange.AddEnumValue;
import mana.studio.plan.WayBack;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Extension;
import mana.studio.schema.Index;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// Turns the way from one database to another into migrations that drizzle's migrator can run.
///
/// It runs all that is pending in one transaction. So what has to be committed before something else can use it (a new
/// value of an enum) becomes a migration of its own, to be deployed first; what gains only by a commit (NOT VALID, then
/// VALIDATE) does so where a person wants it; and what cannot run in a transaction at all (CONCURRENTLY) is run by hand
/// before, in a script beside the migration, which then finds it done.
public final class Composer {
    private final Wish wish;
    private final Database goal;
    private final List<Statement> statements;
    private final List<String> remarks = new ArrayList<>();
    private final List<Statement> first = new ArrayList<>();
    private final List<String> main = new ArrayList<>();
    private final List<String> later = new ArrayList<>();
    /// What takes the strongest lock, if briefly: behind everything that reads old rows.
    private final List<String> closing = new ArrayList<>();
    private final List<String> byHand = new ArrayList<>();

    private Composer(Wish wish, Plan plan) {
        this.wish = wish;
        this.goal = Planner.goal(wish.base(), wish.target(), wish.planned());
        this.statements = plan.statements();
        plan.untouched().forEach(other -> remarks.add("Left alone, for it has no definition here: " + other + "."));
    }

    /// The migrations; none where nothing of the service differs.
    public static Composition compose(Wish wish) {
        Plan plan = Planner.plan(wish.base(), wish.target(), wish.planned());
        return new Composer(wish, plan).compose();
    }

    private Composition compose() {
        extensions();
        statements.forEach(this::take);
        later.addAll(closing);
        List<Part> parts = new ArrayList<>();
        if (!first.isEmpty()) {
            parts.add(values(!main.isEmpty() || !later.isEmpty()));
        }
        if (!main.isEmpty()) {
            parts.add(new Part(wish.name(), main, null, goal));
        }
        if (!later.isEmpty()) {
            parts.add(new Part(
                    wish.name() + "_validate",
                    later,
                    "Deploy this in a later run than the one before it: in the same run the lock would be held to the"
                            + " end of both.",
                    goal));
        }
        OwnPlaces own = new OwnPlaces(wish.options().own());
        List<Part> whole = own.in(parts);
        remarks.addAll(own.remarks());
        WayBack back = wish.options().down()
                ? Planner.wayBack(wish.base(), wish.target(), wish.planned())
                : new WayBack(new Plan(List.of(), List.of(), List.of()), List.of());
        return new Composition(
                wish,
                goal,
                whole,
                byHand.isEmpty() ? null : script(),
                back.plan().statements().stream().map(Composer::down).toList(),
                lost(back),
                back.plan().statements().stream()
                        .map(Statement::loss)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                remarks);
    }

    private List<String> lost(WayBack back) {
        return Stream.concat(
                        back.lost().stream(),
                        wish.options().own().stream()
                                .flatMap(own -> own.statements().stream())
                                .map(statement -> "what this changed: " + statement))
                .toList();
    }

    /// They belong to no schema, so that no plan of a service's schemas has them, and Drizzle has no words for them.
    private void extensions() {
        for (Extension extension : wish.target().extensions()) {
            boolean there =
                    wish.base().extensions().stream().anyMatch(old -> old.name().equals(extension.name()));
            if (!there) {
                main.add("CREATE EXTENSION IF NOT EXISTS " + Quotes.of(extension.name()) + " WITH SCHEMA "
                        + Quotes.of(extension.schema()) + ";");
            }
        }
    }

    private static String down(Statement statement) {
        return (statement.inTransaction() ? "" : "-- By itself, committed before what follows:\n")
                + Phrasing.of(statement).stripTrailing();
    }

    private void take(Statement statement) {
        Change change = statement.change();
        if (!statement.inTransaction() && change instanceof AddEnumValue) {
            first.add(statement);
        } else if (!statement.inTransaction()) {
            remarks.add("Must run, and be committed, by itself: " + statement.sql());
            main.add(Phrasing.of(statement));
        } else if (change instanceof IndexChange.CreateIndex create
                && wish.options().indexesByHand()) {
            index(create, statement);
        } else if (change instanceof ConstraintChange.AddConstraint add
                && wish.options().validateLater()
                && stands(add.table())) {
            constraint(add, statement);
        } else if (change instanceof ColumnChange.AddColumn add
                && wish.options().fillFirst()
                && stands(add.relation())
                && Required.needsValues(add.column())) {
            main.add(Required.empty(add));
            required(new ColumnChange.SetNotNull(add.relation(), add.column()));
        } else if (change instanceof ColumnChange.AddColumn add
                && stands(add.relation())
                && Required.needsValues(add.column())) {
            remarks.add("The new column " + add.column().name() + " of "
                    + add.relation().name() + " must have a value and has no default: where the table has rows, the"
                    + " server refuses it (23502). Leave room to fill it, or give it a default.");
            main.add(Phrasing.of(statement));
        } else if (change instanceof ColumnChange.SetNotNull set
                && wish.options().validateLater()
                && stands(set.relation())) {
            required(set);
        } else {
            main.add(Phrasing.of(statement));
        }
    }

    /// Of the types under the names they have before everything else.
    private Part values(boolean more) {
        List<String> texts = new ArrayList<>();
        Database reached = wish.base();
        for (Statement statement : first) {
            AddEnumValue add = (AddEnumValue) Objects.requireNonNull(statement.change());
            EnumType type = before(add.type());
            texts.add(Phrasing.addValue(add, type.name()));
            reached = EnumValues.with(reached, type.name(), add.label(), add.before());
        }
        if (!more) {
            return new Part(wish.name(), texts, null, goal);
        }
        remarks.add(
                "New values of an enum can be used only when the transaction that added them has ended (55P04). They"
                        + " are a migration of their own: deploy it in an earlier run than the rest.");
        return new Part(
                wish.name() + "_values",
                texts,
                "Deploy this in an earlier run than the next: a new value can be used only after the commit (55P04).",
                reached);
    }

    private EnumType before(EnumType type) {
        return wish.base()
                .objects()
                .filter(EnumType.class::isInstance)
                .map(EnumType.class::cast)
                .filter(old -> old.id().same(type.id()))
                .findFirst()
                .or(() -> wish.base()
                        .schema(type.name().schema())
                        .flatMap(schema -> schema.enums().stream()
                                .filter(old -> old.name().equals(type.name()))
                                .findFirst()))
                .orElse(type);
    }

    /// Whether it is a table that others may be using.
    private boolean stands(Table table) {
        return table.partitionKey() == null
                && statements.stream()
                        .noneMatch(statement -> statement.change() instanceof TableChange.CreateTable create
                                && create.table().name().equals(table.name()));
    }

    private void constraint(ConstraintChange.AddConstraint add, Statement statement) {
        Optional<Constraint> loose = switch (add.constraint()) {
            case Constraint.ForeignKey key
            when key.validated() && key.enforced() -> Optional.of(key.withValidated(false));
            case Constraint.Check check
            when check.validated() && check.enforced() -> Optional.of(check.withValidated(false));
            default -> Optional.empty();
        };
        if (loose.isEmpty()) {
            main.add(Phrasing.of(statement));
            return;
        }
        main.add(Phrasing.of(new Statement(
                statement.sql() + " NOT VALID",
                new ConstraintChange.AddConstraint(add.table(), loose.get()),
                null,
                List.of(),
                true)));
        ConstraintChange validate = new ConstraintChange.ValidateConstraint(add.table(), add.constraint());
        later.add(Phrasing.of(new Statement(
                "ALTER TABLE " + Quotes.of(add.table().name()) + " VALIDATE CONSTRAINT "
                        + Quotes.of(add.constraint().name()),
                validate,
                null,
                List.of(),
                true)));
    }

    private void required(ColumnChange.SetNotNull set) {
        Required required = new Required(set);
        if (!wish.options().validateLater() || wish.base().version() < 120_000 || isNeededAtOnce(set)) {
            main.add(required.notNull());
            return;
        }
        main.add(required.watch());
        later.add(required.validate());
        closing.add(required.notNull());
        closing.add(required.dropProof());
    }

    /// A primary key and an identity column have to be NOT NULL.
    private static boolean isNeededAtOnce(ColumnChange.SetNotNull set) {
        Column column = set.column();
        return column.identity() != null
                || set.relation().constraints().stream()
                        .anyMatch(constraint -> constraint instanceof Constraint.PrimaryKey key
                                && key.columns().contains(column.name()));
    }

    private void index(IndexChange.CreateIndex create, Statement statement) {
        @Nullable String obstacle = obstacle(create);
        if (obstacle != null) {
            main.add(Phrasing.of(statement));
            remarks.add("The index " + create.index().name() + " stays in the migration: " + obstacle);
            return;
        }
        byHand.add(Phrasing.index(create.index(), create.relation().name(), "CONCURRENTLY IF NOT EXISTS ") + ";");
        main.add(Phrasing.index(create.index(), create.relation().name(), "IF NOT EXISTS ") + ";");
    }

    /// Why an index cannot be built before the migration runs; null where it can.
    private @Nullable String obstacle(IndexChange.CreateIndex create) {
        Relation relation = create.relation();
        if (!(relation instanceof Table table) || !stands(table) || table.foreign() != null) {
            return "nobody uses " + relation.name() + " yet.";
        }
        Table old = wish.base().table(table.name()).orElse(null);
        if (old == null) {
            return relation.name() + " takes its name only in the migration.";
        }
        boolean changes = statements.stream()
                .anyMatch(other -> other.change() instanceof ColumnChange column
                        && column.relation().name().equals(table.name()));
        Index index = create.index();
        boolean known = index.keys().stream()
                .allMatch(
                        key -> key.column() != null && old.column(key.column()).isPresent());
        boolean whole = index.predicate() == null
                && index.include().stream().allMatch(name -> old.column(name).isPresent());
        boolean taken = old.indexes().stream().anyMatch(other -> other.name().equals(index.name()));
        if (taken) {
            return "the one it takes the place of has its name.";
        }
        return changes && !(known && whole) ? "it may need a column that only the migration adds." : null;
    }

    private String script() {
        return """
            -- Run this before the migration, outside a transaction (psql does): CONCURRENTLY builds an index while
            -- others go on writing, and cannot run in the one transaction of drizzle's migrator (25001). The
            -- migration has the same index with IF NOT EXISTS: it finds it done here, and makes it elsewhere.
            -- A build that fails leaves an invalid index under the name, which IF NOT EXISTS would take for done.
            -- Look before you deploy, and drop what this names with DROP INDEX CONCURRENTLY:
            --   SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid;

            """ + String.join("\n", byHand) + "\n";
    }
}
