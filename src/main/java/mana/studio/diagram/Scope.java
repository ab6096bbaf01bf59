package mana.studio.diagram;

/// Which part of a database a diagram shows.
public sealed interface Scope {
    /// Names the scope, for what is kept of it.
    String key();

    /// Every table.
    record All() implements Scope {
        @Override
        public String key() {
            return "all";
        }
    }

    /// The tables of a schema, and those of others to which they refer.
    record OneSchema(String schema) implements Scope {
        @Override
        public String key() {
            return "schema:" + schema;
        }
    }

    /// A table and what is near it.
    ///
    /// @param table the key of its identity, so that a rename does not lose it
    /// @param steps how many foreign keys away
    record Around(String table, int steps) implements Scope {
        @Override
        public String key() {
            return "around:" + table + ":" + steps;
        }
    }
}
