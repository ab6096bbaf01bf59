package mana.studio.locks.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.Board;
import mana.studio.locks.Holder;
import mana.studio.locks.Level;
import mana.studio.locks.LockKey;
import mana.studio.locks.Mode;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.Test;

class LookerTest {
    private static final TestDatabase DATABASE = TestServer.freshDatabase();

    @Test
    void seesNothingWhereNothingIs() throws SQLException {
        try (Connection own = DATABASE.source().getConnection()) {
            Board board = Looker.look(own, List.of());
            assertThat(board.locks())
                    .allSatisfy(lock -> assertThat(lock.id().database()).isPositive());
            assertThat(board.lockRows()).isPositive();
        }
    }

    @Test
    void seesAHolderOfExtremeKeys() throws SQLException {
        try (Connection holder = DATABASE.source().getConnection();
                Connection own = DATABASE.source().getConnection()) {
            holder.createStatement()
                    .execute("SELECT pg_advisory_lock(-9223372036854775808), pg_advisory_lock_shared(-1, 2147483647)");
            Capabilities capabilities = Capabilities.of(own);
            Board board = Looker.look(own, List.of());
            List<AdvisoryLock> here = board.locks().stream()
                    .filter(lock -> lock.id().database() == capabilities.databaseId())
                    .toList();
            assertThat(here)
                    .extracting(AdvisoryLock::key)
                    .contains(LockKey.of(Long.MIN_VALUE), LockKey.of(-1, Integer.MAX_VALUE));
            Holder.Session session = here.getFirst().sessions().getFirst();
            assertThat(session.level()).isEqualTo(Level.SESSION);
            assertThat(session.locks()).isEqualTo(2);
            assertThat(session.modes()).containsExactly(Mode.EXCLUSIVE);
            assertThat(session.backend().state()).isEqualTo("idle");
            assertThat(capabilities.mayEnd(session.backend())).isEmpty();
            assertThat(capabilities.databases()).containsEntry(capabilities.databaseId(), DATABASE.name());
        }
    }
}
