package mana.studio.statement;

import com.dylibso.chicory.wasm.ChicoryException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mana.studio.statement.PgQueryModule.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// PostgreSQL 18's own grammar. For any thread: one text is parsed at a time.
///
/// The first call loads the grammar, which takes a second or so; {@link #warm} does it beforehand.
public final class PgParser {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// So many short statements are remembered.
    private static final int REMEMBERED = 1_000;
    private static final int SHORT = 4_000;

    /// What was parsed last, by its text: a plan is judged at every keystroke, and all but one of its statements are
    /// those of before.
    private static final Map<String, Node> RECENT =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Node> eldest) {
                    return size() > REMEMBERED;
                }
            });

    private static @Nullable PgQueryModule module;

    private PgParser() {}

    /// Loads the grammar.
    public static void warm() {
        try {
            parse("SELECT 1");
        } catch (SyntaxError impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The trees of the statements of a text, which may be none.
    ///
    /// @throws SyntaxError where the grammar refuses the text, or it is nested too deeply
    public static List<Node> parse(String sql) throws SyntaxError {
        return switch (ask(sql)) {
            case Answer.Tree(String json) -> statements(JSON.readTree(json));
            case Answer.Refusal(String message, int cursor) -> throw new SyntaxError(message, position(sql, cursor));
        };
    }

    /// The tree of the one statement that a text is.
    ///
    /// @throws SyntaxError where the grammar refuses it, or it is not one statement
    public static Node parseOne(String sql) throws SyntaxError {
        Node known = RECENT.get(sql);
        if (known != null) {
            return known;
        }
        List<Node> statements = parse(sql);
        if (statements.size() != 1) {
            throw new SyntaxError(statements.isEmpty() ? "no statement" : "more than one statement", sql.length());
        }
        if (sql.length() <= SHORT) {
            RECENT.put(sql, statements.getFirst());
        }
        return statements.getFirst();
    }

    private static synchronized Answer ask(String sql) {
        // The parser reads C strings.
        int zero = sql.indexOf('\0');
        if (zero >= 0) {
            return new Answer.Refusal("invalid byte 0x00", sql.codePointCount(0, zero) + 1);
        }
        PgQueryModule current = module == null ? new PgQueryModule() : module;
        module = null;
        try {
            Answer answer = current.parse(sql);
            module = current;
            return answer;
        } catch (StackOverflowError | ChicoryException tooDeep) {
            return new Answer.Refusal("nested too deeply for the parser", 0);
        }
    }

    private static List<Node> statements(JsonNode tree) {
        return tree.path("stmts")
                .valueStream()
                .map(statement -> Node.of(statement.path("stmt")))
                .toList();
    }

    /// The server counts characters from 1; a `char` of Java's is half of some.
    private static int position(String sql, int cursor) {
        int characters = Math.min(Math.max(cursor - 1, 0), sql.codePointCount(0, sql.length()));
        return sql.offsetByCodePoints(0, characters);
    }
}
