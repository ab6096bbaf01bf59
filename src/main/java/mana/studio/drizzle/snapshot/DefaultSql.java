package mana.studio.drizzle.snapshot;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleColumn.DefaultValue;
import mana.studio.sql.Literal;
import tools.jackson.databind.JsonNode;

/// A default in SQL. drizzle-kit prints the snapshot's text; where that is no SQL (an apostrophe inside of a JSON value
/// or of an array, a point) it is written as it is meant.
final class DefaultSql {
    private DefaultSql() {}

    static String of(DrizzleColumn column, DefaultValue value) {
        return switch (value) {
            case DefaultValue.Sql sql -> doubled(sql.text());
            case DefaultValue.Number number -> number.literal();
            case DefaultValue.Bool bool -> String.valueOf(bool.value());
            case DefaultValue.Json json -> json(column, Json.read(json.text()));
        };
    }

    private static String json(DrizzleColumn column, JsonNode value) {
        if (value.isArray() && column.type().equals("point")) {
            return Literal.quote("(" + list(value) + ")");
        }
        return value.isArray() && column.type().equals("line")
                ? Literal.quote("{" + list(value) + "}")
                : Literal.quote(Json.compact(value));
    }

    private static String list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(Json::compact)
                .collect(Collectors.joining(","));
    }

    /// Doubles apostrophes that stand inside of double quotes in one constant: drizzle-kit forgets them in JSON and in
    /// arrays.
    private static String doubled(String text) {
        int end = text.lastIndexOf('\'');
        if (!text.startsWith("'") || end < 2 || !text.substring(end + 1).matches("(::[a-z]+(\\[])*)?")) {
            return text;
        }
        StringBuilder inner = new StringBuilder();
        boolean quoted = false;
        boolean repaired = false;
        for (int at = 1; at < end; at++) {
            char letter = text.charAt(at);
            inner.append(letter);
            if (letter == '\\' && at + 1 < end) {
                inner.append(text.charAt(++at));
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == '\'' && at + 1 < end && text.charAt(at + 1) == '\'') {
                inner.append(text.charAt(++at));
            } else if (letter == '\'') {
                if (!quoted) {
                    return text;
                }
                inner.append('\'');
                repaired = true;
            }
        }
        return repaired ? "'" + inner + text.substring(end) : text;
    }
}
