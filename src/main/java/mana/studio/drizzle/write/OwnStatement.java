package mana.studio.drizzle.write;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import mana.studio.statement.SqlStatement;
import mana.studio.statement.Statements;
import org.jspecify.annotations.Nullable;

/// What a person writes between the statements of a migration: an UPDATE that fills a new column.
///
/// @param sql    one statement or several
/// @param before the statement that it stands before, as the migration has it; null for the end
public record OwnStatement(String sql, @Nullable String before) {
    /// The migrator opens and ends the one transaction, and nothing else may.
    private static final Set<String> TRANSACTION = Set.of(
            "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE", "PREPARE TRANSACTION");

    /// Each by itself, with its semicolon.
    public List<String> statements() {
        return Statements.split(sql).stream()
                .map(statement -> statement.text().strip() + ";")
                .toList();
    }

    /// Why it cannot stand in a migration, as a sentence; empty where it can. Whether it runs, the proof says.
    public Optional<String> problem() {
        List<SqlStatement> all = Statements.split(sql);
        if (all.isEmpty()) {
            return Optional.of("There is no statement in it.");
        }
        for (SqlStatement statement : all) {
            if (statement.kind() != SqlStatement.Kind.SQL) {
                return Optional.of("Only SQL can stand in a migration, not what psql reads: " + head(statement));
            }
            String words = statement.text().strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
            boolean ends = TRANSACTION.stream().anyMatch(word -> words.equals(word) || words.startsWith(word + " "));
            if (ends) {
                return Optional.of("The migrator runs everything in one transaction of its own: " + head(statement)
                        + " cannot stand in it.");
            }
        }
        return Optional.empty();
    }

    private static String head(SqlStatement statement) {
        return statement.text().lines().findFirst().orElse("");
    }
}
