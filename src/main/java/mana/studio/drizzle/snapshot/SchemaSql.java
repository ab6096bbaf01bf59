package mana.studio.drizzle.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleColumn.Counter;
import mana.studio.drizzle.model.DrizzleIndex;
import mana.studio.drizzle.model.DrizzlePolicy;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleEnum;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleRole;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleSequence;
import mana.studio.drizzle.model.DrizzleSchema.LinkedPolicy;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleTable.Action;
import mana.studio.drizzle.model.DrizzleTable.ForeignKey;
import mana.studio.drizzle.model.DrizzleTable.PrimaryKey;
import mana.studio.drizzle.model.DrizzleTable.Unique;
import mana.studio.drizzle.model.DrizzleView;
import mana.studio.schema.QualifiedName;
import mana.studio.sql.Literal;
import org.jspecify.annotations.Nullable;

/// A schema in Drizzle's words as SQL, in the words of drizzle-kit 0.31 (without its faults: constants are escaped,
/// types qualified where they must be). Each statement ends in `;` and nothing after it.
public final class SchemaSql {
    private static final Set<String> ROLE_WORDS = Set.of("public", "current_user", "current_role", "session_user");

    private SchemaSql() {}

    /// What makes the whole schema in a database that has nothing of it, in an order in which it runs: what is needed
    /// first, foreign keys after the indexes they may rest upon, views after those they read. Indexes are built
    /// plainly: on empty tables nobody waits.
    public static List<String> statements(DrizzleSchema schema) {
        List<String> sql = new ArrayList<>();
        schema.schemas().forEach(name -> sql.add(createSchema(name)));
        schema.enums().forEach(type -> sql.add(createEnum(type)));
        schema.sequences().forEach(sequence -> sql.add(createSequence(sequence)));
        schema.roles().forEach(role -> sql.add(createRole(role)));
        schema.tables().forEach(table -> sql.add(createTable(table)));
        schema.tables()
                .forEach(table -> table.indexes().stream()
                        .sorted((one, other) -> Boolean.compare(other.unique(), one.unique()))
                        .forEach(index -> sql.add(createIndex(table.name(), index, false))));
        schema.tables().forEach(table -> table.foreignKeys().forEach(key -> sql.add(addForeignKey(table.name(), key))));
        ViewOrder.of(schema.views()).forEach(view -> sql.add(createView(view)));
        for (DrizzleTable table : schema.tables()) {
            if (table.rowSecurity() || !table.policies().isEmpty()) {
                sql.add(enableRowSecurity(table.name()));
            }
            table.policies().forEach(policy -> sql.add(createPolicy(table.name(), policy)));
        }
        for (LinkedPolicy linked : schema.policies()) {
            sql.add(enableRowSecurity(linked.on()));
            sql.add(createPolicy(linked.on(), linked.policy()));
        }
        return sql;
    }

    public static String createSchema(String name) {
        return "CREATE SCHEMA " + Names.quote(name) + ";";
    }

    public static String createEnum(DrizzleEnum type) {
        return "CREATE TYPE %s AS ENUM(%s);"
                .formatted(
                        Names.full(type.name()),
                        list(type.values(), ", ", value -> Literal.quote(value).strip()));
    }

    public static String createSequence(DrizzleSequence sequence) {
        return "CREATE SEQUENCE %s %s;".formatted(Names.full(sequence.name()), counter(sequence.counter()));
    }

    public static String createRole(DrizzleRole role) {
        String options = Stream.of(
                        role.createDb() ? " CREATEDB" : "",
                        role.createRole() ? " CREATEROLE" : "",
                        role.inherit() ? "" : " NOINHERIT")
                .collect(Collectors.joining());
        return "CREATE ROLE %s%s;".formatted(Names.quote(role.name()), options.isEmpty() ? "" : " WITH" + options);
    }

    /// The table with its columns, keys and checks; foreign keys, indexes and policies are statements of their own.
    public static String createTable(DrizzleTable table) {
        Stream<String> columns = table.columns().stream().map(column -> column(table.name(), column, false));
        Stream<String> keys = table.primaryKeys().stream().map(SchemaSql::primaryKey);
        Stream<String> uniques = table.uniques().stream().map(SchemaSql::unique);
        Stream<String> checks = table.checks().stream().map(SchemaSql::check);
        return Stream.of(columns, keys, uniques, checks)
                .flatMap(part -> part)
                .collect(Collectors.joining(",\n\t", "CREATE TABLE " + Names.brief(table.name()) + " (\n\t", "\n);"));
    }

    public static String addColumn(QualifiedName table, DrizzleColumn column) {
        return "ALTER TABLE %s ADD COLUMN %s;".formatted(Names.brief(table), column(table, column, true));
    }

    /// A column as it stands in CREATE TABLE or, with `added`, after ADD COLUMN, where drizzle-kit keeps NOT NULL for
    /// identity columns.
    private static String column(QualifiedName table, DrizzleColumn column, boolean added) {
        StringBuilder sql =
                new StringBuilder(Names.quote(column.name())).append(' ').append(TypeSql.of(column));
        if (column.primaryKey()) {
            sql.append(" PRIMARY KEY");
        }
        if (column.defaultValue() != null) {
            sql.append(" DEFAULT ").append(DefaultSql.of(column, column.defaultValue()));
        }
        if (column.generatedAs() != null) {
            sql.append(" GENERATED ALWAYS AS (").append(column.generatedAs()).append(") STORED");
        }
        if (column.notNull() && (column.identity() == null || added)) {
            sql.append(" NOT NULL");
        }
        if (column.identity() != null) {
            sql.append(' ').append(identity(table, column.identity()));
        }
        return sql.toString();
    }

