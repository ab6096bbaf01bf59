package mana.studio.ddl;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Databases that others designed: `pg_dump -s` of public projects, where they lie beside the checkout.
class DumpsTest {
    private static final Path DUMPS =
            Path.of(System.getProperty("mana.shared", "../shared")).resolve("data/dumps");

    /// Lines for psql alone, such as `\restrict`.
    private static final Pattern FOR_PSQL = Pattern.compile("(?m)^\\\\.*$");

    private static final Pattern ROLE = Pattern.compile("(?m)^CREATE POLICY .*? TO ([a-z_]+)\\b");

    @TestFactory
    Stream<DynamicTest> loadBackToTheSameCatalog() {
        assumeTrue(Files.isDirectory(DUMPS), () -> "There are no dumps in " + DUMPS);
        return dumps().map(dump -> DynamicTest.dynamicTest(dump.getFileName().toString(), () -> loadsBack(dump)));
    }

    private static Stream<Path> dumps() {
        try (Stream<Path> files = Files.list(DUMPS)) {
            return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void loadsBack(Path dump) throws IOException {
        String script = FOR_PSQL.matcher(Files.readString(dump)).replaceAll("");
        assumeTrue(!script.contains("EXTENSION IF NOT EXISTS vector"), "The test server has no extension vector");
        createRoles(script);
        TestDatabase database = TestServer.freshDatabase();
        Scripts.run(database, script);
        RoundTrip roundTrip = RoundTrip.of(database);
        roundTrip.assertCopyIsEqual();
        roundTrip.assertEveryTableIsEqual();
    }

    private static void createRoles(String script) {
        TestDatabase postgres = new TestDatabase("postgres");
        ROLE.matcher(script)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .forEach(role -> postgres.run("DO $$ BEGIN CREATE ROLE " + role
                        + "; EXCEPTION WHEN duplicate_object THEN NULL; END $$"));
    }
}
