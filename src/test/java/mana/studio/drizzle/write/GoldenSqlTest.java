package mana.studio.drizzle.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.snapshot.SchemaSql;
import mana.studio.scratch.ScratchDatabase;
import mana.studio.scratch.ScratchException;
import mana.studio.scratch.ScratchServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Our SQL of the golden changes: it runs behind the chain and leads to the design, and where drizzle-kit's own runs,
/// both leave the same catalog.
class GoldenSqlTest {
    private static final Prover PROVER = new Prover();
    private static final List<String> FIGURES = new ArrayList<>();

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
        GoldenProject project = GoldenProject.in(root, golden);
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
                FIGURES.add(golden + "\t" + (differences.isEmpty() ? "same" : "theirs differs " + differences) + "\t"
                        + (ours.toString().equals(theirs) ? "to the byte" : "other words"));
                if (differences.isEmpty()) {
                    return;
                }
                // What drizzle-kit leaves behind its own schema is its bug, measured; ours was proven above.
                return;
            }
        }
        FIGURES.add(golden + "\tours runs, theirs fails");
    }
}
