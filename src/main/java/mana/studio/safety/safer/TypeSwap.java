package mana.studio.safety.safer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mana.studio.ddl.Pieces;
import mana.studio.plan.Change;
import mana.studio.plan.ColumnChange.SetType;
import mana.studio.plan.ConstraintChange.DropConstraint;
import mana.studio.plan.Conversion;
import mana.studio.plan.IndexChange.DropIndex;
import mana.studio.plan.Planner;
import mana.studio.plan.Rename;
import mana.studio.schema.Column;
import mana.studio.schema.Column.IdentityColumn;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Index;
import mana.studio.schema.Part;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;

/// A type change that would rewrite the table: a column of the new type comes beside the old, a trigger writes both,
/// the rows are copied, the indexes are built again, and then the two change their names in one short transaction. The
/// old column goes a phase later.
final class TypeSwap {
    private final Site site;
    private final Recipe recipe;
    private final Steps steps;
    private final Set<Change> changes;
    /// Swaps of the same transaction that come before: what is about their columns too has stepped aside by then.
    private final List<SetType> earlier;
    /// Those that come after: what is about their columns too comes back with them.
    private final List<SetType> later;
    private final SetType change;
    private final QualifiedName table;
    private final Table before;
    /// The table as it is to be, but that the columns have the helpers' names.
    private final Table beside;
    private final Table after;
    private final String name;
    private final String fresh;
    private final String retired;

    private TypeSwap(
            Recipe recipe, Site site, Set<Change> changes, List<SetType> together, SetType change) {
        this.site = site;
        this.recipe = recipe;
        this.steps = site.steps();
        this.changes = changes;
        this.change = change;
        this.table = change.relation().name();
        this.name = change.column().name();
        this.fresh = Helper.NEW.name(table, name);
        this.retired = Helper.OLD.name(table, name);
        this.before = site.before().table(table).orElseThrow();
        this.after = site.after().table(table).orElseThrow();
        int at = together.indexOf(change);
        this.earlier = together.subList(0, at);
        this.later = together.subList(at + 1, together.size());
        List<Rename> renames = together.stream()
                .filter(one -> one.relation().name().equals(table))
                .map(one -> new Rename(
                        Rename.Kind.COLUMN,
                        List.of(table.schema(), table.name(), one.column().name()),
                        List.of(Helper.NEW.name(table, one.column().name()))))
                .toList();
        this.beside = Planner.renamed(site.after(), renames).table(table).orElseThrow();
    }

    /// @param changes  all those of the phase: what one of them drops is not carried over
    /// @param together all swaps of the transaction, in order, this one among them
    static void replace(Recipe recipe, Site site, Set<Change> changes, List<SetType> together, SetType change) {
        new TypeSwap(recipe, site, changes, together, change).write();
    }

    private void write() {
        recipe.purpose("Column " + table + "." + name + " changes its type: the new column takes its place");
        prepareColumn();
        prepareNotNull();
        List<Index> gone = before.indexes().stream().filter(index -> isCarried(index, earlier)).toList();
        List<Constraint> keysGone = before.constraints().stream().filter(key -> isKey(key, earlier)).toList();
        List<Constraint> checks = before.constraints().stream().filter(this::isCheck).toList();
        List<Reference> references = references();
        List<Index> come = before.indexes().stream().filter(index -> isCarried(index, later)).toList();
        List<Constraint> keysCome = before.constraints().stream().filter(key -> isKey(key, later)).toList();
        come.forEach(index -> beside(index.name()).ifPresent(found -> recipe.prepare(
                steps.index(found.withName(Helper.IDX.name(table, index.name())), table))));
        keysCome.forEach(key -> find(beside, key.name()).ifPresent(found -> recipe.prepare(
                steps.index(KeyRule.index(found, Helper.IDX.name(table, key.name())), table))));

        recipe.run("DROP TRIGGER " + Identifier.quote(sync()) + " ON " + Pieces.name(table));
        recipe.run("DROP FUNCTION " + Pieces.name(function()) + "()");
        references.forEach(reference -> drop(reference.table(), reference.key()));
        keysGone.forEach(key -> drop(table, key));
        checks.forEach(check -> drop(table, check));
        gone.forEach(index -> renameIndex(index.name(), Helper.OLD.name(table, index.name())));
        renameColumns();
        keysCome.forEach(this::addKey);
        come.forEach(index -> beside(index.name()).ifPresent(
                _ -> renameIndex(Helper.IDX.name(table, index.name()), index.name())));
        checks.forEach(check -> find(after, check.name()).ifPresent(found -> add(table, found)));
        references.forEach(reference -> site.after().table(reference.table())
                .flatMap(owner -> find(owner, reference.key().name()))
                .ifPresent(found -> add(reference.table(), found)));
        words(come, keysCome, checks);
        gone.forEach(index -> recipe.complete(steps.dropIndex(
                new QualifiedName(table.schema(), Helper.OLD.name(table, index.name())))));
        dropLater();
    }

