package mana.studio.drizzle.typescript;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Identifiers of TypeScript made from names of PostgreSQL.
final class Words {
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{Nd}$]+");
    /// As drizzle-orm splits a key into words.
    private static final Pattern KEY_WORD = Pattern.compile("[\\da-z]+|[A-Z]+(?![a-z])|[A-Z][\\da-z]+");

    /// Words of the language, and names that the text around a declaration uses itself.
    private static final Set<String> TAKEN = Set.of("""
        break case catch class const continue debugger default delete do else enum
        export extends false finally for function if import in instanceof new null
        return super switch this throw true try typeof var void while with yield let
        static implements interface package private protected public await async of
        arguments eval undefined sql relations table one many qb smallint integer
        bigint boolean text uuid json jsonb real inet cidr macaddr macaddr8 point line
        date serial smallserial bigserial varchar char numeric decimal timestamp time
        interval vector halfvec sparsevec bit geometry doublePrecision customType
        pgTable pgSchema pgEnum pgSequence pgView pgMaterializedView pgPolicy pgRole
        index uniqueIndex unique primaryKey foreignKey check alias isPgEnum
        isPgSequence isPgView
        """.strip().split("\\s+"));
    /// What a table has beside its columns.
    private static final Set<String> OF_TABLES = Set.of("_", "$inferSelect", "$inferInsert", "enableRLS", "getSQL");

    private Words() {}

    static boolean isTaken(String identifier) {
        return TAKEN.contains(identifier);
    }

    static boolean isOfTables(String property) {
        return OF_TABLES.contains(property);
    }

    /// `user_id` → `userId`; a name that is in camel case already stays.
    static String camel(String name) {
        String joined = List.of(NOT_A_WORD.split(name)).stream()
                .filter(word -> !word.isEmpty())
                .map(Words::lowerIfShouting)
                .map(Words::capital)
                .collect(Collectors.joining());
        String camel = joined.isEmpty() ? "_" + Integer.toHexString(name.hashCode()) : uncapital(joined);
        return Character.isDigit(camel.charAt(0)) ? "_" + camel : camel;
    }

    /// What `casing: 'snake_case'` makes of a key.
    static String snake(String key) {
        return KEY_WORD.matcher(key.replaceAll("['\u2019]", ""))
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("_"));
    }

    /// `users` → `user`, where the plural is one that can be told from its end.
    static String singular(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.matches(".*(ss|us|is|gres|news|settings|series|metadata)") || !lower.endsWith("s")) {
            return name;
        }
        if (lower.endsWith("ies") && lower.length() > 4) {
            return name.substring(0, name.length() - 3) + "y";
        }
        return name.substring(0, name.length() - (lower.matches(".*(sses|shes|ches|xes|zzes|uses)") ? 2 : 1));
    }

    static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static String uncapital(String word) {
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }

    private static String lowerIfShouting(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT)) ? word.toLowerCase(Locale.ROOT) : word;
    }
}
