package mana.studio.drizzle.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.snapshot.SchemaSql;
import mana.studio.scratch.ScratchDatabase;
import mana.studio.scratch.ScratchException;
import mana.studio.scratch.ScratchServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Our SQL of the golden changes: it runs behind the chain and leads to the design, and where drizzle-kit's own runs,
/// both leave the same catalog.
class GoldenSqlTest {
    private static final Prover PROVER = new Prover();
    private static final List<String> FIGURES = new ArrayList<>();

    /// After the rename of a table drizzle-kit leaves the old name to its key; of a column that leaves a key it leaves
    /// NOT NULL, which its own snapshot says is gone.
    private static final Set<String> THEIRS_LEAVES_MORE = Set.of(
            "move_and_rename_table",
            "pk_composite_change",
            "pk_composite_named_change",
            "rename_table",
            "rename_table_and_add_column");

    @TempDir
    private Path root;

    static Stream<GoldenCase> cases() {
        return GoldenCase.chosen().stream();
    }

    @AfterAll
    static void end() throws Exception {
        PROVER.close();
        if (System.getProperty("mana.golden") != null) {
            Files.write(Path.of("target", "golden-sql.txt"), FIGURES);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leavesTheCatalogThatDrizzleKitLeaves(GoldenCase golden) throws Exception {
        Assumptions.assumeTrue(golden.isWhole(), "drizzle-kit made no snapshot of it");
        GoldenProject project = made(golden);
        Composition composition = project.composition();
        String theirs = golden.expected();
        if (composition.isEmpty()) {
            FIGURES.add(golden + "\tnothing to write\t" + theirs.replace("\n", " "));
            return;
        }
        StringBuilder ours = new StringBuilder();
        for (Composition.Part part : composition.parts()) {
            ours.append(part.sql());
        }

        if (System.getProperty("mana.golden") != null) {
            Path pair = Files.createDirectories(Path.of("target", "golden-sql"));
            Files.writeString(pair.resolve(golden + ".ours.sql"), ours);
            Files.writeString(pair.resolve(golden + ".theirs.sql"), theirs);
        }
        Proof proof = PROVER.prove(project.folder(), composition, new Cancellation());
        assertThat(proof).as("%s\n%s", ours, proof).isInstanceOf(Proof.Proven.class);

        assertThat(leftByTheWayBack(golden, composition)).isEmpty();

        boolean runs = true;
        try (ScratchDatabase database = ScratchServer.shared().create()) {
            database.load(String.join("\n", SchemaSql.statements(golden.before().schema())), new Cancellation());
            try {
                database.load(
                        "BEGIN;\n" + theirs.replace(MigrationFile.BREAKPOINT, "\n") + "\nCOMMIT;", new Cancellation());
            } catch (ScratchException refused) {
                runs = false;
            }
            if (runs) {
                List<String> differences = Likeness.differences(
                        database.read(new Cancellation()),
                        composition.goal(),
                        composition.wish().schemas(),
                        database,
                        new Cancellation());
                FIGURES.add(golden + "\t" + (differences.isEmpty() ? "same" : "theirs leaves " + differences) + "\t"
                        + (ours.toString().equals(theirs) ? "to the byte" : "other words"));
                assertThat(differences.isEmpty() || THEIRS_LEAVES_MORE.contains(golden.name()))
                        .as("%s", differences)
                        .isTrue();
                return;
            }
        }
        FIGURES.add(golden + "\tours runs, theirs fails");
    }

    private GoldenProject made(GoldenCase golden) throws Exception {
        try {
            return GoldenProject.in(root, golden);
        } catch (ScratchException refused) {
            return Assumptions.abort("no server of ours can make it: " + refused.getMessage());
        }
    }

    /// There and back again: what is then not as it was.
    private static List<String> leftByTheWayBack(GoldenCase golden, Composition composition) throws Exception {
        try (ScratchDatabase database = ScratchServer.shared().create()) {
            database.load(String.join("\n", SchemaSql.statements(golden.before().schema())), new Cancellation());
            for (Composition.Part part : composition.parts()) {
                database.load(part.sql().replace(MigrationFile.BREAKPOINT, "\n"), new Cancellation());
            }
            database.load(String.join("\n", composition.down()), new Cancellation());
            return Likeness.differences(
                    database.read(new Cancellation()),
                    composition.wish().base(),
                    composition.wish().schemas(),
                    database,
                    new Cancellation());
        }
    }
}