    private void dropLater() {
        Conversion.Effect effect = change.conversion().effect();
        boolean keeps = effect == Conversion.Effect.KEEPS || effect == Conversion.Effect.REFUSES;
        recipe.later(steps.transaction(
                "Drop the column that had the old type",
                List.of(Steps.alter(table) + "DROP COLUMN " + Identifier.quote(retired)),
                List.of(),
                keeps ? List.of() : List.of("the values of " + table + "." + name + " in their old type")));
    }

    private String sync() {
        return Helper.SYNC.name("zz_" + table.name(), name);
    }

    private QualifiedName function() {
        return new QualifiedName(table.schema(), sync());
    }

    private void prepareColumn() {
        String old = Identifier.quote(name);
        String helper = Identifier.quote(fresh);
        String using = change.conversion().using();
        String assign = using == null
                ? "NEW." + helper + " := NEW." + old
                : "SELECT " + using + " INTO NEW." + helper + " FROM (SELECT NEW.*) AS written";
        Column bare = Reshaped.bare(change.column(), fresh);
        List<String> sql = new ArrayList<>();
        sql.add(Steps.alter(table) + "ADD COLUMN " + Pieces.column(bare, table, false));
        sql.addAll(Pieces.columnSettings(
                beside.column(fresh).orElse(bare), Steps.alter(table).strip()));
        sql.add("CREATE FUNCTION " + Pieces.name(function()) + "() RETURNS trigger LANGUAGE plpgsql AS $sync$\n"
                + "BEGIN\n    " + assign + ";\n    RETURN NEW;\nEND\n$sync$");
        sql.add("CREATE TRIGGER " + Identifier.quote(sync()) + " BEFORE INSERT OR UPDATE ON " + Pieces.name(table)
                + " FOR EACH ROW EXECUTE FUNCTION " + Pieces.name(function()) + "()");
        recipe.prepare(steps.transaction(
                "A column of the new type stands beside " + table + "." + name + ", and is written with it", sql));
        Step.Batches batches = steps.batches(
                "Convert the values of " + table + "." + name,
                before,
                helper + " = " + (using == null ? old : using),
                helper + " IS NULL AND " + (using == null ? old : "(" + using + ")") + " IS NOT NULL");
        recipe.prepare(batches);
        recipe.prepare(steps.nothingLeft(batches));
    }

    private boolean isNotNull() {
        return before.column(name).orElseThrow().isNotNull();
    }

