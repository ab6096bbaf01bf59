package mana.studio.drizzle.typescript;

import mana.studio.schema.QualifiedName;

/// What is the same thing under another name: two schemas alone cannot tell.
public sealed interface Rename {
    record OfTable(QualifiedName from, QualifiedName to) implements Rename {}

    record OfEnum(QualifiedName from, QualifiedName to) implements Rename {}

    /// @param table as it is called afterwards
    record OfColumn(QualifiedName table, String from, String to) implements Rename {}
}
