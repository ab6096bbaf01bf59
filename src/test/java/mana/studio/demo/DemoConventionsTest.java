package mana.studio.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.convention.ServiceRegistry;
import mana.studio.convention.Severity;
import mana.studio.convention.Switches;
import mana.studio.convention.rule.Conventions;
import mana.studio.convention.rule.MendingLaw;
import mana.studio.demo.Breach.Rule;
import mana.studio.schema.Database;
import mana.studio.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DemoConventionsTest {
    private static final Map<Rule, Set<String>> RULES = Map.of(
            Rule.FOREIGN_KEY_HAS_AN_INDEX, Set.of("foreign-key-index"),
            Rule.JSON_IS_JSONB, Set.of("jsonb"),
            Rule.TIMESTAMP_HAS_A_TIME_ZONE, Set.of("timestamptz"),
            Rule.BOOLEAN_IS_CALLED_IS_OR_HAS, Set.of("boolean-name"),
            Rule.INDEX_IS_CALLED_IDX_TABLE_COLUMNS, Set.of("index-name"),
            Rule.TABLE_HAS_CREATED_AT_AND_UPDATED_AT, Set.of("created-at", "updated-at"),
            Rule.ID_IS_A_RANDOM_UUID, Set.of("primary-key-id"),
            Rule.ENUM_LIVES_IN_ITS_SERVICE_S_SCHEMA, Set.of("public-enum"),
            Rule.TABLE_NAME_IS_A_PLURAL, Set.of("plural-table"),
            Rule.COLUMN_NAME_IS_SNAKE_CASE, Set.of("snake-case"));

    private static Database platform;
    private static Database sync;

    @BeforeAll
    static void fill() throws IOException, SQLException {
        TestServer.TestDatabase first = TestServer.freshDatabase();
        DemoDatabase.fillPlatform(first.source(), (_, _) -> {});
        platform = new CatalogReader(first.source()).read(new Cancellation()).database();
        TestServer.TestDatabase second = TestServer.freshDatabase();
        DemoDatabase.fillSync(second.source(), (_, _) -> {});
        sync = new CatalogReader(second.source()).read(new Cancellation()).database();
    }

    private static List<mana.studio.convention.Breach> found(Database database) {
        return new Conventions(ServiceRegistry.MANA, Switches.NONE)
                .check(database)
                .open();
    }

    @Test
    void findsEveryBreachOfTheDemo() {
        assertThat(Breach.ALL)
                .allSatisfy(told -> assertThat(found(platform))
                        .anyMatch(breach ->
                                RULES.get(told.rule()).contains(breach.rule().id()) && isAt(breach, told.object())));
    }

    @Test
    void findsLittleAdviceElse() {
        assertThat(found(platform).stream()
                        .filter(breach -> Breach.ALL.stream().noneMatch(told -> isAt(breach, told.object())))
                        .map(breach -> breach.rule().id() + " " + breach.where()))
                .containsExactly(
                        "soft-delete-index auth.organizations.is_deleted",
                        "text-type auth.sessions.token",
                        "soft-delete-index events.event_comments.is_deleted",
                        "soft-delete-index events.events.is_deleted",
                        "soft-delete-index mail.messages.is_deleted",
                        "text-type usr.files.mime_type");
    }

    /// An index is named with its table here.
    private static boolean isAt(mana.studio.convention.Breach breach, String object) {
        String where = breach.where();
        return where.equals(object) || where.replaceFirst("\\.[^.]+\\.", ".").equals(object);
    }

    @Test
    void letsTablesOfASyncDatabaseBeInPublic() {
        assertThat(found(sync)).noneMatch(breach -> breach.severity() == Severity.ERROR);
    }

    @TestFactory
    Stream<DynamicTest> mendsWithoutBreaking() {
        return MendingLaw.of(platform).stream();
    }
}
