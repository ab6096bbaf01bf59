package mana.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mana.studio.ddl.Pieces;
import mana.studio.plan.Conversion.Effect;
import mana.studio.schema.Column;
import mana.studio.schema.Column.IdentityColumn;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.Column.Storage;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.sql.Identifier;

/// Changes of columns as SQL.
final class ColumnRendering {
    private final Lookup from;
    private final Lookup to;

    ColumnRendering(Lookup from, Lookup to) {
        this.from = from;
        this.to = to;
    }

    List<Statement> of(ColumnChange change) {
        Relation relation = change.relation();
        Column column = change.column();
        String alter = alter(relation) + " ";
        String start = alter + "ALTER COLUMN " + Identifier.quote(column.name()) + " ";
        return switch (change) {
            case ColumnChange.AddColumn add -> add(add, alter);
            case ColumnChange.DropColumn drop -> List.of(drop(drop, alter));
            case ColumnChange.SetType set -> List.of(setType(set, alter));
            case ColumnChange.SetDefault set ->
                Rendering.one(
                        change,
                        only(relation) + "ALTER COLUMN " + Identifier.quote(column.name()) + " "
                                + (set.column().defaultExpression() == null
                                        ? "DROP DEFAULT"
                                        : "SET DEFAULT " + set.column().defaultExpression()));
            case ColumnChange.SetNotNull _ -> Rendering.one(change, notNull(relation, column, alter, start));
            case ColumnChange.ValidateNotNull _ ->
                Rendering.one(
                        change,
                        alter + "VALIDATE CONSTRAINT " + Identifier.quote(Pieces.notNullName(column, relation.name())));
            case ColumnChange.DropNotNull _ -> Rendering.one(change, start + "DROP NOT NULL");
            case ColumnChange.AddIdentity add -> addIdentity(add, start);
            case ColumnChange.AlterIdentity set -> alterIdentity(set, start);
            case ColumnChange.DropIdentity _ -> Rendering.one(change, start + "DROP IDENTITY");
            case ColumnChange.SetExpression set ->
                Rendering.one(
                        change,
                        start + "SET EXPRESSION AS "
                                + mana.studio.sql.Expression.inParentheses(
                                        Objects.requireNonNull(set.column().generated())
                                                .expression()));
            case ColumnChange.DropExpression _ -> Rendering.one(change, start + "DROP EXPRESSION");
            case ColumnChange.SetStorage set -> Rendering.one(change, start + "SET STORAGE " + storage(set));
            case ColumnChange.SetCompression _ ->
                Rendering.one(
                        change,
                        start + "SET COMPRESSION "
                                + (column.compression() == null ? "default" : Identifier.quote(column.compression())));
            case ColumnChange.SetStatistics _ ->
                Rendering.one(
                        change, start + "SET STATISTICS " + Objects.requireNonNullElse(column.statisticsTarget(), -1));
            case ColumnChange.SetColumnOptions set -> options(set, start);
            case ColumnChange.SetForeignColumnOptions set ->
                Rendering.one(change, start + Options.foreign(set.from(), column.foreignOptions()));
        };
    }

    private static String alter(Relation relation) {
        return switch (relation) {
            case Table table -> "ALTER " + Pieces.word(table) + " " + Pieces.name(table.name());
            case View view -> "ALTER " + Pieces.word(view) + " " + Pieces.name(view.name());
        };
    }

    /// Without the children, each of which has a default of its own.
    private static String only(Relation relation) {
        return switch (relation) {
            case Table table -> "ALTER " + Pieces.word(table) + " ONLY " + Pieces.name(table.name()) + " ";
            case View view -> alter(view) + " ";
        };
    }

