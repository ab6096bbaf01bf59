package mana.studio.locks.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import mana.studio.connection.Incident;
import mana.studio.locks.Board;
import mana.studio.locks.LockKey;
import mana.studio.locks.Scene;
import org.junit.jupiter.api.Test;

class PinnedTest {
    /// More rows than are shown, all of keys that come before the pinned one.
    @Test
    void showsAPinnedKeyBehindMoreOthersThanAreShown() throws Exception {
        LockKey pinned = LockKey.of(2, Integer.MAX_VALUE);
        try (Scene scene = Scene.fresh();
                Incident incident = new Incident(scene.server().target(scene.database()), null)) {
            for (int i = 0; i < 25; i++) {
                scene.open("bulk " + i)
                        .run("SELECT count(pg_advisory_lock(i)) FROM generate_series(" + i * 100 + ", " + (i * 100 + 60)
                                + ") i");
            }
            scene.open("last").run("SELECT pg_advisory_lock(2, 2147483647)");
            Board without = incident.look(session -> Looker.look(session, List.of()));
            Board with = incident.look((Connection session) -> Looker.look(session, List.of(pinned)));
            assertThat(without.lock(scene.id(pinned))).isEmpty();
            assertThat(with.lock(scene.id(pinned))).isPresent();
        }
    }
}
