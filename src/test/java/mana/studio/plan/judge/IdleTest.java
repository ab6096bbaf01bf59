package mana.studio.plan.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mana.studio.plan.judge.PlannedSql.Step;
import mana.studio.schema.Database;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// From a database to itself there is nothing to do: dumps of public projects, each read from two databases, where they
/// lie beside the checkout.
class IdleTest {
    private static final Path DUMPS =
            Path.of(System.getProperty("mana.shared", "../shared")).resolve("data/dumps");
    private static final Pattern ROLE = Pattern.compile("(?m)^CREATE POLICY .*? TO ([a-z_]+)\\b");

    private static @Nullable FreshDatabases fresh;

    @BeforeAll
    static void open() {
        fresh = new FreshDatabases();
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(fresh).close();
    }

    @TestFactory
    Stream<DynamicTest> saysNothingWhereNothingDiffers() {
        assumeTrue(Files.isDirectory(DUMPS), () -> "There are no dumps in " + DUMPS);
        try (Stream<Path> files = Files.list(DUMPS)) {
            return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList().stream()
                    .map(dump -> DynamicTest.dynamicTest(dump.getFileName().toString(), () -> saysNothing(dump)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void saysNothing(Path dump) throws IOException, SQLException {
        String script = Files.readString(dump);
        assumeTrue(!script.contains("EXTENSION IF NOT EXISTS vector"), "The test server has no extension vector");
        for (String role : ROLE.matcher(script)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList()) {
            JudgedDatabase.createRole(role);
        }
        Database one = loaded(script);
        Database other = loaded(script);
        assertThat(Planners.REAL.plan(one, one)).extracting(Step::sql).isEmpty();
        assertThat(Planners.REAL.plan(one, other)).extracting(Step::sql).isEmpty();
    }

    private static Database loaded(String script) throws SQLException {
        JudgedDatabase database = Objects.requireNonNull(fresh).take();
        try {
            database.load(script);
            return database.read();
        } finally {
            fresh.giveBack(database);
        }
    }
}
