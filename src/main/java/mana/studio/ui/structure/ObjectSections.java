package mana.studio.ui.structure;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mana.studio.catalog.Snapshot;
import mana.studio.schema.CompositeType;
import mana.studio.schema.DataType;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Routine;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.SequenceOptions;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.ui.structure.Section.Cell;
import mana.studio.ui.structure.Section.Cell.Code;
import mana.studio.ui.structure.Section.Cell.Link;
import mana.studio.ui.structure.Section.Cell.Muted;
import mana.studio.ui.structure.Section.Cell.Warning;
import mana.studio.ui.structure.Section.Cell.Words;

/// What is said about an object, in sections; those with nothing in them are left out. Columns and definitions are
/// shown apart.
final class ObjectSections {
    private ObjectSections() {}

    /// @param indexSizes in bytes, by name; empty until they were measured
    static List<Section> of(SchemaObject object, Snapshot snapshot, Map<String, Long> indexSizes) {
        return switch (object) {
            case Table table -> TableSections.of(table, snapshot, indexSizes);
            case View view -> view(view, indexSizes);
            case EnumType type -> withPrivileges(type, labels(type));
            case Sequence sequence -> withPrivileges(sequence, sequence(sequence));
            case DomainType domain -> withPrivileges(domain, domain(domain));
            case CompositeType type -> withPrivileges(type, attributes(type));
            case Routine routine -> withPrivileges(routine, routine(routine));
        };
    }

    private static List<Section> withPrivileges(SchemaObject object, Stream<Section> sections) {
        return Stream.concat(sections, Facts.privileges(object.privileges())).toList();
    }

    private static List<Section> view(View view, Map<String, Long> indexSizes) {
        Lines state = new Lines("State");
        if (view.materialized() && !view.populated()) {
            state.add(new Warning("Never refreshed: it can't be read yet"));
        }
        Facts facts = new Facts()
                .say("Options", view.options())
                .say("Tablespace", view.tablespace())
                .say("Access method", "heap".equals(view.accessMethod()) ? null : view.accessMethod());
        return Stream.of(
                        state.section().stream(),
                        TableSections.indexes(view.indexes(), indexSizes),
                        TableSections.triggers(view.triggers()),
                        facts.section().stream(),
                        Facts.privileges(view.privileges()))
                .flatMap(sections -> sections)
                .toList();
    }

    private static Stream<Section> labels(EnumType type) {
        Lines lines = new Lines("Labels", "#", "Label");
        IntStream.range(0, type.labels().size())
                .forEach(i -> lines.add(
                        new Muted(Integer.toString(i + 1)),
                        new Words(type.labels().get(i))));
        return lines.section().stream();
    }

    private static Stream<Section> sequence(Sequence sequence) {
        SequenceOptions options = sequence.options();
        Sequence.OwningColumn owner = sequence.ownedBy();
        Lines lines = new Lines("Details")
                .add(new Muted("Type"), new Words(options.type()))
                .add(new Muted("Start"), new Words(Long.toString(options.start())))
                .add(new Muted("Increment"), new Words(Long.toString(options.increment())))
                .add(new Muted("Minimum"), new Words(Long.toString(options.minimum())))
                .add(new Muted("Maximum"), new Words(Long.toString(options.maximum())))
                .add(new Muted("Cache"), new Words(Long.toString(options.cache())))
                .add(new Muted("Cycle"), new Words(options.cycle() ? "yes" : "no"));
        if (sequence.unlogged()) {
            lines.add(new Muted("Persistence"), new Words("unlogged"));
        }
        if (owner != null) {
            lines.add(new Muted("Owned by"), new Link(owner.table() + "." + owner.column(), owner.table()));
        }
        return lines.section().stream();
    }

    private static Stream<Section> domain(DomainType domain) {
        Facts facts = new Facts()
                .say("Base type", domain.baseType().sql())
                .say("Not null", domain.notNull() ? "yes" : "no")
                .code("Default", domain.defaultExpression())
                .say(
                        "Collation",
                        domain.collation() == null ? null : domain.collation().toString());
        Lines checks = new Lines("Checks", "Name", "Expression", "Notes")
                .addAll(
                        domain.checks(),
                        check -> List.of(
                                new Words(check.name()),
                                new Code(check.expression()),
                                check.validated() ? new Muted("") : new Warning("not valid")));
        return Stream.concat(facts.section().stream(), checks.section().stream());
    }

    private static Stream<Section> attributes(CompositeType type) {
        return new Lines("Attributes", "Name", "Type", "Collation", "Comment")
                        .addAll(
                                type.attributes(),
                                attribute -> List.of(
                                        new Words(attribute.name()),
                                        type(attribute.type()),
                                        new Words(
                                                attribute.collation() == null
                                                        ? ""
                                                        : attribute.collation().toString()),
                                        new Muted(attribute.comment() == null ? "" : attribute.comment())))
                        .section()
                        .stream();
    }

    private static Stream<Section> routine(Routine routine) {
        return new Facts()
                        .code("Arguments", routine.arguments().isEmpty() ? "none" : routine.arguments())
                        .code("Returns", routine.result())
                        .say("Language", routine.language())
                        .section()
                        .stream();
    }

    /// A type of the database's own leads to it.
    static Cell type(DataType type) {
        return type.named() == null ? new Words(type.sql()) : new Link(type.sql(), type.named());
    }
}
