package mana.studio.ddl;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Statements, gathered object by object and kept phase by phase, so that what needs all tables comes after all tables.
final class Script {
    private final Map<Phase, List<String>> statements = new EnumMap<>(Phase.class);

    /// The parts of a script, in their order.
    enum Phase {
        CREATE,
        OWNED_BY,
        CONSTRAINT,
        INDEX,
        FOREIGN_KEY,
        /// After keys and indexes: attaching a partition joins its own to those of its parent.
        ATTACH,
        INDEX_USE,
        TRIGGER,
        POLICY,
        OTHER,
        COMMENT,
        OWNER,
        GRANT
    }

    /// @param statement without its closing semicolon
    void add(Phase phase, String statement) {
        statements.computeIfAbsent(phase, _ -> new ArrayList<>()).add(statement);
    }

    /// All statements in order, without closing semicolons.
    List<String> statements() {
        return statements.values().stream().flatMap(List::stream).toList();
    }

    /// The statements of one phase.
    List<String> statements(Phase phase) {
        return List.copyOf(statements.getOrDefault(phase, List.of()));
    }

    /// The script: a blank line between phases and around statements of several lines.
    String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> phase : statements.values()) {
            boolean spread = phase.stream().anyMatch(statement -> statement.indexOf('\n') >= 0);
            text.append(text.isEmpty() ? "" : "\n");
            text.append(phase.stream().collect(Collectors.joining(spread ? ";\n\n" : ";\n", "", ";\n")));
        }
        return text.toString();
    }
}