    private static List<Statement> add(ColumnChange.AddColumn add, String alter) {
        Column column = add.column();
        QualifiedName table = add.relation().name();
        NotNull notNull = column.notNull();
        boolean plain = notNull == null || notNull.validated();
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(add, alter + "ADD COLUMN " + Pieces.column(column, table, plain)));
        for (String setting : Pieces.columnSettings(column, alter.strip())) {
            statements.add(Statement.of(add, setting));
        }
        if (!plain) {
            String start = alter + "ALTER COLUMN " + Identifier.quote(column.name()) + " ";
            statements.add(Statement.of(add, notNull(add.relation(), column, alter, start)));
        }
        return statements;
    }

    private static Statement drop(ColumnChange.DropColumn drop, String alter) {
        String sql = alter + "DROP COLUMN " + Identifier.quote(drop.column().name());
        String name = drop.relation().name() + "." + drop.column().name();
        boolean computed = drop.computed() || drop.column().generated() != null;
        return computed ? Statement.of(drop, sql) : Statement.losing(drop, sql, "all values of " + name);
    }

    private static Statement setType(ColumnChange.SetType set, String alter) {
        String name = Identifier.quote(set.column().name());
        StringBuilder sql = new StringBuilder(alter);
        if (set.dropDefault() && set.old().defaultExpression() != null) {
            sql.append("ALTER COLUMN ").append(name).append(" DROP DEFAULT, ");
        }
        sql.append("ALTER COLUMN ")
                .append(name)
                .append(" TYPE ")
                .append(set.column().type().sql());
        sql.append(Pieces.collate(set.column().collation()));
        if (set.conversion().using() != null) {
            sql.append(" USING ").append(set.conversion().using());
        }
        if (set.newDefault() != null) {
            sql.append(", ALTER COLUMN ").append(name).append(" SET DEFAULT ").append(set.newDefault());
        }
        Effect effect = set.conversion().effect();
        String where = set.relation().name() + "." + set.column().name();
        Statement statement = switch (effect) {
            case KEEPS, REFUSES -> Statement.of(set, sql.toString());
            case CHANGES -> Statement.losing(set, sql.toString(), "what does not fit the new type of " + where);
            case LOSES -> Statement.losing(set, sql.toString(), "values of " + where);
        };
        return statement.withRemark(set.conversion().remark());
    }

    private static String notNull(Relation relation, Column column, String alter, String start) {
        NotNull notNull = Objects.requireNonNullElse(column.notNull(), NotNull.PLAIN);
        boolean plain = notNull.constraintName() == null && notNull.validated() && !notNull.noInherit();
        return plain
                ? start + "SET NOT NULL"
                : alter + "ADD CONSTRAINT " + Identifier.quote(Pieces.notNullName(column, relation.name()))
                        + " NOT NULL " + Identifier.quote(column.name()) + (notNull.noInherit() ? " NO INHERIT" : "")
                        + (notNull.validated() ? "" : " NOT VALID");
    }

    private List<Statement> addIdentity(ColumnChange.AddIdentity add, String start) {
        IdentityColumn identity = Objects.requireNonNull(add.column().identity());
        QualifiedName table = add.relation().name();
        Statement statement = Statement.of(add, start + "ADD " + Pieces.identity(identity, add.column(), table));
        boolean hadRows = from.table(table)
                .flatMap(old -> old.column(add.column().name()))
                .isPresent();
        return hadRows
                ? List.of(
                        statement,
                        Counting.goOn(
                                add, identity.sequence(), table, add.column().name()))
                : List.of(statement);
    }

    private static List<Statement> alterIdentity(ColumnChange.AlterIdentity set, String start) {
        IdentityColumn before = Objects.requireNonNull(set.old().identity());
        IdentityColumn after = Objects.requireNonNull(set.column().identity());
        String kind =
                before.always() == after.always() ? "" : "SET GENERATED " + (after.always() ? "ALWAYS" : "BY DEFAULT");
        // The type of the sequence follows that of the column.
        var options = new mana.studio.schema.SequenceOptions(
                after.options().type(),
                before.options().start(),
                before.options().increment(),
                before.options().minimum(),
                before.options().maximum(),
                before.options().cache(),
                before.options().cycle());
        return options.equals(after.options())
                ? Rendering.one(set, start + kind)
                : Counting.altered(
                        set,
                        before.sequence(),
                        options,
                        after.options(),
                        clauses -> start + (kind + clauses).strip(),
                        " SET ");
    }

    /// Back to what the type has by itself: DEFAULT came with PostgreSQL 16.
    private String storage(ColumnChange.SetStorage set) {
        Storage storage = set.column().storage();
        if (storage != null) {
            return storage.name();
        }
        return from.version() >= 16
                ? "DEFAULT"
                : set.column().type().family() == mana.studio.schema.DataType.Family.DECIMAL ? "MAIN" : "EXTENDED";
    }

    private static List<Statement> options(ColumnChange.SetColumnOptions set, String start) {
        List<Statement> statements = new ArrayList<>();
        if (!set.set().isEmpty()) {
            statements.add(Statement.of(set, start + "SET " + Pieces.settings(set.set())));
        }
        if (!set.reset().isEmpty()) {
            statements.add(Statement.of(set, start + "RESET " + Options.names(set.reset())));
        }
        return statements;
    }
}
