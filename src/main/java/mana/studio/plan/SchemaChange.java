package mana.studio.plan;

import mana.studio.schema.Schema;

/// A schema comes or goes.
public sealed interface SchemaChange extends Change {
    record CreateSchema(Schema schema) implements SchemaChange {}

    /// The schema is empty by then.
    record DropSchema(Schema schema) implements SchemaChange {}
}
