package mana.studio.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rows of a catalog query, read column after column in the order of its SELECT. Equal texts become one string.
final class Rows {
    private final ResultSet result;
    private final Map<String, String> pool = new HashMap<>();
    private int column;

    Rows(ResultSet result) {
        this.result = result;
    }

    boolean next() throws SQLException {
        column = 0;
        return result.next();
    }

    /// The next column, which is not null.
    String text() throws SQLException {
        return Objects.requireNonNull(textOrNull());
    }

    @Nullable String textOrNull() throws SQLException {
        String text = result.getString(++column);
        if (text == null) {
            return null;
        }
        String known = pool.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    /// A text unlike all others, which is not worth pooling; null where the column is.
    @Nullable String longTextOrNull() throws SQLException {
        return result.getString(++column);
    }

    /// The only character of the next column; a space where it is null.
    char letter() throws SQLException {
        String text = result.getString(++column);
        return text == null || text.isEmpty() ? ' ' : text.charAt(0);
    }

    /// An oid; 0 where the column is null.
    long oid() throws SQLException {
        return result.getLong(++column);
    }

    long number() throws SQLException {
        return result.getLong(++column);
    }

    int integer() throws SQLException {
        return result.getInt(++column);
    }

    @Nullable Integer integerOrNull() throws SQLException {
        int value = result.getInt(++column);
        return result.wasNull() ? null : value;
    }

    double decimal() throws SQLException {
        return result.getDouble(++column);
    }

    /// False where the column is null.
    boolean flag() throws SQLException {
        return result.getBoolean(++column);
    }

    boolean flagOr(boolean otherwise) throws SQLException {
        boolean value = result.getBoolean(++column);
        return result.wasNull() ? otherwise : value;
    }

    /// The elements of a `text[]`; empty where the column is null.
    List<String> texts() throws SQLException {
        String text = textOrNull();
        return text == null ? List.of() : ArrayText.texts(text);
    }

    /// The numbers of an array (`{1,2}`) or vector (`1 2`); empty where the column is null.
    long[] numbers() throws SQLException {
        String text = result.getString(++column);
        return text == null ? ArrayText.NONE : ArrayText.numbers(text);
    }
}
