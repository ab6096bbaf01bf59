package mana.studio.drizzle.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.plan.Planner;
import mana.studio.plan.Statement;
import mana.studio.schema.Database;
import mana.studio.scratch.Scratch;
import mana.studio.scratch.ScratchException;
import org.junit.jupiter.api.Test;

/// A snapshot as a database is what drizzle-kit's own statements lead to. `-Dmana.drizzle.all` runs every recorded
/// case.
class SchemaSqlTest {
    private static final Set<String> SOME = Set.of(
            "add_table_with_everything",
            "fk_cycle",
            "enum_reorder",
            "generated_set",
            "index_add_unique_where",
            "matview_create",
            "policy_link",
            "role_create",
            "unique_toggle_nnd");
    /// What no database holds: two names that the server cuts to one, a type of pgvector.
    private static final Set<String> IMPOSSIBLE = Set.of("long_names", "types_all");
    /// Migrations leave behind what the snapshot does not tell: the name of a key, NOT NULL of a former key's column.
    private static final Set<String> LEFTOVERS = Set.of(
            "move_and_rename_table",
            "rename_table",
            "rename_table_and_add_column",
            "pk_composite_change",
            "pk_composite_named_change");

    private static List<Path> cases() {
        return SharedSnapshots.cases().stream()
                .filter(golden -> !IMPOSSIBLE.contains(name(golden)) && !LEFTOVERS.contains(name(golden)))
                .filter(golden -> SharedSnapshots.all() || SOME.contains(name(golden)))
                .toList();
    }

    private static String name(Path golden) {
        return golden.getFileName().toString();
    }

    @Test
    void makesWhatTheMigrationsOfDrizzleKitMake() throws UnreadableSnapshot, ScratchException {
        List<String> refused = new ArrayList<>();
        int same = 0;
        for (Path golden : cases()) {
            DrizzleSchema after =
                    Snapshots.read(golden.resolve("stable/cur.json")).schema();
            Database made = Snapshots.toDatabase(after, new Cancellation());
            Path migration = golden.resolve("stable/expected.sql");
            if (!Files.exists(migration)) {
                continue;
            }
            DrizzleSchema before =
                    Snapshots.read(golden.resolve("stable/prev.json")).schema();
            String script = String.join("\n", SchemaSql.statements(before)) + "\n" + SharedSnapshots.text(migration);
            try {
                assertThat(plan(Scratch.read(script, new Cancellation()), made))
                        .as("%s", golden)
                        .isEmpty();
                same++;
            } catch (ScratchException broken) {
                // Some of what drizzle-kit writes no server takes; ours it took.
                refused.add(name(golden));
            }
        }
        assertThat(same).as("refused: %s", refused).isGreaterThanOrEqualTo(cases().size() * 4 / 5);
    }

    private static String plan(Database from, Database to) {
        return Planner.plan(from, to).statements().stream().map(Statement::sql).collect(Collectors.joining(" "));
    }

    /// An apostrophe in JSON, an enum with an apostrophe, a type that drizzle-kit would not quote.
    @Test
    void escapesWhatDrizzleKitForgets() throws UnreadableSnapshot, ScratchException {
        for (String golden :
                List.of("jsonb_default_quote", "enum_value_with_quote_added", "enum_name_like_native_type")) {
            Path file = SharedSnapshots.files("drizzle-golden/" + golden, "stable/cur.json")
                    .getFirst();
            DrizzleSchema schema = Snapshots.read(file).schema();
            assertThat(Snapshots.toDatabase(schema, new Cancellation()).schema("app"))
                    .isPresent();
        }
    }

    @Test
    void saysWhichExtensionIsMissing() throws UnreadableSnapshot {
        Path file = SharedSnapshots.files("drizzle-golden/types_all", "stable/cur.json")
                .getFirst();
        DrizzleSchema schema = Snapshots.read(file).schema();
        assertThatExceptionOfType(ScratchException.class)
                .isThrownBy(() -> Snapshots.toDatabase(schema, new Cancellation()))
                .withMessageContaining("extension \"vector\" is not available");
    }
}