    private static String identity(QualifiedName table, DrizzleColumn.Identity identity) {
        String schema = identity.schema() == null ? table.schema() : identity.schema();
        return "GENERATED %s AS IDENTITY (sequence name %s %s)"
                .formatted(
                        identity.always() ? "ALWAYS" : "BY DEFAULT",
                        Names.brief(new QualifiedName(schema, identity.sequence())),
                        counter(identity.counter()));
    }

    private static String counter(Counter counter) {
        return "INCREMENT BY %s MINVALUE %s MAXVALUE %s START WITH %s CACHE %s%s"
                .formatted(
                        counter.increment(),
                        counter.minValue(),
                        counter.maxValue(),
                        counter.startWith(),
                        counter.cache(),
                        counter.cycle() ? " CYCLE" : "");
    }

    private static String primaryKey(PrimaryKey key) {
        return constraint(key.name()) + "PRIMARY KEY(" + names(key.columns()) + ")";
    }

    private static String unique(Unique key) {
        return "%sUNIQUE%s(%s)"
                .formatted(
                        constraint(key.name()),
                        key.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "",
                        names(key.columns()));
    }

    private static String check(DrizzleTable.Check check) {
        return constraint(check.name()) + "CHECK (" + check.value() + ")";
    }

    private static String constraint(@Nullable String name) {
        return name == null ? "" : "CONSTRAINT " + Names.quote(name) + " ";
    }

    public static String addForeignKey(QualifiedName table, ForeignKey key) {
        return "ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s(%s) ON DELETE %s ON UPDATE %s;"
                .formatted(
                        Names.brief(table),
                        Names.quote(key.name()),
                        names(key.columns()),
                        Names.full(key.target()),
                        names(key.targetColumns()),
                        action(key.onDelete()),
                        action(key.onUpdate()));
    }

    private static String action(Action action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// @param concurrently whether an index that is declared so is built so
    public static String createIndex(QualifiedName table, DrizzleIndex index, boolean concurrently) {
        return "CREATE %sINDEX %s%s ON %s USING %s (%s)%s%s;"
                .formatted(
                        index.unique() ? "UNIQUE " : "",
                        concurrently && index.concurrently() ? "CONCURRENTLY " : "",
                        Names.quote(index.name()),
                        Names.brief(table),
                        index.method(),
                        list(index.parts(), ",", SchemaSql::part),
                        index.with().isEmpty() ? "" : " WITH (" + options(index.with(), "=", ",") + ")",
                        index.where() == null ? "" : " WHERE " + index.where());
    }

    /// drizzle-kit drops the order behind an operator class; here it stays. An expression stands as it is: the code
    /// has parentheses where PostgreSQL wants them.
    private static String part(DrizzleIndex.Part part) {
        String what = part.isExpression() ? part.expression() : Names.quote(part.expression());
        String order = part.ascending()
                ? part.nullsFirst() ? " NULLS FIRST" : ""
                : part.nullsFirst() ? " DESC NULLS FIRST" : " DESC NULLS LAST";
        return what + (part.opclass() == null ? "" : " " + part.opclass()) + order;
    }

    public static String createView(DrizzleView view) {
        return "CREATE %sVIEW %s%s%s%s AS (%s)%s;"
                .formatted(
                        view.materialized() ? "MATERIALIZED " : "",
                        Names.full(view.name()),
                        view.using() == null ? "" : " USING " + Names.quote(view.using()),
                        view.with().isEmpty() ? "" : " WITH (" + options(snakeCase(view.with()), " = ", ", ") + ")",
                        view.tablespace() == null ? "" : " TABLESPACE " + view.tablespace(),
                        view.definition(),
                        view.withNoData() ? " WITH NO DATA" : "");
    }

    private static Map<String, Object> snakeCase(Map<String, Object> options) {
        return options.entrySet().stream()
                .collect(Collectors.toMap(
                        option -> option.getKey().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT),
                        Map.Entry::getValue,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static String options(Map<String, Object> options, String equals, String separator) {
        return list(List.copyOf(options.entrySet()), separator, option -> option.getKey() + equals + option.getValue());
    }

    public static String enableRowSecurity(QualifiedName table) {
        return "ALTER TABLE " + Names.brief(table) + " ENABLE ROW LEVEL SECURITY;";
    }

    public static String createPolicy(QualifiedName table, DrizzlePolicy policy) {
        return "CREATE POLICY %s ON %s AS %s FOR %s TO %s%s%s;"
                .formatted(
                        Names.quote(policy.name()),
                        Names.brief(table),
                        policy.permissive() ? "PERMISSIVE" : "RESTRICTIVE",
                        policy.command(),
                        list(policy.roles(), ", ", role -> ROLE_WORDS.contains(role) ? role : Names.quote(role)),
                        policy.using() == null ? "" : " USING (" + policy.using() + ")",
                        policy.withCheck() == null ? "" : " WITH CHECK (" + policy.withCheck() + ")");
    }

    private static String names(List<String> names) {
        return list(names, ",", Names::quote);
    }

    private static <T> String list(List<T> things, String separator, Function<T, String> text) {
        return things.stream().map(text).collect(Collectors.joining(separator));
    }
}
