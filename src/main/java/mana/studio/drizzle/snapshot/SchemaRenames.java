package mana.studio.drizzle.snapshot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleColumn.DefaultValue;
import mana.studio.drizzle.model.DrizzleIndex;
import mana.studio.drizzle.model.DrizzlePolicy;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleEnum;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleSequence;
import mana.studio.drizzle.model.DrizzleSchema.LinkedPolicy;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleView;
import mana.studio.plan.Rename;
import mana.studio.plan.Rename.Kind;
import mana.studio.schema.QualifiedName;
import mana.studio.sql.Identifier;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;
import org.jspecify.annotations.Nullable;

/// A schema in Drizzle's words after some renames, as the code that was renamed along would give it: also inside of
/// expressions, which name columns and tables.
final class SchemaRenames {
    private static final Set<String> BEFORE_TABLES = Set.of("from", "join", "update", "into");

    private final List<Rename> renames;

    private SchemaRenames(List<Rename> renames) {
        this.renames = renames;
    }

    static DrizzleSchema apply(DrizzleSchema schema, List<Rename> renames) {
        return renames.isEmpty() ? schema : new SchemaRenames(renames).renamed(schema);
    }

    private DrizzleSchema renamed(DrizzleSchema schema) {
        return new DrizzleSchema(
                all(schema.schemas(), this::schema),
                all(schema.enums(), this::enumType),
                all(schema.tables(), this::table),
                all(schema.views(), this::view),
                all(schema.sequences(), sequence -> new DrizzleSequence(relation(sequence.name()), sequence.counter())),
                schema.roles(),
                all(
                        schema.policies(),
                        linked -> new LinkedPolicy(relation(linked.on()), policy(linked.on(), linked.policy()))));
    }

    private static <T, R> List<R> all(List<T> things, Function<T, R> change) {
        return things.stream().map(change).toList();
    }

    private String schema(String name) {
        return find(Kind.SCHEMA, List.of(name)).map(List::getFirst).orElse(name);
    }

    private QualifiedName relation(QualifiedName name) {
        return moved(Kind.RELATION, name);
    }

    /// Schemas are renamed after what lives in them: until then the new place is called as before.
    private QualifiedName moved(Kind kind, QualifiedName name) {
        List<String> to = find(kind, List.of(name.schema(), name.name())).orElse(List.of(name.schema(), name.name()));
        return new QualifiedName(schema(to.getFirst()), to.getLast());
    }

    private String part(Kind kind, QualifiedName owner, String name) {
        return find(kind, List.of(owner.schema(), owner.name(), Pairs.cut(name)))
                .map(List::getLast)
                .orElse(name);
    }

    private String column(QualifiedName table, String name) {
        return part(Kind.COLUMN, table, name);
    }

    private Optional<List<String>> find(Kind kind, List<String> from) {
        return renames.stream()
                .filter(rename -> rename.what() == kind && rename.from().equals(from))
                .map(Rename::to)
                .findFirst();
    }

    private DrizzleEnum enumType(DrizzleEnum type) {
        return new DrizzleEnum(
                moved(Kind.TYPE, type.name()), all(type.values(), value -> part(Kind.LABEL, type.name(), value)));
    }

    private DrizzleTable table(DrizzleTable table) {
        QualifiedName old = table.name();
        UnaryOperator<String> column = name -> column(old, name);
        return new DrizzleTable(
                relation(old),
                all(table.columns(), part -> column(old, part)),
                all(table.indexes(), index -> index(old, index)),
                all(
                        table.foreignKeys(),
                        key -> new DrizzleTable.ForeignKey(
                                part(Kind.CONSTRAINT, old, key.name()),
                                all(key.columns(), column),
                                relation(key.target()),
                                all(key.targetColumns(), name -> column(key.target(), name)),
                                key.onDelete(),
                                key.onUpdate())),
                all(
                        table.primaryKeys(),
                        key -> new DrizzleTable.PrimaryKey(
                                key.name() == null ? null : part(Kind.CONSTRAINT, old, key.name()),
                                all(key.columns(), column))),
                all(
                        table.uniques(),
                        key -> new DrizzleTable.Unique(
                                part(Kind.CONSTRAINT, old, key.name()),
                                key.nullsNotDistinct(),
                                all(key.columns(), column))),
                all(
                        table.checks(),
                        check -> new DrizzleTable.Check(
                                part(Kind.CONSTRAINT, old, check.name()), text(old, check.value()))),
                all(table.policies(), policy -> policy(old, policy)),
                table.rowSecurity());
    }

