package mana.studio.schema;

import java.util.List;

/// What has columns and rows: a table or a view.
public sealed interface Relation extends SchemaObject permits Table, View {
    List<Column> columns();

    /// Indexes that back no constraint, by name.
    List<Index> indexes();

    List<Trigger> triggers();
}
