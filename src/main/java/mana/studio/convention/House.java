package mana.studio.convention;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;

/// A database as the house rules look at it; for one look, on one thread.
public final class House {
    private static final String PUBLIC = "public";

    /// Schemas that tools make for themselves.
    private static final Pattern OF_TOOLS = Pattern.compile("drizzle(_\\w+)?|extensions|information_schema|pg_\\w+");

    /// The books of a migrator, wherever it keeps them.
    private static final String BOOKS = "__drizzle_migrations";

    private final Database database;
    private final ServiceRegistry services;
    private final boolean publicAllowed;
    private final Map<QualifiedName, Table> tables = new HashMap<>();

    private final Map<String, Object> known = new HashMap<>();

    private House(Database database, ServiceRegistry services, boolean publicAllowed) {
        this.database = database;
        this.services = services;
        this.publicAllowed = publicAllowed;
        database.tables().forEach(table -> tables.put(table.name(), table));
    }

    /// @param switches whether `public` may hold tables, where they say it; otherwise it may in a database that has
    ///                 tables nowhere else
    public static House of(Database database, ServiceRegistry services, Switches switches) {
        Boolean said = switches.tablesInPublic();
        return new House(database, services, said == null ? livesInPublic(database) : said);
    }

    /// As `mana_sync` does: all its tables are in `public`.
    private static boolean livesInPublic(Database database) {
        return database.schemas().stream()
                .filter(House::isOurs)
                .allMatch(schema ->
                        schema.name().equals(PUBLIC) || schema.tables().isEmpty());
    }

    public Database database() {
        return database;
    }

    public ServiceRegistry services() {
        return services;
    }

    /// Whether tables and enums may live in `public`.
    public boolean isPublicAllowed() {
        return publicAllowed;
    }

    public static boolean isPublic(String schema) {
        return schema.equals(PUBLIC);
    }

    /// Whether the rules are for a schema: not for those of tools.
    public static boolean isOurs(Schema schema) {
        return !OF_TOOLS.matcher(schema.name()).matches();
    }

    /// Whether the rules are for a table: partitions and children follow their parents, foreign tables their servers.
    public static boolean isOurs(Table table) {
        return table.partitionOf() == null
                && table.inherits().isEmpty()
                && table.foreign() == null
                && table.ofType() == null
                && table.persistence() != Table.Persistence.TEMPORARY
                && !table.name().name().startsWith(BOOKS)
                && !OF_TOOLS.matcher(table.name().schema()).matches();
    }

    /// The schemas that the rules are for.
    public Stream<Schema> schemas() {
        return database.schemas().stream().filter(House::isOurs);
    }

    /// The tables of a schema that the rules are for.
    public static Stream<Table> tables(Schema schema) {
        return schema.tables().stream().filter(House::isOurs);
    }

    public Optional<Table> table(QualifiedName name) {
        return Optional.ofNullable(tables.get(name));
    }

    /// What a rule has found out about the whole of it, so that it is found out but once.
    ///
    /// @param question names it, and the rule
    @SuppressWarnings("unchecked")
    public <T> T once(String question, Supplier<T> answer) {
        T found = (T) known.get(question);
        if (found == null) {
            found = Objects.requireNonNull(answer.get());
            known.put(question, found);
        }
        return found;
    }
}
