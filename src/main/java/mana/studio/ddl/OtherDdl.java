package mana.studio.ddl;

import java.util.Objects;
import mana.studio.ddl.Script.Phase;
import mana.studio.schema.OtherObject;
import mana.studio.sql.Identifier;

/// What has no record of its own: the statements the model holds for it, and what is said of it and granted on it.
final class OtherDdl {
    private final Script script;

    OtherDdl(Script script) {
        this.script = script;
    }

    /// @param other with a definition
    void write(OtherObject other) {
        script.add(phase(other), Objects.requireNonNull(other.definition(), other.name()));
        if (other.address() == null) {
            return;
        }
        if (other.comment() != null) {
            script.add(
                    Phase.COMMENT, "COMMENT ON " + other.address() + " IS " + Clause.literal(other.comment()));
        }
        if (other.owner() != null) {
            script.add(Phase.OWNER, "ALTER " + other.address() + " OWNER TO " + Identifier.quote(other.owner()));
            new PrivilegeDdl(script).write(kind(other), granted(other), other.owner(), other.privileges());
        }
    }

    /// Event triggers fire at what follows, and default privileges change it: they come last, as does what is said of
    /// indexes and the like.
    private static Phase phase(OtherObject other) {
        return switch (other.kind()) {
            case "event trigger", "default privileges", "publication", "extension dependency", "comment" -> Phase.OTHER;
            default -> Phase.CREATE;
        };
    }

    static PrivilegeDdl.Kind kind(OtherObject other) {
        return switch (other.kind()) {
            case "aggregate" -> PrivilegeDdl.Kind.ROUTINE;
            case "foreign-data wrapper", "foreign server" -> PrivilegeDdl.Kind.FOREIGN;
            default -> PrivilegeDdl.Kind.TYPE;
        };
    }

    /// How GRANT names it: `FUNCTION app.sum(integer)`, `FOREIGN SERVER s`.
    static String granted(OtherObject other) {
        String address = Objects.requireNonNull(other.address(), other.name());
        return switch (other.kind()) {
            case "aggregate" -> aggregate(address);
            case "foreign server" -> "FOREIGN " + address;
            default -> address;
        };
    }

    /// GRANT knows no `*` and no ORDER BY among the types of arguments.
    private static String aggregate(String address) {
        int arguments = address.lastIndexOf('(') + 1;
        String types = address.substring(arguments)
                .replace("*", "")
                .replaceFirst("^ORDER BY ", "")
                .replace(" ORDER BY ", ", ");
        return address.substring(0, arguments).replaceFirst("^AGGREGATE", "FUNCTION") + types;
    }
}