    private DrizzleColumn column(QualifiedName table, DrizzleColumn column) {
        String bare = column.type().replaceAll("(\\[\\d*])*$", "");
        QualifiedName type = column.typeSchema() == null ? null : new QualifiedName(column.typeSchema(), bare);
        QualifiedName moved = type == null ? null : moved(Kind.TYPE, type);
        DrizzleColumn.Identity identity = column.identity();
        return new DrizzleColumn(
                column(table, column.name()),
                moved == null ? column.type() : moved.name() + column.type().substring(bare.length()),
                moved == null ? null : moved.schema(),
                column.primaryKey(),
                column.notNull(),
                hasNewLabels(type) ? null : defaultValue(column.defaultValue()),
                textOrNull(table, column.generatedAs()),
                identity == null ? null : identity(table, identity));
    }

    /// A default may name a value that is called otherwise now: then it is spelled anew.
    private boolean hasNewLabels(@Nullable QualifiedName type) {
        return type != null
                && renames.stream()
                        .anyMatch(rename -> rename.what() == Kind.LABEL
                                && rename.from().subList(0, 2).equals(List.of(type.schema(), type.name())));
    }

    private @Nullable DefaultValue defaultValue(@Nullable DefaultValue value) {
        return value instanceof DefaultValue.Sql sql && !sql.text().startsWith("'")
                ? new DefaultValue.Sql(text(new QualifiedName("", ""), sql.text()))
                : value;
    }

    private DrizzleColumn.Identity identity(QualifiedName table, DrizzleColumn.Identity identity) {
        String schema = identity.schema() == null ? table.schema() : identity.schema();
        QualifiedName sequence = relation(new QualifiedName(schema, identity.sequence()));
        return new DrizzleColumn.Identity(
                identity.always(),
                sequence.name(),
                identity.schema() == null ? null : sequence.schema(),
                identity.counter());
    }

    private DrizzleIndex index(QualifiedName table, DrizzleIndex index) {
        return new DrizzleIndex(
                part(Kind.INDEX, table, index.name()),
                all(
                        index.parts(),
                        part -> new DrizzleIndex.Part(
                                part.isExpression() ? text(table, part.expression()) : column(table, part.expression()),
                                part.isExpression(),
                                part.ascending(),
                                part.nullsFirst(),
                                part.opclass())),
                index.unique(),
                index.concurrently(),
                index.method(),
                index.with(),
                textOrNull(table, index.where()));
    }

    private DrizzlePolicy policy(QualifiedName table, DrizzlePolicy policy) {
        return new DrizzlePolicy(
                part(Kind.POLICY, table, policy.name()),
                policy.permissive(),
                policy.command(),
                policy.roles(),
                textOrNull(table, policy.using()),
                textOrNull(table, policy.withCheck()));
    }

    /// A view's own columns keep their names when those of a table change; so its text is only moved along.
    private DrizzleView view(DrizzleView view) {
        return new DrizzleView(
                relation(view.name()),
                all(
                        view.columns(),
                        column -> new DrizzleColumn(
                                column(view.name(), column.name()),
                                column.type(),
                                column.typeSchema(),
                                column.primaryKey(),
                                column.notNull(),
                                column.defaultValue(),
                                column.generatedAs(),
                                column.identity())),
                namesRenamedColumn(view.definition()) ? null : textOrNull(view.name(), view.definition()),
                view.materialized(),
                view.existing(),
                view.with(),
                view.withNoData(),
                view.using(),
                view.tablespace());
    }

