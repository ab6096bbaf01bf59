package mana.studio.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import mana.studio.testing.TestServer;
import org.junit.jupiter.api.Test;

class IncidentTest {
    private static final Target TARGET = TestServer.freshDatabase().target();

    private static String ask(Incident incident, String sql) throws SQLException {
        return incident.look(session -> WorkspaceTest.ask(session, sql));
    }

    @Test
    void bindsItsSessions() throws Exception {
        try (Incident incident = new Incident(TARGET, null)) {
            assertThat(incident.sessions()).isZero();
            incident.open();
            assertThat(incident.sessions()).isEqualTo(2);
            assertThat(ask(incident, "SHOW application_name")).isEqualTo("mana-schema-studio incident");
            assertThat(ask(incident, "SHOW statement_timeout")).isEqualTo("5s");
            assertThat(ask(incident, "SHOW lock_timeout")).isEqualTo("1s");
            assertThat(ask(incident, "SHOW TimeZone")).isEqualTo("UTC");
            String acting = incident.act(session -> WorkspaceTest.ask(session, "SHOW statement_timeout"));
            assertThat(acting).isEqualTo("15s");
            assertThat(incident.isThroughPooler()).isFalse();
            assertThat(incident.isAlone()).isFalse();
        }
    }

    @Test
    void belongsToAWorkspaceAndEndsWithIt() throws Exception {
        Profile profile = new Profile("1", "Test", Environment.LOCAL, null, true, TARGET);
        Incident incident;
        try (Workspace workspace = Workspace.open(profile, null, _ -> {}, new Cancellation())) {
            incident = workspace.incident();
            int before = workspace.sessions();
            incident.open();
            assertThat(workspace.sessions()).isEqualTo(before + 2);
        }
        assertThat(incident.sessions()).isZero();
        assertThatThrownBy(incident::open).isInstanceOf(SQLException.class);
    }

    @Test
    void opensASessionThatBrokeAgain() throws Exception {
        try (Incident incident = new Incident(TARGET, null)) {
            String first = ask(incident, "SELECT pg_backend_pid()");
            incident.act(session -> WorkspaceTest.ask(session, "SELECT pg_terminate_backend(" + first + ", 5000)"));
            assertThatThrownBy(() -> ask(incident, "SELECT 1")).isInstanceOf(SQLException.class);
            assertThat(ask(incident, "SELECT pg_backend_pid()")).isNotEqualTo(first);
        }
    }

    @Test
    void looksWhileItActs() throws Exception {
        try (Incident incident = new Incident(TARGET, null)) {
            CountDownLatch acting = new CountDownLatch(1);
            CompletableFuture<String> act = CompletableFuture.supplyAsync(() -> {
                try {
                    return incident.act(session -> {
                        acting.countDown();
                        return WorkspaceTest.ask(session, "SELECT pg_sleep(30)");
                    });
                } catch (SQLException ended) {
                    return "ended";
                }
            });
            acting.await();
            assertThat(ask(incident, "SELECT 'looked'")).isEqualTo("looked");
            assertThat(act).isNotDone();
            incident.close();
            assertThat(act.get()).isEqualTo("ended");
        }
    }

    @Test
    void comesInByTheDoor() throws Exception {
        try (Incident incident = new Incident(TARGET, null)) {
            incident.useDoor();
            assertThat(ask(incident, "SELECT backend_type FROM pg_stat_activity WHERE pid = pg_backend_pid()"))
                    .isEqualTo("walsender");
            assertThat(ask(incident, "SHOW lock_timeout")).isEqualTo("1s");
            assertThat(incident.isThroughPooler()).isFalse();
        }
    }

    @Test
    void opensAnotherDatabaseOfTheServer() throws Exception {
        try (Incident incident = new Incident(
                        new Target(TARGET.endpoints(), TARGET.database(), TARGET.user(), Map.of()), null);
                Connection there = incident.in("postgres")) {
            assertThat(WorkspaceTest.ask(there, "SELECT current_database()")).isEqualTo("postgres");
        }
    }
}
