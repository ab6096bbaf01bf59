package mana.studio.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import mana.studio.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoDatabaseTest {
    private static Answers demo;

    @BeforeAll
    static void fill() throws IOException, SQLException {
        demo = new Answers(TestServer.freshDatabase().source());
        DemoDatabase.fillPlatform(demo.source(), (_, _) -> {});
    }

    @Test
    void hasTheTablesOfTheNineSchemas() throws SQLException {
        assertThat(demo.column(
                        """
                        SELECT schemaname || ' ' || count(*) FROM pg_catalog.pg_tables
                        WHERE schemaname !~ '^(pg_|information_schema)' GROUP BY schemaname ORDER BY schemaname
                        """))
                .containsExactly(
                        "auth 8",
                        "credits 5",
                        "drizzle 5",
                        "drizzle_mail 1",
                        "drizzle_research 1",
                        "event_discovery 3",
                        "events 4",
                        "feedback 3",
                        "mail 6",
                        "research 4",
                        "subscriptions 3",
                        "usr 6");
    }

    @Test
    void hasTensOfThousandsOfRowsInSomeTablesAndTwoHundredThousandInOne() throws SQLException {
        assertThat(demo.column(
                        """
                        SELECT oid::regclass || ' ' || reltuples::bigint FROM pg_catalog.pg_class
                        WHERE relkind = 'r' AND reltuples >= 20000 ORDER BY reltuples DESC, 1
                        """))
                .containsExactly(
                        "credits.transactions 200001",
                        "auth.audit_logs 50000",
                        "events.event_guests 40000",
                        "auth.sessions 30000",
                        "usr.files 25000",
                        "mail.messages 20000");
    }

    @Test
    void breaksTheHouseRulesWhereItSaysAndNowhereElse() throws SQLException {
        assertThat(new HouseRules(demo).breaches())
                .containsExactlyInAnyOrderElementsOf(Breach.ALL.stream()
                        .map(breach -> breach.rule() + " " + breach.object())
                        .toList());
    }

    @Test
    void writesTheBooksOfEveryService() throws IOException, SQLException {
        for (DemoService service : DemoService.values()) {
            List<String> own = service.migrations().stream()
                    .filter(migration -> !migration.tag().equals("0004_credit_expiry"))
                    .map(migration -> migration.hash() + " " + migration.when())
                    .toList();
            String books = service.migrationsSchema() + "." + service.migrationsTable();
            assertThat(demo.column("SELECT hash || ' ' || created_at FROM " + books + " ORDER BY id"))
                    .as(books)
                    .containsSubsequence(own);
        }
        assertThat(demo.one("SELECT count(*) FROM drizzle.__drizzle_migrations")).isEqualTo("8");
    }

    @Test
    void skipsTheMigrationThatIsOlderThanTheNewestInTheSharedBooks() throws SQLException {
        assertThat(demo.column(
                        """
                        SELECT attname FROM pg_catalog.pg_attribute
                        WHERE attrelid = 'credits.transactions'::regclass AND attname = 'expires_at'
                        """))
                .isEmpty();
    }

    @Test
    void keepsEveryForeignKey() throws SQLException {
        List<String> searches = demo.column(
                """
                SELECT format('SELECT count(*) FROM %s c WHERE c.%I IS NOT NULL
                        AND NOT EXISTS (SELECT FROM %s p WHERE p.%I = c.%I)',
                    k.conrelid::regclass, a.attname, k.confrelid::regclass, f.attname, a.attname)
                FROM pg_catalog.pg_constraint k
                JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
                JOIN pg_catalog.pg_attribute f ON f.attrelid = k.confrelid AND f.attnum = k.confkey[1]
                WHERE k.contype = 'f'
                """);
        assertThat(searches).hasSizeGreaterThan(25);
        for (String search : searches) {
            assertThat(demo.one(search)).as(search).isEqualTo("0");
        }
    }

    @Test
    void knowsTheUserBehindEveryUserId() throws SQLException {
        List<String> searches = demo.column(
                """
                SELECT format('SELECT count(*) FROM %s t WHERE t.user_id IS NOT NULL
                    AND NOT EXISTS (SELECT FROM auth.users u WHERE u.id = t.user_id)', attrelid::regclass)
                FROM pg_catalog.pg_attribute JOIN pg_catalog.pg_class c ON c.oid = attrelid
                WHERE attname = 'user_id' AND c.relkind = 'r'
                """);
        assertThat(searches).hasSizeGreaterThan(15);
        for (String search : searches) {
            assertThat(demo.one(search)).as(search).isEqualTo("0");
        }
    }

    @Test
    void balancesAreWhatTheTransactionsAddUpTo() throws SQLException {
        assertThat(demo.one(
                        """
                        SELECT count(*) FROM credits.balances b
                        WHERE amount <> (SELECT sum(amount) FROM credits.transactions t WHERE t.user_id = b.user_id)
                        """))
                .isEqualTo("0");
    }

    @Test
    void holdsTheValuesThatAreHardToShow() throws SQLException {
        Map<String, String> wanted = Map.ofEntries(
                Map.entry("an empty string", "FROM mail.messages WHERE subject = ''"),
                Map.entry("a long text", "FROM mail.messages WHERE length(body) > 100000"),
                Map.entry("an emoji", "FROM auth.users WHERE display_name ~ '🌻'"),
                Map.entry("another script", "FROM auth.users WHERE display_name ~ 'Юлия'"),
                Map.entry("a document of a megabyte", "FROM research.reports WHERE length(content::text) > 1000000"),
                Map.entry("a wide numeric", "FROM research.reports WHERE score > 1e29 AND score < 1e31"),
                Map.entry("not a number", "FROM research.reports WHERE score = 'NaN'"),
                Map.entry("a negative numeric", "FROM research.research_jobs WHERE cost_eur < 0"),
                Map.entry("beyond JavaScript", "FROM credits.transactions WHERE amount = 9007199254740993"),
                Map.entry("infinity", "FROM auth.api_keys WHERE expires_at = 'infinity'"),
                Map.entry("minus infinity", "FROM auth.api_keys WHERE last_used_at = '-infinity'"),
                Map.entry("an endless date", "FROM research.research_jobs WHERE scheduled_on = 'infinity'"),
                Map.entry("large bytes", "FROM usr.profiles WHERE length(avatar) > 200000"),
                Map.entry("an empty array", "FROM usr.profiles WHERE links = '{}'"),
                Map.entry("an array with a null", "FROM research.job_sources WHERE array_position(pages, NULL) > 0"),
                Map.entry("soft-deleted rows", "FROM usr.files WHERE is_deleted"),
                Map.entry("a view's rows", "FROM events.upcoming_events WHERE starts_at > '2026-11-01'"),
                Map.entry("a materialized view's rows", "FROM events.event_stats WHERE accepted_count > 0"));
        for (Map.Entry<String, String> want : wanted.entrySet()) {
            assertThat(demo.one("SELECT EXISTS (SELECT " + want.getValue() + ")"))
                    .as(want.getKey())
                    .isEqualTo("t");
        }
    }
}
