package mana.studio.catalog;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mana.studio.catalog.SmallRows.DependencyRow;
import mana.studio.schema.Dependency;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;

/// Names what depends on what.
final class DependencyAssembler {
    private final CatalogRows rows;
    private final Parts parts;
    private final Set<Dependency> dependencies = new TreeSet<>();

    DependencyAssembler(CatalogRows rows, Parts parts) {
        this.rows = rows;
        this.parts = parts;
    }

    List<Dependency> dependencies() {
        rows.dependencies.result().forEach(this::add);
        rows.constraints.result().all().forEach(group -> group.forEach(this::addColumns));
        return List.copyOf(dependencies);
    }

    /// A check names its columns in an expression; the constraint's own row says which they are.
    private void addColumns(ConstraintRow row) {
        if (row.kind() == 'c' || row.kind() == 'x') {
            for (long column : row.columns()) {
                if (column > 0) {
                    add(new DependencyRow(
                            SystemCatalog.CONSTRAINT, row.oid(), 0, SystemCatalog.RELATION, row.table(), (int) column));
                }
            }
        }
    }

    private void add(DependencyRow row) {
        Part dependent = parts.of(row.catalog(), row.oid(), row.column());
        Part on = parts.of(row.onCatalog(), row.onOid(), row.onColumn());
        if (dependent != null && on != null && !isIdle(row, dependent, on)) {
            dependencies.add(new Dependency(dependent, on));
        }
    }

    /// Whether it says nothing: of a thing and its own parts, or of a part that somebody gave an extension's table.
    private static boolean isIdle(DependencyRow row, Part dependent, Part on) {
        boolean ofExtension = dependent.object().kind() == ObjectName.Kind.EXTENSION
                && row.catalog() != SystemCatalog.EXTENSION;
        boolean ofItself = dependent.object().equals(on.object())
                && (dependent.kind() == Part.Kind.WHOLE || on.kind() == Part.Kind.WHOLE || dependent.equals(on));
        return ofExtension || ofItself;
    }
}
