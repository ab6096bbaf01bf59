package mana.studio.design.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.design.TypeNames;
import mana.studio.design.template.Template.CheckPart;
import mana.studio.design.template.Template.ColumnPart;
import mana.studio.design.template.Template.ForeignKeyPart;
import mana.studio.design.template.Template.IndexKey;
import mana.studio.design.template.Template.IndexPart;
import mana.studio.design.template.Template.KeyPart;
import mana.studio.schema.Column;
import mana.studio.schema.Column.Generated;
import mana.studio.schema.Column.IdentityColumn;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Action;
import mana.studio.schema.DataType;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SequenceOptions;
import mana.studio.schema.Table;
import mana.studio.sql.Expression;
import org.jspecify.annotations.Nullable;

/// Makes a table of a template, with the names that PostgreSQL would give.
public final class NewTable {
    private final Template template;
    private final QualifiedName name;
    private final Set<String> on;
    private final TypeNames types;
    private final Names names;

    private NewTable(Template template, Database database, QualifiedName name, Set<String> on) {
        this.template = template;
        this.name = name;
        this.on = on;
        this.types = TypeNames.of(database);
        this.names = new Names(database, name.schema(), name.name());
    }

    /// @param database in which it is to be
    /// @param on       the names of the switches that are on
    /// @throws UnusableTemplate where the template names a type or a column that is not there
    public static Table of(Template template, Database database, QualifiedName name, Set<String> on)
            throws UnusableTemplate {
        return new NewTable(template, database, name, on).table(database.owner());
    }

    private Table table(String owner) throws UnusableTemplate {
        List<Column> columns = new ArrayList<>();
        for (ColumnPart part : template.columns()) {
            if (isOn(part.when())) {
                columns.add(column(part));
            }
        }
        Set<String> known = columns.stream().map(Column::name).collect(Collectors.toSet());
        return plain(name, owner, columns, constraints(known), indexes(known));
    }

    /// A table without anything special.
    static Table plain(
            QualifiedName name, String owner, List<Column> columns, List<Constraint> constraints, List<Index> indexes) {
        return Table.empty(name, owner)
                .withColumns(columns)
                .withConstraints(constraints.stream()
                        .sorted(Comparator.comparing(Constraint::name))
                        .toList())
                .withIndexes(indexes.stream()
                        .sorted(Comparator.comparing(Index::name))
                        .toList());
    }

    private boolean isOn(@Nullable String when) {
        return when == null || on.contains(when);
    }

    private Column column(ColumnPart part) throws UnusableTemplate {
        DataType type = type(part);
        boolean required = part.notNull()
                || part.identity() != null
                || template.primaryKey().contains(part.name());
        String generated = part.generated();
        return new Column(
                Identity.fresh(),
                part.name(),
                type,
                required ? NotNull.PLAIN : null,
                generated == null ? part.defaultValue() : null,
                identity(part, type),
                generated == null ? null : new Generated(generated, part.stored()),
                part.collation() == null ? null : qualified(part.collation()),
                null,
                null,
                null,
                List.of(),
                List.of(),
                true,
                part.comment(),
                Privileges.DEFAULT);
    }

    private DataType type(ColumnPart part) throws UnusableTemplate {
        return switch (types.read(part.type())) {
            case TypeNames.Known known -> known.type();
            case TypeNames.Serial serial -> throw unusable("column " + part.name() + ": " + serial.message());
            case TypeNames.Unknown unknown -> throw unusable("column " + part.name() + ": " + unknown.message());
        };
    }

