package mana.studio.drizzle.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.model.DrizzleSchema;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Chains that drizzle-kit 1.0.0-rc.5 wrote come to what rc.4, which writes everything each time, says.
class Version9Test {
    @TempDir
    private Path folder;

    @Test
    void comesToWhatVersion8Says() throws Exception {
        int read = 0;
        for (Path golden : SharedSnapshots.cases()) {
            Path before = golden.resolve("format9/prev.json");
            Path after = golden.resolve("format9/cur.json");
            Path whole = golden.resolve("format8/cur.json");
            if (Files.exists(after) && Files.exists(whole)) {
                MigrationFolder chain = chain(golden.getFileName().toString(), before, after);
                Snapshot state = Snapshots.stateOf(chain, chain.migrations().getLast());
                assertThat(entities(state.schema()))
                        .as("%s", golden)
                        .isEqualTo(entities(Snapshots.read(whole).schema()));
                read++;
            }
        }
        assertThat(read).isGreaterThan(80);
    }

    @Test
    void readsWholeChains() throws Exception {
        for (String service : List.of("mana-auth", "mana-credits")) {
            MigrationFolder nine = folder("mana-sample/services-v1", service);
            MigrationFolder eight = folder("mana-sample/services-v1-format8", service);
            for (int at = 0; at < nine.migrations().size(); at++) {
                assertThat(entities(Snapshots.stateOf(nine, nine.migrations().get(at))
                                .schema()))
                        .as("%s, %s", service, nine.migrations().get(at).tag())
                        .isEqualTo(entities(
                                Snapshots.stateOf(eight, eight.migrations().get(at))
                                        .schema()));
            }
        }
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        MigrationFolder nine = folder("mana-sample/services-v1", "mana-auth");
        Migration last = nine.migrations().getLast();
        MigrationFolder torn = new MigrationFolder(
                nine.root(),
                nine.layout(),
                nine.migrations().subList(1, nine.migrations().size()),
                List.of(),
                List.of());
        assertThatExceptionOfType(UnreadableSnapshot.class)
                .isThrownBy(() -> Snapshots.stateOf(torn, last))
                .withMessageContaining("is none of the folder's snapshots");
        assertThatExceptionOfType(UnreadableSnapshot.class)
                .isThrownBy(() -> Snapshots.read(last.snapshot().path()))
                .withMessageContaining("holds only what changed");
    }

    private static MigrationFolder folder(String set, String service) {
        Path root = SharedSnapshots.DATA.resolve(set).resolve(service).resolve("src/db/migrations");
        Assumptions.assumeTrue(Files.isDirectory(root), root + " is not here");
        return MigrationFolders.read(root);
    }

    private MigrationFolder chain(String name, Path... snapshots) throws IOException {
        Path root = Files.createDirectories(folder.resolve(name));
        int number = 10;
        for (Path snapshot : snapshots) {
            Path migration = Files.createDirectories(root.resolve("202611201200%d_step".formatted(number++)));
            Files.copy(snapshot, migration.resolve("snapshot.json"));
            Files.writeString(migration.resolve("migration.sql"), "");
        }
        return MigrationFolders.read(root);
    }

    private static Set<String> entities(DrizzleSchema schema) {
        return EntityWriter.of(schema).stream().map(Json::compact).collect(Collectors.toSet());
    }
}
