package mana.studio.drizzle.snapshot;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// A column's type in SQL. drizzle-kit quotes what does not begin like one of a list of types; where that would be
/// wrong (an enum called `date_kind`, a type with arguments) it is written as PostgreSQL needs it.
final class TypeSql {
    private static final List<String> BARE = List.of(
            "uuid",
            "smallint",
            "integer",
            "bigint",
            "boolean",
            "text",
            "varchar",
            "serial",
            "bigserial",
            "decimal",
            "numeric",
            "real",
            "json",
            "time",
            "timestamp",
            "date",
            "interval",
            "double precision",
            "char",
            "vector",
            "geometry",
            "halfvec",
            "sparsevec",
            "bit");
    /// Words of the grammar that are no type's name, and the serials, which are none either.
    private static final Set<String> GRAMMAR =
            Set.of("int", "float", "dec", "character", "nchar", "national", "smallserial");
    private static final Pattern PARTS = Pattern.compile("(?s)(.*?)((?:\\[\\d*])*)");
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private TypeSql() {}

    static String of(DrizzleColumn column) {
        Matcher parts = PARTS.matcher(column.type());
        if (!parts.matches()) {
            throw new IllegalStateException("every text is a type and its dimensions");
        }
        return of(parts.group(1), column.typeSchema()) + parts.group(2);
    }

    private static String of(String type, @Nullable String schema) {
        if (schema != null) {
            return Names.brief(new QualifiedName(schema, type));
        }
        boolean bare = !PLAIN.matcher(type).matches()
                || GRAMMAR.contains(type)
                || BARE.stream().anyMatch(type::startsWith);
        return bare ? type : Names.quote(type);
    }
}
