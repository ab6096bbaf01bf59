package mana.studio.plan;

import mana.studio.schema.QualifiedName;

/// Something takes another name and stays what it is.
public sealed interface RenameChange extends Change {
    record RenameSchema(String from, String to) implements RenameChange {}

    /// @param kind as ALTER names it: `TABLE`, `VIEW`, `TYPE`, `SEQUENCE` …
    /// @param address how ALTER names the object before
    record RenameObject(String kind, String address, QualifiedName from, String to) implements RenameChange {}

    /// Another schema.
    record MoveObject(String kind, String address, QualifiedName from, String toSchema) implements RenameChange {}

    /// @param kind `TABLE`, `VIEW` or `TYPE` (of an attribute)
    record RenameColumn(String kind, QualifiedName relation, String from, String to) implements RenameChange {}

    record RenameConstraint(QualifiedName table, String from, String to) implements RenameChange {}

    record RenameIndex(QualifiedName relation, String from, String to) implements RenameChange {}

    /// @param kind `TRIGGER` or `POLICY`
    record RenamePart(String kind, QualifiedName relation, String from, String to) implements RenameChange {}

    record RenameEnumValue(QualifiedName type, String from, String to) implements RenameChange {}
}
