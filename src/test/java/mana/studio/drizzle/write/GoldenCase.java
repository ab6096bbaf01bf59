package mana.studio.drizzle.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.snapshot.Snapshot;
import mana.studio.drizzle.snapshot.Snapshots;
import mana.studio.drizzle.snapshot.UnreadableSnapshot;
import mana.studio.plan.Rename;
import mana.studio.plan.Rename.Kind;
import mana.studio.schema.Database;
import mana.studio.scratch.ScratchException;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A change of a schema with what the real drizzle-kit made of it.
record GoldenCase(Path folder) {
    private static final Path ALL =
            Path.of(System.getProperty("mana.shared", "../shared")).resolve("data/drizzle-golden");

    /// One of each kind of change that is like no other, and the kinds that drizzle-kit itself fails at.
    private static final List<String> SOME = List.of(
            "add_table_with_everything",
            "rename_table_and_add_column",
            "enum_value_with_quote_added",
            "index_add_unique_where",
            "type_text_to_integer",
            "pk_single_to_composite",
            "policy_change_using",
            "identity_add");

    /// All of them with `-Dmana.golden=all`, else a choice. Skips the test where they are not there.
    static List<GoldenCase> chosen() {
        Assumptions.assumeTrue(Files.isDirectory(ALL), "the golden cases are not here: " + ALL);
        String which = System.getProperty("mana.golden", "some");
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(folder -> which.equals("all")
                            || (which.equals("some") ? SOME : List.of(which.split(",")))
                                    .contains(folder.getFileName().toString()))
                    .sorted()
                    .map(GoldenCase::new)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    /// Whether drizzle-kit got so far as to make a snapshot.
    boolean isWhole() {
        return Files.exists(folder.resolve("stable/cur.json"));
    }

    @Override
    public String toString() {
        return name();
    }

    Snapshot before() throws UnreadableSnapshot {
        return Snapshots.read(folder.resolve("stable/prev.json"));
    }

    Snapshot after() throws UnreadableSnapshot {
        return Snapshots.read(folder.resolve("stable/cur.json"));
    }

    Database base() throws UnreadableSnapshot, ScratchException {
        return Snapshots.toDatabase(before().schema(), new Cancellation());
    }

    Database design() throws UnreadableSnapshot, ScratchException {
        return Snapshots.toDatabase(after().schema(), new Cancellation());
    }

    /// drizzle-kit's SQL; empty where it made none.
    String expected() throws IOException {
        Path sql = folder.resolve("stable/expected.sql");
        return Files.exists(sql) ? Files.readString(sql) : "";
    }

    /// Every schema of both sides.
    static List<String> schemas(Database base, Database design) {
        return Stream.concat(base.schemas().stream(), design.schemas().stream())
                .map(mana.studio.schema.Schema::name)
                .distinct()
                .toList();
    }

    /// What a person answered to drizzle-kit's questions.
    List<Rename> renames(Database base, Database design) throws IOException {
        Path answers = folder.resolve("stable/renames.json");
        List<Rename> renames = new ArrayList<>();
        if (Files.exists(answers)) {
            for (JsonNode answer : JsonMapper.shared().readTree(Files.readString(answers))) {
                renames.addAll(rename(
                        base,
                        design,
                        answer.get("from").asString(),
                        answer.get("to").asString()));
            }
        }
        return renames;
    }

    private static List<Rename> rename(Database base, Database design, String from, String to) {
        if (from.contains(".")) {
            List<String> old = List.of(from.split("\\."));
            List<String> now = to.contains(".") ? List.of(to.split("\\.")) : List.of("public", to);
            boolean type = base.schema(old.getFirst()).orElseThrow().enums().stream()
                    .anyMatch(each -> each.name().name().equals(old.getLast()));
            return List.of(new Rename(type ? Kind.TYPE : Kind.RELATION, old, now));
        }
        if (base.schema(from).isPresent()) {
            return List.of(new Rename(Kind.SCHEMA, List.of(from), List.of(to)));
        }
        return base.tables()
                .filter(table -> table.column(from).isPresent()
                        && design.table(table.name())
                                .flatMap(other -> other.column(to))
                                .isPresent())
                .map(table -> new Rename(
                        Kind.COLUMN, List.of(table.name().schema(), table.name().name(), from), List.of(to)))
                .toList();
    }
}
