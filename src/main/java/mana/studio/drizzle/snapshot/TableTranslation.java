package mana.studio.drizzle.snapshot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleColumn.DefaultValue;
import mana.studio.drizzle.model.DrizzleIndex;
import mana.studio.drizzle.model.DrizzlePolicy;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleTable.Action;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.Index;
import mana.studio.schema.Policy;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.sql.Expression;
import org.jspecify.annotations.Nullable;

/// A table in Drizzle's words. Whatever the server sees as it was before keeps the words it had, for drizzle-kit
/// compares words; the rest is spelled as one would write it.
final class TableTranslation {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern CALL = Pattern.compile("[\\w.\"$]+\\(.*\\)", Pattern.DOTALL);

    private final Database database;
    private final Table now;
    private final @Nullable Table before;
    private final @Nullable DrizzleTable previous;
    private final Serials serials;

    /// @param previous what the snapshot says of it; null for a new one
    /// @param before   what it was when the snapshot was right; null where that is not known
    TableTranslation(
            Database database, Table now, @Nullable DrizzleTable previous, @Nullable Table before, Serials serials) {
        this.database = database;
        this.now = now;
        this.previous = previous;
        this.before = before;
        this.serials = serials;
    }

    DrizzleTable translated() {
        return new DrizzleTable(
                now.name(),
                columns(),
                Pairs.ordered(old(DrizzleTable::indexes), DrizzleIndex::name, now.indexes(), Index::name).stream()
                        .map(this::index)
                        .toList(),
                constraints(DrizzleTable::foreignKeys, DrizzleTable.ForeignKey::name, Constraint.ForeignKey.class)
                        .map(this::foreignKey)
                        .toList(),
                primaryKeys(),
                uniques(),
                constraints(DrizzleTable::checks, DrizzleTable.Check::name, Constraint.Check.class)
                        .map(this::check)
                        .toList(),
                Pairs.ordered(old(DrizzleTable::policies), DrizzlePolicy::name, now.policies(), Policy::name).stream()
                        .map(policy -> policy(
                                policy,
                                Pairs.find(old(DrizzleTable::policies), DrizzlePolicy::name, policy.name()),
                                before == null
                                        ? Optional.empty()
                                        : Pairs.find(before.policies(), Policy::name, policy.name())))
                        .toList(),
                rowSecurity());
    }

    private <T> List<T> old(Function<DrizzleTable, List<T>> part) {
        return previous == null ? List.of() : part.apply(previous);
    }

    /// Explicit only where it is on without a policy, or was so before.
    private boolean rowSecurity() {
        return now.rowSecurity().enabled()
                && (now.policies().isEmpty() || (previous != null && previous.rowSecurity()));
    }

    private List<DrizzleColumn> columns() {
        return Pairs.ordered(old(DrizzleTable::columns), DrizzleColumn::name, now.columns(), Column::name).stream()
                .map(this::column)
                .toList();
    }

    private DrizzleColumn column(Column column) {
        DrizzleColumn old = Pairs.find(old(DrizzleTable::columns), DrizzleColumn::name, column.name())
                .orElse(null);
        Column was = old == null || before == null
                ? null
                : before.column(column.name()).orElse(null);
        boolean serial = serials.is(now.name(), column);
        boolean keepsType = was != null
                && was.type().sql().equals(column.type().sql())
                && serials.isBefore(now.name(), was) == serial;
        SpelledType type = old != null && keepsType
                ? new SpelledType(old.type(), old.typeSchema())
                : serial ? serials.spelled(column) : SpelledType.of(column.type(), database);
        return new DrizzleColumn(
                old == null ? column.name() : old.name(),
                type.text(),
                type.schema(),
                isKey(column.name()),
                notNull(column, old, was),
                serial ? null : defaultValue(column, old, was),
                generated(column, old, was),
                identity(column, old, was));
    }

    /// Columns of a composite key are never null, whether the code says so or not.
    private boolean notNull(Column column, @Nullable DrizzleColumn old, @Nullable Column was) {
        boolean unsaid = old != null && !old.notNull() && was != null && was.isNotNull();
        return column.isNotNull() && !(unsaid && isInCompositeKey(column.name()));
    }

    private boolean isInCompositeKey(String column) {
        return now.primaryKey()
                .filter(key -> key.columns().contains(column) && !isKey(column))
                .isPresent();
    }

    private static @Nullable DefaultValue defaultValue(
            Column column, @Nullable DrizzleColumn old, @Nullable Column was) {
        String expression = column.defaultExpression();
        if (expression == null) {
            // `DEFAULT NULL` is no default to the server.
            DefaultValue kept = old == null ? null : old.defaultValue();
            boolean wasNone = was != null && was.defaultExpression() == null;
            return wasNone && kept instanceof DefaultValue.Sql(String text) && isNull(text) ? kept : null;
        }
        return old != null
                        && was != null
                        && old.defaultValue() != null
                        && expression.equals(was.defaultExpression())
                        && was.type().equals(column.type())
                ? old.defaultValue()
                : SpelledDefault.of(expression, column.type());
    }

