package mana.studio.safety.preflight;

import java.util.List;
import mana.studio.schema.QualifiedName;
import mana.studio.sql.Identifier;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;
import org.jspecify.annotations.Nullable;

/// How many rows of a table stand in the way of a change, or are lost or changed by it. Names are plain; expressions
/// are SQL, as they stand in the change.
public sealed interface Question {
    QualifiedName table();

    /// Rows with a NULL in one of the columns: `SET NOT NULL` and primary keys fail on them.
    record Nulls(QualifiedName table, List<String> columns) implements Question {
        public Nulls {
            columns = some(columns);
        }
    }

    /// Rows that have their key in common with another: unique and primary keys and unique indexes fail on them.
    ///
    /// @param keys             expressions over the row
    /// @param condition        of a partial index; null for every row
    /// @param nullsNotDistinct whether NULL equals NULL
    record Duplicates(
            QualifiedName table, List<String> keys, @Nullable String condition, boolean nullsNotDistinct)
            implements Question {
        public Duplicates {
            keys = some(keys);
            keys.forEach(Question::single);
            single(condition);
        }

        public static Duplicates ofColumns(QualifiedName table, List<String> columns, boolean nullsNotDistinct) {
            return new Duplicates(table, columns.stream().map(Identifier::quote).toList(), null, nullsNotDistinct);
        }
    }

    /// Rows whose key names no row of the other table: a foreign key fails on them.
    ///
    /// @param matchFull whether a key that is NULL in part fails too
    record Orphans(
            QualifiedName table,
            List<String> columns,
            QualifiedName referenced,
            List<String> referencedColumns,
            boolean matchFull)
            implements Question {
        public Orphans {
            columns = some(columns);
            referencedColumns = some(referencedColumns);
            if (columns.size() != referencedColumns.size()) {
                throw new IllegalArgumentException("a key has as many columns on both ends");
            }
        }
    }

    /// Rows for which a condition is false: a check fails on them. One that is NULL passes.
    record Violators(QualifiedName table, String condition) implements Question {
        public Violators {
            single(condition);
        }
    }

    /// Texts longer than a type allows, blanks at the end apart, which the server cuts by itself: they make a change to
    /// `varchar(n)` fail, or are cut where it is written with a cast.
    record TooLong(QualifiedName table, String column, int length) implements Question {}

    /// Numbers that a narrower type has no room for: the change fails on them.
    record OutOfRange(QualifiedName table, String column, Range range) implements Question {}

    /// Numbers with more digits behind the point than a type keeps: they are rounded without a word.
    record Rounded(QualifiedName table, String column, int scale) implements Question {}

    /// Values that are others after a conversion and the one back: digits, times of day, zones that are lost.
    ///
    /// @param conversion  an expression over the row: `at::date`
    /// @param currentType of the column
    record Changed(QualifiedName table, String column, String conversion, String currentType) implements Question {
        public Changed {
            single(conversion);
            single(currentType);
        }
    }

    /// Values that cannot be converted: the change fails on them.
    ///
    /// @param conversion an expression over the row: `token::uuid`
    /// @param inputOf    the type whose input the column's text becomes, where that is all there is to the conversion,
    ///                   which is quicker to find out from version 16; null otherwise
    record Inconvertible(QualifiedName table, String column, String conversion, @Nullable String inputOf)
            implements Question {
        public Inconvertible {
            single(conversion);
        }
    }

    /// Rows that hold values which an enum is to lose.
    ///
    /// @param array whether the column holds arrays of the enum
    record UsesLabels(QualifiedName table, String column, boolean array, List<String> labels) implements Question {
        public UsesLabels {
            labels = some(labels);
        }
    }

    /// All rows: what goes with a table.
    record Rows(QualifiedName table) implements Question {}

    /// Rows with a value in a column: what goes with it.
    record Values(QualifiedName table, String column) implements Question {}

    /// What a number type holds.
    sealed interface Range {
        /// `numeric(precision, scale)`
        record Digits(int precision, int scale) implements Range {}

        /// `smallint`, `integer`, `bigint`
        record Whole(long least, long greatest) implements Range {
            public static final Whole SMALLINT = new Whole(Short.MIN_VALUE, Short.MAX_VALUE);
            public static final Whole INTEGER = new Whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
            public static final Whole BIGINT = new Whole(Long.MIN_VALUE, Long.MAX_VALUE);
        }
    }

    private static List<String> some(List<String> list) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException("none is given");
        }
        return List.copyOf(list);
    }

    /// An expression is put into a query: it must not end it.
    private static void single(@Nullable String expression) {
        if (expression == null) {
            return;
        }
        int depth = 0;
        for (Token token : SqlTokens.scan(expression)) {
            switch (token.text(expression)) {
                case "(" -> depth++;
                case ")" -> depth--;
                case ";" -> depth = -1;
                default -> {}
            }
            if (depth < 0 || token.kind() == Token.Kind.COMMENT) {
                throw new IllegalArgumentException("not an expression: " + expression);
            }
        }
        if (depth != 0) {
            throw new IllegalArgumentException("not an expression: " + expression);
        }
    }
}