    private void prepareNotNull() {
        if (isNotNull()) {
            String helper = Helper.NN.name(table, name);
            NotNullRule.prove(recipe, site, table, fresh, helper);
            if (site.major() >= 18) {
                recipe.prepare(steps.transaction(
                        "Not a NULL is in the new column",
                        Steps.alter(table) + "VALIDATE CONSTRAINT " + Identifier.quote(helper)));
            } else {
                recipe.prepare(steps.transaction(
                        "Not a NULL is in the new column", Steps.column(table, fresh) + "SET NOT NULL"));
                recipe.prepare(steps.transaction(
                        "The proof is not needed any more",
                        Steps.alter(table) + "DROP CONSTRAINT " + Identifier.quote(helper)));
            }
        }
    }

    private boolean isCarried(Index index, List<SetType> others) {
        return isMine(others, column -> Swappable.names(index, column) || hidden(Part.Kind.INDEX, index.name(), column))
                && changes.stream().noneMatch(one -> one instanceof DropIndex drop && drop.name().equals(index.name()));
    }

    private boolean isKey(Constraint constraint, List<SetType> others) {
        boolean key = constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
        boolean about = isMine(others, column -> constraint.columns().contains(column)
                || (constraint instanceof Constraint.PrimaryKey one && one.backing().include().contains(column))
                || (constraint instanceof Constraint.Unique other && other.backing().include().contains(column)));
        return key && about && !isDropped(table, constraint);
    }

    private boolean isCheck(Constraint constraint) {
        return constraint instanceof Constraint.Check
                && isMine(earlier, column -> hidden(Part.Kind.CONSTRAINT, constraint.name(), column))
                && !isDropped(table, constraint);
    }

    /// Whether something is about this column, and about none of the others.
    private boolean isMine(List<SetType> others, Predicate<String> about) {
        return about.test(name)
                && others.stream()
                        .noneMatch(one -> one.relation().name().equals(table) && about.test(one.column().name()));
    }

    private boolean hidden(Part.Kind kind, String part, String column) {
        return site.before().dependencies().stream()
                .anyMatch(one -> one.dependent().equals(Part.of(table, kind, part))
                        && one.on().equals(Part.column(table, column)));
    }

    private boolean isDropped(QualifiedName owner, Constraint constraint) {
        return changes.stream().anyMatch(one -> one instanceof DropConstraint drop
                && drop.table().name().equals(owner)
                && drop.constraint().name().equals(constraint.name()));
    }

    private record Reference(QualifiedName table, ForeignKey key) {}

