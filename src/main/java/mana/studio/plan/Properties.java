package mana.studio.plan;

import java.util.List;
import java.util.Objects;
import mana.studio.ddl.GrantKind;
import mana.studio.ddl.Pieces;
import mana.studio.ddl.PrivilegeDifference;
import mana.studio.plan.PropertyChange.ChangePrivileges;
import mana.studio.plan.PropertyChange.SetComment;
import mana.studio.plan.PropertyChange.SetOwner;
import mana.studio.schema.Column;
import mana.studio.schema.CompositeType;
import mana.studio.schema.CompositeType.Attribute;
import mana.studio.schema.Constraint;
import mana.studio.schema.DomainType;
import mana.studio.schema.DomainType.DomainCheck;
import mana.studio.schema.EnumType;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.OtherObject;
import mana.studio.schema.Part;
import mana.studio.schema.Policy;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Trigger;
import mana.studio.sql.Identifier;
import org.jspecify.annotations.Nullable;

/// What is said of things, whose they are and who may use them. Each method takes what was before, or null where the
/// thing is new.
final class Properties {
    private final List<Change> changes;
    private final String runner;
    private final PrivilegeDifference difference;

    /// @param runner  the role that new objects belong to
    /// @param version the server's `server_version_num`
    Properties(List<Change> changes, String runner, int version) {
        this.changes = changes;
        this.runner = runner;
        this.difference = new PrivilegeDifference(version);
    }

    void of(@Nullable SchemaObject old, SchemaObject object) {
        Part part = Part.whole(ObjectName.of(object));
        String address = Pieces.address(object);
        comment(part, address, old == null ? null : old.comment(), object.comment());
        String oldOwner = old == null ? runner : old.owner();
        // An owned sequence has its table's owner, and cannot be given another.
        if (!(object instanceof Sequence sequence && sequence.ownedBy() != null)) {
            owner(part, address, oldOwner, object.owner());
        }
        Privileges before = old == null ? Privileges.DEFAULT : handed(old.privileges(), old.owner(), object.owner());
        String granted = object instanceof Relation ? "TABLE " + Pieces.name(object.name()) : address;
        privileges(part, kind(object), granted, null, object.owner(), before, object.privileges());
    }

    /// What becomes of privileges when an object gets another owner (`aclnewowner`): those of the old one are the new
    /// one's.
    private static Privileges handed(Privileges privileges, String from, String to) {
        return from.equals(to) ? privileges : Roles.replaced(privileges, from, to);
    }

    private static GrantKind kind(SchemaObject object) {
        return switch (object) {
            case Relation _ -> GrantKind.RELATION;
            case Sequence _ -> GrantKind.SEQUENCE;
            case EnumType _, DomainType _, CompositeType _ -> GrantKind.TYPE;
            case Routine _ -> GrantKind.ROUTINE;
        };
    }

    /// Gives a sequence to the owner of the table it is to go with.
    ///
    /// @param before null for a new one
    void hand(Sequence sequence, @Nullable String before, String after) {
        owner(
                Part.relation(sequence.name()),
                Pieces.address(sequence),
                Objects.requireNonNullElse(before, runner),
                after);
    }

    void of(@Nullable Schema old, Schema schema) {
        Part part = Part.schema(schema.name());
        String address = "SCHEMA " + Identifier.quote(schema.name());
        comment(part, address, old == null ? null : old.comment(), schema.comment());
        owner(part, address, old == null ? runner : old.owner(), schema.owner());
        Privileges before = old == null ? Privileges.DEFAULT : handed(old.privileges(), old.owner(), schema.owner());
        privileges(part, GrantKind.SCHEMA, address, null, schema.owner(), before, schema.privileges());
    }

    void of(@Nullable OtherObject old, OtherObject object) {
        if (object.address() == null) {
            return;
        }
        Part part = Part.whole(ObjectName.of(object));
        comment(part, object.address(), old == null ? null : old.comment(), object.comment());
        if (object.owner() == null) {
            return;
        }
        String before = old == null || old.owner() == null ? runner : old.owner();
        owner(part, object.address(), before, object.owner());
        privileges(
                part,
                Pieces.grantKind(object),
                Pieces.granted(object),
                null,
                object.owner(),
                old == null ? Privileges.DEFAULT : handed(old.privileges(), before, object.owner()),
                object.privileges());
    }

