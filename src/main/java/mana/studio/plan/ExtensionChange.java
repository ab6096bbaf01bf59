package mana.studio.plan;

import mana.studio.schema.Extension;

/// An extension comes, goes or becomes another version.
public sealed interface ExtensionChange extends Change {
    /// @param ownSchema whether its schema is one it makes itself
    record CreateExtension(Extension extension, boolean ownSchema) implements ExtensionChange {}

    record DropExtension(Extension extension) implements ExtensionChange {}

    record UpdateExtension(Extension extension) implements ExtensionChange {}

    record MoveExtension(Extension extension) implements ExtensionChange {}
}
