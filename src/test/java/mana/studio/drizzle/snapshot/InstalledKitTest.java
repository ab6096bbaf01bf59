package mana.studio.drizzle.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.testing.DrizzleKit;
import org.junit.jupiter.api.Test;

/// The drizzle-kit that is installed to judge is the one that wrote the recorded snapshots.
class InstalledKitTest {
    @Test
    void serialisesTheRecordedCode() throws IOException, UnreadableSnapshot {
        Path work = DrizzleKit.folder("snapshots");
        Map<String, Path> cases = new LinkedHashMap<>();
        for (Path golden : SharedSnapshots.cases()) {
            String name = golden.getFileName() + ".ts";
            Files.copy(golden.resolve("to.ts"), work.resolve(name));
            cases.put(name, golden.resolve("stable/cur.json"));
        }
        Path script = work.resolve("snapshots.ts");
        Files.copy(Path.of("src", "test", "resources", "drizzle-kit", "snapshots.ts"), script);
        Path list = work.resolve("list");
        Files.write(
                list,
                cases.keySet().stream()
                        .map(name -> name + "\t" + name + ".json")
                        .toList());
        DrizzleKit.Said said = DrizzleKit.run(work, Map.of(), "tsx", script.toString(), list.toString());
        assertThat(said.exit()).as(said.err()).isZero();
        for (Map.Entry<String, Path> recorded : cases.entrySet()) {
            DrizzleSchema installed =
                    Snapshots.read(work.resolve(recorded.getKey() + ".json")).schema();
            DrizzleSchema then = Snapshots.read(recorded.getValue()).schema();
            assertThat(Sameness.differences(then, installed))
                    .as(recorded.getKey())
                    .isEmpty();
        }
    }
}