    /// Such a definition is spelled anew, with the old name as an alias, as the server has it.
    private boolean namesRenamedColumn(@Nullable String definition) {
        return definition != null
                && SqlTokens.scan(definition).stream()
                        .map(token -> name(token, definition))
                        .anyMatch(name -> renames.stream()
                                .anyMatch(rename -> rename.what() == Kind.COLUMN
                                        && rename.from().getLast().equals(name)));
    }

    private @Nullable String textOrNull(QualifiedName table, @Nullable String text) {
        return text == null ? null : text(table, text);
    }

    /// An expression about a table with the new names in it.
    private String text(QualifiedName table, String text) {
        List<Token> tokens = SqlTokens.scan(text);
        StringBuilder renamed = new StringBuilder();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            String name = name(token, text);
            String other = name == null ? null : other(table, text, tokens, at, name);
            renamed.append(
                    other == null || other.equals(name)
                            ? token.text(text)
                            : token.kind() == Token.Kind.QUOTED_IDENTIFIER
                                    ? Names.quote(other)
                                    : Identifier.quote(other));
        }
        return renamed.toString();
    }

    /// The new name of what stands at a place: a schema or a table before a point, a table behind one or behind FROM,
    /// or
    /// else a column of the table.
    private @Nullable String other(QualifiedName table, String text, List<Token> tokens, int at, String name) {
        boolean beforePoint = is(text, tokens, at + 1, ".");
        String qualifier = is(text, tokens, at - 1, ".") && at > 1 ? name(tokens.get(at - 2), text) : null;
        if (qualifier != null) {
            Optional<List<String>> moved = find(Kind.RELATION, List.of(qualifier, name));
            if (moved.isPresent()) {
                return moved.get().getLast();
            }
        }
        if (beforePoint) {
            return schemaOrTable(table, tokens, at, text, name);
        }
        if (is(text, tokens, at + 1, "(")) {
            return null;
        }
        if (qualifier == null && followsFrom(text, tokens, at)) {
            return relation(new QualifiedName(table.schema(), name)).name();
        }
        return column(table, name);
    }

    /// Before a point: a table's name where a column follows, a schema's where a table follows. A table that moves
    /// takes
    /// its new schema along.
    private String schemaOrTable(QualifiedName table, List<Token> tokens, int at, String text, String name) {
        String next = at + 2 < tokens.size() ? name(tokens.get(at + 2), text) : null;
        if (next != null) {
            Optional<List<String>> moved = find(Kind.RELATION, List.of(name, next));
            if (moved.isPresent()) {
                return schema(moved.get().getFirst());
            }
        }
        return name.equals(table.name()) ? relation(table).name() : schema(name);
    }

    private static boolean followsFrom(String text, List<Token> tokens, int at) {
        int before = at - 1;
        while (before >= 0 && tokens.get(before).kind() == Token.Kind.WHITESPACE) {
            before--;
        }
        return before >= 0
                && BEFORE_TABLES.contains(tokens.get(before).text(text).toLowerCase(Locale.ROOT));
    }

    private static boolean is(String text, List<Token> tokens, int at, String letter) {
        return at >= 0 && at < tokens.size() && tokens.get(at).text(text).equals(letter);
    }

    private static @Nullable String name(Token token, String text) {
        String written = token.text(text);
        return switch (token.kind()) {
            case QUOTED_IDENTIFIER ->
                written.length() < 2
                        ? null
                        : written.substring(1, written.length() - 1).replace("\"\"", "\"");
            case IDENTIFIER, KEYWORD, TYPE -> written.toLowerCase(Locale.ROOT);
            case WHITESPACE, COMMENT, STRING, DOLLAR_STRING, NUMBER, PARAMETER, OPERATOR, PUNCTUATION, UNKNOWN -> null;
        };
    }
}
