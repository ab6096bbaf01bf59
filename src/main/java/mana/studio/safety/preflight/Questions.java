package mana.studio.safety.preflight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mana.studio.plan.Change;
import mana.studio.plan.ColumnChange;
import mana.studio.plan.ColumnChange.AddColumn;
import mana.studio.plan.ColumnChange.SetType;
import mana.studio.plan.ConstraintChange;
import mana.studio.plan.ExtensionChange;
import mana.studio.plan.IndexChange;
import mana.studio.plan.OtherChange;
import mana.studio.plan.PartitionChange;
import mana.studio.plan.PolicyChange;
import mana.studio.plan.PropertyChange;
import mana.studio.plan.RenameChange;
import mana.studio.plan.RoutineChange;
import mana.studio.plan.SchemaChange;
import mana.studio.plan.SequenceChange;
import mana.studio.plan.TableChange;
import mana.studio.plan.TriggerChange;
import mana.studio.plan.TypeChange;
import mana.studio.plan.ViewChange;
import mana.studio.safety.preflight.Question.Range;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;
import mana.studio.sql.SqlTokens;
import org.jspecify.annotations.Nullable;

/// What can be asked of the rows as they are now, before a change of them runs. The change is named as the design names
/// things, the question as the database does: what cannot be said in its names is not asked.
public final class Questions {
    private static final Pattern NUMBERS = Pattern.compile("\\((\\d+)(?:,\\s*(-?\\d+))?\\)");
    private static final Map<String, Range> WHOLE =
            Map.of("smallint", Range.Whole.SMALLINT, "integer", Range.Whole.INTEGER, "bigint", Range.Whole.BIGINT);

    private final Map<String, Table> tables = new HashMap<>();
    private final Map<QualifiedName, Table> designed = new HashMap<>();
    private final Database base;
    private final Database design;

    /// @param base   the database as it is
    /// @param design where the plan leads
    public Questions(Database base, Database design) {
        this.base = base;
        this.design = design;
        base.tables().forEach(table -> tables.put(table.id().key(), table));
        design.tables().forEach(table -> designed.put(table.name(), table));
    }

    /// What to ask before a change: how many rows it fails on, loses or changes. None where no row can be in its way.
    public List<Question> before(Change change) {
        return switch (change) {
            case TableChange.DropTable drop -> rows(drop.table());
            case ColumnChange column -> column(column);
            case ConstraintChange.AddConstraint add -> constraint(add.table(), add.constraint());
            case ConstraintChange.ValidateConstraint validate -> constraint(validate.table(), validate.constraint());
            case IndexChange.CreateIndex create
            when create.relation() instanceof Table table -> index(table, create.index());
            case SchemaChange _,
                    ExtensionChange _,
                    TableChange _,
                    PartitionChange _,
                    ConstraintChange _,
                    IndexChange _,
                    ViewChange _,
                    RoutineChange _,
                    TypeChange _,
                    SequenceChange _,
                    TriggerChange _,
                    PolicyChange _,
                    OtherChange _,
                    PropertyChange _,
                    RenameChange _ -> List.of();
        };
    }

    private List<Question> rows(Table table) {
        return old(table)
                .map(old -> List.<Question>of(new Question.Rows(old.name())))
                .orElse(List.of());
    }

    private List<Question> column(ColumnChange change) {
        return switch (change) {
            case AddColumn add -> isRefusedWithRows(add.column()) ? rows(add.relation()) : List.of();
            case ColumnChange.DropColumn drop
            when drop.column().generated() == null && !drop.computed() ->
                asked(drop, (table, column) -> List.of(new Question.Values(table.name(), column.name())));
            case SetType set -> asked(set, (table, column) -> type(set, table, column));
            case ColumnChange.SetNotNull _, ColumnChange.ValidateNotNull _ ->
                asked(
                        change,
                        (table, column) -> column.isNotNull() && change instanceof ColumnChange.SetNotNull
                                ? List.of()
                                : List.of(new Question.Nulls(table.name(), List.of(column.name()))));
            case ColumnChange.DropColumn _,
                    ColumnChange.SetDefault _,
                    ColumnChange.DropNotNull _,
                    ColumnChange.AddIdentity _,
                    ColumnChange.AlterIdentity _,
                    ColumnChange.DropIdentity _,
                    ColumnChange.SetExpression _,
                    ColumnChange.DropExpression _,
                    ColumnChange.SetStorage _,
                    ColumnChange.SetCompression _,
                    ColumnChange.SetStatistics _,
                    ColumnChange.SetColumnOptions _,
                    ColumnChange.SetForeignColumnOptions _ -> List.of();
        };
    }

