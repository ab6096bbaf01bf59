package mana.studio.drizzle.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.ddl.Pieces;
import mana.studio.plan.Change;
import mana.studio.plan.ColumnChange;
import mana.studio.plan.ConstraintChange;
import mana.studio.plan.IndexChange;
import mana.studio.plan.PolicyChange;
import mana.studio.plan.RenameChange;
import mana.studio.plan.SchemaChange;
import mana.studio.plan.Statement;
import mana.studio.plan.TableChange;
import mana.studio.plan.TypeChange;
import mana.studio.plan.ViewChange;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.EnumType;
import mana.studio.schema.Index;
import mana.studio.schema.Policy;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.sql.Expression;
import mana.studio.sql.Identifier;

/// Statements in the words of drizzle-kit 0.31 (`drizzle-kit/src/sqlgenerator.ts`) where it has words for them and they
/// say the same; as the planner wrote them otherwise. A reviewer then reads in our files what they are used to.
final class Phrasing {
    private Phrasing() {}

    /// With its semicolon; some end in a line feed, as drizzle-kit's do.
    static String of(Statement statement) {
        Change change = statement.change();
        String sql = statement.sql();
        if (change == null) {
            // For the transaction, not for what the same session does later.
            return sql.replaceFirst("^SET (?!LOCAL)", "SET LOCAL ") + ";";
        }
        return drizzle(change, sql).orElse(sql + ";");
    }

    private static Optional<String> drizzle(Change change, String sql) {
        return switch (change) {
            case SchemaChange.CreateSchema create ->
                Optional.of("CREATE SCHEMA " + Quotes.of(create.schema().name()) + ";\n");
            case SchemaChange.DropSchema drop ->
                Optional.of("DROP SCHEMA " + Quotes.of(drop.schema().name()) + ";\n");
            case RenameChange rename -> rename(rename);
            case TableChange.CreateTable create -> create(create.table(), sql);
            case TableChange.DropTable drop ->
                plain(drop.table(), "DROP TABLE " + table(drop.table().name()) + ";");
            case TableChange.SetRowSecurity set ->
                plain(
                        set.table(),
                        "ALTER TABLE " + table(set.table().name()) + (set.enabled() ? " ENABLE" : " DISABLE")
                                + " ROW LEVEL SECURITY;");
            case ColumnChange column -> column(column, sql);
            case ConstraintChange constraint -> constraint(constraint);
            case IndexChange.CreateIndex create ->
                Optional.of(index(create.index(), create.relation().name(), "") + ";");
            case IndexChange.DropIndex drop ->
                Optional.of("DROP INDEX "
                        + table(new QualifiedName(
                                drop.relation().name().schema(), drop.index().name())) + ";");
            case TypeChange.CreateType create
            when create.type() instanceof EnumType type ->
                Optional.of("CREATE TYPE " + Quotes.of(type.name()) + " AS ENUM(" + labels(type.labels()) + ");");
            case TypeChange.DropType drop
            when drop.type() instanceof EnumType type -> Optional.of("DROP TYPE " + Quotes.of(type.name()) + ";");
            case TypeChange.AddEnumValue add ->
                Optional.of(addValue(add, add.type().name()));
            case ViewChange.DropView drop ->
                Optional.of("DROP " + Pieces.word(drop.view()) + " "
                        + Quotes.of(drop.view().name()) + ";");
            case PolicyChange.CreatePolicy create -> policy(create.policy(), create.table());
            case PolicyChange.DropPolicy drop ->
                Optional.of("DROP POLICY " + Quotes.of(drop.policy().name()) + " ON "
                        + table(drop.table().name()) + ";");
            case ViewChange.CreateView create -> view(create.view(), sql);
            default -> Optional.empty();
        };
    }

    /// A table of the default schema by its name alone.
    private static String table(QualifiedName name) {
        return name.schema().equals("public") ? Quotes.of(name.name()) : Quotes.of(name);
    }

    static String addValue(TypeChange.AddEnumValue add, QualifiedName type) {
        return "ALTER TYPE " + Quotes.of(type) + " ADD VALUE " + Pieces.literal(add.label())
                + (add.before() == null ? "" : " BEFORE " + Pieces.literal(add.before())) + ";";
    }

    private static String labels(List<String> labels) {
        return labels.stream().map(Pieces::literal).collect(Collectors.joining(", "));
    }