    private static boolean isNull(String expression) {
        return expression.strip().toUpperCase(Locale.ROOT).matches("NULL(::.*)?");
    }

    private static @Nullable String generated(Column column, @Nullable DrizzleColumn old, @Nullable Column was) {
        if (column.generated() == null) {
            return null;
        }
        String kept = old == null ? null : old.generatedAs();
        return was != null && kept != null && column.generated().equals(was.generated())
                ? kept
                : bare(column.generated().expression());
    }

    private static DrizzleColumn.@Nullable Identity identity(
            Column column, @Nullable DrizzleColumn old, @Nullable Column was) {
        Column.IdentityColumn identity = column.identity();
        if (identity == null) {
            return null;
        }
        DrizzleColumn.Identity kept = old == null ? null : old.identity();
        return was != null && kept != null && identity.equals(was.identity())
                ? kept
                : new DrizzleColumn.Identity(
                        identity.always(),
                        identity.sequence().name(),
                        identity.sequence().schema(),
                        Serials.counter(identity.options()));
    }

    /// Whether the key is written at the column: a key of one column that has the name PostgreSQL gives it, unless the
    /// code says otherwise.
    private boolean isKey(String column) {
        Optional<Constraint.PrimaryKey> key = now.primaryKey();
        if (key.isEmpty() || !key.get().columns().equals(List.of(column))) {
            return false;
        }
        return keepsKey(key.get())
                ? Objects.requireNonNull(previous).primaryKeys().isEmpty()
                : key.get().name().equals(Pairs.cut(now.name().name() + "_pkey"));
    }

    private boolean keepsKey(Constraint.PrimaryKey key) {
        return previous != null
                && before != null
                && before.primaryKey()
                        .filter(old ->
                                old.name().equals(key.name()) && old.columns().equals(key.columns()))
                        .isPresent();
    }

    private List<DrizzleTable.PrimaryKey> primaryKeys() {
        Optional<Constraint.PrimaryKey> key = now.primaryKey();
        if (key.isEmpty() || isKey(key.get().columns().getFirst())) {
            return List.of();
        }
        List<DrizzleTable.PrimaryKey> old = old(DrizzleTable::primaryKeys);
        return keepsKey(key.get()) && !old.isEmpty()
                ? old
                : List.of(
                        new DrizzleTable.PrimaryKey(key.get().name(), key.get().columns()));
    }

    private <P, C extends Constraint> Stream<C> constraints(
            Function<DrizzleTable, List<P>> part, Function<P, @Nullable String> name, Class<C> kind) {
        List<C> constraints = now.constraints().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
        return Pairs.ordered(old(part), name, constraints, Constraint::name).stream();
    }

    private <C extends Constraint> Optional<C> was(C constraint, Class<C> kind) {
        return before == null
                ? Optional.empty()
                : before.constraints().stream()
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .filter(old -> old.name().equals(constraint.name()))
                        .findFirst();
    }

    private DrizzleTable.ForeignKey foreignKey(Constraint.ForeignKey key) {
        String name = Pairs.find(old(DrizzleTable::foreignKeys), DrizzleTable.ForeignKey::name, key.name())
                .map(DrizzleTable.ForeignKey::name)
                .orElse(key.name());
        return new DrizzleTable.ForeignKey(
                name,
                key.columns(),
                key.referencedTable(),
                key.referencedColumns(),
                Action.valueOf(key.onDelete().name()),
                Action.valueOf(key.onUpdate().name()));
    }

    /// The server makes no unique constraint of the primary key's columns beside the key; the code may still declare
    /// one.
    private List<DrizzleTable.Unique> uniques() {
        List<DrizzleTable.Unique> uniques = new ArrayList<>();
        List<String> key = now.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
        old(DrizzleTable::uniques).stream()
                .filter(unique ->
                        before != null && unique.columns().equals(key) && !has(now, unique) && !has(before, unique))
                .forEach(uniques::add);
        constraints(DrizzleTable::uniques, DrizzleTable.Unique::name, Constraint.Unique.class)
                .map(this::unique)
                .forEach(uniques::add);
        return inOrder(uniques);
    }

    private static boolean has(Table table, DrizzleTable.Unique unique) {
        return table.constraints().stream()
                .anyMatch(constraint -> constraint.name().equals(Pairs.cut(unique.name())));
    }

    private List<DrizzleTable.Unique> inOrder(List<DrizzleTable.Unique> uniques) {
        return Pairs.ordered(
                old(DrizzleTable::uniques), DrizzleTable.Unique::name, uniques, unique -> Pairs.cut(unique.name()));
    }

    private DrizzleTable.Unique unique(Constraint.Unique key) {
        String name = Pairs.find(old(DrizzleTable::uniques), DrizzleTable.Unique::name, key.name())
                .map(DrizzleTable.Unique::name)
                .orElse(key.name());
        return new DrizzleTable.Unique(name, key.nullsNotDistinct(), key.columns());
    }

