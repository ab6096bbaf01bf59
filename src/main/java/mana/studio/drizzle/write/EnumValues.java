package mana.studio.drizzle.write;

import java.util.ArrayList;
import java.util.List;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// A database with one more value of an enum.
final class EnumValues {
    private EnumValues() {}

    /// @param before the value it stands before; null where it comes last
    static Database with(Database database, QualifiedName name, String label, @Nullable String before) {
        return database.withSchemas(database.schemas().stream()
                .map(schema -> schema.name().equals(name.schema())
                        ? schema.withEnums(schema.enums().stream()
                                .map(type -> type.name().equals(name) ? with(type, label, before) : type)
                                .toList())
                        : schema)
                .toList());
    }

    private static EnumType with(EnumType type, String label, @Nullable String before) {
        List<String> labels = new ArrayList<>(type.labels());
        int at = before == null ? -1 : labels.indexOf(before);
        labels.add(at < 0 ? labels.size() : at, label);
        return type.withLabels(labels);
    }
}
