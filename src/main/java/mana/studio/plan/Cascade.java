package mana.studio.plan;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.CompositeType;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.Part.Kind;
import mana.studio.schema.Policy;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;
import mana.studio.schema.View;

/// What goes when something goes, as `DROP … CASCADE` would have it: what PostgreSQL takes along by itself, and what it
/// would refuse for without the word.
public final class Cascade {
    private final Lookup lookup;
    private final Set<Part> gone = new LinkedHashSet<>();
    private final Deque<Part> open = new ArrayDeque<>();

    private Cascade(Lookup lookup) {
        this.lookup = lookup;
    }

    /// All that goes, the dropped parts first, then what leans on them, link by link. The parts of an object that goes
    /// as
    /// a whole are not named one by one.
    public static Set<Part> of(Database database, Collection<Part> dropped) {
        Cascade cascade = new Cascade(new Lookup(database));
        dropped.forEach(cascade::add);
        while (!cascade.open.isEmpty()) {
            cascade.follow(cascade.open.poll());
        }
        cascade.gone.removeIf(part -> part.kind() != Kind.WHOLE && cascade.gone.contains(Part.whole(part.object())));
        cascade.gone.removeIf(part -> part.kind() == Kind.DEFAULT
                && cascade.gone.contains(new Part(part.object(), Kind.COLUMN, part.name())));
        return cascade.gone;
    }

    /// A view goes as a whole, whatever part of its query is affected.
    private void add(Part part) {
        boolean ofView = (part.kind() == Kind.COLUMN || part.kind() == Kind.DEFAULT)
                && lookup.object(part.object()).filter(View.class::isInstance).isPresent();
        Part unit = ofView ? Part.whole(part.object()) : part;
        if (!gone.contains(Part.whole(unit.object())) && gone.add(unit)) {
            open.add(unit);
        }
    }

    private void follow(Part part) {
        switch (part.kind()) {
            case WHOLE -> whole(part);
            case COLUMN -> column(part);
            case DEFAULT, TRIGGER, POLICY -> {}
            case CONSTRAINT -> {
                lookup.dependents(part).forEach(this::add);
                inherited(part);
            }
            case INDEX -> {
                lookup.dependents(part).forEach(this::add);
                attached(part);
            }
        }
    }

    private void whole(Part part) {
        ObjectName name = part.object();
        if (name.kind() == ObjectName.Kind.OTHER && name.arguments().equals("schema")) {
            lookup.schema(name.name().name()).ifPresent(this::schema);
            return;
        }
        SchemaObject object = lookup.object(name).orElse(null);
        Set<Part> parts = object == null ? Set.of(part) : PartsOf.object(object);
        for (Part own : parts) {
            lookup.dependents(own).stream()
                    .filter(dependent -> !dependent.object().equals(name))
                    .forEach(dependent -> dependent(part, dependent));
        }
        if (object instanceof Table table) {
            lookup.childrenOf(table.name()).forEach(child -> add(Part.relation(child.name())));
            lookup.ownedBy(table.name()).forEach(sequence -> add(Part.relation(sequence.name())));
        }
    }

    private void schema(Schema schema) {
        schema.objects().forEach(object -> add(Part.whole(ObjectName.of(object))));
        lookup.database().others().stream()
                .filter(other -> schema.name().equals(other.schema()))
                .map(ObjectName::of)
                .forEach(other -> add(Part.whole(other)));
    }

    /// A composite type loses the attributes of a type that goes, and stays.
    private void dependent(Part part, Part dependent) {
        SchemaObject object = lookup.object(dependent.object()).orElse(null);
        if (object instanceof CompositeType composite && dependent.kind() == Kind.WHOLE) {
            composite.attributes().stream()
                    .filter(attribute ->
                            part.object().name().equals(attribute.type().named()))
                    .forEach(attribute -> add(new Part(dependent.object(), Kind.COLUMN, attribute.name())));
        } else {
            add(dependent);
        }
    }

    private void column(Part part) {
        lookup.dependents(part).stream()
                .filter(dependent ->
                        dependent.kind() != Kind.DEFAULT || !dependent.name().equals(part.name()))
                .forEach(this::add);
        Relation relation = lookup.relation(part.object().name()).orElse(null);
        if (!(relation instanceof Table table)) {
            return;
        }
        mentioning(table, part.name()).forEach(this::add);
        lookup.ownedBy(table.name()).stream()
                .filter(sequence -> sequence.ownedBy() != null
                        && sequence.ownedBy().column().equals(part.name()))
                .forEach(sequence -> add(Part.relation(sequence.name())));
        lookup.childrenOf(table.name()).stream()
                .filter(child -> child.column(part.name())
                                .filter(column -> !column.local())
                                .isPresent()
                        || child.partitionOf() != null)
                .forEach(child -> add(Part.column(child.name(), part.name())));
    }

    /// The parts of a table whose expressions name a column of it: what a person has typed, no server has looked into.
    private static Stream<Part> mentioning(Table table, String column) {
        Stream<Part> generated = table.columns().stream()
                .filter(other -> other.generated() != null
                        && mentions(table, column, other.generated().expression()))
                .map(Column::name)
                .map(name -> Part.column(table.name(), name));
        Stream<Part> constraints = table.constraints().stream()
                .filter(constraint -> switch (constraint) {
                    case Constraint.Check check -> mentions(table, column, check.expression());
                    case Constraint.Exclusion exclusion -> mentions(table, column, exclusion.definition());
                    case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.ForeignKey _ -> false;
                })
                .map(constraint -> Part.of(table.name(), Kind.CONSTRAINT, constraint.name()));
        Stream<Part> indexes = table.indexes().stream()
                .filter(index -> texts(index).anyMatch(text -> mentions(table, column, text)))
                .map(index -> Part.of(table.name(), Kind.INDEX, index.name()));
        Stream<Part> policies = table.policies().stream()
                .filter(policy -> texts(policy).anyMatch(text -> mentions(table, column, text)))
                .map(policy -> Part.of(table.name(), Kind.POLICY, policy.name()));
        return Stream.of(generated, constraints, indexes, policies).flatMap(parts -> parts);
    }

    private static Stream<String> texts(Index index) {
        return Stream.concat(index.keys().stream().map(Index.Key::expression), Stream.ofNullable(index.predicate()))
                .filter(Objects::nonNull);
    }

    private static Stream<String> texts(Policy policy) {
        return Stream.concat(Stream.ofNullable(policy.using()), Stream.ofNullable(policy.check()));
    }

    private static boolean mentions(Table table, String column, String sql) {
        return Wording.mentionsColumn(sql, table.name().name(), column);
    }

    /// A child's constraint that comes from its parent goes with it.
    private void inherited(Part part) {
        for (Table child : lookup.childrenOf(part.object().name())) {
            child.constraints().stream()
                    .filter(constraint ->
                            !constraint.local() && constraint.name().equals(part.name()))
                    .forEach(constraint -> add(Part.of(child.name(), Kind.CONSTRAINT, constraint.name())));
        }
    }

    private void attached(Part part) {
        QualifiedName name = new QualifiedName(part.object().name().schema(), part.name());
        for (Table child : lookup.childrenOf(part.object().name())) {
            child.indexes().stream()
                    .filter(index -> name.equals(index.partitionOf()))
                    .forEach(index -> add(Part.of(child.name(), Kind.INDEX, index.name())));
        }
    }
}
