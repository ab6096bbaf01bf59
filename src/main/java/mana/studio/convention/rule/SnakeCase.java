package mana.studio.convention.rule;

import java.util.Locale;
import java.util.regex.Pattern;

/// Names in small letters with underscores, which need no quotes.
final class SnakeCase {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private SnakeCase() {}

    static boolean is(String name) {
        return PLAIN.matcher(name).matches();
    }

    /// `pushToken` as `push_token`, `HTTPServer` as `http_server`. Empty where nothing is left.
    static String of(String name) {
        if (is(name)) {
            return name;
        }
        String parted =
                name.replaceAll("(\\p{Ll}|\\d)(\\p{Lu})", "$1_$2").replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1_$2");
        String plain =
                parted.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "" : plain;
    }
}