    private static Optional<String> rename(RenameChange change) {
        return switch (change) {
            case RenameChange.RenameSchema rename ->
                Optional.of(
                        "ALTER SCHEMA " + Quotes.of(rename.from()) + " RENAME TO " + Quotes.of(rename.to()) + ";\n");
            case RenameChange.RenameObject rename ->
                Optional.of("ALTER " + rename.kind() + " "
                        + (rename.kind().equals("TABLE") ? table(rename.from()) : Quotes.of(rename.from()))
                        + " RENAME TO " + Quotes.of(rename.to()) + ";");
            case RenameChange.MoveObject move ->
                Optional.of("ALTER " + move.kind() + " " + Quotes.of(move.from()) + " SET SCHEMA "
                        + Quotes.of(move.toSchema()) + ";\n");
            case RenameChange.RenameColumn rename
            when rename.kind().equals("TABLE") ->
                Optional.of("ALTER TABLE " + table(rename.relation()) + " RENAME COLUMN " + Quotes.of(rename.from())
                        + " TO " + Quotes.of(rename.to()) + ";");
            case RenameChange.RenameConstraint rename ->
                Optional.of("ALTER TABLE " + table(rename.table()) + " RENAME CONSTRAINT " + Quotes.of(rename.from())
                        + " TO " + Quotes.of(rename.to()) + ";");
            case RenameChange.RenameIndex rename ->
                Optional.of("ALTER INDEX " + Quotes.of(rename.relation().schema()) + "." + Quotes.of(rename.from())
                        + " RENAME TO " + Quotes.of(rename.to()) + ";");
            case RenameChange.RenamePart rename ->
                Optional.of("ALTER " + rename.kind() + " " + Quotes.of(rename.from()) + " ON "
                        + table(rename.relation()) + " RENAME TO " + Quotes.of(rename.to()) + ";");
            case RenameChange.RenameEnumValue rename ->
                Optional.of("ALTER TYPE " + Quotes.of(rename.type()) + " RENAME VALUE " + Pieces.literal(rename.from())
                        + " TO " + Pieces.literal(rename.to()) + ";");
            case RenameChange.RenameColumn _ -> Optional.empty();
        };
    }

    /// A table of which Drizzle knows everything; else empty.
    private static Optional<String> plain(Table table, String sql) {
        return table.foreign() == null ? Optional.of(sql) : Optional.empty();
    }