    private DrizzleTable.Check check(Constraint.Check check) {
        Optional<DrizzleTable.Check> old =
                Pairs.find(old(DrizzleTable::checks), DrizzleTable.Check::name, check.name());
        boolean same = was(check, Constraint.Check.class)
                .filter(before -> before.expression().equals(check.expression()))
                .isPresent();
        return old.filter(_ -> same)
                .orElseGet(() -> new DrizzleTable.Check(
                        old.map(DrizzleTable.Check::name).orElse(check.name()), bare(check.expression())));
    }

    private DrizzleIndex index(Index index) {
        DrizzleIndex old = Pairs.find(old(DrizzleTable::indexes), DrizzleIndex::name, index.name())
                .orElse(null);
        Index was = old == null || before == null
                ? null
                : Pairs.find(before.indexes(), Index::name, index.name()).orElse(null);
        boolean samePredicate = was != null && Objects.equals(was.predicate(), index.predicate());
        boolean sameOptions = was != null && was.options().equals(index.options());
        String predicate = index.predicate();
        return new DrizzleIndex(
                old == null ? index.name() : old.name(),
                parts(index, old, was),
                index.unique(),
                old != null && old.concurrently(),
                index.method(),
                old != null && sameOptions ? old.with() : options(index.options()),
                old != null && samePredicate ? old.where() : predicate == null ? null : bare(predicate));
    }

    private static List<DrizzleIndex.Part> parts(Index index, @Nullable DrizzleIndex old, @Nullable Index was) {
        if (old != null && was != null && was.keys().equals(index.keys())) {
            return old.parts();
        }
        List<DrizzleIndex.Part> parts = new ArrayList<>();
        for (Index.Key key : index.keys()) {
            int place = was == null ? -1 : was.keys().indexOf(key);
            parts.add(
                    old != null && place >= 0 && place < old.parts().size()
                            ? old.parts().get(place)
                            : part(key));
        }
        return parts;
    }

    private static DrizzleIndex.Part part(Index.Key key) {
        String column = key.column();
        String operatorClass = operatorClass(key.operatorClass());
        // Behind the operator class of a column drizzle-kit forgets the order: then all of it is written as SQL.
        boolean forgotten = operatorClass != null && (key.descending() || key.nullsFirst());
        if (column != null && !forgotten) {
            return new DrizzleIndex.Part(column, false, !key.descending(), key.nullsFirst(), operatorClass);
        }
        // Behind an expression the code has to write everything itself.
        String text = column == null ? called(Objects.requireNonNull(key.expression())) : Names.quote(column);
        String order = !key.descending()
                ? key.nullsFirst() ? " NULLS FIRST" : ""
                : key.nullsFirst() ? " DESC" : " DESC NULLS LAST";
        return new DrizzleIndex.Part(
                text + (operatorClass == null ? "" : " " + operatorClass) + order, true, true, false, null);
    }

    private static String called(String expression) {
        return CALL.matcher(expression).matches() ? expression : Expression.inParentheses(expression);
    }

    private static @Nullable String operatorClass(@Nullable QualifiedName name) {
        if (name == null) {
            return null;
        }
        return name.schema().equals("pg_catalog") || name.schema().equals(Names.PUBLIC)
                ? name.name()
                : name.schema() + "." + name.name();
    }

    static Map<String, Object> options(List<String> options) {
        Map<String, Object> typed = new LinkedHashMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            typed.put(option.substring(0, equals), value(option.substring(equals + 1)));
        }
        return typed;
    }

    private static Object value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
    }

    static DrizzlePolicy policy(Policy policy, Optional<DrizzlePolicy> old, Optional<Policy> was) {
        boolean sameRoles =
                was.filter(before -> before.roles().equals(policy.roles())).isPresent();
        boolean sameUsing = was.filter(before -> Objects.equals(before.using(), policy.using()))
                .isPresent();
        boolean sameCheck = was.filter(before -> Objects.equals(before.check(), policy.check()))
                .isPresent();
        return new DrizzlePolicy(
                old.map(DrizzlePolicy::name).orElse(policy.name()),
                policy.permissive(),
                policy.command().name(),
                old.isPresent() && sameRoles
                        ? old.get().roles()
                        : policy.roles().stream()
                                .map(role -> role.equals("PUBLIC") ? "public" : role)
                                .sorted()
                                .toList(),
                old.isPresent() && sameUsing ? old.get().using() : bareOrNull(policy.using()),
                old.isPresent() && sameCheck ? old.get().withCheck() : bareOrNull(policy.check()));
    }

    private static @Nullable String bareOrNull(@Nullable String expression) {
        return expression == null ? null : bare(expression);
    }

    /// Without the one pair of parentheses around it.
    private static String bare(String expression) {
        return Expression.inParentheses(expression).equals(expression)
                ? expression.substring(1, expression.length() - 1)
                : expression;
    }
}
