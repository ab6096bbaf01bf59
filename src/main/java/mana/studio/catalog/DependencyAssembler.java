package mana.studio.catalog;

import java.util.List;
import java.util.TreeSet;
import mana.studio.catalog.SmallRows.DependencyRow;
import mana.studio.schema.Dependency;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;

/// Names what depends on what.
final class DependencyAssembler {
    private final List<DependencyRow> rows;
    private final Parts parts;

    DependencyAssembler(CatalogRows rows, Parts parts) {
        this.rows = rows.dependencies.result();
        this.parts = parts;
    }

    List<Dependency> dependencies() {
        TreeSet<Dependency> dependencies = new TreeSet<>();
        for (DependencyRow row : rows) {
            Part dependent = parts.of(row.catalog(), row.oid(), row.column());
            Part on = parts.of(row.onCatalog(), row.onOid(), row.onColumn());
            if (dependent != null && on != null && !isIdle(row, dependent, on)) {
                dependencies.add(new Dependency(dependent, on));
            }
        }
        return List.copyOf(dependencies);
    }

    /// Whether it says nothing: of a thing and its own parts, or of a part that somebody gave an extension's table.
    private static boolean isIdle(DependencyRow row, Part dependent, Part on) {
        boolean ofExtension = dependent.object().kind() == ObjectName.Kind.EXTENSION
                && row.catalog() != SystemCatalog.EXTENSION;
        boolean ofItself = dependent.object().equals(on.object())
                && (dependent.kind() == Part.Kind.WHOLE || dependent.equals(on));
        return ofExtension || ofItself;
    }
}
