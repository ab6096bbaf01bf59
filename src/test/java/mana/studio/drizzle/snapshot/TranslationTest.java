package mana.studio.drizzle.snapshot;


import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.plan.Planner;
import mana.studio.plan.Statement;
import mana.studio.schema.Database;
import mana.studio.scratch.ScratchException;
import org.junit.jupiter.api.Test;

class TranslationTest {
    @Test
    void golden() throws Exception {
        List<String> wrong = new ArrayList<>();
        int ok = 0;
        int fresh = 0;
        List<Path> files = Stream.concat(
                        SharedSnapshots.files("drizzle-golden", "stable/cur.json").stream(),
                        SharedSnapshots.files(System.getProperty("more", "mana-sample/services"), "_snapshot.json")
                                .stream())
                .toList();
        for (Path file : files) {
            DrizzleSchema schema = Snapshots.read(file).schema();
            try {
                Database database = Snapshots.toDatabase(schema, new Cancellation());
                ServiceScope scope = scope(schema);
                Translated kept = Translation.of(database, scope, schema, database);
                if (kept.schema().equals(schema)) {
                    ok++;
                } else {
                    wrong.add(file + " KEPT " + diff(schema, kept.schema()));
                }
                DrizzleSchema bare = Translation.of(database, scope, DrizzleSchema.EMPTY, null)
                        .schema();
                String difference =
                        Planner.plan(database, Snapshots.toDatabase(bare, new Cancellation())).statements().stream()
                                .map(Statement::sql)
                                .collect(Collectors.joining(" "));
                if (difference.isEmpty()) {
                    fresh++;
                } else {
                    wrong.add(file + " FRESH " + difference);
                }
            } catch (ScratchException failure) {
                wrong.add(file + " FAILED " + failure.getMessage());
            }
        }
        System.out.println(ok + " kept, " + fresh + " fresh of " + files.size());
        wrong.forEach(System.out::println);
    }

    static ServiceScope scope(DrizzleSchema schema) {
        return ServiceScope.of(Stream.concat(
                        Stream.of("public"),
                        Stream.concat(
                                schema.schemas().stream(),
                                schema.tables().stream()
                                        .map(table -> table.name().schema())))
                .collect(Collectors.toSet()));
    }

    private static String diff(DrizzleSchema a, DrizzleSchema b) {
        List<String> one = new ArrayList<>(
                List.of(Snapshots.write(Snapshot.ofVersion7("a", "b", a)).split("\n")));
        List<String> two = new ArrayList<>(
                List.of(Snapshots.write(Snapshot.ofVersion7("a", "b", b)).split("\n")));
        List<String> gone = new ArrayList<>(one);
        two.forEach(gone::remove);
        List<String> come = new ArrayList<>(two);
        one.forEach(come::remove);
        return "- " + gone + "\n  + " + come;
    }
}
