package mana.studio.drizzle.typescript;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// What a call behind a column's builder says, in the order in which we write them.
enum Facet {
    ARRAY("array"),
    PRIMARY_KEY("primaryKey"),
    DEFAULT("default", "defaultNow", "defaultRandom"),
    GENERATED("generatedAlwaysAs"),
    IDENTITY("generatedAlwaysAsIdentity", "generatedByDefaultAsIdentity"),
    NOT_NULL("notNull"),
    UNIQUE("unique"),
    REFERENCES("references");

    private final Set<String> calls;

    Facet(String... calls) {
        this.calls = Set.of(calls);
    }

    /// Nothing for calls that have no effect on the database: `$type`, `$onUpdate`.
    static Optional<Facet> of(String call) {
        return Arrays.stream(values())
                .filter(facet -> facet.calls.contains(call))
                .findFirst();
    }
}
