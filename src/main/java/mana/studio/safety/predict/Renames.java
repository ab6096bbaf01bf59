package mana.studio.safety.predict;

import static mana.studio.safety.LockMode.ACCESS_EXCLUSIVE;
import static mana.studio.safety.LockMode.ACCESS_SHARE;
import static mana.studio.safety.LockMode.SHARE_UPDATE_EXCLUSIVE;

import java.util.List;
import java.util.Optional;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;
import mana.studio.safety.Touched.Kind;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.statement.Node;

/// What changes only the catalog's words about a thing: its name, schema, owner, comment, privileges.
final class Renames {
    private final Marks marks;
    private final Ground ground;
    private final Footprint footprint;

    Renames(Marks marks) {
        this.marks = marks;
        this.ground = marks.ground();
        this.footprint = marks.footprint();
    }

    void rename(Node statement) {
        Optional<Node> relation = statement.child("relation");
        String kind = statement.text("renameType");
        if (relation.isEmpty()) {
            renameType(statement, kind);
            return;
        }
        QualifiedName name = ground.nameOf(relation.get());
        // RENAME of an index needs less, but only where the statement says INDEX.
        LockMode mode = kind.equals("OBJECT_INDEX") ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
        if (!ground.isKnown() && kind.equals("OBJECT_INDEX")) {
            footprint.lock(Ground.index(name), mode);
            return;
        }
        if (ground.relation(name).isEmpty() && statement.flag("missing_ok")) {
            return;
        }
        marks.lock(relation.get(), mode);
        ground.table(name).ifPresent(table -> renamePart(table, statement, kind));
    }

    private void renamePart(Table table, Node statement, String kind) {
        String part = statement.text("subname");
        switch (kind) {
            case "OBJECT_COLUMN" -> {
                if (ground.isKnown() && table.column(part).isEmpty()) {
                    marks.missing("column", part);
                }
                ground.descendants(table.name()).forEach(child -> marks.lock(child, ACCESS_EXCLUSIVE));
            }
            case "OBJECT_TABCONSTRAINT" -> {
                ConstraintAlterations.behind(table, part)
                        .ifPresent(constraint ->
                                footprint.lock(Ground.index(Ground.inSchemaOf(table, part)), SHARE_UPDATE_EXCLUSIVE));
                ground.descendants(table.name()).stream()
                        .filter(child -> ConstraintAlterations.find(child, part).isPresent())
                        .forEach(child -> marks.lock(child, ACCESS_EXCLUSIVE));
            }
            default -> {}
        }
    }

    private void renameType(Node statement, String kind) {
        if (kind.equals("OBJECT_TYPE") || kind.equals("OBJECT_ATTRIBUTE")) {
            statement.child("object").map(DropStatements::parts).ifPresent(this::composite);
        }
    }

    private void composite(List<String> parts) {
        QualifiedName name = ground.nameOf(parts, ground::composite);
        ground.composite(name)
                .ifPresent(type -> footprint.lock(new Touched(Kind.COMPOSITE_TYPE, name), ACCESS_EXCLUSIVE));
    }

    /// `SET SCHEMA`
    void move(Node statement) {
        Optional<Node> relation = statement.child("relation");
        if (relation.isEmpty()) {
            return;
        }
        QualifiedName name = ground.nameOf(relation.get());
        if (ground.relation(name).isEmpty() && statement.flag("missing_ok")) {
            return;
        }
        marks.lock(relation.get(), ACCESS_EXCLUSIVE);
        ground.table(name).ifPresent(table -> marks.lockSequences(table, ACCESS_EXCLUSIVE));
    }

    /// ALTER … OWNER TO of what is no table: those go with ALTER TABLE.
    void owner(Node statement) {
        if (statement.text("objectType").equals("OBJECT_TYPE")) {
            List<String> parts =
                    statement.child("object").map(DropStatements::parts).orElse(List.of());
            ground.composite(ground.nameOf(parts, ground::composite))
                    .filter(type -> !newOwner(statement).equals(type.owner()))
                    .ifPresent(type -> composite(parts));
        }
    }

    /// The role that OWNER TO names; empty for CURRENT_USER and the like.
    static String newOwner(Node command) {
        return command.child("newowner").map(role -> role.text("rolename")).orElse("");
    }

    void comment(Node statement) {
        Optional<Node> object = statement.child("object");
        List<String> parts = object.map(DropStatements::parts).orElse(List.of());
        switch (statement.text("objtype")) {
            case "OBJECT_TABLE",
                    "OBJECT_VIEW",
                    "OBJECT_MATVIEW",
                    "OBJECT_SEQUENCE",
                    "OBJECT_INDEX",
                    "OBJECT_FOREIGN_TABLE" -> comment(parts, statement.text("objtype"), SHARE_UPDATE_EXCLUSIVE);
            case "OBJECT_COLUMN" -> comment(parts.subList(0, parts.size() - 1), "OBJECT_TABLE", SHARE_UPDATE_EXCLUSIVE);
            case "OBJECT_TABCONSTRAINT", "OBJECT_TRIGGER", "OBJECT_POLICY", "OBJECT_RULE" ->
                comment(parts.subList(0, parts.size() - 1), "OBJECT_TABLE", ACCESS_SHARE);
            default -> {}
        }
    }

    private void comment(List<String> parts, String kind, LockMode mode) {
        QualifiedName name = ground.nameOf(parts, ground::relation);
        if (!ground.isKnown() && kind.equals("OBJECT_INDEX")) {
            footprint.lock(Ground.index(name), mode);
        } else {
            ground.relation(name)
                    .ifPresentOrElse(found -> footprint.lock(found, mode), () -> marks.missing("relation", name));
        }
    }

    /// Nothing before 18, where privileges of a relation began to be changed under a lock.
    void grant(Node statement) {
        if (!ground.since(18) || !statement.text("targtype").equals("ACL_TARGET_OBJECT")) {
            return;
        }
        switch (statement.text("objtype")) {
            case "OBJECT_TABLE", "OBJECT_SEQUENCE" ->
                statement.list("objects").forEach(relation -> marks.lock(relation, ACCESS_SHARE));
            default -> {}
        }
    }
}
