package mana.studio.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import mana.studio.connection.Cancellation;
import mana.studio.settings.Places;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCacheTest {
    private static Snapshot snapshot;

    @TempDir
    private Path folder;

    private CatalogCache cache;

    @BeforeAll
    static void readEverything() throws SQLException {
        TestDatabase database = TestServer.freshDatabase();
        Scripts.run(database, Scripts.resource(CatalogReaderTest.class, "everything.sql"));
        snapshot = new CatalogReader(database.source()).read(new Cancellation());
    }

    @BeforeEach
    void open() {
        cache = new CatalogCache(new Places(folder, folder, folder));
    }

    @Test
    void findsWhatWasKept() {
        cache.keep("local", snapshot);
        assertThat(cache.find("local")).contains(snapshot);
    }

    @Test
    void keepsIdentities() {
        cache.keep("local", snapshot);
        assertThat(cache.find("local").orElseThrow().database().tables().map(table -> table.id().key()))
                .containsExactlyElementsOf(
                        snapshot.database().tables().map(table -> table.id().key()).toList());
    }

    @Test
    void keepsEachConnectionApart() {
        cache.keep("a/b", snapshot);
        assertThat(cache.find("a_b")).isEmpty();
        assertThat(cache.find("a/b")).isPresent();
    }

    @Test
    void forgets() {
        cache.keep("local", snapshot);
        cache.forget("local");
        assertThat(cache.find("local")).isEmpty();
    }

    @Test
    void findsNothingInABrokenFile() throws IOException {
        cache.keep("local", snapshot);
        byte[] whole = Files.readAllBytes(onlyFile());
        Files.write(onlyFile(), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(cache.find("local")).isEmpty();
    }

    @Test
    void findsNothingInAFileOfAnotherModel() throws IOException {
        cache.keep("local", snapshot);
        try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(onlyFile()))) {
            stream.write("{\"model\":\"older\",\"sizes\":[]}".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(cache.find("local")).isEmpty();
    }

    @Test
    void leavesNoTemporaryFile() throws IOException {
        cache.keep("local", snapshot);
        cache.keep("local", snapshot);
        assertThat(onlyFile()).hasFileName("local.json.gz");
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("catalogs"))) {
            return files.reduce((a, b) -> {
                        throw new AssertionError(a + " and " + b);
                    })
                    .orElseThrow();
        }
    }
}
