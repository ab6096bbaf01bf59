package mana.studio.design.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.schema.Constraint.Action;
import org.jspecify.annotations.Nullable;

/// What a new table starts with. Written to be read and edited as JSON: a list that is empty may be left out. In every
/// name `{table}` stands for the name of the new table; a part that says `when` is only there with that switch on.
///
/// @param name        what it is called in the list of templates
/// @param explanation what it is good for, a sentence
/// @param primaryKey  the columns of the primary key; empty for none
@JsonInclude(Include.NON_EMPTY)
public record Template(
        String name,
        String explanation,
        List<Switch> switches,
        List<ColumnPart> columns,
        List<String> primaryKey,
        List<KeyPart> unique,
        List<CheckPart> checks,
        List<ForeignKeyPart> foreignKeys,
        List<IndexPart> indexes) {
    public Template {
        name = Objects.requireNonNullElse(name, "");
        explanation = Objects.requireNonNullElse(explanation, "");
        switches = orEmpty(switches);
        columns = orEmpty(columns);
        primaryKey = orEmpty(primaryKey);
        unique = orEmpty(unique);
        checks = orEmpty(checks);
        foreignKeys = orEmpty(foreignKeys);
        indexes = orEmpty(indexes);
    }

    /// What a person chooses when the table is made.
    ///
    /// @param name the word that parts name in `when`
    /// @param adds what it adds, in words
    /// @param on   whether it is on at first
    public record Switch(String name, String adds, boolean on) {
        public Switch {
            name = Objects.requireNonNullElse(name, "");
            adds = Objects.requireNonNullElse(adds, "");
        }
    }

    /// @param type         as one types it: `uuid`, `timestamptz`, `auth.role[]`
    /// @param defaultValue an expression; null for none
    /// @param generated    the expression of `GENERATED ALWAYS AS (…)`; null for none
    /// @param stored       whether a generated column is STORED
    /// @param identity     `ALWAYS` or `BY DEFAULT`; null for none
    /// @param when         the switch it belongs to; null for always
    @JsonInclude(Include.NON_DEFAULT)
    public record ColumnPart(
            String name,
            String type,
            boolean notNull,
            @JsonProperty("default") @Nullable String defaultValue,
            @Nullable String generated,
            boolean stored,
            @Nullable String identity,
            @Nullable String collation,
            @Nullable String comment,
            @Nullable String when) {
        public ColumnPart {
            name = Objects.requireNonNullElse(name, "");
            type = Objects.requireNonNullElse(type, "");
        }

        /// A column of a type.
        public static ColumnPart of(String name, String type, boolean notNull, @Nullable String defaultValue) {
            return new ColumnPart(name, type, notNull, defaultValue, null, false, null, null, null, null);
        }

        /// The same, with a switch.
        public ColumnPart with(String switchName) {
            return new ColumnPart(
                    name, type, notNull, defaultValue, generated, stored, identity, collation, comment, switchName);
        }
    }

    /// @param name null for the one PostgreSQL gives: `{table}_{columns}_key`
    @JsonInclude(Include.NON_DEFAULT)
    public record KeyPart(
            @Nullable String name,
            List<String> columns,
            boolean nullsNotDistinct,
            @Nullable String when) {
        public KeyPart {
            columns = orEmpty(columns);
        }
    }

    @JsonInclude(Include.NON_DEFAULT)
    public record CheckPart(
            String name, String expression, @Nullable String when) {
        public CheckPart {
            name = Objects.requireNonNullElse(name, "");
            expression = Objects.requireNonNullElse(expression, "");
        }
    }

    /// @param name       null for the one PostgreSQL gives: `{table}_{columns}_fkey`
    /// @param table      with its schema: `auth.users`
    /// @param references the columns of that table
    @JsonInclude(Include.NON_DEFAULT)
    public record ForeignKeyPart(
            @Nullable String name,
            List<String> columns,
            String table,
            List<String> references,
            @Nullable Action onUpdate,
            @Nullable Action onDelete,
            @Nullable String when) {
        public ForeignKeyPart {
            columns = orEmpty(columns);
            table = Objects.requireNonNullElse(table, "");
            references = orEmpty(references);
        }
    }

    /// @param name   null for the house's: `idx_{table}_{columns}`
    /// @param method null for `btree`
    /// @param where  the predicate of a partial index; null for a whole one
    @JsonInclude(Include.NON_DEFAULT)
    public record IndexPart(
            @Nullable String name,
            boolean unique,
            boolean nullsNotDistinct,
            @Nullable String method,
            List<IndexKey> keys,
            List<String> include,
            @Nullable String where,
            @Nullable String when) {
        public IndexPart {
            keys = orEmpty(keys);
            include = orEmpty(include);
        }

        /// A plain index under some columns.
        public static IndexPart on(String... columns) {
            List<IndexKey> keys = List.of(columns).stream().map(IndexKey::of).toList();
            return new IndexPart(null, false, false, null, keys, List.of(), null, null);
        }

        /// The same, with a switch.
        public IndexPart with(String switchName) {
            return new IndexPart(name, unique, nullsNotDistinct, method, keys, include, where, switchName);
        }
    }

    /// Either a column or an expression.
    ///
    /// @param nullsFirst    null for the usual: last, or first in descending order
    /// @param operatorClass null for the type's own
    /// @param collation     null for the column's own
    @JsonInclude(Include.NON_DEFAULT)
    public record IndexKey(
            @Nullable String column,
            @Nullable String expression,
            boolean descending,
            @Nullable Boolean nullsFirst,
            @Nullable String operatorClass,
            @Nullable String collation) {
        public static IndexKey of(String column) {
            return new IndexKey(column, null, false, null, null, null);
        }
    }

    public Template withName(String other) {
        return new Template(other, explanation, switches, columns, primaryKey, unique, checks, foreignKeys, indexes);
    }

    /// The switches that are on at first.
    public Set<String> onAtFirst() {
        return switches.stream().filter(Switch::on).map(Switch::name).collect(Collectors.toSet());
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