    private static Optional<String> create(Table table, String sql) {
        boolean simple = sql.startsWith("CREATE TABLE ")
                && table.foreign() == null
                && table.partitionOf() == null
                && table.partitionKey() == null
                && table.inherits().isEmpty()
                && table.ofType() == null
                && table.options().isEmpty()
                && table.tablespace() == null
                && (table.accessMethod() == null || table.accessMethod().equals("heap"))
                && table.persistence() == Table.Persistence.PERMANENT
                && table.columns().stream().allMatch(Phrasing::isSimple);
        if (!simple) {
            return Optional.empty();
        }
        Optional<Constraint> atColumn = atColumn(table);
        List<String> lines = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean primary = atColumn.isPresent() && atColumn.get().columns().contains(column.name());
            lines.add(column(column, table.name(), primary));
        }
        for (Constraint constraint : ordered(table.constraints())) {
            if (atColumn.isEmpty() || constraint != atColumn.get()) {
                lines.add(clause(constraint));
            }
        }
        return Optional.of(lines.stream()
                .collect(Collectors.joining(",\n\t", "CREATE TABLE " + table(table.name()) + " (\n\t", "\n);\n")));
    }

    /// A key of one column under the name that PostgreSQL gives it.
    private static Optional<Constraint> atColumn(Table table) {
        String usual = table.name().name() + "_pkey";
        return table.constraints().stream()
                .filter(constraint -> constraint instanceof Constraint.PrimaryKey primary
                        && primary.columns().size() == 1
                        && primary.name().equals(usual)
                        && primary.deferrability() == Constraint.Deferrability.NOT_DEFERRABLE
                        && !primary.withoutOverlaps()
                        && primary.backing().equals(Constraint.Backing.PLAIN))
                .findFirst();
    }

    private static List<Constraint> ordered(List<Constraint> constraints) {
        return Stream.<Class<? extends Constraint>>of(
                        Constraint.PrimaryKey.class,
                        Constraint.Unique.class,
                        Constraint.ForeignKey.class,
                        Constraint.Check.class,
                        Constraint.Exclusion.class)
                .flatMap(kind -> constraints.stream().filter(kind::isInstance))
                .toList();
    }

    /// Whether Drizzle has words for all of a column.
    static boolean isSimple(Column column) {
        return column.foreignOptions().isEmpty()
                && column.storage() == null
                && column.compression() == null
                && column.statisticsTarget() == null
                && column.options().isEmpty()
                && (column.notNull() == null || column.notNull().equals(Column.NotNull.PLAIN));
    }

    private static String column(Column column, QualifiedName table, boolean primary) {
        StringBuilder text = new StringBuilder(Quotes.of(column.name()) + " " + Quotes.type(column.type()));
        text.append(Pieces.collate(column.collation()));
        if (primary) {
            text.append(" PRIMARY KEY");
        }
        if (column.defaultExpression() != null) {
            text.append(" DEFAULT ").append(column.defaultExpression());
        }
        if (column.generated() != null) {
            text.append(" GENERATED ALWAYS AS ")
                    .append(Expression.inParentheses(column.generated().expression()))
                    .append(column.generated().stored() ? " STORED" : " VIRTUAL");
        }
        if (column.notNull() != null && column.identity() == null) {
            text.append(" NOT NULL");
        }
        if (column.identity() != null) {
            text.append(' ').append(Pieces.identity(column.identity(), column, table));
        }
        return text.toString();
    }

    private static Optional<String> column(ColumnChange change, String sql) {
        String alter = "ALTER TABLE " + table(change.relation().name()) + " ";
        String name = Quotes.of(change.column().name());
        String start = alter + "ALTER COLUMN " + name + " ";
        boolean table = change.relation() instanceof Table relation && relation.foreign() == null;
        if (!table) {
            return Optional.empty();
        }
        return switch (change) {
            case ColumnChange.AddColumn add
            when isSimple(add.column()) ->
                Optional.of(alter + "ADD COLUMN "
                        + column(add.column(), add.relation().name(), false) + ";");
            case ColumnChange.DropColumn _ -> Optional.of(alter + "DROP COLUMN " + name + ";");
            case ColumnChange.SetDefault set ->
                change.relation() instanceof Table own && own.inherits().isEmpty() && own.partitionKey() == null
                        ? Optional.of(start
                                + (set.column().defaultExpression() == null
                                        ? "DROP DEFAULT;"
                                        : "SET DEFAULT " + set.column().defaultExpression() + ";"))
                        : Optional.empty();
            case ColumnChange.SetNotNull _ when sql.endsWith(" SET NOT NULL") -> Optional.of(start + "SET NOT NULL;");
            case ColumnChange.DropNotNull _ -> Optional.of(start + "DROP NOT NULL;");
            case ColumnChange.DropIdentity _ -> Optional.of(start + "DROP IDENTITY;");
            case ColumnChange.DropExpression _ -> Optional.of(start + "DROP EXPRESSION;");
            case ColumnChange.SetType set
            when isSoleType(set) ->
                Optional.of(start + "SET DATA TYPE " + Quotes.type(set.column().type())
                        + (set.conversion().using() == null
                                ? ""
                                : " USING " + set.conversion().using()) + ";");
            default -> Optional.empty();
        };
    }

    /// Whether nothing but the type is in the statement.
    private static boolean isSoleType(ColumnChange.SetType set) {
        return !(set.dropDefault() && set.old().defaultExpression() != null)
                && set.newDefault() == null
                && set.column().collation() == null;
    }

    private static Optional<String> constraint(ConstraintChange change) {
        if (change.table().foreign() != null) {
            return Optional.empty();
        }
        String alter = "ALTER TABLE " + table(change.table().name()) + " ";
        String name = Quotes.of(change.constraint().name());
        return switch (change) {
            case ConstraintChange.AddConstraint add ->
                add.table().partitionKey() == null && !(add.constraint() instanceof Constraint.Exclusion)
                        ? Optional.of(alter + "ADD " + clause(add.constraint()) + ";")
                        : Optional.empty();
            case ConstraintChange.DropConstraint _ -> Optional.of(alter + "DROP CONSTRAINT " + name + ";");
            case ConstraintChange.ValidateConstraint _ -> Optional.of(alter + "VALIDATE CONSTRAINT " + name + ";");
            case ConstraintChange.SetDeferrability _ -> Optional.empty();
        };
    }

    /// `CONSTRAINT "users_email_unique" UNIQUE("email")`; what drizzle-kit has no words for as we write it.
    static String clause(Constraint constraint) {
        String start = "CONSTRAINT " + Quotes.of(constraint.name()) + " ";
        return switch (constraint) {
            case Constraint.PrimaryKey key
            when key.backing().equals(Constraint.Backing.PLAIN)
                    && !key.withoutOverlaps()
                    && key.deferrability() == Constraint.Deferrability.NOT_DEFERRABLE ->
                start + "PRIMARY KEY" + Quotes.list(key.columns());
            case Constraint.Unique key
            when key.backing().equals(Constraint.Backing.PLAIN)
                    && !key.withoutOverlaps()
                    && key.deferrability() == Constraint.Deferrability.NOT_DEFERRABLE ->
                start + "UNIQUE" + (key.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "") + Quotes.list(key.columns());
            case Constraint.Check check
            when !check.noInherit() && check.enforced() ->
                start + "CHECK " + Expression.inParentheses(check.expression()) + valid(check.validated());
            case Constraint.ForeignKey key
            when isPlain(key) ->
                start + "FOREIGN KEY (" + Quotes.names(key.columns()) + ") REFERENCES "
                        + Quotes.of(key.referencedTable()) + Quotes.list(key.referencedColumns()) + " ON DELETE "
                        + action(key.onDelete()) + " ON UPDATE " + action(key.onUpdate()) + valid(key.validated());
            default -> Pieces.constraint(constraint);
        };
    }

    private static String valid(boolean validated) {
        return validated ? "" : " NOT VALID";
    }

    private static boolean isPlain(Constraint.ForeignKey key) {
        return key.setColumns().isEmpty()
                && key.match() == Constraint.Match.SIMPLE
                && key.deferrability() == Constraint.Deferrability.NOT_DEFERRABLE
                && key.enforced()
                && !key.period();
    }

    private static String action(Constraint.Action action) {
        return action.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    /// @param how `CONCURRENTLY IF NOT EXISTS `, `IF NOT EXISTS ` or empty
    static String index(Index index, QualifiedName relation, String how) {
        boolean plain = index.include().isEmpty()
                && index.tablespace() == null
                && index.options().isEmpty()
                && !index.nullsNotDistinct()
                && index.keys().stream().allMatch(Phrasing::isPlain);
        String start = "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX ";
        if (!plain) {
            return start + how + Pieces.index(index, relation).substring(start.length());
        }
        return start + how + Quotes.of(index.name()) + " ON " + table(relation) + " USING " + index.method() + " ("
                + index.keys().stream().map(Phrasing::key).collect(Collectors.joining(",")) + ")"
                + (index.predicate() == null ? "" : " WHERE " + Expression.inParentheses(index.predicate()));
    }

    private static boolean isPlain(Index.Key key) {
        return key.collation() == null
                && key.operatorClass() == null
                && key.operatorOptions().isEmpty();
    }

    private static String key(Index.Key key) {
        String what = key.column() == null ? String.valueOf(key.expression()) : Quotes.of(key.column());
        if (key.descending()) {
            return what + (key.nullsFirst() ? " DESC" : " DESC NULLS LAST");
        }
        return what + (key.nullsFirst() ? " NULLS FIRST" : "");
    }

    private static Optional<String> policy(Policy policy, Table table) {
        String plain = Pieces.policy(policy, table);
        String ours = "CREATE POLICY " + Identifier.quote(policy.name()) + " ON " + Pieces.name(table.name());
        return plain.startsWith(ours)
                ? Optional.of("CREATE POLICY " + Quotes.of(policy.name()) + " ON " + table(table.name())
                        + plain.substring(ours.length()) + ";")
                : Optional.empty();
    }

    private static Optional<String> view(View view, String sql) {
        String ours = "CREATE " + Pieces.word(view) + " " + Pieces.name(view.name());
        return sql.startsWith(ours)
                ? Optional.of("CREATE " + Pieces.word(view) + " " + Quotes.of(view.name())
                        + sql.substring(ours.length()) + ";")
                : Optional.empty();
    }
}
