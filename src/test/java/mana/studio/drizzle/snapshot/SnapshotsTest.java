package mana.studio.drizzle.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mana.studio.drizzle.snapshot.Snapshot.Extra;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Snapshots that the real drizzle-kit wrote come back as they were.
class SnapshotsTest {
    private static final String EMPTY = """
        {
          "id": "46adcb7f-43f9-4fbf-8e9c-bcf438dd4a9c",
          "prevId": "00000000-0000-0000-0000-000000000000",
          "version": "7",
          "dialect": "postgresql",
          "tables": {},
          "enums": {},
          "schemas": {},
          "sequences": {},
          "roles": {},
          "policies": {},
          "views": {},
          "_meta": {
            "columns": {},
            "schemas": {},
            "tables": {}
          }
        }\
        """;

    /// What older lines of drizzle-kit left out, and what is taken for it.
    private static final List<String> SUPPLIED = List.of(
            "/(sequences|roles|policies|views|_meta/.*) = \\{}",
            "/tables/[^/]*/(policies|checkConstraints|uniqueConstraints) = \\{}",
            "/tables/[^/]*/isRLSEnabled = false",
            "/tables/public[.][^/]*/schema = \"\"");

    @Test
    void writesVersion7ToTheByte() throws UnreadableSnapshot {
        List<Path> files = Stream.of(
                        SharedSnapshots.files("drizzle-golden", "stable/prev.json", "stable/cur.json"),
                        SharedSnapshots.files("drizzle-examples/stable", "snapshot.json"),
                        SharedSnapshots.files("mana-sample/services", "snapshot.json"),
                        SharedSnapshots.files("mana-sample/broken", "snapshot.json"))
                .flatMap(List::stream)
                .toList();
        assertThat(files).hasSizeGreaterThan(200);
        for (Path file : files) {
            String text = SharedSnapshots.text(file);
            Snapshot snapshot = Snapshots.read(file);
            assertThat(isCopy(text) ? Snapshots.writeCopy(snapshot) : Snapshots.write(snapshot))
                    .as("%s", file)
                    .isEqualTo(text);
        }
    }

    /// Many of these were written by older lines, whose keys stood in another order, or were folded by a formatter.
    @Test
    void losesNothingOfRealProjects() throws UnreadableSnapshot {
        int read = 0;
        int toTheByte = 0;
        for (Path file : SharedSnapshots.real()) {
            Snapshot snapshot = Snapshots.read(file);
            String text = SharedSnapshots.text(file);
            read++;
            if (snapshot.version().equals("7")) {
                String written = isCopy(text) ? Snapshots.writeCopy(snapshot) : Snapshots.write(snapshot);
                toTheByte += written.equals(text) ? 1 : 0;
                assertThat(difference(text, written, said(snapshot)))
                        .as("%s", file)
                        .isEmpty();
            }
        }
        assertThat(read).isGreaterThan(60);
        assertThat(toTheByte).isGreaterThan(15);
    }

    private static boolean isCopy(String text) {
        return text.indexOf("\n  \"views\"") < text.indexOf("\n  \"sequences\"");
    }

    private static List<String> difference(String before, String after, List<String> said) {
        Map<String, String> lost = leaves(before);
        Map<String, String> won = leaves(after);
        Map<String, String> kept = new TreeMap<>(lost);
        kept.entrySet().retainAll(won.entrySet());
        lost.entrySet().removeAll(kept.entrySet());
        won.entrySet().removeAll(kept.entrySet());
        return Stream.concat(
                        lost.entrySet().stream()
                                .filter(leaf -> said.stream().noneMatch(leaf.getKey()::equals))
                                .map(leaf -> "lost " + leaf),
                        won.entrySet().stream()
                                .map(leaf -> leaf.getKey() + " = " + leaf.getValue())
                                .filter(leaf -> SUPPLIED.stream().noneMatch(leaf::matches)))
                .toList();
    }

    private static List<String> said(Snapshot snapshot) {
        return snapshot.extras().stream().map(Extra::pointer).toList();
    }

