package mana.studio.drizzle.snapshot;

import mana.studio.schema.QualifiedName;

/// The table of a linked policy, which a snapshot names as `"schema"."table"`, quotes inside not doubled.
final class LinkedTable {
    private LinkedTable() {}

    static String name(String on, String schema) {
        String prefix = "\"" + schema + "\".\"";
        return on.startsWith(prefix) && on.endsWith("\"") ? on.substring(prefix.length(), on.length() - 1) : on;
    }

    static String text(QualifiedName table) {
        return "\"%s\".\"%s\"".formatted(table.schema(), table.name());
    }
}
