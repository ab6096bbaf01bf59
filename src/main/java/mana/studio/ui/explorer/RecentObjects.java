package mana.studio.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SchemaObject;

/// The objects opened last, the newest first.
final class RecentObjects {
    private static final int KEPT = 20;

    private final List<QualifiedName> names = new ArrayList<>();

    void add(QualifiedName name) {
        names.remove(name);
        names.addFirst(name);
        if (names.size() > KEPT) {
            names.removeLast();
        }
    }

    List<QualifiedName> names() {
        return List.copyOf(names);
    }

    /// Those of the names that are there.
    static List<SchemaObject> in(Database database, List<QualifiedName> names) {
        return names.stream()
                .map(name -> database.schema(name.schema())
                        .flatMap(schema -> schema.objects()
                                .filter(object -> object.name().equals(name))
                                .findFirst())
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }
}