    private static Map<String, String> leaves(String json) {
        Map<String, String> leaves = new TreeMap<>();
        collect("", Json.read(json), leaves);
        return leaves;
    }

    private static void collect(String pointer, JsonNode node, Map<String, String> leaves) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(part -> collect(pointer + "/" + part.getKey(), part.getValue(), leaves));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int position = 0; position < node.size(); position++) {
                collect(pointer + "/" + position, node.get(position), leaves);
            }
        } else {
            leaves.put(pointer, Json.compact(node));
        }
    }

    @Test
    void readsWhatOldLinesWrote() throws UnreadableSnapshot {
        for (Path file : SharedSnapshots.real()) {
            Snapshot snapshot = Snapshots.read(file);
            if (!snapshot.version().equals("7")) {
                assertThat(snapshot.schema().tables())
                        .as("%s", file)
                        .isNotEmpty()
                        .allSatisfy(table -> {
                            assertThat(table.name().schema()).isNotEmpty();
                            assertThat(table.columns()).isNotEmpty();
                        });
                assertThat(snapshot.extras()).as("%s", file).isEmpty();
            }
        }
    }

    @Test
    void keepsWhatItDoesNotKnowAtTheTopAndSaysWhatItDoesNotKnowInside() throws UnreadableSnapshot {
        String text = EMPTY.substring(0, EMPTY.length() - 2) + ",\n  \"internal\": {\n    \"tables\": {}\n  }\n}";
        Snapshot snapshot = Snapshots.read("0000_snapshot.json", text);
        assertThat(snapshot.extras()).containsExactly(new Extra("/internal", "{\"tables\":{}}"));
        assertThat(Snapshots.write(snapshot)).isEqualTo(text);

        Snapshot inside = Snapshots.read("0000_snapshot.json", EMPTY.replace("\"enums\": {}", """
            "enums": {"public.a/b": {"name": "a/b", "schema": "public", "values": ["x"], "note": 1}}\
            """));
        assertThat(inside.extras()).containsExactly(new Extra("/enums/public.a~1b/note", "1"));
    }

    @Test
    void spellsNumbersAndSpecialCharactersAsJavaScriptDoes() throws UnreadableSnapshot {
        String text = EMPTY.replace("\"views\": {}", """
            "views": {
                "public.v": {
                  "columns": {},
                  "definition": "select '\\u001f/é\\"\\\\\\n'",
                  "name": "v",
                  "schema": "public",
                  "isExisting": false,
                  "with": {
                    "a": 1e+21,
                    "b": 1.5e-7,
                    "c": 0.1,
                    "d": 100000000000000000000,
                    "e": -3,
                    "f": "x",
                    "g": true
                  },
                  "materialized": true
                }
              }\
            """);
        assertThat(Snapshots.write(Snapshots.read("x", text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "tables": {}          | "tables": []                             | /tables           | an object stands here
        "tables": {}          | "tables": {"public.t": {"name": 1}}      | /tables/public.t/name | this is 1, not text
        "tables": {}          | "tables": {"public.t": {"name": "t"}}    | /tables/public.t  | "columns" is missing
        "tables": {},         |                                          |                   | "tables" is missing
        "dialect": "postgresql" | "dialect": "mysql" |                   | for mysql, not for PostgreSQL
        "version": "7"        | "version": "12"                          |                   | version 12 is not known
        "version": "7"        | "version": "4"                           |                   | Run drizzle-kit up
        "id": "46             | "id": 46                                 |                   | line 2
        "enums": {}           | "enums": {"a": {"name":"a","values":[1]}} | /enums/a/values/0 | a text stands here
        """)
    void saysWhereAFileIsBroken(String part, String other, String pointer, String words) {
        String text = EMPTY.replace(part, other == null ? "" : other);
        assertThatExceptionOfType(UnreadableSnapshot.class)
                .isThrownBy(() -> Snapshots.read("meta/0003_snapshot.json", text))
                .withMessageContaining("meta/0003_snapshot.json")
                .withMessageContaining(words)
                .satisfies(broken -> assertThat(broken.pointer()).isEqualTo(pointer == null ? "" : pointer));
    }
}
