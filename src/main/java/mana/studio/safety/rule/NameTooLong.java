package mana.studio.safety.rule;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;

/// Names are cut after 63 bytes. The tree has them cut already, so this looks at the text.
final class NameTooLong implements Rule {
    private static final int LONGEST = 63;

    @Override
    public String id() {
        return "name-too-long";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return SqlTokens.scan(occasion.sql()).stream()
                .filter(token -> token.length() > LONGEST / 4)
                .map(token -> name(token, occasion.sql()))
                .filter(name -> name.getBytes(StandardCharsets.UTF_8).length > LONGEST)
                .distinct()
                .map(name -> finding(
                        Aspect.ADVICE,
                        Severity.NOTE,
                        "The server cuts the name " + name + " after 63 bytes.",
                        "Choose a shorter name.",
                        Docs.IDENTIFIERS));
    }

    /// The name that a token is; empty for others.
    private static String name(Token token, String sql) {
        return switch (token.kind()) {
            case IDENTIFIER -> token.text(sql);
            case QUOTED_IDENTIFIER -> {
                String quoted = token.text(sql);
                yield quoted.substring(1, Math.max(1, quoted.length() - 1)).replace("\"\"", "\"");
            }
            default -> "";
        };
    }
}
