package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleTable.ForeignKey;
import mana.studio.schema.QualifiedName;

/// Which tables refer to which: the order that has what is referred to first, and where there is none.
///
/// @param targets all tables that can be reached from each
record Cycles(Map<QualifiedName, Set<QualifiedName>> targets) {
    static Cycles of(List<DrizzleTable> tables) {
        Map<QualifiedName, Set<QualifiedName>> direct = new LinkedHashMap<>();
        tables.forEach(table -> direct.put(table.name(), direct(table)));
        Map<QualifiedName, Set<QualifiedName>> reached = new HashMap<>();
        direct.keySet().forEach(table -> reached.put(table, reached(table, direct)));
        return new Cycles(reached);
    }

    /// Whether the first refers to the second and can be reached from it again: TypeScript then cannot infer either
    /// type from the other.
    boolean contains(QualifiedName from, QualifiedName to) {
        return targets.getOrDefault(to, Set.of()).contains(from);
    }

    /// The tables in their order, but each behind those that it refers to.
    static List<DrizzleTable> ordered(List<DrizzleTable> tables) {
        Map<QualifiedName, DrizzleTable> byName = new LinkedHashMap<>();
        tables.forEach(table -> byName.put(table.name(), table));
        List<DrizzleTable> ordered = new ArrayList<>();
        Set<QualifiedName> seen = new HashSet<>();
        tables.forEach(table -> visit(table, byName, seen, ordered));
        return ordered;
    }

    private static void visit(
            DrizzleTable table,
            Map<QualifiedName, DrizzleTable> byName,
            Set<QualifiedName> seen,
            List<DrizzleTable> ordered) {
        if (seen.add(table.name())) {
            direct(table).stream()
                    .filter(byName::containsKey)
                    .forEach(target -> visit(byName.getOrDefault(target, table), byName, seen, ordered));
            ordered.add(table);
        }
    }

    private static Set<QualifiedName> direct(DrizzleTable table) {
        Set<QualifiedName> direct = new LinkedHashSet<>();
        table.foreignKeys().stream().map(ForeignKey::target).forEach(direct::add);
        return direct;
    }

    private static Set<QualifiedName> reached(QualifiedName start, Map<QualifiedName, Set<QualifiedName>> direct) {
        Set<QualifiedName> reached = new HashSet<>();
        List<QualifiedName> open = new ArrayList<>(direct.getOrDefault(start, Set.of()));
        while (!open.isEmpty()) {
            QualifiedName next = open.removeLast();
            if (reached.add(next)) {
                open.addAll(direct.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }
}
