package mana.studio.ui.design.state;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mana.studio.schema.Database;
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

    /// Those that every server has, and those used in the database.
    public static List<Choice> matching(@Nullable Database database, String typed) {
        Stream<Choice> used = database == null
                ? Stream.of()
                : database.tables()
                        .flatMap(table -> table.columns().stream())
                        .map(column -> column.collation())
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(name -> Choice.of(text(name), "used here"));
        Stream<Choice> known = Stream.of(
                Choice.of("\"C\"", "by bytes, fast"),
                Choice.of("\"POSIX\"", "by bytes"),
                Choice.of("ucs_basic", "by code point"),
                Choice.of("\"und-x-icu\"", "Unicode order"),
                Choice.of("\"en-x-icu\"", "English"),
                Choice.of("\"de-x-icu\"", "German"));
        return Choice.matching(Stream.concat(used, known).distinct().toList(), typed);
    }
}
