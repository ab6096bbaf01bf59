package mana.studio.connection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The variables of an `.env` file, as Node's dotenv and dotenv-expand read them: `export`, comments, quotes (double
/// ones may span lines), `${NAME}` and `${NAME:-otherwise}` outside single quotes.
final class DotEnv {
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "^[ \\t]*(?:export[ \\t]+)?([\\w.-]+)[ \\t]*=[ \\t]*"
                    + "(?:'([^']*)'|\"((?:\\\\.|[^\"\\\\])*)\"|`([^`]*)`|([^\\r\\n]*))",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(\\w+)(?::?-([^}]*))?}");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

    private DotEnv() {}

    /// @param outside where a `${NAME}` is looked up that the file does not set before
    static Map<String, String> read(String text, Map<String, String> outside) {
        Map<String, String> variables = new LinkedHashMap<>();
        Matcher matcher = ASSIGNMENT.matcher(text);
        while (matcher.find()) {
            variables.put(matcher.group(1), value(matcher, variables, outside));
        }
        return variables;
    }

    private static String value(Matcher matcher, Map<String, String> inside, Map<String, String> outside) {
        if (matcher.group(2) != null) {
            return matcher.group(2);
        }
        if (matcher.group(3) != null) {
            String unescaped = matcher.group(3).replace("\\n", "\n").replace("\\\"", "\"");
            return expanded(unescaped, inside, outside);
        }
        String plain = matcher.group(4) != null
                ? matcher.group(4)
                : COMMENT.matcher(matcher.group(5)).replaceFirst("").strip();
        return expanded(plain, inside, outside);
    }

    private static String expanded(String value, Map<String, String> inside, Map<String, String> outside) {
        return REFERENCE.matcher(value).replaceAll(reference -> {
            String name = reference.group(1);
            String otherwise = reference.group(2) == null ? "" : reference.group(2);
            String found = inside.getOrDefault(name, outside.getOrDefault(name, ""));
            return Matcher.quoteReplacement(found.isEmpty() ? otherwise : found);
        });
    }
}
