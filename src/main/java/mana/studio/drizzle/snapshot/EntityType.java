package mana.studio.drizzle.snapshot;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What the entities of versions 8 and 9 are, in the order in which 1.0 writes them.
enum EntityType {
    SCHEMAS(Place.DATABASE),
    ENUMS(Place.SCHEMA),
    TABLES(Place.SCHEMA),
    COLUMNS(Place.TABLE),
    INDEXES(Place.TABLE),
    FKS(Place.TABLE),
    PKS(Place.TABLE),
    UNIQUES(Place.TABLE),
    CHECKS(Place.TABLE),
    SEQUENCES(Place.SCHEMA),
    ROLES(Place.DATABASE),
    POLICIES(Place.TABLE),
    VIEWS(Place.SCHEMA);

    private static final Map<String, EntityType> BY_WORD =
            Stream.of(values()).collect(Collectors.toMap(EntityType::word, type -> type));

    /// Where an entity lives.
    enum Place {
        DATABASE,
        SCHEMA,
        TABLE
    }

    private final Place place;

    EntityType(Place place) {
        this.place = place;
    }

    Place place() {
        return place;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Empty for those that Drizzle's words here have no place for (`privileges`).
    static Optional<EntityType> of(JsonNode row) {
        return Optional.ofNullable(BY_WORD.get(row.path("entityType").asString("")));
    }

    /// What tells an entity from the others.
    static List<String> key(JsonNode row) {
        return Stream.of("entityType", "schema", "table", "name")
                .map(key -> row.path(key).asString(""))
                .toList();
    }
}
