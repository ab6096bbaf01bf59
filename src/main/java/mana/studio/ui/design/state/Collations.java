package mana.studio.ui.design.state;

import java.util.List;
import mana.studio.schema.QualifiedName;
import mana.studio.sql.Identifier;
import org.jspecify.annotations.Nullable;

/// Names of collations, operator classes and the like, as they are typed: those of `pg_catalog` without their schema.
public final class Collations {
    private static final String CATALOG = "pg_catalog";

    private Collations() {}

    public static String text(QualifiedName name) {
        return name.schema().equals(CATALOG)
                ? Identifier.quote(name.name())
                : Identifier.quote(name.schema(), name.name());
    }

    /// Null for nothing.
    public static @Nullable QualifiedName parse(String text) {
        List<String> parts = QualifiedText.parts(text);
        return switch (parts.size()) {
            case 0 -> null;
            case 1 -> new QualifiedName(CATALOG, parts.getFirst());
            default -> new QualifiedName(parts.getFirst(), parts.getLast());
        };
    }
}
