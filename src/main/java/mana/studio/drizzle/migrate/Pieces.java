package mana.studio.drizzle.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mana.studio.apply.Outside;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.statement.Node;
import mana.studio.statement.PgParser;
import mana.studio.statement.SqlStatement;
import mana.studio.statement.Statements;
import mana.studio.statement.SyntaxError;

/// Takes a file apart into what is sent to the server at once.
///
/// drizzle sends a chunk as a whole. Within one transaction its statements can as well be sent one by one, and then it
/// is known which of them failed; where that would make a difference (a COMMIT in it, something that is refused in a
/// text of several statements, a text the grammar does not take) the chunk stays whole.
final class Pieces {
    private final String text;
    private final How how;
    private final List<Cut> cuts = new ArrayList<>();
    private int counted;
    private int line = 1;

    /// @param statements with their places in the file
    record Cut(String sql, int start, int line, List<SqlStatement> statements) {}

    /// What may be told apart.
    enum How {
        /// Nothing: chunk by chunk, as drizzle does.
        CHUNKS,
        /// What runs in a transaction that is open already.
        IN_TRANSACTION,
        /// Everything that the grammar takes.
        STATEMENTS
    }

    private Pieces(String text, How how) {
        this.text = text;
        this.how = how;
    }

    static List<Cut> of(MigrationFile file, How how) {
        Pieces pieces = new Pieces(file.text(), how);
        int start = 0;
        for (String chunk : file.chunks()) {
            pieces.chunk(chunk, start);
            start += chunk.length() + MigrationFile.BREAKPOINT.length();
        }
        return pieces.cuts;
    }

    private void chunk(String chunk, int start) {
        List<SqlStatement> statements = Statements.split(chunk).stream()
                .map(statement -> new SqlStatement(
                        statement.kind(),
                        statement.text(),
                        start + statement.start(),
                        start + statement.end(),
                        lineAt(start + statement.start())))
                .toList();
        if (statements.isEmpty() && isTaken(chunk, 0)) {
            return;
        }
        if (canBeApart(chunk, start, statements)) {
            statements.forEach(statement ->
                    cuts.add(new Cut(statement.text(), statement.start(), statement.line(), List.of(statement))));
        } else {
            cuts.add(new Cut(chunk, start, lineAt(start), statements));
        }
    }

    /// Only ever asked forwards.
    private int lineAt(int position) {
        if (position < counted) {
            counted = 0;
            line = 1;
        }
        for (; counted < position; counted++) {
            line += text.charAt(counted) == '\n' ? 1 : 0;
        }
        return line;
    }

    private boolean canBeApart(String chunk, int start, List<SqlStatement> statements) {
        boolean sql = statements.stream().allMatch(each -> each.kind() == SqlStatement.Kind.SQL);
        if (!sql || statements.isEmpty() || how == How.CHUNKS) {
            return false;
        }
        if (statements.size() == 1) {
            SqlStatement only = statements.getFirst();
            String around = chunk.substring(0, only.start() - start) + chunk.substring(only.end() - start);
            return around.isBlank() || around.strip().equals(";") || isTaken(chunk, 1);
        }
        return isTaken(chunk, statements.size())
                && (how == How.STATEMENTS || statements.stream().noneMatch(Pieces::actsOnTransactions));
    }

    private static boolean isTaken(String chunk, int count) {
        try {
            return chunk.isBlank() ? count == 0 : PgParser.parse(chunk).size() == count;
        } catch (SyntaxError refused) {
            return false;
        }
    }

    private static boolean actsOnTransactions(SqlStatement statement) {
        return isControl(statement) || Outside.isRefusedInTransaction(statement.text());
    }

    /// BEGIN, COMMIT, ROLLBACK.
    static boolean isControl(SqlStatement statement) {
        return tree(statement).filter(tree -> tree.is("TransactionStmt")).isPresent();
    }

    static Optional<Node> tree(SqlStatement statement) {
        try {
            return Optional.of(PgParser.parseOne(statement.text()));
        } catch (SyntaxError refused) {
            return Optional.empty();
        }
    }
}
