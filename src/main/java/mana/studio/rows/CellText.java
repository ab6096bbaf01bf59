package mana.studio.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import mana.studio.schema.Column;
import mana.studio.schema.DataType;
import mana.studio.sql.Identifier;
import org.jspecify.annotations.Nullable;

/// How the values of a column become cells: as the server prints them, large ones cut on the server.
///
/// What is known of a large value without reading it (`src/backend/utils/adt/varlena.c`, `access/common/detoast.c`):
/// `octet_length` of text and bytea and `pg_column_size` of anything look at the head only; `left` and `substring`
/// fetch and unpack only the beginning. Anything else (jsonb, arrays …) must be read and printed whole before it can be
/// cut, so that beyond a size it is not shown at all.
enum CellText {
    /// Always short.
    SHORT,
    CHARACTERS,
    BYTES,
    PRINTED;

    /// In characters; bytea shows half as many bytes.
    static final int LIMIT = 1_000;

    /// In bytes as stored: what is larger and must be printed to be cut is left out.
    private static final int PRINTED_LIMIT = 16_384;

    static CellText of(DataType type) {
        return switch (type.family()) {
            case BOOLEAN, INTEGER, UUID, DATE, TIME, TIMESTAMP, INTERVAL, ENUM, NETWORK -> SHORT;
            case DECIMAL -> type.sql().equals("numeric") ? PRINTED : SHORT;
            case TEXT -> CHARACTERS;
            case BINARY -> BYTES;
            case JSON, ARRAY, RANGE, COMPOSITE, GEOMETRIC, BITS, OTHER -> PRINTED;
        };
    }

    /// The whole value as text. `::text` prints what the type's output function prints, but for two kinds:
    /// `character(n)` loses its blanks and `inet` gains a netmask; `format` asks the output function itself.
    static String whole(Column column, String row) {
        String value = row + Identifier.quote(column.name());
        return switch (column.type().family()) {
            case BINARY -> "'\\x' || pg_catalog.encode(" + value + ", 'hex')";
            case NETWORK -> printed(value);
            case TEXT -> mayHaveBlanks(column.type()) ? printed(value) : value + "::text";
            case BOOLEAN, INTEGER, DECIMAL, UUID, DATE, TIME, TIMESTAMP, INTERVAL, JSON, ENUM, ARRAY, RANGE, COMPOSITE,
                    GEOMETRIC, BITS, OTHER ->
                value + "::text";
        };
    }

    /// `character(n)`, or a domain that may be over it.
    private static boolean mayHaveBlanks(DataType type) {
        return type.sql().startsWith("character(") || type.sql().equals("bpchar") || type.named() != null;
    }

    private static String printed(String value) {
        return "CASE WHEN " + value + " IS NOT NULL THEN pg_catalog.format('%s', " + value + ") END";
    }

    /// The expressions of a cell: its text, perhaps cut; and, but for short ones, its size in bytes.
    static String cell(Column column, String row) {
        String value = row + Identifier.quote(column.name());
        return switch (of(column.type())) {
            case SHORT -> whole(column, row);
            case CHARACTERS -> {
                String text = value + "::text";
                String beginning = "pg_catalog.left(%s, %d)".formatted(text, LIMIT + 1);
                String size = "pg_catalog.octet_length(" + text + ")";
                yield mayHaveBlanks(column.type())
                        ? "CASE WHEN %s > %d THEN %s ELSE %s END, %s"
                                .formatted(size, LIMIT, beginning, whole(column, row), size)
                        : beginning + ", " + size;
            }
            case BYTES ->
                "'\\x' || pg_catalog.encode(pg_catalog.substring(%s, 1, %d), 'hex'), pg_catalog.octet_length(%s)"
                        .formatted(value, LIMIT / 2, value);
            case PRINTED ->
                """
                CASE WHEN pg_catalog.pg_column_size(%1$s) > %2$d THEN '' ELSE pg_catalog.left(%3$s, %4$d) END, \
                pg_catalog.pg_column_size(%1$s)\
                """
                        .formatted(value, PRINTED_LIMIT, whole(column, row), LIMIT + 1);
        };
    }

    /// How many columns of the result a cell takes.
    int width() {
        return this == SHORT ? 1 : 2;
    }

    /// The cell whose expressions start at a column of the result.
    Cell read(ResultSet result, int index) throws SQLException {
        String text = result.getString(index);
        if (text == null) {
            return Cell.NULL;
        }
        return switch (this) {
            case SHORT -> Cell.of(text);
            case CHARACTERS -> cutAtLimit(text, result.getLong(index + 1));
            case BYTES -> {
                long bytes = result.getLong(index + 1);
                yield new Cell(text, bytes, bytes > LIMIT / 2);
            }
            case PRINTED -> {
                long bytes = result.getLong(index + 1);
                yield bytes > PRINTED_LIMIT ? new Cell("", bytes, true) : cutAtLimit(text, bytes);
            }
        };
    }

    private static Cell cutAtLimit(String text, long bytes) {
        if (text.length() <= LIMIT || text.codePointCount(0, text.length()) <= LIMIT) {
            return Cell.of(text);
        }
        return new Cell(text.substring(0, text.offsetByCodePoints(0, LIMIT)), bytes, true);
    }

    /// A whole value's cell.
    Cell whole(@Nullable String text) {
        if (text == null) {
            return Cell.NULL;
        }
        return this == BYTES ? new Cell(text, (text.length() - 2) / 2, false) : Cell.of(text);
    }
}
