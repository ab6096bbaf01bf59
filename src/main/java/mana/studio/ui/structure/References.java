package mana.studio.ui.structure;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;
import mana.studio.schema.Trigger;
import mana.studio.schema.View;
import mana.studio.ui.structure.Section.Cell.Code;
import mana.studio.ui.structure.Section.Cell.Link;
import mana.studio.ui.structure.Section.Cell.Muted;
import mana.studio.ui.structure.Section.Cell.Words;

/// What an object refers to, and what refers to it.
final class References {
    private final Database database;
    private final SchemaObject object;

    private References(Database database, SchemaObject object) {
        this.database = database;
        this.object = object;
    }

    /// In sections; those with nothing in them are left out.
    static List<Section> of(Database database, SchemaObject object) {
        References references = new References(database, object);
        return Stream.of(
                        references.outgoing(),
                        references.incoming(),
                        references.reads(),
                        references.views(),
                        references.typedColumns(),
                        references.triggers(),
                        references.routines())
                .flatMap(sections -> sections)
                .toList();
    }

    private Stream<Section> outgoing() {
        return object instanceof Table table
                ? new Lines("References", "Columns", "References", "On delete", "On update", "Foreign key")
                                .addAll(
                                        table.foreignKeys(),
                                        key -> List.of(
                                                new Words(String.join(", ", key.columns())),
                                                TableSections.target(key),
                                                TableSections.action(key.onDelete()),
                                                TableSections.action(key.onUpdate()),
                                                new Muted(key.name())))
                                .section()
                                .stream()
                : Stream.empty();
    }

    private Stream<Section> incoming() {
        Lines lines = new Lines("Referenced by", "Table", "Columns", "On delete", "On update", "Foreign key");
        database.tables().forEach(table -> {
            for (ForeignKey key : table.foreignKeys()) {
                if (key.referencedTable().equals(object.name()) && object instanceof Table) {
                    lines.add(
                            link(table),
                            new Words(String.join(", ", key.columns()) + " → "
                                    + String.join(", ", key.referencedColumns())),
                            TableSections.action(key.onDelete()),
                            TableSections.action(key.onUpdate()),
                            new Muted(key.name()));
                }
            }
        });
        return lines.section().stream();
    }

    /// The relations that a view's definition names.
    private Stream<Section> reads() {
        if (!(object instanceof View view)) {
            return Stream.empty();
        }
        Set<QualifiedName> names = Mentions.in(view.definition());
        return new Lines("Reads from", "Relation")
                        .addAll(
                                relations(relation -> names.contains(relation.name())),
                                relation -> List.of(link(relation)))
                        .section()
                        .stream();
    }

    private Stream<Section> views() {
        return new Lines("Read by views", "View")
                        .addAll(
                                relations(relation -> relation instanceof View view
                                        && !relation.name().equals(object.name())
                                        && Mentions.in(view.definition()).contains(object.name())),
                                view -> List.of(link(view)))
                        .section()
                        .stream();
    }

    /// Columns of a type, and those whose default draws from a sequence.
    private Stream<Section> typedColumns() {
        Lines lines = new Lines("Used by columns", "Relation", "Column", "Type", "Default");
        if (!(object instanceof Relation)) {
            database.schemas().stream().flatMap(Schema::relations).forEach(relation -> {
                for (Column column : relation.columns()) {
                    if (uses(column)) {
                        lines.add(
                                link(relation),
                                new Words(column.name()),
                                new Code(column.type().sql()),
                                new Code(Objects.toString(column.defaultExpression(), "")));
                    }
                }
            });
        }
        return lines.section().stream();
    }

    /// `nextval('auth.users_id_seq'::regclass)` names its sequence in a string.
    private boolean uses(Column column) {
        String defaultExpression = column.defaultExpression();
        return object.name().equals(column.type().named())
                || (defaultExpression != null
                        && (Mentions.in(defaultExpression).contains(object.name())
                                || defaultExpression.contains("'" + object.name() + "'")));
    }

    private Stream<Section> triggers() {
        Lines lines = new Lines("Called by triggers", "Table", "Trigger", "Definition");
        if (object instanceof Routine) {
            database.schemas().stream().flatMap(Schema::relations).forEach(relation -> {
                for (Trigger trigger : relation.triggers()) {
                    if (Mentions.in(trigger.definition()).contains(object.name())) {
                        lines.add(link(relation), new Words(trigger.name()), new Code(trigger.definition()));
                    }
                }
            });
        }
        return lines.section().stream();
    }

    private Stream<Section> routines() {
        List<Routine> routines = database.schemas().stream()
                .flatMap(schema -> schema.routines().stream())
                .filter(routine -> !routine.name().equals(object.name()))
                .filter(routine -> Mentions.in(routine.definition()).contains(object.name()))
                .toList();
        return new Lines("Named in functions", "Function", "Language")
                        .addAll(
                                routines,
                                routine -> List.of(
                                        new Link(routine.name() + "(" + routine.arguments() + ")", routine.name()),
                                        new Muted(routine.language())))
                        .section()
                        .stream();
    }

    private List<Relation> relations(Predicate<Relation> wanted) {
        return database.schemas().stream()
                .flatMap(Schema::relations)
                .filter(wanted)
                .toList();
    }

    private static Link link(Relation relation) {
        return new Link(relation.name().toString(), relation.name());
    }
}
