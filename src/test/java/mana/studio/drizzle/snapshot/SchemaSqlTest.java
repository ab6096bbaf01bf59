package mana.studio.drizzle.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mana.studio.connection.Cancellation;
import mana.studio.plan.Planner;
import mana.studio.plan.Statement;
import mana.studio.schema.Database;
import mana.studio.scratch.Scratch;
import mana.studio.scratch.ScratchException;
import org.junit.jupiter.api.Test;

/// A snapshot as a database is what drizzle-kit's own statements lead to.
class SchemaSqlTest {

    @Test
    void makesWhatTheMigrationsOfDrizzleKitMake() throws Exception {
        List<String> wrong = new ArrayList<>();
        int same = 0;
        int refused = 0;
        for (Path folder : SharedSnapshots.cases()) {
            Path sql = folder.resolve("stable/expected.sql");
            Snapshot before = Snapshots.read(folder.resolve("stable/prev.json"));
            Snapshot after = Snapshots.read(folder.resolve("stable/cur.json"));
            String name = folder.getFileName().toString();
            Database made;
            try {
                made = Snapshots.toDatabase(after.schema(), new Cancellation());
            } catch (ScratchException failure) {
                wrong.add(name + ": " + failure.getMessage());
                continue;
            }
            if (!Files.exists(sql)) {
                continue;
            }
            Database migrated;
            try {
                migrated = Scratch.read(
                        String.join("\n", SchemaSql.statements(before.schema())) + "\n" + SharedSnapshots.text(sql),
                        new Cancellation());
            } catch (ScratchException failure) {
                System.out.println("REFUSED " + name + ": " + failure.getMessage());
                refused++;
                continue;
            }
            String difference = Planner.plan(migrated, made).statements().stream()
                    .map(Statement::sql)
                    .collect(Collectors.joining(" "));
            if (difference.isEmpty()) {
                same++;
            } else {
                wrong.add(name + ": " + difference);
            }
        }
        System.out.println(same + " same, " + refused + " refused");
        assertThat(wrong).isEmpty();
    }
}
