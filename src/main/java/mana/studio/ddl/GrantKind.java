package mana.studio.ddl;

import java.util.List;

/// What privileges are on: each kind starts with others (`acldefault` in `src/backend/utils/adt/acl.c`).
public enum GrantKind {
    /// Tables and views.
    RELATION(
            List.of("INSERT", "SELECT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN"),
            List.of()),
    SEQUENCE(List.of("SELECT", "UPDATE", "USAGE"), List.of()),
    SCHEMA(List.of("USAGE", "CREATE"), List.of()),
    /// Functions, procedures and aggregates.
    ROUTINE(List.of("EXECUTE"), List.of("EXECUTE")),
    TYPE(List.of("USAGE"), List.of("USAGE")),
    LANGUAGE(List.of("USAGE"), List.of("USAGE")),
    /// Foreign-data wrappers and foreign servers.
    FOREIGN(List.of("USAGE"), List.of()),
    COLUMN(List.of(), List.of());

    private static final int MAINTAIN = 170_000;

    private final List<String> owners;
    private final List<String> everyones;

    GrantKind(List<String> owners, List<String> everyones) {
        this.owners = owners;
        this.everyones = everyones;
    }

    /// What the owner starts with.
    ///
    /// @param version the server's `server_version_num`
    List<String> owners(int version) {
        return version >= MAINTAIN
                ? owners
                : owners.stream().filter(name -> !name.equals("MAINTAIN")).toList();
    }

    /// What PUBLIC starts with.
    List<String> everyones() {
        return everyones;
    }
}
