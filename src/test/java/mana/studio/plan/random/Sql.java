package mana.studio.plan.random;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A script that is written in one order and run in another.
final class Sql {
    private final Map<Phase, List<String>> statements = new EnumMap<>(Phase.class);

    enum Phase {
        SCHEMAS,
        TYPES,
        ROUTINES,
        TABLES,
        CONSTRAINTS,
        KEYS,
        INDEXES,
        VIEWS,
        AROUND,
        OWNERS
    }

    void add(Phase phase, String sql, Object... values) {
        statements.computeIfAbsent(phase, _ -> new ArrayList<>()).add(sql.formatted(values));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        statements
                .values()
                .forEach(phase -> phase.forEach(sql -> text.append(sql).append(";\n")));
        return text.toString();
    }
}
