package mana.studio.console;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;

/// What a statement's words say of it, without asking anybody. What is not known for harmless counts as writing.
public final class StatementWords {
    /// What a statement may do.
    public enum Kind {
        /// Rows come back and nothing else happens, as far as words tell.
        READS,
        /// It concerns the session and its transaction: SET, BEGIN, COMMIT …
        SESSION,
        /// It may change data or the schema.
        WRITES
    }

    private static final Set<String> READING = Set.of("SELECT", "VALUES", "TABLE", "SHOW");
    private static final Set<String> OF_SESSION = Set.of(
            "SET",
            "RESET",
            "BEGIN",
            "START",
            "COMMIT",
            "END",
            "ROLLBACK",
            "ABORT",
            "SAVEPOINT",
            "RELEASE",
            "DECLARE",
            "FETCH",
            "MOVE",
            "CLOSE",
            "LISTEN",
            "UNLISTEN",
            "DISCARD",
            "DEALLOCATE");
    private static final Set<String> CHANGING = Set.of("INSERT", "UPDATE", "DELETE", "MERGE");

    private final String sql;
    private final List<Token> tokens;
    private final int first;

    private StatementWords(String sql) {
        this.sql = sql;
        this.tokens = SqlTokens.scan(sql).stream()
                .filter(token -> token.kind() != Token.Kind.WHITESPACE && token.kind() != Token.Kind.COMMENT)
                .toList();
        this.first = explained();
    }

    public static StatementWords of(String sql) {
        return new StatementWords(sql);
    }

    public Kind kind() {
        String begin = word(first);
        if (first > 0 && !analyses()) {
            return Kind.READS;
        }
        if (READING.contains(begin)) {
            return makesTable() ? Kind.WRITES : Kind.READS;
        }
        if (begin.equals("WITH")) {
            return changes() || makesTable() ? Kind.WRITES : Kind.READS;
        }
        return OF_SESSION.contains(begin) ? Kind.SESSION : Kind.WRITES;
    }

    /// `DELETE` or `UPDATE` where one of them has no WHERE, and so concerns every row; empty otherwise.
    public String everyRow() {
        boolean may = begins("UPDATE") || begins("DELETE") || begins("WITH");
        for (int at = first; may && at < tokens.size(); at++) {
            boolean all = (word(at).equals("UPDATE") || word(at).equals("DELETE")) && beginsStatement(at);
            if (all && !hasWhere(at)) {
                return word(at);
            }
        }
        return "";
    }

    /// Whether what it removes is gone: DROP, TRUNCATE, or every row of a table.
    public boolean destroys() {
        boolean drops = begins("ALTER") && has("DROP");
        return begins("DROP") || begins("TRUNCATE") || drops || everyRow().equals("DELETE");
    }

    /// Whether it holds a password.
    public boolean holdsPassword() {
        return has("PASSWORD");
    }

    /// Its first words as psql repeats them: `CREATE TABLE`, `UPDATE`.
    public String tag() {
        String begin = word(0);
        boolean two = Set.of("CREATE", "ALTER", "DROP", "START", "REFRESH").contains(begin) && tokens.size() > 1;
        return two ? begin + " " + word(1) : begin;
    }

    /// Whether it counts the rows it concerns.
    public boolean counts() {
        return CHANGING.contains(word(0)) || Set.of("COPY", "MOVE", "WITH").contains(word(0)) || makesTable();
    }

    /// Whether running it again to read on is safe as far as words tell: it calls nothing that acts on the server.
    public boolean mayRunAgain() {
        return kind() == Kind.READS
                && tokens.stream()
                        .map(token -> token.text(sql).toLowerCase(Locale.ROOT))
                        .noneMatch(StatementWords::acts);
    }

    private static boolean acts(String word) {
        return word.startsWith("pg_advisory")
                || word.startsWith("pg_try_advisory")
                || word.startsWith("pg_terminate")
                || word.startsWith("pg_cancel")
                || word.equals("nextval")
                || word.equals("setval")
                || word.equals("set_config")
                || word.equals("pg_notify")
                || word.equals("pg_reload_conf");
    }

    private boolean begins(String word) {
        return word(first).equals(word);
    }

    private boolean has(String word) {
        return tokens.stream()
                .filter(token -> token.kind() == Token.Kind.KEYWORD || token.kind() == Token.Kind.IDENTIFIER)
                .anyMatch(token -> token.text(sql).equalsIgnoreCase(word));
    }

    private String word(int at) {
        return at < tokens.size() ? tokens.get(at).text(sql).toUpperCase(Locale.ROOT) : "";
    }

    /// The token with which the statement begins that is explained or wrapped in parentheses; 0 for neither.
    private int explained() {
        int at = 0;
        if (word(0).equals("EXPLAIN")) {
            at = 1;
            if (word(at).equals("(")) {
                at = closing(at) + 1;
            }
            while (Set.of("ANALYZE", "ANALYSE", "VERBOSE").contains(word(at))) {
                at++;
            }
        }
        if (at == 0) {
            while (word(at).equals("(")) {
                at++;
            }
            return READING.contains(word(at)) || word(at).equals("WITH") ? at : 0;
        }
        return at;
    }

    private boolean analyses() {
        if (!word(0).equals("EXPLAIN")) {
            return true;
        }
        return tokens.subList(0, first).stream()
                .map(token -> token.text(sql).toUpperCase(Locale.ROOT))
                .anyMatch(word -> word.equals("ANALYZE") || word.equals("ANALYSE"));
    }

    /// `SELECT … INTO`
    private boolean makesTable() {
        return (begins("SELECT") || begins("WITH")) && has("INTO") && !changes();
    }

    private boolean changes() {
        for (int at = first; at < tokens.size(); at++) {
            if (CHANGING.contains(word(at)) && beginsStatement(at)) {
                return true;
            }
        }
        return false;
    }

    /// Not `FOR UPDATE`, `DO UPDATE`, `ON DELETE`.
    private boolean beginsStatement(int at) {
        return at == first || word(at - 1).equals("(") || word(at - 1).equals(")");
    }

    private boolean hasWhere(int from) {
        int depth = 0;
        for (int at = from; at < tokens.size() && depth >= 0; at++) {
            String word = word(at);
            depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
            if (depth == 0 && word.equals("WHERE")) {
                return true;
            }
        }
        return false;
    }

    private int closing(int open) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            depth += word(at).equals("(") ? 1 : word(at).equals(")") ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return tokens.size();
    }
}
