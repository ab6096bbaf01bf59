package mana.studio.plan;

import java.util.ArrayList;
import java.util.List;
import mana.studio.ddl.Pieces;
import mana.studio.plan.TypeChange.AddEnumValue;

/// Ordered changes as the statements of a script.
final class Script {
    private Script() {}

    static List<Statement> of(List<Change> changes, Lookup from, Lookup to) {
        Rendering rendering = new Rendering(from, to);
        List<Statement> statements = new ArrayList<>();
        if (changes.stream().anyMatch(Script::isChecked)) {
            statements.add(new Statement("SET check_function_bodies = off", null, null, List.of(), true));
        }
        changes.forEach(change -> statements.addAll(rendering.of(change)));
        return List.copyOf(separated(statements));
    }

    /// The body of an SQL function would be checked against tables that come later.
    private static boolean isChecked(Change change) {
        return change instanceof RoutineChange routine
                && !(change instanceof RoutineChange.DropRoutine)
                && routine.routine().language().equals("sql");
    }

    /// A new value of an enum can be used only when the transaction that adds it has ended (ALTER TYPE, notes).
    private static List<Statement> separated(List<Statement> statements) {
        List<Statement> separated = new ArrayList<>();
        for (int at = 0; at < statements.size(); at++) {
            Statement statement = statements.get(at);
            boolean used = statement.change() instanceof AddEnumValue add
                    && statements.subList(at + 1, statements.size()).stream()
                            .anyMatch(later -> !(later.change() instanceof AddEnumValue)
                                    && (mentions(later.sql(), add.label()) || converts(later, add)));
            separated.add(used ? statement.alone() : statement);
        }
        return separated;
    }

    /// Whether values of a column may become the new one.
    private static boolean converts(Statement statement, AddEnumValue add) {
        return statement.change() instanceof ColumnChange.SetType
                && statement.sql().contains(Pieces.name(add.type().name()));
    }

    /// Written as a person's literal or as the server deparses one.
    private static boolean mentions(String sql, String label) {
        return sql.contains(Pieces.literal(label)) || sql.contains("'" + label.replace("'", "''") + "'");
    }
}
