package mana.studio.drizzle.project;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What schema files declare, as far as names go.
///
/// @param schemas the names given to `pgSchema`
public record Declarations(List<String> schemas, List<Named> tables, List<Named> enums) {
    public static final Declarations NONE = new Declarations(List.of(), List.of(), List.of());

    public Declarations {
        schemas = List.copyOf(schemas);
        tables = List.copyOf(tables);
        enums = List.copyOf(enums);
    }

    /// @param schema `public` where none is said
    public record Named(String schema, String name) {
        @Override
        public String toString() {
            return schema + "." + name;
        }
    }

    /// The schemas that something is declared in.
    public Set<String> used() {
        Set<String> used = new TreeSet<>(schemas);
        tables.forEach(table -> used.add(table.schema()));
        enums.forEach(type -> used.add(type.schema()));
        return used;
    }
}
