package mana.studio.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// The text of a catalog query: the resource `{name}.sql` beside this class. `[[ 15: a | b ]]` in it means `a` on
/// servers from version 15 on and `b` on older ones.
final class CatalogQuery {
    private static final Pattern CHOICE = Pattern.compile("\\[\\[\\s*(\\d+):(.*?)\\|(.*?)]]", Pattern.DOTALL);

    private CatalogQuery() {}

    /// @param version the server's `server_version_num`
    static String text(String name, int version) {
        return CHOICE.matcher(resource(name + ".sql")).replaceAll(choice -> {
            boolean reached = version / 10_000 >= Integer.parseInt(choice.group(1));
            return java.util.regex.Matcher.quoteReplacement(choice.group(reached ? 2 : 3).strip());
        });
    }

    private static String resource(String file) {
        try (InputStream stream = CatalogQuery.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException("no such query: " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
