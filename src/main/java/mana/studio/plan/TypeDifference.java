package mana.studio.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mana.studio.plan.TypeChange.AddAttribute;
import mana.studio.plan.TypeChange.AddDomainCheck;
import mana.studio.plan.TypeChange.AddEnumValue;
import mana.studio.plan.TypeChange.DropAttribute;
import mana.studio.plan.TypeChange.DropDomainCheck;
import mana.studio.plan.TypeChange.DropRetiredType;
import mana.studio.plan.TypeChange.DropType;
import mana.studio.plan.TypeChange.RetireType;
import mana.studio.plan.TypeChange.SetAttributeType;
import mana.studio.plan.TypeChange.SetDomainDefault;
import mana.studio.plan.TypeChange.SetDomainNotNull;
import mana.studio.plan.TypeChange.ValidateDomainCheck;
import mana.studio.schema.CompositeType;
import mana.studio.schema.CompositeType.Attribute;
import mana.studio.schema.DomainType;
import mana.studio.schema.DomainType.DomainCheck;
import mana.studio.schema.EnumType;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SchemaObject;
import mana.studio.sql.GeneratedName;

/// A type that is on both sides. One that cannot be altered takes another name, its successor comes, the columns change
/// over, and then it goes: no row is lost.
final class TypeDifference {
    private final Lookup from;
    private final Recreation recreation;
    private final List<Change> changes;
    private final Properties properties;
    private final Creation creation;

    TypeDifference(Lookup from, Recreation recreation, List<Change> changes, Properties properties, Creation creation) {
        this.from = from;
        this.recreation = recreation;
        this.changes = changes;
        this.properties = properties;
        this.creation = creation;
    }

    private void recreate(SchemaObject before, SchemaObject after) {
        boolean used = from.usersOf(before.name()).stream()
                .anyMatch(
                        user -> user.kind() == Part.Kind.COLUMN || user.object().kind() == ObjectName.Kind.TYPE);
        if (used) {
            QualifiedName retired = retired(before.name());
            changes.add(new RetireType(before, retired));
            changes.add(new DropRetiredType(before, retired));
        } else {
            changes.add(new DropType(before));
        }
        creation.object(after);
    }

    /// A free name for a type on its way out.
    private QualifiedName retired(QualifiedName name) {
        QualifiedName candidate = new QualifiedName(name.schema(), GeneratedName.of(name.name(), "before", "change"));
        while (from.type(candidate).isPresent() || from.relation(candidate).isPresent()) {
            candidate = new QualifiedName(name.schema(), GeneratedName.of(candidate.name(), "before", "change"));
        }
        return candidate;
    }

    void between(EnumType before, EnumType after, boolean recreated) {
        if (recreated) {
            recreate(before, after);
            return;
        }
        List<String> labels = after.labels();
        for (int at = 0; at < labels.size(); at++) {
            String label = labels.get(at);
            if (!before.labels().contains(label)) {
                changes.add(new AddEnumValue(after, label, next(before, labels.subList(at + 1, labels.size()))));
            }
        }
        properties.of(before, after);
    }

    /// The first of the labels that is there before; those between are added before it too, in their order.
    private static @org.jspecify.annotations.Nullable String next(EnumType before, List<String> following) {
        return following.stream().filter(before.labels()::contains).findFirst().orElse(null);
    }

    void between(DomainType before, DomainType after, boolean recreated) {
        if (recreated) {
            recreate(before, after);
            return;
        }
        if (!Objects.equals(before.defaultExpression(), after.defaultExpression())) {
            changes.add(new SetDomainDefault(after));
        }
        if (before.notNull() != after.notNull()) {
            changes.add(new SetDomainNotNull(after));
        }
        for (DomainCheck check : before.checks()) {
            if (find(after, check.name())
                    .filter(other -> isSame(before, check, other))
                    .isEmpty()) {
                changes.add(new DropDomainCheck(before, check));
            }
        }
        for (DomainCheck check : after.checks()) {
            DomainCheck old = find(before, check.name())
                    .filter(other -> isSame(before, other, check))
                    .orElse(null);
            if (old == null) {
                changes.add(new AddDomainCheck(after, check));
            } else if (!old.validated() && check.validated()) {
                changes.add(new ValidateDomainCheck(after, check));
            }
            properties.check(old, after, check);
        }
        properties.of(before, after);
    }

    private static Optional<DomainCheck> find(DomainType type, String name) {
        return type.checks().stream().filter(check -> check.name().equals(name)).findFirst();
    }

    private boolean isSame(DomainType type, DomainCheck before, DomainCheck after) {
        Part part = new Part(ObjectName.of(type), Part.Kind.CONSTRAINT, before.name());
        return !recreation.contains(part)
                && before.expression().equals(after.expression())
                && (before.validated() == after.validated() || after.validated());
    }

    void between(CompositeType before, CompositeType after, boolean recreated) {
        if (recreated) {
            recreate(before, after);
            return;
        }
        boolean typed = from.usersOf(before.name()).stream().anyMatch(user -> user.kind() == Part.Kind.WHOLE);
        for (Attribute attribute : before.attributes()) {
            if (find(after, attribute.name()).isEmpty()) {
                changes.add(new DropAttribute(after, attribute, typed));
            }
        }
        for (Attribute attribute : after.attributes()) {
            Attribute old = find(before, attribute.name()).orElse(null);
            if (old == null) {
                changes.add(new AddAttribute(after, attribute, typed));
            } else if (!InPlace.sameType(old, attribute)) {
                changes.add(new SetAttributeType(after, attribute, typed));
            }
            properties.attribute(old, after, attribute);
        }
        properties.of(before, after);
    }

    private static Optional<Attribute> find(CompositeType type, String name) {
        return type.attributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }
}