    /// Foreign keys from the column and to it.
    private List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        site.before().tables().forEach(owner -> owner.foreignKeys().stream()
                .filter(key -> isAbout(owner, key, table, name)
                        && earlier.stream().noneMatch(one ->
                                isAbout(owner, key, one.relation().name(), one.column().name())))
                .filter(key -> key.local() && !isDropped(owner.name(), key))
                .forEach(key -> references.add(new Reference(owner.name(), key))));
        return references;
    }

    private static boolean isAbout(Table owner, ForeignKey key, QualifiedName table, String column) {
        return (owner.name().equals(table) && key.columns().contains(column))
                || (key.referencedTable().equals(table) && key.referencedColumns().contains(column));
    }

    private Optional<Index> beside(String index) {
        return beside.indexes().stream().filter(each -> each.name().equals(index)).findFirst();
    }

    private static Optional<Constraint> find(Table owner, String constraint) {
        return owner.constraints().stream()
                .filter(each -> each.name().equals(constraint))
                .findFirst();
    }

    private void drop(QualifiedName owner, Constraint constraint) {
        recipe.run(Steps.alter(owner) + "DROP CONSTRAINT " + Identifier.quote(constraint.name()));
    }

    private void add(QualifiedName owner, Constraint constraint) {
        recipe.runLast(Steps.alter(owner) + "ADD " + Pieces.constraint(Reshaped.unproven(constraint)));
        if (Reshaped.isProven(constraint)) {
            recipe.complete(steps.transaction(
                    "The rows of " + owner + " agree with " + constraint.name(),
                    Steps.alter(owner) + "VALIDATE CONSTRAINT " + Identifier.quote(constraint.name())));
        }
    }

    private void addKey(Constraint key) {
        find(after, key.name()).ifPresent(found ->
                recipe.run(KeyRule.usingIndex(table, found, Helper.IDX.name(table, key.name()))));
    }

    private void renameIndex(String from, String to) {
        recipe.run("ALTER INDEX " + Identifier.quote(table.schema(), from) + " RENAME TO " + Identifier.quote(to));
    }

    private void renameColumns() {
        Column old = before.column(name).orElseThrow();
        Column now = after.column(name).orElseThrow();
        String alter = Steps.alter(table);
        recipe.run(alter + "RENAME COLUMN " + Identifier.quote(name) + " TO " + Identifier.quote(retired));
        recipe.run(alter + "RENAME COLUMN " + Identifier.quote(fresh) + " TO " + Identifier.quote(name));
        IdentityColumn identity = now.identity();
        IdentityColumn counted = old.identity();
        if (identity != null && counted != null) {
            identity(now, identity, counted);
        }
        site.before().schemas().stream().flatMap(schema -> schema.sequences().stream())
                .filter(sequence -> sequence.ownedBy() != null
                        && sequence.ownedBy().table().equals(table)
                        && sequence.ownedBy().column().equals(name))
                .forEach(sequence -> recipe.run("ALTER SEQUENCE " + Pieces.name(sequence.name()) + " OWNED BY "
                        + Pieces.name(table) + "." + Identifier.quote(name)));
        if (old.defaultExpression() != null) {
            recipe.run(Steps.column(table, retired) + "DROP DEFAULT");
        }
        if (now.defaultExpression() != null) {
            recipe.run(Steps.column(table, name) + "SET DEFAULT " + now.defaultExpression());
        }
        if (isNotNull()) {
            recipe.run(Steps.column(table, retired) + "DROP NOT NULL");
            if (site.major() >= 18) {
                recipe.run(alter + "RENAME CONSTRAINT " + Identifier.quote(Helper.NN.name(table, name)) + " TO "
                        + Identifier.quote(Pieces.notNullName(now.isNotNull() ? now : old, table)));
            }
        }
    }

    /// The new column counts on where the old one stopped.
    private void identity(Column now, IdentityColumn identity, IdentityColumn counted) {
        QualifiedName helper = new QualifiedName(table.schema(), Helper.SEQ.name(table, name));
        IdentityColumn other =
                new IdentityColumn(identity.always(), helper, identity.options(), identity.privileges());
        recipe.run(Steps.column(table, name) + "ADD " + Pieces.identity(other, now, table));
        recipe.run("SELECT setval(" + Pieces.literal(Pieces.name(helper)) + ", last_value, is_called) FROM "
                + Pieces.name(counted.sequence()));
        recipe.run(Steps.column(table, retired) + "DROP IDENTITY");
        recipe.run("ALTER SEQUENCE " + Pieces.name(helper) + " RENAME TO "
                + Identifier.quote(identity.sequence().name()));
    }

    /// Comments do not move by themselves.
    private void words(List<Index> indexes, List<Constraint> keys, List<Constraint> checks) {
        String column = Pieces.name(table) + "." + Identifier.quote(name);
        comment("COLUMN " + column, after.column(name).orElseThrow().comment());
        indexes.forEach(index -> beside(index.name()).ifPresent(found -> comment(
                "INDEX " + Identifier.quote(table.schema(), index.name()), found.comment())));
        for (Constraint constraint : Stream.concat(keys.stream(), checks.stream()).toList()) {
            find(after, constraint.name()).ifPresent(found -> comment(
                    "CONSTRAINT " + Identifier.quote(constraint.name()) + " ON " + Pieces.name(table),
                    found.comment()));
        }
    }

    private void comment(String address, @org.jspecify.annotations.Nullable String comment) {
        if (comment != null) {
            recipe.runLast("COMMENT ON " + address + " IS " + Pieces.literal(comment));
        }
    }
}
