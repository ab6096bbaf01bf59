package mana.studio.plan;

import java.util.List;
import java.util.stream.Collectors;

/// The statements that turn one database into another, in order.
///
/// @param statements none where the two are the same
/// @param proposals  renames that may be meant where something goes and something like it comes
/// @param untouched  what differs and is outside the model: it is left alone, and named here
public record Plan(List<Statement> statements, List<RenameProposal> proposals, List<String> untouched) {
    public Plan {
        statements = List.copyOf(statements);
        proposals = List.copyOf(proposals);
        untouched = List.copyOf(untouched);
    }

    public boolean isEmpty() {
        return statements.isEmpty();
    }

    /// Whether any statement can destroy rows or values.
    public boolean destroysData() {
        return statements.stream().anyMatch(Statement::destroysData);
    }

    /// The script, a statement after the other, each with its semicolon.
    public String sql() {
        return statements.stream().map(statement -> statement.sql() + ";\n").collect(Collectors.joining());
    }
}