    /// A row that is there would have no value for it.
    private static boolean isRefusedWithRows(Column column) {
        return column.isNotNull()
                && column.defaultExpression() == null
                && column.identity() == null
                && column.generated() == null;
    }

    /// Asks about a column of the base.
    private interface Asker {
        List<Question> ask(Table table, Column column);
    }

    private List<Question> asked(ColumnChange change, Asker asker) {
        return old(change.relation())
                .flatMap(table ->
                        column(table, change.column().id()).map(column -> sayable(() -> asker.ask(table, column))))
                .orElse(List.of());
    }

    private List<Question> type(SetType set, Table table, Column column) {
        String sql = set.column().type().sql();
        String base = NUMBERS.matcher(sql).replaceAll("");
        QualifiedName name = table.name();
        List<String> lost = lostLabels(set);
        if (!lost.isEmpty()) {
            return List.of(new Question.UsesLabels(name, column.name(), sql.endsWith("[]"), lost));
        }
        Integer first = number(sql, 1);
        boolean text = base.equals("character varying") || base.equals("character");
        if (text && first != null) {
            return List.of(new Question.TooLong(name, column.name(), first));
        }
        boolean fromNumber =
                column.type().family() == Family.INTEGER || column.type().family() == Family.DECIMAL;
        if (fromNumber && set.conversion().using() == null && (WHOLE.containsKey(base) || base.equals("numeric"))) {
            return number(name, column, base, first, Objects.requireNonNullElse(number(sql, 2), 0));
        }
        String using = set.conversion().using();
        boolean renamed = !column.name().equals(set.old().name());
        return switch (set.conversion().effect()) {
            case KEEPS -> List.of();
            case REFUSES ->
                using == null || renamed
                        ? List.of()
                        : List.of(new Question.Inconvertible(name, column.name(), using, inputOf(column, using, sql)));
            case CHANGES, LOSES ->
                renamed
                        ? List.of()
                        : List.of(new Question.Changed(
                                name,
                                column.name(),
                                Objects.requireNonNullElse(using, Identifier.quote(column.name()) + "::" + sql),
                                column.type().sql()));
        };
    }

    private static List<Question> number(
            QualifiedName table, Column column, String base, @Nullable Integer precision, int scale) {
        List<Question> questions = new ArrayList<>();
        Range whole = WHOLE.get(base);
        if (whole != null) {
            questions.add(new Question.OutOfRange(table, column.name(), whole));
        } else if (precision != null) {
            questions.add(new Question.OutOfRange(table, column.name(), new Range.Digits(precision, scale)));
        } else {
            return List.of();
        }
        if (column.type().family() == Family.DECIMAL) {
            questions.add(new Question.Rounded(table, column.name(), scale));
        }
        return questions;
    }

    private static @Nullable Integer number(String type, int group) {
        Matcher matcher = NUMBERS.matcher(type);
        return matcher.find() && matcher.group(group) != null ? Integer.valueOf(matcher.group(group)) : null;
    }

    /// The type itself, where the column's text becomes its input and nothing else.
    private static @Nullable String inputOf(Column column, String using, String type) {
        String name = Identifier.quote(column.name());
        return using.equals(name + "::" + type) || using.equals(name + "::text::" + type) ? type : null;
    }

    /// The values that an enum has and its successor has not.
    private List<String> lostLabels(SetType set) {
        QualifiedName before = set.old().type().named();
        QualifiedName after = set.column().type().named();
        if (before == null || after == null) {
            return List.of();
        }
        Optional<EnumType> old = labels(base, before).or(() -> labels(base, after));
        Optional<EnumType> now = labels(design, after);
        return old.isPresent() && now.isPresent()
                ? old.get().labels().stream()
                        .filter(label -> !now.get().labels().contains(label))
                        .toList()
                : List.of();
    }

    private static Optional<EnumType> labels(Database database, QualifiedName name) {
        return database.schema(name.schema())
                .flatMap(schema -> schema.enums().stream()
                        .filter(type -> type.name().equals(name))
                        .findFirst());
    }

