package mana.studio.ddl;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import mana.studio.ddl.Script.Phase;
import mana.studio.schema.CompositeType;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Part;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Routine;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.sql.Identifier;

/// Any object: what creates it, and what is said of it and granted on it.
final class ObjectDdl {
    private final Script script;
    private final TableDdl tables;
    private final RelationDdl relations;
    private final TypeDdl types;
    private final PrivilegeDdl privileges;

    /// @param alone whether the object stands alone, or among all others of its database
    /// @param late  see {@link TableDdl}
    ObjectDdl(Script script, boolean alone, Function<QualifiedName, Optional<Table>> parents, Set<Part> late) {
        this.script = script;
        this.tables = new TableDdl(script, alone, parents, late);
        this.relations = new RelationDdl(script);
        this.types = new TypeDdl(script);
        this.privileges = new PrivilegeDdl(script);
    }

    void write(SchemaObject object) {
        switch (object) {
            case Table table -> {
                tables.write(table);
                relations.write(table);
                properties(table, TableDdl.word(table), "TABLE", PrivilegeDdl.Kind.RELATION);
                relations.columns(table);
            }
            case View view -> {
                relations.write(view);
                properties(view, RelationDdl.word(view), "TABLE", PrivilegeDdl.Kind.RELATION);
                relations.columns(view);
            }
            case Sequence sequence -> sequence(sequence);
            case EnumType type -> {
                types.write(type);
                properties(type, "TYPE", "TYPE", PrivilegeDdl.Kind.TYPE);
            }
            case DomainType type -> {
                types.write(type);
                properties(type, "DOMAIN", "DOMAIN", PrivilegeDdl.Kind.TYPE);
            }
            case CompositeType type -> {
                types.write(type);
                properties(type, "TYPE", "TYPE", PrivilegeDdl.Kind.TYPE);
            }
            case Routine routine -> routine(routine);
        }
    }

    static String create(Sequence sequence) {
        String type = sequence.options().type();
        return "CREATE " + (sequence.unlogged() ? "UNLOGGED " : "") + "SEQUENCE " + Clause.name(sequence.name())
                + (type.equals("bigint") ? "" : " AS " + type) + Clause.counting(sequence.options());
    }

    private void sequence(Sequence sequence) {
        String name = Clause.name(sequence.name());
        script.add(Phase.CREATE, create(sequence));
        if (sequence.ownedBy() == null) {
            properties(sequence, "SEQUENCE", "SEQUENCE", PrivilegeDdl.Kind.SEQUENCE);
            return;
        }
        script.add(
                Phase.OWNED_BY,
                "ALTER SEQUENCE " + name + " OWNED BY " + Clause.name(sequence.ownedBy().table()) + "."
                        + Identifier.quote(sequence.ownedBy().column()));
        // An owned sequence has its table's owner, and cannot be given another.
        comment("SEQUENCE " + name, sequence.comment());
        privileges.write(PrivilegeDdl.Kind.SEQUENCE, "SEQUENCE " + name, sequence.owner(), sequence.privileges());
    }

    private void routine(Routine routine) {
        script.add(Phase.CREATE, routine.definition());
        properties(address(routine), address(routine), routine, PrivilegeDdl.Kind.ROUTINE);
    }

    static String address(Routine routine) {
        return (routine.kind() == Routine.Kind.PROCEDURE ? "PROCEDURE " : "FUNCTION ") + Clause.name(routine.name())
                + "(" + routine.arguments() + ")";
    }

    private void properties(SchemaObject object, String word, String grantWord, PrivilegeDdl.Kind kind) {
        String name = Clause.name(object.name());
        properties(word + " " + name, grantWord + " " + name, object, kind);
    }

    private void properties(String named, String granted, SchemaObject object, PrivilegeDdl.Kind kind) {
        comment(named, object.comment());
        script.add(Phase.OWNER, "ALTER " + named + " OWNER TO " + Identifier.quote(object.owner()));
        privileges.write(kind, granted, object.owner(), object.privileges());
    }

    private void comment(String named, @org.jspecify.annotations.Nullable String comment) {
        if (comment != null) {
            script.add(Phase.COMMENT, "COMMENT ON " + named + " IS " + Clause.literal(comment));
        }
    }
}