    private @Nullable IdentityColumn identity(ColumnPart part, DataType type) throws UnusableTemplate {
        String kind = part.identity();
        if (kind == null) {
            return null;
        }
        if (!kind.equalsIgnoreCase("ALWAYS") && !kind.equalsIgnoreCase("BY DEFAULT")) {
            throw unusable("column " + part.name() + ": identity is ALWAYS or BY DEFAULT, not " + kind);
        }
        long maximum = switch (type.sql()) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            case "bigint" -> Long.MAX_VALUE;
            default -> throw unusable("column " + part.name() + ": an identity column is an integer");
        };
        QualifiedName sequence = new QualifiedName(name.schema(), names.sequence(part.name()));
        return new IdentityColumn(
                kind.equalsIgnoreCase("ALWAYS"),
                sequence,
                new SequenceOptions(type.sql(), 1, 1, 1, maximum, 1, false),
                Privileges.DEFAULT);
    }

    private List<Constraint> constraints(Set<String> known) throws UnusableTemplate {
        List<Constraint> constraints = new ArrayList<>();
        if (!template.primaryKey().isEmpty()) {
            constraints.add(primaryKey(names.primaryKey(), there(known, template.primaryKey(), "the primary key")));
        }
        for (KeyPart part : template.unique()) {
            if (isOn(part.when())) {
                List<String> columns = there(known, part.columns(), "a unique constraint");
                String given = part.name();
                constraints.add(new Constraint.Unique(
                        Identity.fresh(),
                        given == null ? names.unique(columns) : named(given),
                        null,
                        true,
                        columns,
                        Constraint.Deferrability.NOT_DEFERRABLE,
                        part.nullsNotDistinct(),
                        false,
                        Constraint.Backing.PLAIN));
            }
        }
        for (CheckPart part : template.checks()) {
            if (isOn(part.when())) {
                String given = part.name().isEmpty() ? names.check("") : named(part.name());
                constraints.add(new Constraint.Check(
                        Identity.fresh(),
                        given,
                        null,
                        true,
                        Expression.inParentheses(part.expression()),
                        false,
                        true,
                        true));
            }
        }
        for (ForeignKeyPart part : template.foreignKeys()) {
            if (isOn(part.when())) {
                constraints.add(foreignKey(part, there(known, part.columns(), "a foreign key")));
            }
        }
        return constraints;
    }

    static Constraint.PrimaryKey primaryKey(String name, List<String> columns) {
        return new Constraint.PrimaryKey(
                Identity.fresh(),
                name,
                null,
                true,
                columns,
                Constraint.Deferrability.NOT_DEFERRABLE,
                false,
                Constraint.Backing.PLAIN);
    }

    private Constraint foreignKey(ForeignKeyPart part, List<String> columns) throws UnusableTemplate {
        if (part.references().size() != columns.size()) {
            throw unusable("the foreign key of " + String.join(", ", columns) + " references "
                    + part.references().size() + " columns");
        }
        String given = part.name();
        return foreignKey(
                given == null ? names.foreignKey(columns) : named(given),
                columns,
                qualified(part.table()),
                part.references(),
                part.onUpdate(),
                part.onDelete());
    }

    static Constraint.ForeignKey foreignKey(
            String name,
            List<String> columns,
            QualifiedName table,
            List<String> references,
            @Nullable Action onUpdate,
            @Nullable Action onDelete) {
        return new Constraint.ForeignKey(
                Identity.fresh(),
                name,
                null,
                true,
                columns,
                table,
                references,
                onUpdate == null ? Action.NO_ACTION : onUpdate,
                onDelete == null ? Action.NO_ACTION : onDelete,
                List.of(),
                Constraint.Match.SIMPLE,
                Constraint.Deferrability.NOT_DEFERRABLE,
                true,
                true,
                false);
    }

    private List<Index> indexes(Set<String> known) throws UnusableTemplate {
        List<Index> indexes = new ArrayList<>();
        for (IndexPart part : template.indexes()) {
            if (isOn(part.when())) {
                indexes.add(index(part, known));
            }
        }
        return indexes;
    }

    private Index index(IndexPart part, Set<String> known) throws UnusableTemplate {
        List<String> columns = part.keys().stream()
                .map(IndexKey::column)
                .filter(Objects::nonNull)
                .toList();
        there(known, Stream.concat(columns.stream(), part.include().stream()).toList(), "an index");
        List<String> words = part.keys().stream()
                .map(key -> key.column() == null ? "expr" : key.column())
                .toList();
        String given = part.name();
        String method = part.method();
        return new Index(
                Identity.fresh(),
                given == null ? names.index(words) : named(given),
                null,
                method == null ? "btree" : method,
                part.unique(),
                part.nullsNotDistinct(),
                part.keys().stream().map(NewTable::key).toList(),
                part.include(),
                part.where() == null ? null : Expression.inParentheses(part.where()),
                List.of(),
                null,
                true,
                false,
                false,
                null);
    }

    private static Index.Key key(IndexKey key) {
        Boolean nullsFirst = key.nullsFirst();
        String operators = key.operatorClass();
        String collation = key.collation();
        return new Index.Key(
                key.column(),
                key.column() == null ? key.expression() : null,
                collation == null ? null : qualified(collation),
                operators == null ? null : qualified(operators),
                List.of(),
                key.descending(),
                nullsFirst == null ? key.descending() : nullsFirst);
    }

    /// A plain index under columns.
    static Index index(String name, List<String> columns) {
        return new Index(
                Identity.fresh(),
                name,
                null,
                "btree",
                false,
                false,
                columns.stream()
                        .map(column -> new Index.Key(column, null, null, null, List.of(), false, false))
                        .toList(),
                List.of(),
                null,
                List.of(),
                null,
                true,
                false,
                false,
                null);
    }

    private String named(String pattern) {
        return names.given(pattern.replace("{table}", name.name()));
    }

    private List<String> there(Set<String> known, List<String> columns, String what) throws UnusableTemplate {
        for (String column : columns) {
            if (!known.contains(column)) {
                throw unusable(what + " names " + column + ", and there is no such column");
            }
        }
        return columns;
    }

    /// A name without a schema is one of `pg_catalog`.
    private static QualifiedName qualified(String text) {
        int dot = text.indexOf('.');
        return dot < 0
                ? new QualifiedName("pg_catalog", text)
                : new QualifiedName(text.substring(0, dot), text.substring(dot + 1));
    }

    private UnusableTemplate unusable(String why) {
        return new UnusableTemplate("Template " + template.name() + " cannot be used: " + why + ".");
    }
}
