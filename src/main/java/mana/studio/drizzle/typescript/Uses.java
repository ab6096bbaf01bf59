package mana.studio.drizzle.typescript;

import java.util.Set;
import java.util.TreeSet;

/// What a piece of code needs from elsewhere, gathered while it is written.
final class Uses {
    private final Set<String> core = new TreeSet<>();
    private final Set<String> orm = new TreeSet<>();
    private final Set<String> constants = new TreeSet<>();

    /// A function or class of `drizzle-orm/pg-core`.
    String core(String name) {
        core.add(name);
        return name;
    }

    /// A function of `drizzle-orm`.
    String orm(String name) {
        orm.add(name);
        return name;
    }

    /// A constant of the schema's own code.
    String constant(String identifier) {
        constants.add(identifier);
        return identifier;
    }

    /// A template with its import.
    Code sql(String text) {
        orm.add("sql");
        return Code.text(Literals.sql(text));
    }

    Set<String> core() {
        return core;
    }

    Set<String> orm() {
        return orm;
    }

    Set<String> constants() {
        return constants;
    }

    void addAll(Uses other) {
        core.addAll(other.core);
        orm.addAll(other.orm);
        constants.addAll(other.constants);
    }
}
