package mana.studio.drizzle.snapshot;

import mana.studio.schema.QualifiedName;

/// Names in SQL as drizzle-kit writes them: always quoted, the schema public left out where it does.
final class Names {
    static final String PUBLIC = "public";

    private Names() {}

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// With its schema, whichever.
    static String full(QualifiedName name) {
        return quote(name.schema()) + "." + quote(name.name());
    }

    /// Without the schema public.
    static String brief(QualifiedName name) {
        return name.schema().equals(PUBLIC) ? quote(name.name()) : full(name);
    }
}
