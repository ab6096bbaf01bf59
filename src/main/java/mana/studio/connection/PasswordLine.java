package mana.studio.connection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of a password file: `host:port:database:user:password`, with `\` before a `:` or `\` of a field. Its text
/// holds one character for each byte.
record PasswordLine(String text) {
    private static final int FIELDS = 5;

    static PasswordLine of(Target target, Endpoint endpoint, Secret secret) {
        return new PasswordLine(String.join(
                ":",
                escape(endpoint.host()),
                String.valueOf(endpoint.port()),
                escape(target.database()),
                escape(target.user()),
                escape(secret.reveal())));
    }

    /// The four fields a password is found by; empty for a line that is none.
    List<String> key() {
        List<String> fields = fields();
        return fields == null ? List.of() : fields.subList(0, FIELDS - 1);
    }

    boolean matches(Target target, Endpoint endpoint) {
        List<String> fields = fields();
        return fields != null
                && matchesHost(fields.get(0), endpoint)
                && fits(fields.get(1), String.valueOf(endpoint.port()))
                && fits(fields.get(2), escape(target.database()))
                && fits(fields.get(3), escape(target.user()));
    }

    Secret secret() {
        List<String> fields = fields();
        String raw = fields == null ? "" : fields.get(FIELDS - 1);
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) == '\\' && i + 1 < raw.length()) {
                i++;
            }
            password.append(raw.charAt(i));
        }
        return new Secret(
                new String(password.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    /// libpq looks a socket in its built-in directory up as `localhost`; which directory that is depends on who
    /// built it.
    private static boolean matchesHost(String field, Endpoint endpoint) {
        return fits(field, escape(endpoint.host()))
                || field.equals("localhost")
                        && (endpoint.host().equals("/var/run/postgresql")
                                || endpoint.host().equals("/run/postgresql")
                                || endpoint.host().equals("/tmp"));
    }

    private static boolean fits(String field, String escaped) {
        return field.equals("*") || field.equals(escaped);
    }

    /// The fields, still escaped; null for a comment or a line with too few. Colons in the password need no escape.
    private @Nullable List<String> fields() {
        String line = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        if (line.startsWith("#")) {
            return null;
        }
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < line.length() && fields.size() < FIELDS - 1; i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == ':') {
                fields.add(normalized(line.substring(start, i)));
                start = i + 1;
            }
        }
        if (fields.size() < FIELDS - 1) {
            return null;
        }
        fields.add(line.substring(start));
        return fields;
    }

    /// The one way to escape what is written here, so that fields compare as text.
    private static String normalized(String field) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i) == '\\' && i + 1 < field.length() ? field.charAt(++i) : field.charAt(i);
            if (c == ':' || c == '\\') {
                plain.append('\\');
            }
            plain.append(c);
        }
        return plain.toString();
    }

    private static String escape(String value) {
        String bytes = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return bytes.replace("\\", "\\\\").replace(":", "\\:");
    }
}