    private List<Question> constraint(Table table, Constraint constraint) {
        Optional<Table> old = old(table);
        if (old.isEmpty() || !isChecked(constraint)) {
            return List.of();
        }
        QualifiedName name = old.get().name();
        return sayable(() -> switch (constraint) {
            case Constraint.PrimaryKey key
            when !key.withoutOverlaps() ->
                columns(table, old.get(), key.columns())
                        .map(columns -> primaryKey(old.get(), columns))
                        .orElse(List.of());
            case Constraint.Unique key
            when !key.withoutOverlaps() ->
                columns(table, old.get(), key.columns())
                        .map(columns ->
                                List.<Question>of(Question.Duplicates.ofColumns(name, columns, key.nullsNotDistinct())))
                        .orElse(List.of());
            case Constraint.ForeignKey key when !key.period() -> foreignKey(table, old.get(), key);
            case Constraint.Check check
            when isSayable(table, old.get(), check.expression()) ->
                List.<Question>of(new Question.Violators(name, check.expression()));
            case Constraint.PrimaryKey _,
                    Constraint.Unique _,
                    Constraint.ForeignKey _,
                    Constraint.Check _,
                    Constraint.Exclusion _ -> List.<Question>of();
        });
    }

    private static boolean isChecked(Constraint constraint) {
        return switch (constraint) {
            case Constraint.ForeignKey key -> key.validated() && key.enforced();
            case Constraint.Check check -> check.validated() && check.enforced();
            case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclusion _ -> true;
        };
    }

    private static List<Question> primaryKey(Table table, List<String> columns) {
        List<Question> questions = new ArrayList<>();
        List<String> nullable = columns.stream()
                .filter(name -> table.column(name).filter(Column::isNotNull).isEmpty())
                .toList();
        if (!nullable.isEmpty()) {
            questions.add(new Question.Nulls(table.name(), nullable));
        }
        questions.add(Question.Duplicates.ofColumns(table.name(), columns, false));
        return questions;
    }

    private List<Question> foreignKey(Table table, Table old, Constraint.ForeignKey key) {
        Table referenced = designed.get(key.referencedTable());
        Optional<Table> was = referenced == null ? Optional.empty() : old(referenced);
        if (referenced == null || was.isEmpty()) {
            return List.of();
        }
        Optional<List<String>> columns = columns(table, old, key.columns());
        Optional<List<String>> others = columns(referenced, was.get(), key.referencedColumns());
        return columns.isPresent() && others.isPresent()
                ? List.of(new Question.Orphans(
                        old.name(),
                        columns.get(),
                        was.get().name(),
                        others.get(),
                        key.match() == Constraint.Match.FULL))
                : List.of();
    }

    private List<Question> index(Table table, Index index) {
        Optional<Table> old = old(table);
        boolean sayable = index.unique()
                && old.isPresent()
                && Stream.concat(
                                index.keys().stream()
                                        .map(key -> key.column() == null
                                                ? String.valueOf(key.expression())
                                                : Identifier.quote(key.column())),
                                Stream.ofNullable(index.predicate()))
                        .allMatch(text -> isSayable(table, old.get(), text));
        return sayable
                ? sayable(() -> List.of(new Question.Duplicates(
                        old.orElseThrow().name(),
                        index.keys().stream()
                                .map(key -> key.column() == null
                                        ? String.valueOf(key.expression())
                                        : Identifier.quote(key.column()))
                                .toList(),
                        index.predicate(),
                        index.nullsNotDistinct())))
                : List.of();
    }

    private Optional<Table> old(Relation relation) {
        return Optional.ofNullable(tables.get(relation.id().key()));
    }

    private static Optional<Column> column(Table table, Identity id) {
        return table.columns().stream().filter(column -> column.id().same(id)).findFirst();
    }

    /// The names that columns of the design have in the base; empty where one is new.
    private static Optional<List<String>> columns(Table table, Table old, List<String> names) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            table.column(name)
                    .flatMap(now -> column(old, now.id()))
                    .or(() -> table.column(name).isPresent() ? Optional.empty() : old.column(name))
                    .ifPresent(column -> found.add(column.name()));
        }
        return found.size() == names.size() ? Optional.of(found) : Optional.empty();
    }

    /// Whether an expression names no column that is new or renamed: it means the same in the base.
    private static boolean isSayable(Table table, Table old, String expression) {
        List<String> foreign = table.columns().stream()
                .filter(now -> column(old, now.id())
                        .filter(was -> was.name().equals(now.name()))
                        .isEmpty())
                .map(Column::name)
                .toList();
        return foreign.isEmpty()
                || SqlTokens.scan(expression).stream()
                        .map(token -> token.text(expression))
                        .noneMatch(word -> foreign.stream()
                                .anyMatch(name -> word.equals(name) || word.equals(Identifier.quote(name))));
    }

    /// An expression that is none, as while it is typed, is not asked.
    private static List<Question> sayable(Supplier<List<Question>> questions) {
        try {
            return questions.get();
        } catch (IllegalArgumentException half) {
            return List.of();
        }
    }
}
