package mana.studio.locks.verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import mana.studio.locks.Board;
import mana.studio.locks.LockKey;
import mana.studio.locks.Scene;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.names.LockNames;

/// Judges what a scene shows, look after look, by thresholds from a file.
final class Court {
    /// Everything is stuck that can be.
    static final String STRICT = """
        {"idle": {"yellow": 0, "red": 0}, "idleWanted": {"yellow": 0, "red": 0},
         "poolLeak": {"yellow": 0, "red": 0}, "idleInTransaction": {"yellow": 0, "red": 0},
         "aborted": {"yellow": 0, "red": 0}, "clientNotReading": {"yellow": 0, "red": 0},
         "active": {"yellow": 0, "red": null}, "waiting": {"yellow": 0, "red": 0}}
        """;

    private final Scene scene;
    private final Judge judge;
    private final Samples samples = new Samples();
    private final Capabilities capabilities;

    Court(Scene scene, String thresholds) throws SQLException, IOException {
        this(scene, thresholds, LockNames.NONE, scene.capabilities());
    }

    Court(Scene scene, String thresholds, LockNames names, Capabilities capabilities) throws SQLException, IOException {
        this.scene = scene;
        Path file = Files.createTempFile("thresholds", ".json");
        Files.writeString(file, thresholds);
        this.judge = new Judge(Thresholds.read(file), names);
        Files.delete(file);
        this.capabilities = capabilities;
    }

    /// Looks, and judges all locks of the scene's database.
    List<Assessment> all() throws SQLException {
        return all(scene.look());
    }

    List<Assessment> all(Board board) {
        samples.add(board, capabilities);
        return judge.judge(board, capabilities, samples).stream()
                .filter(assessment -> assessment.lock().id().database() == capabilities.databaseId())
                .toList();
    }

    Assessment of(LockKey key) throws SQLException {
        return of(key, scene.look());
    }

    Assessment of(LockKey key, Board board) {
        return all(board).stream()
                .filter(assessment -> assessment.lock().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No lock " + key));
    }

    /// Looks until the verdict is as wanted.
    Assessment await(LockKey key, String what, Predicate<Assessment> wanted) throws SQLException {
        Assessment[] last = new Assessment[1];
        scene.await(what, board -> {
            if (board.lock(new mana.studio.locks.LockId(capabilities.databaseId(), key))
                    .isEmpty()) {
                return false;
            }
            last[0] = of(key, board);
            return wanted.test(last[0]);
        });
        return last[0];
    }
}
