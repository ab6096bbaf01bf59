package mana.studio.drizzle.snapshot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mana.studio.schema.DataType;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// A type as Drizzle's builders would spell it; timestamps with a precision as in the mode `date`, which is the usual.
///
/// @param schema of an enum; null for every other type
record SpelledType(String text, @Nullable String schema) {
    private static final Pattern SHAPE =
            Pattern.compile("(.*?)(\\((?:[^()]*)\\))?( (?:with|without) time zone)?((?:\\[])*)");

    static SpelledType of(DataType type, Database database) {
        QualifiedName named = type.named();
        String dimensions = type.sql().endsWith("[]") ? "[]" : "";
        if (named != null && isEnum(named, database)) {
            return new SpelledType(named.name() + dimensions, named.schema());
        }
        return new SpelledType(builtIn(type.sql()), null);
    }

    static boolean isEnum(QualifiedName name, Database database) {
        return database.schema(name.schema())
                .filter(schema ->
                        schema.enums().stream().anyMatch(type -> type.name().equals(name)))
                .isPresent();
    }

    private static String builtIn(String sql) {
        Matcher shape = SHAPE.matcher(sql);
        if (!shape.matches()) {
            return sql;
        }
        String arguments = shape.group(2) == null ? "" : shape.group(2).replace(" ", "");
        String zone = " with time zone".equals(shape.group(3)) ? shape.group(3) : "";
        String dimensions = shape.group(4);
        return switch (shape.group(1)) {
            case "character varying" -> "varchar" + arguments + dimensions;
            case "character" -> "char" + arguments + dimensions;
            case "numeric" -> "numeric" + arguments.replace(",0)", ")").replace(",", ", ") + dimensions;
            case "timestamp" -> "timestamp" + (arguments.isEmpty() ? "" : " " + arguments) + zone + dimensions;
            case "time" -> "time" + arguments + zone + dimensions;
            default -> sql.startsWith("public.") ? sql.substring("public.".length()) : sql;
        };
    }
}
