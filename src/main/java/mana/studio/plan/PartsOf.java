package mana.studio.plan;

import java.util.LinkedHashSet;
import java.util.Set;
import mana.studio.schema.Column;
import mana.studio.schema.DomainType;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.Part.Kind;
import mana.studio.schema.Relation;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;

/// The parts an object consists of, itself as a whole among them: what comes and goes with it.
final class PartsOf {
    private PartsOf() {}

    static Set<Part> object(SchemaObject object) {
        ObjectName name = ObjectName.of(object);
        Set<Part> parts = new LinkedHashSet<>();
        parts.add(Part.whole(name));
        if (object instanceof Relation relation) {
            for (Column column : relation.columns()) {
                parts.add(new Part(name, Kind.COLUMN, column.name()));
                if (column.defaultExpression() != null) {
                    parts.add(new Part(name, Kind.DEFAULT, column.name()));
                }
            }
            relation.indexes().forEach(index -> parts.add(new Part(name, Kind.INDEX, index.name())));
            relation.triggers().forEach(trigger -> parts.add(new Part(name, Kind.TRIGGER, trigger.name())));
        }
        if (object instanceof Table table) {
            table.constraints().forEach(constraint -> parts.add(new Part(name, Kind.CONSTRAINT, constraint.name())));
            table.policies().forEach(policy -> parts.add(new Part(name, Kind.POLICY, policy.name())));
        }
        if (object instanceof DomainType domain) {
            domain.checks().forEach(check -> parts.add(new Part(name, Kind.CONSTRAINT, check.name())));
        }
        return parts;
    }
}
