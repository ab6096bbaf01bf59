package mana.studio.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import mana.studio.testing.TestServer;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private final Cancellation cancellation = new Cancellation();

    /// The driver takes no notice of a cancel between `watch` and the moment it sends the statement.
    @Test
    void reachesAStatementThatWasAboutToStart() throws SQLException {
        try (Connection connection = TestServer.server().source("postgres").getConnection();
                Statement statement = connection.createStatement();
                var _ = cancellation.watch(statement)) {
            cancellation.request();
            assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(20)"))
                    .isInstanceOfSatisfying(
                            SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("57014"));
        }
    }

    @Test
    void leavesTheNextStatementOfTheConnectionAlone() throws SQLException {
        try (Connection connection = TestServer.server().source("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            try (var _ = cancellation.watch(statement)) {
                cancellation.request();
                assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(20)")).isInstanceOf(SQLException.class);
            }
            // Longer than it takes to ask again.
            assertThat(statement.execute("SELECT pg_sleep(0.3)")).isTrue();
        }
    }

    @Test
    void doesOnceWhatIsNoStatement() {
        AtomicInteger done = new AtomicInteger();
        cancellation.watch(done::incrementAndGet);
        cancellation.request();
        assertThat(done).hasValue(1);
    }

    @Test
    void refusesWhatBeginsAfterwards() {
        cancellation.request();
        assertThatThrownBy(() -> cancellation.watch(() -> {})).isInstanceOf(CancellationException.class);
    }
}
