package mana.studio.drizzle.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.snapshot.Snapshot.Row;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Snapshots of version 8 that drizzle-kit 1.0.0-rc.4 wrote.
class Version8Test {
    private static List<Path> files() {
        return Stream.of(
                        SharedSnapshots.files("drizzle-golden", "format8/prev.json", "format8/cur.json"),
                        SharedSnapshots.files("drizzle-examples/v1rc4", "snapshot.json"),
                        SharedSnapshots.files("mana-sample/services-v1-format8", "snapshot.json"))
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void writesToTheByte() throws UnreadableSnapshot {
        assertThat(files()).hasSizeGreaterThan(190);
        for (Path file : files()) {
            String text = SharedSnapshots.text(file);
            Snapshot snapshot = Snapshots.read(file);
            assertThat(text.startsWith("{\n  \"id\"") ? Snapshots.writeCopy(snapshot) : Snapshots.write(snapshot))
                    .as("%s", file)
                    .isEqualTo(text);
        }
    }

    @Test
    void losesNothingOfARealProject() throws UnreadableSnapshot {
        for (Path file : SharedSnapshots.files("migrations/repos", "/snapshot.json")) {
            Snapshot snapshot = Snapshots.read(file);
            assertThat(Json.read(Snapshots.write(snapshot)))
                    .as("%s", file)
                    .isEqualTo(Json.read(SharedSnapshots.text(file)));
        }
    }

    /// From the schema alone, as for a project that begins with us; whether a name was given can only be guessed from
    /// the name, and arrays whose size is declared 1.0 misreads itself.
    @Test
    void makesTheEntitiesThatDrizzleKitMakes() throws UnreadableSnapshot {
        int same = 0;
        for (Path file : files()) {
            Snapshot snapshot = Snapshots.read(file);
            Map<List<String>, JsonNode> wanted = byKey(snapshot.rows());
            for (ObjectNode row : EntityWriter.of(snapshot.schema())) {
                ObjectNode other = (ObjectNode) wanted.get(EntityType.key(row));
                boolean sized = other != null
                        && other.has("dimensions")
                        && other.get("dimensions").isNull();
                boolean renamedKey =
                        other == null && row.path("name").asString("").endsWith("_pkey");
                if (!sized && !renamedKey) {
                    assertThat(bare(row)).as("%s", file).isEqualTo(bare(other));
                    same++;
                }
            }
        }
        assertThat(same).isGreaterThan(1400);
    }

    private static JsonNode bare(ObjectNode row) {
        ObjectNode bare = (ObjectNode) Json.read(Json.compact(row));
        bare.remove("nameExplicit");
        return bare;
    }

    @Test
    void changesOnlyWhatIsDifferent() throws UnreadableSnapshot {
        Path file = SharedSnapshots.files("drizzle-golden/unique_add_table", "format8/cur.json")
                .getFirst();
        Snapshot snapshot = Snapshots.read(file);
        DrizzleTable table = snapshot.schema().tables().getFirst();
        DrizzleSchema without = new DrizzleSchema(
                snapshot.schema().schemas(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        DrizzleSchema changed = new DrizzleSchema(
                snapshot.schema().schemas(),
                List.of(),
                List.of(new DrizzleTable(
                        table.name(),
                        table.columns().subList(0, 1),
                        table.indexes(),
                        table.foreignKeys(),
                        table.primaryKeys(),
                        table.uniques(),
                        List.of(new DrizzleTable.Check("ck", "true")),
                        table.policies(),
                        true)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Snapshot next = snapshot.next("the-next", changed);
        String text = Snapshots.write(next);
        assertThat(Snapshots.read("next", text).schema()).isEqualTo(changed);
        assertThat(text).contains("\"nameExplicit\": false,").contains("\"prevIds\": [\n    \"" + snapshot.id());
        assertThat(Snapshots.read("none", Snapshots.write(snapshot.next("x", without)))
                        .schema())
                .isEqualTo(without);
    }

    private static Map<List<String>, JsonNode> byKey(List<Row> rows) {
        Map<List<String>, JsonNode> byKey = new HashMap<>();
        rows.stream().map(row -> Json.read(row.json())).forEach(row -> byKey.put(EntityType.key(row), row));
        return byKey;
    }
}
