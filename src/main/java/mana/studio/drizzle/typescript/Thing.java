package mana.studio.drizzle.typescript;

import mana.studio.schema.QualifiedName;

/// What a constant in a schema file declares.
record Thing(Kind kind, QualifiedName name) {
    enum Kind {
        SCHEMA("Schema"),
        ENUM("Enum"),
        TABLE("Table"),
        VIEW("View"),
        SEQUENCE("Sequence"),
        ROLE("Role"),
        POLICY("Policy"),
        TYPE("Type");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }

        /// What an identifier ends in where its name alone is taken.
        String suffix() {
            return suffix;
        }
    }

    static Thing schema(String name) {
        return new Thing(Kind.SCHEMA, new QualifiedName("", name));
    }

    static Thing enumType(QualifiedName name) {
        return new Thing(Kind.ENUM, name);
    }

    static Thing table(QualifiedName name) {
        return new Thing(Kind.TABLE, name);
    }

    static Thing view(QualifiedName name) {
        return new Thing(Kind.VIEW, name);
    }

    static Thing sequence(QualifiedName name) {
        return new Thing(Kind.SEQUENCE, name);
    }

    static Thing role(String name) {
        return new Thing(Kind.ROLE, new QualifiedName("", name));
    }

    static Thing policy(QualifiedName table, String name) {
        return new Thing(Kind.POLICY, new QualifiedName(table.schema() + "." + table.name(), name));
    }

    /// A `customType` for a type's text.
    static Thing type(String text) {
        return new Thing(Kind.TYPE, new QualifiedName("", text));
    }

    /// How it is called where nothing else is called so: `users`, `authSchema`, `userRoleEnum`, `jobNumberSeq`.
    String wish() {
        String camel = Words.camel(name.name());
        return switch (kind) {
            case SCHEMA -> ending(camel, "Schema");
            case ENUM -> ending(camel, "Enum");
            case ROLE -> ending(camel, "Role");
            case POLICY -> ending(camel, "Policy");
            case SEQUENCE -> camel.matches(".*(Seq|Sequence)") ? camel : camel + "Seq";
            case TABLE, VIEW, TYPE -> Words.isTaken(camel) ? camel + kind.suffix() : camel;
        };
    }

    /// How it is called where its wish is another's too.
    String secondWish() {
        boolean placed = !name.schema().isEmpty() && kind != Kind.POLICY;
        return placed
                ? new Thing(kind, new QualifiedName("", name.schema() + "_" + name.name())).wish()
                : ending(wish(), kind.suffix());
    }

    private static String ending(String camel, String suffix) {
        return camel.endsWith(suffix) ? camel : camel + suffix;
    }
}
