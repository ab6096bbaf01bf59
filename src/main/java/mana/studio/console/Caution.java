package mana.studio.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.console.StatementWords.Kind;
import mana.studio.statement.SqlStatement;

/// What a person is asked before statements run.
///
/// @param question   a short sentence
/// @param reasons    why it is asked, a sentence each
/// @param statements those it is about
/// @param typesName  whether the database's name is to be typed
public record Caution(String question, List<String> reasons, List<SqlStatement> statements, boolean typesName) {
    public Caution {
        reasons = List.copyOf(reasons);
        statements = List.copyOf(statements);
    }

    /// What is asked before a script runs; empty where it may run at once. A connection that only reads asks nothing:
    /// its
    /// server refuses.
    public static Optional<Caution> before(List<SqlStatement> script, Profile profile) {
        boolean away = profile.environment() != Environment.LOCAL && !profile.readOnly();
        List<SqlStatement> asked = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        boolean destroys = false;
        for (SqlStatement statement : script) {
            StatementWords words = StatementWords.of(statement.text());
            boolean everyRow = !words.everyRow().isEmpty();
            if (everyRow && reasons.size() < 5) {
                reasons.add(words.everyRow() + " without WHERE concerns every row of the table.");
            }
            if (everyRow || (away && words.kind() == Kind.WRITES)) {
                asked.add(statement);
                destroys |= words.destroys();
            }
        }
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        if (away) {
            reasons.addFirst("This connection is " + word(profile.environment()) + ": " + profile.name() + ".");
        }
        String what = asked.size() == 1
                ? "Run " + StatementWords.of(asked.getFirst().text()).tag() + "?"
                : "Run " + asked.size() + " statements that write?";
        boolean typed = destroys && profile.environment() == Environment.PRODUCTION;
        return Optional.of(new Caution(what, reasons.stream().distinct().toList(), asked, typed));
    }

    /// What is asked before a plan is measured by running its statement; empty where the statement only reads.
    public static Optional<Caution> beforeAnalysing(SqlStatement statement, Profile profile) {
        StatementWords words = StatementWords.of(statement.text());
        if (words.kind() == Kind.READS) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>();
        if (profile.environment() != Environment.LOCAL) {
            reasons.add("This connection is " + word(profile.environment()) + ": " + profile.name() + ".");
        }
        reasons.add(
                "EXPLAIN ANALYZE runs the statement. It runs in a transaction that is rolled back, and holds its locks"
                        + " until then. Numbers taken from sequences are not given back.");
        return Optional.of(new Caution("Analyse " + words.tag() + "?", reasons, List.of(statement), false));
    }

    private static String word(Environment environment) {
        return switch (environment) {
            case LOCAL -> "local";
            case STAGING -> "staging";
            case PRODUCTION -> "production";
        };
    }
}
