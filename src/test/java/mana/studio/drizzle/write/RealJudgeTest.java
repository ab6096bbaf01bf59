package mana.studio.drizzle.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.connection.ConnectionString;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.snapshot.ServiceScope;
import mana.studio.drizzle.snapshot.Translation;
import mana.studio.drizzle.snapshot.UnreadableSnapshot;
import mana.studio.schema.Database;
import mana.studio.scratch.ScratchDatabase;
import mana.studio.scratch.ScratchException;
import mana.studio.scratch.ScratchServer;
import mana.studio.testing.DrizzleKit;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the real tools say of projects in which we wrote a migration for a golden change, beside the code that declares
/// it: `generate` has nothing to do, `check` is content, the migrator applies it, and the database is what was
/// designed.
///
/// The server keeps no expression as it was written, and a key's columns are NOT NULL whether the code says so or not:
/// what is new has our words in our snapshot, and the code that was written by hand for the golden case may have
/// others.
/// So where `generate` finds something, it is asked again with the code's own words in the snapshot.
class RealJudgeTest {
    /// How many are asked through the command line too, where not all are.
    private static final int BY_COMMAND = 2;

    private final Map<String, GoldenProject> ours = new LinkedHashMap<>();
    private final Map<String, GoldenProject> theirs = new LinkedHashMap<>();
    private final Map<String, TestDatabase> databases = new LinkedHashMap<>();
    private final List<String> figures = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void findsNothingToDoAndAppliesWhatWeWrote() throws Exception {
        Path home = DrizzleKit.folder("written");
        for (GoldenCase golden : GoldenCase.chosen()) {
            write(home, golden);
        }
        Map<String, JsonNode> verdicts = judge(home);
        boolean all = System.getProperty("mana.golden") != null;
        int commands = 0;
        for (String name : ours.keySet()) {
            boolean own = verdicts.get(name).get("left").isEmpty();
            look(name, verdicts);
            if (all || commands++ < BY_COMMAND) {
                command(own ? ours.get(name) : theirs.get(name));
            }
        }
        if (all) {
            Files.write(Path.of("target", "golden-judge.txt"), figures);
            Files.write(Path.of("target", "golden-judge-failures.txt"), failures);
        }
        assertThat(ours).isNotEmpty();
        assertThat(failures).isEmpty();
    }

    private void write(Path home, GoldenCase golden) throws Exception {
        try {
            GoldenProject project = GoldenProject.in(Files.createDirectories(home.resolve(golden.name())), golden);
            Composition composition = project.composition();
            if (composition.isEmpty()) {
                figures.add(golden + "\tnothing of the schemas changes");
                return;
            }
            ServiceScope scope = ServiceScope.of(Set.copyOf(composition.wish().schemas()));
            MigrationFiles.write(project.assemble(
                    composition, new SnapshotWords(scope, new DescribedDatabase(), new Cancellation())::of));
            ours.put(golden.name(), project);
            databases.put(golden.name(), TestServer.freshDatabase());
            GoldenProject other =
                    GoldenProject.in(Files.createDirectories(home.resolve(golden.name() + "-words")), golden);
            DrizzleSchema code = golden.after().schema();
            MigrationFiles.write(other.assemble(
                    composition,
                    (part, last, before, renames) -> part.reached() == composition.goal()
                            ? Translation.of(part.reached(), scope, code, project.design())
                                    .schema()
                            : Translation.of(part.reached(), scope, last, before, renames)
                                    .schema()));
            theirs.put(golden.name(), other);
        } catch (UnreadableSnapshot none) {
            figures.add(golden + "\tdrizzle-kit made no snapshot");
        } catch (ScratchException refused) {
            figures.add(golden + "\tthe schema itself cannot be made: "
                    + refused.failure().message());
        }
    }

    /// One process for all.
    private Map<String, JsonNode> judge(Path home) throws Exception {
        Path script = home.resolve("judge-migrations.mts");
        Files.copy(Path.of("src/test/resources/drizzle-kit/judge-migrations.mts"), script);
        List<Map<String, String>> asked = new ArrayList<>();
        ours.forEach((name, project) ->
                asked.add(Map.of("name", name, "folder", project.root().toString(), "url", url(databases.get(name)))));
        theirs.forEach((name, project) -> asked.add(
                Map.of("name", name + "-words", "folder", project.root().toString(), "url", "")));
        Path question = home.resolve("asked.json");
        Path answer = home.resolve("answered.json");
        Files.writeString(question, JsonMapper.shared().writeValueAsString(asked));
        DrizzleKit.Said said =
                DrizzleKit.run(home, Map.of(), "tsx", script.toString(), question.toString(), answer.toString());
        assertThat(said.exit()).as(said.err()).isZero();
        Map<String, JsonNode> verdicts = new LinkedHashMap<>();
        for (JsonNode verdict : JsonMapper.shared().readTree(Files.readString(answer))) {
            verdicts.put(verdict.get("name").asString(), verdict);
        }
        return verdicts;
    }

    private void look(String name, Map<String, JsonNode> verdicts) throws Exception {
        String migrated = verdicts.get(name).get("migrated").asString();
        JsonNode left = verdicts.get(name).get("left");
        JsonNode leftInTheirWords = verdicts.get(name + "-words").get("left");
        List<String> differs = migrated.equals("ok") ? differences(name) : List.of();
        String words = left.isEmpty() ? "our words" : leftInTheirWords.isEmpty() ? "the code's words" : "LEFT";
        figures.add(name + "\tmigrated " + migrated + "\t" + words + "\tdiffers " + differs + "\t" + left + "\t"
                + leftInTheirWords);
        if (!migrated.equals("ok") || words.equals("LEFT") || !differs.isEmpty()) {
            failures.add(figures.getLast());
        }
    }

    private static String url(TestDatabase database) {
        return ConnectionString.print(database.target());
    }

    /// Of what the real migrator made and what was designed.
    private List<String> differences(String name) throws Exception {
        GoldenProject project = ours.get(name);
        Database reached = new CatalogReader(databases.get(name).source())
                .read(new Cancellation())
                .database();
        try (ScratchDatabase there = ScratchServer.shared().create()) {
            there.load(mana.studio.ddl.Ddl.of(reached), new Cancellation());
            return Likeness.differences(
                    there.read(new Cancellation()),
                    project.design(),
                    GoldenCase.schemas(project.base(), project.design()),
                    there,
                    new Cancellation());
        }
    }

    private void command(GoldenProject project) {
        String name = project.golden().name();
        DrizzleKit.Said generated =
                DrizzleKit.run(project.root(), Map.of(), "drizzle-kit", "generate", "--config", "drizzle.config.ts");
        DrizzleKit.Said checked =
                DrizzleKit.run(project.root(), Map.of(), "drizzle-kit", "check", "--config", "drizzle.config.ts");
        boolean nothing = generated.out().contains("No schema changes, nothing to migrate");
        boolean fine = checked.exit() == 0
                && checked.out().contains("Everything's fine")
                && !checked.err().contains("Warning");
        figures.add(name + "\tgenerate " + (nothing ? "nothing" : "SOMETHING") + "\tcheck " + (fine ? "fine" : "NOT"));
        if (!nothing || !fine) {
            failures.add(name + "\n" + generated.out() + generated.err() + checked.out() + checked.err());
        }
    }
}
