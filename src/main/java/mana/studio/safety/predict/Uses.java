package mana.studio.safety.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.Dependency;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.Policy;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.schema.Trigger;
import mana.studio.schema.View;
import mana.studio.statement.Node;
import mana.studio.statement.PgParser;
import mana.studio.statement.SyntaxError;

/// Who uses a table or one of its columns: what stops a change of it, or goes with it.
record Uses(Ground ground) {
    /// The views that read a relation.
    List<View> views(QualifiedName relation) {
        return ground.views()
                .filter(view -> !dependencies(view, relation).isEmpty())
                .toList();
    }

    /// The views that read a column.
    List<View> views(Table table, String column) {
        return views(table.name()).stream()
                .filter(view -> reads(view, table, column))
                .toList();
    }

    /// The relations that a view reads, and those behind the views it reads.
    List<QualifiedName> sources(View view) {
        List<QualifiedName> sources = new ArrayList<>();
        for (Dependency dependency : dependencies()) {
            QualifiedName name = dependency.on().object().name();
            if (isOf(dependency.dependent(), view.name())
                    && dependency.on().object().kind() == ObjectName.Kind.RELATION
                    && !sources.contains(name)) {
                sources.add(name);
                ground.view(name)
                        .filter(inner -> !inner.materialized())
                        .ifPresent(inner -> sources.addAll(sources(inner)));
            }
        }
        return sources;
    }

    private List<Dependency> dependencies() {
        Database database = ground.database();
        return database == null ? List.of() : database.dependencies();
    }

    private List<Dependency> dependencies(View view, QualifiedName relation) {
        return dependencies().stream()
                .filter(dependency -> isOf(dependency.dependent(), view.name()) && isOf(dependency.on(), relation))
                .toList();
    }

    private static boolean isOf(Part part, QualifiedName relation) {
        return part.object().kind() == ObjectName.Kind.RELATION
                && part.object().name().equals(relation);
    }

    /// As the catalog says it; where it says only that the view needs the table, whether the query names the column.
    private boolean reads(View view, Table table, String column) {
        List<Part> columns = dependencies(view, table.name()).stream()
                .map(Dependency::on)
                .filter(part -> part.kind() == Part.Kind.COLUMN)
                .toList();
        return columns.isEmpty()
                ? tree(view.definition())
                        .map(query -> Expressions.columnsOf(query).contains(column))
                        .orElse(true)
                : columns.stream().anyMatch(part -> part.name().equals(column));
    }

    /// The generated columns that are computed from a column.
    List<Column> generated(Table table, String column) {
        return table.columns().stream()
                .filter(other -> {
                    Column.Generated generated = other.generated();
                    return generated != null
                            && Expressions.columnsOf(generated.expression()).contains(column);
                })
                .toList();
    }

    List<Policy> policies(Table table, String column) {
        return table.policies().stream()
                .filter(policy -> Stream.of(Optional.ofNullable(policy.using()), Optional.ofNullable(policy.check()))
                        .flatMap(Optional::stream)
                        .anyMatch(
                                expression -> Expressions.columnsOf(expression).contains(column)))
                .toList();
    }

    /// The triggers that fire for the column or look at it.
    List<Trigger> triggers(Table table, String column) {
        return table.triggers().stream()
                .filter(trigger -> tree(trigger.definition())
                        .map(tree -> tree.names("columns").contains(column)
                                || tree.child("whenClause")
                                        .map(Expressions::columnsOf)
                                        .orElse(List.of())
                                        .contains(column))
                        .orElse(false))
                .toList();
    }

    private static Optional<Node> tree(String statement) {
        try {
            return Optional.of(PgParser.parseOne(statement));
        } catch (SyntaxError refused) {
            return Optional.empty();
        }
    }
}
