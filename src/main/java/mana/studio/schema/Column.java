package mana.studio.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column of a table, or of a view (which has only name, type, comment and, where set, a default).
///
/// @param notNull           null where NULL is allowed
/// @param defaultExpression as the server deparses it; null without default, and for generated columns
/// @param identity          `GENERATED … AS IDENTITY`; null for others
/// @param generated         `GENERATED ALWAYS AS (…)`; null for others
/// @param collation         null for the type's own
/// @param storage           null for the type's own
/// @param compression       `pglz` or `lz4`; null for the default
/// @param statisticsTarget  null for the default
/// @param options           attribute options (`n_distinct` …), as `name=value`
/// @param foreignOptions    of a foreign table's column, as `name=value`
/// @param local             false where it comes from a parent only
public record Column(
        Identity id,
        String name,
        DataType type,
        @Nullable NotNull notNull,
        @Nullable String defaultExpression,
        @Nullable IdentityColumn identity,
        @Nullable Generated generated,
        @Nullable QualifiedName collation,
        @Nullable Storage storage,
        @Nullable String compression,
        @Nullable Integer statisticsTarget,
        List<String> options,
        List<String> foreignOptions,
        boolean local,
        @Nullable String comment,
        Privileges privileges) {
    public Column {
        options = List.copyOf(options);
        foreignOptions = List.copyOf(foreignOptions);
    }

    /// A new column that may be null, and of which nothing else is said.
    public static Column plain(String name, DataType type) {
        return new Column(
                Identity.fresh(), name, type, null, null, null, null, null, null, null, null, List.of(), List.of(), true,
                null, Privileges.DEFAULT);
    }

    /// @param constraintName the name of its constraint where PostgreSQL 18 keeps one and it is not the usual
    ///                       `{table}_{column}_not_null`; null otherwise
    /// @param validated      false after `NOT NULL … NOT VALID` (PostgreSQL 18)
    /// @param noInherit      `NO INHERIT` (PostgreSQL 18)
    /// @param local          false where it comes from a parent only (known from PostgreSQL 18 on)
    /// @param comment        the constraint's comment (PostgreSQL 18); null for none
    public record NotNull(
            @Nullable String constraintName,
            boolean validated,
            boolean noInherit,
            boolean local,
            @Nullable String comment) {
        public static final NotNull PLAIN = new NotNull(null, true, false, true, null);

        public NotNull withConstraintName(@Nullable String other) {
            return new NotNull(other, validated, noInherit, local, comment);
        }

        public NotNull withValidated(boolean other) {
            return new NotNull(constraintName, other, noInherit, local, comment);
        }

        public NotNull withNoInherit(boolean other) {
            return new NotNull(constraintName, validated, other, local, comment);
        }

        public NotNull withComment(@Nullable String other) {
            return new NotNull(constraintName, validated, noInherit, local, other);
        }
    }

    /// @param always     ALWAYS; otherwise BY DEFAULT
    /// @param sequence   the name of the sequence behind it
    /// @param privileges on that sequence
    public record IdentityColumn(
            boolean always, QualifiedName sequence, SequenceOptions options, Privileges privileges) {}

    /// @param stored STORED; otherwise VIRTUAL (PostgreSQL 18)
    public record Generated(String expression, boolean stored) {}

    public enum Storage {
        PLAIN,
        EXTERNAL,
        EXTENDED,
        MAIN
    }

    public boolean isNotNull() {
        return notNull != null;
    }

    public Column withDefault(@Nullable String expression) {
        return new Column(
                id, name, type, notNull, expression, identity, generated, collation, storage, compression,
                statisticsTarget, options, foreignOptions, local, comment, privileges);
    }

    public Column withNotNull(@Nullable NotNull other) {
        return new Column(
                id, name, type, other, defaultExpression, identity, generated, collation, storage, compression,
                statisticsTarget, options, foreignOptions, local, comment, privileges);
    }

    public Column withName(String other) {
        return new Column(
                id, other, type, notNull, defaultExpression, identity, generated, collation, storage, compression,
                statisticsTarget, options, foreignOptions, local, comment, privileges);
    }

    public Column withType(DataType other) {
        return new Column(
                id, name, other, notNull, defaultExpression, identity, generated, collation, storage, compression,
                statisticsTarget, options, foreignOptions, local, comment, privileges);
    }

    public Column withDefaultExpression(@Nullable String other) {
        return new Column(
                id, name, type, notNull, other, identity, generated, collation, storage, compression, statisticsTarget,
                options, foreignOptions, local, comment, privileges);
    }

    public Column withIdentity(@Nullable IdentityColumn other) {
        return new Column(
                id, name, type, notNull, defaultExpression, other, generated, collation, storage, compression,
                statisticsTarget, options, foreignOptions, local, comment, privileges);
    }

    public Column withGenerated(@Nullable Generated other) {
        return new Column(
                id, name, type, notNull, defaultExpression, identity, other, collation, storage, compression,
                statisticsTarget, options, foreignOptions, local, comment, privileges);
    }

    public Column withCollation(@Nullable QualifiedName other) {
        return new Column(
                id, name, type, notNull, defaultExpression, identity, generated, other, storage, compression,
                statisticsTarget, options, foreignOptions, local, comment, privileges);
    }

    public Column withStorage(@Nullable Storage other) {
        return new Column(
                id, name, type, notNull, defaultExpression, identity, generated, collation, other, compression,
                statisticsTarget, options, foreignOptions, local, comment, privileges);
    }

    public Column withCompression(@Nullable String other) {
        return new Column(
                id, name, type, notNull, defaultExpression, identity, generated, collation, storage, other,
                statisticsTarget, options, foreignOptions, local, comment, privileges);
    }

    public Column withStatisticsTarget(@Nullable Integer other) {
        return new Column(
                id, name, type, notNull, defaultExpression, identity, generated, collation, storage, compression, other,
                options, foreignOptions, local, comment, privileges);
    }

    public Column withOptions(List<String> other) {
        return new Column(
                id, name, type, notNull, defaultExpression, identity, generated, collation, storage, compression,
                statisticsTarget, other, foreignOptions, local, comment, privileges);
    }

    public Column withForeignOptions(List<String> other) {
        return new Column(
                id, name, type, notNull, defaultExpression, identity, generated, collation, storage, compression,
                statisticsTarget, options, other, local, comment, privileges);
    }

    public Column withLocal(boolean other) {
        return new Column(
                id, name, type, notNull, defaultExpression, identity, generated, collation, storage, compression,
                statisticsTarget, options, foreignOptions, other, comment, privileges);
    }

    public Column withComment(@Nullable String other) {
        return new Column(
                id, name, type, notNull, defaultExpression, identity, generated, collation, storage, compression,
                statisticsTarget, options, foreignOptions, local, other, privileges);
    }

    public Column withPrivileges(Privileges other) {
        return new Column(
                id, name, type, notNull, defaultExpression, identity, generated, collation, storage, compression,
                statisticsTarget, options, foreignOptions, local, comment, other);
    }

    public Column withId(Identity other) {
        return new Column(
                other, name, type, notNull, defaultExpression, identity, generated, collation, storage, compression,
                statisticsTarget, options, foreignOptions, local, comment, privileges);
    }
}