    /// A column that is new, or whose relation is.
    void column(Relation relation, Column column) {
        column(null, Privileges.DEFAULT, relation, column);
    }

    void column(Column old, Relation before, Relation relation, Column column) {
        Privileges table = handed(before.privileges(), before.owner(), relation.owner());
        Privileges own = handed(old.privileges(), before.owner(), relation.owner());
        column(old, difference.leftOfColumn(own, relation.owner(), table, relation.privileges()), relation, column);
    }

    /// @param left what is left of the column's privileges when those of the table have changed
    private void column(@Nullable Column old, Privileges left, Relation relation, Column column) {
        Part part = Part.column(relation.name(), column.name());
        String table = Pieces.name(relation.name());
        comment(
                part,
                "COLUMN " + table + "." + Identifier.quote(column.name()),
                old == null ? null : old.comment(),
                column.comment());
        privileges(
                part, GrantKind.COLUMN, "TABLE " + table, column.name(), relation.owner(), left, column.privileges());
        String before =
                old == null || old.notNull() == null ? null : old.notNull().comment();
        if (column.notNull() != null) {
            String name = Identifier.quote(Pieces.notNullName(column, relation.name()));
            comment(
                    part,
                    "CONSTRAINT " + name + " ON " + table,
                    before,
                    column.notNull().comment());
        }
        if (column.identity() != null) {
            Column.IdentityColumn had = old == null ? null : old.identity();
            privileges(
                    part,
                    GrantKind.SEQUENCE,
                    "SEQUENCE " + Pieces.name(column.identity().sequence()),
                    null,
                    relation.owner(),
                    had == null ? Privileges.DEFAULT : had.privileges(),
                    column.identity().privileges());
        }
    }

    void constraint(@Nullable Constraint old, QualifiedName table, Constraint constraint) {
        comment(
                Part.of(table, Part.Kind.CONSTRAINT, constraint.name()),
                "CONSTRAINT " + Identifier.quote(constraint.name()) + " ON " + Pieces.name(table),
                old == null ? null : old.comment(),
                constraint.comment());
    }

    void index(@Nullable Index old, QualifiedName relation, Index index) {
        comment(
                Part.of(relation, Part.Kind.INDEX, index.name()),
                "INDEX " + Identifier.quote(relation.schema(), index.name()),
                old == null ? null : old.comment(),
                index.comment());
    }

    void trigger(@Nullable Trigger old, QualifiedName relation, Trigger trigger) {
        comment(
                Part.of(relation, Part.Kind.TRIGGER, trigger.name()),
                "TRIGGER " + Identifier.quote(trigger.name()) + " ON " + Pieces.name(relation),
                old == null ? null : old.comment(),
                trigger.comment());
    }

    void policy(@Nullable Policy old, QualifiedName table, Policy policy) {
        comment(
                Part.of(table, Part.Kind.POLICY, policy.name()),
                "POLICY " + Identifier.quote(policy.name()) + " ON " + Pieces.name(table),
                old == null ? null : old.comment(),
                policy.comment());
    }

    void check(@Nullable DomainCheck old, DomainType domain, DomainCheck check) {
        comment(
                new Part(ObjectName.of(domain), Part.Kind.CONSTRAINT, check.name()),
                "CONSTRAINT " + Identifier.quote(check.name()) + " ON DOMAIN " + Pieces.name(domain.name()),
                old == null ? null : old.comment(),
                check.comment());
    }

    void attribute(@Nullable Attribute old, CompositeType type, Attribute attribute) {
        comment(
                Part.type(type.name()),
                "COLUMN " + Pieces.name(type.name()) + "." + Identifier.quote(attribute.name()),
                old == null ? null : old.comment(),
                attribute.comment());
    }

    void comment(Part part, String address, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new SetComment(part, address, after));
        }
    }

    private void owner(Part part, String address, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new SetOwner(part, address, before, after));
        }
    }

    private void privileges(
            Part part,
            GrantKind kind,
            String address,
            @Nullable String column,
            String owner,
            Privileges before,
            Privileges after) {
        if (!before.equals(after)) {
            changes.add(new ChangePrivileges(part, kind, address, column, owner, before, after));
        }
    }
}
